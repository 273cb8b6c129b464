"""A hospital's roster of some days as planners see it: published shifts, draft, people, leave; and how it looks."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.actor import Actor, Grant
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.values import FacilityKind, Role, Specialty
from telemed.schedules import policy, store
from telemed.schedules.codes import Codes, codes_of
from telemed.schedules.coverage import Span
from telemed.schedules.load import NOTHING, Load, day_of, loads
from telemed.schedules.model import LONGEST, Shift
from telemed.schedules.model_away import Absence, Clash, Posting, WhoIsAway, away_of, midnight
from telemed.schedules.model_draft import Draft, by_person, clash, planned
from telemed.schedules.open_hours import gaps
from telemed.schedules.store import absences, rosters, versions
from telemed.schedules.store import holidays as calendar
from telemed.schedules.wire_rosters import DraftSummary, GapView, LoadView, RosterShift
from telemed.schedules.working_time import DayKind

RingsOf = Callable[[Collection[UserId], Span], Awaitable[Mapping[UserId, int]]]
"""How often each was rung in a period, practice apart: the consults know."""

A_DAY: Final = timedelta(days=1)
STAFF: Final = (Role.SPECIALIST, Role.DEPT_HEAD, Role.HOSPITAL_MANAGER)
"""Who can stand on a roster; a manager only as a leader."""


@dataclass(frozen=True, slots=True)
class Picture:
    hospital: FacilityId
    at: datetime
    period: Span
    version: int | None
    published: Sequence[Shift]
    """What stands and touches the period."""
    draft: Draft
    """All of the hospital's, whatever its days."""
    going: Sequence[Shift]
    """The published shifts that the draft takes away."""
    elsewhere: Sequence[Shift]
    """The same people's duty at other hospitals, drafts there among it."""
    staff: Mapping[UserId, tuple[Grant, ...]]
    absences: Sequence[Absence]
    postings: Sequence[Posting]
    holidays: Sequence[tuple[date, str, DayKind]]
    away: WhoIsAway = field(default_factory=WhoIsAway)

    @property
    def calendar(self) -> dict[date, DayKind]:
        return {day: kind for day, _, kind in self.holidays}

    @property
    def specialties(self) -> list[Specialty]:
        """Those that somebody holds or is planned for."""
        held = {grant.specialty for grants in self.staff.values() for grant in grants}
        used = {shift.specialty for shift in (*self.published, *self.draft.added)}
        return [one for one in Specialty if one in held | used]

    def plan(self, draft: Draft | None = None) -> list[Shift]:
        """With a draft, or a part of one; of this period."""
        shifts = planned(self.published, draft or Draft(self.hospital))
        return [s for s in shifts if Span(s.starts_at, s.ends_at).within(self.period)]

    def loads(self, shifts: Iterable[Shift], first: date, until: date) -> dict[UserId, Load]:
        """Of the shifts that belong to these days. One that its person cannot hold counts for nobody."""
        held = (s for s in shifts if first <= day_of(s) < until and not self.away.why(s.person, s.starts_at, s.ends_at))
        return loads(held, self.calendar)

    def gaps(
        self, shifts: Sequence[Shift], specialties: Iterable[Specialty], since: Span, codes: Codes
    ) -> list[GapView]:
        return [
            GapView(specialty=gap.specialty, starts_at=gap.span.starts_at, ends_at=gap.span.ends_at, backup=gap.backup)
            for gap in gaps(specialties, shifts, self.away.all(), since, codes.day)
        ]


async def picture(tx: Tx, hospital: FacilityId, period: Span) -> Picture:
    """Raises Missing: there is no such hospital."""
    if (await identity.facility(tx, hospital)).kind is not FacilityKind.HOSPITAL:
        raise Missing
    first, until = day_at(period.starts_at), day_at(period.ends_at) + timedelta(days=1)
    published = await rosters.standing(tx, hospital, period)
    draft = await rosters.draft(tx, hospital)
    staff = await identity.staff(tx, hospital, STAFF, first, until)
    people = frozenset([*staff, *(s.person for s in (*published, *draft.added))])
    theirs = await rosters.standing_of(tx, people, period)
    drafted = await rosters.drafted_elsewhere(tx, hospital, people, period)
    leave = await absences.absences_of(tx, people, period)
    postings = await absences.postings_of(tx, people, period)
    return Picture(
        hospital=hospital,
        at=tx.at,
        period=period,
        version=await versions.in_force(tx, hospital),
        published=published,
        draft=draft,
        going=await store.shifts_by_id(tx, draft.removed),
        elsewhere=[*(s for s in theirs if s.hospital != hospital), *drafted],
        staff=staff,
        absences=leave,
        postings=postings,
        holidays=await calendar.since(tx, first, until + LONGEST),
        away=WhoIsAway(away_of(leave, postings)),
    )


async def codes(tx: Tx, hospital: FacilityId) -> Codes:
    return codes_of(await rosters.habits(tx, hospital))


def plannable(actor: Actor, picture: Picture) -> list[Specialty | None]:
    """The parts of the roster that this person plans; the leaders' last."""
    return [one for one in (*picture.specialties, None) if policy.may_plan(actor, picture.hospital, one)]


def days(first: date, count: int) -> Span:
    return Span(midnight(first), midnight(first + timedelta(days=count)))


def day_at(at: datetime) -> date:
    return at.astimezone(LOCAL).date()


def wide(period: Span) -> Span:
    """With what may touch it, or tire somebody before it."""
    return Span(period.starts_at - LONGEST, period.ends_at + LONGEST)


def summary(picture: Picture, may: Collection[Specialty | None]) -> DraftSummary | None:
    part = picture.draft.of(may, picture.going)
    return DraftSummary(changes=part.size, digest=part.digest(picture.version)) if part.size else None


def load_view(load: Load | None, rings: int = 0) -> LoadView:
    load = load or NOTHING
    return LoadView(hours=round(load.hours, 2), nights=load.nights, holidays=load.holidays, rings=rings)


def shift_views(picture: Picture, pending: Collection[ShiftId], *, drafts: bool) -> list[RosterShift]:
    """Everything of the period; `drafts` for who plans."""
    draft = picture.draft if drafts else Draft(picture.hospital)
    plan = planned(picture.published, draft)
    duty = by_person([*plan, *picture.elsewhere])
    made = {one.shift.id: one for one in draft.drafted}
    removed = draft.removed
    found = []
    for shift in (*picture.published, *draft.added):
        if not Span(shift.starts_at, shift.ends_at).within(picture.period):
            continue
        by = made.get(shift.id)
        gone = shift.id in removed
        why = None if gone else clash(shift, duty.get(shift.person, ()), picture.away)
        late = (by or gone) and shift.starts_at <= picture.at
        found.append(
            RosterShift(
                id=shift.id,
                person_id=shift.person,
                specialty=shift.specialty,
                tier=shift.tier,
                starts_at=shift.starts_at,
                ends_at=shift.ends_at,
                state="added" if by else "removed" if gone else "published",
                confirmed=shift.confirmed_at is not None,
                swap_pending=shift.id in pending,
                clash=Clash.BEGUN if late else why,
                made_by=by.made_by if by else None,
                made_at=by.made_at if by else None,
            )
        )
    return found
