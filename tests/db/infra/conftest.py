"""Infra knows no feature, and neither do its tests: their template holds infra's own tables and the walled notes."""

import os
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from telemed.infra import audit, idempotency, jobs, outbox, server, wall
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.server import Session
from telemed.infra.tables import metadata
from tests.db.infra.notes import WALL, notes

TABLES = [
    *(outbox.event_table, jobs.job_table, idempotency.change_table),
    *(audit.audit_table, audit.seal_table, audit.head_table),
]


@pytest.fixture(scope="session")
async def template(embedded: EmbeddedPg, superuser: Session) -> AsyncIterator[str]:
    await server.prepare(embedded, superuser)
    name = f"test_{os.getpid()}_infra"
    await superuser.execute(f"drop database if exists {name}")
    await server.create_database(superuser, name)
    engine = create_async_engine(server.addresses(embedded, name).owner_url)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all, tables=TABLES)
        await connection.run_sync(notes.metadata.create_all)
        for statement in (
            *wall.FUNCTIONS,
            # Stands for the consults' own, which a migration makes: here no case has any ends.
            "create function telemed_ends_of(consult uuid) returns uuid[] language sql as $$ select '{}'::uuid[] $$",
            *wall.grants(metadata, wall.APP, present=[table.name for table in TABLES]),
            *wall.grants(notes.metadata, wall.APP, present=[notes.name]),
            *wall.enable(notes.name, WALL),
        ):
            await connection.execute(text(statement))
    await engine.dispose()
    yield name
    await superuser.execute(f"drop database {name}")
