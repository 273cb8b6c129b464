"""One consult, second by second: facts as they were told, who was there and why, the link's curve, the papers."""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from telemed import identity, sessions
from telemed.identity import FacilityRef, PersonRef
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.actor import SYSTEM_ID
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.reports import rows, store, wire
from telemed.sessions import Box, Incident, IncidentKind, Look

Phase = Literal["ring", "room", "after"]

ROOM = frozenset(
    {"call_opened", "participant_joined", "participant_left", "call_live", "call_interrupted", "call_ended"}
    | {"minutes_opened", "opinion_added"}
)
AFTER = frozenset(
    {"minutes_concluded", "consult_concluded", "minutes_signed", "minutes_locked", "decision_recorded"}
    | {"minutes_corrected", "minutes_discarded", "minutes_sealed", "decision_corrected"}
    | {"referral_drafted", "referral_changed", "referral_signed", "referral_sent", "referral_cancelled"}
    | {"referral_moved", "follow_up_moved", "result_recorded"}
    | {"consult_closed"}
)
QUIET = frozenset(
    {"minutes_field_changed", "referral_changed", "consult_changed", "patient_changed", "relay_needed"}
    | {"conclusion_read_back"}
)
"""Each keystroke's save is history, not news; the relay is told as an incident: the timeline leaves these out."""
HIDDEN = frozenset(
    {"user", "ring", "shift", "call", "minutes", "opinion", "decision", "referral", "deadline_at"}
    | {"hospital", "handover", "to", "giver", "advice", "people", "station", "follow_up"}
)
"""Ids are not for reading; people are named beside them."""


async def build(tx: Tx, c: AnyRow, row: wire.LogRow) -> wire.Timeline:
    history = [h for h in await store.history(tx, ConsultId(c.id)) if h.kind not in QUIET]
    calls = await store.calls_of(tx, [c.id])
    rings = await store.rings_of(tx, [c.id])
    seats = await store.seats(tx, [k.id for k in calls])
    handed = await store.handovers_of(tx, c.id)
    worked = [r.shift_id for r in rings if r.shift_id] + [h.to_shift_id for h in handed if h.to_shift_id]
    shifts = await store.shift_times(tx, worked)
    who = {UserId(UUID(h.data["user"])) for h in history if h.data.get("user")}
    who |= {UserId(h.actor_id) for h in history if h.actor_id != SYSTEM_ID}
    who |= {UserId(s.user_id) for s in seats} | {UserId(r.user_id) for r in rings} | {UserId(c.requester_id)}
    who |= {UserId(h.to_id) for h in handed}
    people = await identity.people(tx, who)
    places = {FacilityId(c.station_id)} | {FacilityId(at) for at in (c.hospital_id, c.answering_id) if at}
    places |= {FacilityId(r.hospital_id) for r in rings if r.hospital_id}
    facilities = await identity.facilities(tx, places)
    ids = [CallId(k.id) for k in calls]
    told = [one for kept in (await sessions.call_incidents(tx, ids)).values() for one in kept]
    entries = [_entry(h, c, people) for h in history]
    entries += [_incident(one, told, c, people) for one in told if one.kind in TOLD]
    return wire.Timeline(
        row=row,
        entries=sorted(entries, key=lambda one: one.at),
        link=await _link(tx, ids),
        verdicts=[
            wire.CallVerdict(number=v.call_number, cause=v.cause, side=v.side, facts=v.facts, at=v.at)
            for v in await store.verdicts_of(tx, [c.id])
        ],
        participants=_why_here(c, list(rings), list(handed), people, facilities, shifts),
        papers=await _papers(tx, c),
    )


def _entry(h: AnyRow, c: AnyRow, people: dict[UserId, PersonRef]) -> wire.TimelineEntry:
    user = h.data.get("user")
    person = people.get(UserId(UUID(user))) if user else people.get(h.actor_id)
    at = _happened(h)
    phase: Phase = "room" if h.kind in ROOM else "after" if h.kind in AFTER else "ring"
    return wire.TimelineEntry(
        at=at,
        offset_ms=rows.milliseconds(at - c.sent_at) or 0,
        phase=phase,
        kind=h.kind,
        person=person,
        params={k: _plain(v) for k, v in h.data.items() if k not in HIDDEN and v is not None},
    )


