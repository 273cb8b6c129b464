"""A station tries its line before there is a case: every way to the relay, rates, devices; and it is kept."""

import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from telemed.infra.server import DatabaseServer
from tests.browser import walk
from tests.browser.chromium import chromium
from tests.live import live_server
from tests.turn import coturn, trusting


@pytest.mark.timeout(240)
async def test_a_station_sees_which_ways_are_open_and_what_its_line_carries(
    database: DatabaseServer, tmp_path: Path, screenshots: Path
) -> None:
    async with coturn(tmp_path) as relay, live_server(database, tmp_path, **relay.env) as server:
        async with chromium(env=await trusting(tmp_path, relay.authority)) as browser:
            station = await walk.user(browser, server, screenshots, "tram.binhlu")
            page = station.page
            await page.goto(server.url + "/line")
            if await page.get_by_role("button", name="Bật máy ảnh").count():
                await page.get_by_role("button", name="Bật máy ảnh").click()
            done, put_off = page.get_by_text("Nối thẳng được tới máy chủ"), page.get_by_text("Máy chủ chưa trả lời")
            await page.get_by_role("button", name="Gọi thử").click()
            await expect(done.or_(put_off)).to_be_visible(timeout=60_000)
            if await put_off.count():  # a machine with much else to do; a person would do the same
                await page.get_by_role("button", name="Gọi thử lại").click()
            await expect(done).to_be_visible(timeout=60_000)
            for finding in ("Gọi lúc này: có hình", "Micro nghe rõ", "Máy ảnh có hình"):
                await expect(page.get_by_text(finding).first).to_be_visible()
            await expect(
                page.get_by_text(re.compile(r"thẳng [\d.]+ ms · UDP [\d.]+ ms · TCP [\d.]+ ms · TLS [\d.]+ ms"))
            ).to_be_visible()
            await expect(page.locator("li").filter(has_text="Gọi lúc này: có hình")).to_have_count(1)
            await walk.look(station, "line")
            assert station.faults == []

        async with server.person("tram.binhlu") as nurse:
            (kept,) = (await nurse.ask("GET", f"/api/line-probes?facility_id={nurse.facility}"))["probes"]
        assert {name for name, way in kept["paths"].items() if way["works"]} == set(kept["paths"])
        assert min(kept["up_kbps"], kept["down_kbps"]) > 500
        assert (kept["rung"], kept["microphone"], kept["camera"], kept["kind"]) == ("video", "ok", "ok", "person")
