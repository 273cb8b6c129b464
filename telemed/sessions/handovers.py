"""A case that passes to the relief: offered in words, theirs when they say so in words. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from telemed.infra.events import Event
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, HandoverId, ShiftId, UserId
from telemed.sessions.events import HandoverOffered, HandoverRefused, HandoverTaken, HandoverWithdrawn


class HandoverState(StrEnum):
    OFFERED = "offered"
    TAKEN = "taken"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class HandoverOpen(DomainError):
    """Somebody is asked to take this case over already; withdraw that first."""

    kind, code = Kind.CONFLICT, "handover.open"


class HandoverOver(DomainError):
    """This handover was answered or withdrawn."""

    kind, code = Kind.CONFLICT, "handover.over"


class CannotRelieve(DomainError):
    """A case passes to another clinician of a hospital that answers it."""

    kind, code = Kind.INVALID, "handover.cannot_relieve"


@dataclass(frozen=True, slots=True)
class Handover:
    id: HandoverId
    consult: ConsultId
    giver: UserId
    to: UserId
    words: str
    offered_at: datetime
    from_shift: ShiftId | None = None
    to_shift: ShiftId | None = None
    """Why it is this person, where they were on duty or about to be."""
    state: HandoverState = HandoverState.OFFERED
    answered_at: datetime | None = None
    answer_words: str = ""

    @property
    def offered(self) -> HandoverOffered:
        return HandoverOffered(self.consult, self.id, self.giver, self.to)

    def take(self, words: str, now: datetime) -> tuple["Handover", list[Event]]:
        """Taking twice changes nothing. Raises HandoverOver."""
        return self._answered(
            HandoverState.TAKEN, words, now, HandoverTaken(self.consult, self.id, self.to, self.giver)
        )

    def refuse(self, words: str, now: datetime) -> tuple["Handover", list[Event]]:
        """Raises HandoverOver."""
        told = HandoverRefused(self.consult, self.id, self.to, self.giver)
        return self._answered(HandoverState.REFUSED, words, now, told)

    def withdraw(self, now: datetime) -> tuple["Handover", list[Event]]:
        """Raises HandoverOver."""
        told = HandoverWithdrawn(self.consult, self.id, self.giver, self.to)
        return self._answered(HandoverState.WITHDRAWN, "", now, told)

    def _answered(self, state: HandoverState, words: str, now: datetime, told: Event) -> tuple["Handover", list[Event]]:
        if self.state is state:
            return self, []
        if self.state is not HandoverState.OFFERED:
            raise HandoverOver(state=self.state)
        return replace(self, state=state, answered_at=now, answer_words=words), [told]
