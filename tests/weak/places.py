"""Where a real call can be weak: the server and the specialist's Chromium in one namespace, the station's in the other.

Where the machine forbids namespaces, both browsers run here and DevTools makes each page's network weak: rate, delay
and loss only, and for each page by itself. `Place.how` says which of the two it is, and whoever prints figures says so.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from playwright.async_api import Browser

from telemed.infra.server import DatabaseServer
from tests.browser import walk
from tests.browser.chromium import chromium, executable
from tests.browser.walk import User
from tests.live import LiveServer, free_port, live_server
from tests.weak.ends import Link, NoNamespaces, weak_link
from tests.weak.relay import relay_in
from tests.weak.road import Weather
from tests.weak.voice import voice_file

LOOPBACK = "--allow-loopback-in-peer-connection"
STATION, SPECIALIST = "tram.binhlu", "bs.tamduong"
WORKER_READY = "navigator.serviceWorker.ready.then(() => true)"


class CannotHere(Exception):
    """This needs network namespaces."""


class Place(Protocol):
    """A server, two people at their computers, and the weather between them."""

    how: str
    can_move: bool
    """An end may get another address."""
    server: LiveServer
    station: User
    specialist: User

    async def begin(self, seed: int, weather: Weather) -> None:
        """Another run of luck under this weather."""

    async def change(self, **changed: Any) -> None:
        """Some of the weather, from now on.

        Raises:
            CannotHere: this place has no such weather.
        """

    async def move_station(self, address: str) -> None:
        """The station has another address.

        Raises:
            CannotHere: this place has but one.
        """


class Namespaces:
    how = "two network namespaces joined by the link program"
    can_move = True

    def __init__(self, link: Link, server: LiveServer, station: User, specialist: User) -> None:
        self.link, self.server, self.station, self.specialist = link, server, station, specialist

    async def begin(self, seed: int, weather: Weather) -> None:
        await self.link.reseed(seed)
        await self.link.set(weather)

    async def change(self, **changed: Any) -> None:
        await self.link.change(**changed)

    async def move_station(self, address: str) -> None:
        await self.link.move("station", address)


class DevTools:
    how = "DevTools network emulation, because this machine forbids network namespaces: no bursts, no block, no move"
    can_move = False

    def __init__(self, server: LiveServer, station: User, specialist: User) -> None:
        self.server, self.station, self.specialist = server, station, specialist
        self._weather = Weather()

    async def begin(self, seed: int, weather: Weather) -> None:
        del seed  # DevTools has its own luck
        self._weather = Weather()
        await self._apply(weather)

    async def change(self, **changed: Any) -> None:
        await self._apply(replace(self._weather, **changed))

    async def move_station(self, address: str) -> None:
        raise CannotHere(f"{address}: a page's address cannot be changed")

    async def _apply(self, weather: Weather) -> None:
        if weather.udp_blocked or weather.blocked_ports or weather.blocked_payloads or weather.burst > 1:
            raise CannotHere("DevTools blocks nothing and loses no bursts")
        self._weather = weather
        rate = weather.kbps * 1000 / 8 if weather.kbps else -1
        for user in (self.station, self.specialist):
            session = await user.context.new_cdp_session(user.page)
            await session.send("Network.enable")
            await session.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": weather.out,
                    # Measured: each packet waits this long at both pages.
                    "latency": weather.delay_ms / 2,
                    "downloadThroughput": rate,
                    "uploadThroughput": rate,
                    "packetLoss": weather.loss_pct / 2,
                },
            )


async def why_no_namespaces() -> str | None:
    """What the machine says when asked for them; None: it has them."""
    try:
        async with weak_link(0):
            return None
    except (NoNamespaces, OSError) as refusal:
        return str(refusal)


@asynccontextmanager
async def weak_place(database: DatabaseServer, folder: Path, *, with_relay: bool = False) -> AsyncIterator[Place]:
    """Both people signed in, the app kept on their computers, fair weather. On a database of its own."""
    sound = [f"--use-file-for-fake-audio-capture={await asyncio.to_thread(voice_file, folder)}"]
    async with AsyncExitStack() as stack:
        if await why_no_namespaces():
            server = await stack.enter_async_context(live_server(database, folder))
            browser = await stack.enter_async_context(chromium(more=sound))
            yield DevTools(server, *await _people(server, browser, browser, folder))
            return
        link = await stack.enter_async_context(weak_link(0))
        relay = await stack.enter_async_context(relay_in(link, folder)) if with_relay else {}
        server = await stack.enter_async_context(_server_in(link, database, folder, relay))
        station, specialist = [
            await stack.enter_async_context(
                # Nobody vouches for the certificate of a demo that other computers may reach.
                chromium(
                    program=link.program(end, executable(), folder),
                    more=[*sound, "--ignore-certificate-errors"],
                    without=[LOOPBACK],
                )
            )
            for end in ("station", "hospital")
        ]
        yield Namespaces(link, server, *await _people(server, station, specialist, folder))


@asynccontextmanager
async def _server_in(
    link: Link, database: DatabaseServer, folder: Path, env: dict[str, str]
) -> AsyncIterator[LiveServer]:
    def connector() -> aiohttp.TCPConnector:
        def make(info: Any) -> Any:
            return link.socket("hospital", *info[:3])

        return aiohttp.TCPConnector(ssl=False, socket_factory=make)

    server = LiveServer(
        database,
        folder / "data",
        free_port(),
        folder / "server.log",
        {"TELEMED_DEMO_LAN": "1"} | env,
        enter=link.inside("hospital"),
        address=f"https://{link.addresses['hospital']}",
        connector=connector,
    )
    server.data_dir.mkdir()
    await server.start()
    try:
        yield server
    finally:
        if server.process and server.process.returncode is None:
            await server.stop()


async def _people(server: LiveServer, station: Browser, specialist: Browser, folder: Path) -> tuple[User, User]:
    people = await asyncio.gather(
        walk.user(station, server, folder, STATION), walk.user(specialist, server, folder, SPECIALIST)
    )
    for user in people:
        await user.page.evaluate(WORKER_READY)
    return people[0], people[1]
