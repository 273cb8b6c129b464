"""The one way a published roster changes: under its hospital's lock, as a numbered version, nothing ever rewritten."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, text

from telemed.infra.db import AnyRow, Tx
from telemed.infra.idempotency import change_table
from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules import store, tables
from telemed.schedules.model_roster import RosterChange, RosterVersion, VersionKind

_version = tables.roster_version.c


async def in_force(tx: Tx, hospital: FacilityId, at: datetime | None = None) -> int | None:
    """The roster's number now, or at a moment; None before the first."""
    found = select(func.max(_version.number)).where(_version.hospital_id == hospital)
    if at is not None:
        found = found.where(_version.made_at <= at)
    number: int | None = await tx.scalar(found)
    return number


async def lock(tx: Tx, hospital: FacilityId) -> int:
    """Waits for whoever publishes this hospital's roster now; the number in force, 0 before the first."""
    await tx.execute(text("select pg_advisory_xact_lock(hashtextextended('roster:' || :id, 0))"), {"id": str(hospital)})
    return await in_force(tx, hospital) or 0


async def apply(
    tx: Tx, hospital: FacilityId, kind: VersionKind, change: RosterChange, by: UserId | None, *, reason: str = ""
) -> RosterVersion:
    """Makes the next version: ends what goes, adds what comes. The caller holds `lock` and has loaded the shifts.

    Raises:
        ShiftOver: one that goes is not to be worked any more.
        ShiftsOverlap: somebody would be on duty twice at once.
    """
    number = await lock(tx, hospital) + 1
    made = RosterVersion(hospital, number, kind, tx.at, by, reason)
    row = {"hospital_id": hospital, "number": number, "kind": kind, "made_at": tx.at, "made_by": by, "reason": reason}
    await tx.execute(insert(tables.roster_version).values(row))
    for gone in change.ended(kind, number):
        await store.save_shift(tx, gone)
    await store.add_shifts(tx, change.made(number))
    return made


async def version(tx: Tx, hospital: FacilityId, number: int) -> RosterVersion | None:
    row = await tx.first(
        select(tables.roster_version).where(_version.hospital_id == hospital, _version.number == number)
    )
    return _version_of(row) if row else None


async def made_by(tx: Tx, hospital: FacilityId, change_id: UUID) -> int | None:
    """The number that a change made: the same command again gets the same answer. Both were written at one time."""
    found = select(_version.number).join(change_table, change_table.c.at == _version.made_at)
    number: int | None = await tx.scalar(found.where(change_table.c.id == change_id, _version.hospital_id == hospital))
    return number


async def versions(tx: Tx, hospital: FacilityId, limit: int = 50) -> list[RosterVersion]:
    """The newest first."""
    found = select(tables.roster_version).where(_version.hospital_id == hospital).order_by(_version.number.desc())
    return [_version_of(row) for row in await tx.all(found.limit(limit))]


def _version_of(row: AnyRow) -> RosterVersion:
    return RosterVersion(
        FacilityId(row.hospital_id),
        row.number,
        VersionKind(row.kind),
        row.made_at,
        None if row.made_by is None else UserId(row.made_by),
        row.reason,
    )
