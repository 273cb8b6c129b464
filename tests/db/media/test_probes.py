"""What a line test found is kept once, for the place it was made at, with the rung the server finds in it."""

from datetime import timedelta

import pytest

from telemed.infra.db import Database
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import Denied, OtherBody
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Rung
from telemed.media import Turn
from telemed.media.model_probe import Device, LineProbeId, ProbeKind
from telemed.media.service_probes import Probes
from telemed.media.wire_probes import NewLineProbe, Paths, PathSeen
from tests import build
from tests.build import World


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
def probes(db: Database, clock: ManualClock) -> Probes:
    return Probes(db, clock, Turn(("turn:t.example:3478",), "not a real secret"))


def found(world: World, *, up: int = 900, kind: ProbeKind = ProbeKind.PERSON, direct: bool = True) -> NewLineProbe:
    return NewLineProbe(
        facility_id=world.station,
        kind=kind,
        up_kbps=up,
        down_kbps=2000,
        rtt_ms=80,
        jitter_ms=9,
        loss_pct=0.5,
        paths=Paths(direct=PathSeen(works=direct, ms=90), relay_udp=None, relay_tcp=None, relay_tls=None),
        microphone=Device.OK,
        camera=Device.OK,
    )


async def test_it_is_kept_once_and_read_back_newest_first(world: World, probes: Probes, clock: ManualClock) -> None:
    doctor, first = world.station_doctor, LineProbeId(uuid7())

    kept = await probes.keep(doctor, first, found(world))
    assert await probes.keep(doctor, first, found(world)) == kept
    with pytest.raises(OtherBody):
        await probes.keep(doctor, first, found(world, up=10))
    clock.advance(timedelta(minutes=1))
    night = await probes.keep(doctor, LineProbeId(uuid7()), found(world, up=60, kind=ProbeKind.NIGHT))
    shut = await probes.keep(doctor, LineProbeId(uuid7()), found(world, direct=False))

    assert (kept.rung, night.rung, shut.rung) == (Rung.VIDEO, Rung.VOICE, Rung.PHONE)
    assert [one.id for one in (await probes.of(doctor, world.station, ProbeKind.NIGHT)).probes] == [night.id]
    listed = (await probes.of(doctor, world.station, None)).probes
    assert (len(listed), listed[-1]) == (3, kept)


async def test_nobody_keeps_or_reads_it_for_a_place_they_do_not_work_at(world: World, probes: Probes) -> None:
    stranger = world.specialists[0]

    with pytest.raises(Denied):
        await probes.keep(stranger, LineProbeId(uuid7()), found(world))
    with pytest.raises(Denied):
        await probes.of(stranger, world.station, None)


def test_the_relay_a_test_may_try_comes_with_credentials_of_the_person(world: World, probes: Probes) -> None:
    made = probes.relay(world.station_doctor)

    assert made.ice_servers[0].urls == ("turn:t.example:3478",)
    assert made.lasts_ms == 3_600_000
