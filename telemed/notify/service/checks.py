"""The silent test of every channel that follows “Vào ca trực”: made again, and how it went."""

from collections.abc import Collection

from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ShiftId
from telemed.notify import policy, wire
from telemed.notify.model import TEST_WITHIN, NotConfirmed
from telemed.notify.service.rings import Rings
from telemed.schedules import ChannelCheck, Schedules, Shift, ShiftState
from telemed.sessions import Delivery, deliveries_of


class Checks:
    def __init__(self, db: Database, schedules: Schedules, rings: Rings) -> None:
        self._db, self._schedules, self._rings = db, schedules, rings

    async def of(self, actor: Actor, shift_id: ShiftId) -> wire.ShiftChecks:
        """Raises Missing, Denied."""
        async with self._db.transaction(actor) as tx:
            policy.require_see_checks(actor, await self._shift(tx, shift_id))
            return await self._told(tx, shift_id)

    async def again(self, actor: Actor, shift_id: ShiftId) -> wire.ShiftChecks:
        """Raises Missing, NotYourShift, NotConfirmed."""
        async with self._db.transaction(actor) as tx:
            shift = await self._shift(tx, shift_id)
            policy.require_check_again(actor, shift)
            if shift.state is not ShiftState.CONFIRMED or tx.at >= shift.ends_at:
                raise NotConfirmed
            await self._rings.test(tx, shift_id, actor.id)
            await audit.record(tx, "shift.test_ring", "shift", shift_id)
            return await self._told(tx, shift_id)

    async def _shift(self, tx: Tx, shift_id: ShiftId) -> Shift:
        found = (await self._schedules.shifts(tx, [shift_id])).get(shift_id)
        if found is None:
            raise Missing
        return found

    @staticmethod
    async def _told(tx: Tx, shift_id: ShiftId) -> wire.ShiftChecks:
        sent = (await deliveries_of(tx, [shift_id])).get(shift_id, [])
        running = any(one.is_open and tx.at < one.queued_at + TEST_WITHIN for one in sent)
        return wire.ShiftChecks(shift_id=shift_id, checks=[_check(one) for one in sent], running=running)


async def checks_of(tx: Tx, shifts: Collection[ShiftId]) -> dict[ShiftId, list[ChannelCheck]]:
    """Of many shifts at once: for the worklist and the wall of coverage."""
    found = await deliveries_of(tx, shifts)
    return {ShiftId(shift): [_check(one) for one in sent] for shift, sent in found.items()}


def _check(sent: Delivery) -> ChannelCheck:
    took = sent.took
    return ChannelCheck(
        channel=sent.channel.value,
        state=sent.state.value,
        took_ms=round(took.total_seconds() * 1000) if took else None,
        error=sent.error,
    )
