"""What was kept long enough goes, batch by batch; what counts need stays, and what is not over stays whole."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from telemed.identity import tables as identity
from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import PatientId, uuid7
from telemed.kernel.values import Label, Urgency
from telemed.privacy.forms import ERASED
from telemed.privacy.model import RequestKind
from telemed.privacy.service.keeping import Keeping
from telemed.records import Outcome
from telemed.records import tables as records
from telemed.sessions import tables as sessions
from tests import build
from tests.db.privacy.conftest import House


@pytest.fixture
def keeping(owner_db: Database) -> Keeping:
    return Keeping(owner_db, batch=2)


async def rows(house: House, table: Any, **where: Any) -> Sequence[Any]:
    query = select(table)
    for name, value in where.items():
        query = query.where(table.c[name] == value)
    async with house.db.transaction(build.BUILDER) as tx:
        return await tx.all(query)


async def written(house: House, **closed: Any) -> tuple[UUID, PatientId]:
    """A case with signed minutes, a decision and a patient with a name, closed long ago."""
    patient = PatientId((await house.desk.patient()).id)
    minutes = await house.desk.signed(patient_id=patient)
    outcomes = closed.pop("outcomes", [Outcome.REFER])
    died_at = house.desk.world.clock.now() if Outcome.DIED in outcomes else None
    await house.desk.decide(minutes.consult_id, outcomes=outcomes, died_at=died_at)
    ended = {"state": "closed", "closed_at": datetime(2010, 5, 1, tzinfo=UTC)} | closed
    await house.set_consult(minutes.consult_id, **ended)
    return minutes.consult_id, patient


async def years_later(house: House, years: int) -> None:
    """The desk's cases are of today; the papers are as old as the case says."""
    await house.desk.world.pass_time(timedelta(days=366 * years))


async def test_of_a_case_whose_years_are_over_only_what_counts_need_is_left(house: House, keeping: Keeping) -> None:
    consult, patient = await written(house)
    await years_later(house, 1)

    erased = await keeping.run()

    assert (erased.cases, erased.patients) == (1, 1)
    (case,) = await rows(house, sessions.consult, id=consult)
    assert (case.reason, case.question, case.patient_id, case.erased_at) == (
        "",
        "",
        None,
        house.desk.world.clock.now(),
    )
    assert (case.urgency, case.state, case.sent_at is not None) == ("stat", "closed", True)
    for table in (sessions.vital_signs, sessions.consent, sessions.phone_note):
        assert await rows(house, table, consult_id=consult) == []
    (minutes,) = await rows(house, records.minutes, consult_id=consult)
    assert minutes.paper is None
    assert {field.text for field in await rows(house, records.minutes_field, minutes_id=minutes.id)} == {""}
    assert await rows(house, records.opinion, minutes_id=minutes.id) == []
    (decision,) = await rows(house, records.decision, consult_id=consult)
    assert (decision.reason, decision.note, decision.choice) == ("", "", "follow")
    (person,) = await rows(house, records.patient, id=patient)
    assert (person.full_name, person.erased_at is not None) == (ERASED, True)
    assert await rows(house, records.patient_word, patient_id=patient) == []


@pytest.mark.parametrize(
    ("changes", "goes"),
    [
        ({}, True),
        ({"closed_at": datetime(2020, 5, 1, tzinfo=UTC)}, False),
        ({"case_type": "trauma"}, False),
        ({"labels": [Label.MENTAL_HEALTH.value]}, False),
        ({"case_type": "trauma", "closed_at": datetime(2000, 5, 1, tzinfo=UTC)}, True),
        ({"outcomes": [Outcome.DIED], "closed_at": datetime(2000, 5, 1, tzinfo=UTC)}, False),
        ({"outcomes": [Outcome.DIED], "closed_at": datetime(1990, 5, 1, tzinfo=UTC)}, True),
        ({"state": "concluded"}, False),
        ({"state": "cancelled", "closed_at": None, "sent_at": datetime(2010, 5, 1, tzinfo=UTC)}, False),
    ],
)
async def test_each_class_of_case_has_its_years(
    house: House, keeping: Keeping, changes: dict[str, Any], goes: bool
) -> None:
    consult, _ = await written(house, **changes)

    erased = await keeping.run()

    (case,) = await rows(house, sessions.consult, id=consult)
    assert erased.cases == goes
    assert (case.erased_at is not None) is goes


