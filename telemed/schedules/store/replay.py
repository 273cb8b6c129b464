"""SQL of the past: the leave and the postings around a minute, also those that were taken back later."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from telemed.infra.db import Tx
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import UserId
from telemed.schedules import tables
from telemed.schedules.model_away import Clash
from telemed.schedules.replay import AwayThen

_absence, _rotation = tables.absence.c, tables.rotation.c


async def away_around(tx: Tx, people: Collection[UserId], at: datetime) -> list[AwayThen]:
    leave = select(_absence.person_id, _absence.made_at, _absence.withdrawn_at).where(
        _absence.person_id.in_(people), _absence.starts_at <= at, _absence.ends_at > at
    )
    day = at.astimezone(LOCAL).date()
    posted = select(_rotation.person_id, _rotation.made_at, _rotation.cancelled_at).where(
        _rotation.person_id.in_(people),
        _rotation.decision_no != "",
        _rotation.starts_on <= day,
        _rotation.ends_on > day,
    )
    found = [AwayThen(UserId(row.person_id), Clash.LEAVE, row.made_at, row.withdrawn_at) for row in await tx.all(leave)]
    for row in await tx.all(posted):
        found.append(AwayThen(UserId(row.person_id), Clash.ROTATION, row.made_at, row.cancelled_at))
    return found
