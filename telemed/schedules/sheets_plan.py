"""What taking a file in would change in a draft: whose rows they are, what differs from the plan, what cannot be. Pure.

A row speaks for one person and one specialty on its days and says all of it: what is planned there, not written, goes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from telemed.kernel.ids import FacilityId, ShiftId, UserId, uuid7
from telemed.kernel.values import Specialty
from telemed.schedules.model import Shift
from telemed.schedules.model_draft import Draft, planned
from telemed.schedules.sheets import Entry, Fault, FaultCode, bare, entry_of, shown, word
from telemed.schedules.sheets_read import Line

MayPlan = Callable[[Specialty | None], bool]
Scope = tuple[UserId, Specialty | None, date]


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who may stand on this hospital's roster."""

    person: UserId
    username: str
    name: str
    """With the title, as papers have it."""
    full_name: str
    specialties: frozenset[Specialty]
    leads: bool = False
    """Of the leaders, who are on duty for all specialties."""
    works_here: bool = True
    """If not, only what is planned already may stay theirs."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line whose person and specialty are known."""

    line: Line
    person: UserId
    specialty: Specialty | None
    works_here: bool = True


@dataclass(frozen=True, slots=True)
class Around:
    """What is planned around the days of a file."""

    draft: Draft
    published: Sequence[Shift]
    """This hospital's."""
    elsewhere: Sequence[Shift]
    """The same people's, at other hospitals."""


@dataclass
class Taking:
    """What changes in the draft. With any fault, nothing does."""

    add: list[Shift] = field(default_factory=list)
    remove: list[Shift] = field(default_factory=list)
    """Published, to go."""
    keep: list[ShiftId] = field(default_factory=list)
    """Published and drafted to go: to stay after all."""
    drop: list[ShiftId] = field(default_factory=list)
    """Only drafted, and not wanted any more."""
    faults: list[Fault] = field(default_factory=list)


def rows_of(lines: Iterable[Line], staff: Sequence[Member]) -> tuple[list[Row], list[Fault]]:
    """Each line with its person. Who is nobody's name and has nothing on any day is a footer's text, and left aside."""
    found: list[Row] = []
    faults: list[Fault] = []
    seen: dict[Scope, Line] = {}
    known = _Staff(staff)
    for line in lines:
        try:
            person = known.person(line)
            specialty = known.specialty(person, line)
        except _Unclear as unclear:
            if line.says_something or unclear.code is FaultCode.OTHER_NAME:
                faults.append(Fault(line.sheet, line.at, unclear.code, unclear.params))
            continue
        scopes: list[Scope] = [(person.person, specialty, day) for day in line.cells]
        if other := next((seen[one] for one in scopes if one in seen), None):
            params = {"name": shown(line.name), "other": f"{other.sheet}!{other.at}"}
            faults.append(Fault(line.sheet, line.at, FaultCode.PERSON_TWICE, params))
        seen |= dict.fromkeys(scopes, line)
        found.append(Row(line, person.person, specialty, person.works_here))
    return found, faults


def name_key(name: str) -> str:
    """What two spellings of one name have in common: no title, no marks, “Lý” as “Lí”."""
    left = bare(name)
    while title := next((one for one in word("titles") if left.startswith(f"{one} ")), None):
        left = left[len(title) + 1 :]
    return left.replace("y", "i")


def taking(rows: Iterable[Row], known: Around, may_plan: MayPlan, now: datetime) -> Taking:
    """What the rows change."""
    comparison = _Comparison(known, now)
    for row in rows:
        goes, comes = comparison.row(row)
        if (goes or comes) and not may_plan(row.specialty):
            comparison.result.faults.append(_not_yours(row))
        if comes and not row.works_here:
            params = {"name": shown(row.line.name)}
            comparison.result.faults.append(Fault(row.line.sheet, row.line.at, FaultCode.UNKNOWN_PERSON, params))
    comparison.result.faults += _overlaps(comparison.result, known, comparison.where)
    return comparison.result


class _Comparison:
    """Rows against the plan: the published roster with its draft."""

    def __init__(self, known: Around, now: datetime) -> None:
        self.result, self._now, self._hospital = Taking(), now, known.draft.hospital
        self.where: dict[ShiftId, tuple[Line, str]] = {}
        """The cell of each shift that comes."""
        removed = known.draft.removed
        self._plan = _by_scope(planned(known.published, known.draft))
        self._gone = _by_scope(shift for shift in known.published if shift.id in removed)
        self._drafted = {shift.id for shift in known.draft.added}

    def row(self, row: Row) -> tuple[int, int]:
        """How many shifts go and come."""
        goes = comes = 0
        for day, (at, cell) in row.line.cells.items():
            scope = (row.person, row.specialty, day)
            has, had = self._plan.get(scope, {}), self._gone.get(scope, {})
            wanted = set(cell.entries)
            for entry in _in_order(has.keys() - wanted):
                goes += 1
                self._go(row, at, has[entry])
            for entry in _in_order(wanted - has.keys()):
                comes += 1
                self._come(row, at, had.get(entry) or _shift(row, self._hospital, day, entry), again=entry in had)
        return goes, comes

    def _go(self, row: Row, at: str, shift: Shift) -> None:
        if shift.id in self._drafted:
            self.result.drop.append(shift.id)
        elif shift.starts_at <= self._now:
            self.result.faults.append(_begun(row.line, at, shift))
        else:
            self.result.remove.append(shift)

    def _come(self, row: Row, at: str, shift: Shift, *, again: bool) -> None:
        self.where[shift.id] = row.line, at
        if shift.starts_at <= self._now:
            self.result.faults.append(_begun(row.line, at, shift))
        elif again:
            self.result.keep.append(shift.id)
        else:
            self.result.add.append(shift)


