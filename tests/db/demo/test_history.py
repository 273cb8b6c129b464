"""The month behind the demo: full of what happens in one, true to its own rows, quiet, and written once."""

import os
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, text

from telemed.demo import people
from telemed.demo.history import DAYS, STATIONS, seed_history
from telemed.demo.people import seed_people
from telemed.demo.roster import seed_roster
from telemed.identity import store as identity_store
from telemed.identity.passwords import Passwords
from telemed.infra import server
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.jobs import job_table
from telemed.infra.outbox import event_table
from telemed.infra.server import DatabaseServer, Session
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.records.model import DebtKind
from telemed.records.papers import document_hash, minutes_paper
from telemed.records.service.debts import Debts
from telemed.records.service.dossier import Dossier
from telemed.records.store import minutes as minutes_store
from telemed.records.tables import decision, minutes, patient, referral
from telemed.records.tables_after import follow_up, result
from telemed.reports.service import Reports
from telemed.reports.wire import LogQuery
from telemed.schedules import Schedules, duty_then
from telemed.schedules import store as schedules_store
from telemed.sessions import Consults, Presence, wire
from telemed.sessions.tables import black_box, call, consult, participant, phone_note, ring, verdict
from tests.people import SYSTEM

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
TABLES = (consult, ring, call, minutes, decision, referral, patient, black_box, event_table, audit_table, job_table)


class Month:
    """The seeded database, and who looks at it."""

    def __init__(self, db: Database, clock: ManualClock, made: int) -> None:
        self.db, self.clock, self.made = db, clock, made
        self.schedules = Schedules(clock)
        self.consults = Consults(db, clock, self.schedules, Presence(db, clock))

    async def all(self, query: Any) -> Sequence[Any]:
        async with self.db.transaction(SYSTEM) as tx:
            return await tx.all(query)

    async def counted(self, column: Any) -> Counter[Any]:
        return Counter({row[0]: row[1] for row in await self.all(select(column, func.count()).group_by(column))})

    async def size(self) -> list[int]:
        async with self.db.transaction(SYSTEM) as tx:
            return [await tx.scalar(select(func.count()).select_from(table)) for table in TABLES]

    async def person(self, username: str) -> Actor:
        who = people.person_id(username)
        async with self.db.transaction(SYSTEM) as tx:
            return Actor(who, await identity_store.grants_of(tx, who, self.clock.now().astimezone(LOCAL).date()))


async def seed(db: Database, now: datetime, days: int = DAYS) -> int:
    await seed_people(db, Passwords())
    await seed_roster(db, now)
    return await seed_history(db, now, days=days)


@pytest.fixture(scope="module")
async def month(embedded: EmbeddedPg, superuser: Session, template: str) -> AsyncIterator[Month]:
    """Seeded once: all these tests only look at it."""
    name = f"test_{os.getpid()}_month"
    await server.create_database(superuser, name, template)
    clock = ManualClock(NOW)
    db = Database(server.addresses(embedded, name).app_url, clock=clock, pool_size=5)
    yield Month(db, clock, await seed(db, NOW))
    await db.close()
    await superuser.execute(f"drop database if exists {name} with (force)")


async def test_a_month_of_consults_from_all_eight_stations_to_both_hospitals(month: Month) -> None:
    assert 150 <= month.made <= 220
    asked = await month.counted(consult.c.station_id)
    assert set(asked) == {people.facility_id(key) for key in STATIONS}
    assert set(await month.counted(consult.c.hospital_id)) == {people.facility_id(key) for key in people.HOSPITALS}
    assert set(await month.counted(consult.c.urgency)) == set(Urgency)
    assert set(await month.counted(consult.c.specialty)) == set(Specialty)
    (spread,) = await month.all(select(func.min(consult.c.sent_at), func.max(consult.c.sent_at)))
    assert timedelta(days=28) < spread[1] - spread[0] < timedelta(days=32)
    assert spread[1] < NOW


async def test_everything_that_happens_in_a_month_happened(month: Month) -> None:
    rings = await month.counted(ring.c.state)
    assert all(rings[state] > 0 for state in ("accepted", "missed", "declined", "superseded", "skipped", "cancelled"))
    told = await month.counted(event_table.c.kind)
    for kind in ("consult_transferred", "consult_returned", "consult_released", "consult_cancelled"):
        assert told[kind] > 0, kind
    for kind in ("specialty_changed", "ladder_ended", "call_interrupted", "phone_call_logged", "minutes_locked"):
        assert told[kind] > 0, kind
    assert (await month.counted(consult.c.answer))["written"] > 5
    assert (await month.counted(referral.c.state))["closed"] > 20
    assert set(await month.counted(decision.c.choice)) == {"follow", "modify", "decline"}
    late = select(consult.c.id).where(consult.c.first_answer_at > consult.c.answer_due_at)
    assert len(await month.all(late)) > 3
    assert len(await month.all(select(phone_note))) == told["phone_call_logged"]
    assert set(await month.counted(ring.c.why)) >= {"shift", "on_call"}


