"""All SQL of addresses that are told of facts, and of what they were told."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import any_, delete, func, insert, literal, select, update

from telemed.exchange.model_webhooks import SHOWN, Hook, Message, Topic
from telemed.exchange.tables import webhook, webhook_message
from telemed.identity.tables import facility
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import ConsultId, FacilityId, ReferralId, UserId
from telemed.records.tables import referral
from telemed.sessions.tables import consult

_h, _m, _c = webhook.c, webhook_message.c, consult.c


async def add(tx: Tx, hook: Hook, secret: bytes) -> None:
    await tx.execute(
        insert(webhook).values(
            id=hook.id,
            facility_id=hook.facility,
            name=hook.name,
            url=hook.url,
            secret=secret,
            topics=sorted(hook.topics),
            made_by=hook.made_by,
            made_at=hook.made_at,
        )
    )


async def one(tx: Tx, hook_id: UUID, *, lock: bool = False) -> Hook | None:
    query = select(webhook).where(_h.id == hook_id)
    row = await tx.first(query.with_for_update() if lock else query)
    return _hook(row) if row else None


async def secrets(tx: Tx, hook_id: UUID) -> list[bytes]:
    """What signs its messages now, the newest first: while the one before is good too, both."""
    row = await tx.one(select(_h.secret, _h.old_secret, _h.old_secret_until).where(_h.id == hook_id))
    both = row.old_secret is not None and tx.at < row.old_secret_until
    return [bytes(row.secret), *([bytes(row.old_secret)] if both else [])]


async def put_secret(tx: Tx, hook_id: UUID, new: bytes, *, old_until: datetime | None) -> None:
    """None: what signed before is gone at once."""
    old = {"old_secret": None if old_until is None else _h.secret, "old_secret_until": old_until}
    await tx.execute(update(webhook).where(_h.id == hook_id).values(secret=new, **old))


async def save(tx: Tx, hook: Hook) -> None:
    """How it does; what it is never changes."""
    values = {"failing_since": hook.failing_since, "stopped_at": hook.stopped_at, "stopped_why": hook.stopped_why}
    await tx.execute(update(webhook).where(_h.id == hook.id).values(**values))


async def remove(tx: Tx, hook_id: UUID) -> None:
    await tx.execute(delete(webhook_message).where(_m.webhook_id == hook_id))
    await tx.execute(delete(webhook).where(_h.id == hook_id))


async def of(tx: Tx, facilities: Collection[FacilityId] | None) -> list[Hook]:
    query = select(webhook).order_by(_h.made_at.desc(), _h.id.desc())
    if facilities is not None:
        query = query.where(_h.facility_id.in_(facilities))
    return [_hook(row) for row in await tx.all(query)]


async def listening(tx: Tx, topic: Topic, facilities: Collection[UUID]) -> list[Hook]:
    query = select(webhook).where(
        _h.facility_id.in_(facilities), literal(topic.value) == any_(_h.topics), _h.stopped_at.is_(None)
    )
    return [_hook(row) for row in await tx.all(query.order_by(_h.id))]


async def add_message(tx: Tx, message: Message) -> None:
    await tx.execute(
        insert(webhook_message).values(
            id=message.id,
            webhook_id=message.hook,
            topic=message.topic.value,
            at=message.at,
            said=dict(message.said),
            state=message.state,
        )
    )


async def message(tx: Tx, message_id: UUID) -> Message | None:
    row = await tx.first(select(webhook_message).where(_m.id == message_id))
    return _message(row) if row else None


async def save_message(tx: Tx, said: Message) -> None:
    values = {"attempts": said.attempts, "state": said.state, "status": said.status, "tried_at": said.tried_at}
    await tx.execute(update(webhook_message).where(_m.id == said.id).values(**values))


async def last_messages(tx: Tx, hooks: Collection[UUID]) -> list[Message]:
    """Of each address the last `SHOWN`, the newest first."""
    place = func.row_number().over(partition_by=_m.webhook_id, order_by=[_m.at.desc(), _m.id.desc()]).label("place")
    ranked = select(webhook_message, place).where(_m.webhook_id.in_(hooks)).subquery()
    rows = await tx.all(select(ranked).where(ranked.c.place <= SHOWN).order_by(ranked.c.at.desc(), ranked.c.id.desc()))
    return [_message(row) for row in rows]


async def forget_before(tx: Tx, at: datetime) -> None:
    await tx.execute(delete(webhook_message).where(_m.at < at, _m.state != "waiting"))


# -- what a fact is about ----------------------------------------------------------------------------------------------


async def about(tx: Tx, consult_id: ConsultId) -> AnyRow | None:
    """Codes alone; None where the case is gone, was for practice, or has been erased."""
    query = select(_c.id, _c.code, _c.station_id, _c.hospital_id, _c.state, _c.urgency, _c.specialty)
    return await tx.first(query.where(_c.id == consult_id, ~_c.practice, _c.erased_at.is_(None)))


async def destination(tx: Tx, referral_id: ReferralId) -> UUID | None:
    found: UUID | None = await tx.scalar(select(referral.c.to_facility_id).where(referral.c.id == referral_id))
    return found


async def codes(tx: Tx, ids: Collection[UUID]) -> dict[UUID, str]:
    """What facilities are called by other systems: the insurance's code, else our letters."""
    f = facility.c
    rows = await tx.all(select(f.id, func.coalesce(f.code, f.prefix, "").label("code")).where(f.id.in_(ids)))
    return {row.id: row.code for row in rows}


def _hook(row: AnyRow) -> Hook:
    return Hook(
        row.id,
        FacilityId(row.facility_id),
        row.name,
        row.url,
        frozenset(map(Topic, row.topics)),
        UserId(row.made_by),
        row.made_at,
        row.failing_since,
        row.stopped_at,
        row.stopped_why,
        row.old_secret_until,
    )


def _message(row: AnyRow) -> Message:
    return Message(
        row.id,
        row.webhook_id,
        Topic(row.topic),
        row.at,
        dict(row.said),
        row.attempts,
        row.state,
        row.status,
        row.tried_at,
    )
