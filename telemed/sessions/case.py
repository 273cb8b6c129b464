"""The case: a consult with its rings, and all that can happen to it. Pure. How its ladder climbs: `climbing.py`.

One timer is enough for a case: `due_at` names the next moment at which `tick` has something to do. The service keeps
exactly one durable job per case at that moment, so a killed server resumes where it stood.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from telemed.kernel.ids import FacilityId, RingId, UserId
from telemed.kernel.values import Specialty, Urgency
from telemed.sessions.climbing import Climbing, Facts, swap
from telemed.sessions.completeness import kept_lacking, require_complete
from telemed.sessions.events import (
    ConsultAccepted,
    ConsultCancelled,
    ConsultClosed,
    ConsultConcluded,
    ConsultExpired,
    ConsultReleased,
    ConsultReturned,
    ConsultScheduled,
    ConsultSent,
    ConsultTransferred,
    LadderRestarted,
    PracticeEnded,
    RingEnded,
    SpecialtyChanged,
    UrgencyRaised,
)
from telemed.sessions.ladders import LadderPlan, Roster
from telemed.sessions.model import (
    OPEN,
    TAKEN,
    AlreadyAccepted,
    Answer,
    Consult,
    Incomplete,
    OwnCase,
    PracticeOnly,
    RingState,
    State,
    StatNeedsVoice,
    UrgencyOnlyRises,
    Why,
    WrongState,
)
from telemed.sessions.staleness import ask_again, stale_at

RANK = {Urgency.ROUTINE: 0, Urgency.URGENT: 1, Urgency.STAT: 2}
PRACTICE_FOR = timedelta(minutes=30)
"""A practice case that nobody took is over then: it must not ring doctors for ever because somebody forgot it."""


@dataclass(frozen=True, slots=True)
class Case(Climbing):
    """The whole aggregate: what two people can decide together is decided here."""

    @property
    def due_at(self) -> datetime | None:
        """When `tick` is next due, or None while only people can move the case."""
        c = self.consult
        dues: list[datetime] = []
        if c.state is State.WAITING:
            dues += [r.deadline_at for r in self.ringing if r.deadline_at]
            if c.ladder_ended_at:
                dues.append(self.timers.restart_at(c.urgency, c.ladder_ended_at))
        if c.state in {State.WAITING, State.RETURNED} and (expires := self._expires_at):
            dues.append(expires)
        absent = self._absent_until()
        dues += [at for at in (absent, stale_at(c)) if at]
        return min(dues, default=None)

    @property
    def _expires_at(self) -> datetime | None:
        """An emergency never expires, unless it is none."""
        c = self.consult
        return c.expires_at if c.urgency is Urgency.ROUTINE or c.practice else None

    def _absent_until(self) -> datetime | None:
        c = self.consult
        patience = self.timers.taker_absent.get(c.urgency)
        if c.state not in TAKEN or c.answer is not Answer.CALL or c.taker_absent_since is None or patience is None:
            return None
        return max(c.taker_absent_since, c.scheduled_at or c.taker_absent_since) + patience

    # -- the station -----------------------------------------------------------------------------------------------

    def send(self, now: datetime, roster: Roster, lacking: Sequence[str] = ()) -> tuple["Case", Facts]:
        """Draft, or returned and now completed, begins to ring. `lacking`: what its kind of case needs (`gate.py`).

        Raises:
            Incomplete: a non-emergency lacks reason, question, patient or what its kind of case needs.
            ConsentNeeded, ConsentRefused: anything but an emergency, without the patient's word for it.
            StatNeedsVoice: an emergency asked for a written answer.
            WrongState: it was sent before.
        """
        c = self.consult
        if c.state not in {State.DRAFT, State.RETURNED}:
            raise WrongState(state=c.state)
        require_complete(c, lacking)
        again = c.state is State.RETURNED
        paused = c.hospital_paused + (now - c.returned_at if c.returned_at else now - now)
        sent = replace(
            c,
            state=State.WAITING,
            sent_at=c.sent_at or now,
            answer_due_at=c.answer_due_at or self.timers.answer_due(c.urgency, now),
            expires_at=c.expires_at or (now + PRACTICE_FOR if c.practice else self.timers.expires_at(c.urgency, now)),
            hospital_paused=paused,
            returned_at=None,
            lacked=kept_lacking(c, lacking),
        )
        fact = ConsultSent(c.id, c.urgency, c.specialty, again)
        return self._with(sent)._start_round(now, roster, [fact])

    def raise_urgency(self, urgency: Urgency, now: datetime, roster: Roster) -> tuple["Case", Facts]:
        """Any time before the conclusion; a waiting ladder starts over with the new timers."""
        c = self.consult
        if urgency is c.urgency:
            return self, []
        if RANK[urgency] < RANK[c.urgency] and c.state is not State.DRAFT:
            raise UrgencyOnlyRises(pointer="/body/urgency")
        if c.state not in {State.DRAFT, State.WAITING, State.RETURNED, *TAKEN}:
            raise WrongState(state=c.state)
        answer = Answer.CALL if urgency is Urgency.STAT else c.answer
        due = self.timers.answer_due(urgency, now) if c.sent_at else None
        raised = replace(c, urgency=urgency, answer=answer, answer_due_at=due)
        facts: Facts = [UrgencyRaised(c.id, urgency)]
        if c.state in TAKEN and urgency is Urgency.STAT:
            # An emergency is not put off and needs its taker in the room: the absence clock starts anew if he is away.
            absent = now if c.taker_absent_since or c.answer is Answer.WRITTEN else None
            raised = replace(raised, state=State.ACCEPTED, scheduled_at=None, taker_absent_since=absent)
        if c.state is State.RETURNED and urgency is Urgency.STAT:
            raised = replace(raised, state=State.WAITING, returned_at=None)  # nothing is asked of an emergency
        if raised.state is not State.WAITING:
            return self._with(raised), facts
        return self._with(raised)._end_rings(now, RingState.CANCELLED, facts)._start_round(now, roster, facts)

    def cancel(self, by: UserId, reason: str, now: datetime) -> tuple["Case", Facts]:
        """The station withdraws it, with a reason. Cancelling twice changes nothing."""
        c = self.consult
        if c.state is State.CANCELLED:
            return self, []
        if c.state not in {State.DRAFT, State.WAITING, State.RETURNED, *TAKEN}:
            raise WrongState(state=c.state)
        facts: Facts = [ConsultCancelled(c.id, by)]
        gone = replace(c, state=State.CANCELLED, cancel_reason=reason, taker_absent_since=None)
        return self._with(gone)._end_rings(now, RingState.CANCELLED, facts), facts

    def transfer(self, by: UserId, now: datetime) -> tuple["Case", Facts]:
        """Nobody answered in time: the patient leaves now. Transferring twice changes nothing."""
        c = self.consult
        if c.state is State.TRANSFERRED:
            return self, []
        if c.state is not State.WAITING:
            raise WrongState(state=c.state)
        facts: Facts = [ConsultTransferred(c.id, by)]
        return self._with(replace(c, state=State.TRANSFERRED))._end_rings(now, RingState.CANCELLED, facts), facts

    # -- the hospital ----------------------------------------------------------------------------------------------

    def accept(
        self, by: UserId, now: datetime, answer: Answer | None = None, manual: bool = False
    ) -> tuple["Case", Facts]:
        """First claim wins; the same person's second claim changes nothing. A missed ring may still be taken.

        Raises:
            AlreadyAccepted: somebody else has it.
            OwnCase: the requester asked.
            StatNeedsVoice: an emergency answered in writing.
        """
        c = self.consult
        if c.state in TAKEN and c.specialist == by:
            return self, []
        if c.state in TAKEN:
            raise AlreadyAccepted(state=c.state)
        if c.state not in {State.WAITING, State.RETURNED}:
            raise WrongState(state=c.state)
        if by == c.requester:
            raise OwnCase()
        how = answer or c.answer
        if how is Answer.WRITTEN and c.urgency is Urgency.STAT:
            raise StatNeedsVoice(pointer="/body/answer")
        mine = self.ring_of(by)
        facts: Facts = []
        rings = self.rings
        if mine is not None and mine.state is RingState.RINGING:
            rings = swap(rings, replace(mine, state=RingState.ACCEPTED, ended_at=now))
            facts.append(RingEnded(c.id, mine.id, by, RingState.ACCEPTED))
        taken = replace(
            c,
            state=State.ACCEPTED,
            answer=how,
            specialist=by,
            accepted_at=now,
            first_answer_at=c.first_answer_at or now,
            taker_absent_since=now if how is Answer.CALL else None,
            ladder_ended_at=None,
            returned_at=None,
            answering=mine.hospital if mine and mine.hospital != c.hospital else None,
        )
        why = mine.why if mine and mine.why else Why.MANUAL
        facts.append(
            ConsultAccepted(
                c.id, by, why, mine.shift if mine else None, mine.roster_version if mine else None, how.value
            )
        )
        return replace(self, consult=taken, rings=rings)._end_rings(now, RingState.SUPERSEDED, facts), facts

    def decline(
        self, ring_id: RingId, reason: str, now: datetime, roster: Roster, words: str = ""
    ) -> tuple["Case", Facts]:
        """“Chuyển”: this person will not; if nobody else is ringing the next step starts at once.

        The fact tells the coded reason; the person's own words stay with the ring, behind its wall.
        """
        ring = next((r for r in self.rings if r.id == ring_id), None)
        if ring is None or ring.user is None or ring.state is RingState.DECLINED:
            return self, []
        if ring.state is not RingState.RINGING:
            raise WrongState(state=ring.state)
        facts: Facts = [RingEnded(self.consult.id, ring.id, ring.user, RingState.DECLINED, reason)]
        note = f"{reason}: {words}" if words else reason
        rings = swap(self.rings, replace(ring, state=RingState.DECLINED, ended_at=now, note=note))
        left = replace(self, rings=rings)
        return (left, facts) if left.ringing else left._climb(now, roster, facts)

    def change_specialty(
        self, specialty: Specialty, by: UserId, now: datetime, roster: Roster, plan: LadderPlan | None = None
    ) -> tuple["Case", Facts]:
        """“Sai chuyên khoa”: the ladder of the right specialty starts at once, the patient's clock goes on."""
        c = self.consult
        if c.state not in {State.WAITING, *TAKEN}:
            raise WrongState(state=c.state)
        facts: Facts = []
        if c.state in TAKEN:
            facts.append(ConsultReleased(c.id, by, "wrong_specialty"))
        facts.append(SpecialtyChanged(c.id, specialty))
        moved = self._with(replace(_untaken(c), specialty=specialty)).on_plan(plan)
        return moved._end_rings(now, RingState.CANCELLED, facts)._start_round(now, roster, facts)

    def release(self, reason: str, now: datetime, roster: Roster) -> tuple["Case", Facts]:
        """The taker hands it on, or never came: it waits again and the ladder goes on from the next step."""
        c = self.consult
        if c.state not in TAKEN or c.specialist is None:
            raise WrongState(state=c.state)
        facts: Facts = [ConsultReleased(c.id, c.specialist, reason)]
        return self._with(_untaken(c))._climb(now, roster, facts)

    def give_back(self, by: UserId, question: str, now: datetime) -> tuple["Case", Facts]:
        """“Cần thêm thông tin”: the hospital's clock stops, the patient's does not. Never for an emergency."""
        c = self.consult
        if c.state not in {State.WAITING, *TAKEN}:
            raise WrongState(state=c.state)
        if c.urgency is Urgency.STAT:
            raise StatNeedsVoice()
        facts: Facts = [ConsultReturned(c.id, by)]
        asked = replace(
            _untaken(c),
            state=State.RETURNED,
            returned_at=now,
            returned_question=question,
            first_answer_at=c.first_answer_at or now,
            ladder_ended_at=None,
        )
        return self._with(asked)._end_rings(now, RingState.CANCELLED, facts), facts

    def schedule(self, at: datetime, now: datetime) -> tuple["Case", Facts]:
        """The taker and the station meet later. Not for an emergency."""
        c = self.consult
        if c.state not in TAKEN:
            raise WrongState(state=c.state)
        if c.urgency is Urgency.STAT:
            raise StatNeedsVoice()
        if at <= now:
            raise Incomplete(pointer="/body/at", need="future_time")
        facts: Facts = [ConsultScheduled(c.id, at)]
        return self._with(replace(c, state=State.SCHEDULED, scheduled_at=at)), facts

    def taker_came(self) -> "Case":
        c = self.consult
        if c.state not in TAKEN:
            return self
        return self._with(replace(c, state=State.ACCEPTED, scheduled_at=None, taker_absent_since=None))

    def taker_left(self, now: datetime) -> "Case":
        c = self.consult
        if c.state not in TAKEN or c.taker_absent_since is not None:
            return self
        return self._with(replace(c, taker_absent_since=now))

    def call_over(self) -> "Case":
        """“Kết thúc ca” without a whole conclusion: it stays accepted, with a debt, and no absence is counted."""
        return self._with(replace(self.consult, taker_absent_since=None))

    def conclude(self, by: UserId, now: datetime) -> tuple["Case", Facts]:
        """The chair confirmed a conclusion with no empty item (the record checks the items)."""
        c = self.consult
        if c.state in {State.CONCLUDED, State.CLOSED}:
            return self, []
        if c.state not in TAKEN:
            raise WrongState(state=c.state)
        done = replace(c, state=State.CONCLUDED, concluded_at=now, taker_absent_since=None, scheduled_at=None)
        return self._with(done), [ConsultConcluded(c.id, by)]

    def close(self, now: datetime) -> tuple["Case", Facts]:
        """Minutes signed and decision recorded; a transferred case closes by its decision alone."""
        c = self.consult
        if c.state is State.CLOSED:
            return self, []
        if c.state not in {State.CONCLUDED, State.TRANSFERRED}:
            raise WrongState(state=c.state)
        return self._with(replace(c, state=State.CLOSED, closed_at=now)), [ConsultClosed(c.id)]

    def end_practice(self, by: UserId, now: datetime) -> tuple["Case", Facts]:
        """“Kết thúc thực hành”, by either side at any time. Ending twice changes nothing. Raises PracticeOnly."""
        c = self.consult
        if not c.practice:
            raise PracticeOnly()
        if c.state not in OPEN:
            return self, []
        facts: Facts = [PracticeEnded(c.id, by)]
        over = replace(c, state=State.CLOSED, closed_at=now, taker_absent_since=None, ladder_ended_at=None)
        return self._with(over)._end_rings(now, RingState.CANCELLED, facts), facts

    def hand_over(self, to: UserId, hospital: FacilityId, now: datetime, *, awaited: bool) -> tuple["Case", Facts]:
        """The relief said yes: the case is theirs. `awaited`: a room is open and they are not in it yet.

        Raises:
            WrongState: nobody holds it any more.
            OwnCase: the relief is who asked.
        """
        c = self.consult
        if c.state not in TAKEN:
            raise WrongState(state=c.state)
        if to == c.requester:
            raise OwnCase()
        there = hospital if hospital != c.hospital else None
        absent = now if awaited else None
        return self._with(replace(c, specialist=to, answering=there, taker_absent_since=absent)), []

    # -- time ------------------------------------------------------------------------------------------------------

    def tick(self, now: datetime, roster: Roster) -> tuple["Case", Facts]:
        """Whatever time has decided by `now`. Ticking early or twice changes nothing."""
        asked, facts = ask_again(self.consult, now)
        case, more = self._with(asked)._tick(now, roster)
        return case, [*facts, *more]

    def _tick(self, now: datetime, roster: Roster) -> tuple["Case", Facts]:
        c = self.consult
        facts: Facts = []
        expires = self._expires_at
        if expires and expires <= now and c.state in {State.WAITING, State.RETURNED}:
            facts.append(ConsultExpired(c.id))
            return self._with(replace(c, state=State.EXPIRED))._end_rings(now, RingState.MISSED, facts), facts
        absent = self._absent_until()
        if absent is not None and absent <= now:
            return self.release("never_came", now, roster)
        if c.state is not State.WAITING:
            return self, facts
        late = [r for r in self.ringing if r.deadline_at and r.deadline_at <= now]
        case = self
        if late:
            case = self._end_rings(now, RingState.MISSED, facts, late)
            return (case, facts) if case.ringing else case._climb(now, roster, facts)
        if c.ladder_ended_at and self.timers.restart_at(c.urgency, c.ladder_ended_at) <= now:
            case, facts = self._start_round(now, roster, facts)
            return case, [LadderRestarted(c.id, case.consult.round), *facts]
        return self, facts


def _untaken(c: Consult) -> Consult:
    return replace(
        c,
        state=State.WAITING,
        specialist=None,
        answering=None,
        accepted_at=None,
        taker_absent_since=None,
        scheduled_at=None,
    )
