import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.errors import Denied, DomainError, OtherBody
from telemed.kernel.ids import RotationId, ShiftId, SwapId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import store
from telemed.schedules.model import NotYourShift, ShiftOver, ShiftsOverlap, ShiftState
from telemed.schedules.model_roster import VersionKind
from telemed.schedules.model_rotation import RotationPurpose, RotationShifts
from telemed.schedules.model_swap import (
    OwnSwap,
    SwapAgainst,
    SwapAway,
    SwapOver,
    SwapPending,
    SwapShiftGone,
    SwapState,
    SwapTooLate,
    SwapUnfit,
    SwapWrongShift,
)
from telemed.schedules.service.rotations import Rotations
from telemed.schedules.store import versions
from telemed.schedules.wire_rotations import NewRotation, RotationView
from telemed.schedules.wire_swaps import NewSwap, SwapUndoing, SwapView
from tests.db.schedules.rosters import HOUR, SEVEN, put, shift
from tests.db.schedules.ward import APPROVE, DAY, LATER, NO, REJECT, TOMORROW, YES, Ward, arrange
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station


@pytest.fixture
async def ward(db: Database) -> Ward:
    return await arrange(db)


async def test_an_approved_swap_is_on_the_roster_at_once_and_keeps_the_old_rows(ward: Ward, clock: ManualClock) -> None:
    swap = await ward.agreed()
    assert await ward.on_duty(clock, ward.lans) == [ward.lan.id]

    view = await ward.swaps.judge(ward.head, swap, APPROVE)

    assert (view.state, view.version) == (SwapState.APPLIED, 1)
    assert await ward.on_duty(clock, ward.lans) == [ward.minh.id]
    assert await ward.on_duty(clock, ward.minhs) == [ward.lan.id]
    old = await ward.row(ward.lans)
    assert (old.state, old.ended_version, old.person) == (ShiftState.SWAPPED, 1, ward.lan.id)
    assert await ward.told() == ["swap_proposed", "swap_answered", "roster_published", "swap_judged"]


async def test_a_shift_can_be_taken_over_with_nothing_in_return(ward: Ward, clock: ManualClock) -> None:
    await ward.applied(take=False)

    assert await ward.on_duty(clock, ward.lans) == [ward.minh.id]
    assert await ward.on_duty(clock, ward.minhs) == [ward.minh.id]


async def test_an_applied_swap_is_undone_by_a_version_of_its_own(ward: Ward, clock: ManualClock) -> None:
    swap = await ward.applied()

    view = await ward.swaps.undo(ward.minh, swap, SwapUndoing(reason="Đổi ý"))

    assert (view.state, view.undone_reason) == (SwapState.UNDONE, "Đổi ý")
    assert await ward.on_duty(clock, ward.lans) == [ward.lan.id]
    assert await ward.on_duty(clock, ward.minhs) == [ward.minh.id]
    async with ward.db.transaction(SYSTEM) as tx:
        assert [(v.number, v.kind) for v in await versions.versions(tx, ward.hospital)] == [
            (2, VersionKind.UNDO),
            (1, VersionKind.SWAP),
        ]


async def test_what_was_undone_can_be_swapped_again(ward: Ward) -> None:
    await ward.swaps.undo(ward.lan, await ward.applied(), SwapUndoing())
    async with ward.db.transaction(SYSTEM) as tx:
        mine = [one for one in await store.shifts_of(tx, [ward.hospital], SEVEN) if one.person == ward.lan.id]

    ward.lans = mine[0]
    await ward.applied(take=False)


@pytest.mark.parametrize("by", ["lan", "minh", "head", "manager"])
async def test_each_of_both_and_whoever_plans_may_undo(ward: Ward, by: str) -> None:
    swap = await ward.applied()

    assert (await ward.swaps.undo(getattr(ward, by), swap, SwapUndoing())).state is SwapState.UNDONE


async def test_nothing_is_undone_once_the_first_of_both_shifts_has_begun(ward: Ward, clock: ManualClock) -> None:
    swap = await ward.applied()
    clock.advance(ward.lans.starts_at - clock.now())

    with pytest.raises(SwapTooLate):
        await ward.swaps.undo(ward.head, swap, SwapUndoing())


async def test_neither_of_both_judges_their_swap_even_with_the_right(db: Database, ward: Ward) -> None:
    swap = await ward.agreed()
    both_roles = Held(Role.DEPT_HEAD, ward.hospital, Specialty.INTERNAL)
    minh_as_head = replace(ward.minh, grants=(*ward.minh.grants, *(await add_person(db, "x", both_roles)).grants))

    with pytest.raises(OwnSwap):
        await ward.swaps.judge(minh_as_head, swap, APPROVE)
    assert (await ward.swaps.judge(ward.manager, swap, APPROVE)).state is SwapState.APPLIED


