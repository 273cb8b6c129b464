"""The log's SQL: one look over consults, rings, calls, minutes, decisions and referrals. It only reads.

The one place that knows all features' tables. Filters use columns with indexes that hold under row-level security.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Select, and_, case, exists, func, or_, select, true, tuple_
from sqlalchemy.dialects.postgresql import TIMESTAMP

from telemed.identity.tables import role_grant
from telemed.infra.db import AnyRow, Tx
from telemed.infra.outbox import event_table
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import CallId, ConsultId, FacilityId, UserId
from telemed.kernel.values import Urgency
from telemed.records.tables import decision, minutes, patient, referral, signature
from telemed.schedules.tables import shift
from telemed.sessions.tables import call, consult, handover, measurement, participant, ring
from telemed.sessions.tables import verdict as verdict_table

_c = consult.c

VIEWS = ("all", "unanswered", "late", "unsigned", "referred")
SIGNED_WITHIN = {Urgency.STAT: timedelta(hours=2)}
SIGNED_WITHIN_ELSE = timedelta(hours=24)
"""`domain.md` 4.3, proposed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the log is narrowed to. Times are UTC, `until` is exclusive."""

    facilities: frozenset[FacilityId]
    now: datetime
    since: datetime | None = None
    until: datetime | None = None
    station: UUID | None = None
    hospital: UUID | None = None
    specialty: str | None = None
    state: str | None = None
    urgency: str | None = None
    view: str = "all"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the order newest first."""

    sent_at: datetime
    id: UUID


def _conditions(f: Filter) -> list[ColumnElement[bool]]:
    mine = or_(_c.hospital_id.in_(f.facilities), _c.station_id.in_(f.facilities))
    found: list[ColumnElement[bool]] = [_c.sent_at.is_not(None), ~_c.practice, mine]
    for column, value in (
        (_c.station_id, f.station),
        (_c.hospital_id, f.hospital),
        (_c.specialty, f.specialty),
        (_c.state, f.state),
        (_c.urgency, f.urgency),
    ):
        if value is not None:
            found.append(column == value)
    if f.since is not None:
        found.append(_c.sent_at >= f.since)
    if f.until is not None:
        found.append(_c.sent_at < f.until)
    return found


def _view(name: str, now: datetime) -> ColumnElement[bool]:
    """The saved views, as conditions on a consult."""
    unanswered = _c.first_answer_at.is_(None)
    match name:
        case "unanswered":
            given_up = _c.state.in_(["transferred", "expired", "closed"])
            return and_(unanswered, or_(_c.ladder_ended_at.is_not(None), given_up))
        case "late":
            still_open = _c.state.in_(["waiting", "returned"])
            overdue = and_(unanswered, still_open, _c.answer_due_at < now)
            return or_(_c.first_answer_at > _c.answer_due_at, overdue)
        case "unsigned":
            signed = exists().where(minutes.c.consult_id == _c.id, minutes.c.state == "signed")
            return and_(_c.concluded_at.is_not(None), ~signed)
        case "referred":
            return exists().where(referral.c.consult_id == _c.id, referral.c.state != "cancelled")
        case _:
            return true()


async def page(tx: Tx, f: Filter, limit: int, after: Mark | None, before: Mark | None) -> list[AnyRow]:
    """Rows newest first: those older than `after`, or the nearest newer than `before`; one more than `limit`."""
    query = select(consult).where(*_conditions(f), _view(f.view, f.now))
    place = tuple_(_c.sent_at, _c.id)
    if before is not None:
        newer = query.where(place > tuple_(before.sent_at, before.id)).order_by(_c.sent_at, _c.id)
        return list(reversed(await tx.all(newer.limit(limit + 1))))
    if after is not None:
        query = query.where(place < tuple_(after.sent_at, after.id))
    return list(await tx.all(query.order_by(_c.sent_at.desc(), _c.id.desc()).limit(limit + 1)))


async def totals(tx: Tx, f: Filter) -> AnyRow:
    """Over the whole filter and view, and beside it each view's count."""
    wait = func.extract("epoch", _c.first_answer_at - _c.sent_at)
    within = case(
        {urgency.value: span for urgency, span in SIGNED_WITHIN.items()}, value=_c.urgency, else_=SIGNED_WITHIN_ELSE
    )
    last_signed = select(func.max(signature.c.at)).where(
        signature.c.minutes_id == minutes.c.id, signature.c.cleared_at.is_(None)
    )
    in_time = exists().where(
        minutes.c.consult_id == _c.id,
        minutes.c.state == "signed",
        last_signed.scalar_subquery() <= _c.concluded_at + within,
    )
    chosen = _view(f.view, f.now)
    columns = [
        func.count().filter(chosen).label("consults"),
        func.count(_c.first_answer_at).filter(chosen).label("answered"),
        func.percentile_cont(0.5).within_group(wait).filter(chosen, wait.is_not(None)).label("median"),
        func.percentile_cont(0.9).within_group(wait).filter(chosen, wait.is_not(None)).label("p90"),
        func.count().filter(chosen, _view("referred", f.now)).label("referred"),
        func.count(_c.concluded_at).filter(chosen).label("concluded"),
        func.count().filter(chosen, in_time).label("signed_in_time"),
        *(func.count().filter(_view(name, f.now)).label(f"view_{name}") for name in VIEWS),
    ]
    return await tx.one(select(*columns).where(*_conditions(f)))