async def test_every_ring_of_the_month_replays_to_whom_it_rang(month: Month) -> None:
    rung = await month.all(
        select(ring.c.hospital_id, ring.c.started_at, ring.c.shift_id, ring.c.roster_version).where(
            ring.c.shift_id.is_not(None)
        )
    )
    assert len(rung) > 100
    async with month.db.transaction(SYSTEM) as tx:
        for one in rung[::4]:
            (mine,) = await schedules_store.shifts_by_id(tx, [one.shift_id])
            then = await duty_then(tx, mine.hospital, mine.specialty or Specialty.INTERNAL, one.started_at)
            assert then.version == one.roster_version
            assert mine.id in {shift.id for shift in then.answering}


async def test_who_answered_by_shift_was_on_that_shift(month: Month) -> None:
    wrong = text(
        "select r.id from ring r join shift s on s.id = r.shift_id join consult c on c.id = r.consult_id"
        " where s.person_id <> r.user_id or s.hospital_id <> c.hospital_id"
        " or r.started_at < s.starts_at or r.started_at >= s.ends_at or r.roster_version <> (select max(v.number)"
        " from roster_version v where v.hospital_id = s.hospital_id and v.made_at <= r.started_at)"
        " or (r.state = 'accepted' and s.state = 'missed')"
    )
    assert await month.all(wrong) == []


async def test_nothing_rings_waits_or_is_still_to_be_told(month: Month) -> None:
    assert (await month.counted(ring.c.state))["ringing"] == 0
    assert (await month.counted(consult.c.state))["waiting"] == 0
    assert await month.all(select(participant).where(participant.c.linked)) == []
    assert await month.all(select(call).where(call.c.state != "ended")) == []
    assert await month.all(select(event_table).where(event_table.c.relayed_at.is_(None))) == []
    jobs = await month.all(select(job_table.c.kind, job_table.c.run_at))
    assert {(row.kind, row.run_at > NOW) for row in jobs} == {("follow_up_reminder", True)}


async def test_each_call_has_its_black_box_and_each_case_a_cause_and_most_ended_normally(month: Month) -> None:
    calls, boxes = await month.counted(call.c.state), await month.all(select(black_box))
    causes = await month.counted(verdict.c.cause)

    assert len(boxes) > calls["ended"]
    assert causes.most_common(1)[0][0] == "ended_normally"
    assert {"station_uplink", "not_answered"} <= causes.keys()


async def test_history_lies_in_the_past_and_each_consult_in_its_order(month: Month) -> None:
    for column in (event_table.c.at, audit_table.c.at, black_box.c.from_at, ring.c.ended_at):
        assert await month.all(select(column).where(column > NOW)) == []
    backwards = text(
        "select 1 from (select at, lag(at) over (partition by consult_id order by seq) as before from event) e"
        " where at < before"
    )
    assert await month.all(backwards) == []


async def test_patients_are_plainly_invented_and_named_in_no_fact_and_no_trail(month: Month) -> None:
    names = [row.full_name for row in await month.all(select(patient.c.full_name))]
    assert all(name.endswith(" Demo") for name in names)
    assert len(await month.counted(patient.c.ethnicity_code)) > 3
    written = str(await month.all(select(event_table.c.data))) + str(
        await month.all(select(audit_table.c.reason, audit_table.c.action))
    )
    assert not [name for name in names if name.removesuffix(" Demo") in written]


async def test_signed_minutes_say_what_the_rows_say(month: Month) -> None:
    """History makes its papers by itself; the record's own service reads the same out of the database."""
    dossier = Dossier(month.consults)
    signed = await month.all(select(minutes.c.consult_id).where(minutes.c.state == "signed").limit(25))
    async with month.db.transaction(SYSTEM) as tx:
        for row in signed:
            written = await minutes_store.of_consult(tx, ConsultId(row.consult_id))
            assert written
            asked = await month.consults.get(tx, ConsultId(row.consult_id))
            case = await dossier.case(tx, asked, {o.by for o in written.opinions})
            again = minutes_paper(case, written)
            assert written.paper
            assert document_hash(again) == written.document_hash, asked.code
    assert len({row.number for row in await month.all(select(minutes.c.number, minutes.c.hospital_id))}) > 50


