"""Passkeys over HTTP, with an authenticator in software: added, used alone, and what is not believed."""

from datetime import timedelta

import pytest

from telemed.identity.model_security import CEREMONY_FOR
from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from tests.db.identity.accounts import audited, close_account
from tests.http.identity.authenticator import Authenticator, text
from tests.http.identity.conftest import Client
from tests.http.identity.own import (
    ORIGIN,
    add_passkey,
    enter,
    headers_of,
    refusal,
    security,
    turn_on_totp,
    with_passkey,
)
from tests.people import PASSWORD, add_person


@pytest.fixture
def authenticator() -> Authenticator:
    return Authenticator(ORIGIN)


async def test_a_passkey_signs_in_with_nothing_else(
    db: Database, whole: Client, clock: ManualClock, authenticator: Authenticator
) -> None:
    lan = await add_person(db, "lan")
    headers = await enter(whole)

    added = await (await add_passkey(whole, headers, authenticator)).json()
    clock.advance(timedelta(hours=1))
    entered = await with_passkey(whole, authenticator)

    assert len(added["codes"]) == 10
    assert entered.status == 200, await entered.text()
    assert (await entered.json())["user"]["id"] == str(lan.id)
    seen = await security(whole, await headers_of(entered))
    assert [(one["name"], one["used_at"] is not None) for one in seen["passkeys"]] == [("Khóa của Lan", True)]
    assert (seen["min_password"], seen["recovery_left"], seen["sign_ins"][0]["method"]) == (10, 10, "passkey")


