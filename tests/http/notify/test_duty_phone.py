"""The duty telephone: kept by who keeps the account, told to its owner and to them, and to nobody else."""

import pytest
from sqlalchemy import insert, update

from telemed.identity.tables import person, role_grant
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.sessions import Channel, channel_works
from tests import build
from tests.build import BUILDER
from tests.http.notify.conftest import Reaching


@pytest.fixture
async def admin(reaching: Reaching) -> Actor:
    """Keeps the doctor's account."""
    hospital = reaching.world.hospital
    async with reaching.world.db.transaction(BUILDER) as tx:
        await tx.execute(update(person).where(person.c.id == reaching.doctor.id).values(facility_id=hospital))
    return await build.add_person(reaching.world.db, "Admin Demo", Role.HOSPITAL_ADMIN, hospital)


async def change(reaching: Reaching, admin: Actor, number: str | None, version: int, expect: int = 200) -> str | None:
    body = {"seen_version": version, "fields": {"duty_phone": number}}
    path = f"/api/people/{reaching.doctor.id}/changes/{uuid7()}"
    said = await reaching.ask(admin, "POST", path, body, expect=expect)
    return str(said["duty_phone"] if expect == 200 else said["code"])


async def test_it_is_kept_in_one_way_and_rung(reaching: Reaching, admin: Actor) -> None:
    assert await change(reaching, admin, "0912 000 111", 1) == "+84912000111"

    own = await reaching.ask(reaching.doctor, "GET", "/api/push/key")
    assert (own["duty_phone"], own["gateway"], own["gateway_works"]) == ("+84912000111", True, None)
    await reaching.rung()
    assert [said["to"] for said in reaching.gateway.requests] == ["+84912000111"]

    assert await change(reaching, admin, "115", 2, expect=422) == "validation"
    assert await change(reaching, admin, "0612 000 111", 2, expect=422) == "person.bad_phone"
    assert await change(reaching, admin, None, 2) == "None"
    assert (await reaching.ask(reaching.doctor, "GET", "/api/push/key"))["duty_phone"] is None


async def test_who_only_gives_roles_there_does_not_see_it(reaching: Reaching, admin: Actor) -> None:
    """A rotation makes the doctor known at a station; whoever administers that one keeps another account's secrets
    from nobody."""
    await change(reaching, admin, "0912 000 111", 1)
    elsewhere = await build.add_facility(reaching.world.db, "Nơi khác Demo", FacilityKind.HOSPITAL, "NK")
    other = await build.add_person(reaching.world.db, "Other Admin Demo", Role.HOSPITAL_ADMIN, elsewhere)
    held = {"person_id": reaching.doctor.id, "role": "coordinator", "facility_id": elsewhere, "source": "test"}
    async with reaching.world.db.transaction(BUILDER) as tx:
        day = reaching.clock.now().date()
        await tx.execute(insert(role_grant).values(id=uuid7(), valid_from=day, **held))

    seen = await reaching.ask(other, "GET", f"/api/people/{reaching.doctor.id}")
    kept = await reaching.ask(admin, "GET", f"/api/people/{reaching.doctor.id}")

    assert (seen["may_keep"], seen["duty_phone"]) == (False, None)
    assert kept["duty_phone"] == "+84912000111"
    listed = await reaching.ask(admin, "POST", "/api/people/search", {"text": ""})
    assert "+84912" not in str(listed)


async def test_what_was_learnt_of_the_old_number_is_forgotten(reaching: Reaching, admin: Actor) -> None:
    await change(reaching, admin, "0912 000 111", 1)
    async with reaching.world.db.transaction(BUILDER) as tx:
        await channel_works(tx, reaching.doctor.id, Channel.GATEWAY, works=False)
    await reaching.close_pages()
    assert not await reaching.is_reachable()

    await change(reaching, admin, "0912 000 222", 2)
    await reaching.settle()

    assert await reaching.is_reachable()
