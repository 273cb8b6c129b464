"""Who keeps which accounts, gives which roles where, and looks after which facilities."""

from collections.abc import Collection

from telemed.identity.model import DatedGrant, Person
from telemed.identity.model_people import OVERSEE, HoldsMore, OwnAccount
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.rights import ROLES, Right


def require_administration(actor: Actor) -> None:
    """Lists of people and facilities; which of them is asked for each one below."""
    _require(actor.may_anywhere(Right.MANAGE_PEOPLE))


def administers(actor: Actor, facility: FacilityId | None) -> bool:
    """An account of no facility belongs to whoever administers everything."""
    if facility is None:
        return actor.may_everywhere(Right.MANAGE_PEOPLE)
    return actor.may(Right.MANAGE_PEOPLE, facility)


def facilities_of(actor: Actor) -> frozenset[FacilityId] | None:
    """The facilities whose people, and whose own data, the asker looks after; None for all there are."""
    require_administration(actor)
    return None if actor.may_everywhere(Right.MANAGE_PEOPLE) else actor.where(Right.MANAGE_PEOPLE)


def sees(actor: Actor, person: Person, grants: Collection[DatedGrant]) -> bool:
    """The account is kept here, or holds or held a role here."""
    return administers(actor, person.facility) or any(administers(actor, one.facility) for one in grants)


def require_see(actor: Actor, person: Person, grants: Collection[DatedGrant]) -> None:
    """Raises Missing: who works elsewhere is nobody here."""
    require_administration(actor)
    if not sees(actor, person, grants):
        raise Missing


def keeps(actor: Actor, person: Person, live: Collection[DatedGrant]) -> bool:
    """An account that oversees others elsewhere is out of reach: its new password would open what it oversees."""
    return administers(actor, person.facility) and not _holds_more(actor, live)


def require_keep(actor: Actor, person: Person, live: Collection[DatedGrant]) -> None:
    """Change an account, invite its owner anew, end its sign-ins. `live`: grants that run or are still to begin.

    Raises:
        Denied: it is kept elsewhere.
        HoldsMore
    """
    _require(administers(actor, person.facility))
    if _holds_more(actor, live):
        raise HoldsMore


def require_close(actor: Actor, person: Person, live: Collection[DatedGrant]) -> None:
    """Raises Denied, HoldsMore, OwnAccount."""
    if person.id == actor.id:
        raise OwnAccount
    require_keep(actor, person, live)


def require_new_person(actor: Actor, facility: FacilityId) -> None:
    _require(administers(actor, facility))


def require_grant(actor: Actor, person: UserId, facility: FacilityId) -> None:
    """Give a role or end it: never one's own, and only where one administers, so never a wider one than one's own.

    Raises:
        Denied, OwnAccount
    """
    _require(administers(actor, facility))
    if person == actor.id:
        raise OwnAccount


def require_facility(actor: Actor, facility: FacilityId) -> None:
    """Read it whole; change its telephones, its authority, who signs for it."""
    _require(administers(actor, facility))


def require_province(actor: Actor) -> None:
    """Create a facility or rename one: names stand on every paper of the province."""
    _require(actor.may_everywhere(Right.MANAGE_PEOPLE))


def _holds_more(actor: Actor, live: Collection[DatedGrant]) -> bool:
    return any(ROLES[one.role].may & OVERSEE and not administers(actor, one.facility) for one in live)


def _require(allowed: bool) -> None:
    if not allowed:
        raise Denied
