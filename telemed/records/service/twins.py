"""What people do with records that may be one person: look at likely ones, join, part, say that they are two."""

from uuid import UUID

from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId, PatientId, uuid7
from telemed.records import policy, wire
from telemed.records.patient import Particulars, Patient
from telemed.records.service.patients import Patients
from telemed.records.store import patients as store
from telemed.records.store import twins as twin_store
from telemed.records.twins import SURE, Merge, NotJoined, likeness, require_joinable

SHOWN = 10


class Twins:
    def __init__(self, db: Database, patients: Patients) -> None:
        self._db, self._patients = db, patients

    async def likely(self, actor: Actor, patient_id: PatientId) -> wire.LikelyPatients:
        """Other records of the actor's stations that may be this person, with what speaks for and against."""
        async with self._db.transaction(actor) as tx:
            patient = await store.kept(tx, patient_id)
            policy.require_judge_same(actor, patient)
            await audit.record(tx, "read", "patient_likely", patient.id, at=patient.station)
            return await self._likely(tx, patient)

    async def likely_new(self, actor: Actor, new: wire.NewPatient) -> wire.LikelyPatients:
        """The same for somebody who is being written down and not kept yet: only a word beside the form.

        What is not the actor's to see is not found: a nurse is shown patients with open cases alone.
        """
        station = FacilityId(new.station_id)
        policy.require_new_patient(actor, station)
        async with self._db.transaction(actor) as tx:
            known = Particulars(**new.model_dump(exclude={"station_id"}))
            return await self._likely(tx, Patient(PatientId(uuid7()), "", station, known, tx.at))

    async def not_same(self, actor: Actor, patient_id: PatientId, said: wire.NotSamePatient) -> wire.LikelyPatients:
        """Somebody looked and found two people: remembered for both."""
        async with self._db.transaction(actor) as tx:
            patient, other = await store.kept(tx, patient_id), await store.kept(tx, PatientId(said.other_id))
            policy.require_judge_same(actor, patient)
            policy.require_judge_same(actor, other)
            if patient.id != other.id:
                await twin_store.say_apart(tx, patient.id, other.id)
                await audit.record(tx, "not_same", "patient", patient.id, at=patient.station)
            return await self._likely(tx, patient)

    async def merge(self, actor: Actor, merge_id: UUID, new: wire.NewPatientMerge) -> wire.PatientView:
        """The kept record, under which both are seen from now on.

        Raises:
            Itself, AlreadyJoined, HasJoined, BothReferred: nothing was joined.
        """
        async with self._db.transaction(actor) as tx:
            kept, gone = await self._locked(tx, PatientId(new.kept_id), PatientId(new.gone_id))
            for one in (kept, gone):
                policy.require_judge_same(actor, one)
            if await idempotency.first_time(tx, merge_id, kept.id, new, tx.at):
                require_joinable(kept, gone, gone_has=bool(await twin_store.joined(tx, [gone.id])))
                merge = Merge(merge_id, kept.id, gone.id, kept.station, gone.station, new.reason, actor.id, tx.at)
                await twin_store.join(tx, merge)
                for one in (kept, gone):
                    await audit.record(tx, "merge", "patient", one.id, at=one.station)
            return await self._patients.view(tx, await store.kept(tx, kept.id))

    async def unmerge(self, actor: Actor, merge_id: UUID, why: wire.PatientUnmerge) -> wire.PatientView:
        """The record that stands for itself again. The two are remembered as two people.

        Raises:
            NotJoined: they were parted already, by another's hand.
        """
        async with self._db.transaction(actor) as tx:
            merge = await twin_store.get(tx, merge_id)
            kept, gone = await self._locked(tx, merge.kept, merge.gone)
            for one in (kept, gone):
                policy.require_judge_same(actor, one)
            if merge.parted_at is not None and (merge.parted_by, merge.parted_reason) != (actor.id, why.reason):
                raise NotJoined
            if merge.parted_at is None:
                await twin_store.part(tx, merge, why.reason)
                await twin_store.say_apart(tx, kept.id, gone.id)
                for one in (kept, gone):
                    await audit.record(tx, "unmerge", "patient", one.id, at=one.station)
            return await self._patients.view(tx, await store.get(tx, gone.id))

    async def _likely(self, tx: Tx, patient: Patient) -> wire.LikelyPatients:
        stations, _ = policy.where_patients_are(tx.actor)
        records = [patient.id, *(await twin_store.joined(tx, [patient.id])).get(patient.id, [])]
        apart = await twin_store.apart_from(tx, records)
        found = [one for one in await twin_store.candidates(tx, patient, stations) if one.id not in apart]
        judged = [(likeness(patient.particulars, one.particulars), one) for one in found]
        best = sorted((pair for pair in judged if pair[0].likely), key=lambda pair: (-pair[0].points, pair[1].id))
        shown = best[:SHOWN]
        views = await self._patients.views(tx, [one for _, one in shown])
        await audit.record_each(tx, "find", "patient", {one.id: one.station for _, one in shown})
        return wire.LikelyPatients(
            likely=[
                wire.LikelyPatient(patient=view, reasons=list(like.reasons), sure=like.points >= SURE)
                for (like, _), view in zip(shown, views, strict=True)
            ]
        )

    async def _locked(self, tx: Tx, kept: PatientId, gone: PatientId) -> tuple[Patient, Patient]:
        """Always in the same order, so that two who join the same two do not wait for each other."""
        found = {one: await store.lock(tx, one) for one in sorted({kept, gone})}
        return found[kept], found[gone]
