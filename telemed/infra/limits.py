"""How much one person, and one address of strangers, may ask for at a time; what helps a patient is never counted."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from telemed.infra.routes import Operation
from telemed.infra.security import place_of
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import DomainError, Kind

IDLE_FOR: Final = timedelta(seconds=75)
"""A connection that has not said a whole request's head by then is closed: a slow one costs us no more than that.
Longer than the minute for which proxies keep theirs, so that it is they who close."""


class TooManyRequests(DomainError):
    """Too much was asked for at once; wait a little."""

    kind, code = Kind.BUSY, "too_many_requests"


@dataclass(frozen=True, slots=True)
class Rate:
    """So much at once, and then so much a second."""

    burst: float
    per_second: float


PER_PERSON: Final = Rate(600, 6)
"""A page that opens asks some ten times, writing minutes once a second: nobody at work comes near it."""
PER_KEY: Final = Rate(120, 2)
"""Of another system: it may wait, people may not."""
PER_ADDRESS: Final = Rate(1200, 20)
"""Of strangers and of tokens that ran out. A hospital of two hundred screens comes back behind one address."""

PIECES: Final = frozenset({"HEAD", "PATCH"})
"""A picture goes and comes in pieces, on a weak line in a hundred: all of it is one document."""

LOOK_UP: Final = "/api/papers/{code}"
"""Strangers may try codes there: eighty at once, then four in three seconds, of 2 to the 60."""

SEARCH, DOCUMENT, CHANGE, READ = 5, 15, 2, 1


def cost(operation: Operation) -> int:
    """What a request takes out of its bucket: by how much it makes us do, and by how much leaves with the answer."""
    if operation.method in PIECES or operation.path.endswith("/content"):
        return CHANGE
    if operation.answers_itself or operation.file or (not operation.needs_actor and operation.path == LOOK_UP):
        return DOCUMENT
    if operation.path.endswith("/search"):
        return SEARCH
    return READ if operation.method == "GET" else CHANGE


class RateLimits:
    """Buckets that fill up again by themselves: one per signed-in person, one per address of those who are not.

    A person at work is never counted by address: a hospital has one for all of them.
    """

    REMEMBERED = 20_000
    """Buckets in memory; the one that was asked least lately goes first, and is full when it comes back."""

    def __init__(
        self, clock: Clock, *, person: Rate = PER_PERSON, address: Rate = PER_ADDRESS, key: Rate = PER_KEY
    ) -> None:
        self._clock, self._person, self._address, self._key = clock, person, address, key
        self._buckets: OrderedDict[str, tuple[float, datetime]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def spend(self, operation: Operation, actor: Actor) -> None:
        """Raises TooManyRequests: this person asked for too much; never for what helps a patient."""
        if not operation.lifeline:
            self._take(f"person {actor.id}", self._key if actor.key else self._person, cost(operation))

    def spend_as_stranger(self, operation: Operation, address: str) -> None:
        """The same for whoever is not signed in, or not any more."""
        if not operation.lifeline:
            self._take(f"address {place_of(address)}", self._address, cost(operation))

    def writes_down(self, address: str) -> bool:
        """Whether one more refusal of a stranger goes into the audit trail: a flood of them must not fill the disk."""
        try:
            self._take(f"address {place_of(address)}", self._address, READ)
        except TooManyRequests:
            return False
        return True

    def _take(self, key: str, rate: Rate, amount: int) -> None:
        now = self._clock.now()
        level, since = self._buckets.get(key, (rate.burst, now))
        level = min(rate.burst, level + max(0.0, (now - since).total_seconds()) * rate.per_second)
        missing = amount - level
        self._buckets[key] = (level if missing > 0 else -missing), now
        self._buckets.move_to_end(key)
        while len(self._buckets) > self.REMEMBERED:
            self._buckets.popitem(last=False)
        if missing > 0:
            raise TooManyRequests(retry_after_ms=int(missing / rate.per_second * 1000) + 1)
