"""When a gap is told, and under which mark, so that nobody is told twice. Pure."""

from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Specialty

WARNED: Final = (7, 3, 1)
"""Days before a gap at which it is told, once each."""
SPACE: Final = UUID("0198f3a2-6d1e-7c40-9a57-5b7d8f0c2e11")
"""Of the marks of all that is told once."""


def days_before(starts_at: datetime, at: datetime) -> int | None:
    """Which of the warnings is due: the nearest that has come; None while the gap is further away than all."""
    days = (starts_at.astimezone(LOCAL).date() - at.astimezone(LOCAL).date()).days
    return min((one for one in WARNED if days <= one), default=None)


def warning_id(hospital: FacilityId, specialty: Specialty, since: datetime | None, before: int) -> UUID:
    """The mark that a warning was given. `since` None: a gap as old as can be seen is told once, not every day."""
    begun = "always" if since is None else since.astimezone(LOCAL).isoformat()
    return uuid5(SPACE, f"gap {hospital} {specialty} {begun} {before}")