async def test_the_managers_log_is_full_and_each_timeline_opens(month: Month) -> None:
    manager, reports = await month.person("quanly.tamduong"), Reports(month.db, month.clock)

    page = await reports.page(manager, LogQuery(limit=100))

    assert page.totals.consults > 70
    assert len(page.totals.by_day) > 20
    assert page.totals.wait_median_ms
    assert all(page.totals.views[view] > 0 for view in ("all", "unanswered", "late", "unsigned", "referred"))
    assert {"normal", "late", "interrupted", "transferred", "unsigned"} <= {row.verdict for row in page.rows}
    for row in page.rows[::6]:
        timeline = await reports.timeline(manager, ConsultId(row.consult_id))
        assert timeline.entries
    cut = next(row for row in page.rows if row.verdict == "interrupted")
    timeline = await reports.timeline(manager, ConsultId(cut.consult_id))
    assert {point.side for point in timeline.link} == {"station", "hospital"}
    assert {"call_interrupted", "call_live", "minutes_locked"} <= {entry.kind for entry in timeline.entries}


async def test_the_demo_stations_begin_with_one_request_sent_back_and_one_paper(month: Month) -> None:
    debts = Debts(month.db, month.consults)
    for username, owed in (("tram.binhlu", DebtKind.MINUTES), ("tram.thanuyen", DebtKind.DECISION)):
        doctor = await month.person(username)
        open_now = await month.consults.open_for(doctor)
        assert Counter(one.state for one in open_now) == {"returned": 1, "concluded": 1}
        assert next(one.returned_question for one in open_now if one.state == "returned")
        kinds = Counter(debt.kind for debt in (await debts.of(doctor)).debts)
        assert kinds[owed] == 1
        assert set(kinds) <= {owed, "result_7", "result_30", "follow_up"}
    for username in people.STARS.values():
        specialist = await month.person(username)
        kinds = Counter(debt.kind for debt in (await debts.of(specialist)).debts)
        assert kinds[DebtKind.MINUTES] == 1
        assert set(kinds) <= {"minutes", "receipt", "feedback"}
        assert await month.consults.rings_for(specialist) == []


async def test_patients_went_came_did_not_come_and_word_came_back(month: Month) -> None:
    ways = await month.counted(referral.c.movement)
    states, answers = await month.counted(referral.c.state), await month.counted(referral.c.answer)

    assert {"arrived", "departed", "not_arrived"} <= ways.keys()
    assert states["closed"] > states["sent"] > 0
    assert answers["accepted"] > answers["none"] > 0
    for hospital in people.HOSPITALS:
        to = referral.c.to_facility_id == people.facility_id(hospital)
        on_the_road = select(referral.c.departed_at).where(to, referral.c.movement == "departed")
        assert any(NOW - row.departed_at < timedelta(hours=3) for row in await month.all(on_the_road))


async def test_appointments_are_to_come_kept_and_missed_and_stations_told_how_patients_are(month: Month) -> None:
    appointments, told = await month.counted(follow_up.c.state), await month.counted(result.c.day)
    concluded = await month.all(
        select(consult.c.id).where(consult.c.concluded_at < NOW - timedelta(days=9), consult.c.state != "transferred")
    )

    assert {"planned", "done", "missed"} <= appointments.keys()
    assert appointments["done"] > appointments["missed"]
    assert told[7] >= len(concluded) > 50


async def test_numbers_go_on_where_history_stopped(month: Month) -> None:
    doctor, station = await month.person("tram.binhlu"), people.facility_id("03390")
    last = max(row.code for row in await month.all(select(consult.c.code).where(consult.c.station_id == station)))
    new = wire.NewConsult(
        station_id=station,
        urgency=Urgency.ROUTINE,
        specialty=Specialty.INTERNAL,
        request=wire.RequestFields(reason="Tái khám"),
    )
    async with month.db.transaction(SYSTEM) as tx:
        before = await tx.scalar(select(func.count()).select_from(consult))

    made = await month.consults.create(doctor, ConsultId(uuid7()), new)

    assert int(made.code.split("-")[1]) == int(last.split("-")[1]) + 1
    assert before == month.made


async def test_seeding_again_changes_nothing(month: Month) -> None:
    before = await month.size()

    assert await seed(month.db, NOW + timedelta(days=1)) == 0

    assert await month.size() == before


async def test_the_same_days_are_the_same_each_time(db: Database, owner_db: Database, database: DatabaseServer) -> None:
    look = select(consult.c.id, consult.c.code, consult.c.state, consult.c.sent_at, patient.c.full_name).where(
        consult.c.patient_id == patient.c.id
    )

    async def lived() -> set[Any]:
        await seed(db, NOW, days=2)
        async with db.transaction(SYSTEM) as tx:
            return set(map(tuple, await tx.all(look)))

    first = await lived()
    async with owner_db.transaction(SYSTEM) as tx:
        await tx.execute(text("truncate consult, patient, consult_counter, series cascade"))

    assert first
    assert await lived() == first
