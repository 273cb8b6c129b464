"""Rosters to be, drawn: people, shifts, leave, over Tết, leap days and midnight."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from hypothesis import strategies as st

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Away, Clash
from telemed.schedules.model_pattern import Days, Pattern, Turn
from telemed.schedules.working_time import DayKind

PEOPLE = [UserId(UUID(f"01a20000-0000-7000-8000-{n:012d}")) for n in range(1, 6)]
HOSPITAL = FacilityId(UUID("01a20000-0000-7000-8000-000000000099"))
TET = {date(2028, 1, day): DayKind.HOLIDAY for day in range(25, 30)} | {
    date(2028, 2, 5): DayKind.WORKING,  # a Saturday worked for a bridge day
    date(2028, 2, 29): DayKind.HOLIDAY,
}
"""Tết with a leap day a month later, which we make a holiday too."""

days_around = st.dates(date(2028, 1, 17), date(2028, 3, 12))
hours_of_day = st.sampled_from([time(0), time(7), time(17), time(19), time(23, 30)])
lengths = st.sampled_from([timedelta(hours=n) for n in (1, 10, 12, 14, 24, 36, 72)])


@st.composite
def shifts(draw: st.DrawFn, people: list[UserId] = PEOPLE) -> Shift:
    starts_at = datetime.combine(draw(days_around), draw(hours_of_day), LOCAL)
    return Shift(
        id=ShiftId(uuid7()),
        person=draw(st.sampled_from(people)),
        hospital=HOSPITAL,
        specialty=draw(st.sampled_from([Specialty.INTERNAL, Specialty.SURGERY])),
        tier=draw(st.sampled_from([Tier.FIRST, Tier.SECOND])),
        starts_at=starts_at,
        ends_at=starts_at + draw(lengths),
        roster_version=1,
    )


@st.composite
def rosters(draw: st.DrawFn, most: int = 12) -> list[Shift]:
    """As a published one is: nobody is on duty twice at once."""
    found: list[Shift] = []
    for shift in draw(st.lists(shifts(), max_size=most)):
        hours = Span(shift.starts_at, shift.ends_at)
        same = (other for other in found if other.person == shift.person)
        if not any(Span(other.starts_at, other.ends_at).within(hours) for other in same):
            found.append(shift)
    return found


@st.composite
def aways(draw: st.DrawFn) -> list[Away]:
    def one() -> Away:
        starts_at = datetime.combine(draw(days_around), draw(hours_of_day), LOCAL)
        why = draw(st.sampled_from([Clash.LEAVE, Clash.ROTATION]))
        return Away(draw(st.sampled_from(PEOPLE)), starts_at, starts_at + draw(lengths), why)

    return [one() for _ in range(draw(st.integers(0, 4)))]


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    weekdays = draw(st.sets(st.integers(1, 7), min_size=1))
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4))
    return Pattern(
        id=uuid7(),
        hospital=HOSPITAL,
        name="Mẫu",
        specialty=Specialty.INTERNAL,
        tier=Tier.FIRST,
        weekdays=tuple(sorted(weekdays)),
        days=draw(st.sampled_from(Days)),
        starts=draw(hours_of_day),
        length=draw(lengths),
        people=tuple(people),
        turn=draw(st.sampled_from(Turn)),
        anchor=draw(days_around),
        made_by=PEOPLE[0],
        made_at=datetime(2028, 1, 1, tzinfo=LOCAL),
    )
