"""One patient's whole way, as three people live it: the station asks, the specialist answers, the manager finds it."""

import re
from io import BytesIO
from pathlib import Path

from playwright.async_api import Browser, Page, Route, expect
from pypdf import PdfReader

from telemed.demo.people import PASSWORD
from tests.browser import walk
from tests.browser.walk import User, look
from tests.eventually import eventually
from tests.live import LiveServer

NAME = "Giàng Thị Sua Demo"
CONCLUSION = {
    "Chẩn đoán": "Viêm phổi nặng (J18.9), đáp ứng kém với kháng sinh uống.",
    "Điều trị": "Ampicillin 430 mg và gentamicin 65 mg tiêm bắp trước khi đi.",
    "Theo dõi": "Đếm nhịp thở, SpO₂ mỗi 15 phút trên đường.",
    "Hội chẩn lại": "Không hẹn trước, gọi lại nếu SpO₂ dưới 90%.",
}


async def test_from_a_request_to_the_consult_log(browser: Browser, server: LiveServer, screenshots: Path) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    await look(station, "station-home")
    await look(specialist, "worklist")

    await request(station)
    await expect(station.page.get_by_text("BS. Trần Sơn Demo").first).to_be_visible()
    agreed = re.compile("^Người đại diện đồng ý, ghi lúc")
    await expect(station.page.get_by_text(agreed)).to_be_visible()
    await look(station, "waiting")
    await expect(specialist.page.get_by_role("alertdialog")).to_be_visible()
    await expect(specialist.page.get_by_role("alertdialog").get_by_text(agreed)).to_be_visible()
    await look(specialist, "ring")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await walk.media_flows(station, specialist)
    await look(station, "call")
    await look(specialist, "call-specialist")

    await conclude(specialist, station)
    await end_call(specialist)
    await sign_as_chair(specialist)
    case = re.findall(r"/consults/([0-9a-f-]{36})", station.page.url)[0]
    await sign_for_the_station(station, server, case)
    await expect(station.page.get_by_text("1/BBHC")).to_be_visible()
    await look(station, "minutes")
    minutes = await pdf_of(station.page, "In biên bản")
    assert NAME.upper() in minutes
    assert "Ampicillin 430 mg" in minutes

    await decide_and_refer(station)
    await station.page.get_by_role("link", name="Mở phiếu chuyển").first.click()
    await station.page.wait_for_url("**/referrals/*")
    await look(station, "referral")
    referral = await pdf_of(station.page, "In phiếu")
    assert NAME.upper() in referral
    assert "PHIẾU CHUYỂN CƠ SỞ" in referral
    assert "1/PCCSKBCB" in referral

    manager = await walk.user(browser, server, screenshots, "quanly.tamduong")
    await find_in_log(manager)
    for someone in (station, specialist, manager):
        assert someone.faults == []


async def request(station: User) -> None:
    """The three steps; the ring starts with the last tap."""
    page = station.page
    await page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first.click()
    await page.get_by_text("Loại khác").click()
    await page.get_by_role("button", name="Đổi chuyên khoa").click()
    await page.get_by_label("Chuyên khoa").select_option("emergency")
    await page.get_by_text("Người bệnh mới").click()
    await page.get_by_label("Họ và tên").fill(NAME)
    await page.get_by_label("Ngày sinh, năm sinh hoặc tuổi").fill("12/09/2025")
    await page.get_by_text("Nữ", exact=True).click()
    await page.get_by_label("Lý do xin hội chẩn, một dòng").fill("Sốt, ho 3 ngày, thở nhanh, rút lõm lồng ngực")
    await page.get_by_text("Khẩn", exact=True).click()
    await look(station, "request-1")
    await page.get_by_role("button", name="Tiếp: khám, sinh hiệu").click()
    await page.get_by_label(re.compile("^Mạch")).fill("130")
    await page.get_by_label(re.compile("^Nhiệt độ")).fill("38,4")
    await page.get_by_label(re.compile("^Nhịp thở")).fill("38")
    await page.get_by_label(re.compile("^SpO")).fill("94")
    await page.get_by_label("Diễn biến").fill("Sốt, ho 3 ngày, thở nhanh từ tối qua. Bú ít.")
    await look(station, "request-2")
    await page.get_by_role("button", name="Tiếp: câu hỏi").click()
    await page.get_by_label("Cần hỏi bác sĩ chuyên khoa điều gì?").fill(
        "Cháu có cần chuyển ngay không, hay tiêm kháng sinh và theo dõi tại trạm được?"
    )
    await agree(page)
    await look(station, "request-3")
    await page.get_by_role("button", name="Gửi và gọi bác sĩ").click()
    await page.wait_for_url("**/waiting")


