"""A patient as a line of CSV under its header, and out of it again; every fault by line and column. Pure."""

import csv
import io
import re
from dataclasses import fields
from datetime import date
from typing import Any, Final
from uuid import UUID

from telemed.exchange.fhir_patient import Fault, Unreadable, birth_date, read_birth
from telemed.exchange.model import Person
from telemed.kernel.values import Sex

COLUMNS: Final = tuple(f.name for f in fields(Person) if f.name not in {"id", "code", "commune_name"})
"""A file may have fewer, in any order."""
_DATES: Final = frozenset({"insurance_valid_from", "insurance_valid_to"})
_SHAPES: Final = {
    "ethnicity_code": r"0[1-9]|[1-4]\d|5[0-4]",
    "commune_code": r"\d{5}",
    "province_code": r"\d{2,3}",
    "occupation_code": r"\d{5}",
    "birth_time": r"([01]\d|2[0-3]):[0-5]\d",
    "other_id_kind": "cmnd|passport|e_id",
    "interpreter_needed": "[01]",
    "birth_precision": "unknown|estimated|year|month|day|minute",
    "sex": "|".join(Sex),
}
_VIETNAMESE_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_FORMULA: Final = ("=", "+", "-", "@")
"""A cell that begins so is run by a spreadsheet; it goes out behind an apostrophe, which comes off on the way in."""


def text(who: Person) -> str:
    """Header and line, for Excel too: CRLF, no cell that could be a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerow([_guarded(_cell(who, name)) for name in COLUMNS])
    return out.getvalue()


def person(given: str, new_id: UUID) -> Person:
    """Who the one line speaks of. Commas or semicolons between; a column that is not there is not known.

    Raises:
        Unreadable: every fault, the header being line 1.
    """
    lines = _lines(given.removeprefix("\ufeff"))
    if not lines or not any(cell.strip() for cell in lines[0][1]):
        raise Unreadable([Fault(1, "", "empty")])
    names = [cell.strip() for cell in lines[0][1]]
    faults = [Fault(1, name, "unknown_column") for name in names if name not in COLUMNS]
    faults += [Fault(1, name, "twice") for name in dict.fromkeys(names) if names.count(name) > 1]
    if len(lines) < 2:
        faults.append(Fault(2, "", "empty"))
    faults += [Fault(number, "", "one_patient_only") for number, _ in lines[2:]]
    if faults:
        raise Unreadable(faults)
    number, cells = lines[1]
    if len(cells) > len(names):
        raise Unreadable([Fault(number, "", "too_many_cells")])
    values: dict[str, Any] = {}
    for name, cell in zip(names, cells, strict=False):
        try:
            values[name] = _value(name, _unguarded(cell.strip()))
        except ValueError as error:
            faults.append(Fault(number, name, str(error)))
    if faults:
        raise Unreadable(faults)
    on, exact = values.pop("birth_date", (None, "unknown"))
    said = values.pop("birth_precision", "") or exact
    return Person(id=new_id, birth_date=on, birth_precision=said if on else "unknown", **values)


def _lines(given: str) -> list[tuple[int, list[str]]]:
    """Lines with something in them, by their number in the file."""
    head = given.partition("\n")[0]
    reader = csv.reader(io.StringIO(given, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        return [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error:
        raise Unreadable([Fault(reader.line_num, "", "format")]) from None


def _value(name: str, cell: str) -> Any:
    """Raises ValueError with the code of the fault."""
    if cell and name in _SHAPES and not re.fullmatch(_SHAPES[name], cell):
        raise ValueError("unknown_code")
    match name:
        case "sex":
            return Sex(cell) if cell else Sex.UNKNOWN
        case "interpreter_needed":
            return cell == "1"
        case "birth_date":
            return _birth(cell)
        case _ if name in _DATES:
            return _birth(cell)[0] if cell else None
        case _:
            return cell


def _birth(cell: str) -> tuple[date | None, str]:
    try:
        if day := _VIETNAMESE_DAY.fullmatch(cell):
            return date(int(day[3]), int(day[2]), int(day[1])), "day"
        return read_birth(cell)
    except ValueError:
        raise ValueError("format") from None


def _cell(who: Person, name: str) -> str:
    value = getattr(who, name)
    match value:
        case _ if name == "birth_date":
            return birth_date(who) or ""
        case bool():
            return "1" if value else "0"
        case None:
            return ""
        case _:
            return str(value)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell
