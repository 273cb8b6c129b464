"""Each hazard of docs/safety.md names the tests that guard it, and they exist."""

import ast
import re
from pathlib import Path

from tests.house.project import modules, none, text

PAGE = Path("docs/safety.md")


def rows() -> list[list[str]]:
    lines = [line for line in text(PAGE).splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_hazard_has_a_cause_a_guard_and_a_test() -> None:
    assert len(rows()) >= 5
    none(row[0] for row in rows() if len(row) != 4 or not all(row) or not named(row[3]))


def test_every_test_that_guards_a_hazard_exists() -> None:
    there = {
        node.name
        for _, module in modules("tests")
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    none(f"{row[0]}: {name}" for row in rows() for name in named(row[3]) if name not in there)


def named(cell: str) -> list[str]:
    return re.findall(r"`(test_\w+)`", cell)
