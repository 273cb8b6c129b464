"""Leave: put down by whoever plans that person's duty, counting at once, withdrawn without a trace being lost."""

from datetime import UTC
from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules import policy
from telemed.schedules.coverage import Span
from telemed.schedules.model_away import Absence, AbsenceOver
from telemed.schedules.model_draft import NotStaff
from telemed.schedules.service import picture
from telemed.schedules.service.rosters import absence_view
from telemed.schedules.store import absences, rosters
from telemed.schedules.wire_rosters import AbsenceAnswer, NewAbsence


class Absences:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def put(self, actor: Actor, absence_id: UUID, new: NewAbsence) -> AbsenceAnswer:
        """From now on nobody is rung for this person's shifts in it.

        Raises:
            Denied, NotStaff, AbsenceOver, AbsencesOverlap, OtherBody
        """
        hospital, person = FacilityId(new.hospital_id), UserId(new.person_id)
        policy.require_planner(actor, hospital)
        async with self._db.transaction(actor) as tx:
            leave = Absence(
                id=absence_id,
                person=person,
                hospital=hospital,
                starts_at=new.starts_at.astimezone(UTC),
                ends_at=new.ends_at.astimezone(UTC),
                kind=new.kind,
                made_by=actor.id,
                made_at=tx.at,
            )
            await _require_keeping(tx, leave)
            if await idempotency.first_time(tx, absence_id, person, new, tx.at):
                if leave.ends_at <= tx.at:
                    raise AbsenceOver(pointer="/body/ends_at")
                await absences.add(tx, leave)
                await audit.record(tx, "absence.create", "absence", absence_id, at=hospital)
            return await _answer(tx, await absences.absence(tx, absence_id))

    async def withdraw(self, actor: Actor, absence_id: UUID) -> AbsenceAnswer:
        """Raises Denied, Missing, AbsenceOver."""
        async with self._db.transaction(actor) as tx:
            known = await absences.absence(tx, absence_id)
            policy.require_planner(actor, known.hospital)
            await _require_keeping(tx, known)
            withdrawn = known.withdraw(tx.at)
            if withdrawn is not known:
                await absences.save(tx, withdrawn)
                await audit.record(tx, "absence.withdraw", "absence", absence_id, at=known.hospital)
            return await _answer(tx, withdrawn)


async def _require_keeping(tx: Tx, leave: Absence) -> None:
    """Raises Denied, NotStaff."""
    first, until = picture.day_at(leave.starts_at), picture.day_at(leave.ends_at) + picture.A_DAY
    staff = await identity.staff(tx, leave.hospital, picture.STAFF, first, until)
    if leave.person not in staff:
        raise NotStaff(pointer="/body/person_id")
    specialties = {grant.specialty for grant in staff[leave.person] if grant.specialty}
    if not policy.may_keep_leave(tx.actor, leave.hospital, specialties):
        raise Denied


async def _answer(tx: Tx, leave: Absence) -> AbsenceAnswer:
    seen = await picture.picture(tx, leave.hospital, Span(leave.starts_at, leave.ends_at))
    shown = picture.shift_views(seen, await rosters.pending_swaps(tx, leave.hospital), drafts=False)
    return AbsenceAnswer(
        absence=absence_view(leave, told=True),
        withdrawn=leave.withdrawn_at is not None,
        uncovered=[
            one for one in shown if one.person_id == leave.person and one.ends_at > tx.at and not leave.withdrawn_at
        ],
    )
