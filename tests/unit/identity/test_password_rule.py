"""A new password is judged by its length and by what is guessed first; nothing else is demanded."""

import unicodedata

import pytest

from telemed.identity.model_security import LEAST_ALONE, LEAST_WITH_SECOND, least, require_password
from telemed.kernel.errors import DomainError


def judged(password: str, at_least: int = LEAST_WITH_SECOND) -> str:
    try:
        require_password(password, "bs.tamduong", "Trần Văn Sơn Demo", at_least, "/body/new")
    except DomainError as error:
        refused = error
    else:
        return "good"
    assert refused.pointer == "/body/new"
    return refused.code


def test_a_second_factor_shortens_it() -> None:
    assert (least(second_factor=False), least(second_factor=True)) == (14, 10)
    assert judged("mưa rơi núi", LEAST_ALONE) == "password.too_short"
    assert judged("mưa rơi núi", LEAST_WITH_SECOND) == "good"


def test_letters_are_counted_as_people_count_them() -> None:
    ten = "ế" * 5 + "ộ" * 3 + "ử" * 2
    assert len(ten) == 10

    assert judged(unicodedata.normalize("NFD", ten)) == "good"
    assert judged(unicodedata.normalize("NFD", ten[:9])) == "password.too_short"


GOOD = ["con trâu đi cày ruộng", "k7#vQp2mZx", "chín con ngựa hồng", "22 cây số đường đất", "anh ra đồng rất sớm"]
SIMPLE = ["aaaaaaaaaaaaaa", "12345678901234", "98765432109876", "abcabcabcabc", "qwertyuiopasdf", "mưarơimưarơi"]
NAMED = ["TranVanSon-mưa", "vănsơn mưa rơi", "bs.tamduong-mua", "BS TAMDUONG mua", "mưa tamduong rơi"]
COMMON = ["Mật Khẩu 123456", "P@ssw0rd12345!", "Benhvien2026!!", "anhyeuem1234567", "hoichan telemed 26"]


@pytest.mark.parametrize(
    ("password", "verdict"),
    [
        *((password, "good") for password in GOOD),
        *((password, "password.too_simple") for password in SIMPLE),
        *((password, "password.has_name") for password in NAMED),
        *((password, "password.common") for password in COMMON),
    ],
)
def test_what_everyone_tries_first_is_refused(password: str, verdict: str) -> None:
    assert judged(password) == verdict
