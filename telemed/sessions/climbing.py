"""A case on its ladder: which rings are open, which step comes next, what each ring remembers. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from telemed.infra.events import Event
from telemed.kernel.ids import RingId, UserId, uuid7
from telemed.sessions.events import LadderEnded, RingEnded, RingStarted, StepSkipped
from telemed.sessions.ladders import LadderPlan, Roster, built_in
from telemed.sessions.model import Candidate, Consult, Ring, RingState, Timers
from telemed.sessions.routing import Caller, Move, climb

Facts = list[Event]


@dataclass(frozen=True, slots=True)
class Climbing:
    consult: Consult
    rings: tuple[Ring, ...]
    timers: Timers
    plan: LadderPlan | None = None
    """The one it was sent with; None: the built-in one."""

    @property
    def ladder(self) -> LadderPlan:
        return self.plan or built_in(self.timers)

    @property
    def ringing(self) -> tuple[Ring, ...]:
        return tuple(r for r in self.rings if r.state is RingState.RINGING)

    @property
    def step(self) -> int:
        """The highest step of this round that was started or skipped; -1 before the first."""
        return max((r.step for r in self.rings if r.round == self.consult.round), default=-1)

    def ring_of(self, user: UserId) -> Ring | None:
        """This person's newest ring."""
        return next((r for r in reversed(self.rings) if r.user == user), None)

    def on_plan(self, plan: LadderPlan | None) -> Self:
        """The ladder it climbs from its next round on, and remembers."""
        return replace(self, consult=replace(self.consult, ladder=plan.id if plan else None), plan=plan)

    def _start_round(self, now: datetime, roster: Roster, facts: Facts) -> tuple[Self, Facts]:
        fresh = replace(self.consult, round=self.consult.round + 1, ladder_ended_at=None)
        return self._with(fresh)._climb(now, roster, facts)

    def _climb(self, now: datetime, roster: Roster, facts: Facts) -> tuple[Self, Facts]:
        """Start the next step; steps that cannot ring are skipped in no time, with the reason."""
        c = self.consult
        asked = frozenset(r.user for r in self.rings if r.round == c.round and r.user)
        caller = Caller(c.urgency, c.requester, c.practice)
        new: list[Ring] = []
        for move in climb(self.ladder, caller, self.step, roster, asked):
            if move.skip is not None:
                new.append(replace(self._ring(move, now), state=RingState.SKIPPED, note=move.skip))
                facts.append(
                    StepSkipped(c.id, move.index, move.step.kind, move.skip, move.stand.hospital, self.ladder.number)
                )
            for who in move.people:
                ring = self._ring(move, now, who)
                new.append(ring)
                facts.append(self._started(ring, who))
        ended = None if self.ringing or any(ring.user for ring in new) else now
        if ended:
            facts.append(LadderEnded(c.id, c.round))
        return replace(self._with(replace(c, ladder_ended_at=ended)), rings=(*self.rings, *new)), facts

    def _ring(self, move: Move, now: datetime, who: Candidate | None = None) -> Ring:
        c, wait = self.consult, move.step.wait[self.consult.urgency]
        return Ring(
            id=RingId(uuid7()),
            consult=c.id,
            round=c.round,
            step=move.index,
            step_kind=move.step.kind,
            state=RingState.RINGING,
            started_at=now,
            user=who.user if who else None,
            why=who.why if who else None,
            tier=who.tier if who else None,
            shift=who.shift if who else None,
            roster_version=move.stand.roster_version,
            deadline_at=self.timers.after(c.urgency, now, wait) if who and wait else None,
            hospital=move.stand.hospital,
            ladder=self.ladder.id,
        )

    def _started(self, ring: Ring, who: Candidate) -> RingStarted:
        assert ring.deadline_at is not None
        return RingStarted(
            self.consult.id,
            ring.id,
            who.user,
            ring.step,
            ring.step_kind,
            who.why,
            who.shift,
            ring.roster_version,
            ring.deadline_at,
            ring.hospital,
            self.ladder.number,
        )

    def _end_rings(self, now: datetime, state: RingState, facts: Facts, which: Iterable[Ring] | None = None) -> Self:
        over = {ring.id for ring in (self.ringing if which is None else which)}
        facts += [RingEnded(self.consult.id, r.id, r.user, state) for r in self.rings if r.id in over and r.user]
        return replace(
            self, rings=tuple(replace(r, state=state, ended_at=now) if r.id in over else r for r in self.rings)
        )

    def _with(self, consult: Consult) -> Self:
        return replace(self, consult=consult)


def swap(rings: tuple[Ring, ...], ring: Ring) -> tuple[Ring, ...]:
    """The same rings with this one as it is now."""
    return tuple(ring if r.id == ring.id else r for r in rings)
