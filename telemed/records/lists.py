"""The official lists that papers print by name: communes of the province, ethnic groups. Data files beside this one."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def commune_name(code: str) -> str:
    """Empty for a code that is not on the list (another province's, say)."""
    return _names("communes.csv").get(code, "")


def ethnic_group_name(code: str) -> str:
    return _names("ethnic_groups.csv").get(code, "")


@cache
def _names(file: str) -> Mapping[str, str]:
    with (Path(__file__).parent / file).open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["name"] for row in csv.DictReader(lines)}
