"""Who may open single cases for a reason, review that, answer for patients' data, see totals. Pure."""

from dataclasses import dataclass, replace
from typing import assert_never

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right
from telemed.kernel.values import Role
from telemed.privacy.model import Ground, SubjectRequest


class NotYours(Denied):
    """This is not among the rights of this person here."""

    code = "privacy.denied"


def require(allowed: bool) -> None:
    if not allowed:
        raise NotYours()


# -- opened cases ------------------------------------------------------------------------------------------------------


def require_ground(actor: Actor, ground: Ground) -> None:
    """Before the case is looked up: what this person may never do tells them nothing of which codes exist."""
    match ground:
        case Ground.EMERGENCY:
            require(actor.may_anywhere(Right.BREAK_GLASS))
        case Ground.INSPECTION | Ground.COMPLAINT:
            require(actor.may_everywhere(Right.STATE_PURPOSE))
        case Ground.MANAGEMENT:
            require(actor.may_anywhere(Right.STATE_PURPOSE))
        case never:
            assert_never(never)


def require_open(actor: Actor, ground: Ground, hospital: FacilityId) -> None:
    """Any doctor in an emergency; an inspection and a complaint are the province's, a review its hospital's."""
    require_ground(actor, ground)
    if ground is not Ground.EMERGENCY:
        require(actor.may(Right.STATE_PURPOSE, hospital))


def may_review(actor: Actor, station: FacilityId, hospital: FacilityId) -> bool:
    return any(actor.may(Right.REVIEW_ACCESS, end) for end in (station, hospital))


def require_review(actor: Actor, station: FacilityId, hospital: FacilityId) -> None:
    require(may_review(actor, station, hospital))


def require_reviews(actor: Actor) -> None:
    require(actor.may_anywhere(Right.REVIEW_ACCESS))


# -- what patients ask -------------------------------------------------------------------------------------------------


def require_file(actor: Actor, station: FacilityId) -> None:
    require(actor.may(Right.FILE_DATA_REQUEST, station))


def require_list(actor: Actor) -> None:
    require(actor.may_anywhere(Right.FILE_DATA_REQUEST))


def may_answer(actor: Actor, station: FacilityId) -> bool:
    return actor.may(Right.ANSWER_DATA_REQUEST, station)


def require_answer(actor: Actor, station: FacilityId) -> None:
    """Hand out or erase: the station's head answers for its patients."""
    require(may_answer(actor, station))


def may_approve(actor: Actor, station: FacilityId) -> bool:
    return actor.may(Right.APPROVE_ERASURE, station)


def require_approve(actor: Actor, station: FacilityId) -> None:
    require(may_approve(actor, station))


def require_refuse(actor: Actor, request: SubjectRequest) -> None:
    require(may_answer(actor, request.station) or may_approve(actor, request.station))


# -- totals ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TotalsScope:
    """Whose cases are counted. Exactly one of the three."""

    everywhere: bool = False
    hospitals: frozenset[FacilityId] = frozenset()
    communes_of: frozenset[FacilityId] = frozenset()
    """Facilities whose communes are counted, with small counts withheld."""


def require_totals(actor: Actor) -> TotalsScope:
    """The widest of what this person's grants give."""
    communes = frozenset(g.facility for g in actor.grants if g.role is Role.COMMUNE_VIEWER)
    others = replace(actor, grants=tuple(g for g in actor.grants if g.role is not Role.COMMUNE_VIEWER))
    if others.may_everywhere(Right.SEE_TOTALS):
        return TotalsScope(everywhere=True)
    if hospitals := others.where(Right.SEE_TOTALS):
        return TotalsScope(hospitals=hospitals)
    require(bool(communes))
    return TotalsScope(communes_of=communes)
