"""The dated list of communes as a file: read line by line, every fault by its line, what taking it would change. Pure.

Columns `code,name,province_code,valid_from,valid_to`, days as 2025-07-01; both days are within, an empty one is open.
A code may come twice for two spans that do not meet: places are renamed and joined, and old papers keep their words.
"""

import csv
import io
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from telemed.exchange.fhir_patient import Fault, Unreadable

COLUMNS: Final = ("code", "name", "province_code", "valid_from", "valid_to")
MOST_LINES: Final = 4000
"""The country has some 3,300 units since July 2025."""
_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Commune:
    code: str
    name: str
    province_code: str
    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def meets(self, other: "Commune") -> bool:
        """Whether both would hold on some day."""
        mine, theirs = self.valid_to or date.max, other.valid_to or date.max
        return self.code == other.code and self.valid_from <= theirs and other.valid_from <= mine


@dataclass(frozen=True, slots=True)
class Change:
    """What a list does to the one that is kept. Nothing is ever taken away: an end is a day."""

    added: tuple[Commune, ...]
    changed: tuple[Commune, ...]
    """Kept already from the same day on, with another name or end."""
    unchanged: int


def text(known: Iterable[Commune]) -> str:
    """The list as such a file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in sorted(known, key=lambda c: (c.code, c.valid_from)):
        ends = one.valid_to.isoformat() if one.valid_to else ""
        writer.writerow([one.code, one.name, one.province_code, one.valid_from.isoformat(), ends])
    return out.getvalue()


def read(given: str) -> list[Commune]:
    """Raises Unreadable: every fault; the header is line 1."""
    reader = csv.reader(io.StringIO(given.removeprefix("\ufeff"), newline=""))
    faults: list[Fault] = []
    found: dict[str, list[Commune]] = {}
    try:
        for cells in reader:
            line = reader.line_num
            if line == 1:
                if tuple(cell.strip() for cell in cells) != COLUMNS:
                    raise Unreadable([Fault(1, "", "wrong_header")])
            elif line > MOST_LINES:
                raise Unreadable([Fault(line, "", "too_many_lines")])
            elif any(cell.strip() for cell in cells):
                faults += _take(line, [cell.strip() for cell in cells], found)
    except csv.Error:
        raise Unreadable([Fault(reader.line_num, "", "format")]) from None
    if not found and not faults:
        faults.append(Fault(1, "", "empty"))
    if faults:
        raise Unreadable(faults)
    return [one for spans in found.values() for one in spans]


def change(kept: Collection[Commune], taken: Collection[Commune]) -> Change:
    """Raises Unreadable: a code would have two names on one day, with what is kept; it is named."""
    by_start = {(one.code, one.valid_from): one for one in kept}
    after = {**by_start, **{(one.code, one.valid_from): one for one in taken}}
    spans: dict[str, list[Commune]] = {}
    for one in after.values():
        spans.setdefault(one.code, []).append(one)
    clashing = {
        code for code, group in spans.items() if any(a.meets(b) for n, a in enumerate(group) for b in group[n + 1 :])
    }
    faults = [Fault(1, f"{code}.valid_from", "overlaps") for code in sorted(clashing)]
    if faults:
        raise Unreadable(faults)
    new = [one for one in taken if (one.code, one.valid_from) not in by_start]
    moved = [one for one in taken if by_start.get((one.code, one.valid_from), one) != one]
    return Change(tuple(new), tuple(moved), len(taken) - len(new) - len(moved))


def name_of(known: Iterable[Commune], code: str, on: date) -> str:
    """What a code was called on a day; empty: it was none."""
    return next((one.name for one in known if one.code == code and one.holds(on)), "")


def _take(line: int, cells: list[str], found: dict[str, list[Commune]]) -> list[Fault]:
    if len(cells) != len(COLUMNS):
        return [Fault(line, "", "wrong_number_of_cells")]
    code, name, province, starts, ends = cells
    faults = []
    if not re.fullmatch(r"\d{5}", code):
        faults.append(Fault(line, "code", "format"))
    if not 0 < len(name) <= _NAME:
        faults.append(Fault(line, "name", "missing" if not name else "too_long"))
    if not re.fullmatch(r"\d{2,3}", province):
        faults.append(Fault(line, "province_code", "format"))
    days: list[date | None] = []
    for column, cell in (("valid_from", starts), ("valid_to", ends)):
        try:
            days.append(date.fromisoformat(cell) if cell or column == "valid_from" else None)
        except ValueError:
            faults.append(Fault(line, column, "format"))
    if faults:
        return faults
    since, until = days
    assert since is not None
    if until is not None and until < since:
        return [Fault(line, "valid_to", "before_start")]
    new = Commune(code, name, province, since, until)
    if any(new.meets(other) for other in found.get(code, ())):
        return [Fault(line, "valid_from", "overlaps")]
    found.setdefault(code, []).append(new)
    return []
