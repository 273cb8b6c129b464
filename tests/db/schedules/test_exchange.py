"""A roster goes out as a workbook and comes back in: whole or not at all, and back unchanged it changes nothing."""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

import pypdf
import pytest
from python_calamine import load_workbook
from sqlalchemy import func, select

from telemed.identity import store as identity_store
from telemed.identity.model import Facility
from telemed.identity.tables import person as people
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.idempotency import OtherBody
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import FacilityId, ShiftId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty, Tier
from telemed.schedules import store, tables
from telemed.schedules.model import Shift
from telemed.schedules.service.exchange import Exchange
from telemed.schedules.sheets import FaultCode
from telemed.schedules.wire_exchange import ImportResult, RosterDays, WallDays
from telemed.schedules.wire_rosters import Discard
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, cell, make_ward
from tests.people import SYSTEM, Held, add_hospital, add_person, add_station
from tests.unit.schedules.workbooks import workbook

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


@pytest.fixture
async def exchange(db: Database) -> Exchange:
    return Exchange(db)


def week(*rows: Sequence[Any], section: str = "Khoa Nội", days: int = 7) -> bytes:
    head = ["Họ tên", *(MONDAY + timedelta(days=n) for n in range(days))]
    return workbook({"Lịch": [head, [section], *rows]})


def faults(result: ImportResult) -> list[tuple[str | None, FaultCode]]:
    return [(one.cell, one.code) for one in result.faults]


async def planned(ward: Ward, by: Actor | None = None) -> list[tuple[str, str, str]]:
    """Who will be there from when, in which state; of the Monday's week."""
    seen = await ward.view(by or ward.manager)
    names = {one.person.id: one.person.name for one in seen.people}
    shifts = sorted(seen.shifts, key=lambda one: (one.starts_at, names[one.person_id]))
    return [(names[one.person_id], f"{one.starts_at.astimezone(LOCAL):%a %H}", one.state) for one in shifts]


async def rows_in(db: Database) -> tuple[int, int]:
    async with db.transaction(SYSTEM) as tx:
        drafted = await tx.scalar(select(func.count()).select_from(tables.draft_shift))
        gone = await tx.scalar(select(func.count()).select_from(tables.draft_removal))
    return drafted, gone


async def test_what_the_file_says_goes_into_the_draft_and_only_there(ward: Ward, exchange: Exchange) -> None:
    content = week(["BS. NOI1 DEMO", "N", "Đ2"], ["Noi2 Demo", "", "24/1"])

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), content)

    assert (taken.faults, taken.added, taken.removed, taken.people, taken.days) == ([], 3, 0, 2, 7)
    assert await planned(ward) == [
        ("BS. Noi1 Demo", "Mon 07", "added"),
        ("BS. Noi2 Demo", "Tue 07", "added"),
        ("BS. Noi1 Demo", "Tue 17", "added"),
    ]
    assert await planned(ward, ward.doctors[0]) == []


async def test_a_row_says_all_of_its_person_specialty_and_days_and_nothing_of_others(
    ward: Ward, exchange: Exchange
) -> None:
    one, two, _ = ward.doctors
    later = MONDAY + timedelta(days=3)
    await ward.publish(cell(one), cell(one, TUESDAY), cell(two, MONDAY, 17, 14), cell(one, later))
    await ward.draft(cell(two, TUESDAY, 17, 14), cell(one, MONDAY + timedelta(days=2)))

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N", "", "Đ"], days=3))

    assert (taken.faults, taken.added, taken.removed) == ([], 1, 2)
    assert await planned(ward) == [
        ("BS. Noi1 Demo", "Mon 07", "published"),
        ("BS. Noi2 Demo", "Mon 17", "published"),
        ("BS. Noi1 Demo", "Tue 07", "removed"),
        ("BS. Noi2 Demo", "Tue 17", "added"),
        ("BS. Noi1 Demo", "Wed 17", "added"),
        ("BS. Noi1 Demo", "Thu 07", "published"),
    ]


async def test_a_published_shift_that_the_draft_took_away_comes_back(ward: Ward, exchange: Exchange) -> None:
    shift = cell(ward.doctors[0])
    await ward.publish(shift)
    await ward.draft(remove=[shift.id])

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N"], days=1))

    assert (taken.added, taken.removed) == (1, 0)
    assert await planned(ward) == [("BS. Noi1 Demo", "Mon 07", "published")]
    assert await rows_in(ward.db) == (0, 0)


