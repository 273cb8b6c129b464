"""Links with which somebody sets their first password, or a new one for a forgotten one; they take no factor away."""

import hashlib
import secrets
from datetime import datetime

from telemed.identity import endings, store
from telemed.identity.model import Person, SecondFactorNeeded, SecondFactorRefused
from telemed.identity.model_security import INVITATION_FOR, Invitation, InvitationOver, least, require_password
from telemed.identity.passwords import Passwords
from telemed.identity.service.entry import SignedIn
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.service.session import Identity
from telemed.identity.store import security
from telemed.identity.wire_security import InvitationAnswer, InvitationView
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.ids import UserId


async def invite(tx: Tx, person_id: UserId, by: UserId) -> tuple[str, datetime]:
    """The secret of a new link, good once and for three days, and until when. Older ones are void.

    It stands behind the `#` of `<origin>/invite#…`, which browsers send to nobody. The caller asks policy and audits.
    """
    token, expires_at = secrets.token_urlsafe(32), tx.at + INVITATION_FOR
    await security.replace_invitation(tx, _digest(token), person_id, by, at=tx.at, expires_at=expires_at)
    return token, expires_at


class Invitations:
    def __init__(
        self, db: Database, identity: Identity, passwords: Passwords, factors: SecondFactors, limiter: SignInLimiter
    ) -> None:
        self._db, self._identity, self._passwords = db, identity, passwords
        self._factors, self._limiter = factors, limiter

    async def open(self, token: str, address: str, *, request_id: str | None = None) -> InvitationView:
        """Whose password the link sets. It may be opened again until it is used.

        Raises:
            InvitationOver: used, replaced, too old, never made, or its account is closed.
            TooManySignIns: too many wrong links from this address.
        """
        digest = self._tried(token, address)
        async with self._db.transaction(_system(request_id)) as tx:
            found, person = await self._found(tx, await security.invitation(tx, digest, tx.at))
            methods = await self._factors.methods(tx, person.id)
        self._limiter.succeeded(digest.hex(), address)
        return InvitationView(
            name=person.name,
            username=person.username,
            min_password=least(second_factor=bool(methods)),
            methods=list(methods),
            expires_at=found.expires_at,
        )

    async def accept(
        self,
        answer: InvitationAnswer,
        address: str,
        *,
        device: str | None,
        device_name: str = "",
        request_id: str | None = None,
    ) -> SignedIn:
        """Set the password, end every sign-in there was, and begin one here.

        Raises:
            InvitationOver, TooManySignIns: as for `open`.
            SecondFactorNeeded, SecondFactorRefused: the account has one, which a link does not replace.
            PasswordTooShort, PasswordHasName, PasswordTooSimple, PasswordCommon: the link is still good.
        """
        digest, right = self._tried(answer.token, address), False
        async with self._db.transaction(_system(request_id)) as tx:
            _, person = await self._found(tx, await security.invitation(tx, digest, tx.at))
            methods = await self._factors.methods(tx, person.id)
        at_least = least(second_factor=bool(methods))
        require_password(answer.password, person.username, person.full_name, at_least, "/body/password")
        if methods and answer.code is None:
            self._limiter.succeeded(digest.hex(), address)  # nothing was guessed yet
            raise SecondFactorNeeded(methods=",".join(methods))
        hashed = await self._passwords.hash(answer.password)
        async with self._db.transaction(_system(request_id)) as tx:
            right = not methods or await self._factors.check(tx, person.id, answer.code or "") is not None
            if right:
                await self._found(tx, await security.take_invitation(tx, digest, tx.at))
                await endings.end_sign_ins(tx, person.id, "password")
                await security.set_password(tx, person.id, hashed, tx.at)
                await security.revoke_device(tx, person.id, None, tx.at)
            outcome = "ok" if right else "refused"
            await audit.record(tx, "invitation.accept", "person", person.id, outcome=outcome)
        if not right:
            raise SecondFactorRefused
        self._limiter.succeeded(digest.hex(), address)
        return await self._identity.enter(
            person.id,
            method="invitation",
            shared=answer.shared,
            device=device,
            device_name=device_name,
            request_id=request_id,
        )

    def _tried(self, token: str, address: str) -> bytes:
        digest = _digest(token)
        self._limiter.attempt(digest.hex(), address)
        return digest

    async def _found(self, tx: Tx, found: Invitation | None) -> tuple[Invitation, Person]:
        person = await store.person(tx, found.person) if found else None
        if found is None or person is None or not person.active:
            raise InvitationOver
        return found, person


def _system(request_id: str | None) -> Actor:
    return Actor(Actor.system("invitation").id, reason="invitation", request_id=request_id)


def _digest(token: str) -> bytes:
    """256 random bits: a plain hash will do."""
    return hashlib.sha256(token.encode()).digest()
