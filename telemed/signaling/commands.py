"""What a link's frames do: `call.py` judges, the hub passes on, facts of the call go through `sessions`."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol, assert_never
from weakref import WeakValueDictionary

import structlog

from telemed.identity import PersonRef
from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import CallId, FacilityId, UserId
from telemed.media import Beginning, IceServer, Turn, ice_servers
from telemed.sessions import Calls, Consults, IncidentKind
from telemed.signaling import frames as f
from telemed.signaling.call import (
    CallElsewhere,
    CallFull,
    Effect,
    Gone,
    NotInRoom,
    Ready,
    Replaced,
    Room,
    Seat,
    Side,
    judge_description,
)
from telemed.signaling.hub import DEFAULT, Hub, Limits, Link

log = structlog.get_logger(__name__)

EPOCHS_SINCE: Final = datetime(2026, 1, 1, tzinfo=UTC)


class LinkMemory(Protocol):
    """What is remembered of places' links; `media` has it."""

    async def beginning(self, facility: FacilityId) -> Beginning: ...


class AlreadyGreeted(DomainError):
    """Hello is said once, as the first frame."""

    kind, code = Kind.CONFLICT, "socket.already_greeted"


class TooFast(DomainError):
    """Too many frames; this one was not looked at."""

    kind, code = Kind.BUSY, "socket.too_fast"


class BadAck(DomainError):
    """This acknowledges frames that were never sent."""

    kind, code = Kind.INVALID, "socket.bad_ack"


