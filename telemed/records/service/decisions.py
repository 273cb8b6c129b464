"""What the station's clinician decides on the advice: whole, never by the hospital (Law 15/2023 Art. 64), and corrected
only by a further decision with its reason."""

from uuid import UUID

from telemed import identity, sessions
from telemed.identity import PersonRef
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId
from telemed.records import masking, policy, wire
from telemed.records.decision import Decision, DecisionExists, DecisionTooEarly
from telemed.records.events import DecisionCorrected, DecisionRecorded
from telemed.records.service.closing import close_if_done
from telemed.records.service.follow_ups import FollowUps
from telemed.records.store import referrals as store
from telemed.sessions import Consults, State

DECIDABLE = frozenset({State.CONCLUDED, State.TRANSFERRED, State.CLOSED})
"""Closed too, so that who comes second hears of the first decision rather than of the state."""


class Decisions:
    def __init__(self, db: Database, consults: Consults, follow_ups: FollowUps) -> None:
        self._db, self._consults, self._follow_ups = db, consults, follow_ups

    async def record(self, actor: Actor, decision_id: UUID, new: wire.NewDecision) -> wire.DecisionView:
        """
        Raises:
            DecisionTooEarly: there is no conclusion and no transfer yet.
            DecisionIncomplete: a departure from the advice, or a correction, without its reason.
            OutcomesContradict: two outcomes cannot both hold.
            DecisionExists: the consult has one, and this does not correct it by name.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, ConsultId(new.consult_id))
            policy.require_station(actor, consult.station)
            if await idempotency.first_time(tx, decision_id, consult.id, new, tx.at):
                sessions.require_real(consult)
                if consult.state not in DECIDABLE:
                    raise DecisionTooEarly(state=consult.state)
                decision = Decision(
                    id=decision_id,
                    consult=consult.id,
                    choice=new.choice,
                    outcomes=tuple(new.outcomes),
                    decided_by=actor.id,
                    decided_at=tx.at,
                    reason=new.reason,
                    changed_items=tuple(new.changed_items),
                    changes={item: text for item, text in new.changes.items() if item in new.changed_items and text},
                    follow_up_on=new.follow_up_on,
                    died_at=new.died_at,
                    note=new.note,
                )
                before = await store.decision_on(tx, consult.id)
                if before is not None:
                    if new.corrects != before.id:
                        raise DecisionExists
                    decision = before.corrected_by(decision, new.correction_reason)
                decision.check()
                await store.add_decision(tx, decision)
                act, told = ("create", DecisionRecorded) if before is None else ("correct", DecisionCorrected)
                await audit.record(tx, act, "decision", decision_id, consult=consult.id)
                await outbox.publish(tx, told(consult.id, decision_id, new.choice, actor.id), tx.at)
                await self._follow_ups.from_decision(tx, consult, new.follow_up_on, new.note[:500])
                await close_if_done(tx, self._consults, consult)
            return await self._view(tx, consult.id)

    async def read(self, actor: Actor, consult_id: ConsultId) -> wire.DecisionView:
        """Raises Missing: none is recorded yet."""
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            policy.require_read_consult(actor, consult)
            because = sessions.because(actor, consult)
            await audit.record(tx, "read", "decision", None, consult=consult_id, because=because)
            return masking.decision(actor, consult, await self._view(tx, consult_id))

    async def _view(self, tx: Tx, consult_id: ConsultId) -> wire.DecisionView:
        kept = await store.decisions_on(tx, consult_id)
        if not kept:
            raise Missing
        names = await identity.people(tx, {one.decided_by for one in kept})
        views = [_view(one, names[one.decided_by]) for one in kept]
        return views[-1].model_copy(update={"earlier": views[:-1]})


def _view(decision: Decision, by: PersonRef) -> wire.DecisionView:
    return wire.DecisionView(
        id=decision.id,
        consult_id=decision.consult,
        choice=decision.choice,
        reason=decision.reason,
        changed_items=list(decision.changed_items),
        changes=dict(decision.changes),
        outcomes=list(decision.outcomes),
        follow_up_on=decision.follow_up_on,
        died_at=decision.died_at,
        note=decision.note,
        decided_by=by,
        decided_at=decision.decided_at,
        edition=decision.edition,
        correction_reason=decision.correction_reason,
    )
