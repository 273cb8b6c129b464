import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import make_url, select, text

from telemed.infra import jobs
from telemed.infra.background import Tasks
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner, job_table
from telemed.infra.server import DatabaseServer, Session
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock, SystemClock
from tests.db.infra.notes import SYSTEM, note, notes, write
from tests.eventually import PATIENCE, eventually

MINUTE = timedelta(minutes=1)


class Alarms:
    """A handler that keeps, with its own clock, which key ran when."""

    def __init__(self, clock: ManualClock | SystemClock) -> None:
        self._clock = clock
        self.ran: list[tuple[str, datetime]] = []

    async def __call__(self, tx: Tx, key: str, payload: dict[str, str]) -> None:
        self.ran.append((key, self._clock.now()))

    @property
    def keys(self) -> list[str]:
        return [key for key, _ in self.ran]


@pytest.fixture
def alarms(clock: ManualClock) -> Alarms:
    return Alarms(clock)


@pytest.fixture
def runner(db: Database, clock: ManualClock, alarms: Alarms) -> JobRunner:
    return runner_for(db, clock, alarms)


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    async with Tasks() as tasks:
        yield tasks


def runner_for(db: Database, clock: ManualClock | SystemClock, handler: jobs.Handler) -> JobRunner:
    runner = JobRunner(db, clock)
    runner.handle("alarm", handler)
    return runner


async def put(db: Database, key: str, run_at: datetime, **payload: str) -> None:
    async with db.transaction(SYSTEM) as tx:
        await jobs.put(tx, "alarm", key, run_at, payload)


async def cancel(db: Database, key: str) -> None:
    async with db.transaction(SYSTEM) as tx:
        await jobs.cancel(tx, "alarm", key)


async def kept(db: Database) -> list[tuple[str, int, str | None]]:
    async with db.transaction(SYSTEM) as tx:
        rows = await tx.all(select(job_table).order_by(job_table.c.run_at))
        return [(row.key, row.attempts, row.error) for row in rows]


async def test_a_job_runs_at_its_deadline_and_not_a_moment_before(
    db: Database, clock: ManualClock, runner: JobRunner, alarms: Alarms
) -> None:
    await put(db, "a", clock.now() + MINUTE)

    clock.advance(MINUTE - timedelta(microseconds=1))
    before = await runner.run_due()
    clock.advance(timedelta(microseconds=1))

    assert (before, await runner.run_due(), await runner.run_due()) == (0, 1, 0)
    assert alarms.ran == [("a", datetime(2026, 11, 22, 3, 1, tzinfo=UTC))]
    assert await kept(db) == []


async def test_overdue_jobs_run_in_the_order_of_their_deadlines(
    db: Database, clock: ManualClock, runner: JobRunner, alarms: Alarms
) -> None:
    for key, minutes in (("c", 3), ("a", 1), ("b", 2)):
        await put(db, key, clock.now() + minutes * MINUTE)

    clock.advance(timedelta(hours=1))

    assert await runner.run_due() == 3
    assert alarms.keys == ["a", "b", "c"]


async def test_a_job_gets_its_key_and_its_payload_as_the_system(db: Database, clock: ManualClock) -> None:
    got: list[tuple[str, dict[str, str], bool]] = []

    async def handler(tx: Tx, key: str, payload: dict[str, str]) -> None:
        got.append((key, payload, tx.actor.is_system))

    await put(db, "a", clock.now(), step="2")
    await runner_for(db, clock, handler).run_due()

    assert got == [("a", {"step": "2"}, True)]


async def test_a_deadline_put_again_is_moved_with_its_payload(
    db: Database, clock: ManualClock, runner: JobRunner, alarms: Alarms
) -> None:
    await put(db, "a", clock.now() + MINUTE)
    await put(db, "a", clock.now() + 5 * MINUTE)

    clock.advance(4 * MINUTE)
    too_soon = await runner.run_due()
    clock.advance(MINUTE)

    assert (too_soon, await runner.run_due()) == (0, 1)
    assert alarms.keys == ["a"]


