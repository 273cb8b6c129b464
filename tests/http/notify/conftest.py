"""The whole application with a push service and a gateway of the test's own; time and timers move by hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import select, update

from telemed import app as telemed_app
from telemed.app import App
from telemed.identity.tables import person
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import Urgency
from telemed.notify import carriers
from telemed.sessions import tables as t
from telemed.settings import Settings
from tests import build
from tests.build import BUILDER, World
from tests.http.notify.gateway import SECRET, FlakyGateway
from tests.http.notify.push_service import Browser, PushService

PHONE = "+84912000111"


@dataclass
class Reaching:
    """Who asks, who is rung, and everything between them."""

    app: App
    world: World
    clock: ManualClock
    client: TestClient[Any, Any]
    pushes: PushService
    gateway: FlakyGateway
    everybody: dict[str, Actor] = field(default_factory=dict)

    @property
    def doctor(self) -> Actor:
        return self.world.specialists[0]

    async def ask(self, actor: Actor, method: str, path: str, body: Any = None, *, expect: int = 200) -> Any:
        self.everybody[str(actor.id)] = actor
        headers = {"Authorization": f"Bearer {actor.id}"}
        async with self.client.request(method, path, json=body, headers=headers) as answer:
            said = await answer.read()
            assert answer.status == expect, f"{method} {path}: {answer.status} {said[:400]!r}"
            return await answer.json() if answer.content_type.endswith("json") else None

    async def subscribed(self, actor: Actor, name: str = "one") -> Browser:
        browser = self.pushes.browser(name)
        browser.server_key = (await self.ask(actor, "GET", "/api/push/key"))["key"]
        await self.ask(actor, "PUT", f"/api/push/subscriptions/{browser.id}", browser.body)
        return browser

    async def give_phone(self, actor: Actor, number: str = PHONE) -> None:
        async with self.world.db.transaction(BUILDER) as tx:
            await tx.execute(update(person).where(person.c.id == actor.id).values(duty_phone=number))

    async def settle(self) -> None:
        """Facts are told, timers that are due have run, what was to be sent was sent."""
        for _ in range(3):
            await self.app.relay.drain()
            await self.app.jobs.run_due()
            await self.app.notify.sender.drain()

    async def pass_time(self, seconds: float) -> None:
        self.clock.advance(timedelta(seconds=seconds))
        await self.settle()

    async def rung(self, urgency: Urgency = Urgency.URGENT, **changes: Any) -> tuple[UUID, UUID]:
        """A consult that rings the doctor, and that ring."""
        if urgency is not Urgency.STAT and not changes.get("practice"):
            changes["patient_id"] = await build.add_patient(self.world.db, self.world.station)
        asked = await self.app.consults.create(
            self.world.station_doctor, ConsultId(uuid7()), build.new_consult(self.world, urgency, **changes)
        )
        await self.settle()
        async with self.world.db.transaction(BUILDER) as tx:
            mine = select(t.ring.c.id).where(t.ring.c.consult_id == asked.id, t.ring.c.user_id == self.doctor.id)
            return asked.id, await tx.scalar(mine)

    async def channels(self, consult: UUID, ring: UUID) -> dict[str, str]:
        """As the station's screen reads them."""
        seen = await self.ask(self.world.station_doctor, "GET", f"/api/consults/{consult}")
        people = [one for step in seen["summary"]["ladder"]["steps"] for one in step["people"]]
        (mine,) = [one for one in people if one["ring_id"] == str(ring)]
        return {one["channel"]: one["state"] for one in mine["channels"]}

    async def reach(self) -> dict[str, bool]:
        async with self.world.db.transaction(BUILDER) as tx:
            rows = await tx.all(select(t.reach).where(t.reach.c.person_id == self.doctor.id))
        return {row.channel: row.works for row in rows}

    async def is_reachable(self) -> bool:
        async with self.world.db.transaction(BUILDER) as tx:
            return bool(await self.app.presence.reachable(tx, {self.doctor.id}, self.clock.now()))

    async def close_pages(self) -> None:
        """Nobody has a page open, and has had none for a while."""
        for one in self.world.specialists:
            await self.app.presence.unlinked(one.id)
        self.clock.advance(timedelta(minutes=5))


@pytest.fixture
async def pushes(clock: ManualClock) -> AsyncIterator[PushService]:
    async with PushService(clock) as service:
        yield service
        assert service.fault is None


@pytest.fixture
async def gateway() -> AsyncIterator[FlakyGateway]:
    async with FlakyGateway() as gateway:
        yield gateway


@pytest.fixture
def settings(tmp_path: Path, gateway: FlakyGateway) -> Settings:
    return Settings(
        data_dir=tmp_path,
        push_hosts=("127.0.0.1",),
        push_private=True,
        push_contact="mailto:it@example.vn",
        gateway_url=gateway.url,
        gateway_secret=SECRET,
        gateway_tests=True,
    )


@pytest.fixture
async def reaching(
    database: DatabaseServer,
    db: Database,
    clock: ManualClock,
    settings: Settings,
    pushes: PushService,
    gateway: FlakyGateway,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Reaching]:
    monkeypatch.setattr(carriers, "WITHIN", aiohttp.ClientTimeout(total=0.5))
    built = telemed_app.build(database.app_url, settings, clock=clock)
    world = await build.world(db, clock)
    await world.on_duty(world.specialists[0])
    everybody: dict[str, Actor] = {}

    async def authenticate(bearer: str) -> Actor:
        """A bearer here is the person's id: how tokens come about has tests of its own."""
        return everybody[bearer]

    object.__setattr__(built.identity, "authenticate", authenticate)
    async with TestClient(TestServer(built.web(lambda: telemed_app.PLAIN_SITE))) as client:
        yield Reaching(built, world, clock, client, pushes, gateway, everybody)
    await built.notify.sender.close()
    await built.close()
