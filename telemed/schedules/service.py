"""What people ask of the roster: who is on duty, when is my shift, I am here; which hospital supports which station."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from telemed import identity
from telemed.identity import Facility, PersonRef
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.rights import Right
from telemed.kernel.values import FacilityKind
from telemed.schedules import policy, store
from telemed.schedules.model import NEXT_WITHIN, Assignment, NoHospital, NotThisKind, Shift, in_calling_order, succeed
from telemed.schedules.wire import AssignmentList, AssignmentView, NewAssignment, StationAssignments


@dataclass(frozen=True, slots=True)
class Board:
    hospital: Facility
    shifts: list[Shift]
    people: dict[UserId, PersonRef]


@dataclass(frozen=True, slots=True)
class OwnShift:
    shift: Shift
    hospital: Facility
    relief: PersonRef | None


class Rosters:
    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def board(self, actor: Actor) -> Board:
        """Who answers now: at the hospital that supports the actor's station, or at the actor's own.

        Raises:
            NoHospital: no hospital supports the station today.
            Denied: the actor works at neither.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            if station := policy.own_station(actor):
                hospital = await store.assigned_hospital(tx, station, now.astimezone(LOCAL).date())
                if hospital is None:
                    raise NoHospital
            else:
                hospital = policy.own_hospital(actor)
            return await self._board_of(tx, hospital)

    async def own_shift(self, actor: Actor) -> OwnShift | None:
        """The running one, else the next within a day. No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            shift = await store.next_shift(tx, actor.id, self._clock.now(), NEXT_WITHIN)
            return await self._own(tx, shift) if shift else None

    async def confirm(self, actor: Actor, shift_id: ShiftId) -> OwnShift:
        """“Vào ca trực”.

        Raises:
            Missing, NotYourShift, TooEarly, ShiftOver
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            shift = await store.shift_by_id(tx, shift_id)
            policy.require_confirm(actor, shift)
            confirmed, fact = shift.confirm(now)
            if fact:
                await store.save_shift(tx, confirmed)
                await outbox.publish(tx, fact, now)
                await audit.record(tx, "shift.confirm", "shift", shift.id)
            return await self._own(tx, confirmed)

    async def assignments(self, actor: Actor) -> AssignmentList:
        """Past, running and planned ones of every station."""
        policy.require_assignments(actor)
        async with self._db.transaction(actor) as tx:
            return await self._assignments(tx)

    async def assign(self, actor: Actor, assignment_id: UUID, new: NewAssignment) -> AssignmentList:
        """From a day on; what runs then ends the day before.

        Raises:
            Denied, Missing, NotThisKind, AssignmentPast, AssignmentPlanned, AssignmentSame, AssignmentsOverlap
        """
        policy.require_assign(actor)
        station, hospital = FacilityId(new.station_id), FacilityId(new.hospital_id)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, assignment_id, station, new, tx.at):
                await _require_kind(tx, station, FacilityKind.STATION, "/body/station_id")
                await _require_kind(tx, hospital, FacilityKind.HOSPITAL, "/body/hospital_id")
                made = Assignment(assignment_id, station, hospital, new.valid_from, None, new.source)
                known = await store.lock_assignments(tx, station)
                if before := succeed(made, known, _day(tx)):
                    await store.end_assignment(tx, before)
                await store.add_assignment(tx, made)
                await audit.record(tx, "assignment.create", "assignment", assignment_id)
            return await self._assignments(tx)

    async def withdraw(self, actor: Actor, assignment_id: UUID) -> AssignmentList:
        """What it would have ended goes on.

        Raises:
            Denied, Missing, AssignmentBegun
        """
        policy.require_assign(actor)
        async with self._db.transaction(actor) as tx:
            planned = await store.assignment(tx, assignment_id)
            if not planned.withdrawn:
                await store.end_assignment(tx, planned.withdraw(_day(tx)))
                known = await store.lock_assignments(tx, planned.station)
                before = next((one for one in known if one.valid_to == planned.valid_from and not one.withdrawn), None)
                if before:
                    await store.end_assignment(tx, replace(before, valid_to=None))
                await audit.record(tx, "assignment.withdraw", "assignment", assignment_id)
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

    async def _board_of(self, tx: Tx, hospital: FacilityId) -> Board:
        shifts = in_calling_order(await store.on_duty(tx, hospital, self._clock.now()))
        people = await identity.people(tx, {shift.person for shift in shifts})
        return Board(await identity.facility(tx, hospital), shifts, people)

    async def _own(self, tx: Tx, shift: Shift) -> OwnShift:
        relief = await store.relief_of(tx, shift)
        other = relief is not None and relief.person != shift.person  # nobody relieves himself
        people = await identity.people(tx, {relief.person}) if relief and other else {}
        place = await identity.facility(tx, shift.hospital)
        return OwnShift(shift, place, people[relief.person] if relief and other else None)


def _day(tx: Tx) -> date:
    return tx.at.astimezone(LOCAL).date()


async def _require_kind(tx: Tx, facility: FacilityId, kind: FacilityKind, pointer: str) -> None:
    """Raises Missing, NotThisKind."""
    if (await identity.facility(tx, facility)).kind is not kind:
        raise NotThisKind(pointer=pointer)
