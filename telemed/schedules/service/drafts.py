"""Changing a roster's draft, cell by cell: two planners who want the same person at once are told of each other."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.schedules import policy, store
from telemed.schedules.coverage import Span
from telemed.schedules.model import AHEAD, Shift, ShiftsOverlap
from telemed.schedules.model_draft import CellTaken, NotStaff, ShiftBegun, meet, shift_of
from telemed.schedules.service import picture
from telemed.schedules.store import rosters, versions
from telemed.schedules.wire_rosters import Discard, DraftChange, DraftView, NewShift


class Drafts:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def change(self, actor: Actor, hospital: FacilityId, change_id: UUID, change: DraftChange) -> DraftView:
        """Shifts that begin later; what runs is changed by an override.

        Raises:
            Denied, Missing, NotStaff, ShiftBegun
            CellTaken: somebody is on duty in these hours, by whom and since when.
            ShiftsOverlap: the same, at another hospital.
            OtherBody: an id is in use.
        """
        policy.require_planner(actor, hospital)
        policy.require_plan(actor, hospital, {one.specialty for one in change.add})
        new = [new_shift(hospital, one) for one in change.add]
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, change_id, hospital, change, tx.at):
                await versions.lock(tx, hospital)
                gone = await self._remove(tx, hospital, change)
                await require_staff(tx, hospital, new)
                await _require_free(tx, hospital, new, gone)
                await rosters.add_drafted(tx, new)
                await audit.record(tx, "roster.draft", "facility", hospital, at=hospital)
            touched = [*(s.id for s in new), *map(ShiftId, change.remove), *map(ShiftId, change.keep)]
            return await _answer(tx, hospital, touched)

    async def discard(self, actor: Actor, hospital: FacilityId, discard: Discard) -> DraftView:
        """Raises Denied, Missing."""
        policy.require_plan(actor, hospital, discard.specialties)
        async with self._db.transaction(actor) as tx:
            await versions.lock(tx, hospital)
            draft = await rosters.draft(tx, hospital)
            part = draft.of(discard.specialties, await rosters.lock_shifts(tx, hospital, draft.removed))
            await rosters.drop_drafted(tx, {shift.id for shift in part.added})
            await rosters.drop_removals(tx, part.removed)
            await audit.record(tx, "roster.discard", "facility", hospital, at=hospital)
            return await _answer(tx, hospital, [*(s.id for s in part.added), *part.removed])

    async def _remove(self, tx: Tx, hospital: FacilityId, change: DraftChange) -> frozenset[ShiftId]:
        """Takes cells away and puts published ones back; what is gone already stays gone. What is to go after it."""
        remove, keep = frozenset(map(ShiftId, change.remove)), frozenset(map(ShiftId, change.keep))
        draft = await rosters.draft(tx, hospital)
        drafted = [shift for shift in draft.added if shift.id in remove]
        published = await rosters.lock_shifts(tx, hospital, remove | keep)
        policy.require_plan(tx.actor, hospital, {shift.specialty for shift in (*drafted, *published)})
        going = [s for s in published if s.id in remove - draft.removed and s.state in AHEAD]
        if begun := next((shift for shift in going if shift.starts_at <= tx.at), None):
            raise ShiftBegun(shift=str(begun.id))
        await rosters.drop_drafted(tx, {shift.id for shift in drafted})
        await rosters.drop_removals(tx, keep & draft.removed)
        await rosters.add_removals(tx, going)
        return (draft.removed - keep) | {shift.id for shift in going}


def new_shift(hospital: FacilityId, one: NewShift) -> Shift:
    hours = Span(one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC))
    return shift_of(one.id, one.person_id, hospital, (one.specialty, one.tier), hours)


async def require_staff(tx: Tx, hospital: FacilityId, new: Sequence[Shift]) -> None:
    """Raises NotStaff, ShiftBegun."""
    if begun := next((shift for shift in new if shift.starts_at <= tx.at), None):
        raise ShiftBegun(shift=str(begun.id))
    await require_people(tx, hospital, new, "/body/add/{}/person_id")


async def require_people(tx: Tx, hospital: FacilityId, new: Sequence[Shift], pointer: str) -> None:
    """Raises NotStaff."""
    if not new:
        return
    first = min(picture.day_at(shift.starts_at) for shift in new)
    until = max(picture.day_at(shift.ends_at) for shift in new) + picture.A_DAY
    staff = await identity.staff(tx, hospital, picture.STAFF, first, until)
    for n, shift in enumerate(new):
        if shift.person not in staff:
            raise NotStaff(pointer=pointer.format(n))


async def _require_free(tx: Tx, hospital: FacilityId, new: Sequence[Shift], gone: Collection[ShiftId]) -> None:
    """Raises CellTaken, ShiftsOverlap."""
    if not new:
        return
    hours = Span(min(shift.starts_at for shift in new), max(shift.ends_at for shift in new))
    people = {shift.person for shift in new}
    draft = await rosters.draft(tx, hospital)
    standing = [shift for shift in await rosters.standing_of(tx, people, hours) if shift.id not in gone]
    for shift in new:
        for one in draft.drafted:
            if one.shift.person == shift.person and meet(one.shift, shift):
                raise _taken(shift.person, one.made_by, one.made_at.isoformat())
        for other in standing:
            if other.person != shift.person or not meet(other, shift):
                continue
            if other.hospital != hospital:
                raise ShiftsOverlap
            made = await versions.version(tx, hospital, other.roster_version)
            raise _taken(shift.person, made.made_by if made else None, made.made_at.isoformat() if made else "")


def _taken(person: UserId, by: UserId | None, at: str) -> CellTaken:
    return CellTaken(person=str(person), by=str(by or ""), at=at)


async def _answer(tx: Tx, hospital: FacilityId, touched: Iterable[ShiftId]) -> DraftView:
    ids = frozenset(touched)
    draft = await rosters.draft(tx, hospital)
    published = [shift for shift in await store.shifts_by_id(tx, ids) if shift.hospital == hospital]
    known = [*published, *(shift for shift in draft.added if shift.id in ids)]
    period = _spanned(known) or Span(tx.at, tx.at + picture.A_DAY)
    seen = await picture.picture(tx, hospital, period)
    shown = picture.shift_views(seen, await rosters.pending_swaps(tx, hospital), drafts=True)
    return DraftView(
        draft=picture.summary(seen, picture.plannable(tx.actor, seen)),
        changed=[one for one in shown if one.id in ids],
    )


def _spanned(shifts: Sequence[Shift]) -> Span | None:
    if not shifts:
        return None
    return Span(min(shift.starts_at for shift in shifts), max(shift.ends_at for shift in shifts))
