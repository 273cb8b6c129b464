"""A hospital whose roster is being planned: a head of internal medicine, their doctors, a manager, the services."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import Schedules
from telemed.schedules.coverage import Span
from telemed.schedules.model_away import AbsenceKind
from telemed.schedules.service.planning import Planning
from telemed.schedules.tables import rotation
from telemed.schedules.wire_rosters import (
    AbsenceAnswer,
    DraftChange,
    DraftView,
    NewAbsence,
    NewShift,
    Preview,
    PreviewQuery,
    Publish,
    RosterQuery,
    RosterView,
)
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station

MONDAY = date(2026, 11, 23)
"""The clock of the tests stands on the Sunday before, at ten in the morning."""
INTERNAL = Specialty.INTERNAL


async def no_rings(people: Collection[UserId], period: Span) -> Mapping[UserId, int]:
    return {}


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LOCAL).astimezone(UTC)


def cell(
    person: Actor,
    day: date = MONDAY,
    hour: int = 7,
    hours: int = 10,
    tier: Tier = Tier.FIRST,
    specialty: Specialty | None = INTERNAL,
    made: UUID | None = None,
) -> NewShift:
    starts_at = at(day, hour)
    return NewShift(
        id=made or uuid7(),
        person_id=person.id,
        specialty=specialty,
        tier=tier,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
    )


@dataclass
class Ward:
    db: Database
    clock: ManualClock
    hospital: FacilityId
    head: Actor
    manager: Actor
    doctors: list[Actor]
    planning: Planning

    async def draft(self, *add: NewShift, by: Actor | None = None, **change: Any) -> DraftView:
        body = DraftChange(add=list(add), **change)
        return await self.planning.drafts.change(by or self.head, self.hospital, uuid7(), body)

    async def preview(self, by: Actor | None = None) -> Preview:
        return await self.planning.publishing.preview(by or self.head, self.hospital, PreviewQuery())

    async def publish(self, *add: NewShift, by: Actor | None = None, **change: Any) -> int:
        """What is given and whatever was drafted before; its number."""
        if add or change:
            await self.draft(*add, by=by, **change)
        seen = await self.preview(by)
        body = Publish(digest=seen.digest)
        return (await self.planning.publishing.publish(by or self.head, self.hospital, uuid7(), body)).version

    async def view(self, by: Actor | None = None, day: date = MONDAY, days: int = 7) -> RosterView:
        query = RosterQuery(from_day=day, days=days)
        return await self.planning.rosters.view(by or self.head, self.hospital, query)

    async def leave(
        self, person: Actor, starts_at: datetime, ends_at: datetime, made: UUID | None = None
    ) -> AbsenceAnswer:
        body = NewAbsence(
            person_id=person.id,
            hospital_id=self.hospital,
            starts_at=starts_at,
            ends_at=ends_at,
            kind=AbsenceKind.LEAVE,
        )
        return await self.planning.absences.put(self.head, made or uuid7(), body)

    async def post(self, person: Actor, first: date, until: date) -> None:
        """A rotation to a station, behind the service's back."""
        station = await add_station(self.db, "Khun Há", "KH")
        row = {
            "id": uuid7(),
            "person_id": person.id,
            "hospital_id": self.hospital,
            "station_id": station,
            "decision_no": "12/QĐ",
            "starts_on": first,
            "ends_on": until,
            "planned_ends_on": until,
            "purpose": "technique",
            "purpose_note": "",
            "hours": [],
            "made_by": self.manager.id,
            "made_at": self.clock.now(),
        }
        async with self.db.transaction(SYSTEM) as tx:
            await tx.execute(rotation.insert().values(row))

    async def on_duty(self, moment: datetime) -> list[UserId]:
        async with self.db.transaction(SYSTEM) as tx:
            return [duty.person for duty in await Schedules(self.clock).on_duty(tx, self.hospital, moment)]


async def make_ward(db: Database, clock: ManualClock, doctors: int = 3) -> Ward:
    hospital = await add_hospital(db)
    return Ward(
        db=db,
        clock=clock,
        hospital=hospital,
        head=await add_person(db, "truong", Held(Role.DEPT_HEAD, hospital, INTERNAL)),
        manager=await add_person(db, "quanly", Held(Role.HOSPITAL_MANAGER, hospital)),
        doctors=[
            await add_person(db, f"noi{n}", Held(Role.SPECIALIST, hospital, INTERNAL)) for n in range(1, doctors + 1)
        ],
        planning=Planning(db, no_rings),
    )
