"""What the record does when a case moves: minutes open and follow the request, wishes end with their call."""

from telemed.infra.db import Tx
from telemed.infra.relay import Relay
from telemed.records.service import Records
from telemed.sessions import CallEnded, ConsultAccepted, ConsultChanged


def subscribe(relay: Relay, records: Records) -> None:
    async def open_minutes(tx: Tx, event: ConsultAccepted) -> None:
        if event.consult is not None:
            await records.minutes.open(tx, event.consult)

    async def follow_request(tx: Tx, event: ConsultChanged) -> None:
        if event.consult is not None:
            await records.minutes.follow_request(tx, event.consult)

    async def call_over(tx: Tx, event: CallEnded) -> None:
        await records.files.call_over(tx, event.call)

    relay.once(CallEnded, call_over)
    relay.once(ConsultAccepted, open_minutes)
    relay.once(ConsultChanged, follow_request)
