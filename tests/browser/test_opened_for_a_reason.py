"""Break-glass as people live it: opened with a reason, a banner over every screen, on the officer's list, explained."""

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.live import LiveServer

REASON = "Trẻ co giật, khoa Nhi không bắt máy"


async def test_a_case_opened_in_an_emergency_stands_on_the_privacy_officers_list(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    async with server.person("tram.binhlu") as asker:
        station = await walk.user(browser, server, screenshots, "tram.binhlu")
        await walk.ask_for_help(station, "Khó thở hai giờ")
        code = (await asker.ask("GET", "/api/consults"))["consults"][0]["code"]
    stranger = await walk.user(browser, server, screenshots, "bs.thanuyen")
    page = stranger.page

    await page.goto(server.url + "/open-case")
    await page.get_by_label("Mã ca").fill(code)
    await page.get_by_label("Lý do").fill("ngắn")
    await page.get_by_role("button", name="Mở ca này").click()
    await expect(page.get_by_text("Ghi lý do dài ít nhất 10 chữ cái.")).to_be_visible()
    await page.get_by_label("Lý do").fill(REASON)
    await page.get_by_role("button", name="Mở ca này").click()

    await page.wait_for_url(re.compile("/opened/"))
    banner = page.get_by_text(f"Đang mở ca {code} theo lý do")
    await expect(banner).to_be_visible()
    await expect(page.get_by_text("Khó thở hai giờ").first).to_be_visible()
    await walk.accessible(page, "opened case")
    await stranger.picture("opened-case")

    officer = await walk.user(browser, server, screenshots, "kiemsoat.tamduong")
    await officer.page.goto(server.url + "/access-review")
    review = officer.page.locator("main")
    await expect(review.get_by_text(REASON)).to_be_visible()
    await walk.accessible(officer.page, "reviews")
    await officer.picture("access-reviews")
    await officer.page.get_by_role("button", name="Yêu cầu giải trình").first.click()
    dialog = officer.page.locator("dialog[open]")
    await dialog.get_by_label("Câu hỏi gửi người mở").fill("Ai đã báo cho anh biết ca này?")
    await dialog.get_by_role("button", name="Gửi câu hỏi").click()
    await expect(officer.page.get_by_text(re.compile("^Chờ trả lời"))).to_be_visible()

    await page.reload()
    await expect(page.get_by_text(re.compile(f"Kiểm soát hỏi về lượt mở ca {code}"))).to_be_visible()
    await page.get_by_role("button", name=f"Kết thúc xem ca {code}").click()
    await expect(banner).to_have_count(0)
    assert stranger.faults == officer.faults == []
