"""What people do with ladders: see them, save the next version, ask beforehand whom one would ring."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing, Stale
from telemed.kernel.ids import FacilityId, LadderId, UserId
from telemed.kernel.values import FacilityKind, Specialty, Urgency
from telemed.schedules import Schedules
from telemed.sessions import policy, store_ladders
from telemed.sessions import wire_ladders as wire
from telemed.sessions.ladders import LadderPlan, Near, NotAHospital, Options, Roster, Step, built_in, require_sound
from telemed.sessions.model import Consult, Ring, Timers
from telemed.sessions.people import Presence
from telemed.sessions.rehearsal import Asked, Imagined, Rehearsed, rehearse, situations


class Ladders:
    def __init__(self, db: Database, clock: Clock, schedules: Schedules, presence: Presence, timers: Timers) -> None:
        self._db, self._clock, self._schedules, self._presence, self._timers = db, clock, schedules, presence, timers

    async def of(self, actor: Actor, hospital: FacilityId) -> wire.PlanList:
        async with self._db.transaction(actor) as tx:
            policy.require_ladders(actor, hospital)
            return await self._list(tx, hospital)

    async def save(self, actor: Actor, hospital: FacilityId, ladder: LadderId, new: wire.NewPlan) -> wire.PlanList:
        """The next version of one ladder; cases that ring keep theirs.

        Raises:
            Stale: somebody saved another version since the screen saw it.
            LeaderLast, NotAHospital
        """
        async with self._db.transaction(actor) as tx:
            policy.require_set_ladder(actor, hospital, new.specialty)
            if await idempotency.first_time(tx, ladder, hospital, new, tx.at):
                steps = _steps(new.steps)
                require_sound(steps)
                await self._require_hospitals(tx, hospital, steps)
                number = await store_ladders.lock(tx, hospital, new.specialty)
                if number != new.seen_number:
                    raise Stale(pointer="/body/seen_number", version=number)
                plan = LadderPlan(
                    steps,
                    _options(new.options),
                    ladder,
                    hospital,
                    new.specialty,
                    number + 1,
                    new.reason,
                    actor.id,
                    tx.at,
                )
                await store_ladders.add(tx, plan)
                await audit.record(tx, "ladder.set", "ladder", ladder)
            return await self._list(tx, hospital)

    async def dry_run(self, actor: Actor, hospital: FacilityId, command: wire.DryRunCommand) -> wire.DryRun:
        """Nobody is rung and nothing is written; whom one could reach is read as the system."""
        start = command.at or self._clock.now()
        asked = Asked(FacilityId(command.station_id), hospital, command.specialty, command.urgency, start)
        policy.require_ladders(actor, hospital)
        async with self._db.transaction(Actor.system("ladder dry run")) as tx:
            await self._require_station(tx, asked.station)
            standing = Imagined(self._schedules, self._presence, None if command.at else start)
            plan = await self._plan(tx, asked, command.plan)
            done = await self._rehearse(tx, asked, plan, standing)
            people = await identity.people(tx, done.answerers)
            hospitals = await identity.facilities(tx, {r.hospital for r in done.rings if r.hospital})
            version = await self._schedules.roster_version(tx, hospital, start)
            phones = await self._schedules.phones(tx, hospital)
        return wire.DryRun(
            at=start,
            rings=_dry_rings(asked, plan, done.rings, people, hospitals),
            ends_ms=None if done.ended_at is None else _ms(done.ended_at - start),
            roster_version=version,
            ladder_number=None if command.plan else plan.number,
            answerers=len(done.answerers),
            phones=phones,
        )

    async def trial(self, actor: Actor, hospital: FacilityId, command: wire.TrialCommand) -> wire.Trial:
        """The plan in many situations of the coming days, everybody within reach. Nothing is written."""
        policy.require_ladders(actor, hospital)
        now, plan = self._clock.now(), _draft(command.plan)
        passed: list[Asked] = []
        unanswered: list[Asked] = []
        async with self._db.transaction(Actor.system("ladder trial")) as tx:
            places = await identity.places(tx)
            supported = set(await self._schedules.supported(tx, hospital, now))
            stations = [place for place in places if place in supported]
            specialties = [command.specialty] if command.specialty else await self._on_general(tx, hospital)
            standing = Imagined(self._schedules, self._presence)
            tried = list(situations(hospital, stations, specialties, now))
            for asked in tried:
                done = await self._rehearse(tx, asked, plan, standing)
                if not done.answerers:
                    unanswered.append(asked)
                elif done.first_passed_over:
                    passed.append(asked)
        return wire.Trial(
            situations=len(tried),
            answered=len(tried) - len(unanswered),
            straight_to_second=len(passed),
            passed_over=[_situation(one, places) for one in passed],
            unanswered=[_situation(one, places) for one in unanswered],
        )

    # -- within ----------------------------------------------------------------------------------------------------

    async def _rehearse(self, tx: Tx, asked: Asked, plan: LadderPlan, standing: Imagined) -> Rehearsed:
        timers = self._timers
        if asked.urgency is Urgency.ROUTINE:
            timers = replace(timers, working=(await self._schedules.working_time(tx, asked.hospital)).add)

        async def roster(consult: Consult, now: datetime) -> Roster:
            return await standing.roster(tx, consult, plan, now)

        return await rehearse(asked, plan, timers, roster)

    async def _plan(self, tx: Tx, asked: Asked, draft: wire.DraftPlan | None) -> LadderPlan:
        if draft is not None:
            return _draft(draft)
        return await store_ladders.in_force(tx, asked.hospital, asked.specialty) or built_in(self._timers)

    async def _on_general(self, tx: Tx, hospital: FacilityId) -> list[Specialty]:
        """The specialties without a ladder of their own."""
        own = {plan.specialty for plan in await store_ladders.of_hospital(tx, hospital)}
        return [one for one in Specialty if one not in own] or list(Specialty)

    async def _list(self, tx: Tx, hospital: FacilityId) -> wire.PlanList:
        known = await store_ladders.of_hospital(tx, hospital)
        people = await identity.people(tx, {plan.made_by for plan in known if plan.made_by})
        places = await identity.places(tx)
        if hospital not in places or places[hospital].kind is not FacilityKind.HOSPITAL:
            raise Missing()
        async with tx.seeing_all("cases on each ladder"):
            ringing = await store_ladders.ringing(tx, hospital)
        supported = set(await self._schedules.supported(tx, hospital, tx.at))
        views: list[wire.Plan] = []
        newer: dict[Specialty | None, datetime | None] = {}
        for plan in known:
            views.append(_plan_view(plan, people, newer.get(plan.specialty), ringing.get(plan.id, 0)))
            newer[plan.specialty] = plan.made_at
        default = built_in(self._timers)
        return wire.PlanList(
            hospital=places[hospital],
            plans=[view for view in views if view.ended_at is None],
            versions=sorted(views, key=lambda view: view.made_at or tx.at, reverse=True),
            built_in=_plan_view(default, {}, None, ringing.get(None, 0)),
            stations=[place for key, place in places.items() if key in supported],
            hospitals=[p for p in places.values() if p.kind is FacilityKind.HOSPITAL and p.id != hospital],
            may_set=[one for one in (None, *Specialty) if policy.may_set_ladder(tx.actor, hospital, one)],
        )

    async def _require_hospitals(self, tx: Tx, own: FacilityId, steps: Sequence[Step]) -> None:
        named = {step.place for step in steps if not isinstance(step.place, Near)} | {own}
        found = await identity.facilities(tx, named)
        for index, step in enumerate(steps):
            place = own if isinstance(step.place, Near) else step.place
            if place not in found or found[place].kind is not FacilityKind.HOSPITAL:
                raise NotAHospital(pointer=f"/body/steps/{index}/place")

    async def _require_station(self, tx: Tx, station: FacilityId) -> None:
        found = await identity.facilities(tx, {station})
        if station not in found or found[station].kind is not FacilityKind.STATION:
            raise Missing(pointer="/body/station_id")


def _steps(sent: Sequence[wire.PlanStep]) -> tuple[Step, ...]:
    def wait(step: wire.PlanStep, urgency: Urgency) -> timedelta | None:
        seconds: int | None = getattr(step.wait_s, urgency.value)
        return None if seconds is None else timedelta(seconds=seconds)

    return tuple(
        Step(
            one.kind,
            {urgency: wait(one, urgency) for urgency in Urgency},
            Near(one.place) if isinstance(one.place, str) else FacilityId(one.place),
            frozenset(one.with_previous),
        )
        for one in sent
    )


def _options(sent: wire.PlanOptions) -> Options:
    return Options(skip_in_call=sent.skip_in_call)


def _draft(sent: wire.DraftPlan) -> LadderPlan:
    """Raises LeaderLast: a plan that could not be saved is not tried either."""
    steps = _steps(sent.steps)
    require_sound(steps)
    return LadderPlan(steps, _options(sent.options))


def _plan_view(plan: LadderPlan, people: dict[UserId, PersonRef], ended_at: datetime | None, ringing: int) -> wire.Plan:
    return wire.Plan(
        id=plan.id,
        specialty=plan.specialty,
        number=plan.number,
        steps=[_step_view(step) for step in plan.steps],
        options=wire.PlanOptions(skip_in_call=plan.options.skip_in_call),
        reason=plan.reason,
        made_by=people[plan.made_by] if plan.made_by else None,
        made_at=plan.made_at,
        ended_at=ended_at,
        ringing=ringing,
    )


def _step_view(step: Step) -> wire.PlanStep:
    waits = {urgency.value: None if wait is None else int(wait.total_seconds()) for urgency, wait in step.wait.items()}
    return wire.PlanStep(
        kind=step.kind,
        place=step.place.value if isinstance(step.place, Near) else step.place,
        wait_s=wire.Waits(**waits),
        with_previous=sorted(step.with_previous),
    )


def _dry_rings(
    asked: Asked,
    plan: LadderPlan,
    rings: Sequence[Ring],
    people: dict[UserId, PersonRef],
    hospitals: dict[FacilityId, FacilityRef],
) -> list[wire.DryRing]:
    groups = {index: number for number, group in enumerate(plan.groups(asked.urgency)) for index, _ in group}
    found: list[wire.DryRing] = []
    for index in sorted({ring.step for ring in rings}):
        own = [ring for ring in rings if ring.step == index]
        first = own[0]
        elsewhere = first.hospital if first.hospital != asked.hospital else None
        found.append(
            wire.DryRing(
                at_ms=_ms(first.started_at - asked.at),
                at=first.started_at,
                until_ms=None if first.deadline_at is None else _ms(first.deadline_at - asked.at),
                step=index,
                kind=first.step_kind,
                hospital=hospitals[elsewhere] if elsewhere else None,
                group=groups[index],
                people=[
                    wire.DryPerson(person=people[r.user], why=r.why, tier=r.tier, shift_id=r.shift)
                    for r in own
                    if r.user and r.why
                ],
                skip_reason=None if first.user else first.note,
            )
        )
    return found


def _situation(one: Asked, places: dict[FacilityId, FacilityRef]) -> wire.Situation:
    return wire.Situation(station=places[one.station], specialty=one.specialty, at=one.at, urgency=one.urgency)


def _ms(span: timedelta) -> int:
    return round(span.total_seconds() * 1000)
