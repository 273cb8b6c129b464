import pytest
from pydantic import ValidationError

from telemed.identity.model_people import DocumentNeeded, FacilityTaken, PrefixNeeded
from telemed.identity.service.facilities import Facilities
from telemed.identity.wire_people import FacilityChange, FacilityFields, NewFacility
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, Stale
from telemed.kernel.ids import ChangeId, FacilityId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role
from tests.db.identity.keeping import add_province, employed
from tests.people import Held, add_hospital, add_station

NURSES_TOO = [Profession.DOCTOR, Profession.ASSISTANT]


@pytest.fixture
def facilities(db: Database) -> Facilities:
    return Facilities(db)


@pytest.fixture
async def hospital(db: Database) -> FacilityId:
    return await add_hospital(db)


@pytest.fixture
async def admin(db: Database, hospital: FacilityId) -> Actor:
    return await employed(db, "quan.tri", hospital, Held(Role.HOSPITAL_ADMIN, hospital))


@pytest.fixture
async def province(db: Database) -> Actor:
    at = await add_province(db)
    return await employed(db, "tinh", at, Held(Role.HOSPITAL_ADMIN, at))


def change(version: int = 1, **fields: object) -> FacilityChange:
    return FacilityChange(seen_version=version, fields=FacilityFields.model_validate(fields))


async def test_an_administrator_changes_the_telephones_of_their_own_facility_and_reads_no_other(
    facilities: Facilities, admin: Actor, hospital: FacilityId, db: Database
) -> None:
    now = await facilities.change(admin, hospital, ChangeId(uuid7()), change(emergency_phone="0213 111 222"))

    assert (now.emergency_phone, now.version, now.people) == ("0213 111 222", 2, 1)
    other = await add_station(db)
    with pytest.raises(Denied):
        await facilities.read(admin, other)
    assert [one.id for one in (await facilities.administered(admin)).facilities] == [hospital]


async def test_names_are_the_provinces_to_change(
    facilities: Facilities, admin: Actor, province: Actor, hospital: FacilityId
) -> None:
    with pytest.raises(Denied):
        await facilities.change(admin, hospital, ChangeId(uuid7()), change(name="Bệnh viện khác"))

    now = await facilities.change(province, hospital, ChangeId(uuid7()), change(name="Bệnh viện khác", code="12345"))
    assert (now.name, now.code) == ("Bệnh viện khác", "12345")


async def test_others_than_doctors_sign_only_by_a_document(
    facilities: Facilities, admin: Actor, hospital: FacilityId
) -> None:
    with pytest.raises(DocumentNeeded):
        await facilities.change(admin, hospital, ChangeId(uuid7()), change(signing_professions=NURSES_TOO))

    by = change(signing_professions=NURSES_TOO, signing_document="12/QĐ-BV")
    now = await facilities.change(admin, hospital, ChangeId(uuid7()), by)
    assert now.signing_professions == [Profession.ASSISTANT, Profession.DOCTOR]
    with pytest.raises(DocumentNeeded):
        await facilities.change(admin, hospital, ChangeId(uuid7()), change(2, signing_document=None))


async def test_an_older_version_changes_nothing(facilities: Facilities, admin: Actor, hospital: FacilityId) -> None:
    await facilities.change(admin, hospital, ChangeId(uuid7()), change(authority="Sở Y tế"))

    with pytest.raises(Stale):
        await facilities.change(admin, hospital, ChangeId(uuid7()), change(authority="Khác"))


async def test_the_province_creates_stations_each_with_letters_of_its_own(
    facilities: Facilities, province: Actor, admin: Actor
) -> None:
    new = NewFacility(kind=FacilityKind.STATION, name="Trạm Y tế xã Mới", short_name="Trạm Mới", prefix="MOI")
    made = FacilityId(uuid7())

    await facilities.create(province, made, new)
    again = await facilities.create(province, made, new)

    assert (again.prefix, again.signing_professions) == ("MOI", [Profession.DOCTOR])
    with pytest.raises(FacilityTaken):
        await facilities.create(province, FacilityId(uuid7()), new)
    with pytest.raises(PrefixNeeded):
        await facilities.create(province, FacilityId(uuid7()), new.model_copy(update={"prefix": None}))
    with pytest.raises(Denied):
        await facilities.create(admin, FacilityId(uuid7()), new)


def test_a_telephone_is_digits() -> None:
    with pytest.raises(ValidationError):
        FacilityFields(emergency_phone="gọi bác sĩ")
