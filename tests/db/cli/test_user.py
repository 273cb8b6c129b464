"""`telemed user …` on a database without a running server: each action does what it says, in the system's name."""

import argparse
import hashlib
import re
from datetime import timedelta
from pathlib import Path

import pytest

from telemed.cli import user
from telemed.identity import store
from telemed.identity.model_security import INVITATION_FOR
from telemed.identity.store import security
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import LOCAL, SystemClock
from telemed.kernel.values import Role
from telemed.settings import Settings
from tests.db.identity.accounts import audited
from tests.people import SYSTEM, Held, add_hospital, add_person

DEPARTMENT = "Sở Y tế tỉnh Demo"


class Shell:
    """Types a command and reads what it says."""

    def __init__(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self.settings, self.capsys = settings, capsys

    async def __call__(self, *words: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        user.add(parser.add_subparsers())
        code = await user._run(parser.parse_args(["user", *words]), self.settings)
        told = self.capsys.readouterr()
        return code, told.out + told.err


@pytest.fixture
def shell(database: DatabaseServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    settings = Settings(
        data_dir=tmp_path,
        database_url=database.owner_url,
        database_app_url=database.app_url,
        public_origins=frozenset({"http://10.0.0.2:8080", "https://telemed.example.vn"}),
    )
    return Shell(settings, capsys)


async def held(db: Database, username: str) -> set[tuple[Role, bool]]:
    today = SystemClock().now().astimezone(LOCAL).date()
    async with db.transaction(SYSTEM) as tx:
        person = await store.person_named(tx, username)
        assert person
        return {(grant.role, grant.wide) for grant in await store.grants_of(tx, person.id, today)}


async def test_the_first_administrator_gets_the_province_and_a_link(db: Database, shell: Shell) -> None:
    unnamed = await shell("add", "quantri", "--name", "Lò Thị Mai Demo")
    code, told = await shell("add", "quantri", "--name", "Lò Thị Mai Demo", "--province", DEPARTMENT)
    again = await shell("add", "quantri", "--name", "Lò Thị Mai Demo")

    assert (unnamed[0], "--province" in unnamed[1]) == (1, True)
    assert code == 0, told
    assert re.search(r"^  https://telemed\.example\.vn/invite#[\w-]{43}$", told, re.MULTILINE)
    assert await held(db, "quantri") == {(Role.HOSPITAL_ADMIN, True)}
    assert (again[0], "username" in again[1]) == (1, True)
    assert [row[0] for row in await audited(db)] == ["facility.create", "person.create", "grant.give", "person.invite"]


async def test_a_link_that_was_printed_opens(db: Database, shell: Shell) -> None:
    await add_person(db, "lan", password_hash=None)

    _, told = await shell("invite", "Lan")

    token = told.partition("#")[2].split()[0]
    async with db.transaction(SYSTEM) as tx:
        found = await security.invitation(tx, hashlib.sha256(token.encode()).digest(), SystemClock().now())
    assert found
    assert found.expires_at - SystemClock().now() > INVITATION_FOR - timedelta(minutes=5)


async def test_an_account_is_closed_and_opened(db: Database, shell: Shell) -> None:
    await add_person(db, "lan")

    closed = await shell("disable", "lan", "--reason", "left")
    async with db.transaction(SYSTEM) as tx:
        lan = await store.person_named(tx, "lan")
    assert lan
    assert (closed[0], lan.active, lan.disabled_reason) == (0, False, "left")

    opened = await shell("enable", "lan")
    async with db.transaction(SYSTEM) as tx:
        lan = await store.person_named(tx, "lan")
    assert lan
    assert (opened[0], lan.active) == (0, True)


async def test_a_role_is_given_and_a_wrong_one_is_refused_in_plain_words(db: Database, shell: Shell) -> None:
    await add_hospital(db)
    await add_person(db, "lan")

    given = await shell("grant", "lan", "specialist", "--at", "bvđk tam đường", "--specialty", "surgery")
    without = await shell("grant", "lan", "specialist", "--at", "BVĐK Tam Đường")
    nowhere = await shell("grant", "lan", "coordinator", "--at", "Trạm Nào Đó")

    assert (given, await held(db, "lan")) == ((0, "Given.\n"), {(Role.SPECIALIST, False)})
    assert (without[0], nowhere[0]) == (1, 1)
    assert "specialty" in without[1]
    assert "No facility" in nowhere[1]


async def test_everybody_is_listed_with_what_they_hold(db: Database, shell: Shell) -> None:
    await add_person(db, "lan", Held(Role.COORDINATOR, await add_hospital(db)))
    await add_person(db, "minh", password_hash=None)

    _, told = await shell("list")

    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines == ["lan active coordinator @ BVĐK Tam Đường", "minh uninvited"]


@pytest.mark.parametrize("words", [("invite", "x"), ("sign-out", "x"), ("reset-second-factor", "x"), ("enable", "x")])
async def test_an_unknown_name_is_told(shell: Shell, words: tuple[str, ...]) -> None:
    assert await shell(*words) == (1, "Nobody has this username.\n")


async def test_a_name_that_is_none_is_told_without_repeating_it(shell: Shell) -> None:
    code, told = await shell("add", "Không Phải Tên", "--name", "x\x00y", "--province", DEPARTMENT)

    assert (code, told) == (1, "Not acceptable: name, username.\n")
