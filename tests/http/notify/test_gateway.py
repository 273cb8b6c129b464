"""A gateway for SMS, Zalo and telephones that fails in every way: each message is carried out once, and proved."""

import json
from typing import Any
from uuid import UUID

import pytest

from telemed.kernel.ids import ConsultId, uuid7
from telemed.kernel.values import Urgency
from tests.http.notify.conftest import PHONE, Reaching
from tests.http.notify.gateway import SECRET, signature


async def test_a_ring_asks_for_the_duty_telephone_without_a_word_of_the_case(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)

    consult, ring = await reaching.rung(Urgency.STAT)

    (said,) = reaching.gateway.requests
    assert said.keys() == {"id", "kind", "to", "text_code", "until"}
    assert (said["kind"], said["to"], said["text_code"]) == ("ring", PHONE, "ring.stat")
    assert reaching.gateway.keys == [said["id"]]
    assert await reaching.channels(consult, ring) == {"page": "queued", "gateway": "queued"}


async def test_failing_then_working_it_is_asked_with_one_key_and_rings_once(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)
    reaching.gateway.plan = [500, 429, "hang", 503]
    await reaching.rung(Urgency.URGENT)

    for _ in range(8):
        await reaching.pass_time(10)

    assert len(reaching.gateway.keys) == 5
    assert len(set(reaching.gateway.keys)) == 1
    assert list(reaching.gateway.rung.values()) == [PHONE]


async def test_an_answer_that_comes_too_late_makes_no_second_call(reaching: Reaching) -> None:
    """It rang the telephone, but we had hung up: asked again with the same key, it knows."""
    await reaching.give_phone(reaching.doctor)
    reaching.gateway.plan = ["late"]
    await reaching.rung(Urgency.URGENT)
    await reaching.pass_time(10)

    assert len(reaching.gateway.keys) == 2
    assert len(reaching.gateway.rung) == 1


async def test_what_it_took_is_never_sent_again(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)
    await reaching.rung(Urgency.URGENT)

    for _ in range(10):
        await reaching.pass_time(40)
    await reaching.app.notify.sender.started()
    await reaching.settle()

    assert len(reaching.gateway.requests) == 1


async def test_what_it_refuses_for_good_has_failed_at_once(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)
    reaching.gateway.plan = [422]

    consult, ring = await reaching.rung(Urgency.URGENT)
    await reaching.pass_time(60)

    assert len(reaching.gateway.requests) == 1
    assert (await reaching.channels(consult, ring))["gateway"] == "failed"


async def test_a_ring_that_is_over_telephones_nobody(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)
    reaching.gateway.plan = [503]
    consult, _ = await reaching.rung(Urgency.URGENT)
    await reaching.app.consults.accept(reaching.doctor, ConsultId(consult))

    await reaching.pass_time(60)

    assert len(reaching.gateway.requests) == 1


async def test_practice_costs_no_message(reaching: Reaching) -> None:
    await reaching.give_phone(reaching.doctor)
    await reaching.subscribed(reaching.doctor)

    await reaching.rung(Urgency.URGENT, practice=True)

    assert [said["kind"] for said in reaching.pushes.said()] == ["practice_ring"]
    assert reaching.gateway.requests == []


# -- what comes back ---------------------------------------------------------------------------------------------------


async def receipt(reaching: Reaching, said: dict[str, Any], *, secret: str = SECRET, late_s: int = 0) -> int:
    body = json.dumps(said).encode()
    stamp = int(reaching.clock.now().timestamp()) - late_s
    headers = {
        "Content-Type": "application/json",
        "Telemed-Timestamp": str(stamp),
        "Telemed-Signature": signature(stamp, body, secret),
    }
    async with reaching.client.post("/api/gateway/receipts", data=body, headers=headers) as answer:
        return answer.status


@pytest.fixture
async def called(reaching: Reaching) -> tuple[UUID, UUID, str]:
    """A ring whose message the gateway has: the consult, the ring, the message."""
    await reaching.give_phone(reaching.doctor)
    consult, ring = await reaching.rung(Urgency.URGENT)
    return consult, ring, reaching.gateway.requests[0]["id"]


async def test_receipts_tell_how_far_it_came_and_never_back(reaching: Reaching, called: tuple[UUID, UUID, str]) -> None:
    consult, ring, message = called

    for state, shown in (("delivered", "delivered"), ("seen", "seen"), ("delivered", "seen"), ("failed", "seen")):
        assert await receipt(reaching, {"id": message, "state": state}) == 204
        assert (await reaching.channels(consult, ring))["gateway"] == shown
    assert await reaching.reach() == {"gateway": True}


async def test_a_message_that_could_not_be_delivered_has_failed(
    reaching: Reaching, called: tuple[UUID, UUID, str]
) -> None:
    consult, ring, message = called

    assert await receipt(reaching, {"id": message, "state": "failed", "error": "switched_off"}) == 204

    assert (await reaching.channels(consult, ring))["gateway"] == "failed"
    assert await reaching.reach() == {}, "one telephone switched off for a minute is not written off"


async def test_a_receipt_that_proves_nothing_changes_nothing(
    reaching: Reaching, called: tuple[UUID, UUID, str]
) -> None:
    consult, ring, message = called
    said = {"id": message, "state": "seen"}

    assert await receipt(reaching, said, secret="another secret of somebody, long enough") == 401
    assert await receipt(reaching, said, late_s=301) == 401
    assert await receipt(reaching, said, late_s=-301) == 401
    async with reaching.client.post("/api/gateway/receipts", json=said) as unsigned:
        assert unsigned.status == 401
    assert (await reaching.channels(consult, ring))["gateway"] == "queued"


async def test_a_signed_receipt_of_nothing_we_know_is_taken_quietly(
    reaching: Reaching, called: tuple[UUID, UUID, str]
) -> None:
    _, _, message = called

    assert await receipt(reaching, {"id": str(uuid7()), "state": "seen"}) == 204
    assert await receipt(reaching, {"id": message, "state": "eaten"}) == 422
    assert await receipt(reaching, {"id": message, "state": "seen", "error": "Lời người nghe máy"}) == 422


async def test_a_receipt_of_the_gateway_cannot_speak_for_a_push(reaching: Reaching) -> None:
    await reaching.subscribed(reaching.doctor)
    consult, ring = await reaching.rung()
    from telemed.sessions import deliveries_of
    from tests.build import BUILDER

    async with reaching.world.db.transaction(BUILDER) as tx:
        (push,) = [one for one in (await deliveries_of(tx, [ring]))[ring] if one.channel == "push"]

    assert await receipt(reaching, {"id": str(push.id), "state": "seen"}) == 204
    assert (await reaching.channels(consult, ring))["push"] == "queued"


async def test_a_telephone_alone_keeps_a_person_on_the_ladder(reaching: Reaching) -> None:
    await reaching.close_pages()
    assert not await reaching.is_reachable()

    await reaching.give_phone(reaching.doctor)

    assert await reaching.is_reachable()
    consult, ring = await reaching.rung(Urgency.URGENT)
    assert (await reaching.channels(consult, ring))["gateway"] == "queued"
