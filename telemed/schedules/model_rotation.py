"""Luân phiên: a hospital's doctor posted to a station for dated days on a decision; its state follows the dates. Pure.

Days are local and whole: whoever is posted on a day has no consult duty on it. Without a signed decision a rotation is
a plan: it keeps its days free of another one, and gives no rights.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, RotationId, UserId
from telemed.schedules.coverage import Span
from telemed.schedules.model_away import midnight
from telemed.schedules.working_time import USUAL, WorkingTime

WARNED: Final = timedelta(days=14)
"""Before an end: time to post somebody else."""
SHOWN_SINCE: Final = timedelta(days=366)
"""Rotations that ended before this are history; the board has the later ones."""
LONGEST: Final = timedelta(days=2 * 366)


class RotationsOverlap(DomainError):
    """This person is posted to a station in these days already."""

    kind, code = Kind.CONFLICT, "rotation.overlap"


class RotationShifts(DomainError):
    """This person is on the published roster in these days."""

    kind, code = Kind.CONFLICT, "rotation.shifts"


class RotationShiftRunning(DomainError):
    """This person is on duty now, into the days of the posting."""

    kind, code = Kind.CONFLICT, "rotation.shift_running"


class RotationOver(DomainError):
    """This rotation has ended, or was cancelled."""

    kind, code = Kind.CONFLICT, "rotation.over"


class RotationUnsigned(DomainError):
    """There is no decision yet: sign this rotation first, or cancel it."""

    kind, code = Kind.CONFLICT, "rotation.unsigned"


class RotationSigned(DomainError):
    """There is a decision for this rotation already."""

    kind, code = Kind.CONFLICT, "rotation.signed"


class RotationBegun(DomainError):
    """This rotation has begun: it can be ended early, not cancelled."""

    kind, code = Kind.CONFLICT, "rotation.begun"


class RotationNotBegun(DomainError):
    """This rotation has not begun: it can be cancelled."""

    kind, code = Kind.CONFLICT, "rotation.not_begun"


class RotationDayPassed(DomainError):
    """A rotation begins and ends today at the earliest."""

    kind, code = Kind.INVALID, "rotation.day_passed"


class RotationDays(DomainError):
    """A rotation ends after it begins, within two years; an extension makes it longer, an early end shorter."""

    kind, code = Kind.INVALID, "rotation.days"


class RotationNotOfHospital(DomainError):
    """Only a doctor of the hospital is posted by it."""

    kind, code = Kind.INVALID, "rotation.not_of_hospital"


class RotationWrongStation(DomainError):
    """A doctor is posted to a station."""

    kind, code = Kind.INVALID, "rotation.wrong_station"


class RotationNoteNeeded(DomainError):
    """Another purpose needs a word on what it is."""

    kind, code = Kind.INVALID, "rotation.note_needed"


class RotationHours(DomainError):
    """Hours at the station end after they begin, and do not overlap."""

    kind, code = Kind.INVALID, "rotation.hours"


class RotationPurpose(StrEnum):
    EXPERT_SUPPORT = "expert_support"
    TECHNIQUE_TRANSFER = "technique_transfer"
    STAFF_SHORTAGE = "staff_shortage"
    TRAINING = "training"
    OTHER = "other"


class RotationState(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Hours registered at the station on one weekday."""

    weekday: int
    """ISO: 1 is Monday."""
    opens: time
    closes: time


@dataclass(frozen=True, slots=True)
class DaysCount:
    planned: int
    due: int
    """Of the planned ones, before today."""
    done: int
    """Of those, not on leave."""


