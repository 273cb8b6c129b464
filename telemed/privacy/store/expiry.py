"""What is kept for a time only: requests never sent, advice whose case never came, measurements of lines, what sign-ins
left. And who has no case."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Table, delete, exists, func, or_, select

from telemed.identity import tables as identity
from telemed.infra.db import Tx
from telemed.kernel.ids import ConsultId, PatientId
from telemed.records.tables import patient, referral
from telemed.sessions.tables import black_box, consult, measurement, phone_advice

_c = consult.c


async def old_drafts(tx: Tx, before: datetime, limit: int | None) -> list[ConsultId]:
    """Requests begun before that and never sent, and any about somebody who was erased."""
    erased = exists().where(patient.c.id == _c.patient_id, patient.c.erased_at.is_not(None))
    query = (
        select(_c.id)
        .where(_c.sent_at.is_(None), _c.erased_at.is_(None), or_(_c.created_at < before, erased))
        .order_by(_c.id)
        .limit(limit)
    )
    return [ConsultId(row.id) for row in await tx.all(query)]


def _advices(before: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return phone_advice.c.consult_id.is_(None), phone_advice.c.made_at < before


async def count_advices(tx: Tx, before: datetime) -> int:
    return int(await tx.scalar(select(func.count()).where(*_advices(before))))


async def delete_advices(tx: Tx, before: datetime) -> int:
    """Advice by telephone whose case never came; how many."""
    return int((await tx.execute(delete(phone_advice).where(*_advices(before)))).rowcount)


async def patients_without_case(tx: Tx, before: datetime, limit: int | None) -> list[PatientId]:
    """Known since before that, and no case is left that is about them, under whichever of their records."""
    p, same = patient.c, patient.alias()
    person = select(same.c.id).where(func.coalesce(same.c.merged_into, same.c.id) == func.coalesce(p.merged_into, p.id))
    query = (
        select(p.id)
        .where(p.erased_at.is_(None), p.created_at < before)
        .where(~exists().where(_c.patient_id.in_(person)), ~exists().where(referral.c.patient_id.in_(person)))
        .order_by(p.id)
        .limit(limit)
    )
    return [PatientId(row.id) for row in await tx.all(query)]


_OF_LINES: Sequence[tuple[Table, str]] = ((measurement, "at"), (black_box, "from_at"))


async def count_measurements(tx: Tx, before: datetime) -> int:
    counts = [select(func.count()).select_from(table).where(table.c[at] < before) for table, at in _OF_LINES]
    return sum([int(await tx.scalar(count)) for count in counts])


async def delete_measurements(tx: Tx, before: datetime, limit: int) -> int:
    """Some of them; how many."""
    gone = 0
    for table, at in _OF_LINES:
        key = list(table.primary_key.columns)
        some = select(*key).where(table.c[at] < before).limit(limit).subquery()
        those = [column == some.c[column.name] for column in key]
        gone += int((await tx.execute(delete(table).where(*those))).rowcount)
    return gone


def _left_by_sign_ins(now: datetime, long_ago: datetime) -> Sequence[tuple[Table, ColumnElement[bool]]]:
    """An ended sign-in can still be unlocked with its old token for a while: those go later."""
    return (
        (identity.refresh_token, identity.refresh_token.c.expires_at < long_ago),
        (identity.socket_ticket, identity.socket_ticket.c.expires_at < now),
        (identity.ceremony, identity.ceremony.c.expires_at < now),
        (identity.invitation, identity.invitation.c.expires_at < long_ago),
    )


async def count_sign_in_remains(tx: Tx, now: datetime, long_ago: datetime) -> int:
    tables = _left_by_sign_ins(now, long_ago)
    counts = [await tx.scalar(select(func.count()).select_from(table).where(old)) for table, old in tables]
    return sum(map(int, counts))


async def delete_sign_in_remains(tx: Tx, now: datetime, long_ago: datetime) -> int:
    tables = _left_by_sign_ins(now, long_ago)
    return sum([int((await tx.execute(delete(table).where(old))).rowcount) for table, old in tables])
