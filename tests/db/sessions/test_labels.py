"""Restricted labels on a real database: who treats reads all, everybody else learns that a case is there, no more."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ChangeId, ConsultId, RingId, uuid7
from telemed.kernel.values import Label, Role, Specialty, Urgency
from telemed.reports import wire as reports_wire
from telemed.reports.service import Reports
from telemed.sessions import wire
from telemed.sessions.model import Allergy, CaseType
from telemed.sessions.policy import NotYours
from tests import build
from tests.build import World, spoken_consent

SECRET = "Nhiễm HIV đang điều trị ARV"


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def labelled(world: World) -> ConsultId:
    """A sent case whose every word says what it is."""
    words = dict.fromkeys(("history", "past_history", "examination", "working_diagnosis"), SECRET)
    request = wire.RequestFields(
        case_type=CaseType.SKIN,
        reason=SECRET,
        question=SECRET,
        treatment_given=SECRET,
        allergy=Allergy.SOME,
        allergies=SECRET,
        answers={"since": SECRET},
        **words,
    )
    asked = await world.requested(
        Urgency.URGENT,
        request=request,
        labels=[Label.HIV],
        without=SECRET,
        patient_id=await build.add_patient(world.db, world.station, full_name="Giàng Thị Sua Demo"),
        consents=[spoken_consent()],
    )
    return ConsultId(asked.id)


async def label(world: World, by: Actor, consult: ConsultId, *labels: Label) -> wire.ConsultSummary:
    seen = (await world.consults.summary(consult)).version
    change = wire.ConsultChange(seen_version=seen, labels=list(labels))
    return await world.consults.change(by, consult, ChangeId(uuid7()), change)


async def test_who_treats_reads_every_word_and_the_label(world: World, labelled: ConsultId) -> None:
    for actor in (world.station_doctor, world.specialists[0]):
        detail = await world.consults.detail(actor, labelled)

        assert (detail.summary.masked, detail.summary.labels) == (False, [Label.HIV])
        assert detail.request.working_diagnosis == detail.summary.reason == SECRET


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.HOSPITAL_MANAGER])
async def test_who_does_not_treat_reads_no_word_of_it(world: World, labelled: ConsultId, role: Role) -> None:
    actor = await build.add_person(world.db, "Someone Demo", role, world.hospital)

    detail = await world.consults.detail(actor, labelled)

    assert SECRET not in detail.model_dump_json()
    assert (detail.summary.masked, detail.summary.labels) == (True, [])  # the label's name is the diagnosis
    assert detail.summary.case_type is detail.request.case_type is CaseType.OTHER
    assert detail.summary.code == "TD-0001"


async def test_the_queue_hides_it_too(world: World, labelled: ConsultId) -> None:
    coordinator = await build.add_person(world.db, "Điều Phối Demo", Role.COORDINATOR, world.hospital)
    await world.requested()

    labelled_one, plain = sorted(await world.consults.open_for(coordinator), key=lambda s: s.code)

    assert (labelled_one.masked, labelled_one.reason, labelled_one.question) == (True, "", "")
    assert (plain.masked, plain.reason) == (False, "Đau ngực")


async def test_earlier_cases_of_the_patient_are_masked_as_they_are(world: World, labelled: ConsultId) -> None:
    """The manager may read today's plain case; last week's labelled one beside it stays hidden."""
    patient = (await world.consults.summary(labelled)).patient_id
    manager = await build.add_person(world.db, "Quản Lý Demo", Role.HOSPITAL_MANAGER, world.hospital)
    world.clock.advance(timedelta(days=1))
    plain = await world.requested(Urgency.URGENT, patient_id=patient)

    detail = await world.consults.detail(manager, ConsultId(plain.id))

    assert SECRET not in detail.model_dump_json()
    assert [p.masked for p in detail.previous] == [True]


async def test_words_of_a_ring_that_was_passed_on_are_hidden(world: World) -> None:
    one, _ = world.specialists
    await world.on_duty(one)
    asked = await world.requested(labels=[Label.TB])
    ring = asked.ladder.steps[0].people[0].ring_id
    await world.consults.decline(one, RingId(ring), wire.Decline(reason="other", note="chuyển khoa lao"))
    coordinator = await build.add_person(world.db, "Điều Phối Demo", Role.COORDINATOR, world.hospital)

    detail = await world.consults.detail(coordinator, ConsultId(asked.id))

    assert "lao" not in detail.model_dump_json()
    assert detail.summary.ladder.steps[0].people[0].state == "declined"


async def test_a_question_sent_back_is_hidden(world: World, labelled: ConsultId) -> None:
    await world.consults.give_back(world.specialists[0], labelled, "CD4 bao nhiêu?")
    coordinator = await build.add_person(world.db, "Điều Phối Demo", Role.COORDINATOR, world.hospital)

    detail = await world.consults.detail(coordinator, labelled)

    assert "CD4" not in detail.model_dump_json()


async def test_news_for_who_no_longer_has_it_carry_no_word(world: World, labelled: ConsultId) -> None:
    told = await world.consults.summary(labelled, outside=True)

    assert SECRET not in told.model_dump_json()
    assert SECRET in (await world.consults.summary(labelled)).model_dump_json()


async def test_both_ends_add_a_label_and_only_who_asked_or_holds_it_takes_one_away(
    world: World, labelled: ConsultId
) -> None:
    holder, colleague = world.specialists
    await world.consults.accept(holder, labelled)
    nurse = await build.add_person(world.db, "Nurse Demo", Role.STATION_NURSE, world.station)

    assert (await label(world, nurse, labelled, Label.HIV, Label.TB)).labels == [Label.HIV, Label.TB]
    for actor in (nurse, colleague):
        with pytest.raises(NotYours):
            await label(world, actor, labelled, Label.TB)
    with pytest.raises(NotYours):
        await label(world, colleague, labelled, Label.HIV, Label.TB, Label.MENTAL_HEALTH)

    assert (await label(world, holder, labelled, Label.TB)).labels == [Label.TB]
    assert (await label(world, world.station_doctor, labelled)).labels == []


async def test_adding_and_taking_away_are_in_the_audit_trail(world: World, labelled: ConsultId) -> None:
    await label(world, world.station_doctor, labelled, Label.HIV, Label.TB)
    await label(world, world.station_doctor, labelled, Label.TB)

    async with world.db.transaction(build.BUILDER) as tx:
        a = audit_table.c
        rows = await tx.all(select(a.action).where(a.consult_id == labelled, a.action.like("%label")).order_by(a.seq))
    assert [row.action for row in rows] == ["label", "unlabel"]


@pytest.fixture
async def manager(world: World) -> Actor:
    return await build.add_person(world.db, "Quản Lý Demo", Role.HOSPITAL_MANAGER, world.hospital)


async def test_the_log_its_export_and_the_timeline_hide_it(world: World, labelled: ConsultId, manager: Actor) -> None:
    plain = await world.requested()
    reports = Reports(world.db, world.clock)

    rows = {row.consult_id: row for row in (await reports.page(manager, reports_wire.LogQuery())).rows}
    exported = b"".join([part async for part in await reports.csv(manager, reports_wire.LogQuery())]).decode()
    timeline = await reports.timeline(manager, labelled)

    assert (rows[labelled].masked, rows[labelled].question) == (True, "")
    assert (rows[plain.id].masked, rows[plain.id].question != "") == (False, True)
    assert SECRET not in exported
    assert "TD-0001" in exported
    assert SECRET not in timeline.model_dump_json()
    assert timeline.row.masked


async def test_the_log_of_its_own_station_shows_it(world: World, labelled: ConsultId) -> None:
    head = await build.add_person(world.db, "Trưởng Trạm Demo", Role.STATION_HEAD, world.station)
    reports = Reports(world.db, world.clock)

    (row,) = (await reports.page(head, reports_wire.LogQuery())).rows

    assert (row.masked, row.question) == (False, SECRET)


async def test_the_log_of_another_department_hides_it(world: World, labelled: ConsultId) -> None:
    surgeon = await build.add_person(world.db, "Surgeon Demo", Role.SPECIALIST, world.hospital, Specialty.SURGERY)
    reports = Reports(world.db, world.clock)

    page = await reports.page(surgeon, reports_wire.LogQuery())

    assert SECRET not in page.model_dump_json()
