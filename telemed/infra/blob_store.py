"""Where whole sealed things lie, by name: five methods, on the local disk or (`blob_s3.py`) in an S3 bucket."""

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Protocol


class Store(Protocol):
    """A name is a SHA-256 in hexadecimal. What lies under it is there whole or not at all."""

    async def put(self, name: str, chunks: AsyncIterator[bytes]) -> None:
        """Put it there; what lay there before is replaced."""

    async def read(self, name: str, start: int, stop: int) -> bytes:
        """Its bytes from `start` to before `stop`. Raises FileNotFoundError."""

    async def size(self, name: str) -> int | None:
        """None: there is none."""

    async def delete(self, name: str) -> None:
        """Also when there is none."""

    async def names(self, before: float) -> list[str]:
        """All that was put there before that moment (seconds since 1970), sorted."""


class LocalStore:
    def __init__(self, root: Path) -> None:
        self._root = root

    async def put(self, name: str, chunks: AsyncIterator[bytes]) -> None:
        target = self.path(name)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, coming = tempfile.mkstemp(dir=target.parent, prefix=".")  # 0600, and no name of ours
        path = Path(coming)
        try:
            with os.fdopen(handle, "wb") as file:
                async for chunk in chunks:
                    await asyncio.to_thread(file.write, chunk)
                await asyncio.to_thread(_flush, file.fileno())
            await asyncio.to_thread(_settle, path, target)
        except BaseException:
            path.unlink(missing_ok=True)  # noqa: ASYNC240 - one name, at the end of a failure
            raise

    async def read(self, name: str, start: int, stop: int) -> bytes:
        return await asyncio.to_thread(self._read, name, start, stop)

    async def size(self, name: str) -> int | None:
        try:
            return self.path(name).stat().st_size
        except FileNotFoundError:
            return None

    async def delete(self, name: str) -> None:
        await asyncio.to_thread(self.path(name).unlink, missing_ok=True)

    async def names(self, before: float) -> list[str]:
        return await asyncio.to_thread(self._names, before)

    def path(self, name: str) -> Path:
        return self._root / name[:2] / name

    def _read(self, name: str, start: int, stop: int) -> bytes:
        with self.path(name).open("rb") as file:
            file.seek(start)
            return file.read(stop - start)

    def _names(self, before: float) -> list[str]:
        """What a killed server left half written goes on the way."""
        found = []
        for path in self._root.glob("??/*"):
            if path.stat().st_mtime >= before:
                continue
            if path.name.startswith("."):
                path.unlink(missing_ok=True)
            else:
                found.append(path.name)
        return sorted(found)


def _flush(handle: int) -> None:
    os.fsync(handle)


def _settle(path: Path, target: Path) -> None:
    """Under its name, and that name to the disk itself."""
    path.replace(target)
    handle = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
