"""Brings a database to the schema of this program, and writes the next migration from what the tables have become.

A new migration is drafted, against a database made for the moment and thrown away, by
`python -m telemed.migrations.runner "what it adds"`.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, NullPool, text
from sqlalchemy.ext.asyncio import create_async_engine

import telemed
from telemed.infra import audit, idempotency, jobs, outbox, wall
from telemed.infra.db import full_url
from telemed.infra.server import database_server
from telemed.infra.tables import metadata

T = TypeVar("T")

HERE = Path(__file__).parent
INFRA = (audit, idempotency, jobs, outbox)
"""The modules of `infra` that have tables of their own; a feature's stand in its `tables.py`."""

_LOCK = 7_450_116_102
"""Advisory: of two programs that start at once, one migrates and the other finds it done."""


def whole_metadata() -> MetaData:
    """Every table there is: importing a feature's `tables.py`, and each `tables_….py` beside it, adds its own."""
    for package in iter_modules(telemed.__path__, "telemed."):
        spec = find_spec(package.name) if package.ispkg else None
        for module in iter_modules(spec.submodule_search_locations if spec else []):
            if module.name.partition("_")[0] == "tables":
                import_module(f"{package.name}.{module.name}")
    return metadata


async def migrate(owner_url: str, *, app_role: str = wall.APP, to: str = "head") -> None:
    """Bring the schema to `to`, all or nothing, and grant the application's role what the tables allow it."""

    def upgrade(connection: Connection) -> None:
        for statement in wall.FUNCTIONS:
            connection.execute(text(statement))
        command.upgrade(_config(connection), to)
        for statement in wall.grants(whole_metadata(), app_role, present=_tables(connection)):
            connection.execute(text(statement))

    await _as_owner(owner_url, upgrade)


async def downgrade(owner_url: str, to: str = "base") -> None:
    """Go back. For tests, and for a release that turns out wrong before anybody wrote into it."""
    await _as_owner(owner_url, lambda connection: command.downgrade(_config(connection), to))


async def pending(owner_url: str) -> bool:
    """Whether `migrate` has something to do."""

    def behind(connection: Connection) -> bool:
        head = ScriptDirectory(str(HERE)).get_current_head()
        return MigrationContext.configure(connection).get_current_revision() != head

    return await _as_owner(owner_url, behind)


async def drift(owner_url: str) -> list[Any]:
    """What the code's tables have beyond the migrations; exclusions, policies and functions are not looked at."""

    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, whole_metadata()))

    return await _as_owner(owner_url, compare)


async def draft(message: str) -> None:
    """Write the next file in `versions/`: a draft, because policies, exclusions and data are for its author to add."""
    number = len(list((HERE / "versions").glob("v*.py"))) + 1
    with tempfile.TemporaryDirectory(prefix="telemed-draft-") as folder:
        Path(folder).chmod(0o755)  # noqa: ASYNC240 - as root the server runs as another user
        async with database_server(Path(folder), durable=False) as server:
            await migrate(server.owner_url)
            await _as_owner(
                server.owner_url,
                lambda connection: command.revision(
                    _config(connection), message, autogenerate=True, rev_id=f"{number:04d}"
                ),
            )


async def _as_owner(owner_url: str, work: Callable[[Connection], T]) -> T:
    engine = create_async_engine(full_url(owner_url), poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "v%%(rev)s_%%(slug)s")  # a name that Python could import, for the linters
    return config


def _tables(connection: Connection) -> set[str]:
    return set(connection.scalars(text("select tablename from pg_tables where schemaname = 'public'")))


if __name__ == "__main__":
    asyncio.run(draft(" ".join(sys.argv[1:])))
