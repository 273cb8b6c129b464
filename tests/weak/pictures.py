"""A picture whose JPEG is about as large as asked for: noise, because a plain colour weighs nothing."""

import random
import struct
import zlib

PER_KB = 3_500
"""Pixels of this noise in a kilobyte of JPEG, as pages make them."""
GRAIN = 24


def noisy_picture(kb: int) -> bytes:
    """A PNG."""
    height = int((kb * PER_KB * 3 / 4) ** 0.5)
    width = height * 4 // 3
    draw = random.Random(kb)
    rows = b"".join(b"\0" + bytes(128 + draw.randint(-GRAIN, GRAIN) for _ in range(width)) for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
