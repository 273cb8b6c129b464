from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from telemed.infra.kept_secret import kept_secret


def test_a_secret_is_made_up_once_and_kept_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "turn.secret"

    first = kept_secret(path)

    assert len(first) >= 32
    assert kept_secret(path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_all_who_ask_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(lambda _: kept_secret(tmp_path / "secret"), range(50)))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_secret_that_was_given_is_used(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("given")

    assert kept_secret(tmp_path / "secret") == "given"
