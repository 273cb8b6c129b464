"""What is done every night: forgotten accounts are closed, dead tokens removed."""

from datetime import datetime, timedelta
from typing import Final

from telemed.identity.service import Identity
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL

NIGHTLY: Final = "identity_nightly"
HOUR: Final = 2
"""Local, when the fewest are at work."""


def register(runner: JobRunner, identity: Identity) -> None:
    async def nightly(tx: Tx, key: str, _: dict[str, str]) -> None:
        await identity.close_unseen(tx)
        await jobs.put(tx, NIGHTLY, key, next_night(tx.at))

    runner.handle(NIGHTLY, nightly)


async def started(db: Database) -> None:
    """From now on every night, however often the server starts."""
    async with db.transaction(Actor.system("start")) as tx:
        await jobs.put(tx, NIGHTLY, "", next_night(tx.at))


def next_night(after: datetime) -> datetime:
    tonight = after.astimezone(LOCAL).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return tonight if tonight > after else tonight + timedelta(days=1)
