"""Running numbers of papers and codes."""

from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId
from telemed.records import tables as t


async def next_number(tx: Tx, facility: FacilityId, series: str) -> int:
    """The facility's next number in this series, from 1. Others who count in it wait until this transaction ends."""
    put = insert(t.series).values(facility_id=facility, name=series, last=1)
    counted = put.on_conflict_do_update(
        index_elements=["facility_id", "name"], set_={"last": t.series.c.last + 1}
    ).returning(t.series.c.last)
    return int(await tx.scalar(counted))
