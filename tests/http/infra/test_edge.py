"""What every request passes through: identity, refusals, failures, headers, figures."""

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
import structlog
from aiohttp import ClientPayloadError, web

from telemed.infra import health, logs
from telemed.infra.routes import ApiModel, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, DomainError, Kind, Missing, Stale
from telemed.kernel.ids import uuid7
from tests.http.infra.conftest import LAN, SIGNED_IN, Serve

LAN_ID = str(LAN.id)


class Who(ApiModel):
    id: UUID
    request_id: str


class Busy(DomainError):
    """The database has no free connection."""

    kind, code = Kind.BUSY, "database_busy"


class TooSoon(DomainError):
    """Wait a little."""

    kind, code = Kind.BUSY, "too_soon"


def people() -> Routes:
    routes = Routes()
    errors: dict[str, Exception] = {
        "denied": Denied(),
        "missing": Missing(),
        "stale": Stale(pointer="/body/version", version=7),
        "busy": Busy(),
        "too-soon": TooSoon(retry_after_ms=1500),
        "failed": KeyError("Giàng Thị Lan"),
    }

    @routes.get("/api/me", tag="people")
    async def who_am_i(actor: Actor) -> Who:
        assert actor.request_id
        return Who(id=actor.id, request_id=actor.request_id)

    @routes.post("/api/me", tag="people")
    async def change_me(actor: Actor) -> None: ...

    @routes.get("/api/try/{what}", tag="people")
    async def try_it(what: str, actor: Actor) -> None:
        raise errors[what]

    @routes.get("/api/open/{what}", tag="people")
    async def try_open(what: str) -> None:
        raise errors[what]

    return routes


@pytest.fixture
def lines() -> Iterator[list[dict[str, Any]]]:
    """Log lines as they would be written, filled when read."""

    class Lines(list[dict[str, Any]]):
        def __iter__(self) -> Iterator[dict[str, Any]]:
            return iter([json.loads(line) for line in stream.getvalue().splitlines()])

    before, stream = structlog.get_config(), StringIO()
    logs.configure("json", stream)
    yield Lines()
    structlog.configure(**before)


async def test_a_person_reaches_the_handler_with_the_request_id_of_the_answer(serve: Serve) -> None:
    world = await serve(people())

    response = await world.client.get("/api/me", headers=SIGNED_IN)

    me = await response.json()
    assert me == {"id": LAN_ID, "request_id": response.headers["X-Request-Id"]}
    assert UUID(me["request_id"]).version == 7
    assert world.refusals == []


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "sign_in_first"),
        ({"Authorization": "Basic bGFuOng="}, "sign_in_first"),
        ({"Authorization": "Bearer"}, "sign_in_first"),
        ({"Authorization": "Bearer old"}, "token_expired"),
    ],
)
async def test_without_a_good_token_nobody_gets_in_and_that_is_audited(
    serve: Serve, headers: dict[str, str], code: str
) -> None:
    world = await serve(people())

    response = await world.client.get("/api/me", headers=headers)

    problem = await response.json()
    assert (response.status, problem["code"]) == (401, code)
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert world.refusals == [(None, code, "GET", "/api/me", problem["request_id"])]


@pytest.mark.parametrize(
    ("what", "status", "audited"),
    [
        ("denied", 403, True),
        ("missing", 404, True),
        ("stale", 409, False),
        ("busy", 503, False),
        ("too-soon", 429, False),
    ],
)
async def test_a_refusal_becomes_its_problem_and_only_refusals_of_rights_are_audited(
    serve: Serve, what: str, status: int, audited: bool
) -> None:
    world = await serve(people())

    response = await world.client.get(f"/api/try/{what}", headers=SIGNED_IN)

    problem = await response.json()
    assert (response.status, problem["status"]) == (status, status)
    assert response.content_type == "application/problem+json"
    assert [(actor.id, path) for actor, _, _, path, _ in world.refusals if actor] == (
        [(LAN.id, "/api/try/{what}")] if audited else []
    )


async def test_a_refusal_names_the_id_it_was_about_where_the_address_has_one(serve: Serve) -> None:
    routes, thing = Routes(), uuid7()

    @routes.get("/api/things/{id}", tag="things")
    async def get_thing(id: UUID, actor: Actor) -> None:  # noqa: A002 - the path says so
        raise Missing

    world = await serve(routes)
    await world.client.get(f"/api/things/{thing}", headers=SIGNED_IN)
    await (await serve(people())).client.get("/api/try/denied", headers=SIGNED_IN)

    assert world.about == [thing]


async def test_a_problem_has_the_title_the_params_and_the_field_of_its_error(serve: Serve) -> None:
    world = await serve(people())

    stale = await (await world.client.get("/api/try/stale", headers=SIGNED_IN)).json()
    too_soon = await world.client.get("/api/try/too-soon", headers=SIGNED_IN)

    title = "It changed since this screen last saw it."
    assert (stale["type"], stale["title"], stale["params"]) == ("/problems/stale", title, {"version": 7})
    assert stale["errors"] == [{"pointer": "/body/version", "code": "stale", "message": title, "params": {}}]
    assert too_soon.headers["Retry-After"] == "2"


async def test_something_missing_on_an_open_address_is_no_refusal(serve: Serve) -> None:
    world = await serve(people())

    response = await world.client.get("/api/open/missing")

    assert response.status == 404
    assert world.refusals == []


