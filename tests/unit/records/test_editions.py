"""Editing, reading back, signing and correcting by several people in any order: the chain of editions never breaks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from telemed.kernel.errors import DomainError
from telemed.kernel.ids import MinutesId, UserId, uuid7
from telemed.records import forms
from telemed.records.minutes import (
    SIDES,
    FieldChanged,
    Locked,
    Minutes,
    NotACorrection,
    NothingToRead,
    NotSigned,
    Opinion,
    ReadBack,
    Side,
)
from telemed.records.model import CONCLUSION, ITEMS, Item, MinutesState, SignatureLine
from telemed.records.papers import document_hash, final, unbroken
from tests.unit.records.test_minutes import CHAIR, DOCTOR, NOW, OTHER, WHOLE, concluded, opened, paper_of

PEOPLE = st.sampled_from([CHAIR, DOCTOR, OTHER])


def text_of(minutes: Minutes) -> forms.MinutesPaper:
    """What a signature covers, as the service has it: the words, and which edition of what."""
    why = minutes.correction
    return replace(
        paper_of(minutes),
        version=minutes.edition,
        amend_reason=why.reason if why else "",
        previous=why.previous_hash if why else "",
        incidents_text=minutes.fields["incidents"].text,
    )


def sign_all(minutes: Minutes) -> Minutes:
    paper = text_of(minutes)
    known = document_hash(paper)
    for by, lines in ((CHAIR, {SignatureLine.CHAIR}), (DOCTOR, {SignatureLine.SECRETARY, SignatureLine.STATION})):
        minutes, _ = minutes.sign(dict.fromkeys(lines, uuid7()), by, paper=paper, paper_hash=known, seen=known, now=NOW)
    return locked(minutes)


def locked(minutes: Minutes) -> Minutes:
    assert minutes.paper
    return minutes.lock("1/BBHC", final(minutes.paper, "1/BBHC", NOW))[0]


class Editions(RuleBasedStateMachine):
    """Everybody at once. What was on the screen of each (`seen`) may be old: as after an hour without a line."""

    def __init__(self) -> None:
        super().__init__()
        self.signed: list[Minutes] = []
        self.given_up: list[Minutes] = []
        self.now = opened()
        self.seen: dict[UserId, Minutes] = dict.fromkeys((CHAIR, DOCTOR, OTHER), self.now)
        self.frozen: list[tuple[Minutes, str]] = []

    @rule(who=PEOPLE)
    def look(self, who: UserId) -> None:
        self.seen[who] = self.now

    @rule(who=PEOPLE, item=st.sampled_from(ITEMS), text=st.sampled_from(["", "at_station", "Oxy", "Sốt"]))
    def write(self, who: UserId, item: Item, text: str) -> None:
        before, seen = self.now, self.seen[who]
        try:
            self.now, facts = before.write(item, text, seen.fields[item].version, who, NOW)
        except FieldChanged:
            assert before.fields[item].version != seen.fields[item].version  # nobody's words are written over unseen
            return
        except DomainError:
            return
        if facts:
            assert before.state is not MinutesState.SIGNED
            assert self.now.fields[item].edited_by == who
            assert self.now.signatures == ()
            assert all(self.now.read_back(item, side) is None for side in SIDES)
            self.seen[who] = self.now

    @rule(who=PEOPLE)
    def say(self, who: UserId) -> None:
        try:
            self.now, _ = self.now.add_opinion(Opinion(uuid7(), who, self.now.station, NOW, "ý kiến"))
        except Locked:
            assert self.now.state is MinutesState.SIGNED

    @rule(who=PEOPLE, item=st.sampled_from(CONCLUSION), side=st.sampled_from(SIDES))
    def read_back(self, who: UserId, item: Item, side: Side) -> None:
        seen = self.seen[who].fields[item]
        before = self.now
        try:
            self.now, _ = before.mark_read(ReadBack(item, side, seen.version, who, NOW))
        except (Locked, FieldChanged, NothingToRead):
            assert self.now == before
            return
        assert self.now.signatures == before.signatures
        assert self.now.fields[item].text == seen.text

    @rule()
    def fill_and_conclude(self) -> None:
        if self.now.state is not MinutesState.DRAFT:
            return
        for item, text in WHOLE.items():
            if not self.now.fields[item].text:
                self.now, _ = self.now.write(item, text, self.now.fields[item].version, CHAIR, NOW)
        self.now, _ = self.now.conclude(CHAIR, NOW)

    @rule(who=PEOPLE, lines=st.sets(st.sampled_from(SignatureLine), min_size=1, max_size=2))
    def sign(self, who: UserId, lines: set[SignatureLine]) -> None:
        """With the hash of what stood on this person's own screen."""
        known, before = self.seen[who], self.now
        paper = text_of(before)
        try:
            after, facts = before.sign(
                dict.fromkeys(lines, uuid7()),
                who,
                paper=paper,
                paper_hash=document_hash(paper),
                seen=document_hash(text_of(known)),
                now=NOW,
            )
        except DomainError:
            return
        assert text_of(known) == text_of(before)
        self.now = locked(after) if after.all_signed else after
        if after.all_signed and facts:
            self._keep()

    @rule()
    def sign_all_lines(self) -> None:
        """Chance alone seldom comes so far."""
        if self.now.state is MinutesState.SIGNING and not self.now.signatures:
            self.now = sign_all(self.now)
            self._keep()

    def _keep(self) -> None:
        self.signed.append(self.now)
        self.frozen.append((self.now, document_hash(text_of(self.now))))

    @rule(who=PEOPLE)
    def correct(self, who: UserId) -> None:
        before = self.now
        try:
            number = 1 + len(self.signed) + len(self.given_up)
            self.now, _ = before.correct(MinutesId(uuid7()), "ghi nhầm", who, NOW, number)
        except NotSigned:
            assert before.state is not MinutesState.SIGNED
            return
        assert self.now.correction
        assert (self.now.correction.of, self.now.correction.by) == (before.id, who)
        assert (self.now.number, self.now.opinions) == (before.number, before.opinions)
        assert self.now.version > before.version  # so that no screen takes it for older

    @rule(who=PEOPLE)
    def give_up(self, who: UserId) -> None:
        before = self.now
        try:
            gone, _ = before.discard(who)
        except (NotACorrection, Locked):
            assert before.correction is None or before.state is MinutesState.SIGNED
            return
        assert gone.signatures == ()
        acts: list[Callable[[], object]] = [
            lambda: gone.write("treatment", "Không ai viết nữa", gone.fields["treatment"].version, who, NOW),
            lambda: gone.add_opinion(Opinion(uuid7(), who, gone.station, NOW, "muộn")),
            lambda: gone.conclude(CHAIR, NOW),
            lambda: gone.discard(who),
        ]
        for late in acts:
            with pytest.raises(Locked):
                late()
        self.given_up.append(gone)
        self.now = self.signed[-1]  # it was in force all the time
        self.seen = {one: self.now if seen.id == gone.id else seen for one, seen in self.seen.items()}

    @invariant()
    def what_was_signed_is_what_it_was(self) -> None:
        for one, known in self.frozen:
            assert one.state is MinutesState.SIGNED
            assert document_hash(text_of(one)) == known == one.document_hash

    @invariant()
    def the_chain_is_unbroken_and_counts_on(self) -> None:
        written = [self.now] if self.now.state is not MinutesState.SIGNED else []
        chain = sorted([*self.signed, *self.given_up, *written], key=lambda one: one.edition)
        assert [one.edition for one in chain] == list(range(1, len(chain) + 1))
        assert all(unbroken(chain))

    @invariant()
    def two_people_have_signed(self) -> None:
        for one in self.signed:
            by = {mark.line: mark.by for mark in one.signatures}
            assert by[SignatureLine.CHAIR] != by[SignatureLine.SECRETARY]

    @invariant()
    def read_back_means_both_ends_and_every_item(self) -> None:
        marks = [self.now.read_back(item, side) for item in CONCLUSION for side in SIDES]
        assert (self.now.read_back_at is not None) == (None not in marks)


