"""How looks at a link are packed: a row a minute while a call runs, one row for all of it afterwards. Pure.

A look is 30 bytes whatever it holds, so one can be appended to a minute without reading it. A finished box is the same
bytes, column by column and deflated: what hardly changes costs next to nothing.
"""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import LinkPath, Rung
from telemed.sessions.calls import Side

MINUTE = timedelta(minutes=1)
MOST_A_MINUTE = 20
"""Looks come every 5 s. Whoever sends more of them does not fill the table."""

LOOK_S, LONGEST_S = 5, 15
"""Seconds between two looks, and how long one is taken to hold."""

OPEN, _PACKED = b"\x01", b"\x02"
"""How a row begins: looks as they came, or a whole call packed."""
_RUNGS: Final = tuple(Rung)
_PATHS: Final = tuple(LinkPath)
_LOOK = struct.Struct("<I11H4B")
_COLUMNS: Final = (4, *[2] * 11, *[1] * 4)
_MORE, _NONE = 0xFFFE, 0xFFFF
_FEW, _NO = 0xFE, 0xFF


class Unreadable(Exception):
    """These bytes are no black box of this program."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at one side's link. None: its browser could not tell."""

    at: datetime
    rtt_ms: int | None = None
    jitter_ms: int | None = None
    delay_ms: int | None = None
    out_kbps: int | None = None
    in_kbps: int | None = None
    up_kbps: int | None = None
    loss_pct: float | None = None
    out_loss_pct: float | None = None
    concealed_pct: float | None = None
    server_ms: int | None = None
    kbytes: int | None = None
    fps: int | None = None
    freezes: int | None = None
    rung: Rung | None = None
    path: LinkPath | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """One person's looks in one call, oldest first."""

    user: UserId
    side: Side
    facility: FacilityId
    looks: tuple[Look, ...]


def minute_of(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def first_look(look: Look) -> bytes:
    """A minute that holds this look alone; others are appended with `further_look`."""
    return OPEN + further_look(look, minute_of(look.at))


def further_look(look: Look, from_at: datetime) -> bytes:
    tenths = round((look.at - from_at) / timedelta(milliseconds=100))
    shares = (look.loss_pct, look.out_loss_pct, look.concealed_pct)
    return _LOOK.pack(
        min(max(tenths, 0), 0xFFFFFFFF),
        *(_wide(look.rtt_ms), _wide(look.jitter_ms), _wide(look.delay_ms)),
        *(_wide(look.out_kbps), _wide(look.in_kbps), _wide(look.up_kbps)),
        *(_wide(None if share is None else round(share * 10)) for share in shares),
        *(_wide(look.server_ms), _wide(look.kbytes)),
        *(_narrow(look.fps), _narrow(look.freezes)),
        _NO if look.rung is None else _RUNGS.index(look.rung),
        _NO if look.path is None else _PATHS.index(look.path),
    )


def pack(looks: Sequence[Look]) -> tuple[datetime, bytes]:
    """All looks of one side, in order, as one row: when it begins, and what it holds."""
    begins = minute_of(looks[0].at)
    rows = [further_look(look, begins) for look in looks]
    columns, at = bytearray(), 0
    for width in _COLUMNS:
        # Differences byte by byte: a time that grows evenly, a delay that hovers, become long runs.
        before = bytes(width)
        for row in rows:
            now = row[at : at + width]
            columns += bytes((a - b) & 0xFF for a, b in zip(now, before, strict=True))
            before = now
        at += width
    return begins, _PACKED + zlib.compress(bytes(columns), 9)


def unpack(from_at: datetime, held: bytes) -> list[Look]:
    """What a row holds, whichever way it was written.

    Raises:
        Unreadable: nothing this program wrote.
    """
    kind, rest = held[:1], held[1:]
    try:
        if kind == _PACKED:
            rest = _rows(zlib.decompress(rest))
        elif kind != OPEN:
            raise Unreadable
        return [_look(from_at, values) for values in _LOOK.iter_unpack(rest)]
    except (zlib.error, struct.error, IndexError) as error:
        raise Unreadable from error


def lasting(looks: Sequence[Look]) -> list[tuple[Look, float]]:
    """Each look of one side, in order, with the seconds it stands for: until the next, at most two missed ones."""
    after = [later.at - look.at for look, later in pairwise(looks)]
    return (
        [
            (look, min(max(span.total_seconds(), 0), LONGEST_S))
            for look, span in zip(looks, [*after, timedelta(seconds=LOOK_S)], strict=True)
        ]
        if looks
        else []
    )


def in_order(looks: Iterable[Look]) -> list[Look]:
    return sorted(looks, key=lambda look: look.at)


def _rows(columns: bytes) -> bytes:
    many, rest = divmod(len(columns), _LOOK.size)
    if rest:
        raise Unreadable
    rows, at, begins = bytearray(len(columns)), 0, 0
    for width in _COLUMNS:
        before = bytes(width)
        for nth in range(many):
            part = columns[begins + nth * width : begins + (nth + 1) * width]
            before = bytes((a + b) & 0xFF for a, b in zip(part, before, strict=True))
            rows[nth * _LOOK.size + at : nth * _LOOK.size + at + width] = before
        begins += many * width
        at += width
    return bytes(rows)


def _look(from_at: datetime, values: tuple[int, ...]) -> Look:
    tenths, *wide = values[:12]
    fps, freezes, rung, path = values[12:]
    rtt, jitter, delay, out, into, up, loss, out_loss, concealed, server, kbytes = map(_read, wide)
    return Look(
        at=from_at + tenths * timedelta(milliseconds=100),
        rtt_ms=rtt,
        jitter_ms=jitter,
        delay_ms=delay,
        out_kbps=out,
        in_kbps=into,
        up_kbps=up,
        loss_pct=_share(loss),
        out_loss_pct=_share(out_loss),
        concealed_pct=_share(concealed),
        server_ms=server,
        kbytes=kbytes,
        fps=None if fps == _NO else fps,
        freezes=None if freezes == _NO else freezes,
        rung=None if rung == _NO else _RUNGS[rung],
        path=None if path == _NO else _PATHS[path],
    )


def _wide(value: int | None) -> int:
    return _NONE if value is None else min(max(value, 0), _MORE)


def _narrow(value: int | None) -> int:
    return _NO if value is None else min(max(value, 0), _FEW)


def _read(value: int) -> int | None:
    return None if value == _NONE else value


def _share(tenths: int | None) -> float | None:
    return None if tenths is None else tenths / 10