class _Unclear(Exception):
    def __init__(self, code: FaultCode, **params: str | int) -> None:
        super().__init__(code)
        self.code, self.params = code, params


class _Staff:
    def __init__(self, staff: Sequence[Member]) -> None:
        self._of_name: dict[str, list[Member]] = {}
        for one in staff:
            self._of_name.setdefault(name_key(one.full_name), []).append(one)
        self._of_username = {one.username: one for one in staff}

    def person(self, line: Line) -> Member:
        """Raises _Unclear."""
        named = self._of_name.get(name_key(line.name), []) if line.name else []
        if line.username:
            known = self._of_username.get(line.username.lower())
            if known is None:
                raise _Unclear(FaultCode.UNKNOWN_PERSON, name=shown(line.username))
            if line.name and known not in named:
                raise _Unclear(FaultCode.OTHER_NAME, name=shown(line.name), known=known.name)
            return known
        if len(named) > 1 and isinstance(line.section, Specialty):
            named = [one for one in named if line.section in one.specialties] or named
        match named:
            case [one]:
                return one
            case []:
                raise _Unclear(FaultCode.UNKNOWN_PERSON, name=shown(line.name))
        raise _Unclear(FaultCode.AMBIGUOUS_PERSON, name=shown(line.name), people=len(named))

    def specialty(self, person: Member, line: Line) -> Specialty | None:
        """Raises _Unclear."""
        match line.section:
            case "leader":
                return None
            case Specialty():
                return line.section
        if len(person.specialties) != 1:
            raise _Unclear(FaultCode.NO_SPECIALTY, name=shown(line.name))
        return next(iter(person.specialties))


def _by_scope(shifts: Iterable[Shift]) -> dict[Scope, dict[Entry, Shift]]:
    found: dict[Scope, dict[Entry, Shift]] = {}
    for shift in shifts:
        day, entry = entry_of(shift.tier, shift.starts_at, shift.ends_at)
        found.setdefault((shift.person, shift.specialty, day), {})[entry] = shift
    return found


def _shift(row: Row, hospital: FacilityId, day: date, entry: Entry) -> Shift:
    starts_at, ends_at = entry.on(day)
    return Shift(ShiftId(uuid7()), row.person, hospital, row.specialty, entry.tier, starts_at, ends_at, 0)


def _not_yours(row: Row) -> Fault:
    if row.specialty is None:
        return Fault(row.line.sheet, row.line.at, FaultCode.LEADERS_NOT_YOURS, {})
    return Fault(row.line.sheet, row.line.at, FaultCode.NOT_YOURS, {"specialty": row.specialty.value})


def _begun(line: Line, at: str, shift: Shift) -> Fault:
    return Fault(line.sheet, at, FaultCode.BEGUN, {"at": shift.starts_at.isoformat()})


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda one: (one.hours.starts, one.hours.length, one.tier))


def _overlaps(result: Taking, known: Around, where: Mapping[ShiftId, tuple[Line, str]]) -> Iterator[Fault]:
    """Of each shift that comes: with another of the file, or with one that stands wherever."""
    standing, draft = [*known.published, *known.elsewhere], known.draft
    goes = {shift.id for shift in result.remove} | (draft.removed - set(result.keep)) | set(result.drop)
    kept = set(result.keep)
    stays = [s for s in [*standing, *draft.added] if s.id not in goes and s.id not in kept]
    comes = [*result.add, *(s for s in standing if s.id in kept)]
    of: dict[UserId, list[Shift]] = {}
    for shift in stays:
        of.setdefault(shift.person, []).append(shift)
    for shift in sorted(comes, key=lambda one: (one.starts_at, one.id)):
        own = of.setdefault(shift.person, [])
        other = next((one for one in own if one.starts_at < shift.ends_at and shift.starts_at < one.ends_at), None)
        own.append(shift)
        if other is None:
            continue
        line, at = where[shift.id]
        if other.id in where:
            yield Fault(
                line.sheet, at, FaultCode.OVERLAP, {"other": f"{where[other.id][0].sheet}!{where[other.id][1]}"}
            )
        else:
            times = {"starts_at": other.starts_at.isoformat(), "ends_at": other.ends_at.isoformat()}
            yield Fault(line.sheet, at, FaultCode.ON_DUTY, times)
