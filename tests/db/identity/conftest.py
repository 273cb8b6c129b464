"""The identity service over a real database, and what it writes down."""

from pathlib import Path

import pytest

from telemed.identity import Identity
from telemed.identity.service.people import People
from telemed.identity.tokens import Tokens
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Profession, Role, Specialty
from tests.db.identity.keeping import employed, people_of
from tests.people import PASSWORDS, Held, add_hospital


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture
def tokens(clock: ManualClock, keys: Path) -> Tokens:
    return Tokens.open(keys, clock)


@pytest.fixture
def identity(db: Database, clock: ManualClock, tokens: Tokens) -> Identity:
    return Identity(db, clock, tokens, PASSWORDS, SignInLimiter(clock))


@pytest.fixture
def people(db: Database, clock: ManualClock, keys: Path) -> People:
    return people_of(db, clock, keys)


@pytest.fixture
async def hospital(db: Database) -> FacilityId:
    return await add_hospital(db)


@pytest.fixture
async def elsewhere(db: Database) -> FacilityId:
    return await add_hospital(db, "Than Uyên")


@pytest.fixture
async def admin(db: Database, hospital: FacilityId) -> Actor:
    return await employed(db, "quan.tri", hospital, Held(Role.HOSPITAL_ADMIN, hospital), profession=Profession.OFFICER)


@pytest.fixture
async def doctor(db: Database, hospital: FacilityId) -> Actor:
    return await employed(db, "bac.si", hospital, Held(Role.SPECIALIST, hospital, Specialty.INTERNAL))
