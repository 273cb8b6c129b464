"""What the sheet for the wall says: per day and specialty who is on duty, whom to telephone, of which version."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class WallName:
    tier: str
    """1, 2, 3; empty for leaders."""
    name: str
    away: bool
    """On leave or posted: the shift stands, and nobody is rung for it."""


@dataclass(frozen=True, slots=True)
class WallShift:
    hours: str
    """“N 07-19”, or the hours alone."""
    people: tuple[WallName, ...]


@dataclass(frozen=True, slots=True)
class WallCell:
    shifts: tuple[WallShift, ...]


@dataclass(frozen=True, slots=True)
class WallRow:
    specialty: str
    cells: tuple[WallCell, ...]


@dataclass(frozen=True, slots=True)
class WallDay:
    weekday: str
    day: date
    holiday: str
    """Its name; empty on other days."""
    free: bool


@dataclass(frozen=True, slots=True)
class WallWeek:
    days: tuple[WallDay, ...]
    rows: tuple[WallRow, ...]


@dataclass(frozen=True, slots=True)
class WallSheet:
    authority: str
    hospital: str
    emergency_phone: str
    leader_phone: str
    letters: tuple[str, ...]
    """What the letters stand for, such as “N 07:00-19:00”."""
    version: int | None
    published_at: datetime | None
    printed_at: datetime
    weeks: tuple[WallWeek, ...]
