"""One's own security over HTTP: password, codes of an authenticator, recovery codes, devices, sign-ins."""

import pyotp
import pytest

from telemed.identity.model_security import STEP
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from tests.db.identity.accounts import audited
from tests.http.identity.conftest import Client
from tests.http.identity.own import LONG, OTHER, enter, refusal, security, turn_on_totp
from tests.people import PASSWORD, add_person


async def test_an_account_with_a_password_alone_needs_a_long_one(db: Database, whole: Client) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)

    seen = await security(whole, headers)

    assert (seen["min_password"], seen["totp"], seen["passkeys"], seen["recovery_left"]) == (14, False, [], 0)
    assert [one["current"] for one in seen["devices"]] == [True]
    assert [(one["method"], one["current"]) for one in seen["sign_ins"]] == [("password", True)]


async def test_a_new_password_ends_every_other_sign_in(db: Database, whole: Client) -> None:
    await add_person(db, "lan")
    here, there = await enter(whole), await enter(whole)

    changed = await whole.post("/api/me/password", json={"current": PASSWORD, "new": LONG}, headers=here)

    assert changed.status == 204, await changed.text()
    assert (await whole.post("/api/session/refresh", headers={"Cookie": there["Cookie"]})).status == 401
    assert (await whole.post("/api/session/refresh", headers={"Cookie": here["Cookie"]})).status == 200
    seen = await security(whole, here)
    assert [one["current"] for one in seen["devices"]] == [True]
    await enter(whole, password=LONG)
    old = await whole.post("/api/session", json={"username": "lan", "password": PASSWORD})
    assert old.status == 401


@pytest.mark.parametrize(
    ("current", "new", "code", "pointer", "params"),
    [
        ("guess", LONG, "wrong_password", "/body/current", {}),
        (PASSWORD, PASSWORD, "password.same", "/body/new", {}),
        (PASSWORD, "mưa rơi núi", "password.too_short", "/body/new", {"min": 14}),
        (PASSWORD, "mưa", "password.too_short", "/body/new", {"min": 10}),
        (PASSWORD, "Lan Demo mưa rơi núi", "password.has_name", "/body/new", {}),
        (PASSWORD, "matkhau 1234567890", "password.common", "/body/new", {}),
        (PASSWORD, "abababababababab", "password.too_simple", "/body/new", {}),
    ],
)
async def test_a_password_that_will_not_do_is_told_why(
    db: Database, whole: Client, current: str, new: str, code: str, pointer: str, params: dict[str, int]
) -> None:
    await add_person(db, "lan")

    answer = await whole.post("/api/me/password", json={"current": current, "new": new}, headers=await enter(whole))

    assert await refusal(answer) == (422, code, params)
    assert [fault["pointer"] for fault in (await answer.json())["errors"]] == [pointer]
    assert new not in await answer.text()
    await enter(whole)


async def test_guessing_the_password_from_an_open_page_gets_slower(db: Database, whole: Client) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        answer = await whole.post("/api/me/totp", json={"password": "guess"}, headers=headers)
        assert await refusal(answer) == (422, "wrong_password", {})

    answer = await whole.post("/api/me/totp", json={"password": PASSWORD}, headers=headers)

    assert answer.status == 429


