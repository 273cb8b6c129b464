"""The golden transcripts, played against a real server on a real socket: it speaks as its core does."""

import json
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import aiohttp
from aiohttp import WSMsgType

from telemed.kernel.actor import Actor
from telemed.signaling import Limits
from telemed.signaling.frames import Reliable
from tests.build import World
from tests.eventually import PATIENCE, eventually
from tests.socket.pages import Live, Page, live_server
from tests.wire.transcript import TRANSCRIPTS, Closed, Frame, Player


class Socket:
    def __init__(self, live: Live, page: Page) -> None:
        self._live, self._page = live, page

    async def say(self, frame: Frame) -> None:
        with suppress(aiohttp.ClientConnectionResetError):  # nobody hears it
            await self._page.ws.send_str(json.dumps(frame))

    async def next(self) -> Frame:
        message = await self._page.ws.receive(timeout=PATIENCE)
        if message.type is not WSMsgType.TEXT:
            raise Closed(message.data if message.type is WSMsgType.CLOSE else self._page.ws.close_code)
        frame: Frame = json.loads(message.data)
        return frame

    async def cut(self) -> None:
        open_before = len(self._live.sockets)
        await self._page.cut()
        await eventually(lambda: len(self._live.sockets) < open_before)


class RealServer:
    def __init__(self, stack: AsyncExitStack, live: Live, folder: Path, call: str, consult: str) -> None:
        self._stack, self._live, self._folder = stack, live, folder
        self._people: dict[str, Actor] = {"doctor": live.doctor, "specialist": live.specialist}
        people = {name: str(actor.id) for name, actor in self._people.items()}
        self.names = {"call": call, "consult": consult, **people}

    async def connect(self) -> Socket:
        return Socket(self._live, await self._live.connect())

    async def ticket(self, who: str) -> str:
        return await self._live.identity.issue_ticket(self._people[who]) if who in self._people else "made up"

    async def tell(self, news: Reliable, who: str) -> None:
        self._live.hub.tell(news, lambda actor: actor.id == self._people[who].id)

    async def pass_time(self, seconds: float) -> None:
        await self._live.pass_time(seconds)

    async def restart(self) -> None:
        await self._live.world.calls.started()
        folder = self._folder / "again"
        self._live = await self._stack.enter_async_context(live_server(self._live.world, folder, Limits()))

    async def stop(self) -> None:
        await self._live.sockets.drain()


async def test_a_real_socket_speaks_as_the_transcripts_have_it(world: World, tmp_path: Path) -> None:
    await world.on_duty(world.specialists[0])
    taken = await world.accepted()
    assert taken.call
    for name in TRANSCRIPTS:  # one database for all: each has a server of its own, which knows no room
        folder = tmp_path / name
        async with AsyncExitStack() as stack:
            live = await stack.enter_async_context(live_server(world, folder, Limits()))
            server = RealServer(stack, live, folder, str(taken.call.id), str(taken.id))
            await Player(server).play(name)
