"""What a cell of the duty matrix says: letters, hours and tiers as hospitals write them and as we do. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Final

from telemed.kernel.clock import LOCAL
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.codes import Codes
from telemed.schedules.forms import words
from telemed.schedules.model import LONGEST

DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
MINUTE: Final = timedelta(minutes=1)
TIERS: Final = {1: Tier.FIRST, 2: Tier.SECOND, 3: Tier.HEAD}
NUMBERS: Final = {tier: number for number, tier in TIERS.items()}
SHOWN_AT_MOST: Final = 40
"""Letters of a cell that a fault repeats: enough to find it again."""


class FaultCode(StrEnum):
    """Why a file is not taken; `rosterImport.*` in the locales has the sentences."""

    NOT_XLSX = "not_xlsx"
    OLD_XLS = "old_xls"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    NO_TABLE = "no_table"
    BAD_DAY = "bad_day"
    DAY_TWICE = "day_twice"
    OTHER_WEEKDAY = "other_weekday"
    DAY_FAR = "day_far"
    NO_NAME = "no_name"
    UNKNOWN_PERSON = "unknown_person"
    AMBIGUOUS_PERSON = "ambiguous_person"
    OTHER_NAME = "other_name"
    PERSON_TWICE = "person_twice"
    UNKNOWN_SPECIALTY = "unknown_specialty"
    NO_SPECIALTY = "no_specialty"
    NOT_YOURS = "not_yours"
    LEADERS_NOT_YOURS = "leaders_not_yours"
    BAD_CELL = "bad_cell"
    BAD_TIER = "bad_tier"
    LEADER_TIER = "leader_tier"
    TOO_LONG = "too_long"
    FORMULA_FAILED = "formula_failed"
    MERGED = "merged"
    OVERLAP = "overlap"
    ON_DUTY = "on_duty"
    BEGUN = "begun"


class Letter(StrEnum):
    DAY = "day"
    NIGHT = "night"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Hours:
    """From a local time on, for so long."""

    starts: time
    length: timedelta


Letters = Mapping[Letter, Hours]
"""What each letter stands for at one hospital."""


def letters_of(codes: Codes) -> Letters:
    return {
        Letter.DAY: Hours(codes.day, codes.day_lasts),
        Letter.NIGHT: Hours(codes.night, codes.night_lasts),
        Letter.FULL: Hours(codes.whole, DAY),
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One shift as a cell says it."""

    hours: Hours
    tier: Tier

    def on(self, day: date) -> tuple[datetime, datetime]:
        starts_at = datetime.combine(day, self.hours.starts, LOCAL)
        return starts_at, starts_at + self.hours.length


@dataclass(frozen=True, slots=True)
class Cell:
    entries: tuple[Entry, ...] = ()
    away: bool = False
    """Somebody wrote that this person is on leave or posted to a station."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a file from being taken, and where it is."""

    sheet: str
    cell: str | None
    code: FaultCode
    params: Mapping[str, str | int]


class BadCell(Exception):
    """A cell does not say a shift."""

    def __init__(self, code: FaultCode, **params: str | int) -> None:
        super().__init__(code)
        self.code, self.params = code, params


def parse(value: object, letters: Letters, *, leader: bool) -> Cell:
    """What is written for one person on one day. In a leaders' row no tier is said.

    Raises:
        BadCell
    """
    text = _text(value)
    known = words()
    if text in ("", *known["read_nothing"]):
        return Cell()
    if text in known["read_away"]:
        return Cell(away=True)
    entries, at = [], 0
    while at < len(text):
        found = _entry().match(text, at)
        if found is None:
            raise BadCell(FaultCode.BAD_CELL)
        entries.append(Entry(_hours(found, letters), _tier(found, leader=leader)))
        at = found.end()
    return Cell(tuple(entries))


def written(entries: Sequence[Entry], letters: Letters) -> str:
    """What `parse` reads as these again."""
    in_order = sorted(entries, key=lambda one: (one.hours.starts, one.hours.length, one.tier))
    return "; ".join(_written(one, letters) for one in in_order)


def entry_of(tier: Tier, starts_at: datetime, ends_at: datetime) -> tuple[date, Entry]:
    """The local day a shift is written under and what the cell says: to the minute, as paper does."""
    begins, ends = (at.astimezone(LOCAL).replace(second=0, microsecond=0) for at in (starts_at, ends_at))
    length = max(ends.replace(tzinfo=None) - begins.replace(tzinfo=None), timedelta(minutes=1))
    return begins.date(), Entry(Hours(begins.time(), length), tier)


