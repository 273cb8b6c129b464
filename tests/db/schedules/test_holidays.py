from datetime import date

import pytest

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied
from telemed.kernel.values import FacilityKind, Role
from telemed.schedules import Schedules
from telemed.schedules.model import HolidayPassed
from telemed.schedules.service.holidays import Holidays
from telemed.schedules.wire_holidays import Holiday
from telemed.schedules.working_time import DayKind
from tests import build
from tests.people import SYSTEM

TET = Holiday(day=date(2027, 2, 6), name="Tết Nguyên đán", kind=DayKind.HOLIDAY)
WORKED = Holiday(day=date(2027, 2, 20), name="Làm bù", kind=DayKind.WORKING)


@pytest.fixture
async def province(db: Database) -> Actor:
    place = await build.add_facility(db, "Sở Y tế", FacilityKind.PROVINCE, "SYT")
    (grant,) = (await build.add_person(db, "Quản trị Demo", Role.HOSPITAL_ADMIN, place)).grants
    return Actor(SYSTEM.id, (type(grant)(grant.role, grant.facility, None, wide=True),))


@pytest.fixture
def holidays(db: Database, clock: ManualClock) -> Holidays:
    return Holidays(db)


async def test_a_day_that_was_named_counts_for_waits_and_is_taken_back(
    db: Database, clock: ManualClock, holidays: Holidays, province: Actor
) -> None:
    await holidays.set(province, TET)
    seen = await holidays.set(province, WORKED)

    assert seen.days == [TET, WORKED]
    async with db.transaction(SYSTEM) as tx:
        assert (await Schedules(clock).working_time(tx)).calendar == {
            TET.day: DayKind.HOLIDAY,
            WORKED.day: DayKind.WORKING,
        }
    assert (await holidays.remove(province, TET.day)).days == [WORKED]
    assert (await holidays.remove(province, TET.day)).days == [WORKED]


async def test_named_again_it_has_its_new_name(holidays: Holidays, province: Actor) -> None:
    await holidays.set(province, TET)

    again = TET.model_copy(update={"name": "Mồng một Tết"})

    assert (await holidays.set(province, again)).days == [again]


async def test_a_past_day_stays_as_it_was(holidays: Holidays, province: Actor, clock: ManualClock) -> None:
    past = TET.model_copy(update={"day": date(2026, 1, 1)})

    with pytest.raises(HolidayPassed):
        await holidays.set(province, past)
    with pytest.raises(HolidayPassed):
        await holidays.remove(province, past.day)


async def test_one_hospital_does_not_name_the_provinces_days(db: Database, holidays: Holidays) -> None:
    hospital = await build.add_facility(db, "BVĐK", FacilityKind.HOSPITAL, "BV")
    admin = await build.add_person(db, "Quản trị viện Demo", Role.HOSPITAL_ADMIN, hospital)

    assert not (await holidays.all(admin)).may_set
    with pytest.raises(Denied):
        await holidays.set(admin, TET)
