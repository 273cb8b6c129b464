"""Everything that is kept of one patient, as plain values: for the patient to take away."""

import base64
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, or_, select

from telemed.identity import tables as people
from telemed.infra.audit import audit_table
from telemed.infra.db import Tx
from telemed.kernel.ids import MinutesId, PatientId, ReferralId
from telemed.privacy.store.erasing import records_of
from telemed.privacy.tables import subject_request
from telemed.records import tables as records
from telemed.records import tables_after as after
from telemed.records import tables_papers as on_paper
from telemed.sessions import tables as sessions

Values = dict[str, Any]

_INTERNAL = frozenset({"field_versions", "paper", "version", "round", "is_open", "text_sha256", "is_kept", "into_kept"})
"""Of use to the program alone."""
_OF_CONSULT: Mapping[str, Table] = {
    "vital_signs": sessions.vital_signs,
    "consents": sessions.consent,
    "phone_calls": sessions.phone_note,
    "phone_advices": sessions.phone_advice,
    "asked": sessions.ring,
    "care_team": sessions.care_team,
    "calls": sessions.call,
    "decisions": records.decision,
    "referrals": records.referral,
    "minutes": records.minutes,
    "pictures": records.file,
    "drawings": records.drawing,
    "appointments": after.follow_up,
    "results": after.result,
    "paper_copies": on_paper.paper_copy,
}
_OF_MINUTES: Mapping[str, Table] = {
    "fields": records.minutes_field,
    "opinions": records.opinion,
    "signatures": records.signature,
    "read_backs": records.read_back,
}


async def everything(tx: Tx, patient: PatientId) -> Values:
    """Particulars, corrections, cases with all that hangs on them, requests, and who looked at what when.

    Of all records that are this person; `patient` is the one under which they are seen.
    """
    same = await records_of(tx, patient)
    cases = await _rows(tx, sessions.consult, sessions.consult.c.patient_id.in_(same))
    for case in cases:
        for name, table in _OF_CONSULT.items():
            case[name] = await _rows(tx, table, table.c.consult_id == UUID(case["id"]))
        for minutes in case["minutes"]:
            for name, table in _OF_MINUTES.items():
                minutes[name] = await _rows(tx, table, table.c.minutes_id == UUID(minutes["id"]))
    found = {
        "patient": (await _rows(tx, records.patient, records.patient.c.id == same[-1]))[0],
        "joined": await _rows(tx, records.patient, records.patient.c.id.in_(same[:-1])),
        "merges": await _rows(tx, records.patient_merge, records.patient_merge.c.kept_id.in_(same)),
        "corrections": await _rows(tx, records.patient_history, records.patient_history.c.patient_id.in_(same)),
        "cases": cases,
        "requests": await _rows(tx, subject_request, subject_request.c.patient_id.in_(same)),
        "accesses": await _accesses(tx, same, [UUID(case["id"]) for case in cases]),
    }
    names = await _names(tx, found)
    return {key: _with_names(part, names) for key, part in found.items()}


async def signed_papers(tx: Tx, patient: PatientId) -> tuple[list[MinutesId], list[ReferralId]]:
    """What was signed about this patient."""
    same = await records_of(tx, patient)
    of_patient = select(sessions.consult.c.id).where(sessions.consult.c.patient_id.in_(same))
    minutes = select(records.minutes.c.id).where(
        records.minutes.c.consult_id.in_(of_patient), records.minutes.c.state == "signed"
    )
    referrals = select(records.referral.c.id).where(
        records.referral.c.patient_id.in_(same), records.referral.c.signed_at.is_not(None)
    )
    return (
        [MinutesId(row.id) for row in await tx.all(minutes)],
        [ReferralId(row.id) for row in await tx.all(referrals)],
    )


async def _accesses(tx: Tx, patients: Collection[PatientId], cases: Collection[UUID]) -> list[Values]:
    a = audit_table.c
    of_them = or_(a.entity_id.in_(patients), a.consult_id.in_(cases))
    query = select(a.at, a.actor_id, a.action, a.entity, a.outcome, a.because).where(of_them).order_by(a.at, a.seq)
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in await tx.all(query)]


async def _rows(tx: Tx, table: Table, where: ColumnElement[bool]) -> list[Values]:
    columns = [column for column in table.c if column.name not in _INTERNAL]
    rows = await tx.all(select(*columns).where(where).order_by(*table.primary_key))
    return [{name: _plain(value) for name, value in row._mapping.items()} for row in rows]


async def _names(tx: Tx, found: Values) -> dict[str, str]:
    """The ids of people and places as their names: an id tells a patient nothing."""
    names: dict[str, str] = {}
    for row in await tx.all(select(people.facility.c.id, people.facility.c.name)):
        names[str(row.id)] = row.name
    ids = {UUID(one) for one in _texts(found) if _is_id(one)}
    for row in await tx.all(select(people.person).where(people.person.c.id.in_(ids))):
        names[str(row.id)] = f"{row.title} {row.full_name}".strip()
    return names


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4 and text.replace("-", "").isalnum() and _parses(text)


def _parses(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _with_names(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_names(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    makers: dict[type, Callable[[Any], Any]] = {UUID: str, timedelta: timedelta.total_seconds, Decimal: float}
    maker = next((make for kind, make in makers.items() if isinstance(value, kind)), None)
    return value if maker is None else maker(value)
