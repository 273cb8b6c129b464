"""What is found about a call when it is over: its black box becomes one row a side, its verdict is derived and kept."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from telemed.infra import outbox
from telemed.infra.db import Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.sessions import store, store_black_box, store_calls, verdicts
from telemed.sessions.black_box import Box, Look
from telemed.sessions.calls import Call, CallState
from telemed.sessions.events import RelayNeeded
from telemed.sessions.incidents import Incident, IncidentKind, chosen
from telemed.sessions.verdicts import SIDES, Finding, Heard
from telemed.sessions.wire import Measurement


async def look(tx: Tx, call: CallId, user: UserId, at: datetime, measurement: Measurement) -> None:
    """Keep one look at somebody's link."""
    await store_black_box.add_look(tx, call, user, Look(at, **dict(measurement)))


async def incident(tx: Tx, call: Call, user: UserId | None, kind: IncidentKind, value: str = "") -> None:
    """Keep what happened to somebody's media; that only the relay comes through is told to who remembers links."""
    seat = next((one for one in call.participants if one.user == user), None)
    side = None if seat is None else seat.side
    kept = await store_black_box.add_incident(tx, call.id, Incident(tx.at, kind, side, value, user))
    if kept and kind is IncidentKind.RELAY_ONLY and seat is not None:
        await outbox.publish(tx, RelayNeeded(call.consult, call.id, seat.user, seat.facility), tx.at)


async def boxes(tx: Tx, calls: Collection[CallId]) -> dict[CallId, list[Box]]:
    """What each side's browser saw of its link."""
    return await store_black_box.boxes(tx, calls)


async def incidents(tx: Tx, calls: Collection[CallId]) -> dict[CallId, list[Incident]]:
    """What happened to media besides figures, oldest first."""
    return await store_black_box.incidents(tx, calls)


async def put_down_to(tx: Tx, consult: ConsultId) -> dict[int, Finding]:
    """What each finished call was put down to, by the call's number."""
    return await store_black_box.verdicts(tx, consult)


async def unchosen(tx: Tx, call: CallId) -> list[Box]:
    """What each side's browser saw; without the rungs that somebody chose, for they say nothing of the link."""
    told = (await store_black_box.incidents(tx, [call]))[call]
    found = []
    for box in (await boxes(tx, [call]))[call]:
        looks = [replace(look, rung=None) if chosen(told, box.side, look.at) else look for look in box.looks]
        found.append(replace(box, looks=tuple(looks)))
    return found


async def carried(tx: Tx, facility: FacilityId, since: datetime) -> int:
    """Bytes that calls which still run have carried for this place since then."""
    seen = await boxes(tx, await store_black_box.running_at(tx, facility))
    looks = [look for some in seen.values() for box in some if box.facility == facility for look in box.looks]
    return sum(look.kbytes or 0 for look in looks if look.at >= since) * 1000


async def call_over(tx: Tx, consult_id: ConsultId, call_id: CallId) -> None:
    """Make its black box one row a side and put it down to a cause. Twice changes nothing."""
    call = next((one for one in (await store_calls.calls(tx, [consult_id]))[consult_id] if one.id == call_id), None)
    if call is None or call.state is not CallState.ENDED or call.ended_at is None:
        return
    kept = (await boxes(tx, [call_id]))[call_id]
    for box in kept:
        await store_black_box.make_one(tx, call_id, box)
    told = (await store_black_box.incidents(tx, [call_id]))[call_id]
    heard = Heard(
        opened_at=call.opened_at,
        live_at=call.live_at,
        ended_at=call.ended_at,
        sat=frozenset(p.side for p in call.participants),
        looks={side: [look for box in kept if box.side == side for look in box.looks] for side in SIDES},
        incidents=told,
    )
    await store_black_box.put_verdict(tx, consult_id, call.number, verdicts.of_call(heard), call.ended_at)


async def without_call(tx: Tx, consult_id: ConsultId) -> None:
    """A consult came to an end, or its ladder did, and there was no call: put that down to a cause."""
    try:
        consult = await store.get(tx, consult_id)
    except Missing:
        return  # erased meanwhile
    if (await store_calls.calls(tx, [consult_id]))[consult_id]:
        return
    rings = (await store.rings(tx, [consult_id]))[consult_id]
    found = verdicts.without_call(
        consult.state,
        [(ring.state, ring.why) for ring in rings],
        answered=consult.first_answer_at is not None,
        overdue=consult.answer_due_at is not None and tx.at > consult.answer_due_at,
        ladder_ended=consult.ladder_ended_at is not None,
    )
    if found is not None:
        await store_black_box.put_verdict(tx, consult_id, 0, found, consult.closed_at or tx.at)
