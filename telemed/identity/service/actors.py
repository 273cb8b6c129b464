"""Who stands behind an access token or a socket's ticket, with the rights of now; a few seconds' memory of it."""

import hashlib
import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from telemed.identity import store
from telemed.identity.events import AccountDisabled, RightsChanged, ScreenLockChanged, SignInEnded
from telemed.identity.model import TICKET_FOR, NotSignedIn, TicketStale
from telemed.identity.store import sign_ins
from telemed.identity.tokens import Tokens
from telemed.infra import audit
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import SignInId, UserId

GRANTS_FRESH_FOR = timedelta(seconds=3)
"""How long a right that was taken away by other means than ours may still work; ours are told and work at once."""
REMEMBERED = 5_000

Gone = SignInEnded | AccountDisabled | RightsChanged | ScreenLockChanged


class Actors:
    def __init__(self, db: Database, clock: Clock, tokens: Tokens) -> None:
        self._db, self._clock, self._tokens = db, clock, tokens
        self._known: dict[tuple[UserId, SignInId | None], tuple[datetime, Actor]] = {}

    async def authenticate(self, access_token: str) -> Actor:
        """Who holds an access token, with the grants of today.

        Raises:
            NotSignedIn: the token is not ours or too old, its sign-in was ended, or the account was closed.
        """
        holder = self._tokens.read(access_token)
        return await self.actor(holder.person, holder.sign_in)

    async def actor(self, person_id: UserId, sign_in_id: SignInId | None = None) -> Actor:
        """Raises NotSignedIn: there is no such open account, or that sign-in has ended."""
        now, key = self._clock.now(), (person_id, sign_in_id)
        fresh_until, known = self._known.get(key, (now, None))
        if known is not None and now < fresh_until:
            return known
        self._known.pop(key, None)
        async with self._db.transaction(system(None)) as tx:
            person = await store.person(tx, person_id)
            sign_in = await sign_ins.sign_in(tx, sign_in_id) if sign_in_id else None
            if person is None or not person.active:
                raise NotSignedIn
            if sign_in_id and (sign_in is None or sign_in.person != person_id or sign_in.ended_at is not None):
                raise NotSignedIn
            actor = Actor(
                person_id,
                await store.grants_of(tx, person_id, now.astimezone(LOCAL).date()),
                sign_in=sign_in_id,
                locked=sign_in is not None and sign_in.locked_at is not None,
                accesses=await store.accesses_of(tx, person_id, now),
            )
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[key] = now + GRANTS_FRESH_FOR, actor
        return actor

    async def still(self, actor: Actor) -> Actor:
        """The same person as they may act now: for open sockets, which outlive what they were opened with.

        Raises:
            NotSignedIn: they may not any more.
        """
        return replace(await self.actor(actor.id, actor.sign_in), request_id=actor.request_id)

    async def issue_ticket(self, actor: Actor) -> str:
        """For the first frame of a socket, where no header can go: works once, within a minute.

        No policy: a ticket for oneself.
        """
        ticket = secrets.token_urlsafe(32)
        async with self._db.transaction(actor) as tx:
            await sign_ins.add_ticket(tx, digest(ticket), actor.id, actor.sign_in, tx.at + TICKET_FOR)
        return ticket

    async def redeem_ticket(self, ticket: str) -> Actor:
        """Raises TicketStale: it was used before, is too old, or never was; or the sign-in or the account ended."""
        async with self._db.transaction(system(None)) as tx:
            taken = await sign_ins.take_ticket(tx, digest(ticket))
        person_id = taken[0] if taken else None
        try:
            if taken is None or self._clock.now() >= taken[2]:
                raise TicketStale
            return await self.actor(taken[0], taken[1])
        except (NotSignedIn, TicketStale):
            async with self._db.transaction(system(None)) as tx:
                await audit.record(tx, "session.ticket", "person", person_id, outcome="refused", reason="ticket_stale")
            raise TicketStale from None

    def forget(self, person_id: UserId) -> None:
        """What this person may do has changed: look again."""
        for key in [key for key in self._known if key[0] == person_id]:
            del self._known[key]

    async def changed(self, event: Gone) -> None:
        self.forget(event.user)


def system(request_id: str | None) -> Actor:
    """Where nobody is known yet."""
    return Actor(Actor.system("sign-in").id, reason="sign-in", request_id=request_id)


def digest(secret: str) -> bytes:
    """What is kept of a random secret: it has 256 bits, so a plain hash will do."""
    return hashlib.sha256(secret.encode()).digest()
