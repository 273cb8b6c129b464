"""All SQL of advice by telephone, and of finding the case that a code names."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import and_, func, insert, or_, select, update

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.sessions import tables as t
from telemed.sessions.model import PhoneNote
from telemed.sessions.phone_advice import WITHIN, PhoneAdvice, short_code

_a = t.phone_advice.c
_c = t.consult.c
_n = t.phone_note.c


async def add(tx: Tx, new: PhoneAdvice) -> None:
    await tx.execute(
        insert(t.phone_advice).values(
            id=new.id,
            code=new.code,
            hospital_id=new.hospital,
            person_id=new.person,
            caller=new.caller,
            subject=new.subject,
            told=new.told,
            advice=new.advice,
            given_at=new.given_at,
            made_at=new.made_at,
        )
    )


async def get(tx: Tx, advice: UUID) -> PhoneAdvice:
    row = await tx.first(select(t.phone_advice).where(_a.id == advice))
    if row is None:
        raise Missing()
    return _advice(row)


async def waiting(tx: Tx, advice: UUID) -> PhoneAdvice | None:
    """The same while no case has it, its row held."""
    row = await tx.first(select(t.phone_advice).where(_a.id == advice, _a.consult_id.is_(None)).with_for_update())
    return None if row is None else _advice(row)


async def waiting_of(tx: Tx, person: UserId) -> int:
    return int(await tx.scalar(select(func.count()).where(_a.person_id == person, _a.consult_id.is_(None))))


async def listed(tx: Tx, person: UserId, hospitals: Iterable[FacilityId]) -> list[PhoneAdvice]:
    """One's own of late, and all that still wait at these hospitals; newest first."""
    waits_here = and_(_a.hospital_id.in_(hospitals), _a.consult_id.is_(None))
    query = select(t.phone_advice).where(_a.made_at > tx.at - WITHIN, or_(_a.person_id == person, waits_here))
    return [_advice(row) for row in await tx.all(query.order_by(_a.given_at.desc(), _a.id).limit(100))]


async def of_consult(tx: Tx, consult: ConsultId) -> list[PhoneAdvice]:
    query = select(t.phone_advice).where(_a.consult_id == consult)
    return [_advice(row) for row in await tx.all(query.order_by(_a.given_at, _a.id))]


async def notes_of_consult(tx: Tx, consult: ConsultId) -> list[PhoneNote]:
    """The station's half."""
    query = select(t.phone_note).where(_n.consult_id == consult)
    return [
        PhoneNote(row.id, row.at, UserId(row.by), row.number, row.spoke_with, row.advice)
        for row in await tx.all(query.order_by(_n.at, _n.id))
    ]


async def case_named(tx: Tx, advice: PhoneAdvice) -> ConsultId | None:
    """The case of that hospital whose code it is. Codes are worked out here: some hundred ids at the most."""
    near = _c.created_at.between(advice.given_at - WITHIN, advice.given_at + WITHIN)
    rows = await tx.all(select(_c.id).where(_c.hospital_id == advice.hospital, near, ~_c.practice))
    return next((ConsultId(row.id) for row in rows if short_code(row.id) == advice.code), None)


async def named_by(tx: Tx, consult: ConsultId) -> Sequence[UUID]:
    """What waits for this case."""
    near = _c.created_at.between(_a.given_at - WITHIN, _a.given_at + WITHIN)
    query = select(_a.id).join(t.consult, _c.hospital_id == _a.hospital_id)
    query = query.where(_c.id == consult, ~_c.practice, near, _a.code == short_code(consult), _a.consult_id.is_(None))
    return [row.id for row in await tx.all(query)]


async def codes(tx: Tx, consults: Sequence[UUID]) -> dict[UUID, str]:
    """What these cases are called, where the one who asks may see them."""
    return {row.id: row.code for row in await tx.all(select(_c.id, _c.code).where(_c.id.in_(consults)))}


async def join(tx: Tx, advice: UUID, consult: ConsultId) -> None:
    row = {"consult_id": consult, "merged_at": tx.at}
    await tx.execute(update(t.phone_advice).where(_a.id == advice).values(**row))


def _advice(row: AnyRow) -> PhoneAdvice:
    return PhoneAdvice(
        id=row.id,
        code=row.code,
        hospital=FacilityId(row.hospital_id),
        person=UserId(row.person_id),
        caller=row.caller,
        subject=row.subject,
        told=row.told,
        advice=row.advice,
        given_at=row.given_at,
        made_at=row.made_at,
        consult=row.consult_id,
        merged_at=row.merged_at,
    )
