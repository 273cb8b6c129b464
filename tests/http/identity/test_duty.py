from datetime import timedelta

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty
from tests.db.schedules.rosters import SEVEN, put, shift
from tests.http.identity.accounts import bearer
from tests.http.identity.conftest import Client
from tests.people import Held, add_hospital, add_person


async def test_a_specialist_comes_on_duty(db: Database, client: Client, clock: ManualClock) -> None:
    hospital = await add_hospital(db)
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    minh = await add_person(db, "minh")
    mine = shift(lan.id, hospital)
    await put(db, mine, shift(minh.id, hospital, SEVEN + timedelta(hours=12)))
    headers = await bearer(client)

    before = await (await client.get("/api/duty", headers=headers)).json()
    confirmed = await (await client.post(f"/api/shifts/{mine.id}/confirm", headers=headers)).json()
    own = await (await client.get("/api/shifts/mine", headers=headers)).json()

    assert [(line["person"]["name"], line["confirmed"]) for line in before["lines"]] == [("BS. Lan Demo", False)]
    assert [phone["label"] for phone in before["phones"]] == ["emergency", "leader"]
    assert own == {"shift": confirmed}
    assert (confirmed["confirmed"], confirmed["tier"], confirmed["relief"]["name"]) == (True, "first", "BS. Minh Demo")


async def test_a_shift_that_is_not_mine_or_not_there_is_refused(db: Database, client: Client) -> None:
    hospital = await add_hospital(db)
    await add_person(db, "lan", Held(Role.SPECIALIST, hospital))
    minh = await add_person(db, "minh")
    theirs = shift(minh.id, hospital)
    await put(db, theirs)
    headers = await bearer(client)

    answers = [
        await client.post(f"/api/shifts/{shift_id}/confirm", headers=headers)
        for shift_id in (theirs.id, uuid7(), "not-an-id")
    ]

    assert [answer.status for answer in answers] == [403, 404, 422]


async def test_who_has_no_shift_is_told_none(db: Database, client: Client) -> None:
    await add_person(db, "lan")

    assert await (await client.get("/api/shifts/mine", headers=await bearer(client))).json() == {"shift": None}
