"""Telling those who plan a specialty that hours of it have no first tier: by itself, or because somebody asks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty
from telemed.schedules import policy
from telemed.schedules.coverage import USUAL_HALVES, Halves, Stretch, gaps
from telemed.schedules.events import GapAhead
from telemed.schedules.outlook import LaddersOf, Outlook, every_ladder_looks_elsewhere, outlook_days
from telemed.schedules.wire_coverage import NewNudge, Nudged

AROUND: Final = timedelta(days=8)
"""How far to both sides of the moment named a gap is followed."""


class NoGap(DomainError):
    """Somebody has this place meanwhile; nobody needs to be told."""

    kind, code = Kind.CONFLICT, "coverage.no_gap"


class Nudges:
    def __init__(
        self, db: Database, halves: Halves = USUAL_HALVES, ladders: LaddersOf = every_ladder_looks_elsewhere
    ) -> None:
        self._db, self._halves, self._ladders = db, halves, ladders

    async def nudge(self, actor: Actor, nudge_id: UUID, new: NewNudge) -> Nudged:
        """The heads are told of the gap around that moment, as far as it lies ahead.

        Raises:
            Denied, OtherBody
            Missing: nobody holds this specialty at this hospital.
            NoGap: it is filled meanwhile, or over.
        """
        policy.require_coverage(actor)
        hospital = FacilityId(new.hospital_id)
        async with self._db.transaction(actor) as tx:
            around = await self._around(tx, new.starts_at)
            gap = _gap_at(around, hospital, new.specialty, new.starts_at, tx.at)
            planning = await planners(tx, hospital, new.specialty)
            if planning.heads:
                planning = Planners(planning.heads, ())  # managers are told as the gap draws near
            if await idempotency.first_time(tx, nudge_id, hospital, new, tx.at):
                await tell(tx, new.specialty, gap, planning, hospital=hospital, by=actor.id)
                await audit.record(tx, "coverage.nudge", "facility", hospital, at=hospital)
            told = await identity.people(tx, [*planning.heads, *planning.managers])
            return Nudged(starts_at=gap.span.starts_at, ends_at=gap.span.ends_at, told=list(told.values()))

    async def _around(self, tx: Tx, at: datetime) -> Outlook:
        first = self._halves.today(at - AROUND)
        return await outlook_days(tx, first, 2 * AROUND.days + 1, self._halves, self._ladders)


def _gap_at(around: Outlook, hospital: FacilityId, specialty: Specialty, at: datetime, now: datetime) -> Stretch:
    """Raises Missing, NoGap."""
    cut = around.cut_of(hospital, specialty)
    gap = next((one for one in gaps(cut) if one.span.covers(at)), None)
    if gap is None or gap.span.ends_at <= now:
        raise NoGap
    return gap


@dataclass(frozen=True, slots=True)
class Planners:
    """Those who plan a specialty: its heads, and the hospital's managers."""

    heads: tuple[UserId, ...]
    managers: tuple[UserId, ...]


async def planners(tx: Tx, hospital: FacilityId, specialty: Specialty) -> Planners:
    heads = await identity.holders(tx, hospital, {Role.DEPT_HEAD}, specialty, tx.at)
    managers = await identity.holders(tx, hospital, {Role.HOSPITAL_MANAGER}, None, tx.at)
    return Planners(tuple(heads), tuple(managers))


async def tell(
    tx: Tx, specialty: Specialty, gap: Stretch, told: Planners, *, hospital: FacilityId, by: UserId | None = None
) -> None:
    """`by`: who asks for it now; None: the watch, by itself."""
    day, today = gap.span.starts_at.astimezone(LOCAL).date(), tx.at.astimezone(LOCAL).date()
    fact = GapAhead(
        None,
        hospital=hospital,
        specialty=specialty,
        starts_at=gap.span.starts_at,
        ends_at=gap.span.ends_at,
        state=gap.state.value,
        days=max((day - today).days, 0),
        heads=told.heads,
        managers=told.managers,
        nudged_by=by,
    )
    await outbox.publish(tx, fact, tx.at)
