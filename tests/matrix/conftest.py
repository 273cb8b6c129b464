"""The province of the matrix, arranged once, and a server over it on which nothing stays."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from telemed import app as application
from telemed.infra import server
from telemed.infra.db import Database
from telemed.infra.embedded_pg import EmbeddedPg
from telemed.infra.limits import Rate, RateLimits
from telemed.infra.server import Session
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.settings import Settings
from tests.matrix.world import DryDatabase, Province, arrange


@dataclass(frozen=True)
class Dry:
    province: Province
    app: application.App


@pytest.fixture(scope="session")
async def dry(
    embedded: EmbeddedPg, superuser: Session, template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Dry]:
    name = f"{template}_matrix"
    await server.create_database(superuser, name, template)
    url = server.addresses(embedded, name).app_url
    clock = ManualClock(datetime(2026, 11, 22, 3, tzinfo=UTC))
    settings = Settings(data_dir=tmp_path_factory.mktemp("matrix"))
    db, real = Database(url, clock=clock), application.build(url, settings, clock=clock)
    province = await arrange(real, db, clock)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(application, "Database", DryDatabase)
        built = application.build(url, settings, clock=clock)
    everybody = {str(one.id): one for one in (*province.people.values(), *province.expired.values())}

    async def authenticate(bearer: str) -> Actor:
        """A bearer here is the person's id: how tokens come about and end has tests of its own."""
        return everybody[bearer]

    object.__setattr__(built.identity, "authenticate", authenticate)
    free = Rate(1e9, 1e9)  # ten thousand questions in no time: this clock stands still
    object.__setattr__(built, "limits", RateLimits(clock, person=free, address=free, key=free))
    yield Dry(province, built)
    for one in (built, real, db):
        await one.close()
    await superuser.execute(f"drop database {name} with (force)")
