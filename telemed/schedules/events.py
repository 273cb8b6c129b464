"""Facts about duty, in the past tense."""

from dataclasses import dataclass
from typing import ClassVar

from telemed.infra.events import Event
from telemed.kernel.ids import FacilityId, ShiftId, UserId


@dataclass(frozen=True, slots=True)
class ShiftConfirmed(Event):
    """The person is there and has said so."""

    kind: ClassVar[str] = "shift_confirmed"
    shift: ShiftId
    person: UserId
    hospital: FacilityId
