"""Ladders, rosters and instants of every kind, for hypothesis."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Tier, Urgency
from telemed.schedules.working_time import USUAL, DayKind, WorkingTime
from telemed.sessions.ladders import LadderPlan, Near, Options, Place, Roster, Stand, Step
from telemed.sessions.model import Candidate, StepKind, Why

HERE, SECOND, NAMED = (FacilityId(uuid7()) for _ in range(3))
PLACES: tuple[Place, ...] = (Near.OWN, Near.SECOND, NAMED)
_HOSPITAL: dict[Place, FacilityId] = {Near.OWN: HERE, Near.SECOND: SECOND, NAMED: NAMED}
TET = {date(2026, 2, day): DayKind.HOLIDAY for day in range(16, 23)}
WORKING = WorkingTime(USUAL, TET)

WAITS = st.integers(30, 7200).map(lambda seconds: timedelta(seconds=seconds))
STEPS = st.builds(
    Step,
    st.sampled_from(list(StepKind)),
    st.fixed_dictionaries({urgency: st.none() | WAITS for urgency in Urgency}),
    st.sampled_from(PLACES),
    st.frozensets(st.sampled_from(list(Urgency))),
)
LEADERS = st.builds(
    Step,
    st.just(StepKind.LEADER),
    st.fixed_dictionaries(dict.fromkeys(Urgency, WAITS)),
    st.just(Near.OWN),
    st.frozensets(st.sampled_from(list(Urgency))),
)
PLANS = st.builds(
    lambda steps, last, options: LadderPlan((*steps, last), options, number=3),
    st.lists(STEPS, max_size=11),
    LEADERS,
    st.builds(Options, st.booleans()),
)


def instants() -> st.SearchStrategy[datetime]:
    """Any, and those around midnight, the leap day, Tết and the turn of the year."""
    edges = [date(2028, 2, 28), date(2028, 2, 29), date(2026, 2, 15), date(2026, 2, 22), date(2026, 12, 31)]
    around = st.builds(
        lambda day, seconds: (datetime.combine(day, time(23, 59), LOCAL) + timedelta(seconds=seconds)).astimezone(UTC),
        st.sampled_from(edges),
        st.integers(0, 120),
    )
    six_years = st.integers(0, 6 * 365 * 24 * 3600)
    return around | six_years.map(lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))


def roster_of(seed: int, people: Sequence[UserId]) -> Roster:
    """Anybody may stand anywhere, more than once, out of reach or in a call; there may be no second hospital.

    Made from a number: drawn value by value, a thousand of them would take minutes.
    """
    dice = Random(seed)

    def candidate() -> Candidate:
        user, why, tier = dice.choice(people), dice.choice(list(Why)), dice.choice(list(Tier))
        return Candidate(user, why, tier, reachable=dice.random() < 0.6, in_call=dice.random() < 0.3)

    def stand(place: Place) -> Stand:
        if place is Near.SECOND and dice.random() < 0.3:
            return Stand()
        return Stand(tuple(candidate() for _ in range(dice.randrange(4))), _HOSPITAL[place], dice.randrange(1, 9))

    return {(kind, place): stand(place) for kind in StepKind for place in PLACES}


def rosters(people: Sequence[UserId]) -> st.SearchStrategy[Roster]:
    return st.integers(0, 2**32).map(lambda seed: roster_of(seed, people))
