"""Who may do what with a consult. Pure; the service asks with the loaded consult in hand.

What each role may is one table, `telemed/kernel/rights.py` (`domain.md` §3).
"""

from enum import StrEnum

from telemed.kernel.actor import Actor, Grant
from telemed.kernel.errors import Denied, ScreenLocked
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.rights import Right, Sees
from telemed.kernel.values import Specialty
from telemed.sessions.calls import Call, Side
from telemed.sessions.model import OPEN, TAKEN, Consult, PracticeHasNone, State


class NotYours(Denied):
    """This consult belongs to another facility or to another doctor."""

    code = "consult.not_yours"


class Because(StrEnum):
    """By what right somebody reads a case; kept with each reading in the audit trail."""

    STATION = "station"
    DEPARTMENT = "department"
    TEAM = "team"
    """They were asked about it, or answered it."""
    ACCESS = "access"
    """They opened this one case, for a reason they gave."""
    QUEUE = "queue"
    HOSPITAL = "hospital"
    SYSTEM = "system"


def treats(actor: Actor, consult: Consult) -> Because | None:
    """Why this person may know everything of the case, who the patient is included; None: they may not."""
    for grant in actor.grants:
        if because := _treats(grant, consult):
            return because
    if consult.state is State.DRAFT:
        return None
    if actor.id in consult.team:
        return Because.TEAM
    return Because.ACCESS if consult.id in actor.accesses else None


def _treats(grant: Grant, consult: Consult) -> Because | None:
    is_open, is_draft = consult.state in OPEN, consult.state is State.DRAFT
    at_station = grant.facility == consult.station
    in_department = not is_draft and grant.facility == consult.hospital and grant.specialty is consult.specialty
    match grant.sees:
        case Sees.STATION if at_station:
            return Because.STATION
        case Sees.STATION_OPEN if at_station and is_open:
            return Because.STATION
        case Sees.DEPARTMENT if in_department:
            return Because.DEPARTMENT
        case Sees.DEPARTMENT_OPEN if in_department and is_open:
            return Because.DEPARTMENT
    return None


def because(actor: Actor, consult: Consult) -> Because | None:
    """Why this person may read the request, if they may: who treats, who routes, who answers for the hospital."""
    if actor.is_system:
        return Because.SYSTEM
    if found := treats(actor, consult):
        return found
    if consult.state is State.DRAFT:
        return None
    if consult.hospital in actor.seeing(Sees.HOSPITAL):
        return Because.HOSPITAL
    return Because.QUEUE if consult.state in OPEN and consult.hospital in actor.seeing(Sees.QUEUE) else None


def may_read(actor: Actor, consult: Consult) -> bool:
    return because(actor, consult) is not None


def require_read(actor: Actor, consult: Consult) -> Because:
    found = because(actor, consult)
    if found is None:
        raise NotYours()
    return found


def require_request(actor: Actor, station: FacilityId, *, send: bool) -> None:
    """A nurse prepares a request and its vital signs; a doctor or y sĩ sends it."""
    if not actor.may(Right.REQUEST if send else Right.PREPARE, station):
        raise NotYours()


def require_unlocked(actor: Actor, *, but: bool) -> None:
    """A locked screen sends nothing `but` a cry for help: that is never refused."""
    if actor.locked and not but:
        raise ScreenLocked


def require_change(actor: Actor, consult: Consult) -> None:
    """The request's words and vital signs: anyone clinical at the station, while the case is theirs to describe."""
    if not actor.may(Right.PREPARE, consult.station) or not treats(actor, consult):
        raise NotYours()


def require_station(actor: Actor, consult: Consult) -> None:
    """Send, cancel, transfer, raise the urgency."""
    if not actor.may(Right.REQUEST, consult.station):
        raise NotYours()


def may_answer(actor: Actor, consult: Consult) -> bool:
    """A clinician of the hospital whose department it is; or who was asked, of whatever hospital."""
    asked = actor.id in consult.team and actor.may_anywhere(Right.ANSWER)
    return (asked or actor.may(Right.ANSWER, consult.hospital)) and treats(actor, consult) is not None


def require_answer(actor: Actor, consult: Consult) -> None:
    """Take the case, or ask for more."""
    if not may_answer(actor, consult):
        raise NotYours()


def require_advise(actor: Actor, hospital: FacilityId) -> None:
    """Write down what one advised by telephone, of a case that is not here yet."""
    if not actor.may(Right.ANSWER, hospital):
        raise Denied


def require_side(actor: Actor, consult: Consult) -> None:
    """Either end of the case."""
    if not actor.may(Right.REQUEST, consult.station) and not may_answer(actor, consult):
        raise NotYours()


def require_ladders(actor: Actor, hospital: FacilityId) -> None:
    """See who is rung in which order, and what a ladder would do."""
    if not actor.may(Right.SEE_ROSTER, hospital):
        raise Denied


def may_set_ladder(actor: Actor, hospital: FacilityId, specialty: Specialty | None) -> bool:
    """A head that of their own specialty, a manager all of them and the general one (`specialty` None)."""
    return actor.may_for(Right.SET_LADDER, hospital, specialty)


def require_set_ladder(actor: Actor, hospital: FacilityId, specialty: Specialty | None) -> None:
    if not may_set_ladder(actor, hospital, specialty):
        raise Denied


def require_approvals(actor: Actor) -> None:
    """See what can be approved."""
    if not actor.may_anywhere(Right.APPROVE_CLINICAL):
        raise Denied


def require_approve(actor: Actor, hospital: FacilityId) -> None:
    """A department head or manager takes responsibility for their own hospital."""
    if not actor.may(Right.APPROVE_CLINICAL, hospital):
        raise Denied


def require_relief(actor: Actor, to: UserId) -> None:
    """Nobody takes a case over, or says no, for another."""
    if actor.id != to:
        raise NotYours()


def require_real(consult: Consult) -> None:
    """Raises PracticeHasNone."""
    if consult.practice:
        raise PracticeHasNone()


def require_ring(actor: Actor, user: UserId | None) -> None:
    if user != actor.id:
        raise NotYours()


def require_holder(actor: Actor, consult: Consult) -> None:
    """Hand on, put off, send back once taken: only the one who has it."""
    if consult.specialist != actor.id:
        raise NotYours()


def require_pass_on(actor: Actor, consult: Consult) -> None:
    """“Sai chuyên khoa”: the holder, or while nobody holds it any clinician of the hospital."""
    require_answer(actor, consult)
    if consult.state in TAKEN:
        require_holder(actor, consult)


def side_in_call(actor: Actor, consult: Consult) -> Side:
    """Which side of the call this person is: the station's clinicians, or the doctor who took it."""
    if consult.specialist == actor.id:
        return "hospital"
    if actor.may(Right.JOIN, consult.station):
        return "station"
    raise NotYours()


def require_seat(actor: Actor, call: Call) -> None:
    """Leaving and measuring are of one's own seat."""
    if not any(p.user == actor.id for p in call.participants):
        raise NotYours()


def require_admit(actor: Actor, consult: Consult) -> None:
    """Let a phone in as a camera: who sits in the call for the station, whose patient is in front of it."""
    if side_in_call(actor, consult) != "station":
        raise NotYours()
