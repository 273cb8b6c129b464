"""What others do reaches the pages it concerns, as it stands, and no other page."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestServer
from sqlalchemy import select

from telemed import app as telemed_app
from telemed.app import App
from telemed.infra.db import Database
from telemed.infra.server import DatabaseServer
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, FollowUpId, RingId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty, Urgency
from telemed.records import wire_after
from telemed.sessions import tables as t
from telemed.sessions import wire
from telemed.settings import Settings
from tests import build
from tests.build import BUILDER, World
from tests.eventually import eventually
from tests.socket.pages import Live, Page


def states(page: Page) -> list[str]:
    return [frame["consult"]["state"] for frame in page.news if frame["type"] == "consult"]


async def test_a_ring_reaches_the_doctor_on_duty_and_nobody_else(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    rung, other = await live.page(live.specialist), await live.page(live.world.specialists[1])

    asked = await live.world.requested()
    await live.settle()

    ring = (await rung.until("ring"))["ring"]
    assert ring["consult"]["id"] == str(asked.id)
    assert "ring" not in await other.quiet()
    assert states(other) == ["waiting"]


async def test_an_appointment_made_at_one_end_reaches_the_other_without_a_touch(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    taken = await live.world.accepted()
    await live.settle()
    elsewhere = await build.add_facility(live.world.db, "Other hospital", FacilityKind.HOSPITAL, "OH")
    far = await build.add_person(live.world.db, "Far Demo", Role.SPECIALIST, elsewhere, Specialty.INTERNAL)
    hospital, stranger = await live.page(live.specialist), await live.page(far)
    new = wire_after.NewFollowUp(consult_id=taken.id, on=date(2030, 1, 7))
    appointment = FollowUpId(uuid7())

    await live.record.follow_ups.plan(live.doctor, appointment, new)
    await live.settle()

    told = await hospital.until("record")
    assert (told["kind"], told["id"], told["consult"]) == ("follow_up", str(appointment), str(taken.id))
    assert "record" not in await stranger.quiet()


async def test_who_was_rung_hears_who_took_it(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    await live.world.on_duty(live.world.specialists[1])
    first, second = await live.page(live.specialist), await live.page(live.world.specialists[1])
    asked = await live.world.requested()
    await live.settle()

    await live.world.consults.accept(live.specialist, ConsultId(asked.id))
    await live.settle()

    over = await second.until("ring_over")
    assert (over["outcome"], over["taken_by"]["name"]) == ("superseded", "BS. Specialist 0 Demo")
    assert (await first.until("ring_over"))["outcome"] == "accepted"


async def test_a_step_that_rings_several_tells_each_of_their_own_ring_once(live: Live) -> None:
    for doctor in live.world.specialists:
        await live.world.on_duty(doctor)
    pages = {str(doctor.id): await live.page(doctor) for doctor in live.world.specialists}

    asked = await live.world.requested()
    await live.settle()

    (step,) = [one for one in asked.ladder.steps if one.state == "ringing"]
    assert {str(rung.person.id) for rung in step.people} == set(pages)
    for rung in step.people:
        page = pages[str(rung.person.id)]
        assert (await page.until("ring"))["ring"]["ring_id"] == str(rung.ring_id)
        assert "ring" not in await page.quiet()


async def test_a_ring_that_ended_before_it_could_be_told_is_never_shown(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    page = await live.page(live.specialist)

    asked = await live.world.requested()
    await live.world.consults.cancel(live.doctor, ConsultId(asked.id), "asked twice")
    await live.settle()

    assert [kind for kind in await page.quiet() if kind.startswith("ring")] == ["ring_over"]


async def test_several_facts_of_one_consult_are_read_and_told_once(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    page = await live.page(live.doctor)

    await live.world.accepted()
    await live.settle()

    await page.quiet()
    assert states(page) == ["accepted"]


async def test_a_draft_stays_at_its_station(live: Live) -> None:
    colleague = await build.add_person(live.world.db, "Nurse Demo", Role.STATION_NURSE, live.world.station)
    station, hospital = await live.page(colleague), await live.page(live.specialist)

    await live.world.requested(send=False)
    await live.settle()

    assert await station.quiet() == ["consult"]
    assert await hospital.quiet() == []


async def test_other_facilities_other_specialties_and_managers_hear_nothing(live: Live) -> None:
    db = live.world.db
    elsewhere = await build.add_facility(db, "Other station", FacilityKind.STATION, "OS")
    strangers = [
        await build.add_person(db, "Far Demo", Role.STATION_DOCTOR, elsewhere),
        await build.add_person(db, "Surgeon Demo", Role.SPECIALIST, live.world.hospital, Specialty.SURGERY),
        await build.add_person(db, "Manager Demo", Role.HOSPITAL_MANAGER, live.world.hospital),
    ]
    pages = [await live.page(who) for who in strangers]

    await live.world.requested(Urgency.STAT)
    await live.settle()

    assert [await page.quiet() for page in pages] == [[], [], []]


async def test_a_case_sent_to_another_specialty_leaves_the_lists_it_was_in(live: Live) -> None:
    surgeon = await build.add_person(
        live.world.db, "Surgeon Demo", Role.SPECIALIST, live.world.hospital, Specialty.SURGERY
    )
    await live.world.on_duty(live.specialist)
    await live.world.on_duty(surgeon, specialty=Specialty.SURGERY)
    bystander, new = await live.page(live.world.specialists[1]), await live.page(surgeon)
    asked = await live.world.requested()
    ring = asked.ladder.steps[0].people[0].ring_id
    await live.settle()

    decline = wire.Decline(reason="wrong_specialty", specialty=Specialty.SURGERY)
    await live.world.consults.decline(live.specialist, RingId(ring), decline)
    await live.settle()

    await bystander.quiet()
    assert [f["consult"]["specialty"] for f in bystander.news if f["type"] == "consult"] == ["internal", "surgery"]
    await new.until("ring")


async def present(live: Live, actor: Actor) -> bool:
    p = t.presence.c
    async with live.world.db.transaction(BUILDER) as tx:
        return bool(await tx.scalar(select(p.linked).where(p.user_id == actor.id)))


async def test_a_person_is_present_while_any_page_is_open(live: Live) -> None:
    await live.world.presence.started()
    nobody = live.world.specialists[1]
    first, second = await live.page(nobody), await live.page(nobody)
    await live.settle()
    assert await present(live, nobody)

    await first.cut()
    await eventually(lambda: sum(link.line is not None for link in live.hub.of_user(nobody.id)) == 1)
    await live.settle()
    assert await present(live, nobody)

    await second.cut()
    await eventually(lambda: not live.hub.is_present(nobody.id))
    await live.settle()
    assert not await present(live, nobody)


# -- the whole server, over HTTP ---------------------------------------------------------------------------------------


class Served:
    def __init__(self, app: App, world: World, server: TestServer, session: aiohttp.ClientSession) -> None:
        self.app, self.world, self.server, self.session = app, world, server, session
        self._tokens: dict[UserId, str] = {}

    async def bearer(self, actor: Actor) -> dict[str, str]:
        """As somebody who has signed in once."""
        if actor.id not in self._tokens:
            self._tokens[actor.id] = (await self.app.identity.enter(actor.id, method="password")).access_token
        return {"Authorization": f"Bearer {self._tokens[actor.id]}"}

    async def ask(self, actor: Actor, method: str, path: str, body: Any = None) -> Any:
        headers = await self.bearer(actor)
        async with self.session.request(method, self.server.make_url(path), json=body, headers=headers) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json() if answer.status != 204 else None

    async def page(self, actor: Actor) -> Page:
        ticket = await self.ask(actor, "POST", "/api/socket-ticket")
        page = Page(await self.session.ws_connect(self.server.make_url("/ws"), protocols=["telemed.v1"]))
        await page.send("hello", ticket=ticket["ticket"], tab=uuid7())
        await page.until("snapshot")
        return page


@pytest.fixture
async def served(database: DatabaseServer, db: Database, clock: ManualClock, tmp_path: Path) -> AsyncIterator[Served]:
    world = await build.world(db, clock)
    app = telemed_app.build(database.app_url, Settings(data_dir=tmp_path), clock=clock)
    async with app.running():
        server = TestServer(app.web(lambda: telemed_app.PLAIN_SITE))
        await server.start_server()
        async with aiohttp.ClientSession() as session:
            yield Served(app, world, server, session)
        await server.close()
    await app.close()


async def test_a_put_at_the_station_rings_on_the_specialists_page(served: Served) -> None:
    world = served.world
    await world.on_duty(world.specialists[0])
    specialist, station = await served.page(world.specialists[0]), await served.page(world.station_doctor)
    new = build.new_consult(world).model_dump(mode="json")
    consult = str(uuid7())

    await served.ask(world.station_doctor, "PUT", f"/api/consults/{consult}", new)
    ring = (await specialist.until("ring"))["ring"]
    await served.ask(world.specialists[0], "POST", f"/api/consults/{consult}/accept", {})

    assert ring["consult"]["id"] == consult
    assert (await specialist.until("ring_over"))["outcome"] == "accepted"
    while (news := await station.until("consult"))["consult"]["state"] != "accepted":
        pass
    assert news["consult"]["specialist"]["id"] == str(world.specialists[0].id)


async def test_what_one_side_writes_in_the_minutes_appears_on_the_other(served: Served) -> None:
    world = served.world
    await world.on_duty(world.specialists[0])
    station = await served.page(world.station_doctor)
    bystander = await served.page(world.specialists[1])
    taken = await world.accepted()

    async def minutes() -> Any:
        async with served.session.get(
            served.server.make_url(f"/api/consults/{taken.id}/minutes"),
            headers=await served.bearer(world.specialists[0]),
        ) as answer:
            return await answer.json() if answer.status == 200 else None

    opened = await eventually(minutes)
    change = {
        "field": "diagnosis",
        "text": "Nhồi máu cơ tim cấp",
        "seen_version": opened["fields"]["diagnosis"]["version"],
    }
    await served.ask(world.specialists[0], "POST", f"/api/minutes/{opened['id']}/changes/{uuid7()}", change)

    news = await station.until("minutes_field")
    assert (news["field"], news["text"]) == ("diagnosis", "Nhồi máu cơ tim cấp")
    assert news["by"]["id"] == str(world.specialists[0].id)
    assert not {"minutes", "minutes_field"} & set(await bystander.quiet())
