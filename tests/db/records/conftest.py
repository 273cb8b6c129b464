"""A station, its hospital and the record they keep, on a real database."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr
from sqlalchemy import select

from telemed.identity import Identity, Passkeys
from telemed.identity.passwords import Passwords
from telemed.identity.service.second_factors import SecondFactors
from telemed.identity.service.security import OwnSecurity, PasswordAsked
from telemed.identity.tokens import Tokens
from telemed.infra.audit import audit_table
from telemed.infra.blobs import Blobs
from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.infra.relay import Relay
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ChangeId, ConsultId, MinutesId, PatientId, ReferralId, uuid7
from telemed.kernel.values import Role, Specialty, Urgency
from telemed.records import Item, Outcome, Records, reactions, wire, wire_referral
from telemed.records.model import Choice, SignatureLine
from telemed.records.signing import Sealer
from telemed.sessions import SecondCameras, State
from telemed.sessions import wire as sessions_wire
from tests import build
from tests.build import World

PASSWORD = "hoichan-demo"
STATION_LINES = [SignatureLine.SECRETARY, SignatureLine.STATION]
CONCLUSION: Mapping[Item, str] = {
    "diagnosis": "Viêm phổi nặng (J18.9)",
    "treatment": "Oxy gọng mũi",
    "monitoring": "Đếm nhịp thở mỗi 15 phút",
    "place": "transfer_today",
    "follow_up": "Gọi lại khi nặng lên",
}


@dataclass
class Desk:
    """Everybody who writes in the record, and how they do it in one word each."""

    world: World
    records: Records
    relay: Relay
    doctor: Actor
    chair: Actor
    cameras: SecondCameras
    blobs: Blobs
    passkeys: Passkeys

    @property
    def db(self) -> Database:
        return self.world.db

    async def patient(self, by: Actor | None = None, **fields: Any) -> wire.PatientView:
        new = wire.NewPatient(**({"station_id": self.world.station, "full_name": "Giàng Thị Sua Demo"} | fields))
        return await self.records.patients.create(by or self.doctor, PatientId(uuid7()), new)

    async def accepted(self, urgency: Urgency = Urgency.STAT, **changes: Any) -> wire.MinutesView:
        """The minutes of a consult that the chair has just taken."""
        asked = await self.world.requested(urgency, **changes)
        await self.world.consults.accept(self.chair, ConsultId(asked.id))
        await self.relay.drain()
        return await self.minutes_of(asked.id)

    async def minutes_of(self, consult: UUID, by: Actor | None = None) -> wire.MinutesView:
        return await self.records.minutes.read(by or self.chair, ConsultId(consult))

    async def write(
        self, minutes: wire.MinutesView, field: Item, text: str, by: Actor | None = None, seen: int = 0
    ) -> wire.MinutesView:
        change = wire.MinutesChange(field=field, text=text, seen_version=seen)
        return await self.records.minutes.write(by or self.chair, MinutesId(minutes.id), ChangeId(uuid7()), change)

    async def concluded(self, **changes: Any) -> wire.MinutesView:
        minutes = await self.accepted(**changes)
        for field, text in CONCLUSION.items():
            await self.write(minutes, field, text)
        return await self.records.minutes.conclude(self.chair, MinutesId(minutes.id))

    async def sign(
        self, minutes: wire.MinutesView, by: Actor, *lines: SignatureLine, **changes: Any
    ) -> wire.MinutesView:
        given = {"lines": list(lines), "password": SecretStr(PASSWORD), "document_hash": minutes.document_hash}
        command = wire.SignCommand(**(given | changes))
        return await self.records.signing.sign(by, MinutesId(minutes.id), uuid7(), command)

    async def signed(self, **changes: Any) -> wire.MinutesView:
        minutes = await self.concluded(**changes)
        await self.sign(minutes, self.chair, SignatureLine.CHAIR)
        return await self.sign(minutes, self.doctor, *STATION_LINES)

    async def correct_minutes(
        self, minutes: wire.MinutesView, by: Actor | None = None, reason: str = "Ghi nhầm liều"
    ) -> wire.MinutesView:
        new = wire.NewEdition(reason=reason)
        return await self.records.minutes.correct(by or self.chair, MinutesId(minutes.id), MinutesId(uuid7()), new)

    async def read_back(self, minutes: wire.MinutesView, by: Actor, *fields: Item) -> wire.MinutesView:
        for field in fields or tuple(CONCLUSION):
            mark = wire.ReadBackMark(field=field, seen_version=minutes.fields[field].version)
            minutes = await self.records.minutes.mark_read(by, MinutesId(minutes.id), ChangeId(uuid7()), mark)
        return minutes

    async def decide(self, consult: UUID, by: Actor | None = None, **changes: Any) -> wire.DecisionView:
        new = {"consult_id": consult, "choice": Choice.FOLLOW, "outcomes": [Outcome.REFER]} | changes
        return await self.records.decisions.record(by or self.doctor, uuid7(), wire.NewDecision(**new))

    async def refer(self, consult: UUID, by: Actor | None = None, **changes: Any) -> wire_referral.ReferralView:
        new = wire_referral.NewReferral(**({"consult_id": consult, "to_facility_id": self.world.hospital} | changes))
        return await self.records.referrals.draft(by or self.doctor, ReferralId(uuid7()), new)

    async def correct(self, referral: wire_referral.ReferralView, **fields: Any) -> wire_referral.ReferralView:
        lines = wire_referral.ReferralFields(**({"to_facility_id": referral.to_facility_id} | fields))
        change = wire_referral.ReferralChange(seen_version=referral.version, fields=lines)
        return await self.records.referrals.change(self.doctor, ReferralId(referral.id), ChangeId(uuid7()), change)

    async def sign_referral(
        self, referral: wire_referral.ReferralView, by: Actor | None = None
    ) -> wire_referral.ReferralView:
        command = wire_referral.ReferralSign(password=SecretStr(PASSWORD), seen_version=referral.version)
        return await self.records.referrals.sign(by or self.doctor, ReferralId(referral.id), command)

    async def state(self, consult: UUID) -> State:
        return (await self.world.consults.summary(ConsultId(consult))).state

    async def change_request(self, consult: UUID, version: int, **fields: Any) -> sessions_wire.ConsultSummary:
        change = sessions_wire.ConsultChange(seen_version=version, **fields)
        return await self.world.consults.change(self.doctor, ConsultId(consult), ChangeId(uuid7()), change)

    async def audited(self, entity: str, entity_id: UUID) -> list[tuple[str, UUID]]:
        """What was done to it, and by whom."""
        a = audit_table.c
        query = select(a.action, a.actor_id).where(a.entity == entity, a.entity_id == entity_id).order_by(a.seq)
        async with self.db.transaction(build.BUILDER) as tx:
            return [(row.action, row.actor_id) for row in await tx.all(query)]

    async def kinds(self) -> list[str]:
        """The kinds of all facts, those of no consult too."""
        async with self.db.transaction(build.BUILDER) as tx:
            return [row.kind for row in await tx.all(select(event_table.c.kind).order_by(event_table.c.seq))]

    async def told(self, consult: UUID) -> list[str]:
        """The kinds of facts in this consult's history."""
        e = event_table.c
        async with self.db.transaction(build.BUILDER) as tx:
            return [row.kind for row in await tx.all(select(e.kind).where(e.consult_id == consult).order_by(e.seq))]


