"""The durable timers of cases and calls: one job each, set by whatever last changed them."""

from uuid import UUID

from telemed.infra.db import Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.ids import CallId, ConsultId
from telemed.sessions.keeper import CALL_JOB, CASE_JOB
from telemed.sessions.rooms import Calls
from telemed.sessions.service import Consults


def register(runner: JobRunner, consults: Consults, calls: Calls) -> None:
    async def case_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await consults.tick(tx, ConsultId(UUID(key)))

    async def call_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await calls.empty_too_long(tx, CallId(UUID(key)))

    runner.handle(CASE_JOB, case_due)
    runner.handle(CALL_JOB, call_due)
