"""Reads the duty matrix out of a workbook: which rows are people, which columns days, what each cell says."""

import io
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias

from telemed.kernel.values import Specialty
from telemed.schedules.sheets import BadCell, Cell, Fault, FaultCode, Letters, bare, parse, place, shown, word
from telemed.schedules.sheets_days import AHEAD_AT_MOST, NoSuchDay, day_of, month_of, weekday_of
from telemed.schedules.sheets_guard import ROWS_AT_MOST, Refused, plain

HEAD_WITHIN: Final = 40
"""Rows in which the head of a table is looked for."""

Section: TypeAlias = Specialty | Literal["leader"]
Place: TypeAlias = tuple[int, int]
"""Row and column, both from nought."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person's row, whoever that is."""

    sheet: str
    at: str
    """The cell that names them."""
    name: str
    username: str
    section: Section | None
    """None: neither the row nor its heading says which."""
    cells: Mapping[date, tuple[str, Cell]]
    """Each day's cell and what it says, empty ones too."""

    @property
    def says_something(self) -> bool:
        return any(cell.entries or cell.away for _, cell in self.cells.values())


@dataclass
class Matrix:
    """All that a workbook says."""

    lines: list[Line] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    days: set[date] = field(default_factory=set)
    past: set[date] = field(default_factory=set)

    def fault(self, sheet: str, cell: str | None, code: FaultCode, **params: str | int) -> None:
        self.faults.append(Fault(sheet, cell, code, params))


def read(content: bytes, letters: Letters, today: date) -> Matrix:
    """Never raises for what a file holds: whatever is wrong is a fault in the answer."""
    from python_calamine import CalamineError, load_workbook

    matrix = Matrix()
    try:
        safe = plain(content)
        with load_workbook(io.BytesIO(safe.archive)) as book:
            tables = 0
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                rows: list[Sequence[object]] = list(sheet.to_python(skip_empty_area=False, nrows=ROWS_AT_MOST))
                page = _Page(name, rows, sheet.merged_cell_ranges or [], safe.failed.get(name, set()))
                tables += _Reader(page, letters, today, matrix).read()
            if not tables:
                matrix.fault(shown(next(iter(book.sheet_names), "")), None, FaultCode.NO_TABLE)
    except Refused as refused:
        matrix.faults.append(refused.fault)
    except (CalamineError, OSError, ValueError, OverflowError):
        matrix.fault("", None, FaultCode.DAMAGED)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of the reader, which is Rust; it has no other name here
            raise
        matrix.fault("", None, FaultCode.DAMAGED)
    return matrix


def section_of(text: str) -> Section | None:
    """The specialty that a heading names: “II. KHOA NỘI TỔNG HỢP”."""
    said = bare(text).split()
    while len(said) > 1 and (said[0].isdigit() or not set(said[0]) - set("ivx")):
        said = said[1:]
    name = " ".join(said)
    for prefix in word("specialty_prefixes"):
        name = name.removeprefix(f"{prefix} ")
    for code, names in word("read_specialties").items():
        if name in names or name == bare(word("specialties", code)):
            return "leader" if code == "leader" else Specialty(code)
    return None


@dataclass(frozen=True)
class _Head:
    """Where a table's columns are."""

    row: int
    data: int
    name: int
    username: int | None
    specialty: int | None
    days: Mapping[int, date]


@dataclass(frozen=True)
class _Page:
    """One sheet as the reader of workbooks gives it, and where a formula has no result."""

    name: str
    rows: Sequence[Sequence[object]]
    merged: Sequence[tuple[Place, Place]]
    failed: Set[str]


