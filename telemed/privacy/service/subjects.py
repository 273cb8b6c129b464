"""Handing a patient's data out, and erasing who a patient was where the law no longer wants it kept."""

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from telemed import identity
from telemed.infra import audit
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.ids import PatientId
from telemed.privacy import forms, policy, wire
from telemed.privacy.model import AlreadyErased, KeptByLaw, NotApproved, RequestClosed, RequestKind
from telemed.privacy.retention import DEFAULT_PERIODS, Periods, last_day
from telemed.privacy.store import erasing, kept, subject
from telemed.privacy.store import requests as store
from telemed.records import Pdf, Records

GATHERING = "gathering a patient's own data"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A zip and what to call it: our codes, never a name."""

    content: bytes
    name: str


class Subjects:
    def __init__(self, db: Database, records: Records, periods: Periods = DEFAULT_PERIODS) -> None:
        self._db, self._records, self._periods = db, records, periods

    async def export(self, actor: Actor, patient_id: PatientId, request_id: UUID) -> Parcel:
        """Everything, for a request that is open or was just answered.

        Raises:
            Missing: no such request of this patient.
            RequestClosed: it asks for something else, or was refused.
        """
        async with self._db.transaction(actor) as tx:
            request = await store.request(tx, request_id)
            policy.require_answer(actor, request.station)
            if request.patient != patient_id or request.kind is not RequestKind.EXPORT or request.refused:
                raise RequestClosed
            station = (await identity.facility(tx, request.station)).name
            minutes, referrals = await subject.signed_papers(tx, patient_id)
            await audit.record(tx, "export", "patient", patient_id)
            made_at = tx.at
        papers = [await self._records.signing.print(actor, one) for one in minutes]
        papers += [await self._records.referrals.print(actor, one) for one in referrals]
        # As the system: who else looked is behind the wall, and the patient may know.
        async with self._db.transaction(Actor.system(GATHERING)) as tx:
            found = await subject.everything(tx, patient_id)
        code = found["patient"]["code"]
        about = forms.readme(
            code=code, station=station, asked_at=request.received_at, made_at=made_at, papers=len(papers)
        )
        return Parcel(await asyncio.to_thread(_zip, about, found, papers, made_at), f"{code}.zip")

    async def erase(self, actor: Actor, patient_id: PatientId, request_id: UUID) -> wire.ErasedPatient:
        """Who the patient was, and requests about them that were never sent. There is no way back.

        Raises:
            NotApproved: the privacy officer has not approved the request, or it is of another patient.
            KeptByLaw: a case of theirs must be kept until `until`.
            AlreadyErased
        """
        async with self._db.transaction(actor) as tx:
            request = await store.lock_request(tx, request_id)
            policy.require_answer(actor, request.station)
            if request.patient != patient_id:
                raise NotApproved
            done = request.erased(actor.id, tx.at)
            if await erasing.is_erased(tx, patient_id):
                raise AlreadyErased
            same = await erasing.records_of(tx, patient_id)  # what is seen as one person is erased as one
            cases = [case for one in same for case in await kept.cases_of_patient(tx, one)]
            until = last_day(cases, tx.at, self._periods)
            if until is not None:
                raise KeptByLaw(until=until.isoformat())
            for one in same:
                for draft in await erasing.drafts_of(tx, one):
                    await erasing.blank_request(tx, draft)
                await erasing.blank_patient(tx, one)
                await audit.record(tx, "erase", "patient", one)
            await store.save_request(tx, done)
            return wire.ErasedPatient(patient_id=patient_id, erased_at=tx.at)


def _zip(about: str, found: subject.Values, papers: list[Pdf], at: datetime) -> bytes:
    out = io.BytesIO()
    day = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parcel:
        entries = {"README.txt": about.encode(), "data.json": json.dumps(found, ensure_ascii=False, indent=2).encode()}
        for number, paper in enumerate(papers, 1):
            entries[f"giay-to/{number:02}-{paper.name}"] = paper.content
        for name, content in entries.items():
            parcel.writestr(zipfile.ZipInfo(name, day), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
