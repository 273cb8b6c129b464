"""Takes in a patient, or the list of communes: whole or not at all, every fault named."""

import json
from dataclasses import asdict
from uuid import UUID

from pydantic import ValidationError

from telemed.exchange import communes, csv_patient, fhir_patient, policy, wire
from telemed.exchange.fhir_patient import Fault, Unreadable
from telemed.exchange.model import Person
from telemed.exchange.store import communes as store
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId, PatientId
from telemed.records import NewPatient, Records


class Imports:
    def __init__(self, db: Database, records: Records) -> None:
        self._db, self._records = db, records

    async def patient(self, actor: Actor, patient_id: PatientId, given: wire.TakePatient) -> wire.TakenPatient:
        """One patient of a station, from FHIR or a line of CSV. Raises OtherBody."""
        policy.require_patient(actor, FacilityId(given.station_id))
        try:
            new = _new_patient(given.form, given.text, patient_id, given.station_id)
        except Unreadable as refused:
            return wire.TakenPatient(patient_id=None, faults=faults_of(refused.faults))
        taken = await self._records.patients.create(actor, patient_id, new)
        return wire.TakenPatient(patient_id=taken.id, faults=[])

    async def communes(self, actor: Actor, given: wire.TakeCodes) -> wire.TakenCodes:
        """The dated list, or part of it; the same list again changes nothing."""
        policy.require_lists(actor)
        async with self._db.transaction(actor) as tx:
            return await take_communes(tx, given.text)

    async def communes_file(self, actor: Actor) -> str:
        """The list as it was taken in. No policy: it names places."""
        async with self._db.transaction(actor) as tx:
            return communes.text(await store.some(tx))


async def take_communes(tx: Tx, text: str) -> wire.TakenCodes:
    """By whoever may: an administrator of the province, or the operator at the machine."""
    try:
        taken = communes.read(text)
        change = communes.change(await store.some(tx, {one.code for one in taken}), taken)
    except Unreadable as refused:
        return wire.TakenCodes(added=0, changed=0, unchanged=0, faults=faults_of(refused.faults))
    await store.put(tx, (*change.added, *change.changed))
    await audit.record(tx, "exchange.take", "commune", None)
    return wire.TakenCodes(added=len(change.added), changed=len(change.changed), unchanged=change.unchanged, faults=[])


def faults_of(faults: list[Fault]) -> list[wire.TakenFault]:
    return [wire.TakenFault(line=one.line, field=one.field, code=one.code) for one in faults]


def _new_patient(form: str, text: str, patient_id: UUID, station_id: UUID) -> NewPatient:
    """Raises Unreadable."""
    if form == "csv":
        who, line = csv_patient.person(text, patient_id), 2
    else:
        try:
            given = json.loads(text)
        except (ValueError, RecursionError) as error:
            at = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            raise Unreadable([Fault(at, "", "json_invalid")]) from None
        who, line = fhir_patient.person(given, patient_id), 1
    return as_new(who, station_id, line)


def as_new(who: Person, station_id: UUID, line: int = 1) -> NewPatient:
    """What the record has fields for. Raises Unreadable: a value is longer than its field, or no such code."""
    known = {name: value for name, value in asdict(who).items() if name in NewPatient.model_fields}
    try:
        return NewPatient(**known, station_id=station_id)
    except ValidationError as error:
        faults = [Fault(line, ".".join(map(str, one["loc"])), one["type"]) for one in error.errors()]
        raise Unreadable(faults) from None
