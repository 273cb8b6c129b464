"""The rows of the weak-link suite: what the link is like, what happens on it, and the bars its calls must clear."""

from dataclasses import dataclass, field, replace

from tests.weak.road import Weather


@dataclass(frozen=True)
class Bars:
    """Of the worse side. None: looked at, not judged."""

    concealed_pct: float | None = None
    fps: float | None = None
    connect_s: float | None = None
    """From the making of the connection until it is connected."""
    rtt_ms: float | None = None
    back_s: float | None = None
    """Voice, after the link is back."""
    still_s: float | None = None
    """From the choosing of a picture until the other side has it open."""
    is_voice_only: bool = False


@dataclass(frozen=True)
class Row:
    name: str
    weather: Weather
    bars: Bars = field(default_factory=Bars)
    seeds: tuple[int, ...] = (1, 2, 3)
    settle_s: float = 12
    """Until the rungs have found their place."""
    measure_s: float = 25
    blackout_s: float = 0
    new_address: str = ""
    kills: int = 0
    """How often the picture's way is cut, three seconds each, while the voice's stays."""
    still_kb: int = 0
    """A picture of about this size is sent while they talk."""
    with_relay: bool = False
    """There is a relay beside the server."""

    @property
    def is_cut(self) -> bool:
        """In its middle nothing comes, and then must come again."""
        return bool(self.blackout_s or self.new_address)


GOOD = Weather(kbps=1000, delay_ms=40)
K256 = Weather(kbps=256, delay_ms=150, loss_pct=5)
K96 = Weather(kbps=96, delay_ms=150, loss_pct=5)
K48 = Weather(kbps=48, delay_ms=300, loss_pct=2)
BACK = Bars(back_s=5)

ROWS = (
    Row("1 Mbit/s", GOOD, Bars(concealed_pct=1, fps=12, connect_s=3)),
    Row("256 k, 300 ms, 5 %", K256, Bars(concealed_pct=2, fps=8, connect_s=3)),
    Row("96 k, 300 ms, 5 %", K96, Bars(concealed_pct=4, rtt_ms=700)),
    Row("48 k, 600 ms, 2 %", K48, Bars(concealed_pct=8, is_voice_only=True), seeds=(1, 2, 3, 4, 5), settle_s=20),
    Row(
        "48 k, 600 ms, 2 %, and a picture of 300 kB",
        K48,
        Bars(concealed_pct=8, is_voice_only=True, still_s=300),
        seeds=(1,),
        settle_s=20,
        measure_s=1,
        still_kb=300,
    ),
    Row("256 k, 300 ms, 5 % in bursts of 5", Weather(kbps=256, delay_ms=150, loss_pct=5, burst=5)),
    Row("blackout of 10 s on 256 k", Weather(kbps=256, delay_ms=150), BACK, blackout_s=10, measure_s=10),
    Row("blackout of 30 s on 256 k", Weather(kbps=256, delay_ms=150), BACK, blackout_s=30, measure_s=10),
    Row("blackout of 60 s on 256 k", Weather(kbps=256, delay_ms=150), BACK, blackout_s=60, measure_s=10),
    Row("picture's way killed 20 times on 256 k, 5 %", K256, Bars(concealed_pct=2), kills=20, measure_s=1),
    Row("another address on 1 Mbit/s", GOOD, BACK, new_address="10.99.0.77/16", measure_s=10),
    Row("UDP blocked on 1 Mbit/s", replace(GOOD, udp_blocked=True), Bars(concealed_pct=1), with_relay=True),
)
