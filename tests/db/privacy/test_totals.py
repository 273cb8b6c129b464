"""Counts for the province, a hospital, a commune; small ones of a commune are withheld."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import update

from telemed.identity.tables import facility
from telemed.kernel.actor import Actor
from telemed.kernel.values import FacilityKind, Role, Urgency
from telemed.privacy import wire
from telemed.privacy.policy import NotYours
from telemed.privacy.service.totals import BadPeriod
from tests import build
from tests.db.privacy.conftest import House

NOVEMBER = wire.TotalsQuery(from_date=date(2026, 11, 1), to_date=date(2026, 11, 30))


async def commune_viewer(house: House) -> Actor:
    return await build.add_person(house.db, "Xa Demo", Role.COMMUNE_VIEWER, house.desk.world.station)


async def cases(house: House, count: int) -> None:
    for _ in range(count):
        await house.desk.world.requested(Urgency.STAT)


async def test_the_province_counts_everywhere_and_sees_no_case(house: House) -> None:
    await house.case()
    await cases(house, 2)

    totals = await house.privacy.totals.count(house.inspector, NOVEMBER)

    assert totals.scope == "province"
    assert (totals.whole.consults, totals.whole.stat, totals.whole.answered) == (3, 3, 1)
    assert [(one.facility.id, one.counts.consults) for one in totals.stations] == [(house.desk.world.station, 3)]
    assert [one.facility.id for one in totals.hospitals] == [house.desk.world.hospital]
    assert [one.month for one in totals.months] == ["2026-11"]


async def test_a_manager_counts_their_own_hospital(house: House) -> None:
    await cases(house, 2)
    elsewhere = await build.add_facility(house.db, "Viện khác Demo", FacilityKind.HOSPITAL, "VK")
    stranger = await build.add_person(house.db, "Quan Ly Khac Demo", Role.HOSPITAL_MANAGER, elsewhere)

    assert (await house.privacy.totals.count(house.manager, NOVEMBER)).whole.consults == 2
    assert (await house.privacy.totals.count(stranger, NOVEMBER)).whole.consults == 0


async def test_of_a_commune_counts_under_five_are_withheld(house: House) -> None:
    viewer = await commune_viewer(house)
    await cases(house, 4)

    totals = await house.privacy.totals.count(viewer, NOVEMBER)

    assert totals.whole == wire.Counts(
        consults=None,
        stat=None,
        answered=None,
        answered_in_time=None,
        concluded=None,
        referred=None,
        suppressed=True,
    )
    assert totals.hospitals == []


async def test_of_a_commune_five_and_more_are_told_for_whole_years(house: House) -> None:
    viewer = await commune_viewer(house)
    await cases(house, 6)

    totals = await house.privacy.totals.count(viewer, NOVEMBER)

    assert (totals.from_date, totals.to_date) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (totals.whole.consults, totals.whole.stat, totals.whole.answered) == (6, 6, 0)


async def test_a_commune_is_all_its_stations_and_no_other(house: House) -> None:
    neighbour = await build.add_facility(house.db, "Trạm cạnh Demo", FacilityKind.STATION, "TC")
    async with house.db.transaction(build.BUILDER) as tx:
        own = facility.c.id == house.desk.world.station
        await tx.execute(update(facility).where(own).values(commune_code="03390"))
    await cases(house, 5)
    viewer = await build.add_person(house.db, "Xa Khac Demo", Role.COMMUNE_VIEWER, neighbour)

    assert (await house.privacy.totals.count(viewer, NOVEMBER)).whole.consults == 0
    async with house.db.transaction(build.BUILDER) as tx:
        await tx.execute(update(facility).where(facility.c.id == neighbour).values(commune_code="03390"))
    assert (await house.privacy.totals.count(viewer, NOVEMBER)).whole.consults == 5


async def test_drafts_are_not_counted(house: House) -> None:
    await house.desk.world.requested(Urgency.URGENT, send=False)

    assert (await house.privacy.totals.count(house.inspector, NOVEMBER)).whole.consults == 0


async def test_who_answers_for_no_counts_gets_none(house: House) -> None:
    for actor in (house.desk.doctor, house.desk.chair, house.officer, replace(house.manager, grants=())):
        with pytest.raises(NotYours):
            await house.privacy.totals.count(actor, NOVEMBER)


async def test_days_in_the_wrong_order_are_no_period(house: House) -> None:
    with pytest.raises(BadPeriod):
        await house.privacy.totals.count(
            house.inspector, wire.TotalsQuery(from_date=date(2026, 2, 1), to_date=date(2026, 1, 1))
        )
