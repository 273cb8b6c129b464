"""All SQL of keys."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, update

from telemed.exchange.model_keys import Data, Key
from telemed.exchange.tables import exchange_key
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import FacilityId, UserId

_k = exchange_key.c


async def add(tx: Tx, key: Key, digest: bytes) -> None:
    await tx.execute(
        insert(exchange_key).values(
            id=key.id,
            facility_id=key.facility,
            name=key.name,
            hash=digest,
            kinds=sorted(key.kinds),
            made_by=key.made_by,
            made_at=key.made_at,
            expires_at=key.expires_at,
        )
    )


async def by_digest(tx: Tx, digest: bytes) -> Key | None:
    row = await tx.first(select(exchange_key).where(_k.hash == digest))
    return _key(row) if row else None


async def one(tx: Tx, key_id: UUID) -> Key | None:
    row = await tx.first(select(exchange_key).where(_k.id == key_id))
    return _key(row) if row else None


async def some(tx: Tx, ids: Collection[UUID]) -> list[Key]:
    return [_key(row) for row in await tx.all(select(exchange_key).where(_k.id.in_(ids)).order_by(_k.id))]


async def of(tx: Tx, facilities: Collection[FacilityId] | None) -> list[Key]:
    """The newest first; with None of every facility."""
    query = select(exchange_key).order_by(_k.made_at.desc(), _k.id.desc())
    if facilities is not None:
        query = query.where(_k.facility_id.in_(facilities))
    return [_key(row) for row in await tx.all(query)]


async def working(tx: Tx, facility: FacilityId, now: datetime) -> int:
    query = select(func.count()).where(_k.facility_id == facility, _k.revoked_at.is_(None), _k.expires_at > now)
    return int(await tx.scalar(query))


async def note_use(tx: Tx, key_id: UUID, now: datetime) -> None:
    await tx.execute(update(exchange_key).where(_k.id == key_id).values(used_at=now))


async def revoke(tx: Tx, key_id: UUID, now: datetime) -> None:
    await tx.execute(update(exchange_key).where(_k.id == key_id, _k.revoked_at.is_(None)).values(revoked_at=now))


def _key(row: AnyRow) -> Key:
    return Key(
        row.id,
        FacilityId(row.facility_id),
        row.name,
        frozenset(map(Data, row.kinds)),
        UserId(row.made_by),
        row.made_at,
        row.expires_at,
        row.used_at,
        row.revoked_at,
    )
