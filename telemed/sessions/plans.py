"""Which ladder rings a hospital's cases, or rang them at a past minute: asked by other features, by its steps."""

from collections.abc import Iterable
from datetime import datetime

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import FacilityKind, Specialty, Urgency
from telemed.schedules import Elsewhere
from telemed.sessions import store_ladders
from telemed.sessions.ladders import LadderPlan, Near


async def plans_of(tx: Tx, hospital: FacilityId, at: datetime) -> "Plans":
    """All of a hospital's ladders as they were at a moment."""
    return Plans(plan for plan in await store_ladders.of_hospital(tx, hospital) if plan.made_at and plan.made_at <= at)


async def looking_elsewhere(tx: Tx) -> dict[tuple[FacilityId, Specialty], Elsewhere]:
    """For which specialties of which hospitals the ladder in force asks another hospital, for an urgent case."""
    found = {}
    for hospital, place in (await identity.places(tx)).items():
        if place.kind is not FacilityKind.HOSPITAL:
            continue
        plans = await plans_of(tx, hospital, tx.at)
        for specialty in Specialty:
            plan = plans.of(specialty)
            asked = {step.place for group in plan.groups(Urgency.URGENT) for _, step in group} if plan else set()
            named = frozenset(one for one in asked if not isinstance(one, Near))
            found[hospital, specialty] = Elsewhere(Near.SECOND in asked, named)
    return found


class Plans:
    def __init__(self, plans: Iterable[LadderPlan]) -> None:
        self._newest: dict[Specialty | None, LadderPlan] = {}
        for plan in sorted(plans, key=lambda one: one.number):
            self._newest[plan.specialty] = plan

    def of(self, specialty: Specialty) -> LadderPlan | None:
        """The specialty's own, else the hospital's general one; None: the built-in ladder."""
        return self._newest.get(specialty) or self._newest.get(None)
