"""The durable timers of messages: each that is still to be handed over, the end of each test; and forgetting."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ShiftId
from telemed.notify.service import Notify
from telemed.notify.service.rings import NEWS, SEND, TEST_OVER

DAILY: Final = "notify_daily"
DAY: Final = timedelta(days=1)


def register(runner: JobRunner, notify: Notify) -> None:
    async def over(tx: Tx, key: str, _: dict[str, str]) -> None:
        await notify.rings.test_over(tx, ShiftId(UUID(key)))

    async def daily(tx: Tx, key: str, _: dict[str, str]) -> None:
        await notify.notices.forget_old(tx)
        await notify.browsers.forget_gone(tx)
        await jobs.put(tx, DAILY, key, tx.at + DAY)

    runner.handle(SEND, notify.sender.due)
    runner.handle(NEWS, notify.sender.news_due)
    runner.handle(TEST_OVER, over)
    runner.handle(DAILY, daily)


async def started(db: Database) -> None:
    """From now on every day, however often the server starts."""
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.put(tx, DAILY, "", tx.at + DAY)
