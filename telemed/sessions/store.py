"""All SQL of consults and rings. A transaction comes in, values go out; nothing here commits or decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, insert, or_, select, text, update
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, LadderId, PatientId, RingId, RotationId, ShiftId, UserId, uuid7
from telemed.kernel.values import Label, Sex, Specialty, Tier, Urgency
from telemed.sessions import tables as t
from telemed.sessions.consents import latest
from telemed.sessions.model import (
    OPEN,
    Allergy,
    Answer,
    CaseType,
    Consent,
    ConsentDecision,
    ConsentGround,
    Consult,
    PhoneNote,
    Purpose,
    Representative,
    Request,
    Ring,
    RingState,
    Sharing,
    State,
    StepKind,
    Subject,
    TemplateRef,
    Why,
)
from telemed.sessions.store_patients import records_of
from telemed.sessions.vitals import VitalSigns

_c = t.consult.c
_r = t.ring.c


# -- consults ----------------------------------------------------------------------------------------------------------


async def next_number(tx: Tx, station: FacilityId) -> int:
    """The station's own counting of its cases, without gaps that a roll-back leaves."""
    put = upsert(t.consult_counter).values(station_id=station, last=1)
    counted = put.on_conflict_do_update(
        index_elements=["station_id"], set_={"last": t.consult_counter.c.last + 1}
    ).returning(t.consult_counter.c.last)
    return int(await tx.scalar(counted))


async def next_practice_number(tx: Tx, station: FacilityId) -> int:
    """Practice has a counting of its own: in the real one every number is a case."""
    key = {"key": f"practice:{station}"}
    await tx.execute(text("select pg_advisory_xact_lock(hashtextextended(:key, 0))"), key)
    return 1 + int(await tx.scalar(select(func.count()).where(_c.station_id == station, _c.practice)))


async def add(tx: Tx, consult: Consult) -> None:
    await tx.execute(insert(t.consult).values(**_columns(consult)))


async def get(tx: Tx, consult_id: ConsultId) -> Consult:
    """As the wall lets this actor see it.

    Raises:
        Missing: there is none, or it is behind the wall.
    """
    return await _whole(tx, consult_id, select(t.consult))


async def lock(tx: Tx, consult_id: ConsultId) -> Consult:
    """The same, holding its row until the transaction ends: whoever decides about a consult takes it first."""
    return await _whole(tx, consult_id, select(t.consult).with_for_update())


async def _whole(tx: Tx, consult_id: ConsultId, query: Select[Any]) -> Consult:
    row = await tx.first(query.where(_c.id == consult_id))
    if row is None:
        raise Missing()
    (consult,) = await _with_teams(tx, [_consult(row)])
    said = (await consents(tx, [consult_id]))[consult_id]
    return replace(consult, consent=latest(said).get(Purpose.SHARE))


async def save(tx: Tx, before: Consult, after: Consult) -> Consult:
    """Write it under a new version; callers hold the lock."""
    saved = replace(after, version=before.version + 1)
    columns = _columns(saved)
    del columns["id"]
    await tx.execute(update(t.consult).where(_c.id == after.id).values(**columns))
    return saved


async def open_of_stations(tx: Tx, stations: Iterable[FacilityId]) -> list[Consult]:
    return await _consults(tx, select(t.consult).where(_c.station_id.in_(stations), _c.state.in_(_OPEN)))


async def concluded_of(tx: Tx, stations: Iterable[FacilityId], since: datetime, until: datetime) -> list[Consult]:
    sent = _c.sent_at.between(since - timedelta(days=14), until)  # the index has this one
    when = and_(sent, _c.concluded_at.between(since, until), ~_c.practice)
    return await _consults(tx, select(t.consult).where(_c.station_id.in_(stations), when))


async def open_of_hospitals(tx: Tx, hospitals: Iterable[FacilityId]) -> list[Consult]:
    open_there = and_(_c.hospital_id.in_(hospitals), _c.state.in_(_OPEN), _c.state != State.DRAFT.value)
    return await _consults(tx, select(t.consult).where(open_there))


