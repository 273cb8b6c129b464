"""Names and phrases that papers print for codes, from the data files beside this one: code holds no Vietnamese."""

import csv
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


def commune_name(code: str) -> str:
    """Empty for a code that is not on the list (another province's, say)."""
    return _names("communes.csv").get(code, "")


def ethnic_group_name(code: str) -> str:
    return _names("ethnic_groups.csv").get(code, "")


@cache
def phrases(of: str) -> Mapping[str, str]:
    """`vitals`: how a measured value is told. `places`: where to treat. `enclosed`: what goes with it.
    `incidents`, `causes`: what went wrong with the line."""
    known: dict[str, dict[str, str]] = json.loads((HERE / "paper_words.json").read_text(encoding="utf-8"))
    return known[of]


@cache
def _names(file: str) -> Mapping[str, str]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row["name"] for row in csv.DictReader(lines)}
