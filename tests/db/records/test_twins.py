"""Records of one person, on a real database: found with reasons, joined, parted, and never rewritten."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, DomainError, Missing, OtherBody
from telemed.kernel.ids import ChangeId, ConsultId, PatientId, ReferralId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.records import wire
from telemed.records.model import BirthPrecision
from telemed.records.referral import OpenExists
from telemed.records.twins import AlreadyJoined, BothReferred, HasJoined, Itself, NotJoined, Reason
from tests import build
from tests.db.records.conftest import Desk

BORN: dict[str, Any] = {"birth_date": date(1961, 1, 1), "birth_precision": BirthPrecision.YEAR}


async def likely(desk: Desk, one: wire.PatientView, by: Actor | None = None) -> dict[UUID, set[Reason]]:
    found = await desk.records.twins.likely(by or desk.doctor, PatientId(one.id))
    return {like.patient.id: set(like.reasons) for like in found.likely}


async def merge(
    desk: Desk, kept: wire.PatientView, gone: wire.PatientView, by: Actor | None = None, merge_id: UUID | None = None
) -> wire.PatientView:
    new = wire.NewPatientMerge(kept_id=kept.id, gone_id=gone.id, reason="Cùng một người, gặp tại trạm")
    return await desk.records.twins.merge(by or desk.doctor, merge_id or uuid7(), new)


async def history(desk: Desk, one: wire.PatientView) -> wire.PatientHistory:
    return await desk.records.patients.history(desk.doctor, PatientId(one.id))


async def unmerge(desk: Desk, one: wire.PatientView, by: Actor | None = None) -> wire.PatientView:
    merges = (await history(desk, one)).merges
    why = wire.PatientUnmerge(reason="Hai chị em")
    return await desk.records.twins.unmerge(by or desk.doctor, merges[0].id, why)


async def twice(desk: Desk) -> tuple[wire.PatientView, wire.PatientView]:
    known = await desk.patient(full_name="Lò Thị Hòa Demo", village="Nà Mẫu", phone="0912345678", **BORN)
    again = await desk.patient(full_name="Lò Thị Hoà Demo", village="nà mẫu", **BORN)
    return known, again


async def test_a_likely_twin_is_found_with_the_reasons(desk: Desk) -> None:
    known, again = await twice(desk)
    await desk.patient(
        full_name="Lò Thị Hòa Demo", village="Bản khác", birth_date=date(1990, 1, 1), birth_precision="day"
    )

    assert await likely(desk, again) == {known.id: {Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_VILLAGE}}


async def test_an_identity_number_finds_who_is_called_otherwise(desk: Desk) -> None:
    known = await desk.patient(full_name="Giàng Thị Sua Demo", national_id="012161001234")
    again = await desk.patient(full_name="Sua Demo", national_id="012161001234")
    card = await desk.patient(full_name="Mỷ Demo", insurance_no="DT2120123456789")
    bare = await desk.patient(full_name="", social_insurance_no="0123456789")

    assert await likely(desk, again) == {known.id: {Reason.SAME_NATIONAL_ID}}
    assert await likely(desk, bare) == {card.id: {Reason.SAME_INSURANCE}}


async def test_a_twin_is_told_before_the_new_one_is_kept_and_nothing_is_kept_by_asking(desk: Desk) -> None:
    known = await desk.patient(full_name="Lò Thị Hòa Demo", village="Nà Mẫu", **BORN)
    new = wire.NewPatient(station_id=desk.world.station, full_name="Lo Thi Hoa Demo", village="Nà Mẫu", **BORN)

    told = await desk.records.twins.likely_new(desk.doctor, new)

    assert [(one.patient.id, set(one.reasons)) for one in told.likely] == [
        (known.id, {Reason.SAME_NAME, Reason.SAME_BIRTH_YEAR, Reason.SAME_VILLAGE})
    ]
    assert [one.id for one in (await desk.records.patients.search(desk.doctor, "hoa demo")).patients] == [known.id]


async def test_a_stranger_learns_of_nobody_by_writing_a_name(desk: Desk) -> None:
    await desk.patient(full_name="Lò Thị Hòa Demo", village="Nà Mẫu", **BORN)
    elsewhere = await build.add_facility(desk.db, "Trạm Khác Demo", FacilityKind.STATION, "KH")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.STATION_DOCTOR, elsewhere)
    new = wire.NewPatient(station_id=desk.world.station, full_name="Lò Thị Hòa Demo", village="Nà Mẫu", **BORN)

    with pytest.raises(Denied):
        await desk.records.twins.likely_new(stranger, new)

    told = await desk.records.twins.likely_new(stranger, new.model_copy(update={"station_id": elsewhere}))
    assert told.likely == []


async def test_two_people_are_not_proposed_again(desk: Desk) -> None:
    known, again = await twice(desk)

    left = await desk.records.twins.not_same(desk.doctor, PatientId(known.id), wire.NotSamePatient(other_id=again.id))
    await desk.records.twins.not_same(desk.doctor, PatientId(again.id), wire.NotSamePatient(other_id=known.id))

    assert left.likely == []
    assert await likely(desk, known) == await likely(desk, again) == {}


async def test_everything_of_both_is_seen_under_the_kept_one_and_nothing_is_rewritten(desk: Desk) -> None:
    known, again = await twice(desk)
    first = await desk.world.requested(patient_id=known.id)
    await desk.world.consults.accept(desk.chair, ConsultId(first.id))
    desk.world.clock.advance(timedelta(minutes=1))
    second = await desk.world.requested(patient_id=again.id)

    kept = await merge(desk, known, again)

    read, one, other = desk.records.patients.read, PatientId(known.id), PatientId(again.id)
    assert (kept.id, kept.joined) == (known.id, [again.id])
    assert await read(desk.doctor, other) == await read(desk.doctor, one)
    assert [p.id for p in (await desk.records.patients.names(desk.doctor, [other])).patients] == [known.id]
    assert [p.id for p in (await desk.records.patients.search(desk.doctor, "hoa lo")).patients] == [known.id]
    consults = (await desk.records.patients.consults(desk.doctor, other)).consults
    assert [c.id for c in consults] == [second.id, first.id]
    assert [c.patient_id for c in consults] == [again.id, known.id]
    earlier = await desk.world.consults.detail(desk.doctor, ConsultId(second.id))
    assert [c.id for c in earlier.previous] == [first.id]
    async with desk.db.transaction(desk.doctor) as tx:
        row = await tx.one(text("select full_name, version, merged_into from patient where id = :id"), {"id": other})
    assert tuple(row) == ("Lò Thị Hoà Demo", 1, known.id)


async def test_a_correction_goes_to_the_kept_record(desk: Desk) -> None:
    known, again = await twice(desk)
    kept = await merge(desk, known, again)

    change = wire.PatientChange(
        seen_version=kept.version, fields=wire.PatientFields(phone="0987654321"), reason="Đổi số"
    )
    changed = await desk.records.patients.change(desk.doctor, PatientId(again.id), ChangeId(uuid7()), change)

    assert (changed.id, changed.phone) == (known.id, "0987654321")
    parted = await unmerge(desk, kept)
    assert (parted.id, parted.full_name, parted.phone, parted.version) == (again.id, "Lò Thị Hoà Demo", "", 1)


async def test_who_joined_and_who_parted_is_kept(desk: Desk) -> None:
    known, again = await twice(desk)
    await merge(desk, known, again)
    desk.world.clock.advance(timedelta(days=1))

    parted = await unmerge(desk, again)

    assert (parted.id, parted.joined) == (again.id, [])
    (one,) = (await history(desk, known)).merges
    assert (one.gone_id, one.gone_code, one.merged_by.id, one.reason) == (
        *(again.id, again.code, desk.doctor.id),
        "Cùng một người, gặp tại trạm",
    )
    assert (one.parted_by and one.parted_by.id, one.parted_reason) == (desk.doctor.id, "Hai chị em")
    assert one.parted_at == one.merged_at + timedelta(days=1)
    assert await likely(desk, known) == {}  # parted once, they are two people
    done = [action for action, _ in await desk.audited("patient", again.id)]
    assert [action for action in done if "merge" in action] == ["merge", "unmerge"]


async def test_joined_again_after_parting(desk: Desk) -> None:
    known, again = await twice(desk)
    await unmerge(desk, await merge(desk, known, again))

    assert (await merge(desk, again, known)).joined == [known.id]


async def test_the_same_merge_twice_is_one(desk: Desk) -> None:
    known, again = await twice(desk)
    once = uuid7()

    assert await merge(desk, known, again, merge_id=once) == await merge(desk, known, again, merge_id=once)
    with pytest.raises(OtherBody):
        await merge(desk, again, known, merge_id=once)


async def test_parting_twice_is_once_and_never_by_another_hand(desk: Desk) -> None:
    known, again = await twice(desk)
    await merge(desk, known, again)
    colleague = await build.add_person(desk.db, "Colleague Demo", Role.STATION_DOCTOR, desk.world.station)

    assert await unmerge(desk, known) == await unmerge(desk, known)
    with pytest.raises(NotJoined):
        await unmerge(desk, known, by=colleague)


async def test_no_chain_and_no_circle(desk: Desk) -> None:
    a, b, c = [await desk.patient(full_name=f"{name} Demo") for name in "ABC"]
    await merge(desk, a, b)

    refused: list[tuple[wire.PatientView, wire.PatientView, type[DomainError]]] = [
        (a, a, Itself),
        (b, a, AlreadyJoined),
        (b, c, AlreadyJoined),
        (c, b, AlreadyJoined),
        (c, a, HasJoined),
    ]
    for kept, gone, why in refused:
        with pytest.raises(why):
            await merge(desk, kept, gone)
    assert (await merge(desk, a, c)).joined == [b.id, c.id]


async def test_two_who_join_each_the_other_way_round_make_no_circle(desk: Desk) -> None:
    a, b = await desk.patient(full_name="A Demo"), await desk.patient(full_name="B Demo")

    said = await asyncio.gather(merge(desk, a, b), merge(desk, b, a), return_exceptions=True)

    assert sorted(type(one).__name__ for one in said) == ["AlreadyJoined", "PatientView"]


@pytest.mark.parametrize(("first", "then"), [(("a", "b"), ("b", "a")), (("a", "b"), ("c", "a")), (None, ("a", "a"))])
async def test_postgresql_itself_refuses_chains_and_circles(
    desk: Desk, owner_db: Database, first: tuple[str, str] | None, then: tuple[str, str]
) -> None:
    ids = {name: (await desk.patient(full_name=f"{name} Demo")).id for name in "abc"}

    async def point(gone: str, kept: str) -> None:
        async with owner_db.transaction(Actor.system("test")) as tx:
            into = text("update patient set merged_into = :kept where id = :gone")
            await tx.execute(into, {"gone": ids[gone], "kept": ids[kept]})

    if first:
        await point(*first)
    with pytest.raises(IntegrityError):
        await point(*then)


async def test_one_open_referral_per_patient_and_destination_stands_across_records(desk: Desk) -> None:
    known, again = await twice(desk)
    one, other = await desk.accepted(patient_id=known.id), await desk.accepted(patient_id=again.id)
    first, second = await desk.refer(one.consult_id), await desk.refer(other.consult_id)

    with pytest.raises(BothReferred):
        await merge(desk, known, again)
    await desk.records.referrals.cancel(desk.doctor, ReferralId(second.id), "Trùng")
    kept = await merge(desk, known, again)
    with pytest.raises(OpenExists) as refusal:
        await desk.refer(other.consult_id)
    assert refusal.value.params == {"id": str(first.id)}

    await unmerge(desk, kept)
    assert (await desk.refer(other.consult_id)).patient_id == again.id


async def test_a_referral_of_the_joined_record_counts_for_the_kept_one(desk: Desk) -> None:
    known, again = await twice(desk)
    one, other = await desk.accepted(patient_id=known.id), await desk.accepted(patient_id=again.id)
    await desk.refer(other.consult_id)
    await merge(desk, known, again)

    with pytest.raises(OpenExists):
        await desk.refer(one.consult_id)


async def test_a_referral_begun_while_two_are_joined_finds_one_of_the_two_refused(desk: Desk) -> None:
    known, again = await twice(desk)
    one, other = await desk.accepted(patient_id=known.id), await desk.accepted(patient_id=again.id)
    await desk.refer(one.consult_id)

    said = await asyncio.gather(merge(desk, known, again), desk.refer(other.consult_id), return_exceptions=True)

    assert [type(fault) for fault in said if isinstance(fault, Exception)] in ([BothReferred], [OpenExists])


async def test_the_doctor_of_a_joined_records_case_sees_the_kept_one(desk: Desk) -> None:
    known, again = await twice(desk)
    asked = await desk.world.requested(patient_id=again.id)
    with pytest.raises(Missing):
        await desk.records.patients.read(desk.chair, PatientId(known.id))

    await merge(desk, known, again)

    seen = await desk.records.patients.read(desk.chair, PatientId(again.id))
    assert (seen.id, seen.phone, seen.open_consult_id) == (known.id, "0912345678", asked.id)


async def test_only_who_decides_at_both_stations_joins_and_parts(desk: Desk) -> None:
    known, again = await twice(desk)
    nurse = await build.add_person(desk.db, "Nurse Demo", Role.STATION_NURSE, desk.world.station)
    elsewhere = await build.add_facility(desk.db, "Trạm Khác Demo", FacilityKind.STATION, "KH")
    stranger = await build.add_person(desk.db, "Stranger Demo", Role.STATION_DOCTOR, elsewhere)
    theirs = await desk.patient(by=stranger, station_id=elsewhere, full_name="Lò Thị Hòa Demo")

    for act in (likely(desk, known, nurse), merge(desk, known, again, nurse)):
        with pytest.raises(Denied):
            await act
    for act in (merge(desk, known, again, stranger), merge(desk, known, theirs), likely(desk, known, stranger)):
        with pytest.raises(Missing):
            await act
    await merge(desk, known, again)
    with pytest.raises(Denied):
        await unmerge(desk, known, nurse)


async def test_code_lists_say_from_when_a_code_holds(desk: Desk) -> None:
    lists = await desk.records.patients.code_lists(desk.doctor)

    assert (len(lists.communes), len(lists.ethnic_groups)) == (38, 54)
    assert {one.valid_from for one in lists.communes} == {date(2025, 7, 1)}
    codes = {one.code for one in lists.communes}
    assert all(one.now in codes and one.valid_to == date(2025, 6, 30) for one in lists.former_communes)
