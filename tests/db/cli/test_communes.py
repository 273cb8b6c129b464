"""`telemed communes …` on a database without a running server: a list is taken whole, or each fault is told by its line
and nothing of it is."""

import asyncio
from argparse import Namespace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from telemed.cli import communes
from telemed.exchange.communes import Commune
from telemed.exchange.store import communes as store
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.settings import Settings
from tests.people import SYSTEM

HEAD = "code,name,province_code,valid_from,valid_to\n"
OLD = "03618,xã Phúc Than,12,2004-01-01,2025-06-30\n"
NEW = "03618,xã Mường Than,12,2025-07-01,\n"
OTHER = "03595,xã Than Uyên,12,2025-07-01,\n"


class Shell:
    """Takes a file in and reads what the command says."""

    def __init__(self, settings: Settings, db: Database, capsys: pytest.CaptureFixture[str]) -> None:
        self.settings, self.db, self.capsys = settings, db, capsys
        self.file = settings.data_dir / "communes.csv"

    async def __call__(self, content: str | bytes) -> tuple[int, str, str]:
        await asyncio.to_thread(self.file.write_bytes, content.encode() if isinstance(content, str) else content)
        return await self.run()

    async def run(self) -> tuple[int, str, str]:
        code = await asyncio.to_thread(communes.run, Namespace(file=self.file), self.settings)
        told = self.capsys.readouterr()
        return code, told.out, told.err

    async def kept(self) -> list[Commune]:
        async with self.db.transaction(SYSTEM) as tx:
            return await store.some(tx)


@pytest.fixture
def shell(db: Database, database: DatabaseServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    owner, app = (url.replace("postgresql+asyncpg", "postgresql") for url in (database.owner_url, database.app_url))
    return Shell(Settings(data_dir=tmp_path, database_url=owner, database_app_url=app), db, capsys)


async def test_a_list_is_taken_and_the_same_one_again_changes_nothing(shell: Shell) -> None:
    first = await shell("\ufeff" + HEAD + OLD + NEW + OTHER)
    again = await shell(HEAD + OLD + NEW + OTHER)

    assert first == (0, "Added 3, changed 0, unchanged 0.\n", "")
    assert again == (0, "Added 0, changed 0, unchanged 3.\n", "")
    assert await shell.kept() == [
        Commune("03595", "xã Than Uyên", "12", date(2025, 7, 1)),
        Commune("03618", "xã Phúc Than", "12", date(2004, 1, 1), date(2025, 6, 30)),
        Commune("03618", "xã Mường Than", "12", date(2025, 7, 1)),
    ]


async def test_a_later_list_ends_a_name_and_begins_another_and_takes_none_away(shell: Shell) -> None:
    await shell(HEAD + "03618,xã Phúc Than,12,2004-01-01,\n" + OTHER)

    assert await shell(HEAD + OLD + NEW) == (0, "Added 1, changed 1, unchanged 0.\n", "")
    assert [one.name for one in await shell.kept()] == ["xã Than Uyên", "xã Phúc Than", "xã Mường Than"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + OTHER + "3618,,12,2025-07-01,\n", ["line 3: code: format", "line 3: name: missing"]),
        (HEAD + OTHER + "03618,Mường Than,12,01/07/2025,\n", ["line 3: valid_from: format"]),
        (HEAD + OTHER + "03618,Mường Than,12,2025-07-01,2025-06-30\n", ["line 3: valid_to: before start"]),
        (HEAD + OTHER + NEW + "03618,Phúc Than,12,2025-08-01,\n", ["line 4: valid_from: overlaps"]),
        (HEAD + OTHER + "03618,Mường Than\n", ["line 3: the line: wrong number of cells"]),
        (HEAD + OTHER + '03618,"Mường\x00 Than,12,2025-07-01,\n', ["line 3: "]),
        ("ma;ten\n03618;Mường Than\n", ["line 1: the line: wrong header"]),
        (HEAD, ["line 1: the line: empty"]),
        ("", ["line 1: the line: empty"]),
        (HEAD + OTHER * 4001, ["line 4001: the line: too many lines"]),
    ],
)
async def test_a_list_with_a_fault_is_told_by_its_lines_and_nothing_of_it_is_kept(
    shell: Shell, content: str, told: list[str]
) -> None:
    code, out, err = await shell(content)

    assert (code, out) == (1, "")
    assert all(line in err for line in told)
    assert err.endswith("Nothing was taken.\n")
    assert await shell.kept() == []


async def test_a_name_that_would_hold_beside_a_kept_one_is_named_and_leaves_what_was_there(shell: Shell) -> None:
    await shell(HEAD + "03618,xã Phúc Than,12,2004-01-01,\n")
    before = await shell.kept()

    code, _, err = await shell(HEAD + OTHER + NEW)

    assert code == 1
    assert "03618.valid_from: overlaps" in err
    assert await shell.kept() == before


async def test_a_file_in_another_code_page_is_told_by_its_line(shell: Shell) -> None:
    code, _, err = await shell((HEAD + OTHER).encode() + "03618,xã Mường Than,12,2025-07-01,\n".encode("utf-16-le"))

    assert code != 0
    assert "line 3" in err
    assert await shell.kept() == []
    assert "line 2: this is not UTF-8" in (await shell(HEAD.encode() + b"03595,Than Uy\xean,12,2025-07-01,\n"))[2]


async def test_a_file_that_is_not_there_is_told(shell: Shell) -> None:
    code, _, err = await shell.run()

    assert (code, err) == (2, f"{shell.file} cannot be read: No such file or directory.\n")


async def test_taking_a_list_stands_in_the_trail_once_and_one_with_faults_does_not(shell: Shell) -> None:
    await shell(HEAD + OTHER)
    await shell(HEAD + "x\n")

    async with shell.db.transaction(SYSTEM) as tx:
        found = await tx.all(select(audit_table.c.action).where(audit_table.c.entity == "commune"))
    assert [row.action for row in found] == ["exchange.take"]
