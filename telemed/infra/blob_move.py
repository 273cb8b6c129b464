"""Whole files carried from one store to another: each is proved there by its hash before the first copy goes.

May be broken off at any moment and begun again: what is there already and whole is not carried a second time.
"""

import hashlib
import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from telemed.infra.blob_store import Store
from telemed.infra.blobs import CHUNK, Blobs
from telemed.infra.sealing import Unsealable

_NAME: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True)
class Moved:
    carried: int = 0
    there: int = 0
    """Were there already, whole."""
    bytes: int = 0
    damaged: list[str] = field(default_factory=list)
    """Cannot be proved; they stay where they are."""


async def move(
    data_dir: Path, names: Iterable[str], source: Store, target: Store, *, keep: bool, told: Callable[[Moved], None]
) -> Moved:
    """Carry these; with `keep` the first copies stay. Bytes travel sealed, as they lie; `told` hears after each.

    Raises:
        whatever a store raises: all that was carried so far stands.
    """
    here, there, moved = Blobs.of(data_dir, source), Blobs.of(data_dir, target), Moved()
    for name in names:
        if not _NAME.fullmatch(name):
            continue  # nothing of ours
        if await _is_whole(there, name):
            moved.there += 1
        elif await _is_whole(here, name):
            size = await source.size(name)
            assert size is not None
            await target.put(name, _sealed(source, name, size))
            if not await _is_whole(there, name):
                moved.damaged.append(name)
                continue
            moved.carried += 1
            moved.bytes += size
        else:
            moved.damaged.append(name)
            continue
        if not keep:
            await source.delete(name)
        told(moved)
    return moved


async def _is_whole(blobs: Blobs, name: str) -> bool:
    digest = hashlib.sha256()
    try:
        async for chunk in blobs.read(name):
            digest.update(chunk)
    except (FileNotFoundError, Unsealable):
        return False
    return digest.hexdigest() == name


async def _sealed(store: Store, name: str, size: int) -> AsyncIterator[bytes]:
    for at in range(0, size, CHUNK):
        yield await store.read(name, at, min(at + CHUNK, size))
