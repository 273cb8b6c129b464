"""The SQL of identity checks, approvals, and what earlier consults said of allergies."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.infra.db import Tx
from telemed.kernel.ids import CallId, ConsultId, FacilityId, PatientId, UserId
from telemed.sessions import tables as t
from telemed.sessions.approvals import Approval
from telemed.sessions.identifiers import Identifier, IdentityCheck
from telemed.sessions.model import Allergy


async def add_check(tx: Tx, check: IdentityCheck) -> bool:
    """False: this id was kept before."""
    columns = {
        "id": check.id,
        "call_id": check.call,
        "consult_id": check.consult,
        "person_id": check.person,
        "side": check.side,
        "identifiers": [one.value for one in check.identifiers],
        "matches": check.matches,
        "at": check.at,
    }
    put = upsert(t.identity_check).values(columns).on_conflict_do_nothing(index_elements=["id"])
    return await tx.scalar(put.returning(t.identity_check.c.id)) is not None


async def checks(tx: Tx, consults: Sequence[ConsultId]) -> dict[ConsultId, list[IdentityCheck]]:
    """By consult, oldest first, of all its calls."""
    c = t.identity_check.c
    found: dict[ConsultId, list[IdentityCheck]] = {consult: [] for consult in consults}
    for row in await tx.all(select(t.identity_check).where(c.consult_id.in_(consults)).order_by(c.at, c.id)):
        found[row.consult_id].append(
            IdentityCheck(
                id=row.id,
                call=CallId(row.call_id),
                consult=ConsultId(row.consult_id),
                person=UserId(row.person_id),
                side=row.side,
                identifiers=tuple(map(Identifier, row.identifiers)),
                matches=row.matches,
                at=row.at,
            )
        )
    return found


async def add_approval(tx: Tx, approval: Approval) -> None:
    columns = asdict(approval)
    columns |= {"hospital_id": columns.pop("hospital"), "person_id": columns.pop("person")}
    await tx.execute(insert(t.clinical_approval).values(columns))


async def approvals(tx: Tx, hospitals: Iterable[FacilityId] | None = None) -> list[Approval]:
    """All that was ever said; of these hospitals, or of all."""
    c = t.clinical_approval.c
    query = select(t.clinical_approval).order_by(c.at, c.id)
    if hospitals is not None:
        query = query.where(c.hospital_id.in_(hospitals))
    return [
        Approval(
            id=row.id,
            hospital=FacilityId(row.hospital_id),
            subject=row.subject,
            version=row.version,
            sha256=row.sha256,
            approved=row.approved,
            note=row.note,
            person=UserId(row.person_id),
            at=row.at,
        )
        for row in await tx.all(query)
    ]


@dataclass(frozen=True, slots=True)
class SaidAllergy:
    patient: PatientId
    consult: ConsultId
    allergy: Allergy
    text: str
    at: datetime


async def said_allergies(tx: Tx, patients: Iterable[PatientId]) -> list[SaidAllergy]:
    """Of each consult in which one of these was asked, newest first, as the wall lets the actor see it."""
    c = t.consult.c
    query = select(c.patient_id, c.id, c.allergy, c.allergies, c.created_at)
    asked = query.where(c.patient_id.in_(patients), c.allergy != Allergy.UNASKED.value)
    return [
        SaidAllergy(PatientId(row.patient_id), ConsultId(row.id), Allergy(row.allergy), row.allergies, row.created_at)
        for row in await tx.all(asked.order_by(c.created_at.desc(), c.id.desc()))
    ]
