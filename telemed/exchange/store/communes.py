"""All SQL of the dated list of communes."""

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from telemed.exchange.communes import Commune
from telemed.exchange.tables import commune
from telemed.infra.db import Tx

_c = commune.c


async def some(tx: Tx, codes: Collection[str] | None = None) -> list[Commune]:
    """Every span of these codes; of all, with None."""
    query = select(commune).order_by(_c.code, _c.valid_from)
    if codes is not None:
        query = query.where(_c.code.in_(codes))
    return [Commune(row.code, row.name, row.province_code, row.valid_from, row.valid_to) for row in await tx.all(query)]


async def put(tx: Tx, these: Iterable[Commune]) -> None:
    """Add, or say anew what a code is called from a day on."""
    for one in these:
        said = {"name": one.name, "province_code": one.province_code, "valid_to": one.valid_to}
        row = insert(commune).values(code=one.code, valid_from=one.valid_from, **said)
        await tx.execute(row.on_conflict_do_update(index_elements=["code", "valid_from"], set_=said))
