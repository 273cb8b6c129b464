"""The matrix of a hospital's roster, and who could stand where somebody is missing."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from telemed import identity
from telemed.identity import PersonRef, facility_ref
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Tier
from telemed.schedules import policy
from telemed.schedules.candidates import Fit, candidates
from telemed.schedules.codes import WHOLE_DAY, Codes
from telemed.schedules.coverage import Span
from telemed.schedules.load import Load
from telemed.schedules.model import CALLED
from telemed.schedules.model_away import Absence
from telemed.schedules.model_draft import by_person
from telemed.schedules.service import picture
from telemed.schedules.service.picture import Picture, RingsOf
from telemed.schedules.store import rosters
from telemed.schedules.wire_rosters import (
    AbsenceView,
    Candidate,
    CandidateList,
    CandidateQuery,
    HolidayView,
    PostingView,
    RosterPerson,
    RosterQuery,
    RosterView,
    ShiftCode,
)

AROUND = timedelta(days=7)
"""Before and after the hours to be filled: what each candidate bears is counted over these."""


class Rosters:
    def __init__(self, db: Database, rings: RingsOf) -> None:
        self._db, self._rings = db, rings

    async def view(self, actor: Actor, hospital: FacilityId, query: RosterQuery) -> RosterView:
        """As published; for who plans, with the draft.

        Raises:
            Denied, Missing
        """
        policy.require_roster(actor, hospital)
        period = picture.days(query.from_day, query.days)
        async with self._db.transaction(actor) as tx:
            seen = await picture.picture(tx, hospital, period)
            may = picture.plannable(actor, seen)
            plan = seen.plan(seen.draft if may else None)
            letters = await picture.codes(tx, hospital)
            people = _rows(seen, plan_people=frozenset(shift.person for shift in (*seen.published, *plan)))
            planners = frozenset(one.made_by for one in seen.draft.drafted) if may else frozenset[UserId]()
            names = await identity.people(tx, people | planners)
            stations = await identity.facilities(tx, {one.station for one in seen.postings})
            shown = picture.shift_views(seen, await rosters.pending_swaps(tx, hospital), drafts=bool(may))
            place = facility_ref(await identity.facility(tx, hospital))
            since = Span(max(period.starts_at, tx.at), period.ends_at)
            today = tx.at.astimezone(LOCAL).date()
        rings = await self._rings(people, period)
        borne = seen.loads(plan, query.from_day, query.from_day + timedelta(days=query.days))
        return RosterView(
            hospital=place,
            from_day=query.from_day,
            days=query.days,
            version=seen.version,
            today=today,
            specialties=seen.specialties,
            people=[_person(seen, person, names[person], borne, rings) for person in _in_order(seen, people, names)],
            shifts=shown,
            absences=[
                absence_view(one, told=_is_told(actor, seen, one)) for one in seen.absences if one.person in people
            ],
            rotations=[
                PostingView(
                    id=one.id,
                    person_id=one.person,
                    station=stations[one.station],
                    starts_on=one.starts_on,
                    ends_on=one.ends_on,
                    decided=one.decided,
                )
                for one in seen.postings
                if one.person in people
            ],
            holidays=[
                HolidayView(day=day, name=name, kind=kind)
                for day, name, kind in seen.holidays
                if day < query.from_day + timedelta(days=query.days)
            ],
            gaps=seen.gaps(plan, seen.specialties, since, letters) if since.starts_at < since.ends_at else [],
            draft=picture.summary(seen, may) if may else None,
            may_plan=may,
            codes=_codes(letters),
            planners=[names[one] for one in sorted(planners) if one in names],
        )

    async def candidates(self, actor: Actor, hospital: FacilityId, query: CandidateQuery) -> CandidateList:
        """Over the draft, where there is one.

        Raises:
            Denied, Missing
        """
        policy.require_plan(actor, hospital, [query.specialty])
        hours = Span(query.starts_at, query.ends_at)
        around = Span(hours.starts_at - AROUND, hours.ends_at + AROUND)
        async with self._db.transaction(actor) as tx:
            seen = await picture.picture(tx, hospital, around)
            names = await identity.people(tx, seen.staff)
        plan = seen.plan(seen.draft)
        first, until = picture.day_at(around.starts_at), picture.day_at(around.ends_at) + timedelta(days=1)
        pool = {
            person: grants
            for person, grants in seen.staff.items()
            if query.tier is Tier.LEADER or any(g.role is not Role.HOSPITAL_MANAGER for g in grants)
        }
        found = candidates(
            query.specialty,
            hours,
            pool,
            duty=by_person([*plan, *seen.elsewhere]),
            away=seen.away,
            loads=seen.loads(plan, first, until),
        )
        rings = await self._rings(frozenset(pool), around)
        return CandidateList(candidates=[_candidate(one, names[one.person], rings) for one in found])


def absence_view(one: Absence, *, told: bool) -> AbsenceView:
    return AbsenceView(
        id=one.id,
        person_id=one.person,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        kind=one.kind if told else None,
    )


def _is_told(actor: Actor, seen: Picture, one: Absence) -> bool:
    specialties = {grant.specialty for grant in seen.staff.get(one.person, ()) if grant.specialty}
    return one.person == actor.id or policy.may_keep_leave(actor, seen.hospital, specialties)


def _rows(seen: Picture, plan_people: frozenset[UserId]) -> frozenset[UserId]:
    """Whoever answers for a specialty, and whoever stands there all the same."""
    holders = {person for person, grants in seen.staff.items() if any(grant.specialty for grant in grants)}
    return frozenset(holders | plan_people)


def _in_order(seen: Picture, people: Collection[UserId], names: Mapping[UserId, PersonRef]) -> list[UserId]:
    """By specialty, its head first."""

    def key(person: UserId) -> tuple[int, bool, str]:
        grants = seen.staff.get(person, ())
        held = [n for n, one in enumerate(seen.specialties) if any(grant.specialty is one for grant in grants)]
        heads = any(grant.role is Role.DEPT_HEAD for grant in grants)
        return min(held, default=len(seen.specialties)), not heads, names[person].name

    return sorted((person for person in people if person in names), key=key)


def _person(
    seen: Picture, person: UserId, name: PersonRef, borne: Mapping[UserId, Load], rings: Mapping[UserId, int]
) -> RosterPerson:
    grants = seen.staff.get(person, ())
    tiers = {shift.tier for shift in (*seen.published, *seen.draft.added) if shift.person == person}
    if any(grant.role is Role.DEPT_HEAD for grant in grants):
        tiers.add(Tier.HEAD)
    return RosterPerson(
        person=name,
        specialties=[one for one in seen.specialties if any(grant.specialty is one for grant in grants)],
        tiers=sorted(tiers, key=CALLED.index),
        load=picture.load_view(borne.get(person), rings.get(person, 0)),
    )


def _candidate(one: Fit, name: PersonRef, rings: Mapping[UserId, int]) -> Candidate:
    return Candidate(
        person=name,
        specialties=list(one.specialties),
        load=picture.load_view(one.load, rings.get(one.person, 0)),
        against=list(one.against),
        tier=one.tier,
        fit=one.fits,
    )


def _codes(letters: Codes) -> list[ShiftCode]:
    hour = timedelta(hours=1)
    return [
        ShiftCode(code="N", starts=letters.day, hours=letters.day_lasts / hour),
        ShiftCode(code="Đ", starts=letters.night, hours=letters.night_lasts / hour),
        ShiftCode(code="24", starts=letters.whole, hours=WHOLE_DAY / hour),
    ]
