"""What the clock does: referrals run out, each morning people hear what they owe. One bad row stops no other."""

from datetime import datetime, time, timedelta
from typing import Final

import structlog

from telemed import identity
from telemed.infra import audit, outbox
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import ConsultId, FacilityId, ReferralId, UserId
from telemed.records.events import DebtsOwed
from telemed.records.service.debts import Debts
from telemed.records.service.told import addressed
from telemed.records.store import referrals as store
from telemed.schedules import Schedules
from telemed.sessions import Consults

log = structlog.get_logger(__name__)

REFERRALS_JOB: Final = "referrals_run_out"
DEBTS_JOB: Final = "debts_morning"
EXPIRE_EVERY: Final = timedelta(hours=1)
MORNING: Final = time(7, 15)
"""Local time, before the day's first patients."""


def next_morning(now: datetime) -> datetime:
    today = datetime.combine(now.astimezone(LOCAL).date(), MORNING, LOCAL)
    return today if today > now else today + timedelta(days=1)


class Care:
    def __init__(self, consults: Consults, schedules: Schedules, debts: Debts) -> None:
        self._consults, self._schedules, self._debts = consults, schedules, debts

    async def run_out(self, tx: Tx) -> int:
        """Referrals whose last day is over and on which nobody left. How many were ended."""
        ended = 0
        for referral, consult in await store.run_out(tx, tx.at.astimezone(LOCAL).date()):
            try:
                async with tx.savepoint():
                    ended += await self._end(tx, referral, consult)
            except (DomainError, ValueError, KeyError) as error:
                log.error("referral_not_ended", referral=str(referral), error=type(error).__name__)
        return ended

    async def remind(self, tx: Tx) -> int:
        """Whoever owes something overdue is told how much, once a day. How many people were."""
        told = 0
        for place in await identity.places(tx):
            try:
                async with tx.savepoint():
                    told += await self._remind_at(tx, place)
            except (DomainError, ValueError, KeyError) as error:
                log.error("debts_not_told", facility=str(place), error=type(error).__name__)
        return told

    async def _end(self, tx: Tx, referral_id: ReferralId, consult_id: ConsultId) -> int:
        consult = await self._consults.lock(tx, consult_id)
        referral, facts = (await store.lock(tx, referral_id)).expire(tx.at.astimezone(LOCAL).date())
        if not facts:
            return 0
        await store.save(tx, referral)
        for fact in facts:
            await outbox.publish(tx, await addressed(tx, self._schedules, fact, consult, referral), tx.at)
        await audit.record(tx, "expire", "referral", referral_id, consult=consult_id)
        return 1

    async def _remind_at(self, tx: Tx, place: FacilityId) -> int:
        today = tx.at.astimezone(LOCAL).date()
        told = 0
        people = await identity.staff(tx, place, STATION | HOSPITAL, today, today + timedelta(days=1))
        for person, grants in people.items():
            owed = await self._debts.owed(tx, Actor(UserId(person), grants))
            overdue = sum(debt.due_at <= tx.at for debt in owed)
            if overdue:
                await outbox.publish(tx, DebtsOwed(None, place, overdue, today, (person,)), tx.at)
                told += 1
        return told
