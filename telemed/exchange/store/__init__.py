"""Reads one case from everybody's tables into our own values. It only reads; whose cases, the wall says.

Beside `telemed/reports/store.py` the one place that knows all features' tables.
"""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select, tuple_
from sqlalchemy.dialects.postgresql import distinct_on

from telemed.exchange.communes import name_of
from telemed.exchange.model import (
    Case,
    Clinician,
    Consented,
    Decided,
    Duty,
    Person,
    Place,
    Request,
    Seat,
    Session,
    Vitals,
)
from telemed.exchange.store import communes, papers
from telemed.identity.tables import facility, person
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ConsultId, FacilityId
from telemed.kernel.values import FacilityKind, Profession, Sex, Specialty, Urgency
from telemed.records.lists import commune_name
from telemed.records.tables import decision, patient
from telemed.schedules.tables import shift
from telemed.sessions.tables import call, consent, consult, participant, vital_signs

_c = consult.c
_PERSON = tuple(f.name for f in fields(Person))
_VITALS = tuple(f.name for f in fields(Vitals))
_REQUEST = tuple(f.name for f in fields(Request) if f.type is str)


async def case(tx: Tx, consult_id: ConsultId, *, papers_too: bool) -> Case | None:
    """The whole case, as far as the asker may see it; None: there is none, or not for them."""
    row = await tx.first(select(consult).where(_c.id == consult_id, _c.state != "draft"))
    if row is None:
        return None
    about = await _person(tx, row.patient_id, row.created_at.astimezone(LOCAL).date()) if row.patient_id else None
    sessions = await _sessions(tx, row.id)
    taken = await tx.all(select(vital_signs).where(vital_signs.c.consult_id == row.id).order_by(vital_signs.c.taken_at))
    words = await _consents(tx, row.id)
    held = await papers.edition(tx, row.id) if papers_too else None
    decided = await _decision(tx, row.id) if papers_too else None
    sent = await papers.referrals(tx, row.id) if papers_too else ()
    slips = await papers.follow_ups(tx, row.id) if papers_too else ()
    people = {row.requester_id, row.specialist_id, *(v.taken_by for v in taken), *(w.recorded_by for w in words)}
    people |= {seat.person for one in sessions for seat in one.seats}
    people |= {held.chair, *(s.by for s in held.signatures), *(o.by for o in held.opinions)} if held else set()
    people |= {decided.by} if decided else set()
    people |= {one for r in sent for one in (r.signed_by, r.feedback.by if r.feedback else None)}
    people |= {one for slip in slips for one in (slip.person, slip.made_by)}
    places = {row.station_id, row.hospital_id, *(r.to for r in sent)}
    places |= {seat.facility for one in sessions for seat in one.seats}
    found = await facilities(tx, places)
    return Case(
        id=row.id,
        code=row.code,
        state=row.state,
        urgency=Urgency(row.urgency),
        specialty=Specialty(row.specialty),
        answer=row.answer,
        created_at=row.created_at,
        sent_at=row.sent_at,
        station=found.pop(row.station_id),
        hospital=found.pop(row.hospital_id),
        requester=row.requester_id,
        request=Request(**{name: getattr(row, name) or "" for name in _REQUEST}, onset_at=row.onset_at),
        sex=Sex(row.subject_sex),
        age_months=row.subject_age_months,
        patient=about,
        patient_id=about.id if about else None,
        specialist=row.specialist_id,
        accepted_at=row.accepted_at,
        scheduled_at=row.scheduled_at,
        concluded_at=row.concluded_at,
        closed_at=row.closed_at,
        vitals=tuple(Vitals(**{name: getattr(v, name) for name in _VITALS}) for v in taken),
        sessions=sessions,
        consents=words,
        minutes=held,
        decision=decided,
        referrals=sent,
        follow_ups=slips,
        people=await clinicians(tx, {one for one in people if one}),
        places=found,
    )


async def changed(
    tx: Tx, facility_id: FacilityId, since: datetime | None, after: tuple[datetime, UUID] | None, limit: int
) -> Sequence[AnyRow]:
    """Cases of a facility by when they were sent, the oldest first: ids, codes, states."""
    query = select(_c.id, _c.code, _c.state, _c.urgency, _c.specialty, _c.sent_at, _c.concluded_at, _c.closed_at)
    query = query.where(
        or_(_c.station_id == facility_id, _c.hospital_id == facility_id), _c.sent_at.is_not(None), ~_c.practice
    )
    if since is not None:
        query = query.where(func.coalesce(_c.closed_at, _c.concluded_at, _c.accepted_at, _c.sent_at) >= since)
    if after is not None:
        query = query.where(tuple_(_c.sent_at, _c.id) > tuple_(*after))
    return await tx.all(query.order_by(_c.sent_at, _c.id).limit(limit))


