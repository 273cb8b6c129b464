"""Which addresses are told of which facts, what a message says, when it is tried again, when an address is given up.

Pure. A message has ids and codes, never a word about a patient.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId

WAITS: Final = tuple(timedelta(seconds=s) for s in (10, 30, 120, 600, 1800, 3600, 10_800))
"""After the first, second … failure; then again the last one."""
GOOD_FOR: Final = timedelta(hours=24)
"""How long one message is tried. Who was away longer asks `/api/exchange/v1/consults` for what changed."""
GIVEN_UP_AFTER: Final = timedelta(days=3)
"""Nothing but failures for so long, and an address is no longer told."""
OLD_SECRET_FOR: Final = timedelta(hours=24)
"""How long messages are signed with the secret before too, so that the other side may change it in its own time."""
SHOWN: Final = 20
"""Deliveries of each address on the screen."""
KEPT: Final = timedelta(days=30)
"""How long deliveries are kept."""
MOST_HOOKS: Final = 10
"""Addresses of one facility."""


class Topic(StrEnum):
    """What somebody may ask to be told of."""

    REQUESTED = "consult.requested"
    CLAIMED = "consult.claimed"
    ENDED = "consult.ended"
    REFERRED = "referral.sent"
    TEST = "test"
    """The button on the screen; nobody asks for it."""


ASKED: Final = tuple(topic for topic in Topic if topic is not Topic.TEST)


class BadAddress(DomainError):
    """This is not an address outside that may be told: https, a host of its own, no password in it."""

    kind, code = Kind.INVALID, "webhook.bad_address"


class NoTopics(DomainError):
    """An address is told of something, or there is no use for it."""

    kind, code = Kind.INVALID, "webhook.no_topics"


class TooManyHooks(DomainError):
    """This facility tells as many addresses as it may; remove one first."""

    kind, code = Kind.CONFLICT, "webhook.too_many"


class MessageTaken(DomainError):
    """This message was taken; it is not sent again."""

    kind, code = Kind.CONFLICT, "webhook.message_taken"


class HookStopped(DomainError):
    """This address is not told of anything now; start it again first."""

    kind, code = Kind.CONFLICT, "webhook.stopped"


@dataclass(frozen=True, slots=True)
class Reach:
    """Where messages may go. `private`: the operator lets them into networks of our own, over plain HTTP too."""

    private: bool = False

    def require(self, url: str) -> None:
        """Raises BadAddress."""
        try:
            parts = urlsplit(url)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            raise BadAddress(pointer="/body/url") from None
        safe = parts.scheme == "https" or (self.private and parts.scheme == "http")
        address = _address(host)
        inside = not self.may_reach(address) if address else not self.private and _is_local(host)
        if not safe or not host or inside or parts.username or parts.password or parts.fragment:
            raise BadAddress(pointer="/body/url")

    def may_reach(self, address: IPv4Address | IPv6Address) -> bool:
        """A name outside may be made to point inside, so this is asked of every address that is connected to."""
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        seen = mapped or address
        return self.private or (seen.is_global and not seen.is_multicast)


@dataclass(frozen=True, slots=True)
class Hook:
    id: UUID
    facility: FacilityId
    name: str
    url: str = field(repr=False)
    topics: frozenset[Topic]
    made_by: UserId
    made_at: datetime
    failing_since: datetime | None = None
    """The first failure since the last success."""
    stopped_at: datetime | None = None
    stopped_why: str | None = None
    """by_hand | failing"""
    old_secret_until: datetime | None = None
    """Until then messages are signed with the secret before too."""

    def heard(self) -> "Hook":
        """It took a message."""
        return replace(self, failing_since=None)

    def failed(self, now: datetime) -> "Hook":
        """It did not. Given up when that has gone on for `GIVEN_UP_AFTER`."""
        since = self.failing_since or now
        if self.stopped_at is None and now - since >= GIVEN_UP_AFTER:
            return replace(self, failing_since=since, stopped_at=now, stopped_why="failing")
        return replace(self, failing_since=since)


@dataclass(frozen=True, slots=True)
class Message:
    """One fact for one address. `id` is the same however often it is sent: who receives it counts it once."""

    id: UUID
    hook: UUID
    topic: Topic
    at: datetime
    said: Mapping[str, str]
    attempts: int = 0
    state: str = "waiting"
    """waiting | delivered | failed"""
    status: int | None = None
    """The last HTTP status; none: nobody answered."""
    tried_at: datetime | None = None

    def body(self) -> bytes:
        said = {"id": str(self.id), "topic": self.topic.value, "at": self.at.isoformat(), **self.said}
        return json.dumps(said, separators=(",", ":"), sort_keys=True).encode()

    def again(self) -> "Message":
        """Sent once more because somebody asks for it. Raises MessageTaken."""
        if self.state == "delivered":
            raise MessageTaken
        return replace(self, state="waiting")

    def tried(self, status: int | None, now: datetime) -> "Message":
        """What became of one attempt: 2xx delivered; 410 and everything after a day failed; else it waits."""
        once = replace(self, attempts=self.attempts + 1, status=status, tried_at=now)
        if status is not None and 200 <= status < 300:
            return replace(once, state="delivered")
        gone = status == 410 or once.next_at(now) >= self.at + GOOD_FOR
        return replace(once, state="failed" if gone else "waiting")

    def next_at(self, now: datetime) -> datetime:
        """When to try again, after so many attempts."""
        return now + WAITS[min(self.attempts, len(WAITS)) - 1]


def require_topics(topics: frozenset[Topic]) -> None:
    """Raises NoTopics."""
    if not topics or Topic.TEST in topics:
        raise NoTopics(pointer="/body/topics")


def new_secret() -> str:
    return "whsec_" + secrets.token_urlsafe(32)


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _is_local(host: str) -> bool:
    return "." not in host or host.endswith((".localhost", ".local", ".internal"))
