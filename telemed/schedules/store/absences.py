"""All SQL about leave, and of rotations what rosters read."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from telemed.infra.db import AnyRow, Tx, violated
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules import tables
from telemed.schedules.coverage import Span
from telemed.schedules.model_away import Absence, AbsenceKind, AbsencesOverlap, Posting

_absence, _rotation = tables.absence.c, tables.rotation.c


async def add(tx: Tx, new: Absence) -> None:
    """Raises AbsencesOverlap."""
    row = asdict(new)
    row["person_id"], row["hospital_id"] = row.pop("person"), row.pop("hospital")
    with _no_overlap():
        await tx.execute(insert(tables.absence).values(row))


async def absence(tx: Tx, absence_id: UUID) -> Absence:
    """Locks it. Raises Missing."""
    row = await tx.first(select(tables.absence).where(_absence.id == absence_id).with_for_update())
    if row is None:
        raise Missing
    return _absence_of(row)


async def save(tx: Tx, known: Absence) -> None:
    await tx.execute(update(tables.absence).where(_absence.id == known.id).values(withdrawn_at=known.withdrawn_at))


async def absences_of(tx: Tx, people: Collection[UserId], period: Span) -> list[Absence]:
    """Those that count and touch the period."""
    if not people:
        return []
    found = (
        select(tables.absence)
        .where(_absence.person_id.in_(people), _absence.withdrawn_at.is_(None))
        .where(_absence.starts_at < period.ends_at, _absence.ends_at > period.starts_at)
        .order_by(_absence.starts_at, _absence.id)
    )
    return [_absence_of(row) for row in await tx.all(found)]


async def postings_of(tx: Tx, people: Collection[UserId], period: Span) -> list[Posting]:
    """Days at a station that touch the period; a rotation that was taken back has none."""
    if not people:
        return []
    found = (
        select(tables.rotation)
        .where(_rotation.person_id.in_(people), _rotation.cancelled_at.is_(None))
        .where(_rotation.starts_on <= _day(period.ends_at), _rotation.ends_on > _day(period.starts_at))
        .where(_rotation.starts_on < _rotation.ends_on)
        .order_by(_rotation.starts_on, _rotation.id)
    )
    return [
        Posting(
            id=row.id,
            person=UserId(row.person_id),
            station=FacilityId(row.station_id),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            decided=row.decision_no != "",
        )
        for row in await tx.all(found)
    ]


def _day(at: datetime) -> date:
    return at.astimezone(LOCAL).date()


def _absence_of(row: AnyRow) -> Absence:
    return Absence(
        id=row.id,
        person=UserId(row.person_id),
        hospital=FacilityId(row.hospital_id),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kind=AbsenceKind(row.kind),
        made_by=UserId(row.made_by),
        made_at=row.made_at,
        withdrawn_at=row.withdrawn_at,
    )


@contextmanager
def _no_overlap() -> Iterator[None]:
    try:
        yield
    except IntegrityError as error:
        if violated(error) == tables.ABSENCE_OVERLAP:
            raise AbsencesOverlap from None
        raise
