"""Sharp pictures in a call: asked for, taken, sent under voice, drawn on by both; and a phone as second camera."""

import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, Route, expect

from telemed.infra.server import DatabaseServer
from tests.browser import walk
from tests.browser.chromium import chromium, person
from tests.browser.walk import User
from tests.eventually import eventually
from tests.live import LiveServer, live_server
from tests.turn import coturn

RELAY_ONLY = """
  const Connection = RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(config) { super({ ...config, iceTransportPolicy: "relay" }); }
  };
"""
"""As if each page sat behind a network of its own that lets nothing through but what goes by the relay."""


async def behind_its_network(browser: Browser, **size: int) -> BrowserContext:
    context = await person(browser, **size)
    await context.add_init_script(RELAY_ONLY)
    return context


async def in_call(
    browser: Browser,
    server: LiveServer,
    folder: Path,
    other: Browser | None = None,
    network: Callable[[Browser], Awaitable[BrowserContext]] = person,
) -> tuple[User, User]:
    """The station and the specialist, who see and hear each other; both look at the pictures.

    `other` is the station's: pages of one browser share one camera, and none of them can make it larger.
    """
    far, near = await network(browser), await network(other or browser)
    specialist = await walk.user(browser, server, folder, "bs.tamduong", context=far)
    station = await walk.user(other or browser, server, folder, "tram.binhlu", context=near)
    await walk.ask_for_help(station, "Khó thở dữ dội, tím môi")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await walk.media_flows(station, specialist, frames=5)
    for side in (station, specialist):
        await side.page.get_by_role("tab", name="Ảnh").click()
    return station, specialist


async def draw(page: Page, *way: tuple[float, float]) -> None:
    """One stroke over the open picture, by parts of its width and height."""
    box = await page.locator(".st-ink").bounding_box()
    assert box is not None
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in way]
    await page.mouse.move(*places[0])
    await page.mouse.down()
    for place in places[1:]:
        await page.mouse.move(*place, steps=8)
    await page.mouse.up()


def strokes(page: Page, n: int) -> Any:
    return expect(page.get_by_label(f"{n} nét vẽ trên ảnh"))


