"""A duty telephone is kept as gateways take it, or not at all."""

import pytest

from telemed.identity.model_people import BadPhone, normal_phone


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 000 111", "+84912000111"),
        ("+84 912.000.111", "+84912000111"),
        ("84912000111", "+84912000111"),
        ("0084 912 000 111", "+84912000111"),
        ("(0213) 387 6543", "+842133876543"),
        (None, None),
    ],
)
def test_a_number_of_vietnam_is_kept_in_one_way(typed: str | None, kept: str | None) -> None:
    assert normal_phone(typed, "/body/duty_phone") == kept


@pytest.mark.parametrize(
    "typed", ["115", "0612 000 111", "+856 20 5555 5555", "0912 000 11", "09120001112", "0000000000"]
)
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(BadPhone):
        normal_phone(typed, "/body/duty_phone")
