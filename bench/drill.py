"""The province's drill: 38 stations ask, 60 hospital people answer, decline or die, the server is killed in the middle.

Everyone is a real account on a real socket of a real server with fsync. What happened is read from the database
afterwards, so that a client that lies to itself proves nothing. Random; the seed is printed.
"""

import asyncio
import logging
import random
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from itertools import pairwise
from statistics import median, quantiles
from typing import Any

import structlog
from sqlalchemy import insert, text

from bench.server import bench_server
from telemed.demo import people
from telemed.demo.client import Client, Frame, Refused
from telemed.identity.passwords import Passwords
from telemed.infra.background import Tasks
from telemed.infra.db import AnyRow, Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import FacilityId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules import tables
from tests.build import add_person
from tests.live import LiveServer

STATIONS = 38
DOCTORS = 60
CONSULTS = 500
PER_SECOND = 1.25
WAIT_S = 30
"""Of each step: the shortest that a ladder may have."""
DEAD = 6
"""Tabs that stand open and never answer."""
RESUME_S = 5.0
P95_MS = 300.0
BACK_S = 60.0
"""So long after the restart a hundred pages come back, each in its own time."""
LIMIT_S = 900.0
CLOCK = SystemClock()


@dataclass
class Doctor:
    """One tab at a hospital: takes most rings after a moment, declines some, or is dead."""

    client: Client
    chance: random.Random
    dead: bool
    tasks: Tasks
    arrived: dict[str, float] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def hear(self, kind: str, frame: Frame) -> None:
        if kind == "ring":
            ring = frame["ring"]
            self.told[ring["ring_id"]] += 1
            self.arrived.setdefault(ring["ring_id"], time.time())
            self.answer(ring)
        elif kind == "snapshot":  # a new link: what rings still, rings on
            for ring in frame["rings"]:
                if ring["ring_id"] not in self.arrived:
                    self.arrived[ring["ring_id"]] = float("nan")
                    self.answer(ring)
        elif kind == "consult":
            # Everybody declined, or was dead: it waits in the lane, and somebody takes it from there.
            one = frame["consult"]
            if one["state"] == "waiting" and one["ladder"]["ended_at"] and not self.dead:
                self.tasks.start(self._take(one), name="take")

    def answer(self, ring: dict[str, Any]) -> None:
        if not self.dead:
            self.tasks.start(self._answer(ring), name="answer")

    async def _answer(self, ring: dict[str, Any]) -> None:
        await asyncio.sleep(self.chance.uniform(0.2, 2.0))
        consult = ring["consult"]
        try:
            if self.chance.random() < 0.3:
                await self.client.ask("POST", f"/api/rings/{ring['ring_id']}/decline", {"reason": "busy"})
                return
        except Refused as refused:  # somebody was quicker, or time was
            self.refused[refused.code] += 1
        else:
            await self._take(consult)

    async def _take(self, consult: dict[str, Any]) -> None:
        taken = {"answer": None if consult["urgency"] == "stat" else "written"}
        try:
            await self.client.ask("POST", f"/api/consults/{consult['id']}/accept", taken)
        except Refused as refused:
            self.refused[refused.code] += 1


@dataclass
class Station:
    """One tab at a station: asks, and ends the case once a doctor has it."""

    client: Client
    facility: str
    tasks: Tasks
    taken: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def hear(self, kind: str, frame: Frame) -> None:
        heard = frame["consults"] if kind == "snapshot" else [frame["consult"]] if kind == "consult" else []
        for one in heard:
            if one["state"] == "accepted" and one["id"] in self.asked and one["id"] not in self.taken:
                self.taken.add(one["id"])
                self.tasks.start(self._over(one["id"]), name="over")

    async def ask(self, consult: str, urgency: str, specialty: str) -> None:
        self.asked.add(consult)
        request = {"reason": "Diễn tập", "question": "Xin ý kiến xử trí cho ca diễn tập này."}
        body: dict[str, Any] = {"station_id": self.facility, "urgency": urgency, "specialty": specialty}
        if urgency != "stat":
            patient = str(uuid7())
            who = {"station_id": self.facility, "full_name": "Người bệnh Demo", "sex": "female"}
            await self.client.ask("PUT", f"/api/patients/{patient}", who)
            body |= {"patient_id": patient, "consent": {"ground": "spoken", "given_by": "Người bệnh Demo"}}
        await self.client.ask("PUT", f"/api/consults/{consult}", body | {"request": request, "send": True})

    async def _over(self, consult: str) -> None:
        await self.client.ask("POST", f"/api/consults/{consult}/cancel", {"reason": "Hết diễn tập"})


