"""What the edge says of appointments, of how patients are days later, and of what is owed."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty
from telemed.records.model import Condition, DebtKind, FollowUpState, Proposed

Note = Annotated[str, Field(max_length=500)]


class NewFollowUp(ApiModel):
    """An appointment for the patient of a case. Who should see them is proposed from the roster of that day."""

    consult_id: UUID
    on: date
    reason: Note = ""


class FollowUpMark(ApiModel):
    """What became of the day: `missed` only when it is over."""

    state: Literal[FollowUpState.DONE, FollowUpState.MISSED, FollowUpState.CANCELLED]
    note: Note = ""


class FollowUpMove(ApiModel):
    """Another day for an open appointment: the old one is called off and a new one is made, whose slip has a number of
    its own."""

    on: date
    reason: Note = ""
    note: Note = Field(default="", description="Why the day was changed; kept with the old one.")


class ProposalView(ApiModel):
    """Who would see the patient on that day, by the roster of the advising hospital as it stands now."""

    on: date
    hospital: FacilityRef
    proposed: Proposed | None = Field(description="Why this person; none: nobody of the roster of that day is known.")
    person: PersonRef | None
    specialty: Specialty | None


class FollowUpView(ApiModel):
    id: UUID
    consult_id: UUID
    consult_code: str
    referral_id: UUID | None
    patient_id: UUID | None
    station: FacilityRef
    hospital: FacilityRef | None
    on: date
    reason: str
    number: str = Field(description="Of the slip that the patient takes along.")
    proposed: Proposed | None = Field(description="Why this person; none: nobody of the roster of that day is known.")
    person: PersonRef | None
    specialty: Specialty | None
    state: FollowUpState
    note: str
    version: int
    created_by: PersonRef
    created_at: datetime
    reminded_at: datetime | None
    marked_by: PersonRef | None
    marked_at: datetime | None
    may_change: bool = Field(description="Whether the one who asks may move it, call it off or mark it.")


class FollowUpList(ApiModel):
    follow_ups: list[FollowUpView]


class NewResult(ApiModel):
    """How the patient is. It may be said again when more is known; the trail keeps who said what when."""

    condition: Condition
    note: Note = ""


class ResultView(ApiModel):
    day: Literal[7, 30]
    due_on: date
    condition: Condition | None = Field(description="None: nobody has said yet.")
    note: str
    recorded_by: PersonRef | None
    recorded_at: datetime | None


class Results(ApiModel):
    results: list[ResultView] = Field(description="Empty while the consult has no conclusion.")


class Debt(ApiModel):
    """A paper or an answer still owed by the one who asks, or by their place."""

    kind: DebtKind
    consult_id: UUID
    consult_code: str
    station: FacilityRef
    due_at: datetime
    patient_id: UUID | None
    referral_id: UUID | None = None
    follow_up_id: UUID | None = None


class DebtList(ApiModel):
    """`debts` are at most 200, the longest overdue first; the counts cover all."""

    debts: list[Debt]
    owed: int = 0
    overdue: int = 0


class DebtCount(ApiModel):
    """How much of one kind a person of a place owes; `person` none: it is the whole place's to do."""

    facility: FacilityRef
    person: PersonRef | None
    kind: DebtKind
    owed: int
    overdue: int
    oldest_due_at: datetime


class DebtTotals(ApiModel):
    counts: list[DebtCount]
    since: date = Field(description="Cases from before that day are left out.")
