"""One person alone at one computer: the robot is switched on, answers the station's browser, and concludes."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.eventually import eventually
from tests.live import LiveServer
from tests.rtc.station import switch_robot


@pytest.mark.timeout(180)
async def test_a_station_alone_is_answered_seen_heard_and_advised(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    assert await switch_robot(server, True) == (200, {"on": True})
    station = await walk.user(browser, server, screenshots, "tram.binhlu")

    consult = await walk.ask_for_help(station, "Khó thở dữ dội, tím môi", name="Giàng Thị Sua Demo")
    await station.page.wait_for_url("**/call", timeout=30_000)
    await walk.media_flows(station, frames=40)
    await station.picture("robot-call")

    async with server.person("tram.binhlu") as doctor:

        async def concluded() -> bool:
            found = await doctor.ask("GET", f"/api/consults/{consult}")
            return bool(found["summary"]["state"] == "concluded")

        await eventually(concluded, within=90, every=0.5)
        minutes = await doctor.ask("GET", f"/api/consults/{consult}/minutes")
    assert "robot (trình diễn)" in minutes["fields"]["diagnosis"]["text"]
    await station.page.get_by_role("tab", name="Biên bản").click()
    await expect(station.page.get_by_text(re.compile("trình diễn")).first).to_be_visible()
    await walk.media_flows(station, frames=60)
    assert station.faults == []
