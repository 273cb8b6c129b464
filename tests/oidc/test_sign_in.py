"""Signing in by way of a real OpenID Connect provider: there, back, and in; or refused with a page that says why."""

from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientResponse
from sqlalchemy import select, update

from telemed import app
from telemed.identity import tables
from telemed.infra.db import Database
from tests.db.identity.accounts import audited, close_account
from tests.oidc.conftest import BACK, HOST, Browser
from tests.people import SYSTEM, add_person


async def who(browser: Browser) -> str:
    """Whose session the browser's own cookies are now."""
    sent = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    answer = await browser.ours.post("/api/session/refresh", headers={"Host": HOST, "Cookie": sent})
    assert answer.status == 200, await answer.text()
    return str((await answer.json())["user"]["name"])


async def goes_to(answer: ClientResponse) -> str:
    page = await answer.text()
    assert "<script" not in page
    return page.partition('content="0;url=')[2].partition('"')[0]


async def test_somebody_signed_in_there_is_signed_in_here(db: Database, browser: Browser) -> None:
    await add_person(db, "lan", password_hash=None)

    answer = await browser.sign_in("lan")

    assert (answer.status, await goes_to(answer)) == (200, "/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert await who(browser) == "BS. Lan Demo"
    assert [row for row in await audited(db) if row[0] in {"oidc.link", "session.sign_in"}] == [
        ("oidc.link", "ok", None),
        ("session.sign_in", "ok", "oidc"),
    ]


async def test_we_ask_with_pkce_state_and_nonce_and_keep_them_from_scripts(browser: Browser) -> None:
    answer = await browser.get("/api/session/oidc", {})

    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    cookie = answer.cookies["telemed_oidc"]
    assert (asked["code_challenge_method"], asked["response_type"]) == (["S256"], ["code"])
    assert asked["redirect_uri"] == [BACK]
    assert all(len(asked[name][0]) >= 43 for name in ("state", "nonce", "code_challenge"))
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/api/session/oidc")
    assert cookie["max-age"] == "300"


async def test_later_it_is_the_subject_that_counts_not_the_name(db: Database, browser: Browser) -> None:
    lan = await add_person(db, "lan")
    await browser.sign_in("lan")
    async with db.transaction(SYSTEM) as tx:
        renamed = update(tables.person).where(tables.person.c.id == lan.id)
        await tx.execute(renamed.values(username="lan.moi"))
    await add_person(db, "lan", password_hash=None)

    await browser.sign_in("lan")

    async with db.transaction(SYSTEM) as tx:
        linked = [row.person_id for row in await tx.all(select(tables.oidc_subject.c.person_id))]
    assert linked == [lan.id]


async def test_nobody_of_ours_is_sent_back_with_the_reason(db: Database, browser: Browser) -> None:
    answer = await browser.sign_in("nobody")

    assert (answer.status, await goes_to(answer)) == (403, "/#problem=oidc.unknown_person")
    assert "telemed_refresh" not in browser.cookies
    assert ("session.sign_in", "refused", "oidc.unknown_person") in await audited(db)


async def test_a_closed_account_stays_closed(db: Database, browser: Browser) -> None:
    lan = await add_person(db, "lan")
    await browser.sign_in("lan")
    await close_account(db, lan.id)

    assert await goes_to(await browser.sign_in("lan")) == "/#problem=oidc.unknown_person"


async def test_without_matching_by_name_only_linked_accounts_get_in(
    db: Database, built: app.App, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_person(db, "lan")
    client = built.single_sign_on._client
    assert client
    monkeypatch.setattr(client, "provider", type(client.provider)(client.provider.issuer, "telemed", "only for tests"))

    assert await goes_to(await browser.sign_in("lan")) == "/#problem=oidc.unknown_person"


async def test_an_answer_is_taken_once_and_only_in_the_browser_that_asked(db: Database, browser: Browser) -> None:
    await add_person(db, "lan")
    back = await browser.sign_in_there(await browser.begin(), "lan")
    cookies = dict(browser.cookies)

    browser.cookies = {}
    elsewhere = await browser.come_back(back)
    browser.cookies = dict(cookies)
    here = await browser.come_back(back)
    browser.cookies = dict(cookies)
    again = await browser.come_back(back)

    refused = "/#problem=oidc.refused"
    assert [await goes_to(one) for one in (elsewhere, here, again)] == [refused, "/", refused]


async def test_another_sign_ins_state_or_issuer_is_refused(db: Database, browser: Browser) -> None:
    await add_person(db, "lan")

    for spoil in (("state=", "state=x"), ("iss=", "iss=x"), ("code=", "code=x"), ("code=", "error=")):
        back = await browser.sign_in_there(await browser.begin(), "lan")
        assert await goes_to(await browser.come_back(back.replace(*spoil))) == "/#problem=oidc.refused", spoil


async def test_the_browser_stays_the_device_it_was(db: Database, browser: Browser) -> None:
    await add_person(db, "lan")
    await browser.sign_in("lan")
    before = browser.cookies["telemed_device"]

    await browser.sign_in("lan")

    assert browser.cookies["telemed_device"] == before
    async with db.transaction(SYSTEM) as tx:
        assert len(await tx.all(select(tables.device.c.id))) == 1


async def test_the_sign_in_page_knows_its_name(browser: Browser) -> None:
    assert (await (await browser.ours.get("/api/site")).json())["oidc"] == "Sở Y tế Demo"
