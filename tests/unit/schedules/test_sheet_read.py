"""Matrices as hospitals keep them are read, faults name their place: long because each kind of matrix is shown."""

import io
import time as clock
import tracemalloc
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.kernel.values import Specialty, Tier
from telemed.schedules.sheets import Cell, Entry, FaultCode, Letter
from telemed.schedules.sheets_read import Matrix, read, section_of
from tests.unit.schedules.workbooks import (
    LETTERS,
    MONDAY,
    TODAY,
    Formula,
    matrix,
    rezipped,
    sheet_xml,
    workbook,
)

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
N1 = Cell((Entry(LETTERS[Letter.DAY], Tier.FIRST),))
D2 = Cell((Entry(LETTERS[Letter.NIGHT], Tier.SECOND),))
FULL = Cell((Entry(LETTERS[Letter.FULL], Tier.LEADER),))
SHEET = "xl/worksheets/sheet1.xml"


def said(content: bytes) -> Matrix:
    return read(content, LETTERS, TODAY)


def faults(content: bytes) -> list[tuple[str, str | None, FaultCode]]:
    return [(one.sheet, one.cell, one.code) for one in said(content).faults]


def only_fault(content: bytes) -> FaultCode:
    [one] = said(content).faults
    return one.code


def cells(found: Matrix, line: int = 0) -> dict[date, Cell]:
    return {day: cell for day, (_, cell) in found.lines[line].cells.items()}


# -- what is read ------------------------------------------------------------------------------------------------------


def test_a_row_is_a_person_and_a_column_a_day() -> None:
    found = said(matrix(["BS. Lò Văn Demo", "N1", "", "Đ2"]))

    assert found.faults == []
    [line] = found.lines
    assert (line.sheet, line.at, line.name, line.section) == ("Tháng 11", "A2", "BS. Lò Văn Demo", None)
    assert line.cells == {MONDAY: ("B2", N1), TUESDAY: ("C2", Cell()), WEDNESDAY: ("D2", D2)}


@pytest.mark.parametrize(
    "heads",
    [
        ["23/11", "24/11", "25/11"],
        ["23/11/2026", "24/11/2026", "25/11/2026"],
        ["T2 23/11", "T3 24/11", "T4 25/11"],
        ["Thứ hai\n23/11", "Thứ ba\n24/11", "Thứ tư\n25/11"],
        ["23-11-26", "24.11.26", "ngày 25/11"],
        [46349, 46350, 46351],
        ["2026-11-23", "2026-11-24", "2026-11-25"],
    ],
)
def test_days_are_written_in_many_ways(heads: list[Any]) -> None:
    found = said(matrix(["Lò Văn Demo", "N1", "", "Đ2"], head=heads))

    assert found.faults == []
    assert cells(found) == {MONDAY: N1, TUESDAY: Cell(), WEDNESDAY: D2}


def test_bare_numbers_are_days_of_the_month_that_the_title_names() -> None:
    rows: list[list[Any]] = [
        ["LỊCH TRỰC THÁNG 11 NĂM 2026"],
        ["STT", "Họ và tên", *range(1, 31), "Tổng"],
        [1, "Lò Văn Demo"],
    ]
    rows[2] += [""] * 22 + ["N1", "", "Đ2"] + [""] * 5 + [2]

    found = said(workbook({"Sheet1": rows}))

    assert found.faults == []
    assert found.past == {date(2026, 11, n) for n in range(1, 22)}
    assert {day: cell for day, cell in cells(found).items() if cell != Cell()} == {MONDAY: N1, WEDNESDAY: D2}


def test_near_new_year_a_day_without_a_year_is_the_nearest_one() -> None:
    found = read(matrix(["Lò Văn Demo", "N1", "Đ2"], head=["31/12", "01/01"]), LETTERS, date(2026, 12, 20))

    assert list(cells(found)) == [date(2026, 12, 31), date(2027, 1, 1)]


def test_a_head_of_two_rows_with_weekdays() -> None:
    rows: list[list[Any]] = [
        ["Khoa Nội"],
        ["STT", "Bác sĩ", "T2", "T3", "T4"],
        ["", "", MONDAY, TUESDAY, WEDNESDAY],
        [1, "Lò Văn Demo", "N1", "", "Đ2"],
    ]

    found = said(workbook({"Lịch": rows}))

    assert found.faults == []
    assert cells(found) == {MONDAY: N1, TUESDAY: Cell(), WEDNESDAY: D2}


