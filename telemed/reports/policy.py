"""Who may read the consult log. Pure. The wall lets each see only their own hospitals' rows."""

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Role

READERS = frozenset({Role.HOSPITAL_MANAGER, Role.DEPT_HEAD, Role.SPECIALIST, Role.STATION_HEAD})
EXPORTERS = frozenset({Role.HOSPITAL_MANAGER})
"""Taking rows away is a right apart from reading them (Law 15/2023 Art. 69.3)."""


class NoLog(Denied):
    """The consult log is for those who answer for it."""

    code = "log.denied"


def require_log(actor: Actor) -> frozenset[FacilityId]:
    """The facilities whose consults this person answers for."""
    found = actor.facilities(READERS)
    if not found:
        raise NoLog()
    return found


def require_export(actor: Actor) -> frozenset[FacilityId]:
    found = actor.facilities(EXPORTERS)
    if not found:
        raise NoLog()
    return found
