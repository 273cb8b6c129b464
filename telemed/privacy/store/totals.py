"""Counts over consults that were sent; nothing of a single one comes out."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, exists, func, select
from sqlalchemy.dialects.postgresql import TIMESTAMP

from telemed.identity.tables import facility
from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId
from telemed.privacy.suppression import Cell
from telemed.records.tables import referral
from telemed.sessions.tables import consult

_c = consult.c


@dataclass(frozen=True, slots=True)
class Counted:
    whole: Cell
    stations: dict[UUID, Cell]
    hospitals: dict[UUID, Cell]
    months: dict[str, Cell]


async def stations_of_communes(tx: Tx, of: Collection[FacilityId]) -> frozenset[FacilityId]:
    """Stations in the communes of these facilities, and they themselves."""
    f = facility.c
    communes = select(f.commune_code).where(f.id.in_(of), f.commune_code.is_not(None))
    rows = await tx.all(select(f.id).where(f.commune_code.in_(communes), f.kind == "station"))
    return frozenset(FacilityId(row.id) for row in rows) | frozenset(of)


async def counted(
    tx: Tx,
    since: datetime,
    until: datetime,
    *,
    stations: Collection[FacilityId] | None = None,
    hospitals: Collection[FacilityId] | None = None,
) -> Counted:
    """Of real consults sent from `since` up to, and without, `until`; of these facilities, or of all."""
    these = [_c.sent_at >= since, _c.sent_at < until, ~_c.practice]
    if stations is not None:
        these.append(_c.station_id.in_(stations))
    if hospitals is not None:
        these.append(_c.hospital_id.in_(hospitals))
    month = func.to_char(func.timezone(LOCAL.key, _c.sent_at, type_=TIMESTAMP), "YYYY-MM")
    return Counted(
        _cell(await tx.one(select(*_COUNTS).where(*these))),
        dict(await _by(tx, _c.station_id, these)),
        dict(await _by(tx, _c.hospital_id, these)),
        dict(await _by(tx, month, these)),
    )


_REFERRED = exists().where(referral.c.consult_id == _c.id, referral.c.state != "cancelled")
_COUNTS = (
    func.count().label("consults"),
    func.count().filter(_c.urgency == "stat").label("stat"),
    func.count(_c.first_answer_at).label("answered"),
    func.count()
    .filter(and_(_c.first_answer_at.is_not(None), _c.first_answer_at <= _c.answer_due_at))
    .label("answered_in_time"),
    func.count(_c.concluded_at).label("concluded"),
    func.count().filter(_REFERRED).label("referred"),
)


async def _by(tx: Tx, key: ColumnElement[object], these: list[ColumnElement[bool]]) -> list[tuple[Any, Cell]]:
    rows = await tx.all(select(key.label("key"), *_COUNTS).where(*these).group_by(key).order_by(key))
    return [(row.key, _cell(row)) for row in rows]


def _cell(row: Row[*tuple[object, ...]]) -> Cell:
    return Cell(**{f.name: getattr(row, f.name) for f in fields(Cell)})
