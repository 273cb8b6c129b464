"""Whether somebody answers tonight and in the days to come, and who should have: rosters beside channels and ladders.

It stands here because it reads what lies below and what lies in `sessions` alike: shifts, test rings, ladders.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, ShiftId, UserId
from telemed.kernel.rights import Right
from telemed.kernel.values import Specialty
from telemed.reports import policy
from telemed.reports import wire_coverage as wire
from telemed.reports.answering import Ladders
from telemed.schedules import (
    COVERED,
    USUAL_HALVES,
    ChannelCheck,
    CoverState,
    Halves,
    Outlook,
    Schedules,
    Shift,
    Span,
    Stretch,
    badness,
    clipped,
    duty_then,
    gaps,
    main_shift,
    outlook_days,
    warned,
    worst,
)
from telemed.sessions import looking_elsewhere, plans_of

CONFIRM_WITHIN: Final = timedelta(minutes=15)
CONFIRM_AHEAD: Final = timedelta(minutes=60)

ChecksOf = Callable[[Tx, Collection[ShiftId]], Awaitable[dict[ShiftId, list[ChannelCheck]]]]
Gap = tuple[FacilityId, Specialty, datetime]


@dataclass(frozen=True, slots=True)
class _Line:
    """What is left of tonight for one specialty, and its worst hours."""

    hospital: FacilityId
    specialty: Specialty
    parts: tuple[Stretch, ...]

    @property
    def worst(self) -> Stretch:
        return min(self.parts, key=lambda one: badness(one.state))

    @property
    def shift(self) -> Shift | None:
        return self.worst.shift if self.worst.state in COVERED else None

    def late(self, now: datetime, within: timedelta) -> timedelta | None:
        """How long ago this person should have been there; None: is there, or has time left."""
        shift = self.shift
        if shift is None or shift.confirmed_at is not None or shift.starts_at + within > now:
            return None
        return now - shift.starts_at


class CoverageWall:
    def __init__(
        self,
        db: Database,
        schedules: Schedules,
        checks_of: ChecksOf,
        *,
        confirm_within: timedelta = CONFIRM_WITHIN,
        halves: Halves = USUAL_HALVES,
    ) -> None:
        self._db, self._schedules, self._checks_of = db, schedules, checks_of
        self._within, self._halves = confirm_within, halves

    async def coverage(self, actor: Actor, query: wire.CoverageQuery) -> wire.Coverage:
        """Tonight and the days asked for, of every hospital that offers a specialty.

        Raises:
            Denied
        """
        policy.require_coverage(actor)
        async with self._db.transaction(actor) as tx:
            today = self._halves.today(tx.at)
            first = query.from_day or today
            # A day more before, so that a gap which runs already is known by its beginning.
            wall = await self._outlook(tx, first - timedelta(days=1), query.days + 1)
            near = wall if first == today else await self._outlook(tx, today - timedelta(days=1), 2)
            days = [first + timedelta(days=n) for n in range(query.days)]
            people = await _people(tx, wall, near)
            return wire.Coverage(
                at=tx.at,
                today=tx.at.astimezone(LOCAL).date(),
                tonight=await self._tonight(tx, near, people),
                days=days,
                hospitals=await self._hospitals(tx, wall, days, people),
            )

    async def _outlook(self, tx: Tx, first: date, days: int) -> Outlook:
        return await outlook_days(tx, first, days, self._halves, looking_elsewhere)

    async def replay(self, actor: Actor, query: wire.ReplayQuery) -> wire.Replay:
        """Who should have answered at that minute.

        Raises:
            Denied
            Missing: there is no such hospital.
        """
        hospital = FacilityId(query.hospital_id)
        policy.require_replay(actor, hospital)
        async with self._db.transaction(actor) as tx:
            place = identity.facility_ref(await identity.facility(tx, hospital))
            then = await duty_then(tx, hospital, query.specialty, query.at)
            plan = (await plans_of(tx, hospital, query.at)).of(query.specialty)
            people = await identity.people(tx, {line.shift.person for line in then.lines})
            await audit.record(tx, "duty.replay", "facility", hospital, at=hospital)
        return wire.Replay(
            hospital=place,
            specialty=query.specialty,
            at=query.at,
            version=then.version,
            ladder_number=plan.number if plan else None,
            lines=[
                wire.ReplayLine(
                    tier=line.shift.tier,
                    specialty=line.shift.specialty,
                    person=people[line.shift.person],
                    shift_id=line.shift.id,
                    starts_at=line.shift.starts_at,
                    ends_at=line.shift.ends_at,
                    confirmed_at=line.shift.confirmed_at,
                    armed_at=line.shift.armed_at,
                    on_leave=line.on_leave,
                    posted=line.posted,
                )
                for line in then.lines
            ],
        )

    # -- tonight -------------------------------------------------------------------------------------------------------

    async def _tonight(self, tx: Tx, near: Outlook, people: dict[UserId, PersonRef]) -> wire.Tonight:
        night = self._halves.tonight(tx.at)
        left = Span(max(night.starts_at, tx.at), night.ends_at)
        lines = [
            _Line(hospital, specialty, clipped(cut, left))
            for hospital, place in near.hospitals.items()
            for specialty, cut in place.cut.items()
        ]
        late = {line: line.late(tx.at, self._within) for line in lines}
        lines.sort(key=lambda line: (badness(line.worst.state), late[line] is None))
        checks = await self._checks_of(tx, [line.shift.id for line in lines if line.shift])
        ladders = Ladders(tx, near, people)
        views = []
        for line in lines:
            shift, away = line.shift, late[line]
            views.append(
                wire.TonightLine(
                    hospital=near.hospitals[line.hospital].ref,
                    specialty=line.specialty,
                    status=line.worst.state,
                    late_ms=None if away is None else int(away.total_seconds() * 1000),
                    person=people.get(shift.person) if shift else None,
                    shift_id=shift.id if shift else None,
                    confirmed_at=shift.confirmed_at if shift else None,
                    armed_at=shift.armed_at if shift else None,
                    checks=checks.get(shift.id, []) if shift else [],
                    next=await ladders.after_first(line.hospital, line.specialty, line.worst.span.starts_at),
                    parts=_stretches(line.parts, people),
                    may_plan=tx.actor.may_for(Right.PLAN_ROSTER, line.hospital, line.specialty),
                )
            )
        return wire.Tonight(
            starts_at=night.starts_at,
            ends_at=night.ends_at,
            confirming_from=night.starts_at - CONFIRM_AHEAD,
            answer=_answer([line.worst.state for line in lines], late=any(away is not None for away in late.values())),
            confirmed=_count(views, CoverState.CONFIRMED),
            unconfirmed=_count(views, CoverState.NAMED),
            backup=_count(views, CoverState.BACKUP),
            empty=_count(views, CoverState.EMPTY, CoverState.UNPUBLISHED),
            lines=views,
        )

    # -- the wall ------------------------------------------------------------------------------------------------------

    async def _hospitals(
        self, tx: Tx, wall: Outlook, days: Sequence[date], people: dict[UserId, PersonRef]
    ) -> list[wire.HospitalWall]:
        told = await warned(tx, list(_all_gaps(wall)))
        walls = []
        for hospital, place in wall.hospitals.items():
            rows = [
                wire.SpecialtyWall(
                    specialty=specialty,
                    may_plan=tx.actor.may_for(Right.PLAN_ROSTER, hospital, specialty),
                    halves=[
                        _half(cut, half, people, _told(told, hospital, specialty, cut, half), night=night)
                        for day in days
                        for night, half in enumerate(self._halves.of(day))
                    ],
                )
                for specialty, cut in place.cut.items()
            ]
            version = await self._schedules.roster_version(tx, hospital)
            walls.append(
                wire.HospitalWall(
                    hospital=place.ref, version=version, published_until=place.published_until, specialties=rows
                )
            )
        return walls


async def _people(tx: Tx, *outlooks: Outlook) -> dict[UserId, PersonRef]:
    places = [place for one in outlooks for place in one.hospitals.values()]
    return await identity.people(tx, {shift.person for place in places for shift in place.shifts})


def _answer(states: Collection[CoverState], *, late: bool) -> wire.TonightAnswer:
    if late or not COVERED.issuperset(states):
        return wire.TonightAnswer.NO
    return wire.TonightAnswer.NAMED if CoverState.NAMED in states else wire.TonightAnswer.YES


def _count(lines: Iterable[wire.TonightLine], *states: CoverState) -> int:
    return sum(line.status in states for line in lines)


def _half(
    cut: Sequence[Stretch], half: Span, people: dict[UserId, PersonRef], told: list[datetime], *, night: int
) -> wire.HalfView:
    parts = clipped(cut, half)
    shift = main_shift(parts)
    return wire.HalfView(
        starts_at=half.starts_at,
        ends_at=half.ends_at,
        night=bool(night),
        state=worst(parts),
        person=people.get(shift.person) if shift else None,
        gaps=_stretches([one for one in parts if one.state not in COVERED], people),
        warned=told,
    )


def _stretches(cut: Iterable[Stretch], people: dict[UserId, PersonRef]) -> list[wire.StretchView]:
    return [
        wire.StretchView(
            starts_at=one.span.starts_at,
            ends_at=one.span.ends_at,
            state=one.state,
            person=people.get(one.shift.person) if one.shift else None,
            shift_id=one.shift.id if one.shift else None,
            confirmed_at=one.shift.confirmed_at if one.shift else None,
        )
        for one in cut
    ]


def _all_gaps(wall: Outlook) -> Iterable[Gap]:
    for hospital, place in wall.hospitals.items():
        for specialty, cut in place.cut.items():
            for gap in gaps(cut):
                yield hospital, specialty, gap.span.starts_at


def _told(
    told: dict[Gap, list[datetime]], hospital: FacilityId, specialty: Specialty, cut: Sequence[Stretch], half: Span
) -> list[datetime]:
    """Of every gap that touches this half."""
    touching = [gap for gap in gaps(cut) if gap.span.within(half)]
    return sorted(at for gap in touching for at in told.get((hospital, specialty, gap.span.starts_at), []))
