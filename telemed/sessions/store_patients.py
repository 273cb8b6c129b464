"""Consults by whom they are about, where several records may be one person."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, Uuid, column, func, or_, select, table

from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, PatientId
from telemed.sessions import tables as t
from telemed.sessions.model import OPEN

_c = t.consult.c
_patient = table("patient", column("id", Uuid), column("merged_into", Uuid))
"""It belongs to `records`; asked here only which records are one person."""


def records_of(patient: PatientId) -> Select[Any]:
    """The ids of all records of one person, whichever of them is named."""
    kept = func.coalesce(_patient.c.merged_into, _patient.c.id)
    one = select(kept).where(_patient.c.id == patient).scalar_subquery()
    return select(_patient.c.id).where(or_(_patient.c.id == one, _patient.c.merged_into == one))


def patients_of_consults() -> Select[Any]:
    """The patients of whatever consults the wall lets through."""
    return select(_c.patient_id).where(_c.patient_id.is_not(None))


async def sent_of(tx: Tx, patients: Collection[PatientId], limit: int) -> list[ConsultId]:
    """The newest first."""
    query = select(_c.id).where(_c.patient_id.in_(patients), _c.sent_at.is_not(None))
    return [ConsultId(row.id) for row in await tx.all(query.order_by(_c.sent_at.desc()).limit(limit))]


async def open_of(tx: Tx, patients: Collection[PatientId]) -> dict[PatientId, ConsultId]:
    """The newest open one of each who has one."""
    states = [state.value for state in OPEN]
    query = select(_c.patient_id, _c.id).where(_c.patient_id.in_(patients), _c.state.in_(states))
    found = await tx.all(query.order_by(_c.created_at)) if patients else []
    return {PatientId(row.patient_id): ConsultId(row.id) for row in found}
