"""Writes the duty matrix as a workbook that hospitals fill in and an import takes back: XlsxWriter, never a formula."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from telemed.kernel.values import Specialty
from telemed.schedules.sheets import Letter, Letters, letter, place, place_name, word

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEAD: Final = 4
"""The row of “Họ tên”, from nought; its weekdays stand above it."""
SPARE_ROWS: Final = 40
"""Rows under the last person that have the lists and checks too."""
_NAME, _USERNAME, _SPECIALTY = range(3)
_FORMULA_BEGINS: Final = ("=", "+", "-", "@", "\t")
_BLUE, _GREY, _LINE = "#1F5FA8", "#F1F3F5", "#ADB5BD"


@dataclass(frozen=True, slots=True)
class SheetRow:
    name: str
    username: str
    """Empty for who may not import: they need no sign-in names."""
    specialty: Specialty | None
    cells: Mapping[date, str]


@dataclass(frozen=True, slots=True)
class SheetDay:
    day: date
    free: bool
    """A weekend day or a holiday."""


@dataclass(frozen=True, slots=True)
class RosterSheet:
    title: str
    state: str
    """Of which version it is."""
    days: Sequence[SheetDay]
    rows: Sequence[SheetRow]
    letters: Letters
    made_at: datetime


def write(sheet: RosterSheet) -> bytes:
    """Works for some tens of milliseconds: call it in a thread."""
    from xlsxwriter import Workbook

    into = io.BytesIO()
    # Text stays text: a name that begins with “=” is a name.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(into, options) as book:
        book.set_properties({"title": sheet.title, "created": sheet.made_at.astimezone(UTC).replace(tzinfo=None)})
        looks = _Looks(book)
        _matrix(book.add_worksheet(word("sheet", "roster")), sheet, looks)
        _legend(book.add_worksheet(word("sheet", "legend")), sheet.letters, looks)
    return into.getvalue()


class _Looks:
    def __init__(self, book: "Workbook") -> None:
        def look(**more: object) -> "Format":
            return book.add_format({"font_name": "Arial", "font_size": 10, "valign": "vcenter", **more})

        boxed = {"border": 1, "border_color": _LINE}
        head = {**boxed, "bold": True, "align": "center", "bg_color": _BLUE, "font_color": "#FFFFFF"}
        self.title = look(bold=True, font_size=14)
        self.plain = look()
        self.wrapped = look(text_wrap=True, valign="top")
        self.head = look(**head)
        self.day = look(**head, num_format="dd/mm/yyyy")
        self.text = look(**boxed, num_format="@")
        self.quoted = look(**boxed, num_format="@", quote_prefix=True)
        self.cell = look(**boxed, num_format="@", align="center")
        self.typed = look(num_format="@", align="center")
        self.free = look(**boxed, num_format="@", align="center", bg_color=_GREY)


def _matrix(into: "Worksheet", sheet: RosterSheet, looks: _Looks) -> None:
    first = _SPECIALTY + 1
    last_row = HEAD + len(sheet.rows) + SPARE_ROWS
    into.write_string(0, 0, sheet.title, looks.title)
    into.write_string(1, 0, sheet.state, looks.plain)
    into.write_string(2, 0, word("sheet", "ask"), looks.plain)
    for column, key in enumerate(("name", "username", "specialty")):
        into.write_string(HEAD, column, word("sheet", key), looks.head)
    for n, one in enumerate(sheet.days):
        into.write_string(HEAD - 1, first + n, word("weekdays")[one.day.isoweekday() - 1], looks.head)
        into.write_datetime(HEAD, first + n, one.day, looks.day)
        into.set_column(first + n, first + n, 12, looks.typed)  # else Excel makes a date of “24/1”
    for n, row in enumerate(sheet.rows, start=HEAD + 1):
        _text(into, n, _NAME, row.name, looks)
        _text(into, n, _USERNAME, row.username, looks)
        into.write_string(n, _SPECIALTY, place_name(row.specialty), looks.text)
        for column, one in enumerate(sheet.days, start=first):
            look = looks.free if one.free else looks.cell
            if said := row.cells.get(one.day, ""):
                into.write_string(n, column, said, look)
            else:
                into.write_blank(n, column, None, look)
    into.set_column(_NAME, _NAME, 30, looks.plain)
    into.set_column(_USERNAME, _USERNAME, 18 if any(row.username for row in sheet.rows) else 4, looks.plain)
    into.set_column(_SPECIALTY, _SPECIALTY, 18, looks.plain)
    into.freeze_panes(HEAD + 1, first)
    into.ignore_errors({"number_stored_as_text": f"A1:{place(last_row, first + len(sheet.days))}"})
    _checks(into, sheet, last_row)
    _paper(into, last_row=HEAD + len(sheet.rows), last_column=first + len(sheet.days) - 1)


def _checks(into: "Worksheet", sheet: RosterSheet, last_row: int) -> None:
    """Lists to choose from. What is not on them is asked about, not refused: hours of one's own are allowed."""
    first = _SPECIALTY + 1
    specialties = [place_name(one) for one in [*Specialty, None]]
    into.data_validation(HEAD + 1, _SPECIALTY, last_row, _SPECIALTY, {"validate": "list", "source": specialties})
    if sheet.days:
        usual = {
            "validate": "list",
            "source": _usual(),
            "error_type": "warning",
            "error_title": word("sheet", "unusual_title"),
            "error_message": word("sheet", "unusual"),
        }
        into.data_validation(HEAD + 1, first, last_row, first + len(sheet.days) - 1, usual)


