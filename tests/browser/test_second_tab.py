"""A call open in two tabs: the second asks first, “Tiếp tục ở đây” moves picture and voice, and back again."""

from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.browser import walk
from tests.browser.walk import User
from tests.live import LiveServer

FEW = 10
"""Of a new connection: that it flows, not for how long."""
ELSEWHERE = "Ca này đang mở ở máy khác hoặc thẻ khác"


async def test_the_newer_tab_takes_the_call_over_only_when_it_is_told_to(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    await walk.ask_for_help(station, "Mở hai thẻ")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await walk.media_flows(station, specialist, frames=FEW)

    second = User(station.context, await station.context.new_page(), screenshots)
    await second.page.goto(station.page.url)
    await expect(second.page.get_by_text(ELSEWHERE)).to_be_visible()
    await walk.media_flows(station, specialist, frames=FEW)

    await continue_here(second.page)
    await expect(station.page.get_by_text(ELSEWHERE)).to_be_visible()
    await walk.media_flows(second, specialist, frames=FEW)

    await continue_here(station.page)
    await expect(second.page.get_by_text(ELSEWHERE)).to_be_visible()
    await walk.media_flows(station, specialist, frames=FEW)
    assert station.faults == specialist.faults == second.faults == []


async def continue_here(page: Page) -> None:
    await page.get_by_role("button", name="Tiếp tục ở đây").click()
    await expect(page.get_by_text(ELSEWHERE)).to_have_count(0)
