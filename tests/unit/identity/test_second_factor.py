"""The page of one's second factor: what is kept of it, and when a code is of now."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyotp

from telemed.identity.model_security import steps_around
from telemed.identity.service.second_factors import ALPHABET, KEY_FILE, SecondFactors
from telemed.kernel.ids import UserId, uuid7

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
NOW = datetime(2026, 11, 22, 3, 0, 15, tzinfo=UTC)


def test_a_code_of_the_step_before_or_after_is_of_now() -> None:
    steps = list(steps_around(NOW))

    assert steps[0] == int(NOW.timestamp()) // 30
    assert sorted(steps) == list(range(steps[0] - 1, steps[0] + 2))
    codes = pyotp.TOTP(SECRET)
    assert codes.at(NOW - timedelta(seconds=30)) == codes.generate_otp(steps[1])


def test_what_is_kept_of_a_secret_opens_with_the_installations_key_and_for_its_owner_alone(tmp_path: Path) -> None:
    lan, minh = UserId(uuid7()), UserId(uuid7())
    here, again, elsewhere = SecondFactors(tmp_path), SecondFactors(tmp_path), SecondFactors(tmp_path / "other")
    sealed = here.sealed(lan, SECRET)

    assert SECRET.encode() not in sealed
    assert here.sealed(lan, SECRET) != sealed
    assert again.opened(lan, sealed) == SECRET
    assert (here.opened(minh, sealed), elsewhere.opened(lan, sealed)) == (None, None)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_recovery_codes_have_no_letter_that_looks_like_another() -> None:
    assert not set(ALPHABET) & set("01iol")
    assert len(set(ALPHABET)) == len(ALPHABET)
