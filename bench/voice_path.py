"""Voice on a connection of its own beside one shared connection, over weak links, between bare pages: decision 0024."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.async_api import Page

from tests.browser.chromium import blank_page, chromium, executable, person
from tests.weak.ends import Link, weak_link
from tests.weak.road import Weather
from tests.weak.voice import voice_file

SEEDS = (1, 2, 3)
SETTLE_S, MEASURE_S = 6.0, 20.0
KILLS, KILLED_S, ALIVE_S = 20, 3.0, 3.0

PAGE = (Path(__file__).parent / "voice_path.js").read_text()


@dataclass(frozen=True)
class Case:
    name: str
    weather: Weather
    preset: dict[str, Any]


C = {"width": 320, "height": 180, "fps": 12, "videoKbps": 110, "audioKbps": 20, "red": True, "ptime": 20}
D = {"width": 320, "height": 180, "fps": 8, "videoKbps": 45, "audioKbps": 16, "red": False, "ptime": 40}
CASES = (
    Case("256k C", Weather(kbps=256, delay_ms=150, loss_pct=5), C),
    Case("96k D", Weather(kbps=96, delay_ms=150, loss_pct=5), D),
)


@asynccontextmanager
async def pages(link: Link, folder: Path) -> AsyncIterator[tuple[Page, Page]]:
    """A page at each end; what one tells the other goes past the link, so that only media is measured."""
    more = [f"--use-file-for-fake-audio-capture={folder / 'voice.wav'}"]
    without = ["--allow-loopback-in-peer-connection"]
    async with (
        chromium(program=link.program("station", executable(), folder), more=more, without=without) as a,
        chromium(program=link.program("hospital", executable(), folder), more=more, without=without) as b,
    ):
        one, other = await blank_page(await person(a)), await blank_page(await person(b))
        for page, far in ((one, other), (other, one)):
            await page.expose_function("tell", lambda message, far=far: far.evaluate("hear", message))
            await page.evaluate(PAGE)
        yield one, other


async def measured(both: tuple[Page, Page], seconds: float) -> list[dict[str, Any]]:
    for page in both:
        await page.evaluate("mark()")
    await asyncio.sleep(seconds)
    return [await page.evaluate("since()") for page in both]


async def steady(case: Case, seed: int, own: bool, folder: Path) -> dict[str, Any]:
    async with weak_link(seed, case.weather) as link, pages(link, folder) as both:
        for page in both:
            await page.evaluate("prepare", {**case.preset, "own": own})
        connected = await both[0].evaluate("call()")
        await asyncio.sleep(SETTLE_S)
        return {"connected_ms": connected, "sides": await measured(both, MEASURE_S)}


async def killed(case: Case, seed: int, own: bool, folder: Path) -> dict[str, Any]:
    """The picture's way is cut twenty times, three seconds each; what the voice lost over the whole time."""
    async with weak_link(seed, case.weather) as link, pages(link, folder) as both:
        for page in both:
            await page.evaluate("prepare", {**case.preset, "own": own})
        connected = await both[0].evaluate("call()")
        await asyncio.sleep(SETTLE_S)
        for page in both:
            await page.evaluate("mark()")
        for _ in range(KILLS):
            if own:
                ports = [await page.evaluate("videoPort()") for page in both]
                await link.change(blocked_ports=tuple(port for port in ports if port))
            else:
                await link.change(blocked_payloads=tuple(await both[0].evaluate("videoPayloads()")))
            await asyncio.sleep(KILLED_S)
            if own:
                await both[0].evaluate("rebuild()")  # a dead connection is replaced, not waited for
            await link.change(blocked_ports=(), blocked_payloads=())
            await asyncio.sleep(ALIVE_S)
        return {"connected_ms": connected, "sides": [await page.evaluate("since()") for page in both]}


def line(case: Case, own: bool, what: str, runs: list[dict[str, Any]]) -> str:
    def of(key: str) -> str:
        values = [side[key] for run in runs for side in run["sides"] if side[key] is not None]
        return f"{median(values):.1f} ({min(values):.1f}–{max(values):.1f})" if values else "–"

    connected = [run["connected_ms"] for run in runs]
    return (
        f"| {case.name} | {what} | {'own' if own else 'shared'} | {of('concealed_pct')} | {of('delay_ms')} "
        f"| {of('rtt_ms')} | {of('lost_pct')} | {of('fps')} | {of('freeze_s')} | {of('video_kbps')} "
        f"| {median(connected):.0f} |"
    )


async def main(what: str) -> None:
    print("| link | what | voice's connection | concealed % | buffer ms | rtt ms | voice lost % | fps | frozen s "
          "| picture kbit/s | connected ms |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="telemed-voice-") as name:
        folder = Path(name)
        voice_file(folder)
        for case in CASES:
            for own in (False, True):
                if what in ("steady", "all"):
                    runs = [await steady(case, seed, own, folder) for seed in SEEDS]
                    print(line(case, own, "steady", runs), flush=True)
                if what in ("kills", "all"):
                    runs = [await killed(case, seed, own, folder) for seed in SEEDS[:1]]
                    print(line(case, own, f"picture's way killed {KILLS} times", runs), flush=True)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores at the end")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1] if len(sys.argv) > 1 else "all"))
