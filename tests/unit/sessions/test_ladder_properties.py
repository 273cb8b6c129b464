"""For any ladder, any roster that changes as it likes, any instant: how a round goes when nobody ever answers."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from telemed.kernel.ids import UserId, uuid7
from telemed.kernel.values import Urgency
from telemed.sessions.case import PRACTICE_FOR, Case
from telemed.sessions.ladders import LadderPlan, Near, Roster
from telemed.sessions.model import DEFAULT_TIMERS, Candidate, Ring, RingState, State
from tests.unit.sessions import plans
from tests.unit.sessions.test_case_properties import REQUESTER, draft

DOCTORS = tuple(UserId(uuid7()) for _ in range(6))
TIMERS = replace(DEFAULT_TIMERS, working=plans.WORKING.add, expire=timedelta(days=20))
MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@dataclass
class Round:
    """One climb: the case at its end, and who stood where whenever it looked."""

    case: Case
    looked: list[tuple[datetime, Roster]]

    @property
    def urgency(self) -> Urgency:
        return self.case.consult.urgency

    def visits(self) -> list[list[Ring]]:
        """Step by step."""
        return [list(own) for _, own in groupby(self.case.rings, key=lambda r: r.step)]

    def seen(self, ring: Ring) -> tuple[Candidate, ...]:
        """Who stood on its step as it was decided."""
        step = self.case.ladder.steps[ring.step]
        roster = next(roster for at, roster in self.looked if at == ring.started_at)
        return roster[step.where].people


@st.composite
def rounds(drawn: st.DrawFn, *, practice: bool = False) -> Round:
    plan, urgency, at = drawn(plans.PLANS), drawn(st.sampled_from(list(Urgency))), drawn(plans.instants())
    case = draft(urgency)
    case = replace(
        case, timers=TIMERS, plan=plan, consult=replace(case.consult, practice=practice, hospital=plans.HERE)
    )
    roster = drawn(plans.rosters((*DOCTORS, REQUESTER)))
    looked = [(at, roster)]
    case, _ = case.send(at, roster)
    while case.consult.state is State.WAITING and case.consult.ladder_ended_at is None:
        assert case.due_at is not None
        assert len(looked) < 40, "a round has an end"
        late = timedelta(seconds=drawn(st.integers(0, 600)))
        at, roster = case.due_at + late, drawn(plans.rosters((*DOCTORS, REQUESTER)))
        looked.append((at, roster))
        case, _ = case.tick(at, roster)
    return Round(case, looked)


@MANY
@given(rounds())
def test_each_step_that_is_there_is_visited_once_and_in_order(one: Round) -> None:
    used = [index for index, step in enumerate(one.case.ladder.steps) if step.wait[one.urgency] is not None]

    assert [visit[0].step for visit in one.visits()] == used


@MANY
@given(rounds())
def test_a_step_is_rung_or_passed_over_with_its_reason_never_both(one: Round) -> None:
    for visit in one.visits():
        if any(r.user for r in visit):
            assert all(r.user for r in visit)
        else:
            (skipped,) = visit
            assert skipped.note in {"empty", "unreachable", "in_call", "already_asked", "no_second_hospital"}
            assert (skipped.state, skipped.deadline_at) == (RingState.SKIPPED, None)


@MANY
@given(rounds())
def test_everybody_who_can_hear_is_rung_once_and_only_who_stands_there(one: Round) -> None:
    rung = [r.user for r in one.case.rings if r.user]
    assert len(rung) == len(set(rung))
    assert REQUESTER not in rung
    before: set[UserId | None] = {REQUESTER}
    for visit in one.visits():
        standing = one.seen(visit[0])
        hear = {p.user for p in standing if p.reachable and not p.in_call} - before
        stays_out = {p.user for p in standing if not p.reachable and one.urgency is not Urgency.STAT}
        came = {r.user for r in visit if r.user}
        first_of = {p.user: p for p in reversed(standing)}
        assert came <= set(first_of)
        assert {u for u in hear if first_of[u].reachable and not first_of[u].in_call} <= came
        if one.urgency is not Urgency.STAT:
            assert all(first_of[u].reachable for u in came if u), stays_out
        before |= came


@MANY
@given(rounds())
def test_what_cannot_ring_takes_no_time(one: Round) -> None:
    """A step begins the moment nothing before it rings any more; with the one before it where it says so."""
    heard_until: datetime | None = None  # how long something that was heard rings
    last = one.case.consult.sent_at
    for visit in one.visits():
        step, at = one.case.ladder.steps[visit[0].step], visit[0].started_at
        assert last is not None
        together = heard_until is not None and one.urgency in step.with_previous
        if heard_until is None or together:
            assert at == last
        else:
            assert at >= heard_until
            assert at in {moment for moment, _ in one.looked}
            heard_until = None
        last = at
        deadlines = [r.deadline_at for r in visit if r.deadline_at]
        standing = {p.user: p for p in reversed(one.seen(visit[0]))}
        if any(r.user and standing[r.user].reachable for r in visit):
            heard_until = max([*deadlines, *([heard_until] if heard_until else [])])


@MANY
@given(rounds())
def test_time_never_runs_backwards(one: Round) -> None:
    rings = one.case.rings
    for before, after in pairwise(rings):
        assert before.started_at <= after.started_at
    for ring in rings:
        wait = one.case.ladder.steps[ring.step].wait[one.urgency]
        assert wait is not None
        if ring.deadline_at:
            assert ring.deadline_at - ring.started_at >= wait
            if one.urgency is not Urgency.ROUTINE:
                assert ring.deadline_at - ring.started_at == wait
            assert ring.ended_at is not None
            assert ring.ended_at >= ring.deadline_at


@MANY
@given(rounds())
def test_a_round_ends_with_phones_and_begins_anew_at_its_time(one: Round) -> None:
    case = one.case
    ended = case.consult.ladder_ended_at
    assert ended is not None
    assert not case.ringing
    case = replace(case, consult=replace(case.consult, vitals_at=ended))  # or old ones would be asked for in between
    again = case.due_at
    assert again == TIMERS.restart_at(one.urgency, ended)
    assert again > ended
    if one.urgency is Urgency.STAT:
        assert again - ended == timedelta(minutes=1)
    assert case.tick(again - timedelta(microseconds=1), one.looked[-1][1]) == (case, [])
    anew, _ = case.tick(again, one.looked[-1][1])
    assert anew.consult.round == case.consult.round + 1
    assert anew.consult.sent_at == case.consult.sent_at


@MANY
@given(rounds())
def test_every_row_remembers_where_it_looked_and_by_which_roster(one: Round) -> None:
    for visit in one.visits():
        where = one.case.ladder.steps[visit[0].step].where
        roster = next(roster for at, roster in one.looked if at == visit[0].started_at)
        for ring in visit:
            assert (ring.hospital, ring.roster_version) == (roster[where].hospital, roster[where].roster_version)
            assert (ring.note == "no_second_hospital") == (where[1] is Near.SECOND and ring.hospital is None)


@MANY
@given(rounds(practice=True))
def test_practice_never_rings_who_talks_to_somebody_or_cannot_hear(one: Round) -> None:
    for visit in one.visits():
        standing = {p.user: p for p in reversed(one.seen(visit[0]))}
        assert all(standing[r.user].reachable and not standing[r.user].in_call for r in visit if r.user)


@MANY
@given(rounds(practice=True))
def test_practice_that_nobody_took_is_over_in_half_an_hour(one: Round) -> None:
    sent = one.case.consult.sent_at
    assert sent is not None
    case = one.case
    assert case.due_at is None or case.due_at <= sent + PRACTICE_FOR or case.consult.state is State.EXPIRED
    over, _ = case.tick(max(sent + PRACTICE_FOR, one.looked[-1][0]), one.looked[-1][1])
    assert over.consult.state is State.EXPIRED
    assert over.due_at is None


@MANY
@given(plans.PLANS, st.sampled_from(list(Urgency)))
def test_groups_hold_every_step_that_is_there_once(plan: LadderPlan, urgency: Urgency) -> None:
    groups = plan.groups(urgency)

    assert [index for group in groups for index, _ in group] == [
        index for index, step in enumerate(plan.steps) if step.wait[urgency] is not None
    ]
    assert all(urgency in step.with_previous for group in groups for _, step in group[1:])
    assert groups[-1][-1][1].where == (plan.steps[-1].where)
    assume(groups)
