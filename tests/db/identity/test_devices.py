"""What a browser is trusted with: a remembered second factor, a PIN, one person at a time."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from telemed.identity import Identity, tables
from telemed.identity.model import (
    PIN_TRIES,
    TRUSTED_FOR,
    PinLocked,
    PinRefused,
    PinTooSimple,
    SecondFactorNeeded,
    SecondFactorRefused,
    SessionOver,
    WrongPassword,
)
from telemed.identity.service.entry import SignedIn
from telemed.identity.tokens import Tokens
from telemed.infra.db import Database, Tx
from telemed.infra.security import SignInLimiter, TooManySignIns
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId, uuid7
from tests.db.identity.accounts import HERE, audited, close_account
from tests.people import PASSWORD, PASSWORDS, SYSTEM, add_person

PIN = "135790"
CODE = "246802"


@dataclass
class Authenticator:
    """Asks some people for a code, as an authenticator would show it."""

    people: set[UserId] = field(default_factory=set)

    async def methods(self, tx: Tx, person_id: UserId) -> tuple[str, ...]:
        return ("totp", "recovery") if person_id in self.people else ()

    async def check(self, tx: Tx, person_id: UserId, code: str) -> str | None:
        return "totp" if code == CODE else None


@pytest.fixture
def authenticator() -> Authenticator:
    return Authenticator()


@pytest.fixture
def identity(db: Database, clock: ManualClock, authenticator: Authenticator, tokens: Tokens) -> Identity:
    return Identity(db, clock, tokens, PASSWORDS, SignInLimiter(clock), second=authenticator)


async def at_new_browser(identity: Identity, username: str, **more: str | bool) -> tuple[SignedIn, str]:
    signed_in = await identity.sign_in(username, PASSWORD, HERE, **more)  # type: ignore[arg-type]
    assert signed_in.device_secret
    return signed_in, signed_in.device_secret


async def with_pin(identity: Identity, db: Database, username: str = "lan") -> tuple[Actor, str]:
    person = await add_person(db, username)
    _, browser = await at_new_browser(identity, username, shared=True)
    await identity.set_pin(person, PIN, PASSWORD)
    return person, browser


async def test_a_browser_is_known_again_by_its_secret_alone(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    first, browser = await at_new_browser(identity, "lan", shared=True, device_name="Chrome · Windows")

    again = await identity.sign_in("lan", PASSWORD, HERE, device=browser, shared=True)
    stranger = await identity.device("made up")
    known = await identity.device(browser)

    assert (again.device, again.device_secret) == (first.device, None)
    assert (stranger.known, stranger.people) == (False, [])
    assert (known.known, known.shared) == (True, True)
    async with db.transaction(SYSTEM) as tx:
        rows = await tx.all(select(tables.device))
    assert [row.name for row in rows] == ["Chrome · Windows"]
    assert browser.encode() not in rows[0].secret_hash


async def test_a_browser_names_those_with_a_pin_the_last_one_first_and_no_closed_account(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    browser: str | None = None
    for username in ("lan", "minh", "cu"):
        person = await add_person(db, username)
        signed_in = await identity.sign_in(username, PASSWORD, HERE, device=browser)
        await identity.set_pin(person, PIN, PASSWORD)
        browser = browser or signed_in.device_secret
        clock.advance(timedelta(minutes=1))
    await close_account(db, person.id)
    await add_person(db, "without")
    await identity.sign_in("without", PASSWORD, HERE, device=browser)

    assert [one.name for one in (await identity.device(browser)).people] == ["BS. Minh Demo", "BS. Lan Demo"]


async def test_signing_in_ends_the_session_of_whoever_sat_there_before(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    await add_person(db, "minh")
    before, browser = await at_new_browser(identity, "lan")

    await identity.sign_in("minh", PASSWORD, HERE, device=browser)

    with pytest.raises(SessionOver):
        await identity.refresh(before.refresh_token)


async def test_a_sign_in_of_before_browsers_were_known_gets_one_that_is_trusted_with_nothing(
    db: Database, identity: Identity
) -> None:
    lan = await add_person(db, "lan")
    await identity.set_pin(lan, PIN, PASSWORD)
    old = await identity.sign_in("lan", PASSWORD, HERE)
    async with db.transaction(SYSTEM) as tx:
        await tx.execute(update(tables.sign_in).values(device_id=None))

    renewed = await identity.refresh(old.refresh_token)
    again = await identity.refresh(renewed.refresh_token)

    assert renewed.device_secret
    assert (again.device, again.device_secret) == (renewed.device, None)
    with pytest.raises(PinLocked):
        await identity.sign_in_with_pin(lan.id, PIN, renewed.device_secret)


# -- the second factor -------------------------------------------------------------------------------------------------


async def test_the_second_factor_is_asked_after_a_right_password_and_remembered_by_that_browser_for_thirty_days(
    db: Database, identity: Identity, authenticator: Authenticator, clock: ManualClock
) -> None:
    authenticator.people.add((await add_person(db, "lan")).id)

    with pytest.raises(SecondFactorNeeded) as needed:
        await identity.sign_in("lan", PASSWORD, HERE)
    _, browser = await at_new_browser(identity, "lan", code=CODE)
    clock.advance(TRUSTED_FOR - timedelta(seconds=1))
    await identity.sign_in("lan", PASSWORD, HERE, device=browser)
    with pytest.raises(SecondFactorNeeded):
        await identity.sign_in("lan", PASSWORD, HERE)
    clock.advance(timedelta(seconds=1))  # what it remembered did not become younger by being used
    with pytest.raises(SecondFactorNeeded):
        await identity.sign_in("lan", PASSWORD, HERE, device=browser)

    assert needed.value.params == {"methods": "totp,recovery"}


async def test_a_browser_remembers_the_second_factor_of_one_person_not_of_all(
    db: Database, identity: Identity, authenticator: Authenticator
) -> None:
    authenticator.people |= {(await add_person(db, name)).id for name in ("lan", "minh")}
    _, browser = await at_new_browser(identity, "lan", code=CODE)

    with pytest.raises(SecondFactorNeeded):
        await identity.sign_in("minh", PASSWORD, HERE, device=browser)


async def test_codes_cannot_be_guessed_faster_by_knowing_the_password(
    db: Database, identity: Identity, authenticator: Authenticator
) -> None:
    authenticator.people.add((await add_person(db, "lan")).id)
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        with pytest.raises(SecondFactorRefused):
            await identity.sign_in("lan", PASSWORD, HERE, code="111111")

    with pytest.raises(TooManySignIns):
        await identity.sign_in("lan", PASSWORD, HERE, code=CODE)
    assert (await audited(db))[-1] == ("session.second_factor", "refused", None)


# -- the PIN -----------------------------------------------------------------------------------------------------------


async def test_a_pin_opens_a_session_in_a_browser_where_its_owner_signed_in(db: Database, identity: Identity) -> None:
    lan, browser = await with_pin(identity, db)

    signed_in = await identity.sign_in_with_pin(lan.id, PIN, browser)

    (person,) = (await identity.device(browser)).people
    assert (signed_in.person.id, signed_in.sign_in.method, signed_in.device.shared) == (lan.id, "pin", True)
    assert (person.pin, person.pin_left) == (True, PIN_TRIES)
    assert (await audited(db))[-1] == ("session.sign_in", "ok", "pin")


async def test_a_pin_opens_nothing_anywhere_else(db: Database, identity: Identity) -> None:
    lan, browser = await with_pin(identity, db)
    minh, elsewhere = await with_pin(identity, db, "minh")

    for person, device in [(lan.id, elsewhere), (minh.id, browser), (lan.id, None), (UserId(uuid7()), browser)]:
        with pytest.raises(PinLocked):
            await identity.sign_in_with_pin(person, PIN, device)


async def test_after_five_wrong_pins_the_browser_wants_the_password_and_the_others_do_not(
    db: Database, identity: Identity
) -> None:
    lan, browser = await with_pin(identity, db)
    _, other = await at_new_browser(identity, "lan")

    left = []
    for _ in range(PIN_TRIES - 1):
        with pytest.raises(PinRefused) as refused:
            await identity.sign_in_with_pin(lan.id, "111112", browser)
        left.append(refused.value.params["left"])
    for pin in ("111112", PIN):
        with pytest.raises(PinLocked):
            await identity.sign_in_with_pin(lan.id, pin, browser)

    assert left == [4, 3, 2, 1]
    await identity.sign_in_with_pin(lan.id, PIN, other)
    await identity.sign_in("lan", PASSWORD, HERE, device=browser)
    await identity.sign_in_with_pin(lan.id, PIN, browser)


async def test_pins_tried_all_at_once_are_counted_too(db: Database, identity: Identity) -> None:
    lan, browser = await with_pin(identity, db)
    guesses = (identity.sign_in_with_pin(lan.id, f"11111{n}", browser) for n in range(9))

    told = await asyncio.gather(*guesses, return_exceptions=True)

    assert sum(isinstance(one, PinRefused) for one in told) == PIN_TRIES - 1
    assert sum(isinstance(one, PinLocked) for one in told) == len(told) - PIN_TRIES + 1


async def test_a_right_pin_forgives_the_wrong_ones(db: Database, identity: Identity) -> None:
    lan, browser = await with_pin(identity, db)
    for _ in range(PIN_TRIES):
        with pytest.raises(PinRefused):
            await identity.sign_in_with_pin(lan.id, "111112", browser)
        await identity.sign_in_with_pin(lan.id, PIN, browser)


async def test_thirty_days_after_the_last_full_sign_in_a_pin_is_not_enough(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    lan, browser = await with_pin(identity, db)
    clock.advance(TRUSTED_FOR - timedelta(seconds=1))
    await identity.sign_in_with_pin(lan.id, PIN, browser)

    clock.advance(timedelta(seconds=1))

    with pytest.raises(PinLocked):
        await identity.sign_in_with_pin(lan.id, PIN, browser)
    assert (await identity.device(browser)).people == []


async def test_setting_a_pin_wants_the_password_and_a_pin_that_is_worth_something(
    db: Database, identity: Identity
) -> None:
    lan = await add_person(db, "lan")

    with pytest.raises(WrongPassword):
        await identity.set_pin(lan, PIN, "guess")
    with pytest.raises(PinTooSimple):
        await identity.set_pin(lan, "123456", PASSWORD)


async def test_a_pin_that_was_taken_away_opens_nothing(db: Database, identity: Identity) -> None:
    lan, browser = await with_pin(identity, db)

    await identity.remove_pin(lan)

    with pytest.raises(PinLocked):
        await identity.sign_in_with_pin(lan.id, PIN, browser)


async def test_what_is_kept_of_a_pin_is_worth_nothing_without_the_key_beside_the_database(
    db: Database, identity: Identity, clock: ManualClock, tokens: Tokens
) -> None:
    lan, browser = await with_pin(identity, db)
    elsewhere = Identity(db, clock, tokens, PASSWORDS, SignInLimiter(clock))  # the same rows, another pepper

    async with db.transaction(SYSTEM) as tx:
        kept = await tx.scalar(select(tables.pin.c.hash).where(tables.pin.c.person_id == lan.id))
    assert kept.startswith("$argon2id$")
    assert not await PASSWORDS.is_right(kept, PIN)
    with pytest.raises(PinRefused):
        await elsewhere.sign_in_with_pin(lan.id, PIN, browser)
