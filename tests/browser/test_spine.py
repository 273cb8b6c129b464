"""The main job in one breath: a station asks, the doctor on duty is rung, both see and hear each other."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.live import LiveServer


async def test_an_emergency_becomes_a_conversation(browser: Browser, server: LiveServer, screenshots: Path) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")

    await walk.ask_for_help(station, "Khó thở dữ dội, tím môi")
    await expect(specialist.page.get_by_role("alertdialog")).to_be_visible()
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")

    await walk.media_flows(station, specialist)
    assert station.faults == specialist.faults == []
