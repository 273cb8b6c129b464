"""Shifts and assignments to be, written behind the service's back."""

from datetime import UTC, date, datetime, timedelta

from telemed.infra.db import Database
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import Shift, store
from telemed.schedules.model import Assignment
from tests.people import SYSTEM

SEVEN = datetime(2026, 11, 22, 0, tzinfo=UTC)  # 07:00 in Lai Châu
HOUR = timedelta(hours=1)
NEW_YEAR = date(2026, 1, 1)


def shift(person: UserId, hospital: FacilityId, starts_at: datetime = SEVEN, hours: int = 12) -> Shift:
    ends_at = starts_at + hours * HOUR
    return Shift(ShiftId(uuid7()), person, hospital, Specialty.INTERNAL, Tier.FIRST, starts_at, ends_at, 1)


async def put(db: Database, *shifts: Shift) -> None:
    async with db.transaction(SYSTEM) as tx:
        await store.add_shifts(tx, shifts)


async def assign(db: Database, station: FacilityId, hospital: FacilityId, since: date, until: date | None) -> None:
    async with db.transaction(SYSTEM) as tx:
        await store.add_assignment(tx, Assignment(uuid7(), station, hospital, since, until, "QĐ 12/QĐ-SYT"))
