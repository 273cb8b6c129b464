"""The bridge over a blackout: what both ends wrote of one telephone call becomes one case, with the times of then."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from telemed.infra.db import Database
from telemed.infra.relay import Relay
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import FacilityKind, Label, Role, Specialty, Urgency
from telemed.reports.service import Reports
from telemed.sessions import State, reactions, tables, wire
from telemed.sessions.phone_advice import MOST_WAITING, NotThen, TooManyWaiting, WrongCode, short_code
from telemed.sessions.service_phone_advice import Telephone
from telemed.sessions.wire_phone_advice import NewPhoneAdvice, PhoneAdviceView
from tests import build
from tests.build import World

OUTAGE = timedelta(minutes=50)


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
def telephone(world: World) -> Telephone:
    return Telephone(world.db, world.consults)


@pytest.fixture
def relay(world: World, telephone: Telephone) -> Relay:
    made = Relay(world.db, world.clock)
    reactions.subscribe(made, world.schedules, telephone)
    return made


def new_advice(world: World, case: UUID, **changes: Any) -> NewPhoneAdvice:
    code = short_code(case)
    fields: dict[str, Any] = {
        "hospital_id": world.hospital,
        "code": f"{code[:4]} {code[4:]}",
        "caller": "Trạm A Demo",
        "subject": "Bé trai 5 tuổi",
        "told": "Thở 52 lần, rút lõm ngực",
        "advice": "Thở oxy, tiêm ampicillin, chuyển khi có xe",
        "given_at": world.clock.now(),
    }
    return NewPhoneAdvice(**(fields | changes))


async def arrive(world: World, case: UUID, **changes: Any) -> wire.ConsultSummary:
    """The station's half, when its link is back."""
    new = build.new_consult(world, changes.pop("urgency", Urgency.STAT), **changes)
    return await world.consults.create(world.station_doctor, ConsultId(case), new)


async def detail(world: World, actor: Actor, case: UUID) -> wire.ConsultDetail:
    return await world.consults.detail(actor, ConsultId(case))


async def advised(world: World, telephone: Telephone, case: UUID, **changes: Any) -> PhoneAdviceView:
    return await telephone.advise(world.specialists[0], uuid7(), new_advice(world, case, **changes))


async def test_the_halves_join_when_the_station_is_back(world: World, telephone: Telephone, relay: Relay) -> None:
    case, written_at = uuid7(), world.clock.now()
    await world.pass_time(timedelta(minutes=3))
    given = await advised(world, telephone, case)
    await relay.drain()
    assert given.consult_id is None
    await world.pass_time(OUTAGE)
    await arrive(world, case, written_at=written_at)
    said = wire.PhoneCall(
        number="02130000001", spoke_with="BS. trực", advice="Thở oxy", said_at=given.given_at + timedelta(minutes=1)
    )
    await telephone.log_call(world.station_doctor, ConsultId(case), uuid7(), said)

    await relay.drain()

    both = await detail(world, world.station_doctor, case)
    (theirs,) = both.phone_advices
    (ours,) = both.phone_notes
    assert (theirs.id, theirs.advice, theirs.given_at) == (given.id, given.advice, given.given_at)
    assert theirs.merged_at == world.clock.now()
    assert ours.at == said.said_at
    async with world.db.transaction(build.BUILDER) as tx:
        assert await tx.scalar(select(func.count()).select_from(tables.consult)) == 1


async def test_they_join_as_well_when_the_advice_is_written_down_last(
    world: World, telephone: Telephone, relay: Relay
) -> None:
    case = uuid7()
    said_at = world.clock.now()
    await world.pass_time(OUTAGE)
    await arrive(world, case)
    await relay.drain()

    given = await advised(world, telephone, case, given_at=said_at)
    await relay.drain()

    (joined,) = (await telephone.advices(world.specialists[0])).advices
    assert (joined.id, joined.consult_id) == (given.id, case)
    assert [one.given_at for one in (await detail(world, world.station_doctor, case)).phone_advices] == [said_at]


async def test_the_case_then_tells_its_pages_to_read_it_again(world: World, telephone: Telephone, relay: Relay) -> None:
    case = uuid7()
    before = await arrive(world, case)
    await advised(world, telephone, case)
    await relay.drain()

    after = (await detail(world, world.station_doctor, case)).summary

    assert after.request_version > before.request_version


async def test_sent_again_it_stays_one(world: World, telephone: Telephone, relay: Relay) -> None:
    case, advice = uuid7(), uuid7()
    new = new_advice(world, case)
    doctor = world.specialists[0]
    first = await telephone.advise(doctor, advice, new)
    await arrive(world, case)
    await relay.drain()

    again = await telephone.advise(doctor, advice, new)
    await relay.drain()

    assert (again.id, again.consult_id) == (first.id, case)
    assert len((await detail(world, world.station_doctor, case)).phone_advices) == 1
    with pytest.raises(OtherBody):
        await telephone.advise(doctor, advice, new.model_copy(update={"advice": "Khác"}))


