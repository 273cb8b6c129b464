"""Relayed call frames per CPU-second, and what an idle socket holds, beside three others of the same run.

Ours validates, limits, numbers and keeps what it relays. Beside it: a bare relay that does nothing of that; PeerServer
(npm) and nextcloud-spreed-signaling (Debian), which stand elsewhere for the same purpose. Each server runs in a process
of its own, so that its CPU is told apart from that of the 500 pages, and relays the same two candidates in its own
envelope. Services that would ask the database stand in memory: a relayed frame asks none.
"""

import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast
from uuid import UUID

import uvloop
from aiohttp import web

from bench.relay_load import SOCKETS, Figures, Load, PeerJs, Process, Spreed, Telemed, Words, backend
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
from tests.eventually import eventually
from tests.live import free_port

PER_CPU_SECOND = 20_000
IDLE_KB = 60.0
OF_BARE = 0.5
"""Of what a relay does that checks nothing, numbers nothing and keeps nothing. Below this the checks cost too much."""
STARTS_WITHIN = 120.0
SPREED = "nextcloud-spreed-signaling-server"
PEERS = Path(__file__).parent / "peers"
CONFIG = """
[http]
listen = 127.0.0.1:{port}
[sessions]
hashkey = {secret}
blockkey = {secret}
[clients]
internalsecret = {secret}
[backend]
allowall = true
secret = {secret}
allowhttp = true
[nats]
url = :loopback:
[mcu]
type =
"""


# -- the servers -------------------------------------------------------------------------------------------------------


class Pairs:
    """Tickets, consults and calls for pages in pairs: ticket `2n` is the station of call n, `2n + 1` its hospital."""

    def __init__(self) -> None:
        self._ids = [uuid7() for _ in range(SOCKETS + 1)]

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
        who = PersonRef(id=actor.id, name="Demo", profession=Profession.DOCTOR)
        return Seat(ConsultId(call), side, who, FacilityId(self._ids[0]))

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
    print(os.getpid(), runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


@asynccontextmanager
async def child(*command: str, port: int = 0) -> AsyncIterator[Process]:
    """It says which process listens (node is one behind another) and where; or it listens at `port` after a while."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *command, stdin=pipe, stdout=asyncio.subprocess.DEVNULL if port else pipe, stderr=asyncio.subprocess.DEVNULL
    )
    assert process.stdin
    pid = process.pid
    try:
        if process.stdout:
            pid, port = map(int, (await asyncio.wait_for(process.stdout.readline(), STARTS_WITHIN)).split())
        else:
            await eventually(lambda: _listens(port), within=STARTS_WITHIN, every=0.1)
        yield Process(pid, port)
    finally:
        process.stdin.close()
        process.kill()
        await process.wait()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


@asynccontextmanager
async def python(name: str) -> AsyncIterator[Process]:
    async with child(sys.executable, "-m", "bench.relay", name) as process:
        yield process


@asynccontextmanager
async def peerjs() -> AsyncIterator[Process]:
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    async with child(node, str(PEERS / "peerjs.mjs"), str(free_port())) as process:
        yield process


@asynccontextmanager
async def spreed(words: Spreed) -> AsyncIterator[Process]:
    runner = web.AppRunner(backend(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    words.backend = f"http://127.0.0.1:{runner.addresses[0][1]}"
    port = free_port()
    try:
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as config:
            config.write(CONFIG.format(port=port, secret="not-a-secret-" + "0" * 19))
            config.flush()
            async with child(str(shutil.which(SPREED)), "-config", config.name, port=port) as process:
                yield process
    finally:
        await runner.cleanup()


# -- the figures -------------------------------------------------------------------------------------------------------

NAMES: Final = {"bare": "bare relay", "ours": "ours", "peerjs": "PeerServer", "spreed": "spreed-signaling"}


async def measured(name: str) -> Figures | None:
    """None: it is not on this machine."""
    if name == "spreed":
        if shutil.which(SPREED) is None:
            return None
        words = Spreed()
        async with spreed(words) as process:
            return await Load(words).run(process)
    if name == "peerjs":
        if not (PEERS / "node_modules/peer").is_dir():
            return None
        async with peerjs() as process:
            return await Load(PeerJs()).run(process)
    telemed: Words = Telemed()
    async with python(name) as process:
        return await Load(telemed).run(process)


async def run() -> bool:
    found: dict[str, Figures] = {}
    for name, title in NAMES.items():
        started = time.monotonic()
        figures = await measured(name)
        if figures is None:
            print(f"  {title:>16}: not on this machine (`make bench` installs it)", flush=True)
            continue
        found[name] = figures
        print(
            f"  {title:>16}: {figures.per_cpu_second:8,.0f} frames per CPU-second, "
            f"{figures.idle_kb:5.1f} kB per idle socket ({time.monotonic() - started:.0f} s)",
            flush=True,
        )
    mine = found["ours"]
    ratio = mine.per_cpu_second / found["bare"].per_cpu_second
    others = [
        f"{mine.per_cpu_second / found[name].per_cpu_second:.2f} of {NAMES[name]}" for name in found if name != "ours"
    ]
    print(f"  ours is {', '.join(others)} (bar {OF_BARE} of bare)")
    print(f"  to read: {PER_CPU_SECOND:,} frames, {IDLE_KB:.0f} kB")
    return ratio >= OF_BARE and mine.idle_kb <= IDLE_KB


if __name__ == "__main__":
    if sys.argv[1:] in (["ours"], ["bare"]):
        uvloop.run(serve({"ours": ours, "bare": bare}[sys.argv[1]]()))
    else:
        sys.exit(not uvloop.run(run()))
