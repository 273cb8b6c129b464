"""Signing in by way of another's sign-in: who of ours it is, if anybody. The provider answers for its factors."""

import hmac
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from telemed.identity import store
from telemed.identity.model_security import CEREMONY_FOR, OidcOff, OidcRefused, OidcUnknownPerson
from telemed.identity.oidc import Named, OidcClient
from telemed.identity.service.entry import SignedIn
from telemed.identity.service.session import Identity
from telemed.identity.store import security
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import UserId, uuid7

KIND = "oidc"


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser goes, and what it must bring back."""

    address: str = field(repr=False)
    cookie: str = field(repr=False)


class SingleSignOn:
    def __init__(self, db: Database, identity: Identity, client: OidcClient | None) -> None:
        self._db, self._identity, self._client = db, identity, client

    @property
    def name(self) -> str | None:
        """As the sign-in page calls it; None where there is none."""
        return self._client.provider.name if self._client else None

    async def begin(self, redirect_uri: str, *, shared: bool, device: str | None) -> Begun:
        """The cookie binds the answer to the browser that asked. It also carries the secret of the browser's device:
        that one's own cookie does not come along when another site sends the browser back.

        Raises:
            OidcOff, OidcUnavailable
        """
        if self._client is None:
            raise OidcOff
        ceremony, state, nonce, verifier = uuid7(), *(secrets.token_urlsafe(32) for _ in range(3))
        address = await self._client.address(state=state, nonce=nonce, verifier=verifier, redirect_uri=redirect_uri)
        kept = {"state": state, "nonce": nonce, "verifier": verifier, "to": redirect_uri, "shared": shared}
        async with self._db.transaction(Actor.system("oidc")) as tx:
            until = tx.at + CEREMONY_FOR
            await security.add_ceremony(tx, ceremony, None, KIND, json.dumps(kept).encode(), expires_at=until)
        return Begun(address, f"{ceremony}.{state}.{device or ''}")

    async def finish(
        self, cookie: str, query: dict[str, str], *, device_name: str = "", request_id: str | None = None
    ) -> SignedIn:
        """What the browser brought back, once.

        Raises:
            OidcOff, OidcUnavailable
            OidcRefused: it belongs to no sign-in begun in this browser, or the provider's word cannot be believed.
            OidcUnknownPerson: nobody of ours, or a closed account.
        """
        if self._client is None:
            raise OidcOff
        system = Actor(Actor.system("oidc").id, reason="oidc", request_id=request_id)
        try:
            kept, device = await self._kept(system, cookie, query.get("state", ""))
            named = await self._client.redeem(
                query, nonce=kept["nonce"], verifier=kept["verifier"], redirect_uri=kept["to"]
            )
            async with self._db.transaction(system) as tx:
                person_id = await self._person(tx, named)
        except DomainError as error:
            async with self._db.transaction(system) as tx:
                await audit.record(tx, "session.sign_in", "person", None, outcome="refused", reason=error.code)
            raise
        return await self._identity.enter(
            person_id,
            method="oidc",
            shared=kept["shared"] or None,
            device=device,
            device_name=device_name,
            request_id=request_id,
        )

    async def _kept(self, system: Actor, cookie: str, state: str) -> tuple[dict[str, Any], str | None]:
        ceremony, _, rest = cookie.partition(".")
        begun_with, _, device = rest.partition(".")
        try:
            ceremony_id = UUID(ceremony)
        except ValueError:
            raise OidcRefused from None
        async with self._db.transaction(system) as tx:
            secret = await security.take_ceremony(tx, ceremony_id, None, KIND, tx.at)
        kept = json.loads(secret) if secret else {"state": ""}
        same = hmac.compare_digest(_bytes(state), _bytes(kept["state"]))
        if not secret or not same or not hmac.compare_digest(_bytes(begun_with), _bytes(state)):
            raise OidcRefused
        return kept, device or None

    async def _person(self, tx: Tx, named: Named) -> UserId:
        person_id = await security.person_of_subject(tx, named.issuer, named.subject)
        if person_id is None and self._client and self._client.provider.match_username and named.username:
            # Once only, and exactly: later a name may be given to somebody else there.
            person = await store.person_named(tx, named.username)
            if person and person.active and not await security.has_subject(tx, named.issuer, person.id):
                await security.link_subject(tx, named.issuer, named.subject, person.id, tx.at)
                await audit.record(tx, "oidc.link", "person", person.id)
                return person.id
        person = await store.person(tx, person_id) if person_id else None
        if person is None or not person.active:
            raise OidcUnknownPerson
        return person.id


def _bytes(said: str) -> bytes:
    """A header may hold bytes that are no text: they came through as what cannot be encoded."""
    return said.encode(errors="replace")
