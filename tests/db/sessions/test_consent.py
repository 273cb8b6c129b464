"""What patients say about their case, on a real database: kept for ever, followed at once, never assumed."""

from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import ProgrammingError

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import OtherBody
from telemed.kernel.ids import ChangeId, ConsultId, PatientId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty, Urgency
from telemed.sessions import State, store, tables, texts, wire
from telemed.sessions.consents import ConsentIncomplete, ConsentNeeded, ConsentRefused, NothingToWithdraw
from telemed.sessions.model import Purpose, Representative, Sharing
from telemed.sessions.policy import NotYours
from tests import build
from tests.build import World, spoken_consent


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def patient(world: World) -> PatientId:
    return await build.add_patient(world.db, world.station, full_name="Giàng Thị Sua Demo")


async def says(world: World, consult: ConsultId, by: Actor | None = None, **word: Any) -> wire.ConsultSummary:
    actor = by or world.station_doctor
    return await world.consults.record_consent(actor, consult, ChangeId(uuid7()), spoken_consent(**word))


async def drafted(world: World, patient: PatientId | None, urgency: Urgency = Urgency.URGENT, **new: Any) -> ConsultId:
    request = build.new_consult(world, urgency, send=False, patient_id=patient, **({"consents": []} | new))
    return ConsultId((await world.consults.create(world.station_doctor, ConsultId(uuid7()), request)).id)


async def test_nobody_is_assumed_to_agree(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient)
    assert (await world.consults.summary(consult)).sharing is Sharing.UNASKED

    with pytest.raises(ConsentNeeded):
        await world.consults.send(world.station_doctor, consult)

    agreed = await says(world, consult)
    assert (agreed.sharing, [c.purpose for c in agreed.consents]) == (Sharing.GIVEN, [Purpose.SHARE])
    assert (await world.consults.send(world.station_doctor, consult)).state is State.WAITING


async def test_who_says_no_is_not_sent_and_may_say_yes_later(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient)
    await says(world, consult, decision="refused")

    with pytest.raises(ConsentRefused):
        await world.consults.send(world.station_doctor, consult)

    await says(world, consult)
    assert (await world.consults.send(world.station_doctor, consult)).state is State.WAITING


@pytest.mark.parametrize("asked", [False, True])
async def test_an_emergency_rings_at_once_and_is_asked_later(world: World, patient: PatientId, asked: bool) -> None:
    """Also where somebody said no before it became one: life comes first, and it is written down who judged so."""
    consult = await drafted(world, patient, Urgency.STAT)
    if asked:
        await says(world, consult, decision="refused")

    sent = await world.consults.send(world.station_doctor, consult)

    assert (sent.state, sent.sharing) == (State.WAITING, Sharing.EMERGENCY)
    last = (await world.consults.detail(world.station_doctor, consult)).consents[-1]
    assert (last.ground, last.recorded_by.id) == ("emergency", world.station_doctor.id)


async def test_a_draft_that_becomes_an_emergency_when_returned_rings_without_an_answer(
    world: World, patient: PatientId
) -> None:
    consult = await drafted(world, patient, consents=[spoken_consent()])
    await world.consults.send(world.station_doctor, consult)
    await world.consults.give_back(world.specialists[0], consult, "Đo lại huyết áp?")
    refused = await says(world, consult, decision="refused")

    change = wire.ConsultChange(seen_version=refused.version, urgency=Urgency.STAT)
    raised = await world.consults.change(world.station_doctor, consult, ChangeId(uuid7()), change)

    assert (raised.state, raised.sharing) == (State.WAITING, Sharing.EMERGENCY)


async def test_after_a_withdrawal_the_hospital_no_longer_knows_who_it_is(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient, consents=[spoken_consent()])
    await world.consults.send(world.station_doctor, consult)
    await world.consults.accept(world.specialists[0], consult)
    assert await knows(world, world.specialists[0], patient)

    after = await says(world, consult, decision="withdrawn")

    assert (after.sharing, after.state) == (Sharing.WITHDRAWN, State.ACCEPTED)
    assert not await knows(world, world.specialists[0], patient)
    assert await knows(world, world.station_doctor, patient)
    there = await world.consults.detail(world.specialists[0], consult)
    assert there.summary.consents[0].decision == "withdrawn"


async def knows(world: World, actor: Actor, patient: PatientId) -> bool:
    async with world.db.transaction(actor) as tx:
        return await store.visible_patient(tx, patient)


async def test_each_word_is_told_as_history_without_a_name(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient)
    await says(world, consult, given_by="Giàng Thị Sua Demo")
    await says(world, consult, purpose="video", decision="refused")

    async with world.db.transaction(build.BUILDER) as tx:
        e = event_table.c
        query = select(e.data).where(e.consult_id == consult, e.kind == "consent_recorded").order_by(e.seq)
        told = [row.data for row in await tx.all(query)]
    assert [(one["purpose"], one["decision"]) for one in told] == [("share", "given"), ("video", "refused")]
    assert "Sua" not in str(told)


