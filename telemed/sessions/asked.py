"""What other features ask and say of a consult inside their own transaction: the part of `Consults` for the record."""

from collections.abc import Collection
from datetime import datetime

from telemed.infra import audit
from telemed.infra.db import Tx
from telemed.kernel.actor import STATION, Actor
from telemed.kernel.ids import ConsultId, FacilityId, PatientId, UserId
from telemed.sessions import policy, store, store_calls, store_handovers, store_patients, store_safety, wire
from telemed.sessions.answered import AnsweredBy, answered_by
from telemed.sessions.calls import Call
from telemed.sessions.consenting import Consenting
from telemed.sessions.identifiers import IdentityCheck, last_words
from telemed.sessions.model import TAKEN, Consult, State
from telemed.sessions.vitals import VitalSigns


class Asked(Consenting):
    async def get(self, tx: Tx, consult_id: ConsultId) -> Consult:
        return await store.get(tx, consult_id)

    async def lock(self, tx: Tx, consult_id: ConsultId) -> Consult:
        return await store.lock(tx, consult_id)

    async def conclude(self, tx: Tx, consult_id: ConsultId, by: UserId) -> None:
        """The chair's conclusion has no empty item: the record has checked."""
        case = await self._locked(tx, consult_id)
        await self._write(tx, case, *case.conclude(by, self._clock.now()))

    async def close(self, tx: Tx, consult_id: ConsultId) -> None:
        """Minutes signed and decision recorded: the record has checked."""
        case = await self._locked(tx, consult_id)
        await self._write(tx, case, *case.close(self._clock.now()))

    async def answered_by(self, tx: Tx, consult_id: ConsultId) -> AnsweredBy | None:
        consult = await store.get(tx, consult_id)
        rings = (await store.rings(tx, [consult_id]))[consult_id]
        return answered_by(consult, rings, await store_handovers.taken(tx, consult_id))

    async def vitals(self, tx: Tx, consult_id: ConsultId) -> list[VitalSigns]:
        return (await store.vitals(tx, [consult_id]))[consult_id]

    async def calls(self, tx: Tx, consult_id: ConsultId) -> list[Call]:
        return (await store_calls.calls(tx, [consult_id]))[consult_id]

    async def identity_checks(self, tx: Tx, consult_id: ConsultId) -> list[IdentityCheck]:
        """The last word of each side, whichever call it was said in; the station's first."""
        return last_words((await store_safety.checks(tx, [consult_id]))[consult_id])

    async def open_of_patients(self, tx: Tx, patients: Collection[PatientId]) -> dict[PatientId, ConsultId]:
        return await store_patients.open_of(tx, patients)

    async def of_patients(self, tx: Tx, patients: Collection[PatientId], limit: int) -> list[wire.ConsultSummary]:
        """Sent ones that the actor treats, the newest first. Each reading is audited."""
        ids = await store_patients.sent_of(tx, patients, limit)
        mine = [one for one in [await store.get(tx, one) for one in ids] if policy.treats(tx.actor, one) is not None]
        for one in mine:
            await audit.record(tx, "read", "consult", one.id, consult=one.id, because="patient")
        found = await self._summaries.of(tx, mine)
        return sorted(found, key=lambda one: ids.index(ConsultId(one.id)))

    async def owed(self, tx: Tx, actor: Actor) -> list[Consult]:
        """Consults of this person that are taken, concluded or transferred: where debts may be. Practice owes nothing.

        No policy: the facilities come from the actor's own grants, and the wall stands behind them.
        """
        mine = await store.open_of_stations(tx, actor.facilities(STATION))
        mine += [c for c in await store.open_of_team(tx, actor.id) if c.specialist == actor.id]
        return [c for c in mine if c.state in {*TAKEN, State.CONCLUDED, State.TRANSFERRED} and not c.practice]

    async def concluded(
        self, tx: Tx, stations: frozenset[FacilityId], since: datetime, until: datetime
    ) -> list[Consult]:
        """Consults of these stations that got their conclusion from one moment to the other; practice left out.

        No policy: asked for one's own stations alone, and the wall stands behind them.
        """
        return await store.concluded_of(tx, stations, since, until)
