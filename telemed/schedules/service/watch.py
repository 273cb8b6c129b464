"""The watch over duty: each minute who has not said they are there and whose shift is over, each morning what is to
come. Every step may run again at any time and changes nothing the second time."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, time, timedelta
from typing import Final
from uuid import uuid5

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Tx
from telemed.infra.events import Event
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, RotationId, ShiftId, UserId
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules.coverage import USUAL_HALVES, Halves, Stretch, gaps
from telemed.schedules.events import RotationEnding, ShiftEnded, ShiftUnconfirmed
from telemed.schedules.model import Shift
from telemed.schedules.outlook import LaddersOf, every_ladder_looks_elsewhere, outlook_days
from telemed.schedules.service.coverage import planners, tell
from telemed.schedules.store import coverage as coverage_store
from telemed.schedules.store import watch as store
from telemed.schedules.warning import SPACE, WARNED, days_before, warning_id

CONFIRM_WITHIN: Final = timedelta(minutes=15)
MORNING: Final = time(8)
"""Local: when those who plan are told what is to come."""
ROTATION_WARNED: Final = timedelta(days=14)
AT_ONCE: Final = 500
"""Shifts that one run ends; after a long silence the next runs take the rest."""

AnsweredFrom = Callable[[Tx, Collection[ShiftId]], Awaitable[frozenset[ShiftId]]]
"""From which of these shifts somebody took a case: another feature knows."""


async def nobody_answered(tx: Tx, shifts: Collection[ShiftId]) -> frozenset[ShiftId]:
    return frozenset()


class Watch:
    def __init__(
        self,
        answered_from: AnsweredFrom = nobody_answered,
        *,
        confirm_within: timedelta = CONFIRM_WITHIN,
        halves: Halves = USUAL_HALVES,
        ladders: LaddersOf = every_ladder_looks_elsewhere,
    ) -> None:
        self._answered_from, self._ladders = answered_from, ladders
        self._confirm_within, self._halves = confirm_within, halves

    async def minute(self, tx: Tx) -> None:
        """Arms the backups of who is late, ends what is over. No policy: a timer's."""
        facts: list[Event] = [*await self._arm(tx), *await self._end(tx)]
        await outbox.publish_all(tx, facts, tx.at)

    async def morning(self, tx: Tx) -> None:
        """Tells gaps and ending rotations to those who plan, each once. No policy: a timer's."""
        await self._gaps(tx)
        await self._rotations(tx)

    # -- each minute ---------------------------------------------------------------------------------------------------

    async def _arm(self, tx: Tx) -> list[Event]:
        late = await store.lock_unconfirmed(tx, tx.at, tx.at - self._confirm_within)
        if not late:
            return []
        away = await coverage_store.away_now(tx, {shift.person for shift in late}, tx.at)
        there = await self._answered_from(tx, [shift.id for shift in late])
        silent = [shift for shift in late if shift.person not in away and shift.id not in there]
        await store.arm(tx, [shift.id for shift in silent], tx.at)
        return [await self._unconfirmed(tx, shift) for shift in silent]

    async def _unconfirmed(self, tx: Tx, shift: Shift) -> ShiftUnconfirmed:
        await audit.record(tx, "shift.arm", "shift", shift.id, at=shift.hospital)
        backups: list[UserId] = []
        if shift.tier is Tier.FIRST:
            beside = await store.running(tx, shift.hospital, shift.specialty, Tier.SECOND, tx.at)
            away = await coverage_store.away_now(tx, {one.person for one in beside}, tx.at)
            backups = [one.person for one in beside if one.person not in away]
        return ShiftUnconfirmed(
            None,
            shift=shift.id,
            person=shift.person,
            hospital=shift.hospital,
            specialty=shift.specialty,
            tier=shift.tier,
            starts_at=shift.starts_at,
            armed=bool(backups),
            backups=tuple(backups),
            heads=tuple(one for one in await _heads(tx, shift.hospital, shift.specialty) if one != shift.person),
        )

    async def _end(self, tx: Tx) -> list[Event]:
        over = await store.lock_ended(tx, tx.at, AT_ONCE)
        if not over:
            return []
        answered = await self._answered_from(tx, [shift.id for shift in over if shift.confirmed_at is None])
        ended = [shift.finish(tx.at, served=shift.confirmed_at is not None or shift.id in answered) for shift in over]
        await store.end(tx, ended)
        reliefs = await store.reliefs(tx, ended)
        for shift in ended:
            await audit.record(tx, f"shift.{shift.state}", "shift", shift.id, at=shift.hospital)
        return [_ended(shift, reliefs.get(shift.id)) for shift in ended]

    # -- each morning --------------------------------------------------------------------------------------------------

    async def _gaps(self, tx: Tx) -> None:
        today = self._halves.today(tx.at)
        ahead = await outlook_days(tx, today - timedelta(days=1), max(WARNED) + 2, self._halves, self._ladders)
        for hospital, place in ahead.hospitals.items():
            for specialty, cut in place.cut.items():
                for gap in gaps(cut):
                    since = None if gap.span.starts_at == ahead.period.starts_at else gap.span.starts_at
                    if gap.span.ends_at > tx.at:
                        await self._warn(tx, hospital, specialty, gap, since)

    async def _warn(
        self, tx: Tx, hospital: FacilityId, specialty: Specialty, gap: Stretch, since: datetime | None
    ) -> None:
        before = days_before(gap.span.starts_at, tx.at)
        if before is None:
            return
        mark = warning_id(hospital, specialty, since, before)
        if await idempotency.first_time(tx, mark, hospital, b"gap", tx.at):
            told = await planners(tx, hospital, specialty)
            await tell(tx, specialty, gap, told, hospital=hospital)
            await audit.record(tx, "coverage.warn", "facility", hospital, at=hospital)

    async def _rotations(self, tx: Tx) -> None:
        today = tx.at.astimezone(LOCAL).date()
        for one in await store.rotations_ending(tx, today, today + ROTATION_WARNED):
            mark = uuid5(SPACE, f"rotation {one.id} {one.ends_on}")
            if not await idempotency.first_time(tx, mark, one.id, b"rotation", tx.at):
                continue
            held = await identity.clinicians(tx, one.hospital, today)
            theirs = [await _heads(tx, one.hospital, specialty) for specialty in held.get(one.person, ())]
            fact = RotationEnding(
                None,
                rotation=RotationId(one.id),
                person=one.person,
                hospital=one.hospital,
                station=one.station,
                ends_on=one.ends_on,
                days=(one.ends_on - today).days,
                heads=tuple(sorted({head for some in theirs for head in some})),
                managers=tuple(await _heads(tx, one.hospital, None)),
            )
            await outbox.publish(tx, fact, tx.at)
            await audit.record(tx, "rotation.warn", "rotation", one.id, at=one.hospital)


def first_morning(at: datetime) -> datetime:
    """When to look for the first time after a start: at once, but never before the morning wakes somebody."""
    return max(at, datetime.combine(at.astimezone(LOCAL).date(), MORNING, LOCAL))


def next_morning(after: datetime) -> datetime:
    today = datetime.combine(after.astimezone(LOCAL).date(), MORNING, LOCAL)
    return today if today > after else today + timedelta(days=1)


async def _heads(tx: Tx, hospital: FacilityId, specialty: Specialty | None) -> list[UserId]:
    """Of a specialty; of the leaders' duty the hospital's managers."""
    role = Role.HOSPITAL_MANAGER if specialty is None else Role.DEPT_HEAD
    return await identity.holders(tx, hospital, {role}, specialty, tx.at)


def _ended(shift: Shift, relief: UserId | None) -> ShiftEnded:
    return ShiftEnded(
        None,
        shift=shift.id,
        person=shift.person,
        hospital=shift.hospital,
        specialty=shift.specialty,
        tier=shift.tier,
        ends_at=shift.ends_at,
        served=shift.state.value == "done",
        relief=relief if relief != shift.person else None,
    )
