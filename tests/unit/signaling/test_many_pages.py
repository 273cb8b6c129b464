"""Whatever is cut, doubled, swapped, forged or restarted: each page is given what was sent, and all end with one view.

The links, rooms and conversations are the server's own, the pages follow `docs/protocol.md`. The network between them
loses whatever is on its way when it is cut, and says things twice or in another order.
"""

from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role
from telemed.signaling import Limits, hub
from telemed.signaling.frames import ConsultNews, RecordNews
from telemed.signaling.resume import Journal
from tests.unit.signaling.page import Logged, Page
from tests.wire.core import START, Core, Facts, person, summary

LIMITS = Limits(rate=1e9, burst=1e9)


class ManyPages(RuleBasedStateMachine):
    pages = Bundle[Page]("pages")

    def __init__(self) -> None:
        super().__init__()
        vars(hub)["Journal"] = Logged
        consult = summary()
        self.call = uuid7()
        assert consult.specialist
        self.facts = Facts({self.call: consult})
        self.clock = ManualClock(START)
        self.core = Core(self.clock, self.facts, LIMITS)
        self.people = [
            person(Role.STATION_DOCTOR, consult.station.id, consult.requester.id),
            person(Role.SPECIALIST, consult.hospital.id, consult.specialist.id),
        ]
        self.all: list[Page] = []
        self.generations, self.values = count(10), count(1)
        self.said: dict[int, list[str]] = {}

    @initialize(target=pages)
    def a_call(self) -> MultipleResults[Page]:
        both = [self._opened(actor) for actor in self.people]
        self._settle()
        for page in both:
            page.join(take_over=False)
        self._settle()
        return multiple(*both)

    @precondition(lambda self: len(self.all) == len(self.people))
    @rule(target=pages, who=st.integers(0, 1))
    def a_second_tab(self, who: int) -> Page:
        return self._opened(self.people[who])

    # -- pages

    @rule(page=pages, take_over=st.booleans())
    def joins(self, page: Page, take_over: bool) -> None:
        if page.is_open:
            page.join(take_over=take_over)

    @rule(page=pages)
    def leaves(self, page: Page) -> None:
        if page.is_open and page.generation is not None:
            page.leave()

    @rule(page=pages)
    def turns_the_camera(self, page: Page) -> None:
        page.turn_camera()

    @rule(page=pages, twice=st.booleans())
    def tells_an_incident(self, page: Page, twice: bool) -> None:
        if page.is_open and page.ready:
            value = f"v{next(self.values)}"
            page.say("incident", kind="rung", value=value)
            self.said.setdefault(id(page), []).append(value)
            if twice:
                self.the_server_hears(page, len(page.out) - 1)
                self.the_server_hears_twice(page)

    @rule(page=pages, back=st.integers(0, 3))
    def acknowledges(self, page: Page, back: int) -> None:
        if page.is_open:
            page.acknowledge(max(0, page.last - back))
            self.the_server_hears(page, len(page.out))

    @rule(page=pages, most=st.integers(1, 6))
    def reads(self, page: Page, most: int) -> None:
        for _ in range(most):
            if page.wire and page.wire.said:
                page.read()

    # -- the network

    @rule(page=pages, most=st.integers(1, 6))
    def the_server_hears(self, page: Page, most: int) -> None:
        for _ in range(most):
            if page.out and page.wire:
                self.core.hear(page.wire, page.out.pop(0))

    @rule(page=pages)
    def the_server_hears_twice(self, page: Page) -> None:
        if page.out and page.wire:
            self.core.hear(page.wire, page.out[0])

    @rule(page=pages)
    def a_frame_comes_twice(self, page: Page) -> None:
        if page.is_open and page.wire and page.wire.said:
            page.wire.said.insert(0, page.wire.said[0])

    @rule(page=pages)
    def frames_change_places(self, page: Page) -> None:
        if page.is_open and page.wire and len(page.wire.said) > 1 and b'"welcome"' not in page.wire.said[0]:
            page.wire.said[0], page.wire.said[1] = page.wire.said[1], page.wire.said[0]

    @rule(page=pages)
    def the_line_is_cut(self, page: Page) -> None:
        page.lose()

    @rule(page=pages, seconds=st.sampled_from([1, 7, 21]))
    def is_away_for_a_while(self, page: Page, seconds: int) -> None:
        page.lose()
        self.core.pass_time(seconds)
        page.hello(self.core, self._ticket(page.actor), last=page.last, token=page.token)

    @rule(page=pages, behind=st.integers(0, 5), acknowledged=st.booleans())
    def comes_back(self, page: Page, behind: int, acknowledged: bool) -> None:
        """Also while the old socket still stands, and with a position older than what it had, or had acknowledged."""
        if acknowledged:
            self.acknowledges(page, 0)
        if behind:
            page.lose()
        page.hello(self.core, self._ticket(page.actor), last=max(0, page.last - behind), token=page.token)

    @rule()
    def the_network_is_well_for_a_while(self) -> None:
        self._settle()

    @rule(page=pages, forged=st.sampled_from(["token", "last"]))
    def comes_back_with_a_lie(self, page: Page, forged: str) -> None:
        if not page.link or not page.wire:
            return
        page.lose()
        token = "forged" if forged == "token" else page.token
        page.hello(self.core, self._ticket(page.actor), last=page.last + 1000 * (forged == "last"), token=token)
        assert b'"resumed":false' in page.wire.said[0]

    # -- the server

    @rule(repeat=st.integers(1, 4))
    def a_consult_changes(self, repeat: int) -> None:
        for _ in range(repeat):
            consult = self.facts.consults[self.call]
            consult = self.facts.consults[self.call] = consult.model_copy(update={"version": consult.version + 1})
            self.core.tell(ConsultNews(consult=consult))

    @rule()
    def something_happens(self) -> None:
        self.core.tell(RecordNews(consult=uuid7(), kind="decision", id=uuid7()))

    @rule(seconds=st.sampled_from([1, 7, 15, 21, 31, 61]))
    def time_passes(self, seconds: int) -> None:
        self.core.pass_time(seconds)

    @rule()
    def the_server_restarts(self) -> None:
        for page in self.all:
            page.lose()
        self.clock.advance(Limits().drain_spread)
        self.core = Core(self.clock, self.facts, LIMITS)

    # -- what must hold

    @invariant()
    def nothing_is_done_twice(self) -> None:
        done = [value for value, _ in self.facts.done if value.startswith("v")]
        assert len(done) == len(set(done))

    @invariant()
    def each_page_is_given_what_was_sent_in_order(self) -> None:
        for page in self.all:
            for link, got in page.got.items():
                sent = iter(body for body, _ in page.journals[link].sent)
                assert all(frame in sent for frame in got), "given what was not sent, or out of order"

    def teardown(self) -> None:
        try:
            self._settle()
            self._all_was_given()
            self._all_see_the_same()
        finally:
            vars(hub)["Journal"] = Journal

    def _settle(self) -> None:
        """The network heals, and everybody does what is left to do."""
        for _ in range(50):
            for page in self.all:
                if page.wire is None or page.wire.is_closing or page.wire not in self.core.wires:
                    page.hello(self.core, self._ticket(page.actor), last=page.last, token=page.token)
            busy = False
            for page in self.all:
                while page.wire and page.wire.said:
                    page.read()
                    busy = True
                while page.out and page.wire and not page.wire.is_closing:
                    self.core.hear(page.wire, page.out.pop(0))
                    busy = True
            if not busy and all(page.is_open for page in self.all):
                return
        raise AssertionError("it never comes to rest")

    def _all_was_given(self) -> None:
        for page in self.all:
            assert page.asked == {}, "it was never answered"
            sent = page.journals[page.link].sent
            newest = {topic: number for number, (_, topic) in enumerate(sent)}
            due = [body for number, (body, topic) in enumerate(sent) if topic is None or newest[topic] == number]
            got = iter(page.got[page.link])
            assert all(body in got for body in due), "something that still counts never came"
            done = [value for value, who in self.facts.done if value.startswith("v") and who == page.actor.id]
            mine = [value for value in done if value in self.said.get(id(page), [])]
            assert mine == sorted(mine, key=lambda value: int(value[1:])), "done in another order than said"

    def _all_see_the_same(self) -> None:
        consult = self.facts.consults[self.call]
        assert all(page.consults == {str(consult.id): consult.version} for page in self.all)
        room = self.core.commands._rooms.get(self.call)  # type: ignore[call-overload]
        if room is None or room.station is None or room.hospital is None:
            return
        pages = {page.link: page for page in self.all}
        if not {room.station.link, room.hospital.link} <= pages.keys():
            return  # the seat of a link whose page has another by now: it is free when the grace is over
        doctor, specialist = pages[room.station.link], pages[room.hospital.link]
        assert doctor.ready == (room.epoch, room.station.generation, room.hospital.generation), room
        assert specialist.ready == (room.epoch, room.hospital.generation, room.station.generation), room
        assert (doctor.peer_camera, specialist.peer_camera) == (specialist.camera, doctor.camera)

    def _opened(self, actor: Actor) -> Page:
        page = Page(actor, str(self.call), self.generations)
        page.hello(self.core, self._ticket(actor), last=0, token="")
        self.all.append(page)
        return page

    def _ticket(self, actor: Actor) -> str:
        ticket = str(uuid7())
        self.facts.tickets[ticket] = actor
        return ticket


TestManyPages = ManyPages.TestCase
TestManyPages.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
