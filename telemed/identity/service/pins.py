"""Six digits that open a session on one known browser: kept so that the database alone does not give them away."""

import hashlib
import hmac
import secrets
from pathlib import Path

from telemed.identity.model import PIN_TRIES, PinLocked, PinRefused, require_pin
from telemed.identity.passwords import Passwords
from telemed.identity.store import sign_ins
from telemed.infra import audit
from telemed.infra.db import Database
from telemed.infra.kept_secret import kept
from telemed.kernel.actor import Actor
from telemed.kernel.ids import DeviceId, UserId

PEPPER = "pin.key"


class Pins:
    """There are only a million PINs: Argon2id alone would not stop whoever has the rows; the pepper is not in them."""

    def __init__(self, db: Database, passwords: Passwords, pepper: bytes) -> None:
        self._db, self._passwords, self._pepper = db, passwords, pepper

    @classmethod
    def open(cls, keys: Path, db: Database, passwords: Passwords) -> "Pins":
        """With the pepper of a folder, which is made if there is none."""
        return cls(db, passwords, kept(keys / PEPPER, lambda: secrets.token_bytes(32)))

    async def set(self, actor: Actor, pin: str) -> None:
        """Raises PinTooSimple. Whoever calls has seen the password."""
        require_pin(pin)
        made = await self._passwords.hash(self._peppered(actor.id, pin))
        async with self._db.transaction(actor) as tx:
            await sign_ins.set_pin(tx, actor.id, made, tx.at)
            await audit.record(tx, "person.set_pin", "person", actor.id)

    async def remove(self, actor: Actor) -> None:
        async with self._db.transaction(actor) as tx:
            await sign_ins.remove_pin(tx, actor.id)
            await audit.record(tx, "person.remove_pin", "person", actor.id)

    async def require_right(self, device: DeviceId, person: UserId, pin: str, who: Actor) -> None:
        """That it is this person's PIN, on a browser that still trusts them. `who` looks, and is audited.

        Many stations share one address, so only the browser's own counter slows the guessing.

        Raises:
            PinRefused: `left` says how many tries there are.
            PinLocked: none are left, there is no PIN, or the last full sign-in here is too long ago.
        """
        async with self._db.transaction(who) as tx:
            known = await sign_ins.acquaintance(tx, device, person)
            kept_hash = await sign_ins.pin_hash(tx, person)
            tried = None
            if known is not None and known.is_trusted(tx.at) and kept_hash is not None:
                tried = await sign_ins.count_pin_try(tx, device, person)
        right = tried is not None and await self._passwords.is_right(kept_hash, self._peppered(person, pin))
        if right:
            return  # the sign-in that follows starts the count anew
        async with self._db.transaction(who) as tx:
            await audit.record(tx, "session.pin", "person", person, outcome="refused")
        if tried is None or tried >= PIN_TRIES:
            raise PinLocked
        raise PinRefused(left=PIN_TRIES - tried)

    def _peppered(self, person: UserId, pin: str) -> str:
        return hmac.new(self._pepper, person.bytes + pin.encode(), hashlib.sha256).hexdigest()