async def open_of_team(tx: Tx, person: UserId) -> list[Consult]:
    """Open cases this person was asked about or answers, of whatever hospital."""
    mine = select(t.care_team.c.consult_id).where(t.care_team.c.person_id == person)
    return await _consults(tx, select(t.consult).where(_c.id.in_(mine), _c.state.in_(_OPEN)))


async def earlier_of_patient(tx: Tx, patient: PatientId, but: ConsultId) -> list[Consult]:
    """The newest five; also those kept under another record of the same person, where the two were joined."""
    same = or_(_c.patient_id == patient, _c.patient_id.in_(records_of(patient)))
    query = select(t.consult).where(same, _c.id != but, _c.sent_at.is_not(None))
    return await _consults(tx, query.order_by(_c.sent_at.desc()).limit(5))


_OPEN = [state.value for state in OPEN]


async def _consults(tx: Tx, query: Select[Any]) -> list[Consult]:
    return await _with_teams(tx, [_consult(row) for row in await tx.all(query)])


# -- care team ---------------------------------------------------------------------------------------------------------


async def add_to_team(tx: Tx, consult: ConsultId, people: Mapping[UserId, bool]) -> None:
    """Who was asked about a case (False) or answered it (True). Nobody ever becomes less."""
    if not people:
        return
    rows = [{"consult_id": consult, "person_id": p, "since": tx.at, "answered": a} for p, a in people.items()]
    put = upsert(t.care_team)
    answered = or_(t.care_team.c.answered, put.excluded.answered)
    await tx.execute(put.on_conflict_do_update(constraint=t.care_team.primary_key, set_={"answered": answered}), rows)


async def _with_teams(tx: Tx, consults: list[Consult]) -> list[Consult]:
    """Each with those whom its care team still lets in: all of them while it is open, later who answered."""
    if not consults:
        return consults
    query = select(t.care_team).where(t.care_team.c.consult_id.in_([c.id for c in consults]))
    rows = await tx.all(query)

    def team(c: Consult) -> frozenset[UserId]:
        over_at = c.closed_at or c.sent_at
        past = c.state not in OPEN and (over_at is None or over_at < tx.past_since)
        mine = (row for row in rows if row.consult_id == c.id and not past)
        return frozenset(UserId(row.person_id) for row in mine if row.answered or c.state in OPEN)

    return [replace(c, team=team(c)) for c in consults]


# -- rings -------------------------------------------------------------------------------------------------------------


async def rings(tx: Tx, consults: Sequence[ConsultId]) -> dict[ConsultId, list[Ring]]:
    """Every ring of these consults, in the order they happened."""
    query = select(t.ring).where(_r.consult_id.in_(consults)).order_by(_r.round, _r.step, _r.started_at, _r.id)
    found: dict[ConsultId, list[Ring]] = {consult: [] for consult in consults}
    for row in await tx.all(query):
        found[row.consult_id].append(_ring(row))
    return found


async def save_rings(tx: Tx, before: Sequence[Ring], after: Sequence[Ring]) -> None:
    """Only what changed: old rings end before new ones start, so that the unique index never sees both."""
    known = {ring.id: ring for ring in before}
    for ring in after:
        if ring.id in known and ring != known[ring.id]:
            ended = {"state": ring.state.value, "ended_at": ring.ended_at, "note": ring.note}
            await tx.execute(update(t.ring).where(_r.id == ring.id).values(**ended))
    new = [_ring_columns(ring) for ring in after if ring.id not in known]
    if new:
        await tx.execute(insert(t.ring), new)


async def consult_of_ring(tx: Tx, ring_id: RingId) -> ConsultId:
    found = await tx.scalar(select(_r.consult_id).where(_r.id == ring_id))
    if found is None:
        raise Missing()
    return ConsultId(found)


async def open_rings_of(tx: Tx, user: UserId) -> list[Ring]:
    query = select(t.ring).where(_r.user_id == user, _r.state == RingState.RINGING.value).order_by(_r.started_at)
    return [_ring(row) for row in await tx.all(query)]


# -- presence ----------------------------------------------------------------------------------------------------------


async def set_presence(tx: Tx, user: UserId, linked: bool, at: datetime) -> None:
    seen = {"linked": linked, "seen_at": at}
    put = upsert(t.presence).values(user_id=user, **seen)
    await tx.execute(put.on_conflict_do_update(index_elements=["user_id"], set_=seen))


