"""A station finds, registers, corrects, joins and parts its patients, as people do it."""

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.live import LiveServer

CARD = "012161001234||Lò Thị Hòa Demo|05031961|Nữ|Chu Va 6, Sơn Bình, Tam Đường, Lai Châu|10052021"


async def test_one_person_registered_twice_is_found_joined_and_parted(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page

    # The first time by her card, under a hand scanner.
    await page.get_by_role("link", name="Người bệnh").first.click()
    await page.get_by_role("button", name="Quét căn cước").click()
    await page.get_by_label("Máy quét cầm tay").fill(CARD)
    await page.get_by_label("Máy quét cầm tay").press("Enter")
    await expect(page.get_by_label("Họ và tên", exact=True)).to_have_value("Lò Thị Hòa Demo")
    await page.get_by_role("button", name=re.compile("^Nay thuộc xã Bình Lư")).click()
    await page.get_by_label("Bản, thôn, tổ").fill("Chu Va 6")
    await page.get_by_label("Điện thoại", exact=True).fill("12")
    await page.get_by_role("button", name="Lưu").click()
    await expect(page.get_by_role("heading", name="Lò Thị Hòa Demo")).to_be_visible()
    await expect(page.get_by_text("Viết khác mẫu thường gặp")).to_be_visible()
    await walk.look(station, "patient")
    first = page.url

    # Another day, by what she tells.
    await page.get_by_role("link", name="Người bệnh").first.click()
    await page.get_by_role("button", name="Người bệnh mới").click()
    await page.get_by_label("Họ và tên", exact=True).fill("Lò Thị Hoà Demo")
    await page.get_by_label("Ngày sinh hoặc tuổi").fill("1961")
    await page.get_by_label("Bản, thôn, tổ").fill("chu va 6")
    await page.get_by_role("button", name="Lưu").click()

    likely = page.get_by_role("region", name="Có thể trùng hồ sơ")
    await expect(likely.get_by_text("Cùng họ tên")).to_be_visible()
    await expect(likely.get_by_text("Cùng bản")).to_be_visible()
    await walk.look(station, "patient-likely")
    await likely.get_by_role("button", name="Gộp hồ sơ").click()
    dialog = page.locator("dialog[open]")
    await dialog.get_by_text("012161001234").click()
    await dialog.get_by_label("Lý do").fill("Gặp tại trạm, cùng một người")
    await station.picture("patient-merge")
    await dialog.get_by_role("button", name="Gộp hồ sơ").click()

    await expect(page.get_by_text(re.compile("đang xem dưới hồ sơ VD-"))).to_be_visible()
    await page.get_by_role("link", name="Người bệnh").first.click()
    await page.get_by_role("searchbox").fill("hoa lo chu")
    await expect(page.locator(".pt-row")).to_have_count(1)
    await expect(page.get_by_text("Gồm thêm 1 hồ sơ")).to_be_visible()
    await walk.look(station, "patients")
    await page.get_by_role("link", name=re.compile("Lò Thị Hòa Demo")).click()
    assert page.url == first

    await page.get_by_role("button", name="Tách ra").click()
    await page.locator("dialog[open]").get_by_label("Lý do").fill("Hai chị em dâu")
    await page.locator("dialog[open]").get_by_role("button", name="Tách ra").click()
    await expect(page.get_by_text(re.compile("Đã tách: .*Hai chị em dâu"))).to_be_visible()

    # A telephone number put right: what it was stays to be read.
    await page.get_by_role("button", name="Sửa thông tin").click()
    await page.get_by_label("Điện thoại", exact=True).fill("0912345678")
    await page.get_by_label("Vì sao sửa").fill("Hỏi lại")
    await walk.look(station, "patient-edit")
    await page.get_by_role("button", name="Lưu").click()
    await expect(page.get_by_text("Từ “12” thành “0912345678”")).to_be_visible()
    assert station.faults == []