class Commands:
    """The rooms of all calls. They are memory only: after a restart each page joins again with its generation."""

    def __init__(
        self,
        hub: Hub,
        calls: Calls,
        consults: Consults,
        *,
        clock: Clock,
        turn: Turn,
        links: LinkMemory | None = None,
        limits: Limits = DEFAULT,
    ) -> None:
        self._hub, self._calls, self._consults = hub, calls, consults
        self._clock, self._turn, self._limits = clock, turn, limits
        self._links = links
        self._beginnings: dict[tuple[CallId, UserId], tuple[FacilityId, Beginning]] = {}
        """What is known of the link of each place in a room."""
        self._rooms: dict[CallId, Room] = {}
        self._epochs: dict[CallId, int] = {}
        """Of calls that go on while nobody is in their room."""
        self._seated: dict[str, Link] = {}
        """The links in the rooms, also those the hub has forgotten since."""
        self._owed: dict[tuple[CallId, UserId], tuple[Link, bool]] = {}
        """Whose drop (by choice?) `sessions` does not know yet; kept until it could be written."""
        self._relayed: dict[tuple[CallId, str], datetime] = {}
        """When each link in a room was last given relay credentials."""
        self._locks: WeakValueDictionary[CallId, asyncio.Lock] = WeakValueDictionary()

    async def handle(self, link: Link, frame: f.AnyClientFrame) -> None:
        """Do what the frame asks. Frames of one link come one after the other.

        Raises:
            DomainError: it is refused and nothing changed.
        """
        match frame:
            case f.Candidates():
                self._candidates(link, frame)
            case f.Description():
                self._description(link, frame)
            case f.Ack():
                self._ack(link, frame)
            case f.Ping():
                link.say(f.Pong(last=link.journal.last, server_time=self._clock.now()))
            case f.MediaState():
                self._media(link, frame)
            case f.Writing():
                self._writing(link, frame)
            case f.Stroke():
                self._stroke(link, frame)
            case f.Measured() | f.Incident():
                await self._box(link, frame)
            case f.Join():
                await self._join(link, frame)
            case f.Leave():
                await self._leave(link, CallId(frame.call))
            case f.Hello():
                raise AlreadyGreeted()
            case _:
                assert_never(frame)

    # -- entering, losing, leaving -----------------------------------------------------------------------------------

    async def returned(self, link: Link) -> None:
        """A link has a new socket: it sits again where it sat, and both sides mend what was lost meanwhile."""
        for call in [room.call for room in self._rooms_of(link)]:
            async with self._lock(call):
                seat = self._rooms[call].seat_of(link.id) if call in self._rooms else None
                if seat is None:
                    continue
                if seat.away:
                    try:
                        await self._calls.join(link.actor, call)
                    except DomainError as refused:
                        log.info("seat_lost", call=str(call), code=refused.code)
                        self._keep(*self._rooms[call].leave(link.id, by_choice=False))
                        continue
                if room := self._rooms.get(call):
                    self._seat(link, room, seat.side, seat.generation)

    async def sweep(self) -> None:
        """Tell of links that are away for longer than a blip; free the seats of those that cannot come back."""
        now = self._clock.now()
        for room in list(self._rooms.values()):
            for seat in room.seats:
                link = self._seated[seat.link]
                if not self._hub.knows(link):
                    self._lose(link, seat, *self._rooms[room.call].leave(link.id, by_choice=False))
                elif link.line is None and now - link.gone_at >= self._limits.blip:
                    self._lose(link, seat, *self._rooms[room.call].miss(link.id))
        sitting = {seat.link for room in self._rooms.values() for seat in room.seats}
        self._seated = {name: link for name, link in self._seated.items() if name in sitting}
        self._renew(now)
        for call, user in list(self._owed):
            await self._tell_drop(call, user)

    def _renew(self, now: datetime) -> None:
        """A call outlasts its relay credentials; a page that restarts ICE needs some that are still good."""
        seats = {(room.call, seat.link) for room in self._rooms.values() for seat in room.seats}
        self._relayed = {seat: at for seat, at in self._relayed.items() if seat in seats}
        for (call, name), at in self._relayed.items():
            if now - at >= self._turn.renew_after:
                link = self._seated[name]
                link.send(f.IceServersNews(call=call, ice_servers=self._ice_servers(call, link)))

    def _ice_servers(self, call: CallId, link: Link) -> list[IceServer]:
        now = self._clock.now()
        servers = ice_servers(self._turn, link.actor.id, now)
        if servers:
            self._relayed[call, link.id] = now
        return servers

    def ended(self, call: CallId) -> None:
        """The call is over for all: its room is no more."""
        self._rooms.pop(call, None)
        self._epochs.pop(call, None)
        self._beginnings = {seat: known for seat, known in self._beginnings.items() if seat[0] != call}

    async def _join(self, link: Link, frame: f.Join) -> None:
        """Both ends begin to connect at once; that someone joined is written meanwhile."""
        call_id = CallId(frame.call)
        place = await self._calls.seat(link.actor, call_id)
        if self._links:
            known = await self._links.beginning(place.facility)
            self._beginnings[call_id, link.actor.id] = place.facility, known
        now = self._clock.now()
        room = self._rooms.get(call_id) or Room(call_id, place.consult, epoch=self._first_epoch(call_id, now))
        if not room.has_place_for(link.actor.id, place.side):
            raise CallFull()  # before anything is written: who was refused did not take part
        if not frame.take_over and (seat := room.held_elsewhere(link.actor.id, link.id)):
            other = self._seated[seat.link]  # a tab that was reloaded is no other tab
            if other.tab != link.tab and other.is_awake(now, self._limits.awake):
                raise CallElsewhere()
        link.person = place.person
        self._seat(link, room, place.side, frame.generation)
        try:
            async with self._lock(call_id):
                await self._calls.join(link.actor, call_id)
        except BaseException:
            if call_id in self._rooms:
                self._keep(*self._rooms[call_id].leave(link.id, by_choice=False))
            raise

    def _first_epoch(self, call: CallId, now: datetime) -> int:
        """A room that is built again, also after a restart, goes on above all its epochs before."""
        return max(self._epochs.get(call, 0), int((now - EPOCHS_SINCE).total_seconds()))

    def _seat(self, link: Link, room: Room, side: Side, generation: int) -> None:
        entered, effects = room.enter(link.actor.id, side, link.id, generation)
        self._owed.pop((room.call, link.actor.id), None)
        self._seated[link.id] = link
        self._keep(entered, effects)

    async def _leave(self, link: Link, call: CallId) -> None:
        room = self._rooms.get(call)
        if room:
            if any(s.user == link.actor.id and s.link != link.id for s in room.seats):
                return  # this person's other tab is in the call
            self._keep(*room.leave(link.id, by_choice=True))
        self._owed[call, link.actor.id] = link, True
        await self._tell_drop(call, link.actor.id)

    def _lose(self, link: Link, seat: Seat, room: Room, effects: list[Effect]) -> None:
        if not seat.away:
            self._owed[room.call, link.actor.id] = link, False
        self._keep(room, effects)

    async def _tell_drop(self, call: CallId, user: UserId) -> None:
        """Under the call's lock, so that a join and a drop reach `sessions` in the order they happened here."""
        async with self._lock(call):
            if (call, user) not in self._owed:
                return  # came back meanwhile
            link, by_choice = self._owed[call, user]
            try:
                await self._calls.drop(link.actor, call, by_choice=by_choice)
            except DomainError as refused:
                log.info("drop_refused", call=str(call), code=refused.code)
            except Exception as error:  # the database is away: the next sweep tries again
                log.error("drop_put_off", call=str(call), exc_info=error)
                return
            self._owed.pop((call, user), None)

    # -- inside the room ---------------------------------------------------------------------------------------------

    def _candidates(self, link: Link, frame: f.Candidates) -> None:
        if not link.candidates.take(self._clock.now(), len(frame.candidates)):
            raise TooFast()
        told = f.PeerCandidates(
            call=frame.call,
            generation=frame.generation,
            to_generation=frame.to_generation,
            candidates=frame.candidates,
        )
        self._route(link, frame).send(told)

    def _description(self, link: Link, frame: f.Description) -> None:
        judge_description(frame.sdp)
        told = f.PeerDescription(
            call=frame.call,
            generation=frame.generation,
            to_generation=frame.to_generation,
            negotiation=frame.negotiation,
            kind=frame.kind,
            sdp=frame.sdp,
        )
        self._route(link, frame).send(told)

    def _route(self, link: Link, frame: f.Description | f.Candidates) -> Link:
        room = self._rooms.get(CallId(frame.call))
        if room is None:
            raise NotInRoom()
        return self._seated[room.route(link.id, frame.generation, frame.to_generation).link]

    def _media(self, link: Link, frame: f.MediaState) -> None:
        if peer := self._peer(link, self._room(link, CallId(frame.call))):
            state = f.PeerMedia(**frame.model_dump(exclude={"type", "id"}))
            peer.send(state)

    def _writing(self, link: Link, frame: f.Writing) -> None:
        room = next((room for room in self._rooms_of(link) if room.consult == frame.consult), None)
        if room is None:
            raise NotInRoom()
        if peer := self._peer(link, room):
            peer.say(f.PeerWriting(consult=frame.consult, field=frame.field, by=_person(link)))

    def _stroke(self, link: Link, frame: f.Stroke) -> None:
        if peer := self._peer(link, self._room(link, CallId(frame.call))):
            by = _person(link)
            peer.say(f.PeerStroke(file=frame.file, drawing=frame.drawing, xy=frame.xy, by=by))

    async def _box(self, link: Link, frame: f.Measured | f.Incident) -> None:
        """Both go to the call's black box; a look that comes too soon is dropped."""
        call = CallId(frame.call)
        self._room(link, call)
        if isinstance(frame, f.Incident):
            await self._calls.incident(link.actor, call, IncidentKind(frame.kind), frame.value)
            return
        now = self._clock.now()
        if link.measured_at is None or now - link.measured_at >= self._limits.measure_every:
            link.measured_at = now
            await self._calls.measured(link.actor, call, frame.measurement)
            await self._count(call, link.actor.id)

    async def _count(self, call: CallId, user: UserId) -> None:
        """The month's megabytes may be used up by this very call: both sides go on below the new ceiling."""
        facility, before = self._beginnings.get((call, user), (None, Beginning()))
        if facility is None or self._links is None or not before.is_capped:
            return
        now = await self._links.beginning(facility)
        if now.ceiling == before.ceiling:
            return
        self._beginnings[call, user] = facility, replace(before, ceiling=now.ceiling)
        if room := self._rooms.get(call):
            self._keep(room, room.told_again())

    def _ack(self, link: Link, frame: f.Ack) -> None:
        if not link.journal.ack(frame.last):
            raise BadAck()
        for about in link.journal.arrived(frame.last):
            self._hub.on_arrival(link.actor.id, about)

    def _room(self, link: Link, call: CallId) -> Room:
        room = self._rooms.get(call)
        if room is None or room.seat_of(link.id) is None:
            raise NotInRoom()
        return room

    def _rooms_of(self, link: Link) -> list[Room]:
        return [room for room in self._rooms.values() if room.seat_of(link.id)]

    def _peer(self, link: Link, room: Room) -> Link | None:
        seat = room.seat_of(link.id)
        peer = room.peer_of(seat) if seat else None
        return self._seated[peer.link] if peer else None

    def _keep(self, room: Room, effects: Iterable[Effect]) -> None:
        if room.seats:
            self._rooms[room.call] = room
            self._epochs.pop(room.call, None)
        else:
            self._rooms.pop(room.call, None)
            self._epochs[room.call] = room.epoch
        for effect in effects:
            self._perform(room, effect)

    def _perform(self, room: Room, effect: Effect) -> None:
        match effect:
            case Ready(to, peer):
                begins, theirs = (self._begins(room.call, seat.user) for seat in (to, peer))
                ready = f.CallReady(
                    call=room.call,
                    polite=to.side == "station",
                    peer=_person(self._seated[peer.link]),
                    peer_generation=peer.generation,
                    generation=to.generation,
                    epoch=room.epoch,
                    ice_servers=self._ice_servers(room.call, self._seated[to.link]),
                    relay_only=begins.relay_only,
                    first_rung=begins.first_rung,
                    ceiling=begins.ceiling,
                    peer_ceiling=theirs.ceiling,
                )
                self._seated[to.link].send(ready)
            case Gone(to, who, left):
                gone = f.PeerGone(call=room.call, peer=_person(self._seated[who.link]), left=left, epoch=room.epoch)
                self._seated[to.link].send(gone)
            case Replaced(link, generation):
                self._seated[link].send(f.Replaced(call=room.call, generation=generation))
            case _:
                assert_never(effect)

    def _begins(self, call: CallId, user: UserId) -> Beginning:
        return self._beginnings[call, user][1] if (call, user) in self._beginnings else Beginning()

    def _lock(self, call: CallId) -> asyncio.Lock:
        return self._locks.setdefault(call, asyncio.Lock())


def _person(link: Link) -> PersonRef:
    if link.person is None:
        raise NotInRoom()
    return link.person
