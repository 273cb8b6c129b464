"""From what the store found to what the log shows: masks, waits and the one-line verdict. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.db import AnyRow
from telemed.kernel.ids import FacilityId, UserId
from telemed.reports import wire

RESTING = frozenset({"concluded", "closed", "transferred", "cancelled", "expired"})


@dataclass
class Around:
    """Everything that stands around a page of consults, by consult."""

    people: Mapping[UserId, PersonRef]
    facilities: Mapping[FacilityId, FacilityRef]
    initials: Mapping[UUID, str]
    interrupted: set[UUID]
    rings: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    calls: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    minutes: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    decisions: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    referrals: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    causes: Mapping[UUID, Sequence[AnyRow]] = field(default_factory=dict)
    masked: Set[UUID] = frozenset()
    """Restricted cases whose words are not for the one who reads."""


def by_consult(rows: Iterable[AnyRow]) -> dict[UUID, list[AnyRow]]:
    found: dict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        found[row.consult_id].append(row)
    return found


def mask(name: str) -> str:
    """`Giàng Thị Sua` → `G.T.S.`: enough to tell rows apart, not to know who."""
    return "".join(f"{word[0].upper()}." for word in name.split()[:4])


def milliseconds(span: timedelta | None) -> int | None:
    return None if span is None else round(span.total_seconds() * 1000)


def row(c: AnyRow, around: Around, now: datetime) -> wire.LogRow:
    rings = around.rings.get(c.id, ())
    on_shift = next((r for r in rings if r.why == "shift"), None)
    decided = next(iter(around.decisions.get(c.id, ())), None)
    paper = next(iter(around.minutes.get(c.id, ())), None)
    sent_on = next((r for r in around.referrals.get(c.id, ()) if r.state != "cancelled"), None)
    cause = next(reversed(around.causes.get(c.id, ())), None)
    waited = c.first_answer_at - c.sent_at if c.first_answer_at else None
    talked = [k.ended_at - k.live_at for k in around.calls.get(c.id, ()) if k.live_at and k.ended_at]
    values: dict[str, Any] = {
        "consult_id": c.id,
        "code": c.code,
        "sent_at": c.sent_at,
        "state": c.state,
        "urgency": c.urgency,
        "specialty": c.specialty,
        "station": around.facilities[c.station_id],
        "hospital": around.facilities[c.hospital_id],
        "requester": around.people[c.requester_id],
        "patient_mask": around.initials.get(c.patient_id, ""),
        "subject": {
            "sex": c.subject_sex,
            "age_months": c.subject_age_months,
            "age_estimated": c.subject_age_estimated,
        },
        "question": "" if c.id in around.masked else c.question or c.reason,
        "masked": c.id in around.masked,
        "on_duty": around.people[on_shift.user_id] if on_shift else None,
        "rung": [{"person": around.people[r.user_id], "state": r.state, "why": r.why, "tier": r.tier} for r in rings],
        "answered_by": around.people[c.specialist_id] if c.specialist_id else None,
        "wait_ms": milliseconds(waited),
        "answer_due_ms": milliseconds(c.answer_due_at - c.sent_at),
        "call_ms": milliseconds(sum(talked, timedelta())) if talked else None,
        "outcomes": decided.outcomes if decided else [],
        "decision": decided.choice if decided else None,
        "referral_id": sent_on.id if sent_on else None,
        "referral_number": sent_on.number if sent_on else None,
        "referral_state": sent_on.state if sent_on else None,
        "minutes_state": paper.state if paper else None,
        "verdict": verdict(
            c, now, signed=paper is not None and paper.state == "signed", cut=c.id in around.interrupted
        ),
        "cause": cause.cause if cause else None,
        "cause_side": cause.side if cause else None,
    }
    return wire.LogRow.model_validate(values)


def verdict(c: AnyRow, now: datetime, *, signed: bool, cut: bool) -> wire.Verdict:  # noqa: PLR0911 - one line a case
    """The worst that can be said of it, derived and never typed in."""
    answered_late = c.first_answer_at is not None and c.first_answer_at > c.answer_due_at
    if c.state == "transferred" or (c.first_answer_at is None and c.state == "closed"):
        return "transferred"
    overdue = c.state not in RESTING and now > c.answer_due_at
    if c.first_answer_at is None and (c.state == "expired" or c.ladder_ended_at or overdue):
        return "unanswered"
    if c.state == "cancelled":
        return "cancelled"
    if answered_late:
        return "late"
    if c.state not in RESTING:
        return "live"
    if not signed:
        return "unsigned"
    return "interrupted" if cut else "normal"
