"""Uploads beside a plain write: what pieces, encryption, proof by hash and three sizes cost. `python -m bench uploads`.

The peer of the same run is a plain copy of the same bytes to the same disk, with fsync.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path

from telemed.infra.blobs import CHUNK, Blobs
from telemed.infra.decoder import Decoder
from telemed.infra.decoding.terms import Ask
from telemed.kernel.ids import uuid7
from tests import files

SIZE = 64 * 2**20
PIECE = 256 * 1024
"""As a page sends them on a good line."""
ROUNDS = 3


def plain(content: bytes, path: Path) -> float:
    began = time.perf_counter()
    with path.open("wb") as file:
        for at in range(0, len(content), CHUNK):
            file.write(content[at : at + CHUNK])
        file.flush()
        os.fsync(file.fileno())
    return time.perf_counter() - began


async def arriving(content: bytes, blobs: Blobs) -> tuple[float, float]:
    """Seconds until all pieces lie here, each with its fsync; and until they are proved and in their place."""
    part, began = uuid7(), time.perf_counter()

    async def piece(at: int) -> AsyncIterator[bytes]:
        yield content[at : at + PIECE]

    for at in range(0, len(content), PIECE):
        async with blobs.alone(part) as writing:
            await writing.append(piece(at), len(content))
    came = time.perf_counter()
    digest = hashlib.sha256(content).hexdigest()
    assert await blobs.is_whole(part, digest)
    await blobs.keep_part(part, digest)
    await blobs.drop(part)
    return came - began, time.perf_counter() - came


async def reading(digest: str, blobs: Blobs) -> float:
    began = time.perf_counter()
    async for _ in blobs.read(digest):
        pass
    return time.perf_counter() - began


async def opening(content_type: str, content: bytes) -> float:
    async def whole() -> AsyncIterator[bytes]:
        yield content

    began = time.perf_counter()
    opened = await Decoder().open(Ask(content_type), whole())
    assert opened.answer.refused is None
    return time.perf_counter() - began


async def run() -> bool:
    """Prints only: what a disk does is no claim of ours."""
    with tempfile.TemporaryDirectory(prefix="telemed-bench-") as folder:
        blobs = Blobs.of(Path(folder))
        written, came, kept, read = [], [], [], []
        for _ in range(ROUNDS):
            content = os.urandom(SIZE)
            written.append(plain(content, Path(folder) / "plain"))
            first, second = await arriving(content, blobs)
            came.append(first)
            kept.append(second)
            digest = hashlib.sha256(content).hexdigest()
            read.append(await reading(digest, blobs))
            await blobs.remove(digest)
        mb = SIZE / 2**20
        best = min(written)
        print(f"{mb:.0f} MB, best of {ROUNDS}")
        for name, taken in (
            ("plain write, one fsync (the peer)", written),
            (f"arriving in pieces of {PIECE // 1024} kB, encrypted, an fsync each", came),
            ("proved by its hash, sealed, in its place", kept),
            ("read back, opened", read),
        ):
            print(f"  {name:62} {mb / min(taken):7.0f} MB/s  {min(taken) / best:5.1f} x the plain write")
    print("opening in the guarded process, its start included")
    for name, content_type, content in (
        ("photo of 2 megapixels", "image/jpeg", files.jpeg(edge=1400)),
        ("photo that says where it was taken, drawn anew", "image/jpeg", files.jpeg(edge=1400, place=True)),
        ("document of 5 pages", "application/pdf", files.pdf(5, edge=1000)),
        ("DICOM of 5 frames, 512 x 512", "application/dicom", files.dicom(5, edge=512)),
        ("video of 5 s", "video/mp4", files.video(5)),
    ):
        quickest = min([await opening(content_type, content) for _ in range(ROUNDS)])
        print(f"  {name:62} {quickest * 1000:7.0f} ms")
    return True
