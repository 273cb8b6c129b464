"""Facts about consults, rings and calls, in the past tense. Each is one row of the consult's history."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from telemed.infra.events import Event
from telemed.kernel.ids import CallId, CameraId, FacilityId, HandoverId, RingId, ShiftId, UserId
from telemed.kernel.values import Specialty, Urgency


@dataclass(frozen=True, slots=True)
class ConsultDrafted(Event):
    kind: ClassVar[str] = "consult_drafted"
    written_at: datetime | None = None
    """When it was finished at a station without a link; None: as it came."""


@dataclass(frozen=True, slots=True)
class ConsultSent(Event):
    kind: ClassVar[str] = "consult_sent"
    urgency: Urgency
    specialty: Specialty
    again: bool = False
    """True: sent again after the hospital asked for more."""


@dataclass(frozen=True, slots=True)
class ConsultChanged(Event):
    """The request's own fields changed (never their content here)."""

    kind: ClassVar[str] = "consult_changed"
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentRecorded(Event):
    """What the patient said about one purpose; by whom and why stands with the consent, behind its wall."""

    kind: ClassVar[str] = "consent_recorded"
    purpose: str
    decision: str
    ground: str


@dataclass(frozen=True, slots=True)
class UrgencyRaised(Event):
    kind: ClassVar[str] = "urgency_raised"
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class RingStarted(Event):
    kind: ClassVar[str] = "ring_started"
    ring: RingId
    user: UserId
    step: int
    step_kind: str
    why: str
    shift: ShiftId | None
    roster_version: int | None
    deadline_at: datetime
    hospital: FacilityId | None = None
    ladder: int = 0
    """The number of the ladder's version; 0: the built-in one."""


@dataclass(frozen=True, slots=True)
class RingEnded(Event):
    kind: ClassVar[str] = "ring_ended"
    ring: RingId
    user: UserId
    outcome: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StepSkipped(Event):
    kind: ClassVar[str] = "step_skipped"
    step: int
    step_kind: str
    reason: str
    hospital: FacilityId | None = None
    ladder: int = 0


@dataclass(frozen=True, slots=True)
class LadderEnded(Event):
    """Nobody is left to ring in this round: phones are shown, transfer is offered."""

    kind: ClassVar[str] = "ladder_ended"
    round: int


@dataclass(frozen=True, slots=True)
class LadderRestarted(Event):
    kind: ClassVar[str] = "ladder_restarted"
    round: int


@dataclass(frozen=True, slots=True)
class ConsultAccepted(Event):
    kind: ClassVar[str] = "consult_accepted"
    user: UserId
    why: str
    shift: ShiftId | None
    roster_version: int | None
    answer: str


@dataclass(frozen=True, slots=True)
class ConsultReleased(Event):
    """The taker gave it back or never came: it waits again, the patient's clock never stopped."""

    kind: ClassVar[str] = "consult_released"
    user: UserId
    reason: str


@dataclass(frozen=True, slots=True)
class ConsultReturned(Event):
    kind: ClassVar[str] = "consult_returned"
    user: UserId


@dataclass(frozen=True, slots=True)
class SpecialtyChanged(Event):
    kind: ClassVar[str] = "specialty_changed"
    specialty: Specialty


@dataclass(frozen=True, slots=True)
class ConsultScheduled(Event):
    kind: ClassVar[str] = "consult_scheduled"
    scheduled_at: datetime


@dataclass(frozen=True, slots=True)
class ConsultCancelled(Event):
    kind: ClassVar[str] = "consult_cancelled"
    user: UserId


@dataclass(frozen=True, slots=True)
class ConsultTransferred(Event):
    kind: ClassVar[str] = "consult_transferred"
    user: UserId


@dataclass(frozen=True, slots=True)
class ConsultExpired(Event):
    kind: ClassVar[str] = "consult_expired"


@dataclass(frozen=True, slots=True)
class ConsultConcluded(Event):
    kind: ClassVar[str] = "consult_concluded"
    user: UserId


@dataclass(frozen=True, slots=True)
class ConsultClosed(Event):
    kind: ClassVar[str] = "consult_closed"


@dataclass(frozen=True, slots=True)
class PhoneCallLogged(Event):
    kind: ClassVar[str] = "phone_call_logged"
    user: UserId
    said_at: datetime | None = None
    """When they spoke, where it was kept without a link and came later."""


