"""All SQL of patients and the words they are found by."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import delete, insert, intersect, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, PatientId, uuid7
from telemed.kernel.values import Sex
from telemed.records import tables as t
from telemed.records.model import BirthPrecision
from telemed.records.patient import Correction, Particulars, Patient
from telemed.records.words import beginnings

_c = t.patient.c
_w = t.patient_word.c
_KNOWN = tuple(f.name for f in fields(Particulars))


async def add(tx: Tx, patient: Patient) -> None:
    await tx.execute(insert(t.patient).values(**_columns(patient)))
    await _add_words(tx, patient)


async def get(tx: Tx, patient_id: PatientId) -> Patient:
    """Raises Missing: there is none, or it is behind the wall."""
    return _one(await tx.first(select(t.patient).where(_c.id == patient_id)))


async def lock(tx: Tx, patient_id: PatientId) -> Patient:
    return _one(await tx.first(select(t.patient).where(_c.id == patient_id).with_for_update()))


async def save(tx: Tx, patient: Patient) -> None:
    columns = _columns(patient)
    del columns["id"]
    await tx.execute(update(t.patient).where(_c.id == patient.id).values(**columns))
    await tx.execute(delete(t.patient_word).where(_w.patient_id == patient.id))
    await _add_words(tx, patient)


async def add_history(tx: Tx, patient_id: PatientId, corrections: Collection[Correction], reason: str) -> None:
    """Who made them and when is who acts, now."""
    made = {"patient_id": patient_id, "reason": reason, "changed_by": tx.actor.id, "changed_at": tx.at}
    if corrections:
        await tx.execute(insert(t.patient_history), [{**asdict(one), **made, "id": uuid7()} for one in corrections])


async def history(tx: Tx, patient_id: PatientId) -> Sequence[AnyRow]:
    h = t.patient_history.c
    query = select(t.patient_history).where(h.patient_id == patient_id).order_by(h.changed_at.desc(), h.id.desc())
    return await tx.all(query)


async def named(tx: Tx, ids: Collection[PatientId]) -> list[Patient]:
    """Those of these that the wall lets through."""
    return [_patient(row) for row in await tx.all(select(t.patient).where(_c.id.in_(ids)))]


async def found(tx: Tx, text: str, limit: int = 20) -> list[Patient]:
    """Whose words begin with every word of `text`; the newest first."""
    parts = [select(_w.patient_id).where(_w.word >= low, _w.word < high) for low, high in beginnings(text)]
    if not parts:
        return []
    ids = intersect(*parts) if len(parts) > 1 else parts[0]
    query = select(t.patient).where(_c.id.in_(ids)).order_by(_c.created_at.desc(), _c.id).limit(limit)
    return [_patient(row) for row in await tx.all(query)]


async def _add_words(tx: Tx, patient: Patient) -> None:
    row = {"patient_id": patient.id, "station_id": patient.station}
    await tx.execute(insert(t.patient_word), [{**row, "word": word} for word in sorted(patient.search_words)])


def _columns(patient: Patient) -> dict[str, Any]:
    return {
        "id": patient.id,
        "code": patient.code,
        "station_id": patient.station,
        **asdict(patient.particulars),
        "created_at": patient.created_at,
        "version": patient.version,
        "field_versions": dict(patient.field_versions),
    }


def _one(row: AnyRow | None) -> Patient:
    if row is None:
        raise Missing
    return _patient(row)


def _patient(row: AnyRow) -> Patient:
    known = {name: getattr(row, name) for name in _KNOWN}
    known |= {"sex": Sex(row.sex), "birth_precision": BirthPrecision(row.birth_precision)}
    return Patient(
        PatientId(row.id),
        row.code,
        FacilityId(row.station_id),
        Particulars(**known),
        row.created_at,
        row.version,
        row.field_versions,
    )
