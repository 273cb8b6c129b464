"""Routes of one's own security, and two other ways in: a passkey, and an invitation's link."""

from typing import Final
from uuid import UUID

from aiohttp import web

from telemed.identity.api import device_name, device_secret, session_reply
from telemed.identity.model_security import RelyingParty
from telemed.identity.service import Identity
from telemed.identity.service.invitations import Invitations
from telemed.identity.service.passkeys import Passkeys
from telemed.identity.service.security import OwnSecurity
from telemed.identity.wire import SessionView
from telemed.identity.wire_security import (
    InvitationAnswer,
    InvitationToken,
    InvitationView,
    NewPasskey,
    NewPassword,
    NewPin,
    PasskeyAdded,
    PasskeyOptions,
    PasskeySignIn,
    PasswordAgain,
    RecoveryCodes,
    SecurityView,
    TotpCode,
    TotpSecret,
)
from telemed.infra.http import request_id_of
from telemed.infra.routes import Reply, Routes
from telemed.infra.security import client_address, site
from telemed.kernel.actor import Actor

ME: Final = "/api/me"
TAG: Final = "security"


def routes(identity: Identity, own: OwnSecurity, passkeys: Passkeys, invitations: Invitations) -> Routes:
    routes = Routes()

    @routes.get(f"{ME}/security", tag=TAG)
    async def get_security(actor: Actor) -> SecurityView:
        return await own.view(actor)

    @routes.post(f"{ME}/password", tag=TAG, status=204, errors=(429,))
    async def change_password(actor: Actor, body: NewPassword) -> None:
        """Every other sign-in ends."""
        await own.change_password(actor, body.current, body.new)

    @routes.put(f"{ME}/pin", tag=TAG, status=204, errors=(429,))
    async def set_pin(actor: Actor, body: NewPin) -> None:
        await identity.set_pin(actor, body.pin, body.password)

    @routes.delete(f"{ME}/pin", tag=TAG, status=204)
    async def remove_pin(actor: Actor) -> None:
        await identity.remove_pin(actor)

    @routes.post(f"{ME}/totp", tag=TAG, errors=(409, 429))
    async def begin_totp(actor: Actor, body: PasswordAgain, request: web.Request) -> TotpSecret:
        """Nothing is asked of it before it is confirmed."""
        return await own.begin_totp(actor, body.password, site_of(request).id)

    @routes.post(f"{ME}/totp/confirm", tag=TAG, errors=(429,))
    async def confirm_totp(actor: Actor, body: TotpCode) -> RecoveryCodes:
        """From now on codes are asked for."""
        return await own.confirm_totp(actor, body.code)

    @routes.post(f"{ME}/totp/remove", tag=TAG, status=204, errors=(409, 429))
    async def remove_totp(actor: Actor, body: PasswordAgain) -> None:
        """Refused while the password would be too short by itself."""
        await own.remove_totp(actor, body.password)

    @routes.post(f"{ME}/passkeys/options", tag=TAG, errors=(409, 429))
    async def passkey_options(actor: Actor, body: PasswordAgain, request: web.Request) -> PasskeyOptions:
        return await passkeys.options(actor, body.password, site_of(request))

    @routes.put(f"{ME}/passkeys/{{id}}", tag=TAG, errors=(409,))
    async def add_passkey(id: UUID, actor: Actor, body: NewPasskey, request: web.Request) -> PasskeyAdded:
        return await passkeys.add(actor, id, body, site_of(request))

    @routes.delete(f"{ME}/passkeys/{{id}}", tag=TAG, status=204, errors=(404, 409))
    async def remove_passkey(id: UUID, actor: Actor) -> None:
        await passkeys.remove(actor, id)

    @routes.post(f"{ME}/recovery-codes", tag=TAG, errors=(409, 429))
    async def make_recovery_codes(actor: Actor, body: PasswordAgain) -> RecoveryCodes:
        """The older ones are void."""
        return await own.new_recovery_codes(actor, body.password)

    @routes.delete(f"{ME}/devices/{{id}}", tag=TAG, status=204, errors=(404,))
    async def revoke_device(id: UUID, actor: Actor) -> None:
        await own.revoke_device(actor, id)

    @routes.delete(f"{ME}/sign-ins/{{id}}", tag=TAG, status=204, errors=(404,))
    async def end_sign_in(id: UUID, actor: Actor) -> None:
        await own.end_sign_in(actor, id)

    @routes.post("/api/session/passkey/options", tag="session")
    async def passkey_sign_in_options(request: web.Request) -> PasskeyOptions:
        return await passkeys.sign_in_options(site_of(request))

    @routes.post("/api/session/passkey", tag="session", errors=(401, 409, 429), lifeline=True)
    async def sign_in_with_passkey(body: PasskeySignIn, request: web.Request) -> Reply[SessionView]:
        request_id = request_id_of(request)
        person = await passkeys.sign_in(body, site_of(request), client_address(request), request_id=request_id)
        signed_in = await identity.enter(
            person,
            method="passkey",
            shared=body.shared,
            device=device_secret(request),
            device_name=device_name(request),
            request_id=request_id,
        )
        return session_reply(signed_in)

    @routes.post("/api/invitations/open", tag="session", errors=(404, 429))
    async def open_invitation(body: InvitationToken, request: web.Request) -> InvitationView:
        return await invitations.open(body.token, client_address(request), request_id=request_id_of(request))

    @routes.post("/api/invitations/accept", tag="session", errors=(401, 404, 429))
    async def accept_invitation(body: InvitationAnswer, request: web.Request) -> Reply[SessionView]:
        signed_in = await invitations.accept(
            body,
            client_address(request),
            device=device_secret(request),
            device_name=device_name(request),
            request_id=request_id_of(request),
        )
        return session_reply(signed_in)

    return routes


def site_of(request: web.Request) -> RelyingParty:
    """Our site as the page that asks knows it."""
    return RelyingParty(*site(request))
