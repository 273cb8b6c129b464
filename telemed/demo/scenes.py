"""How a consult of the past went: who answered, was late, declined or never came, what was said, what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from telemed.demo import lines
from telemed.demo.lived import Lived
from telemed.demo.papered import STATION_LINES, Papers
from telemed.demo.templates import Template
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty, Urgency
from telemed.records.model import Choice, Item, Outcome, ReferralKind, SignatureLine
from telemed.records.referral import icd_in
from telemed.sessions import Answer, State
from telemed.sessions.model import Ring


class Way(StrEnum):
    """To the first answer, or to none."""

    AT_ONCE = "at_once"
    SECOND = "second"
    DECLINED = "declined"
    WRONG_SPECIALTY = "wrong_specialty"
    LATE = "late"
    NEVER_CAME = "never_came"
    RETURNED = "returned"
    UNANSWERED = "unanswered"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class Ending(StrEnum):
    """What is still owed today."""

    DONE = "done"
    CHAIR_UNSIGNED = "chair_unsigned"
    STATION_UNSIGNED = "station_unsigned"
    UNDECIDED = "undecided"
    UNFINISHED = "unfinished"
    STILL_RETURNED = "still_returned"
    ON_THE_ROAD = "on_the_road"
    JUST_SENT = "just_sent"


@dataclass(frozen=True, slots=True)
class Plan:
    at: datetime
    station: FacilityId
    template: Template
    way: Way = Way.AT_ONCE
    ending: Ending = Ending.DONE
    taker: UserId | None = None
    """Who answers, whoever is rung."""


MOST_STEPS = 60
"""Of a ladder that starts over and over; a plan that needs more is a fault of the plan."""
ANSWERED_WITHIN = {Urgency.STAT: (6.0, 75.0), Urgency.URGENT: (20.0, 420.0)}
"""Seconds of the ring; routine takes hours of working time."""
ELSEWHERE = {
    Specialty.EMERGENCY: Specialty.INTERNAL,
    Specialty.INTERNAL: Specialty.EMERGENCY,
    Specialty.SURGERY: Specialty.EMERGENCY,
    Specialty.OBSTETRICS: Specialty.SURGERY,
    Specialty.PAEDIATRICS: Specialty.EMERGENCY,
    Specialty.DERMATOLOGY: Specialty.INTERNAL,
}
WITHDRAWN = ("Người bệnh đỡ, gia đình xin về.", "Gửi trùng với yêu cầu trước.", "Gia đình tự đưa người bệnh đi viện.")
ASKED_BY_PHONE = "Điều dưỡng trực cấp cứu Demo"
TOLD_BY_PHONE = "Bác sĩ trực đang mổ. Dặn giữ đường thở, đặt đường truyền và cho chuyển ngay."
CHANGED = "Trạm chưa có thuốc này, dùng thuốc cùng nhóm đang có."
DECLINED = "Gia đình xin theo dõi tại nhà, đã dặn dấu hiệu nặng."
CALLED_OFF = "Gia đình đổi ý, xin điều trị tại trạm."
ON_LEAVING = (
    "Tỉnh, mạch và huyết áp ổn định, đang thở oxy.",
    "Tỉnh, tiếp xúc được, đỡ đau, sinh hiệu ổn định.",
    "Còn mệt, tri giác không đổi so với lúc hội chẩn.",
)
VEHICLES = ("Xe cứu thương của bệnh viện", "Xe của trạm", "Xe gia đình thuê, có nhân viên đi cùng")


def play(one: Lived, plan: Plan) -> Papers:
    """From the draft to wherever it stands today."""
    papers = Papers(one)
    if plan.way is Way.SECOND and one.rng.random() < 0.5:
        one.unreachable |= {s.person for s in _first_on_duty(one)}
    one.send()
    WAYS[plan.way](papers, plan)
    return papers


def _first_on_duty(one: Lived) -> list[Any]:
    duty = one.past.on_duty(one.consult.hospital, one.now)
    return [s for s in duty if s.specialty is one.consult.specialty][:1]


# -- to the answer -----------------------------------------------------------------------------------------------------


def _at_once(papers: Papers, plan: Plan) -> None:
    ring = _heard(papers.lived)
    _take_your_time(papers.lived)
    _answer(papers, plan, ring)


def _second(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    if len(one.case.rings) == len(one.case.ringing) == 1:  # nobody was out of reach: the first sleeps through it
        one.let_pass()
    _at_once(papers, plan)


def _declined(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    ring = _heard(one)
    one.wait(between=(4, 60))
    one.decline(ring, one.rng.choice(("operating", "busy", "busy", "absent")))
    _at_once(papers, plan)


def _wrong_specialty(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    ring = _heard(one)
    one.wait(between=(15, 80))
    assert ring.user is not None
    one.pass_to(ELSEWHERE[one.consult.specialty], ring.user, ring.id)
    _at_once(papers, plan)


def _late(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    assert one.consult.answer_due_at is not None
    for _ in range(MOST_STEPS):
        if one.now >= one.consult.answer_due_at and _answering(one):
            break
        one.let_pass()
    _at_once(papers, plan)


def _never_came(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    ring = _heard(one)
    _take_your_time(one)
    assert ring.user is not None
    one.accept(ring.user, Answer.CALL)
    papers.open_minutes()
    one.wait(between=(3, 20))
    one.join(one.consult.requester)
    one.let_pass()
    _at_once(papers, plan)


def _returned(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    ring = _heard(one)
    _take_your_time(one)
    assert ring.user is not None
    one.give_back(ring.user, plan.template.ask)
    if plan.ending is Ending.STILL_RETURNED:
        return
    if one.consult.urgency is Urgency.ROUTINE:
        one.wait_working(between=(0.3, 5))
    else:
        one.wait(between=(8, 90), minutes=True)
    one.complete(plan.template.told)
    _at_once(papers, plan)


def _unanswered(papers: Papers, plan: Plan) -> None:
    """Nobody came in time: telephone, transfer, and the papers that go with it."""
    one = papers.lived
    assert one.consult.answer_due_at is not None
    for _ in range(MOST_STEPS):
        if one.consult.ladder_ended_at or one.now >= one.consult.answer_due_at:
            break
        one.let_pass()
    one.wait(between=(20, 120))
    hospital = one.past.facilities[one.consult.hospital]
    one.telephone(hospital.emergency_phone or "", ASKED_BY_PHONE, TOLD_BY_PHONE)
    one.wait(between=(10, 90))
    one.transfer()
    _refer(papers, plan, ReferralKind.EMERGENCY_TRANSFER)
    one.wait(between=(20, 300), minutes=True)
    papers.decide(_doctor(one), Outcome.EMERGENCY_TRANSFER)


def _cancelled(papers: Papers, plan: Plan) -> None:
    one = papers.lived
    one.wait(between=(15, 100))
    one.cancel(one.rng.choice(WITHDRAWN))


def _expired(papers: Papers, plan: Plan) -> None:
    for _ in range(MOST_STEPS):
        if papers.lived.consult.state is State.EXPIRED:
            return
        papers.lived.let_pass()


WAYS: dict[Way, Callable[[Papers, Plan], None]] = {
    Way.AT_ONCE: _at_once,
    Way.SECOND: _second,
    Way.DECLINED: _declined,
    Way.WRONG_SPECIALTY: _wrong_specialty,
    Way.LATE: _late,
    Way.NEVER_CAME: _never_came,
    Way.RETURNED: _returned,
    Way.UNANSWERED: _unanswered,
    Way.CANCELLED: _cancelled,
    Way.EXPIRED: _expired,
}


def _answering(one: Lived) -> Ring | None:
    """The first ring that somebody hears who came to his shift."""
    return next((ring for ring in one.case.ringing if ring.user not in one.unreachable), None)


def _heard(one: Lived) -> Ring:
    for _ in range(MOST_STEPS):
        if ring := _answering(one):
            return ring
        one.let_pass()
    raise AssertionError("nobody is left who could hear it")


def _take_your_time(one: Lived) -> None:
    if one.consult.urgency is Urgency.ROUTINE:
        one.wait_working(between=(0.05, 2.5))
    else:
        one.wait(between=ANSWERED_WITHIN[one.consult.urgency])


# -- the answer --------------------------------------------------------------------------------------------------------


def _answer(papers: Papers, plan: Plan, ring: Ring) -> None:
    one = papers.lived
    taker = plan.taker or ring.user
    assert taker is not None
    one.accept(taker)
    papers.open_minutes()
    whole = plan.ending is not Ending.UNFINISHED
    if one.consult.answer is Answer.WRITTEN:
        one.wait(between=(6, 60), minutes=True)
        _write(papers, plan, taker, whole=whole)
        papers.conclude(taker)
    else:
        _meet(papers, plan, taker, whole=whole)
    if whole:
        _settle(papers, plan, taker)


def _meet(papers: Papers, plan: Plan, chair: UserId, *, whole: bool) -> None:
    one, doctor = papers.lived, papers.lived.consult.requester
    one.wait(between=(2, 25))
    first, second = (doctor, chair) if one.rng.random() < 0.7 else (chair, doctor)
    one.join(first)
    one.wait(between=(1, 15))
    one.join(second)
    began = one.now
    one.wait(between=(1.5, 6), minutes=True)
    gap: tuple[datetime, datetime] | None = None
    if one.rng.random() < 0.13:
        one.lose(doctor)
        lost_at = one.now
        one.wait(between=(12, 95))
        one.join(doctor)
        gap = lost_at, one.now
        one.wait(between=(0.5, 2), minutes=True)
    _write(papers, plan, chair, whole=whole)
    at_the_table = whole and one.rng.random() < 0.75
    if at_the_table:
        papers.conclude(chair)
        one.wait(between=(10, 90))
    lines.measure(one, began, gap, (doctor, chair))
    one.end_call(doctor)
    if whole and not at_the_table:
        one.wait(between=(1, 15), minutes=True)
        papers.conclude(chair)


def _write(papers: Papers, plan: Plan, chair: UserId, *, whole: bool) -> None:
    one, words = papers.lived, plan.template
    papers.say(words.opinion, chair)
    texts: dict[Item, str] = {
        "diagnosis": words.diagnosis,
        "treatment": words.treatment,
        "monitoring": words.monitoring,
        "place": words.place,
        "follow_up": words.follow_up,
    }
    for item, text in list(texts.items())[: None if whole else 2]:
        one.wait(between=(8, 55))
        papers.write(item, text, chair)


# -- after the answer --------------------------------------------------------------------------------------------------


def _settle(papers: Papers, plan: Plan, chair: UserId) -> None:
    one, doctor = papers.lived, _doctor(papers.lived)
    if plan.ending is not Ending.UNDECIDED:
        one.wait(between=(1, 25), minutes=True)
        _decide(papers, plan, doctor)
    if plan.ending is not Ending.CHAIR_UNSIGNED:
        one.wait(between=(0.5, 20), minutes=True)
        papers.sign(chair, SignatureLine.CHAIR)
    if plan.ending is Ending.STATION_UNSIGNED:
        return
    if plan.ending is Ending.DONE and one.rng.random() < 0.07:
        one.wait(between=(25 * 60, 50 * 60), minutes=True)  # remembered the day after
    else:
        one.wait(between=(1, 60), minutes=True)
    papers.sign(doctor, *STATION_LINES)


def _decide(papers: Papers, plan: Plan, doctor: UserId) -> None:
    one, place, luck = papers.lived, plan.template.place, papers.lived.rng.random()
    if luck < 0.05 and place != "emergency_transfer":
        papers.decide(doctor, Outcome.PATIENT_DECLINED, choice=Choice.DECLINE, reason=DECLINED)
        return
    changes: dict[str, Any] = {}
    if luck < 0.14:
        changes = {"choice": Choice.MODIFY, "reason": CHANGED, "changed": ("treatment",)}
    if place == "at_station":
        outcomes = [Outcome.TREAT_AT_STATION]
        if one.rng.random() < 0.6:
            outcomes.append(Outcome.FOLLOW_UP)
            changes["follow_up_on"] = one.now.astimezone(LOCAL).date() + timedelta(days=one.rng.randint(2, 14))
        papers.decide(doctor, *outcomes, **changes)
    else:
        urgent = place == "emergency_transfer"
        papers.decide(doctor, Outcome.EMERGENCY_TRANSFER if urgent else Outcome.REFER, **changes)
        _refer(papers, plan, ReferralKind.EMERGENCY_TRANSFER if urgent else ReferralKind.REFERRAL)


def _refer(papers: Papers, plan: Plan, kind: ReferralKind) -> None:
    one, doctor = papers.lived, _doctor(papers.lived)
    one.wait(between=(1, 12), minutes=True)
    papers.refer(doctor, one.consult.hospital, kind)
    one.wait(between=(0.5, 4), minutes=True)
    if kind is ReferralKind.REFERRAL and one.rng.random() < 0.06:
        papers.cancel_referral(doctor, CALLED_OFF)
        return
    papers.fill_referral(
        doctor,
        icd_code=icd_in(plan.template.diagnosis),
        condition_at_transfer=one.rng.choice(ON_LEAVING),
        transport=one.rng.choice(VEHICLES),
        escort=one.past.papers[_at(one, Role.STATION_NURSE)].name,
        transfer_at=one.now + timedelta(minutes=10),
    )
    one.wait(between=(0.3, 3), minutes=True)
    papers.sign_referral(doctor)
    one.wait(between=(5, 40))
    papers.send_referral(doctor)


def _doctor(one: Lived) -> UserId:
    """Who decides and signs for the station."""
    return _at(one, Role.STATION_DOCTOR)


def _at(one: Lived, role: Role) -> UserId:
    return one.past.stations[one.consult.station, role]