def bare(text: str) -> str:
    """Lower case without marks and signs, single spaces: however it was typed, the same name is the same."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = (c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def shown(value: object) -> str:
    """A cell's words for a fault: plain, one line, cut short."""
    text = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", str(value)))
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_AT_MOST else text[: SHOWN_AT_MOST - 1] + "…"


def letter(code: Letter) -> str:
    return str(words()["letters"][code])


def place_name(specialty: Specialty | None) -> str:
    return str(words()["specialties"]["leader" if specialty is None else specialty.value])


def place(row: int, column: int) -> str:
    """“C7” for the third column of the seventh row; both count from nought."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return f"{name}{row + 1}"


def _text(value: object) -> str:
    match value:
        case bool():
            raise BadCell(FaultCode.BAD_CELL)
        case int() | float():
            return f"{value:g}"
        case date() if value.day == 24 and value.month in TIERS:  # Excel makes a date of “24/1”
            return f"24/{value.month}"
        case str():
            text = unicodedata.normalize("NFC", value).upper()
            return " ".join(re.sub(r"\s*[;,&\n\r]\s*", ";", text.strip(" \t\r\n;,")).split())
    raise BadCell(FaultCode.BAD_CELL)


@cache
def _entry() -> re.Pattern[str]:
    known: dict[str, list[str]] = words()["read_letters"]
    named = [
        f"(?P<{code}>{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})" for code, forms in known.items()
    ]
    clock = r"(?P<h{0}>\d{{1,2}})(?:[:HG.](?P<m{0}>\d{{2}})?)?"
    hours = clock.format(1) + r"\s*[-\u2013\u2014]\s*" + clock.format(2) + r"(?:\s*\+(?P<plus>[0-3])(?![\d:HG.]))?"
    tier = r"(?:\s*/\s*|\s+|(?<=[^\W\d]))(?P<tier>\d)"
    return re.compile(f"(?:{hours}|{'|'.join(named)})(?:{tier})?(?![^\\W_])" + r"\s*(?:[;+]\s*|$|(?<=\s))")


def _hours(found: re.Match[str], letters: Letters) -> Hours:
    for code in Letter:
        if found[code]:
            return letters[code]
    begins, ends = (timedelta(hours=int(found[f"h{n}"]), minutes=int(found[f"m{n}"] or 0)) for n in (1, 2))
    if begins >= DAY or ends > DAY or any(int(found[f"m{n}"] or 0) > 59 for n in (1, 2)):
        raise BadCell(FaultCode.BAD_CELL)
    length = ends - begins + (int(found["plus"]) * DAY if found["plus"] else DAY if ends <= begins else timedelta())
    if length <= timedelta():
        raise BadCell(FaultCode.BAD_CELL)
    if length > LONGEST:
        raise BadCell(FaultCode.TOO_LONG, hours=length // HOUR)
    return Hours(time(begins // HOUR, begins % HOUR // MINUTE), length)


def _tier(found: re.Match[str], *, leader: bool) -> Tier:
    said = found["tier"]
    if leader:
        if said:
            raise BadCell(FaultCode.LEADER_TIER)
        return Tier.LEADER
    if said and int(said) not in TIERS:
        raise BadCell(FaultCode.BAD_TIER, tier=int(said))
    return TIERS[int(said or 1)]


def _written(entry: Entry, letters: Letters) -> str:
    number = NUMBERS.get(entry.tier)
    for code, hours in letters.items():
        if hours == entry.hours:
            said = letter(code)
            return said if number is None else f"{said}/{number}" if code is Letter.FULL else f"{said}{number}"
    begins = timedelta(hours=entry.hours.starts.hour, minutes=entry.hours.starts.minute)
    ends = begins + entry.hours.length
    later = f"+{ends // DAY}" if entry.hours.length > DAY else ""
    return f"{_clock(begins)}-{_clock(ends % DAY)}{later}" + (f"/{number}" if number else "")


def _clock(at: timedelta) -> str:
    return f"{at // HOUR:02}:{at % HOUR // MINUTE:02}"


def word(*keys: str) -> Any:
    """One of the words beside the wall sheet's template."""
    found: Any = words()
    for key in keys:
        found = found[key]
    return found
