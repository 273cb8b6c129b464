"""What a place's link usually carries, and what a call begins with there: history in, rung out. Pure.

The history is one row per place and hour (`link_hour`), from calls and from line tests. Calls say most: the rung they
were on for most of the time is what the link carried. Line tests speak for hours in which nobody called.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from statistics import median
from typing import Final, Literal

from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Rung
from telemed.sessions import Look, lasting

REMEMBERED: Final = timedelta(days=28)
RELAY_FOR: Final = timedelta(hours=24)
"""Hospital firewalls are stable; but one bad evening must not keep a place on the relay for ever."""
HALF_OF: Final = timedelta(days=14)
"""A call that long ago counts half."""
ENOUGH_S: Final = 180
A_CELL_S: Final = 60
"""Enough to draw one hour of one weekday; what a call begins with wants more."""
MOSTLY: Final = 0.6
"""The share of the time for which a rung, or a better one, was held, that makes it the usual one."""
WARN_AT: Final = 0.8
TEST_S: Final = 5
BEST_FIRST: Final = tuple(Rung)
Source = Literal["call", "probe"]


class LinkChanged(DomainError):
    """Somebody else changed this link's settings meanwhile."""

    kind, code = Kind.CONFLICT, "link.changed"


@dataclass(frozen=True, slots=True)
class LinkHour:
    """One place in one hour, from calls or from line tests. `rungs`: seconds on each that nobody chose."""

    at: datetime
    source: Source
    looks: int = 0
    up_kbps: int | None = None
    down_kbps: int | None = None
    rtt_ms: int | None = None
    loss_pct: float | None = None
    concealed_pct: float | None = None
    rungs: Mapping[Rung, int] = field(default_factory=dict)
    bytes: int = 0

    def __add__(self, other: "LinkHour") -> "LinkHour":
        """The same hour, with more looks at it: means by the number of looks, sums of the rest."""
        both = Counter(self.rungs)
        both.update(other.rungs)
        return LinkHour(
            at=self.at,
            source=self.source,
            looks=self.looks + other.looks,
            up_kbps=_whole(_mean(self, other, "up_kbps")),
            down_kbps=_whole(_mean(self, other, "down_kbps")),
            rtt_ms=_whole(_mean(self, other, "rtt_ms")),
            loss_pct=_tenth(_mean(self, other, "loss_pct")),
            concealed_pct=_tenth(_mean(self, other, "concealed_pct")),
            rungs=dict(both),
            bytes=self.bytes + other.bytes,
        )


