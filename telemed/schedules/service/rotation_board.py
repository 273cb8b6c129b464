"""How rotations look: each with its days counted, the stations with and without one, and whom one could post."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra.db import Tx
from telemed.kernel.actor import STATION
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.rights import Right
from telemed.kernel.values import FacilityKind, Specialty
from telemed.schedules import policy
from telemed.schedules import store as schedules
from telemed.schedules import wire_rotations as wire
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift
from telemed.schedules.model_away import midnight
from telemed.schedules.model_rotation import SHOWN_SINCE, Rotation, RotationState, without_since
from telemed.schedules.store import absences
from telemed.schedules.store import rotations as store
from telemed.schedules.working_time import WorkingTime


@dataclass(frozen=True, slots=True)
class Known:
    """What the views of some rotations need, read once."""

    tx: Tx
    today: date
    places: dict[FacilityId, FacilityRef]
    people: dict[UserId, PersonRef]
    specialties: dict[FacilityId, dict[UserId, list[Specialty]]]
    calendar: WorkingTime
    leave: dict[UserId, list[Span]]


async def view(tx: Tx, rotation: Rotation) -> wire.RotationView:
    return _view(await _known(tx, [rotation], [rotation.hospital]), rotation)


async def board(tx: Tx) -> wire.RotationBoard:
    """The rotations of the last year and to come that the asker sees, at the stations they look after."""
    actor, today = tx.actor, _day(tx)
    since = today - SHOWN_SINCE
    shown = [one for one in await store.known(tx, since) if policy.sees_rotation(actor, one.hospital, one.station)]
    homes = await _homes(tx)
    known = await _known(tx, shown, homes)
    supports = await _supports(tx, today)
    stations = [
        station
        for station, place in known.places.items()
        if place.kind is FacilityKind.STATION and _looks_after(tx, station, supports, shown)
    ]
    last_ends = await store.last_ends(tx, today)
    running = [_view(known, one) for one in shown if one.state(today) is RotationState.ACTIVE]
    return wire.RotationBoard(
        today=today,
        stations=[_station(known, one, shown, supports.get(one, ()), last_ends.get(one)) for one in stations],
        homes=[_home(known, one) for one in homes],
        may_plan=bool(homes),
        days_done=sum(one.days_done for one in running),
        days_due=sum(one.days_due for one in running),
        days_planned=sum(one.days_planned for one in running),
    )


async def clash_views(tx: Tx, shifts: Sequence[Shift]) -> list[wire.ClashingShift]:
    places = await identity.facilities(tx, {one.hospital for one in shifts})
    return [
        wire.ClashingShift(
            id=one.id,
            hospital=places[one.hospital],
            specialty=one.specialty,
            tier=one.tier,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            running=one.starts_at <= tx.at,
        )
        for one in shifts
    ]


async def _known(tx: Tx, rotations: Sequence[Rotation], homes: Collection[FacilityId]) -> Known:
    today, people = _day(tx), {one.person for one in rotations}
    specialties = {
        hospital: await identity.clinicians(tx, hospital, today)
        for hospital in {*homes, *(one.hospital for one in rotations)}
    }
    leave: dict[UserId, list[Span]] = {}
    if rotations:
        period = Span(midnight(min(one.starts_on for one in rotations)), tx.at)
        for away in await absences.absences_of(tx, people, period):
            leave.setdefault(away.person, []).append(Span(away.starts_at, away.ends_at))
    named = people | {one for hospital in homes for one in specialties[hospital]}
    return Known(
        tx,
        today,
        await identity.places(tx),
        await identity.people(tx, named),
        specialties,
        await schedules.working_time(tx, None),
        leave,
    )


def _view(known: Known, one: Rotation) -> wire.RotationView:
    today, actor = known.today, known.tx.actor
    days = one.days(known.calendar, known.leave.get(one.person, ()), today)
    return wire.RotationView(
        id=one.id,
        person=known.people[one.person],
        specialties=known.specialties[one.hospital].get(one.person, []),
        hospital=known.places[one.hospital],
        station=known.places[one.station],
        decision_no=one.decision_no,
        decided_on=one.decided_on,
        extension_no=one.extension_no,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        planned_ends_on=one.planned_ends_on,
        purpose=one.purpose,
        purpose_note=one.purpose_note,
        hours=[
            wire.StationHours(weekday=h.weekday, opens=f"{h.opens:%H:%M}", closes=f"{h.closes:%H:%M}")
            for h in one.hours
        ],
        state=one.state(today),
        days_planned=days.planned,
        days_due=days.due,
        days_done=days.done,
        ends_within_14=one.ends_soon(today),
        end_reason=one.end_reason,
        end_decision_no=one.end_decision_no,
        may=_may(one, today)
        if actor.may(Right.PLAN_ROTATION, one.hospital) and actor.id != one.person
        else wire.RotationMay(sign=False, extend=False, end=False, cancel=False),
    )


def _may(one: Rotation, today: date) -> wire.RotationMay:
    state = one.state(today)
    return wire.RotationMay(
        sign=state is RotationState.PLANNED and not one.signed and today < one.ends_on,
        extend=state in {RotationState.PLANNED, RotationState.ACTIVE} and one.signed,
        end=state is RotationState.ACTIVE,
        cancel=state is RotationState.PLANNED,
    )


def _station(
    known: Known, station: FacilityId, shown: Sequence[Rotation], by: Sequence[FacilityId], last_end: date | None
) -> wire.StationRotations:
    there = [one for one in shown if one.station == station]
    states = {one.id: one.state(known.today) for one in there}
    posted = RotationState.ACTIVE in states.values()
    coming = [one.starts_on for one in there if one.signed and states[one.id] is RotationState.PLANNED]
    return wire.StationRotations(
        station=known.places[station],
        hospital=known.places[by[0]] if by else None,
        rotations=[_view(known, one) for one in there],
        posted=posted,
        without_since=None if posted else without_since(there, known.today) or last_end,
        next_on=min(coming, default=None),
    )


def _home(known: Known, hospital: FacilityId) -> wire.Home:
    doctors = [
        wire.Doctor(person=known.people[one], specialties=held) for one, held in known.specialties[hospital].items()
    ]
    return wire.Home(hospital=known.places[hospital], doctors=sorted(doctors, key=lambda d: d.person.name))


async def _homes(tx: Tx) -> list[FacilityId]:
    """The hospitals whose doctors the asker may post."""
    if tx.actor.may_everywhere(Right.PLAN_ROTATION):
        return [key for key, one in (await identity.places(tx)).items() if one.kind is FacilityKind.HOSPITAL]
    return sorted(tx.actor.where(Right.PLAN_ROTATION))


async def _supports(tx: Tx, today: date) -> dict[FacilityId, list[FacilityId]]:
    """For each station the hospitals that support it today, the first asked first."""
    found: dict[FacilityId, list[FacilityId]] = {}
    for one in sorted(await schedules.assignments(tx), key=lambda a: a.rank):
        if one.covers(today):
            found.setdefault(one.station, []).append(one.hospital)
    return found


def _looks_after(
    tx: Tx, station: FacilityId, supports: dict[FacilityId, list[FacilityId]], shown: Sequence[Rotation]
) -> bool:
    """A hospital minds the stations that ask it first and those it posts to, a station itself, the province all."""
    actor = tx.actor
    return (
        actor.may_everywhere(Right.SEE_ROSTER)
        or actor.has(STATION, station)
        or any(actor.may(Right.SEE_ROSTER, hospital) for hospital in supports.get(station, ())[:1])
        or any(one.station == station for one in shown)
    )


def _day(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()
