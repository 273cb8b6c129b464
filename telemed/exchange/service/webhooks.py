"""Addresses that are told of facts: entered, tried, stopped and started again; and which fact is told to whom."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.exchange import policy, wire
from telemed.exchange.model_webhooks import (
    ASKED,
    MOST_HOOKS,
    OLD_SECRET_FOR,
    Hook,
    HookStopped,
    Message,
    Reach,
    TooManyHooks,
    Topic,
    new_secret,
    require_topics,
)
from telemed.exchange.service.sealing import Sealing
from telemed.exchange.store import webhooks as store
from telemed.infra import audit, idempotency, jobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, ReferralId, uuid7

SEND: Final = "webhook_send"
"""The kind of job that hands one message over; its key is the message's id."""


class Webhooks:
    def __init__(self, db: Database, sealing: Sealing, reach: Reach) -> None:
        self._db, self._sealing, self._reach = db, sealing, reach

    async def make(self, actor: Actor, hook_id: UUID, new: wire.NewHook) -> wire.NewHookView:
        """Raises BadAddress, NoTopics, TooManyHooks."""
        facility, secret = FacilityId(new.facility_id), new_secret()
        policy.require_give(actor, facility)
        self._reach.require(new.url)
        topics = frozenset(new.topics)
        require_topics(topics)
        async with self._db.transaction(actor) as tx:
            first = await idempotency.first_time(tx, hook_id, hook_id, new, tx.at)
            if first:
                if len(await store.of(tx, {facility})) >= MOST_HOOKS:
                    raise TooManyHooks(most=MOST_HOOKS)
                hook = Hook(hook_id, facility, new.name, new.url, topics, actor.id, tx.at)
                await store.add(tx, hook, self._sealing.sealed(hook_id, secret))
                await audit.record(tx, "exchange.hook_make", "webhook", hook_id, at=facility)
            (view,) = await self.views(tx, [await self._one(tx, actor, hook_id)])
        return wire.NewHookView(hook=view, secret=secret if first else None)

    async def test(self, actor: Actor, hook_id: UUID, message_id: UUID) -> wire.HookView:
        """Send one message that is about nothing. Raises HookStopped."""
        async with self._db.transaction(actor) as tx:
            hook = await self._one(tx, actor, hook_id)
            if hook.stopped_at is not None:
                raise HookStopped
            policy.require_keep(actor, hook.facility)
            if await store.message(tx, message_id) is None:
                await _queue(tx, Message(message_id, hook_id, Topic.TEST, tx.at, {}))
                await audit.record(tx, "exchange.hook_test", "webhook", hook_id, at=hook.facility)
            (view,) = await self.views(tx, [hook])
        return view

    async def send_again(self, actor: Actor, hook_id: UUID, message_id: UUID) -> wire.HookView:
        """Try a message at once that was given up or waits. Raises Missing, HookStopped, MessageTaken."""
        async with self._db.transaction(actor) as tx:
            hook = await self._one(tx, actor, hook_id, lock=True)
            message = await store.message(tx, message_id)
            if message is None or message.hook != hook_id:
                raise Missing
            if hook.stopped_at is not None:
                raise HookStopped
            await store.save_message(tx, message.again())
            await jobs.put(tx, SEND, str(message_id), tx.at)
            await audit.record(tx, "exchange.hook_again", "webhook", hook_id, at=hook.facility)
            (view,) = await self.views(tx, [hook])
        return view

    async def rotate(self, actor: Actor, hook_id: UUID, change_id: UUID, given: wire.NewSecret) -> wire.NewHookView:
        """Another secret from now on, shown this once. The one before signs beside it for a day, unless it leaked."""
        secret = new_secret()
        async with self._db.transaction(actor) as tx:
            hook = await self._one(tx, actor, hook_id, lock=True)
            first = await idempotency.first_time(tx, change_id, hook_id, given, tx.at)
            if first:
                until = None if given.leaked else tx.at + OLD_SECRET_FOR
                await store.put_secret(tx, hook_id, self._sealing.sealed(hook_id, secret), old_until=until)
                await audit.record(tx, "exchange.hook_secret", "webhook", hook_id, at=hook.facility)
            (view,) = await self.views(tx, [await self._one(tx, actor, hook_id)])
        return wire.NewHookView(hook=view, secret=secret if first else None)

    async def stop(self, actor: Actor, hook_id: UUID) -> wire.HookView:
        """It is told of nothing more, what still waits included."""
        return await self._set(actor, hook_id, stopped=True)

    async def start(self, actor: Actor, hook_id: UUID) -> wire.HookView:
        """It is told of what happens from now on."""
        return await self._set(actor, hook_id, stopped=False)

    async def remove(self, actor: Actor, hook_id: UUID) -> None:
        """With all that is known of what it was told."""
        async with self._db.transaction(actor) as tx:
            hook = await self._one(tx, actor, hook_id)
            policy.require_keep(actor, hook.facility)
            await store.remove(tx, hook_id)
            await audit.record(tx, "exchange.hook_remove", "webhook", hook_id, at=hook.facility)

    async def views(self, tx: Tx, hooks: list[Hook]) -> list[wire.HookView]:
        people = await identity.people(tx, {hook.made_by for hook in hooks})
        places = await identity.facilities(tx, {hook.facility for hook in hooks})
        messages = await store.last_messages(tx, [hook.id for hook in hooks])
        return [
            wire.HookView(
                id=hook.id,
                facility=places[hook.facility],
                name=hook.name,
                url=hook.url,
                topics=[topic for topic in ASKED if topic in hook.topics],
                made_by=people[hook.made_by],
                made_at=hook.made_at,
                failing_since=hook.failing_since,
                stopped_at=hook.stopped_at,
                stopped_why=hook.stopped_why,
                old_secret_until=_later(hook.old_secret_until, tx.at),
                messages=[_message(one) for one in messages if one.hook == hook.id],
            )
            for hook in hooks
        ]

    async def tell(
        self,
        tx: Tx,
        topic: Topic,
        consult: ConsultId | None,
        said: Mapping[str, str],
        *,
        referral: ReferralId | None = None,
    ) -> None:
        """Of a fact, to whoever asked for it at either end. A case that is gone, or was practice, is told to nobody."""
        about = await store.about(tx, consult) if consult else None
        if about is None:
            return
        ends = {about.station_id, about.hospital_id}
        to = await store.destination(tx, referral) if referral else None
        hooks = await store.listening(tx, topic, ends | ({to} if to else set()))
        if not hooks:
            return
        codes = await store.codes(tx, ends | ({to} if to else set()))
        body = {
            "consult": str(about.id),
            "code": about.code,
            "urgency": about.urgency,
            "specialty": about.specialty,
            "station": codes[about.station_id],
            "hospital": codes[about.hospital_id],
            **({"to": codes[to]} if to else {}),
            **said,
        }
        for hook in hooks:
            await _queue(tx, Message(uuid7(), hook.id, topic, tx.at, body))

    async def _set(self, actor: Actor, hook_id: UUID, *, stopped: bool) -> wire.HookView:
        async with self._db.transaction(actor) as tx:
            hook = await self._one(tx, actor, hook_id, lock=True)
            if (hook.stopped_at is not None) != stopped:
                now, why = (tx.at, "by_hand") if stopped else (None, None)
                hook = replace(hook, stopped_at=now, stopped_why=why, failing_since=None)
                await store.save(tx, hook)
                done = "exchange.hook_stop" if stopped else "exchange.hook_start"
                await audit.record(tx, done, "webhook", hook_id, at=hook.facility)
            (view,) = await self.views(tx, [hook])
        return view

    @staticmethod
    async def _one(tx: Tx, actor: Actor, hook_id: UUID, *, lock: bool = False) -> Hook:
        hook = await store.one(tx, hook_id, lock=lock)
        policy.require_keep(actor, hook.facility if hook else None)
        if hook is None:
            raise Missing
        return hook


async def _queue(tx: Tx, message: Message) -> None:
    await store.add_message(tx, message)
    await jobs.put(tx, SEND, str(message.id), tx.at)


def _later(at: datetime | None, now: datetime) -> datetime | None:
    return at if at is not None and at > now else None


def _message(one: Message) -> wire.MessageView:
    return wire.MessageView(
        id=one.id,
        topic=one.topic,
        at=one.at,
        state=one.state,
        attempts=one.attempts,
        status=one.status,
        tried_at=one.tried_at,
    )
