"""The line test over HTTP: real server, real client, and every refusal a problem that quotes nothing."""

from collections.abc import AsyncIterator
from typing import cast
from uuid import UUID

import pytest
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from telemed.infra.db import Database
from telemed.infra.http import application
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.kernel.actor import Actor
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import UserId, uuid7
from telemed.media import Turn, api
from telemed.media.model import MAX_OFFER
from telemed.media.robot import RobotPeer
from telemed.media.service import LineTests
from telemed.media.service_probes import Probes

LAN = {"Authorization": "Bearer lan"}

Client = TestClient[Request, Application]


async def authenticate(token: str) -> Actor:
    return Actor(UserId(UUID(bytes=token.encode().ljust(16))))


async def forget(*refusal: object) -> None:
    """The audit trail has tests of its own."""


@pytest.fixture
async def client() -> AsyncIterator[Client]:
    line_tests = LineTests(SystemClock(), loopback=True)
    app = application(authenticate=authenticate, on_refusal=forget, metrics=Metrics(), limits=RateLimits(SystemClock()))
    api.routes(line_tests, Probes(cast(Database, None), SystemClock(), Turn())).mount(app)
    async with TestClient(TestServer(app)) as client:
        yield client
    await line_tests.close()


async def test_a_test_is_begun_read_and_ended_and_then_it_is_gone(client: Client) -> None:
    robot, path = RobotPeer(loopback=True), f"/api/line-tests/{uuid7()}"

    async with client.post(path, json={"sdp": await robot.make_offer()}, headers=LAN) as begun:
        assert begun.status == 200
        answer = await begun.json()
    await robot.accept_answer(answer["sdp"])
    async with client.get(path, headers=LAN) as read:
        measured = await read.json()
    async with client.delete(path, headers=LAN) as ended, client.delete(path, headers=LAN) as again:
        assert (ended.status, again.status) == (204, 204)
    async with client.get(path, headers=LAN) as gone:
        assert gone.status == 404

    assert answer["lasts_ms"] == 30_000
    assert measured.keys() == {"state", "elapsed_ms", "rtt_ms", "voice", "picture", "frames", "up_kbps", "pulse"}
    await robot.close()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"sdp": "v=0\r\nm=video 9 secret-words\r\n"}, "line_test.bad_offer"),
        ({"sdp": "secret-words"}, "line_test.bad_offer"),
        ({"sdp": "secret-words" * (MAX_OFFER // 12 + 1)}, "validation"),
        ({"sdp": 7}, "validation"),
        ({"sdp": "secret-words", "more": "secret-words"}, "validation"),
        ({}, "validation"),
    ],
)
async def test_a_bad_offer_is_a_problem_that_names_the_field_and_quotes_nothing(
    client: Client, body: dict[str, object], code: str
) -> None:
    async with client.post(f"/api/line-tests/{uuid7()}", json=body, headers=LAN) as refused:
        text = await refused.text()
        problem = await refused.json()

    assert refused.status == 422
    assert refused.content_type == "application/problem+json"
    assert problem["code"] == code
    assert problem["errors"][0]["pointer"].startswith("/body")
    assert "secret-words" not in text


async def test_only_signed_in_people_may_test_a_line(client: Client) -> None:
    async with client.get(f"/api/line-tests/{uuid7()}") as refused:
        assert refused.status == 401
