"""The record's routes on a real server, for a station doctor and the specialist who answers."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from telemed.identity.model import NotSignedIn
from telemed.identity.passwords import Passwords
from telemed.infra import http
from telemed.infra.db import Database
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.media import Turn
from telemed.records import api, api_after, api_files, api_phone, api_referrals
from telemed.records.service.phones import Phones
from tests.db.records.conftest import PASSWORD, Desk, make_desk

TURN = Turn(("turn:relay.test:443?transport=tcp",), "the relay's secret")


@dataclass
class Answer:
    status: int
    body: Any
    headers: Any


@dataclass
class Office:
    """Requests as somebody, and the desk behind them."""

    desk: Desk
    client: TestClient[web.Request, web.Application]
    refusals: list[tuple[str, str]]

    async def ask(self, who: str, method: str, path: str, body: Any = None) -> Answer:
        async with self.client.request(method, path, json=body, headers={"Authorization": f"Bearer {who}"}) as response:
            json = "json" in response.content_type
            return Answer(response.status, await response.json() if json else await response.read(), response.headers)


@pytest.fixture(scope="session")
async def password_hash() -> str:
    return await Passwords().hash(PASSWORD)


@pytest.fixture
async def office(db: Database, clock: ManualClock, tmp_path: Path, password_hash: str) -> AsyncIterator[Office]:
    desk = await make_desk(db, clock, tmp_path, password_hash)
    refusals: list[tuple[str, str]] = []
    people = {"doctor": desk.doctor, "chair": desk.chair}

    async def authenticate(token: str) -> Actor:
        if token not in people:
            raise NotSignedIn
        return people[token]

    async def on_refusal(actor: Actor | None, refusal: http.Refusal) -> None:
        refusals.append((refusal.code, refusal.path))

    app = http.application(
        authenticate=authenticate, on_refusal=on_refusal, metrics=Metrics(), limits=RateLimits(clock)
    )
    api.routes(desk.records).mount(app)
    api_referrals.routes(desk.records).mount(app)
    api_after.routes(desk.records).mount(app)
    api_files.routes(desk.records).mount(app)
    phones = Phones(db, desk.cameras, TURN, clock)
    api_phone.routes(desk.records, phones).mount(app)
    client = TestClient(TestServer(app))
    await client.start_server()
    yield Office(desk, client, refusals)
    await client.close()
