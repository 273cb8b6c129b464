"""All SQL of line tests. A transaction comes in, values go out."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import FacilityId
from telemed.media import tables
from telemed.media.model_probe import LineProbeId

_p = tables.line_probe.c


async def save(tx: Tx, probe: LineProbeId, facility: FacilityId, at: datetime, found: dict[str, Any]) -> None:
    """`found`: the columns beside whose, where and when."""
    row = {"id": probe, "facility_id": facility, "person_id": tx.actor.id, "at": at, **found}
    await tx.execute(insert(tables.line_probe).values(row))


async def get(tx: Tx, probe: LineProbeId) -> AnyRow:
    return await tx.one(select(tables.line_probe).where(_p.id == probe))


async def recent(tx: Tx, facility: FacilityId, kind: str | None, most: int) -> list[AnyRow]:
    """The newest first."""
    found = select(tables.line_probe).where(_p.facility_id == facility).order_by(_p.at.desc(), _p.id.desc())
    if kind is not None:
        found = found.where(_p.kind == kind)
    return list(await tx.all(found.limit(most)))


async def since(tx: Tx, facility: FacilityId, at: datetime) -> list[AnyRow]:
    """In order of time."""
    found = select(tables.line_probe).where(_p.facility_id == facility, _p.at >= at).order_by(_p.at, _p.id)
    return list(await tx.all(found))
