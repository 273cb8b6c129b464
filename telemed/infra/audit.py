"""Who read or did what, written in the transaction of the deed; the application can neither change nor delete it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BIGINT,
    Column,
    ColumnElement,
    Date,
    Identity,
    Index,
    LargeBinary,
    String,
    Table,
    Uuid,
    func,
    insert,
    literal,
    select,
)

from telemed.infra.db import Tx
from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata
from telemed.kernel.ids import ConsultId, FacilityId, uuid7

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
    Column("because", String),  # what right it was done by: "station", "asked", "access" …
    Column("facility_ids", ARRAY(Uuid), nullable=False, server_default="{}"),  # whose privacy officers see it
    Index(None, "at"),
    Index(None, "actor_id", "at"),
    Index(None, "entity_id", "at"),
    Index(None, "consult_id", "at"),
    info={APP_MAY: APPEND_ONLY},
)

seal_table = Table(
    "audit_seal",
    metadata,
    Column("n", BIGINT, primary_key=True, autoincrement=False),
    Column("audit_id", Uuid, nullable=False, unique=True),
    Column("hash", LargeBinary, nullable=False),
    Column("sealed_at", AT, nullable=False),  # one time for all rows that were found together
    info={APP_MAY: APPEND_ONLY},
)
"""The chain: each row's keyed hash covers the audit row, this one and the hash before it, in the order of sealing."""

head_table = Table(
    "audit_head",
    metadata,
    Column("day", Date, primary_key=True),
    Column("n", BIGINT, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)
"""The chain's last link at the end of each local day, to be printed and kept elsewhere."""


async def record(
    tx: Tx,
    action: str,
    entity: str,
    entity_id: UUID | None,
    *,
    consult: ConsultId | None = None,
    outcome: str = "ok",
    reason: str | None = None,
    because: str | None = None,
    at: FacilityId | None = None,
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
        "because": because,
        "facility_ids": _facilities(tx, consult, at),
    }
    await tx.execute(insert(audit_table).values(row))


async def recorded(
    tx: Tx, action: str, entity: str, ids: Collection[UUID], *, because: str, since: datetime
) -> set[UUID]:
    """Which of these the actor's trail already names in this way since that moment."""
    a = audit_table.c
    mine = (a.actor_id == tx.actor.id, a.action == action, a.entity == entity, a.because == because)
    rows = await tx.all(select(a.entity_id).distinct().where(a.entity_id.in_(ids), a.at >= since, *mine))
    return {row.entity_id for row in rows}


async def record_each(tx: Tx, action: str, entity: str, each: Mapping[UUID, FacilityId]) -> None:
    """As `record` for every one of these, each at its place: a list that names people is one look at each of them."""
    rows = [
        {
            "id": uuid7(),
            "at": tx.at,
            "actor_id": tx.actor.id,
            "system": tx.actor.reason,
            "request_id": tx.actor.request_id,
            "action": action,
            "entity": entity,
            "entity_id": one,
            "outcome": "ok",
            "facility_ids": _facilities(tx, None, at),
        }
        for one, at in each.items()
    ]
    if rows:
        await tx.execute(insert(audit_table), rows)


def _facilities(tx: Tx, consult: ConsultId | None, at: FacilityId | None) -> list[FacilityId] | ColumnElement[Any]:
    """Whose privacy officers see the row: of the actor's facilities, the case's two ends, the patient's station."""
    held = {grant.facility for grant in tx.actor.grants} | ({tx.actor.key.facility} if tx.actor.key else set())
    own = sorted(held | ({at} if at else set()))
    if consult is None:
        return own
    return func.array_cat(literal(own, ARRAY(Uuid)), func.telemed_ends_of(consult))
