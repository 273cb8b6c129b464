"""All SQL of what patients ask about their own data."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, PatientId, UserId
from telemed.privacy.model import RequestKind, RequestState, SubjectRequest
from telemed.privacy.tables import subject_request
from telemed.records.tables import patient

_s = subject_request.c
_OPEN = [RequestState.RECEIVED.value, RequestState.APPROVED.value]


async def station_of(tx: Tx, patient_id: PatientId) -> FacilityId:
    """Raises Missing: there is no such patient."""
    found = await tx.scalar(select(patient.c.station_id).where(patient.c.id == patient_id))
    if found is None:
        raise Missing
    return FacilityId(found)


async def patient_codes(tx: Tx, ids: Collection[PatientId]) -> dict[PatientId, str]:
    rows = await tx.all(select(patient.c.id, patient.c.code).where(patient.c.id.in_(ids)))
    return {PatientId(row.id): row.code for row in rows}


async def add_request(tx: Tx, request: SubjectRequest) -> None:
    await tx.execute(insert(subject_request).values(_row(request)))


async def save_request(tx: Tx, request: SubjectRequest) -> None:
    await tx.execute(update(subject_request).where(_s.id == request.id).values(_row(request)))


async def request(tx: Tx, request_id: UUID) -> SubjectRequest:
    """Raises Missing: there is none, or it is behind the wall."""
    return _one(await tx.first(select(subject_request).where(_s.id == request_id)))


async def lock_request(tx: Tx, request_id: UUID) -> SubjectRequest:
    return _one(await tx.first(select(subject_request).where(_s.id == request_id).with_for_update()))


async def requests(tx: Tx, *, done: bool, limit: int = 200) -> list[SubjectRequest]:
    """Those that the wall lets through."""
    query = select(subject_request)
    if done:
        query = query.where(_s.state.not_in(_OPEN)).order_by(_s.answered_at.desc(), _s.id)
    else:
        query = query.where(_s.state.in_(_OPEN)).order_by(_s.due_on, _s.received_at, _s.id)
    return [_request(row) for row in await tx.all(query.limit(limit))]


def _one(row: AnyRow | None) -> SubjectRequest:
    if row is None:
        raise Missing
    return _request(row)


def _row(request: SubjectRequest) -> dict[str, Any]:
    row = asdict(request) | {"kind": request.kind.value, "state": request.state.value}
    row["patient_id"], row["station_id"] = row.pop("patient"), row.pop("station")
    return row


def _request(row: AnyRow) -> SubjectRequest:
    values = dict(row._mapping)
    values["patient"], values["station"] = PatientId(values.pop("patient_id")), FacilityId(values.pop("station_id"))
    typed = {
        "kind": RequestKind(row.kind),
        "state": RequestState(row.state),
        "received_by": UserId(row.received_by),
        "approved_by": row.approved_by and UserId(row.approved_by),
        "answered_by": row.answered_by and UserId(row.answered_by),
    }
    return SubjectRequest(**{**values, **typed})
