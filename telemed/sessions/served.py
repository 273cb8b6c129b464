"""What came of a shift: from which of them somebody took a case, and which case one left in its holder's hands."""

from collections.abc import Collection

from telemed.infra import outbox
from telemed.infra.db import Tx
from telemed.kernel.ids import ShiftId
from telemed.schedules import Schedules, ShiftEnded
from telemed.sessions import store_served
from telemed.sessions.events import HandoverDue


async def answered_from(tx: Tx, shifts: Collection[ShiftId]) -> frozenset[ShiftId]:
    """Those of them from which a ring was accepted; a practice counts too: its person was there."""
    return await store_served.answered_from(tx, shifts)


async def ended_in_mid_case(tx: Tx, fact: ShiftEnded, schedules: Schedules) -> None:
    """Tells the holder of each case that is still in their hands. No policy: a reaction's.

    Whose next shift follows at once goes on: nobody hands a case to himself.
    """
    if await schedules.own_shift(tx, fact.person, tx.at):
        return
    held = await store_served.held_by(tx, fact.person)
    due = [HandoverDue(consult, fact.person, fact.shift, fact.relief) for consult in held]
    await outbox.publish_all(tx, due, tx.at)
