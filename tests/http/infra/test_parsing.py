"""What a typed route takes, what it refuses, and how precisely it says so."""

import asyncio
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from aiohttp import web
from pydantic import Field

from telemed.infra import routes as routes_module
from telemed.infra.routes import BODY_LIMIT, ApiModel, Cookie, Reply, Routes, Verbatim
from telemed.kernel.ids import ConsultId
from tests.http.infra.conftest import Client, Serve

ID = "01890000-0000-7000-8000-000000000001"


class Vitals(ApiModel):
    systolic: Annotated[int, Field(ge=40, le=300)] | None = None


class Picture(ApiModel):
    kind: Literal["picture"] = "picture"
    width: int


class Voice(ApiModel):
    kind: Literal["voice"] = "voice"
    seconds: int


class NewNote(ApiModel):
    reason: Annotated[str, Field(min_length=1, max_length=20)]
    vitals: tuple[Vitals, ...] = ()
    at: datetime | None = None
    tags: tuple[str, ...] = ()
    attached: Annotated[Picture | Voice, Field(discriminator="kind")] | None = None
    sdp: Verbatim = ""


class Note(NewNote):
    id: UUID


class Filters(ApiModel):
    state: tuple[str, ...] = ()
    limit: Annotated[int, Field(ge=1, le=100)] = 20
    open: bool = False


def notes() -> Routes:
    routes = Routes()

    @routes.put("/api/notes/{id}", tag="notes")
    async def put_note(id: ConsultId, body: NewNote) -> Note:  # noqa: A002 - the name in the path
        return Note(id=id, **dict(body))

    @routes.get("/api/notes", tag="notes")
    async def list_notes(query: Filters) -> list[Filters]:
        return [query]

    @routes.delete("/api/notes/{id}", tag="notes")
    async def delete_note(id: ConsultId) -> None:  # noqa: A002
        assert isinstance(id, UUID)

    @routes.post("/api/sign-in", tag="notes", status=201)
    async def sign_in(request: web.Request) -> Reply[Vitals]:
        cookie = Cookie("refresh", "s3cret", "/api/tokens", timedelta(days=1))
        return Reply(Vitals(), cookies=(cookie,), headers={"X-Own": "1"})

    return routes


async def fault(client: Client, body: object, path: str = f"/api/notes/{ID}") -> list[tuple[str, str]]:
    response = await client.put(path, json=body)
    problem = await response.json()
    assert response.status == 422
    assert response.content_type == "application/problem+json"
    assert (problem["code"], problem["type"]) == ("validation", "/problems/validation")
    assert problem["request_id"] == response.headers["X-Request-Id"]
    return [(error["pointer"], error["code"]) for error in problem["errors"]]


@pytest.fixture
async def client(serve: Serve) -> Client:
    return (await serve(notes())).client


async def test_a_good_body_reaches_the_handler_typed_and_the_answer_has_every_field(client: Client) -> None:
    response = await client.put(f"/api/notes/{ID}", json={"reason": "đau ngực", "vitals": [{}]})

    assert response.status == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert await response.json() == {
        "id": ID,
        "reason": "đau ngực",
        "vitals": [{"systolic": None}],
        "at": None,
        "tags": [],
        "attached": None,
        "sdp": "",
    }


async def test_text_comes_out_in_one_spelling_and_trimmed_before_its_length_is_judged(client: Client) -> None:
    decomposed = "  Giàng Thi\u0323\r\nLan " + " " * 30

    response = await client.put(f"/api/notes/{ID}", json={"reason": decomposed, "tags": [" e\u0302 "]})

    note = await response.json()
    assert note["reason"] == "Giàng Thị\nLan"
    assert note["tags"] == ["ê"]


async def test_verbatim_text_is_kept_to_the_byte(client: Client) -> None:
    sdp = "v=0\r\na=x \r\n"

    response = await client.put(f"/api/notes/{ID}", json={"reason": "a", "sdp": sdp})

    assert (await response.json())["sdp"] == sdp


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, [("/body/reason", "missing")]),
        ({"reason": "   "}, [("/body/reason", "string_too_short")]),
        ({"reason": "x" * 21}, [("/body/reason", "string_too_long")]),
        ({"reason": "a\u0000b"}, [("/body/reason", "control_character")]),
        ({"reason": "a\u202eb"}, [("/body/reason", "control_character")]),
        ({"reason": "a", "tags": ["b", "c\u0007"]}, [("/body/tags/1", "control_character")]),
        (
            {"reason": "a", "vitals": [{"systolic": 120}, {"systolic": 999}]},
            [("/body/vitals/1/systolic", "less_than_equal")],
        ),
        ({"reason": "a", "vitals": [{"systolic": "120"}]}, [("/body/vitals/0/systolic", "int_type")]),
        ({"reason": "a", "vitals": {}}, [("/body/vitals", "tuple_type")]),
        ({"reason": "a", "colour": 1}, [("/body/colour", "extra_forbidden")]),
        ({"reason": "a", "Giàng Thị Lan": 1}, [("/body", "extra_forbidden")]),
        ({"reason": "a", "attached": {"kind": "voice"}}, [("/body/attached/seconds", "missing")]),
        ({"reason": "a", "attached": {"kind": "smell"}}, [("/body/attached", "union_tag_invalid")]),
        ({"reason": 1, "at": "soon"}, [("/body/reason", "string_type"), ("/body/at", "datetime_parsing")]),
        ([], [("/body", "model_type")]),
    ],
)
async def test_each_fault_is_named_by_its_pointer(client: Client, body: Any, expected: list[tuple[str, str]]) -> None:
    assert await fault(client, body) == expected


