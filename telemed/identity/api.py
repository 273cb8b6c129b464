"""Routes of signing in. The refresh token lives in a cookie that only these routes are sent."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from aiohttp import web

from telemed.identity.model import SessionOver
from telemed.identity.service import Identity, SignedIn
from telemed.identity.wire import (
    Credentials,
    FacilityList,
    GrantView,
    SessionView,
    Site,
    SocketTicket,
    facility_ref,
    person_ref,
)
from telemed.infra.http import request_id_of
from telemed.infra.routes import Cookie, Reply, Routes
from telemed.infra.security import client_address
from telemed.kernel.actor import Actor

PATH: Final = "/api/session"
COOKIE: Final = "telemed_refresh"


def routes(identity: Identity, site: Callable[[], Site]) -> Routes:
    """`site` tells what the sign-in page may know before anyone signs in."""
    routes = Routes()

    @routes.post(PATH, tag="session", errors=(401, 429))
    async def sign_in(body: Credentials, request: web.Request) -> Reply[SessionView]:
        signed_in = await identity.sign_in(
            body.username, body.password, client_address(request), request_id=request_id_of(request)
        )
        return _session(signed_in)

    @routes.post(f"{PATH}/refresh", tag="session", errors=(401,))
    async def refresh_session(request: web.Request) -> Reply[SessionView]:
        if not (secret := request.cookies.get(COOKIE)):
            raise SessionOver
        return _session(await identity.refresh(secret, request_id=request_id_of(request)))

    @routes.delete(PATH, tag="session", status=204)
    async def sign_out(request: web.Request) -> Reply[None]:
        if secret := request.cookies.get(COOKIE):
            await identity.sign_out(secret, request_id=request_id_of(request))
        return Reply(None, cookies=(Cookie(COOKIE, "", PATH, timedelta(0)),))

    @routes.post("/api/socket-ticket", tag="session")
    async def socket_ticket(actor: Actor) -> SocketTicket:
        return SocketTicket(ticket=await identity.issue_ticket(actor))

    @routes.get("/api/site", tag="session")
    async def get_site() -> Site:
        return site()

    @routes.get("/api/facilities", tag="facilities", errors=(403,))
    async def list_facilities(actor: Actor) -> FacilityList:
        return FacilityList(facilities=[facility_ref(facility) for facility in await identity.directory(actor)])

    return routes


def _session(signed_in: SignedIn) -> Reply[SessionView]:
    view = SessionView(
        access_token=signed_in.access_token,
        expires_in_ms=signed_in.access_for // timedelta(milliseconds=1),
        server_time_ms=int(signed_in.at.timestamp() * 1000),
        user=person_ref(signed_in.person),
        grants=[
            GrantView(role=g.role, facility=facility_ref(signed_in.facilities[g.facility]), specialty=g.specialty)
            for g in signed_in.grants
        ],
    )
    return Reply(view, cookies=(Cookie(COOKIE, signed_in.refresh_token, PATH, signed_in.refresh_for),))