async def test_a_cancelled_or_rolled_back_deadline_never_runs(
    db: Database, clock: ManualClock, runner: JobRunner
) -> None:
    async def put_and_fail() -> None:
        async with db.transaction(SYSTEM) as tx:
            await jobs.put(tx, "alarm", "b", clock.now())
            raise RuntimeError

    await put(db, "a", clock.now())
    await cancel(db, "a")
    with pytest.raises(RuntimeError):
        await put_and_fail()

    assert await runner.run_due() == 0


async def test_a_handler_may_put_its_own_deadline_again(db: Database, clock: ManualClock) -> None:
    at: list[datetime] = []

    async def every_minute(tx: Tx, key: str, payload: dict[str, str]) -> None:
        at.append(clock.now())
        await jobs.put(tx, "alarm", key, clock.now() + MINUTE)

    runner = runner_for(db, clock, every_minute)
    await put(db, "round", clock.now())
    for _ in range(3):
        await runner.run_due()
        clock.advance(MINUTE)

    assert [time.minute for time in at] == [0, 1, 2]
    assert await kept(db) == [("round", 0, None)]


async def test_a_failing_job_is_kept_and_tried_again_later_and_later_while_others_run(
    db: Database, clock: ManualClock, alarms: Alarms
) -> None:
    async def fail_for_a(tx: Tx, key: str, payload: dict[str, str]) -> None:
        await alarms(tx, key, payload)
        await tx.execute(note(key))
        if key == "a":
            raise LookupError

    runner = runner_for(db, clock, fail_for_a)
    start = clock.now()
    await put(db, "a", start)
    await put(db, "b", start)

    for _ in range(80):
        await runner.run_due()
        clock.advance(timedelta(seconds=1))

    assert [(at - start).seconds for key, at in alarms.ran if key == "a"] == [0, 1, 3, 7, 15, 31, 63]
    assert alarms.keys.count("b") == 1
    assert await kept(db) == [("a", 7, "LookupError")]
    async with db.transaction(SYSTEM) as tx:
        assert [row.words for row in await tx.all(select(notes))] == ["b"]


async def test_a_failed_job_waits_no_longer_than_a_minute_however_often_it_failed(
    db: Database, clock: ManualClock, alarms: Alarms
) -> None:
    async def fail(tx: Tx, key: str, payload: dict[str, str]) -> None:
        await alarms(tx, key, payload)
        raise LookupError

    await put(db, "a", clock.now())
    await write(db, SYSTEM, text("update job set attempts = 1000"))
    runner = runner_for(db, clock, fail)

    await runner.run_due()
    clock.advance(MINUTE)

    assert await runner.run_due() == 1


async def test_a_hanging_job_is_cut_off_and_put_off(db: Database, clock: ManualClock, alarms: Alarms) -> None:
    async def hang_for_a(tx: Tx, key: str, payload: dict[str, str]) -> None:
        await (tx.execute(text("select pg_sleep(60)")) if key == "a" else alarms(tx, key, payload))

    runner = JobRunner(db, clock, limit=timedelta(seconds=0.2))
    runner.handle("alarm", hang_for_a)
    await put(db, "a", clock.now() - MINUTE)
    await put(db, "b", clock.now())

    await runner.run_due()

    assert alarms.keys == ["b"]
    assert await kept(db) == [("a", 1, "TimeoutError")]


async def test_two_runners_never_run_one_job_twice(db: Database, clock: ManualClock, alarms: Alarms) -> None:
    runners = [runner_for(db, clock, alarms) for _ in range(3)]
    keys = [f"{number:02}" for number in range(60)]
    async with db.transaction(SYSTEM) as tx:
        for key in keys:
            await jobs.put(tx, "alarm", key, clock.now())

    tried = await asyncio.gather(*(runner.run_due() for runner in runners))

    assert sum(tried) == 60
    assert sorted(alarms.keys) == keys


async def test_a_job_whose_transaction_is_killed_is_free_at_once(
    db: Database, clock: ManualClock, runner: JobRunner, alarms: Alarms, tasks: Tasks
) -> None:
    started = asyncio.Event()

    async def die(tx: Tx, key: str, payload: dict[str, str]) -> None:
        backend.append(await tx.scalar(text("select pg_backend_pid()")))
        started.set()
        await asyncio.Event().wait()

    backend: list[int] = []
    await put(db, "a", clock.now())
    tasks.start(runner_for(db, clock, die).run_due(), name="doomed")
    await started.wait()

    in_hand = await runner.run_due()
    await write(db, SYSTEM, text(f"select pg_terminate_backend({backend[0]}, 5000)"))
    freed = await runner.run_due()

    assert (in_hand, freed) == (0, 1)
    assert alarms.keys == ["a"]


