"""The live side of a server without sockets, database or time of its own: conversations, links, rooms as they are."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from telemed.identity import PersonRef
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Profession, Role, Specialty
from telemed.media import Turn
from telemed.sessions import ConsultSummary
from telemed.sessions.rooms import Seat
from telemed.signaling import Commands, Hub, Limits
from telemed.signaling.conversation import Conversation, Refusal
from telemed.signaling.frames import ConsultNews, Reliable
from telemed.signaling.hub import Close, side_of

START = datetime(2026, 11, 22, 3, tzinfo=UTC)
_GOLDEN = ConsultNews.model_validate_json((Path(__file__).parent / "golden/consult.json").read_bytes()).consult


def run(steps: Any) -> Any:
    """The answer of a coroutine that never waits: whatever it asks for is in memory."""
    try:
        steps.send(None)
    except StopIteration as end:
        return end.value
    raise AssertionError("the core waited for something outside it")


def summary(**changes: Any) -> ConsultSummary:
    return _GOLDEN.model_copy(update=changes)


def person(role: Role, facility: UUID, user: UUID | None = None) -> Actor:
    specialty = Specialty.EMERGENCY if role is Role.SPECIALIST else None
    return Actor(UserId(user or uuid7()), (Grant(role, FacilityId(facility), specialty),))


@dataclass
class Facts:
    """What the core asks of the rest of the server; here it is what the test says."""

    consults: dict[UUID, ConsultSummary] = field(default_factory=dict)
    """By call."""
    tickets: dict[str, Actor] = field(default_factory=dict)
    done: list[tuple[str, UserId]] = field(default_factory=list)

    async def redeem(self, ticket: str) -> Actor:
        if ticket not in self.tickets:
            raise Missing()
        return self.tickets.pop(ticket)

    async def open_for(self, _: Actor) -> list[ConsultSummary]:
        return list(self.consults.values())

    async def rings_for(self, _: Actor) -> list[Any]:
        return []

    async def seat(self, actor: Actor, call: CallId) -> Seat:
        if call not in self.consults:
            raise Missing()
        consult = self.consults[call]
        side = side_of(actor, consult)
        assert side
        who = PersonRef(id=actor.id, name="Demo", profession=Profession.DOCTOR)
        return Seat(ConsultId(consult.id), side, who, FacilityId(consult.station.id))

    async def join(self, actor: Actor, call: CallId) -> Any:
        self.done.append(("join", actor.id))
        return SimpleNamespace(consult=call)

    async def drop(self, actor: Actor, call: CallId, *, by_choice: bool) -> None:
        self.done.append(("drop", actor.id))

    async def measured(self, actor: Actor, call: CallId, _: Any) -> None:
        self.done.append(("measured", actor.id))

    async def incident(self, actor: Actor, call: CallId, kind: Any, value: str) -> None:
        self.done.append((value, actor.id))


@dataclass
class Wire:
    """What carries one conversation: all that was written is in `said`, until it is closed."""

    hub: Hub
    talk: Conversation = field(init=False)
    said: list[bytes] = field(default_factory=list)
    closed: Close | None = None
    is_closing: bool = False

    def wake(self) -> None: ...

    def close(self, code: Close) -> None:
        if not self.is_closing:
            self.is_closing, self.closed = True, code
            self.end()

    def end(self) -> None:
        self.is_closing = True
        if self.talk.link:
            self.hub.detach(self.talk.link, self)

    def write(self) -> None:
        link = self.talk.link
        while link and link.line is self and (frame := link.take()) is not None:
            self.said.append(frame)


class Core:
    """One server's live side. `facts` outlives it, as a database does."""

    def __init__(self, clock: ManualClock, facts: Facts, limits: Limits | None = None) -> None:
        self.clock, self.facts, self.limits = clock, facts, limits or Limits()
        self.hub = Hub(clock, self.limits)
        known = cast(Any, facts)
        self.commands = Commands(self.hub, known, known, clock=clock, turn=Turn(), limits=self.limits)
        self.wires: list[Wire] = []

    def connect(self) -> Wire:
        wire = Wire(self.hub)
        known = cast(Any, self.facts)
        wire.talk = Conversation(
            wire,
            self.hub,
            self.commands,
            known,
            redeem=known.redeem,
            clock=self.clock,
            limits=self.limits,
        )
        self.wires.append(wire)
        return wire

    def hear(self, wire: Wire, frame: dict[str, Any] | bytes) -> None:
        """A frame arrives, and all that it causes is written."""
        raw = frame if isinstance(frame, bytes) else json.dumps(frame, default=str).encode()
        if wire.is_closing:
            return
        if wire.talk.link:
            run(wire.talk.hear(raw))
        else:
            self._greet(wire, raw)
        self.write()

    def tell(self, news: Reliable, who: Actor | None = None) -> None:
        self.hub.tell(news, lambda actor: who is None or actor.id == who.id)
        self.write()

    def pass_time(self, seconds: float) -> None:
        """As the server's sweep does."""
        self.clock.advance(timedelta(seconds=seconds))
        for wire in self.wires:
            if not wire.is_closing and (code := wire.talk.tend(self.clock.now())) is not None:
                wire.close(code)
        self.hub.expire()
        run(self.commands.sweep())
        self.write()

    def stop(self) -> None:
        self.hub.announce_stop()
        self.write()
        for wire in self.wires:
            wire.close(Close.GOING_AWAY)

    def write(self) -> None:
        for wire in self.wires:
            wire.write()

    def _greet(self, wire: Wire, raw: bytes) -> None:
        try:
            welcome = run(wire.talk.greet(raw))
        except Refusal as refusal:
            wire.said.append(refusal.said)
            wire.close(refusal.close)
            return
        if welcome:
            wire.said.append(welcome)
            run(wire.talk.begin())
