"""Swapping shifts: proposed, agreed, judged, undone; each step one transaction, told to everybody it concerns."""

from datetime import timedelta

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ShiftId, SwapId, UserId
from telemed.kernel.rights import Right
from telemed.kernel.values import Role, Specialty
from telemed.schedules import policy, wire_swaps
from telemed.schedules import store as shifts
from telemed.schedules.events import SwapAnswered, SwapJudged, SwapProposed, SwapUndone
from telemed.schedules.model import Shift, ShiftsOverlap
from telemed.schedules.model_roster import VersionKind
from telemed.schedules.model_swap import (
    AHEAD_DAYS,
    REMEMBERED,
    Swap,
    SwapAgainst,
    SwapPending,
    SwapShiftGone,
    SwapState,
    SwapWrongShift,
    exchanged,
    gone_or_begun,
    refuse,
)
from telemed.schedules.service.releasing import release
from telemed.schedules.service.swap_checks import Circumstances
from telemed.schedules.service.swap_views import Views
from telemed.schedules.store import swaps as store
from telemed.schedules.store import versions

Pair = tuple[Shift, Shift | None]


class Swaps:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def all(self, actor: Actor) -> wire_swaps.SwapList:
        """One's own, and those of the specialties one plans. No policy: whoever plans nothing has their own only."""
        async with self._db.transaction(actor) as tx:
            since = tx.at - REMEMBERED
            found = {one.id: one for one in await store.of_person(tx, actor.id, since)}
            where = await store.hospitals(tx) if actor.may_everywhere(Right.PLAN_ROSTER) else ()
            for hospital in {*actor.where(Right.PLAN_ROSTER), *where}:
                found |= {one.id: one for one in await self._planned(tx, hospital)}
            views = await Views.of(tx, list(found.values()))
            return wire_swaps.SwapList(swaps=[await views.view(one) for one in found.values()])

    async def coming(self, actor: Actor) -> wire_swaps.ComingShifts:
        """One's own shifts within 60 days. No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            mine = await store.busy(tx, [actor.id], tx.at, tx.at + timedelta(days=AHEAD_DAYS))
            swaps = [*await store.open_with(tx, [one.id for one in mine]), *await store.that_made(tx, mine)]
            before = await shifts.shifts_by_id(tx, {one.replaces for one in mine if one.replaces})
            views = await Views.of(tx, swaps, [*mine, *before])
            return wire_swaps.ComingShifts(shifts=[await views.coming(one, before) for one in mine])

    async def partners(self, actor: Actor, shift_id: ShiftId) -> wire_swaps.Partners:
        """Who could take a shift, and what of theirs could be had for it; for its person, and for whoever plans it.

        Raises:
            Missing, NotYourShift, SwapShiftGone, SwapTooLate
        """
        async with self._db.transaction(actor) as tx:
            shift = await _shift(tx, shift_id)
            policy.require_offer(actor, shift)
            refuse(gone_or_begun([shift], tx.at))
            until = tx.at + timedelta(days=AHEAD_DAYS)
            theirs = [one for one in await store.coming(tx, shift.hospital, tx.at, until) if one.starts_at > tx.at]
            taken = {one for swap in await store.open_with(tx, [one.id for one in theirs]) for one in swap.shifts}
            fit = await Circumstances(tx).fit(shift)
            others = sorted(fit - {shift.person})
            checks = await Circumstances.of(tx, [shift.person, *others], [shift, *theirs])
            offered = [one for one in theirs if one.person in others and one.id not in taken]
            views = await Views.of(tx, [], [shift, *offered], others)
            found = [
                wire_swaps.Partner(
                    person=views.people[other],
                    against=await checks.against(other, shift),
                    shifts=[
                        views.offer(one, {*against, *await checks.against(other, shift, [one.id])})
                        for one in offered
                        if one.person == other
                        and SwapAgainst.UNFIT not in (against := await checks.against(shift.person, one, [shift.id]))
                    ],
                )
                for other in others
            ]
            return wire_swaps.Partners(
                shift=views.shift(shift), partners=sorted(found, key=lambda p: (bool(p.against), not p.shifts))
            )

    async def propose(self, actor: Actor, swap_id: SwapId, new: wire_swaps.NewSwap) -> wire_swaps.SwapView:
        """Raises:
        Missing, NotYourShift, SwapWrongShift, SwapShiftGone, SwapTooLate, SwapPending, SwapUnfit, SwapAway,
        ShiftsOverlap
        """
        give_id, to = ShiftId(new.give_id), UserId(new.to_id)
        take_id = None if new.take_id is None else ShiftId(new.take_id)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, swap_id, give_id, new, tx.at):
                give, take = await _locked(tx, give_id, take_id)
                policy.require_confirm(actor, give)
                if to == actor.id or (take and (take.person != to or take.hospital != give.hospital)):
                    raise SwapWrongShift
                if await store.open_with(tx, [give_id] if take_id is None else [give_id, take_id]):
                    raise SwapPending
                await _require_workable(tx, give, take, to)
                swap = Swap(
                    swap_id, give.hospital, give_id, take_id, actor.id, to, SwapState.PROPOSED, new.reason, tx.at
                )
                await store.add(tx, swap)
                told = SwapProposed(None, swap_id, swap.hospital, actor.id, to, (to,))
                await outbox.publish(tx, told, tx.at)
                await audit.record(tx, "swap.propose", "swap", swap_id)
            return await _view(tx, await store.swap(tx, swap_id))

    async def answer(self, actor: Actor, swap_id: SwapId, said: wire_swaps.SwapAnswer) -> wire_swaps.SwapView:
        """By the other. Agreeing to what could not be approved any more is refused at once.

        Raises:
            Missing, Denied, SwapOver, SwapShiftGone, SwapTooLate, SwapUnfit, SwapAway, ShiftsOverlap
        """
        async with self._db.transaction(actor) as tx:
            swap = await store.swap(tx, swap_id)
            policy.require_answer_swap(actor, swap)
            wanted = SwapState.AGREED if said.agree else SwapState.REFUSED
            if swap.state is not wanted:
                answered = swap.answer(tx.at, agree=said.agree, reason=said.reason)
                give, take = await _pair(tx, swap)
                if said.agree:
                    await _require_workable(tx, give, take, swap.proposed_to)
                people = [swap.proposed_by, *(await _judges(tx, swap, (give, take)) if said.agree else ())]
                await store.save(tx, answered)
                await _tell_answer(tx, answered, people)
                await audit.record(tx, "swap.answer", "swap", swap_id, reason=wanted)
            return await _view(tx, await store.swap(tx, swap_id))

    async def withdraw(self, actor: Actor, swap_id: SwapId) -> wire_swaps.SwapView:
        """Raises Missing, Denied, SwapOver."""
        async with self._db.transaction(actor) as tx:
            swap = await store.swap(tx, swap_id)
            policy.require_part_of_swap(actor, swap)
            if swap.state is not SwapState.WITHDRAWN:
                withdrawn = swap.withdraw(actor.id, tx.at)
                judges = await _judges(tx, swap, await _pair(tx, swap)) if swap.state is SwapState.AGREED else ()
                await store.save(tx, withdrawn)
                await _tell_answer(tx, withdrawn, [*swap.both, *judges])
                await audit.record(tx, "swap.withdraw", "swap", swap_id)
            return await _view(tx, await store.swap(tx, swap_id))

    async def judge(self, actor: Actor, swap_id: SwapId, said: wire_swaps.SwapJudgement) -> wire_swaps.SwapView:
        """Approved, it is on the roster at once; whatever stands in the way now refuses it whole.

        Raises:
            Missing, Denied, OwnSwap, SwapOver, SwapShiftGone, SwapTooLate, SwapUnfit, SwapAway, ShiftsOverlap
        """
        async with self._db.transaction(actor) as tx:
            swap, (give, take) = await self._under_lock(tx, swap_id)
            policy.require_plan(actor, swap.hospital, _specialties(give, take))
            wanted = SwapState.APPLIED if said.approve else SwapState.REJECTED
            if swap.state is wanted and swap.judged_by == actor.id:
                return await _view(tx, swap)
            swap.require_judge(actor.id)
            if said.approve:
                await _require_workable(tx, give, take, swap.proposed_to)
                change = exchanged(give, take, swap.proposed_to)
                made = await release(tx, swap.hospital, VersionKind.SWAP, change, said.reason or swap.reason)
                judged = swap.apply(actor.id, tx.at, said.reason, made.number)
            else:
                judged = swap.reject(actor.id, tx.at, said.reason)
            await store.save(tx, judged)
            told = SwapJudged(None, swap_id, swap.hospital, actor.id, said.approve, judged.version, swap.both)
            await outbox.publish(tx, told, tx.at)
            await audit.record(tx, "swap.judge", "swap", swap_id, reason=wanted)
            return await _view(tx, judged)

    async def undo(self, actor: Actor, swap_id: SwapId, said: wire_swaps.SwapUndoing) -> wire_swaps.SwapView:
        """By one of both or by whoever plans it, before the first of both shifts begins; as a version of its own.

        Raises:
            Missing, Denied, SwapOver, SwapShiftGone, SwapTooLate, SwapUnfit, SwapAway, ShiftsOverlap
        """
        async with self._db.transaction(actor) as tx:
            swap, (give, take) = await self._under_lock(tx, swap_id)
            policy.require_undo_swap(actor, swap, _specialties(give, take))
            if swap.state is SwapState.UNDONE and swap.undone_by == actor.id:
                return await _view(tx, swap)
            swap.require_applied()
            now_theirs = {one.replaces: one for one in await store.made_by(tx, swap)}
            gave, took = now_theirs.get(give.id), now_theirs.get(take.id) if take else None
            if gave is None or (take and took is None):
                raise SwapShiftGone
            await _require_workable(tx, gave, took, give.person)
            back = exchanged(gave, took, give.person)
            made = await release(tx, swap.hospital, VersionKind.UNDO, back, said.reason or swap.reason)
            await store.save(tx, swap.undo(actor.id, tx.at, said.reason, made.number))
            people = {*swap.both, *filter(None, [swap.judged_by])} - {actor.id}
            told = SwapUndone(None, swap_id, swap.hospital, actor.id, made.number, tuple(sorted(people)))
            await outbox.publish(tx, told, tx.at)
            await audit.record(tx, "swap.undo", "swap", swap_id)
            return await _view(tx, await store.swap(tx, swap_id))

    async def _planned(self, tx: Tx, hospital: FacilityId) -> list[Swap]:
        """What the actor may judge there, and what was judged."""
        found = await store.of_hospital(tx, hospital, tx.at - REMEMBERED)
        known = {one.id: one for one in await shifts.shifts_by_id(tx, {s for one in found for s in one.shifts})}
        return [
            one
            for one in found
            if all(policy.may_plan(tx.actor, hospital, known[shift].specialty) for shift in one.shifts)
        ]

    async def _under_lock(self, tx: Tx, swap_id: SwapId) -> tuple[Swap, Pair]:
        """The roster first, as everybody who changes it; then the swap, then its shifts."""
        await versions.lock(tx, await store.hospital_of(tx, swap_id))
        swap = await store.swap(tx, swap_id)
        return swap, await _locked(tx, swap.give, swap.take)


async def _shift(tx: Tx, shift_id: ShiftId) -> Shift:
    """Raises Missing."""
    found = await shifts.shifts_by_id(tx, [shift_id])
    if not found:
        raise Missing
    return found[0]


async def _locked(tx: Tx, give: ShiftId, take: ShiftId | None) -> Pair:
    """Raises Missing."""
    found = await store.lock_shifts(tx, [give] if take is None else [give, take])
    if give not in found or (take and take not in found):
        raise Missing
    return found[give], found[take] if take else None


async def _pair(tx: Tx, swap: Swap) -> Pair:
    return await _shift(tx, swap.give), await _shift(tx, swap.take) if swap.take else None


async def _require_workable(tx: Tx, give: Shift, take: Shift | None, other: UserId) -> None:
    """That each could work what they would have now.

    Raises:
        SwapShiftGone, SwapTooLate, SwapUnfit, SwapAway, ShiftsOverlap
    """
    both = [give] if take is None else [give, take]
    refuse(gone_or_begun(both, tx.at))
    checks = await Circumstances.of(tx, [give.person, other], both)
    freed = [one.id for one in both]
    against = await checks.against(other, give, freed)
    against += await checks.against(give.person, take, freed) if take else []
    refuse(against)
    if SwapAgainst.OVERLAP in against:
        raise ShiftsOverlap


async def _tell_answer(tx: Tx, swap: Swap, people: list[UserId]) -> None:
    told = tuple(dict.fromkeys(one for one in people if one != tx.actor.id))
    await outbox.publish(tx, SwapAnswered(None, swap.id, swap.hospital, tx.actor.id, swap.state.value, told), tx.at)


async def _judges(tx: Tx, swap: Swap, pair: Pair) -> list[UserId]:
    """The heads of its specialties but for the two themselves; where there is none, the hospital's managers."""
    heads: list[UserId] = []
    for specialty in _specialties(*pair):
        if specialty is not None:
            heads += await identity.holders(tx, swap.hospital, {Role.DEPT_HEAD}, specialty, tx.at)
    if not (others := [one for one in heads if one not in swap.both]):
        managers = await identity.holders(tx, swap.hospital, {Role.HOSPITAL_MANAGER}, None, tx.at)
        others = [one for one in managers if one not in swap.both]
    return others


def _specialties(give: Shift, take: Shift | None) -> set[Specialty | None]:
    return {give.specialty} if take is None else {give.specialty, take.specialty}


async def _view(tx: Tx, swap: Swap) -> wire_swaps.SwapView:
    return await (await Views.of(tx, [swap])).view(swap)
