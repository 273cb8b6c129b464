"""What of a patient's cases decides how long the law has them kept."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, literal, select

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import ConsultId, PatientId
from telemed.kernel.values import Label
from telemed.privacy.retention import ENDED, Kept
from telemed.records.tables import decision
from telemed.sessions import CaseType, State
from telemed.sessions.tables import consult

_c = consult.c
ENDED_AT = func.coalesce(_c.closed_at, _c.concluded_at, _c.accepted_at, _c.sent_at)
"""A cancelled or expired case has no time of its own end: the last that is known of it."""
_DIED = "died"


async def cases_of_patient(tx: Tx, patient: PatientId) -> list[Kept]:
    """Those that were sent."""
    return [case for _, case in await _cases(tx, _c.patient_id == patient, _c.sent_at.is_not(None))]


async def ended_before(tx: Tx, before: datetime, after: UUID | None, limit: int) -> list[tuple[ConsultId, Kept]]:
    """Cases that ended before that and hold something still, in the order of their ids, held until the commit."""
    these: list[ColumnElement[bool]] = [
        _c.state.in_([s.value for s in ENDED]),
        ENDED_AT.op("<")(before),
        _c.erased_at.is_(None),
    ]
    if after is not None:
        these.append(_c.id > after)
    return await _cases(tx, *these, limit=limit)


async def _cases(tx: Tx, *these: ColumnElement[bool], limit: int | None = None) -> list[tuple[ConsultId, Kept]]:
    died = (
        select(func.count())
        .where(decision.c.consult_id == _c.id, literal(_DIED) == any_(decision.c.outcomes))
        .scalar_subquery()
    )
    query = select(_c.id, _c.state, _c.case_type, _c.labels, ENDED_AT.label("ended_at"), died.label("died"))
    rows: Sequence[AnyRow] = await tx.all(query.where(*these).order_by(_c.id).limit(limit))
    return [
        (
            ConsultId(r.id),
            Kept(
                State(r.state), r.ended_at, CaseType(r.case_type), frozenset(Label(one) for one in r.labels), r.died > 0
            ),
        )
        for r in rows
    ]
