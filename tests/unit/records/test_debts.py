"""Who owes what on a consult, and by when."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import CallId, ConsultId, FacilityId, MinutesId, UserId, uuid7
from telemed.kernel.values import Role, Specialty, Urgency
from telemed.records.debts import owed_by
from telemed.records.minutes import Minutes, Signature
from telemed.records.model import DebtKind, MinutesState, SignatureLine
from telemed.sessions import Answer, Call, Consult, State
from telemed.sessions.model import Request

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
HOUR = timedelta(hours=1)
STATION, HOSPITAL = FacilityId(uuid7()), FacilityId(uuid7())
DOCTOR = Actor(UserId(uuid7()), (Grant(Role.STATION_DOCTOR, STATION),))
NURSE = Actor(UserId(uuid7()), (Grant(Role.STATION_NURSE, STATION),))
CHAIR = Actor(UserId(uuid7()), (Grant(Role.SPECIALIST, HOSPITAL, Specialty.INTERNAL),))


def consult(state: State, urgency: Urgency = Urgency.STAT, answer: Answer = Answer.CALL, **more: Any) -> Consult:
    fields: dict[str, Any] = {
        "id": ConsultId(uuid7()),
        "code": "TD-0001",
        "station": STATION,
        "hospital": HOSPITAL,
        "requester": DOCTOR.id,
        "urgency": urgency,
        "specialty": Specialty.INTERNAL,
        "answer": answer,
        "request": Request(),
        "created_at": NOW,
        "sent_at": NOW,
        "state": state,
        "specialist": CHAIR.id if state is not State.TRANSFERRED else None,
        "accepted_at": NOW,
        "concluded_at": NOW if state is State.CONCLUDED else None,
    }
    return Consult(**(fields | more))


def minutes(*signed: SignatureLine) -> Minutes:
    blank = Minutes(MinutesId(uuid7()), ConsultId(uuid7()), STATION, HOSPITAL, NOW, MinutesState.SIGNING)
    return replace(blank, signatures=tuple(Signature(uuid7(), line, CHAIR.id, NOW, "") for line in signed))


def debts(
    actor: Actor, of: Consult, written: Minutes | None = None, calls: tuple[Call, ...] = (), decided: bool = False
) -> dict[DebtKind, datetime]:
    return {debt.kind: debt.due_at for debt in owed_by(actor, of, written, calls, decided=decided)}


def test_after_the_conclusion_each_side_owes_its_lines_and_the_station_its_decision() -> None:
    case = consult(State.CONCLUDED)

    assert debts(CHAIR, case, minutes()) == {DebtKind.MINUTES: NOW + 2 * HOUR}
    assert debts(DOCTOR, case, minutes()) == {DebtKind.MINUTES: NOW + 2 * HOUR, DebtKind.DECISION: NOW + 24 * HOUR}
    assert debts(CHAIR, case, minutes(SignatureLine.CHAIR)) == {}
    assert debts(DOCTOR, case, minutes(SignatureLine.SECRETARY, SignatureLine.STATION), decided=True) == {}


def test_outside_emergencies_minutes_have_a_day() -> None:
    case = consult(State.CONCLUDED, Urgency.ROUTINE)

    assert debts(CHAIR, case, minutes()) == {DebtKind.MINUTES: NOW + 24 * HOUR}


def test_a_nurse_owes_no_signature() -> None:
    assert debts(NURSE, consult(State.CONCLUDED), minutes()) == {}


def test_a_call_that_ended_without_a_conclusion_is_its_doctors_debt() -> None:
    case = consult(State.ACCEPTED)
    running, _ = Call.open(CallId(uuid7()), case.id, 1, NOW)
    ended, _ = running.end(CHAIR.id, NOW + HOUR)

    assert debts(CHAIR, case, minutes(), (running,)) == {}
    assert debts(CHAIR, case, minutes(), (ended,)) == {DebtKind.CONCLUSION: NOW + 3 * HOUR}
    assert debts(DOCTOR, case, minutes(), (ended,)) == {}
    assert debts(CHAIR, case, minutes(), (ended, replace(running, number=2))) == {}


def test_a_written_answer_is_owed_from_when_it_was_promised() -> None:
    case = consult(State.ACCEPTED, Urgency.ROUTINE, Answer.WRITTEN, answer_due_at=NOW + 5 * HOUR)

    assert debts(CHAIR, case, minutes()) == {DebtKind.ANSWER: NOW + 5 * HOUR}


def test_after_a_transfer_only_the_decision_is_owed() -> None:
    assert debts(DOCTOR, consult(State.TRANSFERRED)) == {DebtKind.DECISION: NOW + 24 * HOUR}
    assert debts(DOCTOR, consult(State.TRANSFERRED), decided=True) == {}
