"""Whether a change came before: on a bad line a browser sends the same command again, and it must count once."""

import hashlib
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Column, LargeBinary, Table, Uuid, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import Tx
from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata
from telemed.kernel.errors import OtherBody

__all__ = ["OtherBody", "change_table", "first_time", "made_at"]

change_table = Table(
    "change",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("entity_id", Uuid, nullable=False),
    Column("actor_id", Uuid, nullable=False),
    Column("body_sha256", LargeBinary, nullable=False),
    Column("at", AT, nullable=False),
    info={APP_MAY: APPEND_ONLY},
)


async def first_time(tx: Tx, change_id: UUID, entity_id: UUID, body: BaseModel | bytes, at: datetime) -> bool:
    """True for a new change; False when this one was made before, by the same person with the same body.

    Two that arrive together wait for each other here, so only one of them is told True.

    Raises:
        OtherBody: the id belongs to another command, another entity or another person.
    """
    row = {"entity_id": entity_id, "actor_id": tx.actor.id, "body_sha256": _digest(body)}
    put = insert(change_table).values(id=change_id, at=at, **row).on_conflict_do_nothing()
    if (await tx.execute(put)).rowcount:
        return True
    known = await tx.one(select(change_table).where(change_table.c.id == change_id))
    if any(getattr(known, name) != value for name, value in row.items()):
        raise OtherBody
    return False


async def made_at(tx: Tx, ids: Collection[UUID]) -> dict[UUID, datetime]:
    """When each of these changes was made; one that never was is missing."""
    found = select(change_table.c.id, change_table.c.at).where(change_table.c.id.in_(ids))
    return {row.id: row.at for row in await tx.all(found)} if ids else {}


def _digest(body: BaseModel | bytes) -> bytes:
    # The model's name is part of it: "accept" and "decline" may both be empty.
    if isinstance(body, BaseModel):
        body = f"{type(body).__name__} {body.model_dump_json()}".encode()
    return hashlib.sha256(body).digest()
