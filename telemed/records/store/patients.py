"""All SQL of patients and the words they are found by."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Select,
    Uuid,
    and_,
    any_,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, PatientId, uuid7
from telemed.kernel.values import Sex
from telemed.records import tables as t
from telemed.records.model import BirthPrecision
from telemed.records.patient import Correction, Particulars, Patient
from telemed.records.words import beginnings
from telemed.sessions import patients_of_consults

_c = t.patient.c
_w = t.patient_word.c
_IDS = ARRAY(Uuid)
_KNOWN = tuple(f.name for f in fields(Particulars))


async def add(tx: Tx, patient: Patient) -> None:
    await tx.execute(insert(t.patient).values(**columns_of(patient)))
    await _add_words(tx, patient)


async def get(tx: Tx, patient_id: PatientId) -> Patient:
    """Raises Missing: there is none, or it is behind the wall."""
    return _one(await tx.first(select(t.patient).where(_c.id == patient_id)))


async def kept(tx: Tx, patient_id: PatientId) -> Patient:
    """The record under which this one is seen: itself, as long as it is joined with no other. Raises as `get`."""
    one = await get(tx, patient_id)
    if one.merged_into is None:
        return one
    row = await tx.first(select(t.patient).where(_c.id == one.merged_into))
    return one if row is None else _patient(row)


async def lock(tx: Tx, patient_id: PatientId) -> Patient:
    return _one(await tx.first(select(t.patient).where(_c.id == patient_id).with_for_update()))


async def lock_kept(tx: Tx, patient_id: PatientId) -> Patient:
    """The record under which this one is seen, locked. Raises as `get`."""
    one = await get(tx, patient_id)
    return await lock(tx, one.merged_into or one.id)


async def save(tx: Tx, patient: Patient) -> None:
    columns = columns_of(patient)
    del columns["id"]
    await tx.execute(update(t.patient).where(_c.id == patient.id).values(**columns))
    await tx.execute(delete(t.patient_word).where(_w.patient_id == patient.id))
    await _add_words(tx, patient)


async def add_history(tx: Tx, patient_id: PatientId, corrections: Collection[Correction], reason: str) -> None:
    """Who made them and when is who acts, now."""
    made = {"patient_id": patient_id, "reason": reason, "changed_by": tx.actor.id, "changed_at": tx.at}
    if corrections:
        await tx.execute(insert(t.patient_history), [{**asdict(one), **made, "id": uuid7()} for one in corrections])


async def history(tx: Tx, patients: Collection[PatientId]) -> Sequence[AnyRow]:
    h = t.patient_history.c
    query = select(t.patient_history).where(h.patient_id.in_(patients)).order_by(h.changed_at.desc(), h.id.desc())
    return await tx.all(query)


async def named(tx: Tx, ids: Collection[PatientId]) -> list[Patient]:
    """Those of these that the wall lets through, each under the record that is kept."""
    return [_patient(row) for row in await tx.all(_kept_of(select(_c.id).where(_c.id.in_(ids))))]


async def found(
    tx: Tx, text: str, stations: Collection[FacilityId], *, beyond: bool = True, limit: int = 20
) -> list[Patient]:
    """Whose words begin with every word of `text`; the newest first, each under the record that is kept.

    `stations`: the actor's own, looked through by an index of theirs. `beyond`: also patients of consults they may see.

    Several small questions, because each place a walled table is named in costs planning of its whole wall anew.
    """
    asked = [and_(_w.word >= low, _w.word < high) for low, high in beginnings(text)]
    elsewhere = await _beyond(tx, stations) if beyond and asked else []
    places: list[ColumnElement[bool]] = [_w.station_id.in_(stations)] if stations else []
    if elsewhere:
        places.append(_w.patient_id == any_(literal(elsewhere, _IDS)))
    if not asked or not places:
        return []
    every = and_(*(func.bool_or(word) for word in asked))
    words = select(_w.patient_id).where(or_(*places), or_(*asked)).group_by(_w.patient_id).having(every)
    ids = [row.patient_id for row in await tx.all(words)]
    if not ids:
        return []
    these = _c.id == any_(literal(ids, _IDS))
    newest = select(t.patient).order_by(_c.created_at.desc(), _c.id).limit(limit)
    rows = {row.id: row for row in await tx.all(newest.where(these, _c.merged_into.is_(None)))}
    joined = [row.merged_into for row in await tx.all(select(_c.merged_into).where(these, _c.merged_into.is_not(None)))]
    if joined:
        rows |= {row.id: row for row in await tx.all(newest.where(_c.id.in_(joined)))}
    found = sorted(rows.values(), key=lambda row: (-row.created_at.timestamp(), row.id))
    return [_patient(row) for row in found[:limit]]


async def _beyond(tx: Tx, stations: Collection[FacilityId]) -> list[UUID]:
    """Patients of other stations than these, whose consults the wall lets through."""
    query = select(_c.id).where(_c.id.in_(patients_of_consults()))
    return [row.id for row in await tx.all(query.where(_c.station_id.not_in(stations)) if stations else query)]


def _kept_of(ids: Any) -> Select[Any]:
    of = t.patient.alias()
    return select(t.patient).where(_c.id.in_(select(func.coalesce(of.c.merged_into, of.c.id)).where(of.c.id.in_(ids))))


async def _add_words(tx: Tx, patient: Patient) -> None:
    row = {"patient_id": patient.id, "station_id": patient.station}
    await tx.execute(insert(t.patient_word), [{**row, "word": word} for word in sorted(patient.search_words)])


def columns_of(patient: Patient) -> dict[str, Any]:
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
        id=PatientId(row.id),
        code=row.code,
        station=FacilityId(row.station_id),
        particulars=Particulars(**known),
        created_at=row.created_at,
        version=row.version,
        field_versions=row.field_versions,
        merged_into=None if row.merged_into is None else PatientId(row.merged_into),
    )
