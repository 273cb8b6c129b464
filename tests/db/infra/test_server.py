"""Against servers of the tests' own, because roles belong to a whole server."""

import os
import shutil
import signal
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from telemed.infra import server
from telemed.infra.background import Tasks
from telemed.infra.db import Database, full_url
from telemed.infra.embedded_pg import SUPERUSER, EmbeddedPg
from telemed.infra.outbox import event_table, publish
from telemed.infra.pg_programs import PgFault
from telemed.infra.relay import Relay
from telemed.infra.server import DatabaseServer, database_server
from telemed.infra.tables import metadata
from telemed.infra.wall import APP, OWNER, Unwalled, assert_walled, grants
from tests.db.infra.notes import SYSTEM, write
from tests.db.infra.test_outbox import LampLit, Lamps
from tests.eventually import eventually


@pytest.fixture
def folder() -> Iterator[Path]:
    """Open to the user the server runs as."""
    folder = Path(tempfile.mkdtemp(prefix="telemed-server-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
async def operators(folder: Path) -> AsyncIterator[str]:
    """A server that an operator runs: the address of an empty database, as its superuser."""
    pg = EmbeddedPg(folder / "operator", durable=False).start()
    yield pg.url(SUPERUSER, "postgres")
    pg.stop()


async def ask(url: str, question: str) -> object:
    db = Database(url)
    try:
        async with db.transaction(SYSTEM) as tx:
            return await tx.scalar(text(question))
    finally:
        await db.close()


async def check_walled(url: str) -> None:
    db = Database(url)
    try:
        async with db.transaction(SYSTEM) as tx:
            await assert_walled(tx)
    finally:
        await db.close()


async def test_the_embedded_server_gives_a_plain_owner_and_a_walled_application(folder: Path) -> None:
    async with database_server(folder, durable=False) as addresses:
        rights = "select concat_ws(' ', rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb)"
        for url, role in ((addresses.owner_url, OWNER), (addresses.app_url, APP)):
            assert await ask(url, f"{rights} from pg_roles where rolname = current_user") == f"{role} f f f f"
        await check_walled(addresses.app_url)


async def test_a_second_start_finds_the_same_roles_database_and_passwords(folder: Path) -> None:
    async with database_server(folder, durable=False) as first, database_server(folder, durable=False) as second:
        assert first == second

    async with database_server(folder, durable=False) as third:
        assert third == first
        assert await ask(third.app_url, "select current_database()") == server.DATABASE


def test_addresses_are_never_shown() -> None:
    assert "secret" not in repr(DatabaseServer("postgresql://a:secret@/b", "postgresql://c:secret@/d"))


async def test_a_lost_password_is_said_in_plain_words(folder: Path) -> None:
    async with database_server(folder, durable=False):
        pass
    (folder / "postgres" / f"{SUPERUSER}.password").write_text("of another server")

    with pytest.raises(PgFault, match="does not open the data"):
        async with database_server(folder, durable=False):
            pass


async def test_on_the_operators_server_the_applications_role_is_made_once(folder: Path, operators: str) -> None:
    for _ in range(2):
        async with database_server(folder, url=operators) as addresses:
            assert addresses.app_role == APP
            await check_walled(addresses.app_url)
            with pytest.raises(Unwalled, match="superuser"):
                await check_walled(addresses.owner_url)


async def test_an_owner_who_may_not_make_roles_is_told_the_statement_to_run(folder: Path, operators: str) -> None:
    await write_as(operators, "create role plain login password 'plain'")
    owner = full_url(operators).set(username="plain", password="plain").render_as_string(hide_password=False)

    with pytest.raises(PgFault, match=f"create role {APP} login") as fault:
        async with database_server(folder, url=owner):
            pass
    assert "TELEMED_DATABASE_APP_URL" in str(fault.value)

    await write_as(operators, "create role by_hand login password 'by-hand'")
    app = full_url(operators).set(username="by_hand", password="by-hand").render_as_string(hide_password=False)
    async with database_server(folder, url=owner, app_url=app) as addresses:
        assert addresses.app_role == "by_hand"
        await check_walled(addresses.app_url)


async def test_another_password_of_the_applications_role_is_named(folder: Path, operators: str) -> None:
    async with database_server(folder, url=operators):
        pass
    await write_as(operators, f"alter role {APP} password 'of another Telemed'")

    with pytest.raises(PgFault, match="refuses the password"):
        async with database_server(folder, url=operators):
            pass


async def test_the_program_goes_on_when_postgresql_was_killed_and_came_back(folder: Path) -> None:
    lamps = Lamps()
    async with database_server(folder) as addresses, Tasks() as tasks:
        await make_outbox(addresses)
        db = Database(addresses.app_url)
        relay = Relay(db)
        relay.live(LampLit, lamps.live)
        tasks.start(relay.run(), name="relay")
        await tell(db, "before")
        await eventually(lambda: lamps.seen == ["before"])

        os.kill(int((folder / "postgres/pgdata/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        await eventually(lambda: told(db, "after"))

        await eventually(lambda: lamps.seen == ["before", "after"])
        await db.close()


async def make_outbox(addresses: DatabaseServer) -> None:
    engine = create_async_engine(addresses.owner_url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all, tables=[event_table])
        for statement in grants(metadata, APP, present=["event"]):
            await connection.execute(text(statement))
    await engine.dispose()


async def tell(db: Database, room: str) -> None:
    async with db.transaction(SYSTEM) as tx:
        await publish(tx, LampLit(None, room), tx.at)


async def told(db: Database, room: str) -> bool:
    try:
        await tell(db, room)
    except (OSError, DBAPIError):
        return False
    return True


async def write_as(url: str, statement: str) -> None:
    db = Database(url)
    await write(db, SYSTEM, text(statement))
    await db.close()
