"""A page of `telemed.v1` as an automaton: it follows `docs/protocol.md`, and remembers all it was given."""

import json
from itertools import count
from typing import Any

from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.signaling.resume import Journal
from tests.wire.core import Core, Wire

Frame = dict[str, Any]


class Logged(Journal):
    """Remembers all that it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[tuple[str, Any]] = []

    def append(self, body: bytes, topic: Any = None, about: Any = ()) -> None:
        self.sent.append((body.decode(), topic))
        super().append(body, topic, about)


class Page:
    """One tab, as `web/src/lib/socket-client.ts` and the call's room do it."""

    def __init__(self, actor: Actor, call: str, generations: "count[int]") -> None:
        self.actor, self._call, self._generations = actor, call, generations
        self.tab = str(uuid7())
        self.wire: Wire | None = None
        self.link = self.token = ""
        self.last = 0
        self.out: list[bytes] = []
        """On its way to the server."""
        self.is_greeted = False
        """The welcome of its socket was read: before, what is said waits."""
        self.asked: dict[int, bytes] = {}
        self.ids = count(1)
        self.journals: dict[str, Logged] = {}
        self.got: dict[str, list[str]] = {}
        """What was handled, by link."""
        self.consults: dict[str, int] = {}
        self.generation: int | None = None
        """In the call, or about to be."""
        self.ready: tuple[int, int, int] | None = None
        self.camera = False
        self.peer_camera: bool | None = None
        self.heard_incidents: list[str] = []

    @property
    def is_open(self) -> bool:
        return self.wire is not None and not self.wire.is_closing and self.is_greeted

    # -- what it says

    def hello(self, core: Core, ticket: str, *, last: int, token: str) -> None:
        self.out, self.is_greeted = [], False
        self.wire = core.connect()
        resume = {"resume": {"link": self.link, "token": token, "last": last}} if self.link else {}
        core.hear(self.wire, {"type": "hello", "ticket": ticket, "tab": self.tab, **resume})

    def say(self, type_: str, **fields: Any) -> None:
        id_ = next(self.ids)
        self.asked[id_] = json.dumps({"type": type_, "id": id_, "call": self._call, **fields}).encode()
        if self.is_open:
            self.out.append(self.asked[id_])

    def join(self, *, take_over: bool) -> None:
        self.generation, self.ready = next(self._generations), None
        self.say("join", generation=self.generation, take_over=take_over)

    def leave(self) -> None:
        self.generation = self.ready = None
        self.say("leave")

    def turn_camera(self) -> None:
        self.camera = not self.camera
        if self.ready:
            self.say("media", camera=self.camera, microphone=True)

    def acknowledge(self, last: int) -> None:
        self.out.append(b'{"type":"ack","last":%d}' % last)

    # -- what it hears

    def read(self) -> None:
        assert self.wire
        raw = self.wire.said.pop(0).decode()
        frame = json.loads(raw)
        if "s" in frame:
            if frame["s"] <= self.last:
                return
            if frame["s"] > self.last + 1:
                self.lose()
                return
            self.last = frame["s"]
            self.got[self.link].append(raw.partition(",")[2])
        getattr(self, f"_{frame['type']}", lambda _: None)(frame)

    def lose(self) -> None:
        if self.wire:
            self.wire.said.clear()
            self.wire.end()
        self.out = []

    def _welcome(self, frame: Frame) -> None:
        assert self.wire
        assert self.wire.talk.link
        self.link, self.token, self.is_greeted = frame["link"], frame["token"], True
        if frame["resumed"]:
            self.out += self.asked.values()
            return
        journal = self.wire.talk.link.journal
        assert isinstance(journal, Logged)
        self.last, self.asked, self.ready = 0, {}, None
        self.journals[self.link], self.got[self.link] = journal, []
        if self.generation is not None:
            self.say("join", generation=self.generation, take_over=False)

    def _snapshot(self, frame: Frame) -> None:
        self.consults = {consult["id"]: consult["version"] for consult in frame["consults"]}

    def _consult(self, frame: Frame) -> None:
        consult = frame["consult"]
        self.consults[consult["id"]] = max(consult["version"], self.consults.get(consult["id"], 0))

    def _call_ready(self, frame: Frame) -> None:
        if frame["generation"] != self.generation:
            return
        self.ready = frame["epoch"], frame["generation"], frame["peer_generation"]
        self.say("media", camera=self.camera, microphone=True)

    def _peer_media(self, frame: Frame) -> None:
        self.peer_camera = frame["camera"]

    def _peer_gone(self, _: Frame) -> None:
        self.ready = None

    def _replaced(self, frame: Frame) -> None:
        if frame["generation"] == self.generation:
            self.generation = self.ready = None

    def _knock(self, frame: Frame) -> None:
        self.acknowledge(self.last)
        if frame["last"] > self.last:
            self.lose()

    def _done(self, frame: Frame) -> None:
        self._answered(frame["ref"])

    def _problem(self, frame: Frame) -> None:
        code = frame["problem"]["code"]
        assert code in {"call.elsewhere", "call.not_in_room", "socket.bad_ack"}, code
        refused = json.loads(self.asked.get(frame["ref"], b"{}"))
        if code == "call.elsewhere" and refused.get("generation") == self.generation:
            self.generation = self.ready = None
        self._answered(frame["ref"])

    def _answered(self, ref: int | None) -> None:
        if ref is not None:
            self.asked = {id_: raw for id_, raw in self.asked.items() if id_ > ref}
