from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.kernel.errors import DomainError
from telemed.kernel.ids import FacilityId, ShiftId, SwapId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.model import Shift, ShiftState
from telemed.schedules.model_roster import VersionKind
from telemed.schedules.model_swap import OPEN, OwnSwap, Swap, SwapAgainst, SwapOver, SwapState, exchanged, gone_or_begun

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
HOSPITAL = FacilityId(uuid7())
LAN, MINH, HEAD = (UserId(uuid7()) for _ in range(3))
OVER = frozenset(SwapState) - OPEN - {SwapState.APPLIED}


def swap(state: SwapState = SwapState.PROPOSED) -> Swap:
    return Swap(SwapId(uuid7()), HOSPITAL, ShiftId(uuid7()), None, LAN, MINH, state, "Việc nhà", NOW)


def shift(person: UserId, tier: Tier = Tier.FIRST, hours: int = 24) -> Shift:
    starts_at = NOW + timedelta(hours=hours)
    return Shift(
        ShiftId(uuid7()), person, HOSPITAL, Specialty.INTERNAL, tier, starts_at, starts_at + timedelta(hours=12), 3
    )


STEPS: dict[str, Callable[[Swap], Swap]] = {
    "agree": lambda s: s.answer(NOW, agree=True, reason=""),
    "refuse": lambda s: s.answer(NOW, agree=False, reason=""),
    "withdraw": lambda s: s.withdraw(LAN, NOW),
    "take back": lambda s: s.withdraw(MINH, NOW),
    "apply": lambda s: s.apply(HEAD, NOW, "", 4),
    "reject": lambda s: s.reject(HEAD, NOW, ""),
    "undo": lambda s: s.undo(MINH, NOW, "", 5),
}
LEADS = {
    SwapState.PROPOSED: {
        "agree": SwapState.AGREED,
        "refuse": SwapState.REFUSED,
        "withdraw": SwapState.WITHDRAWN,
    },
    SwapState.AGREED: {
        "withdraw": SwapState.WITHDRAWN,
        "take back": SwapState.WITHDRAWN,
        "apply": SwapState.APPLIED,
        "reject": SwapState.REJECTED,
    },
    SwapState.APPLIED: {"undo": SwapState.UNDONE},
}


@pytest.mark.parametrize("state", SwapState)
@pytest.mark.parametrize("step", STEPS)
def test_each_step_leads_where_the_table_says_and_nowhere_else(state: SwapState, step: str) -> None:
    expected = LEADS.get(state, {}).get(step)

    if expected is None:
        with pytest.raises(SwapOver):
            STEPS[step](swap(state))
    else:
        assert STEPS[step](swap(state)).state is expected


@pytest.mark.parametrize("judge", [LAN, MINH])
def test_nobody_judges_a_swap_of_their_own(judge: UserId) -> None:
    agreed = swap(SwapState.AGREED)

    with pytest.raises(OwnSwap):
        agreed.apply(judge, NOW, "", 1)
    with pytest.raises(OwnSwap):
        agreed.reject(judge, NOW, "")


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_it_is_applied_at_most_once_and_undone_only_after_that(steps: list[str]) -> None:
    now, done = swap(), []
    for step in steps:
        try:
            now = STEPS[step](now)
        except DomainError:
            continue
        done.append(step)

    assert done.count("apply") <= 1
    assert "undo" not in done or done.index("apply") < done.index("undo")
    assert (now.version is not None) == ("apply" in done)
    assert now.state not in OVER or done[-1] in {"refuse", "withdraw", "take back", "reject", "undo"}


@given(st.booleans(), st.sampled_from(Tier), st.integers(1, 72))
def test_exchanging_twice_gives_everybody_their_own_hours_back(both: bool, tier: Tier, hours: int) -> None:
    give, take = shift(LAN), shift(MINH, tier, hours) if both else None

    once = exchanged(give, take, MINH)
    twice = exchanged(once.add[0], once.add[1] if take else None, LAN)

    before = [give, take] if take else [give]
    assert [(s.person, s.tier, s.starts_at, s.ends_at) for s in twice.add] == [
        (s.person, s.tier, s.starts_at, s.ends_at) for s in before
    ]
    assert [s.replaces for s in twice.add] == [s.id for s in once.add]
    assert once.people == {LAN, MINH}
    assert {s.state for s in once.ended(VersionKind.SWAP, 4)} == {ShiftState.SWAPPED}


def test_who_takes_a_shift_over_has_still_to_confirm_it() -> None:
    confirmed = replace(shift(LAN), state=ShiftState.CONFIRMED, confirmed_at=NOW, armed_at=NOW)

    (taken,) = exchanged(confirmed, None, MINH).add

    assert (taken.state, taken.confirmed_at, taken.armed_at, taken.person) == (ShiftState.PLANNED, None, None, MINH)


def test_time_and_others_decide_whether_shifts_can_still_be_swapped() -> None:
    ahead, begun, gone = shift(LAN), shift(LAN, hours=0), shift(MINH).cancel()

    assert gone_or_begun([ahead], NOW) == []
    assert gone_or_begun([ahead, begun], NOW) == [SwapAgainst.BEGUN]
    assert gone_or_begun([gone, ahead], NOW) == [SwapAgainst.GONE]
    assert gone_or_begun([gone, begun], NOW) == [SwapAgainst.GONE, SwapAgainst.BEGUN]
