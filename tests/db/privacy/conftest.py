"""Everybody who opens, reviews, answers and erases, around one station and its hospital, on a real database."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from telemed import identity
from telemed.identity import Identity
from telemed.identity.passwords import Passwords
from telemed.identity.tokens import Tokens
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import AccessId, ConsultId, FacilityId, PatientId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty, Urgency
from telemed.privacy import wire
from telemed.privacy.model import Ground, RequestKind
from telemed.privacy.service import Privacy
from telemed.reports.service import Reports
from telemed.sessions.tables import consult
from tests import build
from tests.db.records.conftest import Desk, make_desk


@dataclass
class House:
    """The desk of the record with the people around it."""

    desk: Desk
    identity: Identity
    privacy: Privacy
    reports: Reports
    province: FacilityId
    outsider: Actor
    """A specialist of another department, whose case it is not."""
    head: Actor
    officer: Actor
    """The hospital's privacy officer."""
    officer_of_station: Actor
    manager: Actor
    inspector: Actor

    @property
    def db(self) -> Database:
        return self.desk.db

    async def case(self, urgency: Urgency = Urgency.STAT, **changes: Any) -> tuple[ConsultId, str, PatientId]:
        """A case in a specialist's hands, about a patient who has a name."""
        patient = await self.desk.patient()
        asked = await self.desk.world.requested(urgency, patient_id=patient.id, **changes)
        await self.desk.world.consults.accept(self.desk.chair, ConsultId(asked.id))
        await self.desk.relay.drain()
        return ConsultId(asked.id), asked.code, PatientId(patient.id)

    async def open(
        self, actor: Actor, code: str, ground: Ground = Ground.EMERGENCY, reason: str = "Bệnh nhân nặng, không ai nghe"
    ) -> wire.AccessView:
        new = wire.NewAccess(consult_code=code, ground=ground, reason=reason)
        return await self.privacy.accesses.open(actor, AccessId(uuid7()), new)

    async def fresh(self, actor: Actor) -> Actor:
        """With what this person has opened by now."""
        async with self.db.transaction(build.BUILDER) as tx:
            running = await identity.running_accesses(tx, actor.id, tx.at)
        return replace(actor, accesses=frozenset(one.consult for one in running))

    async def file(self, kind: RequestKind, patient: PatientId, by: Actor | None = None) -> wire.DataRequestView:
        new = wire.NewDataRequest(patient_id=patient, kind=kind, asked_by="Giàng A Demo, chồng", words="Xin bản sao")
        return await self.privacy.requests.file(by or self.head, uuid7(), new)

    async def audited(self, **where: Any) -> list[Any]:
        query = select(audit_table).order_by(audit_table.c.seq)
        for name, value in where.items():
            query = query.where(audit_table.c[name] == value)
        async with self.db.transaction(build.BUILDER) as tx:
            return list(await tx.all(query))

    async def set_consult(self, consult_id: UUID, **columns: Any) -> None:
        async with self.db.transaction(build.BUILDER) as tx:
            await tx.execute(update(consult).where(consult.c.id == consult_id).values(**columns))


@pytest.fixture(scope="session")
async def password_hash() -> str:
    return await Passwords().hash("hoichan-demo")


@pytest.fixture
async def house(db: Database, clock: ManualClock, tmp_path: Path, password_hash: str) -> House:
    desk = await make_desk(db, clock, tmp_path, password_hash)
    world = desk.world
    known = Identity(db, clock, Tokens.open(tmp_path, clock), Passwords(), SignInLimiter(clock))
    province = await build.add_facility(db, "Sở Y tế Demo", FacilityKind.PROVINCE, "SY")
    inspector = await build.add_person(db, "Thanh Tra Demo", Role.PROVINCE_VIEWER, province)
    return House(
        desk,
        known,
        Privacy(db, known, world.schedules, world.consults, desk.records),
        Reports(db, clock),
        province,
        outsider=await build.add_person(db, "Ngoai Demo", Role.SPECIALIST, world.hospital, Specialty.SURGERY),
        head=await build.add_person(
            db, "Tram Truong Demo", Role.STATION_HEAD, world.station, password_hash=password_hash
        ),
        officer=await build.add_person(db, "Kiem Soat Demo", Role.PRIVACY_OFFICER, world.hospital),
        officer_of_station=await build.add_person(db, "Kiem Soat Tram Demo", Role.PRIVACY_OFFICER, world.station),
        manager=await build.add_person(db, "Quan Ly Demo", Role.HOSPITAL_MANAGER, world.hospital),
        inspector=replace(inspector, grants=(Grant(Role.PROVINCE_VIEWER, province, wide=True),)),
    )
