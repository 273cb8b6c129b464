"""The code that a station without a link reads out over the telephone."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.ids import uuid7
from telemed.sessions.phone_advice import DIGITS, WrongCode, read_code, short_code

ids = st.builds(lambda bits: UUID(int=bits), st.integers(0, (1 << 128) - 1))

KNOWN = {
    "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5": "67884050",
    "019a0000-0000-7000-8000-000000000000": "00000000",
    "019a0000-0000-7fff-bfff-ffffffffffff": "73879038",
}


@given(ids)
def test_a_code_is_eight_digits_that_read_back_as_they_are(case: UUID) -> None:
    code = short_code(case)

    assert len(code) == DIGITS
    assert read_code(f"{code[:4]} {code[4:]}") == code
    assert read_code(f"{code[:2]}-{code[2:4]}.{code[4:]} ") == code


@given(ids, st.integers(0, DIGITS - 1), st.integers(1, 9))
def test_one_digit_misheard_is_noticed(case: UUID, place: int, off: int) -> None:
    code = short_code(case)
    wrong = str((int(code[place]) + off) % 10)

    with pytest.raises(WrongCode):
        read_code(code[:place] + wrong + code[place + 1 :])


@given(ids, st.integers(0, DIGITS - 2))
def test_two_neighbours_exchanged_are_noticed(case: UUID, place: int) -> None:
    code = short_code(case)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    if swapped != code:
        with pytest.raises(WrongCode):
            read_code(swapped)


@pytest.mark.parametrize("said", ["", "1234567", "123456789", "BL-0001", "١٢٣٤٥٦٧٨"])
def test_what_is_no_code_is_refused(said: str) -> None:
    with pytest.raises(WrongCode):
        read_code(said)


def test_cases_of_one_minute_have_codes_far_apart() -> None:
    codes = {short_code(uuid7()) for _ in range(200)}

    assert len(codes) == 200


@pytest.mark.parametrize(("case", "code"), KNOWN.items())
def test_server_and_browser_work_out_the_same_code(case: str, code: str) -> None:
    """The same pairs stand in `web/src/lib/case-code.test.ts`."""
    assert short_code(UUID(case)) == code
