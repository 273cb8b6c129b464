"""The links: which there are, whose they are, who must hear what. A link outlives its socket by its grace."""

import asyncio
import secrets
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Protocol
from uuid import UUID

from telemed.identity import PersonRef
from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, SignInId, UserId
from telemed.sessions import ConsultSummary, State
from telemed.signaling.call import Bucket, Side
from telemed.signaling.codec import encode, encode_loose
from telemed.signaling.frames import Drain, Droppable, Knock, Reliable, Resume, ServerFrame, Snapshot
from telemed.signaling.resume import Answers, Journal, Key


class Close(IntEnum):
    """Why the server closes a socket; `docs/protocol.md` says what a browser does then."""

    GOING_AWAY = 1001
    TOO_BIG = 1009
    FAILED = 1011
    TOO_SLOW = 1013
    BROKEN = 4400
    NOT_SIGNED_IN = 4401
    OTHER_RIGHTS = 4403
    SILENT = 4408
    TAKEN_OVER = 4409
    TOO_MANY = 4429


class TooManyLinks(DomainError):
    """This person has too many pages open."""

    kind, code = Kind.BUSY, "socket.too_many_links"


@dataclass(frozen=True, slots=True)
class Limits:
    hello_within: timedelta = timedelta(seconds=10)
    heartbeat: timedelta = timedelta(seconds=10)
    knock_after: timedelta = timedelta(seconds=15)
    """A page that missed its heartbeat is asked whether it is there."""
    awake: timedelta = timedelta(seconds=12)
    """A page heard more lately keeps its seat in a call until its person says otherwise. In a call pages ping each
    4 s, and a machine that lost its power is not back sooner."""
    silence: timedelta = timedelta(seconds=30)
    write_within: timedelta = timedelta(seconds=30)
    """One frame. At 48 kbit/s the buffers before it take some 20 s to empty."""
    close_within: timedelta = timedelta(seconds=5)
    blip: timedelta = timedelta(seconds=6)
    """A link away for less is no fact: neither the other side nor the record hears of it."""
    station_grace: timedelta = timedelta(seconds=60)
    other_grace: timedelta = timedelta(seconds=20)
    links: int = 5
    strangers: int = 200
    """Open sockets that have not said who they are."""
    strangers_per_address: int = 100
    """A hospital comes back behind one address; and yet one address must not take every place."""
    outbox: int = 256
    """Frames a socket may be behind."""
    rate: float = 30
    burst: float = 120
    candidate_rate: float = 10
    candidate_burst: float = 200
    measure_every: timedelta = timedelta(seconds=4)
    """Pages look every 5 s; a clock that runs a little faster must not cost every second look."""
    drain_spread: timedelta = timedelta(seconds=5)
    returns: float = 100
    """Pages that may come back in a second after a restart."""
    recheck_every: timedelta = timedelta(seconds=30)
    """Whose page it is may still do the same: a grant ends by its date, and nobody tells of that."""


DEFAULT = Limits()
MOST_LOOSE = 64
"""Droppable frames that wait; beyond, the oldest goes."""


class Line(Protocol):
    """The socket that carries a link now. Neither method waits."""

    is_closing: bool

    def wake(self) -> None: ...

    def close(self, code: Close) -> None: ...


