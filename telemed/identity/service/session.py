"""Signing in, staying signed in, locking and leaving: each intent one transaction, each outcome audited."""

import secrets
from dataclasses import dataclass, replace

from telemed.identity import endings, policy, store
from telemed.identity.events import ScreenLockChanged
from telemed.identity.model import (
    UNSEEN_AT_MOST,
    Facility,
    LockReason,
    Person,
    PinLocked,
    RefreshToken,
    SessionOver,
    SignIn,
    SignInRefused,
    Use,
)
from telemed.identity.passwords import Passwords
from telemed.identity.service.actors import Actors, digest, system
from telemed.identity.service.entry import Entry, SignedIn
from telemed.identity.service.pins import Pins
from telemed.identity.service.proofs import Proofs, Second
from telemed.identity.store import sign_ins
from telemed.identity.tokens import Tokens
from telemed.identity.wire import DevicePerson, DeviceView
from telemed.infra import audit, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import DeviceId, UserId
from telemed.kernel.values import FacilityKind

GOING_ON = (Use.FIRST, Use.AGAIN_AT_ONCE, Use.LOST, Use.EXPIRED)


@dataclass(frozen=True, slots=True)
class _Going:
    """A session whose token was shown, locked against being ended or renewed by anybody else."""

    token: RefreshToken
    use: Use
    sign_in: SignIn
    person: Person