def test_specialties_come_as_headings_in_a_column_or_as_the_sheets_name() -> None:
    headed: list[list[Any]] = [
        ["Họ tên", MONDAY],
        ["I. KHOA NỘI TỔNG HỢP"],
        ["A Demo", "N1"],
        ["II. Trực lãnh đạo"],
        ["B Demo", 24],
    ]
    column: list[list[Any]] = [["Họ tên", "Khoa", MONDAY], ["A Demo", "Nhi", "N1"], ["B Demo", "HSCC", "N1"]]

    found = said(workbook({"Chung": headed, "Danh sách": column, "Khoa Sản": [["Họ tên", MONDAY], ["A Demo", "N1"]]}))

    assert found.faults == []
    assert [line.section for line in found.lines] == [
        *(Specialty.INTERNAL, "leader", Specialty.PAEDIATRICS, Specialty.EMERGENCY, Specialty.OBSTETRICS)
    ]
    assert cells(found, 1) == {MONDAY: FULL}


@pytest.mark.parametrize("heading", ["Nội", "KHOA NỘI", "2. Khoa nội", "III/ NỘI KHOA", "Noi tong hop"])
def test_headings_have_many_forms(heading: str) -> None:
    assert section_of(heading) is Specialty.INTERNAL


@pytest.mark.parametrize("text", ["", "Họ tên", "Nội trú", "BS. Nội Demo", "Người lập"])
def test_not_every_text_is_a_heading(text: str) -> None:
    assert section_of(text) is None


def test_a_heading_merged_over_the_whole_row_is_found_left_of_the_names() -> None:
    rows: list[list[Any]] = [["STT", "Họ tên", MONDAY, TUESDAY], [], [1, "A Demo", "N1", ""]]

    found = said(workbook({"Lịch": rows}, [("A2:D2", "KHOA NGOẠI")]))

    assert found.faults == []
    assert found.lines[0].section is Specialty.SURGERY


def test_leave_merged_over_several_days_counts_on_each() -> None:
    found = said(workbook({"Lịch": [["Họ tên", MONDAY, TUESDAY, WEDNESDAY], ["A Demo"]]}, [("B2:D2", "P")]))

    assert found.faults == []
    assert cells(found) == dict.fromkeys((MONDAY, TUESDAY, WEDNESDAY), Cell(away=True))


def test_a_name_merged_over_two_rows_is_that_of_both() -> None:
    rows: list[list[Any]] = [["Họ tên", "Khoa", MONDAY], ["", "Nội", "N1"], ["", "Nhi", "Đ2"]]

    found = said(workbook({"Lịch": rows}, [("A2:A3", "A Demo")]))

    assert [(line.name, line.section) for line in found.lines] == [
        ("A Demo", Specialty.INTERNAL),
        ("A Demo", Specialty.PAEDIATRICS),
    ]


def test_two_weeks_under_each_other_are_two_tables() -> None:
    rows: list[list[Any]] = [["Họ tên", MONDAY], ["A Demo", "N1"], [], ["Họ tên", TUESDAY], ["A Demo", "Đ2"]]

    found = said(workbook({"Lịch": rows}))

    assert found.faults == []
    assert [cells(found, n) for n in (0, 1)] == [{MONDAY: N1}, {TUESDAY: D2}]


def test_footers_legends_and_other_sheets_are_left_aside() -> None:
    rows: list[list[Any]] = [
        ["Họ tên", MONDAY],
        ["A Demo", "N1"],
        [],
        ["Ghi chú: N là ngày"],
        ["", "Ngày 22 tháng 11"],
        ["Người lập"],
    ]

    found = said(workbook({"Lịch": rows, "Chú giải": [["N", "Ngày"]]}))

    assert found.faults == []
    assert [line.name for line in found.lines if line.says_something] == ["A Demo"]


def test_what_a_formula_came_to_is_what_the_cell_says() -> None:
    assert cells(said(matrix(["A Demo", Formula('="N"&1', "N1")], days=1))) == {MONDAY: N1}


def test_columns_of_days_past_are_counted_and_left_aside() -> None:
    found = said(matrix(["A Demo", "N1", "xyz", "N1"], head=[TODAY - timedelta(days=1), date(2026, 1, 5), MONDAY]))

    assert found.faults == []
    assert (len(found.past), found.days) == (2, {MONDAY})


# -- faults of cells and heads -----------------------------------------------------------------------------------------


