"""Who may do what with a consult. Pure; the service asks with the loaded consult in hand (`domain.md` §3)."""

from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role
from telemed.sessions.calls import Call, Side
from telemed.sessions.model import TAKEN, Consult, State

SENDERS = STATION - {Role.STATION_NURSE}
"""A nurse prepares a request and its vital signs; a doctor or y sĩ sends it."""


class NotYours(Denied):
    """This consult belongs to another facility or to another doctor."""

    code = "consult.not_yours"


def require_request(actor: Actor, station: FacilityId, *, send: bool) -> None:
    if not actor.has(SENDERS if send else STATION, station):
        raise NotYours()


def may_read(actor: Actor, consult: Consult) -> bool:
    """The station's clinicians; the hospital's, once it was sent. A technical admin never."""
    if actor.is_system or actor.has(STATION, consult.station):
        return True
    return consult.state is not State.DRAFT and actor.has(HOSPITAL | {Role.HOSPITAL_MANAGER}, consult.hospital)


def require_read(actor: Actor, consult: Consult) -> None:
    if not may_read(actor, consult):
        raise NotYours()


def require_change(actor: Actor, consult: Consult) -> None:
    """The request's words and vital signs: anyone clinical at the station, while the case is theirs to describe."""
    if not actor.has(STATION, consult.station):
        raise NotYours()


def require_station(actor: Actor, consult: Consult) -> None:
    """Send, cancel, transfer, raise the urgency."""
    if not actor.has(SENDERS, consult.station):
        raise NotYours()


def require_answer(actor: Actor, consult: Consult) -> None:
    """Take the case, or ask for more: a clinician of the hospital."""
    if not actor.has(HOSPITAL, consult.hospital):
        raise NotYours()


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
    if actor.has(STATION, consult.station):
        return "station"
    raise NotYours()


def require_seat(actor: Actor, call: Call) -> None:
    """Leaving and measuring are of one's own seat."""
    if not any(p.user == actor.id for p in call.participants):
        raise NotYours()
