"""Hands messages to other systems: each a durable job, the network outside of any transaction, one try at a time.

As the rings' sender (`telemed/notify/service/sender.py`): a job that comes due is put off by its lease in the same
transaction, then one of a few workers sends it. If this server dies in between, the lease runs out and the next sends.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final
from uuid import UUID

import aiohttp
import structlog

from telemed.exchange.model_webhooks import KEPT, BadAddress, Hook, Message, Reach
from telemed.exchange.service.sealing import Sealing
from telemed.exchange.service.webhooks import SEND
from telemed.exchange.store import webhooks as store
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.notify import News, OutsideOnly, sign

log = structlog.get_logger(__name__)

WITHIN: Final = aiohttp.ClientTimeout(total=10, connect=5)
LEASE: Final = timedelta(seconds=30)
"""Longer than any attempt takes."""
WORKERS: Final = 4
QUEUE: Final = 500
"""Messages waiting for a worker; of more, the lease brings the rest."""
_COURIER: Final = Actor.system("webhooks")

Say = Callable[[Tx, News], Awaitable[None]]
"""Tells people of something, in the notices of theirs."""


class Courier:
    def __init__(self, db: Database, clock: Clock, sealing: Sealing, reach: Reach, say: Say) -> None:
        self._db, self._clock, self._sealing, self._reach, self._say = db, clock, sealing, reach, say
        self._client: aiohttp.ClientSession | None = None
        self._queue: asyncio.Queue[UUID] = asyncio.Queue(QUEUE)
        self._busy: set[UUID] = set()

    async def due(self, tx: Tx, key: str, _: dict[str, str]) -> None:
        """A message's job."""
        await jobs.put(tx, SEND, key, tx.at + LEASE)
        message = UUID(key)
        if message not in self._busy and not self._queue.full():
            self._busy.add(message)
            self._queue.put_nowait(message)

    async def started(self) -> None:
        """The server is up: what the last run had in hand is sent now, not when its lease is over."""
        async with self._db.transaction(_COURIER) as tx:
            await jobs.hurry(tx, [SEND], tx.at)

    async def run(self) -> None:
        """Send until cancelled."""
        try:
            async with asyncio.TaskGroup() as workers:
                for n in range(WORKERS):
                    workers.create_task(self._work(), name=f"courier {n}")
        finally:
            await self.close()

    async def drain(self) -> None:
        """Send all that was taken so far."""
        while not self._queue.empty():
            await self._next()

    async def close(self) -> None:
        if self._client is not None:
            await self._client.close()
            self._client = None

    async def forget_old(self, tx: Tx) -> None:
        await store.forget_before(tx, tx.at - KEPT)

    async def _work(self) -> None:
        while True:
            await self._next()

    async def _next(self) -> None:
        message = await self._queue.get()
        try:
            await self._deliver(message)
        except Exception as error:  # the job is still there: its lease brings it again
            log.error("webhook_sending_failed", key=str(message), exc_info=error)
        finally:
            self._busy.discard(message)

    async def _deliver(self, message_id: UUID) -> None:
        async with self._db.transaction(_COURIER) as tx:
            message = await store.message(tx, message_id)
            hook = await store.one(tx, message.hook) if message else None
            sealed = await store.secrets(tx, hook.id) if hook else []
            if message is None or hook is None or message.state != "waiting" or hook.stopped_at is not None:
                await jobs.cancel(tx, SEND, str(message_id))
                return
        secrets = [one for one in (self._sealing.opened(hook.id, each) for each in sealed) if one is not None]
        status = await self._post(hook, message, secrets) if secrets else None
        if not secrets:
            log.error("webhook_secret_unreadable")  # the database came without its keys
        async with self._db.transaction(_COURIER) as tx:
            await self._settle(tx, message_id, status)

    async def _post(self, hook: Hook, message: Message, secrets: list[str]) -> int | None:
        """The status; None where nobody answered, or none may be asked. Follows nothing, reads no answer."""
        try:
            self._reach.require(hook.url)  # the operator's setting may be narrower than when it was entered
        except BadAddress:
            return None
        body, stamp = message.body(), int(self._clock.now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": str(message.id),
            "Telemed-Timestamp": str(stamp),
            "Telemed-Signature": ", ".join(sign(one, stamp, body) for one in secrets),
        }
        if self._client is None:
            connector = aiohttp.TCPConnector(resolver=OutsideOnly(self._reach))
            self._client = aiohttp.ClientSession(connector=connector, timeout=WITHIN)
        try:
            async with self._client.post(hook.url, data=body, headers=headers, allow_redirects=False) as answer:
                return answer.status
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            log.warning("webhook_unreachable", error=type(error).__name__)
            return None

    async def _settle(self, tx: Tx, message_id: UUID, status: int | None) -> None:
        """Write down how it went. Who was silent for days is told nothing more, and their keeper learns of it."""
        message = await store.message(tx, message_id)
        hook = await store.one(tx, message.hook, lock=True) if message else None
        if message is None or hook is None:
            await jobs.cancel(tx, SEND, str(message_id))
            return
        message = message.tried(status, tx.at)
        await store.save_message(tx, message)
        after = hook.heard() if message.state == "delivered" else hook.failed(tx.at)
        if after != hook:
            await store.save(tx, after)
        if after.stopped_at is not None and hook.stopped_at is None:
            once = f"webhook:{hook.id}:{after.stopped_at.isoformat()}"
            await self._say(
                tx, News("webhook_stopped", (hook.made_by,), hook.id, {"name": hook.name}, once, wakes=True)
            )
        if message.state == "waiting" and after.stopped_at is None:
            await jobs.put(tx, SEND, str(message_id), message.next_at(tx.at))
        else:
            await jobs.cancel(tx, SEND, str(message_id))
