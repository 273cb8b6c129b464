"""A referral's way: paper, answer and movement each in its own time, and whatever comes, the laws of it hold."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from telemed.kernel.errors import DomainError
from telemed.kernel.ids import FacilityId, ReferralId, UserId, uuid7
from telemed.records.events import Event
from telemed.records.model import (
    CareResult,
    Fitness,
    Movement,
    ReferralAnswer,
    ReferralKind,
    ReferralState,
)
from telemed.records.referral import NEEDED, Referral, ReferralLocked
from telemed.records.referral_way import Departure, Feedback, NotFitUnexplained, ReferralNotNow, SamePlace
from tests.unit.records.test_referral import DOCTOR, NOW, draft, filled, signed

TODAY = date(2026, 12, 4)
THERE = UserId(uuid7())
ELSEWHERE = FacilityId(uuid7())
TOLD = Feedback("Viêm phổi", "J18.9", "Kháng sinh", "Khám lại sau 5 ngày", CareResult.TREATED, THERE, NOW)


def sent() -> Referral:
    return signed().send(DOCTOR, NOW)[0]


def leaving(fit: Fitness = Fitness.FIT, note: str = "", minutes: int | None = 90) -> Departure:
    return Departure(NOW, DOCTOR, fit, note, travel_minutes=minutes)


def emergency(of: Referral) -> Referral:
    return replace(of, lines=replace(of.lines, kind=ReferralKind.EMERGENCY_TRANSFER))


def test_the_station_is_responsible_until_the_hospital_says_that_they_are_here() -> None:
    one = sent()
    one, _ = one.accept(THERE, "", NOW)
    one, _ = one.depart(leaving())
    assert one.responsible == one.station

    here, (fact,) = one.arrive(THERE, "", NOW)

    assert here.responsible == here.destination
    assert (fact.kind, here.is_open) == ("referral_moved", True)


def test_people_drive_off_before_anyone_confirms_and_arriving_is_a_yes() -> None:
    gone, _ = sent().depart(leaving())
    here, _ = gone.arrive(THERE, "", NOW)

    assert (gone.answer, here.answer, here.accepted_by) == (ReferralAnswer.NONE, ReferralAnswer.ACCEPTED, THERE)


def test_an_emergency_leaves_before_its_paper_and_nobody_else_does() -> None:
    with pytest.raises(ReferralNotNow):
        filled().depart(leaving())

    gone, _ = emergency(filled()).depart(leaving())

    assert (gone.state, gone.movement, gone.is_seen_there) == (ReferralState.DRAFT, Movement.DEPARTED, True)


def test_who_is_not_fit_to_travel_leaves_only_with_a_word_why() -> None:
    with pytest.raises(NotFitUnexplained):
        sent().depart(leaving(Fitness.NOT_FIT))

    assert sent().depart(leaving(Fitness.NOT_FIT, "sốc, ở lại là chết"))[0].movement is Movement.DEPARTED


def test_a_redirected_patient_stays_on_the_road_on_a_paper_that_the_station_signs_anew() -> None:
    gone, _ = sent().depart(leaving())
    over, _ = gone.redirect(THERE, ELSEWHERE, "hết giường hồi sức", NOW)
    onward = over.onward(ReferralId(uuid7()), THERE, NOW)

    assert (over.state, over.is_open, over.responsible) == (ReferralState.REDIRECTED, False, over.station)
    assert (onward.destination, onward.redirected_from, onward.state) == (ELSEWHERE, over.id, ReferralState.DRAFT)
    assert (onward.movement, onward.departure) == (Movement.DEPARTED, gone.departure)
    assert onward.lines.clinical_signs == gone.lines.clinical_signs


def test_nobody_is_redirected_to_where_they_come_from_or_are_going() -> None:
    one = sent()
    for place in (one.station, one.destination):
        with pytest.raises(SamePlace):
            one.redirect(THERE, place, "đầy", NOW)


def test_who_did_not_come_may_still_arrive_and_only_who_arrived_is_told_of() -> None:
    gone, _ = sent().depart(leaving())
    missing, _ = gone.miss(THERE, "gọi không ai nghe", NOW)
    with pytest.raises(ReferralNotNow):
        missing.close(TOLD)

    here, _ = missing.arrive(THERE, "", NOW)
    closed, _ = here.close(TOLD)

    assert (closed.state, closed.feedback, closed.is_open) == (ReferralState.CLOSED, TOLD, False)
    with pytest.raises(ReferralNotNow):
        closed.close(TOLD)


def test_a_paper_runs_out_after_its_last_day_unless_somebody_left_on_it() -> None:
    one = sent()
    assert one.expire(TODAY) == (one, [])
    over, (fact,) = one.expire(TODAY + timedelta(days=1))
    gone, _ = one.depart(leaving())

    assert (over.state, fact.kind) == (ReferralState.EXPIRED, "referral_moved")
    assert gone.expire(TODAY + timedelta(days=9)) == (gone, [])


def test_after_arrival_there_is_nothing_to_cancel() -> None:
    here, _ = sent().arrive(THERE, "", NOW)

    with pytest.raises(ReferralNotNow):
        here.cancel("đổi ý", DOCTOR)


class Way(RuleBasedStateMachine):
    """Everybody does anything at any time. What is refused changes nothing; what is taken keeps the laws."""

    def __init__(self) -> None:
        super().__init__()
        self.one: Referral = emergency(draft())
        self.facts = 0

    def _do(self, act: Callable[[Referral], tuple[Referral, list[Event]]]) -> None:
        before = self.one
        try:
            after, facts = act(before)
        except DomainError:
            return
        assert (after != before) == bool(facts), "a change is told, and nothing else is"
        assert after.version == before.version + bool(facts)
        assert after.id == before.id
        assert after.station == before.station
        if not before.is_open:
            assert not facts, "what is over stays over"
        if before.state is not ReferralState.DRAFT:
            assert after.lines == before.lines, "no path edits a signed paper"
            assert after.paper == before.paper
            assert after.number == before.number
        if before.departure:
            assert after.departure == before.departure, "nobody leaves twice"
        if before.movement is Movement.ARRIVED:
            assert after.movement is Movement.ARRIVED, "nobody who arrived is on the road again"
        self.one, self.facts = after, self.facts + len(facts)

    @rule(kind=st.sampled_from(ReferralKind))
    def fill(self, kind: ReferralKind) -> None:
        self._do(lambda r: r.changed({**dict.fromkeys(NEEDED, "J18.9"), "kind": kind}, r.version, DOCTOR))

    @precondition(lambda self: self.one.state is ReferralState.DRAFT and not self.one.missing)
    @rule()
    def sign(self) -> None:
        paper = signed().paper
        assert paper is not None
        self._do(lambda r: r.sign(DOCTOR, "1/PCCSKBCB", TODAY, paper, NOW))

    @rule()
    def send(self) -> None:
        self._do(lambda r: r.send(DOCTOR, NOW))

    @rule(fit=st.sampled_from(Fitness), note=st.sampled_from(["", "phải đi"]))
    def depart(self, fit: Fitness, note: str) -> None:
        self._do(lambda r: r.depart(leaving(fit, note)))

    @rule()
    def accept(self) -> None:
        self._do(lambda r: r.accept(THERE, "khoa cấp cứu", NOW))

    @rule(to=st.sampled_from([ELSEWHERE, None]))
    def redirect(self, to: FacilityId | None) -> None:
        self._do(lambda r: r.redirect(THERE, to or r.destination, "đầy", NOW))

    @rule()
    def arrive(self) -> None:
        self._do(lambda r: r.arrive(THERE, "", NOW))

    @rule()
    def miss(self) -> None:
        self._do(lambda r: r.miss(THERE, "", NOW))

    @rule()
    def close(self) -> None:
        self._do(lambda r: r.close(TOLD))

    @rule()
    def cancel(self) -> None:
        self._do(lambda r: r.cancel("không đi", DOCTOR))

    @rule(days=st.integers(-1, 3))
    def time_passes(self, days: int) -> None:
        self._do(lambda r: r.expire(TODAY + timedelta(days=days)))

    @precondition(lambda self: self.one.state is not ReferralState.DRAFT)
    @rule()
    def correct_what_is_signed(self) -> None:
        with pytest.raises(ReferralLocked):
            self.one.changed({"diagnosis": "khác"}, self.one.version, DOCTOR)

    @invariant()
    def the_duty_moves_with_the_arrival_and_with_nothing_else(self) -> None:
        at = self.one.destination if self.one.movement is Movement.ARRIVED else self.one.station
        assert self.one.responsible == at

    @invariant()
    def each_state_has_its_evidence(self) -> None:
        one = self.one
        assert (one.feedback is not None) == (one.state is ReferralState.CLOSED)
        assert (one.state is ReferralState.REDIRECTED) == (one.answer is ReferralAnswer.REDIRECTED)
        assert (one.redirected_to is not None) == (one.answer is ReferralAnswer.REDIRECTED)
        assert one.state is not ReferralState.CANCELLED or one.cancel_reason
        assert (one.answer is ReferralAnswer.NONE) == (one.accepted_by is None)
        assert one.movement is not Movement.NOT_ARRIVED or one.departure is not None
        assert one.state is not ReferralState.EXPIRED or one.movement is Movement.NONE
        assert one.state is not ReferralState.CLOSED or one.movement is Movement.ARRIVED
        if one.departure is not None:
            assert one.departure.fit_for_transfer is not Fitness.NOT_FIT or one.departure.fit_note


TestWay = Way.TestCase
