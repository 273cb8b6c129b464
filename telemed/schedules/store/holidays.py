"""All SQL of the calendar."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from telemed.infra.db import Tx
from telemed.schedules import tables
from telemed.schedules.working_time import DayKind

_holiday = tables.holiday.c


async def since(tx: Tx, first: date, until: date | None = None) -> list[tuple[date, str, DayKind]]:
    """By day; up to, and without, `until`."""
    found = select(tables.holiday).where(_holiday.day >= first).order_by(_holiday.day)
    if until is not None:
        found = found.where(_holiday.day < until)
    return [(row.day, row.name, DayKind(row.kind)) for row in await tx.all(found)]


async def put(tx: Tx, day: date, name: str, kind: DayKind) -> None:
    named = {"name": name, "kind": kind}
    row = insert(tables.holiday).values(day=day, **named)
    await tx.execute(row.on_conflict_do_update(index_elements=["day"], set_=named))


async def remove(tx: Tx, day: date) -> None:
    await tx.execute(delete(tables.holiday).where(_holiday.day == day))


async def add(tx: Tx, new: Iterable[tuple[date, str, DayKind]]) -> None:
    """Those that nobody has named yet."""
    rows = [{"day": day, "name": name, "kind": kind} for day, name, kind in new]
    if rows:
        await tx.execute(insert(tables.holiday).on_conflict_do_nothing(index_elements=["day"]), rows)
