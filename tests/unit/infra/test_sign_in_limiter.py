"""Guessing passwords takes longer and longer; a doctor who mistyped gets in."""

from datetime import UTC, datetime, timedelta

import pytest

from telemed.infra.security import SignInLimiter, TooManySignIns
from telemed.kernel.clock import ManualClock

ACCOUNT, ADDRESS = "tram.binhlu", "203.0.113.7"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def limiter(clock: ManualClock) -> SignInLimiter:
    return SignInLimiter(clock)


def wait_of(limiter: SignInLimiter, account: str = ACCOUNT, address: str = ADDRESS) -> timedelta:
    """How long the next try must wait; zero if it was made."""
    try:
        limiter.attempt(account, address)
    except TooManySignIns as refused:
        return timedelta(milliseconds=int(refused.params["retry_after_ms"]))
    return timedelta()


def test_the_first_tries_are_free_and_then_each_waits_twice_as_long_up_to_a_minute(
    limiter: SignInLimiter, clock: ManualClock
) -> None:
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        assert wait_of(limiter) == timedelta()

    waits = []
    for _ in range(8):
        waits.append((wait := wait_of(limiter)).total_seconds())
        clock.advance(wait)
        assert wait_of(limiter) == timedelta()

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_try_that_came_too_soon_makes_the_wait_no_longer(limiter: SignInLimiter, clock: ManualClock) -> None:
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        limiter.attempt(ACCOUNT, ADDRESS)

    assert [wait_of(limiter) for _ in range(9)] == [timedelta(seconds=1)] * 9


def test_success_gives_the_account_a_fresh_start(limiter: SignInLimiter) -> None:
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        limiter.attempt(ACCOUNT, ADDRESS)
    limiter.succeeded(ACCOUNT, ADDRESS)

    assert wait_of(limiter) == timedelta()


def test_a_stranger_who_hammers_at_an_account_uses_up_the_strangers_own_tries(
    limiter: SignInLimiter, clock: ManualClock
) -> None:
    """For an hour, taking every chance; and the doctor, who was never here before, gets in at once."""
    for _ in range(60):
        while wait_of(limiter, ACCOUNT, "198.51.100.1") == timedelta():
            pass
        clock.advance(timedelta(seconds=60))

    assert wait_of(limiter, ACCOUNT, ADDRESS) <= SignInLimiter.LONGEST
    clock.advance(SignInLimiter.LONGEST)
    assert wait_of(limiter, ACCOUNT, ADDRESS) == timedelta()


def hammered(limiter: SignInLimiter) -> None:
    """From a whole botnet."""
    for n in range(SignInLimiter.FREE_ANYWHERE):
        limiter.attempt(ACCOUNT, f"198.51.100.{n}")


def test_an_account_hammered_from_everywhere_lets_each_strange_address_try_once_a_minute(
    limiter: SignInLimiter, clock: ManualClock
) -> None:
    hammered(limiter)

    assert wait_of(limiter, ACCOUNT, "192.0.2.1") == SignInLimiter.LONGEST
    clock.advance(timedelta(seconds=59))
    assert wait_of(limiter, ACCOUNT, "192.0.2.1") == timedelta(seconds=1)  # asking again costs nothing
    clock.advance(timedelta(seconds=1))
    assert wait_of(limiter, ACCOUNT, "192.0.2.1") == timedelta()
    assert wait_of(limiter, ACCOUNT, "192.0.2.1") == SignInLimiter.LONGEST


def test_a_doctor_at_an_address_of_theirs_does_not_notice_a_botnet(limiter: SignInLimiter) -> None:
    limiter.attempt(ACCOUNT, ADDRESS)
    limiter.succeeded(ACCOUNT, ADDRESS)
    hammered(limiter)

    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        assert wait_of(limiter) == timedelta()
    assert wait_of(limiter) == timedelta(seconds=1)  # but for what they mistype themselves


def test_a_machine_gone_wrong_in_a_hospital_does_not_lock_out_those_who_work_there(limiter: SignInLimiter) -> None:
    limiter.attempt(ACCOUNT, ADDRESS)
    limiter.succeeded(ACCOUNT, ADDRESS)
    for n in range(SignInLimiter.FREE_PER_ADDRESS):
        limiter.attempt(f"account{n}", ADDRESS)

    assert wait_of(limiter, "one-more", ADDRESS) > timedelta()
    assert wait_of(limiter) == timedelta()


def test_a_month_later_an_address_is_a_stranger_again(limiter: SignInLimiter, clock: ManualClock) -> None:
    limiter.attempt(ACCOUNT, ADDRESS)
    limiter.succeeded(ACCOUNT, ADDRESS)
    clock.advance(SignInLimiter.KNOWN_FOR)
    hammered(limiter)

    assert wait_of(limiter) == SignInLimiter.LONGEST


def test_a_network_of_ipv6_addresses_counts_as_one(limiter: SignInLimiter) -> None:
    for n in range(SignInLimiter.FREE_PER_ACCOUNT):
        limiter.attempt(ACCOUNT, f"2001:db8:1:2::{n}")

    assert wait_of(limiter, ACCOUNT, "2001:db8:1:2:9:9:9:9") > timedelta()


def test_an_address_that_tries_many_accounts_is_slowed_and_a_good_sign_in_from_it_counts_for_nothing(
    limiter: SignInLimiter,
) -> None:
    for n in range(SignInLimiter.FREE_PER_ADDRESS - 1):
        limiter.attempt(f"account{n}", ADDRESS)
    limiter.attempt("good", ADDRESS)
    limiter.succeeded("good", ADDRESS)

    assert wait_of(limiter, "one-more", ADDRESS) == timedelta()
    assert wait_of(limiter, "too-many", ADDRESS) > timedelta()


def test_a_quarter_of_an_hour_of_silence_is_forgiven(limiter: SignInLimiter, clock: ManualClock) -> None:
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        limiter.attempt(ACCOUNT, ADDRESS)
    clock.advance(SignInLimiter.FORGET_AFTER)

    assert [wait_of(limiter) for _ in range(SignInLimiter.FREE_PER_ACCOUNT)] == [timedelta()] * 5


def test_memory_is_bounded_and_the_longest_silent_goes_first(
    limiter: SignInLimiter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SignInLimiter, "REMEMBERED", 10)
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        limiter.attempt(ACCOUNT, ADDRESS)
    assert wait_of(limiter) > timedelta()

    for n in range(10):
        limiter.attempt(f"account{n}", f"address{n}")

    assert wait_of(limiter) == timedelta()
