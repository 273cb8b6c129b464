"""A month behind the demo: what stations asked and hospitals answered, so that log and figures say something.

Nothing of it rings. What is still open are debts of some days' age, at the two demo stations one request that was
returned today and one paper that waits, and for each hospital somebody on the road.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final

from telemed.demo import people, store
from telemed.demo.after import After, go_on
from telemed.demo.boxes import Carried
from telemed.demo.lived import Lived, consult_id_at, uuid7_at
from telemed.demo.papered import Papers
from telemed.demo.past import Past
from telemed.demo.patients import invent
from telemed.demo.scenes import Ending, Plan, Way, play
from telemed.demo.templates import Template, templates
from telemed.infra import jobs
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, PatientId, UserId
from telemed.kernel.values import Role, Urgency
from telemed.records.model import FollowUpState, MinutesState
from telemed.records.patient import Patient
from telemed.records.service.follow_ups import REMIND_JOB
from telemed.records.store import after as after_store
from telemed.records.store import minutes as minutes_store
from telemed.records.store import patients as patient_store
from telemed.records.store import referrals as referral_store
from telemed.sessions import Answer, Case, CaseType, ConsentGround, Consult, RingState, VitalSigns, texts
from telemed.sessions import store as consult_store
from telemed.sessions import store_calls as call_store
from telemed.sessions.consents import with_consent
from telemed.sessions.keeper import CASE_JOB
from telemed.sessions.model import Consent, Representative, Request, Subject

SEED: Final = 2026
DAYS: Final = 30
A_DAY: Final = {1: (6, 9), 2: (5, 8), 3: (5, 8), 4: (5, 8), 5: (5, 8), 6: (4, 6), 7: (3, 5)}
"""How many ask on a day, fewest and most, by ISO weekday."""
STATIONS: Final = {
    "03390": 24,
    "03405": 12,
    "03430": 10,
    "03424": 11,
    "03595": 18,
    "03618": 10,
    "03637": 9,
    "03640": 6,
}
"""The eight, by how much they ask."""
_WAYS: Final = {
    Urgency.STAT: {
        Way.AT_ONCE: 58,
        Way.SECOND: 16,
        Way.DECLINED: 6,
        Way.LATE: 6,
        Way.UNANSWERED: 6,
        Way.NEVER_CAME: 3,
        Way.CANCELLED: 3,
        Way.WRONG_SPECIALTY: 2,
    },
    Urgency.URGENT: {
        Way.AT_ONCE: 52,
        Way.SECOND: 14,
        Way.DECLINED: 8,
        Way.RETURNED: 7,
        Way.LATE: 6,
        Way.WRONG_SPECIALTY: 4,
        Way.CANCELLED: 4,
        Way.UNANSWERED: 3,
        Way.NEVER_CAME: 2,
    },
    Urgency.ROUTINE: {
        Way.AT_ONCE: 56,
        Way.RETURNED: 12,
        Way.SECOND: 10,
        Way.DECLINED: 6,
        Way.LATE: 6,
        Way.CANCELLED: 5,
        Way.WRONG_SPECIALTY: 3,
        Way.EXPIRED: 2,
    },
}
OWED: Final = (Ending.CHAIR_UNSIGNED, Ending.STATION_UNSIGNED, Ending.UNDECIDED, Ending.UNFINISHED)


async def seed_history(db: Database, now: datetime, *, days: int = DAYS, seed: int = SEED) -> int:
    """Write it, all or nothing, and tell how many consults. A database with any consult in it is left as it is: 0."""
    async with db.transaction(Actor.system("demo history")) as tx:
        if await store.has_consults(tx):
            return 0
        past = await Past.read(tx, now - timedelta(days=days + 2))
        rng = Random(seed)  # noqa: S311 - the same month each time
        made, carried = 0, Carried()
        known: dict[FacilityId, list[Patient]] = {}
        for plan in _month(past, now, days, rng):
            counted = past.numbers.copy()
            lived = _begin(past, plan, known.setdefault(plan.station, []), rng)
            papers = play(lived, plan)
            if lived.now >= now:  # it would reach into the future: it never happened
                past.numbers = counted
                continue
            after = go_on(papers, plan, now)
            await _keep(tx, papers, carried, after, new=lived.patient not in known[plan.station])
            known[plan.station].append(lived.patient)
            made += 1
        await carried.write(tx)
        cases = {f: last for (f, name), last in past.numbers.items() if name == Past.CASES}
        await store.set_numbers(tx, cases, {k: last for k, last in past.numbers.items() if k[1] != Past.CASES})
    return made


# -- who asks when, about what -----------------------------------------------------------------------------------------


def _month(past: Past, now: datetime, days: int, rng: Random) -> list[Plan]:
    """In the order they were sent."""
    today, plans = now.astimezone(LOCAL).date(), list(_still_open(now, rng))
    for ago in range(days, -1, -1):
        day = today - timedelta(days=ago)
        lived = [_plan(past, day, ago, rng) for _ in range(rng.randint(*A_DAY[day.isoweekday()]))]
        plans += (plan for plan in lived if plan.at < now - timedelta(hours=4))
    return _with_debts(sorted(plans, key=lambda plan: plan.at), now, rng)


def _with_debts(plans: list[Plan], now: datetime, rng: Random) -> list[Plan]:
    """One of each kind, some days old, where nobody of the demo signs in: also in good months papers are forgotten."""
    signed_in = {people.facility_id("03390"), people.facility_id("03595")}
    ripe = [
        n
        for n, plan in enumerate(plans)
        if plan.way in {Way.AT_ONCE, Way.SECOND}
        and plan.ending is Ending.DONE
        and plan.station not in signed_in
        and timedelta(days=4) < now - plan.at
    ]
    for n, ending in zip(rng.sample(ripe, min(len(ripe), len(OWED))), OWED, strict=False):
        plans[n] = replace(plans[n], ending=ending)
    return plans


def _plan(past: Past, day: date, ago: int, rng: Random) -> Plan:
    template = rng.choices(templates(), [one.weight for one in templates()])[0]
    at = _hour(day, template.urgency, rng)
    if template.urgency is Urgency.ROUTINE and past.working.add(at, timedelta(seconds=1)) > at + timedelta(minutes=1):
        at = past.working.add(at, timedelta(minutes=rng.randint(5, 200)))  # routine is asked for by working day
    key = rng.choices(list(STATIONS), list(STATIONS.values()))[0]
    weights = _WAYS[template.urgency]
    way = rng.choices(list(weights), list(weights.values()))[0]
    if way is Way.EXPIRED and ago < 10:
        way = Way.LATE
    return Plan(at, people.facility_id(key), template, way)


def _hour(day: date, urgency: Urgency, rng: Random) -> datetime:
    """Emergencies come at any hour and most in the evening, the rest by day."""
    match urgency:
        case Urgency.STAT:
            hour = rng.choice((*range(24), 5, 17, 18, 19, 20, 21, 22))
        case Urgency.URGENT:
            hour = rng.choice((*range(6, 22), 8, 9, 10, 14, 15))
        case Urgency.ROUTINE:
            hour = rng.choice((7, 8, 8, 9, 9, 10, 13, 14, 14, 15))
    return datetime.combine(day, time(hour, rng.randint(0, 59), rng.randint(0, 59)), LOCAL).astimezone(UTC)


def _still_open(now: datetime, rng: Random) -> Iterator[Plan]:
    """What the demo's people find when they sign in: a request sent back, a paper to sign, a decision to record."""
    for station, asked_back, paper, other, hospital in (
        ("03390", CaseType.CHRONIC, Ending.STATION_UNSIGNED, "03424", people.TAM_DUONG),
        ("03595", CaseType.POISONING, Ending.UNDECIDED, "03637", people.THAN_UYEN),
    ):
        here, there = people.facility_id(station), people.facility_id(other)
        yield Plan(_ago(now, 3, rng), here, _urgent(asked_back), Way.RETURNED, Ending.STILL_RETURNED)
        yield Plan(_ago(now, 20, rng), here, _urgent(CaseType.CHILD_FEVER), Way.AT_ONCE, paper)
        chair = people.person_id(people.STARS[hospital])
        yield Plan(_ago(now, 5, rng), there, _sent_on(), Way.AT_ONCE, Ending.ON_THE_ROAD)
        yield Plan(_ago(now, 4, rng), there, _sent_on(), Way.AT_ONCE, Ending.JUST_SENT)
        yield Plan(_ago(now, 27, rng), there, _urgent(CaseType.DYSPNOEA), Way.AT_ONCE, Ending.CHAIR_UNSIGNED, chair)


