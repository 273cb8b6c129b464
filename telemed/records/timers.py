"""The durable timers of the record: pictures given up and swept, what all have signed sealed, referrals run out,
appointments and debts told."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FileId, FollowUpId, MinutesId
from telemed.records.service import Records
from telemed.records.service.care import DEBTS_JOB, EXPIRE_EVERY, REFERRALS_JOB, next_morning
from telemed.records.service.files import SWEEP_EVERY, SWEEP_JOB, UPLOAD_JOB
from telemed.records.service.follow_ups import REMIND_JOB
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

    async def follow_up_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.follow_ups.remind(tx, FollowUpId(UUID(key)))

    async def referrals_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.care.run_out(tx)
        await jobs.put(tx, REFERRALS_JOB, key, tx.at + EXPIRE_EVERY)

    async def debts_due(tx: Tx, key: str, _: dict[str, str]) -> None:
        await records.care.remind(tx)
        await jobs.put(tx, DEBTS_JOB, key, next_morning(tx.at))

    runner.handle(SEAL_JOB, seal_due)
    runner.handle(REMIND_JOB, follow_up_due)
    runner.handle(REFERRALS_JOB, referrals_due)
    runner.handle(DEBTS_JOB, debts_due)
    runner.handle(UPLOAD_JOB, upload_due)
    runner.handle(SWEEP_JOB, sweep_due)


async def started(db: Database) -> None:
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.begin(tx, SWEEP_JOB, "", tx.at + AFTER_START)
        await jobs.begin(tx, REFERRALS_JOB, "", tx.at + AFTER_START)
        await jobs.begin(tx, DEBTS_JOB, "", next_morning(tx.at))
