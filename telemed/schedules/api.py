"""Routes of duty: the board, one's own shift, “Vào ca trực”; and which hospital supports which station."""

from uuid import UUID

from telemed.identity import PersonRef, facility_ref
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ShiftId
from telemed.schedules.duty import phones_of
from telemed.schedules.model import Shift
from telemed.schedules.service.assignments import Assignments
from telemed.schedules.service.duty import OnDuty, OwnShift
from telemed.schedules.wire import (
    AssignmentEnding,
    AssignmentList,
    DutyBoard,
    DutyLine,
    MyShift,
    MyShifts,
    NewAssignment,
)


def routes(on_duty: OnDuty, assignments: Assignments) -> Routes:
    routes = Routes()

    @routes.get("/api/duty", tag="duty", errors=(403, 404))
    async def duty_board(actor: Actor) -> DutyBoard:
        board = await on_duty.board(actor)
        return DutyBoard(
            hospital=facility_ref(board.hospital),
            lines=[_line(shift, board.people[shift.person]) for shift in board.shifts],
            phones=phones_of(board.hospital),
        )

    @routes.get("/api/shifts/mine", tag="duty")
    async def my_shifts(actor: Actor) -> MyShifts:
        own = await on_duty.own_shift(actor)
        return MyShifts(shift=_mine(own) if own else None)

    @routes.post("/api/shifts/{id}/confirm", tag="duty", errors=(403, 404, 409))
    async def confirm_shift(id: UUID, actor: Actor) -> MyShift:
        return _mine(await on_duty.confirm(actor, ShiftId(id)))

    @routes.get("/api/assignments", tag="assignments", errors=(403,))
    async def list_assignments(actor: Actor) -> AssignmentList:
        """Which hospital supports, supported and will support each station."""
        return await assignments.all(actor)

    @routes.put("/api/assignments/{id}", tag="assignments", errors=(403, 404, 409))
    async def put_assignment(id: UUID, body: NewAssignment, actor: Actor) -> AssignmentList:
        """From a day on; the running one ends the day before. Open consults stay where they are."""
        return await assignments.assign(actor, id, body)

    @routes.post("/api/assignments/{id}/withdraw", tag="assignments", errors=(403, 404, 409))
    async def withdraw_assignment(id: UUID, actor: Actor) -> AssignmentList:
        """Take back a planned one; the one that it would have ended goes on."""
        return await assignments.withdraw(actor, id)

    @routes.post("/api/assignments/{id}/end", tag="assignments", errors=(403, 404, 409))
    async def end_assignment(id: UUID, body: AssignmentEnding, actor: Actor) -> AssignmentList:
        """The second hospital only: a station always has one that is asked first."""
        return await assignments.end(actor, id, body)

    return routes


def _line(shift: Shift, person: PersonRef) -> DutyLine:
    return DutyLine(
        shift_id=shift.id,
        person=person,
        specialty=shift.specialty,
        tier=shift.tier,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        confirmed=shift.confirmed_at is not None,
    )


def _mine(own: OwnShift) -> MyShift:
    shift = own.shift
    return MyShift(
        shift_id=shift.id,
        hospital=facility_ref(own.hospital),
        specialty=shift.specialty,
        tier=shift.tier,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        confirmed=shift.confirmed_at is not None,
        confirmed_at=shift.confirmed_at,
        armed_at=shift.armed_at,
        relief=own.relief,
        checks=own.checks,
    )