async def by_day(tx: Tx, f: Filter, days: int = 31) -> Sequence[AnyRow]:
    """The newest days that have consults, newest first, by the local calendar."""
    day = func.timezone(LOCAL.key, _c.sent_at, type_=TIMESTAMP).cast(Date)
    in_time = and_(_c.first_answer_at.is_not(None), _c.first_answer_at <= _c.answer_due_at)
    query = select(
        day.label("day"), func.count().label("consults"), func.count().filter(in_time).label("answered_in_time")
    ).where(*_conditions(f), _view(f.view, f.now))
    return await tx.all(query.group_by(day).order_by(day.desc()).limit(days))


# -- what stands around the rows ---------------------------------------------------------------------------------------


async def rings_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    query = select(ring).where(ring.c.consult_id.in_(ids), ring.c.user_id.is_not(None))
    return await tx.all(query.order_by(ring.c.round, ring.c.step, ring.c.started_at, ring.c.id))


async def handovers_of(tx: Tx, consult_id: UUID) -> Sequence[AnyRow]:
    """Those by which it changed hands."""
    taken = (handover.c.consult_id == consult_id, handover.c.state == "taken")
    return await tx.all(select(handover).where(*taken).order_by(handover.c.answered_at))


async def calls_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    return await tx.all(select(call).where(call.c.consult_id.in_(ids)))


async def minutes_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    """The one that counts first: the newest signed edition; before any is, the draft."""
    order = ((minutes.c.state == "signed").desc(), minutes.c.edition.desc())
    standing = select(minutes).where(minutes.c.state != "discarded").order_by(*order)
    return await _by_consult(tx, standing, minutes.c.consult_id, ids)


async def decisions_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    """The newest edition first: it counts."""
    return await _by_consult(tx, select(decision).order_by(decision.c.edition.desc()), decision.c.consult_id, ids)


async def referrals_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    return await _by_consult(tx, select(referral).order_by(referral.c.id), referral.c.consult_id, ids)


async def names_of(tx: Tx, patients: Sequence[UUID]) -> dict[UUID, str]:
    """For masking only: no name leaves the service."""
    rows = await tx.all(select(patient.c.id, patient.c.full_name).where(patient.c.id.in_(patients)))
    return {row.id: row.full_name for row in rows}


async def verdicts_of(tx: Tx, ids: Sequence[UUID]) -> Sequence[AnyRow]:
    """The newest call last."""
    v = verdict_table.c
    query = select(verdict_table).where(v.consult_id.in_(ids))
    return await tx.all(query.order_by(v.consult_id, v.call_number))


async def interrupted(tx: Tx, ids: Sequence[UUID]) -> set[UUID]:
    query = select(event_table.c.consult_id).where(
        event_table.c.consult_id.in_(ids), event_table.c.kind == "call_interrupted"
    )
    return {row.consult_id for row in await tx.all(query.distinct())}


async def consult_row(tx: Tx, consult_id: ConsultId) -> AnyRow | None:
    return await tx.first(select(consult).where(_c.id == consult_id))


async def history(tx: Tx, consult_id: ConsultId) -> Sequence[AnyRow]:
    """Every fact, in the order it was told."""
    query = select(event_table.c.kind, event_table.c.at, event_table.c.actor_id, event_table.c.data)
    return await tx.all(query.where(event_table.c.consult_id == consult_id).order_by(event_table.c.seq))


async def seats(tx: Tx, calls: Sequence[UUID]) -> Sequence[AnyRow]:
    return await tx.all(select(participant).where(participant.c.call_id.in_(calls)))


async def measured(tx: Tx, calls: Sequence[CallId], at_most: int = 2000) -> Sequence[AnyRow]:
    query = (
        select(measurement, participant.c.side)
        .join(
            participant,
            and_(participant.c.call_id == measurement.c.call_id, participant.c.user_id == measurement.c.user_id),
        )
        .where(measurement.c.call_id.in_(calls))
    )
    return await tx.all(query.order_by(measurement.c.at).limit(at_most))


async def shift_times(tx: Tx, shifts: Sequence[UUID]) -> dict[UUID, AnyRow]:
    rows = await tx.all(select(shift.c.id, shift.c.starts_at, shift.c.ends_at).where(shift.c.id.in_(shifts)))
    return {row.id: row for row in rows}


async def _by_consult(tx: Tx, query: Select[Any], column: ColumnElement[UUID], ids: Sequence[UUID]) -> Sequence[AnyRow]:
    return await tx.all(query.where(column.in_(ids)))


# -- what stands around rows of the audit trail ------------------------------------------------------------------------


async def codes_of(tx: Tx, consults: Collection[UUID]) -> dict[UUID, str]:
    return {row.id: row.code for row in await tx.all(select(_c.id, _c.code).where(_c.id.in_(consults)))}


async def consult_of(tx: Tx, code: str) -> UUID | None:
    found: UUID | None = await tx.scalar(select(_c.id).where(_c.code == code))
    return found


async def people_at(tx: Tx, facilities: Collection[FacilityId] | None) -> list[UserId]:
    """Everybody who ever held a role there; anywhere, with None."""
    query = select(role_grant.c.person_id).distinct()
    if facilities is not None:
        query = query.where(role_grant.c.facility_id.in_(facilities))
    return [UserId(row.person_id) for row in await tx.all(query)]


async def grants_held(tx: Tx, people: Collection[UserId]) -> Sequence[AnyRow]:
    """All they ever held, oldest first."""
    query = select(role_grant).where(role_grant.c.person_id.in_(people))
    return await tx.all(query.order_by(role_grant.c.valid_from, role_grant.c.id))