async def test_who_has_a_younger_case_keeps_their_name(house: House, keeping: Keeping) -> None:
    _, patient = await written(house)
    await house.desk.world.requested(patient_id=patient)
    await years_later(house, 1)

    erased = await keeping.run()

    assert (erased.cases, erased.patients) == (1, 0)
    (person,) = await rows(house, records.patient, id=patient)
    assert person.full_name == "Giàng Thị Sua Demo"


async def test_a_dry_run_counts_and_touches_nothing(house: House, keeping: Keeping) -> None:
    consult, _ = await written(house)

    counted = await keeping.run(dry=True)

    assert counted.cases == 1
    (case,) = await rows(house, sessions.consult, id=consult)
    assert case.reason == "Đau ngực"


async def test_a_second_run_finds_nothing_left(house: House, keeping: Keeping) -> None:
    await written(house)
    await years_later(house, 1)
    await keeping.run()

    assert (await keeping.run()).nothing


async def test_more_than_a_batch_goes_in_one_run(house: House, keeping: Keeping) -> None:
    for _ in range(5):
        asked = await house.desk.world.requested()
        await house.set_consult(asked.id, state="closed", closed_at=datetime(2010, 5, 1, tzinfo=UTC))

    assert (await keeping.run()).cases == 5


async def test_each_erasing_is_on_the_trail(house: House, keeping: Keeping) -> None:
    consult, _ = await written(house)

    await keeping.run()

    (row,) = await house.audited(action="erase", entity="consult")
    assert (row.entity_id, row.system) == (consult, "retention")


async def test_a_request_never_sent_goes_after_ninety_days(house: House, keeping: Keeping) -> None:
    patient = PatientId((await house.desk.patient()).id)
    draft = await house.desk.world.requested(Urgency.URGENT, send=False, patient_id=patient)
    await house.desk.world.pass_time(timedelta(days=90))
    assert (await keeping.run()).drafts == 0

    await house.desk.world.pass_time(timedelta(days=1))
    erased = await keeping.run()

    assert (erased.drafts, erased.patients) == (1, 1)
    (case,) = await rows(house, sessions.consult, id=draft.id)
    assert (case.reason, case.patient_id) == ("", None)


async def test_what_the_application_may_not_rewrite_of_an_erased_patient_goes_with_the_next_run(
    house: House, keeping: Keeping
) -> None:
    patient = PatientId((await house.desk.patient()).id)
    draft = await house.desk.world.requested(Urgency.URGENT, send=False, patient_id=patient)
    async with house.db.transaction(build.BUILDER) as tx:
        await tx.execute(
            insert(sessions.consent).values(
                id=uuid7(),
                consult_id=draft.id,
                ground="relative",
                given_by="Giàng A Demo, chồng",
                reason="",
                text_version="1",
                recorded_by=house.desk.doctor.id,
                recorded_at=tx.at,
            )
        )
    request = (await house.file(RequestKind.ERASURE, patient)).id
    await house.privacy.requests.approve(house.officer_of_station, request)
    await house.privacy.subjects.erase(house.head, patient, request)

    assert (await keeping.run()).drafts == 1

    assert await rows(house, sessions.consent, consult_id=draft.id) == []


async def test_what_ran_out_of_sign_ins_goes(house: House, keeping: Keeping, clock: ManualClock) -> None:
    old = clock.now() - timedelta(days=1)
    async with house.db.transaction(build.BUILDER) as tx:
        await tx.execute(
            insert(identity.ceremony).values(id=uuid7(), person_id=None, kind="passkey", secret=b"x", expires_at=old)
        )
        await tx.execute(
            insert(identity.socket_ticket).values(hash=b"t", person_id=house.desk.doctor.id, expires_at=old)
        )

    assert (await keeping.run()).sign_in_remains == 2


async def test_advice_by_telephone_whose_case_never_came_goes_as_a_draft_does(house: House, keeping: Keeping) -> None:
    world = house.desk.world
    old, fresh = uuid7(), uuid7()
    row = {"code": "00000000", "hospital_id": world.hospital, "person_id": world.specialists[0].id, "caller": ""}
    words = {"subject": "Bé trai", "told": "", "advice": "Thở oxy"}
    for one, days in ((old, 91), (fresh, 5)):
        at = world.clock.now() - timedelta(days=days)
        async with house.db.transaction(build.BUILDER) as tx:
            await tx.execute(insert(sessions.phone_advice).values(id=one, given_at=at, made_at=at, **row, **words))

    await keeping.run()

    assert [left.id for left in await rows(house, sessions.phone_advice)] == [fresh]
