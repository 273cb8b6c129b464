"""Opening single cases for a reason: what is looked at, what is kept, what the reader is told of their own."""

from dataclasses import replace
from datetime import datetime

from telemed import identity
from telemed.identity import CaseAccess, Identity
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import AccessId, ConsultId
from telemed.kernel.rights import Right
from telemed.privacy import policy, wire
from telemed.privacy.model import LASTS, LASTS_ELSE, REVIEW_WITHIN, Ground, NoSuchCase
from telemed.privacy.store import cases, reviews
from telemed.schedules import Schedules
from telemed.sessions import Consults, treats

LOOKING = "looking up an opened case"


class Accesses:
    def __init__(self, db: Database, identity: Identity, consults: Consults, schedules: Schedules) -> None:
        self._db, self._identity, self._consults, self._schedules = db, identity, consults, schedules

    async def open(self, actor: Actor, access_id: AccessId, new: wire.NewAccess) -> wire.AccessView:
        """Open one case for some hours. One that is open to this person anyway is not opened, and nothing is kept.

        Raises:
            NoSuchCase: nothing that was sent has this code.
            OtherBody: the id was used for something else.
        """
        policy.require_ground(actor, new.ground)
        case, needed = await self._looked_up(actor, new.consult_code)
        policy.require_open(actor, new.ground, case.hospital)
        if not needed:
            return _not_needed(access_id, case, new)
        # With the case in its scope already, so that the audit row finds whose privacy officers have to see it.
        opening = replace(actor, accesses=actor.accesses | {case.id})
        async with self._db.transaction(opening) as tx:
            if await idempotency.first_time(tx, access_id, case.id, new, tx.at):
                access = CaseAccess(
                    id=access_id,
                    person=actor.id,
                    consult=case.id,
                    station=case.station,
                    hospital=case.hospital,
                    ground=new.ground.value,
                    reason=new.reason,
                    on_duty=await self._on_duty(tx, actor),
                    opened_at=tx.at,
                    until_at=tx.at + LASTS.get(new.ground, LASTS_ELSE),
                    review_on=(await self._working_day(tx, REVIEW_WITHIN)).date(),
                )
                await identity.open_access(tx, access)
                await audit.record(
                    tx, f"open.{new.ground}", "access", access_id, consult=case.id, reason=new.reason, because="access"
                )
                await identity.rights_changed(tx, actor.id)
            access = (await identity.some_accesses(tx, [access_id]))[access_id]
        self._identity.forget(actor.id)
        return _view(access, case.code)

    async def mine(self, actor: Actor) -> wire.AccessList:
        """One's own running ones, and the questions asked about any. No policy: nobody else's are looked for."""
        async with self._db.transaction(actor) as tx:
            running = await identity.running_accesses(tx, actor.id, tx.at)
            own = {one.id: one for one in await identity.accesses_of(tx, actor.id)}
            asked = [review for review in (await reviews.reviews(tx, own)).values() if review.asks]
        wanted = {one.consult for one in running} | {own[review.access].consult for review in asked}
        async with self._db.transaction(Actor.system(LOOKING)) as tx:
            names = await cases.case_names(tx, wanted)
        return wire.AccessList(
            running=[_view(one, names[one.consult].code) for one in running],
            asked=[
                wire.AskedAccess(
                    access_id=review.access,
                    code=names[own[review.access].consult].code,
                    ground=Ground(own[review.access].ground),
                    reason=own[review.access].reason,
                    opened_at=own[review.access].opened_at,
                    question=review.question,
                    explain_by=review.explain_by,
                )
                for review in asked
            ],
        )

    async def end(self, actor: Actor, access_id: AccessId) -> wire.AccessList:
        """Close it before its time. No policy: only one's own is found.

        Raises:
            Missing: it is nobody's, or another person's.
        """
        async with self._db.transaction(actor) as tx:
            found = (await identity.some_accesses(tx, [access_id])).get(access_id)
            if found is None or found.person != actor.id:
                raise Missing
            if found.until_at > tx.at:
                await identity.end_access(tx, access_id, tx.at)
                await audit.record(tx, "close", "access", access_id, consult=found.consult, because="access")
                await identity.rights_changed(tx, actor.id)
        self._identity.forget(actor.id)
        return await self.mine(actor)

    async def _looked_up(self, actor: Actor, code: str) -> tuple[cases.CaseName, bool]:
        """As the system, because it is behind the wall: which case, and whether it is shut to this person."""
        async with self._db.transaction(Actor.system(LOOKING)) as tx:
            case = await cases.sent_case(tx, code.upper())
            if case is None:
                raise NoSuchCase(pointer="/body/consult_code")
            consult = await self._consults.get(tx, case.id)
        return case, treats(replace(actor, accesses=frozenset[ConsultId]()), consult) is None

    async def _on_duty(self, tx: Tx, actor: Actor) -> bool:
        for hospital in actor.where(Right.ANSWER):
            if any(duty.person == actor.id for duty in await self._schedules.on_duty(tx, hospital, tx.at)):
                return True
        return False

    async def _working_day(self, tx: Tx, days: int) -> datetime:
        return (await self._schedules.working_time(tx)).add_days(tx.at, days).astimezone(LOCAL)


def _view(access: CaseAccess, code: str) -> wire.AccessView:
    return wire.AccessView(
        id=access.id,
        consult_id=access.consult,
        code=code,
        ground=Ground(access.ground),
        reason=access.reason,
        needed=True,
        opened_at=access.opened_at,
        until_at=access.until_at,
        review_on=access.review_on,
    )


def _not_needed(access_id: AccessId, case: cases.CaseName, new: wire.NewAccess) -> wire.AccessView:
    return wire.AccessView(
        id=access_id,
        consult_id=case.id,
        code=case.code,
        ground=new.ground,
        reason=new.reason,
        needed=False,
        opened_at=None,
        until_at=None,
        review_on=None,
    )
