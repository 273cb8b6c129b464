from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter
from telemed.kernel.clock import ManualClock
from telemed.kernel.values import Role, Specialty
from tests.http.identity.accounts import GOOD, bearer, cookie_of, sign_in
from tests.http.identity.conftest import SITE, Client
from tests.people import Held, add_hospital, add_person


async def test_signing_in_answers_who_one_is_and_for_how_long(db: Database, client: Client, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.SURGERY))

    session = await (await sign_in(client)).json()

    assert session.pop("access_token").count(".") == 2
    assert session.pop("device").pop("shared") is False
    assert UUID(session.pop("sign_in_id")).version == 7
    assert session == {
        "locked": None,
        "demo": False,
        "must_change_password": True,
        "notices": [],
        "expires_in_ms": 600_000,
        "server_time_ms": int(clock.now().timestamp() * 1000),
        "user": {"id": str(lan.id), "name": "BS. Lan Demo", "profession": "doctor"},
        "grants": [
            {
                "role": "specialist",
                "facility": {
                    "id": str(hospital),
                    "name": "Bệnh viện Đa khoa Tam Đường",
                    "short_name": "BVĐK Tam Đường",
                    "kind": "hospital",
                },
                "specialty": "surgery",
            }
        ],
    }


async def test_the_refresh_token_is_where_no_script_and_no_other_site_can_reach_it(
    db: Database, client: Client
) -> None:
    await add_person(db, "lan")

    answer = await sign_in(client)
    behind_tls = await sign_in(client, **{"X-Forwarded-Proto": "https"})

    cookie = answer.cookies["telemed_refresh"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/api/session")
    assert (cookie["max-age"], cookie["secure"]) == (str((30 * 24 + 12) * 3600), "")
    assert behind_tls.cookies["__Secure-telemed_refresh"]["secure"] is True
    assert cookie.value not in await answer.text()
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_session_goes_on_by_its_cookie_and_ends_by_signing_out(db: Database, client: Client) -> None:
    await add_person(db, "lan")
    first = await sign_in(client)

    second = await client.post("/api/session/refresh", headers=cookie_of(first))
    left = await client.delete("/api/session", headers=cookie_of(second))
    after = await client.post("/api/session/refresh", headers=cookie_of(second))

    assert [first.status, second.status, left.status, after.status] == [200, 200, 204, 401]
    assert (await after.json())["code"] == "session_over"
    assert (left.cookies["telemed_refresh"].value, left.cookies["telemed_refresh"]["max-age"]) == ("", "0")


async def test_without_a_cookie_there_is_nothing_to_go_on_with(client: Client) -> None:
    assert (await client.post("/api/session/refresh")).status == 401
    assert (await client.delete("/api/session")).status == 204


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"username": "lan"}, "/body/password", "missing"),
        (GOOD | {"remember": True}, "/body/remember", "extra_forbidden"),
        (GOOD | {"username": 7}, "/body/username", "string_type"),
        (GOOD | {"username": ""}, "/body/username", "string_too_short"),
        (GOOD | {"password": "x" * 257}, "/body/password", "string_too_long"),
        ([], "/body", "model_type"),
    ],
)
async def test_a_form_at_fault_is_told_where(client: Client, body: Any, pointer: str, code: str) -> None:
    answer = await client.post("/api/session", json=body)

    assert answer.status == 422
    assert [(error["pointer"], error["code"]) for error in (await answer.json())["errors"]] == [(pointer, code)]


async def test_a_refusal_echoes_nothing(db: Database, client: Client) -> None:
    await add_person(db, "lan")

    answer = await client.post("/api/session", json={"username": "lan", "password": "guess-7781"})

    assert answer.status == 401
    assert (await answer.json())["code"] == "sign_in_refused"
    assert "guess-7781" not in await answer.text()
    assert "telemed_refresh" not in answer.cookies


async def test_too_many_guesses_are_told_how_long_to_wait(db: Database, client: Client) -> None:
    await add_person(db, "lan")
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        await client.post("/api/session", json=GOOD | {"password": "guess"})

    answer = await sign_in(client)

    assert answer.status == 429
    assert (await answer.json())["params"] == {"retry_after_ms": 1000}
    assert answer.headers["Retry-After"] == "1"


async def test_another_sites_page_cannot_sign_anyone_in_or_out(db: Database, client: Client) -> None:
    await add_person(db, "lan")

    assert (await sign_in(client, Origin="https://evil.example")).status == 403
    assert (await client.delete("/api/session", headers={"Origin": "https://evil.example"})).status == 403


async def test_the_sign_in_page_knows_its_site_before_anyone_signs_in(client: Client) -> None:
    answer = await client.get("/api/site")

    assert await answer.json() == SITE.model_dump(mode="json")


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/api/socket-ticket"), ("GET", "/api/facilities"), ("GET", "/api/duty"), ("GET", "/api/shifts/mine")],
)
@pytest.mark.parametrize("token", [None, "Bearer x", "Basic bGFuOng=", "Bearer eyJhbGciOiJub25lIn0.e30."])
async def test_everything_else_needs_a_token_of_ours(client: Client, method: str, path: str, token: str | None) -> None:
    answer = await client.request(method, path, headers={"Authorization": token} if token else {})

    assert answer.status == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_a_token_of_eleven_minutes_ago_is_refused(db: Database, client: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    headers = await bearer(client)

    clock.advance(timedelta(minutes=11))
    answer = await client.post("/api/socket-ticket", headers=headers)

    assert answer.status == 401
    assert (await answer.json())["code"] == "not_signed_in"


async def test_a_signed_in_person_gets_a_ticket_and_the_facilities(db: Database, client: Client) -> None:
    hospital = await add_hospital(db)
    await add_person(db, "lan", Held(Role.SPECIALIST, hospital))
    headers = await bearer(client)

    ticket = await (await client.post("/api/socket-ticket", headers=headers)).json()
    facilities = await (await client.get("/api/facilities", headers=headers)).json()

    assert len(ticket["ticket"]) >= 43
    assert [facility["id"] for facility in facilities["facilities"]] == [str(hospital)]


async def test_an_account_without_any_role_sees_no_facilities(db: Database, client: Client) -> None:
    await add_person(db, "lan")

    assert (await client.get("/api/facilities", headers=await bearer(client))).status == 403
