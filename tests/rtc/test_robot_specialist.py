"""One person alone lives through a whole consult: the robot answers, is seen and heard, writes, confirms and signs."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from telemed.demo import people
from telemed.demo.client import Client, Refused
from telemed.demo.robot import Pace, Robot, words
from telemed.infra.background import Tasks
from telemed.infra.server import DatabaseServer
from telemed.kernel.ids import uuid7
from telemed.sessions import CaseType
from tests.eventually import eventually
from tests.live import LiveServer, live_server
from tests.rtc.station import Station, robot_id, site, station, switch_robot

HASTE = 12


@pytest.fixture
async def server(database: DatabaseServer, tmp_path: Path) -> AsyncIterator[LiveServer]:
    async with live_server(database, tmp_path) as server:
        yield server


@pytest.fixture
async def doctor(server: LiveServer) -> AsyncIterator[Station]:
    async with station(server) as doctor:
        yield doctor


@pytest.fixture
async def robot(server: LiveServer) -> AsyncIterator[Robot]:
    """In this process and in a hurry; otherwise the one that the switch starts."""
    async with Client(server.url, people.ROBOT, people.PASSWORD) as client, Tasks() as tasks:
        robot, ready = Robot(client, words(), Pace.hasty(HASTE)), asyncio.Event()
        tasks.start(robot.run(ready.set), name="robot")
        await asyncio.wait_for(ready.wait(), 30)
        yield robot


@pytest.mark.timeout(180)
async def test_alone_from_the_request_to_the_closed_case_across_a_killed_server(
    server: LiveServer, doctor: Station, robot: Robot
) -> None:
    await doctor.asks("stat")
    taken = await doctor.until("accepted")
    assert taken.specialist
    assert taken.specialist.id == robot_id()

    await doctor.enters()
    await doctor.sees(pictures=20, sounds=50)
    (case,) = robot._cases.values()
    assert case.room
    assert case.room.peer
    heard_by_robot = case.room.peer
    await eventually(lambda: heard_by_robot.frames_received > 10 and heard_by_robot.voice_received > 20)

    await server.kill()
    await doctor.sees(pictures=10, sounds=20)
    await server.start()
    concluded = await doctor.until("concluded", within=40)
    assert concluded.call
    await doctor.sees(pictures=10, sounds=20)
    assert doctor.room
    assert doctor.room.peer is not None
    assert doctor.room.peer.state == "connected"
    minutes = await doctor.minutes()
    assert minutes["fields"]["place"]["text"] == "emergency_transfer"
    assert "robot (trình diễn)" in minutes["fields"]["diagnosis"]["text"]
    assert [o["by"]["id"] for o in minutes["opinions"]] == [str(robot_id())]

    await doctor.client.ask("POST", f"/api/calls/{concluded.call.id}/end")
    await doctor.until_signed_by({"chair"})
    changed = {"field": "monitoring", "text": "Đo SpO2 mỗi 5 phút", "seen_version": 1}
    await doctor.client.ask("POST", f"/api/minutes/{minutes['id']}/changes/{uuid7()}", changed)
    await doctor.until_signed_by({"chair"})
    assert (await doctor.signs())["state"] == "signed"
    await doctor.decides()
    await doctor.until("closed")
    await eventually(lambda: not robot._cases)


@pytest.mark.timeout(120)
async def test_a_request_for_a_written_answer_is_answered_in_writing_and_cases_follow_each_other(
    server: LiveServer, doctor: Station, robot: Robot
) -> None:
    patient = uuid7()
    await doctor.client.ask(
        "PUT",
        f"/api/patients/{patient}",
        {"station_id": str(people.facility_id("03390")), "full_name": "Giàng Thị Sua Demo"},
    )
    asked: dict[str, Any] = {
        "specialty": "dermatology",
        "answer": "written",
        "patient_id": str(patient),
        "without": "Người nhà chưa kể hết",
        "request": {"case_type": "skin", "reason": "Ban ngứa", "question": "Bôi thuốc gì, có cần gửi lên khám không?"},
        "consent": {"ground": "spoken", "given_by": "người bệnh"},
    }
    await doctor.asks("routine", **asked)
    await doctor.until("concluded")
    minutes = await doctor.until_signed_by({"chair"})
    assert minutes["fields"]["place"]["text"] == "at_station"

    withdrawn = await doctor.asks("stat")
    await doctor.until("accepted")
    await doctor.client.ask("POST", f"/api/consults/{withdrawn.id}/cancel", {"reason": "nhầm người"})
    await eventually(lambda: withdrawn.id not in robot._cases)

    await doctor.asks("stat")
    await doctor.until("accepted")
    await doctor.enters()
    await doctor.until("concluded")
    assert set(doctor.texts) == {"diagnosis", "treatment", "monitoring", "place", "follow_up"}
    assert {"diagnosis", None} <= set(doctor.typing)


@pytest.mark.timeout(120)
async def test_the_switch_brings_a_robot_that_can_be_rung_and_takes_it_away(
    server: LiveServer, doctor: Station
) -> None:
    assert (await site(server))["robot"] is False

    assert await switch_robot(server, True) == (200, {"on": True})
    assert await switch_robot(server, True) == (200, {"on": True})
    assert (await site(server))["robot"] is True
    await doctor.asks("stat")
    taken = await doctor.until("accepted", within=15)
    assert taken.specialist
    assert taken.specialist.id == robot_id()
    await doctor.enters()
    await doctor.sees(pictures=10, sounds=20)

    assert await switch_robot(server, False) == (200, {"on": False})
    assert (await site(server))["robot"] is False
    assert doctor.room
    seat = doctor.room
    await eventually(lambda: seat.peer and seat.peer.state in {"closed", "failed"}, within=20)
    await switch_robot(server, True)
    assert await server.stop() == 0


async def test_the_switch_is_for_this_machine_and_for_yes_or_no(server: LiveServer) -> None:
    status, problem = await switch_robot(server, True, **{"X-Forwarded-For": "192.0.2.7"})
    assert (status, problem["code"]) == (403, "denied")
    status, problem = await switch_robot(server, "please")
    assert (status, problem["code"]) == (422, "validation")
    assert (await site(server))["robot"] is False


async def test_a_robot_without_its_account_says_so_instead_of_trying_for_ever(server: LiveServer) -> None:
    async with Client(server.url, "robot.nowhere", people.PASSWORD) as client:
        with pytest.raises(Refused):
            await Robot(client, words(), Pace()).run()


def test_the_robot_has_words_for_every_case_and_says_each_time_that_it_is_one() -> None:
    known = words()

    assert set(known) == set(CaseType)
    for parts in known.values():
        assert set(parts) == {"opinion", "diagnosis", "treatment", "monitoring", "follow_up"}
        assert all("trình diễn" in text.lower() for text in parts.values())
