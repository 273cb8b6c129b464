"""What is owed, with a year of cases behind it: one's own list at sign-in, and the counts of a whole place.

The year is the demo's month, taken twelve times, each time a month earlier and over. `select 1` on the same connection
is what a round trip costs; beside each figure stands how many statements it takes.
"""

import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import event, text

from bench.database import BenchDatabase, bench_database
from telemed.demo import people
from telemed.demo.history import seed_history
from telemed.demo.people import seed_people
from telemed.demo.roster import seed_roster
from telemed.identity import store as identity_store
from telemed.identity.passwords import Passwords
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.records.service.debts import Debts
from telemed.schedules import Schedules
from telemed.sessions import Consults, Presence

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
MONTHS = 12
ROUNDS = 20
OWN_MS, PLACE_MS = 250.0, 3_000.0
"""A list that stands on the first screen; a table that a head opens in the morning."""
WHO = (
    ("a station's doctor, own list", "tram.binhlu", False),
    ("a specialist, own list", "bs.tamduong", False),
    ("a hospital's manager, the whole place", "quanly.tamduong", True),
)
_CASE_OVER = "consult_id in (select id from consult where state = 'closed')"
_REFERRAL_OVER = f"state = 'closed' and {_CASE_OVER}"
OVER = {
    "consult": "state = 'closed'",
    "referral": _REFERRAL_OVER,
    "follow_up": f"""state = 'done' and {_CASE_OVER}
                     and (referral_id is null or referral_id in (select id from referral where {_REFERRAL_OVER}))""",
    "result": _CASE_OVER,
}
"""Only what is over is taken again, and hangs on what is: nobody owes a year's papers."""
IDS = frozenset({("consult", "id"), ("referral", "id"), ("follow_up", "id"), ("follow_up", "referral_id")})


async def run() -> bool:
    async with bench_database() as made:
        return await _measure(made)


async def _measure(made: BenchDatabase) -> bool:
    clock = ManualClock(NOW)
    owner, db = Database(made.free_url, clock=clock), Database(made.app_url, clock=clock)
    try:
        await seed_people(db, Passwords())
        await seed_roster(db, NOW)
        await seed_history(db, NOW)
        cases = await _grow(owner)
        debts = Debts(db, Consults(db, clock, Schedules(clock), Presence(db, clock)))
        print(f"  {cases:,} cases of a year at {len(people.HOSPITALS)} hospitals; medians of {ROUNDS}, with statements")
        actor = await _actor(db, "bs.tamduong")
        base, _ = await _median(db, partial(_one, db, actor))
        print(f"  {'select 1, in its transaction':44} {base:8.2f} ms", flush=True)
        held = True
        for name, username, place in WHO:
            actor = await _actor(db, username)
            ms, statements = await _median(db, partial(debts.totals, actor) if place else partial(debts.of, actor))
            bar = PLACE_MS if place else OWN_MS
            held = held and ms <= bar
            print(f"  {name:44} {ms:8.2f} ms  {statements:5} statements, at most {bar:.0f} ms", flush=True)
        return held
    finally:
        await db.close()
        await owner.close()


async def _grow(owner: Database) -> int:
    async with owner.transaction(Actor.system("bench")) as tx:
        for table, over in OVER.items():
            columns = await tx.all(
                text(
                    "select column_name as name, data_type as kind from information_schema.columns"
                    f" where table_name = '{table}' and table_schema = 'public' order by ordinal_position"
                )
            )
            names = ", ".join(f'"{column.name}"' for column in columns)
            values = ", ".join(_moved(table, column.name, column.kind) for column in columns)
            again = f"insert into {table} ({names}) select {values} from {table} t, generate_series(1, {MONTHS - 1}) n"
            await tx.execute(text(f"{again} where {over} on conflict do nothing"))
        await tx.execute(text("analyze"))
        return int(await tx.scalar(text("select count(*) from consult")))


def _moved(table: str, column: str, kind: str) -> str:
    """The same row so many months earlier, under an id of its own."""
    name = f't."{column}"'
    if (table, column) in IDS or column == "consult_id":
        return f"md5({name}::text || '/' || n)::uuid"
    if kind.startswith("timestamp"):
        return f"{name} - n * interval '31 days'"
    if kind == "date":
        return f"{name} - n * 31"
    return f"{name} || '-' || n" if (table, column) == ("consult", "code") else name


async def _actor(db: Database, username: str) -> Actor:
    who = people.person_id(username)
    async with db.transaction(Actor.system("bench")) as tx:
        return Actor(who, await identity_store.grants_of(tx, who, NOW.astimezone(LOCAL).date()))


async def _one(db: Database, actor: Actor) -> None:
    async with db.transaction(actor) as tx:
        await tx.scalar(text("select 1"))


async def _median(db: Database, ask: Callable[[], Awaitable[Any]]) -> tuple[float, int]:
    """Milliseconds, and how many statements one of them took."""
    counted = 0

    def count(*_: object) -> None:
        nonlocal counted
        counted += 1

    engine = db._engine.sync_engine
    await ask()
    event.listen(engine, "before_cursor_execute", count)
    await ask()
    event.remove(engine, "before_cursor_execute", count)
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await ask()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), counted
