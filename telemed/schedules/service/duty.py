"""What people ask of duty: who is on duty now, when is my shift, I am here."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from telemed import identity
from telemed.identity import Facility, PersonRef
from telemed.infra import audit, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.schedules import policy, store
from telemed.schedules.model import NEXT_WITHIN, NoHospital, Shift, in_calling_order
from telemed.schedules.wire import ChannelCheck


@dataclass(frozen=True, slots=True)
class Board:
    hospital: Facility
    shifts: list[Shift]
    people: dict[UserId, PersonRef]


@dataclass(frozen=True, slots=True)
class OwnShift:
    shift: Shift
    hospital: Facility
    relief: PersonRef | None
    checks: list[ChannelCheck]


ChecksOf = Callable[[Tx, Collection[ShiftId]], Awaitable[dict[ShiftId, list[ChannelCheck]]]]
"""How the test of the channels went that followed a confirmation; sending it is another feature's."""


async def no_checks(tx: Tx, shifts: Collection[ShiftId]) -> dict[ShiftId, list[ChannelCheck]]:
    """Where nothing is tested."""
    return {}


class OnDuty:
    def __init__(self, db: Database, clock: Clock, checks_of: ChecksOf = no_checks) -> None:
        self._db, self._clock, self._checks_of = db, clock, checks_of

    async def board(self, actor: Actor) -> Board:
        """Who answers now: at the hospital that supports the actor's station, or at the actor's own.

        Raises:
            NoHospital: no hospital supports the station today.
            Denied: the actor works at neither.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            if station := policy.own_station(actor):
                hospital = await store.assigned_hospital(tx, station, now.astimezone(LOCAL).date())
                if hospital is None:
                    raise NoHospital
            else:
                hospital = policy.own_hospital(actor)
            return await self._board_of(tx, hospital)

    async def own_shift(self, actor: Actor) -> OwnShift | None:
        """The running one, else the next within a day. No policy: one's own."""
        async with self._db.transaction(actor) as tx:
            shift = await store.next_shift(tx, actor.id, self._clock.now(), NEXT_WITHIN)
            return await self._own(tx, shift) if shift else None

    async def confirm(self, actor: Actor, shift_id: ShiftId) -> OwnShift:
        """“Vào ca trực”.

        Raises:
            Missing, NotYourShift, TooEarly, ShiftOver
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            shift = await store.shift_by_id(tx, shift_id)
            policy.require_confirm(actor, shift)
            confirmed, fact = shift.confirm(now)
            if fact:
                await store.save_shift(tx, confirmed)
                await outbox.publish(tx, fact, now)
                await audit.record(tx, "shift.confirm", "shift", shift.id)
            return await self._own(tx, confirmed)

    async def _board_of(self, tx: Tx, hospital: FacilityId) -> Board:
        shifts = in_calling_order(await store.on_duty(tx, hospital, self._clock.now()))
        people = await identity.people(tx, {shift.person for shift in shifts})
        return Board(await identity.facility(tx, hospital), shifts, people)

    async def _own(self, tx: Tx, shift: Shift) -> OwnShift:
        relief = await store.relief_of(tx, shift)
        other = relief is not None and relief.person != shift.person  # nobody relieves himself
        people = await identity.people(tx, {relief.person}) if relief and other else {}
        place = await identity.facility(tx, shift.hospital)
        checks = (await self._checks_of(tx, [shift.id])).get(shift.id, [])
        return OwnShift(shift, place, people[relief.person] if relief and other else None, checks)
