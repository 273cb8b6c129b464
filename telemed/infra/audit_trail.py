"""Reading the audit trail as far as the reader's wall goes: newest first, or in the chain's order to take away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, any_, func, literal, select, true, tuple_

from telemed.infra.audit import audit_table, head_table, seal_table
from telemed.infra.audit_chain import NOTHING
from telemed.infra.db import AnyRow, Tx

_a, _s = audit_table.c, seal_table.c

READS: Final = (
    *("read", "find", "name", "person.read", "person.find", "exchange.read", "exchange.list", "exchange.duty"),
    *("exchange.fhir", "exchange.xml5", "exchange.xml13", "exchange.xml14"),
)
TAKES: Final = ("print", "export")
REFUSED: Final = ("refused", "denied")
KINDS: Final = ("read", "take", "write", "session", "refused")
"""What a reader narrows to; each deed is of one kind."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Times are UTC, `until` is exclusive; None does not narrow."""

    since: datetime | None = None
    until: datetime | None = None
    person: UUID | None = None
    facility: UUID | None = None
    consult: UUID | None = None
    kind: str | None = None
    action: str | None = None
    outcome: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the order newest first."""

    at: datetime
    seq: int


def _conditions(f: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [
        column == value
        for column, value in (
            (_a.actor_id, f.person),
            (_a.consult_id, f.consult),
            (_a.action, f.action),
            (_a.outcome, f.outcome),
            (_a.because, f.because),
        )
        if value is not None
    ]
    if f.facility is not None:
        found.append(literal(f.facility, Uuid) == any_(_a.facility_ids))
    if f.since is not None:
        found.append(_a.at >= f.since)
    if f.until is not None:
        found.append(_a.at < f.until)
    return [*found, _of_kind(f.kind)]


def _of_kind(kind: str | None) -> ColumnElement[bool]:
    session, refused = _a.action.startswith("session."), _a.outcome.in_(REFUSED)
    match kind:
        case "read":
            return and_(_a.action.in_(READS), ~refused)
        case "take":
            return and_(_a.action.in_(TAKES), ~refused)
        case "session":
            return and_(session, ~refused)
        case "refused":
            return refused
        case "write":
            return and_(_a.action.not_in((*READS, *TAKES)), ~session, ~refused)
    return true()


async def page(tx: Tx, f: Filter, limit: int, after: Mark | None, before: Mark | None) -> list[AnyRow]:
    """Rows newest first, with `n` of their seal: older than `after`, or nearest newer than `before`; one more than
    `limit`."""
    query = _with_seal().where(*_conditions(f))
    place = tuple_(_a.at, _a.seq)
    if before is not None:
        # The time alone stands first, because an index has it.
        newer = query.where(_a.at >= before.at, place > tuple_(before.at, before.seq)).order_by(_a.at, _a.seq)
        return list(reversed(await tx.all(newer.limit(limit + 1))))
    if after is not None:
        query = query.where(_a.at <= after.at, place < tuple_(after.at, after.seq))
    return list(await tx.all(query.order_by(_a.at.desc(), _a.seq.desc()).limit(limit + 1)))


def _with_seal() -> Select[Any]:
    return select(audit_table, _s.n).select_from(audit_table.outerjoin(seal_table, _s.audit_id == _a.id))


async def count(tx: Tx, f: Filter, at_most: int) -> int:
    """How many rows the filter finds; counting ends at `at_most`."""
    found = select(_a.seq).where(*_conditions(f)).limit(at_most).subquery()
    return int(await tx.scalar(select(func.count()).select_from(found)))


async def sealed(tx: Tx, f: Filter, after: int, up_to: int, limit: int) -> Sequence[AnyRow]:
    """Sealed rows in the chain's order, with `n`, `before`, `hash` and `sealed_at`."""
    previous = seal_table.alias("previous")
    query = (
        select(
            audit_table,
            _s.n,
            _s.hash,
            _s.sealed_at,
            func.coalesce(previous.c.hash, literal(NOTHING)).label("before"),
        )
        .select_from(seal_table.join(audit_table, _a.id == _s.audit_id).outerjoin(previous, previous.c.n == _s.n - 1))
        .where(_s.n > after, _s.n <= up_to, *_conditions(f))
    )
    return await tx.all(query.order_by(_s.n).limit(limit))


async def heads(tx: Tx, limit: int) -> Sequence[AnyRow]:
    """The kept heads of days, newest first."""
    return await tx.all(select(head_table).order_by(head_table.c.day.desc()).limit(limit))


async def first_at(tx: Tx) -> datetime | None:
    found: datetime | None = await tx.scalar(select(func.min(_a.at)))
    return found
