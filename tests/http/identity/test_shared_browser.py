"""Two people at one browser, as the wire shows it: the browser's own cookie, the PIN, the lock."""

from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import make_mocked_request

from telemed.app import PLAIN_SITE, App
from telemed.identity import Identity, api
from telemed.infra.db import Database
from telemed.kernel.values import Role
from tests.http.identity.accounts import GOOD, cookie_of
from tests.http.identity.conftest import Client
from tests.people import PASSWORD, Held, add_person, add_station

PIN = "135790"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36"


async def shared(client: Client, **more: str) -> ClientResponse:
    return await client.post("/api/session", json=GOOD | {"shared": True}, headers=more)


def browser_of(answer: ClientResponse) -> dict[str, str]:
    return {"Cookie": f"telemed_device={answer.cookies['telemed_device'].value}"}


def bearer_of(session: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {session['access_token']}"}


async def test_the_browsers_cookie_is_given_once_and_only_to_these_routes(db: Database, client: Client) -> None:
    await add_person(db, "lan")

    first = await shared(client)
    again = await shared(client, **browser_of(first))

    cookie = first.cookies["telemed_device"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/api/session")
    assert cookie["max-age"] == str(365 * 24 * 3600)
    assert "telemed_device" not in again.cookies
    assert (await first.json())["device"] == (await again.json())["device"]
    assert cookie.value not in await first.text()


async def test_a_browser_says_who_may_come_in_by_pin_and_another_says_nothing(
    db: Database, client: Client, identity: Identity
) -> None:
    lan = await add_person(db, "lan")
    here = browser_of(await shared(client))
    await identity.set_pin(lan, PIN, PASSWORD)

    known = await (await client.get("/api/session/device", headers=here)).json()
    unknown = await (await client.get("/api/session/device")).json()

    (person,) = known["people"]
    assert (person["id"], person["name"], person["pin"], person["pin_left"]) == (str(lan.id), "BS. Lan Demo", True, 5)
    assert (known["known"], known["shared"]) == (True, True)
    assert unknown == {"known": False, "shared": False, "people": []}


async def test_the_next_one_comes_in_by_pin_and_the_one_before_is_out(
    db: Database, client: Client, identity: Identity
) -> None:
    await identity.set_pin(lan := await add_person(db, "lan"), PIN, PASSWORD)
    await add_person(db, "minh")
    first = await shared(client)
    here = browser_of(first)
    minhs = await client.post("/api/session", json=GOOD | {"username": "minh", "shared": True}, headers=here)

    wrong = await client.post("/api/session/pin", json={"person_id": str(lan.id), "pin": "111112"}, headers=here)
    right = await client.post("/api/session/pin", json={"person_id": str(lan.id), "pin": PIN}, headers=here)

    assert (wrong.status, (await wrong.json())["params"]) == (401, {"left": 4})
    assert (await right.json())["device"] == {"id": (await minhs.json())["device"]["id"], "shared": True}
    assert (await client.post("/api/session/refresh", headers=cookie_of(right))).status == 200
    for gone in (first, minhs):
        assert (await client.post("/api/session/refresh", headers=cookie_of(gone))).status == 401


async def test_a_pin_that_is_none_is_told_to_take_the_password(db: Database, client: Client) -> None:
    lan = await add_person(db, "lan")
    here = browser_of(await shared(client))

    answer = await client.post("/api/session/pin", json={"person_id": str(lan.id), "pin": PIN}, headers=here)

    assert (answer.status, (await answer.json())["code"]) == (401, "pin_locked")
    assert "telemed_refresh" not in answer.cookies


@pytest.mark.parametrize("body", [{}, {"pin": PIN, "password": "x"}, {"code": "1"}])
async def test_a_lock_is_opened_by_one_thing_at_a_time(db: Database, client: Client, body: dict[str, str]) -> None:
    await add_person(db, "lan")
    here = cookie_of(await shared(client))

    assert (await client.post("/api/session/unlock", json=body, headers=here)).status == 422


async def test_a_locked_screen_is_told_so_and_still_gets_its_socket(db: Database, client: Client) -> None:
    station = await add_station(db)
    await add_person(db, "lan", Held(Role.STATION_DOCTOR, station))
    answer = await shared(client)
    session, cookie = await answer.json(), cookie_of(answer)

    assert (await client.post("/api/session/lock", headers=cookie)).status == 204
    refused = await client.get("/api/facilities", headers=bearer_of(session))
    ticket = await client.post("/api/socket-ticket", headers=bearer_of(session))
    locked = await client.post("/api/session/refresh", headers=cookie)
    wrong = await client.post("/api/session/unlock", json={"password": "guess"}, headers=cookie_of(locked))
    opened = await client.post("/api/session/unlock", json={"password": GOOD["password"]}, headers=cookie_of(locked))

    assert (refused.status, (await refused.json())["code"]) == (403, "screen_locked")
    assert ticket.status == 200
    assert (await locked.json())["locked"] == {"reason": "asked", "unlock_with": ["password"]}
    assert (wrong.status, (await wrong.json())["code"]) == (422, "wrong_password")
    assert (await opened.json())["locked"] is None
    assert (await client.get("/api/facilities", headers=bearer_of(session))).status == 200


async def test_signing_out_everywhere_ends_the_other_browser_too(db: Database, client: Client) -> None:
    await add_person(db, "lan")
    here, there = await shared(client), await shared(client)

    left = await client.delete("/api/session/all", headers=bearer_of(await here.json()))

    assert (left.status, left.cookies["telemed_refresh"]["max-age"]) == (204, "0")
    assert (await client.post("/api/session/refresh", headers=cookie_of(there))).status == 401
    assert (await client.get("/api/facilities", headers=bearer_of(await there.json()))).status == 401


async def test_neither_a_pin_nor_a_password_is_ever_echoed(db: Database, client: Client) -> None:
    lan = await add_person(db, "lan")
    here = await shared(client)

    pin = {"person_id": str(lan.id), "pin": "7" * 20}

    told = [
        await (await client.post("/api/session/pin", json=pin, headers=browser_of(here))).text(),
        await (await client.post("/api/session/unlock", json={"password": "guess-8"}, headers=cookie_of(here))).text(),
    ]

    assert not any(secret in answer for answer in told for secret in ("7777", "guess-8"))


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (CHROME, "Chrome · Windows"),
        (CHROME + " Edg/140.0.0.0", "Edge · Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile", "Chrome · Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox · Linux"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", "Safari · iOS"),
        ("curl/8.5", ""),
        ("", ""),
    ],
)
def test_a_browser_is_called_by_its_program_and_system(agent: str, name: str) -> None:
    assert api.device_name(make_mocked_request("GET", "/", headers={"User-Agent": agent})) == name


def test_what_a_patient_may_depend_on_this_minute_is_a_closed_list(built: App) -> None:
    lifelines = {f"{o.method} {o.path}" for o in built.routes(lambda: PLAIN_SITE).operations if o.lifeline}

    assert {line for line in lifelines if "/api/session" not in line} == {
        "POST /api/socket-ticket",
        "GET /api/site",
        "GET /api/consults",
        "PUT /api/consults/{id}",
        "POST /api/consults/{id}/send",
        "POST /api/consults/{id}/accept",
        "POST /api/consults/{id}/hand-on",
        "POST /api/consults/{id}/transfer",
        "PUT /api/consults/{id}/phone-calls/{note_id}",
        "POST /api/consults/{id}/call",
        "POST /api/calls/{id}/end",
        "POST /api/deliveries/{id}/seen",
        "GET /api/rings",
        "POST /api/rings/{id}/decline",
        "POST /api/line-tests/{id}",
        "GET /api/line-tests/{id}",
        "DELETE /api/line-tests/{id}",
        "GET /api/ice-servers",
        "PUT /api/line-probes/{id}",
        "GET /api/vital-limits",
        "GET /api/request-templates",
        "PUT /api/calls/{id}/identity-checks/{check_id}",
    }
