"""Infra knows no feature, and neither do its tests: a template with infra's own tables, and one walled table of notes."""

import os
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import Column, MetaData, String, Table, Uuid, text
from sqlalchemy.ext.asyncio import create_async_engine

from telemed.infra import audit, idempotency, jobs, outbox, server, wall
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.server import Session

INFRA = [outbox.event_table, jobs.job_table, audit.audit_table, idempotency.change_table]

notes = Table(
    "note",
    MetaData(),
    Column("id", Uuid, primary_key=True),
    Column("facility_id", Uuid, nullable=False, index=True),
    Column("words", String, nullable=False, unique=True),
)
"""Stands for any table that bears patient data."""

NOTES_WALL = "(select telemed_is_system()) or facility_id = any ((select telemed_facilities())::uuid[])"


@pytest.fixture(scope="session")
async def template(embedded: EmbeddedPg, superuser: Session) -> AsyncIterator[str]:
    await server.prepare(embedded, superuser)
    name = f"test_{os.getpid()}_infra"
    await superuser.execute(f"drop database if exists {name}")
    await server.create_database(superuser, name)
    engine = create_async_engine(server.addresses(embedded, name).owner_url)
    async with engine.begin() as connection:
        await connection.run_sync(outbox.event_table.metadata.create_all, tables=INFRA)
        await connection.run_sync(notes.metadata.create_all)
        present = [table.name for table in INFRA]
        for statement in (
            *wall.FUNCTIONS,
            *wall.grants(outbox.event_table.metadata, wall.APP, present=present),
            *wall.grants(notes.metadata, wall.APP, present=["note"]),
            *wall.enable("note", NOTES_WALL),
        ):
            await connection.execute(text(statement))
    await engine.dispose()
    yield name
    await superuser.execute(f"drop database {name}")
