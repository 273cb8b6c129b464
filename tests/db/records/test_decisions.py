"""The station decides on the advice, once; with the signed minutes that closes the consult."""

import asyncio
from typing import Any

import pytest

from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import ConsultId, MinutesId, uuid7
from telemed.kernel.values import Profession, Role
from telemed.records import Choice, Outcome, wire
from telemed.records.decision import DecisionExists, DecisionIncomplete, DecisionTooEarly
from telemed.records.model import SignatureLine
from telemed.sessions import State
from tests import build
from tests.db.records.conftest import STATION_LINES, Desk


async def test_minutes_signed_then_decided_closes(desk: Desk) -> None:
    minutes = await desk.signed()
    assert await desk.state(minutes.consult_id) is State.CONCLUDED

    decision = await desk.decide(minutes.consult_id, outcomes=[Outcome.REFER, Outcome.FOLLOW_UP])

    assert (decision.decided_by.id, decision.outcomes) == (desk.doctor.id, [Outcome.REFER, Outcome.FOLLOW_UP])
    assert await desk.state(minutes.consult_id) is State.CLOSED


async def test_decided_then_signed_closes_too(desk: Desk) -> None:
    minutes = await desk.concluded()

    await desk.decide(minutes.consult_id)
    assert await desk.state(minutes.consult_id) is State.CONCLUDED
    await desk.sign(minutes, desk.chair, SignatureLine.CHAIR)
    await desk.sign(minutes, desk.doctor, *STATION_LINES)

    assert await desk.state(minutes.consult_id) is State.CLOSED


async def test_a_transfer_closes_by_its_decision_alone(desk: Desk) -> None:
    asked = await desk.world.requested()
    await desk.world.consults.transfer(desk.doctor, ConsultId(asked.id))

    await desk.decide(asked.id, outcomes=[Outcome.EMERGENCY_TRANSFER])

    assert await desk.state(asked.id) is State.CLOSED


async def test_there_is_nothing_to_decide_before_a_conclusion(desk: Desk) -> None:
    minutes = await desk.accepted()

    with pytest.raises(DecisionTooEarly):
        await desk.decide(minutes.consult_id)
    with pytest.raises(Missing):
        await desk.records.decisions.read(desk.doctor, ConsultId(minutes.consult_id))


async def test_a_departure_from_the_advice_says_where_and_why(desk: Desk) -> None:
    minutes = await desk.concluded()

    departures: list[tuple[Choice, dict[str, Any], str]] = [
        (Choice.MODIFY, {"reason": "hết thuốc"}, "/body/changed_items"),
        (Choice.MODIFY, {"changed_items": ["treatment"]}, "/body/reason"),
        (Choice.DECLINE, {}, "/body/reason"),
    ]
    for choice, given, pointer in departures:
        with pytest.raises(DecisionIncomplete) as refusal:
            await desk.decide(minutes.consult_id, choice=choice, **given)
        assert refusal.value.pointer == pointer

    kept = await desk.decide(
        minutes.consult_id, choice=Choice.MODIFY, reason="hết gentamicin", changed_items=["treatment"]
    )
    assert (kept.changed_items, kept.reason) == (["treatment"], "hết gentamicin")


async def test_of_two_decisions_at_once_one_stands(desk: Desk) -> None:
    minutes = await desk.concluded()

    answers = await asyncio.gather(
        *(desk.decide(minutes.consult_id, note=str(n)) for n in range(2)), return_exceptions=True
    )

    assert [type(a) for a in answers if isinstance(a, Exception)] == [DecisionExists]


async def test_a_second_decision_after_closing_is_told_of_the_first(desk: Desk) -> None:
    minutes = await desk.signed()
    await desk.decide(minutes.consult_id)

    with pytest.raises(DecisionExists):
        await desk.decide(minutes.consult_id)


async def test_the_same_put_again_is_the_same_decision(desk: Desk) -> None:
    minutes, once = await desk.concluded(), uuid7()
    new = wire.NewDecision(consult_id=minutes.consult_id, choice=Choice.FOLLOW, outcomes=[Outcome.NO_ACTION])

    first = await desk.records.decisions.record(desk.doctor, once, new)

    assert await desk.records.decisions.record(desk.doctor, once, new) == first


async def test_the_hospital_reads_the_decision_and_never_makes_it(desk: Desk) -> None:
    minutes = await desk.concluded()
    nurse = await build.add_person(
        desk.db, "Tan Hoa Demo", Role.STATION_NURSE, desk.world.station, profession=Profession.NURSE
    )

    for other in (desk.chair, nurse):
        with pytest.raises(Denied):
            await desk.decide(minutes.consult_id, by=other)
    made = await desk.decide(minutes.consult_id)

    assert await desk.records.decisions.read(desk.chair, ConsultId(minutes.consult_id)) == made


async def test_a_decision_after_the_signatures_is_printed_in_its_own_section(desk: Desk) -> None:
    minutes = await desk.signed()
    before = await desk.records.signing.print(desk.doctor, MinutesId(minutes.id))

    await desk.decide(minutes.consult_id)
    after = await desk.records.signing.print(desk.doctor, MinutesId(minutes.id))

    assert after.content != before.content
    again = await desk.minutes_of(minutes.consult_id)
    assert again.document_hash == minutes.document_hash
