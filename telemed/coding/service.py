"""Which list of codes holds on a day, and finding in it; the indexes are kept in memory, for no list ever changes."""

import asyncio
from collections.abc import Sequence
from datetime import date

from telemed.coding import store, wire
from telemed.coding.built_in import BUILT_IN
from telemed.coding.built_in import index as built_in_index
from telemed.coding.model import CodeList, Entry, Index, in_force
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock

KEPT_LISTS = 4
"""Indexes of imported lists in memory, some 10 MB each."""


class ListKnown(Exception):
    """A list of this name was imported before: lists never change, a corrected one has another name."""


async def list_on(tx: Tx, day: date) -> str:
    """The id of the list that holds on that day: kept with every code that is taken from it."""
    return (await _on(tx, day)).id


async def _on(tx: Tx, day: date) -> CodeList:
    return in_force(await store.lists(tx), day) or BUILT_IN


async def import_list(tx: Tx, new: CodeList, codes: Sequence[Entry], sha256: str) -> None:
    """Raises ListKnown."""
    if new.id == BUILT_IN.id or any(one.id == new.id for one in await store.lists(tx)):
        raise ListKnown
    await store.add(tx, new, codes, sha256)


class Icd:
    def __init__(self, db: Database, clock: Clock) -> None:
        self._db, self._clock = db, clock
        self._indexes: dict[str, Index] = {}

    async def search(self, actor: Actor, query: wire.IcdQuery) -> wire.IcdFound:
        """No policy: a list of codes is no secret."""
        day = query.on or self._clock.now().astimezone(LOCAL).date()
        async with self._db.transaction(actor) as tx:
            held = await _on(tx, day)
            known = held == BUILT_IN or held.id in self._indexes
            entries = [] if known else await store.entries(tx, held.id)
        index = await self._index(held, entries)
        return wire.IcdFound(
            source=wire.IcdListView(id=held.id, name=held.name, valid_from=held.valid_from, valid_to=held.valid_to),
            codes=[
                wire.IcdCodeView(**{name: getattr(one, name) for name in wire.IcdCodeView.model_fields})
                for one in index.search(query.q, day)
            ],
        )

    async def _index(self, held: CodeList, entries: Sequence[Entry]) -> Index:
        """Made beside the event loop: sorting 16,000 titles takes some tenths of a second."""
        if held == BUILT_IN:
            return await asyncio.to_thread(built_in_index)
        found = self._indexes.get(held.id)
        if found is None:
            found = await asyncio.to_thread(Index, entries)
            while len(self._indexes) >= KEPT_LISTS:
                del self._indexes[next(iter(self._indexes))]
            self._indexes[held.id] = found
        return found