@pytest.fixture(scope="session")
async def password_hash() -> str:
    return await Passwords().hash(PASSWORD)


@pytest.fixture
async def desk(db: Database, clock: ManualClock, tmp_path: Path, password_hash: str) -> Desk:
    return await make_desk(db, clock, tmp_path, password_hash)


async def make_desk(
    db: Database, clock: ManualClock, keys: Path, password_hash: str, *, sealer: Sealer | None = None
) -> Desk:
    world = await build.world(db, clock)
    passwords, limiter = Passwords(), SignInLimiter(clock)
    identity = Identity(db, clock, Tokens.open(keys, clock), passwords, limiter)
    asked = PasswordAsked(db, passwords, limiter)
    passkeys = Passkeys(db, OwnSecurity(db, passwords, SecondFactors(keys), limiter, asked), limiter)
    cameras, blobs = SecondCameras(db, clock), Blobs.of(keys)
    records = Records(
        db, world.consults, identity, world.schedules, cameras=cameras, blobs=blobs, passkeys=passkeys, sealer=sealer
    )
    relay = Relay(db, clock)
    reactions.subscribe(relay, records)
    station, hospital = world.station, world.hospital
    doctor = await build.add_person(db, "Lo Mai Demo", Role.STATION_DOCTOR, station, password_hash=password_hash)
    chair = await build.add_person(
        db, "Tran Son Demo", Role.SPECIALIST, hospital, Specialty.INTERNAL, password_hash=password_hash
    )
    world.station_doctor = doctor
    await world.on_duty(world.specialists[0])
    return Desk(world, records, relay, doctor, chair, cameras, blobs, passkeys)
