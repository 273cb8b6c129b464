"""Turns a paper's facts into JSON for its template, and that into PDF; what people typed is never read as code."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from telemed.infra.font_letters import font_letters
from telemed.kernel.clock import LOCAL

if TYPE_CHECKING:
    import typst

Plain = str | int | bool | None | Sequence["Plain"] | Mapping[str, "Plain"]

ARCHIVAL: "typst.PDFStandard" = "a-2a"
"""PDF/A-2a: fonts inside, every letter with its Unicode, tagged; what a record kept for 10 to 30 years needs."""
OUR_FONT = "Noto Serif"
ALSO_DRAWN = "←↑→↓≈≠≤≥☐☒"
"""By the fonts inside Typst, where ours lacks them."""
LONGEST_WORD = 32
"""Letters. A longer run without a space (a slip of the keyboard, a link) would leave the page, so it may be broken."""
DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn"}
"""Controls, invisible and unassigned characters: a bidi override could make the paper read other than the record."""


def printed(
    template: Path,
    paper: object,
    dated: datetime | None,
    *,
    font: str = "",
    pictures: Mapping[str, str] | None = None,
) -> bytes:
    """The PDF of `paper` by `template`, a file that may read only what lies beside it.

    A paper that is `dated` (the moment of its last signature) is archival; a draft has no date and is not. `font` is
    the family it is set in, our own where that has no letter. `pictures` are SVG, made by us.

    Raises:
        ValueError: a datetime without a zone.
    """
    import typst

    given = {"dated": "yes" if dated else "", "font": font or OUR_FONT, **(pictures or {})}
    known = plain(paper)
    try:
        return _compile(template, given, known, dated)
    except typst.TypstError:
        # The archival kind refuses a letter that no font can draw (an emoji, say). Care does not wait for a font and
        # nothing is left out: such a letter is spelled by its number.
        return _compile(template, given, _spelled(known, our_letters()), dated)


def _compile(template: Path, given: Mapping[str, str], paper: Plain, dated: datetime | None) -> bytes:
    import typst

    pdf = typst.compile(
        template,
        root=template.parent,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={**given, "data": json.dumps(paper, ensure_ascii=False)},
        pdf_standards=[] if dated is None else [ARCHIVAL],
        timestamp=None if dated is None else int(dated.timestamp()),
    )
    assert isinstance(pdf, bytes)
    return pdf


_folders: list[Path] = []


def fonts_from(folder: Path) -> None:
    """Set papers in further families as well: the .ttf and .otf files of `folder`. Once, as the program begins."""
    _folders.append(folder)
    fonts.cache_clear()


@cache
def fonts() -> "typst.Fonts":
    """Our own font files, and those the operator named: every machine prints the same."""
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[_our_files(), *_folders])


def _our_files() -> Path:
    spec = find_spec("fontpkg_noto_serif")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package fontpkg-noto-serif is not installed")
    return Path(spec.origin).parent / "files"


@cache
def our_letters() -> frozenset[int]:
    """Code points that are drawn for certain, upright and slanted."""
    files = sorted(_our_files().glob("*.ttf"))
    ours = frozenset[int].intersection(*(font_letters(file.read_bytes()) for file in files))
    return ours | frozenset(map(ord, ALSO_DRAWN))


def _spelled(value: Plain, drawn: frozenset[int]) -> Plain:
    match value:
        case str():
            return "".join(c if ord(c) in drawn or c in "\n\u200b" else f"[U+{ord(c):04X}]" for c in value)
        case Mapping():
            return {key: _spelled(one, drawn) for key, one in value.items()}
        case Sequence():
            return [_spelled(one, drawn) for one in value]
        case _:
            return value


def plain(value: object) -> Plain:  # noqa: PLR0911 - one for each kind of fact
    """JSON for the templates: moments in local time and cut into parts, decimals with a comma, text made printable."""
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return str(value.value)
        case str():
            return printable(value)
        case Decimal():
            return f"{value:f}".replace(".", ",")
        case datetime():
            return _moment(value)
        case date():
            return _day(value)
        case tuple() | list():
            return [plain(one) for one in value]
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"a paper cannot print {type(value).__name__}")


def printable(text: str) -> str:
    """NFC, line breaks kept, nothing invisible, and no word wider than a column."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in DROPPED)
    return "\n".join(" ".join(_breakable(word) for word in line.split()) for line in kept.strip().split("\n"))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    return "\u200b".join(word[i : i + LONGEST_WORD] for i in range(0, len(word), LONGEST_WORD))


def _day(on: date) -> dict[str, Plain]:
    return {"date": on.strftime("%d/%m/%Y"), "day": f"{on:%d}", "month": f"{on:%m}", "year": f"{on.year:04}"}


def _moment(at: datetime) -> dict[str, Plain]:
    if at.tzinfo is None:
        raise ValueError("a paper's times must know their zone")
    local = at.astimezone(LOCAL)
    return _day(local) | {
        "hour": f"{local:%H}",
        "minute": f"{local:%M}",
        "clock": f"{local:%H:%M}",
        "exact": f"{local:%H:%M:%S}",
    }
