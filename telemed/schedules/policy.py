"""Who sees a hospital's roster, who plans which part of it, whose shift one may confirm, who assigns and posts."""

from collections.abc import Collection

from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.rights import Right
from telemed.kernel.values import Role, Specialty
from telemed.schedules.model import NotYourShift, Shift
from telemed.schedules.model_swap import Swap

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


def may_set_calendar(actor: Actor) -> bool:
    """Holidays are the same everywhere, so whoever administers the province names them."""
    return actor.may_everywhere(Right.MANAGE_PEOPLE)


def require_calendar(actor: Actor) -> None:
    if not may_set_calendar(actor):
        raise Denied


def require_confirm(actor: Actor, shift: Shift) -> None:
    """Nobody says “I am here” for another."""
    if shift.person != actor.id:
        raise NotYourShift


def may_see_roster(actor: Actor, hospital: FacilityId) -> bool:
    """Who is on duty when: whoever works at the hospital, and the province."""
    return actor.may(Right.SEE_ROSTER, hospital)


def require_roster(actor: Actor, hospital: FacilityId) -> None:
    if not may_see_roster(actor, hospital):
        raise Denied


def require_coverage(actor: Actor) -> None:
    """See who answers at every hospital, and ask for a gap to be filled: one here is the other hospital's to answer."""
    if not actor.may_anywhere(Right.SEE_ROSTER):
        raise Denied


def may_plan(actor: Actor, hospital: FacilityId, specialty: Specialty | None) -> bool:
    """A head plans their own specialty, a manager all of them and the leaders' duty (`specialty` None)."""
    return actor.may_for(Right.PLAN_ROSTER, hospital, specialty)


def may_plan_some(actor: Actor, hospital: FacilityId) -> bool:
    """Of some specialty at least."""
    return actor.may(Right.PLAN_ROSTER, hospital)


def require_plan(actor: Actor, hospital: FacilityId, specialties: Collection[Specialty | None]) -> None:
    if not all(may_plan(actor, hospital, one) for one in specialties):
        raise Denied


def require_planner(actor: Actor, hospital: FacilityId) -> None:
    """Plan some part of the roster, whichever."""
    if not actor.may(Right.PLAN_ROSTER, hospital):
        raise Denied


def may_keep_leave(actor: Actor, hospital: FacilityId, specialties: Collection[Specialty]) -> bool:
    """Of somebody with these specialties there: whoever plans one of them; without any, who plans them all."""
    return any(may_plan(actor, hospital, one) for one in specialties or (None,))


def require_rotations(actor: Actor, hospital: FacilityId) -> None:
    """Post somebody of this hospital to a station."""
    if not actor.may(Right.PLAN_ROTATION, hospital):
        raise Denied


def require_post(actor: Actor, hospital: FacilityId, person: UserId) -> None:
    """Nobody posts themselves, or calls themselves back: it changes what they may do."""
    require_rotations(actor, hospital)
    if actor.id == person:
        raise Denied


def require_rotation_board(actor: Actor) -> None:
    """Which stations have a rotating doctor: whoever sees rosters; a station, its own."""
    if not actor.may_anywhere(Right.SEE_ROSTER) and not actor.facilities(STATION):
        raise Denied


def sees_rotation(actor: Actor, hospital: FacilityId, station: FacilityId) -> bool:
    """Of the hospital it comes from, of the province, or of the station."""
    return actor.may(Right.SEE_ROSTER, hospital) or actor.has(STATION, station)


def require_offer(actor: Actor, shift: Shift) -> None:
    """See who could take a shift: the person who has it, and whoever plans it."""
    if shift.person != actor.id and not may_plan(actor, shift.hospital, shift.specialty):
        raise NotYourShift


def require_answer_swap(actor: Actor, swap: Swap) -> None:
    """Nobody agrees for another."""
    if actor.id != swap.proposed_to:
        raise Denied


def require_part_of_swap(actor: Actor, swap: Swap) -> None:
    if actor.id not in swap.both:
        raise Denied


def require_undo_swap(actor: Actor, swap: Swap, specialties: Collection[Specialty | None]) -> None:
    """Each of the two, and whoever plans the shifts."""
    if actor.id not in swap.both:
        require_plan(actor, swap.hospital, specialties)
