"""Relayed call frames per CPU-second, with validation, limits and resume, beside a bare relay; and what a socket holds.

The server runs in a process of its own, so that its CPU is told apart from that of the 500 pages. Services that would
ask the database stand in memory: a relayed frame asks none.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import aiohttp
import uvloop
from aiohttp import WSMsgType, web

from telemed.identity import PersonRef
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Profession, Role
from telemed.media import Turn
from telemed.sessions.calls import Side
from telemed.sessions.rooms import Seat
from telemed.signaling import Commands, Hub, Limits, Sockets
from telemed.signaling.frames import SUBPROTOCOL

SOCKETS = 500
SECONDS = 5.0
WARM_UP = 1.0
PER_CPU_SECOND = 20_000
IDLE_KB = 60.0
OF_BARE = 0.5
"""Of what a relay does that checks nothing, numbers nothing and keeps nothing. Below this the checks cost too much."""
CANDIDATE = {
    "candidate": "candidate:2935843092 1 udp 2122260223 192.0.2.7 51820 typ host generation 0 ufrag Xc7L network-id 1",
    "sdp_mid": "0",
    "sdp_m_line_index": 0,
}


# -- the servers -------------------------------------------------------------------------------------------------------


class Pairs:
    """Tickets, consults and calls for pages in pairs: ticket `2n` is the station of call n, `2n + 1` its hospital."""

    def __init__(self) -> None:
        self._ids = [uuid7() for _ in range(SOCKETS)]

    async def redeem(self, ticket: str) -> Actor:
        role = Role.SPECIALIST if int(ticket) % 2 else Role.STATION_DOCTOR
        return Actor(UserId(self._ids[int(ticket)]), (Grant(role, FacilityId(self._ids[0])),))

    async def still(self, actor: Actor) -> Actor:
        return actor

    async def open_for(self, _: Actor) -> list[Any]:
        return []

    async def rings_for(self, _: Actor) -> list[Any]:
        return []

    async def seat(self, actor: Actor, call: UUID) -> Seat:
        side: Side = "hospital" if self._ids.index(actor.id) % 2 else "station"
        return Seat(ConsultId(call), side, PersonRef(id=actor.id, name="Demo", profession=Profession.DOCTOR))

    async def join(self, actor: Actor, call: UUID) -> Any:
        return SimpleNamespace(consult=call)

    async def drop(self, actor: Actor, call: UUID, *, by_choice: bool) -> None:
        pass


def ours() -> web.Application:
    pairs, clock = cast(Any, Pairs()), SystemClock()
    limits = Limits(rate=1e9, burst=1e9, candidate_rate=1e9, candidate_burst=1e9, strangers=SOCKETS)
    hub = Hub(clock, limits)
    commands = Commands(hub, pairs, pairs, clock=clock, turn=Turn(), limits=limits)
    sockets = Sockets(hub, commands, pairs, redeem=pairs.redeem, still=pairs.still, clock=clock, limits=limits)
    app = web.Application()
    app.router.add_get("/ws", sockets.handle)
    return app


def bare() -> web.Application:
    """The least a relay can do: parse, find the other one, write."""
    known: dict[int, web.WebSocketResponse] = {}

    async def handle(request: web.Request) -> web.StreamResponse:
        ws = web.WebSocketResponse(protocols=(SUBPROTOCOL,), compress=False)
        await ws.prepare(request)
        me = int(json.loads((await ws.receive()).data)["ticket"])
        known[me] = ws
        await ws.send_str('{"type":"welcome"}')
        async for message in ws:
            frame = json.loads(message.data)
            if frame["type"] == "candidates":
                frame["type"] = "peer_candidates"
                await known[me ^ 1].send_str(json.dumps(frame))
            elif frame["type"] == "join":
                await ws.send_str('{"type":"call_ready"}')
        return ws

    app = web.Application()
    app.router.add_get("/ws", handle)
    return app


async def serve(app: web.Application) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, backlog=SOCKETS)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


# -- the pages ---------------------------------------------------------------------------------------------------------


@dataclass
class Process:
    pid: int
    port: int

    def cpu(self) -> float:
        """Seconds on a core, exact."""
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9

    def rss_kb(self) -> float:
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * 4.096


@asynccontextmanager
async def server(name: str) -> AsyncIterator[Process]:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.relay", name, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        assert child.stdout
        yield Process(child.pid, int(await child.stdout.readline()))
    finally:
        child.kill()
        await child.wait()


@dataclass
class Figures:
    per_cpu_second: float
    idle_kb: float


class Load:
    """500 pages in pairs; each sends a batch of candidates back for every one it gets."""

    def __init__(self) -> None:
        self.relayed = 0
        self._ready: set[int] = set()
        self._all_ready = asyncio.Event()

    async def run(self, process: Process) -> Figures:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            url = f"ws://127.0.0.1:{process.port}/ws"
            await self._open(http, url, 0)  # what the first socket of a process costs is not a socket's
            before = process.rss_kb()
            pages = [await self._open(http, url, n) for n in range(SOCKETS)]
            idle_kb = (process.rss_kb() - before) / SOCKETS
            tasks = [asyncio.create_task(self._talk(ws, n)) for n, ws in enumerate(pages)]
            async with asyncio.timeout(30):
                await asyncio.wait_for(self._all_ready.wait(), 60)
            await asyncio.sleep(WARM_UP)
            relayed, cpu = self.relayed, process.cpu()
            await asyncio.sleep(SECONDS)
            figures = Figures((self.relayed - relayed) / (process.cpu() - cpu), idle_kb)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            return figures

    async def _open(self, http: aiohttp.ClientSession, url: str, n: int) -> aiohttp.ClientWebSocketResponse:
        ws = await http.ws_connect(url, protocols=(SUBPROTOCOL,), compress=0)
        await ws.send_json({"type": "hello", "ticket": str(n), "tab": str(uuid7())})
        assert (await ws.receive_json())["type"] == "welcome"
        return ws

    async def _talk(self, ws: aiohttp.ClientWebSocketResponse, n: int) -> None:
        call = str(UUID(int=n // 2))
        await ws.send_json({"type": "join", "call": call, "generation": n})
        batch = {"type": "candidates", "call": call, "generation": n, "to_generation": n ^ 1}
        text = json.dumps(batch | {"candidates": [CANDIDATE] * 2})
        got = 0
        async for message in ws:
            if message.type is not WSMsgType.TEXT:
                return
            if '"peer_candidates"' in message.data[:60]:
                self.relayed += 1
                got += 1
                if got % 32 == 0 and (number := message.data[5:].partition(",")[0]).isdigit():
                    await ws.send_str(f'{{"type":"ack","last":{number}}}')
                await ws.send_str(text)
            elif '"call_ready"' in message.data[:60]:
                self._ready.add(n)
                if len(self._ready) == SOCKETS:
                    self._all_ready.set()
                await asyncio.wait_for(self._all_ready.wait(), 60)
                await ws.send_str(text)


async def run() -> bool:
    found: dict[str, Figures] = {}
    for name in ("bare", "ours"):
        async with server(name) as process:
            started = time.monotonic()
            found[name] = await Load().run(process)
            print(
                f"{name:>5}: {found[name].per_cpu_second:8,.0f} frames per CPU-second, "
                f"{found[name].idle_kb:5.1f} kB per idle socket ({time.monotonic() - started:.0f} s)",
                flush=True,
            )
    ratio = found["ours"].per_cpu_second / found["bare"].per_cpu_second
    print(f"ours is {ratio:.2f} of bare (bar {OF_BARE}); bars to read: {PER_CPU_SECOND:,} frames, {IDLE_KB:.0f} kB")
    return ratio >= OF_BARE and found["ours"].idle_kb <= IDLE_KB


if __name__ == "__main__":
    if sys.argv[1:] in (["ours"], ["bare"]):
        uvloop.run(serve({"ours": ours, "bare": bare}[sys.argv[1]]()))
    else:
        sys.exit(not uvloop.run(run()))
