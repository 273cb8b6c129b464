"""Names for codes, and when each code holds: from the data files beside this one, since code holds no Vietnamese.

Communes are those of Resolution 1670/NQ-UBTVQH15 (in force 1 July 2025), ethnic groups those of QĐ 121-TCTK/PPCĐ 1979
(`domain.md` 6.1, 6.3). Former communes are known by name only, and only those whose successor is known.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

HERE = Path(__file__).parent

PROVINCE: Final = "12"
"""Lai Châu in addresses (XML `MATINH_CU_TRU`); the communes on the list are this province's."""
VIETNAM: Final = "000"
"""Of the nationality list of TT 07/2016/TT-BCA."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One code with its name; both days are within. None: since, or for, ever as far as known."""

    code: str
    name: str
    valid_from: date | None
    valid_to: date | None

    def holds(self, on: date) -> bool:
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune that is no more, and the code of the one its people live in now."""

    name: str
    now: str
    valid_to: date


def communes() -> Mapping[str, Entry]:
    return _entries("communes.csv")


def ethnic_groups() -> Mapping[str, Entry]:
    return _entries("ethnic_groups.csv")


@cache
def former_communes() -> tuple[FormerCommune, ...]:
    return tuple(
        FormerCommune(row["name"], row["now"], date.fromisoformat(row["valid_to"]))
        for row in _rows("former_communes.csv")
    )


def commune_name(code: str) -> str:
    """Empty for a code that is not on the list (another province's, say)."""
    return _name(communes(), code)


def ethnic_group_name(code: str) -> str:
    return _name(ethnic_groups(), code)


@cache
def phrases(of: str) -> Mapping[str, str]:
    """`vitals`: how a measured value is told. `places`: where to treat. `enclosed`: what goes with it.
    `told`: what a referral says of the patient. `incidents`, `causes`: what went wrong with the line."""
    known: dict[str, dict[str, str]] = json.loads((HERE / "paper_words.json").read_text(encoding="utf-8"))
    return known[of]


def _name(entries: Mapping[str, Entry], code: str) -> str:
    found = entries.get(code)
    return found.name if found else ""


@cache
def _entries(file: str) -> Mapping[str, Entry]:
    return {
        row["code"]: Entry(row["code"], row["name"], _day(row["valid_from"]), _day(row["valid_to"]))
        for row in _rows(file)
    }


def _rows(file: str) -> list[dict[str, str]]:
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
