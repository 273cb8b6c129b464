"""All SQL about assignments, shifts and working time."""

from collections.abc import AsyncIterator, Collection, Iterable
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Select, Uuid, and_, bindparam, exists, func, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.infra.tables import AT
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import tables
from telemed.schedules.model import (
    AHEAD,
    LONGEST,
    STANDING,
    Assignment,
    AssignmentsOverlap,
    Shift,
    ShiftsOverlap,
    ShiftState,
)
from telemed.schedules.working_time import USUAL, DayKind, WorkingTime

_shift, _assignment = tables.shift.c, tables.assignment.c
_hours, _holiday = tables.working_hours.c, tables.holiday.c


async def assigned_hospital(tx: Tx, station: FacilityId, on: date, rank: int = 1) -> FacilityId | None:
    """The hospital asked first, or with rank 2 the one that a later step of the ladder asks."""
    found = select(_assignment.hospital_id).where(
        _assignment.station_id == station,
        _assignment.rank == rank,
        _assignment.valid_from <= on,
        or_(_assignment.valid_to.is_(None), _assignment.valid_to > on),
    )
    row = await tx.first(found)
    return FacilityId(row.hospital_id) if row else None


async def add_assignment(tx: Tx, new: Assignment) -> None:
    """Does nothing if it is there already. Raises AssignmentsOverlap."""
    row = asdict(new)
    row["station_id"], row["hospital_id"] = row.pop("station"), row.pop("hospital")
    async with _no_overlap():
        await tx.execute(insert(tables.assignment).values(row).on_conflict_do_nothing(index_elements=["id"]))


async def assignments(tx: Tx) -> list[Assignment]:
    """All there ever were, each station's in their order."""
    found = select(tables.assignment).order_by(_assignment.station_id, _assignment.valid_from, _assignment.id)
    return [_assignment_of(row) for row in await tx.all(found)]


async def lock_assignments(tx: Tx, station: FacilityId) -> list[Assignment]:
    """One station's, in their order: two changes of it wait for each other, and the constraint stands behind them."""
    lock = text("select pg_advisory_xact_lock(hashtextextended('assignment:' || :id, 0))")
    await tx.execute(lock, {"id": str(station)})
    found = select(tables.assignment).where(_assignment.station_id == station).order_by(_assignment.valid_from)
    return [_assignment_of(row) for row in await tx.all(found)]


async def station_of(tx: Tx, assignment_id: UUID) -> FacilityId:
    """Whose assignments are to be locked before it is read. Raises Missing."""
    found = await tx.scalar(select(_assignment.station_id).where(_assignment.id == assignment_id))
    if found is None:
        raise Missing
    return FacilityId(found)


async def end_assignment(tx: Tx, ended: Assignment) -> None:
    await tx.execute(update(tables.assignment).where(_assignment.id == ended.id).values(valid_to=ended.valid_to))


async def coming_shifts(tx: Tx, person: UserId, now: datetime) -> int:
    """Still to be worked, the running one among them."""
    ahead = select(func.count()).where(_shift.person_id == person, _shift.ends_at > now, _shift.state.in_(AHEAD))
    return int(await tx.scalar(ahead))


async def on_duty(tx: Tx, hospital: FacilityId, at: datetime) -> list[Shift]:
    """The shifts that stand and count at a moment: not of who is on leave or posted then, as was known then."""
    day = at.astimezone(LOCAL).date()
    rows = await tx.all(_ON_DUTY, {"hospital": hospital, "at": at, "latest": at + LONGEST, "day": day})
    return [_shift_of(row) for row in rows]


async def ran(tx: Tx, hospital: FacilityId, at: datetime, version: int) -> list[Shift]:
    """The shifts of a moment as one version of the roster had them, whatever became of them later."""
    running = and_(_shift.ends_at > at, _shift.ends_at <= at + LONGEST, _shift.starts_at <= at)
    known = and_(_shift.roster_version <= version, or_(_shift.ended_version.is_(None), _shift.ended_version > version))
    return await _shifts(tx, _shift.hospital_id == hospital, running, known)


async def shift_by_id(tx: Tx, shift_id: ShiftId) -> Shift:
    """Locks it. Raises Missing."""
    row = await tx.first(select(tables.shift).where(_shift.id == shift_id).with_for_update())
    if row is None:
        raise Missing
    return _shift_of(row)


async def shifts_by_id(tx: Tx, ids: Collection[ShiftId]) -> list[Shift]:
    return await _shifts(tx, _shift.id.in_(ids)) if ids else []


async def next_shift(tx: Tx, person: UserId, now: datetime, within: timedelta) -> Shift | None:
    """The one that runs, else the first to begin soon."""
    ahead = (
        select(tables.shift)
        .where(_shift.person_id == person, _shift.ends_at > now, _shift.starts_at <= now + within)
        .where(_shift.state.in_(AHEAD))
        .order_by(_shift.ends_at)
        .limit(1)
    )
    row = await tx.first(ahead)
    return _shift_of(row) if row else None


async def relief_of(tx: Tx, shift: Shift) -> Shift | None:
    """Who takes over the same place when it ends."""
    found = await _shifts(
        tx,
        _shift.hospital_id == shift.hospital,
        _shift.starts_at == shift.ends_at,
        _shift.specialty.is_not_distinct_from(shift.specialty),
        _shift.tier == shift.tier,
        _shift.state.in_(AHEAD),
    )
    return found[0] if found else None


