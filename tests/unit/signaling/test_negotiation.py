"""Two pages that follow `docs/protocol.md` agree in the end, whatever is cut, lost, reloaded or restarted on the way.

The room and the journals are the real ones; the pages are automata of perfect negotiation; what a cut connection had
on its way is lost, in both directions.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from telemed.kernel.errors import DomainError
from telemed.kernel.ids import CallId, ConsultId, UserId, uuid7
from telemed.signaling.call import Effect, Gone, Ready, Room, Side
from telemed.signaling.resume import Journal

Frame = tuple[Any, ...]
"""("join", generation), ("ready", polite, mine, theirs), or ("description", from, to, negotiation, kind, version)."""


@dataclass
class Page:
    """One browser. `version` counts what it wants to send; `heard` is the other side's version it knows."""

    generations: Iterator[int]
    generation: int = 0
    pair: tuple[int, int] | None = None
    polite: bool = True
    offers: int = 0
    pending: tuple[int, int] | None = None
    """(negotiation, version) of an offer that waits for its answer."""
    needed: bool = False
    began: bool = False
    version: int = 0
    heard: int = -1
    out: deque[Frame] = field(default_factory=deque)

    def load(self) -> None:
        self.generation = next(self.generations)
        self.pair, self.pending, self.heard, self.needed, self.began = None, None, -1, False, False

    def join(self) -> None:
        self.out.append(("join", self.generation))

    def want(self) -> None:
        """A track was added, or the path must be found anew."""
        self.version += 1
        self.needed = True
        self._offer()

    def take(self, frame: Frame) -> None:
        match frame:
            case ("ready", bool(polite), int(mine), int(theirs)):
                self._ready(polite, (mine, theirs))
            case ("description", int(theirs), int(mine), int(negotiation), str(kind), int(version)):
                if self.pair == (mine, theirs):
                    self._described(kind, negotiation, version)

    def _ready(self, polite: bool, pair: tuple[int, int]) -> None:
        if pair[0] != self.generation:
            return
        if pair != self.pair:
            self.pair, self.polite, self.pending, self.heard, self.began = pair, polite, None, -1, False
            self.needed = True
            self._offer()
        elif self.pending:
            self._say("offer", *self.pending)  # said again: it, or its answer, may have been lost
        elif not polite and self.heard < 0:
            self.want()  # not connected

    def _described(self, kind: str, negotiation: int, version: int) -> None:
        if kind == "answer":
            if self.pending and self.pending[0] == negotiation:
                self.pending, self.heard = None, version
                self._offer()
            return
        if self.pending:
            if not self.polite:
                return
            self.pending, self.needed = None, True  # rolled back: asked for again after the answer
        self.heard, self.began = version, True
        self._say("answer", negotiation, self.version)
        self._offer()

    def _offer(self) -> None:
        if self.pair and self.needed and self.pending is None and (self.began or not self.polite):
            self.offers += 1
            self.pending, self.needed, self.began = (self.offers, self.version), False, True
            self._say("offer", *self.pending)

    def _say(self, kind: str, negotiation: int, version: int) -> None:
        assert self.pair
        self.out.append(("description", *self.pair, negotiation, kind, version))


class End:
    """One side: its page, its person, its link if the server knows one, and whether it is connected."""

    def __init__(self, side: Side, links: Iterator[str], generations: Iterator[int]) -> None:
        self.side, self.user, self._links = side, UserId(uuid7()), links
        self.page = Page(generations)
        self.frames: dict[bytes, Frame] = {}
        self.fresh_link()
        self.page.load()
        self.page.join()

    def fresh_link(self) -> None:
        self.link, self.journal, self.last = next(self._links), Journal(6, 10_000), 0
        self.online, self.forgotten = True, False
        self.journal.attach(0)

    def send(self, frame: Frame) -> None:
        body = repr(frame).encode()
        self.frames[body] = frame
        self.journal.append(body)

    def read(self) -> bool:
        numbered = self.journal.take()
        if numbered is None:
            return False
        self.last += 1
        assert numbered.startswith(b'{"s":%d,' % self.last)
        self.page.take(self.frames[numbered.partition(b",")[2]])
        return True


SIDES = st.sampled_from(["station", "hospital"])


