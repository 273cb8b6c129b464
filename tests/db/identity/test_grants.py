import asyncio
from datetime import date, timedelta

import pytest

from telemed.identity import Posting, end_posting, post, store
from telemed.identity.events import RightsChanged
from telemed.identity.model_people import (
    DayPassed,
    EndNeeded,
    GrantOver,
    GrantsOverlap,
    OwnAccount,
    Source,
    SpecialtyNeeded,
    SpecialtyRefused,
    Status,
    WrongFacility,
    WrongProfession,
)
from telemed.identity.service.people import People
from telemed.identity.wire_people import PersonSearch
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, DomainError
from telemed.kernel.ids import FacilityId, GrantId, uuid7
from telemed.kernel.values import Profession, Role, Specialty
from tests.db.identity.keeping import TODAY, a_grant, add_province, employed, give, told
from tests.people import SYSTEM, Held, add_station

ADMIN = Role.HOSPITAL_ADMIN


async def test_a_role_is_given_with_its_day_its_decision_and_its_giver(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId, db: Database
) -> None:
    grant = a_grant(doctor.id, hospital, valid_from=date(2026, 12, 1), document="131/QĐ-BV")

    now = await give(people, admin, grant)

    given = now.grants[0]
    assert (given.valid_from, given.valid_to, given.document) == (date(2026, 12, 1), None, "131/QĐ-BV")
    assert given.given_by is not None
    assert given.given_by.id == admin.id
    assert await told(db, RightsChanged.kind) == 1


async def test_a_rotation_makes_its_doctor_a_rotating_one_until_it_ends(
    people: People, admin: Actor, doctor: Actor, db: Database, clock: ManualClock
) -> None:
    station = await add_station(db)
    admin = await employed(db, "quan.tri.2", station, Held(ADMIN, station), Held(ADMIN, admin.grants[0].facility))
    rotation = a_grant(
        doctor.id, station, Role.STATION_DOCTOR, source=Source.ROTATION, valid_to=TODAY + timedelta(days=30)
    )

    assert (await give(people, admin, rotation)).status is Status.ROTATING
    clock.advance(timedelta(days=30))
    assert (await people.read(admin, doctor.id)).status is Status.ACTIVE


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"valid_from": TODAY - timedelta(days=1)}, DayPassed),
        ({"source": Source.TEMPORARY}, EndNeeded),
        ({"role": Role.DEPT_HEAD}, SpecialtyNeeded),
        ({"specialty": Specialty.INTERNAL}, SpecialtyRefused),
        ({"role": Role.STATION_DOCTOR}, WrongFacility),
        ({"role": Role.PROVINCE_VIEWER}, WrongFacility),
    ],
)
async def test_a_grant_that_makes_no_sense_is_refused(
    people: People,
    admin: Actor,
    doctor: Actor,
    hospital: FacilityId,
    more: dict[str, object],
    refusal: type[DomainError],
) -> None:
    with pytest.raises(refusal):
        await give(people, admin, a_grant(doctor.id, hospital, **more))


async def test_a_role_with_patients_needs_its_licence(
    people: People, admin: Actor, db: Database, hospital: FacilityId
) -> None:
    nurse = await employed(db, "dd.lan", hospital, profession=Profession.NURSE)

    with pytest.raises(WrongProfession):
        await give(people, admin, a_grant(nurse.id, hospital, Role.SPECIALIST, specialty=Specialty.INTERNAL))


async def test_the_same_role_twice_in_the_same_days_is_refused_and_after_its_end_is_not(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId
) -> None:
    ends = TODAY + timedelta(days=10)
    await give(people, admin, a_grant(doctor.id, hospital, valid_to=ends))

    with pytest.raises(GrantsOverlap):
        await give(people, admin, a_grant(doctor.id, hospital, valid_from=ends - timedelta(days=1)))
    await give(people, admin, a_grant(doctor.id, hospital, valid_from=ends))


