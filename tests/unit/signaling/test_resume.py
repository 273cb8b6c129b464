"""A browser that comes back gets what it lacks, once and in order, or is told that it cannot."""

from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from telemed.kernel.ids import uuid7
from telemed.signaling.resume import Answers, IdReused, Journal, Key

FRAMES, SIZE = 8, 400


def number(frame: bytes) -> int:
    return int(frame.removeprefix(b'{"s":').split(b",")[0])


def test_frames_are_numbered_from_one_and_spliced() -> None:
    journal = Journal()
    journal.attach(0)

    journal.append(b'"type":"replaced"}')
    journal.append(b'"type":"replaced"}')

    assert [journal.take(), journal.take(), journal.take()] == [
        b'{"s":1,"type":"replaced"}',
        b'{"s":2,"type":"replaced"}',
        None,
    ]


def test_an_acknowledgement_of_what_was_never_sent_is_refused() -> None:
    journal = Journal()
    journal.attach(0)
    journal.append(b'"a":1}')

    assert not journal.ack(1)
    journal.take()
    assert journal.ack(1)


def test_a_browser_that_claims_more_than_was_sent_cannot_resume() -> None:
    journal = Journal()
    journal.attach(0)
    journal.append(b'"a":1}')
    journal.append(b'"a":2}')
    journal.take()

    assert not journal.attach(3)
    assert not journal.attach(2), "it was never handed to a socket"
    assert journal.attach(1)


def test_what_a_live_socket_has_still_to_get_is_never_thrown_away() -> None:
    journal = Journal(frames=2, size=10)
    journal.attach(0)

    for _ in range(50):
        journal.append(b'"big":"' + b"x" * 100 + b'"}')

    assert journal.lag == 50
    assert [number(journal.take() or b"") for _ in range(50)] == list(range(1, 51))


def all_of(journal: Journal) -> list[bytes]:
    return list(iter(journal.take, None))


def test_a_newer_state_takes_the_place_of_one_that_waits_behind_all_that_came_meanwhile() -> None:
    journal = Journal()
    journal.attach(0)

    journal.append(b'"consult":1}', topic="a")
    journal.append(b'"ring":1}')
    journal.append(b'"consult":2}', topic="a")
    journal.append(b'"consult":3}', topic="b")

    assert journal.last == 3
    assert all_of(journal) == [b'{"s":1,"ring":1}', b'{"s":2,"consult":2}', b'{"s":3,"consult":3}']


def test_what_a_socket_was_given_is_never_replaced() -> None:
    journal = Journal()
    journal.attach(0)
    journal.append(b'"consult":1}', topic="a")
    journal.take()

    journal.append(b'"consult":2}', topic="a")
    journal.attach(0)

    assert all_of(journal) == [b'{"s":1,"consult":1}', b'{"s":2,"consult":2}']


def test_a_link_that_is_away_keeps_the_newest_of_each_thing_however_often_it_changes() -> None:
    journal = Journal(frames=4)
    journal.attach(0)
    journal.detach()

    for version in range(1000):
        journal.append(b'"consult":%d}' % version, topic=version % 3)
    assert journal.attach(0)

    assert all_of(journal) == [b'{"s":1,"consult":997}', b'{"s":2,"consult":998}', b'{"s":3,"consult":999}']


def test_what_overflows_while_a_link_is_away_is_a_gap_and_no_silent_loss() -> None:
    journal = Journal(frames=2)
    journal.attach(0)
    journal.detach()

    for _ in range(3):
        journal.append(b'"ring":1}')

    assert not journal.attach(0)


def test_what_a_frame_was_about_has_arrived_when_that_very_frame_is_acknowledged() -> None:
    journal, ring = Journal(), uuid7()
    journal.attach(0)
    journal.append(b'"consult":1}', topic="a")
    journal.append(b'"ring":1}', about=(ring,))
    journal.append(b'"consult":2}', topic="a")
    all_of(journal)

    assert journal.arrived(0) == []
    assert journal.arrived(1) == [ring], "the ring moved up when the consult before it was replaced"
    assert journal.arrived(2) == []


