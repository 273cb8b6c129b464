"""Filling a draft by the week: other days copied, or weekly patterns generated; a dry run says what would be."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ShiftId, uuid7
from telemed.schedules import policy
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift
from telemed.schedules.model_filling import Ground, Plan, copied, fill, giving_way
from telemed.schedules.model_pattern import Holidays, Wanted, generate
from telemed.schedules.service import picture
from telemed.schedules.store import holidays as calendar
from telemed.schedules.store import patterns, rosters, versions
from telemed.schedules.wire_rosters import CopyWeek, Filled, Generate, SkippedView


class Filling:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def copy(self, actor: Actor, hospital: FacilityId, change_id: UUID, asked: CopyWeek) -> Filled:
        """What stands in some days, the draft among it, in as many others.

        Raises:
            Denied, Missing, OtherBody, ShiftsOverlap
        """
        policy.require_plan(actor, hospital, asked.specialties)
        async with self._db.transaction(actor) as tx:
            first = asked.dry_run or await idempotency.first_time(tx, change_id, hospital, asked, tx.at)
            await versions.lock(tx, hospital)
            source = await picture.picture(tx, hospital, picture.days(asked.from_day, asked.days))
            target = await self._ground(tx, hospital, asked.to_day, asked.days)
            of_them = [s for s in source.plan(source.draft) if s.specialty in asked.specialties]
            wanted = copied(of_them, asked.from_day, asked.days, asked.to_day)
            removed: Sequence[Shift] = ()
            if asked.overwrite:
                removed = giving_way(target.planned, asked.specialties, asked.to_day, asked.days, tx.at)
            plan = fill(wanted, target, _new_id, removed=removed, skip_absent=asked.skip_absent)
            if first and not asked.dry_run:
                await self._write(tx, hospital, plan, "roster.copy")
            return await _answer(tx, hospital, plan, repeated=not first)

    async def generate(self, actor: Actor, hospital: FacilityId, change_id: UUID, asked: Generate) -> Filled:
        """What the patterns ask for on these days; what stands there already stays.

        Raises:
            Denied, Missing, OtherBody, ShiftsOverlap
        """
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await patterns.patterns(tx, hospital, asked.pattern_ids)
            if len(known) < len(set(asked.pattern_ids)):
                raise Missing(pointer="/body/pattern_ids")
            policy.require_plan(actor, hospital, {pattern.specialty for pattern in known})
            first = asked.dry_run or await idempotency.first_time(tx, change_id, hospital, asked, tx.at)
            await versions.lock(tx, hospital)
            ground = await self._ground(tx, hospital, asked.from_day, asked.days)
            until = asked.from_day + timedelta(days=asked.days)
            since = min(pattern.anchor for pattern in known)
            holidays: Holidays = {day: kind for day, _, kind in await calendar.since(tx, since, until)}
            wanted: list[Wanted] = [
                one for pattern in known for one in generate(pattern, asked.from_day, asked.days, holidays)
            ]
            plan = fill(sorted(wanted, key=lambda one: one.starts_at), ground, _new_id)
            if first and not asked.dry_run:
                await self._write(tx, hospital, plan, "roster.generate")
            return await _answer(tx, hospital, plan, repeated=not first)

    async def _ground(self, tx: Tx, hospital: FacilityId, first: date, days: int) -> Ground:
        seen = await picture.picture(tx, hospital, picture.wide(picture.days(first, days)))
        return Ground(hospital, seen.plan(seen.draft), seen.elsewhere, seen.away, seen.staff.keys(), tx.at)

    async def _write(self, tx: Tx, hospital: FacilityId, plan: Plan, action: str) -> None:
        """The caller holds the lock."""
        draft = await rosters.draft(tx, hospital)
        drafted = {shift.id for shift in draft.added}
        await rosters.drop_drafted(tx, {shift.id for shift in plan.removed if shift.id in drafted})
        await rosters.add_removals(tx, (shift for shift in plan.removed if shift.id not in drafted))
        await rosters.add_drafted(tx, plan.added)
        await audit.record(tx, action, "facility", hospital, at=hospital)


def _new_id() -> ShiftId:
    return ShiftId(uuid7())


async def _answer(tx: Tx, hospital: FacilityId, plan: Plan, *, repeated: bool) -> Filled:
    seen = await picture.picture(tx, hospital, Span(tx.at, tx.at + picture.A_DAY))
    return Filled(
        added=0 if repeated else len(plan.added),
        removed=0 if repeated else len(plan.removed),
        skipped=[
            SkippedView(person_id=one.person, day=one.day, reason=one.reason)
            for one in sorted(plan.skipped, key=lambda one: (one.day, one.person))
        ],
        left_empty=plan.left_empty,
        repeated=repeated,
        draft=picture.summary(seen, picture.plannable(tx.actor, seen)),
    )