async def test_only_whoever_plans_the_specialty_judges(db: Database, ward: Ward) -> None:
    swap = await ward.agreed()
    surgery = await add_person(db, "ngoai", Held(Role.DEPT_HEAD, ward.hospital, Specialty.SURGERY))
    colleague = await add_person(db, "ban", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))

    for other in (surgery, colleague):
        with pytest.raises(Denied):
            await ward.swaps.judge(other, swap, APPROVE)
        with pytest.raises(Denied):
            await ward.swaps.undo(other, swap, SwapUndoing())


async def test_nobody_answers_for_another_or_gives_what_is_not_theirs(ward: Ward) -> None:
    proposed = await ward.propose()

    for one in (ward.lan, ward.head):
        with pytest.raises(Denied):
            await ward.swaps.answer(one, SwapId(proposed.id), YES)
    stolen = NewSwap(give_id=ward.minhs.id, take_id=None, to_id=ward.head.id)
    with pytest.raises(NotYourShift):
        await ward.swaps.propose(ward.lan, SwapId(uuid7()), stolen)
    wrong = NewSwap(give_id=ward.lans.id, take_id=ward.minhs.id, to_id=ward.head.id)
    with pytest.raises(SwapWrongShift):
        await ward.swaps.propose(ward.lan, SwapId(uuid7()), wrong)


async def test_refused_rejected_or_withdrawn_it_leaves_the_roster_as_it_was(ward: Ward) -> None:
    refused = await ward.propose()
    assert (await ward.swaps.answer(ward.minh, SwapId(refused.id), NO)).state is SwapState.REFUSED
    rejected = await ward.agreed()
    assert (await ward.swaps.judge(ward.head, rejected, REJECT)).judged_reason == "Thiếu người"
    withdrawn = await ward.agreed()
    assert (await ward.swaps.withdraw(ward.minh, withdrawn)).state is SwapState.WITHDRAWN

    async with ward.db.transaction(SYSTEM) as tx:
        assert await versions.in_force(tx, ward.hospital) is None
    with pytest.raises(SwapOver):
        await ward.swaps.judge(ward.head, withdrawn, APPROVE)


async def test_the_other_takes_back_only_what_they_said(ward: Ward) -> None:
    proposed = SwapId((await ward.propose()).id)

    with pytest.raises(SwapOver):
        await ward.swaps.withdraw(ward.minh, proposed)
    assert (await ward.swaps.withdraw(ward.lan, proposed)).state is SwapState.WITHDRAWN


async def test_a_shift_is_part_of_one_open_swap_only(db: Database, ward: Ward) -> None:
    await ward.propose()
    third = await add_person(db, "third", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))
    theirs = shift(third.id, ward.hospital, LATER + DAY)
    await put(db, theirs)

    for give, by, take, to in ((ward.lans, ward.lan, None, third), (theirs, third, ward.minhs, ward.minh)):
        new = NewSwap(give_id=give.id, take_id=take.id if take else None, to_id=to.id)
        with pytest.raises(SwapPending):
            await ward.swaps.propose(by, SwapId(uuid7()), new)


async def test_of_two_who_propose_the_same_shift_at_once_one_is_refused(db: Database, ward: Ward) -> None:
    third = await add_person(db, "third", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))
    theirs = shift(third.id, ward.hospital, LATER + DAY)
    await put(db, theirs)
    wants = NewSwap(give_id=theirs.id, take_id=ward.minhs.id, to_id=ward.minh.id)

    for _ in range(4):
        both = (ward.propose(), ward.swaps.propose(third, SwapId(uuid7()), wants))
        outcomes = await asyncio.gather(*both, return_exceptions=True)

        (won,) = [one for one in outcomes if isinstance(one, SwapView)]
        assert [type(one) for one in outcomes if isinstance(one, Exception)] == [SwapPending]
        await ward.swaps.withdraw(ward.lan if won.proposed_by.id == ward.lan.id else third, SwapId(won.id))


async def test_approved_and_cancelled_at_once_only_one_of_it_happens(ward: Ward, clock: ManualClock) -> None:
    swap = await ward.agreed()

    outcomes = await asyncio.gather(
        ward.swaps.judge(ward.head, swap, APPROVE), ward.cancel(ward.minhs), return_exceptions=True
    )

    refused = [type(one) for one in outcomes if isinstance(one, Exception)]
    assert refused in ([SwapShiftGone], [ShiftOver])
    assert len(await ward.on_duty(clock, ward.lans)) == 1
    approved = not isinstance(outcomes[0], Exception)
    assert await ward.on_duty(clock, ward.minhs) == ([ward.lan.id] if approved else [])
    assert await ward.on_duty(clock, ward.lans) == [ward.minh.id if approved else ward.lan.id]