async def save_shift(tx: Tx, shift: Shift) -> None:
    names = ("state", "confirmed_at", "armed_at", "ended_version")
    changes = {name: getattr(shift, name) for name in names}
    async with _no_overlap():
        await tx.execute(update(tables.shift).where(_shift.id == shift.id).values(changes))


async def add_shifts(tx: Tx, new: Iterable[Shift]) -> None:
    """Does nothing for those that are there already. Raises ShiftsOverlap."""
    # In one order, so that two hospitals who plan the same people cannot wait for each other.
    rows = [_shift_row(shift) for shift in sorted(new, key=lambda shift: (shift.person, shift.starts_at))]
    if rows:
        async with _no_overlap():
            await tx.execute(insert(tables.shift).on_conflict_do_nothing(index_elements=["id"]), rows)


async def shifts_of(tx: Tx, hospitals: Collection[FacilityId], since: datetime) -> list[Shift]:
    """All that stand and end after `since`."""
    return await _shifts(tx, _shift.hospital_id.in_(hospitals), _shift.ends_at > since, _standing())


async def roster_ends_at(tx: Tx, hospital: FacilityId) -> datetime | None:
    """The end of the last planned shift."""
    ends: datetime | None = await tx.scalar(select(func.max(_shift.ends_at)).where(_shift.hospital_id == hospital))
    return ends


async def working_time(tx: Tx, hospital: FacilityId | None) -> WorkingTime:
    """A hospital's own hours, or the usual ones while it has set none."""
    rows = await tx.all(
        select(tables.working_hours).where(_hours.hospital_id == hospital).order_by(_hours.weekday, _hours.opens)
    )
    own: dict[int, list[tuple[time, time]]] = {}
    for row in rows:
        own.setdefault(row.weekday, []).append((row.opens, row.closes))
    days = await tx.all(select(_holiday.day, _holiday.kind))
    return WorkingTime(own or USUAL, {row.day: DayKind(row.kind) for row in days})


def _on_duty() -> Select[Any]:
    """Built once: every ring asks it, and putting it together would take longer than PostgreSQL takes to answer."""
    leave, rotation = tables.absence.c, tables.rotation.c
    at, day = bindparam("at", type_=AT), bindparam("day", type_=Date)
    on_leave = exists().where(
        leave.person_id == _shift.person_id,
        and_(leave.starts_at <= at, leave.ends_at > at),
        and_(leave.made_at <= at, or_(leave.withdrawn_at.is_(None), leave.withdrawn_at > at)),
    )
    posted = exists().where(
        rotation.person_id == _shift.person_id,
        and_(rotation.starts_on <= day, rotation.ends_on > day, rotation.decision_no != ""),
        and_(rotation.made_at <= at, or_(rotation.cancelled_at.is_(None), rotation.cancelled_at > at)),
    )
    gone = frozenset(ShiftState) - STANDING
    return (
        select(tables.shift)
        .where(_shift.hospital_id == bindparam("hospital", type_=Uuid))
        .where(_shift.ends_at > at, _shift.ends_at <= bindparam("latest", type_=AT), _shift.starts_at <= at)
        .where(*(_shift.state != state.value for state in sorted(gone)), ~on_leave, ~posted)
        .order_by(_shift.starts_at, _shift.id)
    )


_ON_DUTY: Final = _on_duty()


def _standing() -> ColumnElement[bool]:
    return _shift.state.in_(STANDING)


async def shifts_where(tx: Tx, *which: ColumnElement[bool]) -> list[Shift]:
    """For the stores beside this one."""
    return await _shifts(tx, *which)


async def locked_where(tx: Tx, *which: ColumnElement[bool], limit: int | None = None) -> list[Shift]:
    """Locked, the oldest first; those that another transaction has in hand are left out."""
    found = select(tables.shift).where(*which).order_by(_shift.ends_at, _shift.id).limit(limit)
    return [_shift_of(row) for row in await tx.all(found.with_for_update(skip_locked=True))]


async def _shifts(tx: Tx, *which: ColumnElement[bool]) -> list[Shift]:
    found = select(tables.shift).where(*which).order_by(_shift.starts_at, _shift.id)
    return [_shift_of(row) for row in await tx.all(found)]


def _assignment_of(row: AnyRow) -> Assignment:
    return Assignment(
        id=row.id,
        station=FacilityId(row.station_id),
        hospital=FacilityId(row.hospital_id),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        rank=row.rank,
    )


def _shift_of(row: AnyRow) -> Shift:
    return Shift(
        id=ShiftId(row.id),
        person=UserId(row.person_id),
        hospital=FacilityId(row.hospital_id),
        specialty=Specialty(row.specialty) if row.specialty else None,
        tier=Tier(row.tier),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        roster_version=row.roster_version,
        state=ShiftState(row.state),
        confirmed_at=row.confirmed_at,
        armed_at=row.armed_at,
        replaces=None if row.replaces is None else ShiftId(row.replaces),
        ended_version=row.ended_version,
    )


def _shift_row(shift: Shift) -> dict[str, Any]:
    row = asdict(shift)
    row["person_id"], row["hospital_id"] = row.pop("person"), row.pop("hospital")
    return row


@asynccontextmanager
async def _no_overlap() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError as error:
        match violated(error):
            case tables.SHIFT_OVERLAP:
                raise ShiftsOverlap from None
            case tables.ASSIGNMENT_OVERLAP:
                raise AssignmentsOverlap from None
        raise
