"""Which channels a ring, or a test of one, was sent by and how far it came there: queued, heard of, ended, told."""

from collections.abc import Collection, Iterable
from uuid import UUID

from telemed.infra import outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import RingId, ShiftId, UserId, uuid7
from telemed.sessions import store, store_deliveries
from telemed.sessions.events import RingDelivered, RingTested
from telemed.sessions.model_deliveries import Channel, Delivery, DeliveryKind, DeliveryState, over


async def of(tx: Tx, abouts: Collection[UUID]) -> dict[UUID, list[Delivery]]:
    """Of these rings, or shifts, what was sent by which channel; those without any are missing."""
    return await store_deliveries.of(tx, abouts)


async def queue_ring(tx: Tx, ring: RingId, person: UserId, channels: Iterable[Channel]) -> list[Delivery]:
    """What is to be sent now; nothing twice."""
    new = [Delivery(uuid7(), ring, DeliveryKind.RING, person, channel, tx.at) for channel in channels]
    return await store_deliveries.add(tx, new)


async def queue_test(tx: Tx, shift: ShiftId, person: UserId, channels: Iterable[Channel]) -> list[Delivery]:
    """A silent test of every channel, in place of an earlier one: what still comes of that one is nobody's."""
    await store_deliveries.forget(tx, shift)
    new = [Delivery(uuid7(), shift, DeliveryKind.TEST, person, channel, tx.at) for channel in channels]
    await outbox.publish(tx, RingTested(None, shift, person), tx.at)
    return await store_deliveries.add(tx, new)


async def came(tx: Tx, delivery: UUID, state: DeliveryState, error: str | None = None) -> Delivery | None:
    """Heard of one delivery. None: there is no such one any more."""
    known = await store_deliveries.lock_one(tx, delivery)
    return None if known is None else await _keep(tx, known, known.came(state, tx.at, error))


async def delivery(tx: Tx, delivery_id: UUID) -> Delivery | None:
    """One, held until the transaction ends; None: there is no such one any more."""
    return await store_deliveries.lock_one(tx, delivery_id)


async def troubled(tx: Tx, known: Delivery, error: str | None) -> None:
    """Sending it failed and is tried again, or went well after all."""
    after = known.troubled(error)
    if after != known:
        await store_deliveries.save(tx, after)


async def end(tx: Tx, about: UUID, *, answered: bool) -> list[Delivery]:
    """The ring, or the time of the test, is over; all of them as they are now."""
    known = await store_deliveries.lock(tx, about)
    after = over(known, tx.at, answered=answered)
    return [await _keep(tx, one, now) for one, now in zip(known, after, strict=True)]


async def channel_works(tx: Tx, person: UserId, channel: Channel, *, works: bool) -> None:
    """What was learnt of a channel when it was last used: the ladder passes by whom nothing reaches."""
    await store_deliveries.set_reach(tx, person, channel, works=works)


async def reach_of(tx: Tx, people: Collection[UserId]) -> dict[tuple[UserId, Channel], bool]:
    """What is known of channels besides an open page; one that was never tried is missing."""
    return await store_deliveries.reach(tx, people)


async def channel_gone(tx: Tx, person: UserId, channel: Channel) -> None:
    """This person no longer has it."""
    await store_deliveries.forget_reach(tx, person, channel)


class Deliveries:
    """What pages say of what they were sent."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def seen(self, actor: Actor, about: UUID) -> None:
        """A page shows the ring, or played the test. No policy: one's own.

        Raises:
            Missing: nothing of that kind was sent to this person.
        """
        async with self._db.transaction(actor) as tx:
            if not await self._heard(tx, actor.id, about, DeliveryState.SEEN):
                raise Missing

    async def reached(self, person: UserId, about: UUID) -> None:
        """A page of this person has acknowledged the frame with it."""
        async with self._db.transaction(Actor.system("acknowledged")) as tx:
            await self._heard(tx, person, about, DeliveryState.DELIVERED)

    async def _heard(self, tx: Tx, person: UserId, about: UUID, state: DeliveryState) -> bool:
        mine = [d for d in await store_deliveries.lock(tx, about) if d.person == person and d.channel is Channel.PAGE]
        for d in mine:
            await _keep(tx, d, d.came(state, tx.at))
        return bool(mine)


async def _keep(tx: Tx, before: Delivery, after: Delivery) -> Delivery:
    """Who waits is told how far a ring came; that it was missed they hear with its end."""
    if after is not before:
        await store_deliveries.save(tx, after)
        if after.kind is DeliveryKind.RING and after.state is not DeliveryState.MISSED:
            ring = RingId(after.about)
            consult = await store.consult_of_ring(tx, ring)
            fact = RingDelivered(consult, ring, after.person, after.channel, after.state, after.error)
            await outbox.publish(tx, fact, tx.at)
    return after
