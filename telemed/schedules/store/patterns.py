"""All SQL about weekly patterns."""

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

from sqlalchemy import insert, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import tables
from telemed.schedules.model_pattern import Days, Pattern, Turn

_pattern = tables.roster_pattern.c


async def add(tx: Tx, pattern: Pattern) -> None:
    row = asdict(pattern)
    row["hospital_id"] = row.pop("hospital")
    row["weekdays"], row["people"] = list(pattern.weekdays), list(pattern.people)
    await tx.execute(insert(tables.roster_pattern).values(row))


async def patterns(tx: Tx, hospital: FacilityId, ids: Collection[UUID] | None = None) -> list[Pattern]:
    """Those that still make shifts, by name."""
    found = select(tables.roster_pattern).where(_pattern.hospital_id == hospital, _pattern.retired_at.is_(None))
    if ids is not None:
        found = found.where(_pattern.id.in_(ids))
    return [_pattern_of(row) for row in await tx.all(found.order_by(_pattern.name, _pattern.id))]


async def pattern(tx: Tx, pattern_id: UUID) -> Pattern:
    """Locks it. Raises Missing."""
    row = await tx.first(select(tables.roster_pattern).where(_pattern.id == pattern_id).with_for_update())
    if row is None:
        raise Missing
    return _pattern_of(row)


async def retire(tx: Tx, pattern_id: UUID) -> None:
    still = update(tables.roster_pattern).where(_pattern.id == pattern_id, _pattern.retired_at.is_(None))
    await tx.execute(still.values(retired_at=tx.at))


def _pattern_of(row: AnyRow) -> Pattern:
    return Pattern(
        id=row.id,
        hospital=FacilityId(row.hospital_id),
        name=row.name,
        specialty=Specialty(row.specialty) if row.specialty else None,
        tier=Tier(row.tier),
        weekdays=tuple(row.weekdays),
        days=Days(row.days),
        starts=row.starts,
        length=row.length,
        people=tuple(UserId(one) for one in row.people),
        turn=Turn(row.turn),
        anchor=row.anchor,
        made_by=UserId(row.made_by),
        made_at=row.made_at,
        retired_at=row.retired_at,
    )
