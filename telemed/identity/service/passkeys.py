"""Passkeys (WebAuthn level 3): adding one, taking one away, and signing in with nothing else. A passkey is found by
itself (discoverable) and always asks for the person's finger, face or PIN, so it is two factors at once."""

import secrets
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import structlog
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from telemed.identity import store
from telemed.identity.model_security import (
    CEREMONY_FOR,
    PASSKEYS_AT_MOST,
    CeremonyOver,
    LastSecondFactor,
    NoPasskey,
    Passkey,
    PasskeyRefused,
    PasskeysFull,
    PasskeyUnfit,
    RelyingParty,
    SignerNotShown,
)
from telemed.identity.service.security import ISSUER, OwnSecurity, unchanged
from telemed.identity.store import people_admin, security
from telemed.identity.wire_security import (
    AssertedCredential,
    NewPasskey,
    PasskeyAdded,
    PasskeyOptions,
    PasskeyProof,
    PasskeySignIn,
    PasskeyView,
)
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import UserId, uuid7

ADD, SIGN_IN, PAPER = "passkey_add", "passkey_sign_in", "passkey_paper"

T = TypeVar("T")
log = structlog.get_logger()


class Passkeys:
    def __init__(self, db: Database, own: OwnSecurity, limiter: SignInLimiter) -> None:
        self._db, self._own, self._limiter = db, own, limiter

    async def options(self, actor: Actor, password: str, site: RelyingParty) -> PasskeyOptions:
        """What `navigator.credentials.create` needs. No policy: one's own.

        Raises:
            WrongPassword, TooManySignIns, PasskeysFull
        """
        person = await self._own.asked.right(actor, password, "/body/password")
        async with self._db.transaction(actor) as tx:
            await unchanged(tx, person, "/body/password")
            known = await security.passkeys(tx, actor.id)
            if len(known) >= PASSKEYS_AT_MOST:
                raise PasskeysFull
            ceremony, challenge = await _begin(tx, actor.id, ADD)
        options = generate_registration_options(
            rp_id=site.id,
            rp_name=ISSUER,
            user_id=actor.id.bytes,
            user_name=person.username,
            user_display_name=person.name,
            challenge=challenge,
            exclude_credentials=[PublicKeyCredentialDescriptor(one.credential_id) for one in known],
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                require_resident_key=True,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
        )
        return PasskeyOptions(ceremony=ceremony, options=options_to_json_dict(options))

    async def add(self, actor: Actor, passkey_id: UUID, new: NewPasskey, site: RelyingParty) -> PasskeyAdded:
        """With the first second factor come recovery codes. Sent again it answers the same, without them.

        No policy: one's own.

        Raises:
            CeremonyOver, PasskeyUnfit, PasskeyKnown
        """
        async with self._db.transaction(actor) as tx:
            await people_admin.lock_person(tx, actor.id)
            if before := await _own(tx, actor.id, passkey_id):
                return PasskeyAdded(passkey=_view(before), codes=None)
            challenge = await security.take_ceremony(tx, new.ceremony, actor.id, ADD, tx.at)
            first = not await self._own.factors.methods(tx, actor.id)
        if challenge is None:
            raise CeremonyOver
        made = _believed(
            lambda: verify_registration_response(
                credential=new.credential.model_dump(),
                expected_challenge=challenge,
                expected_rp_id=site.id,
                expected_origin=site.origin,
                require_user_verification=True,
            )
        )
        if made is None:
            raise PasskeyUnfit(pointer="/body/credential")
        async with self._db.transaction(actor) as tx:
            passkey = Passkey(
                id=passkey_id,
                person=actor.id,
                credential_id=made.credential_id,
                public_key=made.credential_public_key,
                sign_count=made.sign_count,
                name=new.name,
                created_at=tx.at,
            )
            await security.add_passkey(tx, passkey)
            codes = await self._own.factors.new_recovery_codes(tx, actor.id) if first else None
            if first:
                await self._own.forget_others(tx, actor)
            await audit.record(tx, "security.passkey", "passkey", passkey_id)
        return PasskeyAdded(passkey=_view(passkey), codes=codes)

    async def remove(self, actor: Actor, passkey_id: UUID) -> None:
        """No policy: one's own.

        Raises:
            Missing: it is not one of theirs.
            LastSecondFactor: without it the password would be all there is, and that may be short.
        """
        async with self._db.transaction(actor) as tx:
            await people_admin.lock_person(tx, actor.id)
            if not await _own(tx, actor.id, passkey_id):
                raise Missing
            totp = await security.totp(tx, actor.id)
            if not (totp and totp.confirmed) and len(await security.passkeys(tx, actor.id)) == 1:
                raise LastSecondFactor
            await security.remove_passkeys(tx, actor.id, passkey_id)
            await audit.record(tx, "security.passkey_off", "passkey", passkey_id)

    async def sign_in_options(self, site: RelyingParty) -> PasskeyOptions:
        """What `navigator.credentials.get` needs; it names nobody, so a stranger learns nothing from it."""
        async with self._db.transaction(Actor.system("passkey")) as tx:
            ceremony, challenge = await _begin(tx, None, SIGN_IN)
        options = generate_authentication_options(
            rp_id=site.id, challenge=challenge, user_verification=UserVerificationRequirement.REQUIRED
        )
        return PasskeyOptions(ceremony=ceremony, options=options_to_json_dict(options))

    async def sign_in(
        self, answer: PasskeySignIn, site: RelyingParty, address: str, *, request_id: str | None = None
    ) -> UserId:
        """Whose passkey answered.

        Raises:
            CeremonyOver: it took too long, or was answered before.
            PasskeyRefused: one answer, whatever was wrong.
            TooManySignIns: too many wrong ones from this address.
        """
        account = f"passkey:{answer.ceremony}"
        self._limiter.attempt(account, address)
        system = Actor(Actor.system("passkey").id, reason="passkey", request_id=request_id)
        async with self._db.transaction(system) as tx:
            challenge = await security.take_ceremony(tx, answer.ceremony, None, SIGN_IN, tx.at)
        if challenge is None:
            raise CeremonyOver
        async with self._db.transaction(system) as tx:
            passkey, right = await self._judge(tx, answer.credential, challenge, site)
            if passkey and not right:  # a sign-in that was right is audited where it is handed out
                await audit.record(tx, "session.sign_in", "person", passkey.person, outcome="refused", reason="passkey")
        if passkey is None or not right:
            raise PasskeyRefused
        self._limiter.succeeded(account, address)
        return passkey.person

    async def paper_options(self, actor: Actor, document_hash: str, site: RelyingParty) -> PasskeyOptions:
        """What `navigator.credentials.get` needs to sign one paper: the challenge ends with the paper's own hash,
        so the answer says for ever which words it was given for. No policy: one's own.

        Raises:
            NoPasskey: this person has none.
        """
        async with self._db.transaction(actor) as tx:
            known = await security.passkeys(tx, actor.id)
            if not known:
                raise NoPasskey
            ceremony, challenge = await _begin(tx, actor.id, PAPER, ends=bytes.fromhex(document_hash))
        options = generate_authentication_options(
            rp_id=site.id,
            challenge=challenge,
            allow_credentials=[PublicKeyCredentialDescriptor(one.credential_id) for one in known],
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return PasskeyOptions(ceremony=ceremony, options=options_to_json_dict(options))

    async def sign_paper(
        self, actor: Actor, answer: PasskeyProof, document_hash: str, site: RelyingParty
    ) -> dict[str, str]:
        """That it is really this person who signs this paper, and the evidence to keep. Call it before the transaction
        that signs. No policy: one's own.

        Raises:
            CeremonyOver: it took too long, or was answered before.
            SignerNotShown: one answer, whatever was wrong; also for another paper's hash.
            TooManySignIns: too many wrong ones in a row.
        """
        account = f"signature:{actor.id}"
        self._limiter.attempt(account, account)
        async with self._db.transaction(actor) as tx:
            challenge = await security.take_ceremony(tx, answer.ceremony, actor.id, PAPER, tx.at)
        if challenge is None:
            raise CeremonyOver
        async with self._db.transaction(actor) as tx:
            passkey, right = await self._judge(tx, answer.credential, challenge, site)
            right = right and passkey is not None and passkey.person == actor.id
            right = right and challenge.endswith(bytes.fromhex(document_hash))
            if not right:
                await audit.record(tx, "session.verify_passkey", "person", actor.id, outcome="refused")
        if passkey is None or not right:
            raise SignerNotShown(pointer="/body/passkey")
        self._limiter.succeeded(account, account)
        said = answer.credential.response
        return {
            "credential_id": answer.credential.rawId,
            "public_key": bytes_to_base64url(passkey.public_key),
            "client_data": said.clientDataJSON,
            "authenticator_data": said.authenticatorData,
            "signature": said.signature,
            "site": site.id,
        }

    async def _judge(
        self, tx: Tx, credential: AssertedCredential, challenge: bytes, site: RelyingParty
    ) -> tuple[Passkey | None, bool]:
        """The passkey it claims to be, if there is one, and whether it is."""
        raw_id = _believed(lambda: base64url_to_bytes(credential.rawId))
        known = await security.lock_passkey(tx, raw_id) if raw_id else None
        if known is None:
            return None, False
        shown = _believed(
            lambda: verify_authentication_response(
                credential=credential.model_dump(exclude_none=True),
                expected_challenge=challenge,
                expected_rp_id=site.id,
                expected_origin=site.origin,
                credential_public_key=known.public_key,
                credential_current_sign_count=known.sign_count,  # one that goes back was copied: refused
                require_user_verification=True,
            )
        )
        handle = credential.response.userHandle
        whose = _believed(lambda: base64url_to_bytes(handle)) if handle else known.person.bytes
        person = await store.person(tx, known.person)
        if shown is None or whose != known.person.bytes or person is None or not person.active:
            return known, False
        await security.use_passkey(tx, known.id, shown.new_sign_count, tx.at)
        return known, True


def _believed(judge: Callable[[], T]) -> T | None:
    """None where the library refuses. It reads what a stranger made up, so whatever it raises is a refusal."""
    try:
        return judge()
    except Exception as error:
        log.info("passkey_not_believed", error=type(error).__name__)
        return None


async def _begin(tx: Tx, person_id: UserId | None, kind: str, *, ends: bytes = b"") -> tuple[UUID, bytes]:
    ceremony, challenge = uuid7(), secrets.token_bytes(32) + ends
    await security.add_ceremony(tx, ceremony, person_id, kind, challenge, expires_at=tx.at + CEREMONY_FOR)
    return ceremony, challenge


async def _own(tx: Tx, person_id: UserId, passkey_id: UUID) -> Passkey | None:
    return next((one for one in await security.passkeys(tx, person_id) if one.id == passkey_id), None)


def _view(one: Passkey) -> PasskeyView:
    return PasskeyView(id=one.id, name=one.name, created_at=one.created_at, used_at=one.used_at)
