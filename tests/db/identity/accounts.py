"""What identity tests look at and arrange behind the service's back."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from telemed.identity import tables
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.kernel.ids import UserId
from tests.people import SYSTEM

HERE = "192.0.2.1"


async def close_account(db: Database, person: UserId) -> None:
    async with db.transaction(SYSTEM) as tx:
        closed = update(tables.person).where(tables.person.c.id == person)
        await tx.execute(closed.values(disabled_at=datetime(2026, 11, 1, tzinfo=UTC)))


async def audited(db: Database) -> list[tuple[str, str, str | None]]:
    """(action, outcome, reason), oldest first."""
    row = audit_table.c
    async with db.transaction(SYSTEM) as tx:
        return [tuple(r) for r in await tx.all(select(row.action, row.outcome, row.reason).order_by(row.seq))]
