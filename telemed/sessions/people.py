"""Whom something can reach now: who has an open link, or had one a moment ago."""

from datetime import datetime, timedelta

from telemed import identity
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import UserId
from telemed.sessions import store, store_deliveries
from telemed.sessions.model_deliveries import Channel

SEEN_WITHIN = timedelta(seconds=60)
"""A link lost so short a time ago still counts: a page that reloads must not lose its ring."""


class Presence:
    """Who has an open link, as `signaling` reports it, or is reached otherwise. Rows survive a restart."""

    def __init__(self, db: Database, clock: Clock, *, gateway: bool = False) -> None:
        self._db, self._clock, self._gateway = db, clock, gateway
        self._started_at: datetime | None = None

    async def started(self) -> None:
        """The server is up: no link of the last run is left, and for a minute nobody counts as unreachable."""
        self._started_at = self._clock.now()
        async with self._db.transaction(Actor.system("presence")) as tx:
            await store.unlink_all(tx, self._started_at)

    async def linked(self, user: UserId) -> None:
        await self._set(user, linked=True)

    async def unlinked(self, user: UserId) -> None:
        """This person's last link is gone."""
        await self._set(user, linked=False)

    async def reachable(self, tx: Tx, users: set[UserId], now: datetime) -> frozenset[UserId]:
        if self._started_at is not None and now - self._started_at < SEEN_WITHIN:
            return frozenset(users)
        here = await store.reachable(tx, users, now - SEEN_WITHIN)
        return here | await self._by_other_means(tx, users - here)

    async def _by_other_means(self, tx: Tx, users: set[UserId]) -> frozenset[UserId]:
        """A browser that can be woken, as far as is known from its last test; a telephone, unless its test failed."""
        if not users:
            return frozenset()
        known = await store_deliveries.reach(tx, users)
        woken = {user for user in users if known.get((user, Channel.PUSH))}
        if self._gateway:
            phones = await identity.duty_phones(tx, users - woken)
            woken |= {user for user in phones if known.get((user, Channel.GATEWAY), True)}
        return frozenset(woken)

    async def _set(self, user: UserId, *, linked: bool) -> None:
        async with self._db.transaction(Actor.system("presence")) as tx:
            await store.set_presence(tx, user, linked, self._clock.now())
