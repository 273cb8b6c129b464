"""What the edge says of rotations: who is posted where on which decision, how many days are done, where nobody is."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.model_rotation import RotationPurpose, RotationState

DecisionNo = Annotated[str, Field(max_length=80)]
Signed = Annotated[str, Field(min_length=1, max_length=80)]
Words = Annotated[str, Field(max_length=500)]
TimeOfDay = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Local, such as 07:00.")]


class StationHours(ApiModel):
    """Hours registered at the station, each week."""

    weekday: Annotated[int, Field(ge=1, le=7, description="1 is Monday.")]
    opens: TimeOfDay
    closes: TimeOfDay


class RotationMay(ApiModel):
    sign: bool
    extend: bool
    end: bool
    cancel: bool


class RotationView(ApiModel):
    id: UUID
    person: PersonRef
    specialties: list[Specialty] = Field(description="What they answer for at their hospital.")
    hospital: FacilityRef = Field(description="Where they are from.")
    station: FacilityRef
    decision_no: str = Field(description="Empty: not signed yet; until then it gives no rights.")
    decided_on: date | None
    extension_no: str | None = Field(description="The decision that made it longer.")
    starts_on: date
    ends_on: date = Field(description="The first day without.")
    planned_ends_on: date = Field(description="As decided; later than `ends_on` where it ended early.")
    purpose: RotationPurpose
    purpose_note: str
    hours: list[StationHours]
    state: RotationState
    days_planned: int = Field(description="Working days, holidays taken out.")
    days_due: int = Field(description="Of these, before today.")
    days_done: int = Field(description="Of those, not on leave.")
    ends_within_14: bool
    end_reason: str | None
    end_decision_no: str | None
    may: RotationMay


class StationRotations(ApiModel):
    station: FacilityRef
    hospital: FacilityRef | None = Field(description="That supports it today.")
    rotations: list[RotationView]
    posted: bool = Field(description="Somebody is there today.")
    without_since: date | None = Field(description="None: somebody is there today, or nobody ever was.")
    next_on: date | None = Field(description="When the next signed one begins.")


class Doctor(ApiModel):
    """Who may be posted."""

    person: PersonRef
    specialties: list[Specialty]


class Home(ApiModel):
    """A hospital whose doctors the asker may post."""

    hospital: FacilityRef
    doctors: list[Doctor]


class RotationBoard(ApiModel):
    today: date
    stations: list[StationRotations]
    homes: list[Home] = Field(description="Empty: the asker plans none.")
    may_plan: bool
    days_done: int = Field(description="Of the rotations that run today.")
    days_due: int
    days_planned: int


class NewRotation(ApiModel):
    person_id: UUID
    hospital_id: UUID = Field(description="Where they are from.")
    station_id: UUID
    decision_no: DecisionNo = Field(default="", description="Empty: planned, not signed yet.")
    decided_on: date | None = None
    starts_on: date
    ends_on: date = Field(description="The first day without.")
    purpose: RotationPurpose
    purpose_note: Words = ""
    hours: list[StationHours] = Field(default_factory=list, max_length=28)
    cancel_shifts: bool = Field(default=False, description="Take their published shifts of these days away.")


class RotationSigning(ApiModel):
    decision_no: Signed
    decided_on: date
    cancel_shifts: bool = False


class RotationExtension(ApiModel):
    ends_on: date = Field(description="The new first day without.")
    decision_no: Signed
    cancel_shifts: bool = False


class RotationEnding(ApiModel):
    on: date = Field(description="The first day without.")
    reason: Annotated[str, Field(min_length=1, max_length=500)]
    decision_no: DecisionNo = ""


class RotationCancelling(ApiModel):
    reason: Words = ""


class ClashQuery(ApiModel):
    person_id: UUID
    hospital_id: UUID = Field(description="Where they are from.")
    starts_on: date
    ends_on: date = Field(description="The first day without.")


class ClashingShift(ApiModel):
    id: UUID
    hospital: FacilityRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    running: bool = Field(description="It has begun, so it cannot be taken away.")


class RotationClashes(ApiModel):
    """What stands in the way of posting this person in these days."""

    rotation: RotationView | None = Field(description="Their other posting in these days.")
    shifts: list[ClashingShift]