async def unlink_all(tx: Tx, at: datetime) -> None:
    """After a start no socket of the last run is left."""
    await tx.execute(update(t.presence).where(t.presence.c.linked).values(linked=False, seen_at=at))


async def reachable(tx: Tx, users: Iterable[UserId], since: datetime) -> frozenset[UserId]:
    """Of these, who has a link now or had one at `since` or later."""
    here = or_(t.presence.c.linked, t.presence.c.seen_at >= since)
    query = select(t.presence.c.user_id).where(t.presence.c.user_id.in_(users), here)
    return frozenset(UserId(row.user_id) for row in await tx.all(query))


async def in_call(tx: Tx, users: Iterable[UserId], *, practice: bool) -> frozenset[UserId]:
    """Who of these talks to somebody now; a practice call is no reason to pass over anybody but for `practice`."""
    p, of_call = t.participant.c, t.call.c
    query = select(p.user_id).join(t.call, of_call.id == p.call_id).join(t.consult, _c.id == of_call.consult_id)
    query = query.where(p.user_id.in_(users), p.linked)
    rows = await tx.all(query if practice else query.where(~_c.practice))
    return frozenset(UserId(row.user_id) for row in rows)


# -- vital signs, consent, telephone -----------------------------------------------------------------------------------


async def add_vitals(tx: Tx, consult: ConsultId, signs: VitalSigns) -> None:
    put = upsert(t.vital_signs).values(consult_id=consult, **asdict(signs))
    await tx.execute(put.on_conflict_do_nothing(index_elements=["id"]))


async def vitals(tx: Tx, consults: Sequence[ConsultId]) -> dict[ConsultId, list[VitalSigns]]:
    """Sets by consult, oldest first."""
    query = select(t.vital_signs).where(t.vital_signs.c.consult_id.in_(consults))
    found: dict[ConsultId, list[VitalSigns]] = {consult: [] for consult in consults}
    for row in await tx.all(query.order_by(t.vital_signs.c.taken_at, t.vital_signs.c.id)):
        values = dict(row._mapping)
        found[values.pop("consult_id")].append(VitalSigns(**values))
    return found


async def add_consent(tx: Tx, consult: ConsultId, consent: Consent) -> None:
    await tx.execute(insert(t.consent).values(id=uuid7(), consult_id=consult, **asdict(consent)))


async def consents(tx: Tx, of: Sequence[ConsultId]) -> dict[ConsultId, list[Consent]]:
    """All that was said, by consult, oldest first: nothing is ever written over."""
    query = select(t.consent).where(t.consent.c.consult_id.in_(of)).order_by(t.consent.c.recorded_at, t.consent.c.id)
    found: dict[ConsultId, list[Consent]] = {consult: [] for consult in of}
    for row in await tx.all(query):
        values = dict(row._mapping)
        del values["id"]
        said = found[values.pop("consult_id")]
        values["ground"], values["purpose"] = ConsentGround(row.ground), Purpose(row.purpose)
        values["decision"] = ConsentDecision(row.decision)
        values["representative"] = row.representative and Representative(row.representative)
        said.append(Consent(**values))
    return found


async def add_phone_note(tx: Tx, consult: ConsultId, note: PhoneNote) -> None:
    await tx.execute(insert(t.phone_note).values(consult_id=consult, **asdict(note)))


# -- rows and values ---------------------------------------------------------------------------------------------------

_PLAIN = (
    *("id", "code", "version", "created_at", "sent_at", "answer_due_at", "expires_at", "round", "ladder_ended_at"),
    *("accepted_at", "first_answer_at", "taker_absent_since", "returned_at", "returned_question"),
    *("hospital_paused", "scheduled_at", "concluded_at", "closed_at", "cancel_reason", "practice"),
    *("icd_list", "without", "vitals_at", "vitals_asked_at"),
)
_WORDS = (
    *("reason", "question", "history", "past_history", "examination", "working_diagnosis", "treatment_given"),
    *("onset_at", "pregnant", "allergies", "icd_code"),
)
"""Columns that are called as in the model: of the consult, of its request."""


