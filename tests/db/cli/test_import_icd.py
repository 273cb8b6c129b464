"""`telemed import-icd` on a database without a running server: whole or not at all, and never the same list twice."""

import argparse
import asyncio
from datetime import date
from pathlib import Path

import pytest

from telemed.cli import import_icd
from telemed.coding import wire
from telemed.coding.built_in import BUILT_IN
from telemed.coding.service import Icd
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import SystemClock
from telemed.settings import Settings
from tests.people import SYSTEM

LIST = """ma,ten,tu_ngay,den_ngay,khong_benh_chinh
J18.9,"Viêm phổi, không xác định",,,
Z99.9,Mã thử của danh mục này,2026-08-01,,x
"""
FAULTY = LIST + "không phải mã,Tên,,,\n"


class Shell:
    """Types a command and reads what it says; the program runs a loop of its own, so it gets a thread of its own."""

    def __init__(self, settings: Settings, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.settings, self.file, self.capsys = settings, folder / "list.csv", capsys

    async def __call__(self, text: str, *words: str, name: str = "tt06-2026") -> tuple[int, str]:
        self.file.write_text(text, encoding="utf-8-sig")
        parser = argparse.ArgumentParser()
        import_icd.add(parser.add_subparsers())
        asked = ("--id", name, "--name", "Danh mục TT 06/2026", "--from", "2026-07-01", *words)
        args = parser.parse_args(["import-icd", str(self.file), *asked])
        code = await asyncio.to_thread(import_icd.run, args, self.settings)
        told = self.capsys.readouterr()
        return code, told.out + told.err


@pytest.fixture
def shell(database: DatabaseServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    settings = Settings(data_dir=tmp_path, database_url=database.owner_url, database_app_url=database.app_url)
    return Shell(settings, tmp_path, capsys)


async def found(db: Database, text: str, on: date) -> tuple[str, list[str]]:
    """As a fresh program would find it: the list of that day, and the codes."""
    answer = await Icd(db, SystemClock()).search(SYSTEM, wire.IcdQuery(q=text, on=on))
    return answer.source.id, [one.code for one in answer.codes]


async def test_a_dated_list_holds_from_its_first_day_and_not_before(db: Database, shell: Shell) -> None:
    code, told = await shell(LIST)

    assert (code, told) == (0, "2 codes; the list holds from 2026-07-01.\n")
    assert (await found(db, "viem phoi", date(2026, 6, 30)))[0] == BUILT_IN.id
    assert await found(db, "viem phoi", date(2026, 7, 1)) == ("tt06-2026", ["J18.9"])
    assert await found(db, "ma thu", date(2026, 7, 31)) == ("tt06-2026", []), "the code's own days count too"
    assert await found(db, "ma thu", date(2026, 8, 1)) == ("tt06-2026", ["Z99.9"])


async def test_one_fault_and_nothing_is_taken_and_a_check_takes_nothing_either(db: Database, shell: Shell) -> None:
    code, told = await shell(FAULTY)
    checked = await shell(LIST, "--check")

    assert code == 1
    assert f"{shell.file}:4: " in told
    assert "nothing was taken" in told
    assert checked == (0, "2 codes, no faults.\n")
    assert (await found(db, "viem phoi", date(2026, 7, 1)))[0] == BUILT_IN.id


async def test_a_list_never_changes_and_a_corrected_one_has_another_name(db: Database, shell: Shell) -> None:
    await shell(LIST)

    code, told = await shell(LIST.replace("Viêm phổi", "Viêm phổi nặng"))
    corrected = await shell(LIST.replace("Viêm phổi", "Viêm phổi nặng"), "--to", "2027-06-30", name="tt06-2026-b")

    assert code == 1
    assert "A list tt06-2026 is there already" in told
    assert corrected[0] == 0, corrected[1]
