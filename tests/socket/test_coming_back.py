"""A link that comes back has missed nothing or begins again; silence and slowness end a socket, not a link."""

import asyncio
from typing import Any

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, uuid7
from telemed.sessions import wire
from telemed.signaling.frames import RecordNews
from tests.eventually import eventually
from tests.socket.pages import Closed, Live, Page, in_call


def news(live: Live, actor: Actor, count: int = 1) -> list[str]:
    """Something of no importance happens; its ids."""
    ids = [uuid7() for _ in range(count)]
    for id_ in ids:
        live.hub.tell(RecordNews(consult=id_, kind="decision", id=id_), lambda who: who.id == actor.id)
    return [str(id_) for id_ in ids]


def heard(page: Page) -> list[str]:
    return [frame["id"] for frame in page.news if frame["type"] == "record"]


async def test_what_happened_during_a_cut_is_replayed_without_gap_or_double(live: Live) -> None:
    page = await live.page(live.doctor)
    before = news(live, live.doctor, 3)
    await page.until("record")
    await page.cut()
    meanwhile = news(live, live.doctor, 3)

    back = await live.greeted(live.doctor, resume=page.resume)
    after = news(live, live.doctor)
    await back.quiet()

    assert back.welcome["resumed"]
    assert back.welcome["link"] == page.welcome["link"]
    assert back.welcome["last"] == 7
    assert heard(page) + heard(back) == before + meanwhile + after


async def test_acknowledged_frames_are_not_kept(live: Live) -> None:
    page = await live.page(live.doctor)
    news(live, live.doctor, 3)
    await page.quiet()
    await page.send("ack", last=page.last)
    await page.quiet()

    page.last -= 1
    back = await live.greeted(live.doctor, resume=page.resume)

    assert not back.welcome["resumed"]


async def test_a_welcome_that_was_lost_does_not_cost_the_link(live: Live) -> None:
    page = await live.page(live.doctor)
    await page.cut()
    lost = await live.greeted(live.doctor, resume=page.resume)
    await lost.cut()

    back = await live.greeted(live.doctor, resume=page.resume)

    assert back.welcome["resumed"]
    await back.quiet()
    later = await live.greeted(live.doctor, resume=page.resume)
    assert not later.welcome["resumed"], "once the new token was used the old one is worth nothing"


@pytest.mark.parametrize("change", [{"token": "forged"}, {"token": ""}, {"link": "other"}, {"last": 99}], ids=str)
async def test_who_cannot_prove_the_link_gets_a_new_one_and_a_snapshot(live: Live, change: dict[str, Any]) -> None:
    page = await live.page(live.doctor)

    other = await live.greeted(live.doctor, resume=page.resume | change)
    other.last = 0

    assert not other.welcome["resumed"]
    assert other.welcome["link"] != page.welcome["link"]
    assert (await other.next())["type"] == "snapshot"


async def test_nobody_resumes_another_persons_link(live: Live) -> None:
    page = await live.page(live.doctor)

    other = await live.greeted(live.specialist, resume=page.resume)

    assert not other.welcome["resumed"]
    assert await page.quiet() == []


async def test_after_the_grace_a_snapshot_comes_instead(live: Live) -> None:
    page = await live.page(live.doctor)
    await page.cut()
    await eventually(lambda: not live.hub.is_present(live.doctor.id))

    await live.pass_time(59)
    assert len(live.hub) == 1
    await live.pass_time(1)
    assert len(live.hub) == 0
    back = await live.greeted(live.doctor, resume=page.resume)
    back.last = 0

    assert not back.welcome["resumed"]
    assert (await back.next())["s"] == 1


async def test_a_newer_socket_of_the_same_link_closes_the_older(live: Live) -> None:
    page = await live.page(live.doctor)

    back = await live.greeted(live.doctor, resume=page.resume)
    happened = news(live, live.doctor)

    assert await page.closed() == 4409
    await back.quiet()
    assert heard(back) == happened
    assert heard(page) == []


