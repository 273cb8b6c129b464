"""Who answered a consult and why it was this person; later changes of the roster never rewrite it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from telemed.kernel.ids import ShiftId, UserId
from telemed.sessions.handovers import Handover
from telemed.sessions.model import Consult, Ring, RingState, Why


@dataclass(frozen=True, slots=True)
class AnsweredBy:
    user: UserId
    why: Why
    shift: ShiftId | None
    roster_version: int | None
    before: "AnsweredBy | None" = None
    """Who had it and handed it over."""


def answered_by(consult: Consult, rings: Sequence[Ring], handed: Sequence[Handover]) -> AnsweredBy | None:
    """`handed`: how it changed hands, in order. None: nobody has it."""
    if consult.specialist is None:
        return None
    last = handed[-1] if handed and handed[-1].to == consult.specialist else None
    if last is None:
        return _by_ring(consult.specialist, rings)
    first = _by_ring(last.giver, rings) if len(handed) == 1 else _handed(handed[-2], rings, None)
    return _handed(last, rings, first)


def _handed(one: Handover, rings: Sequence[Ring], before: AnsweredBy | None) -> AnsweredBy:
    why = Why.SHIFT if one.to_shift else Why.MANUAL
    return AnsweredBy(one.to, why, one.to_shift, _by_ring(one.giver, rings).roster_version, before)


def _by_ring(user: UserId, rings: Sequence[Ring]) -> AnsweredBy:
    own = [r for r in rings if r.user == user]
    taken = next((r for r in reversed(own) if r.state is RingState.ACCEPTED), own[-1] if own else None)
    if taken is None:
        return AnsweredBy(user, Why.MANUAL, None, None)
    return AnsweredBy(user, taken.why or Why.MANUAL, taken.shift, taken.roster_version)
