"""When a consult is done with: its minutes signed and the station's decision recorded, in either order."""

from telemed.infra.db import Tx
from telemed.records.model import MinutesState
from telemed.records.store import minutes, referrals
from telemed.sessions import Consult, Consults, State


async def close_if_done(tx: Tx, consults: Consults, consult: Consult) -> None:
    """Called with the consult's row locked, by whoever adds one of the two. A transfer waits for no minutes."""
    if await referrals.decision_on(tx, consult.id) is None:
        return
    written = await minutes.in_force(tx, consult.id)
    signed = written is not None and written.state is MinutesState.SIGNED
    if consult.state is State.TRANSFERRED or (consult.state is State.CONCLUDED and signed):
        await consults.close(tx, consult.id)
