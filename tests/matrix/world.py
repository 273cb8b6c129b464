"""One small province: long because every situation is arranged once, through the real services."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.app import App
from telemed.identity import store
from telemed.identity.passwords import Passwords
from telemed.identity.tables import case_access, person, role_grant
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import (
    CallId,
    ChangeId,
    ConsultId,
    FacilityId,
    FollowUpId,
    MinutesId,
    PatientId,
    ReferralId,
    uuid7,
)
from telemed.kernel.values import FacilityKind, Label, Role, Specialty, Urgency
from telemed.privacy.tables import subject_request
from telemed.records import wire as records
from telemed.records import wire_after, wire_referral
from telemed.records.copies import Copy, Form, new_code
from telemed.records.forms import Conversion
from telemed.records.model import Choice, Outcome, SignatureLine
from telemed.records.store import copies as copies_store
from telemed.records.tables import decision
from telemed.schedules.tables import absence, assignment, roster_pattern
from telemed.sessions import store as sessions_store
from telemed.sessions import tables as sessions_tables
from telemed.sessions import texts
from telemed.sessions import wire as sessions
from tests import build
from tests.matrix import duty, pictures
from tests.matrix.table import SITUATIONS, WHO, Who

PASSWORD = "mot-mat-khau-that-dai"
PAPER = {
    "diagnosis": "Viêm phổi nặng",
    "treatment": "Oxy gọng mũi",
    "monitoring": "Đếm nhịp thở",
    "place": "transfer_today",
    "follow_up": "Gọi lại khi nặng",
}


class DryDatabase(Database):
    """Everything is done and then undone: each question of the matrix finds the same world."""

    @asynccontextmanager
    async def transaction(self, actor: Actor) -> AsyncIterator[Tx]:
        class Undone(Exception):
            pass

        try:
            async with super().transaction(actor) as tx:
                yield tx
                raise Undone
        except Undone:
            pass


@dataclass(frozen=True)
class Case:
    """One consult and what hangs on it."""

    station: FacilityId
    hospital: FacilityId
    consult: UUID
    code: str
    patient: UUID
    minutes: UUID
    call: UUID
    referral: UUID
    ring: UUID
    handover: UUID
    """By which its holder asks somebody to take it over; in an own open case."""
    holder: Actor
    words: str
    """Stands in all that is written about the case, and nowhere else in the province."""
    name: str
    """The patient's, nowhere else either."""
    person: UUID
    """A doctor of its station, for those who keep accounts."""
    grant: UUID
    """What that doctor holds."""
    access: UUID
    """How its holder once opened it in an emergency; to be reviewed."""
    request: UUID
    """What its patient asked about their data."""
    assignment: UUID
    file: UUID
    """A picture in its record."""
    camera: UUID
    follow_up: UUID
    """A phone in its call."""
    copy: UUID
    """A printed copy of its minutes."""
    copy_code: str
    merge: UUID
    """By which another record of its patient is seen under this one."""


@dataclass
class Province:
    app: App
    db: Database
    clock: ManualClock
    place: dict[str, FacilityId] = field(default_factory=dict)
    people: dict[Who, Actor] = field(default_factory=dict)
    expired: dict[Who, Actor] = field(default_factory=dict)
    """The same roles, ended yesterday."""
    cases: dict[str, Case] = field(default_factory=dict)
    doctors: dict[FacilityId, Actor] = field(default_factory=dict)
    """Of each station: who asks, and signs for it."""
    consent_text: str = ""
    grants: dict[UUID, UUID] = field(default_factory=dict)
    assignments: dict[FacilityId, UUID] = field(default_factory=dict)
    leaves: dict[FacilityId, UUID] = field(default_factory=dict)
    """Of a doctor of internal medicine at each hospital."""
    patterns: dict[FacilityId, UUID] = field(default_factory=dict)
    """Of the roster of internal medicine there."""

    def asking(self, who: Who, situation: str) -> tuple[Actor, Case]:
        """The person, and the case they ask about."""
        expired = situation == "expired"
        return (self.expired if expired else self.people)[who], self.cases["own" if expired else situation]