async def _person(tx: Tx, patient_id: UUID, on: date) -> Person | None:
    """With the name their commune had on that day."""
    row = await tx.first(select(patient).where(patient.c.id == patient_id))
    if row is None:
        return None
    listed = name_of(await communes.some(tx, {row.commune_code}), row.commune_code, on)
    return replace(as_person(row), commune_name=listed or commune_name(row.commune_code))


async def patient_of(tx: Tx, patient_id: UUID) -> tuple[Person, UUID] | None:
    """With the station that keeps the patient."""
    row = await tx.first(select(patient).where(patient.c.id == patient_id))
    return (as_person(row), row.station_id) if row else None


async def duties(tx: Tx, hospital: FacilityId, since: datetime, until: datetime, limit: int) -> list[Duty]:
    """Published shifts that run in a span."""
    s = shift.c
    query = select(shift).where(s.hospital_id == hospital, s.starts_at < until, s.ends_at > since)
    return [
        Duty(
            row.id,
            row.hospital_id,
            row.person_id,
            Specialty(row.specialty) if row.specialty else None,
            row.tier,
            row.starts_at,
            row.ends_at,
        )
        for row in await tx.all(
            query.where(s.state.not_in(["swapped", "cancelled"])).order_by(s.starts_at, s.id).limit(limit)
        )
    ]


async def clinicians(tx: Tx, ids: Collection[UUID]) -> dict[UUID, Clinician]:
    rows = await tx.all(select(person).where(person.c.id.in_(ids)).order_by(person.c.id))
    return {
        row.id: Clinician(row.id, row.full_name, row.title, Profession(row.profession), row.license_no or "")
        for row in rows
    }


async def facilities(tx: Tx, ids: Collection[UUID]) -> dict[UUID, Place]:
    rows = await tx.all(select(facility).where(facility.c.id.in_(ids)).order_by(facility.c.id))
    return {
        row.id: Place(
            row.id,
            row.name,
            FacilityKind(row.kind),
            row.code or "",
            row.commune_code or "",
            row.emergency_phone or "",
        )
        for row in rows
    }


def as_person(row: AnyRow) -> Person:
    """Every particular that the record has a column for."""
    known = {name: getattr(row, name, None) for name in _PERSON}
    return Person(**{name: value for name, value in known.items() if value is not None} | {"sex": Sex(row.sex)})


async def _sessions(tx: Tx, consult_id: UUID) -> tuple[Session, ...]:
    calls = await tx.all(select(call).where(call.c.consult_id == consult_id).order_by(call.c.number))
    p = participant.c
    rows = await tx.all(
        select(participant).where(p.call_id.in_([one.id for one in calls])).order_by(p.joined_at, p.user_id)
    )
    return tuple(
        Session(
            one.id,
            one.number,
            one.opened_at,
            one.live_at,
            one.ended_at,
            tuple(Seat(r.user_id, r.facility_id, r.side, r.joined_at, r.left_at) for r in rows if r.call_id == one.id),
        )
        for one in calls
    )


async def _consents(tx: Tx, consult_id: UUID) -> tuple[Consented, ...]:
    """Of each purpose the last word."""
    c = consent.c
    last = select(consent).ext(distinct_on(c.purpose)).where(c.consult_id == consult_id)
    return tuple(
        Consented(row.id, row.purpose, row.decision, row.ground, row.recorded_at, row.recorded_by)
        for row in await tx.all(last.order_by(c.purpose, c.recorded_at.desc(), c.id.desc()))
    )


async def _decision(tx: Tx, consult_id: UUID) -> Decided | None:
    of_case = select(decision).where(decision.c.consult_id == consult_id)
    row = await tx.first(of_case.order_by(decision.c.edition.desc()).limit(1))
    if row is None:
        return None
    return Decided(
        row.id,
        row.choice,
        tuple(row.outcomes),
        row.decided_by,
        row.decided_at,
        row.reason,
        row.note,
        row.follow_up_on,
    )
