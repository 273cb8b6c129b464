"""What shows that somebody is who they say: password, second factor, PIN; each with a counter of its wrong tries."""

from collections.abc import Collection
from typing import Protocol

from telemed.identity.model import Acquaintance, Person, SecondFactorNeeded, SecondFactorRefused, WrongPassword
from telemed.identity.passwords import Passwords
from telemed.identity.service.actors import digest, system
from telemed.identity.store import sign_ins
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import DeviceId, UserId


class Second(Protocol):
    """What is asked besides the password; `service/second_factors.py` has it."""

    async def methods(self, tx: Tx, person_id: UserId) -> Collection[str]:
        """Of "totp", "passkey" and "recovery"; none: it is not asked."""

    async def check(self, tx: Tx, person_id: UserId, code: str) -> str | None:
        """Which method a code was right by; it is used up with that."""


class Proofs:
    def __init__(
        self, db: Database, clock: Clock, passwords: Passwords, limiter: SignInLimiter, second: Second | None
    ) -> None:
        self._db, self._clock, self._passwords, self._limiter, self._second = db, clock, passwords, limiter, second

    async def require_second(
        self, person_id: UserId, device: str | DeviceId | None, code: str | None, request_id: str | None
    ) -> bool:
        """Whether all factors were shown now; False: this browser remembers that they were.

        Raises:
            SecondFactorNeeded, SecondFactorRefused
        """
        if self._second is None:
            return True
        async with self._db.transaction(system(request_id)) as tx:
            methods = await self._second.methods(tx, person_id)
            known = await self._acquaintance(tx, device, person_id)
        if not methods:
            return True
        if code is None:
            if known and known.is_trusted(self._clock.now()):
                return False
            raise SecondFactorNeeded(methods=",".join(methods))
        account = f"second:{person_id}"
        self._limiter.attempt(account, account)
        async with self._db.transaction(Actor(person_id, request_id=request_id)) as tx:
            right = await self._second.check(tx, person_id, code)
            if not right:
                await audit.record(tx, "session.second_factor", "person", person_id, outcome="refused")
        if not right:
            raise SecondFactorRefused
        self._limiter.succeeded(account, account)
        return True

    async def require_password(self, account: str, person: Person | None, password: str, who: Actor) -> None:
        """For somebody known already. `account` is what the wrong tries are counted for.

        Raises:
            WrongPassword, TooManySignIns
        """
        self._limiter.attempt(account, account)
        known = person.password_hash if person and person.active else None
        if not await self._passwords.is_right(known, password):
            async with self._db.transaction(who) as tx:
                await audit.record(tx, "session.verify_password", "person", who.id, outcome="refused")
            raise WrongPassword(pointer="/body/password")
        self._limiter.succeeded(account, account)

    async def _acquaintance(self, tx: Tx, device: str | DeviceId | None, person_id: UserId) -> Acquaintance | None:
        if isinstance(device, str):
            known = await sign_ins.device_by(tx, digest(device))
            device = known.id if known else None
        return await sign_ins.acquaintance(tx, device, person_id) if device else None