async def test_two_people_change_places(ward: Ward, exchange: Exchange) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(two, MONDAY, 17, 14))

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "Đ"], ["Noi2 Demo", "N"], days=1))

    assert (taken.faults, taken.added, taken.removed) == ([], 2, 2)
    assert await ward.publish() == 2
    assert [row[:2] for row in await planned(ward)] == [("BS. Noi2 Demo", "Mon 07"), ("BS. Noi1 Demo", "Mon 17")]


async def test_with_one_fault_nothing_is_taken_and_all_faults_are_told(ward: Ward, exchange: Exchange) -> None:
    await add_person(ward.db, "noi1b", Held(Role.SPECIALIST, ward.hospital, INTERNAL))
    content = week(["Noi1 Demo", "N"], ["Noi2 Demo", "X"], ["Ai Đó Demo", "N"], ["Noi3 Demo", "N1+7h-9h"])

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), content)

    assert (taken.added, taken.removed, taken.people) == (0, 0, 0)
    assert faults(taken) == [
        ("B4", FaultCode.BAD_CELL),
        ("A5", FaultCode.UNKNOWN_PERSON),
        ("B6", FaultCode.OVERLAP),
    ]
    assert taken.faults[1].params == {"name": "Ai Đó Demo"}
    assert await rows_in(ward.db) == (0, 0)


async def test_names_that_two_people_have_are_told_apart_by_the_sign_in_name(ward: Ward, exchange: Exchange) -> None:
    await add_person(ward.db, "nòi1", Held(Role.SPECIALIST, ward.hospital, INTERNAL))
    head = ["Họ tên", "Tài khoản", "Chuyên khoa", MONDAY]

    unclear = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N"], days=1))
    clear = await exchange.take(
        ward.head, ward.hospital, uuid7(), workbook({"L": [head, ["Noi1 Demo", "NOI1", "Nội", "N"]]})
    )
    other = await exchange.take(
        ward.head, ward.hospital, uuid7(), workbook({"L": [head, ["Noi2 Demo", "noi1", "Nội", "N"]]})
    )

    assert faults(unclear) == [("A3", FaultCode.AMBIGUOUS_PERSON)]
    assert (clear.faults, clear.added) == ([], 1)
    assert faults(other) == [("A2", FaultCode.OTHER_NAME)]


async def test_a_head_takes_in_a_whole_hospitals_file_that_changes_their_own_rows_only(
    ward: Ward, exchange: Exchange
) -> None:
    surgeon = await add_person(ward.db, "ngoai1", Held(Role.SPECIALIST, ward.hospital, Specialty.SURGERY))
    await ward.publish(cell(surgeon, specialty=Specialty.SURGERY), by=ward.manager)
    rows: list[list[Any]] = [["Họ tên", "Khoa", MONDAY], ["Noi1 Demo", "Nội", "N"], ["Ngoai1 Demo", "Ngoại", "N"]]

    same = await exchange.take(ward.head, ward.hospital, uuid7(), workbook({"L": rows}))
    rows[2][2] = "Đ"
    more = await exchange.take(ward.head, ward.hospital, uuid7(), workbook({"L": rows}))
    leaders = await exchange.take(
        ward.manager, ward.hospital, uuid7(), week(["Quanly Demo", "24"], section="Trực lãnh đạo", days=1)
    )

    assert (same.faults, same.added) == ([], 1)
    assert faults(more) == [("A3", FaultCode.NOT_YOURS)]
    assert more.faults[0].params == {"specialty": "surgery"}
    assert (leaders.faults, leaders.added) == ([], 1)


async def test_a_shift_that_clashes_with_one_elsewhere_is_a_fault_of_its_cell(ward: Ward, exchange: Exchange) -> None:
    one, two, _ = ward.doctors
    other = await add_hospital(ward.db, "Than Uyên")
    starts_at = datetime.combine(MONDAY, time(9), LOCAL)
    elsewhere = Shift(
        *(ShiftId(uuid7()), one.id, other, INTERNAL, Tier.FIRST, starts_at, starts_at + timedelta(hours=2), 1)
    )
    async with ward.db.transaction(SYSTEM) as tx:
        await store.add_shifts(tx, [elsewhere])
    await ward.publish(cell(two, MONDAY, 17, 38))

    rows = ["Noi1 Demo", "N"], ["Noi2 Demo", "17h-7h+2", "N"]
    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(*rows))

    assert faults(taken) == [("B3", FaultCode.ON_DUTY), ("C4", FaultCode.ON_DUTY)]
    assert [datetime.fromisoformat(str(one.params["starts_at"])) for one in taken.faults] == [
        starts_at,
        datetime.combine(MONDAY, time(17), LOCAL),
    ]


