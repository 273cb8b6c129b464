"""Vital signs of an emergency that waits: asked for again after 15 minutes, once for each age."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.ids import ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.sessions.events import VitalsAsked
from telemed.sessions.model import Answer, Consult, Request, State
from telemed.sessions.staleness import STALE_AFTER, ask_again, is_asking, measured, stale_at

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WAITING = Consult(
    ConsultId(uuid7()),
    "BL-0001",
    FacilityId(uuid7()),
    FacilityId(uuid7()),
    UserId(uuid7()),
    Urgency.STAT,
    Specialty.EMERGENCY,
    Answer.CALL,
    Request(),
    NOW,
    state=State.WAITING,
    sent_at=NOW,
    vitals_at=NOW - 5 * MINUTE,
)


def test_they_are_asked_for_fifteen_minutes_after_they_were_taken() -> None:
    assert stale_at(WAITING) == NOW + 10 * MINUTE
    assert ask_again(WAITING, NOW + 9 * MINUTE) == (WAITING, [])

    asked, facts = ask_again(WAITING, NOW + 10 * MINUTE)

    assert facts == [VitalsAsked(WAITING.id)]
    assert is_asking(asked)


def test_they_are_asked_for_once_until_new_ones_grow_old() -> None:
    asked, _ = ask_again(WAITING, NOW + 10 * MINUTE)
    assert ask_again(asked, NOW + 50 * MINUTE) == (asked, [])

    taken = measured(asked, NOW + 12 * MINUTE, NOW + 12 * MINUTE)

    assert not is_asking(taken)
    assert stale_at(taken) == NOW + 27 * MINUTE
    assert ask_again(taken, NOW + 27 * MINUTE)[1] == [VitalsAsked(WAITING.id)]


def test_of_an_emergency_without_any_the_time_since_it_was_sent_counts() -> None:
    assert stale_at(replace(WAITING, vitals_at=None)) == NOW + STALE_AFTER


def test_nothing_is_asked_of_what_does_not_wait_for_help() -> None:
    others = (
        replace(WAITING, urgency=Urgency.URGENT),
        replace(WAITING, state=State.ACCEPTED),
        replace(WAITING, practice=True),
        replace(WAITING, vitals_at=None, sent_at=None),
    )

    assert [stale_at(one) for one in others] == [None] * len(others)


def test_a_browsers_clock_that_runs_ahead_makes_nothing_younger() -> None:
    assert measured(WAITING, NOW + timedelta(days=1), NOW + MINUTE).vitals_at == NOW + MINUTE


def test_a_late_set_of_old_signs_does_not_end_the_asking() -> None:
    asked, _ = ask_again(WAITING, NOW + 10 * MINUTE)

    assert is_asking(measured(asked, NOW - 8 * MINUTE, NOW + 11 * MINUTE))


@given(st.lists(st.tuples(st.integers(-40, 60), st.booleans()), max_size=12))
def test_however_ticks_and_signs_come_it_asks_only_when_the_newest_are_old(steps: list[tuple[int, bool]]) -> None:
    case, now = WAITING, NOW
    for minutes, measure in steps:
        if measure:
            case = measured(case, now - abs(minutes) * MINUTE, now)
        else:
            now += abs(minutes) * MINUTE
            case, facts = ask_again(case, now)
            since = case.vitals_at or case.sent_at
            assert since is not None
            assert not facts or now - since >= STALE_AFTER
        again, more = ask_again(case, now)
        assert measure or (again == case and not more)
