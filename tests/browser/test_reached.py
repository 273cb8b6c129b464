"""Whether a ring reaches people, as they see it: the check of a shift, a ring behind another tab, ladders foretold."""

import re
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, expect

from telemed.demo import people
from tests.browser import walk
from tests.browser.walk import User, look
from tests.eventually import eventually
from tests.live import LiveServer, Person

HEAD = "truongkhoa.tamduong"
STATION = "03390"
LADDER = f"/api/ladders/{people.facility_id(people.TAM_DUONG)}"


# -- a shift, and a ring -----------------------------------------------------------------------------------------------


async def test_a_specialist_checks_in_and_is_reached_behind_another_tab(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = specialist.page
    shift = page.get_by_role("region", name="Ca trực của tôi")
    await look(specialist, "shift-before")

    await shift.get_by_role("switch", name="Vào ca trực").click()
    await expect(shift.get_by_text("Anh/chị có nghe chuông không?")).to_be_visible()
    await look(specialist, "shift-asking")
    await shift.get_by_role("button", name="Nghe thấy").click()
    await expect(shift.get_by_role("switch", name=re.compile("^Đang trong ca"))).to_be_checked()
    checks = shift.get_by_role("list", name="Kết quả thử các kênh gọi")
    await expect(checks.get_by_text("Chuông trên máy này: nghe được")).to_be_visible()
    await expect(checks.get_by_text(re.compile(r"^Trang: đến sau \d+,\d giây$"))).to_be_visible()
    await look(specialist, "shift-checked")
    async with server.person("bs.tamduong") as asks:
        mine = (await asks.ask("GET", "/api/shifts/mine"))["shift"]
        seen = await asks.ask("GET", f"/api/shifts/{mine['shift_id']}/checks")
    assert mine["confirmed"]
    assert [one["state"] for one in seen["checks"] if one["channel"] == "page"] == ["seen"]

    other = await specialist.context.new_page()
    await other.goto(server.url + "/")
    await other.bring_to_front()
    await walk.ask_for_help(station, "Khó thở dữ dội, tím môi")

    async def called() -> bool:
        return await page.title() == "Cuộc gọi đến"

    await eventually(called, every=0.1)
    await page.bring_to_front()
    ring = page.get_by_role("alertdialog")
    await expect(ring.get_by_role("heading", name=re.compile("Trạm Bình Lư đang gọi"))).to_be_visible()
    await expect(station.page.get_by_text("Trang: đã thấy").first).to_be_visible()
    await look(specialist, "ring-behind-tab")
    await look(station, "ring-reached")
    await walk.accept(specialist)
    await station.page.wait_for_url("**/call")
    await expect(page).not_to_have_title("Cuộc gọi đến")
    assert specialist.faults == station.faults == []


# -- a ladder ----------------------------------------------------------------------------------------------------------


async def test_the_dry_run_for_now_names_whom_an_emergency_then_rings_in_order(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    star = await walk.user(browser, server, screenshots, "bs.tamduong")
    head = await walk.user(browser, server, screenshots, HEAD)
    station = await walk.user(browser, server, screenshots, "tram.binhlu")
    page = head.page
    async with server.person(HEAD) as asks, server.person("tram.binhlu") as clinician:
        before = await foretold(asks)
        assert len(before) >= 3
        await page.get_by_role("link", name="Thang gọi").first.click()
        await page.get_by_role("button", name="Hồi sức cấp cứu", exact=True).click()
        rung = page.locator(".la-run li:not(.skip, .end) b")
        await expect(rung).to_have_text([", ".join(ring) for ring in before])
        await look(head, "ladder-dry-run")
        assert await foretold(asks) == before, "no shift began or ended meanwhile"

        case = await walk.ask_for_help(station, "Khó thở dữ dội, tím môi")
        for n, ring in enumerate(before):

            async def ringing(until: int = n + 1) -> bool:
                return len(await rings_of(clinician, case)) == until

            await eventually(ringing, every=0.3)
            assert await rings_of(clinician, case) == [sorted(one) for one in before[: n + 1]]
            await look(station, f"ladder-ring-{n + 1}")
            if n + 1 < len(before):
                for name in ring:
                    await (passes(star) if name == "BS. Trần Sơn Demo" else declines(server, name))
    for someone in (star, head, station):
        assert someone.faults == []


async def passes(user: User) -> None:
    """On the ring's sheet: another shall come."""
    sheet = user.page.get_by_role("alertdialog")
    await sheet.get_by_role("button", name=re.compile("^Chuyển")).click()
    await sheet.get_by_text("Đang xử trí ca khác").click()
    await expect(sheet).to_have_count(0)


async def declines(server: LiveServer, name: str) -> None:
    """The same, of somebody whose page is not looked at."""
    username = next(one.username for one in people.people() if f"{one.title} {one.name} Demo" == name)
    async with server.person(username) as doctor:
        for ring in (await doctor.ask("GET", "/api/rings"))["rings"]:
            await doctor.ask("POST", f"/api/rings/{ring['ring_id']}/decline", {"reason": "busy", "note": ""})


async def foretold(asks: Person) -> list[list[str]]:
    """Who would be rung now, step by step."""
    station = str(people.facility_id(STATION))
    run = await asks.ask(
        "POST", f"{LADDER}/dry-run", {"station_id": station, "specialty": "emergency", "urgency": "stat"}
    )
    return [[one["person"]["name"] for one in ring["people"]] for ring in run["rings"] if ring["skip_reason"] is None]


async def rings_of(clinician: Person, case: str) -> list[list[str]]:
    """Who was rung so far, step by step, those of one step by name."""
    steps = (await clinician.ask("GET", f"/api/consults/{case}"))["summary"]["ladder"]["steps"]
    return [sorted(one["person"]["name"] for one in step["people"]) for step in steps if step["people"]]


async def test_a_later_step_at_the_second_hospital_is_tried_applied_and_foretold(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    elsewhere = await walk.user(browser, server, screenshots, "bs.thanuyen")
    head = await walk.user(browser, server, screenshots, HEAD)
    page = head.page
    foreign = page.locator(".la-run li").filter(has_text="Người trực chính Hồi sức cấp cứu, BVĐK Than Uyên")
    await page.get_by_role("link", name="Thang gọi").first.click()
    await page.get_by_role("button", name="Hồi sức cấp cứu", exact=True).click()
    await expect(page.get_by_text("đang dùng thang có sẵn của máy")).to_be_visible()
    await expect(page.locator(".la-run li").first).to_be_visible()
    await expect(foreign).to_have_count(0)
    await look(head, "ladder")

    await page.get_by_role("button", name="Thêm bậc").click()
    await page.get_by_label("Gọi ai").select_option(label="Người trực chính Hồi sức cấp cứu")
    await page.get_by_label("Ở đâu").select_option(label="Bệnh viện thứ hai của trạm")
    await page.get_by_role("button", name="Thêm bậc này").click()
    await expect(foreign).to_contain_text("BS. Vàng Lâm Demo")
    await expect(page.get_by_text("đang sửa, chưa áp dụng")).to_be_visible()
    await look(head, "ladder-edited")
    async with server.person(HEAD) as asks:
        assert await numbers(asks) == [], "what is tried is not in force"

    await page.get_by_role("button", name="Áp dụng bản 1…").click()
    asked = page.locator("dialog[open]")
    await expect(asked.get_by_text(re.compile(r"^Thử với 96 tình huống: 96 có người được gọi"))).to_be_visible()
    await asked.get_by_label("Vì sao đổi").fill("Thêm bệnh viện thứ hai")
    await look(head, "ladder-apply")
    await asked.get_by_role("button", name="Áp dụng", exact=True).click()
    await expect(page.get_by_text("Đã áp dụng bản 1.")).to_be_visible()
    await expect(page.get_by_text("bản 1 đang chạy từ")).to_be_visible()
    await expect(foreign).to_contain_text("BS. Vàng Lâm Demo")
    await look(head, "ladder-applied")
    async with server.person(HEAD) as asks:
        assert await numbers(asks) == [1]
        assert any("BS. Vàng Lâm Demo" in ring for ring in await foretold(asks))
    assert head.faults == elsewhere.faults == []


async def numbers(asks: Person) -> list[Any]:
    """Of the ladder versions emergency has of its own."""
    return [one["number"] for one in (await asks.ask("GET", LADDER))["versions"] if one["specialty"] == "emergency"]
