"""A province with a second hospital and ladders of its own, for tests of who is rung."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select, update

from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, FacilityId, LadderId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty, Urgency
from telemed.schedules.tables import assignment, shift
from telemed.sessions import DEFAULT_TIMERS, timers, wire
from telemed.sessions import tables as t
from telemed.sessions import wire_ladders as told
from telemed.sessions.service_handovers import Handovers
from telemed.sessions.service_ladders import Ladders
from tests import build
from tests.build import World

SLOW = {"stat": 60, "urgent": 300, "routine": 3600}
LEADER = {"kind": "leader", "place": "own", "wait_s": SLOW, "with_previous": []}


def step(
    kind: str, place: str | FacilityId = "own", together: Sequence[str] = (), **waits: int | None
) -> dict[str, Any]:
    return {
        "kind": kind,
        "place": place if isinstance(place, str) else str(place),
        "wait_s": SLOW | waits,
        "with_previous": list(together),
    }


def draft(*steps: dict[str, Any], skip_in_call: bool = True) -> told.DraftPlan:
    given = {"steps": [*steps, LEADER], "options": {"skip_in_call": skip_in_call}}
    return told.DraftPlan.model_validate(given)


def plan(*steps: dict[str, Any], specialty: Specialty | None = None, seen: int = 0, **more: Any) -> told.NewPlan:
    given = {"steps": [*steps, LEADER], "options": {"skip_in_call": True}, "reason": "Thử"} | more
    return told.NewPlan.model_validate(
        given | {"specialty": specialty.value if specialty else None, "seen_number": seen}
    )


@dataclass
class TwoHospitals:
    world: World
    other: FacilityId
    """Not yet the station's second hospital."""
    there: Actor
    """Its doctor of internal medicine, on duty with a shift of its own roster."""
    colleague: Actor
    """Another one there, never on duty."""
    head: Actor
    ladders: Ladders
    handovers: Handovers

    async def second(self) -> None:
        """From now on the station has it as its second hospital."""
        row = {"station_id": self.world.station, "hospital_id": self.other, "source": "test", "rank": 2}
        async with self.world.db.transaction(build.BUILDER) as tx:
            await tx.execute(insert(assignment).values(id=uuid7(), valid_from=date(2026, 1, 1), **row))

    async def put(self, *steps: dict[str, Any], **more: Any) -> LadderId:
        made = LadderId(uuid7())
        await self.ladders.save(self.head, self.world.hospital, made, plan(*steps, **more))
        return made

    async def dry_run(self, urgency: Urgency = Urgency.STAT, **more: Any) -> told.DryRun:
        command = told.DryRunCommand(
            station_id=self.world.station, specialty=Specialty.INTERNAL, urgency=urgency, **more
        )
        return await self.ladders.dry_run(self.head, self.world.hospital, command)

    async def arm(self, actor: Actor) -> None:
        """Nobody confirmed this person's shift in time."""
        async with self.world.db.transaction(build.BUILDER) as tx:
            mine = shift.c.id == self.world.shifts[actor.id]
            await tx.execute(update(shift).where(mine).values(armed_at=self.world.clock.now()))

    async def rings(self, consult: Any) -> list[Any]:
        async with self.world.db.transaction(build.BUILDER) as tx:
            query = select(t.ring).where(t.ring.c.consult_id == consult)
            return list(await tx.all(query.order_by(t.ring.c.round, t.ring.c.step, t.ring.c.started_at, t.ring.c.id)))

    async def ringing(self, consult: Any) -> set[Any]:
        return {row.user_id for row in await self.rings(consult) if row.state == "ringing"}

    async def pass_time(self, by: timedelta) -> None:
        self.world.clock.advance(by)
        runner = JobRunner(self.world.db, self.world.clock)
        timers.register(runner, self.world.consults, self.world.calls)
        await runner.run_due()

    async def asked(self, urgency: Urgency = Urgency.STAT, **more: Any) -> wire.ConsultSummary:
        return await self.world.requested(urgency, **more)

    async def taken_there(self) -> ConsultId:
        """A case that the other hospital's doctor has."""
        await self.second()
        await self.put(step("first", "second"))
        asked = await self.asked()
        taken = await self.world.consults.accept(self.there, ConsultId(asked.id))
        return ConsultId(taken.id)


async def two_hospitals(world: World) -> TwoHospitals:
    other = await build.add_facility(world.db, "Bệnh viện Hai Demo", FacilityKind.HOSPITAL, "BH")
    there = await build.add_person(world.db, "Elsewhere Demo", Role.SPECIALIST, other, Specialty.INTERNAL)
    colleague = await build.add_person(world.db, "Colleague Demo", Role.SPECIALIST, other, Specialty.INTERNAL)
    head = await build.add_person(world.db, "Manager Demo", Role.HOSPITAL_MANAGER, world.hospital)
    await replace(world, hospital=other, shifts={}).on_duty(there)
    for actor in (there, colleague):
        await world.presence.linked(actor.id)
    return TwoHospitals(
        world,
        other,
        there,
        colleague,
        head,
        Ladders(world.db, world.clock, world.schedules, world.presence, DEFAULT_TIMERS),
        Handovers(world.db, world.clock, world.schedules, world.consults),
    )
