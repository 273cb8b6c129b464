"""All SQL of printed copies."""

from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, FollowUpId, UserId
from telemed.records.copies import Copy, Form
from telemed.records.forms import Conversion, FollowUpPaper
from telemed.records.tables_papers import paper_copy, slip_paper

_c = paper_copy.c
_conversion = TypeAdapter(Conversion)
_slip = TypeAdapter(FollowUpPaper)


async def add(tx: Tx, copy: Copy) -> None:
    put = insert(paper_copy).values(
        id=copy.id,
        code=copy.code,
        form=copy.form.value,
        document_id=copy.document,
        consult_id=copy.consult,
        issuer_id=copy.issuer,
        number=copy.number,
        dated_on=copy.dated_on,
        valid_until=copy.valid_until,
        version=copy.version,
        conversion=_conversion.dump_python(copy.conversion, mode="json"),
        made_by=copy.made_by,
        made_at=copy.made_at,
    )
    await tx.execute(put)


async def get(tx: Tx, copy_id: UUID) -> Copy:
    """Raises Missing: there is none, or it is behind the wall."""
    return await _one(tx, select(paper_copy).where(_c.id == copy_id))


async def by_code(tx: Tx, code: str) -> Copy:
    """Raises Missing."""
    return await _one(tx, select(paper_copy).where(_c.code == code))


async def slip(tx: Tx, follow_up: FollowUpId) -> FollowUpPaper | None:
    """As it was issued; None: nobody has printed it yet."""
    paper = await tx.scalar(select(slip_paper.c.paper).where(slip_paper.c.follow_up_id == follow_up))
    return None if paper is None else _slip.validate_python(paper)


async def issue_slip(tx: Tx, follow_up: FollowUpId, consult: ConsultId, paper: FollowUpPaper) -> FollowUpPaper:
    """The first one stands, whoever prints at the same moment."""
    row = {"follow_up_id": follow_up, "consult_id": consult, "issued_at": tx.at}
    put = insert(slip_paper).values(**row, paper=_slip.dump_python(paper, mode="json"))
    await tx.execute(put.on_conflict_do_nothing(index_elements=["follow_up_id"]))
    return await slip(tx, follow_up) or paper


async def _one(tx: Tx, query: Select[Any]) -> Copy:
    row = await tx.first(query)
    if row is None:
        raise Missing
    return Copy(
        id=row.id,
        code=row.code,
        form=Form(row.form),
        document=row.document_id,
        consult=ConsultId(row.consult_id),
        issuer=FacilityId(row.issuer_id),
        number=row.number,
        dated_on=row.dated_on,
        version=row.version,
        conversion=_conversion.validate_python(row.conversion),
        made_by=UserId(row.made_by),
        made_at=row.made_at,
        valid_until=row.valid_until,
    )
