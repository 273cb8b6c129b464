import asyncio
from uuid import UUID

import pytest
from pydantic import BaseModel

from telemed.infra.db import Database
from telemed.infra.idempotency import OtherBody, first_time
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from tests.db.infra.notes import doctor

LAN, MINH = doctor(), doctor()
CHANGE, ENTITY = uuid7(), uuid7()


class Accept(BaseModel):
    note: str = ""


class Decline(BaseModel):
    note: str = ""


async def send(
    db: Database, clock: ManualClock, body: BaseModel | bytes, *, by: Actor = LAN, entity: UUID = ENTITY
) -> bool:
    async with db.transaction(by) as tx:
        return await first_time(tx, CHANGE, entity, body, clock.now())


@pytest.mark.parametrize("body", [Accept(note="Đang đến"), b'{"note": 1}'])
async def test_the_same_change_sent_again_counts_once(
    db: Database, clock: ManualClock, body: BaseModel | bytes
) -> None:
    assert [await send(db, clock, body) for _ in range(3)] == [True, False, False]


async def test_the_same_id_with_another_body_entity_person_or_command_is_refused(
    db: Database, clock: ManualClock
) -> None:
    await send(db, clock, Accept())

    for body, by, entity in (
        (Accept(note="other"), LAN, ENTITY),
        (Accept(), LAN, uuid7()),
        (Accept(), MINH, ENTITY),
        (Decline(), LAN, ENTITY),
    ):
        with pytest.raises(OtherBody):
            await send(db, clock, body, by=by, entity=entity)


async def test_of_two_that_arrive_together_one_is_first(db: Database, clock: ManualClock) -> None:
    assert sorted(await asyncio.gather(*(send(db, clock, Accept()) for _ in range(4)))) == [False, False, False, True]


async def test_a_change_that_was_rolled_back_may_be_sent_again(db: Database, clock: ManualClock) -> None:
    async def fail() -> None:
        async with db.transaction(LAN) as tx:
            await first_time(tx, CHANGE, ENTITY, Accept(), clock.now())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()

    assert await send(db, clock, Accept())
