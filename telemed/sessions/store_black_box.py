"""All SQL of black boxes, incidents and verdicts."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId, uuid7
from telemed.sessions import tables as t
from telemed.sessions.black_box import (
    MOST_A_MINUTE,
    OPEN,
    Box,
    Look,
    first_look,
    further_look,
    in_order,
    minute_of,
    pack,
    unpack,
)
from telemed.sessions.incidents import MOST, Incident, IncidentKind
from telemed.sessions.verdicts import Cause, Finding

_b = t.black_box.c
_i = t.incident.c
_p = t.participant.c


async def add_look(tx: Tx, call: CallId, user: UserId, look: Look) -> None:
    """Append to this minute's row; a minute that is full takes no more."""
    minute = minute_of(look.at)
    further = further_look(look, minute)
    put = insert(t.black_box).values(call_id=call, user_id=user, from_at=minute, samples=first_look(look))
    longer = put.on_conflict_do_update(
        index_elements=["call_id", "user_id", "from_at"],
        set_={"samples": _b.samples.concat(further)},
        # A finished box is packed: nothing can be put behind it.
        where=(func.get_byte(_b.samples, 0) == OPEN[0]) & (func.length(_b.samples) <= MOST_A_MINUTE * len(further)),
    )
    await tx.execute(longer)


async def add_incident(tx: Tx, call: CallId, incident: Incident) -> bool:
    """False: this person told of too many already, and it was dropped."""
    if incident.user is not None:
        mine = select(func.count()).select_from(t.incident).where(_i.call_id == call, _i.user_id == incident.user)
        if int(await tx.scalar(mine)) >= MOST:
            return False
    row = {"call_id": call, "user_id": incident.user, "at": incident.at}
    await tx.execute(insert(t.incident).values(id=uuid7(), kind=incident.kind, value=incident.value, **row))
    return True


async def boxes(tx: Tx, calls: Collection[CallId]) -> dict[CallId, list[Box]]:
    """What each side's browser saw of its link, of each of these calls."""
    held = await tx.all(select(t.black_box).where(_b.call_id.in_(calls)))
    looks: defaultdict[tuple[CallId, UserId], list[Look]] = defaultdict(list)
    for row in held:
        looks[CallId(row.call_id), UserId(row.user_id)] += unpack(row.from_at, row.samples)
    found: dict[CallId, list[Box]] = {call: [] for call in calls}
    for seat in await _seats(tx, calls):
        mine = looks.get((CallId(seat.call_id), UserId(seat.user_id)), [])
        box = Box(UserId(seat.user_id), seat.side, FacilityId(seat.facility_id), tuple(in_order(mine)))
        found[CallId(seat.call_id)].append(box)
    return found


async def incidents(tx: Tx, calls: Collection[CallId]) -> dict[CallId, list[Incident]]:
    """Oldest first; who told of it, and from which side."""
    sides = {(seat.call_id, seat.user_id): seat.side for seat in await _seats(tx, calls)}
    found: dict[CallId, list[Incident]] = {call: [] for call in calls}
    for row in await tx.all(select(t.incident).where(_i.call_id.in_(calls)).order_by(_i.at, _i.id)):
        side = sides.get((row.call_id, row.user_id))
        user = None if row.user_id is None else UserId(row.user_id)
        found[CallId(row.call_id)].append(Incident(row.at, IncidentKind(row.kind), side, row.value, user))
    return found


async def make_one(tx: Tx, call: CallId, box: Box) -> None:
    """The minutes of one side become one row. Twice changes nothing."""
    if not box.looks:
        return
    from_at, packed = pack(box.looks)
    await tx.execute(delete(t.black_box).where(_b.call_id == call, _b.user_id == box.user))
    row = {"call_id": call, "user_id": box.user, "from_at": from_at, "samples": packed}
    await tx.execute(insert(t.black_box).values(**row))


async def put_verdict(tx: Tx, consult: ConsultId, number: int, finding: Finding, at: datetime) -> None:
    """Number 0: of a consult that never came to a call."""
    row: dict[str, Any] = {"cause": finding.cause, "side": finding.side, "facts": finding.facts, "at": at}
    put = insert(t.verdict).values(consult_id=consult, call_number=number, **row)
    await tx.execute(put.on_conflict_do_update(index_elements=["consult_id", "call_number"], set_=row))


async def verdicts(tx: Tx, consult: ConsultId) -> dict[int, Finding]:
    """What each of its calls was put down to, by the call's number."""
    rows = await tx.all(select(t.verdict).where(t.verdict.c.consult_id == consult).order_by(t.verdict.c.call_number))
    return {row.call_number: Finding(Cause(row.cause), row.side, row.facts) for row in rows}


async def running_at(tx: Tx, facility: FacilityId) -> list[CallId]:
    """Calls that are not over, with somebody who sits in them from this place."""
    seats = select(_p.call_id).join(t.call, t.call.c.id == _p.call_id).distinct()
    return [
        CallId(row.call_id)
        for row in await tx.all(seats.where(_p.facility_id == facility, t.call.c.ended_at.is_(None)))
    ]


async def _seats(tx: Tx, calls: Collection[CallId]) -> list[AnyRow]:
    query = select(_p.call_id, _p.user_id, _p.side, _p.facility_id).where(_p.call_id.in_(calls))
    return list(await tx.all(query.order_by(_p.joined_at)))
