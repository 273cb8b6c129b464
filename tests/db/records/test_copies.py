"""A copy of a signed paper prints the same for ever, says who made it, and is looked up without a name."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ChangeId, FollowUpId, MinutesId, PatientId, ReferralId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.records import wire
from telemed.records.copies import Form, PaperNotFinal, Printing, Standing, new_code, read_code
from telemed.records.model import SignatureLine
from telemed.records.papers import title_in_full
from telemed.records.tables import referral as referral_table
from telemed.records.tables_papers import paper_copy
from telemed.records.wire_after import NewFollowUp
from telemed.records.wire_papers import CopyView, NewCopy
from tests import build
from tests.db.records.conftest import STATION_LINES, Desk
from tests.db.records.test_referrals import ready
from tests.unit.records.test_forms import text_of


async def copied(desk: Desk, form: Form, minutes: wire.MinutesView) -> CopyView:
    return await desk.records.copies.make(desk.doctor, uuid7(), NewCopy(form=form, document_id=minutes.id))


@pytest.mark.parametrize("form", [Form.MINUTES, Form.EXTRACT])
async def test_a_copy_says_who_made_it_and_prints_the_same_ever_after(
    desk: Desk, clock: ManualClock, form: Form
) -> None:
    signed = await desk.signed(patient_id=(await desk.patient()).id)
    copy = await copied(desk, form, signed)

    first = await desk.records.copies.print(desk.doctor, copy.id)
    clock.advance(timedelta(days=400))
    await desk.decide(signed.consult_id)
    again = await desk.records.copies.print(desk.doctor, copy.id)

    assert first == again
    text = text_of(first.content)
    assert "Bản giấy chuyển đổi từ hồ sơ bệnh án điện tử Telemed" in text
    assert f"Mã tra cứu: {copy.code}" in text
    assert "Lo Mai Demo" in text[text.index("Người chuyển đổi") :]


async def test_the_original_has_nothing_of_a_copy_and_stays_as_it_was(desk: Desk) -> None:
    signed = await desk.signed()
    before = await desk.records.signing.print(desk.doctor, MinutesId(signed.id))
    extract = await desk.records.copies.print_extract(desk.doctor, MinutesId(signed.id))
    await copied(desk, Form.MINUTES, signed)

    assert await desk.records.signing.print(desk.doctor, MinutesId(signed.id)) == before
    assert await desk.records.copies.print_extract(desk.doctor, MinutesId(signed.id)) == extract
    assert "chuyển đổi" not in text_of(before.content) + text_of(extract.content)


async def test_the_extract_says_what_the_minutes_concluded_and_names_people_in_full(desk: Desk) -> None:
    signed = await desk.signed(patient_id=(await desk.patient()).id)

    text = text_of((await desk.records.copies.print_extract(desk.doctor, MinutesId(signed.id))).content)

    for words in ("GIÀNG THỊ SUA DEMO", "Trích từ biên bản hội chẩn số 1/BBHC-BV", "Điều trị: Oxy gọng mũi"):
        assert words in text
    assert "BS." not in text


async def test_what_is_not_signed_has_no_copy(desk: Desk) -> None:
    minutes = await desk.concluded()
    draft = await ready(desk)

    with pytest.raises(PaperNotFinal):
        await copied(desk, Form.EXTRACT, minutes)
    with pytest.raises(PaperNotFinal):
        await desk.records.copies.print_extract(desk.doctor, MinutesId(minutes.id))
    with pytest.raises(PaperNotFinal):
        await desk.records.copies.make(desk.doctor, uuid7(), NewCopy(form=Form.REFERRAL, document_id=draft.id))


async def test_the_same_wish_twice_is_one_copy(desk: Desk) -> None:
    signed, wish = await desk.signed(), uuid7()
    new = NewCopy(form=Form.MINUTES, document_id=signed.id)

    once = await desk.records.copies.make(desk.doctor, wish, new)

    assert await desk.records.copies.make(desk.doctor, wish, new) == once


async def test_anybody_with_the_code_learns_that_a_paper_stands_and_no_name(desk: Desk) -> None:
    signed = await desk.signed(patient_id=(await desk.patient()).id)
    copy = await copied(desk, Form.MINUTES, signed)

    told = await desk.records.copies.look_up(copy.code.lower().replace("-", " "))

    assert (told.standing, told.form, told.number) == (Standing.VALID, Form.MINUTES, "1/BBHC-BV")
    assert "Demo" not in told.model_dump_json().replace(told.issued_by, "")
    for wrong in (new_code(), "", "1/BBHC-BV", str(signed.id)):
        with pytest.raises(Missing):
            await desk.records.copies.look_up(wrong)


async def test_a_cancelled_referral_is_told_to_be_withdrawn(desk: Desk) -> None:
    referral = await desk.sign_referral(await ready(desk))
    new = NewCopy(form=Form.REFERRAL, document_id=referral.id)
    copy = await desk.records.copies.make(desk.doctor, uuid7(), new)
    assert (await desk.records.copies.look_up(copy.code)).valid_until == referral.valid_until

    await desk.records.referrals.cancel(desk.doctor, ReferralId(referral.id), "Người bệnh khỏe")

    assert (await desk.records.copies.look_up(copy.code)).standing is Standing.WITHDRAWN


async def test_an_appointment_s_slip_is_frozen_with_its_first_print(desk: Desk) -> None:
    patient = await desk.patient()
    signed = await desk.signed(patient_id=patient.id)
    on = desk.world.clock.now().date() + timedelta(days=7)
    new = NewFollowUp(consult_id=signed.consult_id, on=on, reason="Khám lại phổi")
    planned = await desk.records.follow_ups.plan(desk.doctor, FollowUpId(uuid7()), new)

    first = await desk.records.copies.print_slip(desk.doctor, FollowUpId(planned.id))
    change = wire.PatientChange(seen_version=1, fields=wire.PatientFields(full_name="Tên Khác Demo"))
    await desk.records.patients.change(desk.doctor, PatientId(patient.id), ChangeId(uuid7()), change)
    again = await desk.records.copies.print_slip(desk.doctor, FollowUpId(planned.id))

    assert first == again
    text = text_of(first.content)
    for words in ("PHIẾU HẸN KHÁM LẠI", "GIÀNG THỊ SUA DEMO", f"ngày {on:%d} tháng {on:%m} năm {on:%Y}", "1/PHKL"):
        assert words in text
    copy = await desk.records.copies.make(desk.doctor, uuid7(), NewCopy(form=Form.FOLLOW_UP, document_id=planned.id))
    assert "GIÀNG THỊ SUA DEMO" in text_of((await desk.records.copies.print(desk.doctor, copy.id)).content)
    assert (await desk.records.copies.look_up(copy.code)).number == "1/PHKL"


async def test_a_further_edition_supersedes_copies_of_the_first(desk: Desk) -> None:
    first = await desk.signed()
    copy = await copied(desk, Form.EXTRACT, first)
    second = await desk.correct_minutes(first)
    assert (await desk.records.copies.look_up(copy.code)).standing is Standing.VALID

    second = await desk.records.minutes.conclude(desk.chair, MinutesId(second.id))
    await desk.sign(second, desk.chair, SignatureLine.CHAIR)
    await desk.sign(second, desk.doctor, *STATION_LINES)

    assert (await desk.records.copies.look_up(copy.code)).standing is Standing.SUPERSEDED


async def test_who_sees_the_case_finds_it_by_the_code_and_another_hospital_does_not(desk: Desk) -> None:
    signed = await desk.signed()
    copy = await copied(desk, Form.EXTRACT, signed)

    found = await desk.records.copies.case_of(desk.chair, copy.code)
    assert (found.consult_id, found.document_id, found.made_by.id) == (signed.consult_id, signed.id, desk.doctor.id)

    elsewhere = await build.add_facility(desk.db, "Trạm khác", FacilityKind.STATION, "TK")
    stranger = await build.add_person(desk.db, "Ly A Demo", Role.STATION_DOCTOR, elsewhere)
    for refused in (
        desk.records.copies.case_of(stranger, copy.code),
        desk.records.copies.print(stranger, copy.id),
        desk.records.copies.make(stranger, uuid7(), NewCopy(form=Form.MINUTES, document_id=signed.id)),
    ):
        with pytest.raises((Missing, Denied)):
            await refused


async def test_each_print_is_written_down_with_its_right(desk: Desk) -> None:
    signed = await desk.signed()
    copy = await copied(desk, Form.MINUTES, signed)
    await desk.records.copies.print(desk.doctor, copy.id)
    await desk.records.copies.print(desk.chair, copy.id)

    done = [entry for entry in await desk.audited("minutes", signed.id) if entry[0] in {"copy", "print"}]

    assert done == [("copy", desk.doctor.id), ("print", desk.doctor.id), ("print", desk.chair.id)]


async def test_a_copy_keeps_no_name_of_the_patient(desk: Desk) -> None:
    signed = await desk.signed(patient_id=(await desk.patient()).id)
    await copied(desk, Form.MINUTES, signed)

    async with desk.db.transaction(build.BUILDER) as tx:
        row = str(await tx.first(select(paper_copy)))

    assert "Sua" not in row


async def test_yesterdays_paper_without_the_new_lines_still_prints(desk: Desk) -> None:
    referral = await desk.sign_referral(await ready(desk))
    r = referral_table
    async with desk.db.transaction(build.BUILDER) as tx:
        paper = (await tx.first(select(r.c.paper).where(r.c.id == referral.id))).paper  # type: ignore[union-attr]
        for name in ("fit_for_transfer", "fit_note"):
            paper.pop(name)
        for name in ("insurance_from", "insurance_until", "other_id", "birth_time", "interpreter", "living_area"):
            paper["patient"].pop(name)
        paper["head"].pop("font")
        paper["signature"].pop("means")
        await tx.execute(update(r).where(r.c.id == referral.id).values(paper=paper))

    text = text_of((await desk.records.referrals.print(desk.doctor, ReferralId(referral.id))).content)

    assert "PHIẾU CHUYỂN CƠ SỞ KHÁM BỆNH, CHỮA BỆNH" in text


def test_codes_are_read_as_people_type_them() -> None:
    assert read_code(" 7k3m q9tx-p2hd ") == "7K3M-Q9TX-P2HD"
    assert read_code("OIL0-1110-0000") == "0110-1110-0000"
    assert read_code("7K3M-Q9TX-P2H") is None
    assert read_code("7K3M-Q9TX-P2HU") is None
    assert len({new_code() for _ in range(1000)}) == 1000


def test_titles_are_spelled_and_links_need_a_place() -> None:
    assert title_in_full("ThS. BSCKII.") == "Thạc sĩ, bác sĩ chuyên khoa II"
    assert title_in_full("Bà") == "Bà"
    assert title_in_full("") == ""
    assert Printing().link("7K3M-Q9TX-P2HD") == ""
    assert Printing(origin="https://t.vn").link("7K3M-Q9TX-P2HD") == "https://t.vn/paper/7K3MQ9TXP2HD"
