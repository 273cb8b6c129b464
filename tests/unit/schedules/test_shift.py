from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from telemed.kernel.actor import Actor, Grant
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import policy
from telemed.schedules.events import ShiftConfirmed
from telemed.schedules.model import (
    AHEAD,
    NotYourShift,
    Shift,
    ShiftNotOver,
    ShiftOver,
    ShiftState,
    TooEarly,
    in_calling_order,
)

START = datetime(2026, 11, 22, 0, tzinfo=UTC)
END = START + timedelta(hours=12)
LAN, MINH = UserId(uuid7()), UserId(uuid7())
HOSPITAL, STATION = FacilityId(uuid7()), FacilityId(uuid7())
SHIFT = Shift(ShiftId(uuid7()), LAN, HOSPITAL, Specialty.INTERNAL, Tier.FIRST, START, END, roster_version=3)
MINUTE = timedelta(minutes=1)


def test_i_am_here_is_a_fact_told_once() -> None:
    confirmed, fact = SHIFT.confirm(START)
    again, nothing = confirmed.confirm(START + MINUTE)

    assert (confirmed.state, confirmed.confirmed_at) == (ShiftState.CONFIRMED, START)
    assert fact == ShiftConfirmed(None, SHIFT.id, LAN, HOSPITAL)
    assert (again, nothing) == (confirmed, None)


def test_a_shift_can_be_confirmed_from_an_hour_before_it_until_its_end() -> None:
    with pytest.raises(TooEarly):
        SHIFT.confirm(START - timedelta(minutes=60, microseconds=1))
    assert SHIFT.confirm(START - timedelta(minutes=60))[1]
    assert SHIFT.confirm(END - MINUTE)[1]
    with pytest.raises(ShiftOver):
        SHIFT.confirm(END)


@pytest.mark.parametrize("state", [ShiftState.PLANNED, ShiftState.CONFIRMED])
def test_what_became_of_a_shift_is_known_when_it_has_ended(state: ShiftState) -> None:
    shift = replace(SHIFT, state=state)

    with pytest.raises(ShiftNotOver):
        shift.finish(END - MINUTE, served=True)
    assert shift.finish(END, served=True).state is ShiftState.DONE
    assert shift.finish(END, served=False).state is ShiftState.MISSED


def test_who_answered_without_confirming_has_done_the_shift() -> None:
    assert SHIFT.finish(END, served=True) == replace(SHIFT, state=ShiftState.DONE)


@pytest.mark.parametrize("state", sorted(set(ShiftState) - AHEAD))
@pytest.mark.parametrize(
    "change",
    [
        lambda shift: shift.confirm(START),
        lambda shift: shift.finish(END, served=True),
        lambda shift: shift.give_away(),
        lambda shift: shift.cancel(),
    ],
)
def test_nothing_changes_a_shift_that_is_settled(state: ShiftState, change: Callable[[Shift], object]) -> None:
    with pytest.raises(ShiftOver):
        change(replace(SHIFT, state=state))


def test_giving_away_and_cancelling_keep_who_it_was() -> None:
    assert SHIFT.give_away() == replace(SHIFT, state=ShiftState.SWAPPED)
    assert SHIFT.cancel() == replace(SHIFT, state=ShiftState.CANCELLED)


def test_tiers_are_called_in_order_and_those_who_are_there_before_those_who_may_be() -> None:
    here = replace(SHIFT, id=ShiftId(uuid7()), person=MINH, confirmed_at=START)
    second = replace(here, tier=Tier.SECOND)
    leader = replace(here, tier=Tier.LEADER, specialty=None)

    assert in_calling_order([leader, second, SHIFT, here]) == [here, SHIFT, second, leader]


def test_nobody_confirms_for_another() -> None:
    policy.require_confirm(Actor(LAN), SHIFT)
    with pytest.raises(NotYourShift):
        policy.require_confirm(Actor(MINH), SHIFT)


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.COORDINATOR, Role.HOSPITAL_MANAGER, Role.HOSPITAL_ADMIN])
def test_people_of_a_hospital_see_its_board(role: Role) -> None:
    assert policy.own_hospital(Actor(LAN, (Grant(role, HOSPITAL),))) == HOSPITAL


def test_a_hospital_doctor_on_rotation_sees_the_stations_board() -> None:
    rotating = Actor(LAN, (Grant(Role.SPECIALIST, HOSPITAL), Grant(Role.STATION_DOCTOR, STATION)))

    assert policy.own_station(rotating) == STATION


@pytest.mark.parametrize("grants", [(), (Grant(Role.PROVINCE_VIEWER, HOSPITAL),)])
def test_who_works_at_neither_has_no_board(grants: tuple[Grant, ...]) -> None:
    assert policy.own_station(Actor(LAN, grants)) is None
    with pytest.raises(Denied):
        policy.own_hospital(Actor(LAN, grants))
