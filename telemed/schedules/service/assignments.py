"""Which hospital supports which station: dated, one asked first and perhaps one as a later step of the ladder."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right
from telemed.kernel.values import FacilityKind
from telemed.schedules import policy, store
from telemed.schedules.model import Assignment, NotThisKind, require_once, succeed
from telemed.schedules.wire import AssignmentEnding, AssignmentList, AssignmentView, NewAssignment, StationAssignments


class Assignments:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self, actor: Actor) -> AssignmentList:
        """Past, running and planned ones of every station."""
        policy.require_assignments(actor)
        async with self._db.transaction(actor) as tx:
            return await self._assignments(tx)

    async def assign(self, actor: Actor, assignment_id: UUID, new: NewAssignment) -> AssignmentList:
        """From a day on; what runs then ends the day before.

        Raises:
            Denied, Missing, NotThisKind, AssignmentPast, AssignmentPlanned, AssignmentSame, AssignmentTwice,
            AssignmentsOverlap
        """
        policy.require_assign(actor)
        station, hospital = FacilityId(new.station_id), FacilityId(new.hospital_id)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, assignment_id, station, new, tx.at):
                await _require_kind(tx, station, FacilityKind.STATION, "/body/station_id")
                await _require_kind(tx, hospital, FacilityKind.HOSPITAL, "/body/hospital_id")
                made = Assignment(assignment_id, station, hospital, new.valid_from, None, new.source, new.rank)
                known = await store.lock_assignments(tx, station)
                if before := succeed(made, known, _day(tx)):
                    await store.end_assignment(tx, before)
                await store.add_assignment(tx, made)
                await audit.record(tx, "assignment.create", "assignment", assignment_id)
            return await self._assignments(tx)

    async def withdraw(self, actor: Actor, assignment_id: UUID) -> AssignmentList:
        """What it would have ended goes on.

        Raises:
            Denied, Missing, AssignmentBegun, AssignmentTwice
        """
        policy.require_assign(actor)
        async with self._db.transaction(actor) as tx:
            planned, known = await _locked(tx, assignment_id)
            if not planned.withdrawn:
                await store.end_assignment(tx, planned.withdraw(_day(tx)))
                before = next((one for one in known if _led_to(one, planned)), None)
                if before:
                    going_on = replace(before, valid_to=None)
                    require_once(going_on, known)
                    await store.end_assignment(tx, going_on)
                await audit.record(tx, "assignment.withdraw", "assignment", assignment_id)
            return await self._assignments(tx)

    async def end(self, actor: Actor, assignment_id: UUID, ending: AssignmentEnding) -> AssignmentList:
        """A second hospital goes without another one coming. From then on the ladder has no such step.

        Raises:
            Denied, Missing, AssignmentNeeded, AssignmentPast, AssignmentOver
        """
        policy.require_assign(actor)
        async with self._db.transaction(actor) as tx:
            running, _ = await _locked(tx, assignment_id)
            if running.valid_to != ending.on:
                await store.end_assignment(tx, running.end(ending.on, _day(tx)))
                await audit.record(tx, "assignment.end", "assignment", assignment_id)
            return await self._assignments(tx)

    async def _assignments(self, tx: Tx) -> AssignmentList:
        known = await store.assignments(tx)
        places = await identity.places(tx)
        views: dict[FacilityId, list[AssignmentView]] = {}
        for one in known:
            view = AssignmentView(
                id=one.id,
                hospital=places[one.hospital],
                valid_from=one.valid_from,
                valid_to=one.valid_to,
                withdrawn=one.withdrawn,
                source=one.source,
                rank=one.rank,
            )
            views.setdefault(one.station, []).append(view)
        return AssignmentList(
            today=_day(tx),
            stations=[
                StationAssignments(station=place, assignments=views.get(key, []))
                for key, place in places.items()
                if place.kind is FacilityKind.STATION
            ],
            hospitals=[place for place in places.values() if place.kind is FacilityKind.HOSPITAL],
            may_assign=tx.actor.may_everywhere(Right.MANAGE_PEOPLE),
        )


def _day(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()


async def _locked(tx: Tx, assignment_id: UUID) -> tuple[Assignment, list[Assignment]]:
    """One, and all of its station, as they stand under the station's lock. Raises Missing."""
    known = await store.lock_assignments(tx, await store.station_of(tx, assignment_id))
    return next(one for one in known if one.id == assignment_id), known


def _led_to(one: Assignment, planned: Assignment) -> bool:
    return one.rank == planned.rank and one.valid_to == planned.valid_from and not one.withdrawn


async def _require_kind(tx: Tx, facility: FacilityId, kind: FacilityKind, pointer: str) -> None:
    """Raises Missing, NotThisKind."""
    if (await identity.facility(tx, facility)).kind is not kind:
        raise NotThisKind(pointer=pointer)
