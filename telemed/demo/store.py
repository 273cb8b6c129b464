"""The demo's own SQL: many rows of history in one statement, which no living hospital would ever write at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import insert, select

from telemed.infra import events
from telemed.infra.audit import audit_table
from telemed.infra.db import Tx
from telemed.infra.outbox import event_table
from telemed.kernel.ids import CallId, FacilityId, UserId, uuid7
from telemed.records.tables import series
from telemed.schedules.model_roster import RosterVersion
from telemed.schedules.tables import roster_version
from telemed.sessions import Incident, Look
from telemed.sessions.black_box import pack
from telemed.sessions.tables import black_box, consult, consult_counter, incident

Row = Mapping[str, Any]


async def has_consults(tx: Tx) -> bool:
    return await tx.scalar(select(consult.c.id).limit(1)) is not None


async def add_told(tx: Tx, told: Iterable[tuple[Any, Any, events.Event]]) -> None:
    """Facts (when, by whom, what), in their order. They count as relayed: nobody is to react to them any more."""
    rows = [
        {
            "id": uuid7(),
            "kind": event.kind,
            "consult_id": event.consult,
            "actor_id": by,
            "at": at,
            "data": events.write(event),
            "relayed_at": at,
        }
        for at, by, event in told
    ]
    await tx.execute(insert(event_table), rows)


async def add_deeds(tx: Tx, deeds: Iterable[Row]) -> None:
    rows = [{"id": uuid7(), "outcome": "ok", **deed} for deed in deeds]
    await tx.execute(insert(audit_table), rows)


async def add_black_boxes(
    tx: Tx, looks: Mapping[tuple[CallId, UserId], Sequence[Look]], incidents: Iterable[tuple[CallId, Incident]]
) -> None:
    """Each side's looks as one row, as a call leaves them that is over."""
    packed = [(key, pack(seen)) for key, seen in looks.items() if seen]
    boxes = [
        {"call_id": call, "user_id": user, "from_at": from_at, "samples": samples}
        for (call, user), (from_at, samples) in packed
    ]
    told = [
        {"id": uuid7(), "call_id": call, "user_id": one.user, "at": one.at, "kind": one.kind, "value": one.value}
        for call, one in incidents
    ]
    for table, rows in ((black_box, boxes), (incident, told)):
        if rows:
            await tx.execute(insert(table), rows)


async def add_version(tx: Tx, made: RosterVersion) -> None:
    """One that was made before; those made now go through `versions.apply`."""
    row = asdict(made)
    row["hospital_id"] = row.pop("hospital")
    await tx.execute(insert(roster_version).values(row))


async def set_numbers(tx: Tx, cases: Mapping[FacilityId, int], papers: Mapping[tuple[FacilityId, str], int]) -> None:
    """Where the counting goes on."""
    if cases:
        await tx.execute(insert(consult_counter), [{"station_id": f, "last": last} for f, last in cases.items()])
    if papers:
        rows = [{"facility_id": f, "name": name, "last": last} for (f, name), last in papers.items()]
        await tx.execute(insert(series), rows)
