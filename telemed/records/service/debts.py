"""Papers and answers still owed by the one who asks."""

from telemed import identity
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.rights import Right
from telemed.records import debts, wire
from telemed.records.store import minutes, referrals
from telemed.sessions import Consults


class Debts:
    def __init__(self, db: Database, consults: Consults) -> None:
        self._db, self._consults = db, consults

    async def of(self, actor: Actor) -> wire.DebtList:
        """The longest overdue first. `Consults.owed` names only consults of the actor's own facilities."""
        async with self._db.transaction(actor) as tx:
            found: list[debts.Debt] = []
            for consult in await self._consults.owed(tx, actor):
                found += debts.owed_by(
                    actor,
                    consult,
                    await minutes.of_consult(tx, consult.id),
                    await self._consults.calls(tx, consult.id),
                    decided=await referrals.decision_on(tx, consult.id) is not None,
                )
            for referral in await referrals.open_of(tx, actor.where(Right.DECIDE)):
                if left := debts.unsent(referral, await self._consults.get(tx, referral.consult)):
                    found.append(left)
            stations = await identity.facilities(tx, {debt.consult.station for debt in found})
            return wire.DebtList(
                debts=[
                    wire.Debt(
                        kind=debt.kind,
                        consult_id=debt.consult.id,
                        consult_code=debt.consult.code,
                        station=stations[debt.consult.station],
                        due_at=debt.due_at,
                        patient_id=debt.consult.patient,
                    )
                    for debt in sorted(found, key=lambda debt: debt.due_at)
                ]
            )
