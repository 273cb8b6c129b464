"""Who stands on each step of a ladder at a moment: the roster's people, who holds the specialty, who can hear."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty, Tier
from telemed.schedules import Duty, Schedules
from telemed.sessions import store
from telemed.sessions.ladders import LadderPlan, Near, Place, Roster, Stand
from telemed.sessions.model import Candidate, Consult, StepKind, Why
from telemed.sessions.people import Presence


@dataclass(frozen=True, slots=True)
class Ward:
    """One hospital's people for a specialty at a moment."""

    duty: Sequence[Duty]
    holders: Sequence[UserId]
    heads: Sequence[UserId]
    roster_version: int | None

    @property
    def people(self) -> set[UserId]:
        return {d.person for d in self.duty} | set(self.holders) | set(self.heads)


@dataclass(frozen=True, slots=True)
class Hearing:
    """Who can be reached, and who talks to somebody."""

    reachable: Collection[UserId]
    in_call: Collection[UserId]


class Standing:
    def __init__(self, schedules: Schedules, presence: Presence) -> None:
        self._schedules, self._presence = schedules, presence

    async def roster(self, tx: Tx, consult: Consult, plan: LadderPlan, now: datetime) -> Roster:
        """Everyone each step could ring at this moment, in the order they would be."""
        hospitals = {place: await self._hospital(tx, consult, place, now) for place in {s.place for s in plan.steps}}
        there = {hospital for hospital in hospitals.values() if hospital}
        wards = {hospital: await self._ward(tx, hospital, consult.specialty, now) for hospital in there}
        hearing = await self._hearing(tx, consult, {p for ward in wards.values() for p in ward.people}, now)
        stands: dict[tuple[StepKind, Place], Stand] = {}
        for kind, place in {step.where for step in plan.steps}:
            hospital = hospitals[place]
            if hospital:
                ward = wards[hospital]
                stands[kind, place] = Stand(_people(ward, kind, hearing), hospital, ward.roster_version)
        return stands

    async def _hospital(self, tx: Tx, consult: Consult, place: Place, now: datetime) -> FacilityId | None:
        match place:
            case Near.OWN:
                return consult.hospital
            case Near.SECOND:
                return await self._schedules.assigned_hospital(tx, consult.station, now, rank=2)
            case _:
                return place

    async def _ward(self, tx: Tx, hospital: FacilityId, specialty: Specialty, now: datetime) -> Ward:
        duty = [d for d in await self._schedules.on_duty(tx, hospital, now) if d.specialty in {specialty, None}]
        holders = await identity.holders(tx, hospital, HOSPITAL, specialty, now)
        heads = await identity.holders(tx, hospital, frozenset({Role.DEPT_HEAD}), specialty, now)
        away = await self._schedules.away(tx, {*holders, *heads}, now)  # of a shift `on_duty` has it already
        version = await self._schedules.roster_version(tx, hospital, now)
        return Ward(duty, [p for p in holders if p not in away], [p for p in heads if p not in away], version)

    async def _hearing(self, tx: Tx, consult: Consult, people: set[UserId], now: datetime) -> Hearing:
        reachable = await self._presence.reachable(tx, people, now)
        async with tx.seeing_all("who is in a call"):  # also with another station
            return Hearing(reachable, await store.in_call(tx, people, practice=consult.practice))


def _people(ward: Ward, kind: StepKind, hearing: Hearing) -> tuple[Candidate, ...]:
    def candidate(user: UserId, why: Why, duty: Duty | None = None) -> Candidate:
        return Candidate(
            user,
            why,
            duty.tier if duty else None,
            duty.shift_id if duty else None,
            reachable=user in hearing.reachable,
            in_call=user in hearing.in_call,
        )

    def on_shift(tier: Tier) -> list[Candidate]:
        """The leader stands for all specialties; a shift of another tier for its own."""
        mine = [d for d in ward.duty if d.tier is tier and (d.specialty or tier is Tier.LEADER)]
        return [candidate(d.person, Why.SHIFT, d) for d in mine]

    def first() -> list[Candidate]:
        """Where nobody confirmed in time, the backup is armed: it is rung beside."""
        armed = any(d.armed for d in ward.duty if d.tier is Tier.FIRST and d.specialty)
        return on_shift(Tier.FIRST) + (on_shift(Tier.SECOND) if armed else [])

    whom: dict[StepKind, Callable[[], list[Candidate]]] = {
        StepKind.FIRST: first,
        StepKind.SECOND: lambda: on_shift(Tier.SECOND),
        StepKind.SPECIALTY: lambda: [candidate(user, Why.ON_CALL) for user in ward.holders],
        StepKind.HEAD: lambda: on_shift(Tier.HEAD) + [candidate(user, Why.HEAD) for user in ward.heads],
        StepKind.LEADER: lambda: on_shift(Tier.LEADER),
    }
    return tuple(whom[kind]())