async def arrange(db: Database) -> tuple[list[tuple[str, str]], list[str]]:
    """(username, station) of a doctor at each station; usernames of the hospitals' people."""
    word = await Passwords().hash(people.PASSWORD)
    stations: list[tuple[str, str]] = []
    places = [facility for _, facility in people.facilities() if facility.kind.value == "station"]
    hospitals = [people.facility_id(key) for key in people.HOSPITALS]
    system = Actor.system("drill")
    async with db.transaction(system) as tx:
        assigned = {row.station_id for row in await tx.all(text("select station_id from assignment where rank = 1"))}
        for number, place in enumerate(places):
            if place.id not in assigned:
                row = {"id": uuid7(), "station_id": place.id, "hospital_id": hospitals[number % 2]}
                dated = {"valid_from": date(2026, 1, 1), "source": "drill"}
                await tx.execute(insert(tables.assignment).values(**row, **dated))
        for hospital in hospitals:  # open at all hours: a routine case rings by the same clock
            await tx.execute(text("delete from working_hours where hospital_id = :h"), {"h": hospital})
            for weekday in range(1, 8):
                hours = {"weekday": weekday, "opens": clock_time(0), "closes": clock_time(23, 59, 59)}
                await tx.execute(insert(tables.working_hours).values(hospital_id=hospital, **hours))
    for number, place in enumerate(places):
        name = f"Drill {number} Demo"
        await add_person(db, name, Role.STATION_DOCTOR, FacilityId(place.id), password_hash=word)
        stations.append((name.lower().replace(" ", "."), str(place.id)))
    staff = [
        one.username
        for one in people.people()
        if any(post.role is Role.SPECIALIST for post in one.posts) and one.username != people.ROBOT
    ]
    for number in range(DOCTORS - len(staff)):
        name = f"Colleague {number} Demo"
        specialty = list(Specialty)[number % len(Specialty)]
        await add_person(db, name, Role.SPECIALIST, hospitals[number % 2], specialty, password_hash=word)
        staff.append(name.lower().replace(" ", "."))
    return stations[:STATIONS], staff[:DOCTORS]


async def quick_ladders(server: LiveServer) -> None:
    """The province's usual steps with the shortest waits, set as a manager sets them."""
    for manager, hospital in (("quanly.tamduong", people.TAM_DUONG), ("leader1.thanuyen", people.THAN_UYEN)):
        place = people.facility_id(hospital)
        async with server.person(manager) as who:
            steps = [
                {
                    "kind": kind,
                    "place": "own",
                    "wait_s": dict.fromkeys(("stat", "urgent", "routine"), WAIT_S),
                    "with_previous": ["stat"] if kind == "second" else [],
                }
                for kind in ("first", "second", "specialty", "head", "leader")
            ]
            for specialty in [None, *(s.value for s in Specialty)]:
                seen = await who.ask("GET", f"/api/ladders/{place}")
                mine = next((p for p in seen["plans"] if p["specialty"] == specialty), None)
                if specialty is not None and mine is None:
                    continue  # the hospital's own holds for it
                plan = {
                    "specialty": specialty,
                    "seen_number": mine["number"] if mine else 0,
                    "reason": "drill",
                    "options": {"skip_in_call": True},
                }
                await who.ask("PUT", f"/api/ladders/{place}/plans/{uuid7()}", plan | {"steps": steps})


async def run() -> bool:
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    print(f"  seed {seed}", flush=True)
    # A hundred clients that lose their server at once would spend the drill on telling about it.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    async with bench_server() as server, AsyncExitStack() as stack, Tasks() as tasks:
        db = Database(server.database.owner_url)
        stack.push_async_callback(db.close)
        posts, staff = await arrange(db)
        await quick_ladders(server)

        async def client(username: str) -> Client:
            one = await stack.enter_async_context(Client(server.url, username, people.PASSWORD))
            await one.sign_in()
            return one

        stations = [Station(await client(name), place, tasks) for name, place in posts]
        dead = set(chance.sample(staff, DEAD))
        doctors = [Doctor(await client(n), random.Random(chance.random()), n in dead, tasks) for n in staff]
        tabs: list[Station | Doctor] = [*stations, *doctors]
        for tab in tabs:
            tab.client.on_frame = tab.hear
            tasks.start(tab.client.stay_linked(), name="link")
        wanted = await _drill(server, stations, chance, tasks)
        await _until_over(db, wanted)
        rows = await _what_happened(db)
        return _report(rows, wanted, doctors, server_times=wanted.times)


@dataclass
class Asked:
    ids: set[str]
    times: tuple[datetime, datetime]
    """When the server was killed, and when it was ready again."""


async def _drill(server: LiveServer, stations: list[Station], chance: random.Random, tasks: Tasks) -> Asked:
    ids: set[str] = set()
    killed = ready = CLOCK.now()
    for number in range(CONSULTS):
        consult, station = str(uuid7()), chance.choice(stations)
        urgency = chance.choices(("stat", "urgent", "routine"), (4, 4, 2))[0]
        specialty = chance.choice(list(Specialty)).value
        ids.add(consult)
        tasks.start(station.ask(consult, urgency, specialty), name="ask")
        if number == CONSULTS // 2:
            await server.kill()
            killed = CLOCK.now()
            await server.start()
            ready = CLOCK.now()
        await asyncio.sleep(chance.expovariate(PER_SECOND))
    return Asked(ids, (killed, ready))