ROLE_OF = {"holder": Role.SPECIALIST, "asked": Role.SPECIALIST, "province_admin": Role.HOSPITAL_ADMIN}
ALSO_AT_THE_STATION = {Role.HOSPITAL_ADMIN, Role.PRIVACY_OFFICER}
"""Whoever minds a hospital's accounts, or its privacy, minds those of the stations it supports."""
HOME: dict[str, str] = {
    "province_admin": "province",
    **{role: "station" for role in Role if role.value.startswith("station_")},
    Role.COMMUNE_VIEWER: "station",
    Role.PROVINCE_VIEWER: "province",
}


async def arrange(app: App, db: Database, clock: ManualClock) -> Province:
    p = Province(app, db, clock)
    for name, kind, prefix in (
        *(("station", FacilityKind.STATION, "TA"), ("station2", FacilityKind.STATION, "TB")),
        *(("station3", FacilityKind.STATION, "TC"), ("hospital", FacilityKind.HOSPITAL, "BA")),
        *(("hospital2", FacilityKind.HOSPITAL, "BB"), ("province", FacilityKind.PROVINCE, "SYT")),
    ):
        p.place[name] = await build.add_facility(db, f"Nơi {prefix} Demo", kind, prefix)
    async with db.transaction(build.BUILDER) as tx:
        for station, hospital in (("station", "hospital"), ("station2", "hospital"), ("station3", "hospital2")):
            row = {"station_id": p.place[station], "hospital_id": p.place[hospital]}
            p.assignments[p.place[station]] = made = uuid7()
            await tx.execute(insert(assignment).values(id=made, valid_from=date(2026, 1, 1), source="test", **row))
    password = await Passwords().hash(PASSWORD)
    await _people(p, password)
    await _cases(p, password)
    await duty.put(db, clock, p.place, p.people)
    await app.sealer.seal()  # an export of the audit trail holds what is sealed
    p.people, p.expired = await _as_of_now(p, p.people), await _as_of_now(p, p.expired)
    p.consent_text = texts.CURRENT
    return p


async def _as_of_now(p: Province, people: dict[Who, Actor]) -> dict[Who, Actor]:
    """Each with what they hold today."""
    today = p.clock.now().astimezone(LOCAL).date()
    async with p.db.transaction(build.BUILDER) as tx:
        return {who: Actor(one.id, await store.grants_of(tx, one.id, today)) for who, one in people.items()}


async def _people(p: Province, password: str) -> None:
    for station in ("station", "station2", "station3"):
        name = f"Asker {station} Demo"
        at = p.place[station]
        p.doctors[at] = await build.add_person(p.db, name, Role.STATION_DOCTOR, at, password_hash=password)
    for who in WHO:
        role = ROLE_OF.get(who) or Role(who)
        at = p.place[HOME.get(who) or HOME.get(role) or "hospital"]
        department = role in {Role.SPECIALIST, Role.DEPT_HEAD}
        # Who was asked, or took the case, is of another department: only that they were asked lets them in.
        specialty = (Specialty.SURGERY if who in {"holder", "asked"} else Specialty.INTERNAL) if department else None
        p.people[who] = await build.add_person(p.db, f"{who} Demo", role, at, specialty, password_hash=password)
        past = await build.add_person(p.db, f"{who} Past Demo", role, at, specialty, password_hash=password)
        yesterday = p.clock.now().date() - timedelta(days=1)
        if role in ALSO_AT_THE_STATION and at == p.place["hospital"]:
            async with p.db.transaction(build.BUILDER) as tx:
                for one in (p.people[who], past):
                    row = {"person_id": one.id, "role": role.value, "facility_id": p.place["station"]}
                    await tx.execute(
                        insert(role_grant).values(id=uuid7(), valid_from=date(2026, 1, 1), source="test", **row)
                    )
        async with p.db.transaction(build.BUILDER) as tx:
            await tx.execute(update(role_grant).where(role_grant.c.person_id == past.id).values(valid_to=yesterday))
        p.expired[who] = past
    async with p.db.transaction(build.BUILDER) as tx:
        first = select(role_grant.c.facility_id).where(role_grant.c.person_id == person.c.id).limit(1)
        await tx.execute(update(person).values(facility_id=first.scalar_subquery()))
        for held in await tx.all(select(role_grant)):
            p.grants[held.person_id] = held.id


