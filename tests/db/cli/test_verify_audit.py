"""`telemed verify-audit` in the operator's words: whole, tampered with, an exported file, a key that is not there."""

import asyncio
from argparse import Namespace
from pathlib import Path

import pytest
from sqlalchemy import update

from telemed.cli import verify_audit
from telemed.infra import audit
from telemed.infra.audit import audit_table, seal_table
from telemed.infra.audit_chain import Sealer, newest
from telemed.infra.audit_export import Export
from telemed.infra.audit_trail import Filter, sealed
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.settings import Settings

SYSTEM = Actor.system("test")


@pytest.fixture
async def sealer(db: Database, clock: ManualClock, tmp_path: Path) -> Sealer:
    sealer = Sealer.open(db, clock, tmp_path)
    async with db.transaction(SYSTEM) as tx:
        for _ in range(5):
            await audit.record(tx, "read", "patient", uuid7())
    await sealer.seal()
    return sealer


async def said(database: DatabaseServer, folder: Path, export: Path | None = None) -> int:
    owner, app = (url.replace("postgresql+asyncpg", "postgresql") for url in (database.owner_url, database.app_url))
    settings = Settings(data_dir=folder, database_url=owner, database_app_url=app)
    return await asyncio.to_thread(verify_audit.run, Namespace(export=export), settings)


@pytest.mark.usefixtures("sealer")
async def test_a_whole_trail_ends_with_zero(
    database: DatabaseServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await said(database, tmp_path) == 0

    assert "The audit trail is whole: 5 rows." in capsys.readouterr().out


@pytest.mark.usefixtures("sealer")
async def test_a_changed_row_is_named_and_ends_with_one(
    database: DatabaseServer, owner_db: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with owner_db.transaction(SYSTEM) as tx:
        of_three = seal_table.c.n == 3
        await tx.execute(
            update(audit_table)
            .where(audit_table.c.id == seal_table.c.audit_id, of_three)
            .values(action="nothing to see")
        )

    assert await said(database, tmp_path) == 1

    out = capsys.readouterr().out
    assert out.startswith("NOT WHOLE. Row 3, id ")
    assert "is not what was sealed: somebody changed it." in out
    assert "2 rows before it are whole." in out


async def test_an_exported_file_is_checked_without_its_database(
    db: Database, database: DatabaseServer, sealer: Sealer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export, file = Export(sealer.key), tmp_path / "trail.jsonl"
    async with db.transaction(SYSTEM) as tx:
        head, rows = await newest(tx), await sealed(tx, Filter(), 0, 5, 100)
    lines = [export.line(row) for row in rows]
    proof = export.proof(head, sealer._clock.now(), "test", {"kind": "read"})
    file.write_bytes(b"".join([*lines, proof]))
    assert await said(database, tmp_path, file) == 0
    assert "It was narrowed to {'kind': 'read'}" in capsys.readouterr().out

    file.write_bytes(b"".join([*lines[1:], proof]))
    assert await said(database, tmp_path, file) == 1
    assert "Lines were taken out" in capsys.readouterr().out

    assert await said(database, tmp_path, tmp_path / "missing") == 1


async def test_without_a_key_it_says_so(
    database: DatabaseServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await said(database, tmp_path) == 1

    assert "There is no key at" in capsys.readouterr().err
