"""Whom to ring next. Pure: a ladder, who stands on each step now, who was already asked in this round."""

from collections.abc import Iterator
from dataclasses import dataclass

from telemed.kernel.ids import UserId
from telemed.kernel.values import Urgency
from telemed.sessions.ladders import NOBODY, LadderPlan, Near, Roster, SkipReason, Stand, Step
from telemed.sessions.model import Candidate


@dataclass(frozen=True, slots=True)
class Move:
    """One step passed over (`skip`) or rung (`people`)."""

    index: int
    step: Step
    stand: Stand
    people: tuple[Candidate, ...] = ()
    skip: SkipReason | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """What of a case matters for whom it rings."""

    urgency: Urgency
    requester: UserId
    practice: bool = False

    @property
    def insists(self) -> bool:
        """An emergency rings people who seem unreachable too (a phone may wake in a pocket), or talk to another."""
        return self.urgency is Urgency.STAT and not self.practice


def climb(plan: LadderPlan, caller: Caller, after: int, roster: Roster, asked: frozenset[UserId]) -> Iterator[Move]:
    """The moves from the step after `after` up to the first that will be heard, or to the ladder's end.

    A step with nobody who can hear takes no time: the next one starts beside it. With a step that is heard ring those
    that say they ring together with it.
    """
    heard = False
    for index, step in enumerate(plan.steps):
        if index <= after or step.wait[caller.urgency] is None:
            continue
        if heard and caller.urgency not in step.with_previous:
            return
        move = _move(plan, caller, index, step, roster, asked)
        yield move
        asked |= {p.user for p in move.people}
        heard = heard or any(p.reachable for p in move.people)


def _move(  # noqa: PLR0911, PLR0917 - one line for each reason to pass a step over
    plan: LadderPlan, caller: Caller, index: int, step: Step, roster: Roster, asked: frozenset[UserId]
) -> Move:
    stand = roster.get(step.where, NOBODY)
    if step.place is Near.SECOND and stand.hospital is None:
        return Move(index, step, stand, skip="no_second_hospital")
    people = [p for p in stand.people if p.user != caller.requester]
    if not people:
        return Move(index, step, stand, skip="empty")
    fresh = _once(p for p in people if p.user not in asked)
    if not fresh:
        return Move(index, step, stand, skip="already_asked")
    if caller.insists:
        return Move(index, step, stand, fresh)
    last = index == len(plan.steps) - 1  # there is no one behind it
    spare = caller.practice or (plan.options.skip_in_call and not last)
    free = tuple(p for p in fresh if not (spare and p.in_call))
    if not free:
        return Move(index, step, stand, skip="in_call")
    heard = tuple(p for p in free if p.reachable)
    if not heard:
        return Move(index, step, stand, skip="unreachable")
    return Move(index, step, stand, heard)


def _once(people: Iterator[Candidate]) -> tuple[Candidate, ...]:
    """The first mention of each person: the reason nearest to the roster wins."""
    seen: dict[UserId, Candidate] = {}
    for p in people:
        seen.setdefault(p.user, p)
    return tuple(seen.values())
