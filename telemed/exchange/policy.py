"""Who gives keys and addresses, what a key was given, who takes patients and lists in. Pure."""

from telemed.exchange.model_keys import Data, NotThisKind
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right


def facilities_of(actor: Actor) -> frozenset[FacilityId] | None:
    """The facilities whose keys and addresses the asker looks after; None for all there are."""
    if not actor.may_anywhere(Right.MANAGE_PEOPLE):
        raise Denied
    return None if actor.may_everywhere(Right.MANAGE_PEOPLE) else actor.where(Right.MANAGE_PEOPLE)


def require_give(actor: Actor, facility: FacilityId) -> None:
    """A key opens a facility's records: whoever keeps its accounts gives it."""
    if not actor.may(Right.MANAGE_PEOPLE, facility):
        raise Denied


def require_keep(actor: Actor, facility: FacilityId | None) -> None:
    """Raises Missing: it belongs elsewhere, or nowhere."""
    facilities_of(actor)
    if facility is None or not actor.may(Right.MANAGE_PEOPLE, facility):
        raise Missing


def require_kind(key: Actor, *kinds: Data) -> FacilityId:
    """The facility of a key that was given all of these. Raises NotThisKind."""
    if key.key is None or not key.key.kinds.issuperset(kinds):
        raise NotThisKind
    return key.key.facility


def has(key: Actor, kind: Data) -> bool:
    return key.key is not None and kind in key.key.kinds


def require_lists(actor: Actor) -> None:
    """Lists of codes are the province's."""
    if not actor.may_everywhere(Right.MANAGE_PEOPLE):
        raise Denied


def require_patient(actor: Actor, station: FacilityId) -> None:
    """As somebody who enters patients there by hand."""
    if not actor.may(Right.PREPARE, station):
        raise Denied
