"""Hands over what is queued: each message a durable job, the network outside of any transaction, and who owns it.

A job that comes due is put off by its lease in the same transaction, then its message is sent by one of a few workers.
If this server dies in between, the lease runs out and the next one sends it. Nothing else waits meanwhile: the ladder's
timers run beside it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import structlog

from telemed import identity
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import UserId
from telemed.notify import store
from telemed.notify.carriers import Carriers
from telemed.notify.keys import Keys
from telemed.notify.model import Answer, Message, Outcome, PushKind, Subscription, receipt_for, tried_again_at
from telemed.notify.service.rings import NEWS, SEND
from telemed.notify.store import notices
from telemed.sessions import (
    Channel,
    Delivery,
    DeliveryState,
    channel_works,
    delivery,
    delivery_came,
    delivery_troubled,
)

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(seconds=30)
"""Longer than any attempt takes."""
WORKERS: Final = 16
QUEUE: Final = 1000
"""Messages waiting for a worker; of more, the lease brings the rest."""

_SENDER = Actor.system("sender")
Payload = dict[str, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What one attempt sends."""

    message: Message
    subscriptions: Sequence[Subscription] = ()
    phone: str | None = None


class Sender:
    def __init__(self, db: Database, clock: Clock, carriers: Carriers, keys: Keys) -> None:
        self._db, self._clock, self._carriers, self._keys = db, clock, carriers, keys
        self._queue: asyncio.Queue[tuple[str, Callable[[], Awaitable[None]]]] = asyncio.Queue(QUEUE)
        self._busy: set[str] = set()

    async def due(self, tx: Tx, key: str, payload: Payload) -> None:
        """A delivery's job."""
        await self._take(tx, SEND, key, payload, partial(self._deliver, UUID(key), payload))

    async def news_due(self, tx: Tx, key: str, payload: Payload) -> None:
        """The job of a push that nobody waits for."""
        await self._take(tx, NEWS, key, payload, partial(self._tell, UUID(key), payload))

    async def started(self) -> None:
        """The server is up: what the last run had in hand is sent now, not when its lease is over."""
        async with self._db.transaction(_SENDER) as tx:
            await jobs.hurry(tx, [SEND, NEWS], tx.at)

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            async with asyncio.TaskGroup() as workers:
                for n in range(WORKERS):
                    workers.create_task(self._work(), name=f"sender {n}")
        finally:
            await self.close()

    async def close(self) -> None:
        await self._carriers.close()

    async def drain(self) -> None:
        """Send all that was taken so far."""
        while not self._queue.empty():
            await self._next()

    async def _take(self, tx: Tx, kind: str, key: str, payload: Payload, send: Callable[[], Awaitable[None]]) -> None:
        await jobs.put(tx, kind, key, tx.at + LEASE, payload)
        if key not in self._busy and not self._queue.full():
            self._busy.add(key)
            self._queue.put_nowait((key, send))

    async def _work(self) -> None:
        while True:
            await self._next()

    async def _next(self) -> None:
        key, send = await self._queue.get()
        try:
            await send()
        except Exception as error:  # the job is still there: its lease brings it again
            log.error("sending_failed", key=key, exc_info=error)
        finally:
            self._busy.discard(key)

    # -- rings and tests ---------------------------------------------------------------------------------------------

    async def _deliver(self, delivery_id: UUID, payload: Payload) -> None:
        tried = _tried(payload)
        prepared = await self._prepare(delivery_id, payload, tried)
        if prepared is None:
            return
        if prepared.phone:
            code = payload["code"]
            answer = await self._carriers.ask_gateway(delivery_id, prepared.phone, prepared.message, code)
            await self._settle(delivery_id, payload, tried, [(None, answer)])
        else:
            await self._settle(delivery_id, payload, tried, await self._push(prepared))

    async def _prepare(self, delivery_id: UUID, payload: Payload, tried: set[str]) -> Prepared | None:
        """None: there is nothing to send any more, and its job is gone."""
        kind, until = PushKind(payload["kind"]), datetime.fromisoformat(payload["until"])
        async with self._db.transaction(_SENDER) as tx:
            known = await delivery(tx, delivery_id)
            if known is not None and known.state is DeliveryState.QUEUED and tx.at < until:
                if known.channel is Channel.GATEWAY:
                    phone = (await identity.duty_phones(tx, [known.person])).get(known.person)
                    if phone:
                        return Prepared(Message(kind, known.about, until), phone=phone)
                elif left := [s for s in await store.live(tx, known.person) if str(s.id) not in tried]:
                    receipt = receipt_for(self._keys.receipts, known.id)
                    urgent = kind is not PushKind.QUIET_RING
                    return Prepared(Message(kind, known.about, until, receipt, urgent=urgent), left)
                if "taken" not in payload:
                    await delivery_came(tx, known.id, DeliveryState.FAILED, known.error or _missing(known))
            await jobs.cancel(tx, SEND, str(delivery_id))
        return None

    async def _settle(
        self,
        delivery_id: UUID,
        payload: Payload,
        tried: set[str],
        answers: Sequence[tuple[Subscription | None, Answer]],
    ) -> None:
        """Write down how it went, and when to try again what may still go."""
        done = tried | {str(s.id) if s else "gateway" for s, a in answers if a.outcome is not Outcome.LATER}
        taken = "taken" in payload or any(a.outcome is Outcome.TAKEN for _, a in answers)
        async with self._db.transaction(_SENDER) as tx:
            await self._learn(tx, [(s, a) for s, a in answers if s])
            known = await delivery(tx, delivery_id)
            if known is None or not known.is_open:
                await jobs.cancel(tx, SEND, str(delivery_id))
                return
            fault = next((a.error for _, a in answers if a.error), None)
            await delivery_troubled(tx, known, None if taken else fault)
            again_at = _again_at(payload, answers, tx.at)
            if again_at is None:
                await jobs.cancel(tx, SEND, str(delivery_id))
                if not taken:
                    await delivery_came(tx, delivery_id, DeliveryState.FAILED, fault)
                if known.channel is Channel.PUSH and not await store.live(tx, known.person):
                    await channel_works(tx, known.person, Channel.PUSH, works=False)
                return
            said = payload | {"tried": ",".join(sorted(done)), "attempts": str(_attempts(payload) + 1)}
            await jobs.put(tx, SEND, str(delivery_id), again_at, said | ({"taken": "1"} if taken else {}))

    # -- what nobody waits for ---------------------------------------------------------------------------------------

    async def _tell(self, about: UUID, payload: Payload) -> None:
        """A notice that was not looked at yet, or the end of a ring. One browser that took it is enough."""
        kind, until = PushKind(payload["kind"]), datetime.fromisoformat(payload["until"])
        async with self._db.transaction(_SENDER) as tx:
            live = await store.live(tx, UserId(UUID(payload["person"]))) if tx.at < until else []
            if kind is PushKind.NOTICE and await notices.is_seen(tx, about):
                live = []
            if not live:
                await jobs.cancel(tx, NEWS, str(about))
                return
        message = Message(kind, about, until, code=payload["code"], urgent=kind is PushKind.RING_OVER)
        answers = await self._push(Prepared(message, live))
        async with self._db.transaction(_SENDER) as tx:
            await self._learn(tx, answers)
            taken = any(a.outcome is Outcome.TAKEN for _, a in answers)
            again_at = None if taken else _again_at(payload, answers, tx.at)
            if again_at is None:
                await jobs.cancel(tx, NEWS, str(about))
            else:
                said = payload | {"attempts": str(_attempts(payload) + 1)}
                await jobs.put(tx, NEWS, str(about), again_at, said)

    async def _push(self, prepared: Prepared) -> list[tuple[Subscription, Answer]]:
        sent = (self._carriers.push(one, prepared.message) for one in prepared.subscriptions)
        return list(zip(prepared.subscriptions, await asyncio.gather(*sent), strict=True))

    @staticmethod
    async def _learn(tx: Tx, answers: Sequence[tuple[Subscription, Answer]]) -> None:
        """Which browsers can be woken; of who has none left nobody waits for a push any more."""
        await store.worked(tx, [s.id for s, a in answers if a.outcome is Outcome.TAKEN])
        gone = [s for s, a in answers if a.outcome is Outcome.GONE]
        await store.gone(tx, [s.id for s in gone])
        for person in {s.person for s in gone}:
            await _tell_ladder(tx, person)


async def _tell_ladder(tx: Tx, person: UserId) -> None:
    if not await store.live(tx, person):
        await channel_works(tx, person, Channel.PUSH, works=False)


def _tried(payload: Payload) -> set[str]:
    return set(filter(None, payload.get("tried", "").split(",")))


def _attempts(payload: Payload) -> int:
    return int(payload.get("attempts", "0"))


def _again_at(payload: Payload, answers: Sequence[tuple[object, Answer]], now: datetime) -> datetime | None:
    later = [a for _, a in answers if a.outcome is Outcome.LATER]
    if not later:
        return None
    wait = max((a.retry_after for a in later if a.retry_after), default=None)
    return tried_again_at(_attempts(payload) + 1, now, datetime.fromisoformat(payload["until"]), wait)


def _missing(known: Delivery) -> str:
    return "no_phone" if known.channel is Channel.GATEWAY else "no_browser"
