"""What somebody still owes on a consult, and by when (`domain.md` 4.3). Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, Literal

from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.rights import Right
from telemed.kernel.values import Urgency
from telemed.records.follow_up import FollowUp
from telemed.records.minutes import Minutes
from telemed.records.model import DebtKind, MinutesState, Movement, ReferralAnswer, ReferralState, SignatureLine
from telemed.records.referral import Referral
from telemed.sessions import Answer, Call, Consult, State

RESULT_DAYS: Final[tuple[Literal[7, 30], ...]] = (7, 30)
"""How many days after the advice the station says how the patient is (`domain.md` 4.1 step 11)."""


@dataclass(frozen=True, slots=True)
class DebtLimits:
    """How long each thing may take; a setting of the place that runs the program, no legal figure was found."""

    papers: timedelta = timedelta(hours=24)
    papers_stat: timedelta = timedelta(hours=2)
    decision: timedelta = timedelta(hours=24)
    receipt: timedelta = timedelta(hours=1)
    """From sending, or leaving, until the hospital says whether it takes the patient."""
    feedback: timedelta = timedelta(days=3)
    """From arrival until the hospital tells what became of the patient; those who lie there longer are told of too."""
    result: timedelta = timedelta(days=3)
    """Beyond the 7 or 30 days."""
    oldest: timedelta = timedelta(days=90)
    """What began before that is nobody's debt any more: a list that holds years is read by nobody."""


USUAL = DebtLimits()
WINDOW: Final = {7: timedelta(days=21), 30: timedelta(days=60)}
"""Until how long after the advice each result is asked for: later nobody can say how a patient was that day."""


@dataclass(frozen=True, slots=True)
class Debt:
    kind: DebtKind
    consult: Consult
    due_at: datetime
    referral: Referral | None = None
    follow_up: FollowUp | None = None


def owed_by(
    actor: Actor,
    consult: Consult,
    minutes: Minutes | None,
    calls: Sequence[Call],
    limits: DebtLimits = USUAL,
    *,
    decided: bool,
) -> Iterator[Debt]:
    """The debts of one person on one open consult, as its doctor or as a clinician of its station."""
    within = limits.papers_stat if consult.urgency is Urgency.STAT else limits.papers
    chair, at_station = consult.specialist == actor.id, actor.may(Right.DECIDE, consult.station)
    match consult.state:
        case State.ACCEPTED | State.SCHEDULED if chair:
            yield from _conclusion(consult, calls, within)
        case State.CONCLUDED:
            assert consult.concluded_at is not None
            mine = {SignatureLine.CHAIR} if chair else {SignatureLine.SECRETARY, SignatureLine.STATION}
            if minutes and minutes.edition == 1 and (chair or at_station) and mine & minutes.unsigned_lines:
                yield Debt(DebtKind.MINUTES, consult, consult.concluded_at + within)
            if at_station and not decided:
                yield Debt(DebtKind.DECISION, consult, consult.concluded_at + limits.decision)
        case State.TRANSFERRED if at_station and not decided:
            yield Debt(DebtKind.DECISION, consult, (consult.sent_at or consult.created_at) + limits.decision)


def corrected(actor: Actor, consult: Consult, minutes: Minutes, limits: DebtLimits = USUAL) -> Debt | None:
    """A further edition that was begun is confirmed and signed, or given up."""
    chair, at_station = consult.specialist == actor.id, actor.may(Right.DECIDE, consult.station)
    mine = {SignatureLine.CHAIR} if chair else {SignatureLine.SECRETARY, SignatureLine.STATION}
    unsigned = minutes.unsigned_lines if minutes.state is MinutesState.SIGNING else mine
    if not (chair or at_station) or not mine & unsigned:
        return None
    return Debt(DebtKind.MINUTES, consult, minutes.opened_at + limits.papers)


def unsent(referral: Referral, consult: Consult, limits: DebtLimits = USUAL) -> Debt | None:
    """A referral that was begun has to leave, or be cancelled with a reason."""
    if referral.state not in {ReferralState.DRAFT, ReferralState.SIGNED}:
        return None
    return Debt(DebtKind.REFERRAL, consult, referral.created_at + limits.papers, referral)


def awaited(actor: Actor, referral: Referral, consult: Consult, limits: DebtLimits = USUAL) -> Debt | None:
    """What a hospital owes on a referral to it: a yes, then what became of the patient.

    A yes is owed by the doctor who advised, where the patient comes to that doctor's hospital; else by whoever answers
    cases there. The last word is owed by who said yes.
    """
    if not referral.is_open or not actor.may(Right.ANSWER, referral.destination):
        return None
    if referral.movement is Movement.ARRIVED:
        if referral.accepted_by not in {None, actor.id}:
            return None
        assert referral.arrived_at is not None
        return Debt(DebtKind.FEEDBACK, consult, referral.arrived_at + limits.feedback, referral)
    began = referral.departure.at if referral.departure else referral.sent_at
    if referral.answer is not ReferralAnswer.NONE or began is None:
        return None
    advised_there = referral.answered_by is not None and consult.answers_from == referral.destination
    if advised_there and referral.answered_by != actor.id:
        return None
    return Debt(DebtKind.RECEIPT, consult, began + limits.receipt, referral)


def result_due(consult: Consult, told: Collection[int], now: datetime, limits: DebtLimits = USUAL) -> Debt | None:
    """How the patient is: asked for from that day on, until the next such day or until nobody can say any more."""
    assert consult.concluded_at is not None
    age = now - consult.concluded_at
    for day, kind in ((30, DebtKind.RESULT_30), (7, DebtKind.RESULT_7)):
        if timedelta(days=day) <= age < WINDOW[day] and day not in told:
            return Debt(kind, consult, consult.concluded_at + timedelta(days=day) + limits.result)
    return None


def unmarked(follow_up: FollowUp, consult: Consult) -> Debt:
    """The day is over and nobody said whether the patient came."""
    over = datetime.combine(follow_up.on + timedelta(days=1), time(), LOCAL)
    return Debt(DebtKind.FOLLOW_UP, consult, over, follow_up=follow_up)


def _conclusion(consult: Consult, calls: Sequence[Call], within: timedelta) -> Iterator[Debt]:
    if consult.answer is Answer.WRITTEN:
        assert consult.accepted_at is not None
        yield Debt(DebtKind.ANSWER, consult, consult.answer_due_at or consult.accepted_at + within)
    elif calls and (ended_at := calls[-1].ended_at) is not None:
        yield Debt(DebtKind.CONCLUSION, consult, ended_at + within)