@dataclass(frozen=True, slots=True)
class PhoneAdviceGiven(Event):
    """The hospital wrote down what it advised a station without a link; which case that is shows when it comes."""

    kind: ClassVar[str] = "phone_advice_given"
    advice: UUID


@dataclass(frozen=True, slots=True)
class PhoneAdviceJoined(Event):
    """The two halves of a telephone call found each other by the code that was read out."""

    kind: ClassVar[str] = "phone_advice_joined"
    advice: UUID
    user: UserId
    given_at: datetime


@dataclass(frozen=True, slots=True)
class CallOpened(Event):
    kind: ClassVar[str] = "call_opened"
    call: CallId
    number: int


@dataclass(frozen=True, slots=True)
class ParticipantJoined(Event):
    kind: ClassVar[str] = "participant_joined"
    call: CallId
    user: UserId
    again: bool = False


@dataclass(frozen=True, slots=True)
class ParticipantLeft(Event):
    kind: ClassVar[str] = "participant_left"
    call: CallId
    user: UserId
    by_choice: bool = False


@dataclass(frozen=True, slots=True)
class CallLive(Event):
    kind: ClassVar[str] = "call_live"
    call: CallId
    again: bool = False


@dataclass(frozen=True, slots=True)
class CallInterrupted(Event):
    kind: ClassVar[str] = "call_interrupted"
    call: CallId


@dataclass(frozen=True, slots=True)
class CallEnded(Event):
    kind: ClassVar[str] = "call_ended"
    call: CallId
    user: UserId | None


@dataclass(frozen=True, slots=True)
class RingDelivered(Event):
    """A ring came further on one channel, or could not be sent by it."""

    kind: ClassVar[str] = "ring_delivered"
    ring: RingId
    user: UserId
    channel: str
    state: str
    error: str | None = None


@dataclass(frozen=True, slots=True)
class RingTested(Event):
    """“Vào ca trực” tries every channel of whoever confirmed the shift."""

    kind: ClassVar[str] = "ring_tested"
    shift: ShiftId
    user: UserId


@dataclass(frozen=True, slots=True)
class PracticeEnded(Event):
    """A case rung for training is over; nothing of it counts."""

    kind: ClassVar[str] = "practice_ended"
    user: UserId


@dataclass(frozen=True, slots=True)
class HandoverDue(Event):
    """The holder's shift is over and the case is not: somebody should ask the relief. Told once per case and shift."""

    kind: ClassVar[str] = "handover_due"
    user: UserId
    shift: ShiftId
    relief: UserId | None


@dataclass(frozen=True, slots=True)
class HandoverOffered(Event):
    """The holder asks the relief to take the case; the words stand with the handover, behind its wall."""

    kind: ClassVar[str] = "handover_offered"
    handover: HandoverId
    user: UserId
    to: UserId


@dataclass(frozen=True, slots=True)
class HandoverTaken(Event):
    kind: ClassVar[str] = "handover_taken"
    handover: HandoverId
    user: UserId
    giver: UserId


@dataclass(frozen=True, slots=True)
class HandoverRefused(Event):
    kind: ClassVar[str] = "handover_refused"
    handover: HandoverId
    user: UserId
    giver: UserId


@dataclass(frozen=True, slots=True)
class HandoverWithdrawn(Event):
    """By who offered it, or because the case left their hands otherwise."""

    kind: ClassVar[str] = "handover_withdrawn"
    handover: HandoverId
    user: UserId
    to: UserId


@dataclass(frozen=True, slots=True)
class SecondCameraMoved(Event):
    """A phone was let in by code, came, offers its picture, or is out."""

    kind: ClassVar[str] = "second_camera_moved"
    call: CallId
    camera: CameraId
    state: str


@dataclass(frozen=True, slots=True)
class RelayNeeded(Event):
    """Nothing but the relay came through from where this person sits."""

    kind: ClassVar[str] = "relay_needed"
    call: CallId
    user: UserId
    facility: FacilityId


@dataclass(frozen=True, slots=True)
class VitalsAsked(Event):
    """The vital signs of an emergency that waits are older than 15 minutes: the machine asks for new ones."""

    kind: ClassVar[str] = "vitals_asked"


@dataclass(frozen=True, slots=True)
class IdentityChecked(Event):
    """One end of a call compared two identifiers of the patient; which ones stands behind the case's wall."""

    kind: ClassVar[str] = "identity_checked"
    call: CallId
    user: UserId
    side: str
    matches: bool
