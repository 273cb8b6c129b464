"""What due jobs do for exchange: messages still to be handed over; old ones forgotten each day."""

from datetime import timedelta
from typing import Final

from telemed.exchange.service import Exchange
from telemed.exchange.service.webhooks import SEND
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor

DAILY: Final = "exchange_daily"
DAY: Final = timedelta(days=1)


def register(runner: JobRunner, exchange: Exchange) -> None:
    async def daily(tx: Tx, key: str, _: dict[str, str]) -> None:
        await exchange.courier.forget_old(tx)
        await jobs.put(tx, DAILY, key, tx.at + DAY)

    runner.handle(SEND, exchange.courier.due)
    runner.handle(DAILY, daily)


async def started(db: Database) -> None:
    """From now on every day, however often the server starts."""
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.put(tx, DAILY, "", tx.at + DAY)