async def test_a_refusal_stands_even_when_the_audit_trail_cannot_be_written(
    serve: Serve, lines: list[dict[str, Any]]
) -> None:
    world = await serve(people())
    world.audit_fails = True

    response = await world.client.get("/api/try/denied", headers=SIGNED_IN)

    assert response.status == 403
    assert "refusal_not_audited" in [line["event"] for line in lines]


async def test_a_failure_nobody_foresaw_tells_its_id_alone_and_its_log_line_no_data(
    serve: Serve, lines: list[dict[str, Any]]
) -> None:
    world = await serve(people())

    response = await world.client.get("/api/open/failed?name=Lan", headers=SIGNED_IN)

    problem = await response.json()
    assert (response.status, problem["code"]) == (500, "internal")
    failed, access = list(lines)
    assert (failed["event"], failed["level"], failed["error"]) == ("request_failed", "error", ["KeyError"])
    assert "test_edge.py" in failed["where"][-1]
    assert (access["event"], access["route"], access["status"]) == ("http", "/api/open/{what}", 500)
    assert {failed["request_id"], access["request_id"]} == {problem["request_id"]}
    assert "Lan" not in json.dumps([failed, access, problem])


async def test_the_access_log_knows_who_and_which_route_but_no_address_of_a_thing(
    serve: Serve, lines: list[dict[str, Any]]
) -> None:
    world = await serve(people())

    await world.client.get("/api/try/stale?q=secret", headers=SIGNED_IN)
    await world.client.get("/secret/path")

    first, second = [line for line in lines if line["event"] == "http"]
    assert (first["route"], first["actor"], first["method"]) == ("/api/try/{what}", LAN_ID, "GET")
    assert (second["route"], second["status"]) == ("unknown", 404)
    assert "secret" not in json.dumps([first, second])


async def test_an_answer_that_breaks_halfway_is_cut_off_rather_than_ended(
    serve: Serve, lines: list[dict[str, Any]]
) -> None:
    async def stream(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b"half")
        raise KeyError

    world = await serve(extend=lambda app, _: app.router.add_get("/log.csv", stream))
    response = await world.client.get("/log.csv")

    with pytest.raises(ClientPayloadError):
        await response.read()
    assert "request_failed" in [line["event"] for line in lines]


async def test_a_redirect_goes_through_as_it_is(serve: Serve, lines: list[dict[str, Any]]) -> None:
    async def moved(_: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/new")

    world = await serve(extend=lambda app, _: app.router.add_get("/old", moved))

    response = await world.client.get("/old", allow_redirects=False)

    assert (response.status, response.headers["Location"]) == (302, "/new")
    assert [line["status"] for line in lines] == [302]


async def test_metrics_count_by_route_template(serve: Serve) -> None:
    world = await serve(people())
    world.metrics.gauge("telemed_open_links", "Open sockets", lambda: 3)

    await world.client.get("/api/try/stale", headers=SIGNED_IN)
    await world.client.get("/api/try/denied", headers=SIGNED_IN)

    sample = world.metrics.registry.get_sample_value
    labels = {"method": "GET", "route": "/api/try/{what}"}
    assert sample("telemed_http_requests_total", {**labels, "status": "409"}) == 1
    assert sample("telemed_http_seconds_count", labels) == 2
    assert sample("telemed_open_links") == 3


async def test_metrics_are_for_this_machine_or_for_who_has_the_token(serve: Serve) -> None:
    world = await serve(extend=lambda app, metrics: metrics.mount(app, "t0ken"))
    through_a_proxy = {"X-Forwarded-For": "203.0.113.7"}

    local = await world.client.get("/metrics")
    remote = await world.client.get("/metrics", headers=through_a_proxy)
    wrong = await world.client.get("/metrics", headers={**through_a_proxy, "Authorization": "Bearer other"})
    right = await world.client.get("/metrics", headers={**through_a_proxy, "Authorization": "Bearer t0ken"})

    assert [answer.status for answer in (local, remote, wrong, right)] == [200, 403, 403, 200]
    assert "process_resident_memory_bytes" in await right.text()


async def test_ready_says_which_part_is_not_while_alive_stays_true(serve: Serve, lines: list[dict[str, Any]]) -> None:
    works = True

    async def database() -> bool:
        return works

    async def migrations() -> bool:
        if not works:
            raise ConnectionError("postgresql://lan:secret@db")
        return True

    world = await serve(extend=lambda app, _: health.mount(app, {"database": database, "migrations": migrations}))
    good = await world.client.get("/readyz")
    works = False
    bad = await world.client.get("/readyz")
    alive = await world.client.get("/healthz")

    assert (good.status, (await good.json())["ready"]) == (200, True)
    assert bad.status == 503
    assert await bad.json() == {"ready": False, "checks": {"database": False, "migrations": False}}
    assert (alive.status, await alive.json()) == (200, {"alive": True})
    (line,) = lines
    assert (line["event"], line["check"], line["error"]) == ("not_ready", "migrations", ["ConnectionError"])
    assert "secret" not in json.dumps(line)


async def test_a_part_that_does_not_answer_in_time_is_not_ready(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, lines: list[dict[str, Any]]
) -> None:
    async def never() -> bool:
        await asyncio.Event().wait()
        return True

    monkeypatch.setattr(health, "WITHIN", timedelta(milliseconds=20))
    world = await serve(extend=lambda app, _: health.mount(app, {"database": never}))

    response = await world.client.get("/readyz")

    assert response.status == 503
    assert [line["error"] for line in lines] == [["TimeoutError", "CancelledError"]]
