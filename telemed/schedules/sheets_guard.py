"""Whether bytes are a workbook that is safe to read: measured, part by part, before a reader sees any of it.

A few kilobytes can unpack to gigabytes, name a cell in row 1,048,576, or show one long text a million times. So every
part is unpacked here within limits and handed on in a new, plain archive: what was measured is what is read.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from telemed.schedules.sheets import Fault, FaultCode, shown

UNPACKED_AT_MOST: Final = 24 * 1024 * 1024
PARTS_AT_MOST: Final = 400
SHEETS_AT_MOST: Final = 20
ROWS_AT_MOST: Final = 600
COLUMNS_AT_MOST: Final = 120
CELLS_AT_MOST: Final = 30_000
TAGS_AT_MOST: Final = 600_000
"""Of one part: a look without a value costs time too."""
TEXT_AT_MOST: Final = 2_000_000
"""Letters of all cells together, each as often as it is shown."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_KEPT: Final = re.compile(r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/)?[^/]+\.(?:xml|rels)|xl/worksheets/.+)")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Begin = Callable[[str, dict[str, str]], None]
Told = Callable[[str], None]


class Refused(Exception):
    """This file is not read at all."""

    def __init__(self, code: FaultCode, *, sheet: str = "", **params: str | int) -> None:
        super().__init__(code)
        self.fault = Fault(sheet, None, code, params)


@dataclass
class Measured:
    """A sheet's extent, and the cells whose formula has no result."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    letters: int = 0
    failed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Plain:
    """A workbook that may be read, and by sheet the cells whose formula failed or was never computed."""

    archive: bytes
    failed: dict[str, set[str]]


def plain(content: bytes) -> Plain:
    """Raises Refused."""
    if content.startswith(_OLE):
        raise Refused(FaultCode.ENCRYPTED if _ENCRYPTED in content else FaultCode.OLD_XLS)
    parts = _unpacked(content)
    if "xl/workbook.xml" not in parts:
        raise Refused(FaultCode.NOT_XLSX)
    try:
        names = _sheet_names(parts)
        shared = _shared_lengths(parts.get("xl/sharedStrings.xml", b""))
        failed = _measured(parts, names, shared)
    except expat.ExpatError:
        raise Refused(FaultCode.DAMAGED) from None
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return Plain(packed.getvalue(), failed)


def _unpacked(content: bytes) -> dict[str, bytes]:
    """The parts that hold cells; pictures, macros and the like stay packed."""
    parts: dict[str, bytes] = {}
    left = UNPACKED_AT_MOST
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len(entries) > PARTS_AT_MOST:
                raise Refused(FaultCode.TOO_LARGE, parts=len(entries))
            for entry in entries:
                if entry.flag_bits & 1:
                    raise Refused(FaultCode.ENCRYPTED)
                if not _KEPT.fullmatch(entry.filename) or entry.is_dir():
                    continue
                with archive.open(entry) as packed:
                    part = packed.read(left + 1)
                left -= len(part)
                if left < 0 or entry.filename in parts:
                    raise Refused(FaultCode.TOO_LARGE if left < 0 else FaultCode.DAMAGED)
                parts[entry.filename] = part
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        began = content.startswith(b"PK")
        raise Refused(FaultCode.DAMAGED if began else FaultCode.NOT_XLSX) from None
    return parts


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    """A sheet's part to its name."""
    ids: dict[str, str] = {}
    targets: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet" and len(ids) < SHEETS_AT_MOST + 1:
            key = next((value for name, value in attributes.items() if name.endswith(" id")), "")
            ids[key] = attributes.get("name", "")

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = target.removeprefix("/") if target[:1] == "/" else f"xl/{target}"

    _walk(parts["xl/workbook.xml"], sheet)
    _walk(parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    if len(ids) > SHEETS_AT_MOST:
        raise Refused(FaultCode.TOO_LARGE, sheets=SHEETS_AT_MOST)
    return {targets[key]: name for key, name in ids.items() if key in targets}


def _shared_lengths(part: bytes) -> list[int]:
    """How long each shared text is."""
    lengths: list[int] = []

    def begin(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            lengths.append(0)

    def text(said: str) -> None:
        if lengths:
            lengths[-1] += len(said)

    _walk(part, begin, text=text)
    return lengths


def _measured(parts: dict[str, bytes], names: dict[str, str], shared: list[int]) -> dict[str, set[str]]:
    failed: dict[str, set[str]] = {}
    cells = letters = 0
    for part, content in parts.items():
        if not _SHEET.fullmatch(part):
            continue
        name = shown(names.get(part, ""))
        sheet = _measure(name, content, shared)
        cells, letters = cells + sheet.cells, letters + sheet.letters
        if sheet.rows > ROWS_AT_MOST:
            raise Refused(FaultCode.TOO_LARGE, sheet=name, rows=ROWS_AT_MOST)
        if sheet.columns > COLUMNS_AT_MOST:
            raise Refused(FaultCode.TOO_LARGE, sheet=name, columns=COLUMNS_AT_MOST)
        if cells > CELLS_AT_MOST or letters > TEXT_AT_MOST:
            raise Refused(FaultCode.TOO_LARGE, sheet=name, cells=CELLS_AT_MOST)
        failed[names.get(part, "")] = sheet.failed
    return failed


def _measure(name: str, part: bytes, shared: list[int]) -> Measured:
    found = Measured()
    at, kind, formula, value, reading = "", "", False, "", False
    row = column = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal at, kind, formula, value, reading, row, column
        match tag:
            case "row":
                row, column = _number(attributes.get("r", "")) or row + 1, 0
            case "c":
                at, kind, formula, value = attributes.get("r", ""), attributes.get("t", ""), False, ""
                if place := _PLACE.fullmatch(at):
                    column, row = _column(place[1]), int(place[2])
                else:
                    column += 1
            case "f":
                formula = True
            case "v" | "t":
                reading = True

    def text(said: str) -> None:
        nonlocal value
        if reading:
            value += said

    def end(tag: str) -> None:
        nonlocal reading
        if tag in {"v", "t"}:
            reading = False
        if tag != "c":
            return
        if kind == "e" or (formula and not value):
            found.failed.add(at)
        if formula or value:
            found.cells += 1
            found.rows, found.columns = max(found.rows, row), max(found.columns, column)
            number = _number(value) if kind == "s" else None
            if found.cells > CELLS_AT_MOST:
                raise Refused(FaultCode.TOO_LARGE, sheet=name, cells=CELLS_AT_MOST)
            found.letters += len(value) if number is None or number >= len(shared) else shared[number]

    _walk(part, begin, end=end, text=text)
    return found


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 8 else None


def _column(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - ord("A") + 1
    return number


def _walk(part: bytes, begin: Begin, *, end: Told | None = None, text: Told | None = None) -> None:
    """Tell of each tag by its local name. A document type is refused: it is where entities multiply.

    Raises:
        expat.ExpatError: it is no XML.
    """
    if not part:
        return
    parser = expat.ParserCreate("utf-8", " ")  # whatever it says of itself: the reader after us knows no other
    tags = 0

    def counted(tag: str, attributes: dict[str, str]) -> None:
        nonlocal tags
        tags += 1
        if tags > TAGS_AT_MOST:
            raise Refused(FaultCode.TOO_LARGE)
        begin(_local(tag), attributes)

    parser.StartElementHandler = counted
    if end is not None:
        told = end
        parser.EndElementHandler = lambda tag: told(_local(tag))
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.buffer_text = True
    parser.Parse(part, True)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _no_doctype(*_: object) -> None:
    raise Refused(FaultCode.DAMAGED)
