"""A shift of consult duty, its states, and who is called before whom. Pure.

A shift is never rewritten when somebody else takes it: the row stays as `swapped` and a new one is made, because rings
remember which shift they came from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.events import ShiftConfirmed

CONFIRM_AHEAD: Final = timedelta(minutes=60)
LONGEST: Final = timedelta(hours=72)
"""Of one shift; the table refuses a longer one, and look-ups need not search further back."""
NEXT_WITHIN: Final = timedelta(hours=24)
"""A shift further away than this is no news on the worklist."""


class ShiftState(StrEnum):
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    DONE = "done"
    MISSED = "missed"
    SWAPPED = "swapped"
    CANCELLED = "cancelled"


AHEAD: Final = frozenset({ShiftState.PLANNED, ShiftState.CONFIRMED})
"""Still to be worked."""
STANDING: Final = frozenset(ShiftState) - {ShiftState.SWAPPED, ShiftState.CANCELLED}
"""The person's own hours; two of these may not overlap."""
CALLED: Final = (Tier.FIRST, Tier.SECOND, Tier.HEAD, Tier.LEADER)


class NotYourShift(DomainError):
    """This shift is another person's."""

    kind, code = Kind.DENIED, "shift.not_yours"


class TooEarly(DomainError):
    """A shift can be confirmed from 60 minutes before it begins."""

    kind, code = Kind.CONFLICT, "shift.too_early"


class ShiftOver(DomainError):
    """The shift has ended, or was given away or cancelled."""

    kind, code = Kind.CONFLICT, "shift.over"


class ShiftNotOver(DomainError):
    """What became of a shift is only known when it has ended."""

    kind, code = Kind.CONFLICT, "shift.not_over"


class ShiftsOverlap(DomainError):
    """This person is already on duty in these hours."""

    kind, code = Kind.CONFLICT, "shift.overlap"


class AssignmentsOverlap(DomainError):
    """Another hospital supports this station in these days."""

    kind, code = Kind.CONFLICT, "assignment.overlap"


class AssignmentPlanned(DomainError):
    """Another change of hospital is already planned for this station; withdraw that one first."""

    kind, code = Kind.CONFLICT, "assignment.planned"


class AssignmentSame(DomainError):
    """This hospital supports the station already."""

    kind, code = Kind.CONFLICT, "assignment.same"


class AssignmentTwice(DomainError):
    """This hospital supports the station already, as its first or its second one."""

    kind, code = Kind.CONFLICT, "assignment.twice"


class AssignmentNeeded(DomainError):
    """A station always has a hospital that is asked first: assign another one instead."""

    kind, code = Kind.CONFLICT, "assignment.needed"


class AssignmentOver(DomainError):
    """This assignment has ended, or ends before that day."""

    kind, code = Kind.CONFLICT, "assignment.over"


class AssignmentBegun(DomainError):
    """Only an assignment that has not begun can be withdrawn."""

    kind, code = Kind.CONFLICT, "assignment.begun"


class HolidayPassed(DomainError):
    """What was worked and waited on a past day is history."""

    kind, code = Kind.INVALID, "holiday.day_passed"


class AssignmentPast(DomainError):
    """Who supported a station in the past is history."""

    kind, code = Kind.INVALID, "assignment.day_passed"


class NotThisKind(DomainError):
    """A station is assigned to a hospital."""

    kind, code = Kind.INVALID, "assignment.wrong_kind"


