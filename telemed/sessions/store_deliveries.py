"""All SQL of deliveries, and of which channels reach whom. A transaction comes in, values go out."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, delete, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import UserId
from telemed.sessions import tables as t
from telemed.sessions.model_deliveries import Channel, Delivery, DeliveryKind, DeliveryState

_d = t.delivery.c
_r = t.reach.c


async def add(tx: Tx, new: Sequence[Delivery]) -> list[Delivery]:
    """Those of them that were not known: of one thing there is one row per person and channel."""
    if not new:
        return []
    put = upsert(t.delivery).on_conflict_do_nothing(index_elements=["about", "person_id", "channel"])
    added = {row.id for row in await tx.all(put.values([_row(d) for d in new]).returning(_d.id))}
    return [d for d in new if d.id in added]


async def forget(tx: Tx, about: UUID) -> None:
    """Before a test is made again."""
    await tx.execute(delete(t.delivery).where(_d.about == about))


async def of(tx: Tx, abouts: Collection[UUID]) -> dict[UUID, list[Delivery]]:
    """By ring or shift; those without any are missing."""
    found: dict[UUID, list[Delivery]] = {}
    query = select(t.delivery).where(_d.about.in_(abouts)).order_by(_d.about, _d.queued_at, _d.id)
    for row in await tx.all(query) if abouts else []:
        found.setdefault(row.about, []).append(_delivery(row))
    return found


async def lock(tx: Tx, about: UUID) -> list[Delivery]:
    """All of one ring or test, held until the transaction ends."""
    return [_delivery(row) for row in await tx.all(_locked().where(_d.about == about))]


async def lock_one(tx: Tx, delivery: UUID) -> Delivery | None:
    row = await tx.first(_locked().where(_d.id == delivery))
    return None if row is None else _delivery(row)


async def save(tx: Tx, d: Delivery) -> None:
    await tx.execute(update(t.delivery).where(_d.id == d.id).values(**_row(d)))


async def set_reach(tx: Tx, person: UserId, channel: Channel, *, works: bool) -> None:
    put = upsert(t.reach).values(person_id=person, channel=channel.value, works=works, at=tx.at)
    said = {"works": works, "at": tx.at}
    await tx.execute(put.on_conflict_do_update(index_elements=["person_id", "channel"], set_=said))


async def reach(tx: Tx, people: Iterable[UserId]) -> dict[tuple[UserId, Channel], bool]:
    """What is known of the channels besides an open page; one that was never tried is missing."""
    rows = await tx.all(select(t.reach).where(_r.person_id.in_(people)))
    return {(UserId(row.person_id), Channel(row.channel)): row.works for row in rows}


async def forget_reach(tx: Tx, person: UserId, channel: Channel) -> None:
    await tx.execute(delete(t.reach).where(_r.person_id == person, _r.channel == channel.value))


def _locked() -> Select[Any]:
    return select(t.delivery).order_by(_d.id).with_for_update()


def _row(d: Delivery) -> dict[str, object]:
    return {
        "id": d.id,
        "about": d.about,
        "kind": d.kind.value,
        "person_id": d.person,
        "channel": d.channel.value,
        "state": d.state.value,
        "queued_at": d.queued_at,
        "delivered_at": d.delivered_at,
        "seen_at": d.seen_at,
        "ended_at": d.ended_at,
        "error": d.error,
    }


def _delivery(row: AnyRow) -> Delivery:
    return Delivery(
        id=row.id,
        about=row.about,
        kind=DeliveryKind(row.kind),
        person=UserId(row.person_id),
        channel=Channel(row.channel),
        state=DeliveryState(row.state),
        queued_at=row.queued_at,
        delivered_at=row.delivered_at,
        seen_at=row.seen_at,
        ended_at=row.ended_at,
        error=row.error,
    )
