"""What the edge does with too many requests, slow heads and long lines."""

import asyncio
import gzip
from datetime import timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from telemed.infra import limits as limits_module
from telemed.infra.limits import Rate, RateLimits
from telemed.infra.routes import BODY_LIMIT, ApiModel, Routes
from telemed.infra.security import cookie_of
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from tests.http.infra.conftest import NOON, SIGNED_IN, Serve


class Empty(ApiModel):
    pass


class Note(ApiModel):
    text: str


def routes() -> Routes:
    routes = Routes()

    @routes.get("/api/me", tag="people")
    async def who_am_i(actor: Actor) -> Empty:
        return Empty()

    @routes.post("/api/help", tag="people", lifeline=True)
    async def ask_for_help(actor: Actor) -> None: ...

    @routes.post("/api/notes", tag="people")
    async def put_note(body: Note) -> None: ...

    @routes.post("/api/refresh", tag="people")
    async def refresh(request: web.Request) -> None:
        if secret := cookie_of(request, "telemed_refresh"):
            secret.encode()

    @routes.get("/api/invitation", tag="people")
    async def invitation() -> Empty:
        return Empty()

    return routes


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(NOON)


@pytest.fixture
def small(clock: ManualClock) -> RateLimits:
    return RateLimits(clock, person=Rate(3, 1), address=Rate(3, 1))


async def test_too_much_is_told_with_the_time_to_wait_and_is_no_refusal_of_rights(
    serve: Serve, small: RateLimits, clock: ManualClock
) -> None:
    world = await serve(routes(), limits=small)
    for _ in range(3):
        assert (await world.client.get("/api/me", headers=SIGNED_IN)).status == 200

    response = await world.client.get("/api/me", headers=SIGNED_IN)
    problem = await response.json()
    clock.advance(timedelta(seconds=int(response.headers["Retry-After"])))
    later = await world.client.get("/api/me", headers=SIGNED_IN)

    assert (response.status, problem["code"], later.status) == (429, "too_many_requests", 200)
    assert world.refusals == []


async def test_help_for_a_patient_is_never_counted(serve: Serve, small: RateLimits) -> None:
    world = await serve(routes(), limits=small)
    for _ in range(4):
        await world.client.get("/api/me", headers=SIGNED_IN)

    answers = [(await world.client.post("/api/help", headers=SIGNED_IN)).status for _ in range(20)]

    assert set(answers) == {204}


async def test_a_stranger_uses_up_the_strangers_share_and_nobody_elses(serve: Serve, small: RateLimits) -> None:
    world = await serve(routes(), limits=small)

    strangers = [(await world.client.get("/api/invitation")).status for _ in range(5)]
    signed_in = await world.client.get("/api/me", headers=SIGNED_IN)

    assert (strangers, signed_in.status) == ([200, 200, 200, 429, 429], 200)


async def test_a_flood_of_bad_tokens_is_refused_and_soon_no_longer_written_down(
    serve: Serve, small: RateLimits
) -> None:
    world = await serve(routes(), limits=small)
    forged = {"Authorization": "Bearer forged"}

    plain = [(await world.client.get("/api/me", headers=forged)).status for _ in range(9)]
    for_help = [(await world.client.post("/api/help", headers=forged)).status for _ in range(9)]

    assert set(plain) == {401, 429}
    assert set(for_help) == {401}  # a page whose token ran out renews it on this answer, and on no other
    assert len(world.refusals) <= 3


async def test_one_bad_address_is_not_the_next(serve: Serve, small: RateLimits) -> None:
    world = await serve(routes(), limits=small)
    for _ in range(5):
        await world.client.get("/api/invitation", headers={"X-Forwarded-For": "203.0.113.7"})

    other = await world.client.get("/api/invitation", headers={"X-Forwarded-For": "203.0.113.8"})

    assert other.status == 200


async def test_a_head_that_never_ends_is_given_up() -> None:
    within = timedelta(milliseconds=100)
    server = TestServer(web.Application())
    await server.start_server(keepalive_timeout=within.total_seconds())
    reader, writer = await asyncio.open_connection(server.host, server.port)
    writer.write(b"GET /api/me HTTP/1.1\r\nHost: x\r\nX-Slow: ")

    answer = await asyncio.wait_for(reader.read(), 30)

    writer.close()
    await server.close()
    assert answer == b""
    assert timedelta(seconds=60) < limits_module.IDLE_FOR < timedelta(minutes=2)


async def test_a_body_that_swells_when_unpacked_is_refused(serve: Serve) -> None:
    world = await serve(routes())
    bomb = gzip.compress(b'{"text": "' + b"a" * 20_000_000 + b'"}')
    assert len(bomb) < BODY_LIMIT

    packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    swollen = await world.client.post("/api/notes", data=bomb, headers=packed)
    broken = await world.client.post("/api/notes", data=b"no gzip at all", headers=packed)

    assert ((await swollen.json())["code"], (await broken.json())["code"]) == ("body_too_large", "bad_request")


@pytest.mark.parametrize(
    "head",
    [
        b"Cookie: telemed_refresh=\xff\xfe",
        b'Cookie: telemed_refresh="\xc3"; =; ;;; telemed_refresh',
        b"Cookie: " + b"telemed_refresh=a; " * 300,
        b"Authorization: Bearer \xff.\xff.\xff",
        b"X-Forwarded-For: \xff\xff, [::1, %s" % (b"1" * 300),
        b"Content-Type: \xff/\xff; charset=\xff",
        b"Sec-Fetch-Site: \xff",
        b"Origin: http://[\xff",
    ],
)
@pytest.mark.parametrize("path", [b"/api/refresh", b"/api/help", b"/api/notes", b"/api/%ff%00/../x"])
async def test_no_header_of_a_strangers_invention_makes_the_server_fail(serve: Serve, path: bytes, head: bytes) -> None:
    world = await serve(routes())
    reader, writer = await asyncio.open_connection(world.client.host, world.client.port)
    writer.write(b"POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n%s\r\n\r\n" % (path, head))

    answer = await asyncio.wait_for(reader.read(), 30)

    writer.close()
    assert answer[9:10] in {b"2", b"4"}, answer[:400]


@pytest.mark.parametrize(
    "head",
    [
        b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 9000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"".join(b"X-%d: a\r\n" % n for n in range(500)) + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
    ],
)
async def test_a_head_too_long_or_of_two_minds_is_refused_as_plain_text(serve: Serve, head: bytes) -> None:
    world = await serve(routes())
    reader, writer = await asyncio.open_connection(world.client.host, world.client.port)
    writer.write(head)

    answer = await asyncio.wait_for(reader.read(4096), 30)

    writer.close()
    assert answer.startswith((b"HTTP/1.1 400", b"HTTP/1.0 400"))
    assert b"Content-Type: text/plain" in answer  # aiohttp quotes a little of it, and no browser takes that for a page
