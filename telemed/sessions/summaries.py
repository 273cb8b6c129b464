"""How consults look to screens: many at a time, each part read once. No patient's name is among the parts."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra.db import Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.kernel.values import Urgency
from telemed.schedules import Phone, Schedules
from telemed.sessions import (
    allergies,
    consents,
    deliveries,
    gate,
    masking,
    phoned,
    policy,
    staleness,
    store,
    store_calls,
    store_handovers,
    store_ladders,
    store_safety,
    wire,
    wire_safety,
)
from telemed.sessions import wire_handovers as words
from telemed.sessions.calls import Call
from telemed.sessions.handovers import Handover
from telemed.sessions.identifiers import IdentityCheck, last_words
from telemed.sessions.ladder_views import LadderView
from telemed.sessions.ladders import Near, built_in
from telemed.sessions.model import Consent, Consult, Ring, State, Timers
from telemed.sessions.vitals import Alert, VitalSigns, alerts


class Summaries:
    def __init__(self, schedules: Schedules, timers: Timers, clock: Clock) -> None:
        self._schedules, self._timers, self._clock = schedules, timers, clock

    async def of(self, tx: Tx, consults: Sequence[Consult]) -> list[wire.ConsultSummary]:
        """Most urgent first, then who waits longest. Of a restricted case, words only for who treats."""
        hidden = {c.id for c in consults if masking.is_masked(tx.actor, c)}
        said = await store.consents(tx, [c.id for c in consults if c.id not in hidden])
        consults = [masking.without_content(c) if c.id in hidden else c for c in consults]
        ids = [c.id for c in consults]
        rings = await store.rings(tx, ids)
        rings |= {one: masking.without_words(rings[one]) for one in hidden}
        calls = await store_calls.calls(tx, ids)
        vitals = await store.vitals(tx, ids)
        offers = await store_handovers.last(tx, ids)
        people = await identity.people(tx, _people(consults, calls, offers.values()))
        facilities = await identity.facilities(tx, _facilities(consults, calls))
        ladder = await self._parts(tx, consults, rings)
        phones = {h: await self._schedules.phones(tx, h) for h in {c.hospital for c in consults}}
        checks = await store_safety.checks(tx, ids)
        people |= await identity.people(tx, {one.person for own in checks.values() for one in own} - people.keys())
        cannot_bear = await allergies.of(tx, consults)
        found = [
            self._one(c, ladder(c), calls[c.id], vitals[c.id], people, facilities, phones[c.hospital]).model_copy(
                update={
                    "consents": _lines(said.get(c.id, ())),
                    "masked": c.id in hidden,
                    "handover": _handover(tx.actor, c, offers.get(c.id), people),
                    "allergy": cannot_bear[c.id],
                    "call": _call(calls[c.id][-1], people, facilities, checks[c.id]) if calls[c.id] else None,
                }
            )
            for c in consults
        ]
        return sorted(found, key=_rank)

    def _one(  # noqa: PLR0917 - the parts of one summary
        self,
        c: Consult,
        ladder: LadderView,
        calls: Sequence[Call],
        vitals: Sequence[VitalSigns],
        people: dict[UserId, PersonRef],
        facilities: dict[FacilityId, FacilityRef],
        phones: list[Phone],
    ) -> wire.ConsultSummary:
        return wire.ConsultSummary(
            id=c.id,
            code=c.code,
            version=c.version,
            request_version=max(c.field_versions.values(), default=1),
            state=c.state,
            urgency=c.urgency,
            specialty=c.specialty,
            answer=c.answer,
            case_type=c.request.case_type,
            station=facilities[c.station],
            hospital=facilities[c.hospital],
            requester=people[c.requester],
            specialist=people[c.specialist] if c.specialist else None,
            patient_id=c.patient,
            subject=_subject(c),
            reason=c.request.reason,
            question=c.request.question,
            created_at=c.created_at,
            sent_at=c.sent_at,
            accepted_at=c.accepted_at,
            answer_due_at=c.answer_due_at,
            returned_question=c.returned_question if c.state is State.RETURNED else None,
            scheduled_at=c.scheduled_at,
            concluded_at=c.concluded_at,
            closed_at=c.closed_at,
            ladder=ladder.ladder(),
            call=None,
            alerts=[_alert(a) for a in latest_alerts(c, vitals)],
            phones=phones,
            sharing=c.sharing,
            consents=[],
            labels=sorted(c.labels),
            masked=False,
            practice=c.practice,
            answering=facilities[c.answering] if c.answering else None,
            handover=None,
            allergy=allergies.line(c),
            vitals_at=c.vitals_at,
            vitals_asked=staleness.is_asking(c),
            red_flags=list(gate.red_flags(c.request, vitals)),
        )

    async def _parts(
        self, tx: Tx, consults: Sequence[Consult], rings: Mapping[ConsultId, Sequence[Ring]]
    ) -> Callable[[Consult], LadderView]:
        """What the ladders of these consults name, read once for all of them."""
        plans = await store_ladders.plans(tx, {c.ladder for c in consults if c.ladder})
        ladders = {c.id: plans[c.ladder] if c.ladder else built_in(self._timers) for c in consults}
        seconds = {
            c.station: await self._schedules.assigned_hospital(tx, c.station, rank=2)
            for c in consults
            if c.state is State.WAITING and any(s.place is Near.SECOND for s in ladders[c.id].steps)
        }
        named = {s.place for plan in ladders.values() for s in plan.steps if not isinstance(s.place, Near)}
        named |= {r.hospital for own in rings.values() for r in own if r.hospital} | {h for h in seconds.values() if h}
        people = await identity.people(tx, {r.user for own in rings.values() for r in own if r.user})
        facilities = await identity.facilities(tx, named)
        sent = await deliveries.of(tx, [r.id for own in rings.values() for r in own if r.user])

        def view(c: Consult) -> LadderView:
            second = seconds.get(c.station)
            return LadderView(c, rings[c.id], ladders[c.id], second, self._timers, people, facilities, sent)

        return view

    async def detail(self, tx: Tx, c: Consult) -> wire.ConsultDetail:
        (summary,) = await self.of(tx, [c])
        c = masking.seen_by(tx.actor, c)
        vitals = (await store.vitals(tx, [c.id]))[c.id]
        said = [] if summary.masked else (await store.consents(tx, [c.id]))[c.id]
        earlier = await store.earlier_of_patient(tx, c.patient, c.id) if c.patient else []
        told = tx.actor.is_system or policy.treats(tx.actor, c) is not None
        notes, advices = await phoned.halves(tx, c.id) if told else ([], [])
        people = await identity.people(tx, {v.taken_by for v in vitals} | {s.recorded_by for s in said})
        return wire.ConsultDetail(
            summary=summary,
            request=wire.RequestFields(
                **{
                    name: getattr(c.request, name)
                    for name in wire.RequestFields.model_fields
                    if name not in {"subject", "template"}
                },
                subject=_subject(c),
                template=wire_safety.TemplateRef(id=asked.id, version=asked.version)
                if (asked := c.request.template)
                else None,
            ),
            vitals=[
                wire.VitalsView(
                    **{name: getattr(v, name) for name in wire.Vitals.model_fields},
                    taken_by=people[v.taken_by],
                    alerts=[_alert(a) for a in alerts(v, c.request.subject.age_months, bool(c.request.pregnant))],
                )
                for v in vitals
            ],
            consents=[_consent(s, people) for s in said],
            phone_notes=notes,
            phone_advices=advices,
            cancel_reason=c.cancel_reason,
            lacking=list(gate.lacking(c.request, vitals)),
            without=c.without,
            lacked=list(c.lacked),
            icd_list=c.icd_list,
            previous=await self.of(tx, earlier),
        )

    async def ring_cards(self, tx: Tx, rings: Sequence[Ring]) -> list[wire.RingCard]:
        consults = {c.id: c for c in [await store.get(tx, i) for i in {r.consult for r in rings}]}
        summaries = {s.id: s for s in await self.of(tx, list(consults.values()))}
        own = await store.rings(tx, list(consults))
        ladder = await self._parts(tx, list(consults.values()), own)
        busy = await store.in_call(tx, {r.user for r in rings if r.user}, practice=True)
        return [
            wire.RingCard(
                ring_id=r.id,
                consult=summaries[r.consult],
                why=r.why,
                step=r.step,
                started_at=r.started_at,
                deadline_at=r.deadline_at,
                silent=consults[ConsultId(r.consult)].urgency is Urgency.ROUTINE,
                in_call=r.user in busy,
                after_me=ladder(consults[ConsultId(r.consult)]).ahead(r),
            )
            for r in rings
            if r.why and r.deadline_at
        ]


async def masked(tx: Tx, ids: Sequence[ConsultId]) -> frozenset[ConsultId]:
    """Of these, what the one who asks may know no word of: for reports, which read many rows by themselves."""
    found = [await store.get(tx, one) for one in ids]
    return frozenset(c.id for c in found if masking.is_masked(tx.actor, c))


def _lines(said: Sequence[Consent]) -> list[wire.ConsentLine]:
    return [
        wire.ConsentLine(purpose=s.purpose, decision=s.decision, ground=s.ground, at=s.recorded_at)
        for s in consents.latest(said).values()
    ]


def _consent(said: Consent, people: dict[UserId, PersonRef]) -> wire.ConsentView:
    return wire.ConsentView(
        **{name: getattr(said, name) for name in wire.ConsentWord.model_fields},
        at=said.recorded_at,
        recorded_by=people[said.recorded_by],
        text_sha256=said.text_sha256.hex() if said.text_sha256 else None,
    )


def latest_alerts(c: Consult, vitals: Sequence[VitalSigns]) -> tuple[Alert, ...]:
    """Of the newest value of each item: a set that measures one thing does not silence the others."""
    newest: dict[str, Alert | None] = {}
    for signs in vitals:
        found = {a.item: a for a in alerts(signs, c.request.subject.age_months, bool(c.request.pregnant))}
        for item in wire.Vitals.model_fields:
            if item not in {"id", "taken_at", "on_oxygen"} and getattr(signs, item) is not None:
                newest[item] = found.get(item)
    return tuple(a for a in newest.values() if a is not None)


def _rank(s: wire.ConsultSummary) -> tuple[int, float]:
    order = {Urgency.STAT: 0, Urgency.URGENT: 1, Urgency.ROUTINE: 2}
    return order[s.urgency], (s.sent_at or s.created_at).timestamp()


def _people(
    consults: Sequence[Consult], calls: Mapping[ConsultId, Sequence[Call]], offers: Iterable[Handover]
) -> set[UserId]:
    found = {c.requester for c in consults} | {c.specialist for c in consults if c.specialist}
    found |= {who for one in offers for who in (one.giver, one.to)}
    return found | {p.user for own in calls.values() for call in own for p in call.participants}


def _facilities(consults: Sequence[Consult], calls: Mapping[ConsultId, Sequence[Call]]) -> set[FacilityId]:
    found = {f for c in consults for f in (c.station, c.hospital, c.answers_from)}
    return found | {p.facility for own in calls.values() for call in own for p in call.participants}


def _handover(
    actor: Actor, c: Consult, one: Handover | None, people: Mapping[UserId, PersonRef]
) -> words.HandoverLine | None:
    """Its words are the case's: for who treats, and for the news that goes to nobody else."""
    if one is None:
        return None
    told = actor.is_system or policy.treats(actor, c) is not None
    return words.HandoverLine(
        id=one.id,
        giver=people[one.giver],
        to=people[one.to],
        state=one.state,
        offered_at=one.offered_at,
        answered_at=one.answered_at,
        words=one.words if told else None,
        answer_words=one.answer_words if told else None,
    )


def _call(
    call: Call,
    people: dict[UserId, PersonRef],
    facilities: dict[FacilityId, FacilityRef],
    checks: Sequence[IdentityCheck],
) -> wire.CallView:
    return wire.CallView(
        id=call.id,
        number=call.number,
        state=call.state,
        opened_at=call.opened_at,
        live_at=call.live_at,
        ended_at=call.ended_at,
        participants=[
            wire.ParticipantView(
                person=people[p.user],
                facility=facilities[p.facility],
                side=p.side,
                joined_at=p.joined_at,
                left_at=p.left_at,
                linked=p.linked,
            )
            for p in call.participants
        ],
        identity=[
            wire_safety.IdentityLine(
                side=one.side,
                person=people[one.person],
                at=one.at,
                identifiers=list(one.identifiers),
                matches=one.matches,
            )
            for one in last_words([one for one in checks if one.call == call.id])
        ],
    )


def _subject(c: Consult) -> wire.Subject:
    s = c.request.subject
    return wire.Subject(sex=s.sex, age_months=s.age_months, age_estimated=s.age_estimated)


def _alert(a: Alert) -> wire.VitalAlert:
    return wire.VitalAlert(item=a.item, level=a.level, value=a.value, low=a.low, high=a.high)