class Identity:
    """Without `pins` those that are set die with the program."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        tokens: Tokens,
        passwords: Passwords,
        limiter: SignInLimiter,
        *,
        second: Second | None = None,
        pins: Pins | None = None,
    ) -> None:
        self._db, self._clock = db, clock
        self._passwords, self._limiter = passwords, limiter
        self._pins = pins or Pins(db, passwords, secrets.token_bytes(32))
        self._actors = Actors(db, clock, tokens)
        self.authenticate, self.actor, self.still = self._actors.authenticate, self._actors.actor, self._actors.still
        self.issue_ticket, self.redeem_ticket = self._actors.issue_ticket, self._actors.redeem_ticket
        self.changed, self.forget = self._actors.changed, self._actors.forget
        self._proofs = Proofs(db, clock, passwords, limiter, second)
        self._entry = Entry(db, tokens)
        self.enter = self._entry.enter
        self.end_sign_ins = endings.end_sign_ins

    # -- signing in --------------------------------------------------------------------------------------------------

    async def sign_in(
        self,
        username: str,
        password: str,
        address: str,
        *,
        code: str | None = None,
        shared: bool = False,
        device: str | None = None,
        device_name: str = "",
        request_id: str | None = None,
    ) -> SignedIn:
        """Begin a session. `device` is the secret of the browser's device, if it has one.

        Raises:
            SignInRefused: one answer, whatever was wrong.
            SecondFactorNeeded, SecondFactorRefused: the password was right.
            TooManySignIns: this account or this address has to wait.
        """
        username = username.lower()
        self._limiter.attempt(username, address)
        async with self._db.transaction(system(request_id)) as tx:
            known = await store.person_named(tx, username)
        right = await self._passwords.is_right(known.password_hash if known else None, password)
        try:
            person = policy.require_sign_in(known, password_right=right)
        except SignInRefused:
            async with self._db.transaction(system(request_id)) as tx:
                await audit.record(tx, "session.sign_in", "person", known.id if known else None, outcome="refused")
            raise
        self._limiter.succeeded(username, address)
        await self._renew_hash(person, password)
        full = await self._proofs.require_second(person.id, device, code, request_id)
        return await self.enter(
            person.id,
            method="password",
            shared=shared,
            device=device,
            device_name=device_name,
            full=full,
            request_id=request_id,
        )

    async def sign_in_with_pin(
        self, person_id: UserId, pin: str, device: str | None, *, request_id: str | None = None
    ) -> SignedIn:
        """The next person at a browser that knows them.

        Raises:
            PinRefused, PinLocked
        """
        async with self._db.transaction(system(request_id)) as tx:
            known = await sign_ins.device_by(tx, digest(device)) if device else None
            person = await store.person(tx, person_id)
        if known is None or person is None or not person.active:
            raise PinLocked
        await self._pins.require_right(known.id, person_id, pin, system(request_id))
        return await self.enter(person_id, method="pin", device=device, full=False, request_id=request_id)

    async def device(self, secret: str | None) -> DeviceView:
        """What a browser may offer before anyone signs in: whom it knows by a PIN, and nobody else.

        No policy: whoever holds the browser's cookie sat there when they did.
        """
        now = self._clock.now()
        async with self._db.transaction(system(None)) as tx:
            here = await sign_ins.device_by(tx, digest(secret)) if secret else None
            known = await sign_ins.acquaintances(tx, here.id, now) if here else {}
            people = {person.id: person for person in await store.persons(tx, known)}
        return DeviceView(
            known=here is not None,
            shared=here is not None and here.shared,
            people=[
                DevicePerson(
                    id=person_id,
                    name=people[person_id].name,
                    profession=people[person_id].profession,
                    used_at=met.used_at,
                    pin=met.pin_left(now) > 0,
                    pin_left=met.pin_left(now),
                )
                for person_id, met in known.items()
                if people[person_id].active
            ],
        )

    # -- staying, locking, leaving -----------------------------------------------------------------------------------

    async def refresh(self, refresh_token: str, *, request_id: str | None = None) -> SignedIn:
        """Exchange a refresh token for new ones. One that was used before ends the whole session, whoever shows it;
        unless nothing was used since, for a day: a browser that was killed has not yet what it was given.

        Raises:
            SessionOver: it is unknown, far too old, used before, or its owner's account was closed.
        """
        async with self._db.transaction(system(request_id)) as tx:
            if going := await self._going(tx, refresh_token):
                here, secret = await self._entry.device_of(tx, going.sign_in)
                sign_in = going.sign_in.renewed(going.use, tx.at, shared=here.shared)
                sign_in = await self._keep(tx, going.sign_in, sign_in, here.id)
                await self._use(tx, refresh_token, going.token)
                token = going.token.next(tx.at)
                handed = await self._entry.hand_out(tx, going.person, sign_in, here, token, secret=secret)
        if going is None:
            raise SessionOver  # only now: what the look at it ended has to be committed
        self._actors.forget(going.person.id)
        return handed

    async def lock(self, refresh_token: str, *, request_id: str | None = None) -> None:
        """Hide the record in all tabs; voice and ring go on. Knowing nothing of the session is as good."""
        async with self._db.transaction(system(request_id)) as tx:
            going = await self._going(tx, refresh_token)
            if going and going.sign_in.locked_at is None:
                locked = going.sign_in.locked(LockReason.ASKED, tx.at)
                await audit.record(tx, "session.lock", "person", going.person.id)
                await self._keep(tx, going.sign_in, locked, going.sign_in.device)
        if going:
            self._actors.forget(going.person.id)

    async def unlock(
        self,
        refresh_token: str,
        *,
        pin: str | None = None,
        password: str | None = None,
        code: str | None = None,
        request_id: str | None = None,
    ) -> SignedIn:
        """The same session goes on. One that ran out begins again, and only by password.

        Raises:
            SessionOver: there is none to go on with.
            PinRefused, PinLocked, WrongPassword, SecondFactorNeeded, SecondFactorRefused
            TooManySignIns: too many wrong passwords for this person in this browser.
        """
        async with self._db.transaction(system(request_id)) as tx:
            going = await self._going(tx, refresh_token)
            here, secret = await self._entry.device_of(tx, going.sign_in) if going else (None, None)
            if going and here and here.id != going.sign_in.device:
                await self._keep(tx, going.sign_in, going.sign_in, here.id)
            grants = await self._entry.grants(tx, going.person.id) if going else ()
        if going is None or here is None:
            raise SessionOver
        person, full = going.person, False
        who = Actor(person.id, grants, request_id=request_id, sign_in=going.sign_in.id)
        if pin is not None:
            if going.use is Use.EXPIRED or going.sign_in.lock_reason is LockReason.EXPIRED:
                raise PinLocked
            await self._pins.require_right(here.id, person.id, pin, who)
        else:
            await self._proofs.require_password(f"unlock:{here.id}:{person.id}", person, password or "", who)
            full = await self._proofs.require_second(person.id, here.id, code, request_id)
        async with self._db.transaction(who) as tx:
            again = await self._going(tx, refresh_token)
            if again:
                sign_in = await self._keep(tx, again.sign_in, again.sign_in.unlocked(tx.at), here.id)
                await sign_ins.meet(tx, here.id, person.id, tx.at, full=full)
                await self._use(tx, refresh_token, again.token)
                token = again.token.next(tx.at) if pin else RefreshToken.begin(sign_in.id, person.id, tx.at)
                await audit.record(tx, "session.unlock", "person", person.id, reason="pin" if pin else "password")
                handed = await self._entry.hand_out(tx, person, sign_in, here, token, secret=secret)
        if again is None:
            raise SessionOver
        self._actors.forget(person.id)
        return handed

    async def sign_out(self, refresh_token: str, *, request_id: str | None = None) -> None:
        """End a session in all its tabs. Knowing nothing of it is as good."""
        async with self._db.transaction(system(request_id)) as tx:
            if token := await sign_ins.lock_refresh(tx, digest(refresh_token)):
                await endings.end_sign_in(tx, token.family, token.person, "signed_out")
                await audit.record(tx, "session.sign_out", "person", token.person)
        if token:
            self._actors.forget(token.person)

    async def sign_out_everywhere(self, actor: Actor) -> None:
        """End all of one's own sessions, this one too.

        No policy: one's own.
        """
        async with self._db.transaction(actor) as tx:
            await endings.end_sign_ins(tx, actor.id, "signed_out_everywhere")
            await audit.record(tx, "session.sign_out_everywhere", "person", actor.id)
        self._actors.forget(actor.id)

    # -- one's own secrets -------------------------------------------------------------------------------------------

    async def verify_password(self, person_id: UserId, password: str) -> None:
        """That it is really this person who signs a paper. Call it before the transaction that signs.

        Raises:
            WrongPassword: it points to `/body/password`.
            TooManySignIns: too many wrong ones in a row.
        """
        async with self._db.transaction(Actor(person_id)) as tx:
            person = await store.person(tx, person_id)
        await self._proofs.require_password(f"signature:{person_id}", person, password, Actor(person_id))

    async def set_pin(self, actor: Actor, pin: str, password: str) -> None:
        """For browsers where this person signs in with all factors.

        No policy: one's own, shown by the password.

        Raises:
            WrongPassword, TooManySignIns, PinTooSimple
        """
        await self.verify_password(actor.id, password)
        await self._pins.set(actor, pin)

    async def remove_pin(self, actor: Actor) -> None:
        """No policy: one's own."""
        await self._pins.remove(actor)

    async def directory(self, actor: Actor) -> list[Facility]:
        """All stations and hospitals, for filters."""
        policy.require_directory(actor)
        async with self._db.transaction(actor) as tx:
            return await store.facilities_of(tx, {FacilityKind.STATION, FacilityKind.HOSPITAL})

    async def close_unseen(self, tx: Tx) -> None:
        """Close the accounts that nobody used for 45 days, and forget what opens nothing any more. A daily job."""
        for person_id in await store.close_unseen(tx, tx.at - UNSEEN_AT_MOST, "idle", tx.at):
            await endings.account_disabled(tx, person_id)
            await audit.record(tx, "person.disable", "person", person_id, reason="idle")
        await sign_ins.forget_old(tx, tx.at)

    # -- inside ------------------------------------------------------------------------------------------------------

    async def _going(self, tx: Tx, refresh_token: str) -> _Going | None:
        """The session of this token; None when there is none any more, and a token shown too late or twice ends it."""
        token = await sign_ins.lock_refresh(tx, digest(refresh_token))
        sign_in = await sign_ins.sign_in(tx, token.family) if token else None
        person = await store.person(tx, token.person) if token else None
        if token is None or sign_in is None or person is None:
            return None
        newest = token.came_back(tx.at) and await sign_ins.is_newest_used(tx, digest(refresh_token), token)
        use = token.judge(tx.at, newest=newest)
        if person.active and sign_in.ended_at is None and use in GOING_ON:
            return _Going(token, use, sign_in, person)
        reason = "reused" if use is Use.STOLEN else "ended"
        await endings.end_sign_in(tx, sign_in.id, person.id, reason)
        await audit.record(tx, "session.refresh", "person", person.id, outcome="refused", reason=reason)
        return None

    async def _use(self, tx: Tx, refresh_token: str, token: RefreshToken) -> None:
        """From now on another one follows this token; what followed it before without ever being used, no more."""
        if token.came_back(tx.at):
            await sign_ins.revoke_since(tx, token, tx.at)
        await sign_ins.mark_used(tx, digest(refresh_token), token.used_at or tx.at)

    async def _keep(self, tx: Tx, before: SignIn, now: SignIn, device: DeviceId | None) -> SignIn:
        kept = replace(now, device=device)
        await sign_ins.keep(tx, kept)
        was, locked = before.locked_at is not None, kept.locked_at is not None
        if was != locked:
            await outbox.publish(tx, ScreenLockChanged(None, kept.id, kept.person, locked), tx.at)
        if not locked:
            await store.see(tx, kept.person, tx.at)
        return kept

    async def _renew_hash(self, person: Person, password: str) -> None:
        if person.password_hash and self._passwords.is_outdated(person.password_hash):
            renewed = await self._passwords.hash(password)
            async with self._db.transaction(Actor(person.id)) as tx:
                await store.set_password_hash(tx, person.id, renewed)
