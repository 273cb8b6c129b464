"""What others' facts mean for the memory of links: a call that ended, a line test, a place only the relay reaches."""

from telemed.infra.db import Tx
from telemed.infra.relay import Relay
from telemed.media.events import LineProbed
from telemed.media.service_links import Links
from telemed.sessions import CallEnded, RelayNeeded


def subscribe(relay: Relay, links: Links) -> None:
    async def call_over(tx: Tx, fact: CallEnded) -> None:
        await links.call_over(tx, fact.call)

    async def probed(tx: Tx, fact: LineProbed) -> None:
        await links.probed(tx, fact.probe)

    async def relay_needed(tx: Tx, fact: RelayNeeded) -> None:
        await links.relay_needed(tx, fact.facility)

    relay.once(CallEnded, call_over)
    relay.once(LineProbed, probed)
    relay.once(RelayNeeded, relay_needed)
