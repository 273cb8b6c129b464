"""What the edge says of consults, rings and calls. Summaries never carry a patient's name."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Label, LinkPath, Rung, Sex, Specialty, Urgency
from telemed.schedules import Phone
from telemed.sessions import texts
from telemed.sessions.calls import CallState
from telemed.sessions.model import (
    Allergy,
    Answer,
    CaseType,
    ConsentDecision,
    ConsentGround,
    Purpose,
    Representative,
    Sharing,
    State,
    Why,
)
from telemed.sessions.vitals import Level
from telemed.sessions.wire_handovers import HandoverLine
from telemed.sessions.wire_ladders import Ladder, StepAhead
from telemed.sessions.wire_phone_advice import PhoneAdviceView, PhoneNoteView
from telemed.sessions.wire_safety import AllergyLine, Answers, IcdCode, IdentityLine, TemplateRef

Line = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Field(max_length=4000)]
Labels = Annotated[list[Label], Field(max_length=len(Label))]


class Vitals(ApiModel):
    """One set of vital signs. Outside the hard range of `domain.md` 6.5 nothing is taken: it cannot be true."""

    id: UUID
    taken_at: AwareDatetime
    pulse: Annotated[int | None, Field(ge=20, le=300)] = None
    temperature: Annotated[Decimal | None, Field(ge=25, le=45, decimal_places=1)] = None
    systolic: Annotated[int | None, Field(ge=40, le=300)] = None
    diastolic: Annotated[int | None, Field(ge=20, le=200)] = None
    respiration: Annotated[int | None, Field(ge=3, le=120)] = None
    spo2: Annotated[int | None, Field(ge=30, le=100)] = None
    on_oxygen: bool | None = None
    weight: Annotated[Decimal | None, Field(gt=0, ge=Decimal("0.3"), le=300, decimal_places=2)] = None
    height: Annotated[int | None, Field(ge=20, le=250)] = None
    gcs: Annotated[int | None, Field(ge=3, le=15)] = None
    glucose: Annotated[Decimal | None, Field(ge=Decimal("0.5"), le=60, decimal_places=1)] = None

    @model_validator(mode="after")
    def _systolic_above(self) -> "Vitals":
        if self.systolic is not None and self.diastolic is not None and self.systolic <= self.diastolic:
            raise PydanticCustomError("systolic_not_above_diastolic", "Systolic must be above diastolic")
        return self


class VitalAlert(ApiModel):
    """A value outside its age's band; `low`/`high` are the band's edges."""

    item: str
    level: Level
    value: Decimal
    low: Decimal | None
    high: Decimal | None


class VitalsView(Vitals):
    taken_by: PersonRef
    alerts: list[VitalAlert]


class Subject(ApiModel):
    """Who it is about, without a name: this much may ring."""

    sex: Sex = Sex.UNKNOWN
    age_months: Annotated[int | None, Field(ge=0, le=1560)] = None
    age_estimated: bool = False


class ConsentWord(ApiModel):
    """What the patient, or who speaks for them, said about one purpose (`domain.md` 4.4). Never pre-ticked."""

    purpose: Purpose
    decision: ConsentDecision
    ground: ConsentGround = Field(description="`emergency`: not asked, to protect life; of `share` alone.")
    given_by: Line = Field(default="", description="Who said it. Needed of a representative.")
    representative: Representative | None = Field(
        default=None, description="As whom they speak; needed for a minor and for an unconscious patient."
    )
    relation: Line = ""
    child_agreed: bool | None = Field(default=None, description="The child's own answer, from 7 years.")
    reason: Line = Field(default="", description="Why without asking: needed when the ground is `emergency`.")
    interpreter: Line = Field(default="", description="Who put it into the patient's language.")
    text_version: str = Field(max_length=20, description="Which text was read aloud (`GET /api/consent-texts`).")


class ConsentView(ConsentWord):
    at: datetime
    recorded_by: PersonRef = Field(description="With the ground `emergency`: the clinician who confirms it.")
    text_sha256: str | None = Field(description="Of the text that was read; null where it was not kept yet.")


class ConsentLine(ApiModel):
    """The last word about one purpose, without a name."""

    purpose: Purpose
    decision: ConsentDecision
    ground: ConsentGround
    at: datetime


class ConsentText(ApiModel):
    """`{hospital}` in the words stands for the one that is asked."""

    purpose: Purpose
    vi: str
    en: str
    sha256: str


class ConsentTexts(ApiModel):
    version: str
    texts: list[ConsentText]


class Consent(ApiModel):
    """Agreement to share the case, in short: a `ConsentWord` of `share`, given, says the same and more."""

    ground: ConsentGround
    given_by: Line = Field(
        default="", description="Who agreed: the patient, or the representative's name and relation."
    )
    reason: Line = Field(default="", description="Why without consent: asked for when the ground is `emergency`.")
    text_version: str = Field(default=texts.CURRENT, max_length=20)


class RequestFields(ApiModel):
    """The request's own words. Nothing here is needed by `stat` but a reason or a case type."""

    case_type: CaseType = CaseType.OTHER
    subject: Subject = Subject()
    reason: Line = ""
    question: Annotated[str, Field(max_length=1000)] = ""
    history: Text = ""
    past_history: Text = ""
    examination: Text = ""
    working_diagnosis: Annotated[str, Field(max_length=500)] = ""
    treatment_given: Text = ""
    onset_at: AwareDatetime | None = None
    pregnant: bool | None = None
    allergy: Allergy = Allergy.UNASKED
    allergies: Annotated[str, Field(max_length=500)] = ""
    icd_code: IcdCode = ""
    template: TemplateRef | None = Field(default=None, description="What `answers` answer; null: the newest.")
    answers: Answers = {}


