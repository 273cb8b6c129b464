"""All SQL of what links carried, and of what is set for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Rung
from telemed.media import tables as t
from telemed.media.links import Contract, LinkHour

_h = t.link_hour.c
_f = t.facility_link.c


async def add(tx: Tx, facility: FacilityId, hours: Iterable[LinkHour]) -> None:
    """What was seen in these hours comes to what was seen in them before."""
    for hour in hours:
        key = {"facility_id": facility, "hour_at": hour.at, "source": hour.source}
        empty = insert(t.link_hour).values(**key, looks=0, rungs={}, bytes=0)
        await tx.execute(empty.on_conflict_do_nothing())
        those = [_h[name] == value for name, value in key.items()]
        known = _hour(await tx.one(select(t.link_hour).where(*those).with_for_update()))
        await tx.execute(update(t.link_hour).where(*those).values(**_row(known + hour)))


async def hours(tx: Tx, facilities: Collection[FacilityId], since: datetime) -> dict[FacilityId, list[LinkHour]]:
    """In order of time."""
    found: dict[FacilityId, list[LinkHour]] = {facility: [] for facility in facilities}
    query = select(t.link_hour).where(_h.facility_id.in_(facilities), _h.hour_at >= since)
    for row in await tx.all(query.order_by(_h.hour_at)):
        found[FacilityId(row.facility_id)].append(_hour(row))
    return found


async def contracts(tx: Tx, facilities: Collection[FacilityId]) -> dict[FacilityId, Contract]:
    """Of each of them; where nothing was ever set, the usual."""
    found: defaultdict[FacilityId, Contract] = defaultdict()
    for facility in facilities:
        found[facility] = Contract(facility)
    for row in await tx.all(select(t.facility_link).where(_f.facility_id.in_(facilities))):
        found[FacilityId(row.facility_id)] = Contract(
            facility=FacilityId(row.facility_id),
            relay_until=row.relay_until,
            sim=row.sim,
            sim_since=row.sim_since,
            cap_mb=row.cap_mb,
            capped_rung=Rung(row.capped_rung),
            billing_day=row.billing_day,
            changed_at=row.changed_at,
        )
    return found


async def lock(tx: Tx, facility: FacilityId) -> Contract:
    await tx.execute(insert(t.facility_link).values(facility_id=facility).on_conflict_do_nothing())
    await tx.execute(select(_f.facility_id).where(_f.facility_id == facility).with_for_update())
    return (await contracts(tx, [facility]))[facility]


async def save(tx: Tx, contract: Contract) -> None:
    row: dict[str, Any] = {
        "relay_until": contract.relay_until,
        "sim": contract.sim,
        "sim_since": contract.sim_since,
        "cap_mb": contract.cap_mb,
        "capped_rung": contract.capped_rung,
        "billing_day": contract.billing_day,
        "changed_at": contract.changed_at,
    }
    put = insert(t.facility_link).values(facility_id=contract.facility, **row)
    await tx.execute(put.on_conflict_do_update(index_elements=["facility_id"], set_=row))


def _row(hour: LinkHour) -> dict[str, Any]:
    return {
        "looks": hour.looks,
        "up_kbps": hour.up_kbps,
        "down_kbps": hour.down_kbps,
        "rtt_ms": hour.rtt_ms,
        "loss_pct": hour.loss_pct,
        "concealed_pct": hour.concealed_pct,
        "rungs": {rung.value: seconds for rung, seconds in hour.rungs.items()},
        "bytes": hour.bytes,
    }


def _hour(row: AnyRow) -> LinkHour:
    return LinkHour(
        at=row.hour_at,
        source=row.source,
        looks=row.looks,
        up_kbps=row.up_kbps,
        down_kbps=row.down_kbps,
        rtt_ms=row.rtt_ms,
        loss_pct=row.loss_pct,
        concealed_pct=row.concealed_pct,
        rungs={Rung(rung): seconds for rung, seconds in row.rungs.items()},
        bytes=row.bytes,
    )
