"""The API's description: valid by the specification, and exact enough to make the browser's types from."""

from typing import Any
from uuid import UUID

import pytest
from aiohttp import web
from openapi_spec_validator import validate

from telemed.infra.openapi import openapi
from telemed.infra.routes import ApiModel, Reply, Routes
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId


class Asked(ApiModel):
    reason: str
    urgent: bool = False


class Kept(Asked):
    id: UUID


class Filters(ApiModel):
    state: tuple[str, ...] = ()
    station: UUID


def described() -> dict[str, Any]:
    routes = Routes()

    @routes.put("/api/consults/{id}", tag="consults", errors=(409,))
    async def put_consult(id: ConsultId, body: Asked, actor: Actor) -> Kept:  # noqa: A002
        """Ask for a consult.

        And more that the document leaves out.
        """
        raise NotImplementedError

    @routes.get("/api/consults", tag="consults")
    async def list_consults(query: Filters, actor: Actor) -> list[Kept]:
        raise NotImplementedError

    @routes.get("/api/consults/{id}/form", tag="consults")
    async def get_form(id: ConsultId, actor: Actor) -> web.Response:  # noqa: A002
        raise NotImplementedError

    @routes.post("/api/tokens", tag="tokens", status=201)
    async def make_token(body: Asked) -> Reply[Asked]:
        raise NotImplementedError

    @routes.delete("/api/tokens", tag="tokens")
    async def drop_token(request: web.Request) -> None:
        raise NotImplementedError

    return openapi(routes, title="Telemed", version="1")


def test_it_is_valid_openapi_3_1() -> None:
    document = described()

    validate(document)
    assert document["openapi"] == "3.1.0"


def test_an_operation_tells_its_inputs_its_answers_and_every_problem_it_can_have() -> None:
    put = described()["paths"]["/api/consults/{id}"]["put"]

    assert (put["operationId"], put["summary"], put["security"]) == (
        "put_consult",
        "Ask for a consult.",
        [{"bearer": []}],
    )
    assert [(p["name"], p["in"], p["required"], p["schema"]["format"]) for p in put["parameters"]] == [
        ("id", "path", True, "uuid")
    ]
    assert put["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/Asked-Input")
    assert put["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Kept")
    assert sorted(put["responses"]) == ["200", "401", "403", "408", "409", "413", "415", "422", "429"]
    assert "application/problem+json" in put["responses"]["409"]["content"]


def test_what_is_optional_to_send_is_always_there_to_read() -> None:
    schemas = described()["components"]["schemas"]

    assert schemas["Asked-Input"]["required"] == ["reason"]
    assert schemas["Asked-Output"]["required"] == ["reason", "urgent"]
    assert sorted(schemas) == ["Asked-Input", "Asked-Output", "FieldError", "Kept", "Problem"]


def test_a_query_is_spelled_out_field_by_field() -> None:
    parameters = described()["paths"]["/api/consults"]["get"]["parameters"]

    assert [(p["name"], p["in"], p["required"]) for p in parameters] == [
        ("state", "query", False),
        ("station", "query", True),
    ]


def test_documents_and_empty_answers_are_told_apart() -> None:
    paths = described()["paths"]

    assert set(paths["/api/tokens"]["delete"]["responses"]) == {"204", "403", "429"}
    assert paths["/api/consults/{id}/form"]["get"]["responses"]["200"] == {"description": "A document or a stream"}
    assert "201" in paths["/api/tokens"]["post"]["responses"]
    assert "security" not in paths["/api/tokens"]["post"]


def test_two_operations_of_one_name_are_refused() -> None:
    routes = Routes()

    async def get_it() -> None: ...

    routes.get("/api/a", tag="x")(get_it)
    routes.get("/api/b", tag="x")(get_it)

    with pytest.raises(ValueError, match="get_it"):
        openapi(routes, title="Telemed", version="1")


def test_one_path_has_one_function() -> None:
    routes = Routes()

    async def first(actor: Actor) -> None: ...

    routes.get("/api/a", tag="a")(first)
    routes.post("/api/a", tag="a")(first)
    routes.mount(web.Application())
    routes.get("/api/a", tag="a")(first)

    with pytest.raises(TypeError, match="GET /api/a is served by 2 functions"):
        routes.mount(web.Application())
