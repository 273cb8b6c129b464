"""How tests and benchmarks start the system's own Chromium: fake camera, no permission questions, no downloads."""

import shutil
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
BLANK = "/blank-page-of-a-test"
FLAGS = (
    "--no-sandbox",  # as root, and in containers without user namespaces
    "--disable-gpu",
    "--disable-dev-shm-usage",
    # Quiet: no call home, no first-run page.
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Several pages at once: those behind must run as fast as the one in front.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    # Camera and microphone that are always there and always allowed.
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    # Without this one nothing meets on a machine that has no network but loopback.
    "--allow-loopback-in-peer-connection",
    # Plain addresses also for pages that were never given a camera; those with one have them anyway.
    "--disable-features=WebRtcHideLocalIpsWithMdns",
)


def executable() -> str:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise RuntimeError(f"browser tests need one of {', '.join(NAMES)}: run `apt-get install chromium` as root")


@asynccontextmanager
async def chromium(
    *,
    without: Sequence[str] = (),
    more: Sequence[str] = (),
    program: str | None = None,
    env: Mapping[str, str] | None = None,
) -> AsyncIterator[Browser]:
    """One browser. `without` and `more` change its flags, to prove which matter; `program` starts it elsewhere."""
    flags = [flag for flag in FLAGS if flag not in without] + list(more)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=program or executable(), args=flags, env={**env} if env else None
        )
        try:
            yield browser
        finally:
            await browser.close()


async def blank_page(context: BrowserContext, origin: str = "http://localhost") -> Page:
    """An empty page of an origin, answered by the test itself: no server, and yet it may use camera and microphone."""
    page = await context.new_page()
    await page.route(origin + BLANK, lambda route: route.fulfill(content_type="text/html", body="<!doctype html>"))
    await page.goto(origin + BLANK)
    return page


async def person(browser: Browser, *, width: int = 1280, height: int = 800) -> BrowserContext:
    """One user's own browser profile, Vietnamese, with camera and microphone allowed.

    Two pages of one person stand behind each other, and the one behind is shown new pictures only once a second:
    `page.bring_to_front()` before timing a picture.
    """
    return await browser.new_context(
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        viewport={"width": width, "height": height},
        permissions=["camera", "microphone"],
    )
