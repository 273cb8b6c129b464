"""By what a ring, or a test of one, is sent besides an open page; and its end, when nothing more is sent."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from telemed import identity
from telemed.infra import jobs
from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, ShiftId, UserId
from telemed.kernel.values import Urgency
from telemed.notify import store
from telemed.notify.model import TEST_WITHIN, Gateway, PushKind
from telemed.sessions import (
    Channel,
    Consults,
    Delivery,
    DeliveryState,
    RingEnded,
    RingStarted,
    channel_gone,
    channel_works,
    delivery_came,
    end_deliveries,
    queue_ring,
    queue_test,
)

SEND: Final = "send"
"""The durable job of one delivery that is still to be handed over."""
NEWS: Final = "push_news"
"""The durable job of a push that nobody waits for: a notice, or that a ring is over."""
OVER_WITHIN: Final = timedelta(minutes=2)
HOW_OVER: Final = {"superseded": "taken", "accepted": "answered", "declined": "answered"}
TEST_OVER: Final = "test_over"


class Rings:
    """Works inside others' transactions: what is to be sent exists if and when the ring does."""

    def __init__(self, consults: Consults, gateway: Gateway | None) -> None:
        self._consults, self._gateway = consults, gateway

    async def started(self, tx: Tx, ring: RingStarted) -> None:
        if ring.consult is None:
            return
        ways = await self._ways(tx, ring.user)
        kind, code = PushKind.RING, ""
        if len(ways) > 1:
            kind, code = await self._worded(tx, ring.consult)
            if kind is not PushKind.RING:
                ways.discard(Channel.GATEWAY)  # nobody is telephoned at night for a routine case, or for training
        sent = await queue_ring(tx, ring.ring, ring.user, sorted(ways))
        await self._hand_over(tx, sent, kind, code, ring.deadline_at)

    async def ended(self, tx: Tx, ring: RingEnded) -> None:
        """Nothing more is sent; a browser that shows it, or still may, is told that it is over."""
        how = HOW_OVER.get(ring.outcome, "over")
        for one in await end_deliveries(tx, ring.ring, answered=how == "answered"):
            await jobs.cancel(tx, SEND, str(one.id))
            if one.channel is Channel.PUSH and one.state is not DeliveryState.FAILED:
                said = {"kind": PushKind.RING_OVER.value, "person": str(one.person), "code": how}
                until = (tx.at + OVER_WITHIN).isoformat()
                await jobs.put(tx, NEWS, str(ring.ring), tx.at, said | {"until": until})

    async def test(self, tx: Tx, shift: ShiftId, person: UserId) -> None:
        """Every channel, without a sound. Channels that the person has not set up fail at once and say so."""
        ways = await self._ways(tx, person)
        tried = {Channel.PAGE: "", Channel.PUSH: "no_browser"}
        if self._gateway is not None and self._gateway.tests:
            tried[Channel.GATEWAY] = "no_phone"
        until = tx.at + TEST_WITHIN
        sent = await queue_test(tx, shift, person, tried)
        for one in sent:
            if one.channel not in ways:
                await delivery_came(tx, one.id, DeliveryState.FAILED, tried[one.channel])
        await self._hand_over(tx, [one for one in sent if one.channel in ways], PushKind.TEST, "test", until)
        await jobs.put(tx, TEST_OVER, str(shift), until)

    async def test_over(self, tx: Tx, shift: ShiftId) -> None:
        """What has not been heard of by now was missed, and a browser that slept through it is not counted on."""
        for one in await end_deliveries(tx, shift, answered=False):
            await jobs.cancel(tx, SEND, str(one.id))
            if one.channel is Channel.PUSH and one.delivered_at is None and one.error != "no_browser":
                await channel_works(tx, one.person, Channel.PUSH, works=False)

    async def phone_changed(self, tx: Tx, person: UserId) -> None:
        """The new number has not been tried."""
        await channel_gone(tx, person, Channel.GATEWAY)

    async def _ways(self, tx: Tx, person: UserId) -> set[Channel]:
        ways = {Channel.PAGE}
        if await store.live(tx, person):
            ways.add(Channel.PUSH)
        if self._gateway is not None and await identity.duty_phones(tx, [person]):
            ways.add(Channel.GATEWAY)
        return ways

    async def _worded(self, tx: Tx, consult_id: ConsultId) -> tuple[PushKind, str]:
        consult = await self._consults.get(tx, consult_id)
        if consult.practice:
            return PushKind.PRACTICE_RING, ""
        quiet = consult.urgency is Urgency.ROUTINE
        return (PushKind.QUIET_RING if quiet else PushKind.RING), f"ring.{consult.urgency.value}"

    @staticmethod
    async def _hand_over(tx: Tx, sent: Sequence[Delivery], kind: PushKind, code: str, until: datetime) -> None:
        said = {"kind": kind.value, "code": code, "until": until.isoformat()}
        for one in sent:
            if one.channel is not Channel.PAGE:
                await jobs.put(tx, SEND, str(one.id), tx.at, said)
