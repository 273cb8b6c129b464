"""Links that calendars read: what they show, that they end, and that nothing of them can be guessed or found later."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select, update

from telemed.identity.tables import person as people
from telemed.identity.tables import role_grant
from telemed.infra.audit import audit_table
from telemed.infra.db import Database
from telemed.infra.idempotency import OtherBody
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.errors import Denied, Missing
from telemed.kernel.ids import UserId, uuid7
from telemed.kernel.values import Tier
from telemed.schedules import tables
from telemed.schedules.service.calendars import LINKS_AT_MOST, Calendars, TooManyLinks
from telemed.schedules.wire_exchange import NewCalendarLink
from tests.db.schedules.planning import MONDAY, Ward, cell, make_ward
from tests.people import SYSTEM, add_hospital

TUESDAY = MONDAY + timedelta(days=1)
Gone = Callable[[UserId], None]


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


@pytest.fixture
def calendars(db: Database, clock: ManualClock) -> Calendars:
    from telemed.identity.service.actors import Actors
    from telemed.identity.tokens import Tokens

    return Calendars(db, Actors(db, clock, object.__new__(Tokens)).actor)


async def link(calendars: Calendars, by: Actor, ward: Ward | None = None) -> str:
    """Its secret."""
    new = NewCalendarLink(hospital_id=ward.hospital if ward else None)
    made = await calendars.make(by, uuid7(), new)
    assert made.path is not None
    return made.path.removeprefix("/ical/").removesuffix(".ics")


def events(content: bytes) -> dict[str, tuple[str, int, str]]:
    """By when they begin: summary, sequence, status."""
    found = {}
    for event in Calendar.from_ical(content).walk("VEVENT"):
        begins = event.decoded("dtstart").astimezone(LOCAL)
        found[f"{begins:%a %H}"] = (str(event["summary"]), int(str(event["sequence"])), str(event["status"]))
    return found


async def test_ones_own_link_shows_ones_own_shifts(ward: Ward, calendars: Calendars) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(two, MONDAY, 17, 14), cell(one, TUESDAY, tier=Tier.SECOND))
    await ward.draft(cell(one, MONDAY + timedelta(days=2)))

    content = await calendars.read(await link(calendars, one))

    assert events(content) == {
        "Mon 07": ("Trực Nội, bậc 1", 0, "CONFIRMED"),
        "Tue 07": ("Trực Nội, bậc 2", 0, "CONFIRMED"),
    }
    text = content.decode()
    assert "Noi" not in text
    assert "LOCATION:Bệnh viện Đa khoa Tam Đường" in text.replace("\r\n ", "")


async def test_a_hospitals_link_shows_everybodys_with_their_names(ward: Ward, calendars: Calendars) -> None:
    one, two, _ = ward.doctors
    await ward.publish(cell(one), cell(two, MONDAY, 17, 14))

    content = await calendars.read(await link(calendars, ward.doctors[2], ward))

    assert {summary for summary, _, _ in events(content).values()} == {
        "Trực Nội, bậc 1: BS. Noi1 Demo",
        "Trực Nội, bậc 1: BS. Noi2 Demo",
    }


async def test_what_is_cancelled_stays_the_same_event_with_a_higher_sequence(
    ward: Ward, calendars: Calendars, clock: ManualClock
) -> None:
    one = ward.doctors[0]
    shift = cell(one)
    await ward.publish(shift)
    secret = await link(calendars, one)
    [before] = Calendar.from_ical(await calendars.read(secret)).walk("VEVENT")
    clock.advance(timedelta(hours=1))
    await ward.publish(remove=[shift.id])

    [after] = Calendar.from_ical(await calendars.read(secret)).walk("VEVENT")

    assert before["uid"] == after["uid"] == f"shift-{shift.id}@telemed"
    assert (before["sequence"], before["status"]) == (0, "CONFIRMED")
    assert (after["sequence"], after["status"], str(after["summary"])) == (1, "CANCELLED", "Bỏ: Trực Nội, bậc 1")
    assert before.decoded("dtstamp") == datetime(2026, 11, 22, 3, tzinfo=UTC)
    assert after.decoded("dtstamp") == datetime(2026, 11, 22, 4, tzinfo=UTC)


async def test_the_same_roster_gives_the_same_bytes_whenever_it_is_asked(
    ward: Ward, calendars: Calendars, clock: ManualClock
) -> None:
    await ward.publish(cell(ward.doctors[0]))
    secret = await link(calendars, ward.doctors[0])
    first = await calendars.read(secret)
    clock.advance(timedelta(hours=5))

    assert await calendars.read(secret) == first


async def test_a_link_that_is_revoked_is_as_if_it_had_never_been(ward: Ward, calendars: Calendars) -> None:
    made = await calendars.make(ward.doctors[0], uuid7(), NewCalendarLink())
    assert made.path is not None
    secret = made.path.removeprefix("/ical/").removesuffix(".ics")
    assert await calendars.read(secret)

    left = await calendars.revoke(ward.doctors[0], made.link.id)

    assert left.links == []
    for unknown in (secret, secret[::-1], "", "x", secret + "x", "a" * 43):
        with pytest.raises(Missing):
            await calendars.read(unknown)
    assert (await calendars.revoke(ward.doctors[0], made.link.id)).links == []
    with pytest.raises(Missing):
        await calendars.make(ward.doctors[0], made.link.id, NewCalendarLink())


async def test_whoever_loses_the_right_loses_the_hospitals_link_and_keeps_their_own(
    ward: Ward, calendars: Calendars, clock: ManualClock
) -> None:
    one = ward.doctors[0]
    own, hospitals = await link(calendars, one), await link(calendars, one, ward)
    assert await calendars.read(hospitals)
    async with ward.db.transaction(SYSTEM) as tx:
        ended = update(role_grant).where(role_grant.c.person_id == one.id)
        await tx.execute(ended.values(valid_to=clock.now().astimezone(LOCAL).date()))
    clock.advance(timedelta(seconds=10))

    with pytest.raises(Missing):
        await calendars.read(hospitals)
    assert await calendars.read(own)


async def test_a_closed_account_has_no_calendar(ward: Ward, calendars: Calendars, clock: ManualClock) -> None:
    one = ward.doctors[0]
    secret = await link(calendars, one)
    async with ward.db.transaction(SYSTEM) as tx:
        await tx.execute(update(people).where(people.c.id == one.id).values(disabled_at=clock.now()))

    with pytest.raises(Missing):
        await calendars.read(secret)


async def test_only_a_hash_of_the_secret_is_kept_and_nothing_of_it_is_written_down(
    ward: Ward, calendars: Calendars, owner_db: Database
) -> None:
    secret = await link(calendars, ward.doctors[0])
    await calendars.read(secret)

    async with owner_db.transaction(SYSTEM) as tx:
        [kept] = await tx.all(select(tables.calendar_link))
        written = await tx.all(select(audit_table).where(audit_table.c.entity == "calendar_link"))
    assert secret.encode() not in kept.secret_hash
    assert len(kept.secret_hash) == 32
    assert secret not in str(written)
    assert [row.action for row in written] == ["calendar_link.make"]


async def test_an_answer_that_was_lost_brings_another_secret_until_the_link_is_used(
    ward: Ward, calendars: Calendars
) -> None:
    made, one, new = uuid7(), ward.doctors[0], NewCalendarLink()
    first = await calendars.make(one, made, new)
    second = await calendars.make(one, made, new)
    assert first.path
    assert second.path
    assert first.path != second.path
    with pytest.raises(Missing):
        await calendars.read(first.path[6:-4])
    await calendars.read(second.path[6:-4])

    third = await calendars.make(one, made, new)

    assert third.path is None
    assert third.link.used_at is not None
    assert len((await calendars.all(one)).links) == 1
    with pytest.raises(OtherBody):
        await calendars.make(one, made, NewCalendarLink(hospital_id=ward.hospital))


async def test_anothers_link_can_neither_be_seen_nor_taken_nor_revoked(ward: Ward, calendars: Calendars) -> None:
    one, two, _ = ward.doctors
    made = await calendars.make(one, uuid7(), NewCalendarLink())

    with pytest.raises(Missing):
        await calendars.make(two, made.link.id, NewCalendarLink())
    with pytest.raises(Missing):
        await calendars.revoke(two, made.link.id)
    assert (await calendars.all(two)).links == []


async def test_a_hospitals_link_is_for_who_sees_its_roster(ward: Ward, calendars: Calendars) -> None:
    other = await add_hospital(ward.db, "Than Uyên")

    with pytest.raises(Denied):
        await calendars.make(ward.doctors[0], uuid7(), NewCalendarLink(hospital_id=other))
    assert [one.id for one in (await calendars.all(ward.doctors[0])).hospitals] == [ward.hospital]


async def test_a_person_has_ten_links_at_most(ward: Ward, calendars: Calendars) -> None:
    one = ward.doctors[0]
    for _ in range(LINKS_AT_MOST):
        await link(calendars, one)

    with pytest.raises(TooManyLinks):
        await link(calendars, one)
    assert len((await calendars.all(one)).links) == LINKS_AT_MOST
