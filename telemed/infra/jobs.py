"""Durable timers: a row per deadline, run in one transaction with its effect, so a restart loses and doubles none.

A runner claims a job by an advisory lock of its transaction, not by locking the row. Whoever answers a ring holds the
consult and cancels its timer, while the timer, if it just fires, holds its job and wants the consult: with a locked row
that is a deadlock at the very moment that matters. So a running job never hinders `put` or `cancel`, and a handler
looks at the state it finds, under the same lock as everybody, before it acts.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, timedelta

import structlog
from sqlalchemy import Column, Integer, String, Table, UniqueConstraint, Uuid, delete, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB, insert

from telemed.infra.background import back_off
from telemed.infra.db import AnyRow, Database, Tx
from telemed.infra.tables import AT, metadata
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import uuid7

log = structlog.get_logger(__name__)

CHANNEL = "job"
Handler = Callable[[Tx, str, dict[str, str]], Awaitable[None]]
"""Given the transaction, the job's key and its payload."""

LOOK = timedelta(seconds=5)
"""A runner looks at least so often, whatever it was told."""
CONTENDED = timedelta(milliseconds=50)
LIMIT = timedelta(seconds=10)

job_table = Table(
    "job",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("run_at", AT, nullable=False, index=True),
    Column("payload", JSONB, nullable=False),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("error", String),
    UniqueConstraint("kind", "key"),
)
_row = job_table.c
_JOBS = Actor.system("jobs")

# Locking stands outside the materialized list, so that it is tried row by row and stops at the first success.
_CLAIM = text(
    """with due as materialized (
         select id from job where run_at <= :now and kind = any (:kinds) order by run_at, id limit 50)
       select id from due where pg_try_advisory_xact_lock(hashtextextended('job:' || id, 0)) limit 1"""
)


async def put(tx: Tx, kind: str, key: str, run_at: datetime, payload: Mapping[str, str] | None = None) -> None:
    """Set a deadline, or move the one of the same kind and key. It exists if and when this transaction commits."""
    row = {"id": uuid7(), "run_at": run_at, "payload": dict(payload or {}), "attempts": 0, "error": None}
    statement = insert(job_table).values(kind=kind, key=key, **row)
    # A new id: if the old deadline runs at this moment, what it deletes at its end is itself, not this one.
    await tx.execute(statement.on_conflict_do_update(index_elements=["kind", "key"], set_=row))
    await tx.execute(select(func.pg_notify(CHANNEL, "")))


async def begin(tx: Tx, kind: str, key: str, run_at: datetime) -> None:
    """Set a deadline unless there is one: after a start, what came due while the program was dead is run at once."""
    row = {"id": uuid7(), "kind": kind, "key": key, "run_at": run_at, "payload": {}}
    await tx.execute(insert(job_table).values(row).on_conflict_do_nothing(index_elements=["kind", "key"]))
    await tx.execute(select(func.pg_notify(CHANNEL, "")))


async def cancel(tx: Tx, kind: str, key: str) -> None:
    """Forget a deadline. One that fires at this moment still runs, and finds the state this transaction leaves."""
    await tx.execute(delete(job_table).where(_row.kind == kind, _row.key == key))


async def hurry(tx: Tx, kinds: Collection[str], now: datetime) -> None:
    """After a start: what the last run had in hand, or put off, is tried at once."""
    waiting = update(job_table).where(_row.kind.in_(kinds), _row.run_at > now)
    await tx.execute(waiting.values(run_at=now))


async def overdue(tx: Tx, before: datetime) -> int:
    """How many deadlines of before that moment have not run."""
    query = select(func.count()).select_from(job_table).where(_row.run_at < before)
    return int(await tx.scalar(query))


class JobRunner:
    """Runs what is due. Any number of runners may share the table; a kind one does not know waits for one that does."""

    def __init__(self, db: Database, clock: Clock, *, limit: timedelta = LIMIT) -> None:
        self._db, self._clock, self._limit = db, clock, limit.total_seconds()
        self._handlers: dict[str, Handler] = {}

    def handle(self, kind: str, handler: Handler) -> None:
        if self._handlers.setdefault(kind, handler) is not handler:
            raise ValueError(f"two handlers for jobs of kind {kind!r}")

    async def run(self) -> None:
        """Run jobs at their time until cancelled, also across a database that goes away and comes back."""
        async with self._db.bell(CHANNEL) as bell:
            wait = LOOK
            while True:
                await bell.wait(wait)
                try:
                    await self.run_due()
                    wait = await self._until_next()
                except Exception as error:
                    log.error("jobs_stumbled", exc_info=error)
                    wait = LOOK

    async def run_due(self) -> int:
        """Run everything due now; how many were tried, failures too."""
        tried = 0
        while (outcome := await self._run_next()) is not None:
            tried += outcome
        return tried

    async def _run_next(self) -> int | None:
        """None when nothing is due, 0 when another runner was quicker, else 1."""
        job: AnyRow | None = None
        due = {"now": self._clock.now(), "kinds": list(self._handlers)}
        try:
            async with asyncio.timeout(self._limit), self._db.transaction(_JOBS) as tx:
                if (claimed := await tx.scalar(_CLAIM, due)) is None:
                    return None
                # Only a look after the lock tells the truth: another runner may have finished it in between.
                job = await tx.first(select(job_table).where(_row.id == claimed, _row.run_at <= due["now"]))
                if job is None:
                    return 0
                await self._handlers[job.kind](tx, job.key, job.payload)
                await tx.execute(delete(job_table).where(_row.id == claimed))
        except Exception as error:
            if job is None:
                raise
            await self._put_off(job, error)
        return 1

    async def _put_off(self, job: AnyRow, error: Exception) -> None:
        attempts = job.attempts + 1
        log.error("job_put_off", kind=job.kind, key=job.key, attempts=attempts, exc_info=error)
        unchanged = update(job_table).where(_row.id == job.id, _row.attempts == job.attempts)
        run_at = self._clock.now() + back_off(attempts)
        async with self._db.transaction(_JOBS) as tx:
            await tx.execute(unchanged.values(run_at=run_at, attempts=attempts, error=type(error).__name__))

    async def _until_next(self) -> timedelta:
        async with self._db.transaction(_JOBS) as tx:
            next_at = await tx.scalar(select(func.min(_row.run_at)).where(_row.kind.in_(self._handlers)))
        if next_at is None:
            return LOOK
        left: timedelta = next_at - self._clock.now()
        return min(left, LOOK) if left > timedelta(0) else CONTENDED  # due already: another runner has it in hand