async def test_approved_twice_at_once_it_counts_once(ward: Ward) -> None:
    swap = await ward.agreed()

    views = await asyncio.gather(*(ward.swaps.judge(ward.head, swap, APPROVE) for _ in range(3)))

    assert {view.version for view in views} == {1}
    assert (await ward.told()).count("swap_judged") == 1


async def test_of_two_judges_at_once_one_is_told_that_it_is_over(ward: Ward) -> None:
    swap = await ward.agreed()

    outcomes = await asyncio.gather(
        ward.swaps.judge(ward.head, swap, APPROVE), ward.swaps.judge(ward.manager, swap, REJECT), return_exceptions=True
    )

    assert [type(one) for one in outcomes if isinstance(one, Exception)] == [SwapOver]


async def test_a_cancelled_shift_is_swapped_by_nobody(ward: Ward) -> None:
    swap = await ward.agreed()
    await ward.cancel(ward.minhs)

    with pytest.raises(SwapShiftGone):
        await ward.swaps.judge(ward.head, swap, APPROVE)
    (view,) = (await ward.swaps.all(ward.head)).swaps
    assert (view.lapsed, view.against, view.may.judge) == (True, [SwapAgainst.GONE], False)
    assert (await ward.swaps.withdraw(ward.lan, swap)).state is SwapState.WITHDRAWN


Arrange = Callable[[Ward, Database], object]


async def away(ward: Ward, db: Database) -> None:
    await ward.leave(ward.minh, ward.lans)


async def busy(ward: Ward, db: Database) -> None:
    await put(db, shift(ward.minh.id, await add_hospital(db, "Than Uyên"), TOMORROW + 11 * HOUR))


@pytest.mark.parametrize(("arrange", "refusal"), [(away, SwapAway), (busy, ShiftsOverlap)])
async def test_what_came_between_refuses_the_approval(
    ward: Ward, db: Database, arrange: Arrange, refusal: type[DomainError]
) -> None:
    swap = await ward.agreed()
    await arrange(ward, db)  # type: ignore[misc]

    with pytest.raises(refusal):
        await ward.swaps.judge(ward.head, swap, APPROVE)
    assert (await ward.swaps.all(ward.head)).swaps[0].against != []


async def test_shifts_that_overlap_each_other_can_be_swapped(db: Database, ward: Ward, clock: ManualClock) -> None:
    ward.minhs = replace(shift(ward.minh.id, ward.hospital, TOMORROW + 6 * HOUR), tier=Tier.SECOND)
    await put(db, ward.minhs)

    await ward.applied()

    assert set(await ward.on_duty(clock, ward.minhs)) == {ward.lan.id, ward.minh.id}


async def test_only_a_shift_ahead_is_swapped(db: Database, ward: Ward) -> None:
    ward.lans = shift(ward.lan.id, ward.hospital, SEVEN)  # runs since three hours
    await put(db, ward.lans)

    with pytest.raises(SwapTooLate):
        await ward.propose()
    with pytest.raises(SwapTooLate):
        await ward.swaps.partners(ward.lan, ward.lans.id)


async def test_only_who_holds_the_specialty_takes_a_shift(db: Database, ward: Ward) -> None:
    surgeon = await add_person(db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    until = Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL, valid_to=TOMORROW.date())
    leaving = await add_person(db, "di", until)

    for other in (surgeon, leaving):
        new = NewSwap(give_id=ward.lans.id, take_id=None, to_id=other.id)
        with pytest.raises(SwapUnfit):
            await ward.swaps.propose(ward.lan, SwapId(uuid7()), new)


async def test_sent_twice_it_is_one_proposal_and_another_body_is_refused(ward: Ward) -> None:
    swap = SwapId(uuid7())

    assert await ward.propose(swap=swap) == await ward.propose(swap=swap)
    with pytest.raises(OtherBody):
        await ward.propose(take=False, swap=swap)
    assert await ward.told() == ["swap_proposed"]


