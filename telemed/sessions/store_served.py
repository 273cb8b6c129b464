"""SQL of what came of shifts: from which of them somebody took a case, which case one left in hand."""

from collections.abc import Collection

from sqlalchemy import exists, select

from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, ShiftId, UserId
from telemed.sessions import tables as t
from telemed.sessions.handovers import HandoverState
from telemed.sessions.model import TAKEN, RingState

_c, _h, _r = t.consult.c, t.handover.c, t.ring.c


async def answered_from(tx: Tx, shifts: Collection[ShiftId]) -> frozenset[ShiftId]:
    """The shifts from which somebody accepted a ring."""
    if not shifts:
        return frozenset()
    taken = select(_r.shift_id).distinct().where(_r.shift_id.in_(shifts), _r.state == RingState.ACCEPTED.value)
    return frozenset(ShiftId(row.shift_id) for row in await tx.all(taken))


async def held_by(tx: Tx, person: UserId) -> list[ConsultId]:
    """The cases in this person's hands that nobody is asked yet to go on with; a practice is nobody's to relieve."""
    asked = exists().where(_h.consult_id == _c.id, _h.state == HandoverState.OFFERED.value)
    mine = select(_c.id).where(_c.specialist_id == person, _c.state.in_(TAKEN), ~_c.practice, ~asked).order_by(_c.id)
    return [ConsultId(row.id) for row in await tx.all(mine)]