class Link:
    """One page of one person. Sending never waits: a page too far behind loses its socket, not anybody's time."""

    def __init__(self, actor: Actor, tab: UUID, limits: Limits, now: datetime) -> None:
        self.id = secrets.token_urlsafe(12)
        self.actor, self.tab = actor, tab
        self.key = Key(secrets.token_urlsafe(24))
        self.journal = Journal()
        self.answers = Answers()
        self.turn = asyncio.Lock()
        """Its frames are done one after the other, also when they come by two sockets."""
        self.line: Line | None = None
        self.gone_at = self.checked_at = self.heard_at = now
        self.person: PersonRef | None = None
        """How others see this person; known from the first call on."""
        self.measured_at: datetime | None = None
        self.frames = Bucket(limits.rate, limits.burst, now)
        self.candidates = Bucket(limits.candidate_rate, limits.candidate_burst, now)
        self.grace = limits.station_grace if actor.facilities(STATION) else limits.other_grace
        self._answers: deque[bytes] = deque()
        self._loose: dict[Hashable, bytes] = {}
        self._outbox = limits.outbox
        self._most_answers = limits.outbox + 2 * int(limits.burst)
        self._knock_after, self._knocked = limits.knock_after, False
        self._held: list[tuple[bytes, Hashable | None, tuple[UUID, ...]]] | None = []

    @property
    def is_opening(self) -> bool:
        """Its snapshot is still being read."""
        return self._held is not None

    def start(self, snapshot: Reliable) -> None:
        """The snapshot is the first frame; news that came while it was read follows, so that nothing falls between."""
        held, self._held = self._held or [], None
        rings = snapshot.rings if isinstance(snapshot, Snapshot) else []
        self.deliver(encode(snapshot), about=tuple(ring.ring_id for ring in rings))
        for body, topic, about in held:
            self.deliver(body, topic, about)

    def heard(self, now: datetime) -> None:
        self.heard_at, self._knocked = now, False
        self.key.heard()

    def is_awake(self, now: datetime, within: timedelta) -> bool:
        """Whether its page was heard lately, by a socket that is open still."""
        return self.line is not None and now - self.heard_at < within

    def knock(self, now: datetime) -> None:
        """Ask a page that missed its heartbeat whether it is there, once: messages wake a hidden tab, timers do not."""
        if not self._knocked and now - self.heard_at >= self._knock_after:
            self._knocked = True
            self.say(Knock(last=self.journal.last))

    def send(self, frame: Reliable) -> None:
        self.deliver(encode(frame), frame.topic)

    def deliver(self, body: bytes, topic: Hashable | None = None, about: tuple[UUID, ...] = ()) -> None:
        """Queue what `encode` made; kept for replay while no socket is there. `about`: rings or tests it carries."""
        if self._held is not None:
            self._held.append((body, topic, about))
            if len(self._held) > self._outbox:
                self.drop(Close.TOO_SLOW)  # a link that is opening is never resumed: the next one reads anew
            return
        self.journal.append(body, topic, about)
        if self.line:
            if self.journal.lag > self._outbox:
                self.drop(Close.TOO_SLOW)
            else:
                self.line.wake()

    def say(self, frame: ServerFrame) -> None:
        """Queue something that nobody misses when it is lost: without a socket it is."""
        if self.line is None:
            return
        if isinstance(frame, Droppable):
            topic = frame.topic or object()
            self._loose.pop(topic, None)
            self._loose[topic] = encode_loose(frame)
            if len(self._loose) > MOST_LOOSE:
                del self._loose[next(iter(self._loose))]
            self.line.wake()
        else:
            self.answer(encode_loose(frame))

    def answer(self, raw: bytes) -> None:
        """As `say`, for what is encoded already. A page that asks without reading loses its socket."""
        if self.line is None:
            return
        self._answers.append(raw)
        self.line.wake()
        if len(self._answers) > self._most_answers:
            self.drop(Close.TOO_SLOW)

    def take(self) -> bytes | None:
        """The next frame to write. Reliable ones first: a pong must not overtake the frames it counts."""
        if (numbered := self.journal.take()) is not None:
            return numbered
        if self._answers:
            return self._answers.popleft()
        return self._loose.pop(next(iter(self._loose))) if self._loose else None

    def attach(self, line: Line, now: datetime) -> None:
        self.line, self.heard_at, self._knocked = line, now, False
        self._answers.clear()
        self._loose.clear()

    def detach(self, now: datetime) -> None:
        self.line, self.gone_at = None, now
        self.journal.detach()

    def drop(self, code: Close) -> None:
        if self.line:
            self.line.close(code)


