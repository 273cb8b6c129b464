"""A consult with its rings: every state, every transition. Pure: returns the new case and the facts, or raises.

The case is the whole aggregate: what two people can decide together is decided here, on values, under the row lock
that the service holds. Time comes in as `now`, people who can be rung as a `Roster`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, FacilityId, LadderId, PatientId, RingId, RotationId, ShiftId, UserId
from telemed.kernel.values import Label, Sex, Specialty, Tier, Urgency
from telemed.sessions.model_timers import DEFAULT_TIMERS as DEFAULT_TIMERS  # noqa: PLC0414 - seen from here too
from telemed.sessions.model_timers import WORKING_DAY as WORKING_DAY  # noqa: PLC0414 - seen from here too
from telemed.sessions.model_timers import Timers as Timers  # noqa: PLC0414 - seen from here too


class State(StrEnum):
    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    SCHEDULED = "scheduled"
    CONCLUDED = "concluded"
    TRANSFERRED = "transferred"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


OPEN = frozenset(
    {State.WAITING, State.RETURNED, State.ACCEPTED, State.SCHEDULED, State.CONCLUDED, State.TRANSFERRED, State.DRAFT}
)
TAKEN = frozenset({State.ACCEPTED, State.SCHEDULED})


class Answer(StrEnum):
    CALL = "call"
    WRITTEN = "written"


class CaseType(StrEnum):
    """What the station meets most (`domain.md` 4.7)."""

    CHILD_FEVER = "child_fever"
    CHRONIC = "chronic"
    OBSTETRIC = "obstetric"
    STROKE = "stroke"
    CHEST_PAIN = "chest_pain"
    TRAUMA = "trauma"
    POISONING = "poisoning"
    SKIN = "skin"
    DYSPNOEA = "dyspnoea"
    SEIZURE = "seizure"
    SHOCK = "shock"
    NEWBORN = "newborn"
    TB = "tb"
    FEVER_CLUSTER = "fever_cluster"
    OTHER = "other"


class Allergy(StrEnum):
    """Whether the patient was asked what they cannot bear; of `SOME` the words say what."""

    UNASKED = "unasked"
    NONE = "none"
    SOME = "some"


class ConsentGround(StrEnum):
    SPOKEN = "spoken"
    SIGNED = "signed"
    RELATIVE = "relative"
    EMERGENCY = "emergency"


class Purpose(StrEnum):
    """What is asked of the patient, each apart (`domain.md` 4.4)."""

    SHARE = "share"
    """The case goes to the hospital."""
    VIDEO = "video"
    PHOTO = "photo"
    RECORDING = "recording"


class ConsentDecision(StrEnum):
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Representative(StrEnum):
    """Who speaks for a patient who cannot: one at a time, of the kinds of Law 15/2023 Art. 8.2."""

    CHOSEN_BY_PATIENT = "chosen_by_patient"  # a
    CHOSEN_BY_FAMILY = "chosen_by_family"  # b
    STATUTORY = "statutory"  # c: parent, guardian
    AUTHORISED = "authorised"  # c: by the patient's own written word
    LEGAL_ENTITY = "legal_entity"  # d
    VOLUNTEER = "volunteer"  # đ


class Sharing(StrEnum):
    """Whether the hospital may have the case: the patient's last word on it."""

    UNASKED = "unasked"
    GIVEN = "given"
    EMERGENCY = "emergency"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class RingState(StrEnum):
    RINGING = "ringing"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MISSED = "missed"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


class StepKind(StrEnum):
    """One rung of the ladder: whom it rings."""

    FIRST = "first"  # on shift, first call
    SECOND = "second"  # on shift, second call
    SPECIALTY = "specialty"  # everyone of the specialty at the hospital, at once
    HEAD = "head"
    LEADER = "leader"  # trực lãnh đạo


class Why(StrEnum):
    """Why this person was rung; stored with the ring, never rewritten."""

    SHIFT = "shift"
    ON_CALL = "on_call"
    HEAD = "head"
    MANUAL = "manual"


LADDER: tuple[StepKind, ...] = (
    StepKind.FIRST,
    StepKind.SECOND,
    StepKind.SPECIALTY,
    StepKind.HEAD,
    StepKind.LEADER,
)


class WrongState(DomainError):
    """The consult is no longer in a state that allows this."""

    kind, code = Kind.CONFLICT, "consult.wrong_state"


class AlreadyAccepted(DomainError):
    """Another specialist took this consult first."""

    kind, code = Kind.CONFLICT, "consult.already_accepted"


class StatNeedsVoice(DomainError):
    """An emergency is answered by voice: neither in writing, nor sent back, nor put off."""

    kind, code = Kind.CONFLICT, "consult.stat_needs_voice"


class UrgencyOnlyRises(DomainError):
    """Urgency may be raised, never lowered."""

    kind, code = Kind.CONFLICT, "consult.urgency_only_rises"


class Incomplete(DomainError):
    """The request lacks something the hospital needs to answer."""

    kind, code = Kind.INVALID, "consult.incomplete"


class PracticeOnly(DomainError):
    """Only a practice case can be ended like this."""

    kind, code = Kind.CONFLICT, "consult.not_practice"


