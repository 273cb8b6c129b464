"""Signing in, staying signed in, and who stands behind a token: each intent one transaction, each outcome audited."""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telemed.identity import policy, store
from telemed.identity.model import (
    TICKET_FOR,
    Facility,
    NotSignedIn,
    Person,
    RefreshToken,
    SessionOver,
    SignInRefused,
    TicketStale,
    Use,
    WrongPassword,
)
from telemed.identity.passwords import Passwords
from telemed.identity.tokens import ACCESS_FOR, Tokens
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import FacilityKind

GRANTS_FRESH_FOR = timedelta(seconds=3)
"""How long a right that was taken away, or an account that was closed, may still work."""
REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a browser gets. `refresh_token` goes into a cookie and nowhere else."""

    person: Person
    grants: tuple[Grant, ...]
    facilities: dict[FacilityId, Facility]
    access_token: str = field(repr=False)
    access_for: timedelta
    refresh_token: str = field(repr=False)
    refresh_for: timedelta
    at: datetime


class Identity:
    def __init__(
        self, db: Database, clock: Clock, tokens: Tokens, passwords: Passwords, limiter: SignInLimiter
    ) -> None:
        self._db, self._clock, self._tokens = db, clock, tokens
        self._passwords, self._limiter = passwords, limiter
        self._actors: dict[UserId, tuple[datetime, Actor]] = {}

    async def sign_in(self, username: str, password: str, address: str, *, request_id: str | None = None) -> SignedIn:
        """Begin a session.

        Raises:
            SignInRefused: one answer, whatever was wrong.
            TooManySignIns: this account or this address has to wait.
        """
        username = username.lower()
        self._limiter.attempt(username, address)
        async with self._db.transaction(_system(request_id)) as tx:
            known = await store.person_named(tx, username)
        right = await self._passwords.is_right(known.password_hash if known else None, password)
        try:
            person = policy.require_sign_in(known, password_right=right)
        except SignInRefused:
            async with self._db.transaction(_system(request_id)) as tx:
                await audit.record(tx, "session.sign_in", "person", known.id if known else None, outcome="refused")
            raise
        self._limiter.succeeded(username, address)
        renewed = await self._renewed_hash(person, password)
        async with self._db.transaction(Actor(person.id, request_id=request_id)) as tx:
            if renewed:
                await store.set_password_hash(tx, person.id, renewed)
            await audit.record(tx, "session.sign_in", "person", person.id)
            return await self._hand_out(tx, person, RefreshToken.begin(uuid7(), person.id, self._clock.now()))

    async def refresh(self, refresh_token: str, *, request_id: str | None = None) -> SignedIn:
        """Exchange a refresh token for new ones. One that was used before ends the whole session, whoever shows it.

        Raises:
            SessionOver: it is unknown, too old, used before, or its owner's account was closed.
        """
        digest, now = _digest(refresh_token), self._clock.now()
        async with self._db.transaction(_system(request_id)) as tx:
            token = await store.lock_refresh(tx, digest)
            person = await store.person(tx, token.person) if token else None
            if token and person:
                use = token.judge(now)
                if person.active and use in (Use.FIRST, Use.AGAIN_AT_ONCE):
                    await store.mark_used(tx, digest, token.used_at or now)
                    return await self._hand_out(tx, person, token.next(now))
                await store.end_family(tx, token)
                reason = "reused" if use is Use.STOLEN else "ended"
                await audit.record(tx, "session.refresh", "person", person.id, outcome="refused", reason=reason)
        raise SessionOver  # only now: the family's end has to be committed

    async def sign_out(self, refresh_token: str, *, request_id: str | None = None) -> None:
        """End a session in all its tabs. Knowing nothing of it is as good."""
        async with self._db.transaction(_system(request_id)) as tx:
            if token := await store.lock_refresh(tx, _digest(refresh_token)):
                await store.end_family(tx, token)
                await audit.record(tx, "session.sign_out", "person", token.person)

    async def authenticate(self, access_token: str) -> Actor:
        """Who holds an access token, with the grants of today.

        Raises:
            NotSignedIn: the token is not ours or too old, or the account was closed.
        """
        return await self.actor(self._tokens.read(access_token))

    async def actor(self, person_id: UserId) -> Actor:
        """Raises NotSignedIn: there is no such open account."""
        now = self._clock.now()
        fresh_until, actor = self._actors.get(person_id, (now, None))
        if actor is not None and now < fresh_until:
            return actor
        self._actors.pop(person_id, None)
        async with self._db.transaction(_system(None)) as tx:
            person = await store.person(tx, person_id)
            if person is None or not person.active:
                raise NotSignedIn
            actor = Actor(person_id, await store.grants_of(tx, person_id, now.astimezone(LOCAL).date()))
        if len(self._actors) >= REMEMBERED:
            self._actors.clear()
        self._actors[person_id] = now + GRANTS_FRESH_FOR, actor
        return actor

    async def issue_ticket(self, actor: Actor) -> str:
        """For the first frame of a socket, where no header can go: works once, within a minute.

        No policy: a ticket for oneself.
        """
        ticket, now = secrets.token_urlsafe(32), self._clock.now()
        async with self._db.transaction(actor) as tx:
            await store.add_ticket(tx, _digest(ticket), actor.id, now + TICKET_FOR, now)
        return ticket

    async def redeem_ticket(self, ticket: str) -> Actor:
        """Raises TicketStale: it was used before, is too old, or never was; or the account was closed."""
        async with self._db.transaction(_system(None)) as tx:
            person_id = await store.take_ticket(tx, _digest(ticket), self._clock.now())
        if person_id is None:
            raise TicketStale
        try:
            return await self.actor(person_id)
        except NotSignedIn:
            raise TicketStale from None

    async def verify_password(self, person_id: UserId, password: str) -> None:
        """That it is really this person who signs a paper. Call it before the transaction that signs.

        Raises:
            WrongPassword: it points to `/body/password`.
            TooManySignIns: too many wrong ones in a row.
        """
        account = f"signature:{person_id}"
        self._limiter.attempt(account, account)
        async with self._db.transaction(Actor(person_id)) as tx:
            person = await store.person(tx, person_id)
        known = person.password_hash if person and person.active else None
        if not await self._passwords.is_right(known, password):
            async with self._db.transaction(Actor(person_id)) as tx:
                await audit.record(tx, "session.verify_password", "person", person_id, outcome="refused")
            raise WrongPassword(pointer="/body/password")
        self._limiter.succeeded(account, account)

    async def directory(self, actor: Actor) -> list[Facility]:
        """All stations and hospitals, for filters."""
        policy.require_directory(actor)
        async with self._db.transaction(actor) as tx:
            return await store.facilities_of(tx, {FacilityKind.STATION, FacilityKind.HOSPITAL})

    async def _renewed_hash(self, person: Person, password: str) -> str | None:
        if person.password_hash and self._passwords.is_outdated(person.password_hash):
            return await self._passwords.hash(password)
        return None

    async def _hand_out(self, tx: Tx, person: Person, refresh: RefreshToken) -> SignedIn:
        secret, now = secrets.token_urlsafe(32), refresh.issued_at
        await store.add_refresh(tx, _digest(secret), refresh)
        grants = await store.grants_of(tx, person.id, now.astimezone(LOCAL).date())
        facilities = await store.facilities(tx, {grant.facility for grant in grants})
        return SignedIn(
            person=person,
            grants=grants,
            facilities={facility.id: facility for facility in facilities},
            access_token=self._tokens.issue(person.id),
            access_for=ACCESS_FOR,
            refresh_token=secret,
            refresh_for=refresh.expires_at - now,
            at=now,
        )


def _system(request_id: str | None) -> Actor:
    return Actor(Actor.system("sign-in").id, reason="sign-in", request_id=request_id)


def _digest(secret: str) -> bytes:
    """What is kept of a random secret: it has 256 bits, so a plain hash will do."""
    return hashlib.sha256(secret.encode()).digest()
