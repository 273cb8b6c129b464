"""A roster over HTTP: what the edge reads and says, and the figures it gets from elsewhere."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from telemed.app import App
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty
from telemed.sessions.tables import consult, ring
from tests import build
from tests.build import World
from tests.db.schedules.planning import MONDAY, at

DAY = timedelta(days=1)


class Desk:
    """The head of internal medicine at their roster."""

    def __init__(self, client: Any, built: App, world: World, head: Actor) -> None:
        self._client, self._built, self.world, self.head = client, built, world, head
        self.hospital = f"/api/rosters/{world.hospital}"

    async def ask(self, method: str, path: str, body: Any = None, status: int = 200) -> dict[str, Any]:
        token = (await self._built.identity.enter(self.head.id, method="password")).access_token
        headers = {"Authorization": f"Bearer {token}"}
        async with self._client.request(method, path, json=body, headers=headers) as answer:
            assert answer.status == status, await answer.text()
            found: dict[str, Any] = await answer.json()
            return found

    def cell(self, person: Actor, hour: int = 7) -> dict[str, Any]:
        hours = {"starts_at": at(MONDAY, hour).isoformat(), "ends_at": at(MONDAY, hour + 5).isoformat()}
        return {"id": str(uuid7()), "person_id": str(person.id), "specialty": "internal", "tier": "first", **hours}

    async def draft(self, *add: dict[str, Any], status: int = 200) -> dict[str, Any]:
        return await self.ask("POST", f"{self.hospital}/draft/changes/{uuid7()}", {"add": [*add]}, status)


@pytest.fixture
async def desk(client: Any, built: App, clock: ManualClock) -> Desk:
    world = await build.world(built.db, clock)
    head = await build.add_person(built.db, "Head Demo", Role.DEPT_HEAD, world.hospital, Specialty.INTERNAL)
    return Desk(client, built, world, head)


async def test_a_week_is_drafted_previewed_and_published(desk: Desk) -> None:
    one, other = desk.world.specialists
    await desk.draft(desk.cell(one))
    taken = await desk.draft(desk.cell(one, 9), status=409)

    seen = await desk.ask("GET", f"{desk.hospital}/draft/preview?specialties=internal")
    body = {"digest": seen["digest"], "specialties": ["internal"]}
    made = await desk.ask("POST", f"{desk.hospital}/publish/{uuid7()}", body)
    view = await desk.ask("GET", f"{desk.hospital}?from_day={MONDAY}&days=7")
    hours = f"starts_at={at(MONDAY, 17):%Y-%m-%dT%H:%M:%SZ}&ends_at={at(MONDAY, 22):%Y-%m-%dT%H:%M:%SZ}"
    fit = await desk.ask("GET", f"{desk.hospital}/candidates?specialty=internal&{hours}")

    assert (taken["code"], taken["params"]["by"]) == ("roster.cell_taken", str(desk.head.id))
    assert made == {"version": 1}
    assert [(s["person_id"], s["state"], s["clash"]) for s in view["shifts"]] == [(str(one.id), "published", None)]
    assert [c["code"] for c in view["codes"]] == ["N", "Đ", "24"]
    assert (view["codes"][0]["starts"], view["codes"][0]["hours"]) == ("07:00:00", 5)
    assert (view["may_plan"], view["version"], view["draft"]) == (["internal"], 1, None)
    assert fit["candidates"][-1]["person"]["id"] == str(one.id)
    assert {c["person"]["id"] for c in fit["candidates"]} == {str(who.id) for who in (one, other, desk.head)}


async def test_a_refused_publication_names_each_clash(desk: Desk) -> None:
    one, _ = desk.world.specialists
    cell = desk.cell(one)
    await desk.draft(cell)
    leave = {"person_id": str(one.id), "hospital_id": str(desk.world.hospital), "kind": "sick"}
    days = {"starts_at": at(MONDAY, 0).isoformat(), "ends_at": at(MONDAY + DAY, 0).isoformat()}
    await desk.ask("PUT", f"/api/absences/{uuid7()}", leave | days)
    seen = await desk.ask("GET", f"{desk.hospital}/draft/preview")

    said = await desk.ask("POST", f"{desk.hospital}/publish/{uuid7()}", {"digest": seen["digest"]}, 409)

    assert said["code"] == "roster.blocked"
    (fault,) = said["errors"]
    assert (fault["code"], fault["params"]["shift"], fault["params"]["person"]) == ("leave", cell["id"], str(one.id))


async def test_rings_are_counted_for_whom_they_rang_and_practice_is_not(desk: Desk, built: App) -> None:
    one, _ = desk.world.specialists
    await desk.world.on_duty(one)
    await desk.world.requested()
    practised = await desk.world.requested()
    async with built.db.transaction(build.BUILDER) as tx:
        await tx.execute(consult.update().where(consult.c.id == practised.id).values(practice=True))
        row = {"id": uuid7(), "consult_id": practised.id, "round": 9, "step": 0, "step_kind": "first"}
        times = {"started_at": desk.world.clock.now(), "user_id": one.id, "state": "missed"}
        await tx.execute(insert(ring).values(**row, **times))

    view = await desk.ask("GET", f"{desk.hospital}?from_day={MONDAY - DAY}&days=1")

    borne = {row["person"]["id"]: row["load"] for row in view["people"]}
    assert (borne[str(one.id)]["rings"], borne[str(one.id)]["hours"]) == (1, 12)


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ("?from_day=2026-11-23&days=43", "/query/days"),
        ("?from_day=9999-12-31", "/query/from_day"),
        ("/candidates?starts_at=2026-11-23T00:00:00Z&ends_at=2026-11-22T00:00:00Z", "/query"),
        ("/draft/preview?specialties=astrology", "/query/specialties"),
    ],
)
async def test_what_no_roster_can_mean_is_refused_at_the_door(desk: Desk, path: str, pointer: str) -> None:
    said = await desk.ask("GET", f"{desk.hospital}{path}", status=422)

    assert said["errors"][0]["pointer"].startswith(pointer)


async def test_a_shift_that_cannot_be_is_refused_at_the_door(desk: Desk) -> None:
    cell = desk.cell(desk.world.specialists[0])
    for wrong in (
        {"ends_at": cell["starts_at"]},
        {"ends_at": at(MONDAY + 4 * DAY, 0).isoformat()},
        {"tier": "leader"},
        {"specialty": None},
    ):
        assert (await desk.draft(cell | wrong, status=422))["code"] == "validation"
