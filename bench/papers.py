"""Papers a second: our forms, with all that stands around them, beside Typst setting one plain page of the same words.

Both print in turn on one thread, so the machine's noise falls on both alike.
"""

import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import typst

from telemed.infra.press import ARCHIVAL, fonts, plain
from telemed.records.forms import Paper, render
from tests.unit.records.golden import EXTRACT, FOLLOW_UP
from tests.unit.records.papers import MINUTES, REFERRAL

PAPERS: dict[str, Paper] = {"minutes": MINUTES, "extract": EXTRACT, "referral": REFERRAL, "follow-up": FOLLOW_UP}
ROUNDS = 20
AT_MOST = 8.0
"""Times as long as the same words without any form. Tables, dotted lines and boxes are most of the work."""

BARE = Path(__file__).parent / "bare.typ"


async def run() -> bool:
    held = True
    print(f"{'paper':<12}{'a second':>10}{'bare':>10}{'times':>8}{'kB':>8}")
    for name, paper in PAPERS.items():
        words = json.dumps(plain(paper), ensure_ascii=False)
        ours, bare = _both(partial(render, paper), partial(_bare, words))
        size = len(render(paper)) / 1000
        print(f"{name:<12}{1 / ours:>10.1f}{1 / bare:>10.1f}{ours / bare:>8.1f}{size:>8.0f}")
        held = held and ours / bare <= AT_MOST
    return held


def _bare(words: str) -> bytes:
    pdf = typst.compile(
        BARE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": words},
        pdf_standards=[ARCHIVAL],
        root=BARE.parent,
        timestamp=0,
    )
    assert isinstance(pdf, bytes)
    return pdf


def _both(first: Callable[[], bytes], second: Callable[[], bytes]) -> tuple[float, float]:
    first(), second()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, spent in zip((first, second), times, strict=True):
            began = time.perf_counter()
            work()
            spent.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])
