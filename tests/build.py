"""Builders with defaults: people at work, so that a test says only what it is about."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.identity.tables import facility, person, role_grant
from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, ShiftId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty, Tier, Urgency
from telemed.schedules import Schedules
from telemed.schedules.tables import assignment, roster_version, shift
from telemed.sessions import DEFAULT_TIMERS, Calls, Consults, Presence, wire

BUILDER = Actor.system("test arrangement")
"""Arranges what a test is given; it stands for everything that happened before."""


async def add_facility(db: Database, name: str, kind: FacilityKind, prefix: str) -> FacilityId:
    """A facility with telephones."""
    new = FacilityId(uuid7())
    async with db.transaction(BUILDER) as tx:
        await tx.execute(
            insert(facility).values(
                id=new,
                code=f"T-{prefix}",
                name=name,
                short_name=name,
                prefix=prefix,
                kind=kind.value,
                commune_code=None,
                authority="UBND",
                emergency_phone="0213 000 0001",
                signing_professions=[Profession.DOCTOR.value],
                leader_phone="0213 000 0002",
            )
        )
    return new


async def add_person(
    db: Database,
    name: str,
    role: Role,
    at: FacilityId,
    specialty: Specialty | None = None,
    profession: Profession = Profession.DOCTOR,
    password_hash: str = "",
) -> Actor:
    """Someone with one role, as an actor."""
    user = UserId(uuid7())
    async with db.transaction(BUILDER) as tx:
        await tx.execute(
            insert(person).values(
                id=user,
                username=name.lower().replace(" ", "."),
                full_name=name,
                title="BS.",
                profession=profession.value,
                license_no="000001/T",
                password_hash=password_hash,
                demo=True,
            )
        )
        await tx.execute(
            insert(role_grant).values(
                id=uuid7(),
                person_id=user,
                role=role.value,
                facility_id=at,
                specialty=specialty.value if specialty else None,
                valid_from=date(2026, 1, 1),
                source="test",
            )
        )
    return Actor(user, (Grant(role, at, specialty),))


@dataclass
class World:
    """One station, its hospital, a doctor who asks and doctors who answer, and the services they use."""

    db: Database
    clock: ManualClock
    station: FacilityId
    hospital: FacilityId
    station_doctor: Actor
    specialists: list[Actor]
    schedules: Schedules
    presence: Presence
    consults: Consults
    calls: Calls
    shifts: dict[UserId, ShiftId] = field(default_factory=dict)

    async def on_duty(
        self, actor: Actor, tier: Tier = Tier.FIRST, specialty: Specialty | None = Specialty.INTERNAL
    ) -> ShiftId:
        """From an hour ago, for half a day."""
        new, now = ShiftId(uuid7()), self.clock.now()
        published = {"hospital_id": self.hospital, "number": 7, "kind": "publish", "made_at": now - timedelta(days=1)}
        async with self.db.transaction(BUILDER) as tx:
            await tx.execute(upsert(roster_version).values(**published).on_conflict_do_nothing())
            await tx.execute(
                insert(shift).values(
                    id=new,
                    person_id=actor.id,
                    hospital_id=self.hospital,
                    specialty=specialty.value if specialty else None,
                    tier=tier.value,
                    starts_at=now - timedelta(hours=1),
                    ends_at=now + timedelta(hours=11),
                    state="planned",
                    roster_version=7,
                )
            )
        self.shifts[actor.id] = new
        return new

    async def requested(self, urgency: Urgency = Urgency.STAT, **changes: Any) -> wire.ConsultSummary:
        """A request that rings."""
        return await self.consults.create(
            self.station_doctor, ConsultId(uuid7()), new_consult(self, urgency, **changes)
        )

    async def accepted(self, by: Actor | None = None, urgency: Urgency = Urgency.STAT) -> wire.ConsultSummary:
        asked = await self.requested(urgency)
        return await self.consults.accept(by or self.specialists[0], ConsultId(asked.id))

    async def pass_time(self, by: timedelta) -> None:
        """The clock moves; timers ring as `due` tells them."""
        self.clock.advance(by)


def new_consult(world: World, urgency: Urgency = Urgency.STAT, **changes: Any) -> wire.NewConsult:
    fields: dict[str, Any] = {
        "station_id": world.station,
        "urgency": urgency,
        "specialty": Specialty.INTERNAL,
        "request": wire.RequestFields(reason="Đau ngực", question="Có cần chuyển ngay không, xử trí gì trước?"),
        "consents": [] if urgency is Urgency.STAT else [spoken_consent()],
        "send": True,
    }
    return wire.NewConsult(**(fields | changes))


def spoken_consent(**changes: Any) -> wire.ConsentWord:
    """The patient says yes to the hospital having the case."""
    fields = {"purpose": "share", "decision": "given", "ground": "spoken", "text_version": "2026-11"}
    return wire.ConsentWord.model_validate(fields | changes)


async def add_patient(db: Database, station: FacilityId, **columns: Any) -> PatientId:
    """A patient of a station with the fewest facts."""
    from telemed.records.tables import patient

    new = PatientId(uuid7())
    needed = {c.name: _least(c) for c in patient.c if not c.nullable and c.server_default is None}
    async with db.transaction(BUILDER) as tx:
        await tx.execute(insert(patient).values(**(needed | {"id": new, "station_id": station} | columns)))
    return new


def _least(column: Any) -> Any:
    kind = column.type.python_type
    return {str: "", int: 1, bool: False, datetime: datetime(2026, 11, 1, tzinfo=UTC)}.get(kind)


async def world(db: Database, clock: ManualClock, specialists: int = 2, timers: Any = DEFAULT_TIMERS) -> World:
    station = await add_facility(db, "Trạm Demo", FacilityKind.STATION, "TD")
    hospital = await add_facility(db, "Bệnh viện Demo", FacilityKind.HOSPITAL, "BV")
    async with db.transaction(BUILDER) as tx:
        await tx.execute(
            insert(assignment).values(
                id=uuid7(), station_id=station, hospital_id=hospital, valid_from=date(2026, 1, 1), source="test"
            )
        )
    doctor = await add_person(db, "Mai Demo", Role.STATION_DOCTOR, station)
    answering = [
        await add_person(db, f"Specialist {n} Demo", Role.SPECIALIST, hospital, Specialty.INTERNAL)
        for n in range(specialists)
    ]
    schedules, presence = Schedules(clock), Presence(db, clock)
    consults = Consults(db, clock, schedules, presence, timers)
    made = World(
        db, clock, station, hospital, doctor, answering, schedules, presence, consults, Calls(db, clock, consults)
    )
    for actor in [doctor, *answering]:
        await presence.linked(actor.id)
    return made
