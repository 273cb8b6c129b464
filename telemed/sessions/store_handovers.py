"""All SQL of handovers. A transaction comes in, values go out."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, HandoverId, ShiftId, UserId
from telemed.sessions import tables as t
from telemed.sessions.handovers import Handover, HandoverOpen, HandoverState

_h = t.handover.c


async def get(tx: Tx, handover: HandoverId) -> Handover:
    """Whoever changes it holds its consult's row. Raises Missing."""
    row = await tx.first(select(t.handover).where(_h.id == handover))
    if row is None:
        raise Missing()
    return _handover(row)


async def last(tx: Tx, consults: Sequence[ConsultId]) -> dict[ConsultId, Handover]:
    """The newest of each consult that has any."""
    query = select(t.handover).where(_h.consult_id.in_(consults)).order_by(_h.offered_at, _h.id)
    return {ConsultId(row.consult_id): _handover(row) for row in await tx.all(query)} if consults else {}


async def taken(tx: Tx, consult: ConsultId) -> list[Handover]:
    """Those by which it changed hands, in order."""
    query = select(t.handover).where(_h.consult_id == consult, _h.state == HandoverState.TAKEN.value)
    return [_handover(row) for row in await tx.all(query.order_by(_h.answered_at, _h.id))]


async def offered(tx: Tx, consult: ConsultId) -> Handover | None:
    """The one that waits for an answer."""
    row = await tx.first(select(t.handover).where(_h.consult_id == consult, _h.state == HandoverState.OFFERED.value))
    return None if row is None else _handover(row)


async def add(tx: Tx, new: Handover) -> None:
    """Raises HandoverOpen."""
    row = {
        "id": new.id,
        "consult_id": new.consult,
        "from_id": new.giver,
        "to_id": new.to,
        "words": new.words,
        "state": new.state.value,
        "offered_at": new.offered_at,
        "from_shift_id": new.from_shift,
        "to_shift_id": new.to_shift,
    }
    async with _one_open():
        await tx.execute(insert(t.handover).values(row))


async def save(tx: Tx, one: Handover) -> None:
    said = {"state": one.state.value, "answered_at": one.answered_at, "answer_words": one.answer_words}
    await tx.execute(update(t.handover).where(_h.id == one.id).values(**said))


def _handover(row: AnyRow) -> Handover:
    return Handover(
        id=HandoverId(row.id),
        consult=ConsultId(row.consult_id),
        giver=UserId(row.from_id),
        to=UserId(row.to_id),
        words=row.words,
        offered_at=row.offered_at,
        from_shift=None if row.from_shift_id is None else ShiftId(row.from_shift_id),
        to_shift=None if row.to_shift_id is None else ShiftId(row.to_shift_id),
        state=HandoverState(row.state),
        answered_at=row.answered_at,
        answer_words=row.answer_words,
    )


@asynccontextmanager
async def _one_open() -> AsyncIterator[None]:
    try:
        yield
    except IntegrityError as error:
        if violated(error) == "handover_one_open":
            raise HandoverOpen from None
        raise
