"""Who sees a hospital's roster, who plans which part of it, whose shift one may confirm, who assigns and posts."""

from collections.abc import Collection

from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right
from telemed.kernel.values import Role, Specialty
from telemed.schedules.model import NotYourShift, Shift

OF_HOSPITAL = HOSPITAL | {Role.COORDINATOR, Role.HOSPITAL_MANAGER, Role.HOSPITAL_ADMIN}


def own_station(actor: Actor) -> FacilityId | None:
    """The station a person works for today. A hospital doctor on rotation acts for the station (`domain.md` 4.6)."""
    return min(actor.facilities(STATION), default=None)


def own_hospital(actor: Actor) -> FacilityId:
    """Raises Denied: this person works at no hospital."""
    if not (hospitals := actor.facilities(OF_HOSPITAL)):
        raise Denied
    return min(hospitals)


def require_assignments(actor: Actor) -> None:
    """See which hospital supports which station, and who did: whoever administers a facility."""
    if not actor.may_anywhere(Right.MANAGE_PEOPLE):
        raise Denied


def require_assign(actor: Actor) -> None:
    """Two hospitals are concerned, so it is the province's to say."""
    if not actor.may_everywhere(Right.MANAGE_PEOPLE):
        raise Denied


def require_confirm(actor: Actor, shift: Shift) -> None:
    """Nobody says “I am here” for another."""
    if shift.person != actor.id:
        raise NotYourShift


def require_roster(actor: Actor, hospital: FacilityId) -> None:
    """See who is on duty when: whoever works at the hospital, and the province."""
    if not actor.may(Right.SEE_ROSTER, hospital):
        raise Denied


def may_plan(actor: Actor, hospital: FacilityId, specialty: Specialty | None) -> bool:
    """A head plans their own specialty, a manager all of them and the leaders' duty (`specialty` None)."""
    return actor.may_for(Right.PLAN_ROSTER, hospital, specialty)


def require_plan(actor: Actor, hospital: FacilityId, specialties: Collection[Specialty | None]) -> None:
    if not all(may_plan(actor, hospital, one) for one in specialties):
        raise Denied


def require_rotations(actor: Actor, hospital: FacilityId) -> None:
    """Post somebody of this hospital to a station."""
    if not actor.may(Right.PLAN_ROTATION, hospital):
        raise Denied