async def _cases(p: Province, password: str) -> None:
    internal = Specialty.INTERNAL
    elsewhere = await build.add_person(
        p.db, "Elsewhere Demo", Role.SPECIALIST, p.place["hospital2"], internal, password_hash=password
    )
    colleague = await build.add_person(
        p.db, "Colleague Demo", Role.SPECIALIST, p.place["hospital"], Specialty.OBSTETRICS, password_hash=password
    )
    holder = p.people["holder"]
    p.cases["closed"] = await _case(p, "closed", "station", internal, holder)
    await _close(p, p.cases["closed"])
    p.clock.advance(timedelta(days=10))
    p.cases["own"] = await _case(p, "own", "station", internal, holder, ask=p.people["asked"])
    p.cases["same"] = await _case(p, "same", "station2", Specialty.OBSTETRICS, colleague)
    p.cases["other"] = await _case(p, "other", "station3", internal, elsewhere)
    p.cases["label"] = await _case(
        p, "label", "station", internal, holder, ask=p.people["asked"], labels=frozenset({Label.HIV})
    )
    assert set(p.cases) | {"expired"} == set(SITUATIONS)
    await _put_roster(p, p.place["hospital"], p.people["specialist"])
    await _put_roster(p, p.place["hospital2"], elsewhere)
    for case in p.cases.values():
        await _put_decision(p, case)
        await _put_privacy(p, case)
        if case.station == p.place["station"]:
            await _seat(p, case, [*p.people.values()])


