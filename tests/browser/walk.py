"""Steps that several journeys take, said as a user would say them."""

import re
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Page, expect

from telemed.demo.people import PASSWORD
from tests.browser.chromium import person
from tests.eventually import eventually
from tests.live import LiveServer

PHONE = (360, 740)


class User:
    """One person at one browser, and every error its page made."""

    def __init__(self, context: BrowserContext, page: Page, folder: Path) -> None:
        self.context, self.page, self._folder = context, page, folder
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    async def picture(self, name: str) -> None:
        """The screen as it is, wide and on a phone."""
        wide = self.page.viewport_size
        await self.page.screenshot(path=self._folder / f"{name}-1280.png", full_page=True)
        await self.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
        await self.page.screenshot(path=self._folder / f"{name}-360.png", full_page=True)
        overflow = await self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, f"{name} scrolls sideways at 360 px by {overflow} px"
        if wide:
            await self.page.set_viewport_size(wide)

    async def stats(self) -> dict[str, Any]:
        """What this side's call has received, from `getStats`; zeros before it is connected."""
        found = await self.page.evaluate("window.telemedStats ? window.telemedStats() : null")
        return found or {}


async def user(
    browser: Browser, server: LiveServer, folder: Path, username: str, *, context: BrowserContext | None = None
) -> User:
    """Signed in by hand, at the page of their role; in a profile of their own unless one is given."""
    context = context or await person(browser)
    page = await context.new_page()
    found = User(context, page, folder)
    await page.goto(server.url + "/")
    await page.get_by_label("Tên đăng nhập").fill(username)
    await page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Đăng nhập", exact=True).click()
    await expect(page.get_by_label("Tên đăng nhập", exact=True)).to_have_count(0)
    return found


async def ask_for_help(station: User, line: str, name: str = "") -> str:
    """The emergency form, in as few taps as it takes; the consult's id."""
    page = station.page
    await page.get_by_role("link", name=re.compile("Cấp cứu")).first.click()
    await page.get_by_text("Khó thở, tím tái").click()
    await page.get_by_label("Một dòng cho bác sĩ").fill(line)
    if name:
        await page.get_by_label(re.compile("^Tên")).fill(name)
    await page.get_by_role("button", name="Gọi cấp cứu ngay").click()
    await page.wait_for_url(re.compile(r"/emergency/[0-9a-f-]{36}"))
    return page.url.rsplit("/", 1)[1]


async def accept(specialist: User) -> None:
    """From the ring sheet; the room opens."""
    await specialist.page.get_by_role("alertdialog").get_by_role("button", name=re.compile("^Nhận ca")).click()
    await specialist.page.wait_for_url(re.compile("/call$"))


async def end(user: User) -> None:
    """“Kết thúc ca”, said twice."""
    await user.page.get_by_role("button", name="Kết thúc ca").click()
    await user.page.locator("dialog[open]").get_by_role("button", name="Kết thúc ca").click()
    await user.page.wait_for_url(re.compile(r"(/minutes|/worklist|:[0-9]+/)$"))


async def media_flows(*sides: User, frames: int = 60, within: float = 30) -> None:
    """Each side has decoded more than `frames` pictures of the other's camera and received sound."""

    async def flowing() -> bool:
        looks = [await side.stats() for side in sides]
        return all(look.get("framesDecoded", 0) > frames and look.get("audioPackets", 0) > frames for look in looks)

    await eventually(flowing, within=within)


async def look(user: User, name: str) -> None:
    """What a person sees once all of it is there: pictured at both widths, and accessible."""
    await expect(user.page.locator(".skel, .skeleton, [aria-busy=true]")).to_have_count(0)
    await user.picture(name)
    await accessible(user.page, name)


AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"


async def accessible(page: Page, where: str) -> None:
    """axe finds nothing against WCAG 2.1 A and AA, contrast included."""
    await page.evaluate(AXE.read_text())
    found = await page.evaluate(
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
        ".then((r) => r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`))"
    )
    assert found == [], f"{where}: {found}"
