"""An administrator gives another system a key, which reads until it is taken back, and an address that is told."""

from pathlib import Path

import aiohttp
from playwright.async_api import Browser, expect

from tests.browser import walk
from tests.live import LiveServer


async def test_a_key_reads_until_it_is_revoked_and_an_address_takes_a_test(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    admin = await walk.user(browser, server, screenshots, "quantri.tinh")
    page = admin.page
    await page.get_by_role("link", name="Kết nối").click()
    await expect(page.get_by_role("heading", name="Hệ thống khác")).to_be_visible()
    await page.get_by_role("button", name="Cấp khóa mới").click()
    await page.get_by_label("Tên phần mềm").fill("HIS Than Uyên Demo")
    at = await page.get_by_label("Của cơ sở").locator("option", has_text="Tam Đường").first.get_attribute("value")
    await page.get_by_label("Của cơ sở").select_option(at)
    await page.get_by_label("Người bệnh là ai").check()
    await admin.picture("exchange-new-key")
    await walk.accessible(page, "new key")
    await page.get_by_role("button", name="Cấp khóa này").click()
    token = await page.get_by_label("Khóa", exact=True).input_value()
    await admin.picture("exchange-shown-once")
    await page.get_by_role("button", name="Đã cất, đóng lại").click()

    assert await status(server, token) == 200
    await page.reload()
    assert token not in await page.content()

    await page.get_by_role("button", name="Thêm địa chỉ").click()
    await page.get_by_label("Tên phần mềm").fill("HIS Than Uyên Demo")
    await page.get_by_label("Địa chỉ", exact=True).fill("https://10.0.0.5/told")
    await page.get_by_label("Của cơ sở").select_option(index=1)
    await page.get_by_role("button", name="Lưu địa chỉ này").click()
    await expect(page.get_by_text("Địa chỉ phải bắt đầu bằng https")).to_be_visible()
    await page.get_by_label("Địa chỉ", exact=True).fill("https://his.example.vn/told")
    await page.get_by_role("button", name="Lưu địa chỉ này").click()
    await page.get_by_role("button", name="Đã cất, đóng lại").click()
    await page.get_by_role("button", name="Gửi thử").click()
    await expect(page.get_by_text("1 tin gần đây")).to_be_visible()
    await page.get_by_text("1 tin gần đây").click()
    await admin.picture("exchange")
    await walk.accessible(page, "exchange")

    await page.get_by_role("button", name="Đổi khóa ký tin gửi HIS Than Uyên Demo").click()
    await admin.picture("exchange-secret")
    await walk.accessible(page, "another secret")
    await page.get_by_role("dialog").get_by_role("button", name="Đổi khóa ký", exact=True).click()
    await page.get_by_role("button", name="Đã cất, đóng lại").click()
    await expect(page.get_by_text("Khóa ký cũ còn dùng đến")).to_be_visible()
    await page.get_by_role("button", name="Gửi lại").click()  # nobody is at that address
    await expect(page.get_by_text("Đang gửi lại tin này.")).to_be_visible()

    await page.get_by_role("button", name="Thu hồi khóa của HIS Than Uyên Demo").click()
    await page.get_by_role("button", name="Thu hồi ngay").click()
    await expect(page.get_by_text("Đã thu hồi", exact=True)).to_be_visible()

    assert await status(server, token) == 401
    officer = await walk.user(browser, server, screenshots, "kiemsoat.tamduong")
    await officer.page.goto(f"{server.url}/audit?because=key")
    await expect(officer.page.get_by_text("HIS Than Uyên Demo").first).to_be_visible()
    await expect(officer.page.get_by_text("Đọc danh sách ca").first).to_be_visible()
    await officer.picture("audit-by-key")
    assert admin.faults == officer.faults == []


async def status(server: LiveServer, token: str) -> int:
    """What the key is answered."""
    headers = {"Authorization": f"Bearer {token}"}
    async with (
        aiohttp.ClientSession(headers=headers) as client,
        client.get(f"{server.url}/api/exchange/v1/consults") as answer,
    ):
        return answer.status
