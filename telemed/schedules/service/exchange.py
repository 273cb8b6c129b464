"""The roster as a file: given out as XLSX and for the wall, taken in whole or not at all."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Role
from telemed.schedules import policy
from telemed.schedules.forms import render_wall_sheet
from telemed.schedules.model_away import midnight
from telemed.schedules.model_pattern import is_free
from telemed.schedules.service.picture import Picture, codes, days, picture, wide
from telemed.schedules.sheets import Fault, letters_of
from telemed.schedules.sheets_export import Known, matrix, wall
from telemed.schedules.sheets_plan import Around, Member, Row, Taking, rows_of, taking
from telemed.schedules.sheets_read import Matrix, read
from telemed.schedules.sheets_write import SheetDay, write
from telemed.schedules.store import rosters, versions
from telemed.schedules.wire_exchange import XLSX, ImportResult, LeaveSeen, RosterDays, SheetFault, WallDays

FAULTS_AT_MOST: Final = 200
PDF: Final = "application/pdf"


@dataclass(frozen=True, slots=True)
class Document:
    content: bytes
    media_type: str
    name: str


class Exchange:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def sheet(self, actor: Actor, hospital: FacilityId, query: RosterDays) -> Document:
        """What is published, or with the draft what will be. Sign-in names are for whoever plans here.

        Raises:
            Denied, Missing
        """
        policy.require_roster(actor, hospital)
        if query.draft:
            policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await _known(tx, hospital, query.from_day, query.days, draft=query.draft)
            await audit.record(tx, "roster.export", "facility", hospital, at=hospital)
        plans = policy.may_plan_some(actor, hospital)
        content = await asyncio.to_thread(lambda: write(matrix(known, usernames=plans)))
        return Document(content, XLSX, f"lich-truc-{query.from_day}.xlsx")

    async def template(self, actor: Actor, hospital: FacilityId, query: RosterDays) -> Document:
        """The same people and days, and nothing in the cells.

        Raises:
            Denied, Missing
        """
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await _known(tx, hospital, query.from_day, query.days, draft=False)
            await audit.record(tx, "roster.template", "facility", hospital, at=hospital)
        content = await asyncio.to_thread(lambda: write(matrix(known, usernames=True, blank=True)))
        return Document(content, XLSX, f"mau-lich-truc-{query.from_day}.xlsx")

    async def wall_sheet(self, actor: Actor, hospital: FacilityId, query: WallDays) -> Document:
        """Raises Denied, Missing."""
        policy.require_roster(actor, hospital)
        async with self._db.transaction(actor) as tx:
            known = await _known(tx, hospital, query.from_day, query.days, draft=False)
            await audit.record(tx, "roster.print", "facility", hospital, at=hospital)
            paper = wall(known, tx.at)
        return Document(await asyncio.to_thread(render_wall_sheet, paper), PDF, f"lich-truc-{query.from_day}.pdf")

    async def take(self, actor: Actor, hospital: FacilityId, change_id: UUID, content: bytes) -> ImportResult:
        """All that the file says goes into the draft; with any fault nothing does, and each is named by its cell.

        Raises:
            Denied, Missing, OtherBody
        """
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            letters = letters_of(await codes(tx, hospital))
            today = tx.at.astimezone(LOCAL).date()
        said = await asyncio.to_thread(read, content, letters, today)
        async with self._db.transaction(actor) as tx:
            await versions.lock(tx, hospital)
            first = min(said.days, default=today)
            until = max(said.days, default=today) + timedelta(days=1)
            known = await picture(tx, hospital, wide(days(first, (until - first).days)))
            rows, unclear = rows_of(said.lines, await _staff(tx, known))
            found = _taking(tx, known, rows)
            if faults := [*said.faults, *unclear, *found.faults]:
                return _refused(faults, said)
            if await idempotency.first_time(tx, change_id, hospital, content, tx.at):
                await _take(tx, found)
                await audit.record(tx, "roster.import", "facility", hospital, at=hospital)
            return ImportResult(
                added=len(found.add) + len(found.keep),
                removed=len(found.remove) + len(found.drop),
                people=len({row.person for row in rows}),
                days=len(said.days),
                past_days=len(said.past),
                leave=await _leave(tx, rows, known),
                faults=[],
                more_faults=0,
            )


async def _known(tx: Tx, hospital: FacilityId, first: date, count: int, *, draft: bool) -> Known:
    """All that a sheet of these days is made from."""
    seen = await picture(tx, hospital, days(first, count))
    shifts = seen.plan(seen.draft if draft else None)
    made = await versions.versions(tx, hospital, 1)
    return Known(
        hospital=await identity.facility(tx, hospital),
        days=[SheetDay(day, is_free(day, seen.calendar)) for n in range(count) for day in [first + timedelta(days=n)]],
        holidays={day: name for day, name, _ in seen.holidays},
        shifts=[one for one in shifts if seen.period.covers(one.starts_at)],
        staff=await _staff(tx, seen),
        away=seen.away,
        letters=letters_of(await codes(tx, hospital)),
        version=made[0] if made else None,
        draft=draft,
        made_at=tx.at,
    )


async def _staff(tx: Tx, seen: Picture) -> list[Member]:
    """Who works here in these days, and who is planned without working here any more: they still have a name."""
    people = {*seen.staff, *(shift.person for shift in (*seen.published, *seen.draft.added))}
    names = await identity.known_as(tx, people)
    return [
        Member(
            person=person,
            username=name.username,
            name=name.name,
            full_name=name.full_name,
            specialties=frozenset(one.specialty for one in seen.staff.get(person, ()) if one.specialty),
            leads=any(one.role is Role.HOSPITAL_MANAGER for one in seen.staff.get(person, ())),
            works_here=person in seen.staff,
        )
        for person, name in names.items()
    ]


def _taking(tx: Tx, known: Picture, rows: Sequence[Row]) -> Taking:
    around = Around(known.draft, known.published, known.elsewhere)
    return taking(rows, around, lambda specialty: policy.may_plan(tx.actor, known.hospital, specialty), tx.at)


async def _take(tx: Tx, found: Taking) -> None:
    """What goes first: one person's new hours may be another row's old ones."""
    await rosters.drop_drafted(tx, found.drop)
    await rosters.drop_removals(tx, found.keep)
    await rosters.add_removals(tx, found.remove)
    await rosters.add_drafted(tx, found.add)


async def _leave(tx: Tx, rows: Sequence[Row], known: Picture) -> list[LeaveSeen]:
    """Where the file says that somebody is away, and nobody has kept that they are."""
    said = {(day, row.person) for row in rows for day, (_, cell) in row.line.cells.items() if cell.away}
    refs = await identity.people(tx, {person for _, person in said})
    return [
        LeaveSeen(person=refs[person], day=day)
        for day, person in sorted(said)
        if known.away.why(person, midnight(day), midnight(day + timedelta(days=1))) is None
    ]


def _refused(faults: Sequence[Fault], said: Matrix) -> ImportResult:
    listed = [SheetFault(sheet=f.sheet, cell=f.cell, code=f.code, params=dict(f.params)) for f in faults]
    return ImportResult(
        added=0,
        removed=0,
        people=0,
        days=len(said.days),
        past_days=len(said.past),
        leave=[],
        faults=listed[:FAULTS_AT_MOST],
        more_faults=max(0, len(listed) - FAULTS_AT_MOST),
    )
