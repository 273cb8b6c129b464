"""Which addresses may be asked to wake somebody, what a message says, when it is tried again, what proves a receipt."""

import base64
import hashlib
import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

from telemed.infra.background import back_off
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import UserId

PUSH_HOSTS: Final = (
    *("fcm.googleapis.com", "jmt17.google.com"),
    *("*.push.services.mozilla.com", "*.push.apple.com", "*.notify.windows.com"),
)
"""Where the browsers that people use are woken from. Anything else is somebody's attempt to have us ask it."""
TEST_WITHIN: Final = timedelta(seconds=20)
"""From “Vào ca trực” until a silent channel counts as missed (`features.md` 2.10, mockup of the worklist)."""
NOTICE_WITHIN: Final = timedelta(hours=12)
REPLAY_WINDOW: Final = timedelta(minutes=5)
"""How far a gateway's clock may be off, and how long a receipt that somebody recorded can be played again."""
_MAC: Final = 16


class BadEndpoint(DomainError):
    """This server wakes browsers only through the services it knows."""

    kind, code = Kind.INVALID, "push.unknown_service"


class BadKeys(DomainError):
    """These are not the keys of a push subscription."""

    kind, code = Kind.INVALID, "push.bad_keys"


class BadReceipt(DomainError):
    """This receipt does not prove where it comes from."""

    kind, code = Kind.UNAUTHENTICATED, "receipt.unproved"


class BadReceiptBody(DomainError):
    """This is not a receipt."""

    kind, code = Kind.INVALID, "receipt.malformed"


class NoGateway(DomainError):
    """No gateway is set up here."""

    kind, code = Kind.MISSING, "gateway.none"


class NotConfirmed(DomainError):
    """Only the channels of a shift that was confirmed and is not over are tested."""

    kind, code = Kind.CONFLICT, "shift.not_confirmed"


class PushKind(StrEnum):
    """What a push says, and all it says beside an id."""

    RING = "ring"
    QUIET_RING = "quiet_ring"  # routine: no sound
    PRACTICE_RING = "practice_ring"
    RING_OVER = "ring_over"  # takes the ring's notification away; `code` says how it ended
    TEST = "test"
    NOTICE = "notice"


class Outcome(StrEnum):
    """How one attempt to hand a message over went."""

    TAKEN = "taken"
    GONE = "gone"  # the browser took its permission back
    REFUSED = "refused"  # asking again would not help
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Outcome
    error: str | None = None
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PushRules:
    """What the operator has said of Web Push."""

    contact: str = "mailto:telemed@localhost"
    """Whom a push service may write to about us (`sub` of VAPID)."""
    hosts: tuple[str, ...] = PUSH_HOSTS
    private: bool = False
    """Those hosts may have private addresses and plain HTTP: a push service of one's own, or a test's."""

    @classmethod
    def of(cls, contact: str | None, origins: Collection[str], hosts: tuple[str, ...], *, private: bool) -> "PushRules":
        """As the operator has it. Without a contact it is our own address; push services take no plain http one."""
        usual = cls()
        ours = (origin for origin in sorted(origins) if origin.startswith("https://"))
        return cls(contact or next(ours, usual.contact), hosts or usual.hosts, private)

    def require(self, endpoint: str) -> None:
        """Raises BadEndpoint."""
        try:
            parts = urlsplit(endpoint)
            host, _ = parts.hostname or "", parts.port
        except ValueError:
            raise BadEndpoint(pointer="/body/endpoint") from None
        safe = parts.scheme == "https" or (self.private and parts.scheme == "http")
        known = any(_matches(host, one) for one in self.hosts)
        address = _address(host)
        inside = address is not None and not self.may_reach(address)
        if not (safe and known) or inside or parts.username or parts.password or parts.fragment:
            raise BadEndpoint(pointer="/body/endpoint")

    def may_reach(self, address: IPv4Address | IPv6Address) -> bool:
        """A name that we trust may still be made to point into our own network."""
        return self.private or (address.is_global and not address.is_multicast)


@dataclass(frozen=True, slots=True)
class Gateway:
    """The operator's webhook to SMS, Zalo or telephones."""

    url: str
    secret: str = field(repr=False)
    tests: bool = False
    """Whether “Vào ca trực” tries it too: a message may cost money."""

    @classmethod
    def of(cls, url: str | None, secret: str, *, tests: bool) -> "Gateway | None":
        return cls(url, secret, tests) if url else None


@dataclass(frozen=True, slots=True)
class Subscription:
    id: UUID
    person: UserId
    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)
    made_at: datetime
    worked_at: datetime | None = None
    gone_at: datetime | None = None

    @property
    def origin(self) -> str:
        """Whom VAPID speaks to (`aud`)."""
        parts = urlsplit(self.endpoint)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to hand over. It names nobody and says nothing of a case."""

    kind: PushKind
    id: UUID
    """The ring, shift or notice; also what replaces an older message of the same."""
    until: datetime
    receipt: str = field(default="", repr=False)
    code: str = ""
    """Of a notice: its kind; of a ring that is over: taken, answered or over."""
    urgent: bool = True


def tried_again_at(attempts: int, now: datetime, until: datetime, wait: timedelta | None = None) -> datetime | None:
    """When to try after so many failures; what the other side asked for counts. None: it would be too late."""
    at = now + max(back_off(attempts), wait or timedelta(0))
    return at if at < until else None


def sign(secret: str, timestamp: int, body: bytes) -> str:
    """What proves that a message is ours to the gateway, and a receipt the gateway's to us."""
    return "v1=" + hmac.new(secret.encode(), b"%d." % timestamp + body, hashlib.sha256).hexdigest()


def require_signed(secret: str, headers: Mapping[str, str], body: bytes, now: datetime) -> None:
    """Raises BadReceipt: another secret, another body, or another time."""
    stamp = headers.get("Telemed-Timestamp", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
        raise BadReceipt
    given = headers.get("Telemed-Signature", "").encode("ascii", "replace")
    if not hmac.compare_digest(given, sign(secret, int(stamp), body).encode()):
        raise BadReceipt
    if abs(now.timestamp() - int(stamp)) > REPLAY_WINDOW.total_seconds():
        raise BadReceipt


def receipt_for(key: bytes, delivery: UUID) -> str:
    """A token that only the browser that was sent it can show: ids tell their time, so an id alone proves nothing."""
    return base64.urlsafe_b64encode(delivery.bytes + _mac(key, delivery)).decode().rstrip("=")


def delivery_of(key: bytes, receipt: str) -> UUID:
    """Raises BadReceipt."""
    try:
        raw = base64.b64decode(receipt + "=" * (-len(receipt) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise BadReceipt from None
    if len(raw) != 16 + _MAC:
        raise BadReceipt
    delivery = UUID(bytes=raw[:16])
    if not hmac.compare_digest(raw[16:], _mac(key, delivery)):
        raise BadReceipt
    return delivery


def _mac(key: bytes, delivery: UUID) -> bytes:
    return hmac.new(key, delivery.bytes, hashlib.sha256).digest()[:_MAC]


def _matches(host: str, known: str) -> bool:
    """`*.push.example` stands for whatever stands before the dot, and not for `push.example` itself."""
    return host.endswith(known[1:]) and len(host) > len(known) - 1 if known.startswith("*.") else host == known


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
