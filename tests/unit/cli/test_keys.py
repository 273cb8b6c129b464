"""`telemed keys`: an operator sees which key signs and adds the next."""

from pathlib import Path

import pytest

from telemed import cli
from telemed.infra.sealing import FileKeys


def test_keys_are_listed_and_the_new_one_signs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telemed.infra.logs.configure", lambda _: None)

    def said(*words: str) -> list[str]:
        assert cli.main({"TELEMED_DATA_DIR": str(tmp_path)}, ["keys", *words]) == 0
        return capsys.readouterr().out.splitlines()

    none, first, second = said(), said("--new"), said("--new")

    assert none == ["There is no key yet; the server makes one when it first starts."]
    assert [line.endswith("signs") for line in first] == [True]
    assert [line.endswith("signs") for line in second] == [False, True]
    assert second[0].split()[0] == first[0].split()[0]
    assert sorted(path.name for path in (tmp_path / "keys").iterdir()) == ["access-0001.pem", "access-0002.pem"]


def test_a_key_for_files_is_added_beside_the_ones_that_open_what_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("telemed.infra.logs.configure", lambda _: None)
    before = FileKeys.open(tmp_path / "keys" / "files")

    assert cli.main({"TELEMED_DATA_DIR": str(tmp_path)}, ["keys", "--new-files"]) == 0

    after = FileKeys.open(tmp_path / "keys" / "files")
    assert capsys.readouterr().out.startswith("0002.key seals files")
    assert (after.newest != before.newest, before.newest in after.by_id) == (True, True)
