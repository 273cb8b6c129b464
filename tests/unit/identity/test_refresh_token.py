from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from telemed.identity.model import LOCKED_FOR, LOST_FOR, REFRESH_AT_MOST, REFRESH_FOR, REUSE_LEEWAY, RefreshToken, Use
from telemed.kernel.ids import SignInId, UserId, uuid7

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
FRESH = RefreshToken.begin(SignInId(uuid7()), UserId(uuid7()), NOW)
USED = replace(FRESH, used_at=NOW)
INSTANT = timedelta(microseconds=1)


def test_a_token_serves_until_its_last_moment_and_then_opens_a_locked_session_for_a_month() -> None:
    end = NOW + REFRESH_FOR

    assert FRESH.judge(end - INSTANT) is Use.FIRST
    assert FRESH.judge(end) is FRESH.judge(end + LOCKED_FOR - INSTANT) is Use.EXPIRED
    assert FRESH.judge(end + LOCKED_FOR) is Use.TOO_LATE


def test_what_follows_a_token_that_ran_out_has_run_out_too_and_lives_no_longer() -> None:
    late = NOW + REFRESH_FOR + LOCKED_FOR / 2

    assert FRESH.next(late).judge(late) is Use.EXPIRED
    assert FRESH.next(late).kept_until == FRESH.kept_until


def test_a_used_token_that_ran_out_is_a_thiefs() -> None:
    assert USED.judge(NOW + REFRESH_FOR + INSTANT) is Use.STOLEN


@pytest.mark.parametrize(
    ("later", "use"),
    [(timedelta(0), Use.AGAIN_AT_ONCE), (REUSE_LEEWAY, Use.AGAIN_AT_ONCE), (REUSE_LEEWAY + INSTANT, Use.STOLEN)],
)
def test_a_used_token_is_believed_for_a_moment_and_then_taken_for_stolen(later: timedelta, use: Use) -> None:
    assert USED.judge(NOW + later) is use


@pytest.mark.parametrize(
    ("later", "use"),
    [
        (REUSE_LEEWAY, Use.AGAIN_AT_ONCE),
        (REUSE_LEEWAY + INSTANT, Use.LOST),
        (REFRESH_FOR - INSTANT, Use.LOST),
        (REFRESH_FOR, Use.EXPIRED),
        (LOST_FOR, Use.EXPIRED),
        (LOST_FOR + INSTANT, Use.STOLEN),
    ],
)
def test_a_used_token_that_nothing_was_used_after_was_not_replaced_on_the_browsers_disk(
    later: timedelta, use: Use
) -> None:
    assert USED.judge(NOW + later, newest=True) is use


def test_a_token_taken_back_is_a_thiefs_from_that_moment() -> None:
    assert replace(FRESH, revoked_at=NOW).judge(NOW, newest=True) is Use.STOLEN


def test_each_refresh_gives_twelve_hours_more_but_never_past_a_week() -> None:
    token, at = FRESH, NOW

    while token.expires_at - at == REFRESH_FOR:
        at += timedelta(hours=11)
        token = token.next(at)

    assert token.expires_at == NOW + REFRESH_AT_MOST
    assert token.next(at + timedelta(minutes=1)).expires_at == NOW + REFRESH_AT_MOST
    assert token.family == FRESH.family
