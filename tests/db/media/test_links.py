"""Links in the real database: a call's hours, a day on the relay, a month's megabytes, and who sees and sets what."""

from datetime import timedelta
from typing import Any

import pytest

from telemed.infra.db import Database
from telemed.infra.relay import Relay
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, Missing, OtherBody
from telemed.kernel.ids import CallId, FacilityId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Rung
from telemed.media import Beginning, Links, Turn, reactions, store_links
from telemed.media.links import LinkChanged, LinkHour, hour_of
from telemed.media.model_probe import LineProbeId
from telemed.media.service_probes import Probes
from telemed.media.wire_links import LinkChange
from telemed.media.wire_probes import NewLineProbe
from telemed.sessions import IncidentKind, Measurement, findings
from tests import build
from tests.build import BUILDER, World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
def links(world: World) -> Links:
    return Links(world.db, world.clock, world.schedules)


@pytest.fixture
def relay(world: World, links: Links) -> Relay:
    made = Relay(world.db, world.clock)
    reactions.subscribe(made, links)
    return made


async def in_call(world: World) -> CallId:
    await world.on_duty(world.specialists[0])
    taken = await world.accepted()
    assert taken.call
    call = CallId(taken.call.id)
    for actor in (world.station_doctor, world.specialists[0]):
        await world.calls.join(actor, call)
    return call


async def talk(world: World, call: CallId, seconds: int, **figures: Any) -> None:
    async with world.db.transaction(BUILDER) as tx:
        for after in range(0, seconds, 5):
            look = Measurement(**({"rtt_ms": 90, "up_kbps": 400, "kbytes": 200, "rung": Rung.VIDEO} | figures))
            for actor in (world.station_doctor, world.specialists[0]):
                await findings.look(tx, call, actor.id, tx.at + timedelta(seconds=after), look)
    world.clock.advance(timedelta(seconds=seconds))


async def test_a_call_that_ended_stands_in_the_hours_of_both_places_once(
    world: World, links: Links, relay: Relay
) -> None:
    call = await in_call(world)
    await talk(world, call, 300)
    await world.calls.end(world.specialists[0], call)
    await relay.drain()
    await relay.drain()

    passport = await links.passport(world.station_doctor, world.station)

    assert passport.first_rung is Rung.VIDEO
    assert (passport.month.bytes, passport.month.calls) == (60 * 200_000, 1)
    assert [(cell.looks, cell.rung, cell.up_kbps) for cell in passport.cells] == [(60, Rung.VIDEO, 400)]
    at_hospital = await links.passport(world.specialists[0], world.hospital)
    assert at_hospital.month.bytes == passport.month.bytes


async def test_a_rung_that_somebody_chose_says_nothing_of_the_link(world: World, links: Links, relay: Relay) -> None:
    call = await in_call(world)
    await world.calls.incident(world.station_doctor, call, IncidentKind.FORCED, "voice")
    world.clock.advance(timedelta(seconds=1))
    await talk(world, call, 300, rung=Rung.VOICE)
    await world.calls.end(world.specialists[0], call)
    await relay.drain()

    assert (await links.beginning(world.station)).first_rung is None
    assert (await links.beginning(world.hospital)).first_rung is Rung.VOICE


async def test_a_place_that_only_the_relay_reached_begins_with_it_for_a_day(
    world: World, links: Links, relay: Relay
) -> None:
    call = await in_call(world)
    await world.calls.incident(world.station_doctor, call, IncidentKind.RELAY_ONLY, "")
    await relay.drain()

    assert await links.beginning(world.station) == Beginning(relay_only=True)
    assert await links.beginning(world.hospital) == Beginning()
    world.clock.advance(timedelta(hours=24))
    assert await links.beginning(world.station) == Beginning()


async def add(world: World, facility: FacilityId, megabytes: int) -> None:
    async with world.db.transaction(BUILDER) as tx:
        hour = LinkHour(hour_of(tx.at), "call", looks=9, bytes=megabytes * 1_000_000)
        await store_links.add(tx, facility, [hour])


