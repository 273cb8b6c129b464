"""Any roster, with any draft on top of it, goes out as a workbook and comes back in without changing anything."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from telemed.infra.db import Database
from telemed.kernel.clock import LOCAL, ManualClock
from telemed.kernel.ids import ShiftId, uuid7
from telemed.kernel.values import Specialty, Tier
from telemed.schedules import store, tables
from telemed.schedules.model import Shift
from telemed.schedules.service.exchange import Exchange
from telemed.schedules.store import rosters
from telemed.schedules.wire_exchange import RosterDays
from tests.db.schedules.planning import INTERNAL, MONDAY, Ward, make_ward
from tests.people import SYSTEM

QUARTER = timedelta(minutes=15)
PLACES: list[tuple[Specialty | None, Tier]] = [
    *((one, tier) for one in (INTERNAL, Specialty.SURGERY) for tier in (Tier.FIRST, Tier.SECOND, Tier.HEAD)),
    (None, Tier.LEADER),
]
PIECES = st.lists(
    st.tuples(
        st.integers(0, 9 * 24 * 4), st.integers(1, 72 * 4), st.sampled_from(PLACES), st.booleans(), st.integers(0, 2)
    ),
    max_size=14,
)


Piece = tuple[int, int, tuple[Specialty | None, Tier], bool, int]


@pytest.fixture
async def ward(db: Database, clock: ManualClock) -> Ward:
    return await make_ward(db, clock)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PIECES)
async def test_what_went_out_comes_back_and_changes_nothing(ward: Ward, pieces: list[Piece]) -> None:
    exchange = Exchange(ward.db)
    await _clear(ward)
    shifts = [(shift, is_draft) for person in range(3) for shift, is_draft in _laid(ward, person, pieces)]
    published = [shift for shift, is_draft in shifts if not is_draft]
    async with ward.db.transaction(ward.manager) as tx:
        await store.add_shifts(tx, published)
        await rosters.add_drafted(tx, [shift for shift, is_draft in shifts if is_draft])
        await rosters.add_removals(tx, published[::3])
    before = await _draft(ward)

    out = await exchange.sheet(ward.manager, ward.hospital, RosterDays(from_day=MONDAY, days=12, draft=True))
    back = await exchange.take(ward.manager, ward.hospital, uuid7(), out.content)

    assert (back.faults, back.added, back.removed, back.leave) == ([], 0, 0, [])
    assert await _draft(ward) == before


def _laid(ward: Ward, person: int, pieces: list[Piece]) -> Iterator[tuple[Shift, bool]]:
    """One person's shifts, each cut short where the next begins; quarters of an hour from Monday on."""
    begins = datetime.combine(MONDAY, time(), LOCAL)
    own = sorted((piece for piece in pieces if piece[4] == person), key=lambda piece: piece[0])
    ends = [*(piece[0] for piece in own[1:]), 10_000]
    for (start, lasts, (specialty, tier), is_draft, _), at_most in zip(own, ends, strict=False):
        if start < (end := min(start + lasts, at_most)):
            hours = (begins + start * QUARTER, begins + end * QUARTER)
            yield (
                Shift(ShiftId(uuid7()), ward.doctors[person].id, ward.hospital, specialty, tier, *hours, 0),
                is_draft,
            )


async def _draft(ward: Ward) -> tuple[set[Any], set[Any]]:
    async with ward.db.transaction(SYSTEM) as tx:
        drafted = {row.id for row in await tx.all(select(tables.draft_shift.c.id))}
        gone = {row.shift_id for row in await tx.all(select(tables.draft_removal.c.shift_id))}
    return drafted, gone


async def _clear(ward: Ward) -> None:
    async with ward.db.transaction(SYSTEM) as tx:
        for table in (tables.draft_shift, tables.draft_removal, tables.shift):
            await tx.execute(delete(table))
