"""How a published roster changes: by numbered versions, each some shifts that go and some that come. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules.model import Shift


class VersionKind(StrEnum):
    PUBLISH = "publish"
    OVERRIDE = "override"
    SWAP = "swap"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class RosterVersion:
    """From `made_at` on: the shifts made by a version up to `number` and not ended by one up to it."""

    hospital: FacilityId
    number: int
    kind: VersionKind
    made_at: datetime
    made_by: UserId | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RosterChange:
    """What one version changes. Rows are never rewritten: who takes a shift over has a new one that names the old."""

    remove: tuple[Shift, ...] = ()
    add: tuple[Shift, ...] = ()

    def ended(self, kind: VersionKind, number: int) -> tuple[Shift, ...]:
        """What goes, as it is then. Raises ShiftOver."""
        taken = set() if kind is VersionKind.PUBLISH else {shift.replaces for shift in self.add}
        gone = (shift.give_away() if shift.id in taken else shift.cancel() for shift in self.remove)
        return tuple(replace(shift, ended_version=number) for shift in gone)

    def made(self, number: int) -> tuple[Shift, ...]:
        return tuple(replace(shift, roster_version=number) for shift in self.add)

    @property
    def people(self) -> frozenset[UserId]:
        """Everyone affected: they are told."""
        return frozenset(shift.person for shift in (*self.remove, *self.add))
