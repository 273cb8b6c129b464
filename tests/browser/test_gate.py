"""A request by its template: what the gate asks for, a sign that speaks for an emergency, the way round the gate."""

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.browser.test_journey import agree
from tests.browser.walk import User, look
from tests.live import LiveServer

NAME = "Lò Văn Gió Demo"
WHY = "Cân hỏng, mẹ chưa kể hết"


async def test_a_gate_asks_names_what_is_missing_and_an_emergency_goes_round_it(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page
    await to_the_questions(station)
    await expect(page.get_by_text("Chưa được duyệt chuyên môn").first).to_be_visible()
    drink = page.get_by_role("group", name="Bỏ bú hoặc không uống được?")
    await drink.get_by_role("button", name="Không", exact=True).click()
    await expect(page.get_by_text(re.compile("^Dấu hiệu nguy hiểm"))).to_have_count(0)

    await page.get_by_role("button", name="Tiếp: câu hỏi").click()
    await page.get_by_role("button", name="Chưa đo được, đi tiếp").click()
    await page.get_by_role("button", name="Tiếp: câu hỏi").click()
    await page.get_by_label("Cần hỏi bác sĩ chuyên khoa điều gì?").fill("Cháu có cần chuyển ngay trong đêm không?")
    await agree(page)
    lacking = page.get_by_text(re.compile("^Loại ca này còn thiếu: .*Cân nặng"))
    await expect(lacking).to_be_visible()
    send = page.get_by_role("button", name="Gửi và gọi bác sĩ")
    why = page.get_by_label("Vì sao gửi khi còn thiếu?")
    await why.fill("")
    await expect(send).to_be_disabled()
    await why.fill(WHY)
    await expect(send).to_be_enabled()
    await look(station, "request-gate")

    # The child gets worse: the answer speaks for an emergency, and that one is asked for nothing.
    await page.get_by_role("button", name="Quay lại").click()
    await drink.get_by_role("button", name="Có", exact=True).click()
    alert = page.get_by_role("alert").filter(has_text="Bỏ bú hoặc không uống được?")
    await expect(alert).to_be_visible()
    await look(station, "request-flag")
    await alert.get_by_role("button", name="Chuyển sang cấp cứu").click()
    await page.get_by_role("button", name="Gọi cấp cứu ngay").click()
    await page.wait_for_url(re.compile(r"/emergency/[0-9a-f-]{36}"))

    ring = specialist.page.get_by_role("alertdialog")
    await expect(ring).to_be_visible()
    told = ring.get_by_role("region", name="Trạm đã khai khi gửi")
    await expect(told.get_by_text("Dấu hiệu nguy hiểm: Bỏ bú hoặc không uống được?")).to_be_visible()
    await expect(told.get_by_text("Dị ứng: penicilin")).to_be_visible()
    await look(specialist, "ring-gate")
    assert station.faults == specialist.faults == []


async def to_the_questions(station: User) -> None:
    page = station.page
    await page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first.click()
    await page.get_by_text("Trẻ sốt", exact=False).first.click()
    await page.get_by_text("Người bệnh mới").click()
    await page.get_by_label("Họ và tên").fill(NAME)
    await page.get_by_label("Ngày sinh, năm sinh hoặc tuổi").fill("14 tháng")
    await page.get_by_label("Lý do xin hội chẩn, một dòng").fill("Sốt, ho 3 ngày, thở nhanh")
    await page.get_by_text("Khẩn", exact=True).click()
    await page.get_by_role("button", name="Tiếp: khám, sinh hiệu").click()
    await page.get_by_role("button", name="Có", exact=True).last.click()
    await page.get_by_label("Dị ứng với gì, phản ứng thế nào?").fill("penicilin")
