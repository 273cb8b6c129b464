"""Whom a case can ring now: the roster's people, those who hold the specialty, and whether each can hear."""

from datetime import datetime, timedelta

from telemed import identity
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import HOSPITAL, Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import UserId
from telemed.kernel.values import Role, Tier
from telemed.schedules import Duty, Schedules
from telemed.sessions import store
from telemed.sessions.model import Candidate, Consult, Roster, StepKind, Why

SEEN_WITHIN = timedelta(seconds=60)
"""A link lost so short a time ago still counts: a page that reloads must not lose its ring."""


class Presence:
    """Who has an open link. `signaling` reports it; rows survive a restart."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock
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
        return await store.reachable(tx, users, now - SEEN_WITHIN)

    async def _set(self, user: UserId, *, linked: bool) -> None:
        async with self._db.transaction(Actor.system("presence")) as tx:
            await store.set_presence(tx, user, linked, self._clock.now())


async def roster_for(tx: Tx, consult: Consult, now: datetime, schedules: Schedules, presence: Presence) -> Roster:
    """Everyone each step of the ladder could ring at this moment, in the order they would be."""
    hospital, specialty = consult.hospital, consult.specialty
    duty = [d for d in await schedules.on_duty(tx, hospital, now) if d.specialty in {specialty, None}]
    holders = await identity.holders(tx, hospital, HOSPITAL, specialty, now)
    heads = await identity.holders(tx, hospital, frozenset({Role.DEPT_HEAD}), specialty, now)
    everyone = {d.person for d in duty} | set(holders) | set(heads)
    reachable = await presence.reachable(tx, everyone, now)
    in_call = await store.in_call(tx, everyone)

    def on_shift(tier: Tier) -> list[Candidate]:
        return [from_duty(d) for d in duty if d.tier is tier and (d.specialty or tier is Tier.LEADER)]

    def from_duty(d: Duty) -> Candidate:
        return Candidate(
            d.person, Why.SHIFT, d.tier, d.shift_id, d.roster_version, d.person in reachable, d.person in in_call
        )

    def from_list(user: UserId, why: Why) -> Candidate:
        return Candidate(user, why, reachable=user in reachable, in_call=user in in_call)

    return {
        StepKind.FIRST: tuple(on_shift(Tier.FIRST)),
        StepKind.SECOND: tuple(on_shift(Tier.SECOND)),
        StepKind.SPECIALTY: tuple(from_list(user, Why.ON_CALL) for user in holders),
        StepKind.HEAD: (*on_shift(Tier.HEAD), *(from_list(user, Why.HEAD) for user in heads)),
        StepKind.LEADER: tuple(on_shift(Tier.LEADER)),
    }
