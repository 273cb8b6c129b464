"""Decides which packets of one direction of a weak link arrive, and when: seeded, with its own idea of time, no I/O."""

import random
from dataclasses import dataclass, field

UDP = 17
UDP_HEADER = 8
RTP = 2


@dataclass(frozen=True, slots=True)
class Weather:
    """What a link is like in one direction. Rates are what a modem sells: the bytes of whole IP packets."""

    kbps: float = 0
    """0: no limit."""
    delay_ms: float = 0
    jitter_ms: float = 0
    """Up to this much more, packet by packet. Order is kept, as radio links do."""
    loss_pct: float = 0
    burst: float = 1
    """How many packets in a row a loss takes, on average; the share that is lost stays the same."""
    queue_ms: float = 600
    """A packet that would wait longer than this is dropped at the tail."""
    out: bool = False
    """Nothing passes: the mountain is in between."""
    udp_blocked: bool = False
    blocked_ports: tuple[int, ...] = ()
    """UDP from or to one of these is dropped."""
    blocked_payloads: tuple[int, ...] = ()
    """RTP of these payload types is dropped: the picture alone is gone, or the voice. Its header is never encrypted."""


@dataclass(slots=True)
class Count:
    packets: int = 0
    bytes: int = 0
    lost: int = 0
    """By chance."""
    overflown: int = 0
    """Dropped from a queue that was full."""
    barred: int = 0
    """By an outage or a block."""


@dataclass(slots=True)
class Road:
    """One direction. `weather` may be replaced at any time; what is under way arrives as it was."""

    seed: int
    weather: Weather = field(default_factory=Weather)
    count: Count = field(default_factory=Count)
    _random: random.Random = field(init=False)
    _free_at: float = 0.0
    _last_at: float = 0.0
    _losing: bool = False

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def take(self, packet: bytes, now: float) -> float | None:
        """When this packet comes out at the other end; None: never. `now` is in seconds and never goes back."""
        weather, count = self.weather, self.count
        count.packets += 1
        count.bytes += len(packet)
        # Drawn for every packet, whatever becomes of it: a seed means the same losses under every weather.
        loses, jitter = self._loses(), self._random.random()
        if self._bars(packet):
            count.barred += 1
            return None
        if loses:
            count.lost += 1
            return None
        starts_at = max(now, self._free_at)
        if weather.kbps and (starts_at - now) * 1000 > weather.queue_ms:
            count.overflown += 1
            return None
        self._free_at = starts_at + (len(packet) * 8 / (weather.kbps * 1000) if weather.kbps else 0)
        arrives_at = self._free_at + (weather.delay_ms + weather.jitter_ms * jitter) / 1000
        self._last_at = max(self._last_at, arrives_at)
        return self._last_at

    def again(self, seed: int) -> "Road":
        """The same road with other luck; what is under way is not overtaken."""
        road = Road(seed, self.weather, self.count)
        road._free_at, road._last_at = self._free_at, self._last_at
        return road

    def _loses(self) -> bool:
        """Gilbert's two states: losing, and not."""
        share, length = self.weather.loss_pct / 100, max(1.0, self.weather.burst)
        draw = self._random.random()
        if length == 1:
            self._losing = draw < share
        elif self._losing:
            self._losing = draw < 1 - 1 / length
        else:
            self._losing = share < 1 and draw < share / (1 - share) / length
        return self._losing

    def _bars(self, packet: bytes) -> bool:
        weather = self.weather
        if weather.out:
            return True
        if packet[9] != UDP:
            return False
        start = (packet[0] & 0x0F) * 4
        ports = (int.from_bytes(packet[start : start + 2]), int.from_bytes(packet[start + 2 : start + 4]))
        media = packet[start + UDP_HEADER : start + UDP_HEADER + 2]
        return (
            weather.udp_blocked
            or any(port in weather.blocked_ports for port in ports)
            or (len(media) == 2 and media[0] >> 6 == RTP and media[1] & 0x7F in weather.blocked_payloads)
        )
