"""Patients on a real database: kept once, found however typed, seen by those who treat them."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, Missing, OtherBody, Stale
from telemed.kernel.ids import ChangeId, FacilityId, PatientId, uuid7
from telemed.kernel.values import FacilityKind, Role, Sex
from telemed.records import wire
from telemed.records.tables import patient as patient_table
from telemed.records.words import AFTER_ALL
from tests import build
from tests.db.records.conftest import Desk


async def found(desk: Desk, typed: str) -> list[str]:
    return [p.full_name for p in (await desk.records.patients.search(desk.doctor, typed)).patients]


async def test_a_patient_of_whom_nothing_is_known_gets_a_code(desk: Desk) -> None:
    first, second = await desk.patient(full_name=""), await desk.patient(full_name="")

    assert (first.code, second.code) == ("VD-TD-20261122-1", "VD-TD-20261122-2")
    assert first.warnings == []


async def test_the_same_put_twice_is_one_patient(desk: Desk) -> None:
    new = wire.NewPatient(station_id=desk.world.station, full_name="Sùng A Demo")
    create, one = desk.records.patients.create, PatientId(uuid7())

    first, again = await asyncio.gather(create(desk.doctor, one, new), create(desk.doctor, one, new))

    assert first == again
    with pytest.raises(OtherBody):
        await create(desk.doctor, one, new.model_copy(update={"phone": "0912345678"}))


async def test_an_id_whose_first_use_is_no_longer_known_is_still_taken(desk: Desk, owner_db: Database) -> None:
    kept = await desk.patient()
    async with owner_db.transaction(Actor.system("test")) as tx:
        await tx.execute(text("delete from change"))

    with pytest.raises(OtherBody):
        await desk.records.patients.create(
            desk.doctor, PatientId(kept.id), wire.NewPatient(station_id=desk.world.station)
        )


async def test_what_looks_odd_is_kept_and_told(desk: Desk) -> None:
    odd = await desk.patient(sex=Sex.FEMALE, national_id="012056001234", phone="12")

    assert [(w.field, w.code) for w in odd.warnings] == [("national_id", "sex_differs"), ("phone", "format")]


async def test_only_the_stations_clinicians_keep_its_patients(desk: Desk) -> None:
    with pytest.raises(Denied):
        await desk.patient(by=desk.chair)


async def test_a_patient_is_found_by_beginnings_of_words_with_or_without_marks(desk: Desk) -> None:
    await desk.patient(full_name="Giàng Thị Sua Demo", national_id="012325001234")
    desk.world.clock.advance(timedelta(minutes=1))
    await desk.patient(full_name="Giàng A Lử Demo")

    assert await found(desk, "giang sua") == ["Giàng Thị Sua Demo"]
    assert await found(desk, "GIÀNG") == ["Giàng A Lử Demo", "Giàng Thị Sua Demo"]
    assert await found(desk, "0123250") == ["Giàng Thị Sua Demo"]
    assert await found(desk, "iang") == await found(desk, "--") == []


async def test_a_changed_name_is_found_and_the_old_one_is_not(desk: Desk) -> None:
    patient = await desk.patient(full_name="Chưa Rõ Demo")

    change = wire.PatientChange(seen_version=1, fields=wire.PatientFields(full_name="Vàng Thị Mỷ Demo"))
    changed = await desk.records.patients.change(desk.doctor, PatientId(patient.id), ChangeId(uuid7()), change)

    assert (changed.full_name, changed.version) == ("Vàng Thị Mỷ Demo", 2)
    assert await found(desk, "mi") == ["Vàng Thị Mỷ Demo"]
    assert await found(desk, "chua ro") == []


async def test_two_who_correct_one_patient_merge_by_field(desk: Desk) -> None:
    patient = await desk.patient()
    change, one = desk.records.patients.change, PatientId(patient.id)

    def fields(**given: str) -> wire.PatientChange:
        return wire.PatientChange(seen_version=1, fields=wire.PatientFields(**given))

    await change(desk.doctor, one, ChangeId(uuid7()), fields(phone="0912345678"))
    both = await change(desk.doctor, one, ChangeId(uuid7()), fields(village="Nà Mẫu"))

    assert (both.phone, both.village, both.full_name) == ("0912345678", "Nà Mẫu", patient.full_name)
    with pytest.raises(Stale):
        await change(desk.doctor, one, ChangeId(uuid7()), fields(phone="0987654321"))


async def test_the_same_change_again_counts_once(desk: Desk) -> None:
    patient, once = await desk.patient(), ChangeId(uuid7())
    change = wire.PatientChange(seen_version=1, fields=wire.PatientFields(village="Nà Mẫu"))

    await desk.records.patients.change(desk.doctor, PatientId(patient.id), once, change)
    again = await desk.records.patients.change(desk.doctor, PatientId(patient.id), once, change)

    assert again.version == 2


async def test_the_hospital_sees_a_patient_through_a_consult_only(desk: Desk) -> None:
    patient = await desk.patient()
    read = desk.records.patients.read

    with pytest.raises(Missing):
        await read(desk.chair, PatientId(patient.id))
    asked = await desk.world.requested(patient_id=patient.id)

    seen = await read(desk.chair, PatientId(patient.id))
    assert (seen.full_name, seen.open_consult_id) == (patient.full_name, asked.id)


async def test_the_hospital_finds_whose_consult_it_sees_and_nobody_else(desk: Desk) -> None:
    patient = await desk.patient(full_name="Giàng Thị Súa Demo")
    await desk.patient(full_name="Giàng Thị Súa Demo Hai")

    assert (await desk.records.patients.search(desk.chair, "giang sua")).patients == []
    await desk.world.requested(patient_id=patient.id)

    assert [one.id for one in (await desk.records.patients.search(desk.chair, "giang sua")).patients] == [patient.id]
    assert (await desk.records.patients.search(desk.chair, "giang sung")).patients == []


async def test_every_word_must_begin_a_word_and_the_newest_come_first(desk: Desk) -> None:
    first = await desk.patient(full_name="Lò Thị Mai Demo")
    desk.world.clock.advance(timedelta(minutes=1))
    second = await desk.patient(full_name="Lò Thị Mận Demo")

    async def ids(typed: str) -> list[object]:
        return [one.id for one in (await desk.records.patients.search(desk.doctor, typed)).patients]

    assert await ids("lo ma") == [second.id, first.id]
    assert await ids("lo mai") == [first.id]
    assert await ids("lo mai lo") == [first.id]
    assert await ids("mai man") == []


async def test_another_station_neither_sees_nor_finds_a_patient(desk: Desk) -> None:
    patient = await desk.patient()
    elsewhere = await build.add_facility(desk.db, "Trạm Khác Demo", FacilityKind.STATION, "KH")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.STATION_DOCTOR, elsewhere)

    assert (await desk.records.patients.search(stranger, "giang")).patients == []
    assert (await desk.records.patients.names(stranger, [PatientId(patient.id)])).patients == []
    with pytest.raises(Missing):
        await desk.records.patients.read(stranger, PatientId(patient.id))
    with pytest.raises(OtherBody):
        await desk.records.patients.create(stranger, PatientId(patient.id), wire.NewPatient(station_id=elsewhere))


async def test_a_manager_reads_no_names(desk: Desk) -> None:
    patient = await desk.patient()
    await desk.world.requested(patient_id=patient.id)
    manager = await build.add_person(desk.db, "Manager Demo", Role.HOSPITAL_MANAGER, desk.world.hospital)

    with pytest.raises(Denied):
        await desk.records.patients.read(manager, PatientId(patient.id))
    with pytest.raises(Denied):
        await desk.records.patients.names(manager, [PatientId(patient.id)])


async def test_every_look_at_a_patient_is_kept(desk: Desk) -> None:
    patient = await desk.patient()
    await desk.records.patients.read(desk.doctor, PatientId(patient.id))
    await desk.records.patients.names(desk.doctor, [PatientId(patient.id)])
    await desk.records.patients.search(desk.doctor, "giang")

    me = desk.doctor.id
    assert await desk.audited("patient", patient.id) == [(act, me) for act in ("create", "read", "name", "find")]


async def test_a_search_behind_the_wall_uses_the_index(desk: Desk) -> None:
    """With `C` order and btree comparisons, the wall leaves the index usable; with LIKE it would not."""
    await desk.patient()
    query = "explain select patient_id from patient_word where word >= :low and word < :high"
    async with desk.db.transaction(desk.doctor) as tx:
        await tx.execute(text("set local enable_seqscan = off"))
        plan = "\n".join(row[0] for row in await tx.all(text(query), {"low": "gian", "high": f"gian{AFTER_ALL}"}))

    assert "patient_word_word_patient_id_idx" in plan
    assert "Index Cond: ((word >=" in plan


async def test_two_stations_count_their_patients_apart(desk: Desk) -> None:
    other = await build.add_facility(desk.db, "Trạm Khác Demo", FacilityKind.STATION, "KH")
    colleague = await build.add_person(desk.db, "Colleague Demo", Role.STATION_NURSE, other)

    await desk.patient()
    there = await desk.patient(by=colleague, station_id=FacilityId(other))

    assert there.code == "VD-KH-20261122-1"
    async with desk.db.transaction(desk.doctor) as tx:
        assert await tx.scalar(select(func.count()).select_from(patient_table)) == 1


async def test_a_specialist_changes_no_particulars(desk: Desk) -> None:
    patient = await desk.patient()
    await desk.world.requested(patient_id=patient.id)
    change = wire.PatientChange(seen_version=1, fields=wire.PatientFields(village="x"))

    with pytest.raises(Denied):
        await desk.records.patients.change(desk.chair, PatientId(patient.id), ChangeId(uuid7()), change)
