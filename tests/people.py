"""People and places for tests: `await add_person(db, "lan", …)`; what does not matter to the claim has a default."""

from dataclasses import dataclass
from datetime import date, datetime

from telemed.identity import store
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.identity.passwords import Passwords
from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

SYSTEM = Actor.system("test")
PASSWORD = "hoichan-demo"
PASSWORDS = Passwords()
_HASH = PASSWORDS._hasher.hash(PASSWORD)  # one for all: each takes a while by design


@dataclass(frozen=True)
class Held:
    """A grant to be; open-ended since long ago unless said otherwise."""

    role: Role
    at: FacilityId
    specialty: Specialty | None = None
    valid_from: date = date(2026, 1, 1)
    valid_to: date | None = None


async def add_station(db: Database, name: str = "Bình Lư", prefix: str = "BL") -> FacilityId:
    facility = Facility(
        FacilityId(uuid7()), f"Trạm Y tế xã {name}", f"Trạm {name}", FacilityKind.STATION, prefix=prefix
    )
    async with db.transaction(SYSTEM) as tx:
        await store.add_facility(tx, facility)
    return facility.id


async def add_hospital(db: Database, name: str = "Tam Đường") -> FacilityId:
    facility = Facility(
        FacilityId(uuid7()),
        f"Bệnh viện Đa khoa {name}",
        f"BVĐK {name}",
        FacilityKind.HOSPITAL,
        emergency_phone="02130000001",
        leader_phone="02130000002",
    )
    async with db.transaction(SYSTEM) as tx:
        await store.add_facility(tx, facility)
    return facility.id


async def add_person(
    db: Database,
    username: str,
    *held: Held,
    disabled_at: datetime | None = None,
    password_hash: str | None = _HASH,
) -> Actor:
    """As they act with all that was given, whatever its dates."""
    person = Person(
        id=UserId(uuid7()),
        username=username,
        full_name=f"{username.title()} Demo",
        title="BS.",
        profession=Profession.DOCTOR,
        license_no="000123/LCH-DEMO",
        password_hash=password_hash,
        disabled_at=disabled_at,
    )
    grants = (
        DatedGrant(GrantId(uuid7()), person.id, h.role, h.at, h.valid_from, h.valid_to, h.specialty, "test")
        for h in held
    )
    async with db.transaction(SYSTEM) as tx:
        await store.add_person(tx, person)
        await store.add_grants(tx, grants)
    return Actor(person.id, tuple(Grant(h.role, h.at, h.specialty) for h in held))
