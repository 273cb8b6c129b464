"""Which letters a font file can draw: its character map, as OpenType lays it out (formats 4 and 12)."""

import struct

_WIDE, _BASIC = 12, 4


def font_letters(file: bytes) -> frozenset[int]:
    """Code points with a glyph of their own.

    Raises:
        ValueError: no TrueType or OpenType file, or none with a Unicode map.
    """
    (tables,) = struct.unpack_from(">H", file, 4)
    for at in range(12, 12 + 16 * tables, 16):
        if file[at : at + 4] == b"cmap":
            (start,) = struct.unpack_from(">I", file, at + 8)
            return _mapped(file, start)
    raise ValueError("a font without a character map")


def _mapped(file: bytes, start: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">H", file, start + 2)
    offsets = [struct.unpack_from(">HHI", file, start + 4 + 8 * n)[2] for n in range(count)]
    maps = {struct.unpack_from(">H", file, start + offset)[0]: start + offset for offset in offsets}
    if _WIDE in maps:
        return _of_groups(file, maps[_WIDE])
    if _BASIC in maps:
        return _of_segments(file, maps[_BASIC])
    raise ValueError("a font without a Unicode map")


def _of_groups(file: bytes, at: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">I", file, at + 12)
    groups = (struct.unpack_from(">III", file, at + 16 + 12 * n) for n in range(count))
    return frozenset(letter for first, last, glyph in groups for letter in range(first, last + 1) if glyph)


def _of_segments(file: bytes, at: int) -> frozenset[int]:
    (twice,) = struct.unpack_from(">H", file, at + 6)
    found = set()
    for n in range(0, twice, 2):
        (last,) = struct.unpack_from(">H", file, at + 14 + n)
        (first,) = struct.unpack_from(">H", file, at + 16 + twice + n)
        (delta,) = struct.unpack_from(">H", file, at + 16 + 2 * twice + n)
        offset_at = at + 16 + 3 * twice + n
        (offset,) = struct.unpack_from(">H", file, offset_at)
        for letter in range(first, min(last, 0xFFFE) + 1):
            glyph = letter
            if offset:
                (glyph,) = struct.unpack_from(">H", file, offset_at + offset + 2 * (letter - first))
            if offset and not glyph:
                continue
            if (glyph + delta) & 0xFFFF:
                found.add(letter)
    return frozenset(found)
