from typing import Any

import asyncpg
import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from telemed.infra import wall
from telemed.infra.db import Database, driver_url, full_url
from telemed.infra.embedded_pg import SUPERUSER, EmbeddedPg
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import UserId, uuid7
from telemed.kernel.values import Role
from tests.db.infra.notes import HERE, SYSTEM, THERE, doctor, note, notes, write


@pytest.fixture
async def two_notes(db: Database) -> None:
    await write(db, SYSTEM, note("of here", HERE), note("of there", THERE))


async def seen(db: Database, actor: Actor) -> list[str]:
    async with db.transaction(actor) as tx:
        return [row.words for row in await tx.all(select(notes.c.words).order_by(notes.c.words))]


@pytest.mark.usefixtures("two_notes")
async def test_each_sees_the_rows_of_their_facilities_and_the_system_sees_all(db: Database) -> None:
    assert await seen(db, doctor(HERE)) == ["of here"]
    assert await seen(db, doctor(HERE, THERE)) == ["of here", "of there"]
    assert await seen(db, SYSTEM) == ["of here", "of there"]


@pytest.mark.usefixtures("two_notes")
async def test_who_holds_no_clinical_role_sees_nothing(db: Database) -> None:
    admin = Actor(UserId(uuid7()), (Grant(Role.HOSPITAL_ADMIN, HERE),))

    assert await seen(db, admin) == []
    assert await seen(db, doctor()) == []


@pytest.mark.usefixtures("two_notes")
async def test_a_query_that_forgot_to_say_who_asks_sees_nothing(database: DatabaseServer) -> None:
    session = await asyncpg.connect(driver_url(database.app_url))
    try:
        assert await session.fetch("select * from note") == []
    finally:
        await session.close()


@pytest.mark.usefixtures("two_notes")
async def test_even_the_owner_of_the_table_stands_before_the_wall(owner_db: Database) -> None:
    assert await seen(owner_db, doctor(HERE)) == ["of here"]


@pytest.mark.usefixtures("two_notes")
async def test_a_foreign_row_can_be_neither_changed_nor_deleted(db: Database) -> None:
    of_there = notes.c.words == "of there"
    async with db.transaction(doctor(HERE)) as tx:
        changed = await tx.execute(update(notes).where(of_there).values(words="mine now"))
        deleted = await tx.execute(delete(notes).where(of_there))

    assert (changed.rowcount, deleted.rowcount) == (0, 0)
    assert await seen(db, SYSTEM) == ["of here", "of there"]


@pytest.mark.usefixtures("two_notes")
@pytest.mark.parametrize(
    "statement", [note("smuggled", THERE), update(notes).where(notes.c.words == "of here").values(facility_id=THERE)]
)
async def test_no_row_can_be_put_behind_the_wall(db: Database, statement: Any) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        await write(db, doctor(HERE), statement)


async def test_the_walls_functions_run_once_for_a_statement_and_the_index_is_used(db: Database) -> None:
    async with db.transaction(doctor(HERE)) as tx:
        await tx.execute(text("set local enable_seqscan = off"))
        plan = [row[0] for row in await tx.all(text(f"explain select * from note where facility_id = '{HERE}'"))]

    assert [line.strip() for line in plan if "InitPlan" in line] == [
        "InitPlan 1 (returns $0)",
        "InitPlan 2 (returns $1)",
    ]
    assert any("ix_note_facility_id" in line for line in plan)


async def test_the_application_owns_nothing_and_cannot_step_over_the_wall(db: Database) -> None:
    async with db.transaction(SYSTEM) as tx:
        await wall.assert_walled(tx)


async def test_the_program_refuses_to_work_as_the_owner_or_a_superuser(
    owner_db: Database, embedded: EmbeddedPg, database: DatabaseServer
) -> None:
    boss = Database(full_url(database.owner_url).set(username=SUPERUSER, password=embedded.password(SUPERUSER)))
    for db, fault in ((owner_db, "owns tables"), (boss, "is a superuser and has BYPASSRLS and owns tables")):
        async with db.transaction(SYSTEM) as tx:
            with pytest.raises(wall.Unwalled, match=fault):
                await wall.assert_walled(tx)
    await boss.close()


@pytest.mark.parametrize(
    "command", ["drop table note", "alter table note disable row level security", "set role telemed_owner"]
)
async def test_the_application_cannot_take_the_wall_down(db: Database, command: str) -> None:
    with pytest.raises(DBAPIError, match=r"must be owner|permission denied"):
        await write(db, SYSTEM, text(command))


def test_a_table_name_that_is_no_plain_name_is_refused() -> None:
    with pytest.raises(ValueError, match="SQL name"):
        wall.enable("note; drop table note", "true")
