"""Calls of the real product over weak links: every row of the suite with its seeds, each figure beside its bar.

python -m bench.weak_links [--seeds N] [part of a row's name …]
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from telemed.infra.server import database_server
from telemed.migrations.runner import migrate
from tests.weak.calls import Outcome, Told, Watched
from tests.weak.places import CannotHere, weak_place
from tests.weak.rows import ROWS, Row

Pick = Callable[[Told], float | None]
RUN_WITHIN_S = 600
"""One call, from asking for help to everybody home."""


@dataclass
class Sum:
    """What a row came to, for the table at the end."""

    row: Row
    cells: list[tuple[str, float | None, float | None, bool]] = field(default_factory=list)
    """What, its median, its bar, whether the bar holds; no median: never."""
    failed: list[str] = field(default_factory=list)
    """Runs that ended in an error, and what a run lost: voice, frames, words."""


async def run(names: Sequence[str] = (), seeds: int = 0) -> bool:
    rows = [row for row in ROWS if not names or any(name in row.name for name in names)]
    sums = []
    for row in sorted(rows, key=lambda row: row.with_relay):
        sums.append(await _row(row, row.seeds[:seeds] if seeds else row.seeds))
    _table(sums)
    return not any(one.failed for one in sums)


@asynccontextmanager
async def _watched(with_relay: bool) -> AsyncIterator[Watched]:
    """A server, its database and two browsers of a row's own: what one row breaks does not reach the next."""
    with tempfile.TemporaryDirectory(prefix="telemed-weak-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # noqa: ASYNC240 - as root the database runs as another user
        async with database_server(folder / "database", durable=False) as database:
            await migrate(database.owner_url)
            async with weak_place(database, folder, with_relay=with_relay) as place:
                print(f"\nOver {place.how}. “First” is counted from “Nhận ca”; the worse side counts.")
                yield await Watched.of(place)


async def _row(row: Row, seeds: Sequence[int]) -> Sum:
    """All its seeds. One that fails is told and left: the next begins with everything new."""
    found, outcomes, left = Sum(row), list[Outcome](), deque(seeds)
    while left:
        seed = left[0]
        try:
            async with _watched(row.with_relay) as watched:
                print(row.name, flush=True)
                while left:
                    seed = left.popleft()
                    async with asyncio.timeout(RUN_WITHIN_S):
                        outcome = await watched.call(row, seed)
                    _print_call(outcome)
                    outcomes.append(outcome)
        except CannotHere as refusal:
            print(f"  not measured: {refusal}")
            return found
        except Exception as fault:  # whatever went wrong in one run, the others are still wanted
            told = (str(fault).splitlines() or [""])[0]
            print(f"  seed {seed} FAILED: {type(fault).__name__} {told}", flush=True)
            found.failed.append(f"seed {seed}: {type(fault).__name__}")
            if left and left[0] == seed:
                left.popleft()
    for text, of, bar, at_least in _bars(row):
        values = [value for outcome in outcomes if (value := outcome.worst(of, least=at_least)) is not None]
        _sum(found, text, values, len(outcomes), bar, at_least)
    if row.still_kb:
        stills = [outcome.still_s for outcome in outcomes if outcome.still_s is not None]
        _sum(found, "picture there s", stills, len(outcomes), row.bars.still_s, at_least=False)
    print(f"  load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    found.failed += [f"seed {outcome.seed}: {lost}" for outcome in outcomes for lost in _lost(outcome)]
    return found


def _sum(found: Sum, text: str, values: list[float], of: int, bar: float | None, at_least: bool) -> None:
    """Prints one line of a row and keeps it."""
    middle = median(values) if values else None
    # One run without the thing is a bar that is missed, however well the others did.
    holds = bar is None or (middle is not None and len(values) == of and (middle >= bar if at_least else middle <= bar))
    found.cells.append((text, middle, bar, holds))
    told = "" if bar is None else f" (bar {'≥' if at_least else '≤'} {bar:g}: {'held' if holds else 'MISSED'})"
    each = f"median {middle:.1f} of {', '.join(f'{v:.1f}' for v in sorted(values))}" if middle is not None else "never"
    print(f"  {text}: {each}{told}" + (f"; {of - len(values)} never" if values and len(values) < of else ""))


def _table(sums: list[Sum]) -> None:
    print("\n| link | " + " | ".join(("median of the worse side", "bars", "lost")) + " |")
    print("|---|---|---|---|")
    for one in sums:
        figures = ", ".join(f"{text} {_n(middle)}" for text, middle, _, _ in one.cells)
        judged = [(text, bar, holds) for text, _, bar, holds in one.cells if bar is not None]
        bars = ", ".join(f"{text} {bar:g} {'held' if holds else '**MISSED**'}" for text, bar, holds in judged)
        print(f"| {one.row.name} | {figures or 'not measured'} | {bars} | {'; '.join(one.failed)} |")
    print(f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)


def _lost(outcome: Outcome) -> list[str]:
    """Counts, not figures: voice came and came back, no frame was lost or doubled, no word, no page made an error."""
    found = [f"a page's error: {fault}" for fault in outcome.faults]
    if outcome.has_lost_words:
        found.append(f"words: {outcome.draft}")
    for side, told in outcome.sides.items():
        if told.voice_s is None:
            found.append(f"the {side} never heard anything")
        elif told.voice_back_s is None and outcome.row.is_cut:
            found.append(f"voice never came back to the {side}")
        if told.strays:
            found.append(f"frames on the way to the {side}: {told.strays}")
    return found


def _bars(row: Row) -> list[tuple[str, Pick, float | None, bool]]:
    bars = row.bars
    found: list[tuple[str, Pick, float | None, bool]] = [
        ("concealed %", lambda told: told.figures.concealed_pct, bars.concealed_pct, False),
        ("buffer ms", lambda told: told.figures.delay_ms, None, False),
        ("rtt ms", lambda told: told.figures.rtt_ms, bars.rtt_ms, False),
        ("connect s", lambda told: told.connect_s, bars.connect_s, False),
        ("first voice s", lambda told: told.voice_s, None, False),
    ]
    if not bars.is_voice_only:
        found += [
            ("fps", lambda told: told.figures.fps, bars.fps, True),
            ("frozen s", lambda told: told.figures.frozen_s, None, False),
            ("first picture s", lambda told: told.picture_s, None, False),
        ]
    if row.is_cut:
        found = [("voice back s", lambda told: told.voice_back_s, bars.back_s, False), *found[3:]]
        found.append(("picture back s", lambda told: told.picture_back_s, None, False))
    return found


def _print_call(outcome: Outcome) -> None:
    for side, told in outcome.sides.items():
        f = told.figures
        rungs = " → ".join(f"{at:.0f} s {rung}{f' ({cause})' if cause else ''}" for at, rung, cause in told.rungs)
        print(
            f"  seed {outcome.seed} {side:10}: concealed {_n(f.concealed_pct)} %, lost {_n(f.voice_lost_pct)} %, "
            f"buffer {_n(f.delay_ms)} ms, rtt {_n(f.rtt_ms)} ms, {f.fps:.1f} fps at {told.width}, "
            f"{f.freezes} freezes {f.frozen_s:.1f} s, voice {f.voice_kbps:.0f} + picture {f.picture_kbps:.0f} kbit/s; "
            f"connected in {_n(told.connect_s)} s, first voice {_n(told.voice_s)} s, picture {_n(told.picture_s)} s"
            + (f"; back {_n(told.voice_back_s)}, {_n(told.picture_back_s)} s" if outcome.row.is_cut else "")
            + f"; {told.path}, {told.connections} connections; rungs {rungs or 'never said'}",
            flush=True,
        )
    for lost in _lost(outcome):
        print(f"  seed {outcome.seed} LOST: {lost}")


def _n(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


async def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=0)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    return 0 if await run(given.names, given.seeds) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
