"""What patients ask about their own data is taken down, answered in its days, and done where the law allows."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, PatientId, uuid7
from telemed.kernel.values import FacilityKind, Role, Urgency
from telemed.privacy.forms import ERASED
from telemed.privacy.model import AlreadyErased, KeptByLaw, NotApproved, RequestClosed, RequestKind
from telemed.privacy.policy import NotYours
from telemed.records import tables as records
from telemed.records import wire as records_wire
from tests import build
from tests.db.privacy.conftest import House


async def known(house: House) -> PatientId:
    return PatientId((await house.desk.patient(phone="0912345678")).id)


async def erasure(house: House, patient: PatientId) -> UUID:
    request = (await house.file(RequestKind.ERASURE, patient)).id
    await house.privacy.requests.approve(house.officer_of_station, request)
    return request


async def test_a_request_is_due_in_two_working_days(house: House) -> None:
    filed = await house.file(RequestKind.EXPORT, await known(house))

    assert filed.due_on == date(2026, 11, 24)  # asked on a Sunday
    assert (await house.privacy.requests.list(house.head, done=False)).requests == [filed]


async def test_one_past_its_day_says_so(house: House) -> None:
    await house.file(RequestKind.EXPORT, await known(house))

    await house.desk.world.pass_time(timedelta(days=3))

    (one,) = (await house.privacy.requests.list(house.head, done=False)).requests
    assert one.overdue


async def test_a_nurse_takes_it_down_and_the_head_answers(house: House) -> None:
    nurse = await build.add_person(house.db, "Dieu Duong Demo", Role.STATION_NURSE, house.desk.world.station)
    filed = await house.file(RequestKind.CORRECTION, await known(house), by=nurse)

    with pytest.raises(NotYours):
        await house.privacy.requests.finish(nurse, filed.id, "Đã sửa")
    done = await house.privacy.requests.finish(house.head, filed.id, "Đã sửa ngày sinh")

    assert (done.state, done.answer) == ("done", "Đã sửa ngày sinh")
    with pytest.raises(RequestClosed):
        await house.privacy.requests.refuse(house.head, filed.id, "Không còn gì để làm")


async def test_the_specialist_takes_down_nothing(house: House) -> None:
    with pytest.raises(NotYours):
        await house.file(RequestKind.EXPORT, await known(house), by=house.desk.chair)


async def test_only_the_privacy_officer_approves_and_only_erasures(house: House) -> None:
    patient = await known(house)
    export, erase = await house.file(RequestKind.EXPORT, patient), await house.file(RequestKind.ERASURE, patient)

    with pytest.raises(NotYours):
        await house.privacy.requests.approve(house.head, erase.id)
    with pytest.raises(RequestClosed):
        await house.privacy.requests.approve(house.officer_of_station, export.id)
    approved = await house.privacy.requests.approve(house.officer_of_station, erase.id)

    assert approved.state == "approved"


async def test_the_export_holds_all_that_is_kept_and_who_looked_at_it(house: House) -> None:
    patient = await known(house)
    minutes = await house.desk.signed(patient_id=patient)
    await house.desk.decide(minutes.consult_id)
    request = await house.file(RequestKind.EXPORT, patient)

    parcel = await house.privacy.subjects.export(house.head, patient, request.id)

    with zipfile.ZipFile(io.BytesIO(parcel.content)) as opened:
        names, data, about = (
            opened.namelist(),
            json.loads(opened.read("data.json")),
            opened.read("README.txt").decode(),
        )
        paper = opened.read(names[2])
    assert parcel.name == f"{data['patient']['code']}.zip"
    assert paper.startswith(b"%PDF")
    assert data["patient"]["full_name"] == "Giàng Thị Sua Demo"
    (case,) = data["cases"]
    assert case["reason"] == "Đau ngực"
    assert case["station_id"] == "Trạm Demo"
    assert {field["text"] for field in case["minutes"][0]["fields"]} >= {"Viêm phổi nặng (J18.9)"}
    assert case["decisions"][0]["decided_by"] == "BS. Lo Mai Demo"
    assert "BS. Tran Son Demo" in {seen["actor_id"] for seen in data["accesses"]}
    assert "Giàng" not in about
    assert data["patient"]["code"] in about
    assert ("export", house.head.id) in await house.desk.audited("patient", patient)


async def test_the_export_holds_nothing_of_anybody_else(house: House) -> None:
    patient = await known(house)
    await house.desk.patient(full_name="Vàng A Khác Demo")
    await house.case()
    request = await house.file(RequestKind.EXPORT, patient)

    parcel = await house.privacy.subjects.export(house.head, patient, request.id)

    with zipfile.ZipFile(io.BytesIO(parcel.content)) as opened:
        data = opened.read("data.json").decode()
    assert "Khác" not in data
    assert json.loads(data)["cases"] == []


async def joined(house: House) -> tuple[PatientId, PatientId]:
    """Two records of one person; the second is seen under the first."""
    kept, gone = await known(house), await known(house)
    new = records_wire.NewPatientMerge(kept_id=kept, gone_id=gone, reason="Cùng một người")
    await house.desk.records.twins.merge(house.desk.doctor, uuid7(), new)
    return kept, gone


async def test_the_export_of_one_person_holds_what_is_kept_under_another_record(house: House) -> None:
    kept, gone = await joined(house)
    await house.desk.world.requested(patient_id=gone)
    request = await house.file(RequestKind.EXPORT, kept)

    parcel = await house.privacy.subjects.export(house.head, kept, request.id)

    with zipfile.ZipFile(io.BytesIO(parcel.content)) as opened:
        data = json.loads(opened.read("data.json"))
    assert [one["id"] for one in data["joined"]] == [str(gone)]
    assert [case["patient_id"] for case in data["cases"]] == [str(gone)]
    assert [one["reason"] for one in data["merges"]] == ["Cùng một người"]


async def test_what_is_seen_as_one_person_is_erased_as_one(house: House) -> None:
    kept, gone = await joined(house)

    await house.privacy.subjects.erase(house.head, kept, await erasure(house, kept))

    async with house.db.transaction(build.BUILDER) as tx:
        rows = await tx.all(select(records.patient.c.full_name, records.patient.c.phone))
        merges = await tx.all(select(records.patient_merge.c.reason))
    assert {tuple(row) for row in rows} == {(ERASED, "")}
    assert [row.reason for row in merges] == [""]
    assert {kept, gone} <= {row.id for row in await _erased(house)}


async def _erased(house: House) -> list[Any]:
    async with house.db.transaction(build.BUILDER) as tx:
        erased = select(records.patient.c.id).where(records.patient.c.erased_at.is_not(None))
        return list(await tx.all(erased))


async def test_an_export_needs_its_own_request_and_the_head(house: House) -> None:
    patient, other = await known(house), await known(house)
    request = await house.file(RequestKind.EXPORT, patient)

    with pytest.raises(RequestClosed):
        await house.privacy.subjects.export(house.head, other, request.id)
    for actor in (house.desk.doctor, house.officer_of_station):
        with pytest.raises(NotYours):
            await house.privacy.subjects.export(actor, patient, request.id)
    with pytest.raises(Missing):
        await house.privacy.subjects.export(house.desk.chair, patient, request.id)


async def test_a_correction_keeps_what_stood_there_before(house: House) -> None:
    patient = await known(house)
    change = records_wire.PatientChange(
        seen_version=1,
        fields=records_wire.PatientFields(phone="0987654321", village="Bản Demo"),
        reason="Người bệnh đổi số",
    )
    await house.desk.records.patients.change(house.desk.doctor, patient, ChangeId(uuid7()), change)

    (one,) = (await house.desk.records.patients.history(house.head, patient)).corrections

    assert (one.field, one.before, one.after) == ("phone", "0912345678", "0987654321")
    assert (one.reason, one.changed_by.name) == ("Người bệnh đổi số", "BS. Lo Mai Demo")


async def test_the_history_of_whom_one_may_not_see_is_shut_too(house: House) -> None:
    with pytest.raises(Missing):
        await house.desk.records.patients.history(house.desk.chair, await known(house))


async def test_a_patient_without_a_sent_case_is_erased_for_good(house: House) -> None:
    patient = await known(house)
    draft = await house.desk.world.requested(Urgency.URGENT, send=False, patient_id=patient)
    change = records_wire.PatientChange(seen_version=1, fields=records_wire.PatientFields(phone="0987654321"))
    await house.desk.records.patients.change(house.desk.doctor, patient, ChangeId(uuid7()), change)
    request = await erasure(house, patient)

    await house.privacy.subjects.erase(house.head, patient, request)

    async with house.db.transaction(build.BUILDER) as tx:
        row = await tx.one(select(records.patient).where(records.patient.c.id == patient))
        words = await tx.all(select(records.patient_word).where(records.patient_word.c.patient_id == patient))
        history = await tx.all(select(records.patient_history))
    assert (row.full_name, row.phone, row.erased_at) == (ERASED, "", house.desk.world.clock.now())
    assert (words, history) == ([], [])
    detail = await house.desk.world.consults.detail(house.desk.doctor, ConsultId(draft.id))
    assert detail.request.reason == ""
    (done,) = (await house.privacy.requests.list(house.head, done=True)).requests
    assert (done.state, done.asked_by, done.words) == ("done", "", "")
    with pytest.raises((AlreadyErased, NotApproved, RequestClosed)):
        await house.privacy.subjects.erase(house.head, patient, request)


async def test_nothing_is_erased_while_the_law_has_it_kept(house: House) -> None:
    patient = await known(house)
    asked = await house.desk.world.requested(patient_id=patient)
    await house.set_consult(asked.id, state="closed", closed_at=datetime(2026, 11, 1, tzinfo=UTC))
    request = await erasure(house, patient)

    with pytest.raises(KeptByLaw) as refused:
        await house.privacy.subjects.erase(house.head, patient, request)

    assert refused.value.params == {"until": "2036-12-31"}
    (one,) = (await house.privacy.requests.list(house.head, done=False)).requests
    assert one.kept_until == date(2036, 12, 31)


async def test_nothing_is_erased_that_nobody_approved(house: House) -> None:
    patient = await known(house)
    request = await house.file(RequestKind.ERASURE, patient)

    with pytest.raises(NotApproved):
        await house.privacy.subjects.erase(house.head, patient, request.id)


async def test_the_request_of_one_patient_erases_no_other(house: House) -> None:
    patient, other = await known(house), await known(house)
    request = await erasure(house, patient)

    with pytest.raises(NotApproved):
        await house.privacy.subjects.erase(house.head, other, request)


async def test_another_stations_head_finds_no_such_request(house: House) -> None:
    patient = await known(house)
    request = await house.file(RequestKind.EXPORT, patient)
    elsewhere = await build.add_facility(house.db, "Trạm khác Demo", FacilityKind.STATION, "TK")
    stranger: Actor = await build.add_person(house.db, "Truong Khac Demo", Role.STATION_HEAD, elsewhere)

    assert (await house.privacy.requests.list(stranger, done=False)).requests == []
    with pytest.raises(Missing):
        await house.privacy.subjects.export(stranger, patient, request.id)
