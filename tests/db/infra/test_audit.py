import pytest
from sqlalchemy import Executable, delete, select, text, update
from sqlalchemy.exc import DBAPIError

from telemed.infra import audit
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, UserId, uuid7
from tests.db.infra.notes import SYSTEM, write


async def test_a_record_says_who_did_what_to_what_when_and_how_it_went(db: Database, clock: ManualClock) -> None:
    lan, patient, consult = Actor(UserId(uuid7()), request_id="req-1"), uuid7(), ConsultId(uuid7())

    async with db.transaction(lan) as tx:
        await audit.record(tx, "patient.read", "patient", patient, consult=consult, outcome="denied", reason="foreign")
    async with db.transaction(SYSTEM) as tx:
        row = await tx.one(select(audit_table))

    assert (row.actor_id, row.request_id, row.system) == (lan.id, "req-1", None)
    assert (row.action, row.entity, row.entity_id, row.consult_id) == ("patient.read", "patient", patient, consult)
    assert (row.outcome, row.reason, row.at) == ("denied", "foreign", clock.now())


async def test_what_the_program_does_by_itself_is_recorded_with_its_reason(db: Database) -> None:
    async with db.transaction(Actor.system("jobs")) as tx:
        await audit.record(tx, "ring.end", "ring", uuid7())
        assert await tx.scalar(select(audit_table.c.system)) == "jobs"


@pytest.mark.parametrize(
    "change", [update(audit_table).values(outcome="ok"), delete(audit_table), text("truncate audit")]
)
async def test_the_application_can_neither_change_nor_delete_a_record(db: Database, change: Executable) -> None:
    async with db.transaction(SYSTEM) as tx:
        await audit.record(tx, "patient.read", "patient", uuid7())

    with pytest.raises(DBAPIError, match="permission denied"):
        await write(db, SYSTEM, change)
