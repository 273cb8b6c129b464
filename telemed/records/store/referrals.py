"""All SQL of decisions and referrals."""

from collections.abc import Collection
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, and_, func, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert as upsert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, PatientId, ReferralId, ShiftId, UserId
from telemed.records import tables as t
from telemed.records.decision import Decision, DecisionExists
from telemed.records.forms import ReferralPaper
from telemed.records.forms.paper import CardExpiry
from telemed.records.model import (
    CareResult,
    Choice,
    Fitness,
    Movement,
    Outcome,
    ReferralAnswer,
    ReferralKind,
    ReferralState,
    TransferReason,
)
from telemed.records.referral import Lines, OpenExists, Referral
from telemed.records.referral_way import Departure, EarlierStay, Feedback, Signs

_d = t.decision.c
_c = t.referral.c
_LINES = tuple(f.name for f in fields(Lines))
_paper = TypeAdapter(ReferralPaper)
_stays = TypeAdapter(tuple[EarlierStay, ...])
_signs = TypeAdapter(Signs)


# -- decisions ---------------------------------------------------------------------------------------------------------


async def add_decision(tx: Tx, decision: Decision) -> None:
    """Raises DecisionExists: the consult has one of this edition."""
    row = {
        "id": decision.id,
        "consult_id": decision.consult,
        "choice": decision.choice.value,
        "reason": decision.reason,
        "changed_items": list(decision.changed_items),
        "changes": dict(decision.changes),
        "outcomes": [outcome.value for outcome in decision.outcomes],
        "follow_up_on": decision.follow_up_on,
        "died_at": decision.died_at,
        "note": decision.note,
        "decided_by": decision.decided_by,
        "decided_at": decision.decided_at,
        "edition": decision.edition,
        "correction_reason": decision.correction_reason,
    }
    put = upsert(t.decision).values(**row).on_conflict_do_nothing(index_elements=["consult_id", "edition"])
    if not (await tx.execute(put)).rowcount:
        raise DecisionExists


async def decision_on(tx: Tx, consult_id: ConsultId) -> Decision | None:
    """The one that counts."""
    return next(reversed(await decisions_on(tx, consult_id)), None)


async def decisions_on(tx: Tx, consult_id: ConsultId) -> list[Decision]:
    """With all that it corrects, the first first."""
    rows = await tx.all(select(t.decision).where(_d.consult_id == consult_id).order_by(_d.edition))
    return [
        Decision(
            id=row.id,
            consult=ConsultId(row.consult_id),
            choice=Choice(row.choice),
            outcomes=tuple(Outcome(outcome) for outcome in row.outcomes),
            decided_by=UserId(row.decided_by),
            decided_at=row.decided_at,
            reason=row.reason,
            changed_items=tuple(row.changed_items),
            changes=row.changes,
            follow_up_on=row.follow_up_on,
            died_at=row.died_at,
            note=row.note,
            edition=row.edition,
            correction_reason=row.correction_reason,
        )
        for row in rows
    ]


# -- referrals ---------------------------------------------------------------------------------------------------------


async def add(tx: Tx, referral: Referral, today: date) -> None:
    """
    Raises:
        OpenExists: this patient has one there, named by `id`. One whose validity is over stands in nobody's way.
    """
    kept = await _kept(tx, referral)
    same = _same_way(referral, kept)
    await tx.execute(update(t.referral).where(*same, _c.valid_until < today).values(is_open=False))
    put = upsert(t.referral).values(id=referral.id, **_columns(referral), kept_patient_id=kept).on_conflict_do_nothing()
    if not (await tx.execute(put)).rowcount:
        other = await tx.scalar(select(_c.id).where(*same))
        raise OpenExists(**{"id": str(other)} if other else {})


async def get(tx: Tx, referral_id: ReferralId) -> Referral:
    """Raises Missing: there is none, or it is behind the wall."""
    return _one(await tx.first(select(t.referral).where(_c.id == referral_id)))


async def lock(tx: Tx, referral_id: ReferralId) -> Referral:
    return _one(await tx.first(select(t.referral).where(_c.id == referral_id).with_for_update()))


