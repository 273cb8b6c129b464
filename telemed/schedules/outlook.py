"""Who will answer at every hospital over some days, who should have at a past minute: asked by other features."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from telemed import identity
from telemed.identity import FacilityRef
from telemed.infra import idempotency
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Specialty
from telemed.schedules import store
from telemed.schedules.coverage import (
    USUAL_HALVES,
    Halves,
    Place,
    Span,
    Stretch,
    on_hand,
    spans_with,
    stretches,
)
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Away
from telemed.schedules.replay import DutyThen, replayed
from telemed.schedules.store import coverage, versions
from telemed.schedules.store import replay as replay_store
from telemed.schedules.warning import WARNED, warning_id

NOBODY: Final = frozenset[FacilityId]()


@dataclass(frozen=True, slots=True)
class HospitalOutlook:
    """One hospital's shifts of a period, and what they cover."""

    ref: FacilityRef
    published_until: datetime | None
    cut: Mapping[Specialty, tuple[Stretch, ...]]
    """For each specialty that anybody holds there."""
    shifts: tuple[Shift, ...]
    away: tuple[Away, ...]
    others: frozenset[FacilityId]
    """Where its stations turn besides; empty where one of them has no other hospital."""

    def on_duty(self, at: datetime) -> list[Shift]:
        return on_hand(self.shifts, self.away, at)


@dataclass(frozen=True, slots=True)
class Outlook:
    period: Span
    halves: Halves
    hospitals: Mapping[FacilityId, HospitalOutlook]

    def cut_of(self, hospital: FacilityId, specialty: Specialty) -> tuple[Stretch, ...]:
        """Raises Missing: nobody holds this specialty there."""
        place = self.hospitals.get(hospital)
        if place is None or specialty not in place.cut:
            raise Missing
        return place.cut[specialty]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else a specialty's ladder looks: at the stations' second hospital, at hospitals it names."""

    second: bool = False
    named: frozenset[FacilityId] = NOBODY


Ladders = Mapping[tuple[FacilityId, Specialty], Elsewhere]
LaddersOf = Callable[[Tx], Awaitable[Ladders]]
"""Ladders are another feature's: a hospital that no step asks is no backup."""
_LOOKS_EVERYWHERE: Final = Elsewhere(second=True)


async def every_ladder_looks_elsewhere(tx: Tx) -> Ladders:
    """Where nothing is known of ladders."""
    places = await identity.places(tx)
    return {(at, specialty): _LOOKS_EVERYWHERE for at in places for specialty in Specialty}


async def outlook_days(
    tx: Tx, first: date, days: int, halves: Halves = USUAL_HALVES, ladders: LaddersOf = every_ladder_looks_elsewhere
) -> Outlook:
    """Of every hospital that offers a specialty, by name; so many local days, each with the night that begins on it."""
    period = halves.period(first, days)
    places = await identity.places(tx)
    offered = {at: list_ for at, list_ in (await identity.offers(tx, HOSPITAL, tx.at)).items() if at in places}
    hospitals = [at for at in places if at in offered]
    shifts = await coverage.shifts_in(tx, hospitals, period)
    away = await coverage.away_in(tx, {shift.person for shift in shifts}, period)
    ends = await coverage.published_until(tx, hospitals)
    others = await coverage.other_hospitals(tx, halves.today(tx.at))
    alone = {
        (at, specialty): Place(specialty, _of(at, shifts), away, published_until=ends.get(at))
        for at in hospitals
        for specialty in offered[at]
    }
    help_of = {key: spans_with(place, period) for key, place in alone.items()}
    asks = await ladders(tx)
    found = {}
    for at in hospitals:
        besides = others.get(at, NOBODY) - {at}
        cut = {}
        for specialty in offered[at]:
            looks = asks.get((at, specialty), Elsewhere())
            elsewhere = tuple(help_of.get((other, specialty), ()) for other in sorted(besides) if looks.second)
            if looks.named:  # any of those serves, for every station
                elsewhere = (tuple(span for one in looks.named for span in help_of.get((one, specialty), ())),)
            cut[specialty] = stretches(replace(alone[at, specialty], elsewhere=elsewhere), period)
        found[at] = HospitalOutlook(places[at], ends.get(at), cut, _of(at, shifts), tuple(away), besides)
    return Outlook(period, halves, found)


async def warned(
    tx: Tx, gaps: Collection[tuple[FacilityId, Specialty, datetime]]
) -> dict[tuple[FacilityId, Specialty, datetime], list[datetime]]:
    """When each gap, named by its beginning, was told by itself to those who plan it."""
    marks = {warning_id(*gap, before): gap for gap in gaps for before in WARNED}
    told: dict[tuple[FacilityId, Specialty, datetime], list[datetime]] = {}
    for mark, at in sorted((await idempotency.made_at(tx, marks)).items(), key=lambda one: one[1]):
        told.setdefault(marks[mark], []).append(at)
    return told


async def duty_then(tx: Tx, hospital: FacilityId, specialty: Specialty, at: datetime) -> DutyThen:
    """Who should have answered at that minute, as it was known then; years later it is still the same."""
    version = await versions.in_force(tx, hospital, at)
    if version is None:
        return DutyThen(None, ())
    shifts = await store.ran(tx, hospital, at, version)
    away = await replay_store.away_around(tx, {shift.person for shift in shifts}, at)
    return replayed(version, shifts, away, specialty, at)


def _of(hospital: FacilityId, shifts: Collection[Shift]) -> tuple[Shift, ...]:
    return tuple(shift for shift in shifts if shift.hospital == hospital)
