"""Workbooks as hospitals make them, and as somebody who means harm would."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from telemed.schedules.codes import Codes
from telemed.schedules.sheets import letters_of

TODAY = date(2026, 11, 22)
LETTERS = letters_of(Codes(time(7), timedelta(hours=12), time(19), timedelta(hours=12), time(7)))
MONDAY = date(2026, 11, 23)

Rows = Sequence[Sequence[Any]]


class Formula(str):
    """A formula, and what it came to when the file was saved; "" for never computed."""

    result: str | float

    def __new__(cls, formula: str, result: str | float = "") -> "Formula":
        made = super().__new__(cls, formula)
        made.result = result
        return made


def workbook(sheets: Mapping[str, Rows], merged: Sequence[tuple[str, str]] = ()) -> bytes:
    """Dates become real dates; `merged` are ranges of the first sheet with their value."""
    from xlsxwriter import Workbook

    into = io.BytesIO()
    with Workbook(into, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    match value:
                        case None:
                            continue
                        case Formula():
                            sheet.write_formula(r, c, str(value), None, value.result)
                        case datetime() | date():
                            sheet.write_datetime(r, c, value, day)
                        case _:
                            sheet.write(r, c, value)
            if sheet.index == 0:
                for where, value in merged:
                    sheet.merge_range(where, value)
    return into.getvalue()


def matrix(*rows: Sequence[Any], days: int = 3, name: str = "Tháng 11", head: Sequence[Any] = ()) -> bytes:
    """People and their days from Monday on, under “Họ tên”."""
    columns = head or [MONDAY + timedelta(days=n) for n in range(days)]
    return workbook({name: [["Họ tên", *columns], *rows]})


def rezipped(content: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The same archive with other parts; None takes one out."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in changes:
                new.writestr(entry.filename, old.read(entry))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return into.getvalue()


def sheet_xml(rows: str) -> bytes:
    return (
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()