async def _case(
    p: Province, name: str, station: str, specialty: Specialty, holder: Actor, ask: Actor | None = None, **more: Any
) -> Case:
    """Taken by `holder`, with minutes, a call, a referral begun and a ring that still rings somebody."""
    at = p.place[station]
    doctor, app = p.doctors[at], p.app
    secret, patients_name = f"bímật{name}", f"Tênriêng{name}"
    patient = await app.records.patients.create(
        doctor, PatientId(uuid7()), records.NewPatient(station_id=at, full_name=f"{patients_name} Demo")
    )
    new = sessions.NewConsult(
        station_id=at,
        urgency=Urgency.STAT,
        specialty=specialty,
        patient_id=patient.id,
        request=sessions.RequestFields(
            reason=f"Lý do {secret}", question=f"Câu hỏi {secret}?", working_diagnosis=f"Chẩn đoán {secret}"
        ),
        send=True,
    )
    asked = await app.consults.create(doctor, ConsultId(uuid7()), new)
    await _put_on_team(p, asked.id, holder, answered=True)
    taken = await app.consults.accept(holder, ConsultId(asked.id))
    await app.relay.drain()
    minutes = await app.records.minutes.read(doctor, ConsultId(asked.id))
    for item, text in PAPER.items():
        change = records.MinutesChange(field=item, text=text if item == "place" else f"{text} {secret}", seen_version=0)
        await app.records.minutes.write(holder, MinutesId(minutes.id), ChangeId(uuid7()), change)
    referral = await app.records.referrals.draft(
        doctor,
        ReferralId(uuid7()),
        wire_referral.NewReferral(consult_id=asked.id, to_facility_id=p.place["hospital"]),
    )
    ring, handover, follow_up = uuid7(), uuid7(), FollowUpId(uuid7())
    appointment = wire_after.NewFollowUp(
        consult_id=asked.id, on=p.clock.now().date() + timedelta(days=7), reason=secret
    )
    await app.records.follow_ups.plan(doctor, follow_up, appointment)
    if ask is not None:
        await _put_on_team(p, asked.id, ask, answered=False)
    async with p.db.transaction(build.BUILDER) as tx:
        labels = sorted(more.get("labels", ()))
        await tx.execute(
            update(sessions_tables.consult).where(sessions_tables.consult.c.id == asked.id).values(labels=labels)
        )
        user = (ask or p.people["asked"]).id
        at_time = {"started_at": p.clock.now(), "deadline_at": p.clock.now() + timedelta(minutes=2)}
        row = {"id": ring, "consult_id": asked.id, "round": 9, "step": 0, "step_kind": "first", "user_id": user}
        await tx.execute(insert(sessions_tables.ring).values(**row, **at_time, state="ringing", why="shift"))
        sent = {"id": uuid7(), "about": ring, "kind": "ring", "person_id": user, "channel": "page"}
        await tx.execute(insert(sessions_tables.delivery).values(**sent, state="queued", queued_at=p.clock.now()))
        if ask is not None:
            between = {"from_id": holder.id, "to_id": ask.id, "words": f"Bàn giao {secret}"}
            offer = {"id": handover, "consult_id": asked.id, "state": "offered", "offered_at": p.clock.now()}
            await tx.execute(insert(sessions_tables.handover).values(**offer, **between))
        call = await tx.scalar(select(sessions_tables.call.c.id).where(sessions_tables.call.c.consult_id == asked.id))
    assert taken.call
    return Case(
        at,
        FacilityId(asked.hospital.id),
        asked.id,
        asked.code,
        patient.id,
        minutes.id,
        CallId(call),
        referral.id,
        ring,
        handover,
        holder,
        secret,
        patients_name,
        person=doctor.id,
        grant=p.grants[doctor.id],
        access=uuid7(),
        request=uuid7(),
        assignment=p.assignments[at],
        file=await pictures.put(app, doctor, asked.id, secret),
        camera=await pictures.let_in(app, doctor, CallId(call)),
        **await _put_copy(p, asked.id, minutes.id, holder),
        merge=await _merged(app, doctor, at, patient.id),
        follow_up=follow_up,
    )


async def _put_copy(p: Province, consult: UUID, minutes: UUID, by: Actor) -> dict[str, Any]:
    """As if it had been printed: the open cases' minutes are not signed yet."""
    made, code, now = uuid7(), new_code(), p.clock.now()
    foot = Conversion(system="Telemed", at=now, by="", code=code)
    async with p.db.transaction(build.BUILDER) as tx:
        await copies_store.add(
            tx,
            Copy(
                id=made,
                code=code,
                form=Form.MINUTES,
                document=minutes,
                consult=ConsultId(consult),
                issuer=p.place["hospital"],
                number="1/BBHC",
                dated_on=now.date(),
                version=1,
                conversion=foot,
                made_by=by.id,
                made_at=now,
            ),
        )
    return {"copy": made, "copy_code": code}


async def _merged(app: App, doctor: Actor, at: FacilityId, patient: UUID) -> UUID:
    """Somebody without a name at the station was the same patient."""
    twin = await app.records.patients.create(doctor, PatientId(uuid7()), records.NewPatient(station_id=at))
    new, merge = records.NewPatientMerge(kept_id=patient, gone_id=twin.id, reason="Cùng một người"), uuid7()
    await app.records.twins.merge(doctor, merge, new)
    return merge


async def _seat(p: Province, case: Case, people: list[Actor]) -> None:
    """All of them once sat in its call: a measurement is of one's own seat, and joining leaves no trace here."""
    rows = [
        {
            "call_id": case.call,
            "user_id": one.id,
            "facility_id": case.station,
            "side": "station",
            "joined_at": p.clock.now(),
            "linked": False,
            "left_at": p.clock.now(),
        }
        for one in people
    ]
    async with p.db.transaction(build.BUILDER) as tx:
        await tx.execute(upsert(sessions_tables.participant).on_conflict_do_nothing(), rows)


async def _put_privacy(p: Province, case: Case) -> None:
    """An emergency look that is asked about, and a wish of its patient."""
    now = p.clock.now()
    access = {
        "id": case.access,
        "person_id": case.holder.id,
        "consult_id": case.consult,
        "station_id": case.station,
        "hospital_id": case.hospital,
        "ground": "emergency",
        "reason": f"Mở để thử {case.words}",
        "on_duty": False,
        "opened_at": now - timedelta(hours=9),
        "until_at": now - timedelta(hours=5),
        "review_on": now.date(),
    }
    request = {
        "id": case.request,
        "patient_id": case.patient,
        "station_id": case.station,
        "kind": "erasure",
        "asked_by": "Người nhà",
        "words": f"Xin xóa {case.words}",
        "received_at": now,
        "received_by": p.doctors[case.station].id,
        "due_on": now.date(),
        "state": "received",
        "answer": "",
    }
    async with p.db.transaction(build.BUILDER) as tx:
        await tx.execute(insert(case_access).values(access))
        await tx.execute(insert(subject_request).values(request))


async def _put_roster(p: Province, hospital: FacilityId, doctor: Actor) -> None:
    """Leave to come and a weekly pattern."""
    now, by = p.clock.now(), {"hospital_id": hospital, "made_by": doctor.id, "made_at": p.clock.now()}
    leave_id, pattern_id = uuid7(), uuid7()
    leave = {"id": leave_id, "person_id": doctor.id, "kind": "leave"} | by
    hours = {"starts_at": now + timedelta(days=20), "ends_at": now + timedelta(days=21)}
    pattern = {"id": pattern_id, "name": "Ngày", "specialty": "internal", "tier": "first", "weekdays": [1]} | by
    turns = {"days": "all", "starts": time(7), "length": timedelta(hours=12), "people": [doctor.id]}
    async with p.db.transaction(build.BUILDER) as tx:
        await tx.execute(insert(absence).values(**leave, **hours))
        await tx.execute(insert(roster_pattern).values(**pattern, **turns, turn="shift", anchor=now.date()))
    p.leaves[hospital], p.patterns[hospital] = leave_id, pattern_id


async def _put_decision(p: Province, case: Case) -> None:
    """So that there is one to read while the case is still open; a real one comes after the conclusion."""
    row = {
        "consult_id": case.consult,
        "choice": "follow",
        "reason": "",
        "changed_items": [],
        "outcomes": ["treat_at_station"],
        "note": f"Ghi {case.words}",
        "decided_by": p.doctors[case.station].id,
        "decided_at": p.clock.now(),
    }
    async with p.db.transaction(build.BUILDER) as tx:
        await tx.execute(upsert(decision).values(id=uuid7(), **row).on_conflict_do_nothing())


async def _put_on_team(p: Province, consult: UUID, person: Actor, *, answered: bool) -> None:
    async with p.db.transaction(build.BUILDER) as tx:
        await sessions_store.add_to_team(tx, ConsultId(consult), {person.id: answered})


async def _close(p: Province, case: Case) -> None:
    """Concluded, signed by both ends, decided on."""
    desk, doctor = p.app.records.minutes, p.doctors[case.station]
    minutes = await desk.conclude(case.holder, MinutesId(case.minutes))
    for signer, lines in (
        (case.holder, [SignatureLine.CHAIR]),
        (doctor, [SignatureLine.SECRETARY, SignatureLine.STATION]),
    ):
        command = records.SignCommand(lines=lines, password=SecretStr(PASSWORD), document_hash=minutes.document_hash)
        minutes = await p.app.records.signing.sign(signer, MinutesId(case.minutes), uuid7(), command)
    decided = records.NewDecision(
        consult_id=case.consult,
        choice=Choice.FOLLOW,
        outcomes=[Outcome.TREAT_AT_STATION],
        note=f"Ghi {case.words}",
    )
    await p.app.records.decisions.record(doctor, uuid7(), decided)
