"""Who is on duty, with five years of shifts in the table: asked as the application, beside the least one can ask.

Every ring, every step of a ladder and every dry run asks it. `select 1` on the same connection is what a round trip
costs; what lies above it is the look-up's own.
"""

import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bench.database import BenchDatabase, bench_database
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Specialty
from telemed.schedules import Schedules, duty_then, outlook_days
from telemed.schedules.service.watch import Watch

HOSPITALS = 3
HALF_DAYS = 5 * 365 * 2
BEHIND = HALF_DAYS - 28
"""Half days that are over; two weeks are planned."""
ROUNDS = 400
AT_MOST_MS = 2.0

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SEVEN = "timestamptz '2026-11-22 07:00+07'"

# Each place has its two people, who take turns: nobody is on duty twice at once.
FILL = f"""
  insert into facility (id, name, short_name, prefix, kind, authority, signing_professions)
    select ('00000000-0000-7000-8000-' || lpad(h::text, 12, '0'))::uuid, 'Nơi ' || h, 'Nơi ' || h, 'B' || chr(65 + h),
           'hospital', '', '{{doctor}}' from generate_series(0, {HOSPITALS - 1}) h;
  insert into person (id, username, full_name, title, profession)
    select ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, 'p' || n, 'Người ' || n, 'BS.', 'doctor'
    from generate_series(0, 199) n;
  create temporary table place as
    select row_number() over () - 1 as n, h, s.specialty, t.tier
    from generate_series(0, {HOSPITALS - 1}) h,
         unnest(array['emergency', 'internal', 'surgery', 'obstetrics', 'paediatrics', 'dermatology']) s (specialty),
         unnest(array['first', 'second', 'head']) t (tier)
    union all select 90 + h, h, null, 'leader' from generate_series(0, {HOSPITALS - 1}) h;
  insert into role_grant (id, person_id, role, facility_id, specialty, valid_from, source)
    select gen_random_uuid(), ('00000000-0000-7000-8001-' || lpad((2 * n + i)::text, 12, '0'))::uuid, 'specialist',
           ('00000000-0000-7000-8000-' || lpad(h::text, 12, '0'))::uuid, specialty, '2020-01-01', 'bench'
    from place, generate_series(0, 1) i where specialty is not null;
  insert into shift (id, person_id, hospital_id, specialty, tier, starts_at, ends_at, state, roster_version)
    select gen_random_uuid(), ('00000000-0000-7000-8001-' || lpad((2 * n + d % 2)::text, 12, '0'))::uuid,
           ('00000000-0000-7000-8000-' || lpad(h::text, 12, '0'))::uuid, specialty, tier,
           {SEVEN} + (d - {BEHIND}) * interval '12 hours', {SEVEN} + (d - {BEHIND} + 1) * interval '12 hours',
           case when d < {BEHIND} then 'done' else 'planned' end, 1 + d / 60
    from generate_series(0, {HALF_DAYS - 1}) d, place;
  insert into roster_version (hospital_id, number, kind, made_at)
    select ('00000000-0000-7000-8000-' || lpad(h::text, 12, '0'))::uuid, 1 + v, 'publish',
           {SEVEN} - ({BEHIND} - v * 60) * interval '12 hours'
    from generate_series(0, {HOSPITALS - 1}) h, generate_series(0, {HALF_DAYS // 60}) v;
  insert into absence (id, person_id, hospital_id, starts_at, ends_at, kind, made_by, made_at)
    select gen_random_uuid(), p.id, '00000000-0000-7000-8000-000000000000', {SEVEN} - w * interval '30 days',
           {SEVEN} - w * interval '30 days' + interval '2 days', 'leave', p.id, {SEVEN} - interval '6 years'
    from person p, generate_series(1, 60) w
"""


def hospital(number: int) -> FacilityId:
    return FacilityId(UUID(f"00000000-0000-7000-8000-{number:012d}"))


async def run() -> bool:
    async with bench_database() as made:
        return await _measure(made)


async def _measure(made: BenchDatabase) -> bool:
    clock = ManualClock(NOW)
    owner, db = Database(made.free_url), Database(made.app_url, clock=clock)
    try:
        rows = await _fill(owner)
        async with db.transaction(Actor.system("bench")) as tx:
            on_duty = len(await Schedules(clock).on_duty(tx, hospital(0)))
            took = [(name, await _median(tx, ask, rounds)) for name, ask, rounds in _asked(Schedules(clock))]
    finally:
        await db.close()
        await owner.close()
    print(f"  {rows:,} shifts of five years, {on_duty} people on duty at one hospital; medians, in one transaction")
    for name, ms in took:
        print(f"  {name:44} {ms:7.2f} ms", flush=True)
    found = dict(took)["who is on duty now"]
    print(f"  At most {AT_MOST_MS:.0f} ms.")
    return on_duty == 19 and found <= AT_MOST_MS


def _asked(schedules: Schedules) -> list[tuple[str, Callable[[Tx], Awaitable[Any]], int]]:
    now, past = hospital(0), NOW - timedelta(days=1000)

    async def minute(tx: Tx) -> None:
        await Watch().minute(tx)

    return [
        ("select 1", lambda tx: tx.scalar(text("select 1")), ROUNDS),
        ("who is on duty now", lambda tx: schedules.on_duty(tx, now), ROUNDS),
        ("who was, a thousand days ago", lambda tx: schedules.on_duty(tx, now, past), ROUNDS),
        ("the roster's number in force", lambda tx: schedules.roster_version(tx, now), ROUNDS),
        ("who should have answered then", lambda tx: duty_then(tx, now, Specialty.INTERNAL, past), ROUNDS),
        ("the watch's minute, with nothing to do", minute, ROUNDS),
        ("two weeks of every hospital's coverage", lambda tx: outlook_days(tx, date(2026, 11, 22), 14), 10),
    ]


async def _median(tx: Tx, ask: Callable[[Tx], Awaitable[Any]], rounds: int) -> float:
    took = []
    for n in range(rounds + 10):
        begun = time.perf_counter()
        await ask(tx)
        if n >= 10:  # the first fill caches and prepare statements
            took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


async def _fill(owner: Database) -> int:
    async with owner.transaction(Actor.system("bench")) as tx:
        for statement in FILL.split(";"):
            await tx.execute(text(statement))
    async with owner.transaction(Actor.system("bench")) as tx:
        await tx.execute(text("analyze"))
        return int(await tx.scalar(text("select count(*) from shift")))
