"""Routes of signing in. What opens a session and what tells a browser are cookies that only these routes are sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from aiohttp import hdrs, web

from telemed.identity.model import DEVICE_FOR, SessionOver
from telemed.identity.service import Identity, SignedIn
from telemed.identity.wire import (
    Credentials,
    DeviceView,
    FacilityList,
    GrantView,
    PinCredentials,
    SessionDevice,
    SessionView,
    Site,
    SocketTicket,
    Unlocking,
    facility_ref,
    person_ref,
)
from telemed.infra.http import request_id_of
from telemed.infra.routes import Cookie, Reply, Routes
from telemed.infra.security import client_address, cookie_of
from telemed.kernel.actor import Actor
from telemed.kernel.ids import UserId

PATH: Final = "/api/session"
COOKIE: Final = "telemed_refresh"
DEVICE_COOKIE: Final = "telemed_device"
# Each also names those it descends from, so the order decides.
_PROGRAMS: Final = {"Edg": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS: Final = {
    "Android": "Android",
    "iPhone": "iOS",
    "iPad": "iOS",
    "Windows": "Windows",
    "Mac OS": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def routes(identity: Identity, site: Callable[[], Site]) -> Routes:
    """`site` tells what the sign-in page may know before anyone signs in."""
    routes = Routes()

    @routes.post(PATH, tag="session", errors=(401, 429), lifeline=True)
    async def sign_in(body: Credentials, request: web.Request) -> Reply[SessionView]:
        """By password, and by a second factor where there is one that this browser does not remember."""
        signed_in = await identity.sign_in(
            body.username,
            body.password,
            client_address(request),
            code=body.code,
            shared=body.shared,
            device=device_secret(request),
            device_name=device_name(request),
            request_id=request_id_of(request),
        )
        return session_reply(signed_in)

    @routes.post(f"{PATH}/pin", tag="session", errors=(401,), lifeline=True)
    async def sign_in_with_pin(body: PinCredentials, request: web.Request) -> Reply[SessionView]:
        """The next person at a browser that knows them."""
        signed_in = await identity.sign_in_with_pin(
            UserId(body.person_id), body.pin, device_secret(request), request_id=request_id_of(request)
        )
        return session_reply(signed_in)

    @routes.get(f"{PATH}/device", tag="session", lifeline=True)
    async def get_session_device(request: web.Request) -> DeviceView:
        """Who may sign in here with a PIN."""
        return await identity.device(device_secret(request))

    @routes.post(f"{PATH}/refresh", tag="session", errors=(401,), lifeline=True)
    async def refresh_session(request: web.Request) -> Reply[SessionView]:
        """A session left alone, or too old, comes back locked."""
        return session_reply(await identity.refresh(_refresh_token(request), request_id=request_id_of(request)))

    @routes.post(f"{PATH}/lock", tag="session", status=204, lifeline=True)
    async def lock_session(request: web.Request) -> None:
        if secret := cookie_of(request, COOKIE):
            await identity.lock(secret, request_id=request_id_of(request))

    @routes.post(f"{PATH}/unlock", tag="session", errors=(401, 429), lifeline=True)
    async def unlock_session(body: Unlocking, request: web.Request) -> Reply[SessionView]:
        signed_in = await identity.unlock(
            _refresh_token(request),
            pin=body.pin,
            password=body.password,
            code=body.code,
            request_id=request_id_of(request),
        )
        return session_reply(signed_in)

    @routes.delete(PATH, tag="session", status=204, lifeline=True)
    async def sign_out(request: web.Request) -> Reply[None]:
        if secret := cookie_of(request, COOKIE):
            await identity.sign_out(secret, request_id=request_id_of(request))
        return Reply(None, cookies=(Cookie(COOKIE, "", PATH, timedelta(0)),))

    @routes.delete(f"{PATH}/all", tag="session", status=204)
    async def sign_out_everywhere(actor: Actor) -> Reply[None]:
        """Not from behind a locked screen: whoever passes by could end a call elsewhere."""
        await identity.sign_out_everywhere(actor)
        return Reply(None, cookies=(Cookie(COOKIE, "", PATH, timedelta(0)),))

    @routes.post("/api/socket-ticket", tag="session", lifeline=True)
    async def socket_ticket(actor: Actor) -> SocketTicket:
        return SocketTicket(ticket=await identity.issue_ticket(actor))

    @routes.get("/api/site", tag="session", lifeline=True)
    async def get_site() -> Site:
        return site()

    @routes.get("/api/facilities", tag="facilities", errors=(403,))
    async def list_facilities(actor: Actor) -> FacilityList:
        return FacilityList(facilities=[facility_ref(facility) for facility in await identity.directory(actor)])

    return routes


def device_secret(request: web.Request) -> str | None:
    """What this browser was given when somebody first signed in with it."""
    return cookie_of(request, DEVICE_COOKIE)


def device_name(request: web.Request) -> str:
    """Its program and system, for the list of one's own devices: brand names, the same in every language."""
    agent = request.headers.get(hdrs.USER_AGENT, "")
    told = [next((name for mark, name in marks.items() if mark in agent), "") for marks in (_PROGRAMS, _SYSTEMS)]
    return " · ".join(filter(None, told))


def session_reply(signed_in: SignedIn) -> Reply[SessionView]:
    """However somebody signed in: the same answer, and both cookies."""
    view = SessionView(
        access_token=signed_in.access_token,
        expires_in_ms=signed_in.access_for // timedelta(milliseconds=1),
        server_time_ms=int(signed_in.at.timestamp() * 1000),
        sign_in_id=signed_in.sign_in.id,
        user=person_ref(signed_in.person),
        grants=[
            GrantView(role=g.role, facility=facility_ref(signed_in.facilities[g.facility]), specialty=g.specialty)
            for g in signed_in.grants
        ],
        locked=signed_in.locked,
        device=SessionDevice(id=signed_in.device.id, shared=signed_in.device.shared),
        demo=signed_in.person.demo,
        must_change_password=signed_in.person.must_change_password,
        notices=signed_in.notices,
    )
    cookies = [Cookie(COOKIE, signed_in.refresh_token, PATH, signed_in.refresh_for)]
    if signed_in.device_secret:
        cookies.append(Cookie(DEVICE_COOKIE, signed_in.device_secret, PATH, DEVICE_FOR))
    return Reply(view, cookies=tuple(cookies))


def _refresh_token(request: web.Request) -> str:
    if secret := cookie_of(request, COOKIE):
        return secret
    raise SessionOver
