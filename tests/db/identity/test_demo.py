from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from telemed import identity as front_door
from telemed.demo import people as demo
from telemed.demo.roster import AHEAD, BEHIND, seed_roster
from telemed.identity import Identity, store, tables
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.rights import Right
from telemed.kernel.values import FacilityKind, Role, Specialty, Tier
from telemed.schedules import Duty, Schedules
from telemed.schedules.tables import shift as shift_table
from tests.people import PASSWORDS, SYSTEM, add_person

EVERY_PLACE = {(s, t) for s in Specialty for t in (Tier.FIRST, Tier.SECOND)} | {(None, Tier.LEADER)}


@pytest.fixture
async def seeded(db: Database, clock: ManualClock) -> Database:
    await demo.seed_people(db, PASSWORDS)
    await seed_roster(db, clock.now())
    return db


async def on_duty(db: Database, clock: ManualClock, hospital: str, ahead: timedelta = timedelta()) -> list[Duty]:
    async with db.transaction(SYSTEM) as tx:
        return await Schedules(clock).on_duty(tx, demo.facility_id(hospital), clock.now() + ahead)


def first_of_emergency(duties: list[Duty]) -> list[object]:
    return [d.person for d in duties if (d.specialty, d.tier) == (Specialty.EMERGENCY, Tier.FIRST)]


async def count(db: Database) -> list[int]:
    async with db.transaction(SYSTEM) as tx:
        counted = (tables.facility, tables.person, tables.role_grant, shift_table)
        return [await tx.scalar(select(func.count()).select_from(table)) for table in counted]


def test_all_of_lai_chau_is_there() -> None:
    places = [facility for _, facility in demo.facilities()]

    kinds = Counter(facility.kind for facility in places)
    assert kinds == {FacilityKind.STATION: 38, FacilityKind.HOSPITAL: 3, FacilityKind.PROVINCE: 1}
    prefixes = {facility.prefix for facility in places if facility.kind is FacilityKind.STATION}
    phones = {facility.emergency_phone for facility in places if facility.kind is not FacilityKind.PROVINCE}
    assert (len(prefixes), len(phones)) == (38, 41)


def test_demo_people_are_plainly_invented_and_each_is_somebody_else() -> None:
    staff = list(demo.people())

    assert len({one.username for one in staff}) == len({one.name for one in staff}) == len(staff)
    assert all(account.name.endswith(" Demo") for account in demo.site(robot=False).accounts)


async def test_every_account_of_the_sign_in_page_signs_in_to_its_role(seeded: Database, identity: Identity) -> None:
    for account in demo.site(robot=None).accounts:
        signed_in = await identity.sign_in(account.username, demo.PASSWORD, "")
        assert account.role in {grant.role for grant in signed_in.grants}, account.username
        assert signed_in.person.name == account.name


async def test_one_administrator_looks_after_five_facilities_another_after_all(
    seeded: Database, clock: ManualClock
) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        ids = demo.person_id("quantri"), demo.person_id("quantri.tinh")
        hospital, province = [Actor(one, await store.grants_of(tx, one, clock.now().date())) for one in ids]

    than_uyen = demo.facility_id(demo.THAN_UYEN)
    assert len(hospital.where(Right.MANAGE_PEOPLE)) == 5
    assert not hospital.may(Right.MANAGE_PEOPLE, than_uyen)
    assert province.may(Right.MANAGE_PEOPLE, than_uyen)
    assert not hospital.may_anywhere(Right.SEE_IDENTITY)


async def test_everyone_of_the_demo_is_employed_somewhere(seeded: Database) -> None:
    async with seeded.transaction(SYSTEM) as tx:
        nowhere = select(tables.person.c.username).where(tables.person.c.facility_id.is_(None))
        assert [row.username for row in await tx.all(nowhere)] == []


async def test_the_eight_stations_have_their_hospital_and_the_others_none(seeded: Database, clock: ManualClock) -> None:
    schedules = Schedules(clock)
    async with seeded.transaction(SYSTEM) as tx:
        stations = [facility for _, facility in demo.facilities() if facility.kind is FacilityKind.STATION]
        found = {facility.short_name: await schedules.assigned_hospital(tx, facility.id) for facility in stations}

    assert Counter(found.values()) == {
        demo.facility_id(demo.TAM_DUONG): 4,
        demo.facility_id(demo.THAN_UYEN): 4,
        None: 30,
    }
    assert found["Trạm Bình Lư"] == demo.facility_id(demo.TAM_DUONG)
    assert found["Trạm Mường Than"] == demo.facility_id(demo.THAN_UYEN)


async def test_somebody_is_on_duty_for_everything_at_every_hour(seeded: Database, clock: ManualClock) -> None:
    hours = [-BEHIND, timedelta(hours=-7), timedelta(0), timedelta(hours=9), AHEAD - timedelta(days=3)]
    for hospital in demo.HOSPITALS:
        for ahead in hours:
            duties = await on_duty(seeded, clock, hospital, ahead)
            assert Counter((d.specialty, d.tier) for d in duties) == Counter(EVERY_PLACE), (hospital, ahead)


async def test_the_demo_specialists_are_on_duty_whenever_the_demo_is_opened(
    seeded: Database, clock: ManualClock
) -> None:
    for later in (timedelta(0), timedelta(hours=5), timedelta(days=3), timedelta(days=40)):
        clock.advance(later)
        await seed_roster(seeded, clock.now())
        for hospital, star in demo.STARS.items():
            for ahead in (timedelta(0), timedelta(hours=24)):
                duties = await on_duty(seeded, clock, hospital, ahead)
                assert first_of_emergency(duties) == [demo.person_id(star)], (later, hospital, ahead)
                assert Counter((d.specialty, d.tier) for d in duties) == Counter(EVERY_PLACE)


async def test_only_the_demo_specialist_has_yet_to_say_i_am_here(seeded: Database, clock: ManualClock) -> None:
    duties = await on_duty(seeded, clock, demo.TAM_DUONG)

    star = demo.person_id(demo.STARS[demo.TAM_DUONG])
    assert [d.confirmed for d in duties if d.person == star] == [False]
    assert sum(d.confirmed for d in duties) > len(duties) / 2


async def test_the_ladder_reaches_the_demo_specialist_for_what_stations_ask_most(
    seeded: Database, clock: ManualClock
) -> None:
    place = demo.facility_id(demo.TAM_DUONG)
    async with seeded.transaction(SYSTEM) as tx:
        for specialty in (Specialty.EMERGENCY, Specialty.INTERNAL, Specialty.PAEDIATRICS):
            holders = await front_door.holders(tx, place, {Role.SPECIALIST}, specialty, clock.now())
            assert demo.person_id("bs.tamduong") in holders
        for specialty in Specialty:
            assert await front_door.holders(tx, place, {Role.DEPT_HEAD}, specialty, clock.now())


async def test_seeding_again_changes_nothing(seeded: Database, clock: ManualClock) -> None:
    before = await count(seeded)

    await demo.seed_people(seeded, PASSWORDS)
    await seed_roster(seeded, clock.now())

    assert await count(seeded) == before


async def test_a_database_in_real_use_is_left_alone(db: Database) -> None:
    await add_person(db, "a.real.doctor")

    with pytest.raises(demo.NotADemo):
        await demo.seed_people(db, PASSWORDS)

    assert (await count(db))[:2] == [0, 1]


def test_the_assignments_say_since_when_and_on_whose_word() -> None:
    assert date(2026, 1, 1) == demo.SINCE
    assert "demo" in demo.SOURCE
