"""The black box in the real database: looks come in, a finished call is small, each fault finds its verdict."""

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, text

from telemed.infra.db import Database
from telemed.infra.jobs import JobRunner
from telemed.infra.relay import Relay
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import DomainError
from telemed.kernel.ids import CallId, ConsultId, uuid7
from telemed.kernel.values import LinkPath, Rung
from telemed.sessions import Cause, Measurement, black_boxes, findings, reactions
from telemed.sessions import tables as t
from telemed.sessions.calls import CallOver
from telemed.sessions.incidents import MOST, IncidentKind
from telemed.sessions.service_phone_advice import Telephone
from telemed.sessions.timers import register
from tests import build
from tests.build import BUILDER, World
from tests.looks import CLEAN


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@dataclass
class Room:
    """One call under way, and how it is lived through."""

    world: World
    consult: ConsultId
    call: CallId
    relay: Relay
    jobs: JobRunner

    @property
    def station(self) -> Actor:
        return self.world.station_doctor

    @property
    def hospital(self) -> Actor:
        return self.world.specialists[0]

    async def both_in(self) -> None:
        await self.world.calls.join(self.station, self.call)
        await self.world.calls.join(self.hospital, self.call)

    async def goes_on(
        self, seconds: int, station: dict[str, Any] | None = None, hospital: dict[str, Any] | None = None
    ) -> None:
        """Both sides look at their link every five seconds. {} adds nothing to a clean look, None says: no look."""
        async with self.world.db.transaction(BUILDER) as tx:  # at once: what `measured` does, without a round trip each
            for after in range(0, seconds, 5):
                for actor, figures in ((self.station, station), (self.hospital, hospital)):
                    if figures is not None:
                        look = Measurement(**(CLEAN | {"kbytes": 500} | figures))
                        await findings.look(tx, self.call, actor.id, tx.at + timedelta(seconds=after), look)
        self.world.clock.advance(timedelta(seconds=seconds))

    async def told(self, actor: Actor, kind: IncidentKind, value: str = "") -> None:
        await self.world.calls.incident(actor, self.call, kind, value)

    async def ends(self) -> tuple[str, str | None]:
        await self.world.calls.end(self.hospital, self.call)
        return await self.verdict()

    async def verdict(self) -> tuple[str, str | None]:
        await self.relay.drain()
        return await verdict_of(self.world, self.consult)


async def verdict_of(world: World, consult: ConsultId) -> tuple[str, str | None]:
    """The newest one."""
    async with world.db.transaction(BUILDER) as tx:
        v = t.verdict.c
        row = await tx.one(select(v.cause, v.side).where(v.consult_id == consult).order_by(v.call_number.desc()))
        return row.cause, row.side


def relay_of(world: World) -> Relay:
    relay = Relay(world.db, world.clock)
    reactions.subscribe(relay, world.schedules, Telephone(world.db, world.consults))
    return relay


async def room(world: World) -> Room:
    await world.on_duty(world.specialists[0])
    taken = await world.accepted()
    assert taken.call
    jobs = JobRunner(world.db, world.clock)
    register(jobs, world.consults, world.calls)
    return Room(world, ConsultId(taken.id), CallId(taken.call.id), relay_of(world), jobs)


# -- looks in, one row out ---------------------------------------------------------------------------------------------


async def rows(world: World) -> int:
    async with world.db.transaction(BUILDER) as tx:
        return int(await tx.scalar(select(func.count()).select_from(t.black_box)))


