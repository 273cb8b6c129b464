"""The ministry's list as CSV: what each column means, and every line that cannot be right, by its number. Pure."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from telemed.coding.model import CODE, Entry, dotted

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "ma", "ma_benh", "ma_icd"),
    "title_vi": ("title_vi", "ten", "ten_benh", "ten_tieng_viet"),
    "title_en": ("title_en", "ten_tieng_anh", "disease_name"),
    "valid_from": ("valid_from", "tu_ngay", "hieu_luc_tu"),
    "valid_to": ("valid_to", "den_ngay", "hieu_luc_den"),
    "not_main": ("not_main", "khong_benh_chinh"),
    "unusable": ("unusable", "khong_su_dung"),
}
"""The names a column may have, in the first line. Needed: code and title_vi."""
TRUE, FALSE = {"1", "x", "true", "co"}, {"", "0", "false", "khong"}
MOST_LINES = 50_000
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """`line` counts as an editor does, the heading is 1."""

    line: int
    what: str


def read(lines: Iterable[str]) -> tuple[list[Entry], list[Fault]]:
    """Every code and every fault; a list with one fault is not taken."""
    rows = csv.reader(lines)
    heading = [name.strip().lower().removeprefix("\ufeff") for name in next(rows, [])]
    places = {name: next((n for n, one in enumerate(heading) if one in known), None) for name, known in COLUMNS.items()}
    faults = [Fault(1, f"column missing: {name}") for name in ("code", "title_vi") if places[name] is None]
    if faults:
        return [], faults
    entries: dict[str, Entry] = {}
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if rows.line_num > MOST_LINES:
            faults.append(Fault(rows.line_num, f"more than {MOST_LINES} lines"))
            break
        cells = {name: row[n].strip() if n is not None and n < len(row) else "" for name, n in places.items()}
        entry, wrong = _entry(cells)
        if entry.code in entries:
            wrong.append("code stands twice")
        entries[entry.code] = entry
        faults += [Fault(rows.line_num, one) for one in wrong]
    if not entries:
        faults.append(Fault(1, "no codes"))
    return list(entries.values()), faults


def _entry(cells: Mapping[str, str]) -> tuple[Entry, list[str]]:
    wrong: list[str] = []
    code = dotted(cells["code"])
    if not CODE.fullmatch(code):
        wrong.append("not an ICD-10 code")
    if not 0 < len(cells["title_vi"]) <= LONGEST_TITLE or len(cells["title_en"]) > LONGEST_TITLE:
        wrong.append("title missing or too long")
    days: dict[str, date | None] = {}
    for name in ("valid_from", "valid_to"):
        days[name] = _day(cells[name])
        if cells[name] and days[name] is None:
            wrong.append(f"{name} is no day (2026-07-01 or 01/07/2026)")
    if (start := days["valid_from"]) and (end := days["valid_to"]) and end < start:
        wrong.append("ends before it begins")
    for name in ("not_main", "unusable"):
        if cells[name].lower() not in TRUE | FALSE:
            wrong.append(f"{name} is neither 1 nor 0")
    flags = {name: cells[name].lower() in TRUE for name in ("not_main", "unusable")}
    entry = Entry(
        code,
        cells["title_vi"],
        cells["title_en"],
        flags["not_main"],
        flags["unusable"],
        days["valid_from"],
        days["valid_to"],
    )
    return entry, wrong


def _day(text: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
