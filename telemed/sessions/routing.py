"""Whom to ring next. Pure: a ladder, who stands on each step now, who was already asked in this round."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from telemed.kernel.ids import UserId
from telemed.kernel.values import Urgency
from telemed.sessions.model import LADDER, Candidate, Roster, StepKind

Skip = Literal["empty", "unreachable", "in_call", "already_asked"]


@dataclass(frozen=True, slots=True)
class Move:
    """One step passed over (`skip`) or rung (`people`)."""

    step: int
    kind: StepKind
    people: tuple[Candidate, ...] = ()
    skip: Skip | None = None


def climb(urgency: Urgency, after: int, roster: Roster, asked: frozenset[UserId], requester: UserId) -> Iterator[Move]:
    """The moves from the step after `after` up to the first that will be heard, or to the ladder's end.

    A step with nobody who can hear takes no time. An emergency rings people who seem unreachable too (a phone may
    wake in a pocket) and starts the next step beside them; it also rings a doctor who is in another call. Other cases
    skip a doctor in a call, except at the last step: there is no one behind it.
    """
    for step in range(after + 1, len(LADDER)):
        kind = LADDER[step]
        people = [p for p in roster.get(kind, ()) if p.user != requester]
        if not people:
            yield Move(step, kind, skip="empty")
            continue
        fresh = _once(p for p in people if p.user not in asked)
        if not fresh:
            yield Move(step, kind, skip="already_asked")
            continue
        last = step == len(LADDER) - 1
        if urgency is Urgency.STAT:
            yield Move(step, kind, fresh)
            asked |= {p.user for p in fresh}
            if any(p.reachable for p in fresh):
                return
            continue
        free = tuple(p for p in fresh if last or not p.in_call)
        if not free:
            yield Move(step, kind, skip="in_call")
            continue
        heard = tuple(p for p in free if p.reachable)
        if not heard:
            yield Move(step, kind, skip="unreachable")
            continue
        yield Move(step, kind, heard)
        return


def _once(people: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """The first mention of each person: the reason nearest to the roster wins."""
    seen: dict[UserId, Candidate] = {}
    for p in people:
        seen.setdefault(p.user, p)
    return tuple(seen.values())
