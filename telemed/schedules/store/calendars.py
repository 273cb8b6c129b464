"""All SQL about calendar links, and the shifts that calendars show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules import store, tables
from telemed.schedules.coverage import Span
from telemed.schedules.ical import Occasion
from telemed.schedules.model import LONGEST

_link, _shift, _version = tables.calendar_link.c, tables.shift.c, tables.roster_version.c


@dataclass(frozen=True, slots=True)
class Link:
    id: UUID
    person: UserId
    """Who made it, and may revoke it: it shows what that person may see."""
    hospital: FacilityId | None
    made_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


async def add(tx: Tx, link_id: UUID, person: UserId, hospital: FacilityId | None, secret_hash: bytes) -> bool:
    """False if it is there already."""
    row = {"id": link_id, "person_id": person, "hospital_id": hospital, "secret_hash": secret_hash, "made_at": tx.at}
    put = insert(tables.calendar_link).values(row).on_conflict_do_nothing(index_elements=["id"])
    return bool((await tx.execute(put)).rowcount)


async def own(tx: Tx, link_id: UUID, person: UserId) -> Link:
    """Locks it. Raises Missing: it is nobody's, or another's."""
    found = select(tables.calendar_link).where(_link.id == link_id, _link.person_id == person).with_for_update()
    row = await tx.first(found)
    if row is None:
        raise Missing
    return _link_of(row)


async def standing(tx: Tx, person: UserId) -> list[Link]:
    """Not revoked, the newest first."""
    found = (
        select(tables.calendar_link)
        .where(_link.person_id == person, _link.revoked_at.is_(None))
        .order_by(_link.made_at.desc(), _link.id)
    )
    return [_link_of(row) for row in await tx.all(found)]


async def by_secret(tx: Tx, secret_hash: bytes) -> Link | None:
    """None: never made, or revoked."""
    found = select(tables.calendar_link).where(_link.secret_hash == secret_hash, _link.revoked_at.is_(None))
    row = await tx.first(found)
    return _link_of(row) if row else None


async def replace_secret(tx: Tx, link_id: UUID, secret_hash: bytes) -> None:
    await tx.execute(update(tables.calendar_link).where(_link.id == link_id).values(secret_hash=secret_hash))


async def used(tx: Tx, link_id: UUID) -> None:
    """To the hour: calendars ask often, and nobody needs to know more."""
    since = tx.at - timedelta(hours=1)
    stale = or_(_link.used_at.is_(None), _link.used_at < since)
    await tx.execute(update(tables.calendar_link).where(_link.id == link_id, stale).values(used_at=tx.at))


async def revoke(tx: Tx, link_id: UUID) -> None:
    await tx.execute(update(tables.calendar_link).where(_link.id == link_id).values(revoked_at=tx.at))


async def occasions(tx: Tx, days: Span, *, own: bool, of: UUID, at_most: int) -> list[Occasion]:
    """A person's own published shifts, or a hospital's, also those that were swapped or cancelled; each with when its
    roster last said something of it.

    Those that stand come first where there are more than `at_most`.
    """
    whose = _shift.person_id == of if own else _shift.hospital_id == of
    told = (
        select(func.max(_version.made_at))
        .where(
            _version.hospital_id == _shift.hospital_id,
            or_(_version.number == _shift.roster_version, _version.number == _shift.ended_version),
        )
        .correlate(tables.shift)
        .scalar_subquery()
    )
    within = and_(
        _shift.ends_at > days.starts_at, _shift.ends_at <= days.ends_at + LONGEST, _shift.starts_at < days.ends_at
    )
    found = (
        select(tables.shift, func.coalesce(told, _shift.starts_at).label("told_at"))
        .where(whose, within)
        .order_by(_shift.ended_version.is_not(None), _shift.starts_at, _shift.id)
        .limit(at_most)
    )
    rows: Sequence[AnyRow] = await tx.all(found)
    shifts = {shift.id: shift for shift in await store.shifts_by_id(tx, {row.id for row in rows})}
    return [Occasion(shifts[row.id], row.told_at) for row in rows]


def _link_of(row: AnyRow) -> Link:
    return Link(
        id=row.id,
        person=UserId(row.person_id),
        hospital=None if row.hospital_id is None else FacilityId(row.hospital_id),
        made_at=row.made_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )
