"""Files of ours: parts that arrive over broken lines, and whole things known by their SHA-256. Whole or not at all,
and encrypted wherever they lie (`sealing.py`); whole things may lie in a bucket (`blob_store.py`), parts never do.

A part's size on disk is the truth of how much came, so that a killed server loses nothing that was written. What a
power cut took back shows in the hash, and then the part begins again.
"""

import asyncio
import hashlib
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import UUID
from weakref import WeakValueDictionary

from telemed.infra import sealing
from telemed.infra.blob_store import LocalStore, Store
from telemed.infra.sealing import HEAD, MARK, PART_MARK, FileKeys, PartCipher

CHUNK: Final = 1024 * 1024
SPARE: Final = 512 * 1024 * 1024


@dataclass(eq=False)
class _Desk:
    """Who writes one part. A browser that comes back must not wait for a line that died without saying so."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    writer: "asyncio.Task[object] | None" = None
    """While it waits for more of its line."""
    sent_away: bool = False


class Blobs:
    def __init__(self, root: Path, keys: FileKeys, store: Store | None = None) -> None:
        self._root, self._keys = root, keys
        self._store = store or LocalStore(root / "whole")
        self._desks: WeakValueDictionary[UUID, _Desk] = WeakValueDictionary()

    @classmethod
    def of(cls, data_dir: Path, store: Store | None = None) -> "Blobs":
        """Those of a data directory: `files`, and their keys in `keys/files`."""
        return cls(data_dir / "files", FileKeys.open(data_dir / "keys" / "files"), store)

    # -- parts ---------------------------------------------------------------------------------------------------------

    def received(self, part: UUID) -> int:
        """How many bytes of it lie here."""
        return _received(self._part(part))

    @asynccontextmanager
    async def alone(self, part: UUID) -> AsyncIterator["Writing"]:
        """The one who writes this part; whoever wrote it before stops at the next byte that comes."""
        desk = self._desks.setdefault(part, _Desk())
        if desk.writer:
            desk.sent_away = True
            desk.writer.cancel()
        async with desk.lock:
            yield Writing(self._part(part), self._keys, desk)

    async def drop(self, part: UUID) -> None:
        await asyncio.to_thread(self._part(part).unlink, missing_ok=True)

    async def head(self, part: UUID, size: int) -> bytes:
        """A part's first bytes, which tell what it is."""
        return await asyncio.to_thread(lambda: next(self._of_part(part, size), b""))

    async def is_whole(self, part: UUID, sha256: str) -> bool:
        """Whether it is what it should be."""
        return await asyncio.to_thread(self._sha256, part) == sha256

    async def read_part(self, part: UUID) -> AsyncIterator[bytes]:
        chunks = self._of_part(part, CHUNK)
        while chunk := await asyncio.to_thread(next, chunks, b""):
            yield chunk

    async def parts(self, before: float) -> list[UUID]:
        """All that nothing was written to since that moment (seconds since 1970)."""
        return await asyncio.to_thread(self._parts, before)

    def has_room_for(self, size: int) -> bool:
        """The database lies on the same disk and must never find it full."""
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        return shutil.disk_usage(self._root).free - size > SPARE

    # -- whole things --------------------------------------------------------------------------------------------------

    async def keep_part(self, part: UUID, sha256: str) -> None:
        """Put a part, known to be whole, in its place. It stays where it is until it is dropped."""
        if await self._store.size(sha256) is None:
            await self._store.put(sha256, self._sealed(self._of_part(part, CHUNK)))

    async def keep(self, content: bytes) -> str:
        """Put it in its place; its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if await self._store.size(sha256) is None:
            await self._store.put(sha256, self._sealed(iter([content])))
        return sha256

    async def has(self, sha256: str) -> bool:
        return await self._store.size(sha256) is not None

    async def read(self, sha256: str, start: int = 0, stop: int | None = None) -> AsyncIterator[bytes]:
        """Its bytes from `start` to before `stop`, piece by piece; only the pieces that hold them are opened.

        Raises:
            FileNotFoundError: it is not here.
            Unsealable: somebody changed it.
        """
        stored = await self._store.size(sha256)
        if stored is None:
            raise FileNotFoundError(sha256)
        head = await self._store.read(sha256, 0, HEAD)
        plain = not head.startswith(MARK)  # kept by the release before; pictures, so none begins like ours
        end = stored if plain else sealing.plain_size(stored)
        stop = end if stop is None else min(stop, end)
        while start < stop:
            upto = min(stop, start - start % CHUNK + CHUNK)
            part = range(start, upto)
            if plain:
                yield await self._store.read(sha256, start, upto)
            else:
                body = await self._store.read(sha256, *sealing.where(part, stored))
                yield await asyncio.to_thread(sealing.opened, self._keys, head, body, part, stored)
            start = upto

    async def remove(self, sha256: str) -> None:
        """For who knows that nothing refers to it any more."""
        await self._store.delete(sha256)

    async def whole(self, before: float) -> list[str]:
        """All that was put in its place before that moment (seconds since 1970)."""
        return await self._store.names(before)

    # ------------------------------------------------------------------------------------------------------------------

    async def _sealed(self, chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
        pieces = sealing.sealed(self._keys, chunks)
        while piece := await asyncio.to_thread(_gather, pieces):
            yield piece

    def _of_part(self, part: UUID, size: int) -> Iterator[bytes]:
        with suppress(FileNotFoundError), self._part(part).open("rb") as file:
            head = file.read(HEAD)
            if len(head) < HEAD:
                return
            cipher = PartCipher(self._keys, head, 0)
            while chunk := file.read(size):
                yield cipher.turn(chunk)

    def _sha256(self, part: UUID) -> str:
        digest = hashlib.sha256()
        for chunk in self._of_part(part, CHUNK):
            digest.update(chunk)
        return digest.hexdigest()

    def _parts(self, before: float) -> list[UUID]:
        found = []
        for path in (self._root / "parts").glob("*"):
            with suppress(ValueError):
                if path.stat().st_mtime < before:
                    found.append(UUID(path.name))
        return found

    def _part(self, part: UUID) -> Path:
        return self._root / "parts" / part.hex


@dataclass(frozen=True, slots=True)
class Writing:
    """One part in the hands of one writer."""

    path: Path
    keys: FileKeys
    desk: _Desk

    @property
    def received(self) -> int:
        return _received(self.path)

    async def append(self, chunks: AsyncIterator[bytes], limit: int) -> tuple[int, bool]:
        """Write what comes, as it comes: a line that breaks, or somebody who comes back, ends it at what arrived.

        The size now, and whether more came than `limit` (which is not written).
        """
        size, task = self.received, asyncio.current_task()
        head = self._head(size)
        cipher = PartCipher(self.keys, head, size)
        with self.path.open("ab", buffering=0) as file:
            self.desk.writer, self.desk.sent_away = task, False
            try:
                async for chunk in chunks:
                    if size + len(chunk) > limit:
                        return size, True
                    size += file.write(cipher.turn(chunk))
            except asyncio.CancelledError:
                if task is None or not self.desk.sent_away:
                    raise
                task.uncancel()
            finally:
                self.desk.writer = None
            await asyncio.to_thread(os.fsync, file.fileno())
        return size, False

    def _head(self, size: int) -> bytes:
        """Its own, or a new one: nothing that can be read lies here yet."""
        if size:
            with self.path.open("rb") as file:
                return file.read(HEAD)
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        head = self.keys.new_head(PART_MARK)
        self.path.write_bytes(head)
        return head


def _received(path: Path) -> int:
    """A part that the release before left open begins anew: nothing tells how it should go on."""
    try:
        with path.open("rb") as file:
            marked = file.read(len(PART_MARK)) == PART_MARK
            return max(0, os.fstat(file.fileno()).st_size - HEAD) if marked else 0
    except FileNotFoundError:
        return 0


def _gather(pieces: Iterator[bytes]) -> bytes:
    """Some pieces at once: fewer steps between threads."""
    gathered = bytearray()
    for piece in pieces:
        gathered += piece
        if len(gathered) >= CHUNK:
            break
    return bytes(gathered)
