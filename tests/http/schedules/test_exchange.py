"""Rosters as files over HTTP, and the address that calendars read: who is let in, and what never shows anywhere."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
import structlog
from aiohttp import ClientResponse
from icalendar import Calendar

from telemed.app import App
from telemed.infra import logs
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules.wire_exchange import XLSX, XLSX_AT_MOST
from tests import build
from tests.build import World
from tests.db.schedules.planning import MONDAY
from tests.unit.schedules.workbooks import matrix


class Office:
    def __init__(self, client: Any, built: App, world: World, head: Actor) -> None:
        self.client, self._built, self.world, self.head = client, built, world, head
        self.roster = f"/api/rosters/{world.hospital}"

    async def ask(self, method: str, path: str, by: Actor | None = None, **more: Any) -> ClientResponse:
        token = (await self._built.identity.enter((by or self.head).id, method="password")).access_token
        headers = {"Authorization": f"Bearer {token}"} | more.pop("headers", {})
        answer: ClientResponse = await self.client.request(method, path, headers=headers, **more)
        await answer.read()  # so that its connection is free again
        return answer

    async def send(self, content: bytes, kind: str = XLSX, by: Actor | None = None) -> ClientResponse:
        path = f"{self.roster}/draft/import/{uuid7()}"
        return await self.ask("POST", path, by, data=BytesIO(content), headers={"Content-Type": kind})

    async def link(self, by: Actor | None = None) -> tuple[str, str]:
        """Its id and its path."""
        made = await self.ask("PUT", f"/api/calendar-links/{uuid7()}", by, json={})
        said = await made.json()
        return said["link"]["id"], said["path"]


@pytest.fixture
async def office(client: Any, built: App, clock: ManualClock) -> Office:
    world = await build.world(built.db, clock)
    head = await build.add_person(built.db, "Head Demo", Role.DEPT_HEAD, world.hospital, Specialty.INTERNAL)
    return Office(client, built, world, head)


@pytest.fixture
def log_lines() -> Iterator[StringIO]:
    before, stream = structlog.get_config(), StringIO()
    logs.configure("json", stream)
    yield stream
    structlog.configure(**before)


async def test_a_workbook_goes_out_is_filled_in_and_taken(office: Office) -> None:
    out = await office.ask("GET", f"{office.roster}/template.xlsx?from_day={MONDAY}&days=3")
    content = await out.read()

    assert (out.status, out.content_type, content[:2]) == (200, XLSX, b"PK")
    assert out.headers["Content-Disposition"] == 'attachment; filename="mau-lich-truc-2026-11-23.xlsx"'
    assert out.headers["Cache-Control"] == "no-store"
    said = await (await office.send(content)).json()
    assert (said["faults"], said["added"], said["days"]) == ([], 0, 3)


async def test_a_broken_workbook_is_answered_with_its_faults_and_nothing_is_taken(office: Office) -> None:
    answer = await office.send(matrix(["Head Demo", "N1", "X"], ["Ai Đó", "", "N"], days=2))
    said = await answer.json()

    assert answer.status == 200
    assert said["added"] == 0
    assert said["faults"] == [
        {"sheet": "Tháng 11", "cell": "C2", "code": "bad_cell", "params": {"text": "X"}},
        {"sheet": "Tháng 11", "cell": "A3", "code": "unknown_person", "params": {"name": "Ai Đó"}},
    ]
    roster = await (await office.ask("GET", f"{office.roster}?from_day={MONDAY}")).json()
    assert (roster["shifts"], roster["draft"]) == ([], None)


async def test_only_a_workbook_no_larger_than_two_megabytes_is_read(office: Office) -> None:
    json = await office.send(b"{}", "application/json")
    large = await office.send(b"PK" + b"\0" * XLSX_AT_MOST)
    least = await office.send(b"PK" + b"\0" * (XLSX_AT_MOST - 2))

    assert [(one.status, (await one.json()).get("code")) for one in (json, large)] == [
        (415, "content_type"),
        (413, "body_too_large"),
    ]
    assert [one["code"] for one in (await least.json())["faults"]] == ["damaged"]


async def test_the_api_says_that_an_import_takes_a_workbook(office: Office) -> None:
    described = await (await office.client.get("/api/openapi.json")).json()
    asked = described["paths"]["/api/rosters/{hospital_id}/draft/import/{change_id}"]["post"]

    assert asked["requestBody"]["content"] == {XLSX: {"schema": {"type": "string", "format": "binary"}}}
    assert {"408", "413", "415"} <= asked["responses"].keys()


async def test_whoever_plans_nothing_is_refused_before_the_file_is_looked_at(office: Office) -> None:
    answer = await office.send(matrix(["Head Demo", "N1"]), by=office.world.specialists[0])

    assert (answer.status, (await answer.json())["code"]) == (403, "denied")


@pytest.mark.parametrize("asked", ["from_day=0001-01-01", "from_day=9999-12-31", "from_day=2026-11-23&days=99", ""])
async def test_days_that_make_no_sheet_are_refused(office: Office, asked: str) -> None:
    for file in ("roster.xlsx", "template.xlsx", "sheet.pdf"):
        assert (await office.ask("GET", f"{office.roster}/{file}?{asked}")).status == 422


async def test_the_sheet_for_the_wall_is_a_pdf(office: Office) -> None:
    answer = await office.ask("GET", f"{office.roster}/sheet.pdf?from_day={MONDAY}", office.world.specialists[0])

    assert (answer.status, answer.content_type) == (200, "application/pdf")
    assert (await answer.read()).startswith(b"%PDF-")


async def test_a_calendar_program_reads_a_link_without_signing_in(office: Office) -> None:
    _, path = await office.link(office.world.specialists[0])

    answer = await office.client.get(path)

    assert (answer.status, answer.content_type, answer.charset) == (200, "text/calendar", "utf-8")
    assert Calendar.from_ical(await answer.read())["x-wr-calname"] == "Lịch trực của tôi"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in answer.headers


async def test_revoked_unknown_and_misspelt_links_are_one_and_the_same_answer(office: Office) -> None:
    made, path = await office.link()
    assert (await office.ask("POST", f"/api/calendar-links/{made}/revoke")).status == 200

    answers = []
    for gone in (path, "/ical/" + "a" * 43 + ".ics", "/ical/x.ics", "/ical/%00%F0%9F%98%80.ics"):
        answer = await office.client.get(gone)
        answers.append((answer.status, re.sub(r'"request_id":"[^"]+"', "", await answer.text())))

    assert {status for status, _ in answers} == {404}
    assert len({said for _, said in answers}) == 1


async def test_no_log_line_no_figure_and_no_refusal_repeats_a_secret(office: Office, log_lines: StringIO) -> None:
    made, path = await office.link()
    secret = path.removeprefix("/ical/").removesuffix(".ics")
    await office.client.get(path)
    await office.ask("POST", f"/api/calendar-links/{made}/revoke")
    refused = await (await office.client.get(path)).text()
    figures = await (await office.client.get("/metrics")).text()
    listed = await (await office.ask("GET", "/api/calendar-links")).text()

    said = log_lines.getvalue()
    assert '"route": "/ical/{secret}.ics"' in said
    assert 'route="/ical/{secret}.ics"' in figures
    assert not [where for where in (said, refused, figures, listed) if secret in where]


async def test_an_address_of_strangers_reads_only_so_many_calendars_at_once(office: Office, clock: ManualClock) -> None:
    _, path = await office.link()
    told = [(await office.client.get(path)).status for _ in range(90)]

    assert 200 in told
    assert told[-1] == 429
    clock.advance(timedelta(minutes=2))
    assert (await office.client.get(path)).status == 200
