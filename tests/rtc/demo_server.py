"""The demo as a real server process, and a station's doctor who is a plain client of it with a real peer."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp

from telemed.demo import people, seen
from telemed.demo.client import Client, Frame
from telemed.demo.room import Room
from telemed.demo.roster import seed_roster
from telemed.identity.passwords import Passwords
from telemed.infra.background import Tasks
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import uuid7
from tests.eventually import eventually

ROOT = Path(__file__).parents[2]
UP_WITHIN = 40.0


@dataclass
class DemoServer:
    database: DatabaseServer
    data_dir: Path
    port: int
    process: Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        ours = {
            "TELEMED_DEMO": "1",
            "TELEMED_PORT": str(self.port),
            "TELEMED_DATA_DIR": str(self.data_dir),
            "TELEMED_DATABASE_URL": _plain(self.database.owner_url),
            "TELEMED_DATABASE_APP_URL": _plain(self.database.app_url),
        }
        foreign = {name: value for name, value in os.environ.items() if not name.startswith("TELEMED_")}
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "telemed", "serve"), cwd=ROOT, env=foreign | ours, stdout=DEVNULL, stderr=DEVNULL
        )
        await eventually(self.is_up, within=UP_WITHIN)

    async def is_up(self) -> bool:
        assert self.process
        assert self.process.returncode is None, "the server ended"
        with suppress(aiohttp.ClientError):
            async with aiohttp.ClientSession() as http, http.get(f"{self.url}/readyz") as answer:
                return answer.status == 200
        return False

    async def kill(self) -> None:
        """At once and without goodbye."""
        assert self.process
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int | None:
        assert self.process
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(self.process.wait(), 20)
        return self.process.returncode

    async def site(self) -> dict[str, Any]:
        async with aiohttp.ClientSession() as http, http.get(f"{self.url}/api/site") as answer:
            found: dict[str, Any] = await answer.json()
            return found

    async def switch_robot(self, on: Any, **headers: str) -> tuple[int, dict[str, Any]]:
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{self.url}/api/demo/robot", json={"on": on}, headers=headers) as answer,
        ):
            return answer.status, await answer.json()


@asynccontextmanager
async def demo_server(database: DatabaseServer, data_dir: Path) -> AsyncIterator[DemoServer]:
    """With its people and rosters, and no history."""
    db = Database(database.app_url)
    await people.seed_people(db, Passwords())
    await seed_roster(db, SystemClock().now())
    await db.close()
    server = DemoServer(database, data_dir, _free_port())
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


@dataclass
class Station:
    """A page of the station's doctor, as far as the wire tells: it follows one consult and its call."""

    client: Client
    tasks: Tasks
    consult: seen.Consult | None = None
    room: Room | None = None
    texts: dict[str, str] = field(default_factory=dict)
    """Fields of the minutes as they were told, in order of their first word."""
    typing: list[str | None] = field(default_factory=list)

    def hear(self, kind: str, frame: Frame) -> None:
        match kind:
            case "consult":
                self.take(frame["consult"])
            case "minutes_field":
                self.texts[frame["field"]] = frame["text"]
            case "peer_writing":
                self.typing.append(frame["field"])
            case "call_ready" | "peer_description" | "peer_candidates":
                models = {"call_ready": seen.Ready, "peer_description": seen.Description}
                signal_ = models.get(kind, seen.Candidates).model_validate(frame)
                if self.room and self.room.call == signal_.call:  # type: ignore[attr-defined]
                    self.room.hear(signal_)  # type: ignore[arg-type]

    def take(self, told: Any) -> None:
        consult = seen.Consult.model_validate(told)
        if self.consult is None or (consult.id == self.consult.id and consult.version >= self.consult.version):
            self.consult = consult

    def linked(self, resumed: bool) -> None:
        if self.room:
            self.room.join()

    async def asks(self, urgency: str, **changes: Any) -> seen.Consult:
        new = {
            "station_id": str(people.facility_id("03390")),
            "urgency": urgency,
            "specialty": "emergency",
            "request": {"case_type": "poisoning", "reason": "Ăn lá ngón, lơ mơ"},
            "send": True,
        } | changes
        self.consult, self.texts, self.typing = None, {}, []
        consult = uuid7()
        self.take(await self.client.ask("PUT", f"/api/consults/{consult}", new))
        assert self.consult
        return self.consult

    async def until(self, state: str, *, within: float = 30) -> seen.Consult:
        await eventually(lambda: self.consult and self.consult.state == state, within=within)
        assert self.consult
        return self.consult

    async def enters(self) -> Room:
        assert self.consult
        assert self.consult.call
        self.room = Room(self.consult.call.id, self.client.send)
        self.tasks.start(self.room.run(), name="station's seat")
        self.room.join()
        return self.room

    async def sees(self, pictures: int, sounds: int, *, within: float = 20) -> None:
        """So many more than now, decoded."""
        assert self.room
        room, before = self.room, self.received
        await eventually(
            lambda: room.peer
            and self.received[0] - before[0] >= pictures
            and self.received[1] - before[1] >= sounds,
            within=within,
        )

    @property
    def received(self) -> tuple[int, int]:
        peer = self.room.peer if self.room else None
        return (peer.frames_received, peer.voice_received) if peer else (0, 0)

    async def minutes(self) -> dict[str, Any]:
        assert self.consult
        found: dict[str, Any] = await self.client.ask("GET", f"/api/consults/{self.consult.id}/minutes")
        return found

    async def until_signed_by(self, lines: set[str], *, within: float = 20) -> dict[str, Any]:
        async def look() -> dict[str, Any] | None:
            now = await self.minutes()
            return now if {s["line"] for s in now["signatures"]} == lines else None

        async with asyncio.timeout(within):
            while (found := await look()) is None:
                await asyncio.sleep(0.1)
            return found

    async def signs(self) -> dict[str, Any]:
        now = await self.minutes()
        command = {
            "lines": ["secretary", "station"],
            "password": people.PASSWORD,
            "document_hash": now["document_hash"],
        }
        done: dict[str, Any] = await self.client.ask("POST", f"/api/minutes/{now['id']}/signatures/{uuid7()}", command)
        return done

    async def decides(self) -> None:
        assert self.consult
        decision = {"consult_id": str(self.consult.id), "choice": "follow", "outcomes": ["refer"]}
        await self.client.ask("PUT", f"/api/decisions/{uuid7()}", decision)


@asynccontextmanager
async def station(server: DemoServer, username: str = "tram.binhlu") -> AsyncIterator[Station]:
    async with Client(server.url, username, people.PASSWORD) as client, Tasks() as tasks:
        page = Station(client, tasks)
        client.on_frame, client.on_link = page.hear, page.linked
        await client.sign_in()
        tasks.start(client.stay_linked(), name="station's link")
        yield page


def robot_id() -> UUID:
    return people.person_id(people.ROBOT)


def _plain(url: str) -> str:
    return url.replace("postgresql+asyncpg://", "postgresql://", 1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
