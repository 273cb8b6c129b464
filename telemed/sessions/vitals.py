"""Which vital signs can be true, and which are alarming at an age (`domain.md` 6.5; clinical sign-off pending).

Pure. Hospitals may replace the bands; the hard range is physics and stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from telemed.kernel.ids import UserId

VERSION = 1
"""Raised with every change of a limit; who approved which one stands in `approvals.py`."""
MADE_ON = date(2026, 11, 20)
ADULT = 16 * 12
"""Months; from here the adult limits hold."""


class Level(StrEnum):
    ALERT = "alert"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Band:
    """Limits for ages `from_months <= age < to_months`; a value outside `low..high` is an alert."""

    from_months: int
    to_months: int | None
    low: Decimal | None = None
    high: Decimal | None = None
    critical_low: Decimal | None = None
    critical_high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    item: str
    unit: str
    hard: tuple[Decimal, Decimal]
    bands: tuple[Band, ...]


def _d(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _band(  # noqa: PLR0917 - a row of the table below
    start: int, end: int | None, low: str | None, high: str | None, c_low: str | None = None, c_high: str | None = None
) -> Band:
    return Band(start, end, _d(low), _d(high), _d(c_low), _d(c_high))


def _limit(item: str, unit: str, low: str, high: str, *bands: Band) -> Limit:
    return Limit(item, unit, (Decimal(low), Decimal(high)), bands)


LIMITS: tuple[Limit, ...] = (
    _limit(
        "pulse",
        "/min",
        "20",
        "300",
        _band(0, 12, "100", "160", "80", "180"),
        _band(12, 72, "90", "140", "70", "170"),
        _band(72, ADULT, "75", "118", "55", "150"),
        _band(ADULT, None, "50", "120", "40", "140"),
    ),
    _limit("temperature", "°C", "25.0", "45.0", _band(0, None, "35.5", "38.9", "34.0", "40.5")),
    _limit("systolic", "mmHg", "40", "300", _band(ADULT, None, "90", "179", "80", None)),
    _limit("diastolic", "mmHg", "20", "200", _band(ADULT, None, None, "109", None, None)),
    _limit(
        "respiration",
        "/min",
        "3",
        "120",
        _band(0, 12, "30", "60", "20", "70"),
        _band(12, 72, "20", "40", "15", "55"),
        _band(72, ADULT, "18", "25", "12", "40"),
        _band(ADULT, None, "10", "25", "8", "35"),
    ),
    _limit("spo2", "%", "30", "100", _band(0, None, "92", None, "90", None)),
    _limit("weight", "kg", "0.3", "300"),
    _limit("height", "cm", "20", "250"),
    _limit("gcs", "", "3", "15", _band(0, None, "14", None, "9", None)),
    _limit("glucose", "mmol/L", "0.5", "60", _band(0, None, "3.9", "16.7", "3.0", "25")),
)
BY_ITEM: Mapping[str, Limit] = {limit.item: limit for limit in LIMITS}
PREGNANT: Mapping[str, Band] = {
    "systolic": _band(0, None, "90", "139", "80", "160"),
    "diastolic": _band(0, None, None, "89", None, "110"),
}
"""In pregnancy 140/90 is already an alert."""


@dataclass(frozen=True, slots=True)
class VitalSigns:
    """One set, taken at one time by one person. `None` = not measured."""

    id: UUID
    taken_at: datetime
    taken_by: UserId
    pulse: int | None = None
    temperature: Decimal | None = None
    systolic: int | None = None
    diastolic: int | None = None
    respiration: int | None = None
    spo2: int | None = None
    on_oxygen: bool | None = None
    weight: Decimal | None = None
    height: int | None = None
    gcs: int | None = None
    glucose: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Alert:
    item: str
    level: Level
    value: Decimal
    low: Decimal | None
    high: Decimal | None


def band_for(item: str, age_months: int | None, pregnant: bool = False) -> Band | None:
    """The band that judges this item; without an age the adult's (the commonest patient)."""
    if pregnant and item in PREGNANT:
        return PREGNANT[item]
    age = ADULT if age_months is None else age_months
    for band in BY_ITEM[item].bands:
        if band.from_months <= age and (band.to_months is None or age < band.to_months):
            return band
    return None


def alerts(signs: VitalSigns, age_months: int | None, pregnant: bool = False) -> tuple[Alert, ...]:
    """Everything out of its band, in the order of the table."""
    found: list[Alert] = []
    for limit in LIMITS:
        raw = getattr(signs, limit.item)
        band = band_for(limit.item, age_months, pregnant)
        if raw is None or band is None:
            continue
        value = Decimal(raw)
        if _outside(value, band.critical_low, band.critical_high):
            found.append(Alert(limit.item, Level.CRITICAL, value, band.low, band.high))
        elif _outside(value, band.low, band.high):
            found.append(Alert(limit.item, Level.ALERT, value, band.low, band.high))
    return tuple(found)


def _outside(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is not None and value < low) or (high is not None and value > high)
