"""The link program: two network namespaces joined by nothing but a weak link in user space, changed while it runs.

    python -m tests.weak.link SEED

It needs no traffic control in the kernel, only TUN and the right to make network namespaces (root has it). The
namespaces have no names: they live as long as this program and whoever entered them, so nothing is left behind even
after `kill -9`. It says where they are, then takes one JSON object a line on its standard input and answers each with
one; it ends when its input does. `tests/weak/ends.py` is the other side of that pipe.
"""

import asyncio
import ctypes
import fcntl
import json
import os
import struct
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import asdict
from ipaddress import ip_interface
from typing import Any

from tests.weak.road import Road, Weather

DEVICE = "weak0"
"""Not `tun…`: Chromium takes such a device for a VPN and would find itself offline."""
STATION, HOSPITAL = "10.99.0.1/16", "10.99.0.2/16"
MTU = 1400
CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
LARGEST_READ = 2048


class Refused(Exception):
    """This machine does not let us make a network namespace or a TUN device."""


def main(seed: int) -> None:
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    try:
        ends = {name: _make_end(address) for name, address in (("station", STATION), ("hospital", HOSPITAL))}
    except (OSError, subprocess.CalledProcessError) as fault:
        raise Refused(str(fault)) from fault
    finally:
        _enter(home)
    with suppress(OSError):
        os.nice(-10)  # it does little, but at once: a busy machine would otherwise be a worse link than was asked for
    asyncio.run(_Link(seed, ends).run())


def _make_end(address: str) -> tuple[int, int]:
    """A fresh namespace and the TUN device that is its only way out."""
    _libc("unshare", CLONE_NEWNET)
    namespace = os.open("/proc/self/ns/net", os.O_RDONLY)
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH", DEVICE.encode(), IFF_TUN | IFF_NO_PI))
    _ip("link set lo up", f"address add {address} dev {DEVICE}", f"link set {DEVICE} mtu {MTU} up")
    _ip(f"route add default dev {DEVICE}")
    return namespace, device


def _enter(namespace: int) -> None:
    _libc("setns", namespace, CLONE_NEWNET)


def _libc(name: str, *given: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*given) != 0:
        raise OSError(ctypes.get_errno(), name)


def _ip(*commands: str) -> None:
    for command in commands:
        subprocess.run(["ip", "-4", *command.split()], check=True, stdout=subprocess.DEVNULL)


class _Way:
    """One direction: what comes out of one device goes into the other, later or never."""

    def __init__(self, road: Road, source: int, target: int) -> None:
        self.road, self._source, self._target = road, source, target
        self._under_way: deque[bytes] = deque()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(source, self._read)

    def _read(self) -> None:
        while True:
            try:
                packet = os.read(self._source, LARGEST_READ)
            except BlockingIOError:
                return
            if packet[0] >> 4 != 4:
                continue  # neighbour discovery of IPv6, which this link does not carry
            due = self.road.take(packet, self._loop.time())
            if due is not None:
                self._under_way.append(packet)  # the road keeps order, so each timer takes the oldest
                self._loop.call_at(due, self._write)

    def _write(self) -> None:
        try:
            os.write(self._target, self._under_way.popleft())
        except OSError:
            self.road.count.barred += 1  # the far end is down: its address is being changed


class _Link:
    def __init__(self, seed: int, ends: dict[str, tuple[int, int]]) -> None:
        self._ends, self._seed = ends, seed
        self._addresses = {"station": STATION, "hospital": HOSPITAL}

    async def run(self) -> None:
        station, hospital = (self._ends[name][1] for name in ("station", "hospital"))
        self._ways = {
            "up": _Way(Road(2 * self._seed), station, hospital),
            "down": _Way(Road(2 * self._seed + 1), hospital, station),
        }
        self._say(
            {
                "namespaces": {name: f"/proc/{os.getpid()}/fd/{end[0]}" for name, end in self._ends.items()},
                "addresses": {name: str(ip_interface(at).ip) for name, at in self._addresses.items()},
            }
        )
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        async for line in reader:
            self._say(self._obey(json.loads(line)))

    def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        """`seed`: new luck; `up`, `down`: the weather; `move`: ends and addresses. Answers with what was counted."""
        if "seed" in order:
            for turn, way in enumerate(self._ways.values()):
                way.road = way.road.again(2 * order["seed"] + turn)
        for name, way in self._ways.items():
            if change := order.get(name):
                given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in change.items()}
                way.road.weather = Weather(**given)
        for name, address in order.get("move", {}).items():
            self._move(name, address)
        return {name: asdict(way.road.count) for name, way in self._ways.items()}

    def _move(self, name: str, address: str) -> None:
        """As when a telephone changes its cell's gateway: the old address is gone before the new one comes."""
        home = os.open("/proc/self/ns/net", os.O_RDONLY)
        _enter(self._ends[name][0])
        try:
            _ip(f"address del {self._addresses[name]} dev {DEVICE}", f"address add {address} dev {DEVICE}")
            _ip(f"route replace default dev {DEVICE}")
        finally:
            _enter(home)
            os.close(home)
        self._addresses[name] = address

    def _say(self, what: dict[str, Any]) -> None:
        print(json.dumps(what), flush=True)


if __name__ == "__main__":
    try:
        main(int(sys.argv[1]))
    except Refused as refusal:
        sys.exit(f"no network namespaces here: {refusal}")