async def save(tx: Tx, referral: Referral) -> None:
    """Raises OpenExists: changed to a place where the patient has an open one."""
    kept = await _kept(tx, referral)
    same = select(_c.id).where(*_same_way(referral, kept), _c.id != referral.id)
    if referral.state is ReferralState.DRAFT and (other := await tx.scalar(same)):
        raise OpenExists(id=str(other))
    columns = _columns(referral) | {
        "kept_patient_id": kept,
        "is_open": and_(_c.is_open, literal(referral.is_open)),
    }  # what gave way stays away
    await tx.execute(update(t.referral).where(_c.id == referral.id).values(**columns))


async def of_consult(tx: Tx, consult_id: ConsultId) -> list[Referral]:
    query = select(t.referral).where(_c.consult_id == consult_id).order_by(_c.created_at, _c.id)
    return [_referral(row) for row in await tx.all(query)]


async def arrivals(tx: Tx, hospitals: Collection[FacilityId], since: datetime, limit: int = 200) -> list[Referral]:
    """What a hospital expects or has before it: sent there or on the road, until its last word; the oldest way first.

    Those closed or come to nothing since that moment stand at the end, so that a board shows the day.
    """
    known = or_(_c.state == ReferralState.SENT, and_(_c.is_open, _c.departed_at.is_not(None)))
    lately = and_(_c.state == ReferralState.CLOSED, _c.feedback_at >= since)
    query = select(t.referral).where(_c.to_facility_id.in_(hospitals), or_(known, lately))
    query = query.order_by(_c.is_open.desc(), func.coalesce(_c.departed_at, _c.sent_at), _c.id)
    return [_referral(row) for row in await tx.all(query.limit(limit))]


async def run_out(tx: Tx, today: date, limit: int = 200) -> list[tuple[ReferralId, ConsultId]]:
    """Open ones whose last day is over and on which nobody left."""
    over = (_c.is_open, _c.movement == Movement.NONE, _c.valid_until < today)
    rows = await tx.all(select(_c.id, _c.consult_id).where(*over).order_by(_c.valid_until, _c.id).limit(limit))
    return [(ReferralId(row.id), ConsultId(row.consult_id)) for row in rows]


async def onward_of(tx: Tx, referral_id: ReferralId) -> ReferralId | None:
    """The one that goes on from a redirected referral."""
    found = await tx.scalar(select(_c.id).where(_c.redirected_from == referral_id))
    return ReferralId(found) if found else None


async def open_of(tx: Tx, stations: frozenset[FacilityId], limit: int = 100) -> list[Referral]:
    """The newest first."""
    query = select(t.referral).where(_c.station_id.in_(stations), _c.is_open)
    return [_referral(row) for row in await tx.all(query.order_by(_c.created_at.desc(), _c.id).limit(limit))]


async def _kept(tx: Tx, referral: Referral) -> PatientId | None:
    """The record its patient is seen under, where that is another one; nobody joins or parts it until the commit."""
    if referral.patient is None:
        return None
    p = t.patient.c
    held = select(p.merged_into).where(p.id == referral.patient).with_for_update(read=True, key_share=True)
    found = await tx.scalar(held)
    return None if found is None else PatientId(found)


def _same_way(referral: Referral, kept: PatientId | None) -> tuple[ColumnElement[bool], ...]:
    """Open ones of the same patient to the same place, as the unique index has it."""
    counted_as = func.coalesce(_c.kept_patient_id, _c.patient_id, _c.consult_id)
    who = counted_as == (kept or referral.patient or referral.consult)
    return who, _c.to_facility_id == referral.destination, _c.is_open


def _columns(referral: Referral) -> dict[str, Any]:
    return {
        "consult_id": referral.consult,
        "patient_id": referral.patient,
        "minutes_id": referral.minutes,
        "station_id": referral.station,
        "answered_by": referral.answered_by,
        "shift_id": referral.shift,
        **asdict(referral.lines),
        "created_by": referral.created_by,
        "created_at": referral.created_at,
        "state": referral.state.value,
        "is_open": referral.is_open,
        "version": referral.version,
        "field_versions": dict(referral.field_versions),
        "number": referral.number,
        "signed_by": referral.signed_by,
        "signed_at": referral.signed_at,
        "valid_until": referral.valid_until,
        "sent_at": referral.sent_at,
        "cancel_reason": referral.cancel_reason,
        "paper": _paper.dump_python(referral.paper, mode="json") if referral.paper else None,
        "stays": _stays.dump_python(referral.lines.stays, mode="json"),
        "insurance_expiry": referral.lines.insurance_expiry.value,
        "answer": referral.answer.value,
        "answered_at": referral.answered_at,
        "accepted_by": referral.accepted_by,
        "answer_note": referral.answer_note,
        "redirected_to": referral.redirected_to,
        "redirected_from": referral.redirected_from,
        "movement": referral.movement.value,
        "arrived_at": referral.arrived_at,
        "arrival_note": referral.arrival_note,
        **_left(referral.departure),
        **_told(referral.feedback),
    }