class NoHospital(DomainError):
    """No hospital supports this station today."""

    kind, code = Kind.MISSING, "no_hospital"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which hospital supports a station (chỉ đạo tuyến), from one local day up to, and without, another."""

    id: UUID
    station: FacilityId
    hospital: FacilityId
    valid_from: date
    valid_to: date | None
    source: str
    """The decision that says so."""
    rank: int = 1
    """1: the hospital asked first; 2: a later step of the ladder."""

    @property
    def withdrawn(self) -> bool:
        return self.valid_to is not None and self.valid_to <= self.valid_from

    def covers(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: "Assignment") -> bool:
        """Some day has both."""
        days = (max(self.valid_from, other.valid_from), min(self.valid_to or date.max, other.valid_to or date.max))
        return days[0] < days[1]

    def end(self, on: date, today: date) -> "Assignment":
        """A second hospital only: `on` is the first day without. Before it begins it is withdrawn so.

        Raises:
            AssignmentNeeded, AssignmentPast, AssignmentOver
        """
        if self.rank == 1:
            raise AssignmentNeeded
        if on < today:
            raise AssignmentPast(pointer="/body/on")
        if self.withdrawn or (self.valid_to is not None and self.valid_to <= max(on, today)):
            raise AssignmentOver
        return replace(self, valid_to=max(on, self.valid_from))

    def withdraw(self, today: date) -> "Assignment":
        """Raises AssignmentBegun."""
        if self.valid_from <= today:
            raise AssignmentBegun
        return replace(self, valid_to=self.valid_from)


def succeed(new: Assignment, known: Sequence[Assignment], today: date) -> Assignment | None:
    """The assignment of its rank that ends because `new` begins, as it is then; None if there was none.

    Raises:
        AssignmentPast, AssignmentPlanned, AssignmentSame
        AssignmentTwice: the hospital is the station's other one in these days.
    """
    if new.valid_from < today:
        raise AssignmentPast(pointer="/body/valid_from")
    require_once(new, known)
    standing = [one for one in known if not one.withdrawn and one.rank == new.rank]
    if any(one.valid_from > today and one.valid_from >= new.valid_from for one in standing):
        raise AssignmentPlanned
    running = next((one for one in standing if one.covers(new.valid_from)), None)
    if running is not None and running.hospital == new.hospital and running.valid_to is None:
        raise AssignmentSame(pointer="/body/hospital_id")
    return replace(running, valid_to=new.valid_from) if running else None


def require_once(new: Assignment, known: Sequence[Assignment]) -> None:
    """No hospital is both the first and the second one of a station. Raises AssignmentTwice."""
    if any(one.rank != new.rank and one.hospital == new.hospital and one.overlaps(new) for one in known):
        raise AssignmentTwice(pointer="/body/hospital_id")


@dataclass(frozen=True, slots=True)
class Duty:
    """One person who can be called now, and why: kept with the ring."""

    person: UserId
    specialty: Specialty | None
    """None: for all specialties (trực lãnh đạo)."""
    tier: Tier
    shift_id: ShiftId
    roster_version: int
    starts_at: datetime
    ends_at: datetime
    confirmed: bool
    armed: bool = False
    """Nobody confirmed in time: the second tier is rung together with this person."""


@dataclass(frozen=True, slots=True)
class Shift:
    id: ShiftId
    person: UserId
    hospital: FacilityId
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    roster_version: int
    state: ShiftState = ShiftState.PLANNED
    confirmed_at: datetime | None = None
    armed_at: datetime | None = None
    """Nobody confirmed in time: since then the backup is rung beside this person."""
    replaces: ShiftId | None = None
    """Taken over from this one."""
    ended_version: int | None = None
    """The roster version that swapped or cancelled it; `roster_version` made it."""

    def confirm(self, at: datetime) -> tuple["Shift", ShiftConfirmed | None]:
        """“Vào ca trực”. Said again, it changes nothing and is no news.

        Raises:
            TooEarly, ShiftOver
        """
        if self.state not in AHEAD or at >= self.ends_at:
            raise ShiftOver
        if self.state is ShiftState.CONFIRMED:
            return self, None
        if at < self.starts_at - CONFIRM_AHEAD:
            raise TooEarly
        confirmed = replace(self, state=ShiftState.CONFIRMED, confirmed_at=at)
        return confirmed, ShiftConfirmed(None, self.id, self.person, self.hospital)

    def finish(self, at: datetime, *, served: bool) -> "Shift":
        """`served`: they confirmed or answered; a shift answered without confirming counts as done.

        Raises:
            ShiftOver, ShiftNotOver
        """
        self._require_ahead()
        if at < self.ends_at:
            raise ShiftNotOver
        return replace(self, state=ShiftState.DONE if served else ShiftState.MISSED)

    def give_away(self) -> "Shift":
        """Raises ShiftOver."""
        self._require_ahead()
        return replace(self, state=ShiftState.SWAPPED)

    def cancel(self) -> "Shift":
        """Raises ShiftOver."""
        self._require_ahead()
        return replace(self, state=ShiftState.CANCELLED)

    def as_duty(self) -> Duty:
        return Duty(
            person=self.person,
            specialty=self.specialty,
            tier=self.tier,
            shift_id=self.id,
            roster_version=self.roster_version,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            confirmed=self.confirmed_at is not None,
            armed=self.armed_at is not None and self.confirmed_at is None,
        )

    def _require_ahead(self) -> None:
        if self.state not in AHEAD:
            raise ShiftOver


def in_calling_order(shifts: list[Shift]) -> list[Shift]:
    """By tier; in a tier, whoever said they are there first."""
    return sorted(shifts, key=lambda s: (CALLED.index(s.tier), s.confirmed_at is None, s.starts_at, s.id))
