"""Open pages must not outlive what they were opened with: a sign-in that ended, changed rights, an unlocked screen."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from telemed import identity
from telemed.identity import tables
from telemed.identity.model import NotSignedIn
from telemed.identity.service.entry import SignedIn
from telemed.infra import outbox
from telemed.infra.audit import audit_table
from telemed.infra.background import Tasks
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, MinutesId, uuid7
from telemed.records import MinutesOpened
from tests.build import BUILDER
from tests.people import PASSWORD, PASSWORDS
from tests.socket.pages import Live, Page, in_call

WITHIN_S = 2.0
"""How long a page may outlive its sign-in. Tried a few times: a machine that others share may stand still once."""
TRIES = 3
RECHECK = timedelta(seconds=30)


@asynccontextmanager
async def relaying(live: Live) -> AsyncIterator[None]:
    """As the server does: woken by the commit, not by the test."""
    async with Tasks() as tasks:
        tasks.start(live.relay.run(), name="relay")
        yield


async def signed_in(live: Live, person: Actor) -> tuple[SignedIn, Actor]:
    session = await live.identity.enter(person.id, method="password")
    return session, await live.identity.authenticate(session.access_token)


async def end_all(live: Live, person: Actor) -> None:
    async with live.world.db.transaction(BUILDER) as tx:
        await identity.end_sign_ins(tx, person.id, "administrator")


async def test_an_open_page_is_closed_within_two_seconds_of_the_end_of_its_sign_in(live: Live) -> None:
    bystander, took = await live.page(live.specialist), []

    async with relaying(live):
        for _ in range(TRIES):
            _, person = await signed_in(live, live.doctor)
            page = await live.page(person)
            ended_at = time.perf_counter()
            await end_all(live, person)
            assert await page.closed() == 4401
            took.append(time.perf_counter() - ended_at)

    assert min(took) < WITHIN_S
    assert await bystander.quiet() == []


async def test_only_the_pages_of_that_sign_in_are_closed(live: Live) -> None:
    here, there = await signed_in(live, live.doctor), await signed_in(live, live.doctor)
    ended, other = await live.page(here[1]), await live.page(there[1])

    await live.identity.sign_out(here[0].refresh_token)
    await live.settle()

    assert await ended.closed() == 4401
    assert await other.quiet() == []


async def test_a_page_that_was_away_when_its_sign_in_ended_cannot_come_back_to_its_link(live: Live) -> None:
    _, person = await signed_in(live, live.doctor)
    page = await live.page(person)
    await page.cut()
    await end_all(live, person)
    await live.settle()

    _, anew = await signed_in(live, live.doctor)
    back = await live.connect()
    ticket = await live.identity.issue_ticket(anew)
    await back.send("hello", ticket=ticket, tab=uuid7(), resume=page.resume)

    assert (await back.next())["resumed"] is False


async def test_another_sign_in_of_the_same_person_does_not_resume_the_link_of_the_first(live: Live) -> None:
    (_, here), (_, there) = await signed_in(live, live.doctor), await signed_in(live, live.doctor)
    page = await live.page(here)

    other = await live.greeted(there, resume={**page.resume, "last": 0})

    assert other.welcome["resumed"] is False


async def test_a_closed_account_is_gone_from_every_page(live: Live) -> None:
    pages = [await live.page((await signed_in(live, live.doctor))[1]) for _ in range(2)]

    async with live.world.db.transaction(BUILDER) as tx:
        await tx.execute(update(tables.person).where(tables.person.c.id == live.doctor.id).values(disabled_at=tx.at))
        await identity.account_disabled(tx, live.doctor.id)
    await live.settle()

    assert [await page.closed() for page in pages] == [4401, 4401]
    with pytest.raises(NotSignedIn):
        await live.identity.actor(live.doctor.id)


async def test_when_rights_change_the_page_is_asked_to_come_back_fresh(live: Live) -> None:
    _, person = await signed_in(live, live.doctor)
    page = await live.page(person)

    async with relaying(live):
        async with live.world.db.transaction(BUILDER) as tx:
            await tx.execute(update(tables.role_grant).values(valid_to=live.world.clock.now().date()))
            await identity.rights_changed(tx, live.doctor.id)
        code = await page.closed()
    back = await live.greeted(await live.identity.still(person), resume={**page.resume, "last": 0})

    assert code == 4403
    assert back.welcome["resumed"] is False
    assert back.welcome["grace_ms"] == 20_000  # no longer of a station


async def test_the_other_side_of_a_call_hears_that_somebody_was_signed_out(live: Live) -> None:
    station, hospital, _ = await in_call(live)

    async with live.world.db.transaction(BUILDER) as tx:
        await identity.rights_changed(tx, live.doctor.id)
    await live.settle()
    await live.sockets.sweep()

    assert await station.closed() == 4403
    assert (await hospital.until("peer_gone"))["left"] is False


async def test_who_comes_back_after_a_change_of_rights_sits_again_in_the_same_call(live: Live) -> None:
    station, hospital, call = await in_call(live)
    async with live.world.db.transaction(BUILDER) as tx:
        await identity.rights_changed(tx, live.doctor.id)
    await live.settle()
    await station.closed()

    back = await live.page(live.doctor)
    await back.send("join", call=call, generation=10)

    ready = await hospital.until("call_ready")
    assert (ready["peer_generation"], ready["generation"]) == (10, 20)


# -- what nobody tells of ----------------------------------------------------------------------------------------------


async def look_again(live: Live, *pages: Page) -> None:
    """Half a minute of a page that is heard all the time, and then the server looks at whose it is."""
    for _ in range(2):
        await asyncio.gather(*(page.quiet() for page in pages))
        live.world.clock.advance(RECHECK / 2)
    await asyncio.gather(*(page.quiet() for page in pages))
    await live.sockets.sweep()


async def test_a_grant_that_ends_by_its_date_is_noticed_within_half_a_minute(live: Live) -> None:
    page, other = await live.page(live.doctor), await live.page(live.specialist)
    async with live.world.db.transaction(BUILDER) as tx:
        theirs = update(tables.role_grant).where(tables.role_grant.c.person_id == live.doctor.id)
        await tx.execute(theirs.values(valid_to=live.world.clock.now().date()))

    await look_again(live, page, other)

    assert await page.closed() == 4403
    assert await other.quiet() == []


async def test_a_sign_in_that_was_ended_behind_our_back_is_noticed_too(live: Live) -> None:
    _, person = await signed_in(live, live.doctor)
    page = await live.page(person)
    async with live.world.db.transaction(BUILDER) as tx:
        await tx.execute(update(tables.sign_in).values(ended_at=tx.at))

    await look_again(live, page)

    assert await page.closed() == 4401


# -- the locked screen -------------------------------------------------------------------------------------------------


async def test_rings_reach_a_locked_screen(live: Live) -> None:
    session, person = await signed_in(live, live.specialist)
    await live.world.on_duty(live.specialist)
    page = await live.page(person)
    await live.identity.lock(session.refresh_token)
    await live.settle()

    asked = await live.world.requested()
    await live.settle()

    assert (await page.until("ring"))["ring"]["consult"]["id"] == str(asked.id)


async def test_a_screen_that_was_locked_before_its_page_opened_still_joins_its_call(live: Live) -> None:
    station, _, call = await in_call(live)
    session, person = await signed_in(live, live.specialist)
    await live.identity.lock(session.refresh_token)
    locked = await live.identity.still(person)

    page = await live.page(locked)
    await page.send("join", call=call, generation=21)

    assert locked.locked
    assert (await page.until("call_ready"))["generation"] == 21
    assert (await station.until("call_ready"))["peer_generation"] == 21


async def test_a_locked_screen_hears_nothing_of_the_minutes(live: Live) -> None:
    (session, locked), (_, other) = await signed_in(live, live.doctor), await signed_in(live, live.doctor)
    pages = [await live.page(locked), await live.page(other)]
    asked = await live.world.requested()
    await live.identity.lock(session.refresh_token)
    await live.settle()

    async def heard(minutes: MinutesId) -> list[bool]:
        async with live.world.db.transaction(BUILDER) as tx:
            await outbox.publish(tx, MinutesOpened(ConsultId(asked.id), minutes), tx.at)
        await live.settle()
        return ["minutes" in await page.quiet() for page in pages]

    while_locked = await heard(MinutesId(uuid7()))
    live.hub.lock(session.sign_in.id, locked=False)

    assert (while_locked, await heard(MinutesId(uuid7()))) == ([False, True], [True, True])


async def test_unlocking_reaches_the_open_page(db: Database, live: Live) -> None:
    await set_password(db, live.doctor)
    session, person = await signed_in(live, live.doctor)
    await live.page(person)
    (link,) = live.hub.of_user(person.id)

    await live.identity.lock(session.refresh_token)
    await live.settle()
    locked = link.actor
    await live.identity.unlock(session.refresh_token, password=PASSWORD)
    await live.settle()

    assert (locked, link.actor) == (replace(person, locked=True), person)


async def set_password(db: Database, person: Actor) -> None:
    """The people of a socket's world have none."""
    async with db.transaction(BUILDER) as tx:
        known = update(tables.person).where(tables.person.c.id == person.id)
        await tx.execute(known.values(password_hash=await PASSWORDS.hash(PASSWORD)))


async def test_a_refused_hello_is_in_the_audit_trail(live: Live) -> None:
    page = await live.connect()

    await page.send("hello", ticket="made up", tab=uuid7())

    assert await page.closed() == 4401
    async with live.world.db.transaction(BUILDER) as tx:
        rows = await tx.all(select(audit_table.c.action, audit_table.c.outcome))
    assert ("session.ticket", "refused") in [tuple(row) for row in rows]
