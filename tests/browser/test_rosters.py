"""Rosters as heads, doctors and leaders live with them: planned, swapped, filled, taken from Excel; doctors posted."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from telemed.demo import people
from telemed.kernel.clock import LOCAL, SystemClock
from telemed.kernel.values import Specialty
from tests.browser import walk
from tests.browser.walk import User, look
from tests.live import LiveServer, Person
from tests.unit.schedules.workbooks import workbook

HEAD = "truongkhoa.tamduong"
MANAGER = "quanly.tamduong"
TAM_DUONG = people.facility_id(people.TAM_DUONG)
INTERNAL = {
    str(who): f"BS. {name} Demo"
    for who, name in zip(
        people.team(people.TAM_DUONG, Specialty.INTERNAL),
        people.TEAMS[people.TAM_DUONG][Specialty.INTERNAL],
        strict=True,
    )
}
WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")


# -- the week ----------------------------------------------------------------------------------------------------------


async def test_a_head_copies_a_week_sees_what_it_does_and_publishes_the_next_version(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    head = await walk.user(browser, server, screenshots, HEAD)
    page = head.page
    async with server.person(HEAD) as asks:
        before = await roster(asks)
    monday = monday_of(today())
    last, coming = (monday + timedelta(days=by) for by in (-7, 7))

    await page.get_by_role("link", name="Lịch trực").first.click()
    await expect(page.get_by_role("grid", name=re.compile("^Bảng lịch trực"))).to_be_visible()
    await expect(page.get_by_text(f"Bản đang chạy: số {before['version']}.")).to_be_visible()
    await look(head, "roster")

    await page.get_by_role("button", name="Chép tuần").click()
    asked = opened(page)
    await asked.get_by_label("Từ tuần").select_option(last.isoformat())
    await asked.get_by_label("Sang tuần").select_option(coming.isoformat())
    await expect(asked.get_by_role("status")).to_contain_text("chỗ đó đã có người")
    await asked.get_by_text("Ghi đè ca đã xếp").click()
    copies = asked.get_by_role("button", name=re.compile(r"^Chép \d+ ca$"))
    await expect(copies).to_be_enabled()
    await look(head, "roster-copy")
    n = number_in(await copies.inner_text())
    assert n > 0
    # On a Monday the demo's roster ends within the last night of that week, and what it has in draft lies in it too.
    await expect(asked.get_by_role("status")).to_contain_text(f"Sẽ thêm {n} ca, thay ")
    replaced = number_in((await asked.get_by_role("status").inner_text()).partition(", thay ")[2])
    assert n - 4 < replaced <= n
    assert (await drafted(server)) == before["draft"], "a dry run drafts nothing"
    await copies.click()

    await expect(page.get_by_text(f"Đã chép {n} ca vào bản nháp")).to_be_visible()
    changes = (await drafted(server))["changes"]
    assert n < changes - before["draft"]["changes"] <= n + replaced
    await expect(page.get_by_text(f"Bản nháp: {changes} thay đổi chưa công bố")).to_be_visible()
    await look(head, "roster-drafted")
    await publish(head, before["version"] + 1, "roster-preview")
    async with server.person(HEAD) as asks:
        after = await roster(asks)
    assert after["version"] == before["version"] + 1
    assert after["draft"] is None
    await page.get_by_role("button", name="Xem các bản").click()
    await expect(opened(page).get_by_role("row", name=re.compile(f"^{after['version']}"))).to_contain_text("Công bố")
    await look(head, "roster-versions")
    assert head.faults == []


async def publish(head: User, version: int, picture: str) -> None:
    """From the draft, through what it would do, to the toast that says whom it told."""
    page = head.page
    await page.get_by_role("button", name="Xem trước khi công bố").click()
    asked = opened(page)
    await expect(asked.get_by_role("heading", name=f"Công bố bản {version}?")).to_be_visible()
    await expect(asked.get_by_text(re.compile("người bị ảnh hưởng sẽ được báo"))).to_be_visible()
    await look(head, picture)
    await asked.get_by_role("button", name=f"Công bố bản {version}").click()
    await expect(page.get_by_text(re.compile(f"^Đã công bố bản {version}"))).to_be_visible()
    await expect(page.get_by_text(f"Bản đang chạy: số {version}.")).to_be_visible()


# -- a swap ------------------------------------------------------------------------------------------------------------


async def test_a_swap_that_two_doctors_and_their_head_agree_on_changes_the_roster(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    giver, taker = "emergency2.tamduong", "emergency3.tamduong"
    names = {giver: "BS. Lê Hải Demo", taker: "BS. Vũ Khánh Demo"}
    async with server.person(giver) as asks:
        give, take = await swappable(asks, names[taker])
        before = (await roster(asks))["version"]
    mine = await walk.user(browser, server, screenshots, giver)
    theirs = await walk.user(browser, server, screenshots, taker)

    page = mine.page
    await page.get_by_role("link", name="Ca trực của tôi").first.click()
    await look(mine, "my-shifts")
    await page.get_by_role("button", name=f"Xin đổi ca {shift_words(give)}").click()
    asked = opened(page)
    await asked.get_by_text(names[taker], exact=True).click()
    await asked.get_by_text(shift_words(take)).click()
    await asked.get_by_label(re.compile("^Lý do")).fill("Việc gia đình")
    await look(mine, "swap-ask")
    await asked.get_by_role("button", name=f"Gửi đề nghị cho {names[taker]}").click()
    await expect(page.get_by_text("Chờ người kia trả lời").first).to_be_visible()

    told = theirs.page.get_by_role("status").get_by_text(f"{names[giver]} xin đổi ca trực với anh/chị.")
    await expect(told).to_be_visible()
    await theirs.page.get_by_role("link", name="Ca trực của tôi").first.click()
    await expect(theirs.page.get_by_role("heading", name="1 đề nghị chờ anh/chị trả lời")).to_be_visible()
    await look(theirs, "swap-answer")
    await theirs.page.get_by_role("button", name="Đồng ý đổi").click()
    await expect(theirs.page.get_by_role("heading", name="1 đề nghị chờ anh/chị trả lời")).to_have_count(0)

    head = await walk.user(browser, server, screenshots, HEAD)
    await head.page.get_by_role("link", name="Lịch trực").first.click()
    await expect(head.page.get_by_role("heading", name="Đề nghị đổi ca chờ duyệt (1)")).to_be_visible()
    await look(head, "swap-judge")
    await head.page.get_by_role("button", name="Duyệt đổi ca").click()
    await expect(head.page.get_by_text("Đã đổi ca. Hai bác sĩ đã được báo.")).to_be_visible()
    await expect(head.page.get_by_text(f"Bản đang chạy: số {before + 1}.")).to_be_visible()

    for one, gets, other in ((mine, take, taker), (theirs, give, giver)):
        await expect(line_of(one.page, gets)).to_contain_text(f"nhận từ {names[other]}")
        await one.page.get_by_role("button", name=re.compile("^Thông báo")).click()
        told = one.page.get_by_role("dialog", name="Thông báo")
        await expect(told).to_contain_text("BS. Nguyễn Đức Demo đã duyệt đổi ca. Lịch trực đã đổi.")
    await look(mine, "swap-notices")
    for someone in (mine, theirs, head):
        assert someone.faults == []


async def swappable(asks: Person, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """A shift to give to that colleague and one of theirs in return that nothing stands against."""
    for mine in (await asks.ask("GET", "/api/shifts/coming"))["shifts"]:
        if mine["may_swap"]:
            for one in (await asks.ask("GET", f"/api/shifts/{mine['id']}/partners"))["partners"]:
                free = [theirs for theirs in one["shifts"] if not theirs["against"]]
                if one["person"]["name"] == name and not one["against"] and free:
                    return mine, free[0]
    raise AssertionError(f"nothing to swap with {name}")


def line_of(page: Page, shift: dict[str, Any]) -> Locator:
    """Its line in “Ca trực của tôi”."""
    starts_at = local(shift["starts_at"])
    day = page.get_by_role("listitem").filter(has_text=f"{starts_at:%d/%m}")
    return day.filter(has_text=re.compile(f"{starts_at:%H:%M} – "))


def shift_words(shift: dict[str, Any]) -> str:
    starts_at, ends_at = local(shift["starts_at"]), local(shift["ends_at"])
    return f"{WEEKDAYS[starts_at.weekday()]} {starts_at:%d/%m}, {starts_at:%H:%M} đến {ends_at:%H:%M}"


# -- a gap -------------------------------------------------------------------------------------------------------------


async def test_a_leave_empties_half_a_day_until_somebody_is_chosen_and_published(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    day = today() + timedelta(days=3)
    half = f"Nội, BVĐK Tam Đường, ngày {day:%d/%m/%Y}"
    head = await walk.user(browser, server, screenshots, HEAD)
    page = head.page
    wall = page.locator("tbody").filter(has=page.locator("th", has_text="BVĐK Tam Đường"))
    async with server.person(HEAD) as asks:
        seen = await roster(asks, day)
    both = [
        INTERNAL[one["person_id"]]
        for one in seen["shifts"]
        if one["specialty"] == "internal" and local(one["starts_at"]) == at_seven(day) and one["state"] == "published"
    ]
    assert len(both) == 2

    await page.get_by_role("link", name="Độ phủ").first.click()
    await expect(wall.get_by_role("button", name=f"{half}: Chưa xác nhận")).to_be_visible()
    await look(head, "coverage")
    for name in both:
        await give_leave(head, server, name, day)
    await page.get_by_role("link", name="Độ phủ").first.click()
    await wall.get_by_role("button", name=f"{half}: Trống").click()
    await expect(opened(page)).to_contain_text("Không có bậc 1 từ")
    await look(head, "coverage-half")
    await opened(page).get_by_role("link", name="Mở lịch trực để xếp").click()

    await page.get_by_role("gridcell", name=f"{day_words(day)}. Enter để chọn người.").click()
    asked = opened(page)
    for name in both:
        await expect(asked.get_by_role("radio", name=re.compile(f"^{name}"))).to_be_disabled()
    await asked.get_by_text("BS. Nguyễn Đức Demo", exact=True).click()
    await look(head, "roster-candidates")
    await asked.get_by_role("button", name="Xếp BS. Nguyễn Đức Demo").click()
    cell = page.get_by_role("gridcell", name=f"BS. Nguyễn Đức Demo, {day_words(day)}")
    await expect(cell).to_have_accessible_name(re.compile(r"trực chính \(bậc 1\), chưa công bố"))
    await publish(head, seen["version"] + 1, "roster-preview-gap")
    await page.get_by_role("link", name="Độ phủ").first.click()
    await expect(wall.get_by_role("button", name=f"{half}: Chưa xác nhận")).to_be_visible()
    await look(head, "coverage-filled")
    assert head.faults == []


async def give_leave(head: User, server: LiveServer, name: str, day: date) -> None:
    """By key in the matrix, as a head does it."""
    page = head.page
    await page.goto(f"{server.url}/roster?from={day}&show=internal")
    cell = page.get_by_role("gridcell", name=f"{name}, {day_words(day)}")
    await cell.click()
    await cell.press("p")
    asked = opened(page)
    await expect(asked.get_by_text(re.compile(r"^Người này có \d+ ca trong những ngày đó\."))).to_be_visible()
    await look(head, "roster-leave")
    await asked.get_by_role("button", name=f"Lưu nghỉ ngày {day:%d/%m/%Y}").click()
    await expect(page.get_by_text("ca đã công bố nay không có người").first).to_be_visible()
    await expect(cell).to_have_accessible_name(re.compile("nghỉ phép|trùng ngày nghỉ phép"))


# -- from Excel --------------------------------------------------------------------------------------------------------


async def test_a_broken_workbook_is_refused_cell_by_cell_and_the_mended_one_is_drafted(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    head = await walk.user(browser, server, screenshots, HEAD)
    page = head.page
    first = monday_of(today()) + timedelta(days=28)
    async with server.person(HEAD) as asks:
        before = await roster(asks, first)
    days = [first + timedelta(days=by) for by in range(3)]
    a, b, c = INTERNAL.values()
    head_rows: list[list[Any]] = [["Họ tên", *days], ["Khoa Nội"]]
    broken = workbook({"Tháng": [*head_rows, [a, "N", "X9"], ["Lạc Loài", "Đ"], [b, "", "Đ7"]]})
    mended = workbook({"Tháng": [*head_rows, [a, "N", "Đ"], [b, "", "", "N"], [c, "Đ2"]]})

    await page.goto(f"{server.url}/roster?from={first}")
    await page.get_by_role("button", name="In, Excel, iCal").click()
    await look(head, "roster-files")
    await opened(page).get_by_role("button", name="Nhập từ Excel").click()
    await look(head, "roster-import")
    await pick(page, "lich-khoa-noi.xlsx", broken)
    asked = opened(page)
    await expect(asked.get_by_text("3 chỗ phải sửa trong tệp")).to_be_visible()
    for where, said in (
        ("C3", "“X9” không phải là ca"),
        ("A4", "Không có “Lạc Loài” trong danh sách bác sĩ"),
        ("C5", "Không có bậc 7"),
    ):
        line = asked.get_by_role("listitem").filter(has=page.get_by_text(where, exact=True))
        await expect(line).to_contain_text(said)
    await look(head, "roster-import-faults")
    async with server.person(HEAD) as asks:
        assert await roster(asks, first) == before, "one fault: nothing is taken"

    await pick(page, "lich-khoa-noi.xlsx", mended)
    await expect(asked.get_by_text("Đã nhận lich-khoa-noi.xlsx vào bản nháp")).to_be_visible()
    await expect(asked.get_by_text("Thêm 4 ca")).to_be_visible()
    await look(head, "roster-imported")
    await asked.get_by_role("button", name="Xem bản nháp").click()
    cell = page.get_by_role("gridcell", name=f"{a}, {day_words(days[1])}")
    await expect(cell).to_have_accessible_name(re.compile("Đêm, trực chính .*chưa công bố"))
    await look(head, "roster-from-excel")
    async with server.person(HEAD) as asks:
        after = await roster(asks, first)
    assert after["version"] == before["version"]
    assert {one["state"] for one in after["shifts"]} == {"added"}
    assert head.faults == []


async def pick(page: Page, name: str, content: bytes) -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    await page.locator("dialog[open] input[type=file]").set_input_files(
        {"name": name, "mimeType": kind, "buffer": content}
    )


# -- a posting ---------------------------------------------------------------------------------------------------------


async def test_a_posting_names_the_shifts_it_meets_and_stands_on_the_board(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    who, station = "BS. Hoàng Vân Demo", "Trạm Bản Bo"
    leader = await walk.user(browser, server, screenshots, MANAGER)
    page = leader.page
    starts_on, last = today() + timedelta(days=7), today() + timedelta(days=37)

    await page.get_by_role("link", name="Luân phiên").first.click()
    await look(leader, "rotations")
    await page.get_by_role("button", name="Thêm kỳ luân phiên").click()
    asked = opened(page)
    await asked.get_by_label("Bác sĩ luân phiên").select_option(label=f"{who} (Nhi)")
    await asked.get_by_label("Trạm", exact=True).select_option(label=station)
    await asked.get_by_label("Từ ngày").fill(f"{starts_on:%d/%m/%Y}")
    await asked.get_by_label("Đến hết ngày").fill(f"{last:%d/%m/%Y}")
    await asked.get_by_label(re.compile("^Số quyết định")).fill("207/QĐ-BV")
    await asked.get_by_label("Ngày ký quyết định").fill(f"{today():%d/%m/%Y}")
    clash = asked.get_by_text(re.compile(rf"^{who} có \d+ ca trực bệnh viện trong những ngày này\.$"))
    await expect(clash).to_be_visible()
    n = number_in(await clash.inner_text())
    assert await asked.get_by_role("listitem").filter(has_text="Nhi, ").count() == n > 0
    await look(leader, "rotation-clash")
    await asked.get_by_text(f"Bỏ {n} ca trực này khỏi lịch đã công bố").click()
    await asked.get_by_role("button", name="Lưu kỳ luân phiên").click()

    await expect(page.get_by_text(f"Đã lưu kỳ luân phiên của {who}.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=who)
    await expect(row).to_contain_text("Sắp đi")
    await expect(page.get_by_text(f"chưa có bác sĩ luân phiên, có người từ {starts_on:%d/%m/%Y}").first).to_be_visible()
    await expect(row).to_contain_text("207/QĐ-BV")
    await expect(row).to_contain_text(f"{starts_on:%d/%m/%Y}")
    await look(leader, "rotations-posted")
    async with server.person(MANAGER) as asks:
        doctor = str(people.team(people.TAM_DUONG, Specialty.PAEDIATRICS)[1])
        standing = [one for one in (await roster(asks, starts_on))["shifts"] if one["person_id"] == doctor]
    assert [one for one in standing if local(one["starts_at"]).date() >= starts_on] == []
    assert leader.faults == []


# -- what they share ---------------------------------------------------------------------------------------------------


def today() -> date:
    return SystemClock().now().astimezone(LOCAL).date()


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def at_seven(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, tzinfo=LOCAL)


def local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(LOCAL)


def day_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day:%d/%m}"


def number_in(text: str) -> int:
    return int(re.findall(r"\d+", text)[0])


def opened(page: Page) -> Locator:
    return page.locator("dialog[open]")


async def roster(asks: Person, first: date | None = None) -> Any:
    """As this person may see it: two weeks from that day on, else from this Monday."""
    from_day = first or monday_of(today())
    return await asks.ask("GET", f"/api/rosters/{TAM_DUONG}?from_day={from_day}&days=14")


async def drafted(server: LiveServer) -> Any:
    async with server.person(HEAD) as asks:
        return (await roster(asks))["draft"]