async def test_a_passkey_is_asked_for_besides_the_password(
    db: Database, whole: Client, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    added = await (await add_passkey(whole, await enter(whole), authenticator)).json()
    body = {"username": "lan", "password": PASSWORD}

    asked = await whole.post("/api/session", json=body)
    instead = await whole.post("/api/session", json=body | {"code": added["codes"][0]})

    assert await refusal(asked) == (401, "second_factor_needed", {"methods": "passkey,recovery"})
    assert instead.status == 200


async def test_options_ask_for_a_verified_person_and_name_no_stranger(
    db: Database, whole: Client, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    headers = await enter(whole) | {"Origin": ORIGIN, "Host": "telemed.example.vn"}

    adding = await (await whole.post("/api/me/passkeys/options", json={"password": PASSWORD}, headers=headers)).json()
    asking = await (await whole.post("/api/session/passkey/options", headers=headers)).json()

    wanted = adding["options"]["authenticatorSelection"]
    assert (wanted["residentKey"], wanted["userVerification"]) == ("required", "required")
    assert adding["options"]["rp"]["id"] == asking["options"]["rpId"] == "telemed.example.vn"
    assert adding["options"]["attestation"] == "none"
    assert asking["options"]["userVerification"] == "required"
    assert not asking["options"].get("allowCredentials")


async def test_adding_it_again_answers_the_same_but_not_the_codes(
    db: Database, whole: Client, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    headers, passkey_id = await enter(whole), uuid7()

    first = await (await add_passkey(whole, headers, authenticator, passkey_id)).json()
    second = await (await add_passkey(whole, headers, authenticator, passkey_id)).json()
    other_id = await add_passkey(whole, headers, authenticator)

    assert (second["passkey"], second["codes"]) == (first["passkey"], None)
    assert await refusal(other_id) == (409, "passkey.known", {})


@pytest.mark.parametrize(
    "spoiled",
    [
        {"origin": "https://telemed.example.vn.evil.example"},
        {"verified": False},
    ],
)
async def test_another_sites_or_an_unverified_answer_makes_no_passkey(
    db: Database, whole: Client, authenticator: Authenticator, spoiled: dict[str, object]
) -> None:
    await add_person(db, "lan")
    for name, value in spoiled.items():
        setattr(authenticator, name, value)

    assert await refusal(await add_passkey(whole, await enter(whole), authenticator)) == (422, "passkey.unfit", {})


@pytest.mark.parametrize(
    "spoiled",
    [
        {"origin": "https://telemed.example.vn.evil.example"},
        {"verified": False},
        {"count": -1},
        {"id": b"nobody's" * 4},
        {"handle": text(uuid7().bytes)},
    ],
)
async def test_an_answer_that_is_not_right_opens_nothing(
    db: Database, whole: Client, authenticator: Authenticator, spoiled: dict[str, object]
) -> None:
    await add_person(db, "lan")
    await add_passkey(whole, await enter(whole), authenticator)
    assert (await with_passkey(whole, authenticator)).status == 200
    for name, value in spoiled.items():
        setattr(authenticator, name, value)

    assert await refusal(await with_passkey(whole, authenticator)) == (401, "passkey_refused", {})


async def test_a_signature_of_another_key_or_garbage_opens_nothing(
    db: Database, whole: Client, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    await add_passkey(whole, await enter(whole), authenticator)

    assert (await with_passkey(whole, authenticator, signature=text(b"\x30\x00"))).status == 401
    assert (await with_passkey(whole, authenticator, authenticatorData="AAAA")).status == 401
    assert (await with_passkey(whole, authenticator, clientDataJSON="!!")).status == 401
    authenticator.key = Authenticator(ORIGIN).key
    assert (await with_passkey(whole, authenticator)).status == 401
    assert ("session.sign_in", "refused", "passkey") in await audited(db)


async def test_a_challenge_is_answered_once_and_within_five_minutes(
    db: Database, whole: Client, clock: ManualClock, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    await add_passkey(whole, await enter(whole), authenticator)
    headers = {"Origin": ORIGIN, "Host": "telemed.example.vn"}
    begun = await (await whole.post("/api/session/passkey/options", headers=headers)).json()
    late = await (await whole.post("/api/session/passkey/options", headers=headers)).json()
    body = {"ceremony": begun["ceremony"], "credential": authenticator.get(begun["options"])}

    first = await whole.post("/api/session/passkey", json=body, headers=headers)
    again = await whole.post("/api/session/passkey", json=body, headers=headers)
    clock.advance(CEREMONY_FOR)
    body = {"ceremony": late["ceremony"], "credential": authenticator.get(late["options"])}
    too_late = await whole.post("/api/session/passkey", json=body, headers=headers)

    assert first.status == 200
    assert await refusal(again) == await refusal(too_late) == (409, "ceremony_over", {})


async def test_a_closed_account_is_not_opened_by_its_passkey(
    db: Database, whole: Client, authenticator: Authenticator
) -> None:
    lan = await add_person(db, "lan")
    await add_passkey(whole, await enter(whole), authenticator)

    await close_account(db, lan.id)

    assert (await refusal(await with_passkey(whole, authenticator)))[1] == "passkey_refused"


async def test_the_last_second_factor_stays_until_there_is_another(
    db: Database, whole: Client, clock: ManualClock, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    headers, passkey_id = await enter(whole), uuid7()
    await add_passkey(whole, headers, authenticator, passkey_id)

    refused = await whole.delete(f"/api/me/passkeys/{passkey_id}", headers=headers)
    await turn_on_totp(whole, headers, clock.now())
    removed = await whole.delete(f"/api/me/passkeys/{passkey_id}", headers=headers)
    again = await whole.delete(f"/api/me/passkeys/{passkey_id}", headers=headers)

    assert await refusal(refused) == (409, "second_factor.last", {})
    assert (removed.status, again.status) == (204, 404)
    assert (await with_passkey(whole, authenticator)).status == 401


async def test_another_persons_passkey_is_not_there(
    db: Database, whole: Client, clock: ManualClock, authenticator: Authenticator
) -> None:
    await add_person(db, "lan")
    await add_person(db, "minh")
    passkey_id = uuid7()
    await add_passkey(whole, await enter(whole), authenticator, passkey_id)
    minh = await enter(whole, "minh")

    assert (await whole.delete(f"/api/me/passkeys/{passkey_id}", headers=minh)).status == 404
    assert await refusal(await add_passkey(whole, minh, authenticator, passkey_id)) == (409, "passkey.known", {})