async def test_news_during_the_first_reading_come_after_the_snapshot(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = asyncio.Event(), asyncio.Event()
    read = live.world.consults.open_for

    async def slowly(actor: Actor) -> list[wire.ConsultSummary]:
        reading.set()
        await go_on.wait()
        return await read(actor)

    monkeypatch.setattr(live.world.consults, "open_for", slowly)
    page = await live.greeted(live.doctor)
    await reading.wait()
    happened = news(live, live.doctor, 2)
    go_on.set()
    await page.quiet()

    assert [frame["type"] for frame in page.news] == ["snapshot", "record", "record"]
    assert heard(page) == happened


async def test_a_link_whose_first_reading_failed_is_never_resumed(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fails(actor: Actor) -> list[wire.ConsultSummary]:
        raise OSError("database away")

    with monkeypatch.context() as broken:
        broken.setattr(live.world.consults, "open_for", fails)
        page = await live.greeted(live.doctor)
        assert await page.closed() == 1011

    back = await live.greeted(live.doctor, resume=page.resume)
    assert not back.welcome["resumed"]


def stops_reading(page: Page) -> asyncio.Transport:
    transport = page.ws._conn.transport  # type: ignore[union-attr]
    assert isinstance(transport, asyncio.Transport)
    transport.pause_reading()
    return transport


async def test_a_reader_too_slow_is_cut_off_and_healed(small: Live) -> None:
    page = await small.page(small.doctor)
    transport = stops_reading(page)

    while small.hub.is_present(small.doctor.id):
        news(small, small.doctor, 8)
        await asyncio.sleep(0)  # the writer fills what buffers there are
    last = news(small, small.doctor)
    transport.resume_reading()
    code = await page.closed()
    back = await small.greeted(small.doctor, resume=page.resume)
    if not back.welcome["resumed"]:
        back.last = 0
    types = await back.quiet()

    assert code == 1013
    assert types[0] == "snapshot" or heard(back)[-1:] == last
    assert news(small, small.doctor) == [(await back.next())["id"]]


async def test_a_frame_that_cannot_be_written_for_thirty_seconds_ends_the_socket(live: Live) -> None:
    page = await live.page(live.doctor)
    (link,) = live.hub.of_user(live.doctor.id)
    line: Any = link.line
    stops_reading(page)
    while not line._writing:
        news(live, live.doctor, 8)
        await asyncio.sleep(0)  # the writer fills what buffers there are

    for _ in range(4):
        assert live.hub.is_present(live.doctor.id)
        await page.send("ping")
        await eventually(lambda: line.link.heard_at == live.world.clock.now())  # so it is not silence that ends it
        await live.pass_time(10)

    assert not live.hub.is_present(live.doctor.id)


async def test_who_says_nothing_for_thirty_seconds_is_closed(live: Live) -> None:
    page = await live.page(live.doctor)

    await live.pass_time(20)
    await page.quiet()
    await live.pass_time(14)
    assert await page.quiet() == []
    await live.pass_time(30)

    assert await page.closed() == 4408


async def test_a_page_that_missed_its_heartbeat_is_asked_once_and_its_answer_keeps_it(live: Live) -> None:
    page = await live.page(live.doctor)
    news(live, live.doctor, 2)
    await page.quiet()

    await live.pass_time(15)
    await live.pass_time(1)
    knock = await page.next()
    await page.send("ack", last=page.last)
    assert await page.quiet() == []
    await live.pass_time(29)

    assert (knock["type"], knock["last"]) == ("knock", 3)
    assert await page.quiet() == ["knock"]


async def test_a_pong_says_how_much_was_sent(live: Live) -> None:
    page = await live.page(live.doctor)
    news(live, live.doctor, 4)

    await page.send("ping")

    assert (await page.until("pong"))["last"] == 5 == page.last


async def test_a_draining_server_says_so_and_the_call_is_not_touched(live: Live) -> None:
    station, _, call = await in_call(live)

    await live.sockets.drain()

    assert (await station.until("drain"))["spread_ms"] == 5000
    with pytest.raises(Closed) as closed:
        await station.next()
    assert closed.value.code == 1001
    async with live.world.db.transaction(Actor.system("test")) as tx:
        (kept,) = await live.world.consults.calls(tx, ConsultId((await _consult(live)).id))
    assert str(kept.id) == call
    assert kept.present("station")
    assert kept.present("hospital")


async def _consult(live: Live) -> wire.ConsultSummary:
    (consult,) = await live.world.consults.open_for(live.doctor)
    return consult
