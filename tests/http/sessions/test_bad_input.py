"""What does not fit is refused precisely: the field is named, nothing sent is echoed, nothing changes."""

import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from telemed.app import App
from telemed.infra.audit import audit_table
from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty
from telemed.sessions.tables import consult
from tests import build
from tests.build import World

SECRET = "Giàng Thị Bí Mật"


@pytest.fixture
async def world(built: App, clock: Any) -> World:
    return await build.world(built.db, clock)


class Edge:
    """One person's requests."""

    def __init__(self, client: Any, built: App, actor: Actor) -> None:
        self._client, self._built, self._actor = client, built, actor

    async def send(self, method: str, path: str, body: Any, status: int) -> dict[str, Any]:
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        token = (await self._built.identity.enter(self._actor.id, method="password")).access_token
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        async with self._client.request(method, path, data=raw, headers=headers) as answer:
            text = await answer.text()
            assert answer.status == status, text
            assert SECRET not in text
            assert answer.content_type == ("application/json" if status < 400 else "application/problem+json")
            return json.loads(text)  # type: ignore[no-any-return]


@pytest.fixture
def station(client: Any, built: App, world: World) -> Edge:
    return Edge(client, built, world.station_doctor)


def request(world: World, **changes: Any) -> dict[str, Any]:
    fields = {
        "station_id": str(world.station),
        "urgency": "stat",
        "specialty": "internal",
        "request": {"reason": SECRET},
        "send": True,
    }
    return fields | changes


def vitals(**values: Any) -> dict[str, Any]:
    return {"id": str(uuid7()), "taken_at": "2026-11-22T03:00:00Z"} | values


async def consults(world: World) -> int:
    async with world.db.transaction(build.BUILDER) as tx:
        return int(await tx.scalar(select(func.count()).select_from(consult)))


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"colour": SECRET}, "/body/colour", "extra_forbidden"),
        ({"urgency": SECRET}, "/body/urgency", "enum"),
        ({"station_id": SECRET}, "/body/station_id", "uuid_parsing"),
        ({"send": "yes"}, "/body/send", "bool_type"),
        ({"request": {"reason": "x" * 201}}, "/body/request/reason", "string_too_long"),
        ({"request": {"reason": "a\u202eb"}}, "/body/request/reason", "control_character"),
        ({"request": {"reason": 12}}, "/body/request/reason", "string_type"),
        ({"vitals": [vitals(pulse=900)]}, "/body/vitals/0/pulse", "less_than_equal"),
        ({"vitals": [vitals(temperature=389)]}, "/body/vitals/0/temperature", "less_than_equal"),
        ({"vitals": [vitals(systolic=80, diastolic=120)]}, "/body/vitals/0", "systolic_not_above_diastolic"),
        ({"vitals": [vitals(taken_at="yesterday")]}, "/body/vitals/0/taken_at", "datetime_parsing"),
        ({"vitals": [vitals(taken_at="2026-11-22T03:00:00")]}, "/body/vitals/0/taken_at", "timezone_aware"),
    ],
)
async def test_a_body_that_does_not_fit_names_the_field_and_makes_nothing(
    world: World, station: Edge, change: dict[str, Any], pointer: str, code: str
) -> None:
    problem = await station.send("PUT", f"/api/consults/{uuid7()}", request(world, **change), 422)

    assert problem["code"] == "validation"
    assert {(e["pointer"], e["code"]) for e in problem["errors"]} >= {(pointer, code)}
    assert await consults(world) == 0


async def test_a_body_too_large_is_not_read_to_its_end(world: World, station: Edge) -> None:
    body = json.dumps(request(world, request={"history": "x" * 300_000})).encode()

    problem = await station.send("PUT", f"/api/consults/{uuid7()}", body, 413)

    assert problem["status"] == 413
    assert await consults(world) == 0


async def test_a_body_that_is_no_json_is_named_so(world: World, station: Edge) -> None:
    problem = await station.send("PUT", f"/api/consults/{uuid7()}", b"{" + SECRET.encode(), 422)

    assert problem["errors"][0]["code"] == "json_invalid"


async def test_another_body_under_the_same_id_is_refused(world: World, station: Edge) -> None:
    path = f"/api/consults/{uuid7()}"
    await station.send("PUT", path, request(world, request={"reason": "first"}), 200)

    problem = await station.send("PUT", path, request(world, request={"reason": "second"}), 409)

    assert problem["code"] == "id_reused"
    assert await consults(world) == 1


async def test_a_foreign_facility_is_refused_and_the_refusal_is_audited(
    world: World, station: Edge, client: Any, built: App
) -> None:
    other = await build.add_facility(world.db, "Trạm Khác Demo", FacilityKind.STATION, "TK")
    stranger = await build.add_person(world.db, "Lạ Demo", Role.STATION_DOCTOR, other)
    asked = await world.requested()

    problem = await station.send("PUT", f"/api/consults/{uuid7()}", request(world, station_id=str(other)), 403)
    hidden = await Edge(client, built, stranger).send("GET", f"/api/consults/{asked.id}", b"", 404)

    assert problem["code"] == "consult.not_yours"
    assert hidden["code"] == "missing"
    async with world.db.transaction(build.BUILDER) as tx:
        query = select(audit_table.c.actor_id, audit_table.c.reason).where(audit_table.c.outcome == "refused")
        refused = [(row.actor_id, row.reason) for row in await tx.all(query.order_by(audit_table.c.seq))]
    assert refused == [(world.station_doctor.id, "consult.not_yours"), (stranger.id, "missing")]


async def test_an_id_that_is_none_is_named(station: Edge) -> None:
    problem = await station.send("GET", "/api/consults/not-an-id", b"", 422)

    assert problem["errors"][0]["pointer"] == "/path/id"


async def test_a_change_of_what_moved_on_is_refused_with_the_version(world: World, station: Edge) -> None:
    asked = await world.requested()
    path = f"/api/consults/{asked.id}/changes/"
    await station.send("POST", path + str(uuid7()), {"seen_version": asked.version, "request": {"history": "a"}}, 200)

    problem = await station.send(
        "POST", path + str(uuid7()), {"seen_version": asked.version, "request": {"history": SECRET}}, 409
    )

    assert problem["code"] == "stale"
    assert problem["errors"][0]["pointer"] == "/body/request/history"


async def test_the_summary_of_a_consult_knows_no_name(world: World, station: Edge) -> None:
    patient = await build.add_patient(world.db, world.station, full_name=SECRET)
    await world.on_duty(world.specialists[0], specialty=Specialty.INTERNAL)

    made = await station.send(
        "PUT", f"/api/consults/{uuid7()}", request(world, patient_id=str(patient), request={"reason": "x"}), 200
    )

    assert UUID(made["patient_id"]) == patient
    assert made["ladder"]["steps"][0]["state"] == "ringing"
