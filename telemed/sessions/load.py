"""How often people were rung: asked by rosters, which know nothing of cases."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.ids import UserId
from telemed.sessions import store_load


class Period(Protocol):
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


class RingCounts:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def __call__(self, people: Collection[UserId], period: Period) -> dict[UserId, int]:
        """No policy: a bare number for people whose roster the asker sees; the program itself counts, since a planner
        opens few of the cases."""
        async with self._db.transaction(Actor.system("load per doctor")) as tx:
            return await store_load.rings_of(tx, people, period.starts_at, period.ends_at)
