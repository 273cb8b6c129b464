"""All SQL of calls and participants."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.sessions import tables as t
from telemed.sessions.calls import Call, CallState, Participant

_c = t.call.c
_p = t.participant.c


async def consult_of(tx: Tx, call_id: CallId) -> ConsultId:
    found = await tx.scalar(select(_c.consult_id).where(_c.id == call_id))
    if found is None:
        raise Missing()
    return ConsultId(found)


async def calls(tx: Tx, consults: Sequence[ConsultId]) -> dict[ConsultId, list[Call]]:
    """Every call of these consults in order, with who was in it."""
    rows = await tx.all(select(t.call).where(_c.consult_id.in_(consults)).order_by(_c.consult_id, _c.number))
    seats: dict[CallId, list[Participant]] = {row.id: [] for row in rows}
    if rows:
        for seat in await tx.all(select(t.participant).where(_p.call_id.in_(list(seats))).order_by(_p.joined_at)):
            seats[seat.call_id].append(
                Participant(
                    UserId(seat.user_id),
                    FacilityId(seat.facility_id),
                    seat.side,
                    seat.joined_at,
                    seat.linked,
                    seat.left_at,
                )
            )
    found: dict[ConsultId, list[Call]] = {consult: [] for consult in consults}
    for row in rows:
        found[row.consult_id].append(_call(row, seats[row.id]))
    return found


async def save(tx: Tx, call: Call) -> None:
    """Write a call and its seats; callers hold the consult's lock."""
    row: dict[str, Any] = {
        "state": call.state.value,
        "live_at": call.live_at,
        "empty_since": call.empty_since,
        "ended_at": call.ended_at,
        "ended_by": call.ended_by,
    }
    put = upsert(t.call).values(
        id=call.id, consult_id=call.consult, number=call.number, opened_at=call.opened_at, **row
    )
    await tx.execute(put.on_conflict_do_update(index_elements=["id"], set_=row))
    for p in call.participants:
        seat = {"linked": p.linked, "left_at": p.left_at}
        taken = upsert(t.participant).values(
            call_id=call.id, user_id=p.user, facility_id=p.facility, side=p.side, joined_at=p.joined_at, **seat
        )
        await tx.execute(taken.on_conflict_do_update(index_elements=["call_id", "user_id"], set_=seat))


async def with_someone_linked(tx: Tx) -> list[CallId]:
    """Calls that the last run of the server left with people in them."""
    return [CallId(row.call_id) for row in await tx.all(select(_p.call_id).where(_p.linked).distinct())]


def _call(row: AnyRow, seats: list[Participant]) -> Call:
    return Call(
        CallId(row.id),
        ConsultId(row.consult_id),
        row.number,
        row.opened_at,
        CallState(row.state),
        row.live_at,
        row.empty_since,
        row.ended_at,
        None if row.ended_by is None else UserId(row.ended_by),
        tuple(seats),
    )
