"""How sessions end: by choice, by an administrator, by theft, by being forgotten; and who is told."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from telemed import identity as front_door
from telemed.identity import Identity, reactions, tables, timers
from telemed.identity.model import (
    NOTICED_FOR,
    REUSE_LEEWAY,
    UNSEEN_AT_MOST,
    NotSignedIn,
    SessionOver,
    SignInRefused,
    TicketStale,
)
from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.infra.outbox import event_table
from telemed.infra.relay import Relay
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId
from telemed.kernel.values import Role
from tests.db.identity.accounts import HERE, audited
from tests.people import PASSWORD, SYSTEM, Held, add_person, add_station

SECOND = timedelta(seconds=1)


async def told(db: Database) -> list[str]:
    async with db.transaction(SYSTEM) as tx:
        return [row.kind for row in await tx.all(select(event_table.c.kind).order_by(event_table.c.seq))]


async def test_signing_out_everywhere_ends_all_sessions_and_says_so(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    here, there = [await identity.sign_in("lan", PASSWORD, HERE) for _ in range(2)]

    await identity.sign_out_everywhere(await identity.authenticate(here.access_token))

    for session in (here, there):
        with pytest.raises(SessionOver):
            await identity.refresh(session.refresh_token)
        with pytest.raises(NotSignedIn):
            await identity.authenticate(session.access_token)
    assert await told(db) == ["sign_in_ended", "sign_in_ended"]
    assert (await audited(db))[-1] == ("session.sign_out_everywhere", "ok", None)


async def test_all_sessions_but_the_one_in_use_can_be_ended(db: Database, identity: Identity) -> None:
    lan = await add_person(db, "lan")
    here, there = [await identity.sign_in("lan", PASSWORD, HERE) for _ in range(2)]

    async with db.transaction(lan) as tx:
        assert await identity.end_sign_ins(tx, lan.id, "password", but=here.sign_in.id) == 1

    await identity.refresh(here.refresh_token)
    with pytest.raises(SessionOver):
        await identity.refresh(there.refresh_token)


async def test_whose_token_was_stolen_is_told_so_for_a_week(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    await add_person(db, "lan")
    stolen = await identity.sign_in("lan", PASSWORD, HERE)
    owners = await identity.refresh(stolen.refresh_token)
    clock.advance(REUSE_LEEWAY + SECOND)
    await identity.refresh(owners.refresh_token)
    with pytest.raises(SessionOver):
        await identity.refresh(stolen.refresh_token)
    ended_at = clock.now()

    with pytest.raises(NotSignedIn):
        await identity.authenticate(stolen.access_token)
    next_one = await identity.sign_in("lan", PASSWORD, HERE)
    assert [(notice.code, notice.at) for notice in next_one.notices] == [("session_reused", ended_at)]
    clock.advance(NOTICED_FOR)
    assert (await identity.refresh(next_one.refresh_token)).notices == []
    assert await told(db) == ["sign_in_ended", "screen_lock_changed"]


async def test_what_was_remembered_of_somebody_is_forgotten_when_their_rights_change(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    station = await add_station(db)
    lan = await add_person(db, "lan", Held(Role.STATION_DOCTOR, station))
    relay = Relay(db, clock)
    reactions.subscribe(relay, identity)
    assert (await identity.actor(lan.id)).grants

    async with db.transaction(SYSTEM) as tx:
        await tx.execute(update(tables.role_grant).values(valid_to=clock.now().date()))
        await front_door.rights_changed(tx, lan.id)
    await relay.drain()

    assert (await identity.actor(lan.id)).grants == ()


async def test_a_ticket_dies_with_its_sign_in(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    session = await identity.sign_in("lan", PASSWORD, HERE)
    ticket = await identity.issue_ticket(await identity.authenticate(session.access_token))

    await identity.sign_out(session.refresh_token)

    with pytest.raises(TicketStale):
        await identity.redeem_ticket(ticket)


async def test_a_socket_acts_as_the_sign_in_its_ticket_was_asked_for(db: Database, identity: Identity) -> None:
    await add_person(db, "lan")
    session = await identity.sign_in("lan", PASSWORD, HERE)
    actor = await identity.authenticate(session.access_token)

    assert await identity.redeem_ticket(await identity.issue_ticket(actor)) == actor
    assert actor.sign_in == session.sign_in.id


async def test_a_refused_ticket_is_in_the_trail(db: Database, identity: Identity, clock: ManualClock) -> None:
    lan = await add_person(db, "lan")
    late = await identity.issue_ticket(lan)
    clock.advance(timedelta(minutes=1))

    for ticket in (late, "made up"):
        with pytest.raises(TicketStale):
            await identity.redeem_ticket(ticket)

    assert await audited(db) == [("session.ticket", "refused", "ticket_stale")] * 2


# -- forgotten accounts ------------------------------------------------------------------------------------------------


async def closed(db: Database, person: UserId) -> str | None:
    async with db.transaction(SYSTEM) as tx:
        row = await tx.one(select(tables.person).where(tables.person.c.id == person))
    return row.disabled_reason if row.disabled_at else None


async def nightly(db: Database, clock: ManualClock, identity: Identity) -> None:
    runner = JobRunner(db, clock)
    timers.register(runner, identity)
    await timers.started(db)
    clock.advance(timers.next_night(clock.now()) - clock.now())
    await runner.run_due()


async def test_an_account_nobody_used_for_45_days_is_closed_at_night_and_its_sessions_end(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    lan, minh = await add_person(db, "lan"), await add_person(db, "minh")
    session = await identity.sign_in("lan", PASSWORD, HERE)
    clock.advance(UNSEEN_AT_MOST - timedelta(days=1))
    used = await identity.sign_in("minh", PASSWORD, HERE)

    await nightly(db, clock, identity)
    assert [await closed(db, one.id) for one in (lan, minh)] == [None, None]
    await nightly(db, clock, identity)

    assert [await closed(db, one.id) for one in (lan, minh)] == ["idle", None]
    with pytest.raises(SessionOver):
        await identity.refresh(session.refresh_token)
    with pytest.raises(SignInRefused):
        await identity.sign_in("lan", PASSWORD, HERE)
    await identity.refresh(used.refresh_token)
    assert "account_disabled" in await told(db)
    assert ("person.disable", "ok", "idle") in await audited(db)


async def test_an_account_that_was_never_used_counts_from_its_making_and_the_demos_are_always_there(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    new, demo = await add_person(db, "new"), await add_person(db, "demo")
    async with db.transaction(SYSTEM) as tx:
        await tx.execute(update(tables.person).where(tables.person.c.id == demo.id).values(demo=True))
    clock.advance(UNSEEN_AT_MOST)

    await nightly(db, clock, identity)

    assert [await closed(db, one.id) for one in (new, demo)] == ["idle", None]


async def test_a_locked_page_left_open_does_not_keep_an_account_in_use(
    db: Database, identity: Identity, clock: ManualClock
) -> None:
    lan = await add_person(db, "lan")
    session = await identity.sign_in("lan", PASSWORD, HERE)
    for _ in range(4):
        await identity.lock(session.refresh_token)
        clock.advance(timedelta(days=7))
        session = await identity.refresh(session.refresh_token)
    session = await identity.unlock(session.refresh_token, password=PASSWORD)
    await identity.lock(session.refresh_token)
    for _ in range(7):
        clock.advance(timedelta(days=4))
        session = await identity.refresh(session.refresh_token)
    assert await closed(db, lan.id) is None
    clock.advance(UNSEEN_AT_MOST - timedelta(days=28))

    await nightly(db, clock, identity)

    assert await closed(db, lan.id) == "idle"


async def test_the_night_comes_again(db: Database, identity: Identity, clock: ManualClock) -> None:
    runner = JobRunner(db, clock)
    timers.register(runner, identity)
    await timers.started(db)
    for _ in range(3):
        assert await runner.run_due() == 0
        clock.advance(timedelta(days=1))
        assert await runner.run_due() == 1
