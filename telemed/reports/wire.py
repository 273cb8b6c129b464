"""What the edge says of the consult log: masked rows, totals that agree with them, one consult's timeline."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import LinkPath, Rung, Specialty, Tier, Urgency
from telemed.records import Choice, MinutesState, Outcome, ReferralState
from telemed.sessions import Cause, RingState, State, Subject, Why


class LogQuery(ApiModel):
    """Filters of the log; all live in the URL. `after`/`before` are keyset marks taken from a page."""

    from_date: date | None = None
    to_date: date | None = None
    station_id: UUID | None = None
    hospital_id: UUID | None = None
    specialty: Specialty | None = None
    state: State | None = None
    urgency: Urgency | None = None
    view: Literal["all", "unanswered", "late", "unsigned", "referred"] = "all"
    after: Annotated[str | None, Field(max_length=100)] = None
    before: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20


Verdict = Literal["normal", "live", "late", "unanswered", "interrupted", "unsigned", "cancelled", "transferred"]


class RungRef(ApiModel):
    person: PersonRef
    state: RingState
    why: Why
    tier: Tier | None


class LogRow(ApiModel):
    """One consult. `patient_mask` is initials such as `G.T.S.`; the name is opened elsewhere, with a purpose."""

    consult_id: UUID
    code: str
    sent_at: datetime
    state: State
    urgency: Urgency
    specialty: Specialty
    station: FacilityRef
    hospital: FacilityRef
    requester: PersonRef
    patient_mask: str
    subject: Subject
    question: str
    masked: bool = Field(description="True: a restricted label hides the words from who does not treat.")
    on_duty: PersonRef | None = Field(description="Who the roster named first when it was sent.")
    rung: list[RungRef]
    answered_by: PersonRef | None
    wait_ms: int | None = Field(description="From sent to the first clinician's answer; null while nobody answered.")
    answer_due_ms: int
    call_ms: int | None
    outcomes: list[Outcome]
    decision: Choice | None
    referral_id: UUID | None
    referral_number: str | None
    referral_state: ReferralState | None
    minutes_state: MinutesState | None
    verdict: Verdict
    cause: Cause | None = Field(description="What its last call, or that it came to none, is put down to.")
    cause_side: Literal["station", "hospital"] | None


class LogTotals(ApiModel):
    """Over the whole filter, not the page."""

    consults: int
    answered: int
    wait_median_ms: int | None
    wait_p90_ms: int | None
    referred: int
    concluded: int
    signed_in_time: int
    by_day: list["DayCount"]
    views: dict[str, int]


class DayCount(ApiModel):
    day: date
    consults: int
    answered_in_time: int


class LogPage(ApiModel):
    rows: list[LogRow]
    totals: LogTotals
    newer: str | None
    older: str | None


class TimelineEntry(ApiModel):
    """One fact. `kind` is the event's own name; the words are the browser's."""

    at: datetime
    offset_ms: int
    phase: Literal["ring", "room", "after"]
    kind: str
    person: PersonRef | None
    params: dict[str, str]


class LinkPoint(ApiModel):
    at: datetime
    side: Literal["station", "hospital"]
    out_kbps: int | None
    rtt_ms: int | None
    loss_pct: float | None
    in_kbps: int | None = None
    up_kbps: int | None = None
    out_loss_pct: float | None = None
    concealed_pct: float | None = None
    jitter_ms: int | None = None
    delay_ms: int | None = None
    fps: int | None = None
    freezes: int | None = None
    rung: Rung | None = None
    path: LinkPath | None = None
    kbytes: int | None = None


class CallVerdict(ApiModel):
    """What one call is put down to; number 0: that it never came to one. Derived, never typed."""

    number: int
    cause: Cause
    side: Literal["station", "hospital"] | None
    facts: dict[str, int] = Field(description="What it was drawn from: seconds of each trouble, kB, drops.")
    at: datetime


class PaperRef(ApiModel):
    kind: Literal["minutes", "referral"]
    id: UUID
    number: str | None
    state: str


class Timeline(ApiModel):
    row: LogRow
    entries: list[TimelineEntry]
    link: list[LinkPoint]
    verdicts: list[CallVerdict]
    participants: list["WhyHere"]
    papers: list[PaperRef]


class WhyHere(ApiModel):
    person: PersonRef
    facility: FacilityRef
    role: Literal["requester", "chair", "rung"]
    why: Why | None
    tier: Tier | None
    shift_starts_at: datetime | None
    shift_ends_at: datetime | None
    roster_version: int | None
