"""What a robot shows and says: a pulse trace that moves and a soft beep on each beat. Drawn once, then only sliced."""

import asyncio
import math
from array import array
from fractions import Fraction
from functools import cache

from aiortc import MediaStreamTrack
from aiortc.mediastreams import MediaStreamError
from av import AudioFrame, VideoFrame

WIDTH, HEIGHT, PICTURES_PER_SECOND = 320, 240, 10
SPEED = 16
"""Points to the left with each picture: a beat, WIDTH / 2 wide, passes every second."""
DARK, BRIGHT, BLUE, RED = 40, 210, 120, 96
RATE, SAMPLES = 48_000, 960
"""20 ms of sound to a frame, as WebRTC sends it."""
TONE_HZ, BEEP_FRAMES, LOUDNESS = 440, 8, 1800
"""LOUDNESS is of 32767, about -25 dBFS: heard, never in the way."""

BEAT = ((0.3, 0), (0.36, -12), (0.42, 0), (0.48, 14), (0.52, -80), (0.57, 30), (0.62, 0), (0.72, -18), (0.8, 0), (1, 0))
"""One heartbeat: where it has got to, and the height there in points; negative is up."""


def _height(x: int) -> float:
    at = x % (WIDTH // 2) / (WIDTH // 2)
    before = (0.0, 0)
    for after in BEAT:
        if at <= after[0]:
            return before[1] + (after[1] - before[1]) * (at - before[0]) / (after[0] - before[0])
        before = after
    return 0


@cache
def _rows() -> list[bytes]:
    """The brightness of a picture twice as wide as shown; any WIDTH of it in a row is one moment."""
    rows = [bytearray([DARK]) * (2 * WIDTH) for _ in range(HEIGHT)]
    for x in range(2 * WIDTH):
        here, there = (HEIGHT // 2 + _height(x + step) for step in (0, 1))
        for y in range(round(min(here, there)) - 1, round(max(here, there)) + 2):
            rows[y][x] = BRIGHT
    return [bytes(row) for row in rows]


def picture(number: int) -> VideoFrame:
    frame = VideoFrame(WIDTH, HEIGHT, "yuv420p")
    brightness, blue, red = frame.planes
    left = number * SPEED % WIDTH
    padding = bytes(brightness.line_size - WIDTH)
    brightness.update(b"".join(row[left : left + WIDTH] + padding for row in _rows()))
    blue.update(bytes([BLUE]) * blue.buffer_size)
    red.update(bytes([RED]) * red.buffer_size)
    return frame


@cache
def _beep(number: int) -> bytes:
    """Frame `number` of a second of sound, which starts with a beep that swells and fades."""
    if number >= BEEP_FRAMES:
        return bytes(2 * SAMPLES)
    return array("h", (_sample(number * SAMPLES + n) for n in range(SAMPLES))).tobytes()


def _sample(n: int) -> int:
    swell = math.sin(math.pi * n / (BEEP_FRAMES * SAMPLES))
    return round(LOUDNESS * swell * math.sin(2 * math.pi * TONE_HZ * n / RATE))


def sound(number: int) -> AudioFrame:
    frame = AudioFrame("s16", "mono", SAMPLES)
    frame.sample_rate = RATE
    frame.planes[0].update(_beep(number % (RATE // SAMPLES)))
    return frame


class _Paced(MediaStreamTrack):
    """Frames at a steady pace from the moment the first one is asked for."""

    per_second: int
    clock_rate: int

    def __init__(self) -> None:
        super().__init__()
        self._number = -1
        self._started_at = 0.0

    async def next_number(self) -> int:
        if self.readyState != "live":
            raise MediaStreamError
        now = asyncio.get_running_loop().time()
        if self._number < 0:
            self._started_at = now
        self._number += 1
        await asyncio.sleep(self._started_at + self._number / self.per_second - now)
        return self._number

    def stamp(self, frame: VideoFrame | AudioFrame, number: int) -> None:
        frame.pts = number * self.clock_rate // self.per_second
        frame.time_base = Fraction(1, self.clock_rate)


class PulsePicture(_Paced):
    kind = "video"
    per_second, clock_rate = PICTURES_PER_SECOND, 90_000

    async def recv(self) -> VideoFrame:
        number = await self.next_number()
        frame = picture(number)
        self.stamp(frame, number)
        return frame


class PulseSound(_Paced):
    kind = "audio"
    per_second, clock_rate = RATE // SAMPLES, RATE

    async def recv(self) -> AudioFrame:
        number = await self.next_number()
        frame = sound(number)
        self.stamp(frame, number)
        return frame
