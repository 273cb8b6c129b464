"""How accounts look in lists: which ones a search finds, in what order, and what each line says."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from telemed.identity import policy_people as policy
from telemed.identity import store
from telemed.identity import wire_people as wire
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.identity.model_people import PAGE, Factor, Keeping, Status, is_named, is_over, name_key
from telemed.identity.wire import facility_ref, person_ref
from telemed.infra.db import Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId

ENDING_WITHIN: Final = timedelta(days=1)
"""An invitation that runs out this soon is worth a word on the list."""
_WORKING: Final = frozenset({Status.ACTIVE, Status.ROTATING})


async def listed(tx: Tx, seen: Collection[Keeping], search: wire.PersonSearch) -> wire.PersonList:
    """One page of what the search finds, and figures over all the asker sees."""
    today = tx.at.astimezone(LOCAL).date()
    stands = {one.person.id: one.status(tx.at, today) for one in seen}
    kept = [one for one in seen if policy.administers(tx.actor, one.person.facility)]
    bare = {one.person.id for one in kept if one.factor is Factor.NONE and stands[one.person.id] in _WORKING}
    found = [one for one in seen if _matches(one, search, stands[one.person.id], today)]
    if search.without_second_factor:
        found = [one for one in found if one.person.id in bare]
    found.sort(key=lambda one: name_key(one.person))
    last = next((one for one in seen if one.person.id == search.after), None)
    ahead = [one for one in found if last is None or name_key(one.person) > name_key(last.person)]
    page = ahead[:PAGE]
    return wire.PersonList(
        people=await rows_of(tx, page, live_only=True),
        older=page[-1].person.id if len(ahead) > PAGE else None,
        total=len(found),
        counts=dict(Counter(stands.values())),
        without_second_factor=len(bare),
        invitations_ending=sum(_is_ending(one, stands[one.person.id], tx.at) for one in kept),
    )


async def rows_of(tx: Tx, these: Collection[Keeping], *, live_only: bool) -> list[wire.PersonRow]:
    """`live_only`: without the grants that are over."""
    today = tx.at.astimezone(LOCAL).date()
    shown = {one.person.id: one.live(today) if live_only else one.grants for one in these}
    grants = [grant for some in shown.values() for grant in some]
    places = {grant.facility for grant in grants} | {one.person.facility for one in these if one.person.facility}
    facilities = {one.id: one for one in await store.facilities(tx, places)}
    givers = await store.persons(tx, {grant.given_by for grant in grants if grant.given_by})
    names = {one.id: one for one in givers}
    return [_row(tx, one, shown[one.person.id], facilities, names) for one in these]


def _row(
    tx: Tx,
    one: Keeping,
    grants: Collection[DatedGrant],
    facilities: Mapping[FacilityId, Facility],
    names: Mapping[UserId, Person],
) -> wire.PersonRow:
    person, today = one.person, tx.at.astimezone(LOCAL).date()
    status = one.status(tx.at, today)
    waiting = status in {Status.INVITED, Status.INVITATION_EXPIRED}
    return wire.PersonRow(
        id=person.id,
        name=person.name,
        username=person.username,
        profession=person.profession,
        license_no=person.license_no,
        status=status,
        disabled_reason=person.disabled_reason if not person.active else None,
        facility=facility_ref(facilities[person.facility]) if person.facility else None,
        grants=[
            wire.GrantRow(
                id=grant.id,
                role=grant.role,
                facility=facility_ref(facilities[grant.facility]),
                specialty=grant.specialty,
                valid_from=grant.valid_from,
                valid_to=grant.valid_to,
                source=grant.source,
                document=grant.document,
                given_by=person_ref(names[grant.given_by]) if grant.given_by else None,
                may_end=_may_end(tx.actor, grant, today),
            )
            for grant in grants
        ],
        second_factor=one.factor if policy.administers(tx.actor, person.facility) else None,
        seen_at=person.seen_at,
        invitation_expires_at=one.invited.expires_at if one.invited and waiting else None,
    )


def _may_end(actor: Actor, grant: DatedGrant, today: date) -> bool:
    return grant.person != actor.id and policy.administers(actor, grant.facility) and not is_over(grant, today)


def _matches(one: Keeping, search: wire.PersonSearch, status: Status, today: date) -> bool:
    person, live = one.person, one.live(today)
    if search.status is not None and status is not search.status:
        return False
    if search.status is None and status is Status.DISABLED and not search.all:
        return False
    if search.facility_id is not None:
        at = FacilityId(search.facility_id)
        if person.facility != at and all(grant.facility != at for grant in live):
            return False
    if search.role is not None and all(grant.role is not search.role for grant in live):
        return False
    return is_named(person, search.text)


def _is_ending(one: Keeping, status: Status, now: datetime) -> bool:
    if status is Status.INVITATION_EXPIRED:
        return True
    soon = one.invited is not None and one.invited.expires_at - now < ENDING_WITHIN
    return status is Status.INVITED and soon
