"""Public holidays, Tết and swapped days, as the government announces them each year: for the whole province."""

from datetime import date

from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.schedules import policy
from telemed.schedules.model import HolidayPassed
from telemed.schedules.store import holidays as store
from telemed.schedules.wire_holidays import Holiday, HolidayList


class Holidays:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self, actor: Actor) -> HolidayList:
        """No policy: a calendar hangs on every wall."""
        async with self._db.transaction(actor) as tx:
            return await self._list(tx)

    async def set(self, actor: Actor, one: Holiday) -> HolidayList:
        """Names a day, or names it anew. Said again, it changes nothing.

        Raises:
            Denied
            HolidayPassed: what was worked and waited then is history.
        """
        policy.require_calendar(actor)
        async with self._db.transaction(actor) as tx:
            _require_ahead(tx, one.day)
            await store.put(tx, one.day, one.name, one.kind)
            await audit.record(tx, "holiday.set", "holiday", None, reason=f"{one.day} {one.kind}")
            return await self._list(tx)

    async def remove(self, actor: Actor, day: date) -> HolidayList:
        """It is a day like any other again.

        Raises:
            Denied, HolidayPassed
        """
        policy.require_calendar(actor)
        async with self._db.transaction(actor) as tx:
            _require_ahead(tx, day)
            await store.remove(tx, day)
            await audit.record(tx, "holiday.remove", "holiday", None, reason=str(day))
            return await self._list(tx)

    async def _list(self, tx: Tx) -> HolidayList:
        today = _today(tx)
        found = await store.since(tx, date(today.year - 1, 1, 1))
        return HolidayList(
            today=today,
            days=[Holiday(day=day, name=name, kind=kind) for day, name, kind in found],
            may_set=policy.may_set_calendar(tx.actor),
        )


def _today(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()


def _require_ahead(tx: Tx, day: date) -> None:
    if day < _today(tx):
        raise HolidayPassed(pointer="/body/day")
