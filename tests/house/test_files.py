"""Files are short, say what they decide, name only what exists, and no lock file names a registry."""

import ast
import re
from pathlib import Path

from tests.house.project import ROOT, files, modules, none, text

LONGEST = 400
REGISTRIES = re.compile(r"(pythonhosted|pypi|npmjs|yarnpkg|crates)\.(org|com|io)")
TOP = {entry.name for entry in ROOT.iterdir()}


def test_a_file_over_400_lines_says_at_its_top_why_it_is_long() -> None:
    none(
        str(path)
        for path in files(".py", ".ts", ".tsx", ".js", ".mjs", ".css", ".typ")
        if not str(path).startswith(("web/src/wire/", "telemed/migrations/versions/"))  # made by tools; history
        and len(text(path).splitlines()) > LONGEST
        and "long because" not in text(path)[:500]
    )


def test_every_module_says_what_it_decides() -> None:
    none(str(path) for path, module in modules() if not (ast.get_docstring(module) or "").strip())


def test_no_file_names_a_package_registry() -> None:
    none(str(path) for path in files() if REGISTRIES.search(text(path)))


def test_the_web_lock_file_says_no_address_to_load_from() -> None:
    lock = ROOT / "web/package-lock.json"

    assert '"resolved": "http' not in lock.read_text(encoding="utf-8")


def test_every_locked_python_package_has_its_hashes() -> None:
    for name in ("requirements.lock", "requirements-uv.lock"):
        pins = re.findall(r"^[\w.\[\]-]+==\S+.*?(?=^\w|\Z)", text(Path(name)), re.MULTILINE | re.DOTALL)
        assert pins
        none(pin.split("==")[0] for pin in pins if "--hash=sha256:" not in pin)


def named_paths(page: str) -> set[str]:
    """Paths from the project's root that a page shows as code, and the targets of its links."""
    coded = {
        word.split(":")[0].split("#")[0].rstrip("/.")
        for span in re.findall(r"`([^`\n]+)`", page)
        for word in span.split()
        if "/" in word
    }
    return {path for path in coded if path.split("/")[0] in TOP and not re.search(r"[{}<>…=$]|data/|dist", path)}


def links(page: str) -> set[str]:
    """What a page links to inside the project."""
    return {target.split("#")[0] for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)\s]+)\)", page)}


def test_every_path_a_page_names_exists() -> None:
    none(
        f"{page}: {path}"
        for page in files(".md")
        for path, found in [
            *((path, any(ROOT.glob(path))) for path in named_paths(text(page))),
            *((path, (ROOT / page.parent / path).exists()) for path in links(text(page))),
        ]
        if not found
    )


def test_named_paths_are_found_in_prose() -> None:
    page = "See `telemed/app.py: build`, `tests/house`, [this](a.md#b), `make test`, `telemed/<feature>/x.py`, `a/b`."

    assert named_paths(page) == {"telemed/app.py", "tests/house"}
    assert links(page) == {"a.md"}
