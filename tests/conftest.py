"""One PostgreSQL for all runs of this checkout; a migrated template per run, a database and a clock per test."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
import structlog

from telemed.infra import pg_programs, server
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.server import DatabaseServer, Session
from telemed.kernel.clock import ManualClock
from telemed.migrations.runner import migrate

_numbers = count(1)

# Shown with a test that fails. The default would draw each expected failure's traceback in colour, for a second each.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(),
    ]
)


@pytest.fixture(scope="session")
def embedded() -> Iterator[EmbeddedPg]:
    """Shared with runs beside this one, and found again by the next if this one is killed."""
    programs = pg_programs.find()[0]
    checkout = hashlib.sha256(str(Path(__file__).resolve()).encode()).hexdigest()[:8]
    root = _quick_folder() / f"telemed-tests-{os.geteuid()}-{checkout}-{programs.major}"
    pg = EmbeddedPg(root, durable=False).start()
    yield pg
    pg.stop()


@pytest.fixture(scope="session")
async def superuser(embedded: EmbeddedPg) -> AsyncIterator[Session]:
    async with server.superuser(embedded) as session:
        yield session


@pytest.fixture(scope="session")
async def template(embedded: EmbeddedPg, superuser: Session) -> AsyncIterator[str]:
    """The name of a database with the whole schema and no rows. Nobody may be connected to it while it is copied."""
    await server.prepare(embedded, superuser)
    await _drop_what_killed_runs_left(superuser)
    name = f"test_{os.getpid()}_template"
    await server.create_database(superuser, name)
    await migrate(server.addresses(embedded, name).owner_url)
    yield name
    await _drop(superuser, name)


@pytest.fixture
async def database(embedded: EmbeddedPg, superuser: Session, template: str) -> AsyncIterator[DatabaseServer]:
    """A fresh database of this test's own, by its two addresses: for tests that start a server process."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    await server.create_database(superuser, name, template)
    yield server.addresses(embedded, name)
    await _drop(superuser, name)


@pytest.fixture
def clock() -> ManualClock:
    """Ten in the morning of a Sunday in Lai Châu."""
    return ManualClock(datetime(2026, 11, 22, 3, tzinfo=UTC))


@pytest.fixture
async def db(database: DatabaseServer, clock: ManualClock) -> AsyncIterator[Database]:
    """The database as the application sees it: behind the wall."""
    db = Database(database.app_url, clock=clock, pool_size=5)
    yield db
    await db.close()


@pytest.fixture
async def owner_db(database: DatabaseServer, clock: ManualClock) -> AsyncIterator[Database]:
    """The same as the owner of its tables, for what a test must arrange or look at behind the program's back."""
    db = Database(database.owner_url, clock=clock, pool_size=2)
    yield db
    await db.close()


def _quick_folder() -> Path:
    """A database is three hundred files, made and removed for every test: memory is several times quicker at it."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 2**30 else Path(tempfile.gettempdir())


async def _drop_what_killed_runs_left(session: Session) -> None:
    for (name,) in await session.fetch("select datname from pg_database where datname ~ '^test_[0-9]+_'"):
        try:
            os.kill(int(name.split("_")[1]), 0)
        except ProcessLookupError:
            await _drop(session, name)


async def _drop(session: Session, name: str) -> None:
    await session.execute(f"drop database if exists {name} with (force)")
