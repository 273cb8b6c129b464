"""Minutes on a real database: opened once, written by two ends, signed by two people, then the same for ever."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import SecretStr
from sqlalchemy import func, select

from telemed.identity import WrongPassword
from telemed.infra.problems import Invalid
from telemed.kernel.errors import Denied, DomainError, Missing, OtherBody
from telemed.kernel.ids import CallId, ChangeId, ConsultId, MinutesId, PatientId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role
from telemed.records import MinutesState, wire
from telemed.records.minutes import DocumentChanged, FieldChanged, LineSigned, Locked
from telemed.records.model import SignatureLine
from telemed.records.papers import document_hash
from telemed.records.store import minutes as store
from telemed.records.tables import minutes as minutes_table
from telemed.records.tables import signature as signature_table
from telemed.sessions import State
from telemed.sessions import wire as sessions_wire
from tests import build
from tests.db.records.conftest import CONCLUSION, STATION_LINES, Desk

CHAIR = SignatureLine.CHAIR


async def test_minutes_open_with_the_request_when_somebody_takes_the_consult(desk: Desk) -> None:
    told = sessions_wire.RequestFields(reason="Khó thở", history="Sốt, ho 3 ngày", treatment_given="Oxy")

    minutes = await desk.accepted(request=told)

    assert minutes.state is MinutesState.DRAFT
    assert minutes.fields["summary"].text == "Sốt, ho 3 ngày\nOxy"
    assert minutes.missing == ["diagnosis", "treatment", "monitoring", "place", "follow_up"]
    assert minutes.chair
    assert (minutes.chair.id, minutes.requester.id) == (desk.chair.id, desk.doctor.id)


async def test_there_are_no_minutes_before_somebody_takes_the_consult(desk: Desk) -> None:
    asked = await desk.world.requested()

    with pytest.raises(Missing):
        await desk.minutes_of(asked.id)


async def test_the_same_draft_goes_on_when_another_doctor_takes_over(desk: Desk) -> None:
    minutes = await desk.accepted()
    await desk.write(minutes, "diagnosis", "Viêm phổi")
    consult, second = ConsultId(minutes.consult_id), desk.world.specialists[0]

    await desk.world.consults.hand_on(desk.chair, consult, sessions_wire.Decline(reason="operating"))
    await desk.world.consults.accept(second, consult)
    await desk.relay.drain()

    after = await desk.minutes_of(minutes.consult_id, second)
    assert (after.id, after.fields["diagnosis"].text) == (minutes.id, "Viêm phổi")
    assert after.chair
    assert after.chair.id == second.id
    assert (await desk.told(minutes.consult_id)).count("minutes_opened") == 1
    with pytest.raises(Denied):
        await desk.write(after, "treatment", "Oxy", by=desk.chair)


async def test_the_summary_follows_an_emergency_that_is_told_later(desk: Desk) -> None:
    minutes = await desk.accepted()

    await desk.change_request(minutes.consult_id, 99, request={"history": "Ngã từ cây"})
    await desk.relay.drain()
    followed = await desk.minutes_of(minutes.consult_id)
    await desk.write(followed, "summary", "Ngã cao 4 m", seen=followed.fields["summary"].version)
    await desk.change_request(minutes.consult_id, 99, request={"examination": "Tỉnh"})
    await desk.relay.drain()

    assert followed.fields["summary"].text == "Ngã từ cây"
    assert (await desk.minutes_of(minutes.consult_id)).fields["summary"].text == "Ngã cao 4 m"


async def test_both_ends_write_and_each_sees_who_wrote(desk: Desk) -> None:
    minutes = await desk.accepted()

    await desk.write(minutes, "diagnosis", "Viêm phổi")
    both = await desk.write(minutes, "summary", "Trẻ 14 tháng, sốt 3 ngày", by=desk.doctor)

    editors = {name: field.edited_by.id for name, field in both.fields.items() if field.edited_by}
    assert editors == {"diagnosis": desk.chair.id, "summary": desk.doctor.id}


async def test_of_two_who_write_one_field_at_once_one_is_told_where_it_stands(desk: Desk) -> None:
    minutes = await desk.accepted()

    answers = await asyncio.gather(
        desk.write(minutes, "treatment", "Oxy"),
        desk.write(minutes, "treatment", "Kháng sinh", by=desk.doctor),
        return_exceptions=True,
    )

    (refused,) = [answer for answer in answers if isinstance(answer, FieldChanged)]
    assert refused.params == {"field": "treatment", "version": 1}


async def test_the_same_change_again_counts_once(desk: Desk) -> None:
    minutes, once = await desk.accepted(), ChangeId(uuid7())
    change = wire.MinutesChange(field="diagnosis", text="Viêm phổi", seen_version=0)

    for _ in range(2):
        answer = await desk.records.minutes.write(desk.chair, MinutesId(minutes.id), once, change)

    assert answer.fields["diagnosis"].version == 1
    other = change.model_copy(update={"text": "Hen"})
    with pytest.raises(OtherBody):
        await desk.records.minutes.write(desk.chair, MinutesId(minutes.id), once, other)


async def test_an_opinion_carries_name_place_and_time(desk: Desk) -> None:
    minutes = await desk.accepted()
    give = desk.records.minutes.give_opinion

    await give(desk.chair, MinutesId(minutes.id), uuid7(), wire.NewOpinion(text="Cần nằm viện"))
    desk.world.clock.advance(timedelta(minutes=1))
    both = await give(desk.doctor, MinutesId(minutes.id), uuid7(), wire.NewOpinion(text="Xe đi được"))

    said = [(o.by.id, o.facility.id, o.text) for o in both.opinions]
    assert said == [
        (desk.chair.id, desk.world.hospital, "Cần nằm viện"),
        (desk.doctor.id, desk.world.station, "Xe đi được"),
    ]


async def test_strangers_neither_read_nor_write(desk: Desk) -> None:
    minutes = await desk.accepted()
    elsewhere = await build.add_facility(desk.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.SPECIALIST, elsewhere)
    colleague = desk.world.specialists[1]

    with pytest.raises(Missing):
        await desk.minutes_of(minutes.consult_id, stranger)
    with pytest.raises(Missing):
        await desk.write(minutes, "diagnosis", "x", by=stranger)
    with pytest.raises(Denied):
        await desk.write(minutes, "diagnosis", "x", by=colleague)


async def test_the_chair_alone_confirms_and_the_gaps_are_named(desk: Desk) -> None:
    minutes = await desk.accepted()
    await desk.write(minutes, "diagnosis", "Viêm phổi")
    conclude = desk.records.minutes.conclude

    with pytest.raises(Denied):
        await conclude(desk.doctor, MinutesId(minutes.id))
    with pytest.raises(Invalid) as refusal:
        await conclude(desk.chair, MinutesId(minutes.id))

    assert refusal.value.code == "minutes.conclusion_incomplete"
    assert [e.pointer for e in refusal.value.errors] == [
        f"/fields/{item}" for item in ("treatment", "monitoring", "place", "follow_up")
    ]
    assert await desk.state(minutes.consult_id) is State.ACCEPTED


async def test_confirming_concludes_the_consult_in_the_same_breath(desk: Desk) -> None:
    minutes = await desk.concluded()

    assert await desk.state(minutes.consult_id) is State.CONCLUDED
    assert minutes.state is MinutesState.SIGNING
    assert minutes.concluded_at == desk.world.clock.now()
    assert minutes.my_lines == ["chair"]
    assert (await desk.minutes_of(minutes.consult_id, desk.doctor)).my_lines == ["secretary", "station"]


async def test_three_lines_by_two_people_number_and_lock_the_minutes(desk: Desk) -> None:
    minutes = await desk.signed()

    assert (minutes.state, minutes.number, minutes.my_lines) == (MinutesState.SIGNED, "1/BBHC-BV", [])
    assert {s.line: s.by.id for s in minutes.signatures} == {
        "chair": desk.chair.id,
        "secretary": desk.doctor.id,
        "station": desk.doctor.id,
    }
    told = await desk.told(minutes.consult_id)
    assert told[-4:] == ["minutes_signed", "minutes_signed", "minutes_signed", "minutes_locked"]
    with pytest.raises(Locked):
        await desk.write(minutes, "diagnosis", "khác", seen=1)


async def test_numbers_count_by_hospital_without_gaps(desk: Desk) -> None:
    first = await desk.signed()
    gap = await desk.concluded()
    with pytest.raises(DomainError):
        await desk.sign(gap, desk.chair, CHAIR, document_hash="0" * 64)
    second = await desk.signed()

    assert [first.number, second.number] == ["1/BBHC-BV", "2/BBHC-BV"]


async def test_nothing_is_signed_without_the_password(desk: Desk) -> None:
    minutes = await desk.concluded()

    with pytest.raises(WrongPassword):
        await desk.sign(minutes, desk.chair, CHAIR, password=SecretStr("khác"))

    assert (await desk.minutes_of(minutes.consult_id)).signatures == []


async def test_nobody_signs_a_line_that_is_not_theirs(desk: Desk) -> None:
    minutes = await desk.concluded()
    assistant = await build.add_person(
        desk.db, "Giang Tua Demo", Role.STATION_ASSISTANT, desk.world.station, profession=Profession.ASSISTANT
    )

    with pytest.raises(Denied):
        await desk.sign(minutes, desk.doctor, CHAIR)
    with pytest.raises(Denied):
        await desk.sign(minutes, desk.chair, SignatureLine.SECRETARY)
    assert (await desk.minutes_of(minutes.consult_id, assistant)).my_lines == []


async def test_two_who_sign_one_line_at_once_leave_one_signature(desk: Desk, password_hash: str) -> None:
    minutes = await desk.concluded()
    head = await build.add_person(
        desk.db, "Vang Pao Demo", Role.STATION_HEAD, desk.world.station, password_hash=password_hash
    )

    answers = await asyncio.gather(
        desk.sign(minutes, desk.doctor, *STATION_LINES),
        desk.sign(minutes, head, *STATION_LINES),
        return_exceptions=True,
    )

    assert [type(answer) for answer in answers if isinstance(answer, Exception)] == [LineSigned]


async def test_the_same_signature_again_counts_once(desk: Desk) -> None:
    minutes, once = await desk.concluded(), uuid7()
    command = wire.SignCommand(lines=[CHAIR], password=SecretStr("hoichan-demo"), document_hash=minutes.document_hash)

    for _ in range(2):
        answer = await desk.records.signing.sign(desk.chair, MinutesId(minutes.id), once, command)

    assert len(answer.signatures) == 1


async def test_an_edit_after_a_signature_takes_it_away_but_keeps_it_in_the_record(desk: Desk) -> None:
    minutes = await desk.concluded()
    await desk.sign(minutes, desk.chair, CHAIR)

    edited = await desk.write(minutes, "treatment", "Oxy và kháng sinh", by=desk.doctor, seen=1)

    assert (edited.signatures, edited.state) == ([], MinutesState.SIGNING)
    assert edited.document_hash != minutes.document_hash
    with pytest.raises(DocumentChanged):
        await desk.sign(minutes, desk.chair, CHAIR)
    async with desk.db.transaction(build.BUILDER) as tx:
        (kept,) = await tx.all(select(signature_table))
    assert kept.cleared_at == desk.world.clock.now()


async def test_all_sign_the_text_of_the_first_signature_though_the_call_goes_on(desk: Desk) -> None:
    minutes = await desk.concluded()
    await desk.sign(minutes, desk.chair, CHAIR)

    call = (await desk.world.consults.summary(ConsultId(minutes.consult_id))).call
    assert call
    desk.world.clock.advance(timedelta(minutes=3))
    await desk.world.calls.end(desk.chair, CallId(call.id))
    done = await desk.sign(minutes, desk.doctor, *STATION_LINES)

    assert {s.document_hash for s in done.signatures} == {minutes.document_hash}


async def test_signed_minutes_print_the_same_bytes_whatever_happens_later(desk: Desk) -> None:
    patient = await desk.patient()
    minutes = await desk.signed(patient_id=patient.id)
    print_it = desk.records.signing.print

    first = await print_it(desk.doctor, MinutesId(minutes.id))
    change = wire.PatientChange(seen_version=1, fields=wire.PatientFields(full_name="Tên Mới Demo"))
    await desk.records.patients.change(desk.doctor, PatientId(patient.id), ChangeId(uuid7()), change)
    desk.world.clock.advance(timedelta(days=400))
    later = await print_it(desk.chair, MinutesId(minutes.id))

    assert first.content[:5] == b"%PDF-"
    assert later.content == first.content
    assert (await desk.audited("minutes", minutes.id))[-2:] == [("print", desk.doctor.id), ("print", desk.chair.id)]


async def test_the_stored_document_proves_its_own_hash(desk: Desk) -> None:
    minutes = await desk.signed()

    async with desk.db.transaction(desk.doctor) as tx:
        kept = await store.get(tx, MinutesId(minutes.id))

    assert kept.paper
    assert document_hash(kept.paper) == kept.document_hash == minutes.document_hash
    assert document_hash(replace(kept.paper, reason="khác")) != kept.document_hash
    assert (kept.paper.number, kept.paper.draft, kept.paper.chair.name) == ("1/BBHC-BV", False, "Tran Son Demo")


async def test_a_lost_line_is_told_with_its_times(desk: Desk) -> None:
    minutes = await desk.accepted()
    call = (await desk.world.consults.summary(ConsultId(minutes.consult_id))).call
    assert call
    room, here = desk.world.calls, CallId(call.id)
    await room.join(desk.chair, here)
    await room.join(desk.doctor, here)

    await room.drop(desk.doctor, here, by_choice=False)
    desk.world.clock.advance(timedelta(seconds=58))
    await room.join(desk.doctor, here)

    assert (await desk.minutes_of(minutes.consult_id)).incidents == [
        "link_lost:2026-11-22T03:00:00+00:00",
        "link_back:2026-11-22T03:00:58+00:00",
    ]


async def test_a_manager_reads_minutes_once_they_are_signed(desk: Desk) -> None:
    manager = await build.add_person(desk.db, "Manager Demo", Role.HOSPITAL_MANAGER, desk.world.hospital)
    minutes = await desk.concluded()

    with pytest.raises(Missing):
        await desk.minutes_of(minutes.consult_id, manager)
    await desk.sign(minutes, desk.chair, CHAIR)
    await desk.sign(minutes, desk.doctor, *STATION_LINES)

    assert (await desk.minutes_of(minutes.consult_id, manager)).number == "1/BBHC-BV"
    with pytest.raises(Denied):  # the paper has the patient's name on it
        await desk.records.signing.print(manager, MinutesId(minutes.id))


async def test_live_news_reads_a_field_as_it_stands(desk: Desk) -> None:
    minutes = await desk.accepted()
    await desk.write(minutes, "diagnosis", CONCLUSION["diagnosis"])

    async with desk.db.transaction(build.BUILDER) as tx:
        consult, field = await desk.records.minutes.field_now(tx, MinutesId(minutes.id), "diagnosis")

    assert (consult, field.text, field.version) == (minutes.consult_id, CONCLUSION["diagnosis"], 1)
    assert field.edited_by
    assert field.edited_by.id == desk.chair.id


async def test_one_consult_has_one_row_of_minutes(desk: Desk) -> None:
    minutes = await desk.accepted()

    async with desk.db.transaction(build.BUILDER) as tx:
        await desk.records.minutes.open(tx, ConsultId(minutes.consult_id))
        count = await tx.scalar(select(func.count()).select_from(minutes_table))

    assert count == 1
