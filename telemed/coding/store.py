"""All SQL of lists of codes."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import insert, select

from telemed.coding import tables as t
from telemed.coding.model import CodeList, Entry
from telemed.infra.db import Tx


async def lists(tx: Tx) -> list[CodeList]:
    rows = await tx.all(select(t.icd_list))
    return [CodeList(row.id, row.name, row.valid_from, row.valid_to) for row in rows]


async def entries(tx: Tx, list_id: str) -> list[Entry]:
    c = t.icd_code.c
    rows = await tx.all(select(*[one for one in c if one.name != "list_id"]).where(c.list_id == list_id))
    return [Entry(**row._mapping) for row in rows]


async def add(tx: Tx, new: CodeList, codes: Sequence[Entry], sha256: str) -> None:
    """The whole list; as the owner of the tables, for the application only reads them."""
    row = asdict(new) | {"sha256": sha256, "imported_at": tx.at}
    await tx.execute(insert(t.icd_list).values(row))
    await tx.execute(insert(t.icd_code), [asdict(one) | {"list_id": new.id} for one in codes])