async def _until_over(db: Database, asked: Asked) -> None:
    """Every case was asked, taken and ended; or the limit has come, which the report shows."""
    ends = time.monotonic() + LIMIT_S
    while time.monotonic() < ends:
        async with db.transaction(Actor.system("drill")) as tx:
            over = await tx.scalar(text("select count(*) from consult where state = 'cancelled'"))
        if over >= len(asked.ids):
            return
        await asyncio.sleep(2)


async def _what_happened(db: Database) -> dict[str, Sequence[AnyRow]]:
    queries = {
        "consults": "select id::text, state, specialist_id, urgency from consult",
        "rings": """select id::text, consult_id::text, round, step, state, user_id, started_at, ended_at, deadline_at
                    from ring order by consult_id, round, step, started_at""",
        "accepted": """select consult_id::text as consult, count(*) filter (where kind = 'consult_accepted') as taken,
                       count(*) filter (where kind = 'consult_released') as released from event
                       where consult_id is not null group by 1""",
    }
    async with db.transaction(Actor.system("drill")) as tx:
        return {name: await tx.all(text(query)) for name, query in queries.items()}


def _report(
    rows: dict[str, Sequence[AnyRow]], asked: Asked, doctors: list[Doctor], *, server_times: tuple[datetime, datetime]
) -> bool:
    killed, ready = server_times
    there = {row.id: row for row in rows["consults"]}
    lost = [one for one in asked.ids if one not in there]
    unanswered = [row.id for row in there.values() if row.state not in {"cancelled"}]
    doubly = [row.consult for row in rows["accepted"] if row.taken > row.released + 1]
    rung = [row for row in rows["rings"] if row.user_id is not None]
    twice = [key for key, n in Counter((r.consult_id, r.round, r.user_id) for r in rung).items() if n > 1]
    told_twice = sum(n > 1 for doctor in doctors for n in doctor.told.values())
    skips = _skip_times(rows["rings"])
    late = [
        (row.ended_at - max(row.deadline_at, ready)).total_seconds()
        for row in rung
        if row.deadline_at and row.ended_at and killed <= row.deadline_at <= ready and row.state == "missed"
    ]
    arrived = {ring: at for doctor in doctors for ring, at in doctor.arrived.items()}
    after = ready + timedelta(seconds=BACK_S)
    delays = [
        (row.started_at, (arrived[row.id] - row.started_at.timestamp()) * 1000)
        for row in rung
        if row.id in arrived and arrived[row.id] == arrived[row.id]
    ]
    steady = [ms for at, ms in delays if not killed <= at <= after]
    back = [ms for at, ms in delays if ready <= at <= after]
    states = Counter(row.state for row in rows["rings"])
    p95 = quantiles(steady, n=20)[-1]
    print(
        f"  {len(asked.ids)} consults of {STATIONS} stations, {len(rung)} rings to {DOCTORS} people, {DEAD} dead tabs"
    )
    print(f"  rings: {', '.join(f'{n} {state}' for state, n in states.most_common())}")
    print(f"  killed after {CONSULTS // 2}: ready again in {(ready - killed).total_seconds():.1f} s")
    print(f"  lost {len(lost)} · claimed twice {len(doubly)} · rung twice {len(twice)} · told twice {told_twice}")
    print(f"  not answered at the end: {len(unanswered)}")
    print(f"  skipped steps: {len(skips)}, longest wait {max(skips, default=0.0):.3f} s (bar 0)")
    print(f"  deadlines that passed while it was down: {len(late)}, longest after ready {max(late, default=0.0):.2f} s")
    print(f"  ring at the page after its step began: p50 {median(steady):.0f}, p95 {p95:.0f} ms (bar {P95_MS:.0f})")
    print(f"  in the {BACK_S:.0f} s after the restart, pages coming back: p50 {median(back or [0.0]):.0f} ms")
    return (
        not (lost or doubly or twice or told_twice or unanswered)
        and max(skips, default=0) == 0
        and all(one <= RESUME_S for one in late)
    )


def _skip_times(rings: Sequence[AnyRow]) -> list[float]:
    """For each skipped step beside which nobody was ringing, how long until the next step of its round: seconds."""
    found = []
    for before, after in pairwise(rings):
        same = (before.consult_id, before.round) == (after.consult_id, after.round)
        if before.state == "skipped" and same and after.step > before.step and not _rang_beside(before, rings):
            found.append((after.started_at - before.started_at).total_seconds())
    return found


def _rang_beside(skipped: AnyRow, rings: Sequence[AnyRow]) -> bool:
    """A step that rings together with this one: the wait is its."""
    at = skipped.started_at
    return any(
        row.user_id and row.started_at <= at and (row.ended_at is None or row.ended_at > at)
        for row in rings
        if (row.consult_id, row.round) == (skipped.consult_id, skipped.round) and row.step < skipped.step
    )
