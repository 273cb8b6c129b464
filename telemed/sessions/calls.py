"""The call of a consult: a live meeting that may start, drop, resume and start again. Pure.

It ends only by “Kết thúc ca” or after `EMPTY_FOR` with nobody in the room: a reload, a lost link or a closed
tab are not an end (design §5).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from telemed.infra.events import Event
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.sessions.events import (
    CallEnded,
    CallInterrupted,
    CallLive,
    CallOpened,
    ParticipantJoined,
    ParticipantLeft,
)

EMPTY_FOR = timedelta(minutes=15)
Side = Literal["station", "hospital"]


class CallState(StrEnum):
    WAITING = "waiting"
    LIVE = "live"
    INTERRUPTED = "interrupted"
    ENDED = "ended"


class CallOver(DomainError):
    """This call has ended."""

    kind, code = Kind.CONFLICT, "call.ended"


@dataclass(frozen=True, slots=True)
class Participant:
    """One person in one call. `linked` = a socket holds the seat now; `left_at` = left by choice."""

    user: UserId
    facility: FacilityId
    side: Side
    joined_at: datetime
    linked: bool = True
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Call:
    id: CallId
    consult: ConsultId
    number: int
    opened_at: datetime
    state: CallState = CallState.WAITING
    live_at: datetime | None = None
    empty_since: datetime | None = None
    ended_at: datetime | None = None
    ended_by: UserId | None = None
    participants: tuple[Participant, ...] = ()

    @classmethod
    def open(cls, call_id: CallId, consult: ConsultId, number: int, now: datetime) -> tuple["Call", CallOpened]:
        return cls(call_id, consult, number, now, empty_since=now), CallOpened(consult, call_id, number)

    def present(self, side: Side) -> bool:
        return any(p.linked and p.side == side for p in self.participants)

    @property
    def due_at(self) -> datetime | None:
        """When an empty room closes; None while someone is in it."""
        if self.state is CallState.ENDED or self.empty_since is None:
            return None
        return self.empty_since + EMPTY_FOR

    def join(self, user: UserId, facility: FacilityId, side: Side, now: datetime) -> tuple["Call", list[Event]]:
        """Take a seat, or take it again after a drop. Joining twice changes nothing.

        Raises:
            CallOver: it ended before.
        """
        if self.state is CallState.ENDED:
            raise CallOver()
        old = next((p for p in self.participants if p.user == user), None)
        if old is not None and old.linked:
            return self, []
        seat = replace(old, linked=True, left_at=None) if old else Participant(user, facility, side, now)
        others = tuple(p for p in self.participants if p.user != user)
        joined = replace(self, participants=(*others, seat))
        facts: list[Event] = [ParticipantJoined(self.consult, self.id, user, again=old is not None)]
        return joined._settled(now, facts)

    def drop(self, user: UserId, now: datetime, *, by_choice: bool) -> tuple["Call", list[Event]]:
        """A link is gone (`by_choice` = “Rời phòng”). The room and the consult stay open."""
        old = next((p for p in self.participants if p.user == user), None)
        if self.state is CallState.ENDED or old is None or not old.linked:
            return self, []
        seat = replace(old, linked=False, left_at=now if by_choice else None)
        left = replace(self, participants=tuple(seat if p.user == user else p for p in self.participants))
        return left._settled(now, [ParticipantLeft(self.consult, self.id, user, by_choice=by_choice)])

    def end(self, by: UserId | None, now: datetime) -> tuple["Call", list[Event]]:
        """“Kết thúc ca” (by a person) or an empty room (by nobody). Ending twice changes nothing."""
        if self.state is CallState.ENDED:
            return self, []
        gone = tuple(replace(p, linked=False, left_at=p.left_at or now) for p in self.participants)
        ended = replace(self, state=CallState.ENDED, ended_at=now, ended_by=by, participants=gone, empty_since=None)
        return ended, [CallEnded(self.consult, self.id, by)]

    def _settled(self, now: datetime, facts: list[Event]) -> tuple["Call", list[Event]]:
        """State and emptiness follow from who is linked; they are never set apart from it."""
        both = self.present("station") and self.present("hospital")
        empty = not any(p.linked for p in self.participants)
        state = self.state
        if both and state is not CallState.LIVE:
            state = CallState.LIVE
            facts.append(CallLive(self.consult, self.id, again=self.live_at is not None))
        elif not both and state is CallState.LIVE:
            state = CallState.INTERRUPTED
            facts.append(CallInterrupted(self.consult, self.id))
        live_at = self.live_at or (now if both else None)
        empty_since = (self.empty_since or now) if empty else None
        return replace(self, state=state, live_at=live_at, empty_since=empty_since), facts
