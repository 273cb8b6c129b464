"""How swaps and coming shifts look to whoever asks: named, and with what they may do."""

from collections.abc import Collection, Sequence

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.schedules import policy, wire_swaps
from telemed.schedules import store as shifts
from telemed.schedules.model import AHEAD, Shift, ShiftState
from telemed.schedules.model_swap import OPEN, Swap, SwapAgainst, SwapState, gone_or_begun
from telemed.schedules.service.swap_checks import Circumstances
from telemed.schedules.store import swaps as store


class Views:
    """Of some swaps and shifts, with what they need read once."""

    def __init__(self, tx: Tx, swaps: Sequence[Swap], known: dict[ShiftId, Shift]) -> None:
        self._tx, self._swaps, self._shifts = tx, swaps, known
        self.people: dict[UserId, PersonRef] = {}
        self._places: dict[FacilityId, FacilityRef] = {}

    @classmethod
    async def of(
        cls, tx: Tx, swaps: Sequence[Swap], more: Collection[Shift] = (), people: Collection[UserId] = ()
    ) -> "Views":
        known = {one.id: one for one in await shifts.shifts_by_id(tx, {s for one in swaps for s in one.shifts})}
        known |= {one.id: one for one in more}
        views = cls(tx, swaps, known)
        named = {one.person for one in known.values()} | {*people}
        for swap in swaps:
            named |= {one for one in (*swap.both, swap.judged_by, swap.undone_by) if one is not None}
        views.people = await identity.people(tx, named)
        views._places = await identity.facilities(tx, {one.hospital for one in known.values()})
        return views

    async def view(self, swap: Swap) -> wire_swaps.SwapView:
        give, take = self._shifts[swap.give], self._shifts[swap.take] if swap.take else None
        both = [give] if take is None else [give, take]
        is_open = swap.state in OPEN
        lapsed = is_open and bool(gone_or_begun(both, self._tx.at))
        return wire_swaps.SwapView(
            id=swap.id,
            hospital=self._places[swap.hospital],
            give=self.shift(give),
            take=self.shift(take) if take else None,
            proposed_by=self.people[swap.proposed_by],
            proposed_to=self.people[swap.proposed_to],
            state=swap.state,
            lapsed=lapsed,
            reason=swap.reason,
            proposed_at=swap.proposed_at,
            answered_at=swap.answered_at,
            answer_reason=swap.answer_reason,
            judged_by=self.people[swap.judged_by] if swap.judged_by else None,
            judged_at=swap.judged_at,
            judged_reason=swap.judged_reason,
            version=swap.version,
            undone_by=self.people[swap.undone_by] if swap.undone_by else None,
            undone_at=swap.undone_at,
            undone_reason=swap.undone_reason,
            against=await self._against(swap, give, take) if is_open else [],
            may=await self._may(swap, both, lapsed=lapsed),
        )

    def shift(self, shift: Shift) -> wire_swaps.SwapShift:
        return wire_swaps.SwapShift(
            id=shift.id,
            person=self.people[shift.person],
            specialty=shift.specialty,
            tier=shift.tier,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
        )

    def offer(self, shift: Shift, against: Collection[SwapAgainst]) -> wire_swaps.PartnerShift:
        return wire_swaps.PartnerShift(
            id=shift.id,
            specialty=shift.specialty,
            tier=shift.tier,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            against=[one for one in SwapAgainst if one in against],
        )

    async def coming(self, shift: Shift, before: Collection[Shift]) -> wire_swaps.ComingShift:
        theirs = next((one for one in before if one.id == shift.replaces and one.person != shift.person), None)
        part_of = next((one for one in self._swaps if one.state in OPEN and shift.id in one.shifts), None)
        came_from = next((one for one in self._swaps if shift.replaces in one.shifts), None)
        swap = part_of or came_from
        return wire_swaps.ComingShift(
            id=shift.id,
            hospital=self._places[shift.hospital],
            specialty=shift.specialty,
            tier=shift.tier,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            confirmed=shift.state is ShiftState.CONFIRMED,
            taken_from=self.people[theirs.person] if theirs else None,
            swap=await self.view(swap) if swap else None,
            may_swap=part_of is None and shift.starts_at > self._tx.at,
        )

    async def _against(self, swap: Swap, give: Shift, take: Shift | None) -> list[SwapAgainst]:
        both = [give] if take is None else [give, take]
        checks = await Circumstances.of(self._tx, swap.both, both)
        found = {*gone_or_begun(both, self._tx.at), *await checks.against(swap.proposed_to, give, swap.shifts)}
        if take:
            found |= {*await checks.against(swap.proposed_by, take, swap.shifts)}
        return [one for one in SwapAgainst if one in found]

    async def _may(self, swap: Swap, both: Sequence[Shift], *, lapsed: bool) -> wire_swaps.SwapMay:
        me, specialties = self._tx.actor, {one.specialty for one in both}
        plans = all(policy.may_plan(me, swap.hospital, one) for one in specialties)
        return wire_swaps.SwapMay(
            answer=swap.state is SwapState.PROPOSED and me.id == swap.proposed_to and not lapsed,
            withdraw=swap.may_withdraw(me.id),
            judge=swap.state is SwapState.AGREED and plans and me.id not in swap.both and not lapsed,
            undo=swap.state is SwapState.APPLIED
            and (plans or me.id in swap.both)
            and all(one.starts_at > self._tx.at for one in both)
            and all(one.state in AHEAD for one in await store.made_by(self._tx, swap)),
        )
