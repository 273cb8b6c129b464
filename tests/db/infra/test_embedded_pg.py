import json
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from telemed.infra import embedded_pg, pg_programs
from telemed.infra.db import driver_url
from telemed.infra.embedded_pg import SUPERUSER, EmbeddedPg
from telemed.infra.pg_programs import PgFault, Programs
from tests.eventually import eventually

AS_ROOT = os.geteuid() == 0
FOUND = pg_programs.find()


def within_reach(programs: Programs) -> Programs:
    """Of an ordinary user, too: a checkout may stand in a folder of root's own."""
    closed = any(not parent.stat().st_mode & stat.S_IXOTH for parent in programs.folder.parents)
    return pg_programs.readable_copy(programs, Path("/var/tmp/telemed-tests")) if AS_ROOT and closed else programs


MAJORS = [within_reach(programs) for programs in {programs.major: programs for programs in FOUND}.values()]
USERS = {os.geteuid()} | ({pwd.getpwnam("nobody").pw_uid} if AS_ROOT else set())
"""Root can also be an ordinary user; an ordinary user can only be itself."""
needs_root = pytest.mark.skipif(not AS_ROOT, reason="only root can have a folder its PostgreSQL cannot reach")


@pytest.fixture
def root() -> Iterator[Path]:
    """Not pytest's own: as root that one is closed to the user the server runs as."""
    folder = Path(tempfile.mkdtemp(prefix="telemed-pg-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def started(root: Path, **options: Any) -> Iterator[EmbeddedPg]:
    pg = EmbeddedPg(root, **{"durable": False, **options}).start()
    try:
        yield pg
    finally:
        pg.stop()


class Sharer:
    """Another process that uses the server."""

    def __init__(self, root: Path, uid: int | None = None, pg_bin: Path | None = None) -> None:
        command = [sys.executable, Path(__file__).with_name("pg_sharer.py"), root, uid or os.geteuid(), pg_bin]
        self.process = subprocess.Popen(
            [str(word) for word in command if word is not None],
            env={"PYTHONPATH": str(Path(__file__).parents[3])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def said(self) -> dict[str, Any]:
        assert self.process.stdout
        said: dict[str, Any] = json.loads(self.process.stdout.readline())
        return said

    def stop(self) -> bool:
        assert self.process.stdin
        self.process.stdin.close()
        return bool(self.said()["stopped"])

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def __enter__(self) -> "Sharer":
        return self

    def __exit__(self, *_: object) -> None:
        with self.process:
            self.process.kill()


async def ask(pg: EmbeddedPg, *queries: str) -> Any:
    """The last answer."""
    session = await asyncpg.connect(driver_url(pg.url(SUPERUSER, "postgres")))
    try:
        return [await session.fetchval(query) for query in queries][-1]
    finally:
        await session.close()


def alive(pid: int | None) -> bool:
    """Whether the process runs: a zombie that nobody has buried yet does not."""
    return (
        pid is not None and Path(f"/proc/{pid}/cmdline").exists() and Path(f"/proc/{pid}/cmdline").read_bytes() != b""
    )


async def kill_postmaster(pg: EmbeddedPg) -> None:
    pid = pg.postmaster
    assert pid
    os.kill(pid, signal.SIGKILL)
    await eventually(lambda: not alive(pid))


@contextmanager
def stranger_of(uid: int) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["sleep", "1000"], user=uid if AS_ROOT else None) as stranger:
        try:
            yield stranger
        finally:
            stranger.kill()


async def test_the_server_is_private_speaks_unicode_and_leaves_with_its_last_user(root: Path) -> None:
    with started(root) as pg:
        postmaster = pg.postmaster
        assert alive(postmaster)
        assert await ask(pg, "show listen_addresses") == ""
        assert await ask(pg, "show server_encoding") == "UTF8"
        assert await ask(pg, "select lower('ĐẶNG THỊ Ễ')") == "đặng thị ễ"

    assert not alive(postmaster)


async def test_only_a_password_opens_it_and_the_password_is_readable_to_us_alone(root: Path) -> None:
    with started(root) as pg:
        kept = root / f"{SUPERUSER}.password"
        url = driver_url(pg.url(SUPERUSER, "postgres"))
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(url.replace(kept.read_text(), "guess"))

        assert (kept.stat().st_mode & 0o777, kept.stat().st_uid) == (0o600, os.geteuid())
        assert (root / "run").stat().st_mode & 0o777 == 0o700
        assert (root / "pgdata").stat().st_mode & 0o777 == 0o700
        assert "scram-sha-256" in await ask(pg, "select string_agg(auth_method, ' ') from pg_hba_file_rules")
        assert "trust" not in await ask(pg, "select string_agg(auth_method, ' ') from pg_hba_file_rules")


@pytest.mark.parametrize("programs", MAJORS, ids=lambda programs: str(programs.major))
@pytest.mark.parametrize("uid", USERS, ids=lambda uid: pwd.getpwuid(uid).pw_name)
def test_it_runs_for_root_and_for_an_ordinary_user_and_never_as_root(root: Path, uid: int, programs: Programs) -> None:
    os.chown(root, uid, -1)
    with Sharer(root, uid, programs.folder) as user:
        up = user.said()
        server_uid = Path(f"/proc/{up['postmaster']}").stat().st_uid

        assert up["uid"] == uid
        assert server_uid == uid if uid else server_uid != 0
        assert user.stop()
    assert not alive(up["postmaster"])


async def test_processes_share_one_server_and_the_last_one_stops_it(root: Path) -> None:
    with Sharer(root) as other, started(root) as pg:
        postmaster = pg.postmaster
        assert other.said()["postmaster"] == postmaster

        assert not other.stop()
        assert await ask(pg, "select 1") == 1

        assert pg.stop()
        assert not alive(postmaster)


async def test_of_many_that_start_at_once_one_makes_the_data_and_all_use_it(root: Path) -> None:
    sharers = [Sharer(root) for _ in range(4)]
    try:
        assert len({sharer.said()["postmaster"] for sharer in sharers}) == 1
        assert [sharer.stop() for sharer in sharers] == [False, False, False, True]
    finally:
        for sharer in sharers:
            sharer.__exit__()


async def test_a_user_that_was_killed_is_forgotten_and_the_next_finds_the_server(root: Path) -> None:
    with Sharer(root) as user:
        postmaster = user.said()["postmaster"]
        user.kill()
    assert alive(postmaster)

    with started(root) as pg:
        assert pg.postmaster == postmaster
    assert not alive(postmaster)


async def test_a_server_that_was_killed_comes_back_with_every_committed_row(root: Path) -> None:
    with started(root, durable=True) as pg:
        await ask(pg, "create table fact (n int)", "insert into fact select generate_series(1, 1000)")
        killed = pg.postmaster
        await kill_postmaster(pg)
        assert pg.postmaster is None

        with started(root, durable=True) as again:
            assert again.postmaster not in {None, killed}
            assert await ask(again, "select count(*) from fact") == 1000


async def test_a_pid_file_whose_number_belongs_to_somebody_else_by_now_is_not_believed(root: Path) -> None:
    with started(root, durable=True) as pg:
        await ask(pg, "create table fact (n int)")
        await kill_postmaster(pg)
        pid_file = root / "pgdata" / "postmaster.pid"
        owner = pid_file.stat().st_uid
        with stranger_of(owner) as stranger:
            pid_file.write_text("\n".join([str(stranger.pid), *pid_file.read_text().split("\n")[1:]]))

            with started(root) as again:
                assert await ask(again, "select count(*) from fact") == 0
            assert stranger.poll() is None


def test_a_data_folder_that_was_half_made_is_made_anew(root: Path) -> None:
    (root / "pgdata.new").mkdir()
    (root / "pgdata.new" / "PG_VERSION").write_text("15\n")

    with started(root) as pg:
        assert pg.postmaster


def test_data_is_opened_by_the_major_version_that_made_it_even_when_a_better_one_is_there(root: Path) -> None:
    *_, other = MAJORS
    with started(root, pg_bin=other.folder):
        pass

    with started(root) as pg:
        # It may run from a copy: the folder above `bin` is named after the version in both.
        assert Path(f"/proc/{pg.postmaster}/exe").resolve().parents[1].name == other.folder.resolve().parent.name


def test_without_the_version_that_made_the_data_it_is_left_alone_and_the_way_out_is_named(root: Path) -> None:
    made_by, other = MAJORS[0], MAJORS[-1]
    with started(root, pg_bin=made_by.folder):
        pass

    with pytest.raises(PgFault) as fault:
        EmbeddedPg(root, pg_bin=other.folder).start()

    for word in (f"PostgreSQL {made_by.major}", "TELEMED_PG_BIN", "pg_dump ", "pg_restore ", str(root / "pgdata")):
        assert word in str(fault.value)
    assert (root / "pgdata" / "PG_VERSION").read_text().strip() == str(made_by.major)


@pytest.mark.parametrize("version", [None, "postgres (PostgreSQL) 14.11"])
def test_a_folder_without_programs_or_with_too_old_ones_is_refused_by_name(root: Path, version: str | None) -> None:
    if version:
        for name in ("postgres", "initdb"):
            (root / name).write_text(f"#!/bin/sh\necho '{version}'\n")
            (root / name).chmod(0o755)

    with pytest.raises(PgFault, match=f"TELEMED_PG_BIN={root} holds no PostgreSQL 15"):
        EmbeddedPg(root / "data", pg_bin=root).start()


def test_a_start_that_fails_says_why_and_holds_nothing(root: Path) -> None:
    with started(root):
        pass
    broken = root / "pgdata" / "postgresql.conf"
    kept = broken.read_text()
    broken.write_text("no_such_setting = 1\n")
    with pytest.raises(PgFault, match="no_such_setting"):
        EmbeddedPg(root).start()
    broken.write_text(kept)

    with started(root) as pg:
        postmaster = pg.postmaster
    assert not alive(postmaster)


def test_a_deep_folder_still_gets_a_socket(root: Path) -> None:
    deep = root / ("d" * 60) / ("e" * 60)

    with started(deep) as pg:
        assert pg.postmaster


@needs_root
def test_data_of_an_ordinary_user_is_served_as_that_user_when_root_starts_it(root: Path) -> None:
    nobody = pwd.getpwnam("nobody").pw_uid
    os.chown(root, nobody, -1)
    with Sharer(root, nobody) as user:
        user.said()
        user.stop()

    with started(root) as pg:
        assert Path(f"/proc/{pg.postmaster}").stat().st_uid == nobody


@needs_root
def test_a_folder_and_programs_closed_to_the_server_stay_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    """A checkout under /root: the data goes elsewhere and the programs are copied; nothing is opened to everyone."""
    monkeypatch.setattr(embedded_pg, "HOMES_FOR_ROOT", root / "homes")
    closed = tmp_path / "closed"
    package = next(programs for programs in FOUND if pg_programs.WHEEL in programs.folder.parts).folder.parents[1]
    shutil.copytree(package, closed / package.name, symlinks=True)
    shutil.copytree(package.with_name(f"{package.name}.libs"), closed / f"{package.name}.libs")
    closed.chmod(0o700)
    pg_bin = next((closed / package.name).glob("pginstall*/bin"))

    with started(closed / "data", pg_bin=pg_bin) as pg:
        assert pg.postmaster
        assert Path(f"/proc/{pg.postmaster}/cwd").resolve().is_relative_to(root / "homes")
    assert closed.stat().st_mode & 0o777 == 0o700
