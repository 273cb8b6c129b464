"""The durable timers of the record: a picture that stopped coming is given up on; each day what no case holds goes;
what all have signed is sealed."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FileId, MinutesId
from telemed.records.service import Records
from telemed.records.service.files import SWEEP_EVERY, SWEEP_JOB, UPLOAD_JOB
from telemed.records.service.signing import SEAL_JOB

AFTER_START: Final = timedelta(minutes=10)


def register(runner: JobRunner, records: Records) -> None:
    async def upload_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.files.give_up(tx, FileId(UUID(key)))

    async def sweep_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.files.sweep(tx)
        await jobs.put(tx, SWEEP_JOB, key, tx.at + SWEEP_EVERY)

    async def seal_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.signing.seal(tx, MinutesId(UUID(key)))

    runner.handle(SEAL_JOB, seal_due)
    runner.handle(UPLOAD_JOB, upload_due)
    runner.handle(SWEEP_JOB, sweep_due)


async def started(db: Database) -> None:
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.put(tx, SWEEP_JOB, "", tx.at + AFTER_START)
