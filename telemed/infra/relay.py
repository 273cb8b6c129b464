"""Carries facts from the outbox to who reacts: `once` reactions in the claiming transaction, `live` ones after it."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar

import structlog
from sqlalchemy import or_, select, update

from telemed.infra import events, outbox
from telemed.infra.background import back_off
from telemed.infra.db import AnyRow, Database, Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock, SystemClock

log = structlog.get_logger(__name__)

E = TypeVar("E", bound=Event)

SWEEP = timedelta(seconds=2)
LIMIT = timedelta(seconds=10)
"""One reaction's time. They touch the database or a queue in memory, never the network."""

_RELAY = Actor.system("relay")
_row = outbox.event_table.c


class Relay:
    """Takes events one by one, in the order they were told.

    An event whose `once` reaction fails stays in the outbox and is tried again later; the others pass it. What a `live`
    reaction misses is gone: browsers get it from the next snapshot.
    """

    def __init__(self, db: Database, clock: Clock | None = None, *, limit: timedelta = LIMIT) -> None:
        self._db, self._clock, self._limit = db, clock or SystemClock(), limit.total_seconds()
        self._once: defaultdict[str, list[Callable[[Tx, Any], Awaitable[None]]]] = defaultdict(list)
        self._live: defaultdict[str, list[Callable[[Any], Awaitable[None]]]] = defaultdict(list)

    def once(self, event: type[E], reaction: Callable[[Tx, E], Awaitable[None]]) -> None:
        """React exactly once: what it writes commits with the mark that the event was relayed."""
        self._once[event.kind].append(reaction)

    def live(self, event: type[E], reaction: Callable[[E], Awaitable[None]]) -> None:
        """React at most once, as soon as the event is claimed; a failure is only logged."""
        self._live[event.kind].append(reaction)

    async def run(self) -> None:
        """Relay until cancelled, also across a database that goes away and comes back."""
        async with self._db.bell(outbox.CHANNEL) as bell:
            while True:
                await bell.wait(SWEEP)
                try:
                    await self.drain()
                except Exception as error:
                    log.error("relay_stumbled", exc_info=error)

    async def drain(self) -> int:
        """Take every event that is due now; how many were taken."""
        taken = 0
        while await self._take_next():
            taken += 1
        return taken

    async def _take_next(self) -> bool:
        claimed: AnyRow | None = None
        try:
            async with asyncio.timeout(self._limit), self._db.transaction(_RELAY) as tx:
                claimed = await tx.first(
                    select(_row.id, _row.kind, _row.consult_id, _row.data, _row.attempts)
                    .where(_row.relayed_at.is_(None), or_(_row.retry_at.is_(None), _row.retry_at <= self._clock.now()))
                    .order_by(_row.seq)
                    .limit(1)
                    .with_for_update(skip_locked=True)
                )
                if claimed is None:
                    return False
                event = events.read(claimed.kind, claimed.consult_id, claimed.data)
                for once in self._once[claimed.kind]:
                    await once(tx, event)
                mark = update(outbox.event_table).where(_row.id == claimed.id)
                await tx.execute(mark.values(relayed_at=self._clock.now()))
        except Exception as error:
            if claimed is None:
                raise
            await self._put_off(claimed, error)
            return True
        await self._tell(event)
        return True

    async def _put_off(self, claimed: AnyRow, error: Exception) -> None:
        attempts = claimed.attempts + 1
        log.error("event_put_off", id=str(claimed.id), kind=claimed.kind, attempts=attempts, exc_info=error)
        # The row was free for a moment: if another relay took it meanwhile, its word stands.
        unchanged = update(outbox.event_table).where(
            _row.id == claimed.id, _row.relayed_at.is_(None), _row.attempts == claimed.attempts
        )
        retry_at = self._clock.now() + back_off(attempts)
        async with self._db.transaction(_RELAY) as tx:
            await tx.execute(unchanged.values(attempts=attempts, retry_at=retry_at))

    async def _tell(self, event: Event) -> None:
        for live in self._live[event.kind]:
            try:
                async with asyncio.timeout(self._limit):
                    await live(event)
            except Exception as error:
                log.error("live_reaction_failed", kind=event.kind, exc_info=error)
