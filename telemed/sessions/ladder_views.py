"""How a case's ladder looks to screens: what was rung and how it ended, who is next and when. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from telemed.identity import FacilityRef, PersonRef
from telemed.kernel.ids import FacilityId, UserId
from telemed.sessions import wire_ladders as wire
from telemed.sessions.ladders import LadderPlan, Near, SkipReason, Step
from telemed.sessions.model import Consult, Ring, RingState, State, Timers
from telemed.sessions.model_deliveries import Delivery

Sent = Mapping[UUID, Sequence[Delivery]]
"""By ring: what was sent by which channel."""


@dataclass(frozen=True, slots=True)
class LadderView:
    """One consult's, with all that is named in it."""

    consult: Consult
    rings: Sequence[Ring]
    plan: LadderPlan
    second: FacilityId | None
    """The station's second hospital, where the plan has a step there."""
    timers: Timers
    people: Mapping[UserId, PersonRef]
    facilities: Mapping[FacilityId, FacilityRef]
    sent: Sent

    def ladder(self) -> wire.Ladder:
        """This round's steps as they went, then those still to come with the time they would start."""
        c = self.consult
        restarts = self.timers.restart_at(c.urgency, c.ladder_ended_at) if c.ladder_ended_at else None
        return wire.Ladder(
            round=c.round,
            number=self.plan.number,
            steps=self._steps(),
            ended_at=c.ladder_ended_at,
            restarts_at=restarts,
        )

    def ahead(self, ring: Ring) -> list[wire.StepAhead]:
        """What comes after one ring, if nobody takes it."""
        later = (step for step in self._steps() if step.index > ring.step and step.state != "skipped")
        return [
            wire.StepAhead(kind=step.kind, hospital=step.hospital, starts_at=step.started_at)
            for step in later
            if step.started_at is None or step.started_at > ring.started_at
        ]

    def _steps(self) -> list[wire.LadderStep]:
        c = self.consult
        here = [r for r in self.rings if r.round == c.round]
        reached = max((r.step for r in here), default=-1)
        open_until = [r.deadline_at for r in here if r.state is RingState.RINGING and r.deadline_at]
        start = max(open_until) if c.state is State.WAITING and open_until else None
        steps: list[wire.LadderStep] = []
        for number, group in enumerate(self.plan.groups(c.urgency)):
            ends: list[datetime] = []
            for index, step in group:
                if own := [r for r in here if r.step == index]:
                    steps.append(self._past(index, step, number, own))
                elif start is not None and index > reached:
                    steps.append(self._coming(index, step, number, start))
                    ends += [at for at in [steps[-1].deadline_at] if at]
            start = max(ends) if ends else start
        return steps

    def _coming(self, index: int, step: Step, group: int, start: datetime) -> wire.LadderStep:
        wait = step.wait[self.consult.urgency]
        assert wait is not None  # it would not be among the groups
        hospital = self.second if step.place is Near.SECOND else None if step.place is Near.OWN else step.place
        return wire.LadderStep(
            index=index,
            kind=step.kind,
            state="waiting",
            people=[],
            started_at=start,
            deadline_at=self.timers.after(self.consult.urgency, start, wait),
            skip_reason=None,
            hospital=self._elsewhere(hospital),
            group=group,
            with_previous=self.consult.urgency in step.with_previous,
        )

    def _past(self, index: int, step: Step, group: int, own: Sequence[Ring]) -> wire.LadderStep:
        state: Literal["ringing", "over", "skipped"] = "over"
        skip: SkipReason | None = None
        if own[0].state is RingState.SKIPPED:
            state, skip = "skipped", own[0].note  # type: ignore[assignment]
        elif any(r.state is RingState.RINGING for r in own):
            state = "ringing"
        return wire.LadderStep(
            index=index,
            kind=own[0].step_kind,
            state=state,
            people=[self._rung(r) for r in own if r.user and r.why],
            started_at=own[0].started_at,
            deadline_at=own[0].deadline_at,
            skip_reason=skip,
            hospital=self._elsewhere(own[0].hospital),
            group=group,
            with_previous=self.consult.urgency in step.with_previous,
        )

    def _rung(self, r: Ring) -> wire.RungPerson:
        assert r.user is not None
        assert r.why is not None
        return wire.RungPerson(
            ring_id=r.id,
            person=self.people[r.user],
            state=r.state,
            why=r.why,
            ended_at=r.ended_at,
            note=r.note,
            channels=[wire.RungChannel(channel=d.channel, state=d.state) for d in self.sent.get(r.id, [])],
        )

    def _elsewhere(self, hospital: FacilityId | None) -> FacilityRef | None:
        return None if hospital in {None, self.consult.hospital} else self.facilities.get(hospital)
