"""Single cases that people open for a reason: what the feature that judges the reasons asks for, in its transaction."""

from collections.abc import Collection
from datetime import datetime

from telemed.identity.model_access import CaseAccess
from telemed.identity.store import accesses as store
from telemed.infra.db import Tx
from telemed.kernel.ids import AccessId, UserId


async def open_access(tx: Tx, new: CaseAccess) -> None:
    """From now on the person's rights have it; tell them so with `rights_changed`."""
    await store.add(tx, new)


async def end_access(tx: Tx, access: AccessId, at: datetime) -> None:
    """Before its time. One that ran out stays as it was."""
    await store.end(tx, access, at)


async def running_accesses(tx: Tx, person: UserId, at: datetime) -> list[CaseAccess]:
    """What this person has open now, the first opened first."""
    return await store.running(tx, person, at)


async def accesses_of(tx: Tx, person: UserId) -> list[CaseAccess]:
    """All this person ever opened."""
    return await store.of_person(tx, person)


async def some_accesses(tx: Tx, ids: Collection[AccessId]) -> dict[AccessId, CaseAccess]:
    """Those of them that the wall lets through."""
    return {one.id: one for one in await store.some(tx, ids)} if ids else {}
