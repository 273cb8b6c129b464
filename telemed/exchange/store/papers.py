"""Reads the signed papers of a case: the edition of the minutes that holds, referrals, follow-ups."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from telemed.exchange.model import Edition, Feedback, Opinion, Planned, Referred, Signed, Stay
from telemed.infra.db import AnyRow, Tx
from telemed.records.tables import minutes, minutes_field, opinion, referral, signature
from telemed.records.tables_after import follow_up


async def edition(tx: Tx, consult_id: UUID) -> Edition | None:
    """The highest that is signed; None: none is."""
    m, f, s, o = minutes.c, minutes_field.c, signature.c, opinion.c
    signed = select(minutes).where(m.consult_id == consult_id, m.state == "signed")
    row = await tx.first(signed.order_by(m.edition.desc()).limit(1))
    if row is None:
        return None
    texts = {one.field: one.text for one in await tx.all(select(f.field, f.text).where(f.minutes_id == row.id))}
    lines = await tx.all(select(signature).where(s.minutes_id == row.id, s.cleared_at.is_(None)).order_by(s.at, s.line))
    said = await tx.all(select(opinion).where(o.minutes_id == row.id).order_by(o.at, o.id))
    return Edition(
        id=row.id,
        number=row.number,
        edition=row.edition,
        document_hash=row.document_hash,
        concluded_at=row.concluded_at,
        signed_at=max(one.at for one in lines),
        chair=row.chair_id,
        **{name: texts.get(name, "") for name in ("summary", "diagnosis", "treatment", "monitoring", "place")},
        follow_up=texts.get("follow_up", ""),
        opinions=tuple(Opinion(one.id, one.by, one.at, one.text) for one in said),
        signatures=tuple(Signed(one.line, one.by, one.at, one.document_hash, one.means) for one in lines),
        reason=row.correction_reason,
    )


async def referrals(tx: Tx, consult_id: UUID) -> tuple[Referred, ...]:
    """Those that were signed, also one that was cancelled afterwards."""
    r = referral.c
    query = select(referral).where(r.consult_id == consult_id, r.signed_at.is_not(None))
    return tuple(map(_referral, await tx.all(query.order_by(r.signed_at, r.id))))


async def follow_ups(tx: Tx, consult_id: UUID) -> tuple[Planned, ...]:
    f = follow_up.c
    rows = await tx.all(select(follow_up).where(f.consult_id == consult_id).order_by(f.on, f.id))
    return tuple(
        Planned(row.id, row.on, row.reason, row.state, row.number, row.person_id, row.created_by, row.created_at)
        for row in rows
    )


def _referral(row: AnyRow) -> Referred:
    feedback = None
    if row.feedback_at is not None:
        told = {name: getattr(row, name) or "" for name in ("final_diagnosis", "final_icd_code", "done", "advice")}
        feedback = Feedback(row.feedback_at, row.feedback_by, **told)
    return Referred(
        id=row.id,
        number=row.number,
        state=_state(row),
        kind=row.kind,
        to=row.to_facility_id,
        reason=row.transfer_reason,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        diagnosis=row.diagnosis,
        icd_code=row.icd_code,
        clinical_signs=row.clinical_signs,
        test_results=row.test_results,
        procedures=row.procedures,
        treatment=row.treatment,
        condition=row.condition_at_transfer,
        care_plan=row.care_plan,
        transport=row.transport,
        escort_name=row.escort,
        escort_title=row.escort_title,
        transfer_at=row.transfer_at,
        valid_until=row.valid_until,
        sent_at=row.sent_at,
        treated=tuple(_stay(one) for one in row.stays),
        feedback=feedback,
    )


def _stay(told: dict[str, str | None]) -> Stay:
    since, until = (date.fromisoformat(day) if day else None for day in (told["treated_from"], told["treated_to"]))
    return Stay(told["facility"] or "", since, until)


def _state(row: AnyRow) -> str:
    """The three tracks of a referral as one word: what is over, else where the patient is, else what was answered."""
    if row.state != "sent":
        return str(row.state)
    if row.movement != "none":
        return str(row.movement)
    return str(row.answer) if row.answer != "none" else str(row.state)
