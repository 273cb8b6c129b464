"""`make bench`: every figure of the bars, measured on this machine, each beside its peer or its limit."""

import asyncio
import os
import platform
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from bench import (
    answer_to_picture,
    debts,
    drill,
    ladder_step,
    on_duty,
    page_weight,
    papers,
    patients,
    relay,
    ring_delivery,
    sign_in,
    uploads,
    wall,
    weak_links,
)

Bench = Callable[[], Awaitable[bool]]

BENCHES: tuple[tuple[str, Bench], ...] = (
    ("From “Nhận ca” to the first remote picture", answer_to_picture.run),
    ("A ring's way to the specialist's page, 500 sockets open", ring_delivery.run),
    ("The province's drill: 500 consults, killed in the middle", drill.run),
    ("Calls over weak links", weak_links.run),
    ("Relayed call frames, and what an idle socket holds", relay.run),
    ("Sign-ins on one core", sign_in.run),
    ("Row-level security, per query", wall.run),
    ("Patients: search among 200,000, second records found", patients.run),
    ("Who is on duty, with five years of shifts", on_duty.run),
    ("Whom to ring next: one step of the ladder", ladder_step.run),
    ("What is owed, with a year of cases behind it", debts.run),
    ("Papers a second, beside Typst alone", papers.run),
    ("Uploads beside a plain write", uploads.run),
    ("Weight of the pages", page_weight.run),
)


def machine() -> str:
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores, {model}, Python {platform.python_version()}, Linux {platform.release()}"


async def main(names: list[str]) -> int:
    print(f"Machine: {machine()}", flush=True)
    held = True
    for title, bench in BENCHES:
        if names and not any(name in bench.__module__ for name in names):
            continue
        print(f"\n── {title}", flush=True)
        held = await bench() and held
    # Only ratios and counts against a peer of the same run decide; absolute times are for reading.
    print("\nAll bars that a run may fail were held." if held else "\nA bar was missed: see above.", flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
