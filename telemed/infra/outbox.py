"""The outbox: facts written with the change that made them true. The same rows are the history, kept for ever."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Column, Identity, Index, Integer, String, Table, Uuid, func, insert, select, text
from sqlalchemy.dialects.postgresql import BIGINT, JSONB

from telemed.infra import events
from telemed.infra.db import Tx
from telemed.infra.events import Event
from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata
from telemed.kernel.ids import uuid7

__all__ = ["CHANNEL", "Event", "event_table", "publish"]

CHANNEL = "event"

event_table = Table(
    "event",
    metadata,
    Column("id", Uuid, primary_key=True),
    # Ids of one millisecond come in any order, and a transaction often tells several facts: the timeline goes by this.
    Column("seq", BIGINT, Identity(always=True), nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("consult_id", Uuid),
    Column("actor_id", Uuid, nullable=False),
    Column("at", AT, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("relayed_at", AT),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("retry_at", AT),
    Index(None, "consult_id", "seq"),
    Index("event_waiting_idx", "seq", postgresql_where=text("relayed_at is null")),
    info={APP_MAY: f"{APPEND_ONLY}, update (relayed_at, attempts, retry_at)"},
)


async def publish(tx: Tx, event: Event, at: datetime) -> None:
    """Tell a fact, if and when this transaction commits."""
    await publish_all(tx, [event], at)


async def publish_all(tx: Tx, facts: Sequence[Event], at: datetime) -> None:
    """Tell several, in their order."""
    if not facts:
        return
    rows = [
        {
            "id": uuid7(),
            "kind": event.kind,
            "consult_id": event.consult,
            "actor_id": tx.actor.id,
            "at": at,
            "data": events.write(event),
        }
        for event in facts
    ]
    await tx.execute(insert(event_table).values(rows))
    # A hint without content: PostgreSQL sends it at commit, once per transaction however often it is said.
    await tx.execute(select(func.pg_notify(CHANNEL, "")))


async def waiting(tx: Tx, before: datetime) -> int:
    """How many facts told before that moment are still to be relayed."""
    query = select(func.count()).select_from(event_table)
    return int(await tx.scalar(query.where(event_table.c.relayed_at.is_(None), event_table.c.at < before)))
