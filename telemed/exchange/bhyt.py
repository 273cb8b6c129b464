"""How a row of the insurance's XML is made: columns as data, checked one by one; what may be shortened is listed. Pure.

Source of columns: `domain.md` 6.6, from listings of QĐ 130/QĐ-BYT and its amendments. The official text was not at
hand: each table says which variant of the columns it follows, and the operator chooses.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from xml.sax.saxutils import escape

from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.values import Sex

SEXES: Final = {Sex.MALE: "1", Sex.FEMALE: "2", Sex.UNKNOWN: "3"}
_ICD: Final = re.compile(r"[A-Z]\d{2}(\.?\d{1,2})?[†*]?")
_UNWRITABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, written plainly or as a reference."""


class Variant(StrEnum):
    """Which listing of the columns is followed."""

    ANNEX = "annex"
    """As the annex lists them: TEN_DICH_VU, TEN_THUOC, PP_DIEU_TRI, MA_NOI_DI, MA_NOI_DEN."""
    AMENDED = "amended"
    """As another implementation reads the amendment: TINH_TRANG_CT, MA_CSKCB_DI, MA_CSKCB_DEN."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What an installation sets for what goes to the insurance."""

    variant: Variant = Variant.ANNEX
    roots: Mapping[str, str] = field(default_factory=dict)
    """The outermost element by table (`xml13`), where it is not called as here."""
    heads: Mapping[str, str] = field(default_factory=dict)
    """MA_TTDV, the number of a facility's head, by the facility's five digits."""


class Kinds(StrEnum):
    """What a column takes."""

    TEXT = "text"
    """Anything; shortened to its length where the column says so."""
    CODE = "code"
    """Never shortened: half a code is another code."""
    MOMENT = "moment"
    """yyyymmddHHMM, local."""
    DAY = "day"
    """yyyymmdd"""
    BIRTH = "birth"
    """A moment whose month, day and time may be 00."""
    ICD = "icd"
    ICDS = "icds"
    """Several, with `;` between."""


_SHAPES: Final = {
    Kinds.MOMENT: re.compile(r"\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d"),
    Kinds.DAY: re.compile(r"\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"),
    Kinds.BIRTH: re.compile(r"\d{4}(0\d|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])[0-5]\d"),
    Kinds.ICD: _ICD,
    Kinds.ICDS: re.compile(f"{_ICD.pattern}(;{_ICD.pattern})*"),
}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    most: int | None = None
    """Characters; None: no limit is listed."""
    kind: Kinds = Kinds.TEXT
    must: bool = False
    codes: frozenset[str] | None = None
    """The closed list."""
    pattern: str | None = None
    cut: bool = False
    """Free words that may be shortened to fit. Names, numbers and codes never are."""


@dataclass(frozen=True, slots=True)
class Table:
    """One of the insurance's tables in one variant."""

    name: str
    variant: Variant
    root: str
    row: str
    columns: tuple[Column, ...]
    listed_in: str = ""
    """The element around the rows, where there are several."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit a column: missing, too_long, unknown_code, format, unwritable, no_such_column."""

    column: str
    code: str


class Unfit(DomainError):
    """A value does not fit its column in the insurance's table."""

    kind, code = Kind.INVALID, "exchange.unfit"

    def __init__(self, table: str, faults: Iterable[Fault]) -> None:
        self.table, self.faults = table, tuple(faults)
        super().__init__(table=table, faults=len(self.faults))


@dataclass(frozen=True, slots=True)
class Written:
    """The document, and which columns were shortened in it."""

    xml: str
    shortened: tuple[str, ...] = ()


def written(table: Table, rows: Sequence[Mapping[str, str]], spelling: Spelling) -> Written:
    """The table as XML, columns in its own order.

    Raises:
        Unfit: with every column at fault, in any row.
    """
    faults: dict[Fault, None] = {}
    shortened: dict[str, None] = {}
    said = []
    for values in rows:
        faults |= dict.fromkeys(
            Fault(name, "no_such_column") for name in values.keys() - {c.name for c in table.columns}
        )
        cells = []
        for column in table.columns:
            text = unicodedata.normalize("NFC", values.get(column.name, "")).strip()
            fault, text, short = _fitted(column, text)
            faults |= {Fault(column.name, fault): None} if fault else {}
            shortened |= {column.name: None} if short else {}
            cells.append(f"<{column.name}>{escape(text)}</{column.name}>")
        said.append(f"<{table.row}>{''.join(cells)}</{table.row}>" if table.row else "".join(cells))
    if faults:
        raise Unfit(table.name, faults)
    within = "".join(said)
    if table.listed_in:
        within = f"<{table.listed_in}>{within}</{table.listed_in}>"
    root = spelling.roots.get(table.name.lower(), table.root)
    xml = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}>{within}</{root}>\n'
    return Written(xml, tuple(shortened))


def _fitted(column: Column, text: str) -> tuple[str | None, str, bool]:
    """What is wrong with it, the text that goes out, whether it was shortened."""
    if not text:
        return ("missing" if column.must else None), "", False
    if fault := _fault(column, text):
        return fault, "", False
    if column.most is not None and len(text) > column.most:
        return (None, _cut(text, column.most), True) if column.cut else ("too_long", "", False)
    return None, text, False


def _fault(column: Column, text: str) -> str | None:
    """What no shortening would mend."""
    shape = _SHAPES.get(column.kind)
    if _UNWRITABLE.search(text):
        return "unwritable"
    if (shape and not shape.fullmatch(text)) or (column.pattern and not re.fullmatch(column.pattern, text)):
        return "format"
    return "unknown_code" if column.codes is not None and text not in column.codes else None


def _cut(text: str, most: int) -> str:
    """Up to `most` characters, ending with an ellipsis at the end of a word where one is near."""
    kept = text[: most - 1].rstrip()
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > most // 2 else kept) + "…"


# -- values in the insurance's spelling --------------------------------------------------------------------------------


def moment(at: datetime | None) -> str:
    return f"{at.astimezone(LOCAL):%Y%m%d%H%M}" if at else ""


def day(on: date | None) -> str:
    return f"{on:%Y%m%d}" if on else ""


def birth(on: date | None, precision: str, time: str = "") -> str:
    """Twelve digits; what is not known is 0000 (`domain.md` 6.1): 1965 is `196500000000`."""
    if on is None:
        return ""
    match precision:
        case "minute" if time:
            return f"{on:%Y%m%d}{time.replace(':', '')}"
        case "day" | "minute":
            return f"{on:%Y%m%d}0000"
        case "month":
            return f"{on:%Y%m}000000"
        case _:
            return f"{on:%Y}00000000"


def cards(numbers: str) -> str:
    """Several cards with `;` between, without spaces."""
    return ";".join(filter(None, (re.sub(r"\s", "", one).upper() for one in numbers.split(";"))))
