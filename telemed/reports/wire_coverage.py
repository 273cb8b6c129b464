"""What the edge says of who will answer: tonight, the coming days, and who should have at a past minute."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import ChannelCheck, CoverState
from telemed.sessions import StepKind

LONGEST = 42
"""Days of one wall."""
USUAL = 14


class CoverageQuery(ApiModel):
    from_day: date | None = Field(default=None, description="Local; today if not given.")
    days: Annotated[int, Field(ge=1, le=LONGEST)] = USUAL


class TonightAnswer(StrEnum):
    """“Đêm nay có ai trả lời không?”"""

    YES = "yes"  # everybody has said they are there
    NAMED = "named"  # every place has a name; nobody is late
    NO = "no"  # a place is without its first, or its first is late


class NextAnswer(ApiModel):
    """A later step of the ladder that has somebody; steps stand in their order."""

    kind: StepKind
    hospital: FacilityRef
    person: PersonRef | None = Field(description="The first of them.")
    people: int = Field(description="How many that step would ring.")


class StretchView(ApiModel):
    """Hours in which one thing holds."""

    starts_at: datetime
    ends_at: datetime
    state: CoverState
    person: PersonRef | None
    shift_id: UUID | None
    confirmed_at: datetime | None


class TonightLine(ApiModel):
    """One specialty of one hospital; the worst of its hours is its status."""

    hospital: FacilityRef
    specialty: Specialty
    status: CoverState
    late_ms: int | None = Field(description="How long ago the person should have said they are there.")
    person: PersonRef | None = Field(description="First tier, now; before tonight begins, the first of it.")
    shift_id: UUID | None
    confirmed_at: datetime | None
    armed_at: datetime | None = Field(description="Since when the backup is rung together with this person.")
    checks: list[ChannelCheck] = Field(description="Of the test ring of “Vào ca trực”.")
    next: list[NextAnswer]
    parts: list[StretchView] = Field(description="What is left of tonight, where it changes.")
    may_plan: bool


class Tonight(ApiModel):
    starts_at: datetime
    ends_at: datetime
    confirming_from: datetime = Field(description="Before this nobody need have confirmed: names are spoken of.")
    answer: TonightAnswer
    confirmed: int
    unconfirmed: int
    backup: int
    empty: int = Field(description="Unpublished ones too.")
    lines: list[TonightLine] = Field(description="Worst first.")


class HalfView(ApiModel):
    """Day or night of one specialty; its state is that of its worst instant."""

    starts_at: datetime
    ends_at: datetime
    night: bool
    state: CoverState
    person: PersonRef | None = Field(description="Who has most of it.")
    gaps: list[StretchView] = Field(description="The hours without a first tier.")
    warned: list[datetime] = Field(description="When the head was told by itself, 7, 3 and 1 days before.")


class SpecialtyWall(ApiModel):
    specialty: Specialty
    may_plan: bool
    halves: list[HalfView]


class HospitalWall(ApiModel):
    hospital: FacilityRef
    version: int | None = Field(description="The roster in force.")
    published_until: datetime | None = Field(description="Where its last published shift ends.")
    specialties: list[SpecialtyWall]


class Coverage(ApiModel):
    at: datetime
    today: date
    tonight: Tonight
    days: list[date]
    hospitals: list[HospitalWall]


class ReplayQuery(ApiModel):
    hospital_id: UUID
    specialty: Specialty
    at: AwareDatetime


class ReplayLine(ApiModel):
    """A shift of that minute as it was known then."""

    tier: Tier
    specialty: Specialty | None
    person: PersonRef
    shift_id: UUID
    starts_at: datetime
    ends_at: datetime
    confirmed_at: datetime | None
    armed_at: datetime | None
    on_leave: bool
    posted: bool


class Replay(ApiModel):
    """Who should have answered at one minute; nothing that happened later changes it."""

    hospital: FacilityRef
    specialty: Specialty
    at: datetime
    version: int | None
    ladder_number: int | None = Field(description="None: the built-in ladder.")
    lines: list[ReplayLine] = Field(description="In calling order; who was away stands last in each tier.")
