"""The one way a case is read, written and told: under its row's lock, with its facts and its one timer."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from telemed import coding
from telemed.infra import jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.events import Event
from telemed.kernel.clock import LOCAL, Clock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, ConsultId, PatientId, UserId, uuid7
from telemed.kernel.values import Specialty, Urgency
from telemed.schedules import Schedules
from telemed.sessions import store, store_calls, store_handovers, store_ladders, wire
from telemed.sessions.calls import Call, CallState
from telemed.sessions.case import Case
from telemed.sessions.events import ConsultAccepted
from telemed.sessions.ladders import LadderPlan, Roster
from telemed.sessions.model import DEFAULT_TIMERS, TAKEN, Answer, Consult, State, Timers
from telemed.sessions.people import Presence
from telemed.sessions.standing import Standing
from telemed.sessions.summaries import Summaries

CASE_JOB = "case"
"""One durable timer per case, at the moment its next thing is due."""
CALL_JOB = "call"
"""One durable timer per call: when an empty room closes."""


class CaseKeeper:
    """What every intent of `Consults` needs; each of its methods works inside the caller's transaction."""

    def __init__(
        self, db: Database, clock: Clock, schedules: Schedules, presence: Presence, timers: Timers = DEFAULT_TIMERS
    ) -> None:
        self._db, self._clock, self._schedules, self._timers = db, clock, schedules, timers
        self._standing = Standing(schedules, presence)
        self._summaries = Summaries(schedules, timers, clock)

    async def _locked(self, tx: Tx, consult_id: ConsultId) -> Case:
        consult = await store.lock(tx, consult_id)
        rings = (await store.rings(tx, [consult_id]))[consult_id]
        plan = (await store_ladders.plans(tx, [consult.ladder]))[consult.ladder] if consult.ladder else None
        return Case(consult, tuple(rings), await self._timers_for(tx, consult), plan)

    async def _keep(self, tx: Tx, before: Case, after: Case, facts: Sequence[Event]) -> wire.ConsultSummary:
        """Write it, and what the screen that asked shows next."""
        return await self._summary(tx, await self._write(tx, before, after, facts))

    async def _write(self, tx: Tx, before: Case, after: Case, facts: Sequence[Event]) -> Consult:
        """Write what changed, tell the facts, set the case's one timer, open the room of an accepted call."""
        consult = after.consult
        if after != before or facts:
            await store.add_to_team(tx, consult.id, _newly_in_team(before, after))
            consult = await store.save(tx, before.consult, after.consult)
            await store.save_rings(tx, before.rings, after.rings)
            await outbox.publish_all(tx, facts, self._clock.now())
            if after.due_at is None:
                await jobs.cancel(tx, CASE_JOB, str(consult.id))
            else:
                await jobs.put(tx, CASE_JOB, str(consult.id), after.due_at)
        if consult.answer is Answer.CALL and any(isinstance(f, ConsultAccepted) for f in facts):
            await self.open_call(tx, consult.id)
        if consult.state in {State.CANCELLED, State.TRANSFERRED, State.EXPIRED} or (
            consult.practice and consult.state is State.CLOSED
        ):
            await self._end_calls(tx, consult.id)
        if before.consult.state in TAKEN and (consult.state not in TAKEN or _changed_hands(before, after)):
            await self._take_back_offer(tx, consult.id)
        return consult

    async def _take_back_offer(self, tx: Tx, consult_id: ConsultId) -> None:
        """The case left its holder's hands otherwise: nobody can take it over from them any more."""
        if open_offer := await store_handovers.offered(tx, consult_id):
            withdrawn, facts = open_offer.withdraw(self._clock.now())
            await store_handovers.save(tx, withdrawn)
            await outbox.publish_all(tx, facts, self._clock.now())

    async def open_call(self, tx: Tx, consult_id: ConsultId) -> Call:
        """The consult's open call, made when there is none."""
        known = (await store_calls.calls(tx, [consult_id]))[consult_id]
        if known and known[-1].state is not CallState.ENDED:
            return known[-1]
        call, opened = Call.open(CallId(uuid7()), consult_id, len(known) + 1, self._clock.now())
        await store_calls.save(tx, call)
        await outbox.publish(tx, opened, self._clock.now())
        if call.due_at:
            await jobs.put(tx, CALL_JOB, str(call.id), call.due_at)
        return call

    async def _end_calls(self, tx: Tx, consult_id: ConsultId) -> None:
        for call in (await store_calls.calls(tx, [consult_id]))[consult_id]:
            ended, facts = call.end(None, self._clock.now())
            if facts:
                await store_calls.save(tx, ended)
                await jobs.cancel(tx, CALL_JOB, str(call.id))
                await outbox.publish_all(tx, facts, self._clock.now())

    async def _on_its_ladder(self, tx: Tx, case: Case) -> Case:
        """With the ladder that rings new cases of its specialty now: chosen once, when it is sent."""
        return case.on_plan(await store_ladders.in_force(tx, case.consult.hospital, case.consult.specialty))

    async def _roster(self, tx: Tx, case: Case) -> Roster:
        return await self._standing.roster(tx, case.consult, case.ladder, self._clock.now())

    async def _elsewhere(self, tx: Tx, case: Case, specialty: Specialty) -> tuple[Roster, LadderPlan | None]:
        """Who stands on the ladder of another specialty, and that ladder."""
        moved = await self._on_its_ladder(tx, replace(case, consult=replace(case.consult, specialty=specialty)))
        return await self._roster(tx, moved), moved.plan

    async def _coded(self, tx: Tx, consult: Consult, changed: bool = True) -> Consult:
        """The list that holds today is kept with a new code: an old one is never rewritten."""
        if not changed:
            return consult
        day = self._clock.now().astimezone(LOCAL).date()
        return replace(consult, icd_list=await coding.list_on(tx, day) if consult.request.icd_code else None)

    async def _timers_for(self, tx: Tx, consult: Consult) -> Timers:
        """Only a routine case counts in its hospital's working time; the others need not read hours and holidays."""
        if consult.urgency is not Urgency.ROUTINE:
            return self._timers
        return replace(self._timers, working=(await self._schedules.working_time(tx, consult.hospital)).add)

    async def _summary(self, tx: Tx, consult: Consult) -> wire.ConsultSummary:
        return (await self._summaries.of(tx, [consult]))[0]

    async def _own_patient(self, tx: Tx, patient: UUID | None) -> PatientId | None:
        if patient is None:
            return None
        if not await store.visible_patient(tx, PatientId(patient)):
            raise Missing(pointer="/body/patient_id")
        return PatientId(patient)


def _newly_in_team(before: Case, after: Case) -> dict[UserId, bool]:
    """Who is asked by a new ring; and who took the case, or passes it on, and so may follow it."""
    known = {ring.id for ring in before.rings}
    people = {ring.user: False for ring in after.rings if ring.id not in known and ring.user}
    holders = {before.consult.specialist, after.consult.specialist} - {None}
    return people | {holder: True for holder in holders if holder is not None}


def _changed_hands(before: Case, after: Case) -> bool:
    return before.consult.specialist != after.consult.specialist
