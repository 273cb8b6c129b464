"""All SQL about drafts, and what the matrix of a roster reads: published shifts, pending swaps, versions."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import OtherBody
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import store, tables
from telemed.schedules.coverage import Span
from telemed.schedules.model import LONGEST, STANDING, Shift, ShiftsOverlap
from telemed.schedules.model_draft import Draft, Drafted, Removal, shift_of

_shift, _version = tables.shift.c, tables.roster_version.c
_draft, _removal = tables.draft_shift.c, tables.draft_removal.c
_swap = tables.swap.c

PENDING = ("proposed", "agreed")
HABIT = timedelta(days=60)
"""How far back a hospital's own day and night hours are read from its roster."""


async def draft(tx: Tx, hospital: FacilityId) -> Draft:
    drafted = select(tables.draft_shift).where(_draft.hospital_id == hospital).order_by(_draft.starts_at, _draft.id)
    gone = select(tables.draft_removal).where(_removal.hospital_id == hospital).order_by(_removal.shift_id)
    return Draft(
        hospital,
        tuple(_drafted_of(row) for row in await tx.all(drafted)),
        tuple(Removal(ShiftId(r.shift_id), UserId(r.made_by), r.made_at) for r in await tx.all(gone)),
    )


async def drafted_elsewhere(tx: Tx, hospital: FacilityId, people: Collection[UserId], period: Span) -> list[Shift]:
    """Their shifts in other hospitals' drafts."""
    if not people:
        return []
    found = select(tables.draft_shift).where(_draft.person_id.in_(people), _draft.hospital_id != hospital)
    found = found.where(_draft.starts_at < period.ends_at, _draft.ends_at > period.starts_at)
    return [_drafted_of(row).shift for row in await tx.all(found)]


async def add_drafted(tx: Tx, new: Collection[Shift]) -> None:
    """The caller holds `versions.lock`.

    Raises:
        ShiftsOverlap: another hospital's draft has this person in these hours.
        OtherBody: one of these ids is in use.
    """
    rows = [_row(tx, shift) for shift in sorted(new, key=lambda shift: (shift.person, shift.starts_at))]
    if not rows:
        return
    if await store.shifts_by_id(tx, {shift.id for shift in new}):
        raise OtherBody  # a published shift has this id: publishing the draft would lose the new one without a word
    with _refusals():
        await tx.execute(insert(tables.draft_shift), rows)


async def drop_drafted(tx: Tx, ids: Collection[ShiftId]) -> None:
    if ids:
        await tx.execute(delete(tables.draft_shift).where(_draft.id.in_(ids)))


async def add_removals(tx: Tx, shifts: Iterable[Shift]) -> None:
    """The caller has left out those that are to go already."""
    by = {"made_by": tx.actor.id, "made_at": tx.at}
    rows = [{"shift_id": shift.id, "hospital_id": shift.hospital, **by} for shift in shifts]
    if rows:
        await tx.execute(insert(tables.draft_removal), rows)


async def drop_removals(tx: Tx, ids: Collection[ShiftId]) -> None:
    if ids:
        await tx.execute(delete(tables.draft_removal).where(_removal.shift_id.in_(ids)))


async def standing(tx: Tx, hospital: FacilityId, period: Span) -> list[Shift]:
    """The published shifts of a hospital that touch the period."""
    return await store.shifts_where(tx, _shift.hospital_id == hospital, *_touching(period))


async def standing_of(tx: Tx, people: Collection[UserId], period: Span) -> list[Shift]:
    """Theirs, at whatever hospital."""
    if not people:
        return []
    return await store.shifts_where(tx, _shift.person_id.in_(people), *_touching(period))


async def lock_shifts(tx: Tx, hospital: FacilityId, ids: Collection[ShiftId]) -> list[Shift]:
    """Those of this hospital, whatever became of them; nobody confirms or ends one meanwhile."""
    if not ids:
        return []
    found = select(_shift.id).where(_shift.id.in_(ids), _shift.hospital_id == hospital).order_by(_shift.id)
    held = [ShiftId(row.id) for row in await tx.all(found.with_for_update())]
    return await store.shifts_by_id(tx, held)


async def pending_swaps(tx: Tx, hospital: FacilityId) -> frozenset[ShiftId]:
    """The shifts that somebody asked to give away and nobody has decided about."""
    found = select(_swap.give_id, _swap.take_id).where(_swap.hospital_id == hospital, _swap.state.in_(PENDING))
    return frozenset(ShiftId(one) for row in await tx.all(found) for one in (row.give_id, row.take_id) if one)


async def habits(tx: Tx, hospital: FacilityId) -> Counter[tuple[time, timedelta]]:
    """How often its shifts of these weeks begin at which local time and last how long."""
    found = (
        select(_shift.starts_at, (_shift.ends_at - _shift.starts_at).label("lasts"), func.count().label("times"))
        .where(_shift.hospital_id == hospital, _shift.ends_at > tx.at - HABIT, _shift.state.in_(STANDING))
        .group_by(_shift.starts_at, _shift.ends_at - _shift.starts_at)
    )
    known: Counter[tuple[time, timedelta]] = Counter()
    for row in await tx.all(found):
        known[row.starts_at.astimezone(LOCAL).time(), row.lasts] += row.times
    return known


async def version_sizes(tx: Tx, hospital: FacilityId, numbers: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many shifts each version made, and how many it ended."""
    counts = dict.fromkeys(numbers, (0, 0))
    for column, place in ((_shift.roster_version, 0), (_shift.ended_version, 1)):
        found = select(column.label("number"), func.count().label("times"))
        found = found.where(_shift.hospital_id == hospital, column.in_(numbers)).group_by(column)
        for row in await tx.all(found):
            made, ended = counts[row.number]
            counts[row.number] = (row.times, ended) if place == 0 else (made, row.times)
    return counts


def _touching(period: Span) -> tuple[ColumnElement[bool], ...]:
    return (
        and_(_shift.ends_at > period.starts_at, _shift.ends_at < period.ends_at + LONGEST),
        _shift.starts_at < period.ends_at,
        _shift.state.in_(STANDING),
    )


def _drafted_of(row: AnyRow) -> Drafted:
    specialty = Specialty(row.specialty) if row.specialty else None
    hours = Span(row.starts_at, row.ends_at)
    shift = shift_of(row.id, row.person_id, FacilityId(row.hospital_id), (specialty, Tier(row.tier)), hours)
    return Drafted(shift, UserId(row.made_by), row.made_at)


def _row(tx: Tx, shift: Shift) -> dict[str, Any]:
    return {
        "id": shift.id,
        "hospital_id": shift.hospital,
        "person_id": shift.person,
        "specialty": shift.specialty,
        "tier": shift.tier,
        "starts_at": shift.starts_at,
        "ends_at": shift.ends_at,
        "made_by": tx.actor.id,
        "made_at": tx.at,
    }


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        match violated(error):
            case tables.DRAFT_OVERLAP:
                raise ShiftsOverlap from None
            case "draft_shift_pkey":
                raise OtherBody from None
        raise
