"""Whatever people and time do to a case, these hold: hypothesis plays stations, doctors and a late clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from telemed.infra.events import Event
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier, Urgency
from telemed.sessions.case import Case
from telemed.sessions.events import ConsultReleased, LadderEnded, RingStarted
from telemed.sessions.ladders import LadderPlan, Near, Roster, Stand
from telemed.sessions.model import (
    DEFAULT_TIMERS,
    TAKEN,
    Answer,
    Candidate,
    Consent,
    ConsentGround,
    Consult,
    Request,
    RingState,
    Sharing,
    State,
    StepKind,
    Why,
)
from tests.unit.sessions.plans import PLANS

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
REQUESTER = UserId(uuid7())
DOCTORS = tuple(UserId(uuid7()) for _ in range(4))
OVER = {State.CONCLUDED, State.TRANSFERRED, State.CLOSED, State.CANCELLED, State.EXPIRED}


def draft(urgency: Urgency) -> Case:
    consult = Consult(
        id=ConsultId(uuid7()),
        code="BL-0001",
        station=FacilityId(uuid7()),
        hospital=FacilityId(uuid7()),
        requester=REQUESTER,
        urgency=urgency,
        specialty=Specialty.INTERNAL,
        answer=Answer.CALL,
        request=Request(reason="reason", question="a question of twenty letters"),
        created_at=START,
        patient=PatientId(uuid7()),
        consent=Consent(ConsentGround.SPOKEN, "", "", "1", REQUESTER, START),
        sharing=Sharing.GIVEN,
    )
    return Case(consult, (), DEFAULT_TIMERS)


class Life(RuleBasedStateMachine):
    """One case. Its durable job is `job_at`: whatever happens, time only moves the case through it."""

    @initialize(urgency=st.sampled_from(list(Urgency)), plan=st.none() | PLANS)
    def drafted(self, urgency: Urgency, plan: LadderPlan | None) -> None:
        self.now = START
        self.case = replace(draft(urgency), plan=plan)
        self.staff: dict[UserId, tuple[bool, bool]] = dict.fromkeys(DOCTORS, (True, False))
        self.steps: dict[StepKind, tuple[UserId, ...]] = {StepKind.FIRST: (DOCTORS[0],), StepKind.LEADER: (DOCTORS[3],)}
        self.history: list[Event] = []
        self.in_room: UserId | None = None
        self.sent_at: datetime | None = None

    @property
    def roster(self) -> Roster:
        return {
            (kind, Near.OWN): Stand(
                tuple(
                    Candidate(u, Why.SHIFT, Tier.FIRST, reachable=self.staff[u][0], in_call=self.staff[u][1])
                    for u in users
                )
            )
            for kind, users in self.steps.items()
        }

    def do(self, change: object) -> None:
        """Apply a transition, or be refused and change nothing; doing it again at once must change nothing more."""
        before = self.case
        try:
            result = change(self.case)  # type: ignore[operator]
        except DomainError:
            assert self.case is before
            return
        self.case, facts = result if isinstance(result, tuple) else (result, [])
        self.history += facts

    # -- people and the roster

    @rule(doctor=st.sampled_from(DOCTORS), reachable=st.booleans(), busy=st.booleans())
    def link_changes(self, doctor: UserId, reachable: bool, busy: bool) -> None:
        self.staff[doctor] = (reachable, busy)

    @rule(kind=st.sampled_from(list(StepKind)), users=st.lists(st.sampled_from([*DOCTORS, DOCTORS[0]]), max_size=4))
    def roster_changes(self, kind: StepKind, users: list[UserId]) -> None:
        self.steps[kind] = tuple(users)

    # -- the station

    @rule()
    def send(self) -> None:
        self.do(lambda c: c.send(self.now, self.roster))
        self.sent_at = self.sent_at or self.case.consult.sent_at

    @rule(urgency=st.sampled_from(list(Urgency)))
    def raise_urgency(self, urgency: Urgency) -> None:
        self.do(lambda c: c.raise_urgency(urgency, self.now, self.roster))

    @rule()
    def cancel(self) -> None:
        self.do(lambda c: c.cancel(REQUESTER, "reason", self.now))
        assert self.case.consult.state is not State.WAITING

    @rule()
    def transfer(self) -> None:
        self.do(lambda c: c.transfer(REQUESTER, self.now))

    # -- the hospital

    @rule(doctor=st.sampled_from([*DOCTORS, REQUESTER]), answer=st.sampled_from([None, Answer.CALL, Answer.WRITTEN]))
    def accept(self, doctor: UserId, answer: Answer | None) -> None:
        before = self.case.consult
        self.do(lambda c: c.accept(doctor, self.now, answer))
        after = self.case.consult
        if before.state in TAKEN:
            assert after.specialist == before.specialist, "a second claim must not take it from the first"
        if after.specialist == doctor and before.state not in TAKEN:
            self.in_room = None

    @rule(which=st.integers(0, 5))
    def decline(self, which: int) -> None:
        if self.case.ringing:
            ring = self.case.ringing[which % len(self.case.ringing)]
            self.do(lambda c: c.decline(ring.id, "busy", self.now, self.roster))
            assert next(r for r in self.case.rings if r.id == ring.id).state is RingState.DECLINED

    @rule(doctor=st.sampled_from(DOCTORS))
    def hand_on(self, doctor: UserId) -> None:
        self.do(lambda c: c.release("busy", self.now, self.roster))

    @rule(doctor=st.sampled_from(DOCTORS), specialty=st.sampled_from(list(Specialty)), plan=st.none() | PLANS)
    def wrong_specialty(self, doctor: UserId, specialty: Specialty, plan: LadderPlan | None) -> None:
        self.do(lambda c: c.change_specialty(specialty, doctor, self.now, self.roster, plan))

    @rule(doctor=st.sampled_from([*DOCTORS, REQUESTER]))
    def relieves(self, doctor: UserId) -> None:
        before = self.case.consult
        awaited = before.answer is Answer.CALL
        self.do(lambda c: c.hand_over(doctor, before.hospital, self.now, awaited=awaited))
        if self.case.consult.specialist != before.specialist or self.case.consult.taker_absent_since == self.now:
            self.in_room = None

    @rule(doctor=st.sampled_from(DOCTORS))
    def give_back(self, doctor: UserId) -> None:
        self.do(lambda c: c.give_back(doctor, "more?", self.now))

    @rule(hours=st.integers(-1, 30))
    def schedule(self, hours: int) -> None:
        self.do(lambda c: c.schedule(self.now + timedelta(hours=hours), self.now))

    @rule()
    def taker_comes(self) -> None:
        self.do(lambda c: c.taker_came())
        self.in_room = self.case.consult.specialist

    @rule()
    def taker_drops(self) -> None:
        if self.in_room is not None and self.in_room == self.case.consult.specialist:
            self.do(lambda c: c.taker_left(self.now))
            self.in_room = None

    @rule()
    def conclude(self) -> None:
        if self.case.consult.specialist:
            self.do(lambda c: c.conclude(self.case.consult.specialist, self.now))

    @rule()
    def close(self) -> None:
        self.do(lambda c: c.close(self.now))

    # -- time: only through the job; a killed server makes it late, never lost

    @rule(late=st.integers(0, 7200))
    @precondition(lambda self: self.case.due_at is not None)
    def the_timer_rings(self, late: int) -> None:
        assert self.case.due_at is not None
        self.now = max(self.now, self.case.due_at) + timedelta(seconds=late)
        before = self.case
        self.do(lambda c: c.tick(self.now, self.roster))
        assert self.case != before, "a timer that is due must have something to do"

    @rule(seconds=st.integers(0, 90))
    def time_passes_unnoticed(self, seconds: int) -> None:
        due = self.case.due_at
        self.now += timedelta(seconds=seconds)
        if due is not None and self.now > due:
            self.now = due

    # -- what always holds

    @invariant()
    def a_sent_emergency_is_never_left_in_silence(self) -> None:
        c = self.case.consult
        if c.urgency is not Urgency.STAT or c.sent_at is None or c.state in OVER:
            return
        rung = bool(self.case.ringing)
        phones_shown = c.ladder_ended_at is not None
        held = c.state in TAKEN and (self.in_room == c.specialist or c.taker_absent_since is not None)
        assert rung or phones_shown or held, f"nobody is rung, nothing is shown: {c.state}"
        if not held:
            assert self.case.due_at is not None, "no timer will ever move this emergency"
        if c.state in TAKEN and self.in_room != c.specialist:
            assert self.case.due_at is not None, "a taker who never comes would keep it for ever"
        assert c.answer is Answer.CALL
        assert c.state not in {State.RETURNED, State.SCHEDULED, State.EXPIRED}

    @invariant()
    def a_waiting_case_always_has_a_timer(self) -> None:
        if self.case.consult.state is State.WAITING:
            assert self.case.due_at is not None

    @invariant()
    def no_person_has_two_open_rings(self) -> None:
        open_to = [r.user for r in self.case.ringing]
        assert len(open_to) == len(set(open_to))
        assert REQUESTER not in open_to

    @invariant()
    def rings_sound_only_while_it_waits(self) -> None:
        if self.case.consult.state is not State.WAITING:
            assert not self.case.ringing

    @invariant()
    def the_patients_clock_never_restarts(self) -> None:
        assert self.case.consult.sent_at == self.sent_at

    @invariant()
    def who_holds_it_is_known_exactly_while_someone_does(self) -> None:
        c = self.case.consult
        if c.state in TAKEN:
            assert c.specialist is not None
            assert c.specialist != REQUESTER
        if c.state in {State.WAITING, State.RETURNED}:
            assert c.specialist is None

    @invariant()
    def history_tells_each_ring_once(self) -> None:
        started = [e.ring for e in self.history if isinstance(e, RingStarted)]
        assert len(started) == len(set(started)) == len([r for r in self.case.rings if r.user])

    @invariant()
    def every_release_and_end_of_the_ladder_has_a_fact(self) -> None:
        if self.case.consult.ladder_ended_at:
            assert any(isinstance(e, LadderEnded) for e in self.history)
        assert all(e.reason for e in self.history if isinstance(e, ConsultReleased))

    @rule()
    def replays_change_nothing(self) -> None:
        """Every command that was just carried out, sent again by a browser on a bad line."""
        c = self.case
        if c.consult.state in TAKEN and c.consult.specialist:
            assert c.accept(c.consult.specialist, self.now) == (c, [])
        if c.consult.state is State.CANCELLED:
            assert c.cancel(REQUESTER, "again", self.now) == (c, [])
        if c.consult.state is State.TRANSFERRED:
            assert c.transfer(REQUESTER, self.now) == (c, [])
        if c.consult.state is State.CLOSED:
            assert c.close(self.now) == (c, [])
        for ring in c.rings:
            if ring.state is RingState.DECLINED:
                assert c.decline(ring.id, "again", self.now, self.roster) == (c, [])
        due = c.due_at
        if due is None or self.now < due:
            assert c.tick(self.now, self.roster) == (c, [])
        else:
            once, _ = c.tick(self.now, self.roster)
            settled = replace(once)
            if settled.due_at is None or self.now < settled.due_at:
                assert once.tick(self.now, self.roster) == (once, [])


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=150,
    stateful_step_count=40,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
