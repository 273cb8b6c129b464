"""Somebody of another hospital who was rung: from the ring to the signed minutes, through HTTP and behind the wall."""

import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from telemed.app import App
from telemed.identity.tables import person
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import Role
from telemed.sessions import store
from tests import build
from tests.build import World
from tests.db.sessions.ladders import TwoHospitals, step, two_hospitals
from tests.people import PASSWORD, PASSWORDS

CONCLUSION = {
    "diagnosis": "Viêm phổi nặng",
    "treatment": "Oxy gọng mũi",
    "monitoring": "Đếm nhịp thở",
    "place": "transfer_today",
    "follow_up": "Gọi lại khi nặng",
}


class Person:
    """One person's requests."""

    def __init__(self, client: Any, built: App, actor: Actor) -> None:
        self._client, self._built, self._actor = client, built, actor

    async def ask(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        token = (await self._built.identity.enter(self._actor.id, method="password")).access_token
        headers = {"Authorization": f"Bearer {token}"}
        async with self._client.request(method, path, json=body, headers=headers) as answer:
            raw = await answer.read()
            assert answer.status == status, raw
            return json.loads(raw) if answer.content_type.endswith("json") else raw


@pytest.fixture
async def world(built: App, clock: Any) -> World:
    return await build.world(built.db, clock)


@pytest.fixture
async def two(world: World) -> TwoHospitals:
    return await two_hospitals(world)


async def rung_there(two: TwoHospitals, client: Any, built: App) -> tuple[UUID, Person]:
    """A case that rings the other hospital's doctor."""
    await two.second()
    manager = Person(client, built, two.head)
    wait = {"stat": 60, "urgent": 300, "routine": 3600}
    steps = [step("first", "second"), {"kind": "leader", "place": "own", "wait_s": wait, "with_previous": []}]
    plan = {"specialty": None, "seen_number": 0, "steps": steps, "options": {"skip_in_call": True}, "reason": "Thử"}
    await manager.ask("PUT", f"/api/ladders/{two.world.hospital}/plans/{uuid7()}", plan)
    station = Person(client, built, two.world.station_doctor)
    new = {"station_id": str(two.world.station), "urgency": "stat", "specialty": "internal", "send": True}
    consult = uuid7()
    asked = await station.ask("PUT", f"/api/consults/{consult}", new | {"request": {"reason": "Khó thở"}})
    assert [s["hospital"] and s["hospital"]["id"] for s in asked["ladder"]["steps"]] == [str(two.other), None]
    return consult, Person(client, built, two.there)


async def test_they_take_it_write_conclude_and_sign_as_the_hospital(two: TwoHospitals, client: Any, built: App) -> None:
    consult, there = await rung_there(two, client, built)
    (ring,) = (await there.ask("GET", "/api/rings"))["rings"]
    assert ring["consult"]["id"] == str(consult)
    assert [s["kind"] for s in ring["after_me"]] == ["leader"]

    taken = await there.ask("POST", f"/api/consults/{consult}/accept", {})
    await built.relay.drain()

    assert taken["answering"]["id"] == str(two.other)
    minutes = await there.ask("GET", f"/api/consults/{consult}/minutes")
    path = f"/api/minutes/{minutes['id']}"
    for field, text in CONCLUSION.items():
        change = {"field": field, "text": text, "seen_version": 0}
        await there.ask("POST", f"{path}/changes/{uuid7()}", change)
    said = await there.ask("PUT", f"{path}/opinions/{uuid7()}", {"text": "Đồng ý chuyển"})
    assert [o["facility"]["id"] for o in said["opinions"]] == [str(two.other)]
    concluded = await there.ask("POST", f"{path}/conclude")
    assert concluded["my_lines"] == ["chair"]
    async with two.world.db.transaction(build.BUILDER) as tx:
        known = await PASSWORDS.hash(PASSWORD)
        await tx.execute(update(person).where(person.c.id == two.there.id).values(password_hash=known))
    line = {"lines": ["chair"], "password": PASSWORD, "document_hash": concluded["document_hash"]}
    signed = await there.ask("POST", f"{path}/signatures/{uuid7()}", line)
    assert [(s["line"], s["by"]["id"]) for s in signed["signatures"]] == [("chair", str(two.there.id))]
    pdf = await there.ask("GET", f"{path}/document")
    assert pdf.startswith(b"%PDF")
    assert [c["id"] for c in (await there.ask("GET", "/api/consults"))["consults"]] == [str(consult)]


async def test_neither_their_colleagues_nor_the_second_hospitals_manager_get_in(
    two: TwoHospitals, client: Any, built: App
) -> None:
    consult, _ = await rung_there(two, client, built)
    manager = await build.add_person(two.world.db, "Manager Two Demo", Role.HOSPITAL_MANAGER, two.other)

    for actor in (two.colleague, manager):
        outside = Person(client, built, actor)
        await outside.ask("GET", f"/api/consults/{consult}", status=404)
        assert (await outside.ask("GET", "/api/consults"))["consults"] == []
    await Person(client, built, two.colleague).ask("POST", f"/api/consults/{consult}/accept", {}, status=404)


async def test_who_was_asked_but_answers_nowhere_any_more_takes_nothing(
    two: TwoHospitals, client: Any, built: App
) -> None:
    """Being asked opens the case; to take it one must still be a clinician of some hospital."""
    consult, _ = await rung_there(two, client, built)
    clerk = await build.add_person(two.world.db, "Clerk Demo", Role.COORDINATOR, two.other)
    async with two.world.db.transaction(build.BUILDER) as tx:
        await store.add_to_team(tx, ConsultId(consult), {clerk.id: False})

    await Person(client, built, clerk).ask("POST", f"/api/consults/{consult}/accept", {}, status=403)


async def test_a_practice_case_has_no_paper(world: World, client: Any, built: App) -> None:
    await world.on_duty(world.specialists[0])
    station, doctor = (Person(client, built, who) for who in (world.station_doctor, world.specialists[0]))
    consult = uuid7()
    new = {"station_id": str(world.station), "urgency": "stat", "specialty": "internal", "send": True}
    asked = await station.ask(
        "PUT", f"/api/consults/{consult}", new | {"practice": True, "request": {"reason": "Diễn tập"}}
    )
    assert (asked["practice"], asked["code"]) == (True, "TH-TD-0001")
    await doctor.ask("POST", f"/api/consults/{consult}/accept", {})
    await built.relay.drain()
    minutes = await doctor.ask("GET", f"/api/consults/{consult}/minutes")

    referral = {"consult_id": str(consult), "to_facility_id": str(world.hospital)}
    refused = await station.ask("PUT", f"/api/referrals/{uuid7()}", referral, status=409)
    unprinted = await doctor.ask("GET", f"/api/minutes/{minutes['id']}/document", status=409)

    assert {refused["code"], unprinted["code"]} == {"consult.practice"}
    over = await doctor.ask("POST", f"/api/consults/{consult}/end-practice")
    assert over["state"] == "closed"
