"""What the demo's hospitals have planned: postings to stations, a leave, a weekly pattern, a draft, a ladder of their
own. Written once, from the day the demo was first opened."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID, uuid5

from telemed import identity
from telemed.demo import people, roster
from telemed.identity import Posting
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import LadderId, RotationId, ShiftId
from telemed.kernel.values import Specialty, Tier, Urgency
from telemed.schedules.model import Shift
from telemed.schedules.model_away import Absence, AbsenceKind, midnight
from telemed.schedules.model_pattern import Days, Pattern, Turn
from telemed.schedules.model_rotation import Rotation, RotationPurpose, WeekHours
from telemed.schedules.service.rotations import ENDS, STARTS
from telemed.schedules.store import absences, patterns, rosters, rotations
from telemed.sessions import Near, Step, StepKind
from telemed.sessions import store_ladders as ladders
from telemed.sessions.ladders import LadderPlan

_WORKDAYS: Final = tuple(WeekHours(day, time(7, 30), time(16, 30)) for day in range(1, 6))
_HEAD: Final = people.person_id("truongkhoa.tamduong")
_INTERNAL_TEAM: Final = people.team(people.TAM_DUONG, Specialty.INTERNAL)
_UNSIGNED: Final = 21
DRAFTED: Final = timedelta(days=7)


async def seed_plans(db: Database, now: datetime) -> None:
    """Does nothing where it was done before, but for a draft that time has caught up with."""
    async with db.transaction(Actor(_HEAD)) as tx:  # a draft says who wrote it
        if await ladders.of_hospital(tx, people.facility_id(people.TAM_DUONG)):
            await _drop_what_began(tx, now)
            return
        if not (await rosters.draft(tx, people.facility_id(people.TAM_DUONG))).drafted:
            await rosters.add_drafted(tx, list(_draft(now)))
    async with db.transaction(Actor.system("demo")) as tx:
        today = now.astimezone(LOCAL).date()
        for one in _rotations(today):
            await _post(tx, one, now)
        await absences.add(tx, _leave(today))
        await patterns.add(tx, _pattern(today))
        for plan in _ladders(now):
            await ladders.add(tx, plan)


# -- postings ----------------------------------------------------------------------------------------------------------


def _rotations(today: date) -> Iterator[Rotation]:
    """Running, ending within two weeks, to come, not signed yet, over; every other station has nobody."""
    for number, (username, station, since, until, purpose) in enumerate(
        (
            ("luanphien1.tamduong", "03405", -75, 9, RotationPurpose.STAFF_SHORTAGE),
            ("luanphien2.tamduong", "03430", -30, 60, RotationPurpose.EXPERT_SUPPORT),
            ("luanphien3.tamduong", "03390", 10, 100, RotationPurpose.TECHNIQUE_TRANSFER),
            ("luanphien1.thanuyen", "03618", -20, 70, RotationPurpose.EXPERT_SUPPORT),
            ("luanphien2.thanuyen", "03637", -95, -5, RotationPurpose.TRAINING),
            ("luanphien2.thanuyen", "03640", 21, 111, RotationPurpose.STAFF_SHORTAGE),
        ),
        1,
    ):
        hospital = people.facility_id(people.TAM_DUONG if username.endswith(people.TAM_DUONG) else people.THAN_UYEN)
        starts_on = today + timedelta(days=since)
        signed = since != _UNSIGNED
        decided_on = min(starts_on, today) - timedelta(days=12)
        yield Rotation(
            id=RotationId(_id(f"rotation {number}")),
            person=people.person_id(username),
            hospital=hospital,
            station=people.facility_id(station),
            decision_no=f"{100 + number}/QĐ-BV" if signed else "",
            decided_on=decided_on if signed else None,
            starts_on=starts_on,
            ends_on=today + timedelta(days=until),
            planned_ends_on=today + timedelta(days=until),
            purpose=purpose,
            purpose_note="",
            hours=_WORKDAYS,
            made_by=people.planner(hospital),
            made_at=midnight(decided_on) + timedelta(hours=9),
        )


async def _post(tx: Tx, one: Rotation, now: datetime) -> None:
    await rotations.add(tx, one)
    if not one.signed:
        return
    days = (one.starts_on, one.ends_on)
    await identity.post(tx, Posting(one.id, one.person, one.station, *days, one.decision_no))
    for kind, day in zip((STARTS, ENDS), days, strict=True):
        if midnight(day) > now:
            await jobs.put(tx, kind, str(one.id), midnight(day))


# -- the roster --------------------------------------------------------------------------------------------------------


def _leave(today: date) -> Absence:
    """Two days of a paediatrician who is on the published roster: the gap shows at once."""
    return Absence(
        id=_id("leave"),
        person=people.team(people.TAM_DUONG, Specialty.PAEDIATRICS)[1],
        hospital=people.facility_id(people.TAM_DUONG),
        starts_at=midnight(today + timedelta(days=4)),
        ends_at=midnight(today + timedelta(days=6)),
        kind=AbsenceKind.LEAVE,
        made_by=people.team(people.TAM_DUONG, Specialty.PAEDIATRICS)[0],
        made_at=midnight(today),
    )


def _pattern(today: date) -> Pattern:
    return Pattern(
        id=_id("pattern"),
        hospital=people.facility_id(people.TAM_DUONG),
        name="Nội, bậc 1, đêm",
        specialty=Specialty.INTERNAL,
        tier=Tier.FIRST,
        weekdays=tuple(range(1, 8)),
        days=Days.ALL,
        starts=time(19),
        length=roster.LENGTH,
        people=tuple(_INTERNAL_TEAM),
        turn=Turn.SHIFT,
        anchor=today - timedelta(days=today.weekday()),
        made_by=_HEAD,
        made_at=midnight(today),
    )


def _draft(now: datetime) -> Iterator[Shift]:
    """The week after the published ones, of one specialty; its fourth night has nobody yet."""
    first = roster.number_of(now + roster.AHEAD)
    for n in range(2 * DRAFTED.days):
        if n != 7:
            starts_at = roster.starts_at(first + n)
            yield Shift(
                id=ShiftId(_id(f"draft {n}")),
                person=_INTERNAL_TEAM[n % len(_INTERNAL_TEAM)],
                hospital=people.facility_id(people.TAM_DUONG),
                specialty=Specialty.INTERNAL,
                tier=Tier.FIRST,
                starts_at=starts_at,
                ends_at=starts_at + roster.LENGTH,
                roster_version=0,
            )


async def _drop_what_began(tx: Tx, now: datetime) -> None:
    """The demo's roster reaches two weeks ahead again: of its draft only what lies behind that is still one."""
    published = roster.starts_at(roster.number_of(now + roster.AHEAD))
    draft = await rosters.draft(tx, people.facility_id(people.TAM_DUONG))
    own = {ShiftId(_id(f"draft {n}")) for n in range(2 * DRAFTED.days)}
    over = [one.shift.id for one in draft.drafted if one.shift.id in own and one.shift.starts_at < published]
    await rosters.drop_drafted(tx, over)


