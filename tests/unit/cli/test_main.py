"""The command line answers a wrong call in plain words and gives commands their settings."""

import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from telemed import cli
from telemed.settings import Settings


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Namespace, Settings]]:
    """Every call of an invented command, `say-hello`."""
    calls: list[tuple[Namespace, Settings]] = []

    def add(sub: Any) -> None:
        sub.add_parser("say-hello").add_argument("--to")

    def run(args: Namespace, settings: Settings) -> int:
        calls.append((args, settings))
        return 0

    monkeypatch.setattr(cli, "_names", lambda: ["say_hello"])
    monkeypatch.setitem(sys.modules, "telemed.cli.say_hello", SimpleNamespace(add=add, run=run))
    monkeypatch.setattr("telemed.infra.logs.configure", lambda _: None)
    return calls


def test_a_command_gets_its_words_and_the_settings(ran: list[tuple[Namespace, Settings]], tmp_path: Path) -> None:
    code = cli.main({"TELEMED_DATA_DIR": str(tmp_path)}, ["say-hello", "--to", "tram"])

    ((args, settings),) = ran
    assert (code, args.to, settings.data_dir) == (0, "tram", tmp_path)


def test_bad_settings_stop_it_before_the_command_runs(
    ran: list[tuple[Namespace, Settings]], capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main({"TELEMED_PORT": "x", "TELEMED_DEMO": "x"}, ["say-hello"])

    assert (code, ran) == (2, [])
    told = capsys.readouterr().err
    assert "TELEMED_PORT must be" in told
    assert "TELEMED_DEMO must be" in told


def test_no_command_shows_how_it_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main({}, [])

    assert stopped.value.code == 2
    assert "usage: telemed" in capsys.readouterr().err
