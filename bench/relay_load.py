"""The load of the relay's benchmark: 500 pages in pairs, each in the words of the server it talks to."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

import aiohttp
from aiohttp import WSMsgType, web

from telemed.kernel.ids import uuid7
from telemed.signaling.frames import SUBPROTOCOL

SOCKETS = 500
SECONDS = 5.0
WARM_UP = 1.0
OPENING = 25
CANDIDATE = {
    "candidate": "candidate:2935843092 1 udp 2122260223 192.0.2.7 51820 typ host generation 0 ufrag Xc7L network-id 1",
    "sdp_mid": "0",
    "sdp_m_line_index": 0,
}
BATCH = [CANDIDATE] * 2
"""What every server relays: the same bytes, each in its own envelope."""

Ws = aiohttp.ClientWebSocketResponse


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


@dataclass
class Page:
    ws: Ws
    number: int
    address: str
    """By what the other page of its pair reaches it."""


class Words(Protocol):
    """How one server is spoken to."""

    async def open(self, http: aiohttp.ClientSession, port: int, number: int) -> Page:
        """Connected and greeted."""
        ...

    def batch(self, page: Page, to: Page) -> str: ...

    def is_batch(self, text: str) -> bool: ...

    async def enter(self, page: Page) -> None:
        """What comes before it may send to its pair."""
        ...

    def receipt(self, text: str, count: int) -> str | None:
        """What the server wants to hear of a batch that came."""
        ...


class Plain:
    """No room to enter, no receipts."""

    async def enter(self, page: Page) -> None: ...

    def receipt(self, text: str, count: int) -> str | None:
        return None


class Telemed:
    """`telemed.v1`; the bare relay understands as much of it as it needs."""

    async def open(self, http: aiohttp.ClientSession, port: int, number: int) -> Page:
        ws = await http.ws_connect(f"ws://127.0.0.1:{port}/ws", protocols=(SUBPROTOCOL,), compress=0)
        await ws.send_json({"type": "hello", "ticket": str(number), "tab": str(uuid7())})
        assert (await ws.receive_json())["type"] == "welcome"
        return Page(ws, number, str(UUID(int=number // 2)))

    async def enter(self, page: Page) -> None:
        await page.ws.send_json({"type": "join", "call": page.address, "generation": page.number})
        while '"call_ready"' not in (await page.ws.receive_str())[:60]:
            pass

    def batch(self, page: Page, to: Page) -> str:
        names = {"call": page.address, "generation": page.number, "to_generation": to.number}
        return json.dumps({"type": "candidates", **names, "candidates": BATCH})

    def is_batch(self, text: str) -> bool:
        return '"peer_candidates"' in text[:60]

    def receipt(self, text: str, count: int) -> str | None:
        number = text[5:].partition(",")[0]
        return f'{{"type":"ack","last":{number}}}' if count % 32 == 0 and number.isdigit() else None


class Spreed(Plain):
    """nextcloud-spreed-signaling: a message to another session. Whoever says hello is somebody to the backend here."""

    backend: str

    async def open(self, http: aiohttp.ClientSession, port: int, number: int) -> Page:
        ws = await http.ws_connect(f"ws://127.0.0.1:{port}/spreed", compress=0)
        who = {"version": "1.0", "auth": {"url": self.backend, "params": {"user": number}}}
        await ws.send_json({"id": "1", "type": "hello", "hello": who})
        while (said := await ws.receive_json())["type"] != "hello":
            assert said["type"] != "error", said
        return Page(ws, number, said["hello"]["sessionid"])

    def batch(self, page: Page, to: Page) -> str:
        message = {"recipient": {"type": "session", "sessionid": to.address}, "data": {"candidates": BATCH}}
        return json.dumps({"type": "message", "message": message})

    def is_batch(self, text: str) -> bool:
        return '"type":"message"' in text


class PeerJs(Plain):
    async def open(self, http: aiohttp.ClientSession, port: int, number: int) -> Page:
        me = f"page-{number}-{uuid7()}"
        url = f"ws://127.0.0.1:{port}/peerjs?key=peerjs&id={me}&token=none&version=1.5.4"
        ws = await http.ws_connect(url, compress=0)
        assert (await ws.receive_json())["type"] == "OPEN"
        return Page(ws, number, me)

    def batch(self, page: Page, to: Page) -> str:
        return json.dumps({"type": "CANDIDATE", "dst": to.address, "payload": {"candidates": BATCH}})

    def is_batch(self, text: str) -> bool:
        return '"CANDIDATE"' in text


@dataclass
class Figures:
    per_cpu_second: float
    idle_kb: float


class Load:
    """Each page sends a batch of candidates back for every one it gets."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self.relayed = 0

    async def run(self, process: Process) -> Figures:
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
            # What the first socket of a process costs is not a socket's; this one is of no pair.
            await self._words.open(http, process.port, SOCKETS)
            before = process.rss_kb()
            pages: list[Page] = []
            for first in range(0, SOCKETS, OPENING):
                opening = range(first, min(first + OPENING, SOCKETS))
                pages += await asyncio.gather(*(self._words.open(http, process.port, n) for n in opening))
            await asyncio.sleep(WARM_UP)
            idle_kb = (process.rss_kb() - before) / SOCKETS
            async with asyncio.timeout(60):
                await asyncio.gather(*map(self._words.enter, pages))
            tasks = [asyncio.create_task(self._talk(page, pages[page.number ^ 1])) for page in pages]
            await asyncio.sleep(WARM_UP)
            relayed, cpu = self.relayed, process.cpu()
            await asyncio.sleep(SECONDS)
            figures = Figures((self.relayed - relayed) / (process.cpu() - cpu), idle_kb)
            for task in tasks:
                task.cancel()
            for ended in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(ended, Exception):
                    raise ended
            return figures

    async def _talk(self, page: Page, to: Page) -> None:
        batch, got = self._words.batch(page, to), 0
        await page.ws.send_str(batch)
        async for message in page.ws:
            if message.type is not WSMsgType.TEXT:
                return
            if self._words.is_batch(message.data):
                self.relayed += 1
                got += 1
                if receipt := self._words.receipt(message.data, got):
                    await page.ws.send_str(receipt)
                await page.ws.send_str(batch)


def backend() -> web.Application:
    """What spreed asks who somebody is: here everybody is somebody."""

    async def capabilities(_: web.Request) -> web.Response:
        features = {"spreed": {"features": ["audio", "video"], "config": {}}}
        return web.json_response(_ocs({"capabilities": features}))

    async def let_in(request: web.Request) -> web.Response:
        asked = await request.json()
        answer = {"version": "1.0", "userid": str(uuid7()), "roomid": asked.get("room", {}).get("roomid", "none")}
        return web.json_response(_ocs({"type": asked["type"], asked["type"]: answer}))

    app = web.Application()
    app.router.add_get("/{path:.*}", capabilities)
    app.router.add_post("/{path:.*}", let_in)
    return app


def _ocs(data: dict[str, object]) -> dict[str, object]:
    return {"ocs": {"meta": {"status": "ok", "statuscode": 200, "message": "OK"}, "data": data}}
