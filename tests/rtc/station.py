"""A station's doctor who is a plain client of a real server, with a real peer: the robot's counterpart in tests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import aiohttp

from telemed.demo import people, seen
from telemed.demo.client import Client, Frame
from telemed.demo.room import Room
from telemed.infra.background import Tasks
from telemed.kernel.ids import uuid7
from tests.eventually import eventually
from tests.live import LiveServer


async def site(server: LiveServer) -> dict[str, Any]:
    async with aiohttp.ClientSession() as http, http.get(f"{server.url}/api/site") as answer:
        found: dict[str, Any] = await answer.json()
        return found


async def switch_robot(server: LiveServer, on: Any, **headers: str) -> tuple[int, dict[str, Any]]:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{server.url}/api/demo/robot", json={"on": on}, headers=headers) as answer,
    ):
        return answer.status, await answer.json()


SIGNALS: dict[str, type[seen.Ready] | type[seen.Description] | type[seen.Candidates]] = {
    "call_ready": seen.Ready,
    "peer_description": seen.Description,
    "peer_candidates": seen.Candidates,
}


@dataclass
class Station:
    """A page of the station's doctor, as far as the wire tells: it follows one consult and its call."""

    client: Client
    tasks: Tasks
    asked: UUID | None = None
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
                signal = SIGNALS[kind].model_validate(frame)
                if self.room and self.room.call == signal.call:
                    self.room.hear(signal)

    def take(self, told: Any) -> None:
        consult = seen.Consult.model_validate(told)
        known = self.consult.version if self.consult else 0
        if consult.id == self.asked and consult.version >= known:
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
        self.asked, self.consult, self.texts, self.typing = uuid7(), None, {}, []
        self.take(await self.client.ask("PUT", f"/api/consults/{self.asked}", new))
        return self.known

    @property
    def known(self) -> seen.Consult:
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
            lambda: room.peer and self.received[0] - before[0] >= pictures and self.received[1] - before[1] >= sounds,
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

        found: dict[str, Any] = await eventually(look, within=within)
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
async def station(server: LiveServer, username: str = "tram.binhlu") -> AsyncIterator[Station]:
    async with Client(server.url, username, people.PASSWORD) as client, Tasks() as tasks:
        page = Station(client, tasks)
        client.on_frame, client.on_link = page.hear, page.linked
        await client.sign_in()
        tasks.start(client.stay_linked(), name="station's link")
        yield page


def robot_id() -> UUID:
    return people.person_id(people.ROBOT)
