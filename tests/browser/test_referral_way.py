"""A patient goes from the station to the hospital and word comes back: two people, two browsers, one referral."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from telemed.demo.people import PASSWORD
from telemed.kernel.ids import uuid7
from tests.browser import walk
from tests.browser.walk import look
from tests.live import LiveServer

NAME = "Giàng Thị Sua Demo"


@pytest.mark.timeout(300)
async def test_a_patient_goes_to_the_hospital_and_word_comes_back(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    case = await walk.ask_for_help(station, "Khó thở, tím tái", NAME)
    await walk.accept(specialist)
    referral = await drafted(server, case)

    # The hospital looks at its board; the station signs and sends.
    board = specialist.page  # nobody talks any more: both pages have left the room
    await board.goto(f"{server.url}/arrivals")
    await expect(board.get_by_text("Không có ai đang chuyển đến")).to_be_visible()
    page = station.page
    await page.goto(f"{server.url}/referrals/{referral}")
    await page.get_by_role("button", name=re.compile("^Ký và gửi")).click()
    await page.get_by_label(re.compile("^Mật khẩu của")).fill(PASSWORD)
    await page.locator("dialog[open]").get_by_role("button", name="Ký và gửi").click()
    await expect(page.get_by_text("chịu trách nhiệm cho tới khi")).to_be_visible()

    # Live, without a touch.
    await expect(board.locator(f"[data-referral='{referral}']")).to_be_visible()
    await board.get_by_role("button", name="Nhận người bệnh").click()
    await board.get_by_label(re.compile("^Dặn trạm")).fill("Vào thẳng khoa Cấp cứu")
    await board.locator("dialog[open]").get_by_role("button", name="Nhận người bệnh").click()
    await expect(page.get_by_text("Vào thẳng khoa Cấp cứu")).to_be_visible()

    await page.get_by_role("button", name="Người bệnh rời trạm").click()
    await page.get_by_text("Đi được, cần theo dõi sát").click()
    await page.get_by_label("SpO₂, %").fill("94")
    await page.get_by_label(re.compile("^Thời gian đi")).fill("90")
    await look(station, "referral-depart")
    await page.get_by_role("button", name="Xác nhận đã đi").click()
    await expect(board.get_by_text(re.compile("đi được"))).to_be_visible()
    await look(specialist, "arrivals")

    await board.get_by_role("button", name="Đã đến", exact=True).click()
    await board.locator("dialog[open]").get_by_role("button", name="Đã đến").click()
    await expect(page.get_by_text("đã nhận người bệnh và chịu trách nhiệm")).to_be_visible()
    await board.get_by_role("button", name="Gửi phản hồi").click()
    await board.get_by_label(re.compile("^Đã làm gì")).fill("Thở oxy, kháng sinh tĩnh mạch")
    await board.get_by_text("Điều trị xong, cho về").click()
    await board.locator("dialog[open]").get_by_role("button", name="Gửi phản hồi").click()

    await expect(page.get_by_text("Thở oxy, kháng sinh tĩnh mạch")).to_be_visible()
    await look(station, "referral-closed")
    await page.goto(f"{server.url}/debts")
    await expect(page.get_by_role("heading", name="Việc còn nợ")).to_be_visible()
    await look(station, "debts")
    await page.goto(f"{server.url}/follow-ups")
    await expect(page.get_by_role("heading", name="Hẹn khám lại")).to_be_visible()
    await look(station, "follow-ups")
    for someone in (station, specialist):
        assert someone.faults == []


async def drafted(server: LiveServer, case: str) -> str:
    """An emergency's referral with its lines filled; its id."""
    async with server.person("tram.binhlu") as doctor:
        known = await doctor.ask("GET", f"/api/consults/{case}")
        referral = str(uuid7())
        new = {"consult_id": case, "to_facility_id": known["summary"]["hospital"]["id"], "kind": "emergency_transfer"}
        made = await doctor.ask("PUT", f"/api/referrals/{referral}", new)
        lines = {"to_facility_id": made["to_facility_id"], "diagnosis": "Suy hô hấp", "icd_code": "J96.0"}
        lines |= {"condition_at_transfer": "Tỉnh, thở oxy", "transport": "Xe cứu thương"}
        change = {"seen_version": made["version"], "fields": lines}
        await doctor.ask("POST", f"/api/referrals/{referral}/changes/{uuid7()}", change)
        return referral