TOLD = frozenset(
    {IncidentKind.RUNG, IncidentKind.ICE_RESTART, IncidentKind.REBUILT, IncidentKind.RELAY_ONLY}
    | {IncidentKind.CAMERA_FAULT, IncidentKind.MICROPHONE_FAULT, IncidentKind.FORCED, IncidentKind.SERVER_RESTARTED}
)
"""Lines lost and left are facts of the call already; a cause is told with the rung it moved."""
TOGETHER = timedelta(seconds=3)


def _incident(one: Incident, told: list[Incident], c: AnyRow, people: dict[UserId, PersonRef]) -> wire.TimelineEntry:
    params = {"value": one.value} if one.value else {}
    if one.kind is IncidentKind.RUNG:
        why = [
            w for w in told if w.kind is IncidentKind.CAUSE and w.user == one.user and abs(w.at - one.at) <= TOGETHER
        ]
        params |= {"cause": why[-1].value} if why and why[-1].value else {}
    if one.side:
        params["side"] = one.side
    return wire.TimelineEntry(
        at=one.at,
        offset_ms=rows.milliseconds(one.at - c.sent_at) or 0,
        phase="room",
        kind=f"incident_{one.kind}",
        person=people.get(one.user) if one.user else None,
        params=params,
    )


MOST_POINTS = 2000


async def _link(tx: Tx, calls: list[CallId]) -> list[wire.LinkPoint]:
    """What each side saw of its link; of older calls, what was kept then."""
    found = [
        wire.LinkPoint(at=m.at, side=m.side, out_kbps=m.out_kbps, rtt_ms=m.rtt_ms, loss_pct=m.loss_pct)
        for m in await store.measured(tx, calls)
    ]
    for kept in (await sessions.black_boxes(tx, calls)).values():
        found += [_point(box, look) for box in kept for look in box.looks]
    found.sort(key=lambda point: point.at)
    return found[:: -(-len(found) // MOST_POINTS) or 1]


def _point(box: Box, look: Look) -> wire.LinkPoint:
    return wire.LinkPoint(
        side=box.side, **{name: getattr(look, name) for name in wire.LinkPoint.model_fields if name != "side"}
    )


THEN = ("written_at", "said_at", "given_at")
"""What happened while a station had no link was told later, with its own time."""


def _happened(h: AnyRow) -> datetime:
    then = next((h.data[name] for name in THEN if h.data.get(name)), None)
    return datetime.fromisoformat(then) if then else h.at


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _why_here(  # noqa: PLR0917 - all that says why
    c: AnyRow,
    rings: list[AnyRow],
    handed: list[AnyRow],
    people: dict[UserId, PersonRef],
    facilities: dict[FacilityId, FacilityRef],
    shifts: dict[UUID, AnyRow],
) -> list[wire.WhyHere]:
    """Who asked, who took it, who took it over, everybody who was rung: each once, with the reason kept at the time."""
    found = [
        wire.WhyHere(
            person=people[c.requester_id],
            facility=facilities[c.station_id],
            role="requester",
            why=None,
            tier=None,
            shift_starts_at=None,
            shift_ends_at=None,
            roster_version=None,
        )
    ]
    seen: set[UUID] = set()
    for r in sorted(rings, key=lambda r: r.user_id != c.specialist_id):
        if r.user_id in seen:
            continue
        seen.add(r.user_id)
        hours = shifts.get(r.shift_id)
        found.append(
            wire.WhyHere(
                person=people[r.user_id],
                facility=facilities[r.hospital_id or c.hospital_id],
                role="chair" if r.user_id == c.specialist_id else "rung",
                why=r.why,
                tier=r.tier,
                shift_starts_at=hours.starts_at if hours else None,
                shift_ends_at=hours.ends_at if hours else None,
                roster_version=r.roster_version,
            )
        )
    for h in handed:
        if h.to_id in seen:
            continue
        seen.add(h.to_id)
        hours = shifts.get(h.to_shift_id)
        found.append(
            wire.WhyHere(
                person=people[h.to_id],
                facility=facilities[c.answering_id or c.hospital_id],
                role="chair",
                why="shift" if hours else "manual",
                tier=None,
                shift_starts_at=hours.starts_at if hours else None,
                shift_ends_at=hours.ends_at if hours else None,
                roster_version=None,
            )
        )
    return found


async def _papers(tx: Tx, c: AnyRow) -> list[wire.PaperRef]:
    found = [
        wire.PaperRef(kind="minutes", id=m.id, number=m.number, state=m.state)
        for m in await store.minutes_of(tx, [c.id])
    ]
    found += [
        wire.PaperRef(kind="referral", id=r.id, number=r.number, state=r.state)
        for r in await store.referrals_of(tx, [c.id])
    ]
    return found
