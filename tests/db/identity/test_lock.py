"""A locked screen hides the record; no lock and no expiry throws anybody out of a call."""

from datetime import timedelta

import pytest

from telemed.identity import Identity
from telemed.identity.model import (
    IDLE_AFTER,
    LOCKED_FOR,
    REFRESH_AT_MOST,
    REFRESH_FOR,
    LockReason,
    PinLocked,
    SessionOver,
    WrongPassword,
)
from telemed.identity.service.entry import SignedIn
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter, TooManySignIns
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from tests.db.identity.accounts import HERE, audited
from tests.people import PASSWORD, add_person

PIN = "135790"


async def at_shared_browser(identity: Identity, db: Database) -> tuple[Actor, SignedIn]:
    lan = await add_person(db, "lan")
    await identity.set_pin(lan, PIN, PASSWORD)
    return lan, await identity.sign_in("lan", PASSWORD, HERE, shared=True)


def how(session: SignedIn) -> tuple[LockReason, list[str]] | None:
    return (session.locked.reason, list(session.locked.unlock_with)) if session.locked else None


async def test_who_locks_is_still_there_for_a_ring_and_unlocks_with_the_pin(db: Database, identity: Identity) -> None:
    _, session = await at_shared_browser(identity, db)

    await identity.lock(session.refresh_token)
    locked = await identity.refresh(session.refresh_token)
    while_locked = await identity.authenticate(session.access_token)
    unlocked = await identity.unlock(locked.refresh_token, pin=PIN)

    assert how(locked) == (LockReason.ASKED, ["pin", "password"])
    assert while_locked.locked
    assert (how(unlocked), unlocked.sign_in.id) == (None, session.sign_in.id)
    assert not (await identity.authenticate(session.access_token)).locked
    assert (await audited(db))[-1] == ("session.unlock", "ok", "pin")


async def test_a_shared_browser_that_was_used_all_the_time_is_not_locked(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    _, session = await at_shared_browser(identity, db)
    for _ in range(5):
        clock.advance(IDLE_AFTER - timedelta(seconds=1))
        session = await identity.refresh(session.refresh_token)
        assert session.locked is None


async def test_a_shared_browser_that_nobody_used_comes_back_locked_and_refreshing_does_not_open_it(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    _, session = await at_shared_browser(identity, db)
    clock.advance(IDLE_AFTER)

    locked = await identity.refresh(session.refresh_token)
    again = await identity.refresh(locked.refresh_token)

    assert how(locked) == how(again) == (LockReason.IDLE, ["pin", "password"])
    assert (await identity.authenticate(again.access_token)).locked


async def test_a_session_that_ran_out_comes_back_locked_and_begins_again_by_password_alone(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    _, session = await at_shared_browser(identity, db)
    clock.advance(REFRESH_FOR)

    expired = await identity.refresh(session.refresh_token)
    with pytest.raises(PinLocked):
        await identity.unlock(expired.refresh_token, pin=PIN)
    begun = await identity.unlock(expired.refresh_token, password=PASSWORD)

    assert how(expired) == (LockReason.EXPIRED, ["password"])
    clock.advance(REFRESH_FOR - timedelta(seconds=1))
    assert how(await identity.refresh(begun.refresh_token)) == (LockReason.IDLE, ["pin", "password"])


async def test_a_session_that_ran_out_is_kept_for_a_month_and_not_for_ever(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    _, session = await at_shared_browser(identity, db)
    clock.advance(REFRESH_FOR + LOCKED_FOR - timedelta(days=1))
    session = await identity.refresh(session.refresh_token)

    clock.advance(timedelta(days=1))

    with pytest.raises(SessionOver):
        await identity.refresh(session.refresh_token)


async def test_however_busy_after_a_week_it_takes_the_password(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    session = await identity.sign_in("lan", PASSWORD, HERE)
    for _ in range(REFRESH_AT_MOST // timedelta(hours=8)):
        assert session.locked is None
        clock.advance(timedelta(hours=8))
        session = await identity.refresh(session.refresh_token)

    assert how(session) == (LockReason.EXPIRED, ["password"])


async def test_a_wrong_password_opens_no_lock_and_guessing_gets_slower(db: Database, identity: Identity) -> None:
    _, session = await at_shared_browser(identity, db)
    await identity.lock(session.refresh_token)
    for _ in range(SignInLimiter.FREE_PER_ACCOUNT):
        with pytest.raises(WrongPassword):
            await identity.unlock(session.refresh_token, password="guess")

    with pytest.raises(TooManySignIns):
        await identity.unlock(session.refresh_token, password=PASSWORD)
    await identity.unlock(session.refresh_token, pin=PIN)


async def test_a_lock_is_opened_only_by_who_holds_the_session(db: Database, identity: Identity) -> None:
    _, session = await at_shared_browser(identity, db)
    await identity.sign_out(session.refresh_token)

    with pytest.raises(SessionOver):
        await identity.unlock(session.refresh_token, password=PASSWORD)
    await identity.lock(session.refresh_token)
