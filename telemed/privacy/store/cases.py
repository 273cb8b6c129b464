"""What is known of a case without opening it: its code, its two ends, whether it is labelled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from telemed.infra.audit import audit_table
from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.sessions.tables import consult

_c = consult.c
_a = audit_table.c


@dataclass(frozen=True, slots=True)
class CaseName:
    id: ConsultId
    code: str
    station: FacilityId
    hospital: FacilityId
    labelled: bool


async def sent_case(tx: Tx, code: str) -> CaseName | None:
    """The case of that code, unless it is a draft."""
    found = await _names(tx, _c.code == code, _c.sent_at.is_not(None))
    return found[0] if found else None


async def case_names(tx: Tx, ids: Collection[ConsultId]) -> dict[ConsultId, CaseName]:
    return {one.id: one for one in await _names(tx, _c.id.in_(ids))} if ids else {}


async def _names(tx: Tx, *these: ColumnElement[bool]) -> Sequence[CaseName]:
    query = select(_c.id, _c.code, _c.station_id, _c.hospital_id, _c.labels).where(*these)
    return [
        CaseName(ConsultId(r.id), r.code, FacilityId(r.station_id), FacilityId(r.hospital_id), bool(r.labels))
        for r in await tx.all(query)
    ]


async def reads(
    tx: Tx, person: UserId, consult_id: ConsultId, since: datetime, until: datetime
) -> tuple[int, datetime | None]:
    """How often one person read or took something of a case in that time, and when last."""
    query = select(func.count().label("times"), func.max(_a.at).label("last")).where(
        _a.consult_id == consult_id,
        _a.actor_id == person,
        _a.action.in_(["read", "print", "export"]),
        _a.outcome == "ok",
        _a.at >= since,
        _a.at <= until,
    )
    row = await tx.one(query)
    return int(row.times), row.last
