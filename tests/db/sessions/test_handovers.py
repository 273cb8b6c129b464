"""A shift that ends in mid-case: the case changes hands in words that both say, and not before."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, select

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import CallId, ConsultId, HandoverId, ShiftId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules.tables import shift
from telemed.sessions import Why, wire
from telemed.sessions.handovers import CannotRelieve, HandoverOpen, HandoverOver
from telemed.sessions.model import OwnCase
from telemed.sessions.wire_handovers import NewHandover
from tests import build
from tests.build import World
from tests.db.sessions.ladders import TwoHospitals, two_hospitals


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def two(world: World) -> TwoHospitals:
    return await two_hospitals(world)


async def relieves(two: TwoHospitals, actor: Actor, after: Actor) -> ShiftId:
    """This person's shift begins in the same place where the other's ends."""
    made = ShiftId(uuid7())
    async with two.world.db.transaction(build.BUILDER) as tx:
        ending = await tx.one(select(shift).where(shift.c.id == two.world.shifts[after.id]))
        row = {name: getattr(ending, name) for name in ("hospital_id", "specialty", "tier", "state", "roster_version")}
        hours = {"starts_at": ending.ends_at, "ends_at": ending.ends_at + timedelta(hours=12)}
        await tx.execute(insert(shift).values(id=made, person_id=actor.id, **row, **hours))
    return made


async def offered(two: TwoHospitals, consult: UUID, to: Actor, words: str = "Chờ điện tim lần hai") -> HandoverId:
    made = HandoverId(uuid7())
    giver = two.world.specialists[0]
    new = NewHandover(consult_id=consult, to_id=to.id, words=words)
    summary = await two.handovers.offer(giver, made, new)
    assert summary.specialist is not None
    assert summary.specialist.id == giver.id, "it stays the giver's"
    return made


async def told(two: TwoHospitals, consult: UUID) -> list[str]:
    async with two.world.db.transaction(build.BUILDER) as tx:
        query = select(event_table.c.kind).where(event_table.c.consult_id == consult).order_by(event_table.c.seq)
        return [row.kind for row in await tx.all(query) if row.kind.startswith("handover")]


async def may_open(two: TwoHospitals, actor: Actor, consult: UUID) -> bool:
    try:
        await two.world.consults.detail(actor, ConsultId(consult))
    except (Denied, Missing):
        return False
    return True


async def test_the_relief_takes_it_in_words_and_only_then_is_it_theirs(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    await two.world.on_duty(giver)
    theirs = await relieves(two, to, giver)
    taken = await two.world.accepted(giver)
    handover = await offered(two, taken.id, to)

    after = await two.handovers.take(to, handover, "Nhận, theo dõi tiếp")

    assert after.specialist is not None
    assert after.specialist.id == to.id
    assert after.handover is not None
    assert (after.handover.state, after.handover.words, after.handover.answer_words) == (
        "taken",
        "Chờ điện tim lần hai",
        "Nhận, theo dõi tiếp",
    )
    async with two.world.db.transaction(build.BUILDER) as tx:
        kept = await two.world.consults.answered_by(tx, ConsultId(taken.id))
    assert kept is not None
    assert (kept.user, kept.why, kept.shift) == (to.id, Why.SHIFT, theirs)
    assert kept.before is not None
    assert (kept.before.user, kept.before.shift) == (giver.id, two.world.shifts[giver.id])
    assert await two.handovers.take(to, handover, "lại") == after, "said twice it changes nothing"
    assert await told(two, taken.id) == ["handover_offered", "handover_taken"]


async def test_who_is_asked_may_open_it_from_the_offer_on_and_keeps_no_word_from_others(two: TwoHospitals) -> None:
    giver = two.world.specialists[0]
    surgeon = await build.add_person(
        two.world.db, "Surgeon Demo", Role.SPECIALIST, two.world.hospital, Specialty.SURGERY
    )
    coordinator = await build.add_person(two.world.db, "Coordinator Demo", Role.COORDINATOR, two.world.hospital)
    taken = await two.world.accepted(giver)
    assert not await may_open(two, surgeon, taken.id)

    await offered(two, taken.id, surgeon)

    assert await may_open(two, surgeon, taken.id)
    (queued,) = await two.world.consults.open_for(coordinator)
    assert queued.handover is None, "who only routes it knows of no word between those who treat"


async def test_a_refusal_or_a_withdrawal_leaves_it_where_it_is_and_frees_the_place(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    taken = await two.world.accepted(giver)
    first = await offered(two, taken.id, to)
    with pytest.raises(HandoverOpen):
        await offered(two, taken.id, to)

    refused = await two.handovers.refuse(to, first, "Đang mổ")
    second = await offered(two, taken.id, to)
    withdrawn = await two.handovers.withdraw(giver, second)

    for summary, state in ((refused, "refused"), (withdrawn, "withdrawn")):
        assert summary.specialist is not None
        assert summary.specialist.id == giver.id
        assert summary.handover is not None
        assert summary.handover.state == state
    with pytest.raises(HandoverOver):
        await two.handovers.take(to, second, "Nhận")


async def test_nobody_takes_it_for_another_and_only_the_holder_offers(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    taken = await two.world.accepted(giver)
    handover = await offered(two, taken.id, to)

    for call in (two.handovers.take, two.handovers.refuse):
        with pytest.raises(Denied):
            await call(giver, handover, "Nhận")
    with pytest.raises(Denied):
        await two.handovers.withdraw(to, handover)
    new = NewHandover(consult_id=taken.id, to_id=giver.id, words="Nhận giúp")
    with pytest.raises(Denied):
        await two.handovers.offer(to, HandoverId(uuid7()), new)


@pytest.mark.parametrize("whom", ["self", "requester", "elsewhere"])
async def test_it_passes_to_another_clinician_of_the_hospital_alone(two: TwoHospitals, whom: str) -> None:
    giver = two.world.specialists[0]
    taken = await two.world.accepted(giver)
    to = {"self": giver, "requester": two.world.station_doctor, "elsewhere": two.there}[whom]

    with pytest.raises((CannotRelieve, OwnCase)):
        await offered(two, taken.id, to)


async def test_a_case_that_left_its_holder_otherwise_cannot_be_taken_over_any_more(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    await two.world.on_duty(to)
    taken = await two.world.accepted(giver)
    handover = await offered(two, taken.id, to)

    await two.world.consults.hand_on(giver, ConsultId(taken.id), wire.Decline(reason="busy"))

    with pytest.raises(HandoverOver):
        await two.handovers.take(to, handover, "Nhận")
    assert await told(two, taken.id) == ["handover_offered", "handover_withdrawn"]


async def test_a_relief_who_is_not_in_the_room_is_waited_for_as_any_taker(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    await two.world.on_duty(giver)
    taken = await two.world.accepted(giver)
    assert taken.call
    await two.world.calls.join(giver, CallId(taken.call.id))
    handover = await offered(two, taken.id, to)

    await two.handovers.take(to, handover, "Nhận")
    await two.pass_time(timedelta(seconds=61))

    now = await two.world.consults.summary(ConsultId(taken.id))
    assert (now.state, now.specialist) == ("waiting", None), "an emergency is never left with nobody in the room"


async def test_a_relief_who_sits_in_the_room_has_it_at_once(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    taken = await two.world.accepted(giver)
    assert taken.call
    await two.world.calls.join(giver, CallId(taken.call.id))
    handover = await offered(two, taken.id, to)
    await two.handovers.take(to, handover, "Nhận")
    await two.world.calls.join(to, CallId(taken.call.id))

    await two.pass_time(timedelta(minutes=5))

    now = await two.world.consults.summary(ConsultId(taken.id))
    assert now.specialist is not None
    assert now.specialist.id == to.id
    assert now.call is not None
    assert {p.person.id for p in now.call.participants} == {giver.id, to.id}, "the room remembers both"


async def test_the_relief_of_my_shift_is_named_first(two: TwoHospitals) -> None:
    giver, to = two.world.specialists
    await two.world.on_duty(giver)
    leader = await build.add_person(two.world.db, "Leader Demo", Role.SPECIALIST, two.world.hospital, Specialty.SURGERY)
    await two.world.on_duty(leader, specialty=Specialty.INTERNAL)
    await relieves(two, to, giver)
    taken = await two.world.accepted(giver)

    found = await two.handovers.reliefs(giver, ConsultId(taken.id))

    assert [(one.person.id, one.takes_over) for one in found.people] == [(to.id, True), (leader.id, False)]
    assert found.my_shift_ends_at == two.world.clock.now() + timedelta(hours=11)


async def test_at_another_hospital_it_passes_to_their_own_colleague(two: TwoHospitals) -> None:
    consult = await two.taken_there()
    handover = HandoverId(uuid7())
    new = NewHandover(consult_id=consult, to_id=two.colleague.id, words="Nhận giúp")

    await two.handovers.offer(two.there, handover, new)
    after: Any = await two.handovers.take(two.colleague, handover, "Nhận")

    assert (after.specialist.id, after.answering.id) == (two.colleague.id, two.other)
    assert [c.id for c in await two.world.consults.open_for(two.colleague)] == [consult]