class Hub:
    """All links, by id and by person."""

    def __init__(self, clock: Clock, limits: Limits = DEFAULT) -> None:
        self._clock, self._limits = clock, limits
        self._links: dict[str, Link] = {}
        self._users: dict[UserId, list[Link]] = {}
        self.on_presence: Callable[[UserId], None] = lambda user: None
        """Told of a person whose first socket opened or last one went."""
        self.on_arrival: Callable[[UserId, UUID], None] = lambda user, about: None
        """Told of a ring, or a test, that a page of this person has acknowledged."""

    def __len__(self) -> int:
        return len(self._links)

    def open(self, actor: Actor, tab: UUID, line: Line) -> Link:
        """A new link. When the person has too many, the oldest without a socket yields, then the oldest of this tab.

        Raises:
            TooManyLinks: all are in use in other tabs.
        """
        mine = self._users.setdefault(actor.id, [])
        if len(mine) >= self._limits.links:
            by_age = sorted(mine, key=lambda link: link.line is not None)
            spare = next((link for link in by_age if link.line is None or link.tab == tab), None)
            if spare is None:
                raise TooManyLinks(most=self._limits.links)
            spare.drop(Close.TAKEN_OVER)
            self.forget(spare)
        link = Link(actor, tab, self._limits, self._clock.now())
        self._links[link.id] = link
        self._users.setdefault(actor.id, []).append(link)
        self._attach(link, line, 0)
        return link

    def resume(self, actor: Actor, resume: Resume, line: Line) -> Link | None:
        """The link that was, now carried by `line` alone; None when it cannot go on without a gap."""
        link = self._links.get(resume.link)
        if link is None or link.is_opening or not link.key.opens(resume.token):
            return None
        if (link.actor.id, link.actor.sign_in) != (actor.id, actor.sign_in):
            return None
        link.drop(Close.TAKEN_OVER)
        if not self._attach(link, line, resume.last):
            self.forget(link)
            return None
        link.actor, link.checked_at = actor, self._clock.now()  # with the grants of today
        link.key.rotate(secrets.token_urlsafe(24), resume.token)
        return link

    def detach(self, link: Link, line: Line) -> None:
        """Its socket is gone; frames are kept for it until its grace is over. An older socket's end changes nothing."""
        if link.line is not line:
            return
        link.detach(self._clock.now())
        if not self.is_present(link.actor.id):
            self.on_presence(link.actor.id)

    def forget(self, link: Link) -> None:
        self._links.pop(link.id, None)
        mine = [other for other in self._users.pop(link.actor.id, []) if other is not link]
        if mine:
            self._users[link.actor.id] = mine

    def expire(self) -> None:
        """Forget the links whose grace is over."""
        now = self._clock.now()
        for link in list(self._links.values()):
            if link.line is None and now - link.gone_at >= link.grace:
                self.forget(link)

    def dismiss(self, who: Callable[[Actor], bool], code: Close) -> None:
        """Close the pages of those people for good: what they were opened with is not so any more."""
        for link in [link for link in self._links.values() if who(link.actor)]:
            link.drop(code)
            self.forget(link)

    def lock(self, sign_in: SignInId, locked: bool) -> None:
        """The screens of a sign-in were locked or unlocked: the record's text is kept from locked ones."""
        for link in self._links.values():
            if link.actor.sign_in == sign_in:
                link.actor = replace(link.actor, locked=locked)

    def unchecked(self) -> list[Link]:
        """Those nobody asked about for a while; from now on they count as asked."""
        now = self._clock.now()
        due = [link for link in self._links.values() if now - link.checked_at >= self._limits.recheck_every]
        for link in due:
            link.checked_at = now
        return due

    def knows(self, link: Link) -> bool:
        return link.id in self._links

    def is_present(self, user: UserId) -> bool:
        """Whether a socket of this person is open."""
        return any(link.line for link in self.of_user(user))

    def of_user(self, user: UserId) -> list[Link]:
        return self._users.get(user, [])

    def tell(self, frame: Reliable, who: Callable[[Actor], bool], about: UUID | None = None) -> None:
        """Queue it for every link of those people; encoded once."""
        body, topic, of = encode(frame), frame.topic, (about,) if about else ()
        for link in [link for link in self._links.values() if who(link.actor)]:
            link.deliver(body, topic, of)

    def mention(self, frame: Droppable, who: Callable[[Actor], bool]) -> None:
        """Say it to every link of those people that has a socket now."""
        for link in [link for link in self._links.values() if who(link.actor)]:
            link.say(frame)

    def announce_stop(self) -> None:
        """Pages come back a little later, spread out: each costs a ticket, a greeting and a snapshot."""
        spread = max(self._limits.drain_spread.total_seconds(), len(self) / self._limits.returns)
        for link in self._links.values():
            link.say(Drain(spread_ms=int(spread * 1000)))

    def _attach(self, link: Link, line: Line, last: int) -> bool:
        if not link.journal.attach(last):
            return False
        newly = not self.is_present(link.actor.id)
        link.attach(line, self._clock.now())
        if newly:
            self.on_presence(link.actor.id)
        return True


def works_with(actor: Actor, consult: ConsultSummary) -> bool:
    """Whose screens show it: the station's clinicians'; once sent, the department's, and who was asked."""
    if actor.has(STATION, FacilityId(consult.station.id)):
        return True
    if consult.state is State.DRAFT or not actor.facilities(HOSPITAL):
        return False
    hospital = FacilityId(consult.hospital.id)
    asked = {person.person.id for step in consult.ladder.steps for person in step.people}
    asked |= {who.id for who in (consult.specialist, consult.handover and consult.handover.to) if who}
    asked |= {consult.handover.giver.id} if consult.handover else set()
    in_department = actor.has(HOSPITAL, hospital) and consult.specialty in actor.specialties(hospital)
    return in_department or actor.id in asked


def side_of(actor: Actor, consult: ConsultSummary) -> Side | None:
    """On which side somebody takes part, in the call and in the record; None for all others."""
    if consult.specialist is not None and consult.specialist.id == actor.id:
        return "hospital"
    return "station" if actor.has(STATION, FacilityId(consult.station.id)) else None
