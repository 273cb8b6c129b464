"""A line test: voice and picture go to the server's echo peer, which is a process of its own, and come back."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock, SystemClock
from telemed.kernel.errors import Missing, OtherBody
from telemed.kernel.ids import UserId, uuid7
from telemed.media.control import Measure
from telemed.media.model import BadOffer, LineTestBusy, LineTestId, LineTestUnavailable, State
from telemed.media.robot import RobotPeer
from telemed.media.service import LineTests
from telemed.media.worker import Worker
from tests.rtc.browser_peer import BrowserPeer

BAD_OFFERS = ["m=audio", "m=audio 9 UDP/TLS/RTP/SAVPF 111", "m=video x y z\na=rtpmap:96", "m=audio 9 A 0\na=fmtp:5 x"]


def person() -> Actor:
    return Actor(UserId(uuid7()))


def new_id() -> LineTestId:
    return LineTestId(uuid7())


@pytest.fixture
async def line_tests() -> AsyncIterator[LineTests]:
    async with opened() as line_tests:
        yield line_tests


@asynccontextmanager
async def opened(*, at_once: int = 8, lasts: timedelta = timedelta(seconds=30)) -> AsyncIterator[LineTests]:
    line_tests = LineTests(SystemClock(), at_once=at_once, lasts=lasts, loopback=True)
    try:
        yield line_tests
    finally:
        await line_tests.close()


@asynccontextmanager
async def robot() -> AsyncIterator[RobotPeer]:
    robot = RobotPeer(loopback=True)
    try:
        yield robot
    finally:
        await robot.close()


async def gone(pid: int) -> None:
    """Wait until the process has ended."""
    ended = asyncio.Event()
    handle = os.pidfd_open(pid)
    asyncio.get_running_loop().add_reader(handle, ended.set)
    try:
        async with asyncio.timeout(30):
            await ended.wait()
    finally:
        asyncio.get_running_loop().remove_reader(handle)
        os.close(handle)


@pytest.mark.browser
async def test_a_browser_gets_its_own_picture_and_voice_back_and_the_server_measures_the_line(
    page_peer: BrowserPeer, line_tests: LineTests
) -> None:
    doctor, test = person(), new_id()

    await page_peer.take(await line_tests.start(doctor, test, await page_peer.offer()))
    seen = await page_peer.receives(frames=30, packets=100)
    measured = await line_tests.measured(doctor, test)

    assert seen.loudness > 0
    assert measured.state is State.CONNECTED
    assert measured.voice
    assert measured.picture
    assert measured.voice.received > 100
    assert measured.picture.received > 30
    assert measured.voice.lost + measured.picture.lost == 0
    assert measured.voice.jitter_ms < 100
    assert measured.rtt_ms is not None
    assert 0 <= measured.rtt_ms < 500
    assert measured.frames >= 30


@pytest.mark.browser
async def test_the_echo_spares_the_line_however_large_the_picture(
    page_peer: BrowserPeer, line_tests: LineTests
) -> None:
    doctor, test = person(), new_id()
    await page_peer.use_camera(width=1280, height=720)

    await page_peer.take(await line_tests.start(doctor, test, await page_peer.offer()))
    seen = await page_peer.receives(frames=20, packets=50)

    assert (seen.width, seen.height) == (320, 180)


@pytest.mark.parametrize("offer", BAD_OFFERS)
async def test_an_offer_no_parser_can_read_is_refused_and_the_worker_lives_on(
    line_tests: LineTests, offer: str
) -> None:
    with pytest.raises(BadOffer):
        await line_tests.start(person(), new_id(), offer)

    async with robot() as caller:
        assert "v=0" in await line_tests.start(person(), new_id(), await caller.make_offer())


async def test_when_all_places_are_taken_the_next_one_hears_busy_until_one_leaves() -> None:
    async with opened(at_once=2) as line_tests, AsyncExitStack() as robots:
        offers = [await (await robots.enter_async_context(robot())).make_offer() for _ in range(3)]
        (lan, lans), (minh, minhs), late = (person(), new_id()), (person(), new_id()), person()
        await line_tests.start(lan, lans, offers[0])
        await line_tests.start(minh, minhs, offers[1])

        with pytest.raises(LineTestBusy):
            await line_tests.start(late, new_id(), offers[2])
        await line_tests.stop(minh, minhs)

        assert await line_tests.start(late, new_id(), offers[2])


async def test_a_person_who_tests_again_gives_up_the_earlier_test(line_tests: LineTests) -> None:
    doctor, first, second = person(), new_id(), new_id()
    async with robot() as before, robot() as after:
        await line_tests.start(doctor, first, await before.make_offer())
        await line_tests.start(doctor, second, await after.make_offer())

        with pytest.raises(Missing):
            await line_tests.measured(doctor, first)
        assert (await line_tests.measured(doctor, second)).state is State.CONNECTING


async def test_the_same_offer_sent_again_gets_the_same_answer_and_another_one_a_conflict(line_tests: LineTests) -> None:
    doctor, test = person(), new_id()
    async with robot() as caller, robot() as other:
        offer = await caller.make_offer()
        answer = await line_tests.start(doctor, test, offer)

        assert await line_tests.start(doctor, test, offer) == answer
        with pytest.raises(OtherBody):
            await line_tests.start(doctor, test, await other.make_offer())


async def test_nobody_can_read_or_end_the_test_of_another(line_tests: LineTests) -> None:
    doctor, stranger, test = person(), person(), new_id()
    async with robot() as caller:
        await line_tests.start(doctor, test, await caller.make_offer())

        with pytest.raises(Missing):
            await line_tests.measured(stranger, test)
        await line_tests.stop(stranger, test)

        assert await line_tests.measured(doctor, test)


async def test_a_test_ends_by_itself_when_its_time_is_up() -> None:
    async with opened(lasts=timedelta(seconds=3)) as line_tests, robot() as caller:
        doctor, test = person(), new_id()
        await caller.accept_answer(await line_tests.start(doctor, test, await caller.make_offer()))

        async with asyncio.timeout(30):
            await caller.left()

        with pytest.raises(Missing):
            await line_tests.measured(doctor, test)


async def test_a_place_is_free_again_once_its_time_is_up_by_the_clock() -> None:
    clock = ManualClock(datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    line_tests = LineTests(clock, at_once=1, loopback=True)
    async with robot() as before, robot() as after:
        await line_tests.start(person(), new_id(), await before.make_offer())
        offer = await after.make_offer()
        with pytest.raises(LineTestBusy):
            await line_tests.start(person(), new_id(), offer)

        clock.advance(line_tests.lasts)

        assert await line_tests.start(person(), new_id(), offer)
    await line_tests.close()


async def test_after_the_worker_died_its_tests_are_gone_and_the_next_one_starts_another(line_tests: LineTests) -> None:
    doctor, test = person(), new_id()
    async with robot() as caller, robot() as again:
        await line_tests.start(doctor, test, await caller.make_offer())
        first = line_tests.worker_pid
        assert first

        os.kill(first, signal.SIGKILL)
        await line_tests.worker_ended()

        with pytest.raises(Missing):
            await line_tests.measured(doctor, test)
        assert await line_tests.start(doctor, test, await again.make_offer())
        assert line_tests.worker_pid not in (None, first)


async def test_a_worker_that_does_not_answer_is_killed_and_the_next_one_does() -> None:
    worker = Worker(on_death=lambda: None, patience=timedelta(seconds=20))
    assert (await worker.ask(Measure(test=uuid7()))).refused == "missing"
    stuck = worker.pid
    assert stuck
    os.kill(stuck, signal.SIGSTOP)

    worker.patience = timedelta(milliseconds=200)
    with pytest.raises(LineTestUnavailable):
        await worker.ask(Measure(test=uuid7()))
    await worker.ended()

    worker.patience = timedelta(seconds=20)
    assert (await worker.ask(Measure(test=uuid7()))).refused == "missing"
    assert worker.pid != stuck
    await worker.close()


async def test_closing_ends_the_worker_and_all_its_tests() -> None:
    async with opened() as line_tests, robot() as caller:
        await caller.accept_answer(await line_tests.start(person(), new_id(), await caller.make_offer()))
        pid = line_tests.worker_pid
        assert pid

        await line_tests.close()

        assert line_tests.worker_pid is None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


SERVER = """
import asyncio, os
from telemed.kernel.ids import uuid7
from telemed.media.control import Measure
from telemed.media.worker import Worker

async def main():
    worker = Worker(on_death=lambda: None)
    await worker.ask(Measure(test=uuid7()))
    print(worker.pid, flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_a_worker_does_not_outlive_a_server_that_was_killed() -> None:
    server = await asyncio.create_subprocess_exec(sys.executable, "-c", SERVER, stdout=asyncio.subprocess.PIPE)
    assert server.stdout
    worker = int(await server.stdout.readline())

    server.kill()

    await gone(worker)
    await server.wait()