def test_every_fault_is_named_by_its_cell_and_all_are_told_at_once() -> None:
    content = workbook(
        {
            "Tháng 11": [
                ["Họ tên", "Khoa", MONDAY, "T2 24/11", "32/11", "abc", "23/11", "01/01/2062", WEDNESDAY],
                ["A Demo", "Nội", "X", "", "", "", "", "", "N4"],
                ["B Demo", "Xương", "N1", "", "", "", "", "", "07:00-08:00+3"],
                ["", "Nội", "N1"],
            ]
        }
    )

    assert [(cell, code) for _, cell, code in faults(content)] == [
        ("D1", FaultCode.OTHER_WEEKDAY),
        ("E1", FaultCode.BAD_DAY),
        ("F1", FaultCode.BAD_DAY),
        ("G1", FaultCode.DAY_TWICE),
        ("H1", FaultCode.DAY_FAR),
        ("C2", FaultCode.BAD_CELL),
        ("I2", FaultCode.BAD_TIER),
        ("B3", FaultCode.UNKNOWN_SPECIALTY),
        ("I3", FaultCode.TOO_LONG),
        ("A4", FaultCode.NO_NAME),
    ]
    assert {sheet for sheet, _, _ in faults(content)} == {"Tháng 11"}


def test_a_formula_that_failed_or_was_never_computed_is_no_empty_cell() -> None:
    content = matrix(["A Demo", Formula("=1/0", "#DIV/0!"), Formula("=B9")], days=2)

    assert faults(content) == [
        ("Tháng 11", "B2", FaultCode.FORMULA_FAILED),
        ("Tháng 11", "C2", FaultCode.FORMULA_FAILED),
    ]


def test_a_shift_in_merged_cells_could_mean_anything() -> None:
    content = workbook({"L": [["Họ tên", MONDAY, TUESDAY], ["A Demo"], ["B Demo"]]}, [("B2:C2", "N1"), ("B3:B4", "P")])

    assert faults(content) == [("L", "B2", FaultCode.MERGED), ("L", "B3", FaultCode.MERGED)]


def test_a_column_without_a_day_that_holds_something_is_a_fault() -> None:
    assert faults(matrix(["A Demo", "N1", "N1", "N1"], head=[MONDAY, "", TUESDAY])) == [
        ("Tháng 11", "C1", FaultCode.BAD_DAY)
    ]


def test_the_29th_of_february_is_a_day_in_a_leap_year_only() -> None:
    wrong, right = (matrix(["A Demo", "N1"], head=[f"29/02/{year}"]) for year in (2027, 2028))

    assert only_fault(wrong) is FaultCode.NO_TABLE
    assert cells(read(right, LETTERS, date(2028, 2, 1))) == {date(2028, 2, 29): N1}


# -- faults of files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", "Họ tên;23/11\n".encode(), b"\0" * 4096, b"\xef\xbb\xbfA,B"])
def test_what_is_no_workbook_is_said_to_be_none(content: bytes) -> None:
    assert only_fault(content) is FaultCode.NOT_XLSX


def test_an_old_and_an_encrypted_workbook_are_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000

    assert only_fault(ole) is FaultCode.OLD_XLS
    assert only_fault(ole + "EncryptedPackage".encode("utf-16-le")) is FaultCode.ENCRYPTED


def test_a_part_encrypted_inside_the_archive_is_told() -> None:
    content = bytearray(matrix(["A Demo", "N1"]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1

    assert only_fault(bytes(content)) is FaultCode.ENCRYPTED


def test_an_archive_that_is_no_workbook() -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")

    assert only_fault(into.getvalue()) is FaultCode.NOT_XLSX


@pytest.mark.parametrize("cut", [30, 400, 2000, -40])
def test_half_a_file_is_damaged(cut: int) -> None:
    assert only_fault(matrix(["A Demo", "N1"])[:cut]) is FaultCode.DAMAGED


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/sharedStrings.xml", "xl/styles.xml"])
@pytest.mark.parametrize("with_", [b"<worksheet><sheetData>", b"no xml at all", b"\xff\xfe\0\0"])
def test_a_broken_part_is_a_fault_and_no_failure(part: str, with_: bytes) -> None:
    found = said(rezipped(matrix(["A Demo", "N1"]), {part: with_}))

    assert {one.code for one in found.faults} <= {FaultCode.DAMAGED, FaultCode.NO_TABLE, FaultCode.NOT_XLSX}
    assert found.faults or part == "xl/styles.xml"


@pytest.mark.parametrize("rows", [[], [["Tên khoa", "Số"]], [["Họ tên", "Ghi chú"], ["A Demo", "N1"]]])
def test_a_workbook_without_a_table_of_duty(rows: list[list[str]]) -> None:
    assert faults(workbook({"Trang tính": rows})) == [("Trang tính", None, FaultCode.NO_TABLE)]


# -- files that mean harm ----------------------------------------------------------------------------------------------


def test_a_document_type_is_refused_because_entities_multiply() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + sheet_xml("")

    assert only_fault(rezipped(matrix(["A Demo", "N1"]), {SHEET: bomb})) is FaultCode.DAMAGED


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="1">' + "<c><v>1</v></c>" * 500 + "</row>",
        "<row><c><v>1</v></c></row>" * 700,
    ],
)
def test_a_sheet_that_reaches_too_far_is_refused_before_it_is_spread_out(rows: str) -> None:
    [one] = said(rezipped(matrix(["A Demo", "N1"]), {SHEET: sheet_xml(rows)})).faults

    assert (one.sheet, one.code) == ("Tháng 11", FaultCode.TOO_LARGE)


