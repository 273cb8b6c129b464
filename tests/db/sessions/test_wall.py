"""Behind the policy stands the wall: whoever forgets to ask sees nothing foreign; look-ups use their indexes."""

import json
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import ProgrammingError

from telemed.infra.db import Database, Tx
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, UserId, uuid7
from telemed.kernel.values import Role
from telemed.records.tables import patient
from telemed.sessions import store
from telemed.sessions import tables as t
from tests import build
from tests.build import World

BEARS_PATIENT_DATA = (
    *("consult", "vital_signs", "consent", "phone_note", "ring", "call", "event"),
    *("patient", "patient_word", "minutes", "minutes_field", "opinion", "signature", "decision", "referral"),
)


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


def someone(role: Role, at: FacilityId) -> Actor:
    return Actor(UserId(uuid7()), (Grant(role, at),))


async def test_every_table_that_bears_patient_data_is_walled_and_forced(owner_db: Database) -> None:
    async with owner_db.transaction(build.BUILDER) as tx:
        query = text(
            "select relname from pg_class c where relrowsecurity and relforcerowsecurity"
            " and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'wall')"
        )
        walled = {row.relname for row in await tx.all(query)}

    assert walled >= set(BEARS_PATIENT_DATA)


async def test_forgetting_the_policy_shows_a_stranger_nothing(world: World) -> None:
    """No service and so no policy here: the store alone, as a clinician of another station and as a technical admin."""
    known = await build.add_patient(world.db, world.station)
    asked = await world.requested(patient_id=known)
    consult = ConsultId(asked.id)

    for actor in (someone(Role.STATION_DOCTOR, FacilityId(uuid7())), someone(Role.HOSPITAL_ADMIN, world.hospital)):
        async with world.db.transaction(actor) as tx:
            with pytest.raises(Missing):
                await store.get(tx, consult)
            assert not await store.visible_patient(tx, known)
            assert (await store.rings(tx, [consult]))[consult] == []
            for table in (t.consult, t.ring, patient, event_table):
                assert await tx.all(select(table.c.id)) == [], table.name


async def test_nobody_writes_a_consult_into_a_foreign_station(world: World) -> None:
    asked = await world.requested()
    async with world.db.transaction(build.BUILDER) as tx:
        row = dict((await tx.one(select(t.consult).where(t.consult.c.id == asked.id)))._mapping)

    with pytest.raises(ProgrammingError, match="row-level security"):
        async with world.db.transaction(someone(Role.STATION_DOCTOR, FacilityId(uuid7()))) as tx:
            await tx.execute(insert(t.consult).values(row | {"id": uuid7(), "code": "XX-0001"}))


async def test_without_an_actor_the_application_sees_nothing(world: World) -> None:
    await world.requested()

    async with world.db.transaction(Actor(UserId(uuid7()))) as tx:
        assert await tx.all(select(t.consult.c.id)) == []


MANY = """
    insert into consult (id, code, station_id, hospital_id, requester_id, patient_id, urgency, specialty, answer, state,
        version, case_type, subject_sex, subject_age_estimated, reason, question, history, past_history, examination,
        working_diagnosis, treatment_given, field_versions, created_at, sent_at, round, hospital_paused)
    select gen_random_uuid(), 'M-' || n, :station, :hospital, :person, null, 'urgent', 'internal', 'call',
        case when n % 100 = 0 then 'waiting' else 'cancelled' end, 1, 'other', 'male', false,
        '', '', '', '', '', '', '', '{}', now(), now() - n * interval '1 minute', 1, interval '0'
    from generate_series(1, 20000) n"""


@pytest.fixture
async def full(world: World, owner_db: Database) -> World:
    values = {"station": world.station, "hospital": world.hospital, "person": world.station_doctor.id}
    async with owner_db.transaction(build.BUILDER) as tx:
        await tx.execute(text(MANY), values)
        await tx.execute(text("analyze consult"))
    return world


@pytest.mark.parametrize(
    ("lookup", "index"),
    [
        ("select * from consult where id = :one", "consult_pkey"),
        ("select * from consult where patient_id = :one", "consult_patient"),
        (
            "select * from consult where station_id = :station and state in ('waiting', 'accepted')",
            "consult_station_state",
        ),
        ("select * from consult where hospital_id = :hospital and state = 'waiting'", "consult_hospital_state"),
        (
            "select * from consult where hospital_id = :hospital and (sent_at, id) < (now(), :one)"
            " order by sent_at desc, id desc limit 20",
            "consult_hospital_sent",
        ),
    ],
)
async def test_look_ups_use_their_index_as_the_application_role(full: World, lookup: str, index: str) -> None:
    """Under the wall only leakproof operators may: uuid, text in the "C" order, time."""
    values = {"one": uuid7(), "station": full.station, "hospital": full.hospital}
    bound = {name: value for name, value in values.items() if f":{name}" in lookup}
    async with full.db.transaction(full.specialists[0]) as tx:
        plan = await explained(tx, lookup, bound)

    assert index in plan, plan


async def explained(tx: Tx, query: str, values: dict[str, Any]) -> str:
    found = await tx.scalar(text("explain (format json) " + query), values)
    return json.dumps(found)
