"""Ways in and out as people live them: security keys, codes of an app, the PIN of a shared machine, lock, sign-out."""

import re
from pathlib import Path
from typing import Any

import pyotp
from playwright.async_api import Browser, Page, expect

from telemed.demo.people import PASSWORD
from tests.browser import walk
from tests.browser.chromium import person
from tests.browser.walk import User
from tests.eventually import eventually
from tests.live import LiveServer

PIN = "582913"
TEN_MINUTES_MS = 600_000
LEFT = """async () => {
    const kept = { local: { ...localStorage }, session: { ...sessionStorage }, drafts: [], cached: [] };
    for (const { name } of await indexedDB.databases()) {
        const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (e) => done(e.target.result); });
        for (const store of db.objectStoreNames) {
            const all = db.transaction(store).objectStore(store).getAll();
            kept.drafts.push(...await new Promise((done) => { all.onsuccess = () => done(all.result); }));
        }
        db.close();
    }
    for (const name of await caches.keys())
        for (const request of await (await caches.open(name)).keys()) kept.cached.push(new URL(request.url).pathname);
    return kept;
}"""


async def test_a_security_key_opens_the_account_without_a_password(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page
    await virtual_authenticator(page)
    await own_security(page)
    await page.get_by_role("button", name="Thêm khóa").click()
    await page.get_by_label("Tên để nhận ra khóa").fill("máy bàn phòng khám")
    await page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    await page.get_by_role("button", name="Tiếp tục").click()
    await expect(page.locator(".sec-codes li")).to_have_count(10)
    await walk.accessible(page, "recovery codes")
    await page.get_by_role("button", name="Đã cất").click()
    await expect(page.get_by_text("máy bàn phòng khám")).to_be_visible()
    await look(station, "security")

    await sign_out(page)
    await page.get_by_role("button", name="Dùng khóa bảo mật").click()

    await expect(page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first).to_be_visible()
    assert station.faults == []


async def test_a_new_browser_asks_for_the_code_of_the_app(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page
    await own_security(page)
    await page.get_by_role("button", name="Bật ứng dụng xác thực").click()
    await page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    await page.get_by_role("button", name="Tiếp tục").click()
    secret = (await page.locator(".sec-secret").inner_text()).replace(" ", "")
    assert await page.get_by_alt_text(re.compile("Mã QR")).evaluate("image => image.naturalWidth") > 0
    await walk.accessible(page, "authenticator app")
    app = pyotp.TOTP(secret)
    await page.get_by_label("Mã 6 số ứng dụng đang hiện").fill(app.now())
    await page.get_by_role("button", name="Xác nhận mã").click()
    await expect(page.locator(".sec-codes li")).to_have_count(10)
    codes = await page.locator(".sec-codes li").all_inner_texts()

    new = await (await person(browser)).new_page()
    await fill_sign_in(new, server, "tram.binhlu")
    code = new.get_by_label(re.compile("mã 6 số", re.IGNORECASE))
    await code.fill("000000")
    await new.get_by_role("button", name="Xác nhận").click()
    await expect(new.get_by_role("alert")).to_contain_text("Mã chưa đúng")
    await walk.accessible(new, "second step")
    await code.fill(codes[0])
    await new.get_by_role("button", name="Xác nhận").click()
    await expect(new.get_by_role("link", name=re.compile("^Xin hội chẩn")).first).to_be_visible()

    await page.get_by_role("button", name="Đã cất").click()
    await expect(page.get_by_text(re.compile("Còn 10 mã"))).to_be_visible()
    await page.reload()
    await expect(page.get_by_text(re.compile("Còn 9 mã"))).to_be_visible()
    assert station.faults == []


async def test_a_shared_machine_locks_itself_and_opens_to_the_pin(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    context = await person(browser)
    await context.clock.install()
    page = await context.new_page()
    station = User(context, page, screenshots)
    await fill_sign_in(page, server, "tram.binhlu", shared=True)
    await set_pin(page, PIN)
    await page.get_by_role("link", name="Hôm nay").first.click()

    await context.clock.run_for(TEN_MINUTES_MS - 60_000)
    await expect(page.get_by_role("dialog", name="Máy đã khóa")).to_have_count(0)
    await context.clock.run_for(90_000)

    locked = page.get_by_role("dialog", name="Máy đã khóa")
    await expect(locked).to_be_visible()
    await expect(page.get_by_text("Khóa sau 10 phút không dùng", exact=False)).to_be_visible()
    await expect(page.locator("#main")).to_have_count(0)
    await look(station, "locked")
    await page.reload()
    await expect(locked).to_be_visible()

    await page.keyboard.type("111112")
    await expect(page.get_by_text(re.compile("Còn 4 lần"))).to_be_visible()
    await page.keyboard.type(PIN)
    await expect(locked).to_have_count(0)
    await expect(page.locator("#main")).to_be_visible()
    assert station.faults == []


async def test_two_people_change_places_at_one_machine(browser: Browser, server: LiveServer, screenshots: Path) -> None:
    context = await person(browser)
    page = await context.new_page()
    station = User(context, page, screenshots)
    await fill_sign_in(page, server, "tram.binhlu", shared=True)
    await set_pin(page, PIN)
    await page.keyboard.press("Alt+u")
    await page.get_by_role("button", name="Người khác").first.click()
    await fill_form(page, "tram.thanuyen", shared=True)
    await expect(page.locator(".me")).to_contain_text("BS. Hà Thơm Demo")

    await page.keyboard.press("Alt+u")
    await expect(page.get_by_role("heading", name="Ai đang dùng máy này?")).to_be_visible()
    await look(station, "switch")
    await page.get_by_role("button", name=re.compile("BS. Lò Mai Demo")).first.click()
    await page.keyboard.type(PIN)

    await expect(page.locator(".me")).to_contain_text("BS. Lò Mai Demo")
    async with context.expect_page() as opened:
        await page.evaluate("window.open('/', '_blank', 'noopener')")
    second = await opened.value
    await expect(second.locator(".me")).to_contain_text("BS. Lò Mai Demo")
    await lock(page)
    await expect(second.get_by_role("dialog", name="Máy đã khóa")).to_be_visible()
    await second.keyboard.type(PIN)
    await expect(page.get_by_role("dialog", name="Máy đã khóa")).to_have_count(0)
    assert station.faults == []


async def test_signing_out_leaves_nothing_in_the_browser(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page
    await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    await page.get_by_role("link", name=re.compile("Cấp cứu")).first.click()
    await page.get_by_label("Một dòng cho bác sĩ").fill("Giàng Thị Sua Demo, khó thở")
    await page.get_by_label("Một dòng cho bác sĩ").blur()

    async def saved() -> bool:
        return "Giàng Thị Sua Demo" in str(await drafts(page))

    await eventually(saved)

    await sign_out(page)
    await page.wait_for_function("async () => !(await indexedDB.databases()).some(({ name }) => name === 'telemed')")

    left = await page.evaluate(LEFT)
    assert left["drafts"] == []
    assert set(left["local"]) <= {"telemed.language", "telemed.shared", "telemed.phones"}
    assert set(left["session"]) <= {"telemed.tab"}
    assert [path for path in left["cached"] if path.startswith(("/api", "/ws"))] == []
    assert "Demo" not in str({**left, "cached": []})
    assert station.faults == []


async def test_an_emergency_rings_from_a_locked_screen_and_its_voice_outlives_a_lock(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = station.page
    await lock(page)
    await page.get_by_role("button", name="Cấp cứu").click()
    await page.get_by_text("Khó thở, tím tái").click()
    await page.get_by_role("button", name="Gọi cấp cứu ngay").click()
    await expect(page.get_by_text(re.compile("Đang gọi bệnh viện"))).to_be_visible()
    await look(station, "locked-emergency")

    await expect(specialist.page.get_by_role("alertdialog")).to_be_visible()
    await lock(specialist.page)
    await look(specialist, "locked-ring")
    await specialist.page.get_by_role("button", name="Nhận", exact=True).click()
    await expect(specialist.page.get_by_text("Đã nhận ca")).to_be_visible()
    await unlock(specialist.page)
    await specialist.page.wait_for_url(re.compile("/call$"))

    await expect(page.get_by_text("Bác sĩ đã nhận ca")).to_be_visible()
    await page.get_by_role("button", name="Mở khóa để vào ca").click()
    await unlock(page)
    await page.wait_for_url(re.compile("/call$"))
    await walk.media_flows(station, specialist)

    await lock(page)
    await expect(page.get_by_text("Cuộc gọi vẫn nối")).to_be_visible()
    await expect(page.locator(".callhead")).to_be_hidden()
    before = (await specialist.stats())["framesDecoded"]
    await look(station, "locked-call")
    await walk.media_flows(station, specialist, frames=before + 20)
    await unlock(page)
    await expect(page.locator(".callhead")).to_be_visible()
    assert station.faults == specialist.faults == []


async def look(user: User, name: str) -> None:
    await expect(user.page.locator(".skel, [aria-busy=true]")).to_have_count(0)
    await user.picture(name)
    await walk.accessible(user.page, name)


async def drafts(page: Page) -> list[Any]:
    found: list[Any] = (await page.evaluate(LEFT))["drafts"]
    return found


async def virtual_authenticator(page: Page) -> None:
    """A platform's own, whose owner always agrees."""
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


async def fill_sign_in(page: Page, server: LiveServer, username: str, *, shared: bool = False) -> None:
    await page.goto(server.url + "/")
    await fill_form(page, username, shared=shared)


async def fill_form(page: Page, username: str, *, shared: bool = False) -> None:
    await page.get_by_label("Tên đăng nhập").fill(username)
    await page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    await page.get_by_label(re.compile("Máy dùng chung")).set_checked(shared)
    await page.get_by_role("button", name="Đăng nhập", exact=True).click()


async def own_security(page: Page) -> None:
    await page.locator(".me").click()
    await page.get_by_role("button", name="Bảo mật tài khoản").click()
    await expect(page.get_by_role("heading", name="Thiết bị")).to_be_visible()


async def set_pin(page: Page, pin: str) -> None:
    await own_security(page)
    await page.get_by_role("button", name="Đặt PIN").click()
    await page.get_by_label("PIN mới, 6 số").fill(pin)
    await page.get_by_label("Mật khẩu đang dùng").fill(PASSWORD)
    await page.get_by_role("button", name="Lưu PIN").click()
    await expect(page.get_by_role("button", name="Đổi PIN")).to_be_visible()


async def lock(page: Page) -> None:
    await expect(page.locator(".me, .callhead").first).to_be_visible()
    await page.keyboard.press("Alt+l")
    await expect(page.get_by_role("dialog", name="Máy đã khóa")).to_be_visible()


async def unlock(page: Page) -> None:
    locked = page.get_by_role("dialog", name="Máy đã khóa")
    await locked.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    await locked.get_by_role("button", name="Mở khóa", exact=True).click()
    await expect(locked).to_have_count(0)


async def sign_out(page: Page) -> None:
    await page.locator(".me").click()
    await page.locator(".account").get_by_role("button", name=re.compile("^Đăng xuất")).click()
    await expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