def test_cells_with_a_look_and_nothing_in_them_reach_as_far_as_they_like() -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'

    assert only_fault(rezipped(matrix(["A Demo", "N1"]), {SHEET: sheet_xml(rows)})) is FaultCode.NO_TABLE


def test_one_long_text_shown_many_times_is_refused() -> None:
    shared = f"<sst><si><t>{'x' * 30_000}</t></si></sst>".encode()
    rows = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{chr(65 + c)}{r}" t="s"><v>0</v></c>' for c in range(20)) + "</row>"
        for r in range(1, 100)
    )

    content = rezipped(matrix(["A Demo", "N1"]), {SHEET: sheet_xml(rows), "xl/sharedStrings.xml": shared})

    assert only_fault(content) is FaultCode.TOO_LARGE


@pytest.mark.parametrize("lying", [False, True])
def test_an_archive_that_unpacks_to_far_more_than_it_is_costs_neither_memory_nor_time(lying: bool) -> None:
    packed = bytearray(rezipped(matrix(["A Demo", "N1"]), {SHEET: b" " * (200 << 20)}))
    if lying:  # its two headers say that the part is small
        for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            header = packed.rindex(SHEET.encode(), 0, packed.rindex(b"PK\x01\x02") + 200) if mark[2] == 1 else None
            where = packed.rindex(mark, 0, header) if header else packed.rindex(mark)
            packed[where + at : where + at + 4] = (1000).to_bytes(4, "little")
    tracemalloc.start()
    began = clock.process_time()

    code = only_fault(bytes(packed))

    assert code in {FaultCode.TOO_LARGE, FaultCode.DAMAGED}
    assert tracemalloc.get_traced_memory()[1] < 120 << 20
    tracemalloc.stop()
    assert clock.process_time() - began < 10


@pytest.mark.parametrize("one", ['<c t="str"><v>x</v></c>', "<c/>", "<row/>"])
def test_a_part_of_millions_of_tags_is_given_up_soon(one: str) -> None:
    content = rezipped(matrix(["A Demo", "N1"]), {SHEET: sheet_xml(f"<row>{one * (20_000_000 // len(one))}</row>")})
    began = clock.process_time()

    assert only_fault(content) is FaultCode.TOO_LARGE
    assert clock.process_time() - began < 10


def test_too_many_parts_and_too_many_sheets_are_refused() -> None:
    good = matrix(["A Demo", "N1"])

    assert only_fault(rezipped(good, {f"xl/media/{n}.png": b"" for n in range(500)})) is FaultCode.TOO_LARGE
    assert only_fault(workbook({f"T{n}": [["x"]] for n in range(25)})) is FaultCode.TOO_LARGE


def test_no_picture_macro_or_link_is_ever_unpacked() -> None:
    harmless = {"xl/media/bomb.png": b"\0" * (100 << 20), "xl/vbaProject.bin": b"\0", "docProps/app.xml": b"<"}

    assert said(rezipped(matrix(["A Demo", "N1"]), harmless)).faults == []


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0), st.binary(min_size=1, max_size=30))
def test_whatever_is_done_to_a_file_it_is_read_or_refused(at: int, junk: bytes) -> None:
    content = bytearray(matrix(["A Demo", "N1", "Đ2"]))
    begins = at % len(content)
    content[begins : begins + len(junk)] = junk

    found = said(bytes(content))

    assert found.faults or found.lines
