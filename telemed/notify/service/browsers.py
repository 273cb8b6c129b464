"""A person's browsers that may be woken, and by what else they are reached."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import UserId
from telemed.notify import store, wire
from telemed.notify.carriers import require_keys
from telemed.notify.keys import Keys
from telemed.notify.model import Gateway, PushRules, Subscription
from telemed.sessions import Channel, channel_gone, channel_works, reach_of

MOST: Final = 10
"""Browsers of one person."""
KEPT: Final = timedelta(days=60)
"""One that is gone, for whoever asks why it was silent."""


class Browsers:
    def __init__(self, db: Database, keys: Keys, rules: PushRules, gateway: Gateway | None) -> None:
        self._db, self._keys, self._rules, self._gateway = db, keys, rules, gateway

    async def own(self, actor: Actor) -> wire.OwnReach:
        """No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            return await self._own(tx)

    async def subscribe(self, actor: Actor, subscription_id: UUID, new: wire.NewSubscription) -> wire.OwnReach:
        """This browser may be woken. No policy: one's own.

        Raises:
            BadEndpoint, BadKeys: it is none of a push service we know.
            OtherBody: the id was used for another browser.
        """
        self._rules.require(new.endpoint)
        require_keys(new.p256dh, new.auth)
        await self._take_over(actor, new.endpoint)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, subscription_id, subscription_id, new, tx.at):
                made = Subscription(subscription_id, actor.id, new.endpoint, new.p256dh, new.auth, tx.at)
                await store.add(tx, made)
                await store.keep_newest(tx, actor.id, MOST)
                # It was told to us this moment by the browser itself; the first use corrects that if need be.
                await channel_works(tx, actor.id, Channel.PUSH, works=True)
            await audit.record(tx, "push.subscribe", "push_subscription", subscription_id)
            return await self._own(tx)

    async def unsubscribe(self, actor: Actor, subscription_id: UUID) -> wire.OwnReach:
        """No policy: one's own; another's is not found."""
        async with self._db.transaction(actor) as tx:
            await store.remove(tx, subscription_id, actor.id)
            await _tell_ladder(tx, actor.id)
            await audit.record(tx, "push.unsubscribe", "push_subscription", subscription_id)
            return await self._own(tx)

    async def closed(self, tx: Tx, person: UserId) -> None:
        """The account was closed: nothing is sent there any more."""
        await store.remove_all(tx, person)
        await channel_gone(tx, person, Channel.PUSH)

    async def forget_gone(self, tx: Tx) -> None:
        await store.remove_gone_before(tx, tx.at - KEPT)

    async def _take_over(self, actor: Actor, endpoint: str) -> None:
        """Only that browser knows its address. Whoever used it before is behind the wall, so the system takes it."""
        async with self._db.transaction(Actor.system("push taken over")) as tx:
            for other in await store.take_over(tx, endpoint, actor.id):
                await _tell_ladder(tx, other)

    async def _own(self, tx: Tx) -> wire.OwnReach:
        me = tx.actor.id
        live = await store.live(tx, me)
        known = await reach_of(tx, [me])
        phone = (await identity.duty_phones(tx, [me])).get(me)
        reached_by_gateway = self._gateway is not None and phone is not None
        return wire.OwnReach(
            key=self._keys.public,
            subscriptions=[wire.SubscriptionView(id=s.id, made_at=s.made_at, worked_at=s.worked_at) for s in live],
            push_works=known.get((me, Channel.PUSH), True) if live else None,
            gateway=self._gateway is not None,
            gateway_works=known.get((me, Channel.GATEWAY)) if reached_by_gateway else None,
            duty_phone=phone,
        )


async def _tell_ladder(tx: Tx, person: UserId) -> None:
    if not await store.live(tx, person):
        await channel_gone(tx, person, Channel.PUSH)
