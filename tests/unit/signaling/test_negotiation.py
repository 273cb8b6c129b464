"""Two pages that follow `docs/protocol.md` agree in the end, whatever is cut, lost, reloaded or restarted on the way.

The room and the journals are the real ones; the pages are automata of perfect negotiation; what a cut connection had
on its way is lost, in both directions.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count, cycle, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        if self.pending and not self.polite:
            return
        self.needed = self.pending is not None  # rolled back: asked for again after the answer
        self.pending, self.heard, self.began = None, version, True
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


class World:
    """The server, its room, and everything that can happen to the two ends."""

    def __init__(self) -> None:
        links, generations = (f"link-{n}" for n in count()), count(100)
        self.empty = Room(CallId(uuid7()), ConsultId(uuid7()))
        self.room = self.empty
        self.ends = {side: End(side, links, generations) for side in SIDES}
        for side in SIDES:
            self.server_reads(side)

    def page_wants_to_send_something_else(self, side: Side) -> None:
        self.ends[side].page.want()

    def server_reads(self, side: Side) -> bool:
        end = self.ends[side]
        if not end.online or not end.page.out:
            return False
        match end.page.out.popleft():
            case ("join", int(generation)):
                self._perform(self.room.enter(end.user, end.side, end.link, generation))
            case ("description", int(mine), int(theirs), *_) as frame:
                with suppress(DomainError):
                    self._end(self.room.route(end.link, mine, theirs).link).send(frame)
        return True

    def page_reads(self, side: Side) -> bool:
        return self.ends[side].online and self.ends[side].read()

    def line_is_cut(self, side: Side) -> None:
        end = self.ends[side]
        end.journal.detach()
        end.online = False
        end.page.out.clear()

    def line_blips(self, side: Side) -> None:
        self.line_is_cut(side)
        self.page_comes_back(side)

    def absence_is_told(self, side: Side) -> None:
        if not self.ends[side].online:
            self._perform(self.room.miss(self.ends[side].link))

    def grace_is_over(self, side: Side) -> None:
        end = self.ends[side]
        if not end.online:
            self._perform(self.room.leave(end.link, by_choice=False))
            end.forgotten = True

    def page_comes_back(self, side: Side) -> None:
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
            end.page.join()
        elif seat:
            self._perform(self.room.enter(seat.user, seat.side, seat.link, seat.generation))
        else:
            end.page.join()

    def page_is_reloaded(self, side: Side) -> None:
        self.line_is_cut(side)
        self.ends[side].fresh_link()
        self.ends[side].page.load()
        self.ends[side].page.join()

    def server_is_killed(self, _: Side) -> None:
        self.room = self.empty
        for side, end in self.ends.items():
            self.line_is_cut(side)
            end.forgotten = True

    def settles(self) -> None:
        """Both are back, and everything under way arrives."""
        for side in SIDES:
            self.page_comes_back(side)
        for _ in range(1000):
            moved = [act(side) for side in SIDES for act in (self.server_reads, self.page_reads)]
            if not any(moved):
                return
        raise AssertionError("they never stop talking")

    def _perform(self, happened: tuple[Room, list[Effect]]) -> None:
        self.room, effects = happened
        for effect in effects:
            match effect:
                case Ready(to, peer):
                    self._end(to.link).send(("ready", to.side == "station", to.generation, peer.generation))
                case Gone():
                    pass  # media may still flow: a page only shows it

    def _end(self, link: str) -> End:
        """Whoever has this link now; a frame for a link of the past goes nowhere."""
        return next((end for end in self.ends.values() if end.link == link), self._nobody)

    @cached_property
    def _nobody(self) -> End:
        return End("station", iter(["nowhere"]), count())

    def agrees(self) -> bool:
        """Each page speaks to the connection the other has now, nothing waits, and every wish was heard."""
        a, b = (self.ends[side].page for side in SIDES)
        return (
            a.pair == (a.generation, b.generation)
            and b.pair == (b.generation, a.generation)
            and (a.pending, b.pending) == (None, None)
            and (a.heard, b.heard) == (b.version, a.version)
        )


SIDES: tuple[Side, Side] = ("station", "hospital")
OFTEN = [World.server_reads, World.page_reads] * 4
SOMETIMES = [World.page_wants_to_send_something_else, World.line_blips, World.page_comes_back] * 2
SELDOM = [World.line_is_cut, World.absence_is_told, World.grace_is_over, World.page_is_reloaded, World.server_is_killed]

FAULTS: dict[str, list[Callable[[World, Side], None]]] = {
    "blip": [World.line_blips],
    "told": [World.line_is_cut, World.absence_is_told, World.page_comes_back],
    "over": [World.line_is_cut, World.absence_is_told, World.grace_is_over, World.page_comes_back],
    "reload": [World.page_is_reloaded],
    "killed": [World.server_is_killed],
}
MOVES = [(act, side) for act in (World.server_reads, World.page_reads) for side in SIDES]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("side", SIDES)
def test_both_pages_agree_whenever_it_happens(fault: str, side: Side) -> None:
    for moves, wisher, wish_at in product(range(14), SIDES, range(0, 14, 2)):
        world = World()
        for at, (act, who) in zip(range(moves), cycle(MOVES), strict=False):
            if at == wish_at:
                world.page_wants_to_send_something_else(wisher)
            act(world, who)

        for happening in FAULTS[fault]:
            happening(world, side)
        world.settles()

        assert world.agrees(), (moves, wisher, wish_at)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(OFTEN + SOMETIMES + SELDOM), st.sampled_from(SIDES)), min_size=20))
def test_both_pages_agree_whatever_happens(story: list[tuple[Callable[[World, Side], object], Side]]) -> None:
    world = World()

    for happening, side in story:
        happening(world, side)
        assert len({seat.side for seat in world.room.seats}) == len(world.room.seats)
    world.settles()

    assert world.agrees()
