"""What a file truly is, by its first bytes; and whether it tells where it was taken. Pure."""

import struct
from collections.abc import Iterator
from typing import Final

HEAD: Final = 256 * 1024
"""So much of a file is looked at: what a camera says about a picture stands before the picture."""
GPS: Final = 0x8825


def content_type(head: bytes) -> str | None:
    """None: no picture that every browser shows."""
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    return None


def tells_place(head: bytes) -> bool:
    """Whether it has a position in it (EXIF's GPS part). A page of ours draws a picture anew and so leaves it out."""
    return any(_has_gps(exif) for exif in _exif(head))


def _exif(head: bytes) -> Iterator[bytes]:
    match content_type(head):
        case "image/jpeg":
            yield from _jpeg(head)
        case "image/png":
            yield from _png(head)
        case "image/webp":
            yield from _webp(head)


def _jpeg(head: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(head) and head[at] == 0xFF and head[at + 1] != 0xDA:
        size = struct.unpack_from(">H", head, at + 2)[0]
        body = head[at + 4 : at + 2 + size]
        if head[at + 1] == 0xE1 and body.startswith(b"Exif\0\0"):
            yield body[6:]
        at += 2 + max(size, 2)


def _png(head: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(head):
        size, name = struct.unpack_from(">I4s", head, at)
        if name == b"eXIf":
            yield head[at + 8 : at + 8 + size]
        at += 12 + size


def _webp(head: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(head):
        name, size = struct.unpack_from("<4sI", head, at)
        if name == b"EXIF":
            yield head[at + 8 : at + 8 + size].removeprefix(b"Exif\0\0")
        at += 8 + size + size % 2


def _has_gps(tiff: bytes) -> bool:
    """Looks through the first directory only: that is where the way to the position stands."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return False
    start = struct.unpack_from(f"{order}I", tiff, 4)[0]
    if start + 2 > len(tiff):
        return False
    count = struct.unpack_from(f"{order}H", tiff, start)[0]
    entries = range(start + 2, min(start + 2 + 12 * count, len(tiff) - 1), 12)
    return any(struct.unpack_from(f"{order}H", tiff, at)[0] == GPS for at in entries)
