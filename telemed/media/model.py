"""What a line test is: the offers it takes, what it measures, how it can refuse. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind

LineTestId = NewType("LineTestId", UUID)

MAX_OFFER = 32 * 1024
"""Bytes. A browser's offer with one voice, one picture and every codec it knows is 6 to 8 KiB."""
MAX_CANDIDATES = 64
"""Each one makes the server send a few packets to an address of the browser's choosing."""
KINDS = frozenset({"audio", "video", "application"})
ONE_WAY = frozenset({"a=sendonly", "a=recvonly", "a=inactive"})


class BadOffer(DomainError):
    """This is not an offer a line test can answer."""

    kind, code = Kind.INVALID, "line_test.bad_offer"


class LineTestBusy(DomainError):
    """All line tests are taken; one is free again within half a minute."""

    kind, code = Kind.BUSY, "line_test.busy"


class LineTestUnavailable(DomainError):
    """The line test's helper process did not answer; the next try starts a new one."""

    kind, code = Kind.BUSY, "line_test.unavailable"


class State(StrEnum):
    CONNECTING = "connecting"
    CONNECTED = "connected"
    LOST = "lost"  # no way between the two was found, or the browser left


@dataclass(frozen=True, slots=True)
class Flow:
    """One kind of media as the server received it, retransmissions included: so `lost` is what the line lost."""

    received: int
    lost: int
    jitter_ms: float


@dataclass(frozen=True, slots=True)
class Pulse:
    """Small words to the browser and back, 25 a second: the line without any load of ours."""

    rtt_ms: float
    jitter_ms: float
    lost_pct: float


@dataclass(frozen=True, slots=True)
class Measured:
    state: State
    elapsed_ms: int
    rtt_ms: float | None
    """From the browser's own receiver reports; None until the second one has come."""
    voice: Flow | None
    picture: Flow | None
    frames: int
    """Pictures that arrived whole and were decoded."""
    up_kbps: int | None = None
    """The fullest second of what the browser sent to fill its line."""
    pulse: Pulse | None = None


def require_offer(sdp: str) -> None:
    """Judge an offer before any parser sees it.

    Raises:
        BadOffer: too large, not one voice, one picture and one bundle of data channels at most, or media that would not
            come back.
    """
    if len(sdp.encode()) > MAX_OFFER:
        raise BadOffer(pointer="/body/sdp", limit=MAX_OFFER)
    lines = sdp.splitlines()
    kinds = [line[2:].split(" ", 1)[0] for line in lines if line.startswith("m=")]
    if not kinds or len(set(kinds)) < len(kinds) or not KINDS.issuperset(kinds):
        raise BadOffer(pointer="/body/sdp")
    if ONE_WAY.intersection(lines):
        raise BadOffer(pointer="/body/sdp")
    if sum(line.startswith("a=candidate:") for line in lines) > MAX_CANDIDATES:
        raise BadOffer(pointer="/body/sdp", limit=MAX_CANDIDATES)
