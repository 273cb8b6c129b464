"""Who is asked after the first: the ladder's later steps, in their order, with whoever stands on them at a moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra.db import Tx
from telemed.kernel.actor import HOSPITAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.kernel.values import Role, Specialty, Tier, Urgency
from telemed.reports.wire_coverage import NextAnswer
from telemed.schedules import Outlook
from telemed.sessions import DEFAULT_TIMERS, Near, Plans, Step, StepKind, Timers, built_in, plans_of

SHOWN: Final = 4
"""Steps; who is further away is rung too, and no help to plan with."""
_TIERS: Final = {StepKind.FIRST: Tier.FIRST, StepKind.SECOND: Tier.SECOND, StepKind.LEADER: Tier.LEADER}


class Ladders:
    """Remembers what it asked: a dozen lines share a few hospitals. `known`: names that need not be looked up."""

    def __init__(self, tx: Tx, near: Outlook, known: dict[UserId, PersonRef], timers: Timers = DEFAULT_TIMERS) -> None:
        self._tx, self._near, self._known, self._built_in = tx, near, known, built_in(timers)
        self._plans: dict[FacilityId, Plans] = {}
        self._holders: dict[tuple[FacilityId, Specialty, bool], list[UserId]] = {}

    async def after_first(self, hospital: FacilityId, specialty: Specialty, at: datetime) -> list[NextAnswer]:
        """The steps behind the hospital's own first tier, as an urgent case would climb them: nobody twice."""
        if hospital not in self._plans:
            self._plans[hospital] = await plans_of(self._tx, hospital, self._tx.at)
        plan = self._plans[hospital].of(specialty) or self._built_in
        steps = [step for group in plan.groups(Urgency.URGENT) for _, step in group]
        asked: set[UserId] = set()
        found: list[NextAnswer] = []
        for step in steps:
            for place in self._places(step, hospital):
                there = await self._people(step.kind, place, specialty, at)
                people = [one for one in dict.fromkeys(there) if one not in asked]
                asked |= set(people)
                if people and len(found) < SHOWN and step.where != (StepKind.FIRST, Near.OWN):
                    found.append(await self._next(step.kind, place, people))
        return found

    def _places(self, step: Step, hospital: FacilityId) -> Iterator[FacilityId]:
        match step.place:
            case Near.OWN:
                yield hospital
            case Near.SECOND:
                yield from sorted(self._near.hospitals[hospital].others)
            case named:
                yield named

    async def _people(self, kind: StepKind, place: FacilityId, specialty: Specialty, at: datetime) -> list[UserId]:
        there = self._near.hospitals.get(place)
        if there is None:
            return []
        duty = [s for s in there.on_duty(at) if s.specialty in {specialty, None}]
        match kind:
            case StepKind.SPECIALTY:
                return await self._held(place, specialty, heads=False)
            case StepKind.HEAD:
                on_shift = [s.person for s in duty if s.tier is Tier.HEAD]
                return on_shift + await self._held(place, specialty, heads=True)
            case _:
                return [s.person for s in duty if s.tier is _TIERS[kind]]

    async def _held(self, place: FacilityId, specialty: Specialty, *, heads: bool) -> list[UserId]:
        key = (place, specialty, heads)
        if key not in self._holders:
            roles = frozenset({Role.DEPT_HEAD}) if heads else HOSPITAL
            self._holders[key] = await identity.holders(self._tx, place, roles, specialty, self._tx.at)
        return self._holders[key]

    async def _next(self, kind: StepKind, place: FacilityId, people: list[UserId]) -> NextAnswer:
        if people[0] not in self._known:
            self._known |= await identity.people(self._tx, people)
        first = self._known.get(people[0])
        return NextAnswer(kind=kind, hospital=self._near.hospitals[place].ref, person=first, people=len(people))