def _left(departure: Departure | None) -> dict[str, Any]:
    if departure is None:
        return {}
    return {
        "departed_at": departure.at,
        "departed_by": departure.by,
        "fit_for_transfer": departure.fit_for_transfer.value,
        "fit_note": departure.fit_note,
        "departure_signs": _signs.dump_python(departure.signs, mode="json"),
        "travel_minutes": departure.travel_minutes,
    }


def _told(feedback: Feedback | None) -> dict[str, Any]:
    if feedback is None:
        return {}
    return {
        "final_diagnosis": feedback.final_diagnosis,
        "final_icd_code": feedback.final_icd_code,
        "done": feedback.done,
        "advice": feedback.advice,
        "result": feedback.result.value,
        "feedback_by": feedback.by,
        "feedback_at": feedback.at,
        "feedback_follow_up_on": feedback.follow_up_on,
    }


def _one(row: AnyRow | None) -> Referral:
    if row is None:
        raise Missing
    return _referral(row)


def _referral(row: AnyRow) -> Referral:
    lines = {name: getattr(row, name) for name in _LINES}
    lines |= {"kind": ReferralKind(row.kind), "transfer_reason": TransferReason(row.transfer_reason)}
    lines |= {"stays": _stays.validate_python(row.stays), "insurance_expiry": CardExpiry(row.insurance_expiry)}
    return Referral(
        id=ReferralId(row.id),
        consult=ConsultId(row.consult_id),
        patient=None if row.patient_id is None else PatientId(row.patient_id),
        minutes=None if row.minutes_id is None else MinutesId(row.minutes_id),
        station=FacilityId(row.station_id),
        answered_by=None if row.answered_by is None else UserId(row.answered_by),
        shift=None if row.shift_id is None else ShiftId(row.shift_id),
        lines=Lines(**lines),
        created_by=UserId(row.created_by),
        created_at=row.created_at,
        state=ReferralState(row.state),
        version=row.version,
        field_versions=row.field_versions,
        number=row.number,
        signed_by=None if row.signed_by is None else UserId(row.signed_by),
        signed_at=row.signed_at,
        valid_until=row.valid_until,
        sent_at=row.sent_at,
        cancel_reason=row.cancel_reason,
        paper=None if row.paper is None else _paper.validate_python(row.paper),
        answer=ReferralAnswer(row.answer),
        answered_at=row.answered_at,
        accepted_by=None if row.accepted_by is None else UserId(row.accepted_by),
        answer_note=row.answer_note,
        redirected_to=None if row.redirected_to is None else FacilityId(row.redirected_to),
        redirected_from=None if row.redirected_from is None else ReferralId(row.redirected_from),
        movement=Movement(row.movement),
        departure=_departure(row),
        arrived_at=row.arrived_at,
        arrival_note=row.arrival_note,
        feedback=_feedback(row),
    )


def _departure(row: AnyRow) -> Departure | None:
    if row.departed_at is None:
        return None
    return Departure(
        at=row.departed_at,
        by=UserId(row.departed_by),
        fit_for_transfer=Fitness(row.fit_for_transfer),
        fit_note=row.fit_note,
        signs=_signs.validate_python(row.departure_signs),
        travel_minutes=row.travel_minutes,
    )


def _feedback(row: AnyRow) -> Feedback | None:
    if row.feedback_at is None:
        return None
    return Feedback(
        final_diagnosis=row.final_diagnosis,
        final_icd_code=row.final_icd_code,
        done=row.done,
        advice=row.advice,
        result=CareResult(row.result),
        by=UserId(row.feedback_by),
        at=row.feedback_at,
        follow_up_on=row.feedback_follow_up_on,
    )