@dataclass(frozen=True, slots=True)
class Rotation:
    id: RotationId
    person: UserId
    hospital: FacilityId
    """Where the person is from."""
    station: FacilityId
    decision_no: str
    """Empty: not signed yet."""
    decided_on: date | None
    starts_on: date
    ends_on: date
    """The first day without."""
    planned_ends_on: date
    purpose: RotationPurpose
    purpose_note: str
    hours: tuple[WeekHours, ...]
    made_by: UserId
    made_at: datetime
    extension_no: str | None = None
    end_reason: str | None = None
    end_decision_no: str | None = None
    ended_by: UserId | None = None
    cancelled_at: datetime | None = None

    @property
    def signed(self) -> bool:
        return bool(self.decision_no)

    def state(self, today: date) -> RotationState:
        if self.cancelled_at is not None:
            return RotationState.CANCELLED
        if not self.signed or today < self.starts_on:
            return RotationState.PLANNED
        if today < self.ends_on:
            return RotationState.ACTIVE
        return RotationState.ENDED_EARLY if self.ends_on < self.planned_ends_on else RotationState.COMPLETED

    def ends_soon(self, today: date) -> bool:
        return self.state(today) is RotationState.ACTIVE and self.ends_on <= today + WARNED

    def require_sound(self, today: date) -> None:
        """As it is first written down.

        Raises:
            RotationDayPassed, RotationDays, RotationNoteNeeded, RotationHours
        """
        if self.starts_on < today:
            raise RotationDayPassed(pointer="/body/starts_on")
        if not timedelta() < self.ends_on - self.starts_on <= LONGEST:
            raise RotationDays(pointer="/body/ends_on")
        if self.purpose is RotationPurpose.OTHER and not self.purpose_note:
            raise RotationNoteNeeded(pointer="/body/purpose_note")
        ends: dict[int, time] = {}
        for one in sorted(self.hours, key=lambda h: (h.weekday, h.opens)):
            if one.opens >= one.closes or one.opens < ends.get(one.weekday, time.min):
                raise RotationHours(pointer="/body/hours")
            ends[one.weekday] = one.closes

    def sign(self, decision_no: str, decided_on: date, today: date) -> "Rotation":
        """Signed late, it begins today: nobody worked there without a decision.

        Raises:
            RotationOver, RotationSigned, RotationDayPassed
        """
        if self.cancelled_at is not None:
            raise RotationOver
        if self.signed:
            raise RotationSigned
        if self.ends_on <= today:
            raise RotationDayPassed
        starts_on = max(self.starts_on, today)
        return replace(self, decision_no=decision_no, decided_on=decided_on, starts_on=starts_on)

    def extend(self, ends_on: date, decision_no: str, today: date) -> "Rotation":
        """Raises RotationOver, RotationUnsigned, RotationDays."""
        self._require_signed_and_not_over(today)
        if ends_on <= self.ends_on or ends_on - self.starts_on > LONGEST:
            raise RotationDays(pointer="/body/ends_on")
        # An early end that was planned is forgotten: the new decision says how long.
        longer = replace(self, ends_on=ends_on, planned_ends_on=ends_on, extension_no=decision_no)
        return replace(longer, end_reason=None, end_decision_no=None, ended_by=None)

    def end(self, on: date, reason: str, decision_no: str, by: UserId, today: date) -> "Rotation":
        """Before its time; `on` is the first day without.

        Raises:
            RotationOver, RotationUnsigned, RotationNotBegun, RotationDayPassed, RotationDays
        """
        self._require_signed_and_not_over(today)
        if today < self.starts_on:
            raise RotationNotBegun
        if on < today:
            raise RotationDayPassed(pointer="/body/on")
        if on >= self.ends_on:
            raise RotationDays(pointer="/body/on")
        return replace(self, ends_on=on, end_reason=reason, end_decision_no=decision_no or None, ended_by=by)

    def cancel(self, reason: str, by: UserId, at: datetime) -> "Rotation":
        """Raises RotationOver, RotationBegun."""
        match self.state(at.astimezone(LOCAL).date()):
            case RotationState.PLANNED:
                return replace(self, cancelled_at=at, end_reason=reason or None, ended_by=by)
            case RotationState.ACTIVE:
                raise RotationBegun
            case _:
                raise RotationOver

    def days(self, calendar: WorkingTime, leave: Sequence[Span], today: date) -> DaysCount:
        """Working days of the registered week, over the holidays; a day on leave is due and not done."""
        week = WorkingTime(self._week() or USUAL, calendar.calendar)
        last = min(self.ends_on, today) if self.state(today) is not RotationState.PLANNED else self.starts_on
        due = [] if self.cancelled_at is not None else [*week.days(self.starts_on, last)]
        done = sum(not any(one.within(_whole(day)) for one in leave) for day in due)
        return DaysCount(sum(1 for _ in week.days(self.starts_on, self.planned_ends_on)), len(due), done)

    def _week(self) -> dict[int, list[tuple[time, time]]]:
        week: dict[int, list[tuple[time, time]]] = {}
        for one in self.hours:
            week.setdefault(one.weekday, []).append((one.opens, one.closes))
        return week

    def _require_signed_and_not_over(self, today: date) -> None:
        if self.cancelled_at is not None or (self.signed and self.ends_on <= today):
            raise RotationOver
        if not self.signed:
            raise RotationUnsigned


def span(starts_on: date, ends_on: date) -> tuple[datetime, datetime]:
    """The instants of whole local days: from the first midnight to the last."""
    return midnight(starts_on), midnight(ends_on)


def without_since(rotations: Sequence[Rotation], today: date) -> date | None:
    """Since when nobody is posted to a station, of all that were; None while somebody is, or if nobody ever was."""
    if any(one.state(today) is RotationState.ACTIVE for one in rotations):
        return None
    over = (RotationState.COMPLETED, RotationState.ENDED_EARLY)
    return max((one.ends_on for one in rotations if one.state(today) in over), default=None)


def _whole(day: date) -> Span:
    return Span(*span(day, day + timedelta(days=1)))
