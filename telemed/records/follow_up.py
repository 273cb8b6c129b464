"""An appointment after a consult: whom the patient should see, when to remind, whether they came. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, FacilityId, FollowUpId, PatientId, ReferralId, ShiftId, UserId
from telemed.kernel.values import Specialty
from telemed.records.events import FollowUpMoved
from telemed.records.model import FollowUpState, Proposed
from telemed.schedules import Duty

REMIND_BEFORE: Final = timedelta(days=1)
REMIND_AT: Final = time(7, 30)
"""Local time, the day before: early enough to telephone a village, late enough not to be forgotten again."""
OPEN: Final = frozenset({FollowUpState.PLANNED, FollowUpState.REMINDED})
MARKS: Final = frozenset({FollowUpState.DONE, FollowUpState.MISSED, FollowUpState.CANCELLED})


class FollowUpOver(DomainError):
    """This appointment was marked otherwise, or is not due yet."""

    kind, code = Kind.CONFLICT, "follow_up.over"


class FollowUpPast(DomainError):
    """An appointment is made for a day to come."""

    kind, code = Kind.INVALID, "follow_up.past"


class FollowUpExists(DomainError):
    """This case has an open appointment on that day."""

    kind, code = Kind.CONFLICT, "follow_up.exists"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who should see the patient again: the same doctor if they are on the roster that day, else their specialty."""

    why: Proposed | None = None
    person: UserId | None = None
    shift: ShiftId | None = None
    specialty: Specialty | None = None


def proposal(duties: Sequence[Duty], doctor: UserId | None, specialty: Specialty | None) -> Proposal:
    """From the people on duty that day, in calling order. Nobody on the roster yet: the specialty alone (§4.6)."""
    same = next((duty for duty in duties if duty.person == doctor), None)
    if same is not None:
        return Proposal(Proposed.SAME_DOCTOR, same.person, same.shift_id, specialty)
    of_it = next((duty for duty in duties if specialty is not None and duty.specialty == specialty), None)
    if of_it is not None:
        return Proposal(Proposed.SAME_SPECIALTY, of_it.person, of_it.shift_id, specialty)
    return Proposal(specialty=specialty)


@dataclass(frozen=True, slots=True)
class FollowUp:
    id: FollowUpId
    consult: ConsultId
    referral: ReferralId | None
    patient: PatientId | None
    station: FacilityId
    hospital: FacilityId | None
    """Where the proposed doctor works."""
    on: date
    reason: str
    proposed: Proposal
    number: str
    created_by: UserId
    created_at: datetime
    state: FollowUpState = FollowUpState.PLANNED
    note: str = ""
    version: int = 1
    reminded_at: datetime | None = None
    marked_by: UserId | None = None
    marked_at: datetime | None = None

    @property
    def remind_at(self) -> datetime:
        """When the station is reminded; an appointment made later than that is reminded of at once."""
        return max(self.created_at, datetime.combine(self.on - REMIND_BEFORE, REMIND_AT, LOCAL))

    def planned(self) -> FollowUpMoved:
        return FollowUpMoved(self.consult, self.id, self.state, self.on, self.station)

    def remind(self, again: Proposal, now: datetime) -> tuple["FollowUp", list[FollowUpMoved]]:
        """The station is told, once; the roster has changed since, so who is proposed is looked at again."""
        if self.state is not FollowUpState.PLANNED:
            return self, []
        return self._moved(state=FollowUpState.REMINDED, reminded_at=now, proposed=again)

    def mark(self, as_: FollowUpState, note: str, by: UserId, now: datetime) -> tuple["FollowUp", list[FollowUpMoved]]:
        """Came, did not come, or is called off. Saying the same again changes nothing.

        Raises:
            FollowUpOver: it was marked otherwise; or it is said of a day to come that the patient missed it.
        """
        if self.state is as_:
            return self, []
        too_early = as_ is FollowUpState.MISSED and now.astimezone(LOCAL).date() <= self.on
        if self.state not in OPEN or as_ not in MARKS or too_early:
            raise FollowUpOver(state=self.state)
        return self._moved(state=as_, note=note, marked_by=by, marked_at=now)

    def _moved(self, **changes: Any) -> tuple["FollowUp", list[FollowUpMoved]]:
        new = replace(self, version=self.version + 1, **changes)
        return new, [new.planned()]
