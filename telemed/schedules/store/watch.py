"""SQL of the watch over duty: each question takes all shifts at once, by a small index of those still to be worked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, tuple_, update

from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import store, tables
from telemed.schedules.model import AHEAD, LONGEST, Shift, ShiftState

_shift, _rotation = tables.shift.c, tables.rotation.c


async def lock_unconfirmed(tx: Tx, now: datetime, begun_before: datetime) -> list[Shift]:
    """Running, begun some time ago, nobody there, not yet armed. What somebody changes now waits for the next run."""
    return await store.locked_where(
        tx,
        _shift.state.in_([ShiftState.PLANNED]),
        _shift.ends_at > now,
        _shift.ends_at <= now + LONGEST,
        _shift.starts_at <= begun_before,
        _shift.armed_at.is_(None),
    )


async def arm(tx: Tx, ids: Collection[ShiftId], at: datetime) -> None:
    await tx.execute(update(tables.shift).where(_shift.id.in_(ids), _shift.armed_at.is_(None)).values(armed_at=at))


async def running(tx: Tx, hospital: FacilityId, specialty: Specialty | None, tier: Tier, at: datetime) -> list[Shift]:
    return await store.shifts_where(
        tx,
        _shift.hospital_id == hospital,
        _shift.specialty.is_not_distinct_from(specialty),
        _shift.tier == tier,
        _shift.ends_at > at,
        _shift.ends_at <= at + LONGEST,
        _shift.starts_at <= at,
        _shift.state.in_(AHEAD),
    )


async def lock_ended(tx: Tx, now: datetime, limit: int) -> list[Shift]:
    """Over, and not yet said what became of them; the oldest first."""
    return await store.locked_where(tx, _shift.state.in_(AHEAD), _shift.ends_at <= now, limit=limit)


async def end(tx: Tx, ended: Sequence[Shift]) -> None:
    for state in {shift.state for shift in ended}:
        ids = [shift.id for shift in ended if shift.state is state]
        await tx.execute(update(tables.shift).where(_shift.id.in_(ids)).values(state=state))


async def reliefs(tx: Tx, ended: Sequence[Shift]) -> dict[ShiftId, UserId]:
    """Who has the same place when each of them ends."""
    if not ended:
        return {}
    places = {(shift.hospital, shift.ends_at, shift.tier) for shift in ended}
    after = await store.shifts_where(
        tx,
        tuple_(_shift.hospital_id, _shift.starts_at, _shift.tier).in_(places),
        _shift.ends_at > min(shift.ends_at for shift in ended),
        _shift.state.in_(AHEAD),
    )
    by_place = {(one.hospital, one.starts_at, one.tier, one.specialty): one.person for one in after}
    found = {s.id: by_place.get((s.hospital, s.ends_at, s.tier, s.specialty)) for s in ended}
    return {shift: person for shift, person in found.items() if person is not None}


@dataclass(frozen=True, slots=True)
class RotationEnd:
    id: UUID
    person: UserId
    hospital: FacilityId
    station: FacilityId
    ends_on: date


async def rotations_ending(tx: Tx, today: date, until: date) -> list[RotationEnd]:
    """Running ones that end up to a day."""
    ending = (
        select(_rotation.id, _rotation.person_id, _rotation.hospital_id, _rotation.station_id, _rotation.ends_on)
        .where(_rotation.cancelled_at.is_(None), _rotation.decision_no != "", _rotation.starts_on <= today)
        .where(_rotation.ends_on > today, _rotation.ends_on <= until)
        .order_by(_rotation.ends_on, _rotation.id)
    )
    return [
        RotationEnd(row.id, UserId(row.person_id), FacilityId(row.hospital_id), FacilityId(row.station_id), row.ends_on)
        for row in await tx.all(ending)
    ]
