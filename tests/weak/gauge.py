"""What a page's call was like between two looks, and what its app said meanwhile."""

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Page, WebSocket

SCRIPT = (Path(__file__).parent / "gauge.js").read_text()


@dataclass(frozen=True)
class Figures:
    """Of one side, over one stretch of a call. None: there was nothing to measure."""

    concealed_pct: float | None
    voice_lost_pct: float | None
    delay_ms: float | None
    """What the voice waits in the jitter buffer."""
    rtt_ms: float | None
    fps: float
    freezes: int
    frozen_s: float
    voice_kbps: float
    picture_kbps: float


@dataclass
class Gauge:
    """Of one page. Times are the machine's, in seconds."""

    page: Page
    rungs: list[tuple[float, str, str | None]] = field(default_factory=list)
    """When this side said that it now sends which rung, and why."""
    numbers: list[int] = field(default_factory=list)
    """Of the reliable frames this page received, in order; begun anew with each link that was not resumed."""
    strays: list[str] = field(default_factory=list)
    """Frames that came twice or after a gap."""
    _before: dict[str, Any] | None = None

    @classmethod
    async def put(cls, page: Page) -> "Gauge":
        """Before the page's first call. The page is loaded anew: what it has open already cannot be listened to."""
        gauge = cls(page)
        await page.context.add_init_script(f"({SCRIPT})()")
        page.on("websocket", gauge._listen)
        await page.reload()
        return gauge

    def _listen(self, link: WebSocket) -> None:
        link.on("framesent", self._said)
        link.on("framereceived", self._heard)

    def _said(self, frame: str | bytes) -> None:
        said = json.loads(frame)
        if said.get("type") != "media" or not said.get("rung"):
            return
        told = (str(said["rung"]), said.get("cause"))
        if not self.rungs or self.rungs[-1][1:] != told:
            self.rungs.append((time.time(), *told))

    def _heard(self, frame: str | bytes) -> None:
        heard = json.loads(frame)
        if heard.get("type") == "welcome" and not heard.get("resumed"):
            self.numbers.clear()
        if number := heard.get("s"):
            if self.numbers and number != self.numbers[-1] + 1:
                self.strays.append(f"{heard['type']} has {number} after {self.numbers[-1]}")
            self.numbers.append(number)

    async def look(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.page.evaluate("window.gauge()")
        return found

    async def clear(self) -> None:
        """Forget when media came: another call begins."""
        await self.page.evaluate("window.gauge.clear()")
        self.rungs.clear()

    async def mark(self) -> None:
        self._before = await self.look()

    async def since(self) -> Figures:
        """From `mark` to now."""
        assert self._before
        before, now = self._before, await self.look()
        seconds = (now["at"] - before["at"]) / 1000

        def grown(key: str) -> float:
            return float(now["totals"].get(key, 0) - before["totals"].get(key, 0))

        def per(part: float, whole: float, times: float) -> float | None:
            return times * part / whole if whole > 0 else None

        packets, lost = grown("voice_packets"), max(0.0, grown("voice_lost"))
        return Figures(
            concealed_pct=per(grown("concealed"), grown("samples"), 100),
            voice_lost_pct=per(lost, lost + packets, 100),
            delay_ms=per(grown("buffered_s"), grown("emitted"), 1000),
            rtt_ms=per(grown("rtt_s"), grown("answers"), 1000),
            fps=grown("frames") / seconds,
            freezes=int(grown("freezes")),
            frozen_s=grown("frozen_s"),
            voice_kbps=grown("voice_bytes") * 8 / 1000 / seconds,
            picture_kbps=grown("picture_bytes") * 8 / 1000 / seconds,
        )

    async def back_after(self, moment: float, kind: str) -> float | None:
        """Seconds from a moment at which nothing came until this kind of media came again; None: not yet.

        0 if it never stood still for a second.
        """
        seen = (await self.look())[kind]
        if not seen["at"] or seen["at"] / 1000 < moment:
            return None
        pauses = [pause for pause in seen["pauses"] if pause["until"] / 1000 > moment]
        return float(max(0.0, pauses[0]["until"] / 1000 - moment)) if pauses else 0.0

    async def payloads(self, kind: str) -> list[int]:
        """The numbers under which this kind of media travels, redundancy included."""
        found: list[int] = await self.page.evaluate("kind => window.gauge.payloads(kind)", kind)
        return found

    async def first(self, kind: str) -> float | None:
        at = (await self.look())[kind]["first"]
        return at / 1000 if at else None
