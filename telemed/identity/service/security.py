"""What a person does for the security of their own account: password, codes, devices, sign-ins."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

import pyotp

from telemed.identity import endings, store
from telemed.identity.model import Person, WrongPassword
from telemed.identity.model_security import (
    LEAST_ALONE,
    LEAST_WITH_SECOND,
    CodeRefused,
    NoSecondFactor,
    PasswordFirst,
    PasswordSame,
    TotpOn,
    least,
    length,
    require_password,
)
from telemed.identity.passwords import Passwords, spelled
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.store import people_admin, security, sign_ins
from telemed.identity.wire_security import (
    OwnDevice,
    OwnSignIn,
    PasskeyView,
    RecoveryCodes,
    SecurityView,
    TotpSecret,
)
from telemed.infra import audit, qr
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import DeviceId, SignInId

ISSUER: Final = "Telemed"


class PasswordAsked:
    """That it is really this person, before something is changed that guards the account."""

    def __init__(self, db: Database, passwords: Passwords, limiter: SignInLimiter) -> None:
        self._db, self._passwords, self._limiter = db, passwords, limiter

    async def right(self, actor: Actor, password: str, pointer: str) -> Person:
        """The person as they were when it was right. Call it before the transaction that changes something.

        Raises:
            WrongPassword: with `pointer`.
            TooManySignIns: too many wrong ones in a row.
        """
        account = f"own:{actor.id}"
        self._limiter.attempt(account, account)
        async with self._db.transaction(actor) as tx:
            person = await store.person(tx, actor.id)
        known = person.password_hash if person else None
        if person is None or not await self._passwords.is_right(known, password):
            async with self._db.transaction(actor) as tx:
                await audit.record(tx, "security.password_asked", "person", actor.id, outcome="refused")
            raise WrongPassword(pointer=pointer)
        self._limiter.succeeded(account, account)
        return person


async def unchanged(tx: Tx, person: Person, pointer: str) -> None:
    """Hold the account, and refuse if its password was changed since it was asked.

    Raises:
        WrongPassword: with `pointer`.
    """
    await people_admin.lock_person(tx, person.id)
    now = await store.person(tx, person.id)
    if now is None or now.password_hash != person.password_hash:
        raise WrongPassword(pointer=pointer)


@dataclass(frozen=True)
class OwnSecurity:
    """Every method is about the asker's own account, so none asks a policy."""

    db: Database
    passwords: Passwords
    factors: SecondFactors
    limiter: SignInLimiter
    asked: PasswordAsked

    async def view(self, actor: Actor) -> SecurityView:
        """No policy: one's own."""
        async with self.db.transaction(actor) as tx:
            person = await store.person(tx, actor.id)
            if person is None:
                raise Missing
            methods = await self.factors.methods(tx, actor.id)
            going_on = await security.open_sign_ins(tx, actor.id)
            here = next((one.device for one in going_on if one.id == actor.sign_in), None)
            return SecurityView(
                password_set_at=person.password_set_at,
                min_password=least(second_factor=bool(methods)),
                totp="totp" in methods,
                passkeys=[
                    PasskeyView(id=one.id, name=one.name, created_at=one.created_at, used_at=one.used_at)
                    for one in await security.passkeys(tx, actor.id)
                ],
                recovery_left=await security.recovery_left(tx, actor.id),
                pin=await sign_ins.pin_hash(tx, actor.id) is not None,
                devices=[
                    OwnDevice(id=one.id, name=one.name, shared=one.shared, current=one.id == here, used_at=one.used_at)
                    for one in await security.devices(tx, actor.id)
                ],
                sign_ins=[
                    OwnSignIn(
                        id=one.id,
                        method=one.method,
                        began_at=one.began_at,
                        seen_at=one.seen_at,
                        current=one.id == actor.sign_in,
                        device_name=one.device_name,
                    )
                    for one in going_on
                ],
            )

    async def change_password(self, actor: Actor, current: str, new: str) -> None:
        """Every other sign-in ends, and other browsers ask for everything again.

        No policy: one's own.

        Raises:
            WrongPassword, TooManySignIns
            PasswordSame, PasswordTooShort, PasswordHasName, PasswordTooSimple, PasswordCommon
        """
        person = await self.asked.right(actor, current, "/body/current")
        if spelled(new) == spelled(current):
            raise PasswordSame(pointer="/body/new")
        require_password(new, person.username, person.full_name, LEAST_WITH_SECOND, "/body/new")
        hashed = await self.passwords.hash(new)
        async with self.db.transaction(actor) as tx:
            # First, as everybody who ends sign-ins does: two who wait for each other would both fail.
            await endings.end_sign_ins(tx, actor.id, "password", but=actor.sign_in)
            await unchanged(tx, person, "/body/current")
            methods = await self.factors.methods(tx, actor.id)
            at_least = least(second_factor=bool(methods))
            require_password(new, person.username, person.full_name, at_least, "/body/new")
            await security.set_password(tx, actor.id, hashed, tx.at)
            await security.drop_invitations(tx, actor.id)
            await self.forget_others(tx, actor)
            await audit.record(tx, "security.password", "person", actor.id)

    async def begin_totp(self, actor: Actor, password: str, host: str) -> TotpSecret:
        """A secret for an authenticator; nothing is asked of it before `confirm_totp`. No policy: one's own.

        Raises:
            WrongPassword, TooManySignIns, TotpOn
        """
        person = await self.asked.right(actor, password, "/body/password")
        async with self.db.transaction(actor) as tx:
            await unchanged(tx, person, "/body/password")
            secret = await self.factors.begin(tx, actor.id)
        if secret is None:
            raise TotpOn
        uri = pyotp.TOTP(secret).provisioning_uri(name=f"{person.username}@{host}", issuer_name=ISSUER)
        return TotpSecret(secret=secret, uri=uri, qr_svg=qr.svg(uri))

    async def confirm_totp(self, actor: Actor, code: str) -> RecoveryCodes:
        """From now on codes are asked for. No policy: one's own.

        Raises:
            CodeRefused, TooManySignIns
        """
        account = f"totp:{actor.id}"
        self.limiter.attempt(account, account)
        async with self.db.transaction(actor) as tx:
            await people_admin.lock_person(tx, actor.id)
            if not await self.factors.confirm(tx, actor.id, code):
                raise CodeRefused(pointer="/body/code")
            codes = await self.factors.new_recovery_codes(tx, actor.id)
            await self.forget_others(tx, actor)
            await audit.record(tx, "security.totp", "person", actor.id)
        self.limiter.succeeded(account, account)
        return RecoveryCodes(codes=codes)

    async def remove_totp(self, actor: Actor, password: str) -> None:
        """No policy: one's own.

        Raises:
            WrongPassword, TooManySignIns
            PasswordFirst: the password alone would be too short.
        """
        person = await self.asked.right(actor, password, "/body/password")
        async with self.db.transaction(actor) as tx:
            await unchanged(tx, person, "/body/password")
            alone = not await security.passkeys(tx, actor.id)
            if alone and length(password) < LEAST_ALONE:
                raise PasswordFirst(min=LEAST_ALONE)
            if await security.remove_totp(tx, actor.id):
                await audit.record(tx, "security.totp_off", "person", actor.id)
            if alone:
                await security.put_recovery_codes(tx, actor.id, ())

    async def new_recovery_codes(self, actor: Actor, password: str) -> RecoveryCodes:
        """The older ones are void. No policy: one's own.

        Raises:
            WrongPassword, TooManySignIns
            NoSecondFactor: there is nothing they could stand in for.
        """
        person = await self.asked.right(actor, password, "/body/password")
        async with self.db.transaction(actor) as tx:
            await unchanged(tx, person, "/body/password")
            if not await self.factors.methods(tx, actor.id):
                raise NoSecondFactor
            codes = await self.factors.new_recovery_codes(tx, actor.id)
            await audit.record(tx, "security.recovery_codes", "person", actor.id)
        return RecoveryCodes(codes=codes)

    async def revoke_device(self, actor: Actor, device_id: UUID) -> None:
        """That browser knows this person no more, and their sign-ins there end. No policy: one's own.

        Raises:
            Missing: it is not one of theirs.
        """
        device = DeviceId(device_id)
        async with self.db.transaction(actor) as tx:
            if not await security.revoke_device(tx, actor.id, device, tx.at):
                raise Missing
            for one in await security.open_sign_ins(tx, actor.id):
                if one.device == device:
                    await endings.end_sign_in(tx, one.id, actor.id, "revoked")
            await audit.record(tx, "security.device_off", "device", device_id)

    async def end_sign_in(self, actor: Actor, sign_in_id: UUID) -> None:
        """No policy: one's own.

        Raises:
            Missing: it is not one of theirs, or over.
        """
        sign_in = SignInId(sign_in_id)
        async with self.db.transaction(actor) as tx:
            if sign_in not in {one.id for one in await security.open_sign_ins(tx, actor.id)}:
                raise Missing
            await endings.end_sign_in(tx, sign_in, actor.id, "revoked")
            await audit.record(tx, "security.sign_in_off", "sign_in", sign_in_id)

    async def forget_others(self, tx: Tx, actor: Actor) -> None:
        """Other browsers were trusted by factors that are no longer all of them."""
        here = {one.device for one in await security.open_sign_ins(tx, actor.id) if one.id == actor.sign_in}
        for device in await security.devices(tx, actor.id):
            if device.id not in here:
                await security.revoke_device(tx, actor.id, device.id, tx.at)
