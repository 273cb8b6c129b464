"""What the edge says of duty, and of the hospitals that support stations."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier


class DutyLine(ApiModel):
    """One person on consult duty now."""

    shift_id: UUID
    person: PersonRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    confirmed: bool


class Phone(ApiModel):
    label: str  # emergency | leader
    number: str


class DutyBoard(ApiModel):
    """Who answers now at one hospital; for a station, at the hospital that supports it."""

    hospital: FacilityRef
    lines: list[DutyLine]
    phones: list[Phone]


class ChannelCheck(ApiModel):
    """How the silent test that follows “Vào ca trực” went on one channel."""

    channel: Literal["page", "push", "gateway"]
    state: Literal["queued", "delivered", "seen", "missed", "failed"] = Field(
        description="`missed`: nothing was heard of it within 20 s."
    )
    took_ms: int | None = Field(description="Until it had arrived.")
    error: str | None = Field(description="no_answer, gone, refused, unreachable, no_browser or no_phone.")


class MyShift(ApiModel):
    """The shift of the one who asks: the running one, else the next within 24 hours."""

    shift_id: UUID
    hospital: FacilityRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    confirmed: bool
    confirmed_at: datetime | None
    armed_at: datetime | None = Field(
        description="Not confirmed in time: since then the backup is rung beside this person, and the head knows."
    )
    relief: PersonRef | None
    checks: list[ChannelCheck] = Field(description="Of the test that confirming began; empty before it.")


class MyShifts(ApiModel):
    shift: MyShift | None


class AssignmentView(ApiModel):
    """A hospital supports a station from one day up to, and without, another."""

    id: UUID
    hospital: FacilityRef
    valid_from: date
    valid_to: date | None = Field(description="The first day without it.")
    withdrawn: bool = Field(description="Taken back before it began.")
    source: str = Field(description="The decision that says so.")
    rank: int = Field(description="1: asked first; 2: a later step of the ladder.")


class StationAssignments(ApiModel):
    station: FacilityRef
    assignments: list[AssignmentView]


class AssignmentList(ApiModel):
    today: date
    stations: list[StationAssignments] = Field(description="All stations; some with no hospital ever.")
    hospitals: list[FacilityRef]
    may_assign: bool


class NewAssignment(ApiModel):
    station_id: UUID
    hospital_id: UUID
    valid_from: date
    source: Annotated[str, Field(min_length=1, max_length=80, description="Number of the decision.")]
    rank: Annotated[int, Field(ge=1, le=2, description="1: asked first; 2: a later step of the ladder.")] = 1


class AssignmentEnding(ApiModel):
    on: date = Field(description="The first day without it.")
