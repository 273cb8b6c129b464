"""All SQL of single cases opened for a reason."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select, update

from telemed.identity import tables
from telemed.identity.model_access import CaseAccess
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import AccessId, ConsultId, FacilityId, UserId

_c = tables.case_access.c


async def add(tx: Tx, new: CaseAccess) -> None:
    row = asdict(new)
    for name in ("person", "consult", "station", "hospital"):
        row[f"{name}_id"] = row.pop(name)
    await tx.execute(insert(tables.case_access).values(row))


async def end(tx: Tx, access: AccessId, at: datetime) -> None:
    await tx.execute(update(tables.case_access).where(_c.id == access, _c.until_at > at).values(until_at=at))


async def some(tx: Tx, ids: Collection[AccessId]) -> list[CaseAccess]:
    """Those of them that the wall lets through."""
    return await _all(tx, _c.id.in_(ids))


async def running(tx: Tx, person: UserId, at: datetime) -> list[CaseAccess]:
    return await _all(tx, _c.person_id == person, _c.until_at > at)


async def of_person(tx: Tx, person: UserId) -> list[CaseAccess]:
    return await _all(tx, _c.person_id == person)


async def _all(tx: Tx, *these: ColumnElement[bool]) -> list[CaseAccess]:
    rows: Sequence[AnyRow] = await tx.all(select(tables.case_access).where(*these).order_by(_c.opened_at, _c.id))
    return [_access(row) for row in rows]


def _access(row: AnyRow) -> CaseAccess:
    return CaseAccess(
        AccessId(row.id),
        UserId(row.person_id),
        ConsultId(row.consult_id),
        FacilityId(row.station_id),
        FacilityId(row.hospital_id),
        row.ground,
        row.reason,
        row.on_duty,
        row.opened_at,
        row.until_at,
        row.review_on,
    )
