"""Duty as RFC 5545 has it: what every calendar program can read, and nothing more than it needs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.ical import Occasion, calendar
from telemed.schedules.model import Shift, ShiftState

HOSPITAL, PERSON = FacilityId(uuid7()), UserId(uuid7())
NAMES = {HOSPITAL: "Bệnh viện Đa khoa, Tam Đường; khu A"}
TOLD = datetime(2026, 11, 22, 3, tzinfo=UTC)
BEGINS = datetime(2026, 12, 31, 10, tzinfo=UTC)
SHIFT = Shift(
    *(ShiftId(uuid7()), PERSON, HOSPITAL, Specialty.EMERGENCY, Tier.SECOND, BEGINS, BEGINS + timedelta(hours=14), 3)
)


def made(*shifts: Shift, title: str = "Lịch trực của tôi", who: str | None = None) -> bytes:
    return calendar(title, [Occasion(one, TOLD) for one in shifts], NAMES, {PERSON: who} if who else None)


def test_every_line_ends_and_is_folded_as_the_rfc_says() -> None:
    lines = made(SHIFT, who="BS. " + "Nguyễn Thị Hồng Nhung " * 8).split(b"\r\n")

    assert all(b"\n" not in line and len(line) <= 75 for line in lines)
    assert (lines[0], lines[-2], lines[-1]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"")


def test_times_are_utc_so_that_no_time_zone_has_to_be_described() -> None:
    text = made(SHIFT).decode()

    assert "DTSTART:20261231T100000Z" in text
    assert "DTEND:20270101T000000Z" in text
    assert "VTIMEZONE" not in text
    assert "VALARM" not in text


def test_an_event_says_what_where_and_how_it_stands() -> None:
    [event] = Calendar.from_ical(made(SHIFT)).walk("VEVENT")

    assert {name: str(event[name]) for name in ("uid", "summary", "location", "status", "sequence", "transp")} == {
        "uid": f"shift-{SHIFT.id}@telemed",
        "summary": "Trực Hồi sức cấp cứu, bậc 2",
        "location": NAMES[HOSPITAL],
        "status": "CONFIRMED",
        "sequence": "0",
        "transp": "OPAQUE",
    }
    assert set(event) == {
        *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY", "LOCATION"),
        "TRANSP",
    }


def test_swapped_and_cancelled_shifts_are_called_off_and_keep_no_time_busy() -> None:
    for state in (ShiftState.SWAPPED, ShiftState.CANCELLED):
        [event] = Calendar.from_ical(made(replace(SHIFT, state=state, ended_version=4))).walk("VEVENT")

        assert [str(event[name]) for name in ("status", "sequence", "transp")] == ["CANCELLED", "1", "TRANSPARENT"]


def test_leaders_are_on_duty_without_a_tier() -> None:
    [event] = Calendar.from_ical(made(replace(SHIFT, specialty=None, tier=Tier.LEADER))).walk("VEVENT")

    assert str(event["summary"]) == "Trực lãnh đạo"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=200))
def test_no_name_breaks_out_of_its_line(name: str) -> None:
    content = made(SHIFT, who=f"{name}\nSTATUS:CANCELLED", title=f"{name}\r\nX-EVIL:1")

    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["status"]) == "CONFIRMED"
    assert b"\r\nX-EVIL" not in content
