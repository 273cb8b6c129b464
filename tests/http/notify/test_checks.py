"""“Vào ca trực” tries every channel without a sound, and says plainly which of them reached nobody."""

from datetime import timedelta
from typing import Any

from telemed.kernel.actor import Actor
from telemed.kernel.ids import uuid7
from telemed.kernel.values import Role, Specialty
from tests import build
from tests.http.notify.conftest import Reaching


def by_channel(told: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    return {one["channel"]: (one["state"], one["error"]) for one in told["checks"]}


async def confirmed(reaching: Reaching) -> str:
    shift = reaching.world.shifts[reaching.doctor.id]
    mine = await reaching.ask(reaching.doctor, "POST", f"/api/shifts/{shift}/confirm")
    assert (mine["confirmed"], mine["checks"]) == (True, [])
    await reaching.settle()
    return str(shift)


async def test_every_channel_is_tried_and_answers(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    await reaching.give_phone(reaching.doctor)

    shift = await confirmed(reaching)

    (said,) = reaching.pushes.said()
    assert (said["kind"], said["id"]) == ("test", shift)
    assert [one["kind"] for one in reaching.gateway.requests] == ["test"]
    begun = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert begun["running"]
    assert by_channel(begun) == dict.fromkeys(("page", "push", "gateway"), ("queued", None))

    reaching.clock.advance(timedelta(milliseconds=1400))
    await reaching.client.post("/api/push/receipts", json={"receipt": said["receipt"], "state": "seen"})
    await reaching.ask(reaching.doctor, "POST", f"/api/deliveries/{shift}/seen", expect=204)
    await reaching.pass_time(20)

    mine = (await reaching.ask(reaching.doctor, "GET", "/api/shifts/mine"))["shift"]
    assert by_channel(mine) == {"page": ("seen", None), "push": ("seen", None), "gateway": ("missed", "no_answer")}
    assert [one["took_ms"] for one in mine["checks"] if one["channel"] == "push"] == [1400]
    assert await reaching.reach() == {"push": True}


async def test_a_browser_that_sleeps_through_the_test_is_not_counted_on(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    shift = await confirmed(reaching)
    (said,) = reaching.pushes.said()

    await reaching.pass_time(20)

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert not told["running"]
    assert by_channel(told)["push"] == ("missed", "no_answer")
    assert await reaching.reach() == {"push": False}

    await reaching.client.post("/api/push/receipts", json={"receipt": said["receipt"], "state": "seen"})
    late = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(late)["push"] == ("missed", "no_answer"), "late news changes no verdict"
    assert await reaching.reach() == {"push": True}, "and yet it can be woken"


async def test_a_channel_nobody_set_up_says_so_at_once(reaching: Reaching) -> None:
    shift = await confirmed(reaching)

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")

    assert by_channel(told) == {
        "page": ("queued", None),
        "push": ("failed", "no_browser"),
        "gateway": ("failed", "no_phone"),
    }


async def test_an_address_that_is_gone_says_so(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = [410]

    shift = await confirmed(reaching)

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(told)["push"] == ("failed", "gone")
    assert await reaching.reach() == {"push": False}


async def test_a_service_that_never_answers_is_told_as_unreachable(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = [503] * 20
    shift = await confirmed(reaching)

    for _ in range(5):
        await reaching.pass_time(5)

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(told)["push"] == ("failed", "unreachable")


async def test_tried_again_it_begins_anew_and_what_comes_of_the_first_is_nobodys(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    shift = await confirmed(reaching)
    (first,) = reaching.pushes.said()
    await reaching.pass_time(20)

    again = await reaching.ask(reaching.doctor, "POST", f"/api/shifts/{shift}/checks")
    assert by_channel(again)["push"] == ("queued", None)
    await reaching.settle()
    await reaching.client.post("/api/push/receipts", json={"receipt": first["receipt"], "state": "seen"})

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(told)["push"] == ("queued", None)
    (_, second) = reaching.pushes.said()
    await reaching.client.post("/api/push/receipts", json={"receipt": second["receipt"], "state": "seen"})
    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(told)["push"] == ("seen", None)


async def test_only_who_confirmed_tries_again_and_only_while_on_duty(reaching: Reaching) -> None:
    path = f"/api/shifts/{reaching.world.shifts[reaching.doctor.id]}/checks"

    early = await reaching.ask(reaching.doctor, "POST", path, expect=409)
    assert early["code"] == "shift.not_confirmed"
    await confirmed(reaching)
    await reaching.ask(reaching.world.specialists[1], "POST", path, expect=403)
    await reaching.ask(reaching.doctor, "POST", f"/api/shifts/{uuid7()}/checks", expect=404)
    reaching.clock.advance(timedelta(hours=12))
    await reaching.ask(reaching.doctor, "POST", path, expect=409)


async def test_the_head_may_look_and_a_colleague_may_not(reaching: Reaching) -> None:
    hospital = reaching.world.hospital
    head = await build.add_person(reaching.world.db, "Head Demo", Role.DEPT_HEAD, hospital, Specialty.INTERNAL)
    other = await build.add_person(reaching.world.db, "Other Demo", Role.DEPT_HEAD, hospital, Specialty.SURGERY)
    shift = await confirmed(reaching)

    async def looks(who: Actor, expect: int) -> None:
        await reaching.ask(who, "GET", f"/api/shifts/{shift}/checks", expect=expect)

    await looks(head, 200)
    await looks(other, 403)
    await looks(reaching.world.specialists[1], 403)


async def test_without_the_operators_word_no_test_costs_a_message(reaching: Reaching) -> None:
    from dataclasses import replace

    rings = reaching.app.notify.rings
    assert rings._gateway
    rings._gateway = replace(rings._gateway, tests=False)
    await reaching.give_phone(reaching.doctor)

    shift = await confirmed(reaching)

    told = await reaching.ask(reaching.doctor, "GET", f"/api/shifts/{shift}/checks")
    assert by_channel(told).keys() == {"page", "push"}
    assert reaching.gateway.requests == []