# -- a ladder ----------------------------------------------------------------------------------------------------------


def _ladders(now: datetime) -> Iterator[LadderPlan]:
    """Surgery has nobody some weekends: since its second version the other hospital is asked before the head."""
    steps = [
        _step(StepKind.FIRST, 2, 10),
        _step(StepKind.SECOND, 2, 10, beside=True),
        _step(StepKind.HEAD, 2, 10),
        _step(StepKind.LEADER, 3, 15),
    ]
    elsewhere = _step(StepKind.FIRST, 2, 10, place=Near.SECOND)
    versions = ((steps, "Khoa ít người"), ([*steps[:2], elsewhere, *steps[2:]], "Cuối tuần trống"))
    for number, (made, reason) in enumerate(versions, 1):
        yield LadderPlan(
            steps=tuple(made),
            id=LadderId(_id(f"ladder {number}")),
            hospital=people.facility_id(people.TAM_DUONG),
            specialty=Specialty.SURGERY,
            number=number,
            reason=reason,
            made_by=people.person_id("quanly.tamduong"),
            made_at=now - timedelta(days=50 - 20 * number),
        )


def _step(kind: StepKind, stat: int, urgent: int, *, place: Near = Near.OWN, beside: bool = False) -> Step:
    """Minutes. `beside`: an emergency rings it together with the step before."""
    waits = {
        Urgency.STAT: timedelta(minutes=stat),
        Urgency.URGENT: timedelta(minutes=urgent),
        Urgency.ROUTINE: timedelta(hours=4),
    }
    return Step(kind, waits, place, frozenset({Urgency.STAT}) if beside else frozenset())


def _id(name: str) -> UUID:
    return uuid5(people.SPACE, name)
