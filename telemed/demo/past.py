"""The hospitals as they were: who was on duty at a moment, who held a specialty, how papers name people. Read once."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from telemed.demo import people
from telemed.identity import Facility, PersonPapers
from telemed.identity import store as identity
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL, STATION
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import store as schedules
from telemed.schedules.model import Shift, ShiftState, in_calling_order
from telemed.schedules.model_roster import RosterVersion
from telemed.schedules.store import versions
from telemed.schedules.working_time import WorkingTime
from telemed.sessions import DEFAULT_TIMERS, Consult, StepKind, Timers, Why
from telemed.sessions.ladders import Near, Roster, Stand
from telemed.sessions.model import Candidate


@dataclass
class Past:
    facilities: dict[FacilityId, Facility]
    papers: dict[UserId, PersonPapers]
    shifts: dict[FacilityId, list[Shift]]
    versions: dict[FacilityId, list[RosterVersion]]
    holders: dict[tuple[FacilityId, Specialty], list[UserId]]
    heads: dict[tuple[FacilityId, Specialty], list[UserId]]
    stations: dict[tuple[FacilityId, Role], UserId]
    supports: dict[FacilityId, FacilityId]
    """Each station's hospital."""
    working: WorkingTime
    timers: Timers
    numbers: "Counter[tuple[FacilityId, str]]"
    """The last number of each series: cases (`CASES`), minutes, referrals, patients of a day."""

    CASES = "cases"

    @classmethod
    async def read(cls, tx: Tx, since: datetime) -> "Past":
        hospitals = [people.facility_id(key) for key in people.HOSPITALS]
        elsewhere = {people.ROBOT, *(username for username, *_ in people.ROTATING)}
        staff = {people.person_id(one.username): one for one in people.people() if one.username not in elsewhere}
        shifts: dict[FacilityId, list[Shift]] = defaultdict(list)
        for shift in await schedules.shifts_of(tx, hospitals, since):
            shifts[shift.hospital].append(shift)
        holders: dict[tuple[FacilityId, Specialty], list[UserId]] = defaultdict(list)
        heads: dict[tuple[FacilityId, Specialty], list[UserId]] = defaultdict(list)
        stations: dict[tuple[FacilityId, Role], UserId] = {}
        for who, one in staff.items():
            for post in one.posts:
                if post.role in STATION:
                    stations[people.facility_id(post.at), post.role] = who
                if post.specialty is None or post.role not in HOSPITAL:
                    continue
                place = people.facility_id(post.at), post.specialty
                if who not in holders[place]:
                    holders[place].append(who)
                if post.role is Role.DEPT_HEAD:
                    heads[place].append(who)
        working = await schedules.working_time(tx, None)
        places = {people.facility_id(key) for key, _ in people.facilities()}
        return cls(
            facilities={one.id: one for one in await identity.facilities(tx, places)},
            papers={
                one.id: PersonPapers(one.name, one.full_name, one.title, one.profession, one.license_no)
                for one in await identity.persons(tx, set(staff))
            },
            shifts=shifts,
            versions={one: await versions.versions(tx, one) for one in hospitals},
            holders=holders,
            heads=heads,
            stations=stations,
            supports={
                station: hospital
                for station in {facility for facility, _ in stations}
                if (hospital := await schedules.assigned_hospital(tx, station, people.SINCE))
            },
            working=working,
            timers=replace(DEFAULT_TIMERS, working=working.add),
            numbers=Counter(),
        )

    def next_number(self, facility: FacilityId, series: str) -> int:
        self.numbers[facility, series] += 1
        return self.numbers[facility, series]

    def on_duty(self, hospital: FacilityId, at: datetime) -> list[Shift]:
        return in_calling_order([s for s in self.shifts[hospital] if s.starts_at <= at < s.ends_at])

    def absent(self, hospital: FacilityId, at: datetime) -> frozenset[UserId]:
        """Whom the roster named in vain."""
        return frozenset(s.person for s in self.on_duty(hospital, at) if s.state is ShiftState.MISSED)

    def roster(self, consult: Consult, at: datetime, unreachable: Iterable[UserId]) -> Roster:
        """Whom each step of the ladder could have rung, as `sessions/people.py` finds it for the present."""
        out = frozenset(unreachable)
        duty = [s for s in self.on_duty(consult.hospital, at) if s.specialty in {consult.specialty, None}]
        place = consult.hospital, consult.specialty

        def on_shift(tier: Tier) -> tuple[Candidate, ...]:
            return tuple(
                Candidate(s.person, Why.SHIFT, tier, s.id, s.person not in out) for s in duty if s.tier is tier
            )

        def listed(users: Iterable[UserId], why: Why) -> tuple[Candidate, ...]:
            return tuple(Candidate(user, why, reachable=user not in out) for user in users)

        version = max((v.number for v in self.versions[consult.hospital] if v.made_at <= at), default=None)
        people = {
            StepKind.FIRST: on_shift(Tier.FIRST),
            StepKind.SECOND: on_shift(Tier.SECOND),
            StepKind.SPECIALTY: listed(self.holders[place], Why.ON_CALL),
            StepKind.HEAD: listed(self.heads[place], Why.HEAD),
            StepKind.LEADER: on_shift(Tier.LEADER),
        }
        return {(kind, Near.OWN): Stand(those, consult.hospital, version) for kind, those in people.items()}