class _Reader:
    def __init__(self, page: _Page, letters: Letters, today: date, into: Matrix) -> None:
        self._name, self._rows, self._failed = shown(page.name), page.rows, page.failed
        self._letters, self._today, self._into = letters, today, into
        self._merged = [(first, last) for first, last in page.merged if first != last]
        titles = [shown(one) for row in page.rows[:HEAD_WITHIN] for one in row if isinstance(one, str)]
        self._month = next((found for text in [page.name, *titles] if (found := month_of(text))), None)
        self._named = section_of(page.name)

    def read(self) -> int:
        """How many tables there are."""
        heads = [row for row in range(len(self._rows)) if self._name_column(row) is not None]
        tables = 0
        for n, row in enumerate(heads):
            if row > HEAD_WITHIN and not tables:
                break
            head = self._head(row)
            if head is None:
                continue
            tables += 1
            self._lines(head, next((later for later in heads[n + 1 :] if later >= head.data), len(self._rows)))
        return tables

    # -- the head ----------------------------------------------------------------------------------------------------

    def _name_column(self, row: int) -> int | None:
        names = word("headers", "name")
        return next((c for c, one in enumerate(self._rows[row]) if isinstance(one, str) and bare(one) in names), None)

    def _column(self, row: int, kind: str) -> int | None:
        names = word("headers", kind)
        return next((c for c, one in enumerate(self._rows[row]) if isinstance(one, str) and bare(one) in names), None)

    def _head(self, row: int) -> _Head | None:
        """Days stand in the row of “Họ tên”, or, where that is merged over two rows, in the one below or above."""
        name = self._name_column(row)
        assert name is not None
        beside = [near for near in (row, row + 1, row - 1) if 0 <= near < len(self._rows)]
        found = {near: self._days(near, name) for near in beside}
        best = max(beside, key=lambda near: len(found[near]))
        if not found[best]:
            return None
        data = max(row, best) + 1
        if data < len(self._rows) and self._is_weekdays(data, found[best]):
            data += 1
        days = self._sound_days(best, name, data)
        return _Head(row, data, name, self._column(row, "username"), self._column(row, "specialty"), days)

    def _days(self, row: int, name: int) -> dict[int, date]:
        found = {}
        for column, value in self._after(row, name):
            try:
                if day := day_of(value, self._today, self._month)[0]:
                    found[column] = day
            except NoSuchDay:
                continue
        return found

    def _sound_days(self, row: int, name: int, data: int) -> dict[int, date]:
        """The columns that are days, and every fault of their heads."""
        sure = self._days(row, name)
        days: dict[int, date] = {}
        first, last = min(sure), max(sure)
        for column, value in self._after(row, name):
            at = place(row, column)
            try:
                day, weekday = day_of(value, self._today, self._month)
            except NoSuchDay:
                self._fault(at, FaultCode.BAD_DAY, text=shown(value))
                continue
            if at in self._failed:
                self._fault(at, FaultCode.FORMULA_FAILED)
            elif day is None:
                if first < column < last and (value != "" or self._holds_something(column, data)):
                    self._fault(at, FaultCode.BAD_DAY, text=shown(value))
            elif day in days.values():
                self._fault(at, FaultCode.DAY_TWICE, day=day.isoformat())
            elif day > self._today + AHEAD_AT_MOST:
                self._fault(at, FaultCode.DAY_FAR, day=day.isoformat())
            elif (weekday or self._weekday_beside(row, column) or day.isoweekday()) != day.isoweekday():
                self._fault(at, FaultCode.OTHER_WEEKDAY, day=day.isoformat())
            elif day < self._today:
                self._into.past.add(day)
            else:
                days[column] = day
        return days

    def _weekday_beside(self, row: int, column: int) -> int | None:
        near = [self._value(row - 1, column), self._value(row + 1, column)]
        return next((found for one in near if (found := weekday_of(one))), None)

    def _is_weekdays(self, row: int, days: Mapping[int, date]) -> bool:
        return any(weekday_of(self._value(row, column)) for column in days)

    # -- the rows ----------------------------------------------------------------------------------------------------

    def _lines(self, head: _Head, until: int) -> None:
        section = self._named
        self._into.days |= set(head.days.values())
        spread = self._spread(head, until)
        for row in range(head.data, until):
            said = {column: spread.get((row, column), self._value(row, column)) for column in head.days}
            name, username = self._text(row, head.name), self._text(row, head.username)
            blank = all(value == "" for value in said.values()) and not self._fails(row, head)
            if blank and (heading := self._heading(row)):
                section = heading
                continue
            if not name and not username:
                if any(self._is_shift(value) for value in said.values()):
                    self._fault(place(row, head.name), FaultCode.NO_NAME)
                continue
            own = self._own_section(row, head, blank=blank)
            cells = dict(self._cells(row, head, said, own or section))
            self._into.lines.append(Line(self._name, place(row, head.name), name, username, own or section, cells))

    def _heading(self, row: int) -> Section | None:
        said = [one for one in self._rows[row] if one != ""]
        texts = [one for one in said if isinstance(one, str) and not one.strip().isdigit()]
        return section_of(texts[0]) if len(texts) == 1 else None

    def _own_section(self, row: int, head: _Head, *, blank: bool) -> Section | None:
        text = self._text(row, head.specialty)
        found = section_of(text) if text else None
        if text and found is None and not blank:
            assert head.specialty is not None
            self._fault(place(row, head.specialty), FaultCode.UNKNOWN_SPECIALTY, text=shown(text))
        return found

    def _cells(
        self, row: int, head: _Head, said: Mapping[int, object], section: Section | None
    ) -> Iterator[tuple[date, tuple[str, Cell]]]:
        for column, value in said.items():
            at = place(row, column)
            try:
                if at in self._failed:
                    raise BadCell(FaultCode.FORMULA_FAILED)
                cell = parse(value, self._letters, leader=section == "leader")
            except BadCell as bad:
                self._fault(at, bad.code, text=shown(value), **bad.params)
                continue
            yield head.days[column], (at, cell)

    def _spread(self, head: _Head, until: int) -> dict[Place, object]:
        """Leave merged over several days counts on each; a shift over several cells could mean anything."""
        spread: dict[Place, object] = {}
        for (top, left), (bottom, right) in self._merged:
            if not (head.data <= top < until and left in head.days and (right > left or bottom > top)):
                continue
            value = self._value(top, left)
            try:
                cell = parse(value, self._letters, leader=False)
            except BadCell:
                cell = Cell()
            if top == bottom and cell.away:
                spread |= {(top, column): value for column in range(left, right + 1)}
            elif value != "":
                self._fault(place(top, left), FaultCode.MERGED, text=shown(value))
        return spread

    def _text(self, row: int, column: int | None) -> str:
        """A name or specialty; merged over several rows it is that of each."""
        if column is None:
            return ""
        for (top, left), (bottom, right) in self._merged:
            if top < row <= bottom and left <= column <= right:
                row, column = top, left
        value = self._value(row, column)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def _is_shift(self, value: object) -> bool:
        try:
            return bool(parse(value, self._letters, leader=False).entries)
        except BadCell:
            return False

    def _fails(self, row: int, head: _Head) -> bool:
        return any(place(row, column) in self._failed for column in head.days)

    def _holds_something(self, column: int, data: int) -> bool:
        return any(self._value(row, column) != "" for row in range(data, len(self._rows)))

    def _after(self, row: int, column: int) -> Iterator[tuple[int, object]]:
        yield from ((c, value) for c, value in enumerate(self._rows[row]) if c > column)

    def _value(self, row: int, column: int) -> object:
        """Blank is one thing, with or without spaces."""
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._rows[row])):
            return ""
        value = self._rows[row][column]
        return "" if isinstance(value, str) and not value.strip() else value

    def _fault(self, cell: str, code: FaultCode, **params: str | int) -> None:
        self._into.fault(self._name, cell, code, **params)
