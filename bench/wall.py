"""What row-level security costs: the program's own queries as its walled role, beside a role the wall lets through.

Both run the same statements on the same 40,000 consults in turn, so the machine's noise falls on both alike.
"""

import statistics
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text

from bench.database import BenchDatabase, bench_database
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, UserId
from telemed.kernel.values import Role, Specialty
from telemed.records.store import patients
from telemed.reports import store as log
from telemed.sessions import store

CONSULTS = 40_000
ROUNDS = 60
AT_MOST = 6.0
"""Times as long as without a wall, for the worst of the queries. The wall asks the care team and the departments of
every row it cannot place at once; more than this and a page would feel it."""

FILL = f"""
  insert into facility (id, name, short_name, prefix, kind, authority, signing_professions)
    select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Nơi ' || n, 'Nơi ' || n,
           chr(65 + n / 26) || chr(65 + n % 26), case when n < 2 then 'hospital' else 'station' end, '', '{{doctor}}'
    from generate_series(0, 39) n;
  insert into person (id, username, full_name, title, profession)
    select ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, 'p' || n, 'Người ' || n, 'BS.', 'doctor'
    from generate_series(0, 99) n;
  insert into patient (id, code, station_id, full_name, sex, birth_precision, national_id, insurance_no, ethnicity_code,
                       phone, commune_code, village, occupation, representative, language, created_at, version,
                       field_versions)
    select ('00000000-0000-7000-8002-' || lpad(n::text, 12, '0'))::uuid, 'BN' || n, ('00000000-0000-7000-8000-' ||
           lpad((2 + n % 38)::text, 12, '0'))::uuid, 'Giàng Thị ' || n, 'female', 'unknown', '', '', '', '', '', '', '',
           '', '', now(), 1, '{{}}' from generate_series(0, {CONSULTS - 1}) n;
  insert into consult (id, code, station_id, hospital_id, requester_id, patient_id, urgency, specialty, answer, state,
                       version, case_type, subject_sex, subject_age_estimated, reason, question, history, past_history,
                       examination, working_diagnosis, treatment_given, field_versions, created_at, sent_at, round,
                       specialist_id, closed_at, hospital_paused)
    select ('00000000-0000-7000-8003-' || lpad(n::text, 12, '0'))::uuid, 'C' || n,
           ('00000000-0000-7000-8000-' || lpad((2 + n % 38)::text, 12, '0'))::uuid,
           ('00000000-0000-7000-8000-' || lpad((n % 2)::text, 12, '0'))::uuid,
           ('00000000-0000-7000-8001-' || lpad((n % 100)::text, 12, '0'))::uuid,
           ('00000000-0000-7000-8002-' || lpad(n::text, 12, '0'))::uuid, 'urgent',
           (array['internal', 'surgery', 'obstetrics', 'paediatrics'])[1 + n / 2 % 4], 'call',
           case when n % 200 = 0 then 'accepted' else 'closed' end, 1, 'other', 'female', false, 'Lý do', 'Câu hỏi', '',
           '', '', '', '', '{{}}', now() - n * interval '10 minutes', now() - n * interval '10 minutes', 1,
           ('00000000-0000-7000-8001-' || lpad((n % 100)::text, 12, '0'))::uuid,
           case when n % 200 = 0 then null else now() - n * interval '9 minutes' end, interval '0'
    from generate_series(0, {CONSULTS - 1}) n;
  insert into care_team (consult_id, person_id, since, answered)
    select id, specialist_id, sent_at, true from consult;
"""


def known(kind: int, number: int) -> UUID:
    """The id that `FILL` gave to the nth facility (0), person (1), patient (2) or consult (3)."""
    return UUID(f"00000000-0000-7000-{8000 + kind}-{number:012d}")


HOSPITAL, STATION = FacilityId(known(0, 0)), FacilityId(known(0, 2))
DOCTOR = Actor(UserId(known(1, 1)), (Grant(Role.STATION_DOCTOR, STATION),))
SPECIALIST = Actor(UserId(known(1, 2)), (Grant(Role.SPECIALIST, HOSPITAL, Specialty.INTERNAL),))
MANAGER = Actor(UserId(known(1, 3)), (Grant(Role.HOSPITAL_MANAGER, HOSPITAL),))
LOG = log.Filter(facilities=frozenset({HOSPITAL}), now=datetime(2026, 11, 22, tzinfo=UTC))

QUERIES: tuple[tuple[str, Actor, Callable[[Tx], Awaitable[Any]]], ...] = (
    ("one consult, its station", DOCTOR, lambda tx: store.get(tx, ConsultId(known(3, 0)))),
    ("one consult, its department", SPECIALIST, lambda tx: store.get(tx, ConsultId(known(3, 0)))),
    ("open consults of a station", DOCTOR, lambda tx: store.open_of_stations(tx, {STATION})),
    ("open consults of a hospital", SPECIALIST, lambda tx: store.open_of_hospitals(tx, {HOSPITAL})),
    ("one patient, its station", DOCTOR, lambda tx: patients.get(tx, PatientId(known(2, 0)))),
    ("one patient, the department", SPECIALIST, lambda tx: patients.get(tx, PatientId(known(2, 0)))),
    ("a page of the log, a manager", MANAGER, lambda tx: log.page(tx, LOG, 50, None, None)),
    ("a page of the log, a specialist", SPECIALIST, lambda tx: log.page(tx, LOG, 50, None, None)),
)


async def run() -> bool:
    async with bench_database() as made:
        return await _measure(made)


async def _measure(made: BenchDatabase) -> bool:
    free, walled = Database(made.free_url), Database(made.app_url)
    try:
        async with free.transaction(Actor.system("bench")) as tx:
            for statement in FILL.split(";"):
                if statement.strip():
                    await tx.execute(text(statement))
        async with free.transaction(Actor.system("bench")) as tx:
            await tx.execute(text("analyze"))
        print(f"  {'':34} {'walled':>9} {'without':>9}  times")
        worst = 0.0
        for name, actor, query in QUERIES:
            with_wall, without = await _in_turn(walled, free, actor, query)
            worst = max(worst, with_wall / without)
            print(f"  {name:34} {with_wall:6.2f} ms {without:6.2f} ms  {with_wall / without:5.2f}", flush=True)
    finally:
        await walled.close()
        await free.close()
    print(f"  Worst {worst:.2f} times; at most {AT_MOST:.0f}. Medians of {ROUNDS}, transaction included.")
    return worst <= AT_MOST


async def _in_turn(
    walled: Database, free: Database, actor: Actor, query: Callable[[Tx], Awaitable[Any]]
) -> tuple[float, float]:
    took: dict[int, list[float]] = {0: [], 1: []}
    for n in range(2 * ROUNDS + 10):
        db = (walled, free)[n % 2]
        begun = time.perf_counter()
        async with db.transaction(actor) as tx:
            await query(tx)
        if n >= 10:  # the first fill caches and prepare statements
            took[n % 2].append((time.perf_counter() - begun) * 1000)
    return statistics.median(took[0]), statistics.median(took[1])