def _columns(c: Consult) -> dict[str, Any]:
    columns = {name: getattr(c, name) for name in _PLAIN}
    columns |= {name: getattr(c.request, name) for name in _WORDS}
    return columns | {
        "station_id": c.station,
        "hospital_id": c.hospital,
        "requester_id": c.requester,
        "patient_id": c.patient,
        "specialist_id": c.specialist,
        "ladder_id": c.ladder,
        "rotation_id": c.rotation,
        "answering_id": c.answering,
        "urgency": c.urgency.value,
        "specialty": c.specialty.value,
        "answer": c.answer.value,
        "state": c.state.value,
        "case_type": c.request.case_type.value,
        "subject_sex": c.request.subject.sex.value,
        "subject_age_months": c.request.subject.age_months,
        "subject_age_estimated": c.request.subject.age_estimated,
        "allergy": c.request.allergy.value,
        "template_id": c.request.template and c.request.template.id,
        "template_version": c.request.template and c.request.template.version,
        "answers": dict(c.request.answers),
        "lacked": list(c.lacked),
        "field_versions": dict(c.field_versions),
        "labels": sorted(c.labels),
        "sharing": c.sharing.value,
    }


def _consult(row: AnyRow) -> Consult:
    subject = Subject(Sex(row.subject_sex), row.subject_age_months, row.subject_age_estimated)
    request = Request(
        case_type=CaseType(row.case_type),
        subject=subject,
        allergy=Allergy(row.allergy),
        template=TemplateRef(row.template_id, row.template_version) if row.template_id else None,
        answers=row.answers,
        **{name: getattr(row, name) for name in _WORDS},
    )
    return Consult(
        **{name: getattr(row, name) for name in _PLAIN},
        station=FacilityId(row.station_id),
        hospital=FacilityId(row.hospital_id),
        requester=UserId(row.requester_id),
        patient=None if row.patient_id is None else PatientId(row.patient_id),
        specialist=None if row.specialist_id is None else UserId(row.specialist_id),
        ladder=None if row.ladder_id is None else LadderId(row.ladder_id),
        rotation=None if row.rotation_id is None else RotationId(row.rotation_id),
        answering=None if row.answering_id is None else FacilityId(row.answering_id),
        urgency=Urgency(row.urgency),
        specialty=Specialty(row.specialty),
        answer=Answer(row.answer),
        state=State(row.state),
        request=request,
        field_versions=row.field_versions,
        labels=frozenset(map(Label, row.labels)),
        lacked=tuple(row.lacked),
        sharing=Sharing(row.sharing),
    )


def _ring(row: AnyRow) -> Ring:
    return Ring(
        id=RingId(row.id),
        consult=ConsultId(row.consult_id),
        round=row.round,
        step=row.step,
        step_kind=StepKind(row.step_kind),
        state=RingState(row.state),
        started_at=row.started_at,
        user=None if row.user_id is None else UserId(row.user_id),
        why=None if row.why is None else Why(row.why),
        tier=None if row.tier is None else Tier(row.tier),
        shift=None if row.shift_id is None else ShiftId(row.shift_id),
        roster_version=row.roster_version,
        deadline_at=row.deadline_at,
        ended_at=row.ended_at,
        note=row.note,
        hospital=None if row.hospital_id is None else FacilityId(row.hospital_id),
        ladder=None if row.ladder_id is None else LadderId(row.ladder_id),
    )


def _ring_columns(ring: Ring) -> dict[str, Any]:
    return {
        "id": ring.id,
        "consult_id": ring.consult,
        "round": ring.round,
        "step": ring.step,
        "step_kind": ring.step_kind.value,
        "state": ring.state.value,
        "started_at": ring.started_at,
        "user_id": ring.user,
        "why": ring.why and ring.why.value,
        "tier": ring.tier and ring.tier.value,
        "shift_id": ring.shift,
        "roster_version": ring.roster_version,
        "deadline_at": ring.deadline_at,
        "ended_at": ring.ended_at,
        "note": ring.note,
        "hospital_id": ring.hospital,
        "ladder_id": ring.ladder,
    }


async def visible_patient(tx: Tx, patient: PatientId) -> bool:
    """Whether this actor's wall lets the patient be seen (the patient's own table belongs to `records`)."""
    found = await tx.scalar(text("select exists (select 1 from patient where id = :id)"), {"id": patient})
    return bool(found)