def test_a_frame_said_again_is_answered_as_before_and_another_with_its_id_is_refused() -> None:
    answers = Answers(most=2)
    answers.keep(1, b"join", b"done")

    assert answers.of(1, b"join") == b"done"
    assert answers.of(2, b"join") is None
    with pytest.raises(IdReused):
        answers.of(1, b"leave")
    answers.keep(2, b"join", b"done")
    answers.keep(3, b"join", b"done")
    assert answers.of(1, b"join") is None, "only so many are kept"


def test_the_token_before_opens_until_the_browser_is_heard() -> None:
    key = Key("a")
    key.rotate("b", shown="a")

    assert key.opens("a")
    assert key.opens("b")
    key.heard()
    assert not key.opens("a")
    assert not key.opens("")


class Coming(RuleBasedStateMachine):
    """One link, its browser, and a network that loses whatever is on its way when it is cut."""

    def __init__(self) -> None:
        super().__init__()
        self.labels = count()
        self.begin()

    def begin(self) -> None:
        """A new link, as after a snapshot."""
        self.journal = Journal(FRAMES, SIZE)
        self.journal.attach(0)
        self.sent: list[bytes] = []
        self.got: list[bytes] = []
        self.on_way: list[bytes] = []
        self.acks: list[int] = []
        self.online = True

    @rule(padding=st.integers(0, 150))
    def something_happens(self, padding: int) -> None:
        body = b'"n":%d,"pad":"%b"}' % (next(self.labels), b"x" * padding)
        self.journal.append(body)
        self.sent.append(b'{"s":%d,%b' % (len(self.sent) + 1, body))

    @precondition(lambda self: self.online)
    @rule(most=st.integers(1, 5))
    def the_socket_writes(self, most: int) -> None:
        for _ in range(most):
            if frame := self.journal.take():
                self.on_way.append(frame)

    @precondition(lambda self: self.on_way)
    @rule(most=st.integers(1, 5))
    def the_browser_reads(self, most: int) -> None:
        for _ in range(min(most, len(self.on_way))):
            self.got.append(self.on_way.pop(0))

    @precondition(lambda self: self.online)
    @rule()
    def the_browser_acknowledges(self) -> None:
        self.acks.append(len(self.got))

    @precondition(lambda self: self.acks)
    @rule()
    def the_acknowledgement_arrives(self) -> None:
        assert self.journal.ack(self.acks.pop(0))

    @precondition(lambda self: self.online)
    @rule()
    def the_line_is_cut(self) -> None:
        self.journal.detach()
        self.on_way, self.acks, self.online = [], [], False

    @rule()
    def the_browser_comes_back(self) -> None:
        self.on_way, self.acks = [], []  # whatever the old socket still had is closed with it
        lacking = self.sent[len(self.got) :]
        if self.journal.attach(len(self.got)):
            self.online = True
        else:
            assert len(lacking) > FRAMES or sum(map(len, lacking)) > SIZE, "it was not too much to keep"
            self.begin()

    @invariant()
    def nothing_is_missing_doubled_or_out_of_order(self) -> None:
        assert self.got == self.sent[: len(self.got)]

    @invariant()
    def a_detached_link_keeps_a_bounded_amount(self) -> None:
        if not self.online:
            self.journal.append(b'"n":0}')
            self.sent.append(b'{"s":%d,"n":0}' % (len(self.sent) + 1))
            assert self.journal.last - self.journal.first + 1 <= FRAMES

    def teardown(self) -> None:
        self.the_browser_comes_back()
        while frame := self.journal.take():
            self.got.append(frame)
        assert self.got == self.sent


TestComing = Coming.TestCase
TestComing.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