async def test_an_answer_at_the_very_deadline_neither_waits_for_its_timer_nor_deadlocks(
    database: DatabaseServer, superuser: Session, db: Database, clock: ManualClock
) -> None:
    """Both want the consult (here a note); the one who answers also cancels the timer that is just running.

    PostgreSQL would break a deadlock by refusing one of the two; here it leaves both hanging until the test ends.
    """
    name = make_url(database.app_url).database
    await superuser.execute(f"alter database {name} set deadlock_timeout = '10min'")
    await db.close()  # its next connections know of it
    answered, timer_runs = asyncio.Event(), asyncio.Event()
    found: list[str] = []
    lock = select(notes.c.words).with_for_update()
    await write(db, SYSTEM, note("ringing"))
    await put(db, "ring", clock.now())

    async def end_ring(tx: Tx, key: str, payload: dict[str, str]) -> None:
        timer_runs.set()
        found.append(await tx.scalar(lock))

    async def answer() -> None:
        async with db.transaction(SYSTEM) as tx:
            await tx.execute(lock)
            answered.set()
            await timer_runs.wait()
            await tx.execute(text("update note set words = 'accepted'"))
            await jobs.cancel(tx, "alarm", "ring")
            await jobs.put(tx, "alarm", "arrival", clock.now() + MINUTE)

    answering = asyncio.create_task(answer())
    await answered.wait()
    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(answering, runner_for(db, clock, end_ring).run_due())

    assert found == ["accepted"]
    assert await kept(db) == [("arrival", 0, None)]


async def test_a_deadline_moved_while_it_runs_is_kept(db: Database, clock: ManualClock) -> None:
    async def moved_meanwhile(tx: Tx, key: str, payload: dict[str, str]) -> None:
        await put(db, key, clock.now() + MINUTE)

    await put(db, "a", clock.now())
    await runner_for(db, clock, moved_meanwhile).run_due()

    assert await kept(db) == [("a", 0, None)]


async def test_a_job_of_an_unknown_kind_waits_for_a_program_that_knows_it(
    db: Database, clock: ManualClock, runner: JobRunner
) -> None:
    async with db.transaction(SYSTEM) as tx:
        await jobs.put(tx, "of tomorrow", "a", clock.now())

    assert await runner.run_due() == 0
    assert await kept(db) == [("a", 0, None)]


def test_a_kind_has_one_handler(runner: JobRunner, alarms: Alarms) -> None:
    with pytest.raises(ValueError, match="two handlers"):
        runner.handle("alarm", Alarms(SystemClock()))


async def test_a_running_runner_wakes_for_a_new_job_and_for_the_next_deadline(db: Database, tasks: Tasks) -> None:
    clock = SystemClock()
    alarms = Alarms(clock)
    tasks.start(runner_for(db, clock, alarms).run(), name="jobs")
    await put(db, "warm", clock.now())
    await eventually(lambda: alarms.keys == ["warm"])

    put_at = clock.now()
    await put(db, "now", put_at)
    await put(db, "soon", soon := put_at + timedelta(seconds=0.4))
    await eventually(lambda: len(alarms.ran) == 3)

    (_, (now_key, now_at), (soon_key, soon_at)) = alarms.ran
    assert (now_key, soon_key) == ("now", "soon")
    assert now_at - put_at < timedelta(seconds=0.3)
    assert timedelta(0) <= soon_at - soon < timedelta(seconds=0.3)  # a look would be five seconds


async def test_a_handler_acts_as_the_system_and_says_why(db: Database, clock: ManualClock) -> None:
    actors: list[Actor] = []

    async def handler(tx: Tx, key: str, payload: dict[str, str]) -> None:
        actors.append(tx.actor)

    await put(db, "a", clock.now())
    await runner_for(db, clock, handler).run_due()

    assert actors == [Actor.system("jobs")]
