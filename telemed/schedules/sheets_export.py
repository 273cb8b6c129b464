"""What goes into a roster's files: rows of people and specialties for a sheet, days for the wall. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from telemed.identity import Facility
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import UserId
from telemed.kernel.values import Specialty
from telemed.schedules.forms.wall import WallCell, WallDay, WallName, WallRow, WallSheet, WallShift, WallWeek
from telemed.schedules.model import CALLED, Shift
from telemed.schedules.model_away import Clash, WhoIsAway, midnight
from telemed.schedules.model_roster import RosterVersion
from telemed.schedules.sheets import NUMBERS, Hours, Letters, entry_of, letter, place_name, word, written
from telemed.schedules.sheets_plan import Member, name_key
from telemed.schedules.sheets_write import RosterSheet, SheetDay, SheetRow, clock

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Known:
    """A hospital's days, its people and their shifts that begin on these days."""

    hospital: Facility
    days: Sequence[SheetDay]
    holidays: Mapping[date, str]
    shifts: Sequence[Shift]
    staff: Sequence[Member]
    away: WhoIsAway
    letters: Letters
    version: RosterVersion | None
    draft: bool
    made_at: datetime


def matrix(known: Known, *, usernames: bool, blank: bool = False) -> RosterSheet:
    """By specialty as on screen, and in each by name; who is of two specialties has two rows."""
    rows = []
    for specialty in [*Specialty, None]:
        own = [shift for shift in known.shifts if shift.specialty is specialty]
        planned = {shift.person for shift in own}
        people = [one for one in known.staff if one.person in planned or _belongs(one, specialty)]
        for one in sorted(people, key=lambda member: (name_key(member.full_name).split()[::-1], member.username)):
            cells = {} if blank else dict(_cells(known, one.person, own))
            rows.append(SheetRow(one.name, one.username if usernames else "", specialty, cells))
    return RosterSheet(
        title=word("sheet", "title").format(hospital=known.hospital.name),
        state=word("sheet", "template") if blank else _state(known),
        days=known.days,
        rows=rows,
        letters=known.letters,
        made_at=known.made_at,
    )


def wall(known: Known, at: datetime) -> WallSheet:
    """Weeks of seven days from the first one asked for; rows are the specialties that anybody holds or stands for."""
    places = [
        specialty
        for specialty in [*Specialty, None]
        if any(shift.specialty is specialty for shift in known.shifts)
        or any(_belongs(member, specialty) for member in known.staff)
    ]
    names = {member.person: member.name for member in known.staff}
    weeks = []
    for n in range(0, len(known.days), 7):
        days = known.days[n : n + 7]
        rows = [
            WallRow(
                place_name(place), tuple(WallCell(tuple(_wall_shifts(known, place, one.day, names))) for one in days)
            )
            for place in places
        ]
        weeks.append(WallWeek(tuple(_wall_day(known, one) for one in days), tuple(rows)))
    return WallSheet(
        authority=known.hospital.authority,
        hospital=known.hospital.name,
        emergency_phone=known.hospital.emergency_phone or "",
        leader_phone=known.hospital.leader_phone or "",
        letters=tuple(f"{letter(code)} {_span(hours)}" for code, hours in known.letters.items()),
        version=known.version.number if known.version else None,
        published_at=known.version.made_at if known.version else None,
        printed_at=at,
        weeks=tuple(weeks),
    )


def _belongs(member: Member, specialty: Specialty | None) -> bool:
    return member.leads if specialty is None else specialty in member.specialties


def _cells(known: Known, person: UserId, shifts: Sequence[Shift]) -> Iterator[tuple[date, str]]:
    """Of what begins on each day; leave where nothing does."""
    entries: dict[date, list[Shift]] = {}
    for shift in shifts:
        if shift.person == person:
            entries.setdefault(entry_of(shift.tier, shift.starts_at, shift.ends_at)[0], []).append(shift)
    for one in known.days:
        own = [entry_of(s.tier, s.starts_at, s.ends_at)[1] for s in entries.get(one.day, [])]
        if own:
            yield one.day, written(own, known.letters)
        elif why := known.away.why(person, midnight(one.day), midnight(one.day + DAY)):
            yield one.day, word("away", "rotation" if why is Clash.ROTATION else "leave")


def _state(known: Known) -> str:
    if known.draft:
        return str(word("sheet", "draft"))
    if known.version is None:
        return str(word("sheet", "unpublished"))
    at = f"{known.version.made_at.astimezone(LOCAL):%H:%M %d/%m/%Y}"
    return str(word("sheet", "published").format(number=known.version.number, at=at))


def _wall_day(known: Known, one: SheetDay) -> WallDay:
    weekday = word("weekdays")[one.day.isoweekday() - 1]
    return WallDay(weekday, one.day, known.holidays.get(one.day, ""), one.free)


def _wall_shifts(known: Known, place: Specialty | None, day: date, names: Mapping[UserId, str]) -> Iterator[WallShift]:
    """Those that begin on the day, by their hours, and in each as they are called."""
    of: dict[tuple[datetime, datetime], list[Shift]] = {}
    for shift in known.shifts:
        if shift.specialty is place and shift.starts_at.astimezone(LOCAL).date() == day:
            of.setdefault((shift.starts_at, shift.ends_at), []).append(shift)
    for (starts_at, ends_at), shifts in sorted(of.items()):
        hours = entry_of(shifts[0].tier, starts_at, ends_at)[1].hours
        said = next((letter(code) for code, one in known.letters.items() if one == hours), "")
        people = tuple(
            WallName(str(NUMBERS.get(s.tier, "")), names[s.person], _is_away(known, s))
            for s in sorted(shifts, key=lambda one: (CALLED.index(one.tier), names[one.person]))
        )
        yield WallShift(said or _span(hours), people)


def _is_away(known: Known, shift: Shift) -> bool:
    return known.away.why(shift.person, shift.starts_at, shift.ends_at) is not None


def _span(hours: Hours) -> str:
    """“07:00-19:00”, with the days where it is longer than one."""
    begins = timedelta(hours=hours.starts.hour, minutes=hours.starts.minute)
    ends = begins + hours.length
    later = f"+{ends // DAY}" if hours.length > DAY else ""
    return f"{clock(begins)}-{clock(ends % DAY)}{later}"
