"""One case may be opened for a reason, for some hours; it is known who did, and why."""

from datetime import date, timedelta

import pytest

from telemed.kernel.errors import Missing, OtherBody
from telemed.kernel.ids import AccessId, ConsultId, PatientId, uuid7
from telemed.kernel.values import Label, Urgency
from telemed.privacy import wire
from telemed.privacy.model import Ground, NoSuchCase
from telemed.privacy.policy import NotYours
from telemed.records.policy import NotYours as NotYourRecord
from telemed.sessions.policy import NotYours as NotYourConsult
from tests.db.privacy.conftest import House


async def test_a_doctor_opens_a_case_of_another_department_in_an_emergency(house: House) -> None:
    consult, code, patient = await house.case()
    with pytest.raises((Missing, NotYourConsult)):
        await house.desk.world.consults.detail(house.outsider, consult)

    opened = await house.open(house.outsider, code.lower())

    assert opened.needed
    assert opened.until_at == house.desk.world.clock.now() + timedelta(hours=4)
    assert opened.review_on == date(2026, 11, 23)
    doctor = await house.fresh(house.outsider)
    assert (await house.desk.world.consults.detail(doctor, consult)).summary.id == consult
    assert (await house.desk.records.patients.read(doctor, patient)).full_name == "Giàng Thị Sua Demo"
    reads = await house.audited(actor_id=doctor.id, entity="consult", action="read")
    assert [row.because for row in reads] == ["access"]


async def test_it_shuts_again_by_itself(house: House) -> None:
    consult, code, _ = await house.case()
    await house.open(house.outsider, code)

    await house.desk.world.pass_time(timedelta(hours=4))

    doctor = await house.fresh(house.outsider)
    assert (await house.privacy.accesses.mine(doctor)).running == []
    with pytest.raises((Missing, NotYourConsult)):
        await house.desk.world.consults.detail(doctor, consult)


async def test_it_is_closed_before_its_time(house: House) -> None:
    _, code, _ = await house.case()
    opened = await house.open(house.outsider, code)

    after = await house.privacy.accesses.end(house.outsider, AccessId(opened.id))

    assert after.running == []
    assert (await house.fresh(house.outsider)).accesses == frozenset()


async def test_nobody_ends_what_another_opened(house: House) -> None:
    _, code, _ = await house.case()
    opened = await house.open(house.outsider, code)

    with pytest.raises(Missing):
        await house.privacy.accesses.end(house.manager, AccessId(opened.id))


async def test_a_label_does_not_stand_in_the_way_of_an_emergency(house: House) -> None:
    consult, code, _ = await house.case()
    await house.set_consult(consult, labels=[Label.HIV.value])

    await house.open(house.outsider, code)

    detail = await house.desk.world.consults.detail(await house.fresh(house.outsider), consult)
    assert detail.request.reason == "Đau ngực"


async def test_what_is_open_anyway_is_not_opened(house: House) -> None:
    _, code, _ = await house.case()

    answer = await house.open(house.desk.chair, code)

    assert not answer.needed
    assert (await house.privacy.accesses.mine(house.desk.chair)).running == []


async def test_a_draft_is_never_opened(house: House) -> None:
    draft = await house.desk.world.requested(Urgency.URGENT, send=False)

    with pytest.raises(NoSuchCase):
        await house.open(house.outsider, draft.code)


async def test_the_same_opening_sent_twice_counts_once_and_another_by_its_id_is_refused(house: House) -> None:
    _, code, _ = await house.case()
    access, new = (
        AccessId(uuid7()),
        wire.NewAccess(consult_code=code, ground=Ground.EMERGENCY, reason="Không ai nghe máy"),
    )

    first = await house.privacy.accesses.open(house.outsider, access, new)
    again = await house.privacy.accesses.open(house.outsider, access, new)

    assert first == again
    with pytest.raises(OtherBody):
        await house.privacy.accesses.open(
            house.outsider, access, new.model_copy(update={"reason": "Một lý do hoàn toàn khác"})
        )


async def test_grounds_go_by_who_one_is(house: House) -> None:
    _, code, _ = await house.case()

    for actor, ground in (
        (house.manager, Ground.EMERGENCY),
        (house.manager, Ground.INSPECTION),
        (house.manager, Ground.COMPLAINT),
        (house.outsider, Ground.MANAGEMENT),
        (house.officer, Ground.EMERGENCY),
        (house.inspector, Ground.EMERGENCY),
    ):
        with pytest.raises(NotYours):
            await house.open(actor, code, ground)


async def test_the_manager_of_another_hospital_opens_nothing_here(house: House) -> None:
    from telemed.kernel.values import FacilityKind, Role
    from tests import build

    _, code, _ = await house.case()
    elsewhere = await build.add_facility(house.db, "Viện khác Demo", FacilityKind.HOSPITAL, "VK")
    manager = await build.add_person(house.db, "Quan Ly Khac Demo", Role.HOSPITAL_MANAGER, elsewhere)

    with pytest.raises(NotYours):
        await house.open(manager, code, Ground.MANAGEMENT)


async def test_the_province_reads_a_named_case_for_an_inspection_but_takes_no_paper_away(house: House) -> None:
    minutes = await house.desk.signed()
    consult = ConsultId(minutes.consult_id)
    code = (await house.desk.world.consults.summary(consult)).code

    opened = await house.open(house.inspector, code, Ground.INSPECTION, "Thanh tra theo quyết định 12/QĐ-SYT")

    inspector = await house.fresh(house.inspector)
    assert opened.until_at == house.desk.world.clock.now() + timedelta(hours=2)
    assert (await house.reports.timeline(inspector, consult)).row.code == code
    assert (await house.desk.world.consults.detail(inspector, consult)).summary.id == consult
    assert (await house.desk.minutes_of(consult, inspector)).number == minutes.number
    with pytest.raises(NotYourRecord):
        await house.desk.records.signing.print(inspector, minutes.id)  # type: ignore[arg-type]


async def test_a_manager_learns_who_the_patient_is_only_for_a_purpose(house: House) -> None:
    consult, code, patient = await house.case()
    with pytest.raises((Missing, NotYourRecord)):
        await house.desk.records.patients.read(house.manager, patient)

    await house.open(house.manager, code, Ground.MANAGEMENT, "Rà soát chuyên môn quý 4")

    manager = await house.fresh(house.manager)
    assert (await house.desk.records.patients.read(manager, PatientId(patient))).full_name == "Giàng Thị Sua Demo"
    assert consult in manager.accesses


async def test_the_opening_is_on_the_trail_of_both_ends_with_its_words(house: House) -> None:
    consult, code, _ = await house.case()
    opened = await house.open(house.inspector, code, Ground.COMPLAINT, "Đơn khiếu nại số 5 ngày 20/11")

    (row,) = await house.audited(entity="access", entity_id=opened.id)

    assert (row.action, row.reason, row.consult_id) == ("open.complaint", "Đơn khiếu nại số 5 ngày 20/11", consult)
    assert {house.desk.world.station, house.desk.world.hospital} <= set(row.facility_ids)


async def test_the_right_is_there_with_the_very_next_request_and_gone_with_the_one_after_its_end(house: House) -> None:
    consult, code, _ = await house.case()
    assert (await house.identity.actor(house.outsider.id)).accesses == frozenset()  # and remembered for a moment

    opened = await house.open(house.outsider, code)
    assert (await house.identity.actor(house.outsider.id)).accesses == {consult}

    await house.privacy.accesses.end(house.outsider, AccessId(opened.id))
    assert (await house.identity.actor(house.outsider.id)).accesses == frozenset()
