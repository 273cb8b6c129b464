"""What one test of a line found, and the rung a call would begin with on such a line. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from telemed.kernel.values import Rung

LineProbeId = NewType("LineProbeId", UUID)


class ProbeKind(StrEnum):
    PERSON = "person"  # somebody pressed the button
    NIGHT = "night"  # a page left open did it by itself


class Device(StrEnum):
    """How camera or microphone did; a night probe opens neither."""

    OK = "ok"
    NOTHING = "nothing"  # open, and yet silent or dark
    OFF = "off"
    BLOCKED = "blocked"
    MISSING = "missing"
    BUSY = "busy"
    INSECURE = "insecure"
    FAILED = "failed"
    UNTRIED = "untried"


@dataclass(frozen=True, slots=True)
class Figures:
    """None: it was not measured, because nothing came through or the test was stopped."""

    up_kbps: int | None
    down_kbps: int | None
    rtt_ms: int | None
    jitter_ms: int | None
    loss_pct: float | None


NEEDS: Final = ((Rung.VIDEO, 350), (Rung.LOW_VIDEO, 96), (Rung.VOICE, 24))
"""kbit/s on the weaker way: where the presets of picture, small picture and voice begin to fit."""
DROWNED: Final = 15.0
"""Percent lost. Beyond it voice itself is in pieces whatever the rate."""


def rung_of(found: Figures, *, reached: bool) -> Rung:
    """What a call would begin with. A rate nobody measured decides nothing: the line came through, so voice does."""
    if not reached:
        return Rung.PHONE
    if found.loss_pct is not None and found.loss_pct > DROWNED:
        return Rung.TEXT
    rates = [rate for rate in (found.up_kbps, found.down_kbps) if rate is not None]
    if not rates:
        return Rung.VOICE
    return next((rung for rung, least in NEEDS if min(rates) >= least), Rung.TEXT)
