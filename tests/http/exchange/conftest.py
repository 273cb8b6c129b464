"""The whole application, a signed case in it, an administrator who gives keys, and a receiver of the test's own."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy import update

from telemed import app as telemed_app
from telemed.app import App
from telemed.exchange.service import courier
from telemed.identity.model import NotSignedIn
from telemed.identity.passwords import Passwords
from telemed.identity.tables import facility
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.settings import Settings
from tests import build
from tests.build import BUILDER
from tests.db.records.conftest import PASSWORD, Desk, make_desk
from tests.http.exchange.receiver import FlakyReceiver


@dataclass
class Interchange:
    app: App
    desk: Desk
    clock: ManualClock
    client: TestClient[Any, Any]
    admin: Actor
    receiver: FlakyReceiver
    everybody: dict[str, Actor] = field(default_factory=dict)

    @property
    def hospital(self) -> FacilityId:
        return self.desk.world.hospital

    async def ask(
        self, bearer: Actor | str, method: str, path: str, body: Any = None, *, expect: int | None = 200
    ) -> Any:
        if isinstance(bearer, Actor):
            self.everybody[str(bearer.id)] = bearer
            bearer = str(bearer.id)
        async with self.client.request(
            method, path, json=body, headers={"Authorization": f"Bearer {bearer}"}
        ) as answer:
            said = await answer.read()
            assert expect in {None, answer.status}, f"{method} {path}: {answer.status} {said[:600]!r}"
            return await answer.json(content_type=None) if said else None

    async def key(self, *kinds: str, at: UUID | None = None, by: Actor | None = None, **changes: Any) -> str:
        made = await self.make_key(*kinds, at=at, by=by, **changes)
        return str(made["token"])

    async def make_key(
        self, *kinds: str, at: UUID | None = None, by: Actor | None = None, expect: int = 200, **changes: Any
    ) -> Any:
        body = {
            "facility_id": str(at or self.hospital),
            "name": "HIS Demo",
            "kinds": list(kinds),
            "expires_at": (self.clock.now() + timedelta(days=90)).isoformat(),
        } | changes
        return await self.ask(by or self.admin, "PUT", f"/api/exchange/keys/{uuid7()}", body, expect=expect)

    async def hook(self, *topics: str, expect: int = 200, **changes: Any) -> Any:
        body = {
            "facility_id": str(self.hospital),
            "name": "HIS Demo",
            "url": self.receiver.url,
            "topics": list(topics or ("consult.requested", "consult.claimed", "consult.ended", "referral.sent")),
        } | changes
        made = await self.ask(self.admin, "PUT", f"/api/exchange/webhooks/{uuid7()}", body, expect=expect)
        if expect == 200:
            self.receiver.secret = made["secret"]
            return made["hook"]
        return made

    async def settle(self) -> None:
        """Facts are told, what is due has run, what was to be sent was sent."""
        for _ in range(3):
            await self.app.relay.drain()
            await self.app.jobs.run_due()
            await self.app.interchange.courier.drain()

    async def pass_time(self, by: timedelta) -> None:
        self.clock.advance(by)
        await self.settle()

    async def seen(self, hook: UUID | str) -> Any:
        """An address as the screen shows it."""
        shown = await self.ask(self.admin, "GET", "/api/exchange")
        return next(one for one in shown["hooks"] if one["id"] == str(hook))

    async def administrator(self, at: FacilityId, name: str = "Admin Khac Demo") -> Actor:
        return await build.add_person(self.desk.db, name, Role.HOSPITAL_ADMIN, at)


@pytest.fixture(scope="session")
async def password_hash() -> str:
    return await Passwords().hash(PASSWORD)


@pytest.fixture
async def receiver() -> AsyncIterator[FlakyReceiver]:
    async with FlakyReceiver() as receiver:
        yield receiver


@pytest.fixture
async def interchange(
    database: DatabaseServer,
    db: Database,
    clock: ManualClock,
    tmp_path: Path,
    receiver: FlakyReceiver,
    password_hash: str,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Interchange]:
    monkeypatch.setattr(courier, "WITHIN", aiohttp.ClientTimeout(total=0.5))
    built = telemed_app.build(database.app_url, Settings(data_dir=tmp_path, webhook_private=True), clock=clock)
    desk = await make_desk(db, clock, tmp_path, password_hash)
    desk.relay = built.relay
    admin = await build.add_person(db, "Quan Tri Demo", Role.HOSPITAL_ADMIN, desk.world.hospital)
    async with db.transaction(BUILDER) as tx:
        for at, code in ((desk.world.station, "12018"), (desk.world.hospital, "12002")):
            await tx.execute(update(facility).where(facility.c.id == at).values(code=code))
    everybody: dict[str, Actor] = {}

    async def authenticate(bearer: str) -> Actor:
        """A person's bearer here is their id; keys are what they are."""
        if bearer not in everybody:
            raise NotSignedIn
        return everybody[bearer]

    object.__setattr__(built.identity, "authenticate", authenticate)
    async with TestClient(TestServer(built.web(lambda: telemed_app.PLAIN_SITE))) as client:
        yield Interchange(built, desk, clock, client, admin, receiver, everybody)
    await built.interchange.courier.close()
    await built.notify.sender.close()
    await built.close()


@pytest.fixture
async def elsewhere(interchange: Interchange) -> FacilityId:
    """Another hospital, which no case of these tests concerns."""
    return await build.add_facility(interchange.desk.db, "BV Khac Demo", FacilityKind.HOSPITAL, "KH")
