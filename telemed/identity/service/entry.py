"""Letting somebody in who has proved who they are: the browser they sit at, the session, and what it is handed."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from telemed.identity import endings, policy, store
from telemed.identity.model import (
    NOTICED_FOR,
    TRUSTED_FOR,
    Device,
    Facility,
    LockReason,
    Person,
    RefreshToken,
    SignIn,
)
from telemed.identity.service.actors import digest, system
from telemed.identity.store import sign_ins
from telemed.identity.tokens import ACCESS_FOR, Tokens
from telemed.identity.wire import LockView, SessionNotice
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import DeviceId, FacilityId, SignInId, UserId, uuid7


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What a browser gets. `refresh_token` and `device_secret` go into cookies and nowhere else."""

    person: Person
    grants: tuple[Grant, ...]
    facilities: dict[FacilityId, Facility]
    sign_in: SignIn
    device: Device
    locked: LockView | None
    notices: list[SessionNotice]
    access_token: str = field(repr=False)
    access_for: timedelta
    refresh_token: str = field(repr=False)
    refresh_for: timedelta
    device_secret: str | None = field(repr=False)
    """Only for a browser that has none yet."""
    at: datetime


class Entry:
    def __init__(self, db: Database, tokens: Tokens) -> None:
        self._db, self._tokens = db, tokens

    async def enter(
        self,
        person_id: UserId,
        *,
        method: str,
        shared: bool | None = None,
        device: str | None = None,
        device_name: str = "",
        full: bool = True,
        request_id: str | None = None,
    ) -> SignedIn:
        """Begin a session for somebody who has proved who they are, and end the one before it in that browser.

        `full`: all factors were shown now. `shared` is None where the browser is not asked again.

        Raises:
            SignInRefused: the account is closed.
        """
        async with self._db.transaction(system(request_id)) as tx:
            person = await store.person(tx, person_id)
            person = policy.require_sign_in(person, password_right=True)
            here, secret = await self._here(tx, device, shared, device_name)
            await endings.end_sign_ins_at(tx, here.id, "replaced")
            await sign_ins.meet(tx, here.id, person_id, tx.at, full=full)
            grants = await self.grants(tx, person_id)
        family = SignInId(uuid7())
        async with self._db.transaction(Actor(person_id, grants, request_id=request_id, sign_in=family)) as tx:
            sign_in = SignIn(family, person_id, here.id, method, began_at=tx.at, seen_at=tx.at)
            await sign_ins.add(tx, sign_in)
            await store.see(tx, person_id, tx.at)
            await audit.record(tx, "session.sign_in", "person", person_id, reason=method)
            token = RefreshToken.begin(family, person_id, tx.at)
            return await self.hand_out(tx, person, sign_in, here, token, secret=secret)

    async def device_of(self, tx: Tx, sign_in: SignIn) -> tuple[Device, str | None]:
        """Where it began; a sign-in of before there were devices gets one now."""
        if sign_in.device and (known := await sign_ins.device(tx, sign_in.device)):
            return known, None
        made, secret = await self._here(tx, None, None, "")
        await sign_ins.meet(tx, made.id, sign_in.person, tx.at - TRUSTED_FOR, full=True)
        return made, secret

    async def grants(self, tx: Tx, person_id: UserId) -> tuple[Grant, ...]:
        """Of today."""
        return await store.grants_of(tx, person_id, tx.at.astimezone(LOCAL).date())

    async def hand_out(
        self, tx: Tx, person: Person, sign_in: SignIn, device: Device, token: RefreshToken, *, secret: str | None
    ) -> SignedIn:
        """New tokens for a session as it stands now."""
        refresh_token, now = secrets.token_urlsafe(32), tx.at
        await sign_ins.add_refresh(tx, digest(refresh_token), token)
        grants = await self.grants(tx, person.id)
        facilities = await store.facilities(tx, {grant.facility for grant in grants})
        reused = await sign_ins.ended_for(tx, person.id, "reused", now - NOTICED_FOR)
        return SignedIn(
            person=person,
            grants=grants,
            facilities={facility.id: facility for facility in facilities},
            sign_in=sign_in,
            device=device,
            locked=await self._lock_view(tx, person, sign_in, device),
            notices=[SessionNotice(code="session_reused", at=at) for at in reused],
            access_token=self._tokens.issue(person.id, sign_in.id),
            access_for=ACCESS_FOR,
            refresh_token=refresh_token,
            refresh_for=token.kept_until - now,
            device_secret=secret,
            at=now,
        )

    async def _lock_view(self, tx: Tx, person: Person, sign_in: SignIn, device: Device) -> LockView | None:
        if sign_in.lock_reason is None:
            return None
        known = await sign_ins.acquaintance(tx, device.id, person.id)
        ways: list[Literal["pin", "password"]] = ["password"] if person.password_hash else []
        in_time = sign_in.lock_reason is not LockReason.EXPIRED
        if in_time and known and known.pin_left(tx.at) and await sign_ins.pin_hash(tx, person.id):
            ways.insert(0, "pin")
        return LockView(reason=sign_in.lock_reason, unlock_with=ways)

    async def _here(self, tx: Tx, secret: str | None, shared: bool | None, name: str) -> tuple[Device, str | None]:
        """The browser's device; a new one comes with its secret, for the cookie."""
        known = await sign_ins.device_by(tx, digest(secret)) if secret else None
        if known is None:
            made, fresh = Device(DeviceId(uuid7()), bool(shared), name), secrets.token_urlsafe(32)
            await sign_ins.add_device(tx, made, digest(fresh), tx.at)
            return made, fresh
        kept = Device(known.id, known.shared if shared is None else shared, name or known.name)
        await sign_ins.keep_device(tx, kept, tx.at)
        return kept, None
