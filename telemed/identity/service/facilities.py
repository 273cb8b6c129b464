"""Looking after facilities: their telephones, whose papers they write, who signs for them."""

from typing import Any

from telemed.identity import policy_people as policy
from telemed.identity import wire_people as wire
from telemed.identity.model import Facility
from telemed.identity.model_people import DocumentNeeded, PrefixNeeded
from telemed.identity.store import people_admin
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing, Stale
from telemed.kernel.ids import ChangeId, FacilityId
from telemed.kernel.rights import Right
from telemed.kernel.values import FacilityKind, Profession

_PROVINCIAL = frozenset({"name", "short_name", "code"})


class Facilities:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def administered(self, actor: Actor) -> wire.FacilityAccount:
        """Those whose people the asker keeps."""
        async with self._db.transaction(actor) as tx:
            found = await people_admin.facilities(tx, policy.facilities_of(actor))
            return wire.FacilityAccount(
                facilities=[_view(facility, people) for facility, people in found],
                province=actor.may_everywhere(Right.MANAGE_PEOPLE),
            )

    async def read(self, actor: Actor, facility_id: FacilityId) -> wire.FacilityView:
        """Raises Denied: somebody else looks after it, or there is none."""
        policy.require_facility(actor, facility_id)
        async with self._db.transaction(actor) as tx:
            return await self._one(tx, facility_id)

    async def create(self, actor: Actor, facility_id: FacilityId, new: wire.NewFacility) -> wire.FacilityView:
        """Raises Denied, FacilityTaken, PrefixNeeded."""
        policy.require_province(actor)
        if new.kind is FacilityKind.STATION and new.prefix is None:
            raise PrefixNeeded(pointer="/body/prefix")
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, facility_id, facility_id, new, tx.at):
                await people_admin.add_facility(tx, Facility(id=facility_id, **new.model_dump()))
                await audit.record(tx, "facility.create", "facility", facility_id)
            return await self._one(tx, facility_id)

    async def change(
        self, actor: Actor, facility_id: FacilityId, change_id: ChangeId, change: wire.FacilityChange
    ) -> wire.FacilityView:
        """Only the fields in the body.

        Raises:
            Denied, Missing, Stale, FacilityTaken, DocumentNeeded
        """
        policy.require_facility(actor, facility_id)
        given = _given(change.fields)
        if given.keys() & _PROVINCIAL:
            policy.require_province(actor)
        async with self._db.transaction(actor) as tx:
            facility = await people_admin.lock_facility(tx, facility_id)
            if await idempotency.first_time(tx, change_id, facility_id, change, tx.at):
                if facility.version != change.seen_version:
                    raise Stale(version=facility.version)
                signers = frozenset(given.get("signing_professions", facility.signing_professions))
                document = given.get("signing_document", facility.signing_document)
                if not document and not signers <= {Profession.DOCTOR}:
                    raise DocumentNeeded(pointer="/body/fields/signing_document")
                await people_admin.save_facility(tx, facility_id, given)
                await audit.record(tx, "facility.change", "facility", facility_id)
            return await self._one(tx, facility_id)

    async def _one(self, tx: Tx, facility_id: FacilityId) -> wire.FacilityView:
        found = await people_admin.facilities(tx, {facility_id})
        if not found:
            raise Missing
        return _view(*found[0])


def _given(fields: wire.FacilityFields) -> dict[str, Any]:
    """What may be emptied comes as null; a name does not."""
    needed = {"name", "short_name", "authority", "signing_professions"}
    given = fields.model_dump(exclude_unset=True)
    if "signing_professions" in given and given["signing_professions"] is not None:
        given["signing_professions"] = sorted(set(given["signing_professions"]))
    return {name: value for name, value in given.items() if value is not None or name not in needed}


def _view(facility: Facility, people: int) -> wire.FacilityView:
    return wire.FacilityView(
        id=facility.id,
        name=facility.name,
        short_name=facility.short_name,
        kind=facility.kind,
        code=facility.code,
        prefix=facility.prefix,
        commune_code=facility.commune_code,
        authority=facility.authority,
        emergency_phone=facility.emergency_phone,
        leader_phone=facility.leader_phone,
        signing_professions=sorted(facility.signing_professions),
        signing_document=facility.signing_document,
        version=facility.version,
        people=people,
    )