async def test_its_timeline_has_both_halves_when_they_were_said(
    world: World, telephone: Telephone, relay: Relay
) -> None:
    case, written_at = uuid7(), world.clock.now()
    await world.pass_time(timedelta(minutes=2))
    given = await advised(world, telephone, case)
    await world.pass_time(OUTAGE)
    sent = await arrive(world, case, written_at=written_at)
    spoke_at = given.given_at + timedelta(seconds=30)
    note = wire.PhoneCall(number="1", spoke_with="BS.", advice="Oxy", said_at=spoke_at)
    await telephone.log_call(world.station_doctor, ConsultId(case), uuid7(), note)
    await relay.drain()

    told = await Reports(world.db, world.clock).timeline(world.specialists[0], ConsultId(case))

    at: dict[str, datetime] = {entry.kind: entry.at for entry in told.entries}
    assert [one for one in at if one in {"consult_drafted", "phone_advice_joined", "phone_call_logged"}] == [
        *("consult_drafted", "phone_advice_joined", "phone_call_logged")
    ]
    assert (at["consult_drafted"], at["phone_advice_joined"], at["phone_call_logged"]) == (
        *(written_at, given.given_at, spoke_at),
    )
    assert at["consult_sent"] == sent.sent_at


async def test_who_advised_may_follow_the_case_whatever_its_specialty(
    world: World, telephone: Telephone, relay: Relay
) -> None:
    case, doctor = uuid7(), world.specialists[0]
    await telephone.advise(doctor, uuid7(), new_advice(world, case))
    await arrive(world, case, specialty=Specialty.OBSTETRICS)
    with pytest.raises((Denied, Missing)):
        await detail(world, doctor, case)

    await relay.drain()

    assert (await detail(world, doctor, case)).phone_advices[0].given_by.id == doctor.id


async def test_another_hospitals_advice_waits_for_its_own_case(
    world: World, telephone: Telephone, relay: Relay
) -> None:
    other = await build.add_facility(world.db, "Bệnh viện khác Demo", FacilityKind.HOSPITAL, "BK")
    stranger = await build.add_person(world.db, "Stranger Demo", Role.SPECIALIST, other, Specialty.INTERNAL)
    case = uuid7()
    await telephone.advise(stranger, uuid7(), new_advice(world, case, hospital_id=other))
    await arrive(world, case)

    await relay.drain()

    assert (await detail(world, world.station_doctor, case)).phone_advices == []
    assert (await telephone.advices(world.specialists[0])).advices == []


async def test_a_case_of_another_month_is_not_the_one(world: World, telephone: Telephone, relay: Relay) -> None:
    case = uuid7()
    await advised(world, telephone, case)
    await world.pass_time(timedelta(days=15))
    await arrive(world, case)

    await relay.drain()

    assert (await detail(world, world.station_doctor, case)).phone_advices == []


async def test_practice_gets_no_advice(world: World, telephone: Telephone, relay: Relay) -> None:
    case = uuid7()
    await advised(world, telephone, case)
    await arrive(world, case, practice=True)

    await relay.drain()

    assert (await detail(world, world.station_doctor, case)).phone_advices == []


async def test_who_does_not_treat_reads_no_word_of_it(world: World, telephone: Telephone, relay: Relay) -> None:
    manager = await build.add_person(world.db, "Manager Demo", Role.HOSPITAL_MANAGER, world.hospital)
    case = uuid7()
    await advised(world, telephone, case)
    await arrive(world, case, labels=[Label.HIV])
    await relay.drain()

    seen = await detail(world, manager, case)

    assert (seen.phone_advices, seen.phone_notes) == ([], [])


async def test_colleagues_see_what_waits_for_its_case(world: World, telephone: Telephone) -> None:
    given = await advised(world, telephone, uuid7())

    assert [one.id for one in (await telephone.advices(world.specialists[1])).advices] == [given.id]
    assert (await telephone.advices(world.station_doctor)).advices == []


async def test_what_cannot_be_is_refused(world: World, telephone: Telephone) -> None:
    case, now = uuid7(), world.clock.now()
    right = short_code(case)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)  # one digit, so that it cannot be another case's code
    with pytest.raises(WrongCode):
        await advised(world, telephone, case, code=wrong)
    for given_at in (now + timedelta(hours=1), now - timedelta(days=15)):
        with pytest.raises(NotThen):
            await advised(world, telephone, case, given_at=given_at)
    with pytest.raises(Denied):
        await telephone.advise(world.station_doctor, uuid7(), new_advice(world, case))


async def test_guessing_codes_ends_soon(world: World, telephone: Telephone) -> None:
    for _ in range(MOST_WAITING):
        await advised(world, telephone, uuid7())

    with pytest.raises(TooManyWaiting):
        await advised(world, telephone, uuid7())


async def test_a_call_for_help_is_not_refused_for_a_wrong_clock(world: World) -> None:
    tomorrow = world.clock.now() + timedelta(days=1)

    asked = await arrive(world, uuid7(), urgency=Urgency.STAT, written_at=tomorrow)

    assert asked.state is State.WAITING
    assert asked.sent_at == world.clock.now()
