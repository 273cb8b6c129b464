"""The audit trail for who watches it: whose rows, pages without gaps, an export that proves itself, a check."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from telemed.exchange.service.keys import Keys
from telemed.infra import audit, audit_export
from telemed.infra.audit import audit_table
from telemed.infra.audit_chain import HeadFile, Sealer
from telemed.infra.audit_export import Fault
from telemed.infra.db import Database
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import ConsultId, UserId, uuid7
from telemed.kernel.values import FacilityKind, Role
from telemed.reports import wire_audit as wire
from telemed.reports.policy import NoAudit
from telemed.reports.service_audit import BadMark, Trail
from tests import build
from tests.build import World
from tests.eventually import eventually

KEY = b"the chain's secret in these tests"
ALL = wire.AuditQuery()


@pytest.fixture
async def world(db: Database, clock: ManualClock) -> World:
    return await build.world(db, clock)


@pytest.fixture
async def officer(world: World) -> Actor:
    return await build.add_person(world.db, "Kiểm Soát Demo", Role.PRIVACY_OFFICER, world.hospital)


@pytest.fixture
def sealer(world: World, tmp_path: Path) -> Sealer:
    return Sealer(world.db, world.clock, KEY, HeadFile(tmp_path / "audit-head"))


@pytest.fixture
def trail(world: World, sealer: Sealer) -> Trail:
    return Trail(world.db, world.clock, sealer, Keys.names)


async def read(world: World, by: Actor, times: int = 1, action: str = "read") -> None:
    for _ in range(times):
        world.clock.advance(timedelta(seconds=1))
        async with world.db.transaction(by) as tx:
            await audit.record(tx, action, "patient", uuid7(), because="department")


async def test_a_row_says_who_did_what_to_which_case_and_by_what_right(
    world: World, officer: Actor, trail: Trail
) -> None:
    asked = await world.requested()
    await world.consults.accept(world.specialists[0], ConsultId(asked.id))

    rows = (await trail.page(officer, ALL)).rows

    accepted = next(row for row in rows if row.action == "accept")
    assert accepted.person is not None
    assert accepted.grant is not None
    assert accepted.case is not None
    assert (accepted.person.id, accepted.case.code) == (world.specialists[0].id, asked.code)
    assert (accepted.grant.role, accepted.grant.facility.id) == (Role.SPECIALIST, world.hospital)


async def test_an_officer_sees_deeds_of_their_facility_and_at_its_cases_and_no_others(
    world: World, officer: Actor, trail: Trail
) -> None:
    other = await build.add_facility(world.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    stranger = await build.add_person(world.db, "Khác Demo", Role.SPECIALIST, other)
    province = Actor(UserId(uuid7()), (Grant(Role.PRIVACY_OFFICER, other, wide=True),))
    await read(world, stranger)
    asked = await world.requested()

    seen = {row.person.id for row in (await trail.page(officer, ALL)).rows if row.person}
    everywhere = {row.person.id for row in (await trail.page(province, ALL)).rows if row.person}

    assert stranger.id not in seen
    assert asked.requester.id in seen  # of the station; the case is the hospital's
    assert {stranger.id, asked.requester.id} <= everywhere


async def test_the_trail_is_for_privacy_officers_alone_and_reading_it_is_written_down(
    world: World, officer: Actor, trail: Trail
) -> None:
    manager = await build.add_person(world.db, "Quản Lý Demo", Role.HOSPITAL_MANAGER, world.hospital)
    for refused in (trail.page(manager, ALL), trail.export(manager, ALL)):
        with pytest.raises(NoAudit):
            await refused
    for ask in (trail.chain, trail.check, trail.stop_check, trail.heads):
        with pytest.raises(NoAudit):
            await ask(manager)
    with pytest.raises(NoAudit):
        await trail.people(manager)

    await trail.page(officer, ALL)
    (row,) = (await trail.page(officer, wire.AuditQuery(person_id=officer.id))).rows
    assert (row.action, row.entity) == ("read", "audit")


async def test_pages_follow_each_other_without_gap_or_double_and_back(
    world: World, officer: Actor, trail: Trail
) -> None:
    doctor = world.specialists[0]
    await read(world, doctor, 7)
    of = {"person_id": doctor.id, "limit": 3}
    first = await trail.page(officer, wire.AuditQuery(**of))
    second = await trail.page(officer, wire.AuditQuery(**of, after=first.older))
    third = await trail.page(officer, wire.AuditQuery(**of, after=second.older))
    back = await trail.page(officer, wire.AuditQuery(**of, before=third.newer))

    ats = [row.at for page in (first, second, third) for row in page.rows]
    assert ats == sorted(set(ats), reverse=True)
    assert len(ats) == first.count == 7
    assert (first.newer, third.older) == (None, None)
    assert back.rows == second.rows
    for bad in ("x", "1~x", f"1~{2**70}", "9" * 40 + "~1"):
        with pytest.raises(BadMark):
            await trail.page(officer, wire.AuditQuery(after=bad))


async def test_filters_narrow_by_kind_day_case_and_facility(world: World, officer: Actor, trail: Trail) -> None:
    doctor = world.specialists[0]
    await read(world, doctor, 2)
    await read(world, doctor, action="print")
    async with world.db.transaction(doctor) as tx:
        await audit.record(tx, "GET", "/api/patients/{id}", uuid7(), outcome="refused", reason="missing")
    asked = await world.requested()

    async def found(**narrowed: object) -> list[str]:
        page = await trail.page(officer, wire.AuditQuery.model_validate(narrowed))
        return [row.action for row in page.rows]

    assert await found(kind="read", person_id=doctor.id) == ["read", "read"]
    assert await found(kind="take") == ["print"]
    assert await found(kind="refused") == ["GET"]
    assert await found(code=asked.code.lower(), action="create") == ["create"]
    assert await found(code="XX-0001") == []
    assert await found(to_date="2026-11-21") == []
    assert "print" in await found(from_date="2026-11-22", to_date="2026-11-22", facility_id=world.hospital)
    assert await found(because="department", action="print") == ["print"]


async def test_one_can_narrow_to_whoever_ever_worked_there(world: World, officer: Actor, trail: Trail) -> None:
    named = {person.id for person in (await trail.people(officer)).people}

    assert named == {officer.id, *(doctor.id for doctor in world.specialists)}


# -- the export --------------------------------------------------------------------------------------------------------


async def exported(trail: Trail, officer: Actor, query: wire.AuditFilter = ALL) -> list[bytes]:
    whole = b"".join([chunk async for chunk in await trail.export(officer, query)])
    return whole.splitlines(keepends=True)


async def test_an_export_proves_itself_and_says_what_it_was_narrowed_to(
    world: World, officer: Actor, trail: Trail
) -> None:
    await read(world, world.specialists[0], 5)
    everything = await exported(trail, officer)
    some = await exported(trail, officer, wire.AuditFilter(kind="read", person_id=world.specialists[0].id))

    whole, narrowed = audit_export.check(everything, KEY), audit_export.check(some, KEY)

    assert (whole.fault, whole.rows) == (None, len(everything) - 1)
    assert (narrowed.fault, narrowed.rows) == (None, 5)
    assert narrowed.proof is not None
    assert narrowed.proof["filter"] == {"person_id": str(world.specialists[0].id), "kind": "read"}


async def test_whatever_is_done_to_an_export_is_found(world: World, officer: Actor, trail: Trail) -> None:
    await read(world, world.specialists[0], 5)
    lines = await exported(trail, officer)
    reworded = lines[2].replace(b"department", b"hospital")
    shown = lines[2].replace(b"Specialist 0 Demo", b"Specialist 1 Demo")
    proof = lines[-1].replace(b'"rows": ', b'"rows": 1')

    for change, fault in (
        ([*lines[:2], reworded, *lines[3:]], Fault.LINE),
        ([*lines[:2], shown, *lines[3:]], Fault.LINES),
        ([*lines[:2], *lines[3:]], Fault.LINES),
        ([*lines[:1], lines[2], lines[1], *lines[3:]], Fault.LINE),
        (lines[:-1], Fault.PROOF),
        ([*lines[:-1], proof], Fault.PROOF),
        ([*lines[:2], b"{\n", *lines[3:]], Fault.LINE),
        ([*lines[:2], b'{"n": 3}\n', *lines[3:]], Fault.LINE),
    ):
        assert change != lines
        assert audit_export.check(change, KEY).fault is fault
    assert audit_export.check(lines, b"another key").fault is Fault.LINE


async def test_an_export_holds_only_what_its_officer_may_see(world: World, officer: Actor, trail: Trail) -> None:
    other = await build.add_facility(world.db, "Bệnh viện Khác Demo", FacilityKind.HOSPITAL, "BK")
    await read(world, await build.add_person(world.db, "Khác Demo", Role.SPECIALIST, other))

    assert not any("Khác Demo".encode() in line for line in await exported(trail, officer))


# -- the chain ---------------------------------------------------------------------------------------------------------


async def test_a_check_runs_behind_and_its_finding_stays(world: World, officer: Actor, trail: Trail) -> None:
    await read(world, world.specialists[0], 5)
    await trail._sealer.seal()
    before = await trail.chain(officer)
    assert (before.ok, before.checking, before.sealed) == (None, None, before.sealed)

    started = await trail.check(officer)
    assert started.checking is not None

    async def checked() -> bool:
        return (await trail.chain(officer)).checking is None

    await eventually(checked)
    after = await trail.chain(officer)
    assert (after.ok, after.broken, after.failed, after.checked_rows) == (True, None, False, before.sealed)


async def test_a_check_names_what_was_changed_and_the_heads_say_how_far_to_trust(
    world: World, owner_db: Database, officer: Actor, trail: Trail, sealer: Sealer
) -> None:
    await read(world, world.specialists[0], 3)
    await sealer.seal()
    world.clock.advance(timedelta(days=1))
    await read(world, world.specialists[0], 2)
    await sealer.seal()
    async with world.db.transaction(build.BUILDER) as tx:
        last = await tx.scalar(select(audit_table.c.id).order_by(audit_table.c.seq.desc()).limit(1))
    async with owner_db.transaction(build.BUILDER) as tx:
        await tx.execute(update(audit_table).where(audit_table.c.id == last).values(outcome="changed"))

    await trail.check(officer)

    async def broken() -> bool:
        return (await trail.chain(officer)).broken is not None

    await eventually(broken)
    seen = (await trail.chain(officer)).broken
    assert seen is not None
    assert (seen.kind, seen.audit_id, seen.trusted_n) == ("changed", last, 3)
    now, yesterday = (await trail.heads(officer)).heads
    assert (now.day, str(yesterday.day), yesterday.n) == (None, "2026-11-22", 3)


async def test_a_check_can_be_given_up(world: World, officer: Actor, trail: Trail) -> None:
    await trail.check(officer)

    stopped = await trail.stop_check(officer)

    assert (stopped.checking, stopped.ok) == (None, None)
