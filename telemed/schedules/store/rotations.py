"""All SQL of rotations."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, RotationId, ShiftId, UserId
from telemed.schedules import store, tables
from telemed.schedules.model import AHEAD, Shift
from telemed.schedules.model_rotation import Rotation, RotationPurpose, RotationsOverlap, WeekHours, span

_c, _shift, _absence = tables.rotation.c, tables.shift.c, tables.absence.c
_SIGNED = _c.decision_no != ""
_STANDING = _c.cancelled_at.is_(None)


async def add(tx: Tx, new: Rotation) -> None:
    """Raises RotationsOverlap."""
    async with _no_overlap():
        await tx.execute(insert(tables.rotation).values(_row(new)))


async def save(tx: Tx, rotation: Rotation) -> None:
    """Raises RotationsOverlap."""
    async with _no_overlap():
        await tx.execute(update(tables.rotation).where(_c.id == rotation.id).values(_row(rotation)))


async def rotation(tx: Tx, rotation_id: RotationId, *, lock: bool = False) -> Rotation:
    """Raises Missing."""
    found = select(tables.rotation).where(_c.id == rotation_id)
    row = await tx.first(found.with_for_update() if lock else found)
    if row is None:
        raise Missing
    return _rotation(row)


async def lock_person(tx: Tx, person: UserId) -> None:
    """Two who post the same person wait here, so the second can name the first one's posting."""
    await tx.execute(text("select pg_advisory_xact_lock(hashtextextended('rotation:' || :id, 0))"), {"id": str(person)})


async def known(tx: Tx, ended_after: date) -> list[Rotation]:
    """All but those over before that day, by station and days; the cancelled ones too."""
    return await _rotations(tx, _c.ends_on > ended_after)


async def last_ends(tx: Tx, today: date) -> dict[FacilityId, date]:
    """For each station where anybody ever was, the last end up to today."""
    over = select(_c.station_id, _c.ends_on).where(_STANDING, _SIGNED, _c.ends_on <= today).order_by(_c.ends_on)
    return {FacilityId(row.station_id): row.ends_on for row in await tx.all(over)}


async def clashing(
    tx: Tx, person: UserId, starts_on: date, ends_on: date, but: RotationId | None = None
) -> Rotation | None:
    """Another posting of this person in these days, signed or not."""
    days = (_c.starts_on < ends_on, _c.ends_on > starts_on, _c.starts_on < _c.ends_on)
    others = () if but is None else (_c.id != but,)
    found = await _rotations(tx, _c.person_id == person, _STANDING, *days, *others)
    return found[0] if found else None


async def running(tx: Tx, person: UserId, station: FacilityId, on: date) -> RotationId | None:
    """The signed posting of this person at this station on that day."""
    days = (_c.starts_on <= on, _c.ends_on > on)
    found = await _rotations(tx, _c.person_id == person, _c.station_id == station, _STANDING, _SIGNED, *days)
    return found[0].id if found else None


async def shifts_within(tx: Tx, person: UserId, starts_on: date, ends_on: date, now: datetime) -> list[Shift]:
    """What this person is still to work in these days, at any hospital."""
    begins, over = span(starts_on, ends_on)
    ahead = select(_shift.id).where(
        *(_shift.person_id == person, _shift.state.in_(AHEAD)),
        *(_shift.ends_at > max(begins, now), _shift.starts_at < over),
    )
    return await store.shifts_by_id(tx, [ShiftId(row.id) for row in await tx.all(ahead)])


async def _rotations(tx: Tx, *which: ColumnElement[bool]) -> list[Rotation]:
    found = select(tables.rotation).where(*which).order_by(_c.station_id, _c.starts_on, _c.id)
    return [_rotation(row) for row in await tx.all(found)]


def _row(rotation: Rotation) -> dict[str, Any]:
    row = asdict(rotation)
    for name in ("person", "hospital", "station"):
        row[f"{name}_id"] = row.pop(name)
    row["hours"] = [[one.weekday, f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in rotation.hours]
    return row


def _rotation(row: AnyRow) -> Rotation:
    values = dict(row._mapping)
    values["person"], values["hospital"] = UserId(values.pop("person_id")), FacilityId(values.pop("hospital_id"))
    values["station"] = FacilityId(values.pop("station_id"))
    values["id"], values["made_by"] = RotationId(row.id), UserId(row.made_by)
    values["ended_by"] = UserId(row.ended_by) if row.ended_by else None
    values["purpose"] = RotationPurpose(row.purpose)
    values["hours"] = tuple(
        WeekHours(weekday, time.fromisoformat(opens), time.fromisoformat(closes))
        for weekday, opens, closes in row.hours
    )
    return Rotation(**values)


@asynccontextmanager
async def _no_overlap() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError as error:
        if violated(error) == tables.ROTATION_OVERLAP:
            raise RotationsOverlap from None
        raise
