"""What people do with consults: one method, one intent, one transaction. News of it goes out with the commit."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra import audit, idempotency, jobs
from telemed.infra.db import Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId, FacilityId, RingId
from telemed.kernel.rights import Right, Sees
from telemed.kernel.values import Label, Urgency
from telemed.schedules import NoHospital
from telemed.sessions import (
    changes,
    gate,
    labels,
    masking,
    policy,
    staleness,
    store,
    wire,
)
from telemed.sessions.asked import Asked
from telemed.sessions.case import Case
from telemed.sessions.events import ConsultChanged, ConsultDrafted
from telemed.sessions.keeper import CASE_JOB
from telemed.sessions.model import (
    TAKEN,
    Answer,
    Consult,
    PracticeHasNone,
    RingState,
    State,
    WrongState,
)
from telemed.sessions.phone_advice import then


class Consults(Asked):
    # -- the station -----------------------------------------------------------------------------------------------

    async def create(self, actor: Actor, consult_id: ConsultId, new: wire.NewConsult) -> wire.ConsultSummary:
        """A draft, or with `send` a request that rings before this returns. Sent again: the same answer.

        Raises:
            OtherBody: the id was used for something else.
            NoHospital: the station has no hospital today.
        """
        now = self._clock.now()
        station = FacilityId(new.station_id)
        async with self._db.transaction(actor) as tx:
            policy.require_request(actor, station, send=new.send)
            policy.require_unlocked(actor, but=new.send and new.urgency is Urgency.STAT and not new.practice)
            if new.practice and new.patient_id is not None:
                raise PracticeHasNone(pointer="/body/patient_id")
            if not await idempotency.first_time(tx, consult_id, consult_id, new, now):
                return await self._summary(tx, await store.get(tx, consult_id))
            hospital = await self._schedules.assigned_hospital(tx, station, now)
            if hospital is None:
                raise NoHospital(pointer="/body/station_id")
            patient = await self._own_patient(tx, new.patient_id)
            code = await self._next_code(tx, station, practice=new.practice)
            signs = [changes.signs(one, actor.id) for one in new.vitals]
            draft = Consult(
                id=consult_id,
                code=code,
                station=station,
                hospital=hospital,
                requester=actor.id,
                urgency=new.urgency,
                specialty=new.specialty,
                answer=new.answer,
                request=changes.request(new.request),
                created_at=now,
                patient=patient,
                labels=frozenset(new.labels),
                practice=new.practice,
                rotation=await self._schedules.rotation_of(tx, actor.id, station, now),
                without=new.without,
            )
            draft = await self._coded(tx, draft)
            for one in signs:
                draft = staleness.measured(draft, one.taken_at, now)
            await store.add(tx, draft)
            for one in signs:
                await store.add_vitals(tx, consult_id, one)
            await audit.record(tx, "create", "consult", consult_id, consult=consult_id)
            asked, said = await self._say(tx, actor, draft, changes.words_of(new), signs, now)
            facts: list[Event] = [ConsultDrafted(consult_id, then(new.written_at, now)), *said]
            case = Case(asked, (), await self._timers_for(tx, draft))
            if new.send:
                case, unasked = await self._go_unasked(tx, await self._on_its_ladder(tx, case), now)
                case, sent = case.send(now, await self._roster(tx, case), gate.lacking(case.consult.request, signs))
                facts += [*unasked, *sent]
            return await self._keep(tx, Case(draft, (), case.timers), case, facts)

    async def _next_code(self, tx: Tx, station: FacilityId, *, practice: bool) -> str:
        prefix = (await identity.facility(tx, station)).prefix
        if practice:
            return f"TH-{prefix}-{await store.next_practice_number(tx, station):04d}"
        return f"{prefix}-{await store.next_number(tx, station):04d}"

    async def send(self, actor: Actor, consult_id: ConsultId) -> wire.ConsultSummary:
        """Draft, or returned and completed: rings. Sending what is already waiting changes nothing."""
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_station(actor, case.consult)
            policy.require_unlocked(actor, but=case.consult.urgency is Urgency.STAT and not case.consult.practice)
            if case.consult.state is State.WAITING:
                return await self._summary(tx, case.consult)
            now = self._clock.now()
            await audit.record(tx, "send", "consult", consult_id, consult=consult_id)
            asked, unasked = await self._go_unasked(tx, case, now)
            if case.consult.state is State.DRAFT:
                asked = await self._on_its_ladder(tx, asked)
            signs = (await store.vitals(tx, [consult_id]))[consult_id]
            rung, sent = asked.send(now, await self._roster(tx, asked), gate.lacking(asked.consult.request, signs))
            return await self._keep(tx, case, rung, [*unasked, *sent])

    async def change(
        self, actor: Actor, consult_id: ConsultId, change_id: ChangeId, change: wire.ConsultChange
    ) -> wire.ConsultSummary:
        """Merge some fields; see `ConsultChange`.

        Raises:
            Stale: a field changed since the version the screen saw; nothing of this command is taken.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            if not changes.only_labels(change):
                policy.require_change(actor, case.consult)
            elif change.labels is not None:
                labels.require_labels(actor, case.consult, frozenset(change.labels))
            if not await idempotency.first_time(tx, change_id, consult_id, change, now):
                return await self._summary(tx, case.consult)
            fields = changes.merge(case.consult, change)
            if "labels" in fields:
                await self._label(tx, actor, case.consult, frozenset(change.labels or ()))
            _require_changeable(case.consult, change, fields)
            if change.patient_id is not None and case.consult.practice:
                raise PracticeHasNone(pointer="/body/patient_id")
            if change.patient_id is not None:
                await self._own_patient(tx, change.patient_id)
            facts: list[Event] = []
            names = set(fields)
            if change.vitals:
                await store.add_vitals(tx, consult_id, changes.signs(change.vitals, actor.id))
                names.add("vitals")
            consult = changes.with_fields(case.consult, fields, names)
            if change.vitals:
                consult = staleness.measured(consult, change.vitals.taken_at, now)
            changed = replace(case, consult=await self._coded(tx, consult, "icd_code" in fields))
            if change.consent:
                measured = (await store.vitals(tx, [consult_id]))[consult_id]
                asked, said = await self._say(tx, actor, changed.consult, changes.words_of(change), measured, now)
                changed = replace(changed, consult=asked)
                facts += said
            if names:
                facts.append(ConsultChanged(consult_id, tuple(sorted(names))))
            await audit.record(tx, "change", "consult", consult_id, consult=consult_id)
            if change.urgency and change.urgency is not case.consult.urgency:
                policy.require_station(actor, case.consult)
                changed, raised = changed.raise_urgency(change.urgency, now, await self._roster(tx, changed))
                if changed.consult.state is State.WAITING:
                    changed, unasked = await self._go_unasked(tx, changed, now)
                    raised = [*unasked, *raised]
                facts += raised
            return await self._keep(tx, case, changed, facts)

    async def _label(self, tx: Tx, actor: Actor, consult: Consult, wanted: frozenset[Label]) -> None:
        """Who may, and what was said of the protection of this case: kept, above all when it ends."""
        labels.require_labels(actor, consult, wanted)
        for action, names in (("label", wanted - consult.labels), ("unlabel", consult.labels - wanted)):
            if names:
                await audit.record(tx, action, "consult", consult.id, consult=consult.id)

    async def cancel(self, actor: Actor, consult_id: ConsultId, reason: str) -> wire.ConsultSummary:
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_station(actor, case.consult)
            await audit.record(tx, "cancel", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.cancel(actor.id, reason, self._clock.now()))

    async def end_practice(self, actor: Actor, consult_id: ConsultId) -> wire.ConsultSummary:
        """“Kết thúc thực hành”, by either side."""
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_side(actor, case.consult)
            if policy.may_answer(actor, case.consult):
                await store.add_to_team(tx, consult_id, {actor.id: True})  # they may look back at it
            await audit.record(tx, "end_practice", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.end_practice(actor.id, self._clock.now()))

    async def transfer(self, actor: Actor, consult_id: ConsultId) -> wire.ConsultSummary:
        """Nobody answered: the patient goes now, in one tap."""
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_station(actor, case.consult)
            await audit.record(tx, "transfer", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.transfer(actor.id, self._clock.now()))

    # -- the hospital ----------------------------------------------------------------------------------------------

    async def accept(self, actor: Actor, consult_id: ConsultId, answer: Answer | None = None) -> wire.ConsultSummary:
        """First claim wins: the row is locked, of two answers one is refused with `consult.already_accepted`."""
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_answer(actor, case.consult)
            await audit.record(tx, "accept", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.accept(actor.id, self._clock.now(), answer))

    async def decline(self, actor: Actor, ring_id: RingId, why: wire.Decline) -> wire.ConsultSummary:
        """Of one's own ring. `wrong_specialty` with a specialty sends the case there at once."""
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, await store.consult_of_ring(tx, ring_id))
            ring = next((r for r in case.rings if r.id == ring_id), None)
            policy.require_ring(actor, ring.user if ring else None)
            await audit.record(tx, "decline", "ring", ring_id, consult=case.consult.id)
            if why.reason == "wrong_specialty" and why.specialty is not None:
                there = await self._elsewhere(tx, case, why.specialty)
                return await self._keep(tx, case, *case.change_specialty(why.specialty, actor.id, now, *there))
            roster = await self._roster(tx, case)
            return await self._keep(tx, case, *case.decline(ring_id, why.reason, now, roster, why.note))

    async def hand_on(self, actor: Actor, consult_id: ConsultId, why: wire.Decline) -> wire.ConsultSummary:
        """The holder passes it on: the ladder goes on from the next step, or in another specialty from its first."""
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_pass_on(actor, case.consult)
            await store.add_to_team(tx, consult_id, {actor.id: False})  # they may see where it went
            await audit.record(tx, "hand_on", "consult", consult_id, consult=consult_id)
            if why.specialty is not None and why.specialty is not case.consult.specialty:
                there = await self._elsewhere(tx, case, why.specialty)
                return await self._keep(tx, case, *case.change_specialty(why.specialty, actor.id, now, *there))
            return await self._keep(tx, case, *case.release(why.reason, now, await self._roster(tx, case)))

    async def give_back(self, actor: Actor, consult_id: ConsultId, question: str) -> wire.ConsultSummary:
        """“Cần thêm thông tin”, for anything but an emergency."""
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_pass_on(actor, case.consult)
            await audit.record(tx, "return", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.give_back(actor.id, question, self._clock.now()))

    async def schedule(self, actor: Actor, consult_id: ConsultId, command: wire.ScheduleCommand) -> wire.ConsultSummary:
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_holder(actor, case.consult)
            await audit.record(tx, "schedule", "consult", consult_id, consult=consult_id)
            return await self._keep(tx, case, *case.schedule(command.at, self._clock.now()))

    # -- reading ---------------------------------------------------------------------------------------------------

    async def detail(self, actor: Actor, consult_id: ConsultId) -> wire.ConsultDetail:
        """The whole request; who read it is kept."""
        async with self._db.transaction(actor) as tx:
            consult = await store.get(tx, consult_id)
            because = policy.require_read(actor, consult)
            await audit.record(tx, "read", "consult", consult_id, consult=consult_id, because=because)
            return await self._summaries.detail(tx, consult)

    async def open_for(self, actor: Actor) -> list[wire.ConsultSummary]:
        """Everything open that concerns this person: their station's, or their specialties' cases."""
        async with self._db.transaction(actor) as tx:
            stations = actor.where(Right.PREPARE)
            hospitals = actor.where(Right.ANSWER) | actor.seeing(Sees.QUEUE)
            found = await store.open_of_stations(tx, stations) if stations else []
            found += await store.open_of_hospitals(tx, hospitals) if hospitals else []
            found += await store.open_of_team(tx, actor.id) if actor.may_anywhere(Right.ANSWER) else []
            mine = {c.id: c for c in found if policy.may_read(actor, c)}
            return await self._summaries.of(tx, list(mine.values()))

    async def rings_for(self, actor: Actor) -> list[wire.RingCard]:
        """The actor's own open rings. No policy: nobody else's are looked for."""
        async with self._db.transaction(actor) as tx:
            return await self._summaries.ring_cards(tx, await store.open_rings_of(tx, actor.id))

    async def ring_cards(self, consult_id: ConsultId, which: Collection[RingId]) -> list[wire.RingCard]:
        """For the news of rings of one consult, as the system; without those that are over already."""
        async with self._db.transaction(Actor.system("ring news")) as tx:
            known = (await store.rings(tx, [consult_id]))[consult_id]
            ringing = [r for r in known if r.id in which and r.state is RingState.RINGING]
            return await self._summaries.ring_cards(tx, ringing)

    async def taker(self, consult_id: ConsultId) -> PersonRef | None:
        """Who has it, for those whose ring stops, as the system."""
        async with self._db.transaction(Actor.system("ring news")) as tx:
            consult = await store.get(tx, consult_id)
            if consult.specialist is None:
                return None
            return (await identity.people(tx, {consult.specialist}))[consult.specialist]

    async def summary(self, consult_id: ConsultId, *, outside: bool = False) -> wire.ConsultSummary:
        """For news, as the system. `outside`: for who treats no longer, so without a restricted case's words."""
        async with self._db.transaction(Actor.system("consult news")) as tx:
            consult = await store.get(tx, consult_id)
            if outside and consult.labels:
                consult = masking.without_content(consult)
            return await self._summary(tx, consult)

    # -- for handovers and telephone calls, inside their transaction ---------------------------------------------------

    async def locked_in(self, tx: Tx, consult_id: ConsultId) -> Case:
        return await self._locked(tx, consult_id)

    async def keep_in(self, tx: Tx, before: Case, after: Case, facts: list[Event]) -> None:
        await self._write(tx, before, after, facts)

    async def summary_in(self, tx: Tx, consult_id: ConsultId) -> wire.ConsultSummary:
        return await self._summary(tx, await store.get(tx, consult_id))

    # -- time ------------------------------------------------------------------------------------------------------

    async def tick(self, tx: Tx, consult_id: ConsultId) -> None:
        """The case's timer rang (`timers.py`)."""
        case = await self._locked(tx, consult_id)
        before = case
        now = self._clock.now()
        case, facts = case.tick(now, await self._roster(tx, case))
        await self._write(tx, before, case, facts)
        if case == before and case.due_at is not None:
            await jobs.put(tx, CASE_JOB, str(consult_id), case.due_at)  # it rang early: its time was moved

    async def taker_moved(self, tx: Tx, consult_id: ConsultId, *, present: bool) -> None:
        """The holder entered the room or is out of it (`CallRooms`)."""
        before = await self._locked(tx, consult_id)
        after = before.taker_came() if present else before.taker_left(self._clock.now())
        await self._write(tx, before, after, [])

    async def call_over(self, tx: Tx, consult_id: ConsultId) -> None:
        before = await self._locked(tx, consult_id)
        await self._write(tx, before, before.call_over(), [])


def _require_changeable(consult: Consult, change: wire.ConsultChange, fields: Mapping[str, object]) -> None:
    """Until the conclusion, all of it; after it only who the patient is (often learnt late), and the protection."""
    if consult.state in {State.DRAFT, State.WAITING, State.RETURNED, *TAKEN}:
        return
    only_who = fields.keys() <= {"patient", "subject", "labels"} and not (
        change.vitals or change.consent or change.urgency
    )
    if consult.state not in {State.CONCLUDED, State.TRANSFERRED} or not only_who:
        raise WrongState(state=consult.state)