async def test_a_running_call_has_a_row_a_minute_and_side_and_a_finished_one_a_row_a_side(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(180, {}, {"rtt_ms": 240})
    assert 6 <= await rows(world) <= 8

    async with world.db.transaction(BUILDER) as tx:
        before = (await black_boxes(tx, [one.call]))[one.call]
    await one.ends()
    async with world.db.transaction(BUILDER) as tx:
        after = (await black_boxes(tx, [one.call]))[one.call]

    assert await rows(world) == 2
    assert after == before
    assert {box.side: len(box.looks) for box in after} == {"station": 36, "hospital": 36}
    assert {look.rtt_ms for box in after if box.side == "hospital" for look in box.looks} == {240}


async def test_what_comes_after_the_end_is_refused_and_changes_nothing(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(30, {}, {})
    await one.ends()

    with pytest.raises(CallOver):
        await world.calls.measured(one.station, one.call, Measurement(rtt_ms=9))
    with pytest.raises(CallOver):
        await one.told(one.station, IncidentKind.RUNG, "voice")
    assert await rows(world) == 2


async def test_a_page_that_floods_fills_neither_a_minute_nor_the_incidents(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await world.calls.measured(one.station, one.call, Measurement(rtt_ms=9))
    await one.told(one.station, IncidentKind.ICE_RESTART)
    async with world.db.transaction(BUILDER) as tx:
        for _ in range(60):
            await findings.look(tx, one.call, one.station.id, tx.at, Measurement(rtt_ms=9))
        row = {"call_id": one.call, "user_id": one.station.id, "at": tx.at, "kind": "ice_restart", "value": ""}
        await tx.execute(insert(t.incident), [row | {"id": uuid7()} for _ in range(MOST - 2)])
    for _ in range(3):
        await one.told(one.station, IncidentKind.ICE_RESTART)

    async with world.db.transaction(BUILDER) as tx:
        (mine, _) = (await black_boxes(tx, [one.call]))[one.call]
        kept = await tx.scalar(select(func.count()).select_from(t.incident).where(t.incident.c.kind == "ice_restart"))
    assert len(mine.looks) <= 21
    assert kept == MOST


async def test_only_who_sits_in_the_room_tells_of_it(world: World) -> None:
    one = await room(world)
    await one.both_in()

    with pytest.raises(DomainError):
        await world.calls.incident(world.specialists[1], one.call, IncidentKind.RUNG, "voice")


async def test_a_call_of_twenty_minutes_takes_less_than_twenty_kilobytes_with_all_that_hangs_on_it(
    world: World, owner_db: Database
) -> None:
    """Rows, their headers, their index and what PostgreSQL keeps outside the row; incidents too."""
    seed = random.randrange(2**32)
    print("seed", seed)
    rng = random.Random(seed)
    one = await room(world)
    await one.both_in()
    async with world.db.transaction(BUILDER) as tx:
        for nth in range(240):
            for actor in (one.station, one.hospital):
                await findings.look(tx, one.call, actor.id, tx.at + nth * timedelta(seconds=5), wavering(rng))
    for rung in ("voice", "low_video", "video") * 7:
        await one.told(one.station, IncidentKind.RUNG, rung)
    world.clock.advance(timedelta(minutes=20))
    running = await size(owner_db)

    await one.ends()

    kept = await size(owner_db)
    print(f"20 minutes, two sides: {kept['black_box']} B black box, {kept['incident']} B incidents; running: {running}")
    assert kept["black_box"] <= 20_000
    assert kept["black_box"] + kept["incident"] <= 24_576


def wavering(rng: random.Random) -> Measurement:
    return Measurement(
        rtt_ms=rng.randint(180, 900),
        out_kbps=rng.randint(60, 500),
        in_kbps=rng.randint(20, 500),
        loss_pct=rng.randint(0, 120) / 10,
        fps=rng.randint(0, 20),
        concealed_pct=rng.randint(0, 60) / 10,
        jitter_ms=rng.randint(5, 120),
        delay_ms=rng.randint(40, 400),
        out_loss_pct=rng.randint(0, 120) / 10,
        freezes=rng.randint(0, 2),
        up_kbps=rng.randint(60, 800),
        rung=rng.choice([Rung.VIDEO, Rung.LOW_VIDEO, Rung.VOICE]),
        path=LinkPath.RELAY_TLS,
        kbytes=rng.randint(20, 600),
        server_ms=rng.randint(150, 900),
    )


async def size(owner_db: Database) -> dict[str, int]:
    """Bytes of each row as stored: its columns, header, line pointer and index entries, its chunks outside the row."""
    outside = (
        "case when pg_column_size(samples) > 2000 then 18 + 80 * ceil(pg_column_size(samples) / 1996.0) else 0 end"
    )
    stored = {
        "black_box": f"28 + 40 + 56 + pg_column_size(samples) + {outside}",
        "incident": "28 + 56 + pg_column_size(kind) + pg_column_size(value) + 40 + 48",
    }
    async with owner_db.transaction(BUILDER) as tx:
        return {
            table: int(await tx.scalar(text(f"select coalesce(sum({each}), 0) from {table}")))
            for table, each in stored.items()
        }


# -- each of the nine, produced on purpose -----------------------------------------------------------------------------


async def test_a_call_without_trouble_ended_normally(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(120, {}, {})

    assert await one.ends() == (Cause.ENDED_NORMALLY, None)


async def test_a_thin_way_up_is_the_stations(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(60, {}, {})
    await one.goes_on(60, {"out_loss_pct": 14.0, "up_kbps": 60}, {"concealed_pct": 8.0, "loss_pct": 14.0})

    assert await one.ends() == (Cause.STATION_UPLINK, "station")


async def test_a_power_cut_at_the_station_is_its_links(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(60, {}, {})
    await world.calls.drop(one.station, one.call, by_choice=False)
    await one.goes_on(40, None, {"in_kbps": 0})
    await world.calls.join(one.station, one.call)
    await one.goes_on(60, {}, {})

    assert await one.ends() == (Cause.STATION_UPLINK, "station")


async def test_a_bad_line_at_the_hospital_is_the_hospitals(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(60, {}, {})
    await one.goes_on(60, {"concealed_pct": 9.0, "loss_pct": 11.0}, {"out_loss_pct": 11.0, "server_ms": 800})

    assert await one.ends() == (Cause.HOSPITAL_LINK, "hospital")


async def test_a_relay_that_cannot_be_reached_is_the_relays(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.told(one.hospital, IncidentKind.ICE_RESTART)
    await one.goes_on(20)
    await one.told(one.hospital, IncidentKind.REBUILT)
    await one.told(one.station, IncidentKind.RELAY_ONLY)
    await one.goes_on(40)

    assert await one.ends() == (Cause.TURN, None)


async def test_a_server_that_was_killed_is_the_servers(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(60, {}, {})
    world.clock.advance(timedelta(seconds=6))
    await world.calls.started()
    world.clock.advance(timedelta(seconds=4))
    await one.both_in()
    await one.goes_on(60, {}, {})

    assert await one.ends() == (Cause.SERVER, None)


async def test_a_microphone_that_is_not_there_is_the_device(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.told(one.hospital, IncidentKind.MICROPHONE_FAULT, "missing")
    await one.goes_on(60, {}, {})

    assert await one.ends() == (Cause.DEVICE, "hospital")


async def test_a_browser_that_was_told_no_is_the_permission(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.told(one.station, IncidentKind.MICROPHONE_FAULT, "blocked")
    await one.goes_on(60, {}, {})

    assert await one.ends() == (Cause.PERMISSION, "station")


async def test_a_doctor_who_took_the_case_and_never_came_did_not_answer(world: World) -> None:
    one = await room(world)
    await world.calls.join(one.station, one.call)
    await one.goes_on(60, {})
    await world.calls.end(one.station, one.call)

    assert await one.verdict() == (Cause.NOT_ANSWERED, "hospital")


async def test_a_room_left_empty_ends_by_itself_and_is_judged_too(world: World) -> None:
    one = await room(world)
    await one.both_in()
    await one.goes_on(120, {}, {})
    await world.calls.drop(one.hospital, one.call, by_choice=True)
    await world.calls.drop(one.station, one.call, by_choice=True)
    world.clock.advance(timedelta(minutes=16))
    await one.jobs.run_due()

    assert await one.verdict() == (Cause.ENDED_NORMALLY, None)


async def test_an_empty_ladder_is_nobody_on_duty(world: World) -> None:
    asked = await world.requested()
    await world.consults.transfer(world.station_doctor, ConsultId(asked.id))
    await relay_of(world).drain()

    assert await verdict_of(world, ConsultId(asked.id)) == (Cause.NOBODY_ON_DUTY, "hospital")


async def test_a_ring_that_nobody_took_is_not_answered(world: World) -> None:
    await world.on_duty(world.specialists[0])
    asked = await world.requested()
    jobs = JobRunner(world.db, world.clock)
    register(jobs, world.consults, world.calls)
    for _ in range(8):
        world.clock.advance(timedelta(minutes=1))
        await jobs.run_due()
    await relay_of(world).drain()

    assert await verdict_of(world, ConsultId(asked.id)) == (Cause.NOT_ANSWERED, "hospital")
