"""What people do when a shift ends in mid-case: offer it in words, take it in words. One method, one transaction."""

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import HOSPITAL, Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import ConsultId, FacilityId, HandoverId, UserId
from telemed.schedules import Schedules, Shift
from telemed.sessions import policy, store, store_calls, store_handovers, wire
from telemed.sessions import wire_handovers as words
from telemed.sessions.calls import CallState
from telemed.sessions.case import Case
from telemed.sessions.handovers import CannotRelieve, Handover
from telemed.sessions.model import TAKEN, Consult, OwnCase, WrongState
from telemed.sessions.service import Consults


class Handovers:
    def __init__(self, db: Database, clock: Clock, schedules: Schedules, consults: Consults) -> None:
        self._db, self._clock, self._schedules, self._consults = db, clock, schedules, consults

    async def reliefs(self, actor: Actor, consult_id: ConsultId) -> words.ReliefList:
        """Whom the holder could ask: the relief of their shift, then who else is on duty for it now."""
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            consult = await store.get(tx, consult_id)
            policy.require_holder(actor, consult)
            own = await self._schedules.own_shift(tx, actor.id, now)
            relief = await self._schedules.relief(tx, own) if own else None
            duty = await self._schedules.on_duty(tx, consult.answers_from, now)
            here = [d for d in duty if d.specialty in {consult.specialty, None} and d.person != actor.id]
            people = await identity.people(tx, {d.person for d in here} | ({relief.person} if relief else set()))
            found: dict[UserId, words.Relief] = {}
            if relief and relief.person != actor.id:
                found[relief.person] = words.Relief(
                    person=people[relief.person],
                    starts_at=relief.starts_at,
                    ends_at=relief.ends_at,
                    takes_over=True,
                    confirmed=relief.confirmed_at is not None,
                )
            for d in here:
                now_on_duty = words.Relief(
                    person=people[d.person],
                    starts_at=d.starts_at,
                    ends_at=d.ends_at,
                    takes_over=False,
                    confirmed=d.confirmed,
                )
                found.setdefault(d.person, now_on_duty)
            return words.ReliefList(my_shift_ends_at=own.ends_at if own else None, people=list(found.values()))

    async def offer(self, actor: Actor, handover_id: HandoverId, new: words.NewHandover) -> wire.ConsultSummary:
        """It stays the holder's until the other says yes; from now on the other may open it.

        Raises:
            CannotRelieve: no clinician of the hospital that answers.
            HandoverOpen: somebody else is asked already.
        """
        consult_id, to = ConsultId(new.consult_id), UserId(new.to_id)
        async with self._db.transaction(actor) as tx:
            consult = await store.lock(tx, consult_id)
            policy.require_holder(actor, consult)
            if await idempotency.first_time(tx, handover_id, consult_id, new, tx.at):
                if consult.state not in TAKEN:
                    raise WrongState(state=consult.state)
                await self._require_relief(tx, consult, to)
                own = await self._schedules.own_shift(tx, actor.id, tx.at)
                theirs = await self._their_shift(tx, own, to)
                made = Handover(
                    handover_id,
                    consult_id,
                    actor.id,
                    to,
                    new.words,
                    tx.at,
                    own.id if own else None,
                    theirs.id if theirs else None,
                )
                await store_handovers.add(tx, made)
                await store.add_to_team(tx, consult_id, {to: False})
                await outbox.publish(tx, made.offered, tx.at)
                await audit.record(tx, "handover.offer", "handover", handover_id, consult=consult_id)
            return await self._consults.summary_in(tx, consult_id)

    async def take(self, actor: Actor, handover_id: HandoverId, said: str) -> wire.ConsultSummary:
        """The case is theirs from now on.

        Raises:
            HandoverOver: it was withdrawn, or the case left its holder's hands meanwhile.
        """
        async with self._db.transaction(actor) as tx:
            case, one = await self._locked(tx, handover_id)
            policy.require_relief(actor, one.to)
            taken, facts = one.take(said, tx.at)
            if facts:
                consult = case.consult
                awaited = await self._awaited(tx, consult.id, actor.id)
                there = await self._hospital_of(tx, consult, actor.id) or consult.answers_from
                after, changed = case.hand_over(actor.id, there, tx.at, awaited=awaited)
                await store_handovers.save(tx, taken)  # before the case: an offer that is open would be taken back
                await audit.record(tx, "handover.take", "handover", handover_id, consult=consult.id)
                await self._consults.keep_in(tx, case, after, [*facts, *changed])
            return await self._consults.summary_in(tx, one.consult)

    async def refuse(self, actor: Actor, handover_id: HandoverId, said: str) -> wire.ConsultSummary:
        """Not me: the case stays where it is."""
        async with self._db.transaction(actor) as tx:
            _, one = await self._locked(tx, handover_id)
            policy.require_relief(actor, one.to)
            refused, facts = one.refuse(said, tx.at)
            if facts:
                await store_handovers.save(tx, refused)
                await outbox.publish_all(tx, facts, tx.at)
                await audit.record(tx, "handover.refuse", "handover", handover_id, consult=one.consult)
            return await self._consults.summary_in(tx, one.consult)

    async def withdraw(self, actor: Actor, handover_id: HandoverId) -> wire.ConsultSummary:
        """Who offered it keeps it."""
        async with self._db.transaction(actor) as tx:
            _, one = await self._locked(tx, handover_id)
            policy.require_relief(actor, one.giver)
            withdrawn, facts = one.withdraw(tx.at)
            if facts:
                await store_handovers.save(tx, withdrawn)
                await outbox.publish_all(tx, facts, tx.at)
                await audit.record(tx, "handover.withdraw", "handover", handover_id, consult=one.consult)
            return await self._consults.summary_in(tx, one.consult)

    # -- within ----------------------------------------------------------------------------------------------------

    async def _locked(self, tx: Tx, handover_id: HandoverId) -> tuple[Case, Handover]:
        """The consult's row first, as everywhere; then the handover as it is under that lock."""
        known = await store_handovers.get(tx, handover_id)
        case = await self._consults.locked_in(tx, known.consult)
        return case, await store_handovers.get(tx, handover_id)

    async def _require_relief(self, tx: Tx, consult: Consult, to: UserId) -> None:
        if to == consult.requester:
            raise OwnCase(pointer="/body/to_id")
        if to == consult.specialist or await self._hospital_of(tx, consult, to) is None:
            raise CannotRelieve(pointer="/body/to_id")

    async def _hospital_of(self, tx: Tx, consult: Consult, person: UserId) -> FacilityId | None:
        """Where they answer: at the hospital that has the case now, or at the one that was asked."""
        for hospital in (consult.answers_from, consult.hospital):
            if person in await identity.holders(tx, hospital, HOSPITAL, None, tx.at):
                return hospital
        return None

    async def _their_shift(self, tx: Tx, own: Shift | None, to: UserId) -> Shift | None:
        """Why it is they: the shift that relieves the holder's, or the one they work now."""
        relief = await self._schedules.relief(tx, own) if own else None
        if relief and relief.person == to:
            return relief
        return await self._schedules.own_shift(tx, to, tx.at)

    async def _awaited(self, tx: Tx, consult_id: ConsultId, who: UserId) -> bool:
        """Whether a room is open and they are not in it."""
        open_calls = [
            call
            for call in (await store_calls.calls(tx, [consult_id]))[consult_id]
            if call.state is not CallState.ENDED
        ]
        return bool(open_calls) and not any(p.user == who and p.linked for p in open_calls[-1].participants)
