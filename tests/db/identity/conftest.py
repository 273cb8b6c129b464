"""The identity service over a real database, and what it writes down."""

from pathlib import Path

import pytest

from telemed.identity import Identity
from telemed.identity.tokens import Tokens
from telemed.infra.db import Database
from telemed.infra.security import SignInLimiter
from telemed.kernel.clock import ManualClock
from tests.people import PASSWORDS


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("keys")


@pytest.fixture
def identity(db: Database, clock: ManualClock, keys: Path) -> Identity:
    return Identity(db, clock, Tokens.open(keys, clock), PASSWORDS, SignInLimiter(clock))