class Call(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        links, generations = (f"link-{n}" for n in count()), count(100)
        self.empty = Room(CallId(uuid7()), ConsultId(uuid7()))
        self.room = self.empty
        self.ends = {side: End(side, links, generations) for side in ("station", "hospital")}

    @rule(side=SIDES)
    def wants_to_send_something_else(self, side: Side) -> None:
        self.ends[side].page.want()

    @rule(reads=st.lists(st.tuples(SIDES, st.booleans()), min_size=3, max_size=20))
    def frames_travel(self, reads: list[tuple[Side, bool]]) -> None:
        for side, to_server in reads:
            if to_server:
                self._server_reads(side)
            else:
                self._page_reads(side)

    def _server_reads(self, side: Side) -> bool:
        end = self.ends[side]
        if not end.online or not end.page.out:
            return False
        match end.page.out.popleft():
            case ("join", int(generation)):
                self._perform(self.room.enter(end.user, end.side, end.link, generation))
            case ("description", int(mine), int(theirs), *_) as frame:
                try:
                    peer = self.room.route(end.link, mine, theirs)
                except DomainError:
                    return True
                self._end(peer.link).send(frame)
        return True

    def _page_reads(self, side: Side) -> bool:
        return self.ends[side].online and self.ends[side].read()

    @rule(side=SIDES)
    def line_is_cut(self, side: Side) -> None:
        end = self.ends[side]
        end.journal.detach()
        end.online = False
        end.page.out.clear()

    @rule(side=SIDES)
    def line_blips(self, side: Side) -> None:
        self.line_is_cut(side)
        self.comes_back(side)

    @rule(side=SIDES, longer_than_grace=st.booleans())
    def is_away_for_longer_than_a_blip(self, side: Side, longer_than_grace: bool) -> None:
        end = self.ends[side]
        if end.online:
            return
        self._perform(self.room.miss(end.link))
        if longer_than_grace:
            self._perform(self.room.leave(end.link, by_choice=False))
            end.forgotten = True

    @rule(side=SIDES)
    def comes_back(self, side: Side) -> None:
        end = self.ends[side]
        if end.online:
            return
        end.page.out.clear()  # said while there was no socket
        end.online = not end.forgotten and end.journal.attach(end.last)
        seat = self.room.seat_of(end.link)
        if not end.online:
            if seat:
                self._perform(self.room.leave(end.link, by_choice=False))
            end.fresh_link()
        elif seat:
            self._perform(self.room.enter(seat.user, seat.side, seat.link, seat.generation))
        end.page.join()

    @rule(side=SIDES)
    def page_is_reloaded(self, side: Side) -> None:
        self.line_is_cut(side)
        self.ends[side].fresh_link()
        self.ends[side].page.load()
        self.ends[side].page.join()

    @rule()
    def server_is_killed(self) -> None:
        self.room = self.empty
        for side, end in self.ends.items():
            self.line_is_cut(side)
            end.forgotten = True

    @invariant()
    def a_side_has_one_seat(self) -> None:
        assert len({seat.side for seat in self.room.seats}) == len(self.room.seats)

    def teardown(self) -> None:
        for side in self.ends:
            self.comes_back(side)
        for _ in range(1000):
            if not any([act(side) for side in self.ends for act in (self._server_reads, self._page_reads)]):
                break
        station, hospital = (self.ends[side].page for side in ("station", "hospital"))
        assert station.pair == (station.generation, hospital.generation)
        assert hospital.pair == (hospital.generation, station.generation)
        assert station.pending is None
        assert hospital.pending is None
        assert (station.heard, hospital.heard) == (hospital.version, station.version), "one side's wish was not heard"

    def _perform(self, happened: tuple[Room, list[Effect]]) -> None:
        self.room, effects = happened
        for effect in effects:
            match effect:
                case Ready(to, peer):
                    polite = to.side == "station"
                    self._end(to.link).send(("ready", polite, to.generation, peer.generation))
                case Gone():
                    pass  # media may still flow: a page only shows it

    def _end(self, link: str) -> End:
        """Whoever has this link now; a frame for a link of the past goes nowhere."""
        return next((end for end in self.ends.values() if end.link == link), End("station", count_links(), count()))


def count_links() -> Iterator[str]:
    return (f"nowhere-{n}" for n in count())


TestCall = Call.TestCase
TestCall.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
