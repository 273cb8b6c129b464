"""Files of a case from the waiting room to both screens: a photo, a laboratory sheet, a film, each looked at."""

import re
from pathlib import Path

from playwright.async_api import Browser, FilePayload, expect

from tests import files
from tests.browser import walk
from tests.live import LiveServer

SENT: list[FilePayload] = [
    {"name": "ton-thuong.jpg", "mimeType": "image/jpeg", "buffer": files.jpeg(8, edge=900)},
    {"name": "xet-nghiem.pdf", "mimeType": "application/pdf", "buffer": files.pdf(3, edge=800)},
    {"name": "phim.dcm", "mimeType": "application/dicom", "buffer": files.dicom(4, edge=512, PatientName="VANG^A")},
]


async def test_what_the_station_adds_is_seen_measured_and_compared_at_both_ends(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    case = await walk.ask_for_help(station, "Đau ngực, khó thở")
    page = station.page

    await page.goto(f"{server.url}/consults/{case}/files")
    await expect(page.get_by_text("Ca này chưa có tệp nào")).to_be_visible()
    await page.get_by_label("Thêm ảnh, tệp").set_input_files(SENT)
    for name in ("Ảnh", "Tài liệu PDF", "Phim DICOM"):
        await expect(page.get_by_role("button", name=re.compile(f"^{name} \\d"))).to_be_visible()
    await expect(page.get_by_role("list", name="Đang gửi")).to_have_count(0)
    await station.picture("files-station")

    # A film: its frames, a window of grey, a length in millimetres that is filed.
    await page.get_by_role("button", name=re.compile("^Phim DICOM")).click()
    pane = page.get_by_role("region", name=re.compile("^Phim DICOM"))
    await expect(pane.get_by_role("img", name="1 trên 4")).to_be_visible()
    await pane.get_by_role("button", name="Sau").click()
    await pane.get_by_role("button", name="Phổi").click()
    await expect(pane.get_by_role("img", name="2 trên 4")).not_to_have_attribute("aria-busy", "true")
    await pane.get_by_role("button", name="Tự chỉnh").click()
    await pane.get_by_label("Tâm", exact=True).fill("64")
    await pane.get_by_label("Độ rộng", exact=True).fill("90")
    await pane.get_by_role("button", name="Vẽ lại").click()
    await expect(pane.get_by_role("img", name="2 trên 4")).not_to_have_attribute("aria-busy", "true")
    await pane.get_by_role("button", name="Đo").click()
    box = await page.locator(".cf-ink").bounding_box()
    assert box is not None
    await page.mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.5)
    await page.mouse.down()
    await page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.5, steps=6)
    await page.mouse.up()
    label = pane.locator(".cf-label")
    await expect(label).to_have_text(re.compile(r"^12[78](,\d)? mm$"))
    await station.picture("files-film")

    # The other end: the same length on the same frame; two beside each other.
    there = specialist.page
    await there.get_by_role("alertdialog").get_by_role("button", name=re.compile("^Nhận ca")).click()
    await there.wait_for_url(re.compile("/call$"))
    await there.goto(f"{server.url}/consults/{case}/files")
    await there.get_by_role("button", name=re.compile("^Phim DICOM")).click()
    seen = there.get_by_role("region", name=re.compile("^Phim DICOM"))
    await seen.get_by_role("button", name="Sau").click()
    await expect(seen.locator(".cf-label")).to_have_text(await label.inner_text())
    await there.get_by_role("button", name="Đặt cạnh ảnh khác").click()
    await there.get_by_role("button", name=re.compile("^Tài liệu PDF")).click()
    await expect(there.get_by_role("img", name="1 trên 3")).to_be_visible()
    await specialist.picture("files-compared")
    assert station.faults == specialist.faults == []