def _ago(now: datetime, hours: int, rng: Random) -> datetime:
    return (now - timedelta(hours=hours, minutes=rng.randint(0, 40), seconds=rng.randint(0, 59))).replace(microsecond=0)


def _sent_on() -> Template:
    """An emergency whose patient is sent on by ambulance."""
    return next(one for one in templates() if one.place == "emergency_transfer" and one.urgency is Urgency.STAT)


def _urgent(kind: CaseType) -> Template:
    """Nothing of it runs out while the demo lies open for days."""
    return next(one for one in templates() if one.type is kind and one.urgency is Urgency.URGENT)


# -- the request -------------------------------------------------------------------------------------------------------


def _begin(past: Past, plan: Plan, known: list[Patient], rng: Random) -> Lived:
    words, station = plan.template, past.facilities[plan.station]
    stat = words.urgency is Urgency.STAT
    began = plan.at - timedelta(seconds=rng.randint(5, 40) if stat else rng.randint(120, 600))
    roles = (Role.STATION_DOCTOR, Role.STATION_DOCTOR, Role.STATION_DOCTOR, Role.STATION_ASSISTANT, Role.STATION_HEAD)
    requester = past.stations[plan.station, rng.choice(roles)]
    patient = _again(words, known, rng)
    if patient is None:
        new_id = PatientId(uuid7_at(began, rng))
        patient = invent(new_id, words, station, began, number=past.next_number, rng=rng)
    n = rng.randint(*words.n)
    written = not stat and plan.ending is not Ending.UNFINISHED and rng.random() < words.written
    draft = Consult(
        id=consult_id_at(began, rng),
        code=f"{station.prefix}-{past.next_number(plan.station, Past.CASES):04d}",
        station=plan.station,
        hospital=past.supports[plan.station],
        requester=requester,
        urgency=words.urgency,
        specialty=words.specialty,
        answer=Answer.WRITTEN if written else Answer.CALL,
        request=Request(
            case_type=words.type,
            subject=Subject(patient.particulars.sex, patient.age_months(began)),
            reason=words.reason.format(n=n),
            question=words.question.format(n=n),
            history=words.history.format(n=n),
            past_history=words.past,
            examination=words.exam,
            working_diagnosis=words.working,
            treatment_given=words.given,
            onset_at=began - timedelta(hours=n) if words.type is CaseType.STROKE and stat else None,
            pregnant=words.pregnant,
        ),
        created_at=began,
        patient=patient.id,
    )
    draft = with_consent(draft, _consent(patient, requester, began, stat=stat and rng.random() < 0.5))
    signs = VitalSigns(uuid7_at(began, rng), began - timedelta(minutes=3), requester, **words.signs(rng))
    lived = Lived(past, rng, draft, patient, [signs])
    if patient not in known:
        lived.did(requester, "create", "patient", patient.id)
    lived.now = plan.at
    return lived


