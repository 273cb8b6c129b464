"""Reads the signed papers of a case: the edition of the minutes that holds, referrals, follow-ups."""

from uuid import UUID

from sqlalchemy import select

from telemed.exchange.model import Edition, Opinion, Planned, Referred, Signed
from telemed.infra.db import AnyRow, Tx
from telemed.records.tables import minutes, minutes_field, opinion, referral, signature


async def edition(tx: Tx, consult_id: UUID) -> Edition | None:
    """None: nothing is signed yet."""
    row = await tx.first(select(minutes).where(minutes.c.consult_id == consult_id, minutes.c.state == "signed"))
    if row is None:
        return None
    f, s, o = minutes_field.c, signature.c, opinion.c
    texts = {one.field: one.text for one in await tx.all(select(f.field, f.text).where(f.minutes_id == row.id))}
    lines = await tx.all(select(signature).where(s.minutes_id == row.id, s.cleared_at.is_(None)).order_by(s.at, s.line))
    said = await tx.all(select(opinion).where(o.minutes_id == row.id).order_by(o.at, o.id))
    return Edition(
        id=row.id,
        number=row.number,
        edition=1,
        document_hash=row.document_hash,
        concluded_at=row.concluded_at,
        signed_at=max(one.at for one in lines),
        chair=row.chair_id,
        **{name: texts.get(name, "") for name in ("summary", "diagnosis", "treatment", "monitoring", "place")},
        follow_up=texts.get("follow_up", ""),
        opinions=tuple(Opinion(one.id, one.by, one.at, one.text) for one in said),
        signatures=tuple(Signed(one.line, one.by, one.at, one.document_hash) for one in lines),
    )


async def referrals(tx: Tx, consult_id: UUID) -> tuple[Referred, ...]:
    """Those that were signed, also one that was cancelled afterwards."""
    r = referral.c
    query = select(referral).where(r.consult_id == consult_id, r.signed_at.is_not(None))
    return tuple(map(_referral, await tx.all(query.order_by(r.signed_at, r.id))))


async def follow_ups(tx: Tx, consult_id: UUID) -> tuple[Planned, ...]:
    return ()


def _referral(row: AnyRow) -> Referred:
    return Referred(
        id=row.id,
        number=row.number,
        state=row.state,
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
        transfer_at=row.transfer_at,
        valid_until=row.valid_until,
        sent_at=row.sent_at,
    )
