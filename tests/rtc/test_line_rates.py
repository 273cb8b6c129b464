"""What a line carries, measured on data channels alone: the way a page does at night, with nobody before its camera."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiortc import RTCDataChannel, RTCPeerConnection, RTCSessionDescription

from telemed.media.line_rate import CEILING_KBPS, PACKET, PULSES, Fullest, Pulses
from telemed.media.line_test import LineTest
from telemed.media.model import Measured
from telemed.media.peer import new_peer
from tests.eventually import eventually


@asynccontextmanager
async def a_page(*labels: str) -> AsyncIterator[tuple[RTCPeerConnection, dict[str, RTCDataChannel]]]:
    peer = new_peer(loopback=True)
    try:
        yield peer, {label: peer.createDataChannel(label, ordered=False, maxRetransmits=0) for label in labels}
    finally:
        await peer.close()


def fill(channel: RTCDataChannel) -> None:
    for _ in range(20):
        channel.send(PACKET)


async def test_pulses_come_back_what_fills_the_line_is_counted_and_strange_channels_are_closed() -> None:
    test = LineTest(loopback=True)
    async with a_page("pulse", "up", "down", "chat") as (peer, channels):
        came: list[bytes] = []
        channels["pulse"].on("message", channels["pulse"].send)
        channels["down"].on("message", came.append)
        channels["up"].on("open", lambda: fill(channels["up"]))
        await peer.setLocalDescription(await peer.createOffer())
        answer = await test.answer(peer.localDescription.sdp)
        await peer.setRemoteDescription(RTCSessionDescription(answer, "answer"))

        async def measured() -> Measured | None:
            found = await test.measured()
            return found if found.pulse and found.up_kbps else None

        found: Measured = await eventually(measured, every=0.2)
        await eventually(lambda: channels["down"].readyState == "closed", every=0.1)

    test.end()
    await test.live(1)
    assert found.pulse
    assert found.pulse.lost_pct < 100
    assert found.up_kbps
    assert 0 < found.up_kbps <= CEILING_KBPS * 2
    assert sum(map(len, came)) > 20 * len(PACKET)
    assert channels["chat"].readyState == "closed"


def test_a_rate_is_that_of_the_fullest_second() -> None:
    fullest = Fullest()
    for tenth in range(10):
        fullest.count(tenth / 10, 100)
    for tenth in range(10, 20):
        fullest.count(tenth / 10, 2_500)
    fullest.count(9.0, 10)

    assert fullest.kbps is not None
    assert 200 <= fullest.kbps < 215


def test_lost_pulses_are_told_for_one_way_and_strange_answers_count_for_nothing() -> None:
    pulses = Pulses()
    assert pulses.found() is None
    for number in range(PULSES):
        pulses.sent(number, number / 25)
        if number % 4:
            pulses.back(number, number / 25 + 0.1)
            pulses.back(number, number / 25 + 5)
    pulses.back(10_000, 1)

    found = pulses.found()
    assert found
    assert found.rtt_ms == 100
    assert found.jitter_ms < 1
    assert 13 < found.lost_pct < 14, "a quarter of both ways together is 13.4 % of each"
