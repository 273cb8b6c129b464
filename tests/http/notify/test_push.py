"""A ring wakes a browser that shows no page of ours: encrypted for it alone, proved to be ours, and never too late."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import select

from telemed import identity
from telemed.infra.jobs import job_table
from telemed.kernel.ids import ConsultId, RingId, uuid7
from telemed.kernel.values import Urgency
from telemed.notify.tables import push_subscription
from telemed.sessions import wire
from telemed.sessions.tables import ring as rings
from tests.build import BUILDER
from tests.http.notify.conftest import Reaching
from tests.http.notify.push_service import Browser, b64, unb64

SECRETS = ("Đau", "chuyển", "xử trí", "Trạm", "Mai", "patient")


async def test_a_ring_reaches_a_browser_without_a_word_of_the_case(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)

    consult, ring = await reaching.rung()

    (push,), (said,) = reaching.pushes.pushes, reaching.pushes.said()
    assert said.keys() == {"kind", "id", "receipt"}
    assert (said["kind"], said["id"]) == ("ring", str(ring))
    assert not any(word in str(said) for word in SECRETS)
    assert push.headers["Urgency"] == "high"
    assert push.headers["Topic"] == b64(ring.bytes)
    until = await deadline(reaching, ring)
    assert int(push.headers["TTL"]) == int((until - reaching.clock.now()).total_seconds())
    assert await reaching.channels(consult, ring) == {"page": "queued", "push": "queued"}


async def deadline(reaching: Reaching, ring: UUID) -> datetime:
    async with reaching.world.db.transaction(BUILDER) as tx:
        until: datetime = await tx.scalar(select(rings.c.deadline_at).where(rings.c.id == ring))
    return until


async def test_the_push_service_cannot_read_what_it_carries(reaching: Reaching) -> None:
    browser = await reaching.subscribed(reaching.doctor)
    await reaching.rung()
    (push,) = reaching.pushes.pushes

    stranger = Browser(browser.endpoint, auth=browser.auth)
    with pytest.raises(InvalidTag):
        stranger.read(push.body)


async def test_the_worker_says_that_it_arrived_and_that_it_was_touched(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    consult, ring = await reaching.rung()
    (said,) = reaching.pushes.said()

    async def tell(state: str, receipt: str = said["receipt"]) -> int:
        async with reaching.client.post("/api/push/receipts", json={"receipt": receipt, "state": state}) as answer:
            return answer.status

    assert await tell("delivered") == 204
    assert (await reaching.channels(consult, ring))["push"] == "delivered"
    assert await tell("seen") == 204
    assert await tell("delivered") == 204
    assert (await reaching.channels(consult, ring))["push"] == "seen"
    forged = b64(unb64(said["receipt"])[:16] + b"\0" * 16)
    assert await tell("seen", forged) == 401
    assert await tell("seen", "short") == 401


async def test_a_browser_that_took_its_permission_back_is_not_asked_again(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    await reaching.close_pages()
    assert await reaching.is_reachable()
    reaching.pushes.plan = [410]

    consult, ring = await reaching.rung(Urgency.STAT)

    assert (await reaching.channels(consult, ring))["push"] == "failed"
    assert await reaching.reach() == {"push": False}
    assert not await reaching.is_reachable()
    await reaching.pass_time(600)
    assert reaching.pushes.asked == 1
    own = await reaching.ask(reaching.doctor, "GET", "/api/push/key")
    assert (own["subscriptions"], own["push_works"]) == ([], None)


async def test_one_of_two_browsers_gone_leaves_the_other(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor, "old")
    reaching.clock.advance(timedelta(seconds=1))
    await reaching.subscribed(reaching.doctor, "new")
    reaching.pushes.plan = [404]

    consult, ring = await reaching.rung()

    assert len(reaching.pushes.pushes) == 1
    assert (await reaching.channels(consult, ring))["push"] == "queued"
    assert await reaching.reach() == {"push": True}


async def test_a_busy_service_is_asked_again_when_it_wishes_until_it_takes_it(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = [429, 500, 503]
    await reaching.rung(Urgency.URGENT)
    assert reaching.pushes.asked == 1

    await reaching.pass_time(6)
    assert reaching.pushes.asked == 1, "Retry-After said 7"
    await reaching.pass_time(1)
    assert reaching.pushes.asked == 2
    await reaching.pass_time(2)
    assert reaching.pushes.asked == 3
    await reaching.pass_time(4)
    assert (reaching.pushes.asked, len(reaching.pushes.pushes)) == (4, 1)
    await reaching.pass_time(60)
    assert reaching.pushes.asked == 4, "what was taken is not sent again"


async def test_a_service_that_hangs_is_left_after_its_time_and_holds_up_nobody(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = ["hang"]

    consult, ring = await reaching.rung()
    assert len(reaching.pushes.pushes) == 0
    await reaching.pass_time(1)

    assert len(reaching.pushes.pushes) == 1
    assert (await reaching.channels(consult, ring))["push"] == "queued"


async def test_after_the_rings_end_nothing_is_tried_any_more(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    reaching.pushes.plan = [503] * 50
    consult, ring = await reaching.rung()
    until = await deadline(reaching, ring)

    while reaching.clock.now() < until:
        await reaching.pass_time(20)

    asked = reaching.pushes.asked
    assert 5 < asked < 30
    assert (await reaching.channels(consult, ring))["push"] == "failed"
    await reaching.pass_time(600)
    async with reaching.world.db.transaction(BUILDER) as tx:
        left = await tx.all(select(job_table.c.key).where(job_table.c.kind == "send"))
    assert (reaching.pushes.asked, left) == (asked, [])


async def test_whoever_else_took_it_the_browser_is_told_that_it_is_over(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    consult, ring = await reaching.rung()

    await reaching.app.consults.accept(reaching.world.specialists[1], ConsultId(consult))
    await reaching.settle()

    (_, over) = reaching.pushes.said()
    assert over == {"kind": "ring_over", "id": str(ring), "code": "taken"}
    assert [push.headers["Topic"] for push in reaching.pushes.pushes] == [b64(ring.bytes)] * 2
    assert await reaching.channels(consult, ring) == {"page": "missed", "push": "missed"}


async def test_who_answers_has_seen_it(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    consult, ring = await reaching.rung()
    (said,) = reaching.pushes.said()
    await reaching.client.post("/api/push/receipts", json={"receipt": said["receipt"], "state": "delivered"})

    await reaching.app.consults.decline(reaching.doctor, RingId(ring), wire.Decline(reason="busy"))
    await reaching.settle()

    assert await reaching.channels(consult, ring) == {"page": "seen", "push": "delivered"}


async def test_a_routine_case_wakes_without_hurry_and_rings_no_telephone(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    await reaching.give_phone(reaching.doctor)

    await reaching.rung(Urgency.ROUTINE)

    (push,), (said,) = reaching.pushes.pushes, reaching.pushes.said()
    assert (said["kind"], push.headers["Urgency"]) == ("quiet_ring", "normal")
    assert reaching.gateway.requests == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://fcm.googleapis.com.example.org/x",
        "http://fcm.googleapis.com/fcm/send/x",
        "https://user:word@fcm.googleapis.com/x",
        "https://10.0.0.7/x",
        "https://[::1]/x",
        "https://localhost/x",
        "https://fcm.googleapis.com:99999/x",
        "https://fcm.googleapis.com/x#y",
        "https://metadata.google.internal/x",
    ],
)
async def test_addresses_that_are_no_push_service_are_refused(reaching: Reaching, endpoint: str) -> None:
    browser = Browser(endpoint)

    said = await reaching.ask(reaching.doctor, "PUT", f"/api/push/subscriptions/{browser.id}", browser.body, expect=422)

    assert said["code"] == "push.unknown_service"


async def test_keys_that_are_none_are_refused(reaching: Reaching) -> None:
    body = reaching.pushes.browser("x").body
    path = f"/api/push/subscriptions/{uuid7()}"

    for fault in ({"p256dh": b64(b"\x04" + b"\0" * 64)}, {"auth": b64(b"short")}, {"p256dh": "AAAA"}):
        said = await reaching.ask(reaching.doctor, "PUT", path, body | fault, expect=422)
        assert said["code"] == "push.bad_keys"


async def test_one_browser_wakes_one_person(reaching: Reaching) -> None:
    """A shared computer: who signs in next takes it over, and the one before is no longer reached by it."""
    browser = await reaching.subscribed(reaching.doctor)
    other = reaching.world.specialists[1]

    again = await reaching.ask(other, "PUT", f"/api/push/subscriptions/{uuid7()}", browser.body)

    assert len(again["subscriptions"]) == 1
    assert (await reaching.ask(reaching.doctor, "GET", "/api/push/key"))["subscriptions"] == []
    assert await reaching.reach() == {}


async def test_told_twice_it_is_one_and_forgotten_it_is_gone(reaching: Reaching) -> None:
    browser = await reaching.subscribed(reaching.doctor)
    path = f"/api/push/subscriptions/{browser.id}"

    again = await reaching.ask(reaching.doctor, "PUT", path, browser.body)
    assert len(again["subscriptions"]) == 1
    await reaching.ask(reaching.doctor, "PUT", path, reaching.pushes.browser("two").body, expect=409)
    await reaching.ask(reaching.world.specialists[1], "DELETE", path)
    assert len((await reaching.ask(reaching.doctor, "GET", "/api/push/key"))["subscriptions"]) == 1
    gone = await reaching.ask(reaching.doctor, "DELETE", path)

    assert gone["subscriptions"] == []
    assert await reaching.reach() == {}


async def test_nobody_is_asked_more_than_ten_browsers(reaching: Reaching) -> None:
    for n in range(12):
        reaching.clock.advance(timedelta(seconds=1))
        await reaching.subscribed(reaching.doctor, f"browser{n}")

    await reaching.rung()

    assert sorted(push.to for push in reaching.pushes.pushes) == sorted(f"/push/browser{n}" for n in range(2, 12))


async def test_a_closed_account_wakes_nothing(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    async with reaching.world.db.transaction(BUILDER) as tx:
        await identity.account_disabled(tx, reaching.doctor.id)
    await reaching.settle()

    async with reaching.world.db.transaction(BUILDER) as tx:
        assert await tx.all(select(push_subscription.c.id)) == []
    assert await reaching.reach() == {}
