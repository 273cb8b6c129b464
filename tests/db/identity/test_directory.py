from datetime import UTC, date, datetime

import pytest

from telemed import identity as front_door
from telemed.identity import Identity
from telemed.infra.db import Database
from telemed.kernel.actor import HOSPITAL, Actor
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Profession, Role, Specialty
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


async def test_people_are_named_with_their_title_and_strangers_are_left_out(db: Database) -> None:
    lan = await add_person(db, "lan")
    gone = await add_person(db, "cu", disabled_at=NOW)

    async with db.transaction(SYSTEM) as tx:
        named = await front_door.people(tx, {lan.id, gone.id, UserId(uuid7())})
        nobody = await front_door.people(tx, set())

    assert {user: person.name for user, person in named.items()} == {lan.id: "BS. Lan Demo", gone.id: "BS. Cu Demo"}
    assert nobody == {}


async def test_papers_name_the_licence(db: Database) -> None:
    lan = await add_person(db, "lan")

    async with db.transaction(SYSTEM) as tx:
        papers = await front_door.person_papers(tx, lan.id)
        with pytest.raises(Missing):
            await front_door.person_papers(tx, UserId(uuid7()))

    assert (papers.name, papers.title, papers.full_name) == ("BS. Lan Demo", "BS.", "Lan Demo")
    assert (papers.profession, papers.license_no) == (Profession.DOCTOR, "000123/LCH-DEMO")


async def test_a_facility_comes_whole_or_as_a_reference(db: Database) -> None:
    station = await add_station(db)

    async with db.transaction(SYSTEM) as tx:
        whole = await front_door.facility(tx, station)
        references = await front_door.facilities(tx, [station, FacilityId(uuid7())])
        with pytest.raises(Missing):
            await front_door.facility(tx, FacilityId(uuid7()))

    assert (whole.prefix, set(whole.signing_professions)) == ("BL", {Profession.DOCTOR})
    assert list(references) == [station]
    assert references[station].short_name == "Trạm Bình Lư"


async def test_holders_are_those_who_may_answer_there_on_that_day(db: Database) -> None:
    hospital, other = await add_hospital(db), await add_hospital(db, "Than Uyên")
    surgeon = Held(Role.SPECIALIST, hospital, Specialty.SURGERY)
    lan = await add_person(db, "lan", surgeon, Held(Role.DEPT_HEAD, hospital, Specialty.SURGERY))
    minh = await add_person(db, "minh", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    await add_person(db, "disabled", surgeon, disabled_at=NOW)
    await add_person(db, "elsewhere", Held(Role.SPECIALIST, other, Specialty.SURGERY))
    await add_person(db, "later", Held(Role.SPECIALIST, hospital, Specialty.SURGERY, date(2026, 11, 23)))
    await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))

    async with db.transaction(SYSTEM) as tx:
        surgeons = await front_door.holders(tx, hospital, HOSPITAL, Specialty.SURGERY, NOW)
        everyone = await front_door.holders(tx, hospital, HOSPITAL, None, NOW)

    assert surgeons == [lan.id]
    assert everyone == [lan.id, minh.id]


async def test_the_directory_is_for_people_who_work_somewhere(db: Database, identity: Identity) -> None:
    station, hospital = await add_station(db), await add_hospital(db)
    lan = await add_person(db, "lan", Held(Role.STATION_NURSE, station))
    nobody = await add_person(db, "nobody")

    assert {facility.id for facility in await identity.directory(lan)} == {station, hospital}
    with pytest.raises(Denied):
        await identity.directory(Actor(nobody.id))
