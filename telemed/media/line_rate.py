"""How much a line carries: the server's end of a line test's data channels, one thing measured on each, by its label.

`up`: the browser sends, arrivals are counted here. `down`: sent from here, counted there. `pulse`: small numbered
words go out from here and come straight back; a page nobody looks at answers at once, though its own timers sleep.
"""

import asyncio
import math
from collections import deque
from collections.abc import Callable
from statistics import median

from aiortc import RTCDataChannel

from telemed.infra.background import Tasks
from telemed.media.model import Pulse

CEILING_KBPS = 2_000
"""More than the best picture with its voice: what is above it changes nothing and costs a station's megabytes."""
SENDS_FOR = 3.0
PACKET = bytes(1_100)
"""One on the wire: whole packets are lost, not parts."""
LITTLE = 8 * 1024
"""Bytes that may wait here to be sent: on a weak line the last of them must not outlast the test."""
TURN_S = 0.02
PULSES, PULSE_EVERY = 80, 0.04
"""Three seconds and a fifth, 25 a second: light enough for a line that carries voice alone."""
LONGEST = 64
"""Bytes of a pulse. Anything longer is no answer of ours."""

Clock = Callable[[], float]


class Fullest:
    """The most that came within one second. The rest of a short test is slow start, and says nothing of the line."""

    def __init__(self) -> None:
        self.kbps: int | None = None
        self._lately: deque[tuple[float, int]] = deque()
        self._bytes = 0

    def count(self, at: float, size: int) -> None:
        self._lately.append((at, size))
        self._bytes += size
        while at - self._lately[0][0] > 1:
            self._bytes -= self._lately.popleft()[1]
        self.kbps = max(self.kbps or 0, round(self._bytes * 8 / 1000))


class Pulses:
    """Words that went out with their number, and those that came back."""

    def __init__(self) -> None:
        self._sent: dict[int, float] = {}
        self._trips: list[float] = []

    def sent(self, number: int, at: float) -> None:
        self._sent[number] = at

    def back(self, number: int, at: float) -> None:
        if (began := self._sent.pop(number, None)) is not None:
            self._trips.append(at - began)

    def found(self) -> Pulse | None:
        """Of both ways together: `lost_pct` is what one way would have lost, were both alike."""
        many = len(self._sent) + len(self._trips)
        if not self._trips:
            return None
        steps = [abs(now - before) for before, now in zip(self._trips, self._trips[1:], strict=False)]
        return Pulse(
            rtt_ms=round(median(self._trips) * 1000, 1),
            jitter_ms=round(sum(steps) / len(steps) * 1000, 1) if steps else 0.0,
            lost_pct=round(100 * (1 - math.sqrt(len(self._trips) / many)), 1),
        )


class RateProbe:
    """The channels of one test. Each label counts once; a channel of any other name is closed."""

    def __init__(self) -> None:
        self.up = Fullest()
        self.pulses = Pulses()
        self._opened: set[str] = set()
        self._tasks = Tasks()
        self._now: Clock = asyncio.get_running_loop().time

    def take(self, channel: RTCDataChannel) -> None:
        label = channel.label
        if label in self._opened or label not in {"up", "down", "pulse"}:
            channel.close()
            return
        self._opened.add(label)
        match label:
            case "up":
                channel.on("message", lambda data: self.up.count(self._now(), len(data)))
            case "down":
                self._tasks.start(self._fill(channel), name="line-test-down")
            case _:
                channel.on("message", self._back)
                self._tasks.start(self._beat(channel), name="line-test-pulse")

    async def close(self) -> None:
        await self._tasks.close()

    async def _fill(self, channel: RTCDataChannel) -> None:
        began, sent = self._now(), 0
        while (ran := self._now() - began) < SENDS_FOR and channel.readyState == "open":
            while channel.bufferedAmount < LITTLE and sent * 8 < CEILING_KBPS * 1000 * (ran + TURN_S):
                channel.send(PACKET)
                sent += len(PACKET)
            await asyncio.sleep(TURN_S)
        channel.close()

    async def _beat(self, channel: RTCDataChannel) -> None:
        for number in range(PULSES):
            if channel.readyState != "open":
                return
            self.pulses.sent(number, self._now())
            channel.send(str(number))
            await asyncio.sleep(PULSE_EVERY)

    def _back(self, data: bytes | str) -> None:
        if isinstance(data, str) and len(data) <= LONGEST and data.isascii() and data.isdigit():
            self.pulses.back(int(data), self._now())
