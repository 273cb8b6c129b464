"""The durable timers of duty: the watch each minute, and each morning what is to come."""

from datetime import timedelta
from typing import Final

from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.schedules.service.watch import Watch, first_morning, next_morning

WATCH: Final = "duty_watch"
MORNING: Final = "duty_morning"
EVERY: Final = timedelta(minutes=1)


def register(runner: JobRunner, watch: Watch) -> None:
    async def minute(tx: Tx, key: str, _: dict[str, str]) -> None:
        await watch.minute(tx)
        await jobs.put(tx, WATCH, key, tx.at + EVERY)

    async def morning(tx: Tx, key: str, _: dict[str, str]) -> None:
        await watch.morning(tx)
        await jobs.put(tx, MORNING, key, next_morning(tx.at))

    runner.handle(WATCH, minute)
    runner.handle(MORNING, morning)


async def started(db: Database) -> None:
    """From now on, however often the server starts; a morning that was slept through is made up for."""
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.put(tx, WATCH, "", tx.at)
        await jobs.put(tx, MORNING, "", first_morning(tx.at))
