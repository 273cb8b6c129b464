"""A session that is being renewed while an administrator ends it: one waits for the other, and neither is cut down."""

import asyncio

import pytest
from sqlalchemy import text

from telemed.identity import Identity, store
from telemed.identity.service.actors import digest
from telemed.identity.service.people import People
from telemed.identity.store import sign_ins
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from tests.eventually import eventually
from tests.people import SYSTEM

WAITING = text(
    "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
)


@pytest.mark.parametrize("deed", ["disable", "sign_out", "reset_second_factor"])
async def test_ending_and_renewing_take_their_locks_in_one_order(
    identity: Identity, people: People, admin: Actor, doctor: Actor, db: Database, deed: str
) -> None:
    going = await identity.enter(doctor.id, method="password")

    async def waits() -> bool:
        async with db.transaction(SYSTEM) as tx:
            return bool(await tx.scalar(WAITING))

    async with asyncio.TaskGroup() as both, db.transaction(SYSTEM) as renewing:
        assert await sign_ins.lock_refresh(renewing, digest(going.refresh_token))
        more = ("left",) if deed == "disable" else ()
        both.create_task(getattr(people, deed)(admin, doctor.id, *more))
        await eventually(waits)
        await store.see(renewing, doctor.id, renewing.at)

    assert await db_open(db, doctor) == 0


async def db_open(db: Database, person: Actor) -> int:
    async with db.transaction(SYSTEM) as tx:
        return len(await sign_ins.open_of(tx, person.id))