def _again(words: Template, known: list[Patient], rng: Random) -> Patient | None:
    """Who is long ill comes again."""
    if words.type is not CaseType.CHRONIC or rng.random() < 0.6:
        return None
    low, high = words.ages
    old = [p for p in known if low <= (p.age_months(p.created_at) or 0) <= high]
    return rng.choice(old) if old else None


def _consent(patient: Patient, by: UserId, at: datetime, *, stat: bool) -> Consent:
    speaker = patient.particulars.representative
    if stat:
        return Consent(ConsentGround.EMERGENCY, "", "Cấp cứu, chưa hỏi được người nhà.", texts.CURRENT, by, at)
    age = patient.age_months(at)
    if not speaker:
        return Consent(ConsentGround.SPOKEN, patient.particulars.full_name, "", texts.CURRENT, by, at)
    return Consent(
        ConsentGround.RELATIVE,
        speaker,
        "",
        texts.CURRENT,
        by,
        at,
        representative=Representative.STATUTORY,
        child_agreed=True if age is not None and 7 * 12 <= age < 18 * 12 else None,
    )


# -- into the database -------------------------------------------------------------------------------------------------


async def _keep(tx: Tx, papers: Papers, carried: Carried, after: After, *, new: bool) -> None:
    one = papers.lived
    consult = one.consult
    if new:
        await patient_store.add(tx, one.patient)
    await consult_store.add(tx, consult)
    await consult_store.save_rings(tx, (), one.case.rings)
    await consult_store.add_to_team(tx, consult.id, _team(one.case))
    for signs in one.vitals:
        await consult_store.add_vitals(tx, consult.id, signs)
    if consult.consent:
        await consult_store.add_consent(tx, consult.id, consult.consent)
    for note in one.phone_notes:
        await consult_store.add_phone_note(tx, consult.id, note)
    for call in one.calls:
        await call_store.save(tx, call)
    await carried.keep(tx, one)
    await _keep_papers(tx, papers)
    for appointed in after.follow_ups:
        await after_store.add(tx, appointed)
        if appointed.state is FollowUpState.PLANNED:
            await jobs.put(tx, REMIND_JOB, str(appointed.id), appointed.remind_at)
    for said in after.results:
        await after_store.put_result(tx, said)
    if one.case.due_at is not None:
        await jobs.put(tx, CASE_JOB, str(consult.id), one.case.due_at)
    await store.add_told(tx, one.told)
    await store.add_deeds(tx, one.deeds)


def _team(case: Case) -> dict[UserId, bool]:
    """Everyone who was rung, and whether they took it: what lets a person open a case."""
    asked = {ring.user: False for ring in case.rings if ring.user}
    took = {ring.user: True for ring in case.rings if ring.user and ring.state is RingState.ACCEPTED}
    return asked | took | ({case.consult.specialist: True} if case.consult.specialist else {})


async def _keep_papers(tx: Tx, papers: Papers) -> None:
    if papers.minutes:
        whole = papers.minutes
        # `add` writes the fields alone; opinions and signatures are what `save` finds new. Nothing hangs itself on
        # minutes that are signed already.
        draft = replace(whole, state=MinutesState.DRAFT, opinions=(), signatures=(), read_backs=())
        await minutes_store.add(tx, draft)
        await minutes_store.save(tx, draft, whole, papers.lived.now)
    if papers.decision:
        await referral_store.add_decision(tx, papers.decision)
    if papers.referral:
        await referral_store.add(tx, papers.referral, papers.referral.created_at.astimezone(LOCAL).date())
