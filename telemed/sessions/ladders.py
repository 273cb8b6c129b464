"""What a ladder is: ordered steps, each with whom it rings, where, and how long; and who stands on them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, LadderId, UserId
from telemed.kernel.values import Specialty, Urgency
from telemed.sessions.model import LADDER, Candidate, StepKind, Timers

SHORTEST_WAIT: Final = timedelta(seconds=30)
LONGEST_WAIT: Final = timedelta(hours=24)
MOST_STEPS: Final = 12

SkipReason: TypeAlias = Literal["empty", "unreachable", "in_call", "already_asked", "no_second_hospital"]


class Near(StrEnum):
    """A place that depends on who asks; any other place is a hospital by its id."""

    OWN = "own"
    SECOND = "second"
    """The station's second hospital, as it is assigned on that day."""


Place: TypeAlias = Near | FacilityId


class LeaderLast(DomainError):
    """The last step is the hospital's own duty leader, for every urgency."""

    kind, code = Kind.INVALID, "ladder.leader_last"


class NotAHospital(DomainError):
    """A step rings people of a hospital."""

    kind, code = Kind.INVALID, "ladder.not_a_hospital"


@dataclass(frozen=True, slots=True)
class Step:
    kind: StepKind
    wait: Mapping[Urgency, timedelta | None]
    """How long it rings before the next one does; None: for this urgency the step is not there."""
    place: Place = Near.OWN
    with_previous: frozenset[Urgency] = frozenset()
    """For these it rings together with the step before it; where that one was passed over it is simply the next."""

    @property
    def where(self) -> "Where":
        return self.kind, self.place


Where: TypeAlias = tuple[StepKind, Place]


@dataclass(frozen=True, slots=True)
class Options:
    skip_in_call: bool = True
    """Pass over who is in a call. Never holds for an emergency nor at the last step."""


@dataclass(frozen=True, slots=True)
class LadderPlan:
    """One version for ever: a case that rings keeps the plan it was sent with."""

    steps: tuple[Step, ...]
    options: Options = Options()
    id: LadderId | None = None
    """None: the built-in ladder."""
    hospital: FacilityId | None = None
    specialty: Specialty | None = None
    """None: for every specialty that has no ladder of its own."""
    number: int = 0
    reason: str = ""
    made_by: UserId | None = None
    made_at: datetime | None = None

    def groups(self, urgency: Urgency) -> list[list[tuple[int, Step]]]:
        """The steps that are there for this urgency, with their numbers; those of one group ring together."""
        found: list[list[tuple[int, Step]]] = []
        for index, step in enumerate(self.steps):
            if step.wait[urgency] is None:
                continue
            if found and urgency in step.with_previous:
                found[-1].append((index, step))
            else:
                found.append([(index, step)])
        return found


def built_in(timers: Timers) -> LadderPlan:
    """What rings where a hospital has said nothing: one step after the other, each as long as `timers` say."""
    return LadderPlan(tuple(Step(kind, timers.ring) for kind in LADDER))


def require_sound(steps: Sequence[Step]) -> None:
    """Raises LeaderLast: without it a case could ring nobody who must answer."""
    last = steps[-1]
    if last.where != (StepKind.LEADER, Near.OWN) or None in last.wait.values():
        raise LeaderLast(pointer=f"/body/steps/{len(steps) - 1}")


@dataclass(frozen=True, slots=True)
class Stand:
    """Who stands on a step now, and where it looked."""

    people: tuple[Candidate, ...] = ()
    hospital: FacilityId | None = None
    """None: of the station's second hospital, that there is none; else: at the consult's own."""
    roster_version: int | None = None
    """The roster in force there: what says who should have come."""


Roster: TypeAlias = Mapping[Where, Stand]
NOBODY: Final = Stand()