TestEditions = Editions.TestCase
TestEditions.settings = settings(max_examples=60, stateful_step_count=40, deadline=None, print_blob=True)


def test_the_machine_can_come_to_a_third_edition() -> None:
    """The way the machine above may go, once by hand, so that its invariants are known to meet real chains."""
    chain = [sign_all(concluded())]
    for _ in range(2):
        draft, _ = chain[-1].correct(MinutesId(uuid7()), "ghi nhầm liều", DOCTOR, NOW)
        draft, _ = draft.write("treatment", f"Oxy {len(chain)}", draft.fields["treatment"].version, CHAIR, NOW)
        chain.append(sign_all(draft.conclude(CHAIR, NOW)[0]))

    assert unbroken(chain) == [True, True, True]
    assert len({one.document_hash for one in chain}) == 3
    swapped = replace(chain[1], correction=replace(chain[1].correction, previous_hash="0" * 64))  # type: ignore[type-var]
    assert unbroken([chain[0], swapped, chain[2]]) == [True, False, True]


def test_a_further_edition_with_the_same_words_is_another_document() -> None:
    first = sign_all(concluded())
    draft, _ = first.correct(MinutesId(uuid7()), "in lại", DOCTOR, NOW)

    second = sign_all(draft.conclude(CHAIR, NOW)[0])

    assert second.fields == first.fields
    assert second.document_hash != first.document_hash
