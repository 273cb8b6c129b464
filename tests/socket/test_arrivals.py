"""A page has a ring when it has acknowledged the frame that carried it; tests and notices reach their own person."""

from typing import Any
from uuid import UUID

import pytest

from telemed.infra.db import Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ShiftId, uuid7
from telemed.sessions import Channel, Deliveries, RingStarted, deliveries_of, queue_ring, queue_test
from tests.build import BUILDER
from tests.socket.pages import Live, Page


def on_pages_alone(live: Live) -> None:
    """As the app does it, without pushes."""

    async def queued(tx: Tx, fact: RingStarted) -> None:
        await queue_ring(tx, fact.ring, fact.user, [Channel.PAGE])

    live.relay.once(RingStarted, queued)


async def state(live: Live, about: str) -> str:
    await live.reactions.drain()
    async with live.world.db.transaction(BUILDER) as tx:
        (one,) = (await deliveries_of(tx, [UUID(about)]))[UUID(about)]
    return one.state.value


async def rung(live: Live, page: Page) -> str:
    await live.world.requested()
    await live.settle()
    return str((await page.until("ring"))["ring"]["ring_id"])


async def test_acknowledged_is_delivered_and_shown_is_seen(live: Live) -> None:
    on_pages_alone(live)
    await live.world.on_duty(live.specialist)
    page, station = await live.page(live.specialist), await live.page(live.doctor)

    ring = await rung(live, page)
    assert await state(live, ring) == "queued"
    await page.send("ack", last=page.last)
    await page.quiet()
    assert await state(live, ring) == "delivered"
    await live.settle()
    news = (await station.until("consult"))["consult"]
    while not (shown := channels(news)) or shown[0]["state"] != "delivered":
        news = (await station.until("consult"))["consult"]
    assert shown == [{"channel": "page", "state": "delivered"}]

    await Deliveries(live.world.db).seen(live.specialist, UUID(ring))
    assert await state(live, ring) == "seen"
    await page.send("ack", last=page.last)
    await page.quiet()
    assert await state(live, ring) == "seen"


def channels(consult: dict[str, Any]) -> list[dict[str, str]]:
    return [one for step in consult["ladder"]["steps"] for person in step["people"] for one in person["channels"]]


async def test_a_ring_that_a_page_finds_when_it_opens_counts_too(live: Live) -> None:
    on_pages_alone(live)
    await live.world.on_duty(live.specialist)
    first = await live.page(live.specialist)
    ring = await rung(live, first)
    await first.cut()

    page = await live.page(live.specialist)
    assert await state(live, ring) == "queued"
    await page.send("ack", last=1)
    await page.quiet()

    assert await state(live, ring) == "delivered"


async def test_acknowledging_less_says_nothing_of_the_ring(live: Live) -> None:
    on_pages_alone(live)
    await live.world.on_duty(live.specialist)
    page = await live.page(live.specialist)
    ring = await rung(live, page)

    await page.send("ack", last=1)
    await page.quiet()

    assert await state(live, ring) == "queued"


async def test_a_test_rings_every_page_of_its_person_and_no_other(live: Live) -> None:
    shift = ShiftId(await live.world.on_duty(live.specialist))
    mine, also, other = [await live.page(one) for one in (live.specialist, live.specialist, live.world.specialists[1])]

    async with live.world.db.transaction(BUILDER) as tx:
        await queue_test(tx, shift, live.specialist.id, [Channel.PAGE])
    await live.settle()

    assert [(await page.until("test_ring"))["shift_id"] for page in (mine, also)] == [str(shift)] * 2
    assert "test_ring" not in await other.quiet()
    await also.send("ack", last=also.last)
    await also.quiet()
    assert await state(live, str(shift)) == "delivered"


async def test_a_notice_moves_the_bell_of_its_person_alone(live: Live) -> None:
    mine, other = await live.page(live.specialist), await live.page(live.world.specialists[1])
    new = uuid7()

    live.reactions.tell_notice(live.specialist.id, new, "swap_proposed", 3)

    told = await mine.until("notice")
    assert (told["id"], told["kind"], told["unseen"]) == (str(new), "swap_proposed", 3)
    assert "notice" not in await other.quiet()


async def test_what_was_never_sent_is_not_said_to_be_seen(live: Live) -> None:
    with pytest.raises(Missing):
        await Deliveries(live.world.db).seen(live.specialist, uuid7())