async def test_what_has_begun_is_left_to_an_override(ward: Ward, exchange: Exchange, clock: ManualClock) -> None:
    await ward.publish(cell(ward.doctors[0]))
    clock.advance(timedelta(days=1))  # Monday, ten in the morning: it runs

    same = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N", "N"]))
    gone = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "", "N"]))
    late = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi2 Demo", "N", "N"]))

    assert (same.faults, same.added) == ([], 1)
    assert faults(gone) == [("B3", FaultCode.BEGUN)]
    assert faults(late) == [("B3", FaultCode.BEGUN)]


async def test_leave_in_the_file_takes_the_shift_and_is_told_unless_it_is_kept(ward: Ward, exchange: Exchange) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(two))
    await ward.leave(two, datetime.combine(MONDAY, time(), LOCAL), datetime.combine(TUESDAY, time(), LOCAL))

    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "P"], ["Noi2 Demo", "P"], days=1))

    assert (taken.faults, taken.added, taken.removed) == ([], 0, 2)
    assert [(one.person.name, one.day) for one in taken.leave] == [("BS. Noi1 Demo", MONDAY)]


async def test_a_row_twice_is_a_fault(ward: Ward, exchange: Exchange) -> None:
    taken = await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N"], ["noi1 demo", "", "N"]))

    assert faults(taken) == [("A4", FaultCode.PERSON_TWICE)]


async def test_the_same_import_counts_once_and_its_id_is_good_for_nothing_else(ward: Ward, exchange: Exchange) -> None:
    change, content = uuid7(), week(["Noi1 Demo", "N"])
    await exchange.take(ward.head, ward.hospital, change, content)
    await ward.planning.drafts.discard(ward.head, ward.hospital, Discard(specialties=[INTERNAL]))

    again = await exchange.take(ward.head, ward.hospital, change, content)

    assert again.faults == []
    assert await rows_in(ward.db) == (0, 0)
    with pytest.raises(OtherBody):
        await exchange.take(ward.head, ward.hospital, change, week(["Noi2 Demo", "N"]))


async def test_a_file_with_a_fault_does_not_use_its_id_up(ward: Ward, exchange: Exchange) -> None:
    change = uuid7()
    await exchange.take(ward.head, ward.hospital, change, week(["Noi1 Demo", "X"]))

    assert (await exchange.take(ward.head, ward.hospital, change, week(["Noi1 Demo", "N"]))).added == 1


@pytest.mark.parametrize("who", ["doctor", "other head"])
async def test_only_who_plans_here_takes_files_in(ward: Ward, exchange: Exchange, who: str) -> None:
    other = await add_hospital(ward.db, "Than Uyên")
    head = await add_person(ward.db, "khac", Held(Role.DEPT_HEAD, other, INTERNAL))
    by = ward.doctors[0] if who == "doctor" else head

    with pytest.raises(Denied):
        await exchange.take(by, ward.hospital, uuid7(), week(["Noi1 Demo", "N"]))
    with pytest.raises(Denied):
        await exchange.template(by, ward.hospital, RosterDays(from_day=MONDAY))
    with pytest.raises(Denied):
        await exchange.sheet(by, ward.hospital, RosterDays(from_day=MONDAY, draft=True))


async def test_whoever_works_there_takes_the_published_roster_away_without_sign_in_names(
    ward: Ward, exchange: Exchange
) -> None:
    await ward.publish(cell(ward.doctors[0]))
    await ward.draft(cell(ward.doctors[1]))

    given = sheet_of(
        (await exchange.sheet(ward.doctors[2], ward.hospital, RosterDays(from_day=MONDAY, days=2))).content
    )

    assert [row[:5] for row in given[5:9]] == [
        ["BS. Noi1 Demo", "", "Nội", "N1", ""],
        ["BS. Noi2 Demo", "", "Nội", "", ""],
        ["BS. Noi3 Demo", "", "Nội", "", ""],
        ["BS. Truong Demo", "", "Nội", "", ""],
    ]
    station = await add_station(ward.db)
    with pytest.raises(Missing):
        await exchange.sheet(await province(ward), station, RosterDays(from_day=MONDAY))


