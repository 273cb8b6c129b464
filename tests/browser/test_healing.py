"""What may befall one side's computer in the middle of a call; nobody has to touch anything afterwards."""

import asyncio
import json
import re
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, WebSocket, expect
from sqlalchemy import text

from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from tests.browser import walk
from tests.browser.chromium import chromium, person
from tests.browser.own_browser import own_browser
from tests.browser.walk import User
from tests.eventually import eventually
from tests.live import LiveServer, live_server
from tests.turn import coturn, trusting

WRITTEN = "Nhồi máu cơ tim, viết ngay trước khi mất điện"


async def test_a_reload_and_a_killed_browser_lead_back_into_the_call_with_the_microphone_and_the_words_as_they_were(
    browser: Browser, server: LiveServer, screenshots: Path, tmp_path: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    async with own_browser(tmp_path / "profile") as first:
        station = await walk.user(browser, server, screenshots, "tram.binhlu", context=first.context)
        await into_the_call(station, specialist, "Đau ngực, vã mồ hôi")
        for side in (station, specialist):
            await side.page.get_by_role("button", name="Micro", exact=True).click()
        room, seen = station.page.url, await station.stats()

        await specialist.page.reload()
        await is_back(specialist, station, room, seen)
        seen = await specialist.stats()
        await eventually(first.has_written_its_sign_in, within=60, every=0.2)
        await station.page.get_by_role("tab", name="Biên bản").click()
        await first.context.set_offline(True)
        await diagnosis(station).fill(WRITTEN)
        await expect(station.page.get_by_text(re.compile("^Đã lưu trên máy")).first).to_be_visible()
        await moves(station, specialist)  # without the server they talk on
        await asyncio.to_thread(first.kill)

    async with own_browser(tmp_path / "profile") as second:
        again = User(second.context, await second.context.new_page(), screenshots)
        await again.page.goto(room)
        await is_back(again, specialist, room, seen)
        for side in (again, specialist):
            await side.page.get_by_role("tab", name="Biên bản").click()
            await expect(diagnosis(side)).to_have_value(WRITTEN, timeout=20_000)
        assert station.faults == again.faults == specialist.faults == []


def diagnosis(of: User) -> Locator:
    return of.page.get_by_role("textbox", name="Chẩn đoán")


async def is_back(one: User, other: User, room: str, seen: dict[str, Any]) -> None:
    """In the same call, seen and heard by the other, and still silent by the person's own will."""

    async def anew() -> bool:
        """What the other side has `seen` is counted from nothing by a new connection."""
        shown = int((await other.stats()).get("framesDecoded", 0))
        return 0 < shown < int(seen["framesDecoded"])

    await eventually(anew, within=60, every=0.1)
    await walk.media_flows(one, other)
    assert one.page.url == room
    await expect(one.page.get_by_role("button", name="Micro tắt")).to_be_visible()
    await expect(other.page.get_by_text("micro tắt").first).to_be_visible()


async def test_a_laptop_that_slept_is_in_the_same_call_again_with_its_microphone_as_it_was(
    browser: Browser, server: LiveServer, screenshots: Path, tmp_path: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    async with own_browser(tmp_path / "profile") as laptop:
        station = await walk.user(browser, server, screenshots, "tram.binhlu", context=laptop.context)
        await into_the_call(station, specialist, "Sản giật")
        await station.page.get_by_role("button", name="Micro", exact=True).click()
        room = station.page.url
        loaded = await station.page.evaluate("performance.timeOrigin")

        async def missed() -> bool:
            return "line_lost" in await incidents(server)

        with laptop.asleep():
            await eventually(missed, within=90, every=0.5)

        await moves(station, specialist)
        assert station.page.url == room
        assert await station.page.evaluate("performance.timeOrigin") == loaded, "it was loaded anew"
        await expect(station.page.get_by_role("button", name="Micro tắt")).to_be_visible()
        await expect(specialist.page.get_by_text("micro tắt").first).to_be_visible()
        assert station.faults == specialist.faults == []


async def into_the_call(station: User, specialist: User, line: str) -> None:
    """The station asks, the specialist takes it; both see and hear each other."""
    await walk.ask_for_help(station, line)
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await walk.media_flows(station, specialist)


async def moves(*sides: User) -> None:
    """Each side sees and hears more of the other from one look to the next."""
    last: list[tuple[int, int]] = []

    async def more() -> bool:
        nonlocal last
        before, stats = last, [await side.stats() for side in sides]
        last = [(look.get("framesDecoded", 0), look.get("audioPackets", 0)) for look in stats]
        return all(
            seen > saw > 0 and heard > had > 0 for (saw, had), (seen, heard) in zip(before, last, strict=False)
        ) and bool(before)

    await eventually(more, every=0.5)


FIREWALL = """() => {
  // Nothing comes through but what goes by the relay alone: other connections find no address.
  const Native = RTCPeerConnection;
  const through = (config) => config.iceTransportPolicy === "relay"
    ? config : { ...config, iceServers: [], iceTransportPolicy: "relay" };
  window.made = [];
  window.RTCPeerConnection = class extends Native {
    constructor(config) {
      super(through(config));
      window.made.push(this);
    }
    setConfiguration(config) { super.setConfiguration(through(config)); }
  };
}"""
UP_WITHIN_MS = 13_000
"""A connection whose two sides agreed and that is not up by then has failed (web/src/lib/healing.ts)."""


async def test_where_only_the_relays_tls_comes_through_it_is_found_after_two_failures_and_remembered(
    database: DatabaseServer, tmp_path: Path, screenshots: Path
) -> None:
    async with (
        coturn(tmp_path) as relay,
        live_server(database, tmp_path, **relay.env | {"TELEMED_TURN_URLS": relay.tls}) as server,
        chromium(env=await trusting(tmp_path, relay.authority)) as browser,
    ):
        behind = [await behind_the_firewall(browser) for _ in range(2)]
        met = listen(behind[1])
        specialist, station = [
            await walk.user(browser, server, screenshots, name, context=context)
            for name, context in zip(("bs.tamduong", "tram.binhlu"), behind, strict=True)
        ]
        await walk.ask_for_help(station, "Sau tường lửa")
        await walk.accept(specialist)
        await station.page.wait_for_url("**/call")
        for failed in (1, 2):
            for side in (specialist, station):
                await agreed(side.page, failed)
            await specialist.page.clock.fast_forward(UP_WITHIN_MS)
        await walk.media_flows(station, specialist, frames=5)

        assert (await station.stats())["path"] == "relay_tls"
        assert met
        assert not any(met)

        async def told() -> bool:
            return await incidents(server) >= {"rebuilt", "relay_only"}

        await eventually(told, every=0.2)
        await walk.end(specialist)

        await station.page.goto(server.url + "/")
        await walk.ask_for_help(station, "Lần sau")
        await walk.accept(specialist)
        await walk.media_flows(station, specialist, frames=5)
        assert met[-1]
        assert station.faults == specialist.faults == []


async def behind_the_firewall(browser: Browser) -> BrowserContext:
    context = await person(browser)
    await context.clock.install()
    await context.add_init_script(f"({FIREWALL})()")
    return context


def listen(context: BrowserContext) -> list[bool]:
    """Of each `call_ready`, whether it says that lately only the relay came through."""
    heard: list[bool] = []

    def told(frame: str | bytes) -> None:
        said = json.loads(frame)
        if said["type"] == "call_ready":
            heard.append(said["relay_only"])

    def watch(link: WebSocket) -> None:
        link.on("framereceived", told)

    context.on("page", lambda page: page.on("websocket", watch))
    return heard


async def agreed(page: Page, made: int) -> None:
    """Its newest connection, the one of that number, has both descriptions."""
    await page.wait_for_function(
        """(made) => window.made.length === made
          && window.made[made - 1].signalingState === "stable" && window.made[made - 1].remoteDescription !== null""",
        arg=made,
        timeout=20_000,
    )


async def incidents(server: LiveServer) -> set[str]:
    db = Database(server.database.app_url)
    try:
        async with db.transaction(Actor.system("test")) as tx:
            return {row.kind for row in await tx.all(text("select kind from incident"))}
    finally:
        await db.close()
