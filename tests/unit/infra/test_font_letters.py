"""Which letters a font draws, read from files made by hand: one map for each of the two layouts."""

import struct

import pytest

from telemed.infra.font_letters import font_letters
from telemed.infra.press import our_letters


def font(*maps: bytes) -> bytes:
    """A file with nothing but its character map."""
    at, offsets, bodies = 4 + 8 * len(maps), [], b""
    for one in maps:
        offsets.append(at + len(bodies))
        bodies += one
    index = b"".join(struct.pack(">HHI", 3, 10, offset) for offset in offsets)
    table = struct.pack(">HH", 0, len(maps)) + index + bodies
    head = b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0)
    return head + b"cmap" + struct.pack(">III", 0, 28, len(table)) + table


def wide(*groups: tuple[int, int, int]) -> bytes:
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups)) + body


def basic(*segments: tuple[int, int, int]) -> bytes:
    ends, starts, deltas = zip(*segments, strict=True)
    n = len(segments)
    body = struct.pack(f">{n}H", *ends) + b"\0\0" + struct.pack(f">{n}H", *starts) + struct.pack(f">{n}h", *deltas)
    return struct.pack(">HHHHHHH", 4, 16 + 8 * n, 0, 2 * n, 0, 0, 0) + body + b"\0\0" * n


def test_the_wide_layout_maps_groups_and_the_glyph_for_nothing_is_none() -> None:
    assert font_letters(font(wide((0x41, 0x43, 5), (0x1F691, 0x1F691, 9), (0x50, 0x51, 0)))) == {
        0x41,
        0x42,
        0x43,
        0x1F691,
    }


def test_the_basic_layout_maps_segments() -> None:
    assert font_letters(font(basic((0x42, 0x41, 1), (0xFFFF, 0xFFFF, 1)))) == {0x41, 0x42}


def test_the_wide_layout_counts_where_there_are_both() -> None:
    assert font_letters(font(basic((0x42, 0x41, 1), (0xFFFF, 0xFFFF, 1)), wide((0x61, 0x61, 3)))) == {0x61}


def test_a_file_without_a_map_is_no_font() -> None:
    with pytest.raises(ValueError, match="character map"):
        font_letters(b"\0\1\0\0" + struct.pack(">HHHH", 0, 0, 0, 0))


def test_our_font_has_vietnamese_and_no_pictures() -> None:
    assert set(map(ord, "ẶặỮữĐđ₂°→≥")) <= our_letters()
    assert ord("🚑") not in our_letters()
