"""The audit trail over HTTP: an officer's page and export; all others are refused, and the refusal names its thing."""

import json
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select

from telemed.app import PLAIN_SITE, App
from telemed.infra import audit_export, http
from telemed.infra.audit import audit_table
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role
from tests import build
from tests.build import World


@dataclass
class Edge:
    client: Any
    known: dict[str, Actor]

    def ask(self, actor: Actor, method: str, path: str) -> AbstractAsyncContextManager[ClientResponse]:
        self.known[str(actor.id)] = actor
        asked: AbstractAsyncContextManager[ClientResponse] = self.client.request(
            method, path, headers={"Authorization": f"Bearer {actor.id}"}
        )
        return asked


@pytest.fixture
async def world(built: App, clock: Any) -> World:
    return await build.world(built.db, clock)


@pytest.fixture
async def officer(world: World) -> Actor:
    return await build.add_person(world.db, "Kiểm Soát Demo", Role.PRIVACY_OFFICER, world.hospital)


@pytest.fixture
async def edge(built: App) -> AsyncIterator[Edge]:
    """Every route, where the bearer token is the actor's own id."""
    known: dict[str, Actor] = {}

    async def authenticate(token: str) -> Actor:
        return known[token]

    app = http.application(
        authenticate=authenticate,
        on_refusal=built.on_refusal,
        metrics=Metrics(),
        limits=RateLimits(built.clock),
    )
    built.routes(lambda: PLAIN_SITE).mount(app)
    async with TestClient(TestServer(app)) as client:
        yield Edge(client, known)


async def test_an_officer_reads_pages_and_takes_away_a_file_that_proves_itself(
    edge: Edge, built: App, world: World, officer: Actor
) -> None:
    asked = await world.requested()

    async with edge.ask(officer, "GET", f"/api/audit?code={asked.code}") as answer:
        page = await answer.json()
    async with edge.ask(officer, "GET", "/api/audit.jsonl") as answer:
        assert answer.content_type == "application/jsonl"
        lines = (await answer.read()).splitlines(keepends=True)

    assert {row["case"]["code"] for row in page["rows"]} == {asked.code}
    found = audit_export.check(lines, built.sealer.key)
    assert (found.fault, found.rows) == (None, len(lines) - 1)
    assert asked.code in {json.loads(line)["case"] for line in lines[:-1]}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/audit"),
        ("GET", "/api/audit.jsonl"),
        ("GET", "/api/audit/people"),
        ("GET", "/api/audit/chain"),
        ("POST", "/api/audit/chain/check"),
        ("DELETE", "/api/audit/chain/check"),
        ("GET", "/api/audit/heads"),
    ],
)
async def test_nobody_else_reads_it(edge: Edge, world: World, method: str, path: str) -> None:
    async with edge.ask(world.specialists[0], method, path) as answer:
        assert (answer.status, (await answer.json())["code"]) == (403, "audit.denied")


async def test_a_refused_request_is_written_down_with_the_case_it_was_about(
    edge: Edge, built: App, world: World
) -> None:
    stranger = await build.add_person(world.db, "Khác Demo", Role.HOSPITAL_ADMIN, world.hospital)
    consult = uuid7()

    async with edge.ask(stranger, "GET", f"/api/consults/{consult}") as answer:
        assert answer.status in {403, 404}

    async with built.db.transaction(build.BUILDER) as tx:
        row = await tx.one(select(audit_table).where(audit_table.c.outcome == "refused"))
    assert (row.actor_id, row.action, row.entity) == (stranger.id, "GET", "/api/consults/{id}")
    assert (row.entity_id, row.consult_id) == (consult, consult)
