"""A table of notes for infra's own tests: stands for any table that bears patient data."""

from uuid import UUID

from sqlalchemy import Column, Executable, Insert, MetaData, String, Table, Uuid, insert

from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Role

notes = Table(
    "note",
    MetaData(),
    Column("id", Uuid, primary_key=True),
    Column("facility_id", Uuid, nullable=False, index=True),
    Column("words", String, nullable=False, unique=True),
)

WALL = "(select telemed_is_system()) or facility_id = any ((select telemed_ids('stations'))::uuid[])"

HERE, THERE = FacilityId(uuid7()), FacilityId(uuid7())
SYSTEM = Actor.system("test")


def doctor(*at: FacilityId) -> Actor:
    return Actor(UserId(uuid7()), tuple(Grant(Role.STATION_DOCTOR, facility) for facility in at))


async def write(db: Database, actor: Actor, *statements: Executable) -> None:
    """All in one transaction."""
    async with db.transaction(actor) as tx:
        for statement in statements:
            await tx.execute(statement)


def note(words: str, at: UUID = HERE) -> Insert:
    return insert(notes).values(id=uuid7(), facility_id=at, words=words)
