"""What the audit trail says."""

from sqlalchemy import select

from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from tests.people import SYSTEM


async def audited(db: Database) -> list[tuple[str, str, str | None]]:
    """(action, outcome, reason), oldest first."""
    row = audit_table.c
    async with db.transaction(SYSTEM) as tx:
        return [tuple(r) for r in await tx.all(select(row.action, row.outcome, row.reason).order_by(row.seq))]
