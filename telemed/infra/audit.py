"""Who read or did what, written in the transaction of the deed; the application can neither change nor delete it."""

from uuid import UUID

from sqlalchemy import BIGINT, Column, Identity, Index, String, Table, Uuid, insert

from telemed.infra.db import Tx
from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata
from telemed.kernel.ids import ConsultId, uuid7

audit_table = Table(
    "audit",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("seq", BIGINT, Identity(always=True), nullable=False, unique=True),
    Column("at", AT, nullable=False),
    Column("actor_id", Uuid, nullable=False),
    Column("system", String),  # why the program itself acted
    Column("request_id", String),
    Column("action", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("entity_id", Uuid),
    Column("consult_id", Uuid),
    Column("outcome", String, nullable=False),
    Column("reason", String),
    Index(None, "at"),
    Index(None, "actor_id", "at"),
    Index(None, "entity_id", "at"),
    Index(None, "consult_id", "at"),
    info={APP_MAY: APPEND_ONLY},
)


async def record(
    tx: Tx,
    action: str,
    entity: str,
    entity_id: UUID | None,
    *,
    consult: ConsultId | None = None,
    outcome: str = "ok",
    reason: str | None = None,
) -> None:
    """Keep that `tx.actor` did `action` ("consult.read") to this entity. `reason` is a code or the actor's own words.

    A refusal is recorded in a transaction of its own, because the one that was refused is rolled back.
    """
    row = {
        "id": uuid7(),
        "at": tx.at,
        "actor_id": tx.actor.id,
        "system": tx.actor.reason,
        "request_id": tx.actor.request_id,
        "action": action,
        "entity": entity,
        "entity_id": entity_id,
        "consult_id": consult,
        "outcome": outcome,
        "reason": reason,
    }
    await tx.execute(insert(audit_table).values(row))