async def test_a_sharp_picture_is_asked_for_taken_large_and_drawn_on_by_both_and_goes_on_after_a_reload(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    async with chromium() as other:
        await asked_taken_and_drawn_on(*await in_call(browser, server, screenshots, other))


async def asked_taken_and_drawn_on(station: User, specialist: User) -> None:
    begun = 0

    async def slowly(route: Route) -> None:
        """After its first piece the line takes no more, until the page was reloaded."""
        nonlocal begun
        begun += route.request.method == "PATCH"
        await (route.abort() if begun > 1 else route.continue_())

    await station.context.route("**/api/uploads/*", slowly)
    await specialist.page.get_by_role("button", name="Lồng ngực khi hít vào").click()
    await expect(station.page.get_by_text(re.compile("xin ảnh nét: Lồng ngực khi hít vào"))).to_be_visible()
    await station.picture("still-asked")
    await station.page.get_by_role("button", name="Chụp ngay").first.click()
    await expect(specialist.page.get_by_text(re.compile("Ảnh đang tới"))).to_be_visible()
    await expect(station.page.get_by_text(re.compile("Đang gửi ảnh sau tiếng"))).to_be_visible()
    await station.picture("still-sending")

    await station.context.unroute("**/api/uploads/*")
    await station.page.reload()

    arrived = re.compile("Ảnh đang mở: Lồng ngực khi hít vào")
    await expect(specialist.page.get_by_role("region", name=arrived)).to_be_visible()
    await station.page.get_by_role("tab", name="Ảnh").click()
    card = station.page.locator(".st-card")
    await expect(card).to_have_count(1)
    if not await station.page.get_by_role("region", name=arrived).is_visible():
        await card.click()

    async def large() -> bool:
        return bool(await specialist.page.evaluate("document.querySelector('.st-paper canvas').width > 1280"))

    await eventually(large)  # the video is 640 wide

    await draw(specialist.page, (0.2, 0.2), (0.5, 0.4), (0.6, 0.6))
    await strokes(station.page, 1).to_be_visible()
    await station.page.get_by_role("button", name="Mũi tên").click()
    await draw(station.page, (0.8, 0.8), (0.6, 0.6))
    await strokes(specialist.page, 2).to_be_visible()
    await write_on_it(station, specialist)
    await walk.look(specialist, "still-drawn")
    for _ in range(2):
        await specialist.page.get_by_role("button", name="Xóa nét").click()
    await strokes(station.page, 1).to_be_visible()
    await expect(words(station.page)).to_have_count(1)
    assert station.faults == specialist.faults == []


def words(page: Page) -> Locator:
    return page.get_by_role("list", name="Chữ trên ảnh").get_by_role("listitem")


async def write_on_it(station: User, specialist: User) -> None:
    """One with a mouse where it is pressed, the other with keys alone; each sees both, and whose they are."""
    await station.page.get_by_role("button", name="Ghi chữ").click()
    box = await station.page.locator(".st-ink").bounding_box()
    assert box is not None
    await station.page.mouse.click(box["x"] + 0.25 * box["width"], box["y"] + 0.75 * box["height"])
    await station.page.keyboard.type("Tím rõ hơn sáng nay")
    await station.page.keyboard.press("Enter")
    await expect(words(specialist.page)).to_have_text([re.compile(r"^\S.* ghi: Tím rõ hơn sáng nay$")])
    there = await words(specialist.page).bounding_box()
    paper = await specialist.page.locator(".st-ink").bounding_box()
    assert there is not None
    assert paper is not None
    assert abs((there["x"] - paper["x"]) / paper["width"] - 0.25) < 0.01

    await specialist.page.get_by_role("button", name="Ghi chữ").focus()
    for key in ("Enter", "ArrowUp", "ArrowUp"):
        await specialist.page.keyboard.press(key)
    await expect(specialist.page.get_by_role("textbox", name="Chữ trên ảnh")).to_be_focused()
    await specialist.page.keyboard.type("Ấn chỗ này đau không?")
    await specialist.page.keyboard.press("Enter")
    await expect(words(station.page)).to_have_count(2)
    await station.picture("still-words")


async def test_a_phone_and_a_station_behind_two_networks_meet_by_the_relay(
    browser: Browser, database: DatabaseServer, tmp_path: Path, screenshots: Path
) -> None:
    for part in ("relay", "server"):
        (tmp_path / part).mkdir()
    async with coturn(tmp_path / "relay") as relay, live_server(database, tmp_path / "server", **relay.env) as server:
        station, _ = await in_call(browser, server, screenshots, network=behind_its_network)
        await station.page.get_by_role("button", name="Thêm điện thoại").click()
        digits = (await station.page.locator(".st-digits").inner_text()).replace(" ", "")
        phone = await (await behind_its_network(browser, width=360, height=740)).new_page()
        await phone.goto(server.url + "/phone")
        await phone.get_by_label("Mã 6 số trên màn hình của trạm").fill(digits)
        await phone.get_by_role("button", name="Vào làm máy ảnh").click()
        shown = station.page.get_by_label("Hình từ điện thoại")

        await expect(shown).to_be_visible()
        await eventually(lambda: plays(shown))
        first = await shown.evaluate("video => video.srcObject.id")
        await phone.reload()  # it waits for the relay before it offers anything
        await eventually(lambda: plays(shown, first))
        await phone.context.close()


async def plays(video: Locator, not_this: str = "") -> bool:
    found = "(video, old) => video.videoWidth > 0 && video.currentTime > 0 && video.srcObject.id !== old"
    return bool(await video.evaluate(found, not_this))


async def test_a_phone_is_a_camera_of_this_call_only_and_out_when_it_ends(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    station, specialist = await in_call(browser, server, screenshots)
    await station.page.get_by_role("button", name="Thêm điện thoại").click()
    digits = (await station.page.locator(".st-digits").inner_text()).replace(" ", "")
    await walk.look(station, "phone-code")
    context = await person(browser, width=360, height=740)
    phone = await context.new_page()
    await phone.goto(server.url + "/phone")

    await phone.get_by_label("Mã 6 số trên màn hình của trạm").fill(digits)
    await phone.get_by_role("button", name="Vào làm máy ảnh").click()
    await expect(phone.get_by_role("heading", name=re.compile("Máy ảnh của"))).to_be_visible()

    shown = station.page.get_by_label("Hình từ điện thoại")
    await expect(shown).to_be_visible()

    async def live() -> bool:
        return bool(await shown.evaluate("video => video.videoWidth > 0 && video.currentTime > 0"))

    await eventually(live)
    await station.picture("phone-in")
    await station.page.get_by_role("button", name="Cho bác sĩ xem hình này").click()
    await expect(station.page.get_by_role("button", name="Trả lại máy ảnh của trạm")).to_be_visible()

    await specialist.page.get_by_role("button", name="Họng", exact=True).click()
    await station.page.get_by_role("button", name="Chụp bằng điện thoại: Họng").click()
    await expect(phone.get_by_text("Trạm nhờ chụp: Họng")).to_be_visible()
    await walk.accessible(phone, "phone")
    await phone.screenshot(path=screenshots / "phone-wanted-360.png")
    await phone.get_by_role("button", name="Chụp ảnh").click()
    await expect(specialist.page.get_by_role("region", name="Ảnh đang mở: Họng")).to_be_visible()

    await walk.end(specialist)

    await expect(phone.get_by_text("Điện thoại này không còn là máy ảnh")).to_be_visible()
    again = await phone.request.post(
        server.url + "/api/phone/enter", data={"digits": digits, "token": "x" * 32}, headers={"Origin": server.url}
    )
    assert again.status == 403
    assert station.faults == specialist.faults == []