async def agree(page: Page) -> None:
    """The mother speaks for a small child; each purpose is answered by itself, and nothing was answered before."""
    share = page.get_by_role("group", name="Gửi bệnh án để hội chẩn")
    camera = page.get_by_role("group", name="Dùng camera khi hội chẩn")
    await expect(share).to_be_visible()
    asked = page.locator("fieldset").filter(has_text=re.compile("Ai trả lời|Ghi nhận bằng|Gửi bệnh án|Dùng camera"))
    assert await asked.locator("input:checked").count() == 0, "nothing is ticked for the patient"
    await page.get_by_text("Người đại diện", exact=True).click()
    await page.get_by_label("Họ tên người đại diện").fill("Vàng Thị Chở Demo")
    await page.get_by_label("Quan hệ với người bệnh").fill("mẹ")
    await page.get_by_label("Đại diện theo diện nào?").select_option("statutory")
    await page.get_by_text("Nói trước mặt người ghi").click()
    for purpose in (share, camera):
        await purpose.get_by_text("Đồng ý", exact=True).click()


async def conclude(specialist: User, station: User) -> None:
    """Typed at the hospital, read at the station while it is being typed."""
    for side in (specialist, station):
        await side.page.get_by_role("tab", name="Biên bản").click()
    for label, text in CONCLUSION.items():
        await specialist.page.get_by_label(label, exact=True).fill(text)
    await specialist.page.get_by_text("Chuyển cấp cứu", exact=True).click()
    for label, text in CONCLUSION.items():
        await expect(station.page.get_by_label(label, exact=True)).to_have_value(text)
    await specialist.page.get_by_role("button", name="Xác nhận kết luận").click()
    await specialist.page.locator("dialog[open]").get_by_role("button", name="Xác nhận kết luận").click()


async def end_call(specialist: User) -> None:
    await specialist.page.get_by_role("button", name="Kết thúc ca").click()
    await specialist.page.locator("dialog[open]").get_by_role("button", name="Kết thúc ca").click()
    await specialist.page.wait_for_url("**/minutes")


async def sign_as_chair(specialist: User) -> None:
    await sign(specialist.page, "Ký biên bản")
    await expect(specialist.page.get_by_text("Phần ký của mình đã xong.")).to_be_visible()


async def sign_for_the_station(station: User, server: LiveServer, case: str) -> None:
    await station.page.goto(f"{server.url}/consults/{case}/minutes")
    await sign(station.page, "Ký biên bản")


async def sign(page: Page, button: str) -> None:
    """Read each item back, then one's own password."""
    await page.get_by_role("button", name="Đọc lại và ký").click()
    await expect(page.get_by_role("checkbox").first).to_be_enabled()
    for box in await page.get_by_role("checkbox").all():
        await box.check(force=True)
    await page.get_by_label(re.compile("^Mật khẩu của")).fill(PASSWORD)
    await page.get_by_role("button", name=button).click()


async def decide_and_refer(station: User) -> None:
    page = station.page
    await page.get_by_role("link", name="Tiếp: quyết định của trạm").click()
    await page.wait_for_url("**/decision")
    assert await page.locator("input:checked").count() == 0, "nothing is chosen for the clinician"
    await page.get_by_text("Làm theo", exact=True).click()
    await look(station, "decision")
    await page.get_by_role("button", name="Tiếp: kết quả").click()
    await page.get_by_text("Chuyển cấp cứu", exact=True).click()
    await page.get_by_role("button", name="Tiếp: xem lại").click()
    await page.get_by_role("button", name="Ghi, lập phiếu chuyển").click()
    await page.get_by_label(re.compile("^Tình trạng")).fill("Tỉnh, thở nhanh 38 lần/phút, SpO₂ 94% khi thở oxy.")
    await page.get_by_label(re.compile("^Phương tiện")).fill("Xe của trạm")
    await page.get_by_role("button", name=re.compile("^Ký và gửi")).click()
    asked = page.locator("dialog[open]")
    await asked.get_by_label(re.compile("^Mật khẩu của")).fill(PASSWORD)
    await asked.get_by_role("button", name="Ký và gửi").click()
    await expect(page.get_by_text(re.compile("1/PCCSKBCB")).first).to_be_visible()


async def find_in_log(manager: User) -> None:
    """The consult, the shift that answered and the referral, all from the log."""
    page = manager.page
    await expect(page.get_by_role("heading", name="Sổ hội chẩn")).to_be_visible()
    await expect(page.get_by_text("BL-0001").first).to_be_visible()
    await look(manager, "log")
    assert NAME not in await page.inner_text("body"), "names stay masked in the log"
    await page.get_by_role("link", name=re.compile("BL-0001")).first.click()
    await page.wait_for_url("**/log/*")
    await expect(page.get_by_text(re.compile("nhận ca, chủ tọa")).first).to_be_visible()
    await expect(page.get_by_text(re.compile("1/PCCSKBCB")).first).to_be_visible()
    await expect(page.get_by_text(re.compile(r"lịch trực bản \d+")).first).to_be_visible()
    await look(manager, "timeline")


async def pdf_of(page: Page, button: str) -> str:
    """The text of the paper that the button opens."""
    papers: list[bytes] = []

    async def read(route: Route) -> None:
        answer = await route.fetch()
        papers.append(await answer.body())
        await route.fulfill(response=answer)

    await page.route("**/document", read)
    await page.get_by_role("button", name=button).first.click()
    await eventually(lambda: papers)
    await page.unroute("**/document")
    await page.get_by_role("dialog").get_by_role("button", name="Đóng").click()
    return "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(papers[0])).pages)
