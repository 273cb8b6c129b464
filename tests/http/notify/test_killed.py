"""`kill -9` of the server between the ring and the push: the message is a row, and the next server sends it."""

from pathlib import Path
from typing import Any

import aiohttp

from telemed.infra.server import DatabaseServer
from telemed.kernel.clock import SystemClock
from telemed.kernel.ids import uuid7
from tests.eventually import eventually
from tests.http.notify.push_service import PushService
from tests.live import LiveServer, Person, live_server


async def ring_of(station: Person) -> tuple[str, str]:
    """An emergency, and its first ring."""
    new = {
        "station_id": station.facility,
        "urgency": "stat",
        "specialty": "emergency",
        "request": {"reason": "Đau ngực", "question": "Xử trí gì trước khi chuyển?"},
        "send": True,
    }
    asked = await station.ask("PUT", f"/api/consults/{uuid7()}", new)
    return asked["id"], asked["ladder"]["steps"][0]["people"][0]["ring_id"]


async def channels(station: Person, consult: str, ring: str) -> dict[str, str]:
    seen: Any = await station.ask("GET", f"/api/consults/{consult}")
    people = [one for step in seen["summary"]["ladder"]["steps"] for one in step["people"]]
    (mine,) = [one for one in people if one["ring_id"] == ring]
    return {one["channel"]: one["state"] for one in mine["channels"]}


async def on_duty(doctor: Person) -> None:
    """“Vào ca trực”, and its test ring has gone out."""
    shift = (await doctor.ask("GET", "/api/shifts/mine"))["shift"]["shift_id"]
    await doctor.ask("POST", f"/api/shifts/{shift}/confirm")

    async def tested() -> bool:
        return bool((await doctor.ask("GET", f"/api/shifts/{shift}/checks"))["checks"])

    await eventually(tested)


async def test_a_ring_outlives_the_server_that_was_sending_it(database: DatabaseServer, tmp_path: Path) -> None:
    push = {"TELEMED_PUSH_HOSTS": "127.0.0.1", "TELEMED_PUSH_PRIVATE": "1"}
    async with PushService(SystemClock()) as service, live_server(database, tmp_path, **push) as server:
        async with server.person("bs.tamduong") as doctor:
            await on_duty(doctor)  # who is late is told so, and that is a push too
            browser = service.browser("phone")
            browser.server_key = (await doctor.ask("GET", "/api/push/key"))["key"]
            await doctor.ask("PUT", f"/api/push/subscriptions/{browser.id}", browser.body)
        service.plan = ["hang"]
        async with server.person("tram.binhlu") as station:
            consult, ring = await ring_of(station)
            await eventually(lambda: service.asked == 1)

            await server.kill()
            assert service.pushes == []
            await server.start()
            await eventually(lambda: service.pushes)

            (said,) = service.said()
            assert (said["kind"], said["id"]) == ("ring", ring)
            await tell(server, said["receipt"])
            assert (await channels(station, consult, ring))["push"] == "seen"
    assert service.fault is None
    assert service.asked == 2, "once before, once after"


async def tell(server: LiveServer, receipt: str) -> None:
    async with aiohttp.ClientSession() as worker:
        body = {"receipt": receipt, "state": "seen"}
        async with worker.post(server.url + "/api/push/receipts", json=body) as answer:
            assert answer.status == 204
