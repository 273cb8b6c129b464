"""Leave and postings to be, and roster versions as they were made: written behind the service's back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert

from telemed.infra.db import Database
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.schedules import Shift, store, tables
from telemed.schedules.model_roster import RosterChange, VersionKind
from telemed.schedules.store import versions
from tests.people import SYSTEM


async def on_leave(
    db: Database, person: UserId, hospital: FacilityId, starts_at: datetime, ends_at: datetime, **columns: object
) -> UUID:
    row = {"person_id": person, "hospital_id": hospital, "starts_at": starts_at, "ends_at": ends_at, "kind": "leave"}
    return await _put(db, "absence", row | {"made_by": person} | columns)


async def posted(
    db: Database, person: UserId, hospital: FacilityId, station: FacilityId, days: tuple[date, date], **columns: object
) -> UUID:
    starts_on, ends_on = days
    row = {"person_id": person, "hospital_id": hospital, "station_id": station, "starts_on": starts_on}
    row |= {"ends_on": ends_on, "planned_ends_on": ends_on, "decision_no": "12/QĐ-BV", "purpose": "rotation"}
    return await _put(db, "rotation", row | {"purpose_note": "", "hours": [], "made_by": person} | columns)


async def publish(db: Database, *shifts: Shift, remove: tuple[Shift, ...] = ()) -> int:
    """One more version of the roster of their hospital; its number."""
    change = RosterChange(remove=remove, add=shifts)
    hospital = (*shifts, *remove)[0].hospital
    kind = VersionKind.SWAP if remove and any(s.replaces for s in shifts) else VersionKind.PUBLISH
    async with db.transaction(SYSTEM) as tx:
        await versions.lock(tx, hospital)
        return (await versions.apply(tx, hospital, kind, change, None)).number


async def as_is(db: Database, shift: Shift) -> Shift:
    async with db.transaction(SYSTEM) as tx:
        return (await store.shifts_by_id(tx, [shift.id]))[0]


async def _put(db: Database, table: str, row: dict[str, object]) -> UUID:
    made = uuid7()
    async with db.transaction(SYSTEM) as tx:
        values = {"id": made, "made_at": tx.at} | row
        await tx.execute(insert(getattr(tables, table)).values(values))
    return made
