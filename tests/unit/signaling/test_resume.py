"""A browser that comes back gets what it lacks, once and in order, or is told that it cannot."""

from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from telemed.signaling.resume import Journal, Key

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
    journal.append(b'"a":1}')

    assert not journal.attach(2)
    assert journal.attach(1)


def test_what_a_live_socket_has_still_to_get_is_never_thrown_away() -> None:
    journal = Journal(frames=2, size=10)
    journal.attach(0)

    for _ in range(50):
        journal.append(b'"big":"' + b"x" * 100 + b'"}')

    assert journal.lag == 50
    assert [number(journal.take() or b"") for _ in range(50)] == list(range(1, 51))


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
