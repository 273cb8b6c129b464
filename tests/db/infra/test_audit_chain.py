"""The audit trail's chain: what is sealed and when; and drills in which the owner of the tables tampers with it."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Executable, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from telemed.infra import audit
from telemed.infra.audit import audit_table, head_table, seal_table
from telemed.infra.audit_chain import BATCH, COLUMNS, ME, NOTHING, HeadFile, Sealer, newest, seal_hash
from telemed.infra.audit_check import FaultKind, Finding, verify
from telemed.infra.db import AnyRow, Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId, uuid7
from tests.db.infra.notes import SYSTEM, write

LAN = Actor(UserId(uuid7()), request_id="req-1")
KEY = b"the chain's secret in these tests"


@pytest.fixture
def sealer(db: Database, clock: ManualClock, tmp_path: Path) -> Sealer:
    return Sealer(db, clock, KEY, HeadFile(tmp_path / "audit-head"))


async def done(db: Database, clock: ManualClock, times: int = 1) -> None:
    """Deeds, one each second."""
    for _ in range(times):
        async with db.transaction(LAN) as tx:
            await audit.record(tx, "read", "patient", uuid7(), because="station", reason="Đọc hồ sơ")
        clock.advance(timedelta(seconds=1))


async def sealed(db: Database, clock: ManualClock, sealer: Sealer, times: int) -> list[AnyRow]:
    """So many deeds, each sealed in a pass of its own; the seals, in order."""
    for _ in range(times):
        await done(db, clock)
        await sealer.seal()
    return await seals(db)


async def seals(db: Database) -> list[AnyRow]:
    async with db.transaction(SYSTEM) as tx:
        return list(await tx.all(select(seal_table).order_by(seal_table.c.n)))


async def checked(db: Database, sealer: Sealer) -> Finding:
    return await verify(db, sealer.key, sealer.head_file)


async def kind_and_place(db: Database, sealer: Sealer) -> tuple[FaultKind, int | None]:
    fault = (await checked(db, sealer)).fault
    assert fault is not None
    return fault.kind, fault.n


# -- sealing -----------------------------------------------------------------------------------------------------------


async def test_what_was_written_is_sealed_in_order_and_found_whole(
    db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    await done(db, clock, BATCH + 3)

    assert await sealer.seal() == BATCH + 3
    assert await sealer.seal() == 0
    finding = await checked(db, sealer)

    assert (finding.fault, finding.rows, finding.waiting) == (None, BATCH + 3, 0)
    assert [seal.n for seal in await seals(db)] == list(range(1, BATCH + 4))


async def test_a_seal_covers_every_column_of_the_row(db: Database, clock: ManualClock, sealer: Sealer) -> None:
    assert {column.name for column in audit_table.c} == set(COLUMNS)
    (seal,) = await sealed(db, clock, sealer, 1)
    async with db.transaction(SYSTEM) as tx:
        row = await tx.one(select(audit_table))

    assert seal.hash == seal_hash(KEY, NOTHING, 1, seal.sealed_at, row)
    assert seal.hash != seal_hash(b"another key", NOTHING, 1, seal.sealed_at, row)


async def test_deeds_never_wait_for_each_other_nor_for_the_seal(
    db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    async with db.transaction(LAN) as first:
        await audit.record(first, "read", "patient", uuid7())
        await done(db, clock)  # begun later, committed earlier
        assert await sealer.seal() == 1
    assert await sealer.seal() == 1

    async with db.transaction(SYSTEM) as tx:
        order = await tx.all(
            select(audit_table.c.seq).join(seal_table, seal_table.c.audit_id == audit_table.c.id).order_by("n")
        )
    assert [row.seq for row in order] == [2, 1]
    assert (await checked(db, sealer)).fault is None


async def test_of_two_processes_one_seals_and_the_chain_has_no_fork(
    db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    await done(db, clock, 2)
    other = Sealer(db, clock, KEY, sealer.head_file)
    async with db.transaction(ME) as tx:
        await tx.execute(text("select pg_advisory_xact_lock(7450116103)"))
        assert await other.seal() == 0
    assert await other.seal() == 2
    await sealed(db, clock, sealer, 1)

    assert (await checked(db, sealer)).rows == 3


async def test_rows_left_by_a_killed_server_are_sealed_at_the_next_start(
    db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    await sealed(db, clock, sealer, 2)
    await done(db, clock)
    clock.advance(timedelta(days=3))
    await done(db, clock)

    assert await Sealer(db, clock, KEY, sealer.head_file).seal() == 2
    assert (await checked(db, sealer)).fault is None


async def test_each_local_day_keeps_its_last_head(db: Database, clock: ManualClock, sealer: Sealer) -> None:
    *_, last = await sealed(db, clock, sealer, 3)
    clock.advance(timedelta(hours=14))  # past midnight in Vietnam
    await sealed(db, clock, sealer, 1)

    async with db.transaction(SYSTEM) as tx:
        (head,) = await tx.all(select(head_table))
    assert (head.day.isoformat(), head.n, head.hash) == ("2026-11-22", 3, last.hash)
    assert (await checked(db, sealer)).trusted == (head.day, 3)


@pytest.mark.parametrize("table", ["audit_seal", "audit_head"])
@pytest.mark.parametrize("change", ["update {} set n = n + 1", "delete from {}", "truncate {}"])
async def test_the_application_can_neither_change_nor_delete_a_seal(db: Database, table: str, change: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        await write(db, SYSTEM, text(change.format(table)))


# -- drills: each done behind the program's back, as the owner ---------------------------------------------------------


async def tamper(owner_db: Database, *statements: Executable) -> None:
    await write(owner_db, SYSTEM, *statements)


def row_of(seal: AnyRow) -> Any:
    return audit_table.c.id == seal.audit_id


async def test_a_changed_row_is_named(db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer) -> None:
    rows = await sealed(db, clock, sealer, 5)
    await tamper(owner_db, update(audit_table).where(row_of(rows[2])).values(actor_id=uuid7()))

    fault = (await checked(db, sealer)).fault

    assert fault is not None
    assert (fault.kind, fault.n, fault.audit_id) == (FaultKind.CHANGED, 3, rows[2].audit_id)
    assert fault.stored == rows[2].hash != fault.computed


async def test_a_changed_last_row_is_named(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    rows = await sealed(db, clock, sealer, 3)
    await tamper(owner_db, update(audit_table).where(row_of(rows[2])).values(reason=None))

    assert await kind_and_place(db, sealer) == (FaultKind.CHANGED, 3)


async def test_a_removed_row_is_named(db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer) -> None:
    rows = await sealed(db, clock, sealer, 5)
    await tamper(owner_db, delete(audit_table).where(row_of(rows[3])))

    fault = (await checked(db, sealer)).fault

    assert fault is not None
    assert (fault.kind, fault.n, fault.audit_id) == (FaultKind.REMOVED, 4, rows[3].audit_id)


async def test_a_row_removed_with_its_seal_is_named(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    rows = await sealed(db, clock, sealer, 5)
    seal = delete(seal_table).where(seal_table.c.n == 2)
    await tamper(owner_db, delete(audit_table).where(row_of(rows[1])), seal)

    assert await kind_and_place(db, sealer) == (FaultKind.REMOVED, 2)


async def test_numbers_moved_together_over_a_removed_row_do_not_hide_it(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    rows = await sealed(db, clock, sealer, 5)
    seal = delete(seal_table).where(seal_table.c.n == 2)
    moved = [text(f"update audit_seal set n = {n - 1} where n = {n}") for n in (3, 4, 5)]
    await tamper(owner_db, delete(audit_table).where(row_of(rows[1])), seal, *moved)

    assert (await kind_and_place(db, sealer))[1] == 2


def old_row(at: datetime) -> Executable:
    return insert(audit_table).values(
        id=uuid7(), at=at, actor_id=LAN.id, action="read", entity="patient", outcome="ok", facility_ids=[]
    )


async def test_a_row_written_into_the_past_is_named_before_and_after_it_is_sealed(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    await sealed(db, clock, sealer, 3)
    clock.advance(timedelta(hours=2))
    await sealed(db, clock, sealer, 2)
    await tamper(owner_db, old_row(clock.now() - timedelta(hours=1)))

    assert await kind_and_place(db, sealer) == (FaultKind.INSERTED, None)

    await Sealer(db, clock, KEY, sealer.head_file).seal()
    assert await kind_and_place(db, sealer) == (FaultKind.INSERTED, 6)


async def test_a_rewritten_seal_is_named(db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer) -> None:
    await sealed(db, clock, sealer, 5)
    await tamper(owner_db, update(seal_table).where(seal_table.c.n == 3).values(hash=bytes(32)))

    assert await kind_and_place(db, sealer) == (FaultKind.SEAL, 3)


async def test_a_cut_tail_is_named_by_the_file_beside_the_database(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer
) -> None:
    rows = await sealed(db, clock, sealer, 5)
    gone = [row.audit_id for row in rows[3:]]
    await tamper(
        owner_db, delete(audit_table).where(audit_table.c.id.in_(gone)), delete(seal_table).where(seal_table.c.n > 3)
    )

    assert await kind_and_place(db, sealer) == (FaultKind.CUT, 4)

    await sealed(db, clock, sealer, 4)  # going on does not hide it
    assert await kind_and_place(db, sealer) == (FaultKind.CUT, 4)


async def test_a_cut_tail_is_named_by_the_head_of_a_day_when_the_file_is_gone(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer, tmp_path: Path
) -> None:
    rows = await sealed(db, clock, sealer, 5)
    clock.advance(timedelta(days=1))
    await sealer.seal()
    (tmp_path / "audit-head").unlink()
    gone = [row.audit_id for row in rows[3:]]
    await tamper(
        owner_db, delete(audit_table).where(audit_table.c.id.in_(gone)), delete(seal_table).where(seal_table.c.n > 3)
    )

    fault = (await checked(db, sealer)).fault

    assert fault is not None
    assert (fault.kind, fault.n, str(fault.day)) == (FaultKind.CUT, 4, "2026-11-22")


async def test_a_chain_made_anew_with_the_key_no_longer_fits_the_head_that_was_kept(
    db: Database, owner_db: Database, clock: ManualClock, sealer: Sealer, tmp_path: Path
) -> None:
    rows = await sealed(db, clock, sealer, 5)
    clock.advance(timedelta(days=1))
    await sealer.seal()
    (tmp_path / "audit-head").unlink()
    await tamper(owner_db, update(audit_table).where(row_of(rows[1])).values(outcome="denied"), delete(seal_table))
    await Sealer(db, clock, KEY, HeadFile(tmp_path / "forged")).seal()

    assert await kind_and_place(db, sealer) == (FaultKind.HEAD, 5)


async def test_progress_is_told_and_ends_at_the_whole(db: Database, clock: ManualClock, sealer: Sealer) -> None:
    await sealed(db, clock, sealer, 3)
    told: list[tuple[int, int]] = []

    await verify(db, KEY, sealer.head_file, lambda done, total: told.append((done, total)))

    assert told == [(3, 3)]


# -- any change of any column ------------------------------------------------------------------------------------------


def _changed(value: Any, where: int, by: int) -> Any:
    """The same value with one byte or unit of it changed; what is null becomes something."""
    if value is None:
        return uuid7()
    if isinstance(value, datetime):
        return value + timedelta(microseconds=by)
    if isinstance(value, int):
        return value + by
    if isinstance(value, list):
        return [*value, uuid7()] if not value else value[:-1]
    if isinstance(value, str):
        at = where % max(1, len(value))
        return value[:at] + chr((ord(value[at]) + by) % 0xD000 or 1) + value[at + 1 :] if value else "x"
    number = value.int ^ (by << (where % 120))
    return UUID(int=number)


@pytest.fixture
async def three(db: Database, clock: ManualClock, sealer: Sealer) -> list[AnyRow]:
    await sealed(db, clock, sealer, 3)
    async with db.transaction(SYSTEM) as tx:
        return list(await tx.all(select(audit_table).order_by(audit_table.c.seq)))


@settings(max_examples=60, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    which=st.integers(0, 2),
    column=st.sampled_from(COLUMNS),
    where=st.integers(0, 200),
    by=st.integers(1, 255),
)
async def test_any_change_of_any_column_of_any_row_is_found(
    three: list[AnyRow], which: int, column: str, where: int, by: int
) -> None:
    row = three[which]
    other = {name: getattr(row, name) for name in COLUMNS}
    other[column] = _changed(other[column], where, by)
    forged = type("Forged", (), other)()
    at = row.at

    assert seal_hash(KEY, NOTHING, which + 1, at, forged) != seal_hash(KEY, NOTHING, which + 1, at, row)
    assert seal_hash(KEY, NOTHING, which + 1, at, row) == seal_hash(KEY, NOTHING, which + 1, at, row)


@settings(max_examples=40, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    which=st.integers(0, 2),
    column=st.sampled_from([name for name in COLUMNS if name not in {"id", "seq"}]),
    where=st.integers(0, 200),
    by=st.integers(1, 255),
)
async def test_any_change_in_the_table_itself_is_named_at_its_row(
    db: Database, owner_db: Database, sealer: Sealer, three: list[AnyRow], which: int, column: str, where: int, by: int
) -> None:
    row = three[which]
    value = getattr(row, column)
    text_of_null = value is None and column not in {"entity_id", "consult_id"}
    changed = "written in" if text_of_null else _changed(value, where, by)
    here = audit_table.c.id == row.id
    await tamper(owner_db, update(audit_table).where(here).values({column: changed}))
    try:
        assert await kind_and_place(db, sealer) == (FaultKind.CHANGED, which + 1)
    finally:
        await tamper(owner_db, update(audit_table).where(here).values({column: value}))
    assert (await checked(db, sealer)).fault is None


async def test_the_newest_seal_is_the_head(db: Database, clock: ManualClock, sealer: Sealer) -> None:
    *_, last = await sealed(db, clock, sealer, 2)
    async with db.transaction(SYSTEM) as tx:
        head = await newest(tx)

    assert head is not None
    assert (head.n, head.hash) == (2, last.hash)
    assert sealer.head_file.read() == (head, [])
