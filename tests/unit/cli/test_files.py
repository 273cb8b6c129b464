"""`telemed files move`: there and back, every file the same; broken off anywhere it goes on; a damaged one stays."""

import asyncio
import os
import random
import time
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from telemed.cli import files
from telemed.infra.blob_move import move
from telemed.infra.blob_s3 import S3Store
from telemed.infra.blob_store import LocalStore
from telemed.infra.blobs import Blobs
from telemed.settings import Settings
from tests.s3 import new_bucket, s3_service

CONTENTS = [random.Random(seed).randbytes(size) for seed, size in enumerate((1, 70_000, 2_500_000, 65_536))]
LATER = 60.0


@dataclass
class Office:
    settings: Settings
    capsys: pytest.CaptureFixture[str]

    @property
    def disk(self) -> LocalStore:
        return LocalStore(self.settings.data_dir / "files" / "whole")

    @property
    def bucket(self) -> S3Store:
        assert self.settings.s3
        return S3Store(self.settings.s3)

    def move(self, *words: str) -> tuple[int, str, str]:
        parser = ArgumentParser()
        files.add(parser.add_subparsers())
        code = files.run(parser.parse_args(["files", "move", *words]), self.settings)
        told = self.capsys.readouterr()
        return code, told.out, told.err


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with s3_service() as endpoint:
        yield endpoint


@pytest.fixture
def office(s3: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(Settings(data_dir=tmp_path, s3=new_bucket(s3)), capsys)


async def kept(office: Office) -> list[str]:
    blobs = Blobs.of(office.settings.data_dir)
    return sorted([await blobs.keep(content) for content in CONTENTS])


async def read(office: Office, store: LocalStore | S3Store, name: str) -> bytes:
    blobs = Blobs.of(office.settings.data_dir, store)
    return b"".join([chunk async for chunk in blobs.read(name)])


def test_files_go_to_the_bucket_and_back_and_are_the_same_to_the_byte(office: Office) -> None:
    names = asyncio.run(kept(office))
    sealed = {name: office.disk.path(name).read_bytes() for name in names}

    assert office.move("--to", "s3") == (0, "Carried 4 files (2.5 MB), 0 were there already.\n", "")
    assert asyncio.run(office.disk.names(time.time() + LATER)) == []
    assert {asyncio.run(read(office, office.bucket, name)) for name in names} == set(CONTENTS)
    assert office.move("--to", "disk")[0] == 0
    assert {name: office.disk.path(name).read_bytes() for name in names} == sealed, "sealed all the way"
    assert asyncio.run(office.bucket.names(time.time() + LATER)) == []


def test_broken_off_anywhere_it_goes_on_and_nothing_is_lost(office: Office) -> None:
    names = asyncio.run(kept(office))

    class Failing(S3Store):
        """Its line breaks in the middle of the third file."""

        puts = 0

        async def put(self, name: str, chunks: AsyncIterator[bytes]) -> None:
            Failing.puts += 1
            if Failing.puts == 3:
                raise ConnectionError
            await super().put(name, chunks)

    assert office.settings.s3
    failing = Failing(office.settings.s3)
    with pytest.raises(ConnectionError):
        asyncio.run(move(office.settings.data_dir, names, office.disk, failing, keep=False, told=lambda _: None))
    left = asyncio.run(office.disk.names(time.time() + LATER))

    assert len(left) == 2
    code, out, _ = office.move("--to", "s3")
    assert (code, out.startswith("Carried 2 files"), "0 were there already" in out) == (0, True, True)
    assert {asyncio.run(read(office, office.bucket, name)) for name in names} == set(CONTENTS)


def test_with_keep_the_first_copies_stay_until_the_last_time(office: Office) -> None:
    names = asyncio.run(kept(office))
    for name in names[:3]:
        an_hour_ago = time.time() - 3600
        os.utime(office.disk.path(name), (an_hour_ago, an_hour_ago))

    code, out, _ = office.move("--to", "s3", "--keep")
    assert (code, out.startswith("Carried 3 files"), "first copies kept" in out) == (0, True, True)
    assert asyncio.run(office.disk.names(time.time() + LATER)) == names

    code, out, _ = office.move("--to", "s3")
    assert (code, out.startswith("Carried 1 files"), "3 were there already" in out) == (0, True, True)
    assert asyncio.run(office.disk.names(time.time() + LATER)) == []


def test_a_damaged_file_is_named_and_stays_where_it_is(office: Office) -> None:
    names = asyncio.run(kept(office))
    bad = office.disk.path(names[0])
    content = bytearray(bad.read_bytes())
    content[-1] ^= 1
    bad.write_bytes(content)

    code, out, err = office.move("--to", "s3")

    assert (code, err) == (1, f"damaged, left where it is: {names[0]}\n")
    assert out.startswith("Carried 3 files")
    assert asyncio.run(office.disk.names(time.time() + LATER)) == [names[0]]
    assert asyncio.run(office.bucket.size(names[0])) is None


def test_one_that_came_damaged_over_an_earlier_line_is_carried_again(office: Office) -> None:
    names = asyncio.run(kept(office))

    async def half(content: bytes) -> AsyncIterator[bytes]:
        yield content

    asyncio.run(office.bucket.put(names[0], half(office.disk.path(names[0]).read_bytes()[:-5])))

    assert office.move("--to", "s3")[0] == 0
    assert {asyncio.run(read(office, office.bucket, name)) for name in names} == set(CONTENTS)


def test_without_a_bucket_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = Office(Settings(data_dir=tmp_path), capsys).move("--to", "s3")

    assert code == 2
    assert "TELEMED_S3_BUCKET" in err
