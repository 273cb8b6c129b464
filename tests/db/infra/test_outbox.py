import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import pytest
from sqlalchemy import Executable, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from telemed.infra.background import Tasks
from telemed.infra.db import Database, Tx
from telemed.infra.events import Event
from telemed.infra.outbox import event_table, publish
from telemed.infra.relay import Relay
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, uuid7
from tests.db.infra.notes import SYSTEM, doctor, note, notes, write
from tests.eventually import eventually


@dataclass(frozen=True, slots=True)
class LampLit(Event):
    kind: ClassVar[str] = "test_lamp_lit"
    room: str


@dataclass(frozen=True, slots=True)
class LampBroken(Event):
    kind: ClassVar[str] = "test_lamp_broken"


class Lamps:
    """Reactions that keep what they were told."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    async def live(self, event: LampLit) -> None:
        self.seen.append(event.room)

    async def once(self, tx: Tx, event: LampLit) -> None:
        self.seen.append(event.room)
        await tx.execute(note(event.room))

    async def fail_in_room_2(self, tx: Tx, event: LampLit) -> None:
        await self.once(tx, event)
        if event.room == "2":
            raise RuntimeError

    async def words(self, db: Database) -> list[str]:
        async with db.transaction(SYSTEM) as tx:
            return [row.words for row in await tx.all(select(notes.c.words).order_by(notes.c.words))]


@pytest.fixture
def lamps() -> Lamps:
    return Lamps()


@pytest.fixture
def relay(db: Database, clock: ManualClock) -> Relay:
    return Relay(db, clock)


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    async with Tasks() as tasks:
        yield tasks


async def light(db: Database, clock: ManualClock, *rooms: str) -> None:
    async with db.transaction(SYSTEM) as tx:
        for room in rooms:
            await publish(tx, LampLit(None, room), clock.now())


async def waiting(db: Database) -> list[tuple[str, int]]:
    async with db.transaction(SYSTEM) as tx:
        row = event_table.c
        left = select(row.data, row.attempts).where(row.relayed_at.is_(None)).order_by(row.seq)
        return [(row.data["room"], row.attempts) for row in await tx.all(left)]


async def test_an_event_comes_back_from_its_row_as_it_was(db: Database, clock: ManualClock, relay: Relay) -> None:
    consult, lan, told = ConsultId(uuid7()), doctor(), list[LampLit]()

    async def keep(event: LampLit) -> None:
        told.append(event)

    relay.live(LampLit, keep)
    async with db.transaction(lan) as tx:
        await publish(tx, LampLit(consult, "Phòng 2"), clock.now())
    await relay.drain()

    assert told == [LampLit(consult, "Phòng 2")]
    async with db.transaction(SYSTEM) as tx:
        row = await tx.one(select(event_table))
    assert (row.kind, row.consult_id, row.actor_id, row.at, row.data) == (
        *("test_lamp_lit", consult, lan.id, clock.now()),
        {"room": "Phòng 2"},
    )


async def test_what_is_rolled_back_was_never_told(db: Database, clock: ManualClock, relay: Relay, lamps: Lamps) -> None:
    relay.live(LampLit, lamps.live)

    async def tell_and_fail() -> None:
        async with db.transaction(SYSTEM) as tx:
            await publish(tx, LampLit(None, "1"), clock.now())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await tell_and_fail()

    assert await relay.drain() == 0
    assert lamps.seen == []


async def test_events_are_taken_in_the_order_they_were_told(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    relay.live(LampLit, lamps.live)
    rooms = [str(number) for number in range(30)]

    await light(db, clock, *rooms)

    assert await relay.drain() == 30
    assert lamps.seen == rooms


async def test_a_once_reaction_commits_with_its_event_and_is_not_run_again(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    relay.once(LampLit, lamps.once)
    await light(db, clock, "1")

    assert (await relay.drain(), await relay.drain()) == (1, 0)
    assert await lamps.words(db) == ["1"]


async def test_a_failing_once_reaction_leaves_its_event_and_lets_the_others_pass(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    told = Lamps()
    relay.once(LampLit, lamps.fail_in_room_2)
    relay.live(LampLit, told.live)
    await light(db, clock, "1", "2", "3")

    await relay.drain()

    assert await lamps.words(db) == ["1", "3"]
    assert told.seen == ["1", "3"]
    assert await waiting(db) == [("2", 1)]


async def test_a_put_off_event_is_tried_again_later_and_later(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    relay.once(LampLit, lamps.fail_in_room_2)
    await light(db, clock, "2")
    taken = []

    for after in (0, 0.9, 0.1, 1.9, 0.1, 3.9, 0.1):
        clock.advance(timedelta(seconds=after))
        taken.append(await relay.drain())

    assert taken == [1, 0, 1, 0, 1, 0, 1]
    assert await waiting(db) == [("2", 4)]


async def test_a_failing_live_reaction_hinders_nobody_and_is_not_repeated(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    async def fail(_: LampLit) -> None:
        raise RuntimeError

    relay.live(LampLit, fail)
    relay.live(LampLit, lamps.live)
    await light(db, clock, "1", "2")

    assert (await relay.drain(), await relay.drain()) == (2, 0)
    assert lamps.seen == ["1", "2"]


async def test_a_once_reaction_that_breaks_a_constraint_at_commit_is_put_off_too(
    db: Database, owner_db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    await write(owner_db, SYSTEM, text("alter table note drop constraint note_words_key"))
    await write(
        owner_db, SYSTEM, text("alter table note add constraint late unique (words) deferrable initially deferred")
    )
    await write(db, SYSTEM, note("1"))
    relay.once(LampLit, lamps.once)

    await light(db, clock, "1", "2")
    await relay.drain()

    assert await lamps.words(db) == ["1", "2"]
    assert await waiting(db) == [("1", 1)]


async def test_a_hanging_reaction_is_cut_off_and_put_off(db: Database, clock: ManualClock, lamps: Lamps) -> None:
    async def hang_in_room_1(tx: Tx, event: LampLit) -> None:
        await (tx.execute(text("select pg_sleep(60)")) if event.room == "1" else lamps.once(tx, event))

    relay = Relay(db, clock, limit=timedelta(seconds=0.2))
    relay.once(LampLit, hang_in_room_1)
    await light(db, clock, "1", "2")

    await relay.drain()

    assert lamps.seen == ["2"]
    assert await waiting(db) == [("1", 1)]


async def test_an_event_of_an_unknown_kind_waits_for_a_program_that_knows_it(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps
) -> None:
    relay.live(LampLit, lamps.live)
    unknown = insert(event_table).values(
        id=uuid7(), kind="test_of_tomorrow", actor_id=SYSTEM.id, at=clock.now(), data={"room": "?"}
    )
    await write(db, SYSTEM, unknown)
    await light(db, clock, "1")

    await relay.drain()

    assert lamps.seen == ["1"]
    assert await waiting(db) == [("?", 1)]


async def test_two_relays_share_the_work_and_double_none(db: Database, clock: ManualClock) -> None:
    both = Lamps()
    relays = [Relay(db, clock), Relay(db, clock)]
    for relay in relays:
        relay.once(LampLit, both.once)
    rooms = [f"{number:02}" for number in range(40)]
    await light(db, clock, *rooms)

    taken = await asyncio.gather(*(relay.drain() for relay in relays))

    assert sum(taken) == 40
    assert min(taken) > 0
    assert await both.words(db) == rooms


async def test_a_running_relay_hears_of_an_event_long_before_its_next_sweep(
    db: Database, clock: ManualClock, relay: Relay, lamps: Lamps, tasks: Tasks
) -> None:
    relay.live(LampLit, lamps.live)
    tasks.start(relay.run(), name="relay")
    await light(db, clock, "first")
    await eventually(lambda: lamps.seen)

    took = []
    for number in range(20):
        await light(db, clock, str(number))
        committed = time.perf_counter()
        await eventually(lambda: len(lamps.seen) == number + 2)  # noqa: B023 - awaited before it changes
        took.append(time.perf_counter() - committed)

    assert sorted(took)[10] < 0.5  # some milliseconds where nothing else runs; a sweep would be two seconds


async def test_a_running_relay_lives_through_a_lost_connection(
    db: Database, owner_db: Database, clock: ManualClock, relay: Relay, lamps: Lamps, tasks: Tasks
) -> None:
    relay.live(LampLit, lamps.live)
    tasks.start(relay.run(), name="relay")
    await light(db, clock, "before")
    await eventually(lambda: lamps.seen)

    await kill_sessions_of_the_application(db)
    await light(db, clock, "after")

    await eventually(lambda: lamps.seen == ["before", "after"])


async def kill_sessions_of_the_application(db: Database) -> None:
    others = "usename = current_user and datname = current_database() and pid <> pg_backend_pid()"
    await write(db, SYSTEM, text(f"select pg_terminate_backend(pid) from pg_stat_activity where {others}"))


@pytest.mark.parametrize("change", [delete(event_table), update(event_table).values(data={})])
async def test_history_cannot_be_rewritten_by_the_application(
    db: Database, clock: ManualClock, change: Executable
) -> None:
    await light(db, clock, "1")

    with pytest.raises(DBAPIError, match="permission denied"):
        await write(db, SYSTEM, change)
