"""Routes of duty: the board, one's own shift, “Vào ca trực”."""

from uuid import UUID

from telemed.identity import PersonRef, facility_ref
from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ShiftId
from telemed.schedules.duty import phones_of
from telemed.schedules.model import Shift
from telemed.schedules.service import OwnShift, Rosters
from telemed.schedules.wire import DutyBoard, DutyLine, MyShift, MyShifts


def routes(rosters: Rosters) -> Routes:
    routes = Routes()

    @routes.get("/api/duty", tag="duty", errors=(403, 404))
    async def duty_board(actor: Actor) -> DutyBoard:
        board = await rosters.board(actor)
        return DutyBoard(
            hospital=facility_ref(board.hospital),
            lines=[_line(shift, board.people[shift.person]) for shift in board.shifts],
            phones=phones_of(board.hospital),
        )

    @routes.get("/api/shifts/mine", tag="duty")
    async def my_shifts(actor: Actor) -> MyShifts:
        own = await rosters.own_shift(actor)
        return MyShifts(shift=_mine(own) if own else None)

    @routes.post("/api/shifts/{id}/confirm", tag="duty", errors=(403, 404, 409))
    async def confirm_shift(id: UUID, actor: Actor) -> MyShift:
        return _mine(await rosters.confirm(actor, ShiftId(id)))

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
        relief=own.relief,
    )
