"""Bytes on disk: parts that arrive over broken lines, and whole things known by their SHA-256. Whole or not at all.

A part's size on disk is the truth of how much came, so that a killed server loses nothing that was written. What a
power cut took back shows in the hash, and then the part begins again.
"""

import asyncio
import hashlib
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID
from weakref import WeakValueDictionary

_CHUNK: Final = 1024 * 1024
SPARE: Final = 512 * 1024 * 1024


@dataclass(eq=False)
class _Desk:
    """Who writes one part. A browser that comes back must not wait for a line that died without saying so."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    writer: "asyncio.Task[object] | None" = None
    """While it waits for more of its line."""
    sent_away: bool = False


class Blobs:
    def __init__(self, root: Path) -> None:
        self._root = root
        self._desks: WeakValueDictionary[UUID, _Desk] = WeakValueDictionary()

    def path(self, sha256: str) -> Path:
        """Where a whole thing lies, or would."""
        return self._root / "whole" / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        return self.path(sha256).is_file()

    def received(self, part: UUID) -> int:
        """How many bytes of it lie here."""
        try:
            return self._part(part).stat().st_size
        except FileNotFoundError:
            return 0

    @asynccontextmanager
    async def alone(self, part: UUID) -> AsyncIterator["Writing"]:
        """The one who writes this part; whoever wrote it before stops at the next byte that comes."""
        desk = self._desks.setdefault(part, _Desk())
        if desk.writer:
            desk.sent_away = True
            desk.writer.cancel()
        async with desk.lock:
            yield Writing(self._part(part), desk)

    async def keep(self, part: UUID, sha256: str) -> bool:
        """Move a whole part to its place. False: it is not what it should be, and is thrown away."""
        return await asyncio.to_thread(self._keep, part, sha256)

    async def drop(self, part: UUID) -> None:
        await asyncio.to_thread(self._part(part).unlink, missing_ok=True)

    async def remove(self, sha256: str) -> None:
        """For who knows that nothing refers to it any more."""
        await asyncio.to_thread(self.path(sha256).unlink, missing_ok=True)

    async def whole(self, before: float) -> list[str]:
        """All that was put in its place before that moment (seconds since 1970)."""
        return await asyncio.to_thread(self._whole, before)

    def _whole(self, before: float) -> list[str]:
        every = (self._root / "whole").glob("??/*")
        return sorted(path.name for path in every if path.stat().st_mtime < before)

    async def head(self, part: UUID, size: int) -> bytes | None:
        """A part's first bytes, which tell what it is; None: there is no such part."""
        return await asyncio.to_thread(self._head, part, size)

    def has_room_for(self, size: int) -> bool:
        """The database lies on the same disk and must never find it full."""
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        return shutil.disk_usage(self._root).free - size > SPARE

    def _head(self, part: UUID, size: int) -> bytes | None:
        try:
            with self._part(part).open("rb") as file:
                return file.read(size)
        except FileNotFoundError:
            return None

    def _part(self, part: UUID) -> Path:
        return self._root / "parts" / part.hex

    def _keep(self, part: UUID, sha256: str) -> bool:
        source, target = self._part(part), self.path(sha256)
        if not source.exists():
            return target.is_file()  # it was moved, and then the server fell before it could be written down
        if _sha256(source) != sha256:
            source.unlink()
            return False
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sync(source)
        source.replace(target)
        _sync(target.parent)
        return True


@dataclass(frozen=True, slots=True)
class Writing:
    """One part in the hands of one writer."""

    path: Path
    desk: _Desk

    @property
    def received(self) -> int:
        with suppress(FileNotFoundError):
            return self.path.stat().st_size
        return 0

    async def append(self, chunks: AsyncIterator[bytes], limit: int) -> tuple[int, bool]:
        """Write what comes, as it comes: a line that breaks, or somebody who comes back, ends it at what arrived.

        The size now, and whether more came than `limit` (which is not written).
        """
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        size, task = self.received, asyncio.current_task()
        with self.path.open("ab", buffering=0) as file:
            self.desk.writer, self.desk.sent_away = task, False
            try:
                async for chunk in chunks:
                    if size + len(chunk) > limit:
                        return size, True
                    size += file.write(chunk)
            except asyncio.CancelledError:
                if task is None or not self.desk.sent_away:
                    raise
                task.uncancel()
            finally:
                self.desk.writer = None
            await asyncio.to_thread(os.fsync, file.fileno())
        return size, False


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _sync(path: Path) -> None:
    """To the disk itself: a file's bytes, or a folder's names."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
