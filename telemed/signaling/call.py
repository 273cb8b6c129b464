"""Who is in the room of a call, and what each may send now. Pure; the facts of the call live in `sessions`.

A room has two seats, one for each side. A seat belongs to a person, is held by one of that person's links, and names
the browser's peer connection by its generation: an arbitrary number, compared for equality only. Who sits in a room
with which generations is its composition; its epoch grows whenever that changes, and never goes back.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeAlias

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import CallId, ConsultId, UserId

MAX_SDP = 32 * 1024
MAX_MEDIA_LINES = 3

Side = Literal["station", "hospital"]


class CallFull(DomainError):
    """Somebody else of this side is in the call."""

    kind, code = Kind.CONFLICT, "call.full"


class CallElsewhere(DomainError):
    """This person is in the call in another tab or on another device."""

    kind, code = Kind.CONFLICT, "call.elsewhere"


class NotInRoom(DomainError):
    """Join the call before sending into it."""

    kind, code = Kind.CONFLICT, "call.not_in_room"


class NobodyThere(DomainError):
    """The other side is not in the call; it will be told to negotiate when it comes."""

    kind, code = Kind.CONFLICT, "call.nobody_there"


class StaleGeneration(DomainError):
    """One of the two peer connections named here is no longer used."""

    kind, code = Kind.CONFLICT, "call.stale_generation"


class BadDescription(DomainError):
    """This session description is too long, malformed, or asks for media a consult does not have."""

    kind, code = Kind.INVALID, "call.bad_description"


@dataclass(frozen=True, slots=True)
class Seat:
    user: UserId
    side: Side
    link: str
    generation: int
    away: bool = False
    """Its link has been silent for long enough to be told; the seat waits for it until the link's grace is over."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Tell `to` that it may negotiate with `peer`."""

    to: Seat
    peer: Seat


@dataclass(frozen=True, slots=True)
class Gone:
    to: Seat
    who: Seat
    left: bool


@dataclass(frozen=True, slots=True)
class Replaced:
    """This link is out of the call: its seat was taken over."""

    link: str
    generation: int


Effect: TypeAlias = Ready | Gone | Replaced


@dataclass(frozen=True, slots=True)
class Room:
    call: CallId
    consult: ConsultId
    station: Seat | None = None
    hospital: Seat | None = None
    epoch: int = 0

    @property
    def seats(self) -> list[Seat]:
        return [seat for seat in (self.station, self.hospital) if seat]

    def seat_of(self, link: str) -> Seat | None:
        if self.station and self.station.link == link:
            return self.station
        return self.hospital if self.hospital and self.hospital.link == link else None

    def peer_of(self, seat: Seat) -> Seat | None:
        """Whoever sits on the other side, away or not."""
        return self.hospital if seat.side == "station" else self.station

    def held_elsewhere(self, user: UserId, link: str) -> Seat | None:
        """The seat that this person holds with another link, and is not known to be away from."""
        return next((s for s in self.seats if s.user == user and s.link != link and not s.away), None)

    def has_place_for(self, user: UserId, side: Side) -> bool:
        """Whether the side's seat is free, this person's own, or of somebody who is away."""
        holder = self.station if side == "station" else self.hospital
        return holder is None or holder.user == user or holder.away

    def enter(self, user: UserId, side: Side, link: str, generation: int) -> tuple["Room", list[Effect]]:
        """Take the side's seat, take it back after being away, or take it over from one's other tab.

        Both sides are told, also when nothing changed: a frame may have been lost on its way to us, and whoever hears
        the same two generations again says again what it has under way.

        Raises:
            CallFull: another person has the seat and is not away.
        """
        if not self.has_place_for(user, side):
            raise CallFull()
        seat = Seat(user, side, link, generation)
        holder = self.station if side == "station" else self.hospital
        peer = self.peer_of(seat)
        effects: list[Effect] = []
        if holder and holder.link != link:
            effects.append(Replaced(holder.link, holder.generation))
        if peer and not peer.away:
            effects += [Ready(seat, peer), Ready(peer, seat)]
        same = holder is not None and replace(holder, away=False) == seat
        return self._with(side, seat, anew=not same), effects

    def told_again(self) -> list[Effect]:
        """Something both are told of as they meet has changed; who is away hears it on coming back."""
        if self.station is None or self.hospital is None or self.station.away or self.hospital.away:
            return []
        return [Ready(self.station, self.hospital), Ready(self.hospital, self.station)]

    def miss(self, link: str) -> tuple["Room", list[Effect]]:
        """The link is silent: the other side is told, once. The seat is kept."""
        seat = self.seat_of(link)
        if seat is None or seat.away:
            return self, []
        return self._with(seat.side, replace(seat, away=True)), self._gone(seat, left=False)

    def leave(self, link: str, *, by_choice: bool) -> tuple["Room", list[Effect]]:
        """The seat is free. Somebody known to be away is not told of again."""
        seat = self.seat_of(link)
        if seat is None:
            return self, []
        told = seat.away and not by_choice
        return self._with(seat.side, None, anew=True), [] if told else self._gone(seat, left=by_choice)

    def route(self, link: str, generation: int, to_generation: int) -> Seat:
        """Whom a description or candidates go to.

        Raises:
            NotInRoom: the sender has no seat.
            NobodyThere: the other seat is empty.
            StaleGeneration: it is from, or for, a peer connection that was replaced.
        """
        seat = self.seat_of(link)
        if seat is None:
            raise NotInRoom()
        peer = self.peer_of(seat)
        if peer is None:
            raise NobodyThere()
        if seat.generation != generation or peer.generation != to_generation:
            raise StaleGeneration()
        return peer

    def _with(self, side: Side, seat: Seat | None, *, anew: bool = False) -> "Room":
        epoch = self.epoch + anew
        if side == "station":
            return replace(self, station=seat, epoch=epoch)
        return replace(self, hospital=seat, epoch=epoch)

    def _gone(self, seat: Seat, *, left: bool) -> list[Effect]:
        peer = self.peer_of(seat)
        return [Gone(peer, seat, left)] if peer else []


_LINES = re.compile(r"v=0\r?\n(?:[a-z]=[^\r\n\x00]*\r?\n)+")
_MEDIA = re.compile(r"^m=(\S*)", re.MULTILINE)
_ALLOWED = frozenset({"audio", "video", "application"})


def judge_description(sdp: str) -> None:
    """Only the outline (RFC 8866): what is inside is between the two browsers.

    Raises:
        BadDescription: `reason` says why.
    """
    if len(sdp.encode()) > MAX_SDP:
        raise BadDescription(pointer="/sdp", reason="too_long", most=MAX_SDP)
    if not _LINES.fullmatch(sdp):
        raise BadDescription(pointer="/sdp", reason="malformed")
    media = _MEDIA.findall(sdp)
    if len(media) > MAX_MEDIA_LINES:
        raise BadDescription(pointer="/sdp", reason="too_many_media", most=MAX_MEDIA_LINES)
    if not _ALLOWED.issuperset(media):
        raise BadDescription(pointer="/sdp", reason="media_not_allowed")


class Bucket:
    """So many at once, and then so many a second."""

    __slots__ = ("_at", "_burst", "_level", "_rate")

    def __init__(self, rate: float, burst: float, now: datetime) -> None:
        self._rate, self._burst, self._level, self._at = rate, burst, burst, now

    def take(self, now: datetime, count: int = 1) -> bool:
        """False: too fast; nothing was taken."""
        self._level = min(self._burst, self._level + (now - self._at).total_seconds() * self._rate)
        self._at = now
        if self._level < count:
            return False
        self._level -= count
        return True
