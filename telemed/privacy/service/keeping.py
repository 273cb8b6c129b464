"""Retention at work: in batches, each audited, as the tables' owner, for papers are append-only for all others."""

import asyncio
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

import structlog

from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.privacy.retention import DEFAULT_PERIODS, Periods, is_over, soonest_end
from telemed.privacy.store import erasing, expiry, kept

log = structlog.get_logger(__name__)

RETENTION: Final = Actor.system("retention")
BATCH: Final = 100
MANY: Final = 10_000
"""Measurements are small, and no case hangs on them."""
EVERY: Final = timedelta(days=1)
AFTER_START: Final = timedelta(minutes=5)
SIGN_IN_REMAINS: Final = timedelta(days=60)
"""A session that ran out can be unlocked with its password for a month; then its token is of no use to anybody."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many of each."""

    cases: int = 0
    drafts: int = 0
    patients: int = 0
    measurements: int = 0
    sign_in_remains: int = 0

    @property
    def nothing(self) -> bool:
        return not any(getattr(self, f.name) for f in fields(self))


class Keeping:
    def __init__(self, owner: Database, periods: Periods = DEFAULT_PERIODS, *, batch: int = BATCH) -> None:
        self._db, self._periods, self._batch = owner, periods, batch

    async def run(self, *, dry: bool = False) -> Erased:
        """Erase what is kept long enough; with `dry` only count it.

        No policy: nobody asks for it, the law does. Patients are counted as things stand: those of whom the last case
        goes in this very run are found by a dry one only afterwards.
        """
        found = Erased(cases=await self._cases(dry=dry), drafts=await self._drafts(dry=dry))
        found = replace(found, patients=await self._patients(dry=dry), measurements=await self._measurements(dry=dry))
        return replace(found, sign_in_remains=await self._sign_in_remains(dry=dry))

    async def run_daily(self) -> None:
        """For ever. A day on which it fails is made up for by the next."""
        await asyncio.sleep(AFTER_START.total_seconds())
        while True:
            try:
                erased = await self.run()
                log.info("retention", **{f.name: getattr(erased, f.name) for f in fields(erased)})
            except Exception as error:
                log.error("retention_failed", exc_info=error)
            await asyncio.sleep(EVERY.total_seconds())

    async def _cases(self, *, dry: bool) -> int:
        count, after = 0, None
        while True:
            async with self._db.transaction(RETENTION) as tx:
                before = soonest_end(tx.at, self._periods)
                candidates = await kept.ended_before(tx, before, after, self._batch)
                over = [consult for consult, case in candidates if is_over(case, tx.at, self._periods)]
                for consult in () if dry else over:
                    await erasing.erase_case(tx, consult)
                    await audit.record(tx, "erase", "consult", consult, consult=consult)
            count += len(over)
            if len(candidates) < self._batch:
                return count
            after = UUID(str(candidates[-1][0]))

    async def _advices(self, tx: Tx, *, dry: bool) -> int:
        before = tx.at - self._periods.draft
        gone = await (expiry.count_advices if dry else expiry.delete_advices)(tx, before)
        if gone and not dry:
            await audit.record(tx, "erase", "phone_advices", None)
        return gone

    async def _drafts(self, *, dry: bool) -> int:
        async with self._db.transaction(RETENTION) as tx:
            count = await self._advices(tx, dry=dry)
        while True:
            async with self._db.transaction(RETENTION) as tx:
                drafts = await expiry.old_drafts(tx, tx.at - self._periods.draft, None if dry else self._batch)
                for consult in () if dry else drafts:
                    await erasing.erase_case(tx, consult)
                    await audit.record(tx, "erase", "draft", consult, consult=consult)
            count += len(drafts)
            if dry or len(drafts) < self._batch:
                return count

    async def _patients(self, *, dry: bool) -> int:
        count = 0
        while True:
            async with self._db.transaction(RETENTION) as tx:
                before = tx.at - self._periods.draft
                patients = await expiry.patients_without_case(tx, before, None if dry else self._batch)
                for patient in () if dry else patients:
                    await erasing.blank_patient(tx, patient)
                    await audit.record(tx, "erase", "patient", patient)
            count += len(patients)
            if dry or len(patients) < self._batch:
                return count

    async def _measurements(self, *, dry: bool) -> int:
        count = 0
        while True:
            async with self._db.transaction(RETENTION) as tx:
                before = tx.at - self._periods.measurement
                if dry:
                    return await expiry.count_measurements(tx, before)
                gone = await expiry.delete_measurements(tx, before, MANY)
                if gone:
                    await audit.record(tx, "erase", "measurements", None)
            count += gone
            if gone < MANY:
                return count

    async def _sign_in_remains(self, *, dry: bool) -> int:
        async with self._db.transaction(RETENTION) as tx:
            long_ago = tx.at - SIGN_IN_REMAINS
            if dry:
                return await expiry.count_sign_in_remains(tx, tx.at, long_ago)
            return await expiry.delete_sign_in_remains(tx, tx.at, long_ago)
