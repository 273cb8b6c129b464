"""A hospital that posts a doctor to a station: who is there, and what one asks of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from telemed.identity import store as identity_store
from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId, RotationId, uuid7
from telemed.kernel.values import Role, Specialty
from telemed.schedules.model_rotation import (
    RotationPurpose,
)
from telemed.schedules.service.rotations import Rotations
from telemed.schedules.wire_rotations import (
    NewRotation,
    RotationView,
    StationRotations,
)
from tests.db.schedules.rosters import assign
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

TODAY = date(2026, 11, 22)  # a Sunday
SIGNED = "118/QĐ-BV"
OF_HOSPITAL, OF_STATION = (Role.SPECIALIST, "hospital"), (Role.STATION_DOCTOR, "station")


def day(n: int) -> date:
    return TODAY + timedelta(days=n)


@dataclass
class Posts:
    """A hospital with its manager and a doctor to be posted; two stations it supports."""

    db: Database
    clock: ManualClock
    hospital: FacilityId
    station: FacilityId
    other: FacilityId
    manager: Actor
    lan: Actor
    rotations: Rotations

    def new(self, begins: int = 10, ends: int = 40, **changes: Any) -> NewRotation:
        fields: dict[str, Any] = {
            "person_id": self.lan.id,
            "hospital_id": self.hospital,
            "station_id": self.station,
            "decision_no": SIGNED,
            "decided_on": TODAY,
            "starts_on": day(begins),
            "ends_on": day(ends),
            "purpose": RotationPurpose.EXPERT_SUPPORT,
        }
        return NewRotation.model_validate(fields | changes)

    async def post(self, begins: int = 10, ends: int = 40, **changes: Any) -> RotationView:
        return await self.rotations.post(self.manager, RotationId(uuid7()), self.new(begins, ends, **changes))

    async def rights(self, n: int) -> set[tuple[Role, str]]:
        """What the doctor may be on that day, by grants alone."""
        names = {self.hospital: "hospital", self.station: "station"}
        async with self.db.transaction(SYSTEM) as tx:
            return {
                (g.role, names.get(g.facility, "there"))
                for g in await identity_store.grants_of(tx, self.lan.id, day(n))
            }

    async def told(self, kind: str) -> list[dict[str, object]]:
        async with self.db.transaction(SYSTEM) as tx:
            found = select(event_table.c.data).where(event_table.c.kind == kind).order_by(event_table.c.seq)
            return [row.data for row in await tx.all(found)]

    async def board(self, who: Actor | None = None) -> dict[FacilityId, StationRotations]:
        found = await self.rotations.board(who or self.manager)
        return {FacilityId(one.station.id): one for one in found.stations}


async def arrange(db: Database, clock: ManualClock) -> Posts:
    hospital, station = await add_hospital(db), await add_station(db)
    other = await add_station(db, "Tả Lèng", "TL")
    for one in (station, other):
        await assign(db, one, hospital, date(2026, 1, 1), None)
    manager = await add_person(db, "manager", Held(Role.HOSPITAL_MANAGER, hospital))
    lan = await add_person(db, "lan", Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
    return Posts(db, clock, hospital, station, other, manager, lan, Rotations(db))
