"""Every opened case is looked at by the privacy officer, with facts beside the reader's own words."""

from datetime import date, timedelta

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import AccessId
from telemed.kernel.values import FacilityKind, Role, Specialty
from telemed.privacy import wire
from telemed.privacy.model import AlreadyReviewed, OwnAccess, QuestionNeeded, Verdict
from telemed.privacy.policy import NotYours
from tests import build
from tests.db.privacy.conftest import House

JUSTIFIED = wire.NewReview(verdict=Verdict.JUSTIFIED)
WHY = wire.NewReview(verdict=Verdict.EXPLAIN, question="Vì sao mở ca ngoài ca trực?")


async def opened(house: House, by: Actor | None = None) -> AccessId:
    _, code, _ = await house.case()
    return AccessId((await house.open(by or house.outsider, code)).id)


async def test_the_list_says_what_the_program_knows_beside_the_readers_words(house: House) -> None:
    await house.desk.world.on_duty(house.outsider, specialty=Specialty.SURGERY)
    consult, code, _ = await house.case()
    await house.open(house.outsider, code, reason="Trẻ co giật, không ai bắt máy")
    await house.desk.world.pass_time(timedelta(minutes=3))
    doctor = await house.fresh(house.outsider)
    await house.desk.world.consults.detail(doctor, consult)
    await house.desk.minutes_of(consult, doctor)

    (one,) = (await house.privacy.reviews.list(house.officer, done=False)).accesses

    assert (one.code, one.reason, one.on_duty) == (code, "Trẻ co giật, không ai bắt máy", True)
    assert (one.reads, one.used_ms) == (2, 180_000)
    assert (one.review_on, one.overdue, one.review) == (date(2026, 11, 23), False, None)


async def test_what_waits_past_its_day_says_so(house: House) -> None:
    await opened(house)

    await house.desk.world.pass_time(timedelta(days=2))

    (one,) = (await house.privacy.reviews.list(house.officer, done=False)).accesses
    assert one.overdue


async def test_a_justified_one_leaves_the_list(house: House) -> None:
    access = await opened(house)

    await house.privacy.reviews.judge(house.officer, access, JUSTIFIED)

    assert (await house.privacy.reviews.list(house.officer, done=False)).accesses == []
    (done,) = (await house.privacy.reviews.list(house.officer, done=True)).accesses
    assert done.review is not None
    with pytest.raises(AlreadyReviewed):
        await house.privacy.reviews.judge(house.officer, access, JUSTIFIED)


async def test_the_reader_is_asked_answers_and_the_officer_decides(house: House) -> None:
    access = await opened(house)
    await house.privacy.reviews.judge(house.officer, access, WHY)

    (asked,) = (await house.privacy.accesses.mine(house.outsider)).asked
    assert (asked.question, asked.explain_by) == (WHY.question, date(2026, 11, 24))
    await house.privacy.reviews.explain(house.outsider, access, "Tôi được trạm gọi điện thẳng")

    assert (await house.privacy.accesses.mine(house.outsider)).asked == []
    (waiting,) = (await house.privacy.reviews.list(house.officer, done=False)).accesses
    assert waiting.review is not None
    assert waiting.review.explanation == "Tôi được trạm gọi điện thẳng"
    await house.privacy.reviews.judge(house.officer, access, JUSTIFIED)
    (done,) = (await house.privacy.reviews.list(house.officer, done=True)).accesses
    assert done.review is not None
    assert done.review.question == WHY.question


async def test_every_question_and_answer_stays_on_the_trail(house: House) -> None:
    access = await opened(house)
    await house.privacy.reviews.judge(house.officer, access, WHY)
    await house.privacy.reviews.explain(house.outsider, access, "Tôi được trạm gọi điện thẳng")
    await house.privacy.reviews.judge(
        house.officer, access, wire.NewReview(verdict=Verdict.EXPLAIN, question="Ai ở trạm gọi?")
    )

    rows = await house.audited(entity="access", entity_id=access)

    assert [row.reason for row in rows][1:] == [WHY.question, "Tôi được trạm gọi điện thẳng", "Ai ở trạm gọi?"]


async def test_a_question_needs_words_and_waits_for_its_answer(house: House) -> None:
    access = await opened(house)
    with pytest.raises(QuestionNeeded):
        await house.privacy.reviews.judge(house.officer, access, wire.NewReview(verdict=Verdict.EXPLAIN))

    await house.privacy.reviews.judge(house.officer, access, WHY)

    with pytest.raises(AlreadyReviewed):
        await house.privacy.reviews.judge(house.officer, access, WHY)


async def test_only_who_opened_it_explains(house: House) -> None:
    access = await opened(house)
    await house.privacy.reviews.judge(house.officer, access, WHY)

    with pytest.raises(Missing):
        await house.privacy.reviews.explain(house.manager, access, "Tôi trả lời thay người khác")


async def test_the_officer_of_another_hospital_sees_none_of_it(house: House) -> None:
    access = await opened(house)
    elsewhere = await build.add_facility(house.db, "Viện khác Demo", FacilityKind.HOSPITAL, "VK")
    stranger = await build.add_person(house.db, "Kiem Soat Khac Demo", Role.PRIVACY_OFFICER, elsewhere)

    assert (await house.privacy.reviews.list(stranger, done=False)).accesses == []
    with pytest.raises(Missing):
        await house.privacy.reviews.judge(stranger, access, JUSTIFIED)


async def test_who_is_no_officer_reviews_nothing(house: House) -> None:
    access = await opened(house)

    with pytest.raises(NotYours):
        await house.privacy.reviews.list(house.manager, done=False)
    with pytest.raises(NotYours):
        await house.privacy.reviews.judge(house.outsider, access, JUSTIFIED)


async def test_nobody_reviews_their_own(house: House) -> None:
    both = Actor(house.outsider.id, house.outsider.grants + house.officer.grants)
    access = await opened(house, both)

    with pytest.raises(OwnAccess):
        await house.privacy.reviews.judge(both, access, JUSTIFIED)
