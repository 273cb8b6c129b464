"""The demo's duty roster: a month behind, two weeks ahead, and its two specialists on duty whenever it is opened."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final
from uuid import uuid5

from telemed.demo import people
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import store
from telemed.schedules.model import Shift, ShiftState

Place = tuple[Specialty | None, Tier]
"""What one shift stands for."""

BEHIND: Final = timedelta(days=31)
AHEAD: Final = timedelta(days=14)
LENGTH: Final = timedelta(hours=12)
STAR_FOR: Final = 3
"""Shifts in a row that a demo specialist holds from now: at least a day, also when the demo starts at 06:55."""
_EPOCH: Final = datetime.combine(people.SINCE, time(7), LOCAL)
"""Day shifts begin at 07:00, night shifts at 19:00."""


async def seed_roster(db: Database, now: datetime) -> None:
    """Make the roster reach from a month ago to two weeks ahead of `now`. May be called at every start."""
    async with db.transaction(Actor.system("demo")) as tx:
        for hospital in people.HOSPITALS:
            await _seed(tx, hospital, now)


async def _seed(tx: Tx, hospital: str, now: datetime) -> None:
    place = people.facility_id(hospital)
    for shift in await store.shifts_of(tx, [place], now - BEHIND):
        if (became := _as_time_passed(shift, now)) != shift:
            await store.save_shift(tx, became)
    planned_until = await store.roster_ends_at(tx, place) or now - BEHIND
    first, last = _number(planned_until), _number(now + AHEAD)
    await store.add_shifts(tx, (s for n in range(first, last) for s in _shifts(hospital, n, now)))
    await _put_star_on_duty(tx, hospital, now)


def _shifts(hospital: str, number: int, now: datetime) -> Iterator[Shift]:
    for specialty in Specialty:
        team = people.team(hospital, specialty)
        yield _shift(hospital, number, (specialty, Tier.FIRST), team[number % len(team)], now)
        yield _shift(hospital, number, (specialty, Tier.SECOND), team[(number + 1) % len(team)], now)
    leaders = people.team(hospital, None)
    yield _shift(hospital, number, (None, Tier.LEADER), leaders[number // 2 % len(leaders)], now)


def _shift(hospital: str, number: int, place: Place, person: UserId, now: datetime) -> Shift:
    specialty, tier = place
    starts_at = _EPOCH + number * LENGTH
    planned = Shift(
        id=ShiftId(uuid5(people.SPACE, f"shift {hospital} {number} {specialty} {tier} {person}")),
        person=person,
        hospital=people.facility_id(hospital),
        specialty=specialty,
        tier=tier,
        starts_at=starts_at,
        ends_at=starts_at + LENGTH,
        roster_version=1,
    )
    return _as_time_passed(planned, now)


def _as_time_passed(shift: Shift, now: datetime) -> Shift:
    """What a living hospital would have done with it: most people confirm, a few forget, hardly anyone stays away."""
    luck = shift.id.int % 29
    if shift.state is ShiftState.PLANNED and now >= shift.starts_at and luck > 1 and not _is_star(shift, now):
        shift = replace(shift, state=ShiftState.CONFIRMED, confirmed_at=shift.starts_at - timedelta(minutes=luck))
    if shift.state in {ShiftState.PLANNED, ShiftState.CONFIRMED} and now >= shift.ends_at:
        shift = shift.finish(now, served=luck > 0)
    return shift


def _is_star(shift: Shift, now: datetime) -> bool:
    """A demo specialist confirms the running shift by hand: that is part of what the demo shows."""
    return now < shift.ends_at and shift.person in map(people.person_id, people.STARS.values())


async def _put_star_on_duty(tx: Tx, hospital: str, now: datetime) -> None:
    star = people.person_id(people.STARS[hospital])
    standing = await store.shifts_of(tx, [people.facility_id(hospital)], now)
    current = _number(now)
    for number in range(current, current + STAR_FOR):
        starts_at = _EPOCH + number * LENGTH
        both = [s for s in standing if s.starts_at == starts_at and s.specialty is Specialty.EMERGENCY]
        if any(s.person == star and s.tier is Tier.FIRST for s in both):
            continue
        others = [person for person in people.team(hospital, Specialty.EMERGENCY) if person != star]
        for shift in both:
            await store.save_shift(tx, shift.give_away())
        team = {Tier.FIRST: star, Tier.SECOND: others[number % len(others)]}
        swapped = (_shift(hospital, number, (Specialty.EMERGENCY, tier), who, now) for tier, who in team.items())
        await store.add_shifts(tx, (replace(s, id=_again(s.id), roster_version=2) for s in swapped))


def _again(first: ShiftId) -> ShiftId:
    return ShiftId(uuid5(people.SPACE, f"swapped {first}"))


def _number(at: datetime) -> int:
    """Which shift since the roster's epoch a moment falls into."""
    return (at - _EPOCH) // LENGTH
