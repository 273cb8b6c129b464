"""A call as its two pages live through it: entering, negotiating, losing the line, another tab, a restarted server."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from telemed.kernel.ids import CallId, uuid7
from telemed.kernel.values import Role, Rung
from telemed.media import store_links
from telemed.media.links import RELAY_FOR, Contract, LinkHour, hour_of
from telemed.sessions import CallState, black_boxes
from telemed.sessions import tables as t
from telemed.signaling import Limits
from tests import build
from tests.build import BUILDER
from tests.eventually import eventually
from tests.socket.pages import SDP, Live, Page, in_call, live_server


async def participants(live: Live, call: str) -> dict[str, bool]:
    """Who of the call is linked, as the record has it."""
    p = t.participant.c
    async with live.world.db.transaction(BUILDER) as tx:
        rows = await tx.all(select(p.side, p.linked).where(p.call_id == call))
    return {row.side: row.linked for row in rows}


async def both_written(live: Live, call: str) -> None:
    """That both sit there is written while they already connect."""

    async def written() -> bool:
        return await participants(live, call) == {"station": True, "hospital": True}

    await eventually(written)


async def linked(live: Live, call: str, side: str) -> bool:
    return (await participants(live, call))[side]


def description(call: str, **changes: Any) -> dict[str, Any]:
    return {
        "call": call,
        "generation": 20,
        "to_generation": 10,
        "negotiation": 1,
        "kind": "offer",
        "sdp": SDP,
    } | changes


async def code_of(page: Page) -> str:
    return str((await page.until("problem"))["problem"]["code"])


async def test_when_both_are_in_each_hears_of_the_other(live: Live) -> None:
    await live.world.on_duty(live.specialist)
    taken = await live.world.accepted()
    assert taken.call
    station, hospital = await live.page(live.doctor), await live.page(live.specialist)

    await station.send("join", call=taken.call.id, generation=10)
    assert await station.quiet() == []
    await hospital.send("join", call=taken.call.id, generation=20)

    to_station, to_hospital = await station.until("call_ready"), await hospital.until("call_ready")
    assert (to_station["polite"], to_station["generation"], to_station["peer_generation"]) == (True, 10, 20)
    assert (to_hospital["polite"], to_hospital["generation"], to_hospital["peer_generation"]) == (False, 20, 10)
    assert to_station["peer"]["name"] == "BS. Specialist 0 Demo"
    assert to_station["ice_servers"][0]["urls"] == ["turn:turn.example:3478"]
    assert to_station["ice_servers"][0]["credential"] != to_hospital["ice_servers"][0]["credential"]
    await both_written(live, str(taken.call.id))


async def test_descriptions_and_candidates_pass_unchanged(live: Live) -> None:
    station, hospital, call = await in_call(live)
    candidate = {"candidate": "candidate:1 1 udp 2 192.0.2.7 5 typ host", "sdp_mid": "0", "sdp_m_line_index": 0}

    await hospital.send("description", **description(call))
    await hospital.send("candidates", call=call, generation=20, to_generation=10, candidates=[candidate])

    offer, candidates = await station.until("peer_description"), await station.until("peer_candidates")
    assert {k: v for k, v in offer.items() if k not in {"s", "type"}} == description(call)
    assert candidates["candidates"] == [candidate]


async def test_media_state_and_writing_reach_the_other_side(live: Live) -> None:
    station, hospital, call = await in_call(live)
    (consult,) = await live.world.consults.open_for(live.doctor)

    lowered = {"rung": "voice", "cause": "uplink", "hears": "broken"}
    await station.send("media", call=call, camera=False, microphone=True, weak=True, **lowered)
    await station.send("writing", consult=consult.id, field="diagnosis")

    media, writing = await hospital.until("peer_media"), await hospital.until("peer_writing")
    assert (media["camera"], media["microphone"], media["weak"]) == (False, True, True)
    assert lowered.items() <= media.items()
    assert (writing["field"], writing["by"]["id"]) == ("diagnosis", str(live.doctor.id))
    await station.send("writing", id=4, consult=uuid7(), field="diagnosis")
    assert await code_of(station) == "call.not_in_room"


async def test_what_is_meant_for_a_connection_that_was_replaced_is_refused(live: Live) -> None:
    station, hospital, call = await in_call(live)
    await station.send("join", call=call, generation=11)
    again = await hospital.until("call_ready")

    await hospital.send("description", id=1, **description(call))
    assert await code_of(hospital) == "call.stale_generation"

    await hospital.send("description", id=2, **description(call, to_generation=11))
    assert again["peer_generation"] == 11
    assert (await station.until("peer_description"))["to_generation"] == 11


async def test_who_is_not_in_the_room_cannot_send_into_it(live: Live) -> None:
    _, _, call = await in_call(live)
    outsider = await live.page(live.world.specialists[1])

    said = [
        ("description", description(call)),
        ("media", {"call": call, "camera": True, "microphone": True}),
        ("measured", {"call": call, "measurement": {}}),
    ]
    for id_, (type_, fields) in enumerate(said):
        await outsider.send(type_, id=id_, **fields)
        assert await code_of(outsider) == "call.not_in_room"


async def test_who_has_no_part_in_the_consult_cannot_join(live: Live) -> None:
    _, _, call = await in_call(live)
    outsider = await live.page(live.world.specialists[1])

    await outsider.send("join", id=7, call=call, generation=1)

    problem = await outsider.until("problem")
    assert (problem["ref"], problem["problem"]["code"]) == (7, "consult.not_yours")
    await outsider.send("join", id=8, call=uuid7(), generation=1)
    assert await code_of(outsider) == "missing"


async def test_a_third_person_finds_the_call_full(live: Live) -> None:
    _, _, call = await in_call(live)
    other = await build.add_person(live.world.db, "Other Demo", Role.STATION_DOCTOR, live.world.station)
    third = await live.page(other)

    await third.send("join", id=1, call=call, generation=30)

    assert await code_of(third) == "call.full"
    await both_written(live, call)


async def test_a_second_of_the_same_side_is_not_left_in_the_record(live: Live) -> None:
    station, hospital, call = await in_call(live)
    await hospital.send("leave", call=call)
    await station.until("peer_gone")
    other = await build.add_person(live.world.db, "Other Demo", Role.STATION_DOCTOR, live.world.station)
    third = await live.page(other)

    await third.send("join", id=1, call=call, generation=30)

    assert await code_of(third) == "call.full"
    p = t.participant.c
    async with live.world.db.transaction(BUILDER) as tx:
        assert await tx.first(select(p.linked).where(p.user_id == other.id)) is None


async def test_another_tab_of_the_same_person_takes_over(live: Live) -> None:
    station, hospital, call = await in_call(live)
    other = await live.page(live.doctor)

    await other.send("join", call=call, generation=11)

    assert (await station.until("replaced"))["call"] == call
    assert (await other.until("call_ready"))["peer_generation"] == 20
    assert (await hospital.until("call_ready"))["peer_generation"] == 11
    await station.cut()
    await live.pass_time(7)
    assert await hospital.quiet() == []
    assert await linked(live, call, "station")


async def test_a_blip_is_no_fact_and_what_was_lost_is_mended(live: Live) -> None:
    station, hospital, call = await in_call(live)
    await station.cut()
    await eventually(lambda: not live.hub.is_present(live.doctor.id))
    await hospital.send("description", **description(call))
    await live.pass_time(5)
    assert await hospital.quiet() == []

    back = await live.greeted(live.doctor, resume=station.resume)

    assert back.welcome["resumed"]
    assert (await back.next())["type"] == "peer_description"
    assert [(await page.until("call_ready"))["peer_generation"] for page in (back, hospital)] == [20, 10]
    assert await linked(live, call, "station")


async def test_a_lost_line_is_told_after_six_seconds_and_its_return_too(live: Live) -> None:
    station, hospital, call = await in_call(live)
    await station.cut()
    await eventually(lambda: not live.hub.is_present(live.doctor.id))

    await live.pass_time(6)

    gone = await hospital.until("peer_gone")
    assert (gone["left"], gone["peer"]["id"]) == (False, str(live.doctor.id))
    assert not await linked(live, call, "station")

    back = await live.greeted(live.doctor, resume=station.resume)

    ready = await hospital.until("call_ready")
    assert (ready["generation"], ready["peer_generation"]) == (20, 10), "the same pair: nothing is negotiated anew"
    await back.until("call_ready")
    assert await linked(live, call, "station")


async def test_a_drop_that_could_not_be_written_is_written_later(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    station, hospital, call = await in_call(live)
    await station.cut()
    await eventually(lambda: not live.hub.is_present(live.doctor.id))

    async def fails(*_: Any, **__: Any) -> None:
        raise OSError("database away")

    with monkeypatch.context() as broken:
        broken.setattr(live.world.calls, "drop", fails)
        await live.pass_time(6)
        await hospital.until("peer_gone")
    assert await linked(live, call, "station")
    await live.pass_time(1)

    assert not await linked(live, call, "station")


async def test_leaving_is_told_as_meant_and_the_call_stays_open(live: Live) -> None:
    station, hospital, call = await in_call(live)

    await station.send("leave", call=call)

    assert (await hospital.until("peer_gone"))["left"] is True
    await station.quiet()
    assert not await linked(live, call, "station")
    await hospital.send("description", id=1, **description(call))
    assert await code_of(hospital) == "call.nobody_there"
    await station.send("join", call=call, generation=12)
    assert (await hospital.until("call_ready"))["peer_generation"] == 12


async def test_when_the_grace_is_over_the_seat_is_free(live: Live) -> None:
    station, hospital, call = await in_call(live)
    await station.cut()
    await eventually(lambda: not live.hub.is_present(live.doctor.id))
    await live.pass_time(20)
    await hospital.quiet()
    await live.pass_time(20)
    await hospital.quiet()
    await live.pass_time(20)

    await hospital.send("description", id=1, **description(call))

    assert await code_of(hospital) == "call.nobody_there"


async def test_after_a_restart_both_join_again_and_nothing_is_renegotiated(live: Live, tmp_path: Path) -> None:
    _, _, call = await in_call(live)

    async with live_server(live.world, tmp_path / "again", Limits()) as restarted:
        await restarted.world.calls.started()
        station, hospital = await restarted.page(live.doctor), await restarted.page(live.specialist)
        await hospital.send("join", call=call, generation=20)
        await hospital.quiet()
        await station.send("join", call=call, generation=10)

        ready = await station.until("call_ready")
        assert (ready["generation"], ready["peer_generation"], ready["polite"]) == (10, 20, True)
        await hospital.until("call_ready")
        await both_written(live, call)


async def test_the_end_of_the_call_empties_its_room(live: Live) -> None:
    station, hospital, call = await in_call(live)

    await live.world.calls.end(live.doctor, CallId(UUID(call)))
    await live.settle()

    while (news := await hospital.until("consult"))["consult"]["call"]["state"] != CallState.ENDED:
        pass
    await hospital.send("description", id=1, **description(call))
    assert await code_of(hospital) == "call.not_in_room"
    await station.send("join", id=2, call=call, generation=13)
    assert await code_of(station) == "call.ended"
    assert news["consult"]["state"] == "accepted"


async def test_measurements_are_kept_but_not_more_often_than_every_four_seconds(live: Live) -> None:
    station, _, call = await in_call(live)

    for rtt in (300, 310):
        await station.send("measured", call=call, measurement={"rtt_ms": rtt, "loss_pct": 4.5})
    await station.quiet()

    async with live.world.db.transaction(BUILDER) as tx:
        boxes = (await black_boxes(tx, [CallId(UUID(call))]))[CallId(UUID(call))]
    assert [(box.side, look.rtt_ms, look.loss_pct) for box in boxes for look in box.looks] == [("station", 300, 4.5)]


async def test_incidents_of_a_side_are_kept_with_its_call(live: Live) -> None:
    station, hospital, call = await in_call(live)

    await station.send("incident", call=call, kind="microphone_fault", value="blocked")
    await hospital.send("incident", call=call, kind="rung", value="voice")
    await hospital.send("incident", id=7, call=call, kind="rung", value="Anything A Person Typed")
    assert await code_of(hospital) == "socket.bad_frame"
    await station.quiet()

    async with live.world.db.transaction(BUILDER) as tx:
        kept = await tx.all(select(t.incident.c.kind, t.incident.c.value, t.incident.c.user_id))
    # Two sockets: which of them is written first nobody has promised.
    assert sorted(tuple(row) for row in kept) == [
        ("microphone_fault", "blocked", live.doctor.id),
        ("rung", "voice", live.specialist.id),
    ]


async def test_what_is_known_of_each_place_is_told_as_the_call_begins(live: Live) -> None:
    world, now = live.world, live.world.clock.now()
    async with world.db.transaction(BUILDER) as tx:
        known = LinkHour(hour_of(now), "call", looks=60, rungs={Rung.VOICE: 600}, bytes=7_000_000)
        await store_links.add(tx, world.station, [known])
        contract = Contract(world.station, relay_until=now + RELAY_FOR, cap_mb=7, capped_rung=Rung.TEXT)
        await store_links.save(tx, contract)
    await world.on_duty(live.specialist)
    taken = await world.accepted()
    assert taken.call
    station, hospital = await live.page(live.doctor), await live.page(live.specialist)
    await station.send("join", call=taken.call.id, generation=10)
    await station.quiet()
    await hospital.send("join", call=taken.call.id, generation=20)

    here, there = await station.until("call_ready"), await hospital.until("call_ready")

    assert (here["relay_only"], here["first_rung"]) == (True, "voice")
    assert (there["relay_only"], there["first_rung"]) == (False, None)
    assert [(one["ceiling"], one["peer_ceiling"]) for one in (here, there)] == [("text", None), (None, "text")]


async def test_megabytes_that_are_used_up_in_the_call_lower_both_sides_at_once(live: Live) -> None:
    world = live.world
    async with world.db.transaction(BUILDER) as tx:
        await store_links.save(tx, Contract(world.station, cap_mb=3, capped_rung=Rung.VOICE))
    station, hospital, call = await in_call(live)

    async def measures(page: Page, kbytes: int) -> None:
        await page.send("measured", call=call, measurement={"kbytes": kbytes, "rung": "video"})
        await page.quiet()
        await live.pass_time(5)

    await measures(station, 1_600)
    await measures(hospital, 9_000)
    assert "call_ready" not in await station.quiet() + await hospital.quiet()
    await station.send("measured", call=call, measurement={"kbytes": 1_400, "rung": "video"})

    here, there = await station.until("call_ready"), await hospital.until("call_ready")
    assert [(one["ceiling"], one["peer_ceiling"]) for one in (here, there)] == [("voice", None), (None, "voice")]
    assert (here["generation"], here["peer_generation"], there["generation"]) == (10, 20, 20)
    await live.pass_time(5)
    await measures(station, 100)
    assert "call_ready" not in await station.quiet() + await hospital.quiet()

    await station.send("join", call=call, generation=11)
    assert (await station.until("call_ready"))["ceiling"] == "voice", "what the call took so far counts on a reload too"
