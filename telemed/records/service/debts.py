"""Papers and answers still owed: by the one who asks, by each person of a place."""

from datetime import timedelta

from telemed import identity
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import HOSPITAL, STATION, Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.kernel.rights import Right
from telemed.records import debts, policy
from telemed.records import wire_after as wire
from telemed.records.debts import Debt, DebtLimits
from telemed.records.model import DebtKind
from telemed.records.store import after, minutes, referrals
from telemed.sessions import Consult, Consults

LISTED = 200


class Debts:
    def __init__(self, db: Database, consults: Consults, limits: DebtLimits = debts.USUAL) -> None:
        self._db, self._consults, self._limits = db, consults, limits

    async def of(self, actor: Actor) -> wire.DebtList:
        """The longest overdue first. `Consults.owed` names only consults of the actor's own facilities."""
        async with self._db.transaction(actor) as tx:
            found = await self.owed(tx, actor)
            stations = await identity.facilities(tx, {debt.consult.station for debt in found[:LISTED]})
            return wire.DebtList(
                debts=[
                    wire.Debt(
                        kind=debt.kind,
                        consult_id=debt.consult.id,
                        consult_code=debt.consult.code,
                        station=stations[debt.consult.station],
                        due_at=debt.due_at,
                        patient_id=debt.consult.patient,
                        referral_id=debt.referral.id if debt.referral else None,
                        follow_up_id=debt.follow_up.id if debt.follow_up else None,
                    )
                    for debt in found[:LISTED]
                ],
                owed=len(found),
                overdue=sum(debt.due_at <= tx.at for debt in found),
            )

    async def totals(self, actor: Actor) -> wire.DebtTotals:
        """By person and kind, of the places whose people the actor leads. What any hand there may do counts for all."""
        policy.require_owing(actor)
        counts: list[wire.DebtCount] = []
        async with self._db.transaction(actor) as tx:
            async with tx.seeing_all("debts"):
                for place in sorted(policy.places_owing(actor)):
                    counts += await self._counted(tx, place)
            since = (tx.at - self._limits.oldest).astimezone(LOCAL).date()
        return wire.DebtTotals(counts=counts, since=since)

    async def _counted(self, tx: Tx, place: FacilityId) -> list[wire.DebtCount]:
        today = tx.at.astimezone(LOCAL).date()
        people = await identity.staff(tx, place, STATION | HOSPITAL, today, today + timedelta(days=1))
        owners: dict[tuple[object, ...], list[UserId]] = {}
        found: dict[tuple[object, ...], Debt] = {}
        for person, grants in people.items():
            here = tuple(grant for grant in grants if grant.facility == place)
            for debt in await self.owed(tx, Actor(person, here)):
                referral, follow_up = debt.referral and debt.referral.id, debt.follow_up and debt.follow_up.id
                key: tuple[object, ...] = (debt.kind, debt.consult.id, referral, follow_up)
                owners.setdefault(key, []).append(person)
                found[key] = debt
        groups: dict[tuple[UserId | None, DebtKind], list[Debt]] = {}
        for same, debt in found.items():
            owner = owners[same][0] if len(owners[same]) == 1 else None
            groups.setdefault((owner, debt.kind), []).append(debt)
        names = await identity.people(tx, {owner for owner, _ in groups if owner})
        facility = (await identity.facilities(tx, {place}))[place]
        return [
            wire.DebtCount(
                facility=facility,
                person=names[owner] if owner else None,
                kind=kind,
                owed=len(group),
                overdue=sum(debt.due_at <= tx.at for debt in group),
                oldest_due_at=min(debt.due_at for debt in group),
            )
            for (owner, kind), group in groups.items()
        ]

    async def owed(self, tx: Tx, actor: Actor) -> list[Debt]:
        """What this person owes, alone or with the others of their place; `tx` may be the system's."""
        limits, since = self._limits, tx.at - self._limits.oldest
        found: list[Debt] = []
        for consult in await self._consults.owed(tx, actor):
            found += debts.owed_by(
                actor,
                consult,
                await minutes.of_consult(tx, consult.id),
                await self._consults.calls(tx, consult.id),
                limits,
                decided=await referrals.decision_on(tx, consult.id) is not None,
            )
        stations = actor.where(Right.DECIDE)
        for edition in await minutes.open_corrections(tx, stations, actor.where(Right.ANSWER), actor.id):
            if left := debts.corrected(actor, await self._case(tx, edition.consult), edition, limits):
                found.append(left)
        for referral in await referrals.open_of(tx, stations):
            if left := debts.unsent(referral, await self._consults.get(tx, referral.consult), limits):
                found.append(left)
        found += await self._results(tx, actor)
        today = tx.at.astimezone(LOCAL).date()
        for one in await after.unmarked_of(tx, stations, since.astimezone(LOCAL).date(), today):
            found.append(debts.unmarked(one, await self._case(tx, one.consult)))
        for referral in await referrals.arrivals(tx, actor.where(Right.ANSWER), tx.at):
            if left := debts.awaited(actor, referral, await self._case(tx, referral.consult), limits):
                found.append(left)
        return sorted((one for one in found if one.due_at >= since), key=lambda one: one.due_at)

    async def _results(self, tx: Tx, actor: Actor) -> list[Debt]:
        longest = max(debts.WINDOW.values())
        first = min(debts.RESULT_DAYS)
        cases = await self._consults.concluded(
            tx, actor.where(Right.DECIDE), tx.at - longest, tx.at - timedelta(days=first)
        )
        told = await after.days_told(tx, [case.id for case in cases])
        found = (debts.result_due(case, told.get(case.id, ()), tx.at, self._limits) for case in cases)
        return [one for one in found if one is not None]

    async def _case(self, tx: Tx, consult: ConsultId) -> Consult:
        """The case behind a referral or a correction, where another hospital may have advised."""
        try:
            return await self._consults.get(tx, consult)
        except Missing:
            async with tx.seeing_all("debts"):
                return await self._consults.get(tx, consult)
