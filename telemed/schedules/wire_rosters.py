"""What the edge says of a hospital's roster: the matrix, its draft, what publishing would do, leave, patterns."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.candidates import CandidateAgainst
from telemed.schedules.model import LONGEST
from telemed.schedules.model_away import AbsenceKind, Clash
from telemed.schedules.model_pattern import Days, Skip, Turn
from telemed.schedules.model_roster import VersionKind
from telemed.schedules.working_time import DayKind

MOST_DAYS = 42
Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 1, 1))]
Moment = Annotated[AwareDatetime, Field(ge=datetime(2020, 1, 1, tzinfo=UTC), le=datetime(2100, 1, 1, tzinfo=UTC))]
Reason = Annotated[str, Field(min_length=3, max_length=300)]
Place = Annotated[Specialty | None, Field(description="null: for all specialties (trực lãnh đạo).")]


class LoadView(ApiModel):
    """Of the days asked for. `docs/rosters.md` says how each is counted."""

    hours: float
    nights: int
    holidays: int = Field(description="Saturdays, Sundays, public holidays on which a shift, or a day of it, begins.")
    rings: int = Field(description="How often they were rung in these days; practice cases do not count.")


class RosterPerson(ApiModel):
    person: PersonRef
    specialties: list[Specialty]
    tiers: list[Tier]
    load: LoadView


class RosterShift(ApiModel):
    id: UUID
    person_id: UUID
    specialty: Place
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    state: Literal["published", "added", "removed"] = Field(
        description="`added` and `removed` are the draft's: only who plans sees them."
    )
    confirmed: bool
    swap_pending: bool
    clash: Clash | None
    made_by: UUID | None = Field(description="Who drafted it.")
    made_at: datetime | None


class AbsenceView(ApiModel):
    id: UUID
    person_id: UUID
    starts_at: datetime
    ends_at: datetime
    kind: AbsenceKind | None = Field(description="Only for who plans and for oneself.")


class PostingView(ApiModel):
    """Luân phiên: at a station in these days, and off consult duty."""

    id: UUID
    person_id: UUID
    station: FacilityRef
    starts_on: date
    ends_on: date = Field(description="The first day without.")
    decided: bool = Field(description="Until its decision is signed it keeps nobody from duty.")


class HolidayView(ApiModel):
    day: date
    name: str
    kind: DayKind


class GapView(ApiModel):
    """Nobody of the first tier in these hours. A piece ends where the next day shift would begin."""

    specialty: Specialty
    starts_at: datetime
    ends_at: datetime
    backup: bool = Field(description="The second tier is there all the while.")


class DraftSummary(ApiModel):
    changes: int
    digest: str = Field(description="Of all its parts that the asker may plan.")


class ShiftCode(ApiModel):
    """What a letter of the matrix stands for at this hospital."""

    code: Literal["N", "Đ", "24"]
    starts: time = Field(description="Local.")
    hours: float


class RosterQuery(ApiModel):
    from_day: Day
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = 14


class RosterView(ApiModel):
    hospital: FacilityRef
    from_day: date
    days: int
    version: int | None = Field(description="The roster in force; null before the first.")
    today: date
    specialties: list[Specialty]
    people: list[RosterPerson]
    shifts: list[RosterShift]
    absences: list[AbsenceView]
    rotations: list[PostingView]
    holidays: list[HolidayView]
    gaps: list[GapView]
    draft: DraftSummary | None = Field(description="null for who plans nothing here, and when there is none.")
    may_plan: list[Specialty | None]
    codes: list[ShiftCode]
    planners: list[PersonRef] = Field(description="Who wrote the draft's shifts.")


class _Hours(ApiModel):
    starts_at: Moment
    ends_at: Moment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not timedelta() < self.ends_at - self.starts_at:
            raise ValueError("ends before it begins")
        return self


class NewShift(_Hours):
    id: UUID
    person_id: UUID
    specialty: Specialty | None
    tier: Tier

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.specialty is None) != (self.tier is Tier.LEADER):
            raise ValueError("leaders are on duty for all specialties, everyone else for one")
        if self.ends_at - self.starts_at > LONGEST:
            raise ValueError("longer than 72 hours")
        return self


class DraftChange(ApiModel):
    """A few cells of the matrix."""

    add: list[NewShift] = Field(default=[], max_length=500)
    remove: list[UUID] = Field(default=[], max_length=500, description="Drafted or published shifts.")
    keep: list[UUID] = Field(default=[], max_length=500, description="Published ones that are to stay after all.")


class DraftView(ApiModel):
    draft: DraftSummary | None
    changed: list[RosterShift] = Field(
        description="As they stand now; one that was only drafted and is gone is left out."
    )


class CopyWeek(ApiModel):
    from_day: Day
    to_day: Day
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = 7
    specialties: list[Specialty | None] = Field(min_length=1, max_length=10)
    skip_absent: bool = True
    overwrite: bool = False
    dry_run: bool = False

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if abs((self.to_day - self.from_day).days) < self.days:
            raise ValueError("the two periods overlap")
        return self


class Generate(ApiModel):
    from_day: Day
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = 7
    pattern_ids: list[UUID] = Field(min_length=1, max_length=50)
    dry_run: bool = False


class SkippedView(ApiModel):
    person_id: UUID
    day: date
    reason: Skip


class Filled(ApiModel):
    """What copying or generating did, or would do."""

    added: int
    removed: int = Field(description="Shifts of before that give way.")
    skipped: list[SkippedView]
    left_empty: int = Field(description="Places that nobody stands in afterwards.")
    repeated: bool = Field(default=False, description="This very command came before; nothing was added again.")
    draft: DraftSummary | None = None


class Discard(ApiModel):
    specialties: list[Specialty | None] = Field(min_length=1, max_length=10)


class PreviewQuery(ApiModel):
    specialties: list[Specialty | Literal["leaders"]] = Field(
        default=[], max_length=10, description="None named: all that the asker may plan."
    )


class LoadChange(ApiModel):
    person: PersonRef
    before: LoadView
    after: LoadView
    changed: bool


class BlockingView(ApiModel):
    """Why it cannot be published yet."""

    shift_id: UUID
    person_id: UUID
    specialty: Place
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    reason: Clash


class FairnessView(ApiModel):
    """100: everyone bears the same for the days they are there. null: fewer than two share it."""

    specialty: Specialty
    before: int | None
    after: int | None


class Preview(ApiModel):
    version: int | None = Field(description="In force now; publishing makes the next.")
    from_day: date | None
    to_day: date | None
    changes: int
    people: list[LoadChange]
    blocking: list[BlockingView]
    gaps: list[GapView]
    affected: list[UUID]
    digest: str
    fairness: list[FairnessView]


class Publish(ApiModel):
    digest: Annotated[str, Field(min_length=64, max_length=64)]
    specialties: list[Specialty | None] = Field(
        default=[], max_length=10, description="As the preview was asked; none named: all that the asker may plan."
    )
    reason: Annotated[str, Field(max_length=300)] = ""


class Published(ApiModel):
    version: int


class TakenPart(_Hours):
    """Somebody else stands in for a part of a shift, or for what is left of it; the rest stays as it was."""

    shift_id: UUID
    id: UUID = Field(description="Of the new shift.")
    person_id: UUID | None = Field(description="null: nobody does.")


class Override(ApiModel):
    """At once, in the published roster, without a draft."""

    add: list[NewShift] = Field(default=[], max_length=50)
    remove: list[UUID] = Field(default=[], max_length=50)
    take: list[TakenPart] = Field(default=[], max_length=50)
    reason: Reason

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.add or self.remove or self.take):
            raise ValueError("nothing to change")
        return self


class CandidateQuery(ApiModel):
    specialty: Specialty | None = None
    tier: Tier = Tier.FIRST
    starts_at: Moment
    ends_at: Moment

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not timedelta() < self.ends_at - self.starts_at <= LONGEST:
            raise ValueError("ends before it begins, or is longer than 72 hours")
        return self


class Candidate(ApiModel):
    person: PersonRef
    specialties: list[Specialty]
    load: LoadView = Field(description="Of the two weeks around it.")
    against: list[CandidateAgainst] = Field(
        description="`leave`, `rotation`, `on_duty`: it cannot be. `in_a_row`: would be 24 hours or more"
        " without a break. `rest`: 24 hours of duty ended less than 12 hours before."
    )
    tier: Tier | None = Field(description="With `on_duty`: as what.")
    fit: bool


class CandidateList(ApiModel):
    candidates: list[Candidate]


class VersionView(ApiModel):
    number: int
    kind: VersionKind
    made_at: datetime
    made_by: PersonRef | None
    reason: str
    added: int
    ended: int


class VersionList(ApiModel):
    versions: list[VersionView] = Field(description="The newest first, 50 at most.")


class NewPattern(ApiModel):
    """Shifts that come again each week."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    specialty: Specialty | None
    tier: Tier
    weekdays: list[Annotated[int, Field(ge=1, le=7)]] = Field(min_length=1, max_length=7, description="1 is Monday.")
    days: Days = Days.ALL
    starts: time = Field(description="Local.")
    length_ms: Annotated[int, Field(ge=15 * 60 * 1000, le=72 * 3600 * 1000)]
    people: list[UUID] = Field(min_length=1, max_length=30, description="They take turns, in this order.")
    turn: Turn = Turn.SHIFT
    anchor: Day = Field(description="From this day on; the first of them has the first turn.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.specialty is None) != (self.tier is Tier.LEADER):
            raise ValueError("leaders are on duty for all specialties, everyone else for one")
        if len(set(self.weekdays)) < len(self.weekdays):
            raise ValueError("a weekday is named twice")
        if self.starts.tzinfo is not None or self.starts.microsecond:
            raise ValueError("hours and minutes of local time")
        return self


class PatternView(ApiModel):
    id: UUID
    name: str
    specialty: Place
    tier: Tier
    weekdays: list[int]
    days: Days
    starts: time
    length_ms: int
    people: list[PersonRef]
    turn: Turn
    anchor: date
    may_change: bool = Field(description="Retire it; a change is a new pattern in its place.")


class PatternList(ApiModel):
    patterns: list[PatternView] = Field(description="Without those that are retired.")


class NewAbsence(_Hours):
    person_id: UUID
    hospital_id: UUID
    kind: AbsenceKind

    @model_validator(mode="after")
    def _not_for_ever(self) -> Self:
        if self.ends_at - self.starts_at > timedelta(days=400):
            raise ValueError("longer than 400 days")
        return self


class AbsenceAnswer(ApiModel):
    """Leave, with what it leaves open: published shifts in it stand, and nobody is rung for them."""

    absence: AbsenceView
    withdrawn: bool
    uncovered: list[RosterShift]
