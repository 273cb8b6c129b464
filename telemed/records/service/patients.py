"""What people do with patients. Every look at one is kept, also when many are listed."""

from collections.abc import Sequence
from dataclasses import asdict

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ChangeId, FacilityId, PatientId, UserId
from telemed.records import policy, wire
from telemed.records.patient import Particulars, Patient, code_of, oddities
from telemed.records.store import numbers
from telemed.records.store import patients as store
from telemed.sessions import Consults


class Patients:
    def __init__(self, db: Database, consults: Consults) -> None:
        self._db, self._consults = db, consults

    async def create(self, actor: Actor, patient_id: PatientId, new: wire.NewPatient) -> wire.PatientView:
        """Raises OtherBody: the id was used for something else."""
        station = FacilityId(new.station_id)
        async with self._db.transaction(actor) as tx:
            policy.require_new_patient(actor, station)
            if await idempotency.first_time(tx, patient_id, patient_id, new, tx.at):
                known = Particulars(**new.model_dump(exclude={"station_id"}))
                patient = Patient(patient_id, await self._next_code(tx, station), station, known, tx.at)
                await store.add(tx, patient)
                await audit.record(tx, "create", "patient", patient_id)
            return await self._view(tx, await store.get(tx, patient_id))

    async def read(self, actor: Actor, patient_id: PatientId) -> wire.PatientView:
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            patient = await store.get(tx, patient_id)
            await audit.record(tx, "read", "patient", patient_id, at=patient.station)
            return await self._view(tx, patient)

    async def change(
        self, actor: Actor, patient_id: PatientId, change_id: ChangeId, change: wire.PatientChange
    ) -> wire.PatientView:
        """Only the fields that are in the body.

        Raises:
            Stale: one of them moved on since the screen's version; nothing is taken.
        """
        async with self._db.transaction(actor) as tx:
            patient = await store.lock(tx, patient_id)
            policy.require_change_patient(actor, patient)
            if await idempotency.first_time(tx, change_id, patient_id, change, tx.at):
                given = change.fields.model_dump(exclude_unset=True)
                before, (patient, facts) = patient, patient.changed(given, change.seen_version)
                for fact in facts:
                    await outbox.publish(tx, fact, tx.at)
                if facts:
                    await store.save(tx, patient)
                    await store.add_history(tx, patient.id, before.corrections(patient), change.reason)
                await audit.record(tx, "change", "patient", patient_id, at=patient.station)
            return await self._view(tx, patient)

    async def history(self, actor: Actor, patient_id: PatientId) -> wire.PatientHistory:
        """Every correction of a particular that was known before, the newest first."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            await store.get(tx, patient_id)  # who is behind the wall has no history either
            found = await store.history(tx, patient_id)
            people = await identity.people(tx, {UserId(row.changed_by) for row in found})
            await audit.record(tx, "read", "patient_history", patient_id)
        return wire.PatientHistory(
            corrections=[
                wire.PatientCorrection(
                    field=row.field,
                    before=row.before,
                    after=row.after,
                    reason=row.reason,
                    changed_by=people[row.changed_by],
                    changed_at=row.changed_at,
                )
                for row in found
            ]
        )

    async def search(self, actor: Actor, text: str) -> wire.PatientList:
        """Those of one's own station, and of consults one may see, whose words begin so."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            return await self._list(tx, "find", await store.found(tx, text))

    async def names(self, actor: Actor, ids: Sequence[PatientId]) -> wire.PatientList:
        """For lists of consults, which hold no names. Who may not be seen is left out."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            return await self._list(tx, "name", await store.named(tx, ids))

    async def _list(self, tx: Tx, action: str, patients: list[Patient]) -> wire.PatientList:
        for patient in patients:
            await audit.record(tx, action, "patient", patient.id, at=patient.station)
        return wire.PatientList(patients=[await self._view(tx, patient) for patient in patients])

    async def _view(self, tx: Tx, patient: Patient) -> wire.PatientView:
        odd = oddities(patient.particulars, tx.at.astimezone(LOCAL).date())
        return wire.PatientView(
            **asdict(patient.particulars),
            id=patient.id,
            code=patient.code,
            station_id=patient.station,
            version=patient.version,
            warnings=[wire.PatientWarning(field=one.field, code=one.code) for one in odd],
            age_months=patient.age_months(tx.at),
            open_consult_id=await self._consults.open_of_patient(tx, patient.id),
        )

    async def _next_code(self, tx: Tx, station: FacilityId) -> str:
        today = tx.at.astimezone(LOCAL).date()
        prefix = (await identity.facility(tx, station)).prefix or ""
        return code_of(prefix, today, await numbers.next_number(tx, station, f"patient-{today:%Y%m%d}"))
