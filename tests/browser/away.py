"""A station's computer that loses its link: what its browser keeps, and the steps several journeys take."""

import re
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, FilePayload, Page, expect

from telemed.demo.people import PASSWORD
from tests.browser.chromium import FLAGS, executable, person
from tests.browser.test_journey import agree
from tests.eventually import eventually
from tests.live import LiveServer

NAME = "Lù A Chua Demo"
HISTORY = "Sốt, ho 3 ngày, thở nhanh từ tối qua. Bú ít."
SLOW = 40_000
"""Of a line that has to fail first, or to come back."""
AT_ONCE = """{
  const later = window.setTimeout;
  const late = new Set([2000, 3000, 4000]);
  window.setTimeout = (work, ms, ...more) => later(work, late.has(ms) ? 50 : ms, ...more);
}"""
"""What a page puts off for the sake of a thin line, and between two tries, it does soon."""


@asynccontextmanager
async def machine(browser: Browser, profile: Path, *, offline: bool = False) -> AsyncIterator[BrowserContext]:
    """A computer with a browser of its own: what that keeps survives its end."""
    context = await browser.browser_type.launch_persistent_context(
        profile,
        executable_path=executable(),
        args=list(FLAGS),
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
        viewport={"width": 1280, "height": 800},
        offline=offline,
    )
    await context.add_init_script(AT_ONCE)
    try:
        yield context
    finally:
        await context.close()


async def station(browser: Browser) -> BrowserContext:
    """A computer whose browser lives as long as the test."""
    context = await person(browser)
    await context.add_init_script(AT_ONCE)
    return context


async def sign_in(page: Page, server: LiveServer, username: str = "tram.binhlu") -> None:
    await page.goto(server.url + "/")
    await page.get_by_label("Tên đăng nhập").fill(username)
    await page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Đăng nhập", exact=True).click()
    await expect(page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first).to_be_visible(timeout=SLOW)


async def ready_for_the_road(page: Page) -> None:
    """The program is on this machine, and so is what a request needs."""
    await page.evaluate("navigator.serviceWorker.ready.then(() => null)")

    async def kept() -> bool:
        keys = await rows(page, "answers", "key")
        needed = ("vital-limits", "consent-texts", "request-templates", "/api/duty")
        return all(any(part in key for key in keys) for part in needed)

    await eventually(kept)


READ = """async ([store, field]) => {
  // To open it would make it, empty.
  if (!(await indexedDB.databases()).some(({ name }) => name === "telemed-away")) return [];
  const opening = indexedDB.open("telemed-away");
  const db = await new Promise((done, failed) => {
    opening.onsuccess = () => done(opening.result);
    opening.onerror = failed;
  });
  try {
    const asked = db.transaction(store).objectStore(store).getAll();
    const rows = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
    return Promise.all(rows.map(async (row) => {
      const value = row[field];
      if (!(value instanceof Blob)) return value;
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await value.arrayBuffer()));
      return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    }));
  } finally {
    db.close();
  }
}"""


async def rows(page: Page, store: str, field: str) -> list[Any]:
    """What lies in the browser's store; of bytes their hash."""
    found: list[Any] = await page.evaluate(READ, [store, field])
    return found


def picture(side: int, colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour."""
    line = b"\0" + bytes(colour) * side

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line * side)) + chunk(b"IEND", b"")
    )


async def write_request(page: Page, *, photos: int = 0) -> None:
    """The three steps, up to the last tap."""
    await page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first.click()
    await page.get_by_text("Loại khác").click()
    await page.get_by_text("Người bệnh mới").click()
    await page.get_by_label("Họ và tên").fill(NAME)
    await page.get_by_label("Ngày sinh, năm sinh hoặc tuổi").fill("12/09/1985")
    await page.get_by_text("Nam", exact=True).click()
    await page.get_by_label("Lý do xin hội chẩn, một dòng").fill("Mảng da mất cảm giác")
    await page.get_by_text("Khẩn", exact=True).click()
    await page.get_by_role("button", name="Tiếp: khám, sinh hiệu").click()
    await page.get_by_label("Diễn biến").fill(HISTORY)
    for n in range(photos):
        drawn = FilePayload(name=f"{n}.png", mimeType="image/png", buffer=picture(600, (200, 40 * n, 30)))
        await page.get_by_label("Thêm ảnh").set_input_files(drawn)
        await expect(page.get_by_role("img", name=f"Ảnh {n + 1}")).to_be_visible()
    await page.get_by_role("button", name="Tiếp: câu hỏi").click()
    anyway = page.get_by_role("button", name="Chưa đo được, đi tiếp")
    if await anyway.count():
        await anyway.click()
        await page.get_by_role("button", name="Tiếp: câu hỏi").click()
    await page.get_by_label("Cần hỏi bác sĩ chuyên khoa điều gì?").fill("Có cần sinh thiết không, dùng thuốc gì trước?")
    without = page.get_by_label("Vì sao gửi khi còn thiếu?")
    if await without.count():  # a page that never saw the templates leaves it to the server
        await without.fill("Chưa hỏi được hết")
    await agree(page)
    await page.get_by_text("Trả lời bằng văn bản").click()
