import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from telemed.identity import Identity, tables
from telemed.identity.model import LOCKED_FOR, LOST_FOR, REFRESH_FOR, REUSE_LEEWAY, TICKET_FOR, SessionOver, TicketStale
from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from tests.db.identity.accounts import HERE, audited, close_account
from tests.people import PASSWORD, SYSTEM, add_person

SECOND = timedelta(seconds=1)


async def sign_in(identity: Identity) -> str:
    return (await identity.sign_in("lan", PASSWORD, HERE)).refresh_token


async def refresh(identity: Identity, token: str) -> str:
    return (await identity.refresh(token)).refresh_token


async def kept(db: Database) -> int:
    async with db.transaction(SYSTEM) as tx:
        count: int = await tx.scalar(select(func.count()).select_from(tables.refresh_token))
        return count


async def test_every_refresh_gives_a_new_pair_for_the_same_person(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    first = await sign_in(identity)

    second = await identity.refresh(first)

    assert second.refresh_token != first
    assert await identity.authenticate(second.access_token) == replace(lan, sign_in=second.sign_in.id)


async def test_a_token_that_comes_back_later_ends_the_session_of_thief_and_owner(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    stolen = await sign_in(identity)
    other_computer = await sign_in(identity)
    clock.advance(SECOND)
    owners = await refresh(identity, await refresh(identity, stolen))

    clock.advance(REUSE_LEEWAY + SECOND)
    for token in (stolen, owners):
        with pytest.raises(SessionOver):
            await identity.refresh(token)

    await refresh(identity, other_computer)
    assert (await audited(db))[-1] == ("session.refresh", "refused", "reused")


async def test_two_tabs_may_refresh_with_the_same_token_at_once(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    token = await sign_in(identity)

    one, two = await asyncio.gather(refresh(identity, token), refresh(identity, token))

    assert one != two
    await refresh(identity, one)
    await refresh(identity, two)


async def test_an_answer_lost_on_a_bad_line_can_be_asked_for_again(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    token = await sign_in(identity)
    await refresh(identity, token)

    clock.advance(REUSE_LEEWAY)
    await refresh(identity, token)


async def test_a_browser_killed_before_its_disk_had_the_new_token_goes_on_with_the_one_before(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    on_disk = await sign_in(identity)
    clock.advance(SECOND)
    await refresh(identity, on_disk)

    clock.advance(timedelta(hours=1))
    await refresh(identity, on_disk)  # killed again: this answer did not reach the disk either
    clock.advance(timedelta(hours=1))
    fresh = await refresh(identity, on_disk)

    clock.advance(SECOND)
    await refresh(identity, fresh)


async def test_a_thief_who_comes_while_the_owner_is_away_is_found_out_when_the_owner_is_back(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    stolen = await sign_in(identity)
    clock.advance(SECOND)
    owners = await refresh(identity, stolen)

    clock.advance(timedelta(hours=1))
    thiefs = await refresh(identity, stolen)
    for token in (owners, thiefs):
        with pytest.raises(SessionOver):
            await identity.refresh(token)

    assert (await audited(db))[-1] == ("session.refresh", "refused", "reused")


async def test_the_token_before_opens_nothing_once_its_successor_was_used_or_a_day_went_by(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    arrived, slept = await sign_in(identity), await sign_in(identity)
    clock.advance(SECOND)
    successor = await refresh(identity, arrived)
    await refresh(identity, slept)
    clock.advance(SECOND)
    await refresh(identity, successor)

    clock.advance(REUSE_LEEWAY + SECOND)
    with pytest.raises(SessionOver):
        await identity.refresh(arrived)
    clock.advance(LOST_FOR)
    with pytest.raises(SessionOver):
        await identity.refresh(slept)


async def test_what_was_lost_over_night_comes_back_locked(db: Database, identity: Identity, clock: ManualClock) -> None:
    await add_person(db, "lan")
    on_disk = await sign_in(identity)
    clock.advance(SECOND)
    successor = await refresh(identity, on_disk)

    clock.advance(REFRESH_FOR)
    async with db.transaction(SYSTEM) as tx:
        await identity.close_unseen(tx)
    locked = await identity.refresh(on_disk)
    opened = await identity.unlock(locked.refresh_token, password=PASSWORD)

    assert locked.locked
    assert locked.locked.reason == "expired"
    assert opened.locked is None
    with pytest.raises(SessionOver):
        await identity.refresh(successor)


async def test_signing_out_ends_the_session_in_all_its_tabs(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    token = await sign_in(identity)
    other_tab = await refresh(identity, token)

    await identity.sign_out(token)
    await identity.sign_out("never heard of")

    with pytest.raises(SessionOver):
        await identity.refresh(other_tab)
    assert (await audited(db))[-1] == ("session.sign_out", "ok", None)


async def test_no_refresh_slips_through_while_its_session_is_ended(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    for _ in range(20):
        old = await sign_in(identity)
        newest = await refresh(identity, old)

        await asyncio.gather(identity.sign_out(old), identity.refresh(newest), return_exceptions=True)

        assert await kept(db) == 0


async def test_a_closed_account_is_not_refreshed(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    token = await sign_in(identity)

    await close_account(db, lan.id)

    with pytest.raises(SessionOver):
        await identity.refresh(token)


@pytest.mark.parametrize("token", ["", "x", "ế\x00", "a" * 4000])
async def test_a_token_that_never_was_ends_nothing(db: Database, identity: Identity, token: str) -> None:
    with pytest.raises(SessionOver):
        await identity.refresh(token)


async def test_no_secret_is_kept_and_what_ran_out_is_forgotten(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    token = await sign_in(identity)
    async with db.transaction(SYSTEM) as tx:
        assert token.encode() not in await tx.scalar(select(tables.refresh_token.c.hash))

    clock.advance(REFRESH_FOR + LOCKED_FOR)
    await sign_in(identity)

    assert await kept(db) == 1


async def test_a_socket_ticket_opens_one_socket(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    ticket = await identity.issue_ticket(lan)

    answers = await asyncio.gather(*(identity.redeem_ticket(ticket) for _ in range(4)), return_exceptions=True)

    assert [answer for answer in answers if answer == lan] == [lan]
    assert sum(isinstance(answer, TicketStale) for answer in answers) == 3


async def test_a_socket_ticket_is_stale_after_a_minute(db: Database, identity: Identity, clock: ManualClock) -> None:
    lan = await add_person(db, "lan")
    quick, slow = await identity.issue_ticket(lan), await identity.issue_ticket(lan)

    clock.advance(TICKET_FOR - SECOND)
    await identity.redeem_ticket(quick)

    clock.advance(SECOND)
    with pytest.raises(TicketStale):
        await identity.redeem_ticket(slow)


async def test_a_ticket_of_a_closed_account_opens_nothing(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    ticket = await identity.issue_ticket(lan)

    await close_account(db, lan.id)

    with pytest.raises(TicketStale):
        await identity.redeem_ticket(ticket)