def _usual() -> list[str]:
    """What most cells say."""
    day, night, full = (letter(code) for code in Letter)
    both = [f"{said}{tier}" for said in (day, night) for tier in (1, 2, 3)]
    return [day, night, full, *both, f"{full}/1", f"{full}/2", word("away", "leave")]


def _paper(into: "Worksheet", *, last_row: int, last_column: int) -> None:
    into.set_landscape()
    into.set_paper(9)  # A4
    into.fit_to_pages(1, 0)
    into.repeat_rows(HEAD - 1, HEAD)
    into.print_area(0, 0, last_row, last_column)


def _legend(into: "Worksheet", letters: Letters, looks: _Looks) -> None:
    into.set_column(0, 0, 24)
    into.set_column(1, 1, 90)
    for column, said in enumerate(word("sheet", "legend_head")):
        into.write_string(0, column, said, looks.head)
    for n, (said, means) in enumerate(legend(letters), start=1):
        into.write_string(n, 0, said, looks.text)
        into.write_string(n, 1, means, looks.wrapped)


def legend(letters: Letters) -> Iterable[tuple[str, str]]:
    """What may stand in a cell, and what it means."""
    day, night, full = (letter(code) for code in Letter)
    leader = word("specialties", "leader")
    for code, hours in letters.items():
        begins = timedelta(hours=hours.starts.hour, minutes=hours.starts.minute)
        ends = (begins + hours.length) % timedelta(days=1)
        means = word("sheet", "legend_letter").format_map({"from": clock(begins), "to": clock(ends)})
        yield letter(code), means
    yield f"{day}1, {night}2, {full}/1", word("sheet", "legend_tiers")
    yield "07:00-19:00/1, 7h-17h, 07:00-07:00+2/1", word("sheet", "legend_hours")
    yield f"{day}1; {night}2", word("sheet", "legend_two")
    yield word("away", "leave"), word("sheet", "legend_leave")
    yield word("away", "rotation"), word("sheet", "legend_rotation")
    yield "", word("sheet", "legend_empty")
    yield leader, word("sheet", "legend_leader").format(leader=leader)
    yield word("sheet", "name"), word("sheet", "legend_rows")


def clock(at: timedelta) -> str:
    """“07:00”."""
    hours, rest = divmod(at, timedelta(hours=1))
    return f"{hours:02}:{rest // timedelta(minutes=1):02}"


def _text(into: "Worksheet", row: int, column: int, said: str, looks: _Looks) -> None:
    """A quote that Excel does not show keeps it text also when the sheet is saved in another format."""
    into.write_string(row, column, said, looks.quoted if said.startswith(_FORMULA_BEGINS) else looks.text)
