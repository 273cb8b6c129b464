"""What patients ask about their own data: taken down, approved, refused, answered; each within its days."""

import builtins
from collections.abc import Callable, Sequence
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import PatientId
from telemed.privacy import policy, wire
from telemed.privacy.model import ANSWER_WITHIN, RequestKind, RequestState, SubjectRequest
from telemed.privacy.retention import DEFAULT_PERIODS, Periods, last_day
from telemed.privacy.store import kept
from telemed.privacy.store import requests as store
from telemed.schedules import Schedules

LOOKING = "looking up a data request's patient"


class DataRequests:
    def __init__(self, db: Database, schedules: Schedules, periods: Periods = DEFAULT_PERIODS) -> None:
        self._db, self._schedules, self._periods = db, schedules, periods

    async def file(self, actor: Actor, request_id: UUID, new: wire.NewDataRequest) -> wire.DataRequestView:
        """Raises Missing: there is no such patient. OtherBody: the id was used for something else."""
        patient = PatientId(new.patient_id)
        async with self._db.transaction(Actor.system(LOOKING)) as tx:
            station = await store.station_of(tx, patient)
        async with self._db.transaction(actor) as tx:
            policy.require_file(actor, station)
            if await idempotency.first_time(tx, request_id, patient, new, tx.at):
                due = (await self._schedules.working_time(tx)).add_days(tx.at, ANSWER_WITHIN)
                request = SubjectRequest(
                    id=request_id,
                    patient=patient,
                    station=station,
                    kind=new.kind,
                    asked_by=new.asked_by,
                    words=new.words,
                    received_at=tx.at,
                    received_by=actor.id,
                    due_on=due.astimezone(LOCAL).date(),
                )
                await store.add_request(tx, request)
                await audit.record(tx, f"file.{new.kind}", "data_request", request_id)
            request = await store.request(tx, request_id)
        return await self._view(actor, request)

    async def list(self, actor: Actor, *, done: bool) -> wire.DataRequestList:
        """Open ones by their due day; others the newest first."""
        policy.require_list(actor)
        async with self._db.transaction(actor) as tx:
            found = await store.requests(tx, done=done)
            await audit.record(tx, "read", "data_request", None)
        return wire.DataRequestList(requests=await self._views(actor, found))

    async def approve(self, actor: Actor, request_id: UUID) -> wire.DataRequestView:
        """Raises RequestClosed: it is no erasure that waits for it."""
        return await self._change(
            actor,
            request_id,
            "approve",
            lambda tx, request: policy.require_approve(actor, request.station),
            lambda tx, request: request.approve(actor.id, tx.at),
        )

    async def refuse(self, actor: Actor, request_id: UUID, reason: str) -> wire.DataRequestView:
        """Raises RequestClosed: it was answered before."""
        return await self._change(
            actor,
            request_id,
            "refuse",
            lambda tx, request: policy.require_refuse(actor, request),
            lambda tx, request: request.refuse(actor.id, reason, tx.at),
        )

    async def finish(self, actor: Actor, request_id: UUID, answer: str) -> wire.DataRequestView:
        """Raises RequestClosed: it was answered before, or is an erasure."""
        return await self._change(
            actor,
            request_id,
            "done",
            lambda tx, request: policy.require_answer(actor, request.station),
            lambda tx, request: request.finish(actor.id, answer, tx.at),
        )

    async def _change(
        self,
        actor: Actor,
        request_id: UUID,
        action: str,
        check: Callable[[Tx, SubjectRequest], None],
        step: Callable[[Tx, SubjectRequest], SubjectRequest],
    ) -> wire.DataRequestView:
        async with self._db.transaction(actor) as tx:
            before = await store.lock_request(tx, request_id)
            check(tx, before)
            after = step(tx, before)
            await store.save_request(tx, after)
            await audit.record(tx, action, "data_request", request_id)
        return await self._view(actor, after)

    async def _view(self, actor: Actor, request: SubjectRequest) -> wire.DataRequestView:
        return (await self._views(actor, [request]))[0]

    async def _views(self, actor: Actor, these: Sequence[SubjectRequest]) -> builtins.list[wire.DataRequestView]:
        """The patient's code and how long the law keeps the records: looked up as the system, the officer sees none."""
        async with self._db.transaction(Actor.system(LOOKING)) as tx:
            codes = await store.patient_codes(tx, {one.patient for one in these})
            until = {
                one.id: last_day(await kept.cases_of_patient(tx, one.patient), tx.at, self._periods)
                for one in these
                if one.kind is RequestKind.ERASURE and one.open
            }
        async with self._db.transaction(actor) as tx:
            named = {p for one in these for p in (one.received_by, one.approved_by, one.answered_by) if p}
            people = await identity.people(tx, named)
            places = await identity.facilities(tx, {one.station for one in these})
            today = tx.at.astimezone(LOCAL).date()
        return [
            wire.DataRequestView(
                id=one.id,
                patient_id=one.patient,
                patient_code=codes[one.patient],
                station=places[one.station],
                kind=one.kind,
                asked_by=one.asked_by,
                words=one.words,
                received_at=one.received_at,
                received_by=people[one.received_by],
                due_on=one.due_on,
                overdue=one.open and today > one.due_on,
                state=one.state,
                answer=one.answer,
                approved_by=people[one.approved_by] if one.approved_by else None,
                approved_at=one.approved_at,
                answered_by=people[one.answered_by] if one.answered_by else None,
                answered_at=one.answered_at,
                kept_until=until.get(one.id),
                may_answer=one.open and policy.may_answer(actor, one.station),
                may_approve=one.kind is RequestKind.ERASURE
                and one.state is RequestState.RECEIVED
                and policy.may_approve(actor, one.station),
            )
            for one in these
        ]
