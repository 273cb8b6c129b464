"""How far news of a ring came on one channel: only ever further, in whatever order it is heard of. Pure."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.ids import UserId


class Channel(StrEnum):
    PAGE = "page"
    PUSH = "push"
    GATEWAY = "gateway"  # SMS, Zalo, telephone: whatever stands behind the operator's webhook


class DeliveryKind(StrEnum):
    RING = "ring"
    TEST = "test"


class DeliveryState(StrEnum):
    QUEUED = "queued"
    """On its way; of a push or an SMS also when the middleman has taken it: nobody has said yet that it arrived."""
    DELIVERED = "delivered"
    """The device has it."""
    SEEN = "seen"
    """It was shown to the person there."""
    MISSED = "missed"
    """The ring ended, or the test's time, and nobody had seen it there."""
    FAILED = "failed"
    """It could not be sent; `error` says why."""


_FAR: Final = {
    DeliveryState.QUEUED: 0,
    DeliveryState.DELIVERED: 1,
    DeliveryState.SEEN: 2,
    DeliveryState.MISSED: 2,
    DeliveryState.FAILED: 2,
}


@dataclass(frozen=True, slots=True)
class Delivery:
    id: UUID
    about: UUID
    """The ring, or the shift whose confirmation sends a test."""
    kind: DeliveryKind
    person: UserId
    channel: Channel
    queued_at: datetime
    state: DeliveryState = DeliveryState.QUEUED
    delivered_at: datetime | None = None
    seen_at: datetime | None = None
    ended_at: datetime | None = None
    error: str | None = None

    @property
    def is_open(self) -> bool:
        return _FAR[self.state] < _FAR[DeliveryState.SEEN]

    @property
    def took(self) -> timedelta | None:
        """From being sent until the device had it."""
        return self.delivered_at - self.queued_at if self.delivered_at else None

    def troubled(self, error: str | None) -> "Delivery":
        """An attempt to send it failed, or (None) at last did not; it is not over yet."""
        return replace(self, error=error) if self.is_open else self

    def came(self, state: DeliveryState, at: datetime, error: str | None = None) -> "Delivery":
        """Heard of now. Late news changes nothing: who has seen a ring has not missed it, and the other way round."""
        if _FAR[state] <= _FAR[self.state]:
            return self
        match state:
            case DeliveryState.DELIVERED:
                return replace(self, state=state, delivered_at=at)
            case DeliveryState.SEEN:
                return replace(self, state=state, delivered_at=self.delivered_at or at, seen_at=at)
            case _:
                return replace(self, state=state, ended_at=at, error=error)


NO_ANSWER: Final = "no_answer"
"""Why a channel was missed of which nothing was ever heard."""


def over(deliveries: list[Delivery], at: datetime, *, answered: bool) -> list[Delivery]:
    """All of one ring, or one test, when its time is up: what nobody saw was missed.

    Whoever answered has seen it, on a page: there is no other way to answer. What had reached other devices by then
    stays as far as it came.
    """
    came = [d.came(DeliveryState.SEEN, at) if answered and d.channel is Channel.PAGE else d for d in deliveries]
    seen = any(d.state is DeliveryState.SEEN for d in came)
    return [_over(d, at, seen=seen) for d in came]


def _over(d: Delivery, at: datetime, *, seen: bool) -> Delivery:
    if d.state is DeliveryState.DELIVERED:
        return d if seen else d.came(DeliveryState.MISSED, at)
    return d.came(DeliveryState.FAILED, at, d.error) if d.error else d.came(DeliveryState.MISSED, at, NO_ANSWER)