async def test_megabytes_that_are_used_up_lower_the_rung(world: World, links: Links) -> None:
    head = await build.add_person(world.db, "Head Demo", Role.STATION_HEAD, world.station)
    await links.change(head, world.station, uuid7(), LinkChange(sim="Viettel 4G", cap_mb=500, capped_rung=Rung.VOICE))

    await add(world, world.station, 499)
    assert (await links.beginning(world.station)).ceiling is None
    await add(world, world.station, 1)

    assert (await links.beginning(world.station)).ceiling is Rung.VOICE
    assert (await links.passport(head, world.station)).month.bytes == 500_000_000
    world.clock.advance(timedelta(minutes=1))
    known = await links.passport(head, world.station)
    other = LinkChange(sim="VinaPhone", cap_mb=500, seen_changed_at=known.changed_at)
    await links.change(head, world.station, uuid7(), other)
    world.clock.advance(timedelta(hours=1))
    assert (await links.beginning(world.station)).ceiling is None, "another card begins a new count"


async def test_a_call_that_runs_and_a_test_of_the_line_count_in_the_months_megabytes_too(
    world: World, links: Links, relay: Relay
) -> None:
    head = await build.add_person(world.db, "Head Demo", Role.STATION_HEAD, world.station)
    await links.change(head, world.station, uuid7(), LinkChange(cap_mb=13, capped_rung=Rung.LOW_VIDEO))
    probes = Probes(world.db, world.clock, Turn())
    await probes.keep(head, LineProbeId(uuid7()), probe_at(world.station, 1_500_000))
    await relay.drain()
    assert (await links.passport(head, world.station)).month.bytes == 1_500_000

    call = await in_call(world)
    await talk(world, call, 285)
    assert (await links.beginning(world.station)).ceiling is None
    assert (await links.beginning(world.hospital)).is_capped is False
    await talk(world, call, 5)
    assert (await links.beginning(world.station)).ceiling is Rung.LOW_VIDEO

    await world.calls.end(world.specialists[0], call)
    await relay.drain()
    assert (await links.beginning(world.station)).ceiling is Rung.LOW_VIDEO
    month = (await links.passport(head, world.station)).month
    assert (month.bytes, month.calls) == (1_500_000 + 58 * 200_000, 1)


def probe_at(facility: FacilityId, cost: int) -> NewLineProbe:
    seen = {"works": True, "ms": 90}
    paths = {"direct": seen, "relay_udp": None, "relay_tcp": None, "relay_tls": None}
    found = {"facility_id": facility, "paths": paths, "microphone": "ok", "camera": "ok", "bytes": cost}
    return NewLineProbe.model_validate(found)


async def test_settings_are_changed_once_and_by_who_saw_them_last(world: World, links: Links) -> None:
    head = await build.add_person(world.db, "Head Demo", Role.STATION_HEAD, world.station)
    manager = await build.add_person(
        world.db, "Manager Demo", Role.HOSPITAL_MANAGER, world.hospital, profession=Profession.OFFICER
    )
    change, new = uuid7(), LinkChange(cap_mb=500)

    first = await links.change(head, world.station, change, new)
    assert await links.change(head, world.station, change, new) == first
    with pytest.raises(OtherBody):
        await links.change(head, world.station, change, LinkChange(cap_mb=900))
    with pytest.raises(LinkChanged):
        await links.change(manager, world.station, uuid7(), LinkChange(cap_mb=900))
    again = LinkChange(cap_mb=900, seen_changed_at=first.changed_at)
    assert (await links.change(manager, world.station, uuid7(), again)).settings.cap_mb == 900


async def test_who_works_there_sees_it_and_who_answers_for_it_sets_it(world: World, links: Links) -> None:
    elsewhere = await build.add_facility(world.db, "Trạm khác Demo", FacilityKind.STATION, "TK")
    nurse = await build.add_person(world.db, "Nurse Demo", Role.STATION_NURSE, world.station)
    stranger = await build.add_person(world.db, "Stranger Demo", Role.STATION_HEAD, elsewhere)
    coordinator = await build.add_person(world.db, "Coordinator Demo", Role.COORDINATOR, world.hospital)
    officer = await build.add_person(world.db, "Officer Demo", Role.PRIVACY_OFFICER, world.hospital)

    assert not (await links.passport(nurse, world.station)).may_set
    with pytest.raises(Denied):
        await links.change(nurse, world.station, uuid7(), LinkChange(cap_mb=5))
    with pytest.raises(Missing):
        await links.passport(stranger, world.station)
    with pytest.raises(Denied):
        await links.change(coordinator, world.station, uuid7(), LinkChange(cap_mb=5))
    seen = {line.facility.id for line in (await links.all(coordinator)).links}
    assert seen == {world.station, world.hospital}
    assert {line.facility.id for line in (await links.all(nurse)).links} == {world.station}
    with pytest.raises(Denied):
        await links.all(officer)
