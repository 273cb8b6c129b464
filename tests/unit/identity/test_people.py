from dataclasses import replace

from telemed.identity.model import Person
from telemed.identity.wire import Credentials, person_ref
from telemed.kernel.ids import UserId, uuid7
from telemed.kernel.values import Profession

MAI = Person(UserId(uuid7()), "tram.binhlu", "Lò Mai Demo", "BS.", Profession.DOCTOR, password_hash="secret")


def test_a_name_is_said_with_its_title() -> None:
    assert person_ref(MAI).name == "BS. Lò Mai Demo"
    assert replace(MAI, title="").name == "Lò Mai Demo"


def test_neither_hash_nor_password_shows_when_a_value_is_printed() -> None:
    assert "secret" not in repr(MAI)
    assert "secret" not in repr(Credentials(username="tram.binhlu", password="secret"))


def test_a_password_is_taken_to_the_byte() -> None:
    assert Credentials(username=" tram.binhlu ", password=" hoichan ").password == " hoichan "
