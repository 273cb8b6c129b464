"""What a station may decide: a departure says why, a death has its time, what contradicts itself is refused."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from telemed.kernel.ids import ConsultId, UserId, uuid7
from telemed.records.decision import Decision, DecisionIncomplete, OutcomesContradict, contradiction
from telemed.records.model import Choice, Outcome

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
PLAIN = Decision(
    uuid7(), ConsultId(uuid7()), Choice.FOLLOW, (Outcome.TREAT_AT_STATION,), UserId(uuid7()), NOW, reason="hết thuốc"
)
TOGETHER = [
    {Outcome.TREAT_AT_STATION, Outcome.FOLLOW_UP},
    {Outcome.TREAT_AT_STATION, Outcome.REFER, Outcome.FOLLOW_UP},
    {Outcome.EMERGENCY_TRANSFER, Outcome.DIED},
    {Outcome.TREAT_AT_STATION, Outcome.DIED},
    {Outcome.PATIENT_DECLINED, Outcome.NO_ACTION},
    {Outcome.NO_ACTION, Outcome.FOLLOW_UP},
]
NEVER = [
    {Outcome.REFER, Outcome.EMERGENCY_TRANSFER},
    {Outcome.NO_ACTION, Outcome.TREAT_AT_STATION},
    {Outcome.NO_ACTION, Outcome.REFER},
    {Outcome.NO_ACTION, Outcome.EMERGENCY_TRANSFER},
    {Outcome.DIED, Outcome.FOLLOW_UP},
    {Outcome.DIED, Outcome.NO_ACTION},
]


@pytest.mark.parametrize("outcomes", TOGETHER)
def test_several_outcomes_may_hold(outcomes: set[Outcome]) -> None:
    assert contradiction(outcomes) is None


def test_of_all_pairs_these_and_no_others_contradict_each_other() -> None:
    found = [set(pair) for pair in combinations(Outcome, 2) if contradiction(pair)]

    assert sorted(map(sorted, found)) == sorted(map(sorted, NEVER))


def test_a_contradiction_among_more_is_found_and_named() -> None:
    with pytest.raises(OutcomesContradict) as refusal:
        replace(PLAIN, outcomes=(Outcome.FOLLOW_UP, Outcome.EMERGENCY_TRANSFER, Outcome.REFER)).check()

    assert refusal.value.params == {"first": "refer", "second": "emergency_transfer"}


def test_a_death_asks_for_its_time_and_nothing_else_does() -> None:
    died = replace(PLAIN, outcomes=(Outcome.DIED,))
    replace(died, died_at=NOW - timedelta(hours=1)).check()

    for wrong in (died, replace(died, died_at=NOW + timedelta(minutes=1)), replace(PLAIN, died_at=NOW)):
        with pytest.raises(DecisionIncomplete) as refusal:
            wrong.check()
        assert refusal.value.params["need"] == "died_at"


def test_a_correction_is_a_further_edition_and_says_why() -> None:
    again = PLAIN.corrected_by(replace(PLAIN, id=uuid7(), choice=Choice.DECLINE), "ghi nhầm")
    again.check()

    assert (again.edition, again.correction_reason) == (2, "ghi nhầm")
    with pytest.raises(DecisionIncomplete):
        PLAIN.corrected_by(PLAIN, "").check()
