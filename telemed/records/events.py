"""Facts about patients, minutes, decisions and referrals, in the past tense: ids and codes, never what was written."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from telemed.infra.events import Event
from telemed.kernel.ids import DrawingId, FacilityId, FileId, FollowUpId, MinutesId, PatientId, ReferralId, UserId

__all__ = ["Event"]


@dataclass(frozen=True, slots=True)
class PatientChanged(Event):
    kind: ClassVar[str] = "patient_changed"
    patient: PatientId
    version: int


@dataclass(frozen=True, slots=True)
class MinutesOpened(Event):
    kind: ClassVar[str] = "minutes_opened"
    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class MinutesFieldChanged(Event):
    """One field has a new text. `unsigned` = how many signatures this took away."""

    kind: ClassVar[str] = "minutes_field_changed"
    minutes: MinutesId
    field: str
    version: int
    user: UserId
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class OpinionAdded(Event):
    kind: ClassVar[str] = "opinion_added"
    minutes: MinutesId
    opinion: UUID
    user: UserId
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class MinutesConcluded(Event):
    """The conclusion is whole and confirmed; the lines may be signed."""

    kind: ClassVar[str] = "minutes_concluded"
    minutes: MinutesId
    user: UserId


@dataclass(frozen=True, slots=True)
class MinutesSigned(Event):
    kind: ClassVar[str] = "minutes_signed"
    minutes: MinutesId
    line: str
    user: UserId


@dataclass(frozen=True, slots=True)
class ConclusionReadBack(Event):
    """One item was read out, and one side says that it is as it was meant."""

    kind: ClassVar[str] = "conclusion_read_back"
    minutes: MinutesId
    field: str
    user: UserId


@dataclass(frozen=True, slots=True)
class MinutesCorrected(Event):
    """A further edition of signed minutes is being written; the signed one stays in force meanwhile."""

    kind: ClassVar[str] = "minutes_corrected"
    minutes: MinutesId
    edition: int
    user: UserId


@dataclass(frozen=True, slots=True)
class MinutesDiscarded(Event):
    """A further edition was given up before it was signed by all; the signed one stays in force."""

    kind: ClassVar[str] = "minutes_discarded"
    minutes: MinutesId
    edition: int
    user: UserId


@dataclass(frozen=True, slots=True)
class MinutesSealed(Event):
    """The facility's key has sealed the printed minutes."""

    kind: ClassVar[str] = "minutes_sealed"
    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class MinutesLocked(Event):
    """Signed on all lines and numbered: it never changes again."""

    kind: ClassVar[str] = "minutes_locked"
    minutes: MinutesId


@dataclass(frozen=True, slots=True)
class DecisionRecorded(Event):
    kind: ClassVar[str] = "decision_recorded"
    decision: UUID
    choice: str
    user: UserId


@dataclass(frozen=True, slots=True)
class DecisionCorrected(Event):
    """The station decided anew, with a reason; what it decided before stays beside."""

    kind: ClassVar[str] = "decision_corrected"
    decision: UUID
    choice: str
    user: UserId


@dataclass(frozen=True, slots=True)
class ReferralDrafted(Event):
    """`to`: the place that expects somebody already on the road."""

    kind: ClassVar[str] = "referral_drafted"
    referral: ReferralId
    user: UserId
    to: FacilityId | None = None


@dataclass(frozen=True, slots=True)
class ReferralChanged(Event):
    kind: ClassVar[str] = "referral_changed"
    referral: ReferralId
    version: int
    user: UserId


@dataclass(frozen=True, slots=True)
class ReferralSigned(Event):
    kind: ClassVar[str] = "referral_signed"
    referral: ReferralId
    user: UserId


@dataclass(frozen=True, slots=True)
class ReferralSent(Event):
    """`to` is the place it goes to; `people` are those on duty there, to be told."""

    kind: ClassVar[str] = "referral_sent"
    referral: ReferralId
    user: UserId
    to: FacilityId | None = None
    people: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralMoved(Event):
    """A step on the way or of the answer (`ReferralStep`); `people` of both ends are told, but for who did it."""

    kind: ClassVar[str] = "referral_moved"
    referral: ReferralId
    step: str
    user: UserId
    station: FacilityId
    to: FacilityId
    people: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferralCancelled(Event):
    """`to`: the place that expected the patient."""

    kind: ClassVar[str] = "referral_cancelled"
    referral: ReferralId
    user: UserId
    to: FacilityId | None = None
    people: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpMoved(Event):
    """An appointment was made, is near (`reminded`), or was marked; `people` are told."""

    kind: ClassVar[str] = "follow_up_moved"
    follow_up: FollowUpId
    state: str
    on: date
    station: FacilityId
    people: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class ResultRecorded(Event):
    """How the patient is `day` days after the advice."""

    kind: ClassVar[str] = "result_recorded"
    day: int
    user: UserId


@dataclass(frozen=True, slots=True)
class DebtsOwed(Event):
    """How many papers and answers of a place are overdue this morning; `people` are told. It belongs to no consult."""

    kind: ClassVar[str] = "debts_owed"
    facility: FacilityId
    overdue: int
    day: date
    people: tuple[UserId, ...] = ()


@dataclass(frozen=True, slots=True)
class FileMoved(Event):
    """A picture was asked for, is on its way, is in the record, or was taken back."""

    kind: ClassVar[str] = "file_moved"
    file: FileId
    state: str


@dataclass(frozen=True, slots=True)
class DrawingAdded(Event):
    """Somebody drew on a picture, or took a stroke back."""

    kind: ClassVar[str] = "drawing_added"
    file: FileId
    drawing: DrawingId
    user: UserId