async def test_faults_of_path_and_body_are_told_together(client: Client) -> None:
    found = await fault(client, {}, path="/api/notes/seventeen")

    assert found == [("/path/id", "uuid_parsing"), ("/body/reason", "missing")]


async def test_nothing_that_was_sent_is_echoed(client: Client) -> None:
    secret = "Giàng-Thị-Lan"
    body = {"reason": secret * 9, secret: 1, "at": secret, "attached": {"kind": secret}, "vitals": [secret]}

    response = await client.put(f"/api/notes/{secret}?{secret}={secret}", json=body)

    assert response.status == 422
    assert "Lan" not in await response.text()
    assert "Lan" not in str(response.headers)


async def test_a_broken_limit_is_told_and_the_value_is_not(client: Client) -> None:
    response = await client.put(f"/api/notes/{ID}", json={"reason": "a", "vitals": [{"systolic": 301}]})

    (error,) = (await response.json())["errors"]
    assert error["params"] == {"le": 300}
    assert error["message"] == "Less than equal"


@pytest.mark.parametrize("raw", [b"", b"{", b'{"reason": "a"', b"\xff", b'{"reason": "\\ud800"}', b'{"reason": NaN}'])
async def test_what_is_not_json_is_a_problem(client: Client, raw: bytes) -> None:
    response = await client.put(f"/api/notes/{ID}", data=raw, headers={"Content-Type": "application/json"})

    problem = await response.json()
    assert (response.status, problem["code"]) == (422, "validation")
    assert problem["errors"][0]["pointer"].startswith("/body")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_another_content_type_is_refused(client: Client, content_type: str) -> None:
    response = await client.put(f"/api/notes/{ID}", data=b"{}", headers={"Content-Type": content_type})

    assert (response.status, (await response.json())["code"]) == (415, "content_type")


async def test_a_body_over_the_limit_is_refused_even_when_its_length_is_not_announced(client: Client) -> None:
    async def stream() -> Any:
        for _ in range(BODY_LIMIT // 8192 + 1):
            yield b" " * 8192

    response = await client.put(f"/api/notes/{ID}", data=stream(), headers={"Content-Type": "application/json"})

    assert (response.status, (await response.json())["code"]) == (413, "body_too_large")


async def test_a_body_that_never_ends_is_given_up(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routes_module, "BODY_WITHIN", timedelta(milliseconds=50))
    reader, writer = await asyncio.open_connection(client.host, client.port)
    writer.write(b"PUT /api/notes/%b HTTP/1.1\r\nHost: x\r\n" % ID.encode())
    writer.write(b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")

    answer = await asyncio.wait_for(reader.readuntil(b"}"), 30)

    writer.close()
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"body_too_slow" in answer


async def test_a_query_is_read_with_its_lists(client: Client) -> None:
    one = await client.get("/api/notes?state=open&limit=5&open=true")
    two = await client.get("/api/notes?state=open&state=closed")
    none = await client.get("/api/notes")

    assert await one.json() == [{"state": ["open"], "limit": 5, "open": True}]
    assert (await two.json())[0]["state"] == ["open", "closed"]
    assert (await none.json())[0]["state"] == []


@pytest.mark.parametrize(
    ("query", "pointer"), [("limit=0", "/query/limit"), ("limit=1&limit=2", "/query/limit"), ("x=1", "/query/x")]
)
async def test_a_bad_query_is_refused(client: Client, query: str, pointer: str) -> None:
    response = await client.get(f"/api/notes?{query}")

    assert [error["pointer"] for error in (await response.json())["errors"]] == [pointer]


async def test_no_answer_is_204(client: Client) -> None:
    response = await client.delete(f"/api/notes/{ID}")

    assert (response.status, await response.read()) == (204, b"")


async def test_a_reply_carries_its_own_status_headers_and_a_cookie_no_script_can_read(client: Client) -> None:
    response = await client.post("/api/sign-in")
    behind_tls = await client.post("/api/sign-in", headers={"X-Forwarded-Proto": "https"})

    cookie = response.headers["Set-Cookie"]
    assert (response.status, response.headers["X-Own"]) == (201, "1")
    assert {"HttpOnly", "SameSite=Strict", "Path=/api/tokens", "Max-Age=86400"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert behind_tls.headers["Set-Cookie"].startswith("__Secure-refresh=")
    assert "Secure" in behind_tls.headers["Set-Cookie"].split("; ")


async def test_an_unknown_address_is_a_problem(client: Client) -> None:
    response = await client.get("/api/nothing/here")

    assert (response.status, (await response.json())["code"]) == (404, "no_such_address")


async def test_a_wrong_method_names_the_right_ones(client: Client) -> None:
    response = await client.post(f"/api/notes/{ID}")

    assert (response.status, (await response.json())["code"]) == (405, "method_not_allowed")
    assert set(response.headers["Allow"].split(",")) == {"PUT", "DELETE"}


def test_a_handler_whose_parameters_do_not_fit_its_path_is_refused_at_once() -> None:
    routes = Routes()

    async def get_note(note: UUID) -> None: ...

    with pytest.raises(TypeError, match="get_note"):
        routes.get("/api/notes/{id}", tag="notes")(get_note)
