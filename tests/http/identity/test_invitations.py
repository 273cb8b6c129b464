"""The link that sets a password: once, for three days, and never past a second factor."""

from datetime import timedelta

import pyotp

from telemed.identity.model_security import INVITATION_FOR
from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from tests.db.identity.accounts import audited, close_account
from tests.http.identity.conftest import Client
from tests.http.identity.own import LONG, OTHER, enter, headers_of, invitation, refusal, security, turn_on_totp
from tests.people import PASSWORD, add_person

OVER: tuple[int, str, dict[str, int]] = (404, "invitation_over", {})


async def test_an_invited_person_sets_the_first_password_and_is_in(db: Database, whole: Client) -> None:
    lan = await add_person(db, "lan", password_hash=None)
    token = await invitation(db, lan.id)

    opened = await (await whole.post("/api/invitations/open", json={"token": token})).json()
    accepted = await whole.post("/api/invitations/accept", json={"token": token, "password": LONG})

    assert (opened["name"], opened["username"], opened["min_password"]) == ("BS. Lan Demo", "lan", 14)
    assert accepted.status == 200, await accepted.text()
    view = await accepted.json()
    assert (view["user"]["id"], view["must_change_password"]) == (str(lan.id), False)
    assert (await security(whole, await headers_of(accepted)))["sign_ins"][0]["method"] == "invitation"
    await enter(whole, password=LONG)


async def test_a_link_works_once(db: Database, whole: Client) -> None:
    lan = await add_person(db, "lan")
    token = await invitation(db, lan.id)
    body = {"token": token, "password": LONG}

    weak = await whole.post("/api/invitations/accept", json=body | {"password": "matkhau1234567"})
    first = await whole.post("/api/invitations/accept", json=body)
    again = await whole.post("/api/invitations/accept", json=body | {"password": OTHER})

    assert (await refusal(weak))[1] == "password.common"
    assert [fault["pointer"] for fault in (await weak.json())["errors"]] == ["/body/password"]
    assert first.status == 200
    assert await refusal(again) == OVER
    assert await refusal(await whole.post("/api/invitations/open", json={"token": token})) == OVER


async def test_a_link_ends_after_three_days_with_a_newer_one_and_with_the_account(
    db: Database, whole: Client, clock: ManualClock
) -> None:
    lan = await add_person(db, "lan")
    old = await invitation(db, lan.id)
    token = await invitation(db, lan.id)

    assert await refusal(await whole.post("/api/invitations/open", json={"token": old})) == OVER
    clock.advance(INVITATION_FOR - timedelta(seconds=1))
    assert (await whole.post("/api/invitations/open", json={"token": token})).status == 200
    clock.advance(timedelta(seconds=1))
    assert await refusal(await whole.post("/api/invitations/open", json={"token": token})) == OVER

    newest = await invitation(db, lan.id)
    await close_account(db, lan.id)
    assert await refusal(await whole.post("/api/invitations/open", json={"token": newest})) == OVER
    assert await refusal(await whole.post("/api/invitations/open", json={"token": "made up"})) == OVER


async def test_a_forgotten_password_is_replaced_and_everybody_is_signed_out(db: Database, whole: Client) -> None:
    lan = await add_person(db, "lan")
    before = await enter(whole)
    token = await invitation(db, lan.id)

    await whole.post("/api/invitations/accept", json={"token": token, "password": LONG})

    assert (await whole.post("/api/session/refresh", headers={"Cookie": before["Cookie"]})).status == 401
    assert (await whole.post("/api/session", json={"username": "lan", "password": PASSWORD})).status == 401
    assert ("invitation.accept", "ok", None) in await audited(db)


async def test_a_link_does_not_stand_in_for_the_second_factor(db: Database, whole: Client, clock: ManualClock) -> None:
    lan = await add_person(db, "lan")
    secret, recovery = await turn_on_totp(whole, await enter(whole), clock.now())
    token = await invitation(db, lan.id)
    body = {"token": token, "password": "mưa rơi núi"}

    opened = await (await whole.post("/api/invitations/open", json={"token": token})).json()
    asked = await whole.post("/api/invitations/accept", json=body)
    wrong = await whole.post("/api/invitations/accept", json=body | {"code": "000000"})
    clock.advance(timedelta(seconds=30))
    right = await whole.post("/api/invitations/accept", json=body | {"code": pyotp.TOTP(secret).at(clock.now())})

    assert (opened["min_password"], opened["methods"]) == (10, ["totp", "recovery"])
    assert await refusal(asked) == (401, "second_factor_needed", {"methods": "totp,recovery"})
    assert (await refusal(wrong))[1] == "second_factor_refused"
    assert right.status == 200
    seen = await security(whole, await headers_of(right))
    assert (seen["totp"], seen["recovery_left"]) == (True, len(recovery))


async def test_guessing_codes_behind_a_link_gets_slower(db: Database, whole: Client, clock: ManualClock) -> None:
    lan = await add_person(db, "lan")
    await turn_on_totp(whole, await enter(whole), clock.now())
    body = {"token": await invitation(db, lan.id), "password": LONG, "code": "000000"}

    statuses = [(await whole.post("/api/invitations/accept", json=body)).status for _ in range(6)]

    assert statuses == [401] * 5 + [429]


async def test_changing_the_password_voids_a_link_that_is_about(db: Database, whole: Client) -> None:
    lan = await add_person(db, "lan")
    headers, token = await enter(whole), await invitation(db, lan.id)

    await whole.post("/api/me/password", json={"current": PASSWORD, "new": LONG}, headers=headers)

    assert await refusal(await whole.post("/api/invitations/open", json={"token": token})) == OVER