class NewConsult(ApiModel):
    """`send` rings at once (the emergency form does it in this one PUT); otherwise it stays a draft."""

    station_id: UUID
    urgency: Urgency
    specialty: Specialty
    answer: Answer = Answer.CALL
    patient_id: UUID | None = None
    request: RequestFields
    vitals: Annotated[list[Vitals], Field(max_length=20)] = []
    consent: Consent | None = None
    consents: Annotated[list[ConsentWord], Field(max_length=8)] = []
    labels: Labels = []
    without: Line = Field(default="", description="Why it is sent without all that its kind of case needs.")
    send: bool = False
    practice: bool = Field(default=False, description="Rings for training and is never counted; about no patient.")
    written_at: AwareDatetime | None = Field(default=None, description="When it was finished without a link.")


class ConsultChange(ApiModel):
    """Only what is given changes. `seen_version` is the version the screen saw.

    Fields are merged one by one: two people changing different fields both win; the same field
    changed since `seen_version` is refused with `stale`, and nothing of the command is taken.
    """

    seen_version: int
    patient_id: UUID | None = None
    urgency: Urgency | None = Field(default=None, description="May only rise once sent.")
    specialty: Specialty | None = None
    answer: Answer | None = None
    request: dict[
        Literal[
            "reason",
            "question",
            "history",
            "past_history",
            "examination",
            "working_diagnosis",
            "treatment_given",
            "allergies",
        ],
        Text,
    ] = {}
    subject: Subject | None = None
    case_type: CaseType | None = None
    allergy: Allergy | None = None
    icd_code: IcdCode | None = None
    template: TemplateRef | None = None
    answers: Answers = {}
    without: Line | None = None
    vitals: Vitals | None = None
    consent: Consent | None = None
    labels: Labels | None = Field(default=None, description="All that hold from now; only some may take one away.")


class Reason(ApiModel):
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class Decline(ApiModel):
    """`wrong_specialty` sends it to another specialty at once; the patient's clock goes on."""

    reason: Literal["busy", "operating", "absent", "wrong_specialty", "other"]
    note: Line = ""
    specialty: Specialty | None = None


class AcceptCommand(ApiModel):
    answer: Answer | None = Field(
        default=None, description="`written` takes the case and answers in writing; not for stat."
    )


class ScheduleCommand(ApiModel):
    at: AwareDatetime


class PhoneCall(ApiModel):
    """What was said by telephone when nobody answered the rings."""

    number: Annotated[str, Field(max_length=20)]
    spoke_with: Line
    advice: Text
    said_at: AwareDatetime | None = Field(default=None, description="When, if it was kept without a link.")


class ParticipantView(ApiModel):
    person: PersonRef
    facility: FacilityRef
    side: Literal["station", "hospital"]
    joined_at: datetime
    left_at: datetime | None
    linked: bool


class CallView(ApiModel):
    id: UUID
    number: int
    state: CallState
    opened_at: datetime
    live_at: datetime | None
    ended_at: datetime | None
    participants: list[ParticipantView]
    identity: list[IdentityLine] = Field(description="The last word of each side: is it the right patient?")


