"""What the edge says of duty."""

from datetime import datetime
from uuid import UUID

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


class MyShift(ApiModel):
    """The shift of the one who asks: the running one, else the next within 24 hours."""

    shift_id: UUID
    hospital: FacilityRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    confirmed: bool
    relief: PersonRef | None


class MyShifts(ApiModel):
    shift: MyShift | None
