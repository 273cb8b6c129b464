"""SQL that counts rings for rosters: how often each doctor was called, and nothing of any case."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from telemed.infra.db import Tx
from telemed.kernel.ids import UserId
from telemed.sessions import tables

_ring, _consult = tables.ring.c, tables.consult.c


async def rings_of(tx: Tx, people: Collection[UserId], since: datetime, until: datetime) -> dict[UserId, int]:
    """In a period; practice cases are never counted."""
    if not people:
        return {}
    found = (
        select(_ring.user_id, func.count().label("times"))
        .join(tables.consult, _consult.id == _ring.consult_id)
        .where(_ring.user_id.in_(people), _ring.started_at >= since, _ring.started_at < until)
        .where(~_consult.practice)
        .group_by(_ring.user_id)
    )
    return {UserId(row.user_id): row.times for row in await tx.all(found)}
