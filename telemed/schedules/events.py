"""Facts about duty, in the past tense."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from telemed.infra.events import Event
from telemed.kernel.ids import FacilityId, RotationId, ShiftId, SwapId, UserId
from telemed.kernel.values import Specialty, Tier


@dataclass(frozen=True, slots=True)
class ShiftConfirmed(Event):
    """The person is there and has said so."""

    kind: ClassVar[str] = "shift_confirmed"
    shift: ShiftId
    person: UserId
    hospital: FacilityId


@dataclass(frozen=True, slots=True)
class RosterPublished(Event):
    """A hospital's roster has a new version; everyone whose duty it changed is told."""

    kind: ClassVar[str] = "roster_published"
    hospital: FacilityId
    number: int
    by: str
    """What made it, a VersionKind: publish, override, swap or undo."""
    people: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class ShiftUnconfirmed(Event):
    """It began some minutes ago and its person has not said they are there; a first tier's backup is rung beside."""

    kind: ClassVar[str] = "shift_unconfirmed"
    shift: ShiftId
    person: UserId
    hospital: FacilityId
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    armed: bool
    """Whether backups are rung together with this person from now on: only a first tier has any."""
    backups: tuple[UserId, ...]
    heads: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class ShiftEnded(Event):
    """Its hours are over: served (confirmed, or answered), or missed."""

    kind: ClassVar[str] = "shift_ended"
    shift: ShiftId
    person: UserId
    hospital: FacilityId
    specialty: Specialty | None
    tier: Tier
    ends_at: datetime
    served: bool
    relief: UserId | None
    """Who has the same place next."""


@dataclass(frozen=True, slots=True)
class GapAhead(Event):
    """Hours to come without a first tier: told 7, 3 and 1 days before, and when somebody asks for it."""

    kind: ClassVar[str] = "gap_ahead"
    hospital: FacilityId
    specialty: Specialty
    starts_at: datetime
    ends_at: datetime
    state: str
    """The worst of it, a CoverState: empty, unpublished or backup."""
    days: int
    """Local days until it begins; 0 today."""
    heads: tuple[UserId, ...]
    managers: tuple[UserId, ...]
    nudged_by: UserId | None = None
    """Who asked for it now; None: told by itself."""


@dataclass(frozen=True, slots=True)
class RotationEnding(Event):
    """A posting to a station ends within two weeks; told once."""

    kind: ClassVar[str] = "rotation_ending"
    rotation: RotationId
    person: UserId
    hospital: FacilityId
    station: FacilityId
    ends_on: date
    """The first day without."""
    days: int
    heads: tuple[UserId, ...]
    managers: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class SwapProposed(Event):
    """Somebody asks a colleague to take a shift over, or to swap it for one of theirs."""

    kind: ClassVar[str] = "swap_proposed"
    swap: SwapId
    hospital: FacilityId
    by: UserId
    to: UserId
    people: tuple[UserId, ...]
    """Who is told; so in the three that follow."""


@dataclass(frozen=True, slots=True)
class SwapAnswered(Event):
    """The other agreed, and then it waits for the head; or refused; or one of both took it back."""

    kind: ClassVar[str] = "swap_answered"
    swap: SwapId
    hospital: FacilityId
    by: UserId
    answer: str
    """A SwapState: agreed, refused or withdrawn."""
    people: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class SwapJudged(Event):
    """The head approved it, and it is on the roster as `version`; or rejected it."""

    kind: ClassVar[str] = "swap_judged"
    swap: SwapId
    hospital: FacilityId
    by: UserId
    approved: bool
    version: int | None
    people: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class SwapUndone(Event):
    """Both have their own shifts again."""

    kind: ClassVar[str] = "swap_undone"
    swap: SwapId
    hospital: FacilityId
    by: UserId
    version: int
    people: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class RotationChanged(Event):
    """A posting was planned, signed, made longer, ended early or cancelled."""

    kind: ClassVar[str] = "rotation_changed"
    rotation: RotationId
    person: UserId
    hospital: FacilityId
    station: FacilityId
    change: str
    """planned, signed, extended, ended_early or cancelled."""
    starts_on: date
    ends_on: date
    """The first day without."""
    people: tuple[UserId, ...]
    """Who is told: the posted doctor, the heads and managers of the hospital, the head of the station."""


@dataclass(frozen=True, slots=True)
class RotationStarted(Event):
    """Its first day began: the doctor works for the station."""

    kind: ClassVar[str] = "rotation_started"
    rotation: RotationId
    person: UserId
    hospital: FacilityId
    station: FacilityId
    ends_on: date
    people: tuple[UserId, ...]


@dataclass(frozen=True, slots=True)
class RotationEnded(Event):
    """Its last day is over: the doctor works for the hospital again."""

    kind: ClassVar[str] = "rotation_ended"
    rotation: RotationId
    person: UserId
    hospital: FacilityId
    station: FacilityId
    early: bool
    people: tuple[UserId, ...]