def hour_of(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def hours_of_call(looks: Sequence[Look]) -> list[LinkHour]:
    """What one side of a call, oldest look first, adds to its place's hours."""
    by_hour: defaultdict[datetime, list[tuple[Look, float]]] = defaultdict(list)
    for look, spent in lasting(looks):
        by_hour[hour_of(look.at)].append((look, spent))
    return [_hour(at, seen) for at, seen in sorted(by_hour.items())]


def _hour(at: datetime, held: Sequence[tuple[Look, float]]) -> LinkHour:
    looks = [look for look, _ in held]
    rungs: defaultdict[Rung, float] = defaultdict(float)
    for look, spent in held:
        if look.rung:
            rungs[look.rung] += spent
    pictures = [look.up_kbps for look in looks if look.up_kbps and look.rung in {Rung.VIDEO, Rung.LOW_VIDEO}]
    # Without a picture the estimate says how little was asked of the link, not how much it bears.
    ups = pictures or [look.out_kbps for look in looks if look.out_kbps]
    downs = sorted(look.in_kbps for look in looks if look.in_kbps)
    rtts = [look.rtt_ms for look in looks if look.rtt_ms is not None]
    lost = [max(look.loss_pct or 0, look.out_loss_pct or 0) for look in looks if look.loss_pct is not None]
    concealed = [look.concealed_pct for look in looks if look.concealed_pct is not None]
    return LinkHour(
        at=at,
        source="call",
        looks=len(looks),
        up_kbps=round(median(ups)) if ups else None,
        down_kbps=downs[len(downs) * 9 // 10] if downs else None,
        rtt_ms=round(median(rtts)) if rtts else None,
        loss_pct=_tenth(sum(lost) / len(lost)) if lost else None,
        concealed_pct=_tenth(sum(concealed) / len(concealed)) if concealed else None,
        rungs={rung: round(spent) for rung, spent in rungs.items()},
        bytes=sum(look.kbytes or 0 for look in looks) * 1000,
    )


def first_rung(history: Iterable[LinkHour], now: datetime) -> Rung | None:
    """What a call that begins now starts on: of this hour of the day and the ones beside it, on days like this.

    Never below voice: text and telephone are for a link measured now. None: too little is known.
    """
    lately = [one for one in history if now - REMEMBERED <= one.at <= now and _near(one.at, now)]
    alike = [one for one in lately if _weekend(one.at) == _weekend(now)]
    for these in (alike, lately):
        if found := usual(these, now):
            return min(found, Rung.VOICE, key=BEST_FIRST.index)
    return None


def usual(hours: Iterable[LinkHour], now: datetime, enough_s: int = ENOUGH_S) -> Rung | None:
    """The rung, or a better one, that was held most of the time; by line tests where there were next to no calls."""
    known = list(hours)
    held: Counter[Rung] = Counter()
    for one in known:
        if one.source == "call":
            share = 0.5 ** (max(now - one.at, timedelta()) / HALF_OF)
            for rung, seconds in one.rungs.items():
                held[rung] += seconds * share
    if held.total() < enough_s:
        tests: Counter[Rung] = Counter()
        for one in known:
            if one.source == "probe":
                tests.update(one.rungs)
        held = tests
    whole, so_far = held.total(), 0.0
    for rung in BEST_FIRST:
        so_far += held[rung]
        if whole > 0 and so_far >= MOSTLY * whole:
            return rung
    return None


@dataclass(frozen=True, slots=True)
class Usual:
    """From one local hour of the day until another, what the link usually carries."""

    from_hour: int
    until_hour: int
    rung: Rung


def weak_hours(history: Iterable[LinkHour], now: datetime) -> list[Usual]:
    """The hours of the day in which a picture usually does not fit, neighbours as one, in order."""
    by_hour: defaultdict[int, list[LinkHour]] = defaultdict(list)
    for one in history:
        if now - REMEMBERED <= one.at <= now:
            by_hour[one.at.astimezone(LOCAL).hour].append(one)
    found: list[Usual] = []
    for hour in range(24):
        rung = usual(by_hour[hour], now)
        if rung in {None, Rung.VIDEO}:
            continue
        assert rung is not None
        if found and found[-1].until_hour == hour and found[-1].rung is rung:
            found[-1] = Usual(found[-1].from_hour, hour + 1, rung)
        else:
            found.append(Usual(hour, hour + 1, rung))
    return found


@dataclass(frozen=True, slots=True)
class Cell:
    """One hour of one day of the week (0 is Monday), over all that is remembered."""

    weekday: int
    hour: int
    seen: LinkHour
    rung: Rung | None


def curve(history: Iterable[LinkHour], now: datetime) -> list[Cell]:
    """The link passport: what is known of each hour of the week, in order; hours nothing is known of are missing."""
    cells: defaultdict[tuple[int, int], list[LinkHour]] = defaultdict(list)
    for one in history:
        local = one.at.astimezone(LOCAL)
        if now - REMEMBERED <= one.at <= now:
            cells[local.weekday(), local.hour].append(one)
    found = []
    for (weekday, hour), hours in sorted(cells.items()):
        seen = hours[0]
        for more in hours[1:]:
            seen += more
        found.append(Cell(weekday, hour, seen, usual(hours, now, A_CELL_S)))
    return found


@dataclass(frozen=True, slots=True)
class Contract:
    """What is set for a place's link, and what is known of it. `sim_since`: counting began anew with another card."""

    facility: FacilityId
    relay_until: datetime | None = None
    sim: str = ""
    sim_since: datetime | None = None
    cap_mb: int | None = None
    capped_rung: Rung = Rung.VOICE
    billing_day: int = 1
    changed_at: datetime | None = None

    def month_of(self, now: datetime) -> tuple[datetime, datetime]:
        """From when until when its megabytes are counted: from the billing day, or from the day of a new card."""
        today = now.astimezone(LOCAL).date()
        first = _billing(today.year, today.month, self.billing_day)
        begins = first if first <= today else _billing(*_before(today), self.billing_day)
        ends = _billing(*_after(begins), self.billing_day)
        since, until = _midnight(begins), _midnight(ends)
        return (max(since, self.sim_since) if self.sim_since and self.sim_since <= now else since), until

    def ceiling(self, used: int) -> Rung | None:
        """Not above this rung, once the month's megabytes are used up."""
        capped = self.cap_mb is not None and used >= self.cap_mb * 1_000_000
        return self.capped_rung if capped else None


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a call is told of a place's link as it begins."""

    relay_only: bool = False
    first_rung: Rung | None = None
    ceiling: Rung | None = None
    is_capped: bool = False
    """The ceiling may come, or go, while the call runs."""


def beginning(contract: Contract, history: Sequence[LinkHour], now: datetime, running: int = 0) -> Beginning:
    """`running`: bytes of this month that no hour has yet, because their call is not over."""
    since, until = contract.month_of(now)
    used = running + sum(one.bytes for one in history if since <= one.at < until)
    return Beginning(
        relay_only=contract.relay_until is not None and now < contract.relay_until,
        first_rung=first_rung(history, now),
        ceiling=contract.ceiling(used),
        is_capped=contract.cap_mb is not None,
    )


def _near(at: datetime, now: datetime) -> bool:
    apart = abs(at.astimezone(LOCAL).hour - now.astimezone(LOCAL).hour)
    return min(apart, 24 - apart) <= 1


def _weekend(at: datetime) -> bool:
    return at.astimezone(LOCAL).weekday() >= 5


def _billing(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def _before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)


def _after(day: date) -> tuple[int, int]:
    return (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


def _mean(
    a: LinkHour, b: LinkHour, name: Literal["up_kbps", "down_kbps", "rtt_ms", "loss_pct", "concealed_pct"]
) -> float | None:
    known = [(getattr(one, name), max(one.looks, 1)) for one in (a, b) if getattr(one, name) is not None]
    weight = sum(looks for _, looks in known)
    return sum(value * looks for value, looks in known) / weight if known else None


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _tenth(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
