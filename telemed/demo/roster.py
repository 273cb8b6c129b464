"""The demo's duty roster: a month behind, two weeks ahead, and its two specialists on duty whenever it is opened."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Final
from uuid import uuid5

from telemed.demo import people
from telemed.demo import store as rows
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import store
from telemed.schedules.model import AHEAD as STILL_TO_COME
from telemed.schedules.model import Shift, ShiftState
from telemed.schedules.model_roster import RosterChange, RosterVersion, VersionKind
from telemed.schedules.store import versions

Place = tuple[Specialty | None, Tier]
"""What one shift stands for."""

BEHIND: Final = timedelta(days=31)
AHEAD: Final = timedelta(days=14)
LENGTH: Final = timedelta(hours=12)
DAY_FROM: Final = time(7)
NIGHT_FROM: Final = time(19)
"""When its people relieve each other; the coverage wall cuts its days there."""
STAR_FOR: Final = 3
"""Shifts in a row that a demo specialist holds from now: at least a day, also when the demo starts at 06:55."""
GAPS_FROM: Final = timedelta(hours=36)
"""Nothing is missing sooner: the demo's own cases must find somebody."""
WEEK: Final = timedelta(days=7)
PUBLISHED_BEFORE: Final = timedelta(days=3)
"""A week is published on the Friday before."""
_EPOCH: Final = datetime.combine(people.SINCE, DAY_FROM, LOCAL)
"""Day shifts begin at 07:00, night shifts at 19:00."""
_WEDNESDAY, _SATURDAY, _SUNDAY = 3, 6, 7


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
    planned_until = await store.roster_ends_at(tx, place)
    first, last = number_of(planned_until or now - BEHIND), number_of(now + AHEAD)
    new = [s for n in range(first, last) for s in _shifts(hospital, n, now)]
    if planned_until is None:
        await _publish_by_weeks(tx, place, new, now)
    elif new:
        await _change(tx, place, VersionKind.PUBLISH, RosterChange(add=tuple(new)))
    await _put_star_on_duty(tx, hospital, now)


async def _publish_by_weeks(tx: Tx, place: FacilityId, new: Iterable[Shift], now: datetime) -> None:
    """As a living hospital would have: a version each week, all of them published by now."""
    weeks: dict[datetime, list[Shift]] = {}
    for shift in new:
        weeks.setdefault(_monday(shift.starts_at), []).append(shift)
    by = people.planner(place)
    for number, (monday, shifts) in enumerate(sorted(weeks.items()), 1):
        made_at = min(monday - PUBLISHED_BEFORE, now - (len(weeks) - number + 1) * timedelta(hours=1))
        await rows.add_version(tx, RosterVersion(place, number, VersionKind.PUBLISH, made_at, by))
        await store.add_shifts(tx, (replace(shift, roster_version=number) for shift in shifts))


async def _change(tx: Tx, place: FacilityId, kind: VersionKind, change: RosterChange) -> None:
    await versions.lock(tx, place)
    await versions.apply(tx, place, kind, change, people.planner(place))


def _shifts(hospital: str, number: int, now: datetime) -> Iterator[Shift]:
    for specialty in Specialty:
        if specialty is Specialty.EMERGENCY and number in _star_numbers(now):
            yield from (
                _shift(hospital, number, (specialty, t), who, now) for t, who in _star(hospital, number).items()
            )
            continue
        team = people.team(hospital, specialty)
        for tier, person in ((Tier.FIRST, team[number % len(team)]), (Tier.SECOND, team[(number + 1) % len(team)])):
            if not _missing(hospital, number, (specialty, tier), now):
                yield _shift(hospital, number, (specialty, tier), person, now)
    leaders = people.team(hospital, None)
    yield _shift(hospital, number, (None, Tier.LEADER), leaders[number // 2 % len(leaders)], now)


def _missing(hospital: str, number: int, place: Place, now: datetime) -> bool:
    """What nobody has taken yet: the other hospital stands in, or the second tier, or nobody."""
    begins = starts_at(number)
    day, at_night = begins.isoweekday(), begins.hour != _EPOCH.hour
    match hospital, place[0], place[1]:
        case people.TAM_DUONG, Specialty.SURGERY, _:
            missing = day == _SATURDAY or (day == _SUNDAY and not at_night)
        case people.THAN_UYEN, Specialty.OBSTETRICS, Tier.FIRST:
            missing = day == _WEDNESDAY and at_night
        case _, Specialty.DERMATOLOGY, _:
            missing = day == _SUNDAY and at_night
        case _:
            missing = False
    return missing and begins > now + GAPS_FROM


def _shift(hospital: str, number: int, place: Place, person: UserId, now: datetime) -> Shift:
    specialty, tier = place
    begins = starts_at(number)
    planned = Shift(
        id=ShiftId(uuid5(people.SPACE, f"shift {hospital} {number} {specialty} {tier} {person}")),
        person=person,
        hospital=people.facility_id(hospital),
        specialty=specialty,
        tier=tier,
        starts_at=begins,
        ends_at=begins + LENGTH,
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


def _star(hospital: str, number: int) -> dict[Tier, UserId]:
    star = people.person_id(people.STARS[hospital])
    others = [person for person in people.team(hospital, Specialty.EMERGENCY) if person != star]
    return {Tier.FIRST: star, Tier.SECOND: others[number % len(others)]}


async def _put_star_on_duty(tx: Tx, hospital: str, now: datetime) -> None:
    """Where the roster was made before, it is overridden: the others' shifts stay as rows, swapped."""
    place, star = people.facility_id(hospital), people.person_id(people.STARS[hospital])
    standing = await store.shifts_of(tx, [place], now)
    number_next = (await versions.in_force(tx, place) or 0) + 1
    remove: list[Shift] = []
    add: list[Shift] = []
    for number in _star_numbers(now):
        here = [s for s in standing if s.starts_at == starts_at(number) and s.state in STILL_TO_COME]
        both = {s.tier: s for s in here if s.specialty is Specialty.EMERGENCY}
        if Tier.FIRST in both and both[Tier.FIRST].person == star:
            continue
        remove += both.values()
        for tier, person in _star(hospital, number).items():
            new = _shift(hospital, number, (Specialty.EMERGENCY, tier), person, now)
            before = both[tier].id if tier in both else None
            add.append(replace(new, id=_again(new.id, number_next), replaces=before))
    if add:
        change = RosterChange(remove=tuple(remove), add=tuple(add))
        await _change(tx, place, VersionKind.OVERRIDE, change)


def _again(first: ShiftId, version: int) -> ShiftId:
    return ShiftId(uuid5(people.SPACE, f"{version} {first}"))


def _star_numbers(now: datetime) -> range:
    return range(number_of(now), number_of(now) + STAR_FOR)


def number_of(at: datetime) -> int:
    """Which shift since the roster's epoch a moment falls into."""
    return (at - _EPOCH) // LENGTH


def starts_at(number: int) -> datetime:
    return _EPOCH + number * LENGTH


def _monday(at: datetime) -> datetime:
    day = at.astimezone(LOCAL).date()
    return datetime.combine(day - timedelta(days=day.weekday()), time(), LOCAL)
