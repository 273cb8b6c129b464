"""How long a case thinks about whom to ring next: the largest ladder, all of whose steps but the last are passed over.

Beside it the same look over the same people that keeps nothing: no rows, no facts, no reasons.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from telemed.kernel.ids import ConsultId, FacilityId, PatientId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier, Urgency
from telemed.sessions import DEFAULT_TIMERS, Answer, Case, Consult, StepKind, Why
from telemed.sessions.ladders import MOST_STEPS, LadderPlan, Near, Place, Roster, Stand, Step
from telemed.sessions.model import Candidate, Request, Sharing

PEOPLE = 60
"""On each step that is passed over: as many as both hospitals have together."""
LEADERS = 3
ROUNDS = 400
BAR_MS = 1.0
OF_BARE = 15.0
"""Times what a bare look takes. Above this, keeping reasons, rows and facts costs too much."""
AT = datetime(2026, 11, 22, 19, tzinfo=UTC)


async def run() -> bool:
    plan, roster = _ladder()
    case = _case(plan)
    sent, _ = case.send(AT, roster)
    whole = _median(lambda: case.send(AT, roster))
    tick = _median(lambda: sent.tick(AT + timedelta(minutes=9), roster))
    bare = _median(lambda: _bare(plan, roster))
    rung = len([ring for ring in sent.rings if ring.user])
    print(f"{MOST_STEPS} steps, {PEOPLE} people on each but the last: {MOST_STEPS - 1} passed over, {rung} rung")
    print(f"one decision: {whole:.3f} ms; when a ring has ended: {tick:.3f} ms (bar {BAR_MS} ms)")
    print(f"a bare look at the same people: {bare:.3f} ms; ours {whole / bare:.1f} times that (bar {OF_BARE})")
    return whole / bare <= OF_BARE


def _ladder() -> tuple[LadderPlan, Roster]:
    """Whoever stands on a step but the last is in a call: nothing is found before the whole ladder was looked at."""
    places: list[Place] = [Near.OWN, Near.SECOND, FacilityId(uuid7())]
    waits = {urgency: timedelta(minutes=1) for urgency in Urgency}
    steps = [Step(kind, waits, place) for place in places for kind in StepKind][: MOST_STEPS - 1]
    plan = LadderPlan((*steps, Step(StepKind.LEADER, waits)))

    def stand(kind: StepKind, place: Place) -> Stand:
        busy = (kind, place) != (StepKind.LEADER, Near.OWN)
        users = (UserId(uuid7()) for _ in range(PEOPLE if busy else LEADERS))
        people = tuple(Candidate(user, Why.ON_CALL, Tier.FIRST, in_call=busy) for user in users)
        return Stand(people, FacilityId(uuid7()), 7)

    return plan, {step.where: stand(*step.where) for step in plan.steps}


def _case(plan: LadderPlan) -> Case:
    request = Request(reason="reason", question="a question of twenty letters")
    consult = Consult(
        id=ConsultId(uuid7()),
        code="BL-0001",
        station=FacilityId(uuid7()),
        hospital=FacilityId(uuid7()),
        requester=UserId(uuid7()),
        urgency=Urgency.URGENT,
        specialty=Specialty.INTERNAL,
        answer=Answer.CALL,
        request=request,
        created_at=AT,
        patient=PatientId(uuid7()),
        sharing=Sharing.GIVEN,
    )
    return replace(Case(consult, (), DEFAULT_TIMERS), plan=plan)


def _bare(plan: LadderPlan, roster: Roster) -> list[UserId]:
    asked: set[UserId] = set()
    for step in plan.steps:
        fresh = [p for p in roster[step.where].people if p.user not in asked]
        if found := [p.user for p in fresh if p.reachable and (not p.in_call or step is plan.steps[-1])]:
            return found
        asked.update(p.user for p in fresh)
    return []


def _median(work: Callable[[], object]) -> float:
    """Milliseconds."""
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return statistics.median(took) * 1000
