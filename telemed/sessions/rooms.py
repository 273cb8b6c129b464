"""The calls of consults as people enter, lose and leave them: one method, one intent, one transaction."""

from dataclasses import dataclass

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra import audit, jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.sessions import findings, policy, store, store_calls, wire
from telemed.sessions.calls import Call, CallOver, CallState, Side
from telemed.sessions.incidents import IncidentKind
from telemed.sessions.keeper import CALL_JOB
from telemed.sessions.model import OPEN, Consult, State, WrongState
from telemed.sessions.service import Consults


@dataclass(frozen=True, slots=True)
class Seat:
    """A place in a call, and the name the other side sees."""

    consult: ConsultId
    side: Side
    person: PersonRef
    facility: FacilityId
    """From where they sit in it."""


class Calls:
    def __init__(self, db: Database, clock: Clock, consults: Consults) -> None:
        self._db, self._clock, self._consults = db, clock, consults

    async def open(self, actor: Actor, consult_id: ConsultId) -> wire.ConsultSummary:
        """Start a call again after one ended, while the case is open and taken."""
        async with self._db.transaction(actor) as tx:
            consult = await store.lock(tx, consult_id)
            policy.side_in_call(actor, consult)
            if consult.state not in OPEN or consult.specialist is None or consult.state is State.RETURNED:
                raise WrongState(state=consult.state)
            call = await self._consults.open_call(tx, consult_id)
            await audit.record(tx, "start", "call", call.id, consult=consult_id)
        return await self._consults.summary(consult_id)

    async def seat(self, actor: Actor, call_id: CallId) -> Seat:
        """Where this person would sit. Only reads: both ends can begin to connect while `join` is being written.

        Raises:
            Denied: neither a clinician of the station nor the doctor who took the case.
            CallOver: it has ended.
        """
        async with self._db.transaction(actor) as tx:
            consult_id = await store_calls.consult_of(tx, call_id)
            consult = await store.get(tx, consult_id)
            side = policy.side_in_call(actor, consult)
            if (await self._call(tx, consult_id, call_id)).state is CallState.ENDED:
                raise CallOver()
            person = (await identity.people(tx, {actor.id}))[actor.id]
            return Seat(consult_id, side, person, _place(consult, side))

    async def join(self, actor: Actor, call_id: CallId) -> Call:
        """Take one's seat. The holder of the case in the room is what the ladder waits for.

        Raises:
            Denied: neither a clinician of the station nor the doctor who took the case.
            CallOver: it has ended.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            consult, call = await self._locked(tx, call_id)
            side = policy.side_in_call(actor, consult)
            joined, facts = call.join(actor.id, _place(consult, side), side, now)
            await audit.record(tx, "join", "call", call_id, consult=consult.id)
            await self._keep(tx, joined, facts)
            if facts and any(p.user == actor.id for p in call.participants):
                await findings.incident(tx, joined, actor.id, IncidentKind.LINE_BACK)
            if side == "hospital":
                await self._consults.taker_moved(tx, consult.id, present=True)
            return joined

    async def drop(self, actor: Actor, call_id: CallId, *, by_choice: bool) -> None:
        """A link is gone, or “Rời phòng”. Nothing ends. Only one's own seat can be left, so no more is asked."""
        async with self._db.transaction(actor) as tx:
            consult, call = await self._locked(tx, call_id)
            policy.require_seat(actor, call)
            await self._drop(tx, consult, call, actor.id, by_choice=by_choice)

    async def end(self, actor: Actor, call_id: CallId) -> wire.ConsultSummary:
        """“Kết thúc ca”: ends it for both ends; an incomplete conclusion stays a debt. Twice changes nothing."""
        async with self._db.transaction(actor) as tx:
            consult, call = await self._locked(tx, call_id)
            policy.side_in_call(actor, consult)
            await audit.record(tx, "end", "call", call_id, consult=consult.id)
            await self._end(tx, call, actor.id)
        return await self._consults.summary(consult.id)

    async def measured(self, actor: Actor, call_id: CallId, measurement: wire.Measurement) -> None:
        """Keep one look at this person's link; only from inside the room.

        Raises:
            CallOver: what comes after the end is not of the call.
        """
        async with self._db.transaction(actor) as tx:
            await self._inside(tx, actor, call_id)
            await findings.look(tx, call_id, actor.id, self._clock.now(), measurement)

    async def incident(self, actor: Actor, call_id: CallId, kind: IncidentKind, value: str) -> None:
        """Keep what happened to this person's media; only from inside the room.

        Raises:
            CallOver: what comes after the end is not of the call.
        """
        async with self._db.transaction(actor) as tx:
            call = await self._inside(tx, actor, call_id)
            await findings.incident(tx, call, actor.id, kind, value)

    async def started(self) -> None:
        """The server is up: who was in a room when it stopped must enter again; absence is counted from now."""
        async with self._db.transaction(Actor.system("restart")) as tx:
            for call_id in await store_calls.with_someone_linked(tx):
                consult, call = await self._locked(tx, call_id)
                await findings.incident(tx, call, None, IncidentKind.SERVER_RESTARTED)
                for seat in [p for p in call.participants if p.linked]:
                    call = await self._drop(tx, consult, call, seat.user, by_choice=False, told=False)

    async def empty_too_long(self, tx: Tx, call_id: CallId) -> None:
        """The call's timer rang (`timers.py`): 15 minutes with nobody in the room."""
        _, call = await self._locked(tx, call_id)
        if call.due_at is None:
            return
        if call.due_at <= self._clock.now():
            await self._end(tx, call, None)
        else:
            await jobs.put(tx, CALL_JOB, str(call.id), call.due_at)

    async def _drop(
        self, tx: Tx, consult: Consult, call: Call, user: UserId, *, by_choice: bool, told: bool = True
    ) -> Call:
        """`told` False: it was the server that went, not this person's line."""
        left, facts = call.drop(user, self._clock.now(), by_choice=by_choice)
        await self._keep(tx, left, facts)
        if facts and told:
            kind = IncidentKind.LEFT if by_choice else IncidentKind.LINE_LOST
            await findings.incident(tx, left, user, kind)
        if facts and user == consult.specialist and call.state is not CallState.ENDED:
            await self._consults.taker_moved(tx, consult.id, present=False)
        return left

    async def _end(self, tx: Tx, call: Call, by: UserId | None) -> None:
        ended, facts = call.end(by, self._clock.now())
        await self._keep(tx, ended, facts)
        if facts:
            await self._consults.call_over(tx, call.consult)

    async def _locked(self, tx: Tx, call_id: CallId) -> tuple[Consult, Call]:
        """The consult's row first, always: calls are changed under its lock."""
        consult_id = await store_calls.consult_of(tx, call_id)
        consult = await store.lock(tx, consult_id)
        return consult, await self._call(tx, consult_id, call_id)

    async def _inside(self, tx: Tx, actor: Actor, call_id: CallId) -> Call:
        call = await self._call(tx, await store_calls.consult_of(tx, call_id), call_id)
        policy.require_seat(actor, call)
        if call.state is CallState.ENDED:
            raise CallOver()
        return call

    async def _call(self, tx: Tx, consult_id: ConsultId, call_id: CallId) -> Call:
        for call in (await store_calls.calls(tx, [consult_id]))[consult_id]:
            if call.id == call_id:
                return call
        raise Missing()

    async def _keep(self, tx: Tx, call: Call, facts: list[Event]) -> None:
        if not facts:
            return
        await store_calls.save(tx, call)
        await outbox.publish_all(tx, facts, self._clock.now())
        if call.due_at is None:
            await jobs.cancel(tx, CALL_JOB, str(call.id))
        else:
            await jobs.put(tx, CALL_JOB, str(call.id), call.due_at)


def _place(consult: Consult, side: Side) -> FacilityId:
    return consult.answers_from if side == "hospital" else consult.station
