"""What others' facts mean to cases: a shift that ends in mid-case wants a handover."""

from telemed.infra.db import Tx
from telemed.infra.relay import Relay
from telemed.schedules import Schedules, ShiftEnded
from telemed.sessions import served


def subscribe(relay: Relay, schedules: Schedules) -> None:
    async def shift_ended(tx: Tx, fact: ShiftEnded) -> None:
        await served.ended_in_mid_case(tx, fact, schedules)

    relay.once(ShiftEnded, shift_ended)