async def test_partners_are_the_free_ones_of_the_specialty_with_what_they_could_give(db: Database, ward: Ward) -> None:
    third = await add_person(db, "third", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))
    await ward.leave(third, ward.lans)
    await add_person(db, "ngoai", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))

    found = await ward.swaps.partners(ward.lan, ward.lans.id)

    free, head, away = found.partners
    assert (free.person.id, free.against, [one.id for one in free.shifts]) == (ward.minh.id, [], [ward.minhs.id])
    assert (head.person.id, head.shifts) == (ward.head.id, [])
    assert (away.person.id, away.against) == (third.id, [SwapAgainst.LEAVE])


async def test_my_coming_shifts_tell_the_swap_they_are_in_and_whom_they_came_from(ward: Ward) -> None:
    (before,) = (await ward.swaps.coming(ward.lan)).shifts
    assert (before.swap, before.may_swap, before.taken_from) == (None, True, None)
    swap = await ward.agreed()
    (pending,) = (await ward.swaps.coming(ward.lan)).shifts
    assert (pending.may_swap, pending.swap and pending.swap.state) == (False, SwapState.AGREED)

    await ward.swaps.judge(ward.head, swap, APPROVE)

    (mine,) = (await ward.swaps.coming(ward.lan)).shifts
    assert mine.starts_at == ward.minhs.starts_at
    assert mine.taken_from
    assert mine.taken_from.id == ward.minh.id
    assert mine.swap
    assert (mine.swap.id, mine.swap.may.undo) == (swap, True)


async def test_i_see_my_own_swaps_and_those_i_plan(db: Database, ward: Ward) -> None:
    swap = await ward.agreed()
    stranger = await add_person(db, "ban", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))
    surgery = await add_person(db, "ngoai", Held(Role.DEPT_HEAD, ward.hospital, Specialty.SURGERY))

    seen = {who.id: [s.id for s in (await ward.swaps.all(who)).swaps] for who in (ward.lan, ward.minh, ward.head)}
    unseen = [(await ward.swaps.all(who)).swaps for who in (stranger, surgery)]

    assert seen == {who.id: [swap] for who in (ward.lan, ward.minh, ward.head)}
    assert unseen == [[], []]


async def test_the_head_sees_what_was_judged_for_a_month(ward: Ward, clock: ManualClock) -> None:
    await ward.applied()

    clock.advance(timedelta(days=29))
    assert len((await ward.swaps.all(ward.head)).swaps) == 1
    clock.advance(timedelta(days=2))
    assert (await ward.swaps.all(ward.head)).swaps == []


async def test_a_shift_that_came_by_a_swap_can_be_swapped_on(db: Database, ward: Ward, clock: ManualClock) -> None:
    swap = await ward.applied(take=False)
    third = await add_person(db, "third", Held(Role.SPECIALIST, ward.hospital, Specialty.INTERNAL))
    taken = next(one for one in (await ward.swaps.coming(ward.minh)).shifts if one.taken_from)
    again = SwapId(uuid7())
    await ward.swaps.propose(ward.minh, again, NewSwap(give_id=ShiftId(taken.id), take_id=None, to_id=third.id))
    await ward.swaps.answer(third, again, YES)
    await ward.swaps.judge(ward.head, again, APPROVE)

    assert await ward.on_duty(clock, ward.lans) == [third.id]
    with pytest.raises(SwapShiftGone):
        await ward.swaps.undo(ward.lan, swap, SwapUndoing())


@pytest.mark.parametrize("cancel", [True, False])
async def test_approved_and_posted_at_once_nobody_is_on_the_roster_of_a_day_at_a_station(
    db: Database, ward: Ward, cancel: bool
) -> None:
    """Minh would take a shift of the very day on which he is sent to a station."""
    swap, station = await ward.agreed(take=False), await add_station(db)
    day = ward.lans.starts_at.astimezone(LOCAL).date()
    posting = NewRotation(
        person_id=ward.minh.id,
        hospital_id=ward.hospital,
        station_id=station,
        decision_no="118/QĐ-BV",
        starts_on=day,
        ends_on=day + timedelta(days=1),
        purpose=RotationPurpose.TRAINING,
        cancel_shifts=cancel,
    )

    approved, posted = await asyncio.gather(
        ward.swaps.judge(ward.head, swap, APPROVE),
        Rotations(db).post(ward.manager, RotationId(uuid7()), posting),
        return_exceptions=True,
    )

    assert isinstance(approved, SwapView | SwapAway)
    assert isinstance(posted, RotationView | RotationShifts)
    assert cancel or isinstance(approved, SwapView) != isinstance(posted, RotationView)
    async with db.transaction(SYSTEM) as tx:
        ahead = [one.person for one in await store.shifts_of(tx, [ward.hospital], SEVEN) if one.starts_at < LATER]
    assert ward.minh.id not in ahead or not isinstance(posted, RotationView)
