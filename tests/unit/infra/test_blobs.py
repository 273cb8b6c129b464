"""Files by their hash: encrypted on the disk and in a bucket, read in parts, and those of the release before."""

import asyncio
import hashlib
import os
import random
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from telemed.infra.blob_s3 import S3Store
from telemed.infra.blob_store import LocalStore, Store
from telemed.infra.blobs import Blobs
from telemed.infra.sealing import Unsealable
from telemed.kernel.ids import uuid7
from tests.s3 import new_bucket, s3_service

CONTENT = b"Giang Thi Sua Demo" + random.Random(4).randbytes(2_500_000)
HASH = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """An S3 service on loopback."""
    with s3_service() as endpoint:
        yield endpoint


@pytest.fixture(params=["disk", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "disk":
        return LocalStore(tmp_path / "elsewhere")
    return S3Store(new_bucket(request.getfixturevalue("s3")))


async def whole(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def test_a_file_is_put_read_in_parts_listed_and_removed(store: Store, tmp_path: Path) -> None:
    blobs = Blobs.of(tmp_path, store)
    assert await blobs.keep(CONTENT) == HASH
    assert await blobs.keep(CONTENT) == HASH

    assert await whole(blobs.read(HASH)) == CONTENT
    assert await whole(blobs.read(HASH, 1_000_000, 1_200_000)) == CONTENT[1_000_000:1_200_000]
    assert await whole(blobs.read(HASH, 2_499_999)) == CONTENT[2_499_999:]
    assert (await blobs.has(HASH), await blobs.has("0" * 64)) == (True, False)
    assert await blobs.whole(time.time() + 60) == [HASH]
    assert await blobs.whole(time.time() - 60) == []
    stored = await store.read(HASH, 0, await store.size(HASH) or 0)
    assert b"Giang" not in stored

    await blobs.remove(HASH)
    await blobs.remove(HASH)
    assert not await blobs.has(HASH)
    with pytest.raises(FileNotFoundError):
        await whole(blobs.read(HASH))


async def test_what_is_put_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)

    async def breaks() -> AsyncIterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await store.put(HASH, breaks())

    assert await store.size(HASH) is None
    assert not await asyncio.to_thread(lambda: [path for path in tmp_path.rglob("*") if path.is_file()])


async def test_an_arriving_part_cannot_be_read_on_the_disk_either(tmp_path: Path) -> None:
    blobs, part = Blobs.of(tmp_path), uuid7()

    async def coming() -> AsyncIterator[bytes]:
        yield CONTENT[:10]
        yield CONTENT[10:]

    async with blobs.alone(part) as writing:
        assert await writing.append(coming(), len(CONTENT)) == (len(CONTENT), False)

    assert blobs.received(part) == len(CONTENT)
    assert b"Giang" not in (tmp_path / "files" / "parts" / part.hex).read_bytes()
    assert await blobs.is_whole(part, HASH)
    assert await blobs.head(part, 5) == b"Giang"
    assert await blobs.parts(time.time() + 60) == [part]


async def test_a_file_that_somebody_changed_is_not_given_out(tmp_path: Path) -> None:
    blobs = Blobs.of(tmp_path)
    await blobs.keep(CONTENT)
    path = tmp_path / "files" / "whole" / HASH[:2] / HASH
    spoilt = bytearray(path.read_bytes())
    spoilt[1_000_000] ^= 1
    path.write_bytes(spoilt)

    with pytest.raises(Unsealable):
        await whole(blobs.read(HASH))


async def test_files_and_parts_of_the_release_before_are_read_and_begun_anew(tmp_path: Path) -> None:
    blobs, part = Blobs.of(tmp_path), uuid7()
    old = tmp_path / "files" / "whole" / HASH[:2] / HASH
    old.parent.mkdir(parents=True)
    old.write_bytes(CONTENT)
    (tmp_path / "files" / "parts").mkdir()
    (tmp_path / "files" / "parts" / part.hex).write_bytes(os.urandom(1000))

    assert await whole(blobs.read(HASH, 10, 2_000_000)) == CONTENT[10:2_000_000]
    assert blobs.received(part) == 0
