"""What is not a frame, or says what cannot be, gets a precise problem; nothing changes and the socket stays."""

import json
from typing import Any

import pytest

from telemed.kernel.ids import uuid7
from tests.socket.pages import SDP, Live, in_call

CALL = str(uuid7())
MARK = "<script>secret</script>"


@pytest.mark.parametrize(
    ("text", "ref", "faults"),
    [
        ("{", None, [("", "json_invalid")]),
        ("null", None, [("", "dict_type")]),
        ('["ping"]', None, [("", "dict_type")]),
        ('{"type":"ping","type":7,"id":1}', 1, [("/type", "union_tag_invalid")]),
        (json.dumps({"type": MARK, "id": 2}), 2, [("/type", "union_tag_invalid")]),
        ('{"id":3}', 3, [("/type", "union_tag_not_found")]),
        (json.dumps({"type": "ping", "id": 4, MARK: MARK}), 4, [("", "extra_forbidden")]),
        (json.dumps({"type": "join", "id": 5, "call": MARK, "generation": "1"}), 5, None),
        ('{"type":"join","id":6,"call":"%s"}' % CALL, 6, [("/generation", "missing")]),  # noqa: UP031
        ('{"type":"ack","last":-1,"id":7}', 7, [("/last", "greater_than_equal")]),
        ('{"type":"ack","last":1e3,"id":8}', 8, [("/last", "int_type")]),
        ('{"type":"ack","last":NaN,"id":9}', 9, [("/last", "int_type")]),
        ('{"type":"candidates","id":10,"call":"%s","generation":1,"to_generation":2,"candidates":[]}' % CALL, 10, None),  # noqa: UP031
        (json.dumps({"type": "writing", "id": 11, "consult": CALL, "field": "x" * 33}), 11, None),
    ],
)
async def test_malformed_frames(live: Live, text: str, ref: int | None, faults: Any) -> None:
    page = await live.page(live.doctor)

    await page.ws.send_str(text)

    problem = await page.next()
    assert problem["type"] == "problem"
    assert problem["problem"]["code"] == "socket.bad_frame"
    assert problem["problem"]["errors"]
    if faults:
        assert [(e["pointer"], e["code"]) for e in problem["problem"]["errors"]] == faults
        assert problem["ref"] == ref
    assert "secret" not in json.dumps(problem)
    assert await page.quiet() == []


async def test_every_fault_of_a_frame_is_named(live: Live) -> None:
    page = await live.page(live.doctor)

    await page.send("join", id=5, call=MARK, generation="1")

    problem = (await page.next())["problem"]
    assert [e["pointer"] for e in problem["errors"]] == ["/call", "/generation"]


@pytest.mark.parametrize(
    ("sdp", "reason"),
    [
        (SDP + "a=" + "x" * 32 * 1024 + "\r\n", "too_long"),
        (MARK, "malformed"),
        (SDP + "m=message 9 TCP/MSRP *\r\n", "media_not_allowed"),
        (SDP + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n" * 3, "too_many_media"),
    ],
)
async def test_bad_descriptions_reach_nobody(live: Live, sdp: str, reason: str) -> None:
    station, hospital, call = await in_call(live)

    await station.send(
        "description", id=9, call=call, generation=10, to_generation=20, negotiation=1, kind="offer", sdp=sdp
    )

    problem = await station.until("problem")
    assert (problem["ref"], problem["problem"]["code"]) == (9, "call.bad_description")
    assert problem["problem"]["params"]["reason"] == reason
    assert problem["problem"]["errors"][0]["pointer"] == "/sdp"
    assert "secret" not in json.dumps(problem)
    assert "peer_description" not in await hospital.quiet()


async def test_a_binary_frame_breaks_the_protocol(live: Live) -> None:
    page = await live.page(live.doctor)

    await page.ws.send_bytes(b"\x00")

    assert await page.closed() == 4400


async def test_a_frame_over_64_kib_ends_the_socket(live: Live) -> None:
    page = await live.page(live.doctor)

    await page.ws.send_str('{"type":"ping","id":' + " " * 64 * 1024 + "1}")

    assert await page.closed() == 1009


async def test_an_acknowledgement_of_frames_never_sent_is_refused(live: Live) -> None:
    page = await live.page(live.doctor)

    await page.send("ack", id=1, last=2)

    assert (await page.next())["problem"]["code"] == "socket.bad_ack"


async def test_who_is_too_fast_is_told_and_may_go_on_more_slowly(small: Live) -> None:
    page = await small.page(small.doctor)

    for _ in range(11):
        await page.send("ping")

    assert [(await page.next())["type"] for _ in range(10)] == ["pong"] * 10
    assert (await page.next())["problem"]["code"] == "socket.too_fast"
    await small.pass_time(1)
    assert await page.quiet() == []


async def test_who_floods_is_closed(small: Live) -> None:
    page = await small.page(small.doctor)

    for _ in range(10 + 11):
        await page.send("ping")

    assert await page.closed() == 4429


async def test_candidates_are_limited_apart_from_frames(small: Live) -> None:
    station, hospital, call = await in_call(small)
    candidate = {"candidate": "candidate:1 1 udp 2122260223 192.0.2.7 51820 typ host"}

    for count in (5, 1):
        await station.send(
            "candidates", call=call, generation=10, to_generation=20, candidates=[candidate] * count, id=count
        )

    assert len((await hospital.until("peer_candidates"))["candidates"]) == 5
    problem = await station.until("problem")
    assert (problem["ref"], problem["problem"]["code"]) == (1, "socket.too_fast")
