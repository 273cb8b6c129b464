"""What the edge says of referrals, and of the way to the hospital and back."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field, SecretStr

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Sex
from telemed.records.forms.paper import CardExpiry
from telemed.records.model import (
    CareResult,
    Fitness,
    Movement,
    ReferralAnswer,
    ReferralKind,
    ReferralState,
    TransferReason,
)
from telemed.records.referral_way import STAYS
from telemed.records.wire import Line, Text


class EarlierStay(ApiModel):
    """Where the patient was seen or treated before; the paper has two such lines."""

    facility: Line
    treated_from: date | None = None
    treated_to: date | None = None


class ReferralFields(ApiModel):
    """The paper's own lines (TT 01/2025 App. VI), filled from the consult; each may be corrected before signing."""

    to_facility_id: UUID
    kind: ReferralKind = ReferralKind.REFERRAL
    clinical_signs: Text = ""
    test_results: Text = ""
    diagnosis: Annotated[str, Field(max_length=500)] = ""
    icd_code: Annotated[str, Field(pattern=r"^([A-Z]\d{2}(\.\d{1,2})?[†*]?)?$")] = ""
    procedures: Text = ""
    treatment: Text = ""
    condition_at_transfer: Text = ""
    transfer_reason: TransferReason = TransferReason.BEYOND_ABILITY
    care_plan: Text = ""
    transfer_at: AwareDatetime | None = None
    valid_one_year: bool = False
    transport: Line = ""
    escort: Line = Field(default="", description="Full name of who goes along.")
    escort_title: Line = ""
    stays: Annotated[list[EarlierStay], Field(max_length=STAYS)] = Field(default=[])
    insurance_expiry: CardExpiry = Field(default=CardExpiry.KNOWN, description="`known`: `insurance_until` says it.")
    insurance_until: date | None = None


class NewReferral(ApiModel):
    """Made from a consult: empty fields are filled from its request and minutes."""

    consult_id: UUID
    to_facility_id: UUID
    kind: ReferralKind = ReferralKind.REFERRAL


class ReferralChange(ApiModel):
    seen_version: int
    fields: ReferralFields


class ReferralSign(ApiModel):
    password: SecretStr = Field(max_length=256)
    seen_version: int


class DepartureSigns(ApiModel):
    """Vital signs at the door. Outside the hard range of `domain.md` 6.5 nothing is taken."""

    pulse: Annotated[int | None, Field(ge=20, le=300)] = None
    temperature: Annotated[Decimal | None, Field(ge=25, le=45, decimal_places=1)] = None
    systolic: Annotated[int | None, Field(ge=40, le=300)] = None
    diastolic: Annotated[int | None, Field(ge=20, le=200)] = None
    respiration: Annotated[int | None, Field(ge=3, le=120)] = None
    spo2: Annotated[int | None, Field(ge=30, le=100)] = None
    on_oxygen: bool | None = None
    gcs: Annotated[int | None, Field(ge=3, le=15)] = None


class ReferralDeparture(ApiModel):
    """The patient leaves: whether they are fit to travel, looked at by whoever lets them go."""

    fit_for_transfer: Fitness
    fit_note: Annotated[str, Field(max_length=500)] = Field(default="", description="Asked for when `not_fit`.")
    signs: DepartureSigns = DepartureSigns()
    travel_minutes: Annotated[int | None, Field(ge=1, le=2880)] = Field(
        default=None, description="How long the way is expected to take."
    )


class ReferralAccept(ApiModel):
    note: Annotated[str, Field(max_length=500)] = Field(
        default="", description="Where to bring the patient, what to do."
    )


class ReferralRedirect(ApiModel):
    to_facility_id: UUID
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class ReferralArrival(ApiModel):
    note: Annotated[str, Field(max_length=500)] = ""


class ReferralFeedback(ApiModel):
    """What became of the patient, for the station that sent them."""

    final_diagnosis: Annotated[str, Field(min_length=1, max_length=500)]
    final_icd_code: Annotated[str, Field(pattern=r"^([A-Z]\d{2}(\.\d{1,2})?[†*]?)?$")] = ""
    done: Annotated[str, Field(min_length=1, max_length=4000)] = Field(description="What was done.")
    advice: Text = Field(default="", description="What the station should do.")
    result: CareResult
    follow_up_on: date | None = Field(default=None, description="When the patient is to be seen again.")


class DepartureView(ReferralDeparture):
    at: datetime
    by: PersonRef
    expected_at: datetime | None = Field(description="`at` and the way it takes.")


class FeedbackView(ReferralFeedback):
    by: PersonRef
    at: datetime


class ReferralView(ReferralFields):
    id: UUID
    consult_id: UUID
    consult_code: str
    minutes_id: UUID | None
    minutes_number: str | None
    patient_id: UUID | None
    number: str | None
    state: ReferralState
    version: int
    from_facility: FacilityRef
    to_facility: FacilityRef
    answered_by: PersonRef | None = Field(description="The specialist whose shift answered the consult.")
    shift_id: UUID | None
    created_at: datetime
    signed_by: PersonRef | None
    signed_at: datetime | None
    sent_at: datetime | None
    valid_until: date | None
    missing: list[str] = Field(description="Fields that must be filled before signing.")
    cancel_reason: str | None
    answer: ReferralAnswer
    answered_at: datetime | None
    accepted_by: PersonRef | None = Field(description="Who answered for the place it goes to, whatever they said.")
    answer_note: str
    redirected_to: FacilityRef | None
    onward_id: UUID | None = Field(description="The referral that goes on from this one, once it was redirected.")
    redirected_from: UUID | None
    movement: Movement
    departure: DepartureView | None
    arrived_at: datetime | None = Field(description="Of somebody who did not come: when that was said.")
    arrival_note: str
    feedback: FeedbackView | None
    responsible: FacilityRef = Field(description="Who answers for the patient now: the station, until they arrived.")
    may_answer: bool = Field(description="Whether the one who asks answers for the hospital.")
    masked: bool = Field(default=False, description="True: a restricted label hides the words from who does not treat.")


class ReferralList(ApiModel):
    referrals: list[ReferralView]


class Arrival(ApiModel):
    """One patient a hospital expects, has, or has told of. The name is there for who may print the paper."""

    referral: ReferralView
    patient_name: str = Field(description="Empty: not known, or the paper is not signed yet.")
    sex: Sex
    age_months: int | None


class ArrivalBoard(ApiModel):
    arrivals: list[Arrival]
