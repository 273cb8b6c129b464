"""The link program keeps the rate, the loss and the delay it is told, loses the same packets for the same seed."""

import asyncio
import socket
import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.weak.ends import End, Link, NoNamespaces, weak_link
from tests.weak.road import Road, Weather

IPV4_UDP = bytes([0x45, 0, 0, 0, 0, 0, 0, 0, 64, 17]) + bytes(10)


def packet(size: int, source: int = 1000, target: int = 2000) -> bytes:
    return (IPV4_UDP + source.to_bytes(2) + target.to_bytes(2)).ljust(size, b"\0")


def lost(road: Road, packets: int = 20_000) -> list[bool]:
    return [road.take(packet(100), n * 0.01) is None for n in range(packets)]


@pytest.mark.parametrize("burst", [1, 4, 12])
def test_the_share_lost_is_the_share_asked_for_however_long_the_bursts(burst: float) -> None:
    gone = lost(Road(1, Weather(loss_pct=5, burst=burst)), 60_000)

    assert sum(gone) / len(gone) == pytest.approx(0.05, abs=0.01)
    runs = sum(now and not before for before, now in zip([False, *gone], gone, strict=False))
    assert sum(gone) / runs == pytest.approx(burst, rel=0.15)


def test_a_seed_loses_the_same_packets_and_another_seed_others() -> None:
    weather = Weather(loss_pct=5)

    assert lost(Road(1, weather)) == lost(Road(1, weather))
    assert lost(Road(1, weather)) != lost(Road(2, weather))


def test_a_full_queue_drops_and_never_delays_longer_than_it_is() -> None:
    road = Road(1, Weather(kbps=96, delay_ms=150, queue_ms=600))

    arrivals = [road.take(packet(1200), n * 0.01) for n in range(200)]

    waits = [at - n * 0.01 for n, at in enumerate(arrivals) if at is not None]
    assert max(waits) <= 0.6 + 0.15 + 1200 * 8 / 96_000 + 1e-9
    assert road.count.overflown > 150


@given(st.lists(st.tuples(st.floats(0, 0.1), st.integers(24, 1400)), max_size=200), st.integers(0, 50))
def test_packets_come_out_in_the_order_they_went_in(steps: list[tuple[float, int]], seed: int) -> None:
    road, now, arrivals = Road(seed, Weather(kbps=256, delay_ms=20, jitter_ms=200, loss_pct=10, burst=3)), 0.0, [0.0]
    for pause, size in steps:
        now += pause
        if (at := road.take(packet(size), now)) is not None:
            assert at >= now + 0.02
            arrivals.append(at)

    assert arrivals == sorted(arrivals)


def test_each_bar_stops_its_own_packets_only() -> None:
    def passes(weather: Weather, what: bytes) -> bool:
        return Road(1, weather).take(what, 0) is not None

    tcp = packet(100)[:9] + b"\x06" + packet(100)[10:]
    assert not passes(Weather(out=True), tcp)
    assert not passes(Weather(udp_blocked=True), packet(100))
    assert passes(Weather(udp_blocked=True), tcp)
    assert not passes(Weather(blocked_ports=(2000,)), packet(100))
    assert not passes(Weather(blocked_ports=(1000,)), packet(100))
    assert passes(Weather(blocked_ports=(3000,)), packet(100))
    picture = packet(24) + bytes(4) + bytes([0x80, 96]) + bytes(50)
    assert not passes(Weather(blocked_payloads=(96,)), picture)
    assert passes(Weather(blocked_payloads=(111,)), picture)


async def test_a_real_link_has_the_rate_the_loss_and_the_delay_it_was_told_and_obeys_while_it_runs() -> None:
    try:
        async with weak_link(7, Weather(kbps=256, delay_ms=50, queue_ms=300)) as link:
            sender, receiver = await pair(link)
            # 400 kbit/s offered on 256: what arrives in the middle second is the rate, one IP header a packet.
            arrived = await send(sender, receiver, packets=125, size=972, every=0.02)
            first, last = arrived[0].at, arrived[-1].at
            kbps = (len(arrived) - 1) * 1000 * 8 / 1000 / (last - first)
            assert kbps == pytest.approx(256, rel=0.05)
            assert arrived[0].late == pytest.approx(0.05 + 1000 * 8 / 256_000, abs=0.03)
            assert max(a.late for a in arrived) < 0.3 + 0.05 + 0.1

            await link.set(Weather(loss_pct=20, delay_ms=30))
            arrived = await send(sender, receiver, packets=1000, size=100, every=0.001)
            assert len(arrived) / 1000 == pytest.approx(0.8, abs=0.05)
            assert statistics.median(a.late for a in arrived) == pytest.approx(0.03, abs=0.02)

            before = await link.counts()
            async with link.blackout():
                assert await send(sender, receiver, packets=20, size=100, every=0.001) == []
            assert (await link.counts())["up"]["barred"] == before["up"]["barred"] + 20
            await link.set(Weather())
            await link.move("station", "10.99.0.9/16")
            sender.close()
            sender = udp(link, "station")
            assert len(await send(sender, receiver, packets=20, size=100, every=0.001)) == 20
            sender.close()
            receiver.close()
    except NoNamespaces as refusal:
        pytest.skip(str(refusal))


class Arrival:
    def __init__(self, sent_at: float) -> None:
        self.at = time.monotonic()
        self.late = self.at - sent_at


def udp(link: Link, end: End) -> socket.socket:
    made = link.socket(end, socket.AF_INET, socket.SOCK_DGRAM)
    made.setblocking(False)
    made.bind((link.addresses[end], 0))
    return made


async def pair(link: Link) -> tuple[socket.socket, socket.socket]:
    return udp(link, "station"), udp(link, "hospital")


async def send(
    sender: socket.socket, receiver: socket.socket, *, packets: int, size: int, every: float
) -> list[Arrival]:
    """What came out at the other end until nothing came for a third of a second."""
    loop, arrived, target = asyncio.get_running_loop(), [], receiver.getsockname()

    async def receive() -> None:
        while True:
            sent_at = float((await loop.sock_recv(receiver, 2048))[:20])
            arrived.append(Arrival(sent_at))

    receiving = asyncio.create_task(receive())
    begun = time.monotonic()
    for n in range(packets):
        await asyncio.sleep(max(0.0, begun + n * every - time.monotonic()))
        await loop.sock_sendto(sender, f"{time.monotonic():020.9f}".encode().ljust(size, b" "), target)
    seen = -1
    while seen != len(arrived):
        seen = len(arrived)
        await asyncio.sleep(0.35)
    receiving.cancel()
    return arrived
