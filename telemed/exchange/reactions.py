"""Which facts of others are told to other systems. One about a case that is gone is told to nobody."""

from telemed import records, sessions
from telemed.exchange.model_webhooks import Topic
from telemed.exchange.service import Exchange
from telemed.infra.db import Tx
from telemed.infra.relay import Relay


def subscribe(relay: Relay, exchange: Exchange) -> None:
    tell = exchange.webhooks.tell

    async def sent(tx: Tx, fact: sessions.ConsultSent) -> None:
        await tell(tx, Topic.REQUESTED, fact.consult, {"again": "yes" if fact.again else "no"})

    async def accepted(tx: Tx, fact: sessions.ConsultAccepted) -> None:
        await tell(tx, Topic.CLAIMED, fact.consult, {"answer": fact.answer})

    async def concluded(tx: Tx, fact: sessions.ConsultConcluded) -> None:
        await tell(tx, Topic.ENDED, fact.consult, {"how": "concluded"})

    async def cancelled(tx: Tx, fact: sessions.ConsultCancelled) -> None:
        await tell(tx, Topic.ENDED, fact.consult, {"how": "cancelled"})

    async def transferred(tx: Tx, fact: sessions.ConsultTransferred) -> None:
        await tell(tx, Topic.ENDED, fact.consult, {"how": "transferred"})

    async def expired(tx: Tx, fact: sessions.ConsultExpired) -> None:
        await tell(tx, Topic.ENDED, fact.consult, {"how": "expired"})

    async def referred(tx: Tx, fact: records.ReferralSent) -> None:
        said = {"referral": str(fact.referral)}
        await tell(tx, Topic.REFERRED, fact.consult, said, referral=fact.referral)

    relay.once(sessions.ConsultSent, sent)
    relay.once(sessions.ConsultAccepted, accepted)
    relay.once(sessions.ConsultConcluded, concluded)
    relay.once(sessions.ConsultCancelled, cancelled)
    relay.once(sessions.ConsultTransferred, transferred)
    relay.once(sessions.ConsultExpired, expired)
    relay.once(records.ReferralSent, referred)
