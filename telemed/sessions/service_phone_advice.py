"""Advice by telephone while a station had no link: written down here, joined to its case when that arrives."""

from dataclasses import replace
from uuid import UUID

from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ConsultId, FacilityId
from telemed.kernel.rights import Right
from telemed.sessions import changes, policy, store, store_phone_advice
from telemed.sessions import phone_advice as model
from telemed.sessions import wire_phone_advice as wire
from telemed.sessions.case import Case
from telemed.sessions.events import PhoneAdviceGiven, PhoneAdviceJoined, PhoneCallLogged
from telemed.sessions.model import PhoneNote
from telemed.sessions.phone_advice import PhoneAdvice
from telemed.sessions.phoned import advice_views
from telemed.sessions.service import Consults
from telemed.sessions.wire import ConsultSummary, PhoneCall


class Telephone:
    def __init__(self, db: Database, consults: Consults) -> None:
        self._db, self._consults = db, consults

    async def log_call(self, actor: Actor, consult_id: ConsultId, note_id: UUID, note: PhoneCall) -> ConsultSummary:
        """The station's half. Kept without a link, it has the time of then."""
        async with self._db.transaction(actor) as tx:
            case = await self._consults.locked_in(tx, consult_id)
            policy.require_change(actor, case.consult)
            if await idempotency.first_time(tx, note_id, consult_id, note, tx.at):
                said_at = model.then(note.said_at, tx.at)
                noted = PhoneNote(note_id, said_at or tx.at, actor.id, note.number, note.spoke_with, note.advice)
                await store.add_phone_note(tx, consult_id, noted)
                await audit.record(tx, "phone", "consult", consult_id, consult=consult_id)
                await self._tell(tx, case, PhoneCallLogged(consult_id, actor.id, said_at))
            return await self._consults.summary_in(tx, consult_id)

    async def advise(self, actor: Actor, advice_id: UUID, new: wire.NewPhoneAdvice) -> wire.PhoneAdviceView:
        """Keep what was advised. Sent again: the same answer.

        Raises:
            WrongCode, NotThen, TooManyWaiting: see `phone_advice.py`.
        """
        hospital = FacilityId(new.hospital_id)
        policy.require_advise(actor, hospital)
        async with self._db.transaction(actor) as tx:
            code = model.read_code(new.code)
            if await idempotency.first_time(tx, advice_id, advice_id, new, tx.at):
                model.require_then(new.given_at, tx.at)
                if await store_phone_advice.waiting_of(tx, actor.id) >= model.MOST_WAITING:
                    raise model.TooManyWaiting(most=model.MOST_WAITING)
                made = PhoneAdvice(
                    id=advice_id,
                    code=code,
                    hospital=hospital,
                    person=actor.id,
                    caller=new.caller,
                    subject=new.subject,
                    told=new.told,
                    advice=new.advice,
                    given_at=new.given_at,
                    made_at=tx.at,
                )
                await store_phone_advice.add(tx, made)
                await audit.record(tx, "create", "phone_advice", advice_id)
                await outbox.publish(tx, PhoneAdviceGiven(None, advice_id), tx.at)
            return (await advice_views(tx, [await store_phone_advice.get(tx, advice_id)]))[0]

    async def advices(self, actor: Actor) -> wire.PhoneAdviceList:
        """One's own of the last weeks, and what waits for its case at the hospitals where one answers.

        No policy: the hospitals come from the actor's own grants, and the wall stands behind them.
        """
        async with self._db.transaction(actor) as tx:
            found = await store_phone_advice.listed(tx, actor.id, actor.where(Right.ANSWER))
            for one in found:
                if one.person != actor.id:
                    await audit.record(tx, "read", "phone_advice", one.id)
            return wire.PhoneAdviceList(advices=await advice_views(tx, found))

    # -- as facts are told, as the system ------------------------------------------------------------------------------

    async def case_came(self, tx: Tx, consult: ConsultId) -> None:
        """The station is back: what was advised meanwhile joins its case."""
        for advice in await store_phone_advice.named_by(tx, consult):
            await self._join(tx, advice, consult)

    async def advised(self, tx: Tx, advice: UUID) -> None:
        """The case may be here already: written down after the call, or the station came back first."""
        one = await store_phone_advice.get(tx, advice)
        if consult := await store_phone_advice.case_named(tx, one):
            await self._join(tx, advice, consult)

    async def _join(self, tx: Tx, advice: UUID, consult: ConsultId) -> None:
        """The consult's row first, as everywhere. Who advised may follow the case."""
        case = await self._consults.locked_in(tx, consult)
        one = await store_phone_advice.waiting(tx, advice)
        if one is None:
            return
        await store_phone_advice.join(tx, advice, consult)
        await store.add_to_team(tx, consult, {one.person: False})
        await audit.record(tx, "join", "phone_advice", advice, consult=consult)
        await self._tell(tx, case, PhoneAdviceJoined(consult, one.id, one.person, one.given_at))

    async def _tell(self, tx: Tx, case: Case, fact: Event) -> None:
        """Under a new version of the request, so that pages read it again."""
        after = replace(case, consult=changes.with_fields(case.consult, {}, {"telephone"}))
        await self._consults.keep_in(tx, case, after, [fact])