async def test_of_two_who_give_the_same_role_at_once_one_is_refused(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId
) -> None:
    both = [give(people, admin, a_grant(doctor.id, hospital)) for _ in range(2)]

    outcomes = await asyncio.gather(*both, return_exceptions=True)

    assert sorted(type(one).__name__ for one in outcomes) == ["GrantsOverlap", "PersonDetail"]


async def test_nobody_gives_or_ends_their_own_roles(people: People, admin: Actor, hospital: FacilityId) -> None:
    held = (await people.read(admin, admin.id)).grants[0]

    with pytest.raises(OwnAccount):
        await give(people, admin, a_grant(admin.id, hospital, Role.SPECIALIST, specialty=Specialty.INTERNAL))
    with pytest.raises(OwnAccount):
        await people.end(admin, GrantId(held.id), TODAY)
    assert not held.may_end


async def test_a_role_is_given_only_where_the_asker_administers(
    people: People, admin: Actor, doctor: Actor, elsewhere: FacilityId, db: Database
) -> None:
    for at in (elsewhere, await add_province(db)):
        with pytest.raises(Denied):
            await give(people, admin, a_grant(doctor.id, at, ADMIN))


async def test_an_ended_role_stays_in_the_history(
    people: People, admin: Actor, doctor: Actor, clock: ManualClock
) -> None:
    held = (await people.read(admin, doctor.id)).grants[0]

    now = await people.end(admin, GrantId(held.id), TODAY)
    again = await people.end(admin, GrantId(held.id), TODAY)

    assert now.grants[0].valid_to == again.grants[0].valid_to == TODAY
    assert not now.grants[0].may_end
    assert (await people.search(admin, PersonSearch(text="bac.si"))).people[0].grants == []


async def test_a_role_given_by_mistake_is_withdrawn_and_never_held(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId
) -> None:
    grant = GrantId(uuid7())
    await people.give(admin, grant, a_grant(doctor.id, hospital, valid_from=TODAY + timedelta(days=9)))

    now = await people.end(admin, grant, TODAY)

    withdrawn = next(one for one in now.grants if one.id == grant)
    assert withdrawn.valid_from == withdrawn.valid_to
    await give(people, admin, a_grant(doctor.id, hospital))


async def test_a_role_ends_today_at_the_earliest_and_is_not_prolonged_by_ending_it_later(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId
) -> None:
    grant = GrantId(uuid7())
    await people.give(admin, grant, a_grant(doctor.id, hospital, valid_to=TODAY + timedelta(days=5)))

    with pytest.raises(DayPassed):
        await people.end(admin, grant, TODAY - timedelta(days=1))
    with pytest.raises(GrantOver):
        await people.end(admin, grant, TODAY + timedelta(days=6))


async def test_ending_a_role_ends_what_was_to_go_on_after_a_posting(
    people: People, admin: Actor, doctor: Actor, hospital: FacilityId, db: Database
) -> None:
    (begins, ends), posting = (TODAY + timedelta(days=n) for n in (10, 20)), uuid7()
    station = await add_station(db)
    given = a_grant(doctor.id, hospital, Role.SPECIALIST, specialty=Specialty.SURGERY)
    held = (await give(people, admin, given)).grants
    surgery = next(one for one in held if one.specialty is Specialty.SURGERY)
    async with db.transaction(SYSTEM) as tx:
        await post(tx, Posting(posting, doctor.id, station, begins, ends, "118/QĐ-BV"))

    await people.end(admin, GrantId(surgery.id), TODAY + timedelta(days=5))
    async with db.transaction(SYSTEM) as tx:
        await end_posting(tx, posting, doctor.id, begins)

    async with db.transaction(SYSTEM) as tx:
        for later in (5, 12, 20, 90):
            now = await store.grants_of(tx, doctor.id, TODAY + timedelta(days=later))
            assert Specialty.SURGERY not in {one.specialty for one in now}
