"""The project's own files, for the rules in this folder."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_ELSEWHERE = {"node_modules", "dist", "data", "screenshots", "__pycache__"}


def files(*suffixes: str, under: str = ".") -> list[Path]:
    """Paths from the root of every file that is ours, with one of these endings (all, if none is named)."""
    return sorted(path for path in _walk(ROOT / under) if not suffixes or path.suffix in suffixes)


def text(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def modules(under: str = "telemed") -> Iterator[tuple[Path, ast.Module]]:
    for path in files(".py", under=under):
        yield path, ast.parse(text(path))


def none(faults: Iterable[str]) -> None:
    """Fail with the whole list: a rule that hides the end of it costs a second run."""
    if told := "\n".join(sorted(faults)):
        pytest.fail(told, pytrace=False)


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for entry in folder.iterdir():
        if entry.is_dir():
            hidden = entry.name.startswith(".") and entry.name != ".ci"
            if not hidden and entry.name not in _ELSEWHERE and not entry.name.endswith(".egg-info"):
                yield from _walk(entry)
        elif entry.suffix not in {".png", ".ico", ".webp", ".pyc"}:
            yield entry.relative_to(ROOT)
