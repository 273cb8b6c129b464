"""One person's right to one case for a time, given by their own stated reason: as it stands."""

from dataclasses import dataclass
from datetime import date, datetime

from telemed.kernel.ids import AccessId, ConsultId, FacilityId, UserId


@dataclass(frozen=True, slots=True)
class CaseAccess:
    id: AccessId
    person: UserId
    consult: ConsultId
    station: FacilityId
    hospital: FacilityId
    ground: str
    """A code of `telemed/privacy`, which decides who may state which."""
    reason: str
    on_duty: bool
    """Whether the roster had the person on duty when it was opened."""
    opened_at: datetime
    until_at: datetime
    review_on: date
