"""Opened cases, patients' own data and totals over HTTP: what a browser sends, and what it is told when it may not."""

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from telemed.identity.model import NotSignedIn
from telemed.infra import http
from telemed.infra.limits import RateLimits
from telemed.infra.metrics import Metrics
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.privacy import api
from telemed.privacy.model import RequestKind
from tests.db.privacy.conftest import House, house, password_hash

__all__ = ["house", "password_hash"]


@dataclass
class Office:
    house: House
    client: TestClient[web.Request, web.Application]

    async def ask(self, who: str, method: str, path: str, body: Any = None) -> tuple[int, Any, Any]:
        headers = {"Authorization": f"Bearer {who}"}
        async with self.client.request(method, path, json=body, headers=headers) as response:
            read = await response.json() if "json" in response.content_type else await response.read()
            return response.status, read, response.headers


@pytest.fixture
async def office(house: House) -> AsyncIterator[Office]:
    async def authenticate(token: str) -> Actor:
        known = getattr(house, token, None)
        if not isinstance(known, Actor):
            raise NotSignedIn
        return known

    async def on_refusal(*_: object) -> None:
        return None

    clock = house.desk.world.clock
    app = http.application(
        authenticate=authenticate, on_refusal=on_refusal, metrics=Metrics(), limits=RateLimits(clock)
    )
    api.routes(house.privacy).mount(app)
    client = TestClient(TestServer(app))
    await client.start_server()
    yield Office(house, client)
    await client.close()


def opening(code: str, **changes: Any) -> dict[str, Any]:
    return {"consult_code": code, "ground": "emergency", "reason": "Bệnh nhân nặng, không ai nghe"} | changes


async def test_a_case_is_opened_seen_in_ones_list_and_ended(office: Office) -> None:
    _, code, _ = await office.house.case()
    path = f"/api/accesses/{uuid7()}"

    status, opened, _ = await office.ask("outsider", "PUT", path, opening(code))

    assert (status, opened["needed"], opened["code"]) == (200, True, code)
    _, mine, _ = await office.ask("outsider", "GET", "/api/accesses")
    assert mine["running"] == [opened]
    _, after, _ = await office.ask("outsider", "POST", f"{path}/end")
    assert after == {"running": [], "asked": []}


async def test_a_wrong_code_is_named_at_its_field_and_a_reason_must_say_something(office: Office) -> None:
    path = f"/api/accesses/{uuid7()}"

    status, problem, _ = await office.ask("outsider", "PUT", path, opening("XX-9999"))
    assert (status, problem["code"]) == (404, "access.no_such_case")
    assert problem["errors"][0]["pointer"] == "/body/consult_code"

    status, problem, _ = await office.ask("outsider", "PUT", path, opening("XX-9999", reason="gấp"))
    assert (status, problem["errors"][0]["pointer"]) == (422, "/body/reason")


async def test_who_may_never_open_learns_nothing_of_which_codes_exist(office: Office) -> None:
    _, code, _ = await office.house.case()

    answers = [await office.ask("officer", "PUT", f"/api/accesses/{uuid7()}", opening(c)) for c in (code, "XX-9999")]

    assert [(status, problem["code"]) for status, problem, _ in answers] == [(403, "privacy.denied")] * 2


async def test_the_review_holds_no_content_and_no_patient(office: Office) -> None:
    _, code, patient = await office.house.case()
    await office.ask("outsider", "PUT", f"/api/accesses/{uuid7()}", opening(code))

    _, listed, _ = await office.ask("officer", "GET", "/api/access-reviews")

    assert [one["code"] for one in listed["accesses"]] == [code]
    assert not any(secret in str(listed) for secret in (str(patient), "Giàng", "Đau ngực"))


async def test_a_patients_data_are_a_zip_that_no_cache_keeps(office: Office) -> None:
    _, _, patient = await office.house.case()
    request = await office.house.file(RequestKind.EXPORT, patient)

    status, content, headers = await office.ask("head", "GET", f"/api/patients/{patient}/export?request={request.id}")

    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "application/zip", "no-store")
    assert headers["Content-Disposition"] == f'attachment; filename="{request.patient_code}.zip"'
    with zipfile.ZipFile(io.BytesIO(content)) as parcel:
        assert parcel.namelist() == ["README.txt", "data.json"]


async def test_what_the_law_keeps_is_refused_with_the_day(office: Office) -> None:
    consult, _, patient = await office.house.case()
    await office.house.set_consult(consult, state="closed", closed_at=datetime(2026, 11, 1, tzinfo=UTC))
    request = await office.house.file(RequestKind.ERASURE, patient)
    await office.ask("officer_of_station", "POST", f"/api/data-requests/{request.id}/approve")

    status, problem, _ = await office.ask(
        "head", "POST", f"/api/patients/{patient}/erase", {"request_id": str(request.id)}
    )

    assert (status, problem["code"], problem["params"]) == (409, "data_request.kept_by_law", {"until": "2036-12-31"})


async def test_totals_ask_for_days(office: Office) -> None:
    status, totals, _ = await office.ask("inspector", "GET", "/api/totals?from_date=2026-01-01&to_date=2026-12-31")
    assert (status, totals["scope"], totals["whole"]["consults"]) == (200, "province", 0)

    status, _, _ = await office.ask("inspector", "GET", "/api/totals?from_date=2026-01-01")
    assert status == 422
