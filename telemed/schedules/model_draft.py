"""A roster's draft: what differs from the published one. What it comes to, what stands in its way, its digest. Pure."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.coverage import Span
from telemed.schedules.model import AHEAD, Shift, ShiftOver
from telemed.schedules.model_away import Clash, WhoIsAway
from telemed.schedules.model_roster import RosterChange

Place = tuple[Specialty | None, Tier]


class CellTaken(DomainError):
    """This person was put on duty in these hours meanwhile."""

    kind, code = Kind.CONFLICT, "roster.cell_taken"


class DraftMoved(DomainError):
    """The draft, or the roster in force, is not what was previewed any more."""

    kind, code = Kind.CONFLICT, "roster.draft_moved"


class NothingDrafted(DomainError):
    """The draft changes nothing."""

    kind, code = Kind.CONFLICT, "roster.nothing_drafted"


class ShiftBegun(DomainError):
    """A draft is about shifts that have not begun; what runs is changed by an override."""

    kind, code = Kind.CONFLICT, "roster.begun"


class NotStaff(DomainError):
    """Only people who answer for this hospital can be put on its roster."""

    kind, code = Kind.INVALID, "roster.not_staff"


class NotAPart(DomainError):
    """These hours are no part of that shift, or are over."""

    kind, code = Kind.INVALID, "roster.not_a_part"


@dataclass(frozen=True, slots=True)
class Drafted:
    """A shift to come, and who wrote it down."""

    shift: Shift
    made_by: UserId
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Removal:
    """A published shift to go."""

    shift: ShiftId
    made_by: UserId
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    hospital: FacilityId
    drafted: tuple[Drafted, ...] = ()
    removals: tuple[Removal, ...] = ()

    @property
    def size(self) -> int:
        return len(self.drafted) + len(self.removals)

    @property
    def removed(self) -> frozenset[ShiftId]:
        return frozenset(one.shift for one in self.removals)

    @property
    def added(self) -> list[Shift]:
        return [one.shift for one in self.drafted]

    def of(self, specialties: Collection[Specialty | None], published: Iterable[Shift]) -> "Draft":
        """The part that a head may plan. A shift to go that went already is nobody's part any more."""
        standing = {s.id for s in published if s.state in AHEAD and s.specialty in specialties}
        return Draft(
            self.hospital,
            tuple(one for one in self.drafted if one.shift.specialty in specialties),
            tuple(one for one in self.removals if one.shift in standing),
        )

    def digest(self, version: int | None) -> str:
        """Changes with anything in the draft, and with the roster it is a difference to."""
        lines = [f"+ {s.id} {s.person} {s.specialty} {s.tier} {s.starts_at} {s.ends_at}" for s in self.added]
        lines += [f"- {shift}" for shift in self.removed]
        return hashlib.sha256("\n".join([f"v{version}", *sorted(lines)]).encode()).hexdigest()


def planned(published: Iterable[Shift], draft: Draft) -> list[Shift]:
    """The roster as it would be."""
    removed = draft.removed
    return [*(s for s in published if s.id not in removed), *draft.added]


def change_of(draft: Draft, published: Iterable[Shift]) -> RosterChange:
    """What publishing this draft changes."""
    gone = draft.removed
    return RosterChange(remove=tuple(s for s in published if s.id in gone), add=tuple(draft.added))


@dataclass(frozen=True, slots=True)
class Blocking:
    """One thing that must be put right before it can be published."""

    shift: Shift
    reason: Clash


def begun(change: RosterChange, now: datetime) -> Iterator[Blocking]:
    """Drafted, and meanwhile it has begun: an override changes what runs."""
    for shift in (*change.remove, *change.add):
        if shift.starts_at <= now:
            yield Blocking(shift, Clash.BEGUN)


def blocking(change: RosterChange, others: Iterable[Shift], away: WhoIsAway) -> Iterator[Blocking]:
    """`others`: all that stands and may meet it, of any hospital; what goes with the change does not count."""
    gone = {s.id for s in change.remove}
    standing = by_person([*(s for s in others if s.id not in gone), *change.add])
    for shift in change.add:
        if reason := clash(shift, standing.get(shift.person, ()), away):
            yield Blocking(shift, reason)


def clash(shift: Shift, own: Iterable[Shift], away: WhoIsAway) -> Clash | None:
    """`own`: the shifts of the same person, this one perhaps among them."""
    if any(one.id != shift.id and meet(one, shift) for one in own):
        return Clash.OVERLAP
    return away.why(shift.person, shift.starts_at, shift.ends_at)


def meet(one: Shift, other: Shift) -> bool:
    """Whether they have hours in common."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def by_person(shifts: Iterable[Shift]) -> dict[UserId, list[Shift]]:
    found: dict[UserId, list[Shift]] = {}
    for shift in shifts:
        found.setdefault(shift.person, []).append(shift)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody takes over of a shift."""

    id: ShiftId
    person: UserId | None
    hours: Span


def take_over(shift: Shift, part: Part, before: ShiftId, after: ShiftId, now: datetime) -> list[Shift]:
    """What stands in a shift's place when somebody takes a part of it over: at most the part and what is left at its
    two sides, which get these ids. What is worked already stays whose it was, with their word that they came.

    Raises:
        ShiftOver, NotAPart
    """
    if shift.state not in AHEAD or shift.ends_at <= now:
        raise ShiftOver
    own, begins = Span(shift.starts_at, shift.ends_at), max(part.hours.starts_at, min(now, part.hours.ends_at))
    hours = Span(begins, part.hours.ends_at)
    if hours.within(own) != hours:
        raise NotAPart(shift=str(shift.id))
    left = replace(shift, replaces=shift.id, armed_at=None)
    anew = replace(left, state=type(shift.state).PLANNED, confirmed_at=None)
    pieces: list[Shift] = []
    if own.starts_at < hours.starts_at:
        pieces.append(replace(left, id=before, ends_at=hours.starts_at))
    if part.person is not None:
        pieces.append(replace(anew, id=part.id, person=part.person, starts_at=hours.starts_at, ends_at=hours.ends_at))
    if hours.ends_at < own.ends_at:
        pieces.append(replace(anew, id=after, starts_at=hours.ends_at))
    return pieces


def is_place_of(shift: Shift, specialty: Specialty | None, tier: Tier, hours: Span) -> bool:
    """Whether it fills any of these hours of this place."""
    same = shift.specialty is specialty and shift.tier is tier
    return same and Span(shift.starts_at, shift.ends_at).within(hours) is not None


def shift_of(made: UUID, person: UUID, hospital: FacilityId, place: Place, hours: Span) -> Shift:
    """One to come; the version that publishes it gives it its number."""
    return Shift(ShiftId(made), UserId(person), hospital, *place, hours.starts_at, hours.ends_at, roster_version=0)