class PracticeHasNone(DomainError):
    """A practice case is about nobody: it has no patient, no decision, no referral and no signed paper."""

    kind, code = Kind.CONFLICT, "consult.practice"


class OwnCase(DomainError):
    """The one who asked cannot also answer."""

    kind, code = Kind.DENIED, "consult.own_case"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone a step may ring, as things stand now."""

    user: UserId
    why: Why
    tier: Tier | None = None
    shift: ShiftId | None = None
    reachable: bool = True
    in_call: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    sex: Sex = Sex.UNKNOWN
    age_months: int | None = None
    age_estimated: bool = False


@dataclass(frozen=True, slots=True)
class TemplateRef:
    """Which template, in which version, the answers answer."""

    id: str
    version: int


@dataclass(frozen=True, slots=True)
class Request:
    """The request's own words."""

    case_type: CaseType = CaseType.OTHER
    subject: Subject = Subject()
    reason: str = ""
    question: str = ""
    history: str = ""
    past_history: str = ""
    examination: str = ""
    working_diagnosis: str = ""
    treatment_given: str = ""
    onset_at: datetime | None = None
    pregnant: bool | None = None
    allergy: Allergy = Allergy.UNASKED
    allergies: str = ""
    icd_code: str = ""
    """Of the working diagnosis; may stay empty: a y sĩ may not know it."""
    template: TemplateRef | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    """By the id of the template's question."""


@dataclass(frozen=True, slots=True)
class Consent:
    ground: ConsentGround
    given_by: str
    reason: str
    text_version: str
    """Which text was read aloud."""
    recorded_by: UserId
    """With the ground `emergency`: the clinician who confirms it."""
    recorded_at: datetime
    purpose: Purpose = Purpose.SHARE
    decision: ConsentDecision = ConsentDecision.GIVEN
    representative: Representative | None = None
    relation: str = ""
    child_agreed: bool | None = None
    text_sha256: bytes | None = None
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class Consult:
    id: ConsultId
    code: str
    station: FacilityId
    hospital: FacilityId
    requester: UserId
    urgency: Urgency
    specialty: Specialty
    answer: Answer
    request: Request
    created_at: datetime
    patient: PatientId | None = None
    consent: Consent | None = None
    """The last word about sharing the case; of every purpose: `store.consents`."""
    state: State = State.DRAFT
    version: int = 1
    field_versions: Mapping[str, int] = field(default_factory=dict)
    sent_at: datetime | None = None  # the patient's clock; never restarts
    answer_due_at: datetime | None = None
    expires_at: datetime | None = None
    round: int = 0
    ladder_ended_at: datetime | None = None
    specialist: UserId | None = None
    accepted_at: datetime | None = None
    first_answer_at: datetime | None = None
    taker_absent_since: datetime | None = None
    returned_at: datetime | None = None
    returned_question: str | None = None
    hospital_paused: timedelta = timedelta(0)
    scheduled_at: datetime | None = None
    concluded_at: datetime | None = None
    closed_at: datetime | None = None
    cancel_reason: str | None = None
    labels: frozenset[Label] = frozenset()
    """What hides the diagnosis from who does not treat."""
    sharing: Sharing = Sharing.UNASKED
    team: frozenset[UserId] = frozenset()
    """Who may still open it because they were asked about it or answered it; read with it, kept in `care_team`."""
    ladder: LadderId | None = None
    """Whom it rings in which order, as it was when it was sent. None: the built-in ladder."""
    practice: bool = False
    """Rings for training: about nobody, on no paper, in no count."""
    rotation: RotationId | None = None
    """By which posting the one who asked works at the station."""
    answering: FacilityId | None = None
    """The taker's own hospital, where it is another than the one that was asked."""
    icd_list: str | None = None
    """Which list the working diagnosis's code is of; an old code is never rewritten."""
    without: str = ""
    """Why it was sent without all that its kind of case needs; the specialist reads it."""
    lacked: tuple[str, ...] = ()
    """What it lacked when it was sent."""
    vitals_at: datetime | None = None
    """When its newest vital signs were taken."""
    vitals_asked_at: datetime | None = None
    """When the machine last asked for new ones; see `staleness.py`."""

    @property
    def answers_from(self) -> FacilityId:
        """The hospital of whoever took it."""
        return self.answering or self.hospital


@dataclass(frozen=True, slots=True)
class Ring:
    """One attempt to reach one person at one step (or, `skipped`, the reason why nobody was)."""

    id: RingId
    consult: ConsultId
    round: int
    step: int
    step_kind: StepKind
    state: RingState
    started_at: datetime
    user: UserId | None = None
    why: Why | None = None
    tier: Tier | None = None
    shift: ShiftId | None = None
    roster_version: int | None = None
    """Of the roster in force there and then, also where nobody was rung."""
    deadline_at: datetime | None = None
    ended_at: datetime | None = None
    note: str | None = None
    hospital: FacilityId | None = None
    """Where the step looked; None of older rings: at the consult's hospital."""
    ladder: LadderId | None = None
    """None: the built-in one."""


@dataclass(frozen=True, slots=True)
class PhoneNote:
    id: UUID
    at: datetime
    by: UserId
    number: str
    spoke_with: str
    advice: str
