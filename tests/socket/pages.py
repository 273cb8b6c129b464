"""A page as seen from the wire: it speaks `telemed.v1` over a real socket and checks every number it is given."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import WSMsgType
from aiohttp.test_utils import TestServer

from telemed.identity import Identity
from telemed.identity import reactions as identity_reactions
from telemed.identity.passwords import Passwords
from telemed.identity.tokens import Tokens
from telemed.infra import http
from telemed.infra.blobs import Blobs
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.infra.relay import Relay
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.ids import MinutesId, uuid7
from telemed.media import Links, Turn
from telemed.records import Records
from telemed.sessions import Deliveries, SecondCameras
from telemed.signaling import Commands, Hub, Limits, Reactions, Sockets
from telemed.signaling.frames import MinutesFieldNews
from tests.build import World
from tests.eventually import PATIENCE

SDP = "v=0\r\no=- 4611 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\n"

Frame = dict[str, Any]


@dataclass
class Closed(Exception):
    code: int | None


@dataclass
class Page:
    """One socket of one page. `last` is the highest number it has handled; a gap or a double fails the test."""

    ws: aiohttp.ClientWebSocketResponse
    last: int = 0
    welcome: Frame = field(default_factory=dict)
    news: list[Frame] = field(default_factory=list)

    async def send(self, type_: str, **fields: Any) -> None:
        await self.ws.send_str(json.dumps({"type": type_, **fields}, default=str))

    async def next(self) -> Frame:
        """The next frame. Raises Closed when the server closes instead."""
        message = await self.ws.receive(timeout=PATIENCE)
        if message.type is not WSMsgType.TEXT:
            raise Closed(message.data if message.type is WSMsgType.CLOSE else self.ws.close_code)
        frame: Frame = json.loads(message.data)
        if "s" in frame:
            assert frame["s"] == self.last + 1, "a frame is missing or came twice"
            self.last += 1
            self.news.append(frame)
        return frame

    async def until(self, type_: str) -> Frame:
        while (frame := await self.next())["type"] != type_:
            pass
        return frame

    async def quiet(self) -> list[str]:
        """Types of all that was on its way: what comes before the answer to a ping."""
        await self.send("ping")
        types: list[str] = []
        while (frame := await self.next())["type"] != "pong":
            types.append(frame["type"])
        assert frame["last"] == self.last
        return types

    async def closed(self) -> int | None:
        """The code the server closes with, whatever it says before."""
        with_code = None
        while with_code is None:
            try:
                await self.next()
            except Closed as closed:
                with_code = closed
        return with_code.code

    async def cut(self) -> None:
        """The line breaks: no goodbye, nothing more arrives."""
        transport = self.ws._conn.transport  # type: ignore[union-attr]
        assert transport is not None
        transport.abort()
        await self.ws.close()

    @property
    def resume(self) -> Frame:
        return {"link": self.welcome["link"], "token": self.welcome["token"], "last": self.last}


class NoMinutes:
    """For tests that are not about the record."""

    async def field_news(self, minutes: MinutesId, field: str) -> MinutesFieldNews | None:
        raise AssertionError

    async def version(self, minutes: MinutesId) -> int:
        return 1


@dataclass
class Live:
    """A server on loopback with real services behind it, and people with pages."""

    world: World
    identity: Identity
    relay: Relay
    hub: Hub
    commands: Commands
    sockets: Sockets
    reactions: Reactions
    record: Records
    server: TestServer
    http: aiohttp.ClientSession

    @property
    def doctor(self) -> Actor:
        return self.world.station_doctor

    @property
    def specialist(self) -> Actor:
        return self.world.specialists[0]

    async def connect(self, **headers: str) -> Page:
        ws = await self.http.ws_connect(
            self.server.make_url("/ws"), protocols=["telemed.v1"], autoping=True, headers=headers, max_msg_size=0
        )
        return Page(ws)

    async def greeted(self, actor: Actor, resume: Mapping[str, Any] | None = None, tab: UUID | None = None) -> Page:
        """Connected, and `welcome` read."""
        page = await self.connect()
        if resume:
            page.last = resume["last"]
        ticket = await self.identity.issue_ticket(actor)
        await page.send("hello", ticket=ticket, tab=tab or uuid7(), **({"resume": resume} if resume else {}))
        page.welcome = await page.next()
        assert page.welcome["type"] == "welcome"
        return page

    async def page(self, actor: Actor) -> Page:
        """A fresh page with its snapshot read."""
        page = await self.greeted(actor)
        assert (await page.next())["type"] == "snapshot"
        return page

    async def settle(self) -> None:
        """All facts so far are told."""
        await self.relay.drain()
        await self.reactions.drain()

    async def pass_time(self, seconds: float) -> None:
        """The clock moves and the server looks after its links."""
        from datetime import timedelta

        self.world.clock.advance(timedelta(seconds=seconds))
        await self.sockets.sweep()


@asynccontextmanager
async def live_server(world: World, data_dir: Path, limits: Limits) -> AsyncIterator[Live]:
    db, clock = world.db, world.clock
    identity = Identity(db, clock, Tokens.open(data_dir, clock), Passwords(), SignInLimiter(clock))
    relay, hub = Relay(db, clock), Hub(clock, limits)
    turn = Turn(("turn:turn.example:3478",), "not a real secret")
    commands = Commands(
        hub, world.calls, world.consults, clock=clock, turn=turn, links=Links(db, clock, world.schedules), limits=limits
    )
    cameras, blobs = SecondCameras(db, clock), Blobs.of(data_dir)
    record = Records(db, world.consults, identity, world.schedules, cameras=cameras, blobs=blobs)
    reactions = Reactions(
        hub,
        commands,
        world.consults,
        presence=world.presence,
        deliveries=Deliveries(db),
        minutes=NoMinutes(),
        record=record,
    )
    identity_reactions.subscribe(relay, identity)
    reactions.subscribe(relay)
    sockets = Sockets(
        hub,
        commands,
        world.consults,
        redeem=identity.redeem_ticket,
        still=identity.still,
        clock=clock,
        limits=limits,
        origins=frozenset({"https://hoichan.example"}),
    )

    async def on_refusal(actor: Actor | None, refusal: http.Refusal) -> None:
        pass

    app = http.application(
        authenticate=identity.authenticate, on_refusal=on_refusal, metrics=Metrics(), limits=RateLimits(clock)
    )
    app.router.add_get("/ws", sockets.handle)
    server = TestServer(app)
    await server.start_server()
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield Live(world, identity, relay, hub, commands, sockets, reactions, record, server, session)
        await sockets.drain()
    await server.close()


async def in_call(live: Live) -> tuple[Page, Page, str]:
    """The station's page, the specialist's page and the call both are in, with generations 10 and 20."""
    await live.world.on_duty(live.specialist)
    taken = await live.world.accepted()
    assert taken.call
    call = str(taken.call.id)
    station, hospital = await live.page(live.doctor), await live.page(live.specialist)
    await station.send("join", call=call, generation=10)
    await station.quiet()
    await hospital.send("join", call=call, generation=20)
    await station.until("call_ready")
    await hospital.until("call_ready")
    return station, hospital, call
