"""SQL of notices: what each person was told, and has looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import UserId, uuid7
from telemed.notify import tables
from telemed.notify.news import Param

_n = tables.notice.c


@dataclass(frozen=True, slots=True)
class Notice:
    id: UUID
    person: UserId
    kind: str
    about: UUID | None
    params: Mapping[str, Param]
    made_at: datetime
    seen_at: datetime | None


async def add(
    tx: Tx, person: UserId, kind: str, *, about: UUID | None, params: Mapping[str, Param], once: str | None
) -> UUID | None:
    """The new notice; None: this person was told so already."""
    row = {"kind": kind, "about": about, "params": dict(params), "once": once, "made_at": tx.at}
    put = insert(tables.notice).values(id=uuid7(), person_id=person, **row)
    put = put.on_conflict_do_nothing(index_elements=["person_id", "once"])
    made: UUID | None = await tx.scalar(put.returning(_n.id))
    return made


async def is_seen(tx: Tx, notice: UUID) -> bool:
    return await tx.scalar(select(_n.seen_at).where(_n.id == notice)) is not None


async def newest(tx: Tx, person: UserId, before: UUID | None, limit: int) -> Sequence[Notice]:
    """Older than `before`, or all; the newest first."""
    query = select(tables.notice).where(_n.person_id == person)
    if before is not None:
        mark = select(_n.made_at, _n.id).where(_n.id == before, _n.person_id == person)
        query = query.where(tuple_(_n.made_at, _n.id) < mark.scalar_subquery())
    return [_notice(row) for row in await tx.all(query.order_by(_n.made_at.desc(), _n.id.desc()).limit(limit))]


async def unseen(tx: Tx, person: UserId) -> int:
    query = select(func.count()).select_from(tables.notice).where(_n.person_id == person, _n.seen_at.is_(None))
    return int(await tx.scalar(query))


async def see(tx: Tx, person: UserId, up_to: UUID) -> None:
    """That one and all older ones; nothing, if it is not this person's."""
    mark = select(_n.made_at).where(_n.id == up_to, _n.person_id == person).scalar_subquery()
    mine = update(tables.notice).where(_n.person_id == person, _n.seen_at.is_(None), _n.made_at <= mark)
    await tx.execute(mine.values(seen_at=tx.at))


async def remove_before(tx: Tx, at: datetime) -> None:
    await tx.execute(delete(tables.notice).where(_n.made_at < at))


def _notice(row: AnyRow) -> Notice:
    return Notice(row.id, UserId(row.person_id), row.kind, row.about, row.params, row.made_at, row.seen_at)
