"""Who may open a socket, and what must come first."""

from datetime import timedelta

import aiohttp
import pytest
from sqlalchemy import update

from telemed.identity.tables import person
from telemed.kernel.ids import uuid7
from tests.build import BUILDER
from tests.socket.pages import Live


async def refused(live: Live, protocol: str = "telemed.v1", **headers: str) -> tuple[int, str, str]:
    """What the server answers instead of opening a socket."""
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": protocol,
    }
    async with live.http.get(live.server.make_url("/ws"), headers=upgrade | headers) as answer:
        body = await answer.json(content_type=None)
        return answer.status, answer.content_type, body["code"]


async def test_a_ticket_opens_a_link_and_the_snapshot_comes_first(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    asked = await live.world.requested()

    page = await live.greeted(live.specialist)
    snapshot = await page.next()

    assert (page.welcome["resumed"], page.welcome["last"], page.welcome["grace_ms"]) == (False, 0, 20_000)
    assert (snapshot["type"], snapshot["s"]) == ("snapshot", 1)
    assert [c["id"] for c in snapshot["consults"]] == [str(asked.id)]
    assert [r["consult"]["id"] for r in snapshot["rings"]] == [str(asked.id)]


async def test_stations_are_waited_for_longer(live: Live) -> None:
    assert (await live.greeted(live.doctor)).welcome["grace_ms"] == 60_000


async def test_a_ticket_works_once(live: Live) -> None:
    ticket = await live.identity.issue_ticket(live.doctor)
    first, second = await live.connect(), await live.connect()
    await first.send("hello", ticket=ticket, tab=uuid7())
    await first.until("welcome")

    await second.send("hello", id=3, ticket=ticket, tab=uuid7())

    problem = await second.next()
    assert (problem["type"], problem["ref"], problem["problem"]["code"]) == ("problem", 3, "ticket_stale")
    assert await second.closed() == 4401


async def test_a_stale_ticket_is_refused(live: Live) -> None:
    ticket = await live.identity.issue_ticket(live.doctor)
    live.world.clock.advance(timedelta(seconds=61))
    page = await live.connect()

    await page.send("hello", ticket=ticket, tab=uuid7())

    assert await page.closed() == 4401


async def test_the_ticket_of_a_closed_account_is_refused(live: Live) -> None:
    ticket = await live.identity.issue_ticket(live.doctor)
    async with live.world.db.transaction(BUILDER) as tx:
        await tx.execute(update(person).where(person.c.id == live.doctor.id).values(disabled_at=live.world.clock.now()))
    page = await live.connect()

    await page.send("hello", ticket=ticket, tab=uuid7())

    assert await page.closed() == 4401


async def test_another_sites_page_is_refused_before_the_upgrade(live: Live) -> None:
    assert await refused(live, Origin="https://evil.example") == (403, "application/problem+json", "other_origin")


async def test_our_own_pages_and_those_the_operator_named_are_let_in(live: Live) -> None:
    own = str(live.server.make_url("/").origin())

    for origin in (own, "https://hoichan.example"):
        assert not (await live.connect(Origin=origin)).ws.closed


async def test_only_this_protocol_is_spoken(live: Live) -> None:
    assert await refused(live, protocol="chat") == (422, "application/problem+json", "socket.protocol")


@pytest.mark.parametrize("first", ['{"type":"ping"}', '{"type":"hello"}', "nonsense", "[]"])
async def test_the_first_frame_must_be_a_hello(live: Live, first: str) -> None:
    page = await live.connect()

    await page.ws.send_str(first)

    assert (await page.next())["type"] == "problem"
    assert await page.closed() == 4400


async def test_hello_is_said_once(live: Live) -> None:
    page = await live.page(live.doctor)

    await page.send("hello", id=2, ticket="x", tab=uuid7())

    assert (await page.next())["problem"]["code"] == "socket.already_greeted"


async def test_a_stranger_who_says_nothing_is_closed_after_ten_seconds(live: Live) -> None:
    page = await live.connect()

    await live.pass_time(9)
    assert not page.ws.closed
    await live.pass_time(1)

    assert await page.closed() == 4408


async def test_only_so_many_strangers_may_wait(small: Live) -> None:
    first, _ = await small.connect(), await small.connect(**{"X-Forwarded-For": "203.0.113.7"})

    assert await refused(small) == (503, "application/problem+json", "socket.crowded")

    await first.send("hello", ticket=await small.identity.issue_ticket(small.doctor), tab=uuid7())
    await first.until("welcome")
    await small.connect()


async def test_one_address_does_not_take_every_place_of_those_who_wait(small: Live) -> None:
    open_still = await small.connect(**{"X-Forwarded-For": "203.0.113.7"})

    assert await refused(small, **{"X-Forwarded-For": "203.0.113.7"}) == (
        503,
        "application/problem+json",
        "socket.crowded",
    )
    await small.connect(**{"X-Forwarded-For": "203.0.113.8"})
    assert not open_still.ws.closed


async def test_one_page_too_many_is_refused_while_the_others_are_in_use(small: Live) -> None:
    first, _ = await small.page(small.doctor), await small.page(small.doctor)
    third = await small.connect()

    await third.send("hello", ticket=await small.identity.issue_ticket(small.doctor), tab=uuid7())

    assert (await third.next())["problem"]["code"] == "socket.too_many_links"
    assert await third.closed() == 4429
    await first.cut()
    await small.greeted(small.doctor)


async def test_a_tab_that_was_reloaded_takes_the_place_of_its_own_old_page(small: Live) -> None:
    tab = uuid7()
    old, other = await small.greeted(small.doctor, tab=tab), await small.greeted(small.doctor)

    await small.greeted(small.doctor, tab=tab)

    assert await old.closed() == 4409
    assert await other.quiet() == ["snapshot"]


async def test_no_socket_is_opened_while_the_server_drains(live: Live) -> None:
    page = await live.page(live.doctor)

    await live.sockets.drain()

    assert (await page.next())["type"] == "drain"
    assert await page.closed() == 1001
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await live.connect()
