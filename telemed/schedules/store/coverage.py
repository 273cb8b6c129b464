"""SQL of coverage: published shifts of a period, who is away in it, what each hospital's stations turn to besides."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_, select

from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules import store, tables
from telemed.schedules.coverage import Span
from telemed.schedules.model import LONGEST, STANDING, Shift
from telemed.schedules.model_away import Away, Clash, midnight

_shift, _absence, _rotation = tables.shift.c, tables.absence.c, tables.rotation.c


async def shifts_in(tx: Tx, hospitals: Collection[FacilityId], period: Span) -> list[Shift]:
    """All that stand and touch the period."""
    return await store.shifts_where(
        tx,
        _shift.hospital_id.in_(hospitals),
        _shift.ends_at > period.starts_at,
        _shift.ends_at < period.ends_at + LONGEST,
        _shift.starts_at < period.ends_at,
        _shift.state.in_(STANDING),
    )


async def away_in(tx: Tx, people: Collection[UserId], period: Span) -> list[Away]:
    """Their leave and their postings, as planned now."""
    leave = select(_absence.person_id, _absence.starts_at, _absence.ends_at).where(
        _absence.person_id.in_(people),
        _absence.withdrawn_at.is_(None),
        _absence.starts_at < period.ends_at,
        _absence.ends_at > period.starts_at,
    )
    posted = select(_rotation.person_id, _rotation.starts_on, _rotation.ends_on).where(
        _rotation.person_id.in_(people),
        _rotation.cancelled_at.is_(None),
        _rotation.decision_no != "",  # nobody works at a station without a decision
        _rotation.starts_on <= _day(period.ends_at),
        _rotation.ends_on > _day(period.starts_at),
    )
    away = [Away(UserId(row.person_id), row.starts_at, row.ends_at, Clash.LEAVE) for row in await tx.all(leave)]
    for row in await tx.all(posted):
        away.append(Away(UserId(row.person_id), midnight(row.starts_on), midnight(row.ends_on), Clash.ROTATION))
    return away


async def away_now(tx: Tx, people: Collection[UserId], at: datetime) -> frozenset[UserId]:
    """Those of them who are on leave or posted at this moment."""
    away = await away_in(tx, people, Span(at, at + timedelta(microseconds=1)))
    return frozenset(one.person for one in away if one.starts_at <= at < one.ends_at)


async def published_until(tx: Tx, hospitals: Collection[FacilityId]) -> dict[FacilityId, datetime]:
    """Where each one's last published shift ends; nothing for one that has none."""
    last = select(func.max(_shift.ends_at)).where(_shift.state.in_(STANDING))
    # One by one: so each is a single look at the end of the index, whatever lies behind it.
    ends = {one: await tx.scalar(last.where(_shift.hospital_id == one)) for one in hospitals}
    return {one: at for one, at in ends.items() if at is not None}


async def other_hospitals(tx: Tx, on: date) -> dict[FacilityId, frozenset[FacilityId]]:
    """For each hospital the ones its stations turn to besides; none where a station of it has no other."""
    first, second = tables.assignment.alias("first"), tables.assignment.alias("second")
    paired = (
        select(first.c.hospital_id, second.c.hospital_id.label("other"))
        .distinct()
        .outerjoin(
            second,
            and_(
                second.c.station_id == first.c.station_id,
                second.c.rank == 2,
                second.c.valid_from <= on,
                or_(second.c.valid_to.is_(None), second.c.valid_to > on),
            ),
        )
        .where(first.c.rank == 1, first.c.valid_from <= on, or_(first.c.valid_to.is_(None), first.c.valid_to > on))
    )
    others: dict[FacilityId, set[FacilityId | None]] = {}
    for row in await tx.all(paired):
        others.setdefault(FacilityId(row.hospital_id), set()).add(row.other and FacilityId(row.other))
    return {
        one: frozenset() if None in besides else frozenset(other for other in besides if other)
        for one, besides in others.items()
    }


def _day(at: datetime) -> date:
    return at.astimezone(LOCAL).date()
