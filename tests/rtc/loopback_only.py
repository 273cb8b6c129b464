"""A call and a line test on a machine that has no network but loopback; `test_loopback_only.py` runs this in one.

Prints one JSON object. Arguments are Chromium flags to leave out, to see which of them matter.
"""

import asyncio
import fcntl
import json
import socket
import struct
import sys

import ifaddr

from telemed.kernel.actor import Actor
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import UserId, uuid7
from telemed.media.model import LineTestId
from telemed.media.robot import RobotPeer
from telemed.media.service import LineTests
from tests.browser.chromium import chromium, person
from tests.rtc.browser_peer import BrowserPeer

SIOCSIFFLAGS, IFF_UP, IFF_RUNNING = 0x8914, 0x1, 0x40


def raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP | IFF_RUNNING))


def addresses() -> list[str]:
    return sorted({str(ip.ip if ip.is_IPv4 else ip.ip[0]) for adapter in ifaddr.get_adapters() for ip in adapter.ips})


async def meet(page: BrowserPeer) -> dict[str, object]:
    robot = RobotPeer()
    await page.take(await robot.accept_offer(await page.offer()))
    seen = await page.receives(frames=60, packets=50, within_ms=15_000)
    await robot.close()
    return {"frames": seen.frames, "packets": seen.packets, "address": seen.address, "robot": robot.frames_received}


async def try_line(page: BrowserPeer) -> dict[str, object]:
    line_tests, doctor, test = LineTests(SystemClock()), Actor(UserId(uuid7())), LineTestId(uuid7())
    await page.take(await line_tests.start(doctor, test, await page.offer()))
    seen = await page.receives(frames=10, packets=50, within_ms=15_000)
    measured = await line_tests.measured(doctor, test)
    await line_tests.close()
    assert measured.voice
    return {"frames": seen.frames, "address": seen.address, "voice": measured.voice.received}


async def main(without: list[str]) -> None:
    raise_loopback()
    async with chromium(without=without) as browser:
        context = await person(browser)
        call = await meet(await BrowserPeer.open(context))
        line_test = await try_line(await BrowserPeer.open(context))
    print(json.dumps({"addresses": addresses(), "call": call, "line_test": line_test}))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