async def test_codes_are_asked_for_once_one_was_shown(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    begun = await (await whole.post("/api/me/totp", json={"password": PASSWORD}, headers=headers)).json()

    assert begun["uri"].startswith("otpauth://totp/Telemed:lan%40")
    assert begun["qr_svg"].startswith("<svg xmlns=")
    await enter(whole)  # nothing is asked yet
    codes = pyotp.TOTP(begun["secret"])
    wrong = await whole.post("/api/me/totp/confirm", json={"code": codes.at(clock.now() - 5 * STEP)}, headers=headers)
    assert await refusal(wrong) == (422, "code_refused", {})

    right = await whole.post("/api/me/totp/confirm", json={"code": codes.at(clock.now() - STEP)}, headers=headers)

    recovery = (await right.json())["codes"]
    assert (right.status, len(recovery), len(set(recovery))) == (200, 10, 10)
    seen = await security(whole, headers)
    assert (seen["totp"], seen["recovery_left"], seen["min_password"]) == (True, 10, 10)
    asked = await whole.post("/api/session", json={"username": "lan", "password": PASSWORD})
    assert await refusal(asked) == (401, "second_factor_needed", {"methods": "totp,recovery"})
    again = await whole.post("/api/me/totp", json={"password": PASSWORD}, headers=headers)
    assert await refusal(again) == (409, "totp.on", {})


async def test_each_code_opens_once(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    secret, _ = await turn_on_totp(whole, await enter(whole), clock.now())
    codes, body = pyotp.TOTP(secret), {"username": "lan", "password": PASSWORD}

    used_to_confirm = await whole.post("/api/session", json=body | {"code": codes.at(clock.now())})
    clock.advance(STEP)
    first = await whole.post("/api/session", json=body | {"code": codes.at(clock.now())})
    second = await whole.post("/api/session", json=body | {"code": codes.at(clock.now())})
    before = await whole.post("/api/session", json=body | {"code": codes.at(clock.now() - STEP)})
    ahead = await whole.post("/api/session", json=body | {"code": codes.at(clock.now() + STEP)})

    assert [one.status for one in (used_to_confirm, first, second, before, ahead)] == [401, 200, 401, 401, 200]
    assert (await refusal(second))[1] == "second_factor_refused"


async def test_a_recovery_code_opens_once_however_it_is_typed(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    _, recovery = await turn_on_totp(whole, headers, clock.now())
    body = {"username": "lan", "password": PASSWORD}

    first = await whole.post("/api/session", json=body | {"code": f" {recovery[0].upper().replace('-', ' ')}"})
    second = await whole.post("/api/session", json=body | {"code": recovery[0]})
    other = await whole.post("/api/session", json=body | {"code": recovery[1]})

    assert [one.status for one in (first, second, other)] == [200, 401, 200]
    assert (await security(whole, headers))["recovery_left"] == 8


async def test_new_recovery_codes_void_the_old_ones(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    none = await whole.post("/api/me/recovery-codes", json={"password": PASSWORD}, headers=headers)
    assert await refusal(none) == (409, "second_factor.none", {})
    _, old = await turn_on_totp(whole, headers, clock.now())

    new = (await (await whole.post("/api/me/recovery-codes", json={"password": PASSWORD}, headers=headers)).json())[
        "codes"
    ]

    body = {"username": "lan", "password": PASSWORD}
    assert not set(old) & set(new)
    assert (await whole.post("/api/session", json=body | {"code": old[0]})).status == 401
    assert (await whole.post("/api/session", json=body | {"code": new[0]})).status == 200


async def test_a_short_password_cannot_lose_its_second_factor(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    await turn_on_totp(whole, headers, clock.now())

    refused = await whole.post("/api/me/totp/remove", json={"password": PASSWORD}, headers=headers)
    assert await refusal(refused) == (409, "password.longer_first", {"min": 14})

    await whole.post("/api/me/password", json={"current": PASSWORD, "new": LONG}, headers=headers)
    removed = await whole.post("/api/me/totp/remove", json={"password": LONG}, headers=headers)

    assert removed.status == 204
    seen = await security(whole, headers)
    assert (seen["totp"], seen["recovery_left"], seen["min_password"]) == (False, 0, 14)
    await enter(whole, password=LONG)


async def test_a_second_factor_makes_other_browsers_ask_for_it(db: Database, whole: Client, clock: ManualClock) -> None:
    await add_person(db, "lan")
    here, there = await enter(whole), await enter(whole)
    await turn_on_totp(whole, here, clock.now())

    body = {"username": "lan", "password": PASSWORD}
    asked = await whole.post("/api/session", json=body, headers={"Cookie": there["Cookie"]})
    trusted = await whole.post("/api/session", json=body, headers={"Cookie": here["Cookie"]})

    assert (asked.status, trusted.status) == (401, 200)


async def test_a_device_that_is_revoked_is_signed_out_and_asks_for_everything(
    db: Database, whole: Client, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    here = await enter(whole)
    secret, _ = await turn_on_totp(whole, here, clock.now())
    clock.advance(STEP)
    there = await enter(whole, code=pyotp.TOTP(secret).at(clock.now()))
    (lost,) = [one["id"] for one in (await security(whole, here))["devices"] if not one["current"]]

    revoked = await whole.delete(f"/api/me/devices/{lost}", headers=here)

    assert revoked.status == 204
    assert (await whole.post("/api/session/refresh", headers={"Cookie": there["Cookie"]})).status == 401
    body = {"username": "lan", "password": PASSWORD}
    asked = await whole.post("/api/session", json=body, headers={"Cookie": there["Cookie"]})
    assert (await refusal(asked))[1] == "second_factor_needed"
    assert (await whole.delete(f"/api/me/devices/{lost}", headers=here)).status == 404


async def test_one_sign_in_is_ended_and_the_others_go_on(db: Database, whole: Client) -> None:
    await add_person(db, "lan")
    here, there = await enter(whole), await enter(whole)
    (other,) = [one["id"] for one in (await security(whole, here))["sign_ins"] if not one["current"]]

    ended = await whole.delete(f"/api/me/sign-ins/{other}", headers=here)

    assert ended.status == 204
    assert (await whole.post("/api/session/refresh", headers={"Cookie": there["Cookie"]})).status == 401
    assert (await whole.post("/api/session/refresh", headers={"Cookie": here["Cookie"]})).status == 200


async def test_another_persons_devices_and_sign_ins_are_not_there(db: Database, whole: Client) -> None:
    await add_person(db, "lan")
    await add_person(db, "minh")
    lan, minh = await enter(whole), await enter(whole, "minh")
    seen = await security(whole, minh)

    answers = [
        await whole.delete(f"/api/me/devices/{seen['devices'][0]['id']}", headers=lan),
        await whole.delete(f"/api/me/sign-ins/{seen['sign_ins'][0]['id']}", headers=lan),
        await whole.delete(f"/api/me/sign-ins/{uuid7()}", headers=lan),
    ]

    assert [answer.status for answer in answers] == [404, 404, 404]
    assert (await whole.post("/api/session/refresh", headers={"Cookie": minh["Cookie"]})).status == 200


async def test_what_was_done_is_on_the_trail_without_any_secret(
    db: Database, whole: Client, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    headers = await enter(whole)
    await turn_on_totp(whole, headers, clock.now())
    await whole.post("/api/me/password", json={"current": "guess", "new": OTHER}, headers=headers)
    await whole.post("/api/me/password", json={"current": PASSWORD, "new": OTHER}, headers=headers)

    own = [row for row in await audited(db) if row[0].startswith("security.")]

    assert own == [
        ("security.totp", "ok", None),
        ("security.password_asked", "refused", None),
        ("security.password", "ok", None),
    ]
