"""Two people write one record, one of them without a line for a while: nothing is lost, and all sign the same words."""

import re
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from telemed.demo.people import PASSWORD
from tests.browser import walk
from tests.browser.test_journey import end_call, sign
from tests.browser.test_security import own_security, virtual_authenticator
from tests.browser.walk import User
from tests.live import LiveServer

OURS, THEIRS = "Oxy 1 lít, giữ ấm", "Ampicillin 430 mg tiêm bắp"
REST = {"Chẩn đoán": "Viêm phổi nặng (J18.9)", "Theo dõi": "SpO₂ mỗi 15 phút", "Hội chẩn lại": "Không hẹn"}
SHOWN = re.compile("Chữ ký gắn với đúng bản đang hiện, mã ([0-9a-f]{12})")


async def test_one_end_writes_without_a_line_and_both_sign_the_same_words(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    await add_passkey(station.page)
    await station.page.goto(server.url + "/")
    await walk.ask_for_help(station, "Bé khó thở, tím tái")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    case = re.findall(r"/consults/([0-9a-f-]{36})", station.page.url)[0]
    for side in (specialist, station):
        await side.page.get_by_role("tab", name="Biên bản").click()
        await expect(side.page.get_by_label("Điều trị", exact=True)).to_be_visible(timeout=30_000)

    await station.context.set_offline(True)
    treatment, summary = "Điều trị", "Tóm tắt bệnh án"
    await station.page.get_by_label(treatment, exact=True).fill(OURS)
    await station.page.get_by_label(summary, exact=True).fill("Trạm ghi khi mất mạng")
    await specialist.page.get_by_label(treatment, exact=True).fill(THEIRS)
    for label, text in REST.items():
        await specialist.page.get_by_label(label, exact=True).fill(text)
    await specialist.page.get_by_text("Chuyển cấp cứu", exact=True).click()
    await specialist.page.get_by_label(re.compile("^Ý kiến của")).fill("Nên chuyển ngay")
    await specialist.page.get_by_role("button", name="Ghi ý kiến").click()
    await expect(specialist.page.get_by_text("BS. Trần Sơn Demo").first).to_be_visible()
    await expect(specialist.page.get_by_text("Đã lưu ở cả hai bên")).to_be_visible(timeout=30_000)
    await station.context.set_offline(False)

    split = station.page.get_by_text("Mục này có hai bản")
    await expect(split).to_be_visible(timeout=30_000)
    await station.page.get_by_role("button", name="Giữ cả hai, sửa lại").click()
    both = f"{THEIRS}\n{OURS}"
    await expect(specialist.page.get_by_label(treatment, exact=True)).to_have_value(both, timeout=30_000)
    await expect(specialist.page.get_by_label(summary, exact=True)).to_have_value("Trạm ghi khi mất mạng")
    said = station.page.locator(".says").filter(has_text="Nên chuyển ngay")
    await expect(said).to_contain_text("BS. Trần Sơn Demo")

    await specialist.page.get_by_role("button", name="Xác nhận kết luận").click()
    await specialist.page.locator("dialog[open]").get_by_role("button", name="Xác nhận kết luận").click()
    await end_call(specialist)
    await station.page.goto(f"{server.url}/consults/{case}/minutes")
    hashes = [await shown_hash(side.page) for side in (specialist, station)]
    assert hashes[0] == hashes[1]
    await walk.look(station, "minutes-read-back")
    await sign_again(specialist.page)
    await expect(specialist.page.get_by_text("Phần ký của mình đã xong.")).to_be_visible()
    await sign_by_passkey(station.page)

    await expect(station.page.get_by_text("1/BBHC")).to_be_visible()
    await expect(station.page.get_by_text(re.compile("bằng khóa bảo mật")).first).to_be_visible()
    await expect(station.page.get_by_text(re.compile(f"Mã kiểm tra {hashes[0]}")).first).to_be_visible()
    await corrected(station, specialist)
    await given_up(station, specialist)
    await printed(station, server)
    for someone in (station, specialist):
        assert someone.faults == []


async def add_passkey(page: Page) -> None:
    await virtual_authenticator(page)
    await own_security(page)
    await page.get_by_role("button", name="Thêm khóa").click()
    await page.get_by_label("Tên để nhận ra khóa").fill("máy bàn")
    await page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    await page.get_by_role("button", name="Tiếp tục").click()
    await page.get_by_role("button", name="Đã cất").click()
    await expect(page.get_by_text("máy bàn")).to_be_visible()


async def shown_hash(page: Page) -> str:
    await page.get_by_role("button", name="Đọc lại và ký").click()
    found = SHOWN.search(await page.get_by_text(SHOWN).inner_text())
    assert found
    return found[1]


async def sign_again(page: Page) -> None:
    await page.reload()
    await sign(page, "Ký biên bản")


async def sign_by_passkey(page: Page) -> None:
    """The station reads each item back, then its own key shows who signs."""
    await expect(page.get_by_role("checkbox").first).to_be_enabled()
    for box in await page.get_by_role("checkbox").all():
        await box.check(force=True)
    await expect(page.get_by_text(re.compile("đọc lại")).last).to_be_visible()
    await page.get_by_role("button", name="Ký bằng khóa bảo mật").click()


async def corrected(station: User, specialist: User) -> None:
    """What is signed stays; a further edition shows in what it differs."""
    page = specialist.page
    await page.reload()
    await page.get_by_role("button", name="Sửa biên bản đã ký").click()
    await page.get_by_label("Lý do sửa").fill("Ghi nhầm liều")
    await page.get_by_role("button", name="Mở bản sửa").click()
    await expect(page.get_by_text(re.compile("Bản sửa lần 2: Ghi nhầm liều"))).to_be_visible()
    await page.get_by_label("Theo dõi", exact=True).fill("SpO₂ mỗi 5 phút")
    await page.get_by_label("Theo dõi", exact=True).blur()
    await expect(station.page.get_by_label("Theo dõi", exact=True)).to_have_value("SpO₂ mỗi 5 phút")
    await station.page.get_by_role("button", name="So với bản này").click()
    compared = station.page.locator("dialog[open]")
    await expect(compared.locator("del")).to_have_text("15")
    await expect(compared.locator("ins")).to_have_text("5")
    await walk.look(station, "minutes-editions")
    await compared.get_by_role("button", name="Đóng").click()


async def given_up(station: User, specialist: User) -> None:
    """Begun by mistake: both ends are back at what was signed."""
    await specialist.page.get_by_role("button", name="Bỏ bản sửa này").click()
    await walk.look(specialist, "minutes-discard")
    await specialist.page.locator("dialog[open]").get_by_role("button", name="Bỏ bản sửa").click()
    for page in (specialist.page, station.page):
        await expect(page.get_by_text("SpO₂ mỗi 15 phút")).to_be_visible()
        await expect(page.get_by_text(re.compile("^Biên bản đã khóa"))).to_be_visible()
        await expect(page.get_by_text("đã bỏ", exact=True)).to_be_visible()


async def printed(station: User, server: LiveServer) -> None:
    """A copy for paper has a code, and whoever holds the paper learns by it whether it stands."""
    page = station.page
    await page.get_by_role("button", name="In biên bản").first.click()
    dialog = page.locator("dialog[open]")
    await expect(dialog.get_by_text(re.compile("^Tệp gốc đã ký"))).to_be_visible()
    await dialog.get_by_role("button", name="Lập bản giấy để in").click()
    told = dialog.get_by_text(re.compile("mã tra cứu [0-9A-Z]"))
    await expect(told).to_be_visible()
    code = re.findall("mã tra cứu ([0-9A-Z-]+)", await told.inner_text())[0]
    await walk.look(station, "paper-copy")
    await page.goto(f"{server.url}/paper/{code}")
    await expect(page.get_by_text("Giấy tờ này đang có giá trị")).to_be_visible()
    await expect(page.get_by_text("1/BBHC-BTD")).to_be_visible()
    await walk.look(station, "paper-looked-up")
