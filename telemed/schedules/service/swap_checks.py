"""Whether somebody could work a shift: of its specialty that day, not away, not on duty elsewhere. Asked by swaps."""

from collections.abc import Collection
from datetime import date

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import Role, Specialty
from telemed.schedules.coverage import Span
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Away, Clash
from telemed.schedules.model_swap import FIT, SwapAgainst
from telemed.schedules.store import coverage
from telemed.schedules.store import swaps as store

_WHY = {Clash.LEAVE: SwapAgainst.LEAVE, Clash.ROTATION: SwapAgainst.ROTATION}


class Circumstances:
    """What stands in the way of these people in a period, read once."""

    def __init__(self, tx: Tx, away: Collection[Away] = (), busy: Collection[Shift] = ()) -> None:
        self._tx, self._away, self._busy = tx, away, busy
        self._fit: dict[tuple[FacilityId, frozenset[Role], Specialty | None, date], frozenset[UserId]] = {}

    @classmethod
    async def of(cls, tx: Tx, people: Collection[UserId], shifts: Collection[Shift]) -> "Circumstances":
        """Around these shifts."""
        if not shifts:
            return cls(tx)
        period = Span(min(one.starts_at for one in shifts), max(one.ends_at for one in shifts))
        busy = await store.busy(tx, people, period.starts_at, period.ends_at)
        return cls(tx, await coverage.away_in(tx, people, period), busy)

    async def fit(self, shift: Shift) -> frozenset[UserId]:
        """Who holds what this shift asks for, on the day it begins."""
        roles = FIT[shift.tier]
        key = (shift.hospital, roles, shift.specialty, shift.starts_at.astimezone(LOCAL).date())
        if key not in self._fit:
            held = await identity.holders(self._tx, shift.hospital, roles, shift.specialty, shift.starts_at)
            self._fit[key] = frozenset(held)
        return self._fit[key]

    async def against(self, person: UserId, shift: Shift, freed: Collection[ShiftId] = ()) -> list[SwapAgainst]:
        """Why this person cannot work it, once they no longer have those that are `freed`."""
        hours = Span(shift.starts_at, shift.ends_at)
        away = {one.why for one in self._away if one.person == person and one.meets(shift.starts_at, shift.ends_at)}
        found = [said for why, said in _WHY.items() if why in away]
        if person not in await self.fit(shift) and SwapAgainst.ROTATION not in found:  # there their rights stand still
            found.append(SwapAgainst.UNFIT)
        others = (one for one in self._busy if one.person == person and one.id not in freed and one.id != shift.id)
        if any(hours.within(Span(one.starts_at, one.ends_at)) for one in others):
            found.append(SwapAgainst.OVERLAP)
        return found
