from telemed.infra.db import Database
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role
from tests.db.identity.keeping import employed
from tests.http.identity.accounts import bearer
from tests.http.identity.conftest import Client
from tests.people import Held, add_hospital

ORIGIN = {"Origin": "https://telemed.test", "Host": "telemed.test"}


async def test_a_person_is_opened_invited_and_found(db: Database, whole: Client) -> None:
    hospital = await add_hospital(db)
    await employed(db, "lan", hospital, Held(Role.HOSPITAL_ADMIN, hospital))
    headers = await bearer(whole)
    person, grant = uuid7(), uuid7()
    new = {"username": "ha.nguyen", "full_name": "Nguyễn Hà", "profession": "officer", "facility_id": str(hospital)}

    opened = await whole.put(f"/api/people/{person}", json=new, headers=headers)
    role = {"role": "coordinator", "facility_id": str(hospital), "valid_from": "2026-11-22", "source": "employment"}
    given = await whole.put(f"/api/grants/{grant}", json=role | {"person_id": str(person)}, headers=headers)
    invited = await (await whole.post(f"/api/people/{person}/invitation", headers=headers | ORIGIN)).json()
    found = await (await whole.post("/api/people/search", json={"text": "nguyen ha"}, headers=headers)).json()

    assert (opened.status, given.status) == (200, 200)
    assert invited["link"].startswith("https://telemed.test/invite#")
    assert [(row["username"], row["status"], len(row["grants"])) for row in found["people"]] == [
        ("ha.nguyen", "invited", 1)
    ]


async def test_only_the_program_itself_closes_an_idle_account(db: Database, whole: Client) -> None:
    hospital = await add_hospital(db)
    await employed(db, "lan", hospital, Held(Role.HOSPITAL_ADMIN, hospital))

    headers = await bearer(whole)
    answer = await whole.post(f"/api/people/{uuid7()}/disable", json={"reason": "idle"}, headers=headers)

    assert answer.status == 422
