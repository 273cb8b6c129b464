"""A robot and a real browser see and hear each other, whoever calls."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from telemed.media.robot import RobotPeer
from tests.rtc.browser_peer import BrowserPeer

pytestmark = pytest.mark.browser


@pytest.fixture
async def robot() -> AsyncIterator[RobotPeer]:
    robot = RobotPeer(loopback=True)
    yield robot
    await robot.close()


async def test_a_browser_calls_the_robot_and_both_see_and_hear(page_peer: BrowserPeer, robot: RobotPeer) -> None:
    await page_peer.take(await robot.accept_offer(await page_peer.offer()))

    seen = await page_peer.receives(frames=60, packets=50)

    assert (seen.width, seen.height) == (320, 240)
    assert seen.loudness > 0
    assert robot.frames_received > 0
    assert robot.voice_received > 0


async def test_the_robot_calls_a_browser_and_both_see_and_hear(page_peer: BrowserPeer, robot: RobotPeer) -> None:
    await robot.accept_answer(await page_peer.answer(await robot.make_offer()))

    seen = await page_peer.receives(frames=60, packets=50)

    assert seen.loudness > 0
    assert robot.frames_received > 0
    assert robot.voice_received > 0


async def test_a_browser_that_trickles_its_candidates_reaches_the_robot(
    page_peer: BrowserPeer, robot: RobotPeer
) -> None:
    trickled: asyncio.Queue[dict[str, str | int] | None] = asyncio.Queue()
    await page_peer.page.expose_function("trickled", trickled.put_nowait)
    offer = await page_peer.offer(trickle=True)
    assert "a=candidate" not in offer

    await page_peer.take(await robot.accept_offer(offer))
    async with asyncio.timeout(30):
        while found := await trickled.get():
            await robot.add_candidate(str(found["candidate"]), str(found["sdpMid"]), int(found["sdpMLineIndex"]))
    await robot.add_candidate(None, None, None)

    await page_peer.receives(frames=5, packets=5)


async def test_a_call_goes_on_after_the_browser_restarts_ice(page_peer: BrowserPeer, robot: RobotPeer) -> None:
    await page_peer.take(await robot.accept_offer(await page_peer.offer()))
    before = await page_peer.receives(frames=10, packets=10)
    robot_before = robot.frames_received

    await page_peer.take(await robot.accept_offer(await page_peer.offer(restart=True)))

    await page_peer.receives(frames=before.frames + 30, packets=before.packets + 30)
    assert robot.frames_received > robot_before


async def test_a_second_offer_on_the_same_path_keeps_the_connection(page_peer: BrowserPeer, robot: RobotPeer) -> None:
    await page_peer.take(await robot.accept_offer(await page_peer.offer()))
    before = await page_peer.receives(frames=10, packets=10)

    await page_peer.take(await robot.accept_offer(await page_peer.offer()))

    await page_peer.receives(frames=before.frames + 20, packets=before.packets + 20)
    assert robot.state == "connected"


async def test_a_robot_that_leaves_is_gone_for_the_browser(page_peer: BrowserPeer, robot: RobotPeer) -> None:
    await page_peer.take(await robot.accept_offer(await page_peer.offer()))
    await page_peer.receives(frames=1, packets=1)

    await robot.close()

    assert await page_peer.ended()
