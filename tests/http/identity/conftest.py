"""A real server on loopback with the routes of signing in and of duty, over a real database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import DummyCookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from telemed.app import PLAIN_SITE, App
from telemed.identity import Identity, api
from telemed.identity.tokens import Tokens
from telemed.identity.wire import DemoAccount, Site
from telemed.infra import http
from telemed.infra.db import Database
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.values import Role
from telemed.schedules import api as duty_api
from telemed.schedules.service.assignments import Assignments
from telemed.schedules.service.duty import OnDuty
from tests.people import PASSWORDS

Client = TestClient[web.Request, web.Application]
SITE = Site(
    demo=True,
    robot=False,
    accounts=[DemoAccount(username="lan", name="BS. Lan Demo", role=Role.SPECIALIST, facility="BVĐK Tam Đường")],
    emergency_phone="02130000001",
)


@pytest.fixture
def identity(db: Database, clock: ManualClock, tmp_path: Path) -> Identity:
    """The same as behind `client`."""
    return Identity(db, clock, Tokens.open(tmp_path / "keys", clock), PASSWORDS, SignInLimiter(clock))


@pytest.fixture
async def client(db: Database, clock: ManualClock, identity: Identity) -> AsyncIterator[Client]:
    """Keeps no cookies: each test shows them itself."""

    async def on_refusal(actor: Actor | None, refusal: http.Refusal) -> None:
        pass

    app = http.application(
        authenticate=identity.authenticate, on_refusal=on_refusal, metrics=Metrics(), limits=RateLimits(clock)
    )
    api.routes(identity, lambda: SITE).mount(app)
    duty_api.routes(OnDuty(db, clock), Assignments(db)).mount(app)
    client = TestClient(TestServer(app), cookie_jar=DummyCookieJar())
    await client.start_server()
    yield client
    await client.close()


@pytest.fixture
async def whole(built: App) -> AsyncIterator[Client]:
    """The whole application, where the parts of identity have to fit; keeps no cookies either."""
    client = TestClient(TestServer(built.web(lambda: PLAIN_SITE)), cookie_jar=DummyCookieJar())
    await client.start_server()
    yield client
    await client.close()
