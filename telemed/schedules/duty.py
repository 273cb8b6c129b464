"""Who is on duty, who supports whom, when working time runs out: asked by other features, in their transaction."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Final

from telemed import identity
from telemed.identity import Facility
from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.ids import FacilityId, RotationId, ShiftId, UserId
from telemed.schedules import store
from telemed.schedules.model import Duty, Shift, in_calling_order
from telemed.schedules.store import coverage, rotations, versions
from telemed.schedules.wire import Phone
from telemed.schedules.working_time import WorkingTime

VISITING: Final = (time(9), time(14))
"""Local time: by then both halves of a day have begun."""


class Schedules:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def assigned_hospital(
        self, tx: Tx, station: FacilityId, at: datetime | None = None, *, rank: int = 1
    ) -> FacilityId | None:
        """The hospital that supports a station on that day; today if no time is given. Rank 2: the second one."""
        moment = at or self._clock.now()
        return await store.assigned_hospital(tx, station, moment.astimezone(LOCAL).date(), rank)

    async def on_duty(self, tx: Tx, hospital: FacilityId, at: datetime | None = None) -> list[Duty]:
        """In calling order: first tier before second, whoever said they are there before who has not."""
        shifts = await store.on_duty(tx, hospital, at or self._clock.now())
        return [shift.as_duty() for shift in in_calling_order(shifts)]

    async def duty_of_day(self, tx: Tx, hospital: FacilityId, day: date) -> list[Duty]:
        """Who stands on the roster in the hours in which patients come, each once: the morning's first."""
        found: dict[UserId, Duty] = {}
        for hour in VISITING:
            for duty in await self.on_duty(tx, hospital, datetime.combine(day, hour, LOCAL)):
                found.setdefault(duty.person, duty)
        return list(found.values())

    async def roster_version(self, tx: Tx, hospital: FacilityId, at: datetime | None = None) -> int | None:
        """The number of the roster in force: every ring keeps it, so that it can be told later who should have come."""
        return await versions.in_force(tx, hospital, at)

    async def away(self, tx: Tx, people: Collection[UserId], at: datetime) -> frozenset[UserId]:
        """Of these, who is on leave or posted to a station: their hospital does not ring them."""
        return await coverage.away_now(tx, people, at)

    async def supported(self, tx: Tx, hospital: FacilityId, at: datetime) -> list[FacilityId]:
        """The stations that ask this hospital first on that day."""
        day = at.astimezone(LOCAL).date()
        known = await store.assignments(tx)
        return [one.station for one in known if one.hospital == hospital and one.rank == 1 and one.covers(day)]

    async def own_shift(self, tx: Tx, person: UserId, at: datetime) -> Shift | None:
        """The one this person works at that moment."""
        return await store.next_shift(tx, person, at, timedelta())

    async def relief(self, tx: Tx, shift: Shift) -> Shift | None:
        """Who takes over the same place when it ends."""
        return await store.relief_of(tx, shift)

    async def rotation_of(
        self, tx: Tx, person: UserId, station: FacilityId, at: datetime | None = None
    ) -> RotationId | None:
        """The posting by which this person works for the station on that day; what they ask for is kept with it."""
        return await rotations.running(tx, person, station, (at or self._clock.now()).astimezone(LOCAL).date())

    async def phones(self, tx: Tx, hospital: FacilityId) -> list[Phone]:
        """For the day when nobody answers here. Raises Missing: there is no such hospital."""
        return phones_of(await identity.facility(tx, hospital))

    async def shifts(self, tx: Tx, ids: Collection[ShiftId]) -> dict[ShiftId, Shift]:
        """Those of them that exist, whatever became of them."""
        return {shift.id: shift for shift in await store.shifts_by_id(tx, ids)}

    async def coming_shifts(self, tx: Tx, person: UserId, at: datetime) -> int:
        """How many this person still has to work."""
        return await store.coming_shifts(tx, person, at)

    async def working_time(self, tx: Tx, hospital: FacilityId | None = None) -> WorkingTime:
        """A hospital's hours over the holidays; the usual hours if none is named."""
        return await store.working_time(tx, hospital)


def phones_of(hospital: Facility) -> list[Phone]:
    numbers = {"emergency": hospital.emergency_phone, "leader": hospital.leader_phone}
    return [Phone(label=label, number=number) for label, number in numbers.items() if number]
