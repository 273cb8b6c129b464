"""All SQL of swaps, and of what two people could swap."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, or_, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ShiftId, SwapId, UserId
from telemed.schedules import store, tables
from telemed.schedules.model import AHEAD, Shift
from telemed.schedules.model_swap import OPEN, Swap, SwapState

_c, _shift = tables.swap.c, tables.shift.c


async def add(tx: Tx, new: Swap) -> None:
    await tx.execute(insert(tables.swap).values(_row(new)))


async def save(tx: Tx, swap: Swap) -> None:
    await tx.execute(update(tables.swap).where(_c.id == swap.id).values(_row(swap)))


async def swap(tx: Tx, swap_id: SwapId) -> Swap:
    """Locks it. Raises Missing."""
    row = await tx.first(select(tables.swap).where(_c.id == swap_id).with_for_update())
    if row is None:
        raise Missing
    return _swap(row)


async def hospital_of(tx: Tx, swap_id: SwapId) -> FacilityId:
    """Without a lock: whose roster is to be locked before it. Raises Missing."""
    found = await tx.scalar(select(_c.hospital_id).where(_c.id == swap_id))
    if found is None:
        raise Missing
    return FacilityId(found)


async def open_with(tx: Tx, shifts: Collection[ShiftId]) -> list[Swap]:
    """The open ones that any of these shifts is part of."""
    return await _swaps(tx, or_(_c.give_id.in_(shifts), _c.take_id.in_(shifts)), _c.state.in_(OPEN))


async def of_person(tx: Tx, person: UserId, since: datetime) -> list[Swap]:
    """The open ones, and those proposed since then."""
    return await _swaps(tx, or_(_c.proposed_by == person, _c.proposed_to == person), _shown(since))


async def of_hospital(tx: Tx, hospital: FacilityId, since: datetime) -> list[Swap]:
    """The open ones, and those proposed since then."""
    return await _swaps(tx, _c.hospital_id == hospital, _shown(since))


async def hospitals(tx: Tx) -> list[FacilityId]:
    """Where anything was ever swapped: for whoever judges over the province."""
    return [FacilityId(row.hospital_id) for row in await tx.all(select(_c.hospital_id).distinct())]


async def that_made(tx: Tx, shifts: Collection[Shift]) -> list[Swap]:
    """The applied ones that these shifts came from."""
    before = [shift.replaces for shift in shifts if shift.replaces is not None]
    if not before:
        return []
    found = or_(_c.give_id.in_(before), _c.take_id.in_(before))
    return await _swaps(tx, found, _c.state == SwapState.APPLIED)


async def lock_shifts(tx: Tx, ids: Collection[ShiftId]) -> dict[ShiftId, Shift]:
    """Those of them that exist; always in one order, so that two who want the same wait and never cross."""
    found = select(tables.shift).where(_shift.id.in_(ids)).order_by(_shift.id).with_for_update()
    rows = [ShiftId(row.id) for row in await tx.all(found)]
    return {shift.id: shift for shift in await store.shifts_by_id(tx, rows)}


async def made_by(tx: Tx, swap: Swap) -> list[Shift]:
    """The rows of an applied swap: each taken over from one of its shifts by its version."""
    taken = select(_shift.id).where(_shift.replaces.in_(swap.shifts), _shift.roster_version == swap.version)
    return await store.shifts_by_id(tx, [ShiftId(row.id) for row in await tx.all(taken)])


async def coming(tx: Tx, hospital: FacilityId, after: datetime, before: datetime) -> list[Shift]:
    """What is still to be worked, begun or not."""
    ahead = select(_shift.id).where(
        _shift.hospital_id == hospital, _shift.ends_at > after, _shift.starts_at < before, _shift.state.in_(AHEAD)
    )
    return await store.shifts_by_id(tx, [ShiftId(row.id) for row in await tx.all(ahead)])


async def busy(tx: Tx, people: Collection[UserId], after: datetime, before: datetime) -> list[Shift]:
    """All their shifts ahead in these hours, at any hospital."""
    ahead = select(_shift.id).where(
        _shift.person_id.in_(people), _shift.ends_at > after, _shift.starts_at < before, _shift.state.in_(AHEAD)
    )
    return await store.shifts_by_id(tx, [ShiftId(row.id) for row in await tx.all(ahead)])


def _shown(since: datetime) -> ColumnElement[bool]:
    return or_(_c.state.in_(OPEN), _c.proposed_at > since, _c.judged_at > since, _c.undone_at > since)


async def _swaps(tx: Tx, *which: ColumnElement[bool]) -> list[Swap]:
    found = select(tables.swap).where(*which).order_by(_c.proposed_at.desc(), _c.id)
    return [_swap(row) for row in await tx.all(found)]


_COLUMNS = {
    "hospital": "hospital_id",
    "give": "give_id",
    "take": "take_id",
}
"""Where a field and its column are not called the same."""


def _row(swap: Swap) -> dict[str, Any]:
    return {_COLUMNS.get(name, name): value for name, value in asdict(swap).items()}


def _swap(row: AnyRow) -> Swap:
    return Swap(
        id=SwapId(row.id),
        hospital=FacilityId(row.hospital_id),
        give=ShiftId(row.give_id),
        take=ShiftId(row.take_id) if row.take_id else None,
        proposed_by=UserId(row.proposed_by),
        proposed_to=UserId(row.proposed_to),
        state=SwapState(row.state),
        reason=row.reason,
        proposed_at=row.proposed_at,
        answered_at=row.answered_at,
        answer_reason=row.answer_reason,
        judged_by=UserId(row.judged_by) if row.judged_by else None,
        judged_at=row.judged_at,
        judged_reason=row.judged_reason,
        version=row.version,
        undone_by=UserId(row.undone_by) if row.undone_by else None,
        undone_at=row.undone_at,
        undone_reason=row.undone_reason,
        undone_version=row.undone_version,
    )
