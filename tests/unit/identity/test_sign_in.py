from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from telemed.identity.model import (
    IDLE_AFTER,
    PIN_TRIES,
    TRUSTED_FOR,
    Acquaintance,
    LockReason,
    PinTooSimple,
    SignIn,
    Use,
    require_pin,
)
from telemed.kernel.ids import DeviceId, SignInId, UserId, uuid7

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
INSTANT = timedelta(microseconds=1)
OPEN = SignIn(SignInId(uuid7()), UserId(uuid7()), DeviceId(uuid7()), "password", NOW, NOW)
MET = Acquaintance(full_at=NOW, used_at=NOW)


def test_a_shared_browser_left_alone_for_ten_minutes_comes_back_locked() -> None:
    assert OPEN.renewed(Use.FIRST, NOW + IDLE_AFTER - INSTANT, shared=True).locked_at is None
    assert OPEN.renewed(Use.FIRST, NOW + IDLE_AFTER, shared=True).lock_reason is LockReason.IDLE


def test_a_browser_of_ones_own_is_not_locked_by_waiting() -> None:
    assert OPEN.renewed(Use.FIRST, NOW + timedelta(hours=11), shared=False) == replace(
        OPEN, seen_at=NOW + timedelta(hours=11)
    )


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("before", [OPEN, OPEN.locked(LockReason.ASKED, NOW), OPEN.locked(LockReason.EXPIRED, NOW)])
def test_a_session_that_ran_out_is_locked_as_such_whatever_it_was(before: SignIn, shared: bool) -> None:
    assert before.renewed(Use.EXPIRED, NOW + timedelta(days=1), shared=shared).lock_reason is LockReason.EXPIRED


def test_a_lock_stays_until_it_is_opened() -> None:
    locked = OPEN.locked(LockReason.ASKED, NOW)
    later = NOW + timedelta(minutes=30)

    assert locked.renewed(Use.FIRST, later, shared=True) == replace(locked, seen_at=later)
    assert locked.unlocked(later) == replace(OPEN, seen_at=later)


def test_a_browser_trusts_somebody_for_thirty_days_unless_that_was_taken_back() -> None:
    assert MET.is_trusted(NOW + TRUSTED_FOR - INSTANT)
    assert not MET.is_trusted(NOW + TRUSTED_FOR)
    assert not replace(MET, revoked_at=NOW).is_trusted(NOW)


def test_only_so_many_wrong_pins() -> None:
    assert [replace(MET, pin_failures=n).pin_left(NOW) for n in range(PIN_TRIES + 1)] == [5, 4, 3, 2, 1, 0]
    assert MET.pin_left(NOW + TRUSTED_FOR) == 0


@pytest.mark.parametrize(
    "pin",
    ["000000", "777777", "123456", "012345", "987654", "12345", "1234567", "", "12 456", "１２３４５９"],
)
def test_a_pin_everybody_would_try_first_is_refused(pin: str) -> None:
    with pytest.raises(PinTooSimple):
        require_pin(pin)


@pytest.mark.parametrize("pin", ["135790", "112233", "123457", "890123"])
def test_other_pins_are_taken(pin: str) -> None:
    require_pin(pin)