async def test_all_that_was_said_is_kept_with_its_text_and_the_last_of_each_purpose_holds(
    world: World, patient: PatientId
) -> None:
    consult = await drafted(world, patient)
    for decision in ("given", "withdrawn", "given", "refused"):
        await says(world, consult, decision=decision)  # in one moment of the clock
    await says(world, consult, purpose="photo", interpreter="Lò Văn Dịch Demo")

    detail = await world.consults.detail(world.station_doctor, consult)

    assert [c.decision for c in detail.consents] == ["given", "withdrawn", "given", "refused", "given"]
    assert {c.purpose: c.decision for c in detail.summary.consents} == {"share": "refused", "photo": "given"}
    assert detail.consents[0].text_sha256 == texts.digest("2026-11", Purpose.SHARE).hex()
    assert detail.consents[-1].interpreter == "Lò Văn Dịch Demo"


async def test_no_names_are_in_a_summary(world: World) -> None:
    mother: dict[str, Any] = {
        "ground": "relative",
        "given_by": "Vàng Thị Chở Demo",
        "representative": Representative.STATUTORY,
        "relation": "mẹ",
    }
    consult = await drafted(world, None)

    agreed = await says(world, consult, **mother)

    assert "Chở" not in agreed.model_dump_json()
    (kept,) = (await world.consults.detail(world.station_doctor, consult)).consents
    assert (kept.given_by, kept.representative, kept.relation) == (
        "Vàng Thị Chở Demo",
        Representative.STATUTORY,
        "mẹ",
    )


async def test_a_child_is_spoken_for_and_asked_by_the_age_in_the_request(world: World) -> None:
    request = wire.RequestFields(reason="Sốt", subject=wire.Subject(age_months=9 * 12))
    consult = await drafted(world, None, request=request)
    mother: dict[str, Any] = {
        "ground": "relative",
        "given_by": "Vàng Thị Chở Demo",
        "representative": Representative.STATUTORY,
    }

    with pytest.raises(ConsentIncomplete):
        await says(world, consult)
    with pytest.raises(ConsentIncomplete):
        await says(world, consult, **mother)

    assert (await says(world, consult, **mother, child_agreed=True)).sharing is Sharing.GIVEN


async def test_nothing_of_a_request_is_kept_when_its_consent_is_not_right(world: World, patient: PatientId) -> None:
    new = build.new_consult(world, Urgency.URGENT, patient_id=patient, consents=[spoken_consent(ground="relative")])

    with pytest.raises(ConsentIncomplete):
        await world.consults.create(world.station_doctor, ConsultId(uuid7()), new)

    assert await world.consults.open_for(world.station_doctor) == []


async def test_sent_twice_it_is_said_once(world: World, patient: PatientId) -> None:
    consult, consent = await drafted(world, patient), ChangeId(uuid7())
    for _ in range(2):
        await world.consults.record_consent(world.station_doctor, consult, consent, spoken_consent())

    assert len((await world.consults.detail(world.station_doctor, consult)).consents) == 1
    with pytest.raises(OtherBody):
        await world.consults.record_consent(
            world.station_doctor, consult, consent, spoken_consent(decision="withdrawn")
        )


async def test_the_station_alone_writes_down_what_its_patients_say(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient, consents=[spoken_consent()])
    await world.consults.send(world.station_doctor, consult)
    await world.consults.accept(world.specialists[0], consult)
    other = await build.add_facility(world.db, "Trạm khác Demo", FacilityKind.STATION, "TK")
    stranger = await build.add_person(world.db, "Stranger Demo", Role.STATION_DOCTOR, other)

    with pytest.raises(NotYours):
        await says(world, consult, world.specialists[0], decision="withdrawn")
    with pytest.raises(Exception, match="missing"):
        await says(world, consult, stranger, decision="withdrawn")


async def test_a_nurse_asks_but_does_not_declare_an_emergency(world: World, patient: PatientId) -> None:
    nurse = await build.add_person(
        world.db, "Nurse Demo", Role.STATION_NURSE, world.station, profession=Profession.NURSE
    )
    consult = await drafted(world, patient)

    assert (await says(world, consult, nurse)).sharing is Sharing.GIVEN
    with pytest.raises(NotYours):
        await says(world, consult, nurse, ground="emergency", reason="sốc")


async def test_what_was_never_given_cannot_be_withdrawn(world: World, patient: PatientId) -> None:
    consult = await drafted(world, patient)

    with pytest.raises(NothingToWithdraw):
        await says(world, consult, decision="withdrawn")


async def test_who_only_routes_the_queue_reads_no_consent(world: World, patient: PatientId) -> None:
    coordinator = await build.add_person(world.db, "Điều Phối Demo", Role.COORDINATOR, world.hospital)
    consult = await drafted(world, patient, consents=[spoken_consent(given_by="Giàng Thị Sua Demo")])
    await world.consults.send(world.station_doctor, consult)

    detail = await world.consults.detail(coordinator, consult)

    assert (detail.consents, detail.summary.consents, detail.summary.sharing) == ([], [], Sharing.GIVEN)


async def test_no_word_is_ever_written_over(world: World, patient: PatientId) -> None:
    await drafted(world, patient, consents=[spoken_consent()])

    with pytest.raises(ProgrammingError, match="permission denied"):
        async with world.db.transaction(world.station_doctor) as tx:
            await tx.execute(update(tables.consent).values(decision="refused"))


async def test_the_short_form_still_says_that_the_case_may_be_shared(world: World, patient: PatientId) -> None:
    asked = await world.requested(
        Urgency.URGENT,
        patient_id=patient,
        consents=[],
        consent=wire.Consent(ground="spoken"),
        specialty=Specialty.INTERNAL,
    )

    assert (asked.state, asked.sharing) == (State.WAITING, Sharing.GIVEN)
