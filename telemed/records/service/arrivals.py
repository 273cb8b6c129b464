"""What a hospital says of the patients sent to it: yes, elsewhere, here, not come, and what became of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.routes import ApiModel
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import ChangeId, FacilityId, ReferralId, uuid7
from telemed.kernel.rights import Right
from telemed.kernel.values import Sex
from telemed.records import policy
from telemed.records import wire_referral as wire
from telemed.records.events import Event
from telemed.records.model import ReferralState
from telemed.records.referral import OpenExists, Referral
from telemed.records.referral_way import Feedback
from telemed.records.service.follow_ups import FollowUps
from telemed.records.service.referral_views import ReferralViews, require_hospital
from telemed.records.service.told import addressed
from telemed.records.store import referrals as store
from telemed.schedules import USUAL_HALVES, Schedules
from telemed.sessions import Consults

SHOWN_AFTER = timedelta(hours=24)
"""How long a closed one still stands on the board."""
BECAUSE = "arrivals"
"""By what right a row of the board is read, in the trail: a look at the board, not at the paper."""
Step: TypeAlias = Callable[[Referral, Tx], tuple[Referral, list[Event]]]


class Arrivals:
    def __init__(self, db: Database, consults: Consults, schedules: Schedules, follow_ups: FollowUps) -> None:
        self._db, self._consults, self._schedules, self._follow_ups = db, consults, schedules, follow_ups
        self._views = ReferralViews(consults)

    async def board(self, actor: Actor) -> wire.ArrivalBoard:
        """Whom the actor's hospitals expect or have, the one longest on the way first.

        The board stands open and reads itself again with every piece of news: what is audited is that a person saw a
        patient on it in this half of the day, once (docs/decisions/0033).
        """
        policy.require_arrivals(actor)
        async with self._db.transaction(actor) as tx:
            found = await store.arrivals(tx, actor.where(Right.ANSWER), tx.at - SHOWN_AFTER)
            shift = USUAL_HALVES.since(tx.at)
            shown = [one.id for one in found]
            known = await audit.recorded(tx, "read", "referral", shown, because=BECAUSE, since=shift)
            for one in found:
                if one.id not in known:
                    await audit.record(tx, "read", "referral", one.id, consult=one.consult, because=BECAUSE)
            return wire.ArrivalBoard(arrivals=[await self._arrival(tx, one) for one in found])

    async def accept(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: wire.ReferralAccept
    ) -> wire.ReferralView:
        """Raises what `Referral.accept` raises."""
        return await self._do(
            actor, referral_id, change_id, said, "accept", lambda one, tx: one.accept(actor.id, said.note, tx.at)
        )

    async def redirect(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: wire.ReferralRedirect
    ) -> wire.ReferralView:
        """Another referral to the other place is drafted with it, linked, for the station to sign.

        Raises:
            NoHospital: that place is none.
            and what `Referral.redirect` raises.
        """
        to = FacilityId(said.to_facility_id)
        async with self._db.transaction(actor) as tx:
            await require_hospital(tx, to)
        return await self._do(
            actor,
            referral_id,
            change_id,
            said,
            "redirect",
            lambda one, tx: one.redirect(actor.id, to, said.reason, tx.at),
        )

    async def arrive(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: wire.ReferralArrival
    ) -> wire.ReferralView:
        """From now on the hospital answers for the patient. Raises what `Referral.arrive` raises."""
        return await self._do(
            actor, referral_id, change_id, said, "arrive", lambda one, tx: one.arrive(actor.id, said.note, tx.at)
        )

    async def miss(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: wire.ReferralArrival
    ) -> wire.ReferralView:
        """Raises what `Referral.miss` raises."""
        return await self._do(
            actor, referral_id, change_id, said, "miss", lambda one, tx: one.miss(actor.id, said.note, tx.at)
        )

    async def close(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: wire.ReferralFeedback
    ) -> wire.ReferralView:
        """What became of the patient, told to the station. With a day to come back, an appointment is made.

        Raises what `Referral.close` raises.
        """

        def told(one: Referral, tx: Tx) -> tuple[Referral, list[Event]]:
            return one.close(Feedback(**said.model_dump(), by=actor.id, at=tx.at))

        return await self._do(actor, referral_id, change_id, said, "close", told)

    # -- within ----------------------------------------------------------------------------------------------------

    async def _do(  # noqa: PLR0917 - one path for five words of the hospital
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, said: ApiModel, action: str, step: Step
    ) -> wire.ReferralView:
        """The hospital may not see the consult that the referral hangs on: its row is locked for it all the same."""
        async with self._db.transaction(actor) as tx:
            seen = await store.get(tx, referral_id)
            policy.require_answer_referral(actor, seen)
            if not await idempotency.first_time(tx, change_id, referral_id, said, tx.at):
                return await self._views.one(tx, seen)
            async with tx.seeing_all("arrivals"):
                consult = await self._consults.lock(tx, seen.consult)
                before = (await store.lock(tx, referral_id)).about(consult.patient)
                after, facts = step(before, tx)
                await store.save(tx, after)
                for fact in facts:
                    await outbox.publish(tx, await addressed(tx, self._schedules, fact, consult, after), tx.at)
                if after.state is ReferralState.REDIRECTED:
                    await self._go_on(tx, actor, after)
                if after.feedback and after.feedback.follow_up_on:
                    await self._follow_ups.from_feedback(tx, consult, after)
            await audit.record(tx, action, "referral", referral_id, consult=seen.consult)
            return await self._views.one(tx, after)

    async def _go_on(self, tx: Tx, actor: Actor, redirected: Referral) -> None:
        """Where the patient already has an open referral to that place, that one is it."""
        onward = redirected.onward(ReferralId(uuid7()), actor.id, tx.at)
        try:
            await store.add(tx, onward, tx.at.astimezone(LOCAL).date())
        except OpenExists:
            return
        await outbox.publish(tx, onward.drafted(), tx.at)

    async def _arrival(self, tx: Tx, referral: Referral) -> wire.Arrival:
        paper = referral.paper.patient if referral.paper else None
        async with tx.seeing_all("arrivals"):
            consult = await self._consults.get(tx, referral.consult)
        subject = consult.request.subject
        return wire.Arrival(
            referral=await self._views.one(tx, referral),
            patient_name=paper.name if paper else "",
            sex=paper.sex if paper and paper.sex is not Sex.UNKNOWN else subject.sex,
            age_months=subject.age_months if paper is None or paper.age_months is None else paper.age_months,
        )
