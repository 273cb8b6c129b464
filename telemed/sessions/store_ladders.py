"""All SQL of ladder plans: versions for ever. A transaction comes in, values go out."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, or_, select, text

from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import FacilityId, LadderId, UserId
from telemed.kernel.values import Specialty, Urgency
from telemed.sessions import tables as t
from telemed.sessions.ladders import LadderPlan, Near, Options, Place, Step
from telemed.sessions.model import State, StepKind

_l = t.ladder_plan.c


async def plans(tx: Tx, ids: Collection[LadderId]) -> dict[LadderId, LadderPlan]:
    rows = await tx.all(select(t.ladder_plan).where(_l.id.in_(ids))) if ids else []
    return {LadderId(row.id): _plan(row) for row in rows}


async def in_force(tx: Tx, hospital: FacilityId, specialty: Specialty) -> LadderPlan | None:
    """What rings new cases: the specialty's own ladder, else the hospital's general one; None: the built-in one."""
    fits = or_(_l.specialty == specialty.value, _l.specialty.is_(None))
    query = select(t.ladder_plan).where(_l.hospital_id == hospital, fits)
    row = await tx.first(query.order_by(_l.specialty.nulls_last(), _l.number.desc()).limit(1))
    return None if row is None else _plan(row)


async def of_hospital(tx: Tx, hospital: FacilityId) -> list[LadderPlan]:
    """Every version, the newest of each specialty first."""
    query = select(t.ladder_plan).where(_l.hospital_id == hospital).order_by(_l.specialty, _l.number.desc())
    return [_plan(row) for row in await tx.all(query)]


async def lock(tx: Tx, hospital: FacilityId, specialty: Specialty | None) -> int:
    """Waits for whoever saves this ladder now; the number in force, 0 before the first."""
    key = f"ladder:{hospital}:{specialty.value if specialty else ''}"
    await tx.execute(text("select pg_advisory_xact_lock(hashtextextended(:key, 0))"), {"key": key})
    own = _l.specialty.is_not_distinct_from(specialty.value if specialty else None)
    return await tx.scalar(select(func.max(_l.number)).where(_l.hospital_id == hospital, own)) or 0


async def add(tx: Tx, plan: LadderPlan) -> None:
    await tx.execute(
        insert(t.ladder_plan).values(
            id=plan.id,
            hospital_id=plan.hospital,
            specialty=plan.specialty.value if plan.specialty else None,
            number=plan.number,
            steps=[_step_row(step) for step in plan.steps],
            options=asdict(plan.options),
            reason=plan.reason,
            made_by=plan.made_by,
            made_at=plan.made_at,
        )
    )


async def ringing(tx: Tx, hospital: FacilityId) -> dict[LadderId | None, int]:
    """How many of a hospital's cases wait on each ladder now."""
    c = t.consult.c
    waits = (c.hospital_id == hospital, c.state == State.WAITING.value, ~c.practice)
    rows = await tx.all(select(c.ladder_id, func.count().label("many")).where(*waits).group_by(c.ladder_id))
    return {None if row.ladder_id is None else LadderId(row.ladder_id): row.many for row in rows}


def _plan(row: AnyRow) -> LadderPlan:
    return LadderPlan(
        steps=tuple(_step(step) for step in row.steps),
        options=Options(**row.options),
        id=LadderId(row.id),
        hospital=FacilityId(row.hospital_id),
        specialty=None if row.specialty is None else Specialty(row.specialty),
        number=row.number,
        reason=row.reason,
        made_by=UserId(row.made_by),
        made_at=row.made_at,
    )


def _step(row: Mapping[str, Any]) -> Step:
    return Step(
        StepKind(row["kind"]),
        {urgency: _wait(row["wait_s"][urgency.value]) for urgency in Urgency},
        _place(row["place"]),
        frozenset(map(Urgency, row["with_previous"])),
    )


def _step_row(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind.value,
        "place": str(step.place),
        "wait_s": {u.value: None if w is None else int(w.total_seconds()) for u, w in step.wait.items()},
        "with_previous": sorted(step.with_previous),
    }


def _wait(seconds: int | None) -> timedelta | None:
    return None if seconds is None else timedelta(seconds=seconds)


def _place(name: str) -> Place:
    return Near(name) if name in set(Near) else FacilityId(UUID(name))
