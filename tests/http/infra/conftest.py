"""A real server on loopback with the edge around a small invented feature, and a client for it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from telemed.infra import http
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import UserId

LAN = Actor(UserId(UUID(int=1)))
NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
SIGNED_IN = {"Authorization": "Bearer lan"}

Client = TestClient[web.Request, web.Application]


class TokenExpired(DomainError):
    """The token is too old."""

    kind, code = Kind.UNAUTHENTICATED, "token_expired"


@dataclass
class World:
    """One running server, and what its edge told the rest of the program."""

    client: Client
    metrics: Metrics
    refusals: list[tuple[Actor | None, str, str, str, str]] = field(default_factory=list)
    about: list[UUID | None] = field(default_factory=list)
    """The id each of the refused requests named."""
    audit_fails: bool = False


Serve = Callable[..., Awaitable[World]]
Extend = Callable[[web.Application, Metrics], object]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    running: list[Client] = []

    async def start(
        routes: Routes | None = None, extend: Extend | None = None, limits: RateLimits | None = None
    ) -> World:
        async def authenticate(token: str) -> Actor:
            if token != "lan":
                raise TokenExpired
            return LAN

        async def on_refusal(actor: Actor | None, refusal: http.Refusal) -> None:
            if world.audit_fails:
                raise RuntimeError
            world.refusals.append((actor, refusal.code, refusal.method, refusal.path, refusal.request_id))
            world.about.append(refusal.about)

        metrics = Metrics()
        app = http.application(
            authenticate=authenticate,
            on_refusal=on_refusal,
            metrics=metrics,
            limits=RateLimits(ManualClock(NOON)) if limits is None else limits,
            origins=frozenset({"https://telemed.example.vn"}),
        )
        (routes or Routes()).mount(app)
        if extend:
            extend(app, metrics)
        client = TestClient(TestServer(app))
        await client.start_server()
        running.append(client)
        world = World(client, metrics)
        return world

    yield start
    for client in running:
        await client.close()
