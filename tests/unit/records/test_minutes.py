"""Minutes are written together, confirmed whole, signed by two people at least, and never changed after."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from telemed.kernel.errors import DomainError
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, UserId, uuid7
from telemed.records import MinutesFieldChanged, forms
from telemed.records.minutes import (
    ConclusionIncomplete,
    DocumentChanged,
    FieldChanged,
    LineSigned,
    Locked,
    Minutes,
    NotConcluded,
    Opinion,
    SamePerson,
    UnknownPlace,
)
from telemed.records.model import CONCLUSION, ITEMS, Choice, Item, MinutesState, SignatureLine
from telemed.records.papers import document_hash

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
CHAIR, DOCTOR, OTHER = UserId(uuid7()), UserId(uuid7()), UserId(uuid7())
STATION_LINES = (SignatureLine.SECRETARY, SignatureLine.STATION)
WHOLE: dict[Item, str] = {
    "diagnosis": "Viêm phổi nặng (J18.9)",
    "treatment": "Oxy",
    "monitoring": "SpO2 mỗi 15 phút",
    "place": "transfer_today",
    "follow_up": "Gọi lại khi nặng lên",
}


def opened() -> Minutes:
    station, hospital = FacilityId(uuid7()), FacilityId(uuid7())
    return Minutes.open(
        MinutesId(uuid7()), ConsultId(uuid7()), station=station, hospital=hospital, summary="Sốt, ho 3 ngày", now=NOW
    )[0]


def filled() -> Minutes:
    minutes = opened()
    for item, text in WHOLE.items():
        minutes, _ = minutes.write(item, text, 0, CHAIR, NOW)
    return minutes


def concluded() -> Minutes:
    return filled().conclude(CHAIR, NOW)[0]


def paper_of(minutes: Minutes) -> forms.MinutesPaper:
    text = {item: passage.text for item, passage in minutes.fields.items()}
    return forms.MinutesPaper(
        head=forms.Letterhead(parent="Sở Y tế", facility="Bệnh viện Demo"),
        code="TD-0001",
        draft=True,
        patient=forms.Patient(),
        summary=text["summary"],
        opinions=tuple(forms.Opinion(by="BS. Demo", at=o.at, text=o.text) for o in minutes.opinions),
        conclusion=forms.Conclusion(
            diagnosis=text["diagnosis"],
            treatment=text["treatment"],
            monitoring=text["monitoring"],
            place=text["place"],
            follow_up=text["follow_up"],
        ),
    )


def signed(minutes: Minutes, by: UserId, *lines: SignatureLine, seen: str | None = None) -> Minutes:
    paper = minutes.paper or paper_of(minutes)
    known = document_hash(paper)
    after, _ = minutes.sign(
        dict.fromkeys(lines, uuid7()), by, paper=paper, paper_hash=known, seen=seen or known, now=NOW
    )
    return after


def test_the_summary_begins_with_the_stations_own_words() -> None:
    assert opened().fields["summary"].text == "Sốt, ho 3 ngày"
    assert opened().missing == list(CONCLUSION)


def test_the_summary_follows_the_request_until_somebody_writes_it() -> None:
    followed, facts = opened().refill_summary("Sốt, ho, khó thở", CHAIR)
    written, _ = followed.write("summary", "Viêm phổi", followed.fields["summary"].version, DOCTOR, NOW)

    assert followed.fields["summary"].text == "Sốt, ho, khó thở"
    assert [fact.kind for fact in facts] == ["minutes_field_changed"]
    assert written.refill_summary("khác", CHAIR) == (written, [])


def test_a_field_written_meanwhile_is_not_overwritten() -> None:
    written, _ = opened().write("diagnosis", "Viêm phổi", 0, CHAIR, NOW)

    with pytest.raises(FieldChanged) as refusal:
        written.write("diagnosis", "Hen", 0, DOCTOR, NOW)

    assert refusal.value.params == {"field": "diagnosis", "version": 1}
    assert written.write("diagnosis", "Viêm phổi", 0, DOCTOR, NOW) == (written, [])
    assert written.write("treatment", "Oxy", 0, DOCTOR, NOW)[0].fields["treatment"].edited_by == DOCTOR


def test_the_place_is_chosen_from_three() -> None:
    with pytest.raises(UnknownPlace):
        opened().write("place", "ở nhà", 0, CHAIR, NOW)


def test_a_conclusion_with_an_empty_item_is_not_confirmed() -> None:
    gap, _ = filled().write("monitoring", "", 1, CHAIR, NOW)

    with pytest.raises(ConclusionIncomplete) as refusal:
        gap.conclude(CHAIR, NOW)

    assert refusal.value.missing == ("monitoring",)


def test_confirming_twice_changes_nothing() -> None:
    assert concluded().conclude(CHAIR, NOW)[1] == []


def test_a_confirmed_item_cannot_be_emptied() -> None:
    with pytest.raises(ConclusionIncomplete):
        concluded().write("diagnosis", "", 1, CHAIR, NOW)


def test_nothing_is_signed_before_the_chair_confirms() -> None:
    with pytest.raises(NotConcluded):
        signed(filled(), CHAIR, SignatureLine.CHAIR)


def test_what_is_signed_is_what_was_read() -> None:
    with pytest.raises(DocumentChanged):
        signed(concluded(), CHAIR, SignatureLine.CHAIR, seen="0" * 64)


def test_chair_and_secretary_are_two_people() -> None:
    with pytest.raises(SamePerson):
        signed(concluded(), CHAIR, SignatureLine.CHAIR, SignatureLine.SECRETARY)
    with pytest.raises(SamePerson):
        signed(signed(concluded(), DOCTOR, SignatureLine.SECRETARY), DOCTOR, SignatureLine.CHAIR)


def test_a_signed_line_is_nobody_elses() -> None:
    once = signed(concluded(), DOCTOR, *STATION_LINES)

    assert signed(once, DOCTOR, *STATION_LINES) == once
    with pytest.raises(LineSigned):
        signed(once, OTHER, SignatureLine.STATION)


def test_all_sign_the_text_that_the_first_one_signed() -> None:
    first = signed(concluded(), CHAIR, SignatureLine.CHAIR)
    later = replace(paper_of(first), ended_at=NOW)  # the call ended in between

    second, _ = first.sign(
        dict.fromkeys(STATION_LINES, uuid7()),
        DOCTOR,
        paper=later,
        paper_hash=document_hash(later),
        seen=first.document_hash or "",
        now=NOW,
    )

    assert second.paper == first.paper
    assert len({s.document_hash for s in second.signatures}) == 1


def test_an_edit_takes_every_signature_away() -> None:
    one = signed(concluded(), CHAIR, SignatureLine.CHAIR)

    edited, (fact,) = one.write("treatment", "Oxy, kháng sinh", 1, DOCTOR, NOW)
    said, _ = one.add_opinion(Opinion(uuid7(), DOCTOR, one.station, NOW, "Xe đi được ngay"))

    assert edited.signatures == said.signatures == ()
    assert edited.paper is None
    assert isinstance(fact, MinutesFieldChanged)
    assert fact.unsigned == 1
    assert edited.state is MinutesState.SIGNING


def test_signed_minutes_take_no_change() -> None:
    minutes = signed(signed(concluded(), CHAIR, SignatureLine.CHAIR), DOCTOR, *STATION_LINES)
    assert minutes.paper
    final, _ = minutes.lock("1/BBHC-BV", minutes.paper)

    with pytest.raises(Locked):
        final.write("treatment", "khác", 1, CHAIR, NOW)
    with pytest.raises(Locked):
        final.add_opinion(Opinion(uuid7(), CHAIR, final.hospital, NOW, "khác"))
    with pytest.raises(Locked):
        signed(final, CHAIR, SignatureLine.CHAIR)


class Together(RuleBasedStateMachine):
    """Three people do anything in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes = opened()
        self.final: Minutes | None = None
        self.now = NOW

    @rule(
        item=st.sampled_from(ITEMS),
        text=st.sampled_from(["", "a", "b", "at_station"]),
        seen=st.integers(0, 4),
        by=st.sampled_from([CHAIR, DOCTOR, OTHER]),
    )
    def write(self, item: Item, text: str, seen: int, by: UserId) -> None:
        self.now += timedelta(seconds=1)
        before = self.minutes
        try:
            after, facts = before.write(item, text, seen, by, self.now)
        except DomainError:
            return
        assert before.state is not MinutesState.SIGNED
        if facts:
            assert after.signatures == ()
            assert after.fields[item].version == before.fields[item].version + 1
        self.minutes = after

    @rule()
    def fill(self) -> None:
        for item, text in WHOLE.items():
            if self.minutes.state is MinutesState.DRAFT and not self.minutes.fields[item].text:
                version = self.minutes.fields[item].version
                self.minutes, _ = self.minutes.write(item, text, version, CHAIR, self.now)

    @rule(by=st.sampled_from([CHAIR, DOCTOR]))
    def say(self, by: UserId) -> None:
        try:
            self.minutes, _ = self.minutes.add_opinion(Opinion(uuid7(), by, self.minutes.station, self.now, "ý kiến"))
        except Locked:
            assert self.minutes.state is MinutesState.SIGNED
        else:
            assert self.minutes.signatures == ()

    @rule()
    def conclude(self) -> None:
        try:
            self.minutes, _ = self.minutes.conclude(CHAIR, self.now)
        except ConclusionIncomplete:
            assert self.minutes.missing

    @rule(
        by=st.sampled_from([CHAIR, DOCTOR, OTHER]),
        lines=st.sets(st.sampled_from(SignatureLine), min_size=1, max_size=2),
    )
    def sign(self, by: UserId, lines: set[SignatureLine]) -> None:
        try:
            self.minutes = signed(self.minutes, by, *lines)
        except DomainError:
            return
        if self.minutes.all_signed:
            assert self.minutes.paper
            self.minutes, _ = self.minutes.lock("1/BBHC-BV", self.minutes.paper)
            self.final = self.minutes

    @invariant()
    def signed_minutes_never_change(self) -> None:
        assert self.final is None or self.minutes == self.final

    @invariant()
    def signatures_cover_the_text_as_it_stands(self) -> None:
        for signature in self.minutes.signatures:
            assert signature.document_hash == document_hash(paper_of(self.minutes))

    @invariant()
    def whoever_chairs_is_not_the_secretary(self) -> None:
        by = {s.line: s.by for s in self.minutes.signatures}
        if SignatureLine.CHAIR in by:
            assert by[SignatureLine.CHAIR] != by.get(SignatureLine.SECRETARY)

    @invariant()
    def nothing_confirmed_is_empty(self) -> None:
        if self.minutes.state is not MinutesState.DRAFT:
            assert self.minutes.missing == []
        if self.minutes.state is MinutesState.SIGNED:
            assert self.minutes.all_signed


TestTogether = Together.TestCase
TestTogether.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)


def test_the_hash_is_the_same_before_and_after_signing() -> None:
    paper = paper_of(concluded())
    printed = replace(
        paper,
        number="1/BBHC-BV",
        check="abc",
        draft=False,
        dated_at=NOW,
        chair=forms.Signature(name="Demo", signed_at=NOW),
        decision=forms.Decision(choice=Choice.FOLLOW, by="BS. Demo", at=NOW),
    )

    assert document_hash(printed) == document_hash(paper)
    assert document_hash(replace(paper, reason="khác")) != document_hash(paper)


def test_one_signing_of_two_lines_is_one_id() -> None:
    minutes = concluded()
    one: UUID = uuid7()
    paper = paper_of(minutes)
    known = document_hash(paper)

    after, _ = minutes.sign(
        dict.fromkeys(STATION_LINES, one), DOCTOR, paper=paper, paper_hash=known, seen=known, now=NOW
    )

    assert {s.id for s in after.signatures} == {one}
