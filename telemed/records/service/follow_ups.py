"""Appointments after a consult, and how the patient is 7 and 30 days later."""

from dataclasses import replace
from datetime import date, timedelta

from telemed import identity
from telemed.infra import audit, idempotency, jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, FollowUpId, ReferralId, UserId, uuid7
from telemed.records import policy
from telemed.records import wire_after as wire
from telemed.records.debts import RESULT_DAYS
from telemed.records.events import FollowUpMoved, ResultRecorded
from telemed.records.follow_up import OPEN, FollowUp, FollowUpExists, FollowUpOver, FollowUpPast, Proposal, proposal
from telemed.records.model import FollowUpState
from telemed.records.referral import Referral
from telemed.records.store import after as store
from telemed.records.store import numbers
from telemed.records.store.after import Result
from telemed.schedules import Schedules
from telemed.sessions import Consult, Consults

REMIND_JOB = "follow_up_reminder"
SHOWN_FROM = timedelta(days=60)
"""How far back a list of appointments goes."""


class ResultTooEarly(FollowUpPast):
    """Nobody knows yet how the patient will be that day."""

    code = "result.too_early"


class FollowUps:
    def __init__(self, db: Database, consults: Consults, schedules: Schedules) -> None:
        self._db, self._consults, self._schedules = db, consults, schedules

    async def plan(self, actor: Actor, follow_up_id: FollowUpId, new: wire.NewFollowUp) -> wire.FollowUpView:
        """
        Raises:
            FollowUpPast: the day is over.
            FollowUpExists: the case has an open appointment that day; `id` names it.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, ConsultId(new.consult_id))
            policy.require_appoint(actor, consult)
            if await idempotency.first_time(tx, follow_up_id, consult.id, new, tx.at):
                await self._add(tx, consult, follow_up_id, new.on, new.reason, None)
            return await self._view(tx, await store.get(tx, follow_up_id))

    async def from_decision(self, tx: Tx, consult: Consult, day: date | None, reason: str) -> None:
        """The station decided that the patient comes back. A day already made, or past, adds nothing."""
        if day is not None:
            await self._quietly(tx, consult, day, reason, None)

    async def from_feedback(self, tx: Tx, consult: Consult, referral: Referral) -> None:
        """The hospital told when the patient is to be seen again."""
        told = referral.feedback
        if told is not None and told.follow_up_on is not None:
            await self._quietly(tx, consult, told.follow_up_on, told.advice[:500], referral.id)

    async def mark(
        self, actor: Actor, follow_up_id: FollowUpId, change_id: ChangeId, mark: wire.FollowUpMark
    ) -> wire.FollowUpView:
        """Came, did not come, called off. Raises what `FollowUp.mark` raises."""
        async with self._db.transaction(actor) as tx:
            _, one = await self._locked(tx, follow_up_id)
            if await idempotency.first_time(tx, change_id, follow_up_id, mark, tx.at):
                one, facts = one.mark(mark.state, mark.note, actor.id, tx.at)
                await self._keep(tx, "mark", one, facts)
                await jobs.cancel(tx, REMIND_JOB, str(one.id))
            return await self._view(tx, one)

    async def move(
        self, actor: Actor, follow_up_id: FollowUpId, new_id: FollowUpId, to: wire.FollowUpMove
    ) -> wire.FollowUpView:
        """Another day. A slip that was printed stays as it was printed, so a new appointment takes the old one's place.

        Raises:
            FollowUpOver: it was marked already.
            FollowUpPast: the new day is over.
            FollowUpExists: the case has another open appointment that day; `id` names it.
        """
        async with self._db.transaction(actor) as tx:
            consult, one = await self._locked(tx, follow_up_id)
            if await idempotency.first_time(tx, new_id, follow_up_id, to, tx.at):
                if one.state not in OPEN:
                    raise FollowUpOver(state=one.state)
                one, facts = one.mark(FollowUpState.CANCELLED, to.note, actor.id, tx.at)
                await self._keep(tx, "cancel", one, facts)
                await jobs.cancel(tx, REMIND_JOB, str(one.id))
                await self._add(tx, consult, new_id, to.on, to.reason or one.reason, one.referral)
            return await self._view(tx, await store.get(tx, new_id))

    async def proposal(self, actor: Actor, consult_id: ConsultId, day: date) -> wire.ProposalView:
        """Who would see the patient that day, as things stand now; nothing is kept."""
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            policy.require_appoint(actor, consult)
            found = await self._propose(tx, consult, day)
            names = await identity.people(tx, {found.person} if found.person else set())
            hospital = (await identity.facilities(tx, {consult.answers_from}))[consult.answers_from]
            return wire.ProposalView(
                on=day,
                hospital=hospital,
                proposed=found.why,
                person=names[found.person] if found.person else None,
                specialty=found.specialty,
            )

    async def remind(self, tx: Tx, follow_up_id: FollowUpId) -> None:
        """The day is near (`timers.py`): the station's people are told, and the roster is asked again."""
        try:
            seen = await store.get(tx, follow_up_id)
        except Missing:
            return
        consult = await self._consults.lock(tx, seen.consult)
        one = await store.lock(tx, follow_up_id)
        one, facts = one.remind(await self._propose(tx, consult, one.on), tx.at)
        await self._keep(tx, "remind", one, facts)

    async def upcoming(self, actor: Actor) -> wire.FollowUpList:
        """Of the actor's stations, and those a hospital's doctors are proposed for, from 60 days ago on."""
        async with self._db.transaction(actor) as tx:
            places = actor.facilities(STATION) | actor.facilities(HOSPITAL)
            since = tx.at.astimezone(LOCAL).date() - SHOWN_FROM
            found = await store.of_places(tx, places, since)
            return wire.FollowUpList(follow_ups=[await self._view(tx, one) for one in found])

    async def of_consult(self, actor: Actor, consult_id: ConsultId) -> wire.FollowUpList:
        async with self._db.transaction(actor) as tx:
            policy.require_read_after(actor, await self._consults.get(tx, consult_id))
            found = await store.of_consult(tx, consult_id)
            return wire.FollowUpList(follow_ups=[await self._view(tx, one) for one in found])

    # -- results ---------------------------------------------------------------------------------------------------

    async def record(self, actor: Actor, consult_id: ConsultId, day: int, new: wire.NewResult) -> wire.Results:
        """
        Raises:
            ResultTooEarly: the consult has no conclusion, or the day has not come.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, consult_id)
            policy.require_result(actor, consult.station)
            if consult.concluded_at is None or tx.at < consult.concluded_at + timedelta(days=day):
                raise ResultTooEarly(day=day)
            await store.put_result(tx, Result(consult_id, day, new.condition, new.note, actor.id, tx.at))
            await audit.record(tx, "record", "result", None, consult=consult_id)
            await outbox.publish(tx, ResultRecorded(consult_id, day, actor.id), tx.at)
            return await self._results(tx, consult)

    async def results(self, actor: Actor, consult_id: ConsultId) -> wire.Results:
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            policy.require_read_after(actor, consult)
            await audit.record(tx, "read", "result", None, consult=consult_id)
            return await self._results(tx, consult)

    async def _results(self, tx: Tx, consult: Consult) -> wire.Results:
        if consult.concluded_at is None:
            return wire.Results(results=[])
        told = {one.day: one for one in await store.results_of(tx, consult.id)}
        names = await identity.people(tx, {one.by for one in told.values()})
        views: list[wire.ResultView] = []
        for day in RESULT_DAYS:
            one = told.get(day)
            views.append(
                wire.ResultView(
                    day=day,
                    due_on=(consult.concluded_at + timedelta(days=day)).astimezone(LOCAL).date(),
                    condition=one.condition if one else None,
                    note=one.note if one else "",
                    recorded_by=names[one.by] if one else None,
                    recorded_at=one.at if one else None,
                )
            )
        return wire.Results(results=views)

    # -- within ----------------------------------------------------------------------------------------------------

    async def _locked(self, tx: Tx, follow_up_id: FollowUpId) -> tuple[Consult, FollowUp]:
        """The consult's row first, as everywhere; for who may change it."""
        consult = await self._consults.lock(tx, (await store.get(tx, follow_up_id)).consult)
        policy.require_appoint(tx.actor, consult)
        return consult, await store.lock(tx, follow_up_id)

    async def _quietly(self, tx: Tx, consult: Consult, day: date, reason: str, referral: ReferralId | None) -> None:
        try:
            await self._add(tx, consult, FollowUpId(uuid7()), day, reason, referral)
        except (FollowUpExists, FollowUpPast):
            return

    async def _add(  # noqa: PLR0917 - the parts of one appointment
        self, tx: Tx, consult: Consult, new_id: FollowUpId, day: date, reason: str, referral: ReferralId | None
    ) -> None:
        today = tx.at.astimezone(LOCAL).date()
        if day < today:
            raise FollowUpPast(pointer="/body/on")
        if (other := await store.on_day(tx, consult.id, day)) is not None:
            raise FollowUpExists(id=str(other))
        number = await numbers.next_number(tx, consult.station, f"follow-up-{today.year}")
        one = FollowUp(
            id=new_id,
            consult=consult.id,
            referral=referral,
            patient=consult.patient,
            station=consult.station,
            hospital=consult.answers_from,
            on=day,
            reason=reason,
            proposed=await self._propose(tx, consult, day),
            number=f"{number}/PHKL",
            created_by=tx.actor.id,
            created_at=tx.at,
        )
        await store.add(tx, one)
        await self._told(tx, "create", one, [one.planned()])
        await jobs.put(tx, REMIND_JOB, str(one.id), one.remind_at)

    async def _propose(self, tx: Tx, consult: Consult, day: date) -> Proposal:
        hospital = consult.answers_from
        duties = await self._schedules.duty_of_day(tx, hospital, day) if hospital else []
        return proposal(duties, consult.specialist, consult.specialty)

    async def _keep(self, tx: Tx, action: str, one: FollowUp, facts: list[FollowUpMoved]) -> None:
        if facts:
            await store.save(tx, one)
        await self._told(tx, action, one, facts)

    async def _told(self, tx: Tx, action: str, one: FollowUp, facts: list[FollowUpMoved]) -> None:
        """Of a reminder the station's people are told; of the rest who made it knows."""
        for fact in facts:
            people = await self._people(tx, one) if one.state is FollowUpState.REMINDED else ()
            await outbox.publish(tx, replace(fact, people=people), tx.at)
        if not tx.actor.is_system:
            await audit.record(tx, action, "follow_up", one.id, consult=one.consult)

    async def _people(self, tx: Tx, one: FollowUp) -> tuple[UserId, ...]:
        at = await identity.holders(tx, one.station, STATION, None, tx.at)
        return tuple(dict.fromkeys((one.created_by, *at)))

    async def _view(self, tx: Tx, one: FollowUp) -> wire.FollowUpView:
        consult = await self._case(tx, one.consult)
        named = (one.proposed.person, one.created_by, one.marked_by)
        names = await identity.people(tx, {person for person in named if person})
        places = await identity.facilities(tx, {place for place in (one.station, one.hospital) if place})
        return wire.FollowUpView(
            id=one.id,
            consult_id=one.consult,
            consult_code=consult.code if consult else "",
            referral_id=one.referral,
            patient_id=one.patient,
            station=places[one.station],
            hospital=places[one.hospital] if one.hospital else None,
            on=one.on,
            reason=one.reason,
            number=one.number,
            proposed=one.proposed.why,
            person=names[one.proposed.person] if one.proposed.person else None,
            specialty=one.proposed.specialty,
            state=one.state,
            note=one.note,
            version=one.version,
            created_by=names[one.created_by],
            created_at=one.created_at,
            reminded_at=one.reminded_at,
            marked_by=names[one.marked_by] if one.marked_by else None,
            marked_at=one.marked_at,
            may_change=one.state in OPEN and consult is not None and policy.may_appoint(tx.actor, consult),
        )

    async def _case(self, tx: Tx, consult: ConsultId) -> Consult | None:
        """None behind the wall: a doctor who is proposed for a day knows the day, not the case."""
        try:
            return await self._consults.get(tx, consult)
        except Missing:
            return None
