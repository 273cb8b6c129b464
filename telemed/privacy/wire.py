"""What the edge says of opened cases, their review, patients' requests about their data, and totals."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.privacy.model import Ground, RequestKind, RequestState, Verdict

Words = Annotated[str, Field(min_length=10, max_length=1000)]
"""A reason in a person's own words; one that says nothing is refused."""


# -- opened cases ------------------------------------------------------------------------------------------------------


class NewAccess(ApiModel):
    """Open one case for a reason. The reason is read by the privacy officer the next working day."""

    consult_code: Annotated[str, Field(min_length=3, max_length=32)]
    ground: Ground
    reason: Words


class AccessView(ApiModel):
    id: UUID
    consult_id: UUID
    code: str
    ground: Ground
    reason: str
    needed: bool = Field(description="False: this person may open the case anyway; nothing was opened or kept.")
    opened_at: datetime | None
    until_at: datetime | None
    review_on: date | None


class AskedAccess(ApiModel):
    """The privacy officer asks why this case was opened."""

    access_id: UUID
    code: str
    ground: Ground
    reason: str
    opened_at: datetime
    question: str
    explain_by: date | None


class AccessList(ApiModel):
    """One's own: what is open now, and what one is asked about."""

    running: list[AccessView]
    asked: list[AskedAccess]


class ReviewView(ApiModel):
    verdict: Verdict
    question: str
    reviewed_by: PersonRef
    reviewed_at: datetime
    explain_by: date | None
    explanation: str | None
    explained_at: datetime | None


class ReviewedAccess(ApiModel):
    """One opening, the reader's own words beside what the program knows. No content, no patient."""

    access_id: UUID
    code: str
    labelled: bool = Field(description="The case carries a label that hides its content.")
    person: PersonRef
    station: FacilityRef
    hospital: FacilityRef
    ground: Ground
    reason: str
    on_duty: bool = Field(description="Whether the roster had this person on duty when the case was opened.")
    opened_at: datetime
    until_at: datetime
    reads: int = Field(description="How often something of the case was read through this opening.")
    used_ms: int = Field(description="From the opening to the last thing read.")
    review_on: date
    overdue: bool
    review: ReviewView | None


class ReviewQuery(ApiModel):
    state: Literal["open", "done"] = "open"


class ReviewList(ApiModel):
    """By the day of review, the oldest first; those done, the newest first."""

    accesses: list[ReviewedAccess]


class NewReview(ApiModel):
    verdict: Verdict
    question: Annotated[str, Field(max_length=1000)] = Field(default="", description="Asked for when `explain`.")


class Explanation(ApiModel):
    text: Words


# -- what patients ask -------------------------------------------------------------------------------------------------


class NewDataRequest(ApiModel):
    patient_id: UUID
    kind: RequestKind
    asked_by: Annotated[str, Field(min_length=2, max_length=200)] = Field(
        description="Who asks: the patient, or who speaks for them and how they are related."
    )
    words: Annotated[str, Field(min_length=2, max_length=2000)]


class DataRequestView(ApiModel):
    id: UUID
    patient_id: UUID
    patient_code: str
    station: FacilityRef
    kind: RequestKind
    asked_by: str
    words: str
    received_at: datetime
    received_by: PersonRef
    due_on: date
    overdue: bool
    state: RequestState
    answer: str
    approved_by: PersonRef | None
    approved_at: datetime | None
    answered_by: PersonRef | None
    answered_at: datetime | None
    kept_until: date | None = Field(
        description="Of an erasure: the last day the law has the patient's records kept; null if it may be done."
    )
    may_answer: bool
    may_approve: bool


class DataRequestQuery(ApiModel):
    state: Literal["open", "done"] = "open"


class DataRequestList(ApiModel):
    requests: list[DataRequestView]


class RefuseDataRequest(ApiModel):
    reason: Words


class DoneDataRequest(ApiModel):
    answer: Annotated[str, Field(max_length=1000)] = ""


class ExportQuery(ApiModel):
    request: UUID


class ErasePatient(ApiModel):
    request_id: UUID


class ErasedPatient(ApiModel):
    patient_id: UUID
    erased_at: datetime


# -- totals ------------------------------------------------------------------------------------------------------------


class TotalsQuery(ApiModel):
    """Local days, both included. Of a commune whole years are counted, whatever days are named."""

    from_date: date
    to_date: date


class Counts(ApiModel):
    """Null: fewer than five, or it would tell how many fewer; `suppressed` says so."""

    consults: int | None
    stat: int | None = Field(description="Emergencies.")
    answered: int | None
    answered_in_time: int | None
    concluded: int | None
    referred: int | None
    suppressed: bool


class FacilityTotals(ApiModel):
    facility: FacilityRef
    counts: Counts


class MonthTotals(ApiModel):
    month: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
    counts: Counts


class Totals(ApiModel):
    """Counts over consults that were sent, by the local day of sending. No person and no illness is in them."""

    scope: Literal["province", "hospital", "commune"]
    from_date: date
    to_date: date
    whole: Counts
    stations: list[FacilityTotals]
    hospitals: list[FacilityTotals]
    months: list[MonthTotals]
