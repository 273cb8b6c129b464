import unicodedata

import pytest
from argon2 import PasswordHasher

from telemed.identity.passwords import Passwords


@pytest.fixture(scope="module")
def passwords() -> Passwords:
    return Passwords()


async def test_only_the_right_password_is_right(passwords: Passwords) -> None:
    known = await passwords.hash("hội chẩn 2026")

    assert await passwords.is_right(known, "hội chẩn 2026")
    assert not await passwords.is_right(known, "hội chẩn 2025")
    assert known.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_a_vietnamese_password_is_the_same_from_every_keyboard(passwords: Passwords) -> None:
    known = await passwords.hash(unicodedata.normalize("NFD", "hội chẩn"))

    assert await passwords.is_right(known, unicodedata.normalize("NFC", "hội chẩn"))


async def test_a_space_at_its_end_belongs_to_the_password(passwords: Passwords) -> None:
    assert not await passwords.is_right(await passwords.hash("hoichan "), "hoichan")


async def test_an_unknown_name_costs_one_whole_check_and_is_never_right(
    passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    verify = PasswordHasher.verify

    def counting(self: PasswordHasher, known: str, password: str) -> bool:
        checked.append(known)
        return verify(self, known, password)

    monkeypatch.setattr(PasswordHasher, "verify", counting)

    assert not await passwords.is_right(None, "anything")
    assert [known.split("$")[3] for known in checked] == ["m=19456,t=2,p=1"]


async def test_what_is_no_hash_is_never_right(passwords: Passwords) -> None:
    assert not await passwords.is_right("", "anything")
    assert not await passwords.is_right("plain text", "plain text")


async def test_a_hash_of_other_costs_is_to_be_made_again(passwords: Passwords) -> None:
    cheap = PasswordHasher(time_cost=1, memory_cost=1024, parallelism=1).hash("hoichan")

    assert passwords.is_outdated(cheap)
    assert not passwords.is_outdated(await passwords.hash("hoichan"))
