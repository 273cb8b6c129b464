"""What people do with patients. Every look at one is kept, also when many are listed."""

from collections.abc import Sequence
from dataclasses import asdict

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ChangeId, FacilityId, PatientId, UserId
from telemed.records import lists, policy, wire
from telemed.records.oddities import oddities
from telemed.records.patient import Particulars, Patient, code_of
from telemed.records.store import numbers, twins
from telemed.records.store import patients as store
from telemed.sessions import Consults

MOST_CONSULTS = 50
"""Of one patient, shown on one page."""


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
            return await self.view(tx, await store.kept(tx, patient_id))

    async def read(self, actor: Actor, patient_id: PatientId) -> wire.PatientView:
        """Of a record that was joined with another, that other one."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            patient = await store.kept(tx, patient_id)
            await audit.record(tx, "read", "patient", patient.id, at=patient.station)
            return await self.view(tx, patient)

    async def change(
        self, actor: Actor, patient_id: PatientId, change_id: ChangeId, change: wire.PatientChange
    ) -> wire.PatientView:
        """Only the fields that are in the body.

        Raises:
            Stale: one of them moved on since the screen's version; nothing is taken.
        """
        async with self._db.transaction(actor) as tx:
            patient = await store.lock_kept(tx, patient_id)
            policy.require_change_patient(actor, patient)
            if await idempotency.first_time(tx, change_id, patient_id, change, tx.at):
                given = change.fields.model_dump(exclude_unset=True)
                before, (patient, facts) = patient, patient.changed(given, change.seen_version)
                for fact in facts:
                    await outbox.publish(tx, fact, tx.at)
                if facts:
                    await store.save(tx, patient)
                    await store.add_history(tx, patient.id, before.corrections(patient), change.reason)
                await audit.record(tx, "change", "patient", patient.id, at=patient.station)
            return await self.view(tx, patient)

    async def history(self, actor: Actor, patient_id: PatientId) -> wire.PatientHistory:
        """Every correction of a particular that was known before, of all records of this person; who joined them."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            kept = await store.kept(tx, patient_id)  # who is behind the wall has no history either
            ids = [kept.id, *(await twins.joined(tx, [kept.id])).get(kept.id, [])]
            found, merges = await store.history(tx, ids), await twins.merges(tx, kept.id)
            signed = {UserId(row.changed_by) for row in found} | {
                by for one, _, _ in merges for by in (one.by, one.parted_by) if by
            }
            people = await identity.people(tx, signed)
            await audit.record(tx, "read", "patient_history", kept.id, at=kept.station)
        return wire.PatientHistory(
            corrections=[
                wire.PatientCorrection(
                    patient_id=row.patient_id,
                    field=row.field,
                    before=row.before,
                    after=row.after,
                    reason=row.reason,
                    changed_by=people[row.changed_by],
                    changed_at=row.changed_at,
                )
                for row in found
            ],
            merges=[
                wire.PatientMergeView(
                    id=one.id,
                    kept_id=one.kept,
                    gone_id=one.gone,
                    gone_code=code,
                    gone_name=name,
                    reason=one.reason,
                    merged_by=people[one.by],
                    merged_at=one.at,
                    parted_by=people[one.parted_by] if one.parted_by else None,
                    parted_at=one.parted_at,
                    parted_reason=one.parted_reason,
                )
                for one, code, name in merges
            ],
        )

    async def consults(self, actor: Actor, patient_id: PatientId) -> wire.PatientConsults:
        """Of all records of this person; which of them the actor sees is the wall's question."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            kept = await store.kept(tx, patient_id)
            ids = [kept.id, *(await twins.joined(tx, [kept.id])).get(kept.id, [])]
            await audit.record(tx, "read", "patient_consults", kept.id, at=kept.station)
            return wire.PatientConsults(consults=await self._consults.of_patients(tx, ids, limit=MOST_CONSULTS))

    async def search(self, actor: Actor, text: str) -> wire.PatientList:
        """Those of one's own station, and of consults one may see, whose words begin so."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            stations, beyond = policy.where_patients_are(actor)
            return await self._list(tx, "find", await store.found(tx, text, stations, beyond=beyond))

    async def names(self, actor: Actor, ids: Sequence[PatientId]) -> wire.PatientList:
        """For lists of consults, which hold no names. Who may not be seen is left out."""
        async with self._db.transaction(actor) as tx:
            policy.require_identity(actor)
            return await self._list(tx, "name", await store.named(tx, ids))

    async def code_lists(self, actor: Actor) -> wire.CodeLists:
        """No policy: the lists are public."""
        return wire.CodeLists(
            communes=[wire.ListEntry(**asdict(one)) for one in lists.communes().values()],
            former_communes=[wire.FormerCommune(**asdict(one)) for one in lists.former_communes()],
            ethnic_groups=[wire.ListEntry(**asdict(one)) for one in lists.ethnic_groups().values()],
        )

    async def _list(self, tx: Tx, action: str, patients: list[Patient]) -> wire.PatientList:
        await audit.record_each(tx, action, "patient", {patient.id: patient.station for patient in patients})
        return wire.PatientList(patients=await self.views(tx, patients))

    # -- for whoever shows patients, inside their transaction ----------------------------------------------------------

    async def view(self, tx: Tx, patient: Patient) -> wire.PatientView:
        return (await self.views(tx, [patient]))[0]

    async def views(self, tx: Tx, patients: Sequence[Patient]) -> list[wire.PatientView]:
        joined = await twins.joined(tx, [patient.id for patient in patients])
        all_records = {patient.id: [patient.id, *joined.get(patient.id, [])] for patient in patients}
        open_ones = await self._consults.open_of_patients(tx, [one for ids in all_records.values() for one in ids])
        today = tx.at.astimezone(LOCAL).date()
        return [
            wire.PatientView(
                **asdict(patient.particulars),
                id=patient.id,
                code=patient.code,
                station_id=patient.station,
                version=patient.version,
                warnings=[
                    wire.PatientWarning(field=one.field, code=one.code) for one in oddities(patient.particulars, today)
                ],
                age_months=patient.age_months(tx.at),
                open_consult_id=next((open_ones[one] for one in all_records[patient.id] if one in open_ones), None),
                joined=joined.get(patient.id, []),
            )
            for patient in patients
        ]

    async def _next_code(self, tx: Tx, station: FacilityId) -> str:
        today = tx.at.astimezone(LOCAL).date()
        prefix = (await identity.facility(tx, station)).prefix or ""
        return code_of(prefix, today, await numbers.next_number(tx, station, f"patient-{today:%Y%m%d}"))
