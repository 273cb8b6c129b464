"""Whose line one may test and look at: that of the place one works at."""

from collections.abc import Collection

from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right


def require_place(actor: Actor, facility: FacilityId) -> None:
    """Keep what a test found there, and read what earlier ones did."""
    if not actor.has(STATION | HOSPITAL, facility):
        raise Denied


def own_links(actor: Actor) -> frozenset[FacilityId]:
    """The places where they work, whose link they sit on."""
    return actor.facilities(STATION | HOSPITAL)


def hospitals_of_links(actor: Actor) -> frozenset[FacilityId]:
    """Whoever sees a hospital's roster looks after the links of its stations too."""
    return actor.where(Right.SEE_ROSTER) | actor.where(Right.SET_LINK)


def sees_all_links(actor: Actor) -> bool:
    return actor.may_everywhere(Right.SEE_ROSTER)


def require_links(actor: Actor) -> None:
    if not own_links(actor) and not hospitals_of_links(actor):
        raise Denied


def may_set_link(actor: Actor, facility: FacilityId, supporting: Collection[FacilityId]) -> bool:
    """One's own place's, or of a station that one's hospital supports."""
    return any(actor.may(Right.SET_LINK, at) for at in (facility, *supporting))


def require_set_link(actor: Actor, facility: FacilityId, supporting: Collection[FacilityId]) -> None:
    if not may_set_link(actor, facility, supporting):
        raise Denied
