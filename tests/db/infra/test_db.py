from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from telemed.infra.db import Database, violated
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from tests.db.infra.notes import HERE, SYSTEM, THERE, doctor, note, notes, write

WHO = text(
    "select current_setting('telemed.actor') as actor, current_setting('telemed.system') as system, "
    "telemed_facilities() as facilities"
)


async def count(db: Database, actor: Actor = SYSTEM) -> int:
    async with db.transaction(actor) as tx:
        return int(await tx.scalar(select(func.count()).select_from(notes)))


async def test_a_transaction_says_who_acts_and_forgets_it_afterwards(db: Database) -> None:
    lan = doctor(HERE, THERE)

    async with db.transaction(lan) as tx:
        person = await tx.one(WHO)
    async with db.transaction(Actor.system("relay")) as tx:
        system = await tx.one(WHO)

    assert (person.actor, person.system, set(person.facilities)) == (str(lan.id), "", {HERE, THERE})
    assert (system.system, system.facilities) == ("on", [])


async def test_a_transaction_commits_at_its_end_and_rolls_back_when_it_raises(db: Database) -> None:
    await write(db, SYSTEM, note("kept"))
    with pytest.raises(DBAPIError):
        await write(db, SYSTEM, note("lost"), text("select 1/0"))

    assert await count(db) == 1


async def test_a_transaction_knows_when_it_began_by_the_one_clock(db: Database, clock: ManualClock) -> None:
    clock.advance(timedelta(hours=1))

    async with db.transaction(SYSTEM) as tx:
        assert tx.at == clock.now()


async def test_a_refused_row_names_its_constraint(db: Database) -> None:
    with pytest.raises(IntegrityError) as refusal:
        await write(db, SYSTEM, note("Sốt ba ngày"), note("Sốt ba ngày"))

    assert violated(refusal.value) == "note_words_key"


async def test_rows_are_read_one_first_all_and_by_their_only_value(db: Database) -> None:
    async with db.transaction(SYSTEM) as tx:
        assert await tx.first(select(notes)) is None
        await tx.execute(note("a"))
        await tx.execute(note("b"))

        words = [row.words for row in await tx.all(select(notes).order_by(notes.c.words))]
        one = await tx.one(select(notes.c.words).where(notes.c.words == "a"))
        only = await tx.scalar(select(notes.c.words).where(notes.c.words == "b"))

    assert (words, one.words, only) == (["a", "b"], "a", "b")
