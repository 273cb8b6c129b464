"""A station without a link, and one case at the hospital afterwards."""

import hashlib
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Browser, expect
from sqlalchemy import select

from telemed.demo.people import PASSWORD
from telemed.infra import server as databases
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.outbox import event_table
from telemed.infra.server import Session
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.records.tables import patient
from telemed.sessions.phone_advice import read_code, short_code
from telemed.sessions.tables import consult, phone_advice, phone_note
from tests.browser import walk
from tests.browser.away import HISTORY, NAME, SLOW, machine, ready_for_the_road, rows, sign_in, station, write_request
from tests.eventually import eventually
from tests.live import LiveServer, Person, live_server

LOOKING = Actor.system("test")
SUDDEN = "Bé 5 tuổi, thở 52 lần"
UNSENT = "Đã lưu trên máy, chưa gửi"


@pytest.fixture(scope="module")
async def server(
    embedded: EmbeddedPg, superuser: Session, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[LiveServer]:
    """One for all of them: none minds the others' cases."""
    name = f"test_{os.getpid()}_offline"
    await databases.create_database(superuser, name, template)
    async with live_server(databases.addresses(embedded, name), tmp_path_factory.mktemp("offline")) as server:
        yield server
    await superuser.execute(f"drop database if exists {name} with (force)")


async def facts(db: Database, case: str) -> list[str]:
    """What is told of it, in order."""
    async with db.transaction(LOOKING) as tx:
        query = select(event_table.c.kind).where(event_table.c.consult_id == UUID(case)).order_by(event_table.c.seq)
        return [row.kind for row in await tx.all(query)]


async def test_a_blackout_is_bridged_by_a_code_over_the_telephone(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    specialist = await walk.user(browser, server, screenshots, "bs.tamduong")
    db = Database(server.database.app_url)
    context = await station(browser)
    page = await context.new_page()
    await sign_in(page, server)
    await ready_for_the_road(page)
    await context.set_offline(True)
    await page.get_by_role("link", name=re.compile("Cấp cứu")).first.click()
    await page.get_by_text("Khó thở, tím tái").click()
    await page.get_by_label("Một dòng cho bác sĩ").fill(SUDDEN)
    await page.get_by_role("button", name="Gọi cấp cứu ngay").click()
    code = await page.locator("b.num.big").first.inner_text(timeout=SLOW)
    await page.get_by_text("Ghi lời dặn qua điện thoại").click()
    await page.get_by_label("Nói chuyện với ai").fill("BS. trực")
    await page.get_by_label("Lời dặn").fill("Thở oxy, chuyển khi có xe")
    await page.get_by_role("button", name="Lưu lời dặn").last.click()
    await expect(page.get_by_text("Đã ghi trên máy, tự gửi khi có mạng.")).to_be_visible()
    await walk.User(context, page, screenshots).picture("emergency-queued")

    far = specialist.page
    await far.get_by_role("link", name="Ghi lời dặn").first.click()
    await far.get_by_label("Mã ca trạm đọc").fill(code[:-1] + str((int(code[-1]) + 1) % 10))
    await expect(far.get_by_text("Mã sai một số. Đề nghị trạm đọc lại.")).to_be_visible()
    await far.get_by_label("Mã ca trạm đọc").fill(code)
    await far.get_by_label("Lời dặn").fill("Thở oxy, tiêm ampicillin, chuyển khi có xe")
    await far.get_by_role("button", name="Lưu lời dặn").click()
    await expect(far.get_by_text("Chờ trạm có mạng")).to_be_visible()
    await walk.look(specialist, "phone-advice")

    await context.set_offline(False)

    await page.wait_for_url(re.compile(r"/emergency/[0-9a-f-]{36}"), timeout=60_000)
    case = UUID(page.url.rsplit("/", 1)[1])
    await expect(far.get_by_text(re.compile("Đã ghép vào ca"))).to_be_visible(timeout=SLOW)

    async def noted() -> bool:
        """The note of the call goes after the case it belongs to."""
        async with db.transaction(LOOKING) as tx:
            return bool(await tx.all(select(phone_note)))

    await eventually(noted, within=SLOW / 1000)
    async with db.transaction(LOOKING) as tx:
        reasons = select(consult.c.id).where(consult.c.reason == SUDDEN)
        assert [row.id for row in await tx.all(reasons)] == [case]
        (theirs,) = await tx.all(select(phone_advice))
        (ours,) = await tx.all(select(phone_note))
        of_case = (event_table.c.consult_id == case, event_table.c.kind == "consult_drafted")
        drafted = await tx.scalar(select(event_table.c.at).where(*of_case))
    assert (theirs.code, theirs.consult_id) == (read_code(code), case)
    assert ours.consult_id == case
    assert ours.at < theirs.given_at < drafted, "each half has the time of then"
    assert specialist.faults == []
    await db.close()


async def test_written_without_a_link_and_killed_it_is_one_case_with_its_photographs(
    browser: Browser, server: LiveServer, tmp_path: Path, screenshots: Path
) -> None:
    profile, db = tmp_path / "profile", Database(server.database.app_url)
    async with machine(browser, profile) as context:
        page = context.pages[0]
        await sign_in(page, server)
        await ready_for_the_road(page)
        await context.set_offline(True)
        await write_request(page, photos=2)
        await page.get_by_role("button", name="Gửi", exact=False).last.click()
        await expect(page.get_by_text(UNSENT)).to_be_visible(timeout=SLOW)
        (case,) = {job["consult"] for job in await rows(page, "outbox", "job")}
        code = await page.locator("b.num.big").first.inner_text()
        assert read_code(code) == short_code(UUID(case))
        hashes = sorted(await rows(page, "blobs", "blob"))
        assert len(hashes) == 2
        await walk.User(context, page, screenshots).picture("request-queued")

    # The browser is gone, and the machine starts again where there is no link either.
    async with machine(browser, profile, offline=True) as context:
        page = context.pages[0]
        await page.goto(server.url + "/")
        await expect(page.get_by_role("heading", name="Chưa gửi")).to_be_visible(timeout=SLOW)
        await expect(page.get_by_text(f"Yêu cầu hội chẩn: {NAME}")).to_be_visible()
        await expect(page.get_by_text(code).first).to_be_visible()
        assert sorted(await rows(page, "blobs", "blob")) == hashes
        user = walk.User(context, page, screenshots)
        await user.picture("station-home-unsent")
        await walk.accessible(page, "station-home-unsent")
        assert await facts(db, case) == []

        await context.set_offline(False)

        async def all_gone() -> bool:
            return not await rows(page, "outbox", "id")

        await eventually(all_gone, within=60)
        await expect(page.get_by_role("heading", name="Chưa gửi")).to_have_count(0)
        assert user.faults == []
    told = await facts(db, case)
    assert (told.count("consult_drafted"), told.count("consult_sent")) == (1, 1)
    async with db.transaction(LOOKING) as tx:
        named = await tx.all(select(patient.c.id).where(patient.c.full_name == NAME))
    assert len(named) == 1, "the patient is one, too"
    async with server.person("bs.tamduong") as doctor:
        found = await doctor.ask("GET", f"/api/consults/{case}")
        assert found["request"]["history"] == HISTORY
        files = (await doctor.ask("GET", f"/api/consults/{case}/files"))["files"]
        contents = [await doctor.ask("GET", f"/api/files/{file['id']}/content") for file in files]
    assert sorted(hashlib.sha256(content).hexdigest() for content in contents) == hashes
    await db.close()


async def test_with_the_server_gone_the_station_reads_what_it_saw_and_is_back_by_itself(
    browser: Browser, server: LiveServer
) -> None:
    async with server.person("tram.binhlu") as doctor:
        case = await ask(doctor)
    context = await station(browser)
    page = await context.new_page()
    await sign_in(page, server)
    await expect(page.get_by_text("Đau ngực, vã mồ hôi").first).to_be_visible()
    await ready_for_the_road(page)
    await page.goto(f"{server.url}/consults/{case}/waiting")
    await expect(page.get_by_text("Diễn biến").first).to_be_visible()

    async def kept() -> bool:
        return any(str(case) in key for key in await rows(page, "answers", "key"))

    await eventually(kept)
    texts = await page.evaluate(RAW)
    assert "vã mồ hôi" not in texts, "what is kept cannot be read without its key"
    await server.kill()

    await page.goto(server.url + "/")

    await expect(page.get_by_text("Đau ngực, vã mồ hôi").first).to_be_visible(timeout=SLOW)
    await expect(page.get_by_text(re.compile("^Mất mạng từ")).first).to_be_visible(timeout=SLOW)
    await expect(page.get_by_text("Gọi điện trong lúc mất mạng")).to_be_visible()
    await server.start()
    await expect(page.get_by_text("Gọi điện trong lúc mất mạng")).to_have_count(0, timeout=SLOW)
    await page.get_by_role("button", name=re.compile("mở để khóa máy")).first.click()
    await page.get_by_text("Đăng xuất và xóa dữ liệu trên máy này").click()
    await expect(page.get_by_label("Tên đăng nhập")).to_be_visible()

    async def wiped() -> bool:
        names = await page.evaluate("indexedDB.databases().then((all) => all.map(({ name }) => name))")
        return "telemed-away" not in names

    await eventually(wiped)


RAW = """async () => {
  const opening = indexedDB.open("telemed-away");
  const db = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const asked = db.transaction("answers").objectStore("answers").getAll();
  const rows = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  db.close();
  return rows.map((row) => row.key + new TextDecoder("utf-8").decode(row.text)).join(" ");
}"""


async def ask(doctor: Person, **more: Any) -> UUID:
    """An emergency, as the form would send it."""
    case = uuid7()
    body = {
        "station_id": doctor.facility,
        "urgency": "stat",
        "specialty": "emergency",
        "request": {"reason": "Đau ngực, vã mồ hôi"},
        "consent": {"ground": "emergency", "reason": "Cấp cứu"},
        "send": True,
    } | more
    await doctor.ask("PUT", f"/api/consults/{case}", body)
    return case


async def test_what_is_added_to_a_ringing_case_goes_once_and_the_other_ends_words_stay(
    browser: Browser, server: LiveServer, screenshots: Path
) -> None:
    context = await station(browser)
    page = await context.new_page()
    await sign_in(page, server)
    await ready_for_the_road(page)
    async with server.person("tram.binhlu") as doctor:
        case = await ask(doctor)
        await page.goto(f"{server.url}/emergency/{case}")
        history = page.get_by_label("Diễn biến")
        await expect(history).to_be_visible()
        await expect(page.get_by_text("Đã gửi hết").or_(page.locator("p.saved")).first).to_be_visible()
        await context.set_offline(True)
        await history.fill("Đau 40 phút, ở đây ghi")
        await page.get_by_label("Đã xử trí tại trạm").fill("Aspirin, ở đây ghi")
        await page.locator("#em-spo2").fill("91")
        await page.locator("#em-spo2").blur()
        waiting = page.get_by_label("3 chưa gửi, mở danh sách")
        await expect(waiting).to_be_visible(timeout=SLOW)
        # The page is gone; another begins without a link and has them still.
        await page.close()
        page = await context.new_page()
        user = walk.User(context, page, screenshots)
        await page.goto(server.url + "/")
        await expect(page.get_by_text("Bổ sung cho ca Đau ngực, vã mồ hôi: Diễn biến")).to_be_visible(timeout=SLOW)
        await expect(page.get_by_text("Bổ sung cho ca Đau ngực, vã mồ hôi: sinh hiệu")).to_be_visible()
        await walk.look(user, "station-home-fields")
        theirs = {"history": "Đau từ sáng, nơi kia ghi", "past_history": "Không dị ứng"}
        seen = (await doctor.ask("GET", f"/api/consults/{case}"))["summary"]["version"]
        body = {"seen_version": seen, "request": theirs}
        await doctor.ask("POST", f"/api/consults/{case}/changes/{uuid7()}", body)

        await context.set_offline(False)

        await expect(page.get_by_text("Đau từ sáng, nơi kia ghi")).to_be_visible(timeout=SLOW)
        await page.get_by_role("button", name="Dùng bản trên máy này").click()

        async def all_gone() -> bool:
            return not await rows(page, "outbox", "id")

        await eventually(all_gone, within=60)
        await expect(page.get_by_role("heading", name="Chưa gửi")).to_have_count(0)
        found = await doctor.ask("GET", f"/api/consults/{case}")
    assert found["request"]["history"] == "Đau 40 phút, ở đây ghi"
    assert found["request"]["treatment_given"] == "Aspirin, ở đây ghi"
    assert found["request"]["past_history"] == "Không dị ứng"
    assert [float(one["spo2"]) for one in found["vitals"]] == [91.0]
    assert user.faults == []


async def test_what_two_ends_wrote_is_kept_of_both(browser: Browser, server: LiveServer) -> None:
    async with server.person("tram.binhlu") as doctor:
        patient = {
            "station_id": doctor.facility,
            "full_name": "Vàng Mẩy Demo",
            "birth_date": "1985-09-12",
            "sex": "male",
        }
        known = await doctor.ask("PUT", f"/api/patients/{uuid7()}", patient)
        texts = (await doctor.ask("GET", "/api/consent-texts"))["version"]
        word = {"purpose": "share", "decision": "given", "ground": "spoken", "text_version": texts}
        case = await ask(
            doctor,
            urgency="urgent",
            specialty="internal",
            answer="written",
            patient_id=known["id"],
            request={
                "reason": "Mảng da",
                "question": "Có cần sinh thiết không, dùng thuốc gì?",
                "history": "Hai tháng",
            },
            consent=None,
            consents=[word],
            send=False,
        )
        context = await station(browser)
        page = await context.new_page()
        await sign_in(page, server)
        await ready_for_the_road(page)
        await page.goto(f"{server.url}/request/{case}")
        await page.get_by_role("button", name=re.compile("^Tiếp: khám")).click()
        await context.set_offline(True)
        await page.get_by_label("Diễn biến").fill("Ba tháng, ở đây ghi")
        await page.get_by_label(re.compile("^Khám")).first.fill("Mất cảm giác, ở đây ghi")
        await page.get_by_role("button", name="Để sau").click()
        await expect(page.get_by_role("heading", name="Chưa gửi")).to_be_visible(timeout=SLOW)
        seen = (await doctor.ask("GET", f"/api/consults/{case}"))["summary"]["version"]
        theirs = {
            "seen_version": seen,
            "request": {"history": "Bốn tháng, nơi kia ghi", "past_history": "Không dị ứng"},
        }
        await doctor.ask("POST", f"/api/consults/{case}/changes/{uuid7()}", theirs)

        await context.set_offline(False)

        await expect(page.get_by_text("Ba tháng, ở đây ghi")).to_be_visible(timeout=60_000)
        await expect(page.get_by_text("Bốn tháng, nơi kia ghi")).to_be_visible()
        await page.get_by_role("button", name="Dùng bản trên máy này").click()
        await expect(page.get_by_role("heading", name="Chưa gửi")).to_have_count(0, timeout=SLOW)
        request = (await doctor.ask("GET", f"/api/consults/{case}"))["request"]
    assert request["history"] == "Ba tháng, ở đây ghi"
    assert request["examination"] == "Mất cảm giác, ở đây ghi"
    assert request["past_history"] == "Không dị ứng"


async def test_on_a_shared_machine_the_pin_opens_drafts_and_telephones_and_no_case(
    browser: Browser, server: LiveServer
) -> None:
    async with server.person("tram.binhlu") as doctor:
        await ask(doctor)
    context = await station(browser)
    page = await context.new_page()
    await page.goto(server.url + "/")
    await page.get_by_label("Tên đăng nhập").fill("tram.binhlu")
    await page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    await page.get_by_text("Máy dùng chung của trạm").click()
    await page.get_by_role("button", name="Đăng nhập", exact=True).click()
    await expect(page.get_by_text("Đau ngực, vã mồ hôi").first).to_be_visible()
    await ready_for_the_road(page)
    await page.evaluate(SET_PIN, [PASSWORD, "582913"])
    await page.keyboard.press("Alt+l")
    await page.keyboard.type("582913")
    await expect(page.get_by_text("Đau ngực, vã mồ hôi").first).to_be_visible()

    async def learnt() -> bool:
        return any(mark is not None for mark in await rows(page, "passes", "mark"))

    await eventually(learnt)
    await page.close()
    await context.set_offline(True)
    page = await context.new_page()
    await page.goto(server.url + "/")
    await expect(page.get_by_role("dialog", name="Máy đã khóa")).to_be_visible(timeout=SLOW)
    await page.keyboard.type("582913")
    await expect(page.get_by_role("link", name=re.compile("^Xin hội chẩn")).first).to_be_visible(timeout=SLOW)
    await expect(page.get_by_text("Gọi điện trong lúc mất mạng")).to_be_visible(timeout=SLOW)
    await expect(page.get_by_text("Đau ngực, vã mồ hôi")).to_have_count(0)
    await context.set_offline(False)
    await expect(page.get_by_text("Đau ngực, vã mồ hôi").first).to_be_visible(timeout=SLOW)


SET_PIN = """async ([password, pin]) => {
  const ask = (path, method, body, token) => fetch(path, {
    method, body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
  });
  const { access_token } = await (await ask("/api/session/refresh", "POST", undefined)).json();
  const answer = await ask("/api/me/pin", "PUT", { password, pin }, access_token);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}"""
