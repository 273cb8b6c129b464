"""Weekly patterns: made and retired, never changed, so that what one once generated stays explicable."""

from datetime import timedelta
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import FacilityKind
from telemed.schedules import policy
from telemed.schedules.model_draft import NotStaff
from telemed.schedules.model_pattern import Pattern
from telemed.schedules.service import picture
from telemed.schedules.store import patterns
from telemed.schedules.wire_rosters import NewPattern, PatternList, PatternView


class Patterns:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self, actor: Actor, hospital: FacilityId) -> PatternList:
        """Raises Denied."""
        policy.require_roster(actor, hospital)
        async with self._db.transaction(actor) as tx:
            return await self._patterns(tx, hospital)

    async def put(self, actor: Actor, hospital: FacilityId, pattern_id: UUID, new: NewPattern) -> PatternList:
        """Raises Denied, Missing, NotStaff, OtherBody."""
        policy.require_plan(actor, hospital, [new.specialty])
        async with self._db.transaction(actor) as tx:
            if (await identity.facility(tx, hospital)).kind is not FacilityKind.HOSPITAL:
                raise Missing
            if await idempotency.first_time(tx, pattern_id, hospital, new, tx.at):
                pattern = Pattern(
                    id=pattern_id,
                    hospital=hospital,
                    name=new.name,
                    specialty=new.specialty,
                    tier=new.tier,
                    weekdays=tuple(sorted(new.weekdays)),
                    days=new.days,
                    starts=new.starts,
                    length=timedelta(milliseconds=new.length_ms),
                    people=tuple(UserId(one) for one in new.people),
                    turn=new.turn,
                    anchor=new.anchor,
                    made_by=actor.id,
                    made_at=tx.at,
                )
                await _require_staff(tx, pattern)
                await patterns.add(tx, pattern)
                await audit.record(tx, "roster.pattern", "roster_pattern", pattern_id, at=hospital)
            return await self._patterns(tx, hospital)

    async def retire(self, actor: Actor, hospital: FacilityId, pattern_id: UUID) -> PatternList:
        """Raises Denied, Missing."""
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await patterns.pattern(tx, pattern_id)
            if known.hospital != hospital:
                raise Missing
            policy.require_plan(actor, hospital, [known.specialty])
            await patterns.retire(tx, pattern_id)
            await audit.record(tx, "roster.pattern_retire", "roster_pattern", pattern_id, at=hospital)
            return await self._patterns(tx, hospital)

    async def _patterns(self, tx: Tx, hospital: FacilityId) -> PatternList:
        known = await patterns.patterns(tx, hospital)
        names = await identity.people(tx, {person for one in known for person in one.people})
        return PatternList(
            patterns=[
                PatternView(
                    id=one.id,
                    name=one.name,
                    specialty=one.specialty,
                    tier=one.tier,
                    weekdays=list(one.weekdays),
                    days=one.days,
                    starts=one.starts,
                    length_ms=one.length // timedelta(milliseconds=1),
                    people=[names[person] for person in one.people],
                    turn=one.turn,
                    anchor=one.anchor,
                    may_change=policy.may_plan(tx.actor, hospital, one.specialty),
                )
                for one in known
            ]
        )


async def _require_staff(tx: Tx, pattern: Pattern) -> None:
    """Raises NotStaff."""
    today = picture.day_at(tx.at)
    first, until = min(today, pattern.anchor), max(today, pattern.anchor) + picture.A_DAY
    staff = await identity.staff(tx, pattern.hospital, picture.STAFF, first, until)
    for n, person in enumerate(pattern.people):
        if person not in staff:
            raise NotStaff(pointer=f"/body/people/{n}")
