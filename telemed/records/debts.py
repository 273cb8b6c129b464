"""What somebody still owes on a consult, and by when (`domain.md` 4.3). Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from telemed.kernel.actor import Actor
from telemed.kernel.rights import Right
from telemed.kernel.values import Urgency
from telemed.records.minutes import Minutes
from telemed.records.model import DebtKind, ReferralState, SignatureLine
from telemed.records.referral import Referral
from telemed.sessions import Answer, Call, Consult, State

PAPERS_WITHIN = timedelta(hours=24)
PAPERS_WITHIN_STAT = timedelta(hours=2)
DECISION_WITHIN = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Debt:
    kind: DebtKind
    consult: Consult
    due_at: datetime


def owed_by(
    actor: Actor, consult: Consult, minutes: Minutes | None, calls: Sequence[Call], *, decided: bool
) -> Iterator[Debt]:
    """The debts of one person on one open consult, as its doctor or as a clinician of its station."""
    within = PAPERS_WITHIN_STAT if consult.urgency is Urgency.STAT else PAPERS_WITHIN
    chair, at_station = consult.specialist == actor.id, actor.may(Right.DECIDE, consult.station)
    match consult.state:
        case State.ACCEPTED | State.SCHEDULED if chair:
            yield from _conclusion(consult, calls, within)
        case State.CONCLUDED:
            assert consult.concluded_at is not None
            mine = {SignatureLine.CHAIR} if chair else {SignatureLine.SECRETARY, SignatureLine.STATION}
            if minutes and (chair or at_station) and mine & minutes.unsigned_lines:
                yield Debt(DebtKind.MINUTES, consult, consult.concluded_at + within)
            if at_station and not decided:
                yield Debt(DebtKind.DECISION, consult, consult.concluded_at + DECISION_WITHIN)
        case State.TRANSFERRED if at_station and not decided:
            yield Debt(DebtKind.DECISION, consult, (consult.sent_at or consult.created_at) + DECISION_WITHIN)


def unsent(referral: Referral, consult: Consult) -> Debt | None:
    """A referral that was begun has to leave, or be cancelled with a reason."""
    if referral.state not in {ReferralState.DRAFT, ReferralState.SIGNED}:
        return None
    return Debt(DebtKind.REFERRAL, consult, referral.created_at + PAPERS_WITHIN)


def _conclusion(consult: Consult, calls: Sequence[Call], within: timedelta) -> Iterator[Debt]:
    if consult.answer is Answer.WRITTEN:
        assert consult.accepted_at is not None
        yield Debt(DebtKind.ANSWER, consult, consult.answer_due_at or consult.accepted_at + within)
    elif calls and (ended_at := calls[-1].ended_at) is not None:
        yield Debt(DebtKind.CONCLUSION, consult, ended_at + within)
