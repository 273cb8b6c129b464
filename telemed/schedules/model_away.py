"""When somebody cannot be on consult duty: on leave, or posted to a station. Pure.

Leave counts from the moment it is known: a published shift under it stands as a row, but nobody is rung for it, so the
gap shows at once and “who was asked at that minute” stays answerable.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId


class AbsenceKind(StrEnum):
    """Never the illness."""

    LEAVE = "leave"
    TRAINING = "training"
    SICK = "sick"
    OTHER = "other"


class Clash(StrEnum):
    """Why a shift cannot be as it is written."""

    LEAVE = "leave"
    ROTATION = "rotation"
    OVERLAP = "overlap"
    BEGUN = "begun"
    """Drafted, and since then it has begun: an override does it now."""


class AbsencesOverlap(DomainError):
    """This person is already away in these days."""

    kind, code = Kind.CONFLICT, "absence.overlap"


class AbsenceOver(DomainError):
    """What is over is history."""

    kind, code = Kind.CONFLICT, "absence.over"


@dataclass(frozen=True, slots=True)
class Absence:
    id: UUID
    person: UserId
    hospital: FacilityId
    starts_at: datetime
    ends_at: datetime
    kind: AbsenceKind
    made_by: UserId
    made_at: datetime
    withdrawn_at: datetime | None = None

    def withdraw(self, at: datetime) -> "Absence":
        """From now on it does not count; for the time before, it did.

        Raises:
            AbsenceOver
        """
        if self.withdrawn_at is not None:
            return self
        if self.ends_at <= at:
            raise AbsenceOver
        return replace(self, withdrawn_at=at)


@dataclass(frozen=True, slots=True)
class Posting:
    """A rotation as rosters see it: its days, as a whole, are off consult duty."""

    id: UUID
    person: UserId
    station: FacilityId
    starts_on: date
    ends_on: date
    """The first day without."""
    decided: bool = True
    """Its decision is signed; until then it is a plan and keeps nobody from duty."""


@dataclass(frozen=True, slots=True)
class Away:
    """Hours in which somebody cannot be on duty, and why."""

    person: UserId
    starts_at: datetime
    ends_at: datetime
    why: Clash

    def covers(self, at: datetime) -> bool:
        return self.starts_at <= at < self.ends_at

    def meets(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at


def midnight(day: date) -> datetime:
    """When a local day begins, in UTC."""
    return datetime.combine(day, time(), LOCAL).astimezone(UTC)


def away_of(absences: Iterable[Absence], postings: Iterable[Posting]) -> Iterator[Away]:
    for one in absences:
        if one.withdrawn_at is None:
            yield Away(one.person, one.starts_at, one.ends_at, Clash.LEAVE)
    for posting in postings:
        if posting.decided:
            yield Away(posting.person, midnight(posting.starts_on), midnight(posting.ends_on), Clash.ROTATION)


class WhoIsAway:
    """Who cannot be on duty when, by person."""

    def __init__(self, known: Iterable[Away] = ()) -> None:
        self._of: dict[UserId, list[Away]] = {}
        for one in sorted(known, key=lambda a: (a.starts_at, a.ends_at, a.why)):
            self._of.setdefault(one.person, []).append(one)

    def all(self) -> list[Away]:
        return [one for of_one in self._of.values() for one in of_one]

    def why(self, person: UserId, starts_at: datetime, ends_at: datetime) -> Clash | None:
        """The first thing that keeps them from being there all the while."""
        found = (one.why for one in self._of.get(person, ()) if one.meets(starts_at, ends_at))
        return next(found, None)

    def share_there(self, person: UserId, starts_at: datetime, ends_at: datetime) -> float:
        """How much of these hours they could be there, 0 to 1."""
        gone, reached = timedelta(), starts_at
        for one in self._of.get(person, ()):
            begins, ends = max(one.starts_at, reached), min(one.ends_at, ends_at)
            if begins < ends:
                gone, reached = gone + (ends - begins), ends
        return 1 - gone / (ends_at - starts_at)