async def test_the_template_has_the_people_and_days_and_is_taken_in_once_filled(ward: Ward, exchange: Exchange) -> None:
    await ward.publish(cell(ward.doctors[0]))
    query = RosterDays(from_day=TUESDAY, days=7)

    given = await exchange.template(ward.head, ward.hospital, query)

    rows = sheet_of(given.content)
    assert rows[4][:4] == ["Họ tên", "Tài khoản", "Chuyên khoa", TUESDAY]
    assert rows[5] == ["BS. Noi1 Demo", "noi1", "Nội", *[""] * 7]
    taken = await exchange.take(ward.head, ward.hospital, uuid7(), given.content)
    assert (taken.faults, taken.added, taken.removed, taken.days) == ([], 0, 0, 7)


async def test_a_name_that_begins_like_a_formula_stays_a_name(ward: Ward, exchange: Exchange) -> None:
    person = await add_person(ward.db, "x", Held(Role.SPECIALIST, ward.hospital, INTERNAL))
    async with ward.db.transaction(SYSTEM) as tx:
        await tx.execute(
            people.update().where(people.c.id == person.id).values(title="", full_name='=HYPERLINK("http://x","Y")')
        )
    given = await exchange.sheet(ward.head, ward.hospital, RosterDays(from_day=MONDAY, days=1))

    assert b"<f>" not in part_of(given.content, "xl/worksheets/sheet1.xml")
    assert any(row[0] == '=HYPERLINK("http://x","Y")' for row in sheet_of(given.content))
    assert b'quotePrefix="1"' in part_of(given.content, "xl/styles.xml")


async def test_all_that_is_done_with_files_is_written_down(ward: Ward, exchange: Exchange, owner_db: Database) -> None:
    days = RosterDays(from_day=MONDAY)
    await exchange.sheet(ward.head, ward.hospital, days)
    await exchange.template(ward.head, ward.hospital, days)
    await exchange.wall_sheet(ward.head, ward.hospital, WallDays(from_day=MONDAY))
    await exchange.take(ward.head, ward.hospital, uuid7(), week(["Noi1 Demo", "N"]))

    async with owner_db.transaction(SYSTEM) as tx:
        found = await tx.all(select(audit_table.c.action).where(audit_table.c.entity_id == ward.hospital))
    assert {row.action for row in found} == {"roster.export", "roster.template", "roster.print", "roster.import"}


async def test_the_wall_sheet_says_who_whom_to_telephone_and_which_version(ward: Ward, exchange: Exchange) -> None:
    one, two, three = ward.doctors
    night = cell(three, MONDAY, 17, 14)
    await ward.publish(cell(one), cell(two, tier=Tier.SECOND), night)
    await ward.publish(cell(one, MONDAY + timedelta(days=8)))
    await ward.leave(three, datetime.combine(MONDAY, time(), LOCAL), datetime.combine(TUESDAY, time(12), LOCAL))
    await ward.draft(cell(two, TUESDAY))

    pdf = await exchange.wall_sheet(ward.doctors[0], ward.hospital, WallDays(from_day=MONDAY))

    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages]
    first = " ".join(pages[0].split())
    assert len(pages) == 2
    for said in ("Bệnh viện Đa khoa Tam Đường", "02130000001", "02130000002", "Bản số 2", "10:00 ngày 22/11/2026"):
        assert said in first
    assert "N 1 BS. Noi1 Demo 2 BS. Noi2 Demo" in first
    assert "Đ 1 BS. Noi3 Demo (nghỉ)" in first
    assert "T2 23/11" in first
    assert "T3 01/12" in " ".join(pages[1].split())
    box = pypdf.PdfReader(io.BytesIO(pdf.content)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)


async def province(ward: Ward) -> Actor:
    office = Facility(FacilityId(uuid7()), "Sở Y tế", "SYT", FacilityKind.PROVINCE)
    async with ward.db.transaction(SYSTEM) as tx:
        await identity_store.add_facility(tx, office)
    person = await add_person(ward.db, "soyte", Held(Role.PROVINCE_VIEWER, office.id))
    return Actor(person.id, (Grant(Role.PROVINCE_VIEWER, office.id, wide=True),))


def sheet_of(content: bytes) -> list[list[Any]]:
    return [*load_workbook(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)]


def part_of(content: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(content)).read(name)