class ConsultSummary(ApiModel):
    """What lists, rings and live frames show. No name of the patient."""

    id: UUID
    code: str
    version: int
    request_version: int = Field(description="When the request itself last changed: below it a detail read is current.")
    state: State
    urgency: Urgency
    specialty: Specialty
    answer: Answer
    case_type: CaseType
    station: FacilityRef
    hospital: FacilityRef
    requester: PersonRef
    specialist: PersonRef | None
    patient_id: UUID | None
    subject: Subject
    reason: str
    question: str
    created_at: datetime
    sent_at: datetime | None
    accepted_at: datetime | None
    answer_due_at: datetime | None = Field(description="When the target for a first answer ends (`domain.md` 4.3).")
    returned_question: str | None
    scheduled_at: datetime | None
    concluded_at: datetime | None
    closed_at: datetime | None
    ladder: Ladder
    call: CallView | None
    alerts: list[VitalAlert]
    phones: list[Phone]
    sharing: Sharing
    consents: list[ConsentLine] = Field(description="The last word about each purpose; empty for who does not treat.")
    labels: list[Label] = Field(description="What hides the diagnosis from who does not treat.")
    masked: bool = Field(description="True: it has a restricted label and the asker does not treat; no words are told.")
    practice: bool = Field(description="Rung for training; to be marked wherever it is shown.")
    answering: FacilityRef | None = Field(description="The taker's own hospital, where it is another than `hospital`.")
    handover: HandoverLine | None = Field(description="The last time somebody asked another to take the case over.")
    allergy: AllergyLine = Field(description="What the patient cannot bear, here or of an earlier consult.")
    vitals_at: datetime | None = Field(description="When the newest vital signs were taken.")
    vitals_asked: bool = Field(description="They are older than 15 minutes while it waits: to be taken again.")
    red_flags: list[str] = Field(description="What speaks for `stat`: `question.<id>`, `vital.<item>`.")


class ConsultDetail(ApiModel):
    summary: ConsultSummary
    request: RequestFields
    vitals: list[VitalsView]
    consents: list[ConsentView] = Field(description="All that was ever said, oldest first.")
    phone_notes: list[PhoneNoteView] = Field(description="What the station kept of telephone calls, oldest first.")
    phone_advices: list[PhoneAdviceView] = Field(description="What the hospital advised by telephone, for who treats.")
    cancel_reason: str | None
    lacking: list[str] = Field(description="What its kind of case needs and is not there: `vital.<field>`, …")
    without: str = Field(description="Why it was sent without it.")
    lacked: list[str] = Field(description="What was lacking when it was sent.")
    icd_list: str | None
    previous: list[ConsultSummary] = Field(description="Earlier consults of the same patient, newest first, at most 5.")


class ConsultList(ApiModel):
    consults: list[ConsultSummary]


class RingCard(ApiModel):
    """One open ring of the one who asks."""

    ring_id: UUID
    consult: ConsultSummary
    why: Why
    step: int
    started_at: datetime
    deadline_at: datetime
    silent: bool = Field(description="Routine cases wait in the lane without sound.")
    in_call: bool = Field(description="The person is in a call now; a second stat case rings all the same.")
    after_me: list[StepAhead] = Field(description="Who is rung next, and when, if nobody takes it.")


class RingList(ApiModel):
    rings: list[RingCard]


Milliseconds = Annotated[int | None, Field(ge=0, le=60_000)]
Kbps = Annotated[int | None, Field(ge=0, le=100_000)]
Percent = Annotated[float | None, Field(ge=0, le=100)]


class Measurement(ApiModel):
    """One look at a browser's link in a call; sent every 5 s, droppable. What the browser cannot tell is null."""

    rtt_ms: Milliseconds = None
    out_kbps: Kbps = None
    in_kbps: Kbps = None
    loss_pct: Percent = Field(default=None, description="Of what came in.")
    fps: Annotated[int | None, Field(ge=0, le=240)] = None
    concealed_pct: Percent = Field(default=None, description="Of the voice heard: made up, because it did not come.")
    jitter_ms: Milliseconds = None
    delay_ms: Milliseconds = Field(default=None, description="What the jitter buffer adds before it is heard.")
    out_loss_pct: Percent = Field(default=None, description="Of what was sent, as the other side reports it.")
    freezes: Annotated[int | None, Field(ge=0, le=1000)] = Field(default=None, description="Since the last look.")
    up_kbps: Kbps = Field(default=None, description="What the browser believes its way up would carry.")
    rung: Rung | None = Field(default=None, description="What this side is on.")
    path: LinkPath | None = None
    kbytes: Annotated[int | None, Field(ge=0, le=1_000_000)] = Field(
        default=None, description="1,000 bytes, both ways, since the last look that was sent."
    )
    server_ms: Milliseconds = Field(
        default=None, description="To the server and back by the socket: tells whose own line is slow."
    )
