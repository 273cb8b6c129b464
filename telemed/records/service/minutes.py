"""What people do with minutes: write together, read back, confirm, correct. One method, one intent, one transaction."""

from collections.abc import Sequence
from uuid import UUID

from telemed import identity, sessions
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.problems import FieldError, Invalid
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, MinutesId, uuid7
from telemed.records import policy, prefill, wire
from telemed.records.events import Event
from telemed.records.minutes import (
    ConclusionIncomplete,
    ConsultOver,
    CorrectionOpen,
    Minutes,
    Opinion,
    ReadBack,
    Side,
)
from telemed.records.model import Item
from telemed.records.service.dossier import Dossier
from telemed.records.service.minutes_view import view
from telemed.records.store import minutes as store
from telemed.sessions import Consult, Consults, State


class ConclusionGaps(Invalid):
    """An item of the conclusion is empty."""

    code = ConclusionIncomplete.code


class MinutesDesk:
    def __init__(self, db: Database, consults: Consults, dossier: Dossier, *, sealing: bool) -> None:
        self._db, self._consults, self._dossier, self._sealing = db, consults, dossier, sealing

    # -- on news of the consult ------------------------------------------------------------------------------------

    async def open(self, tx: Tx, consult_id: ConsultId) -> None:
        """Somebody took the consult: there are minutes from now on. Taken again, the same draft goes on."""
        consult = await self._consults.get(tx, consult_id)
        blank, opened = Minutes.open(
            MinutesId(uuid7()),
            consult_id,
            station=consult.station,
            hospital=consult.hospital,
            summary=prefill.summary(consult),
            now=tx.at,
        )
        if await store.add(tx, blank):
            await outbox.publish(tx, opened, tx.at)

    async def follow_request(self, tx: Tx, consult_id: ConsultId) -> None:
        """In an emergency the request is completed after it was taken: the summary keeps up until somebody writes."""
        consult = await self._consults.get(tx, consult_id)
        known = await store.of_consult(tx, consult_id)
        if known is not None:
            before = await store.lock(tx, known.id)
            await self._keep(tx, before, *before.refill_summary(prefill.summary(consult), tx.actor.id))

    # -- writing ---------------------------------------------------------------------------------------------------

    async def read(self, actor: Actor, consult_id: ConsultId) -> wire.MinutesView:
        """The newest edition. Raises Missing: nobody has taken the consult yet."""
        async with self._db.transaction(actor) as tx:
            minutes = await store.of_consult(tx, consult_id)
            if minutes is None:
                await self._consults.get(tx, consult_id)
                raise Missing
            return await self._read(tx, minutes)

    async def read_edition(self, actor: Actor, minutes_id: MinutesId) -> wire.MinutesView:
        """Any edition, with the signatures it has."""
        async with self._db.transaction(actor) as tx:
            return await self._read(tx, await store.get(tx, minutes_id))

    async def _read(self, tx: Tx, minutes: Minutes) -> wire.MinutesView:
        consult = await self._consults.get(tx, minutes.consult)
        policy.require_read_minutes(tx.actor, consult, minutes)
        because = sessions.because(tx.actor, consult)
        await audit.record(tx, "read", "minutes", minutes.id, consult=consult.id, because=because)
        return await self._view(tx, consult, minutes)

    async def write(
        self, actor: Actor, minutes_id: MinutesId, change_id: ChangeId, change: wire.MinutesChange
    ) -> wire.MinutesView:
        """One field. Raises what `Minutes.write` raises."""
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._to_write(tx, minutes_id)
            if await idempotency.first_time(tx, change_id, minutes_id, change, tx.at):
                written = minutes.write(change.field, change.text, change.seen_version, actor.id, tx.at)
                await audit.record(tx, "change", "minutes", minutes_id, consult=consult.id)
                minutes = await self._keep(tx, minutes, *written)
            return await self._view(tx, consult, minutes)

    async def give_opinion(
        self, actor: Actor, minutes_id: MinutesId, opinion_id: UUID, new: wire.NewOpinion
    ) -> wire.MinutesView:
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._to_write(tx, minutes_id)
            if await idempotency.first_time(tx, opinion_id, minutes_id, new, tx.at):
                side = consult.answers_from if consult.specialist == actor.id else consult.station
                said = minutes.add_opinion(Opinion(opinion_id, actor.id, side, tx.at, new.text))
                await audit.record(tx, "opinion", "minutes", minutes_id, consult=consult.id)
                minutes = await self._keep(tx, minutes, *said)
            return await self._view(tx, consult, minutes)

    # -- reading back, confirming, correcting ----------------------------------------------------------------------

    async def mark_read(
        self, actor: Actor, minutes_id: MinutesId, change_id: ChangeId, mark: wire.ReadBackMark
    ) -> wire.MinutesView:
        """One side says that an item was read out as it stands. Raises what `Minutes.mark_read` raises."""
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._to_write(tx, minutes_id)
            if await idempotency.first_time(tx, change_id, minutes_id, mark, tx.at):
                side: Side = "hospital" if consult.specialist == actor.id else "station"
                read = minutes.mark_read(ReadBack(mark.field, side, mark.seen_version, actor.id, tx.at))
                await audit.record(tx, "read_back", "minutes", minutes_id, consult=consult.id)
                minutes = await self._keep(tx, minutes, *read)
            return await self._view(tx, consult, minutes)

    async def correct(
        self, actor: Actor, minutes_id: MinutesId, new_id: MinutesId, new: wire.NewEdition
    ) -> wire.MinutesView:
        """Begin a further edition of signed minutes; until it is signed the one before stays in force.

        Raises:
            NotSigned: it is still a draft.
            CorrectionOpen: there is a further edition already.
        """
        async with self._db.transaction(actor) as tx:
            consult, signed = await self._locked(tx, minutes_id)
            policy.require_write_minutes(actor, consult)
            if await idempotency.first_time(tx, new_id, minutes_id, new, tx.at):
                newest = await store.of_consult(tx, consult.id)
                if newest is not None and newest.id != signed.id:
                    raise CorrectionOpen(edition=newest.edition)
                number = max(one.edition for one in await store.editions(tx, consult.id)) + 1
                edition, facts = signed.correct(new_id, new.reason, actor.id, tx.at, number)
                await store.add(tx, edition)
                await audit.record(tx, "correct", "minutes", new_id, consult=consult.id)
                for fact in facts:
                    await outbox.publish(tx, fact, tx.at)
            return await self._view(tx, consult, await store.get(tx, new_id))

    async def discard(self, actor: Actor, minutes_id: MinutesId) -> wire.MinutesView:
        """Give up a further edition: whoever began it, or the chair. Answers with the edition that is in force.

        Raises:
            NotACorrection: these are the first minutes of the case.
            Locked: it is signed by all, or given up already.
        """
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._locked(tx, minutes_id)
            policy.require_write_minutes(actor, consult)
            after, facts = minutes.discard(actor.id)
            policy.require_discard(actor, consult, minutes)
            await audit.record(tx, "discard", "minutes", minutes_id, consult=consult.id)
            await self._keep(tx, minutes, after, facts)
            return await self._view(tx, consult, await store.in_force(tx, consult.id) or after)

    async def conclude(self, actor: Actor, minutes_id: MinutesId) -> wire.MinutesView:
        """The chair confirms; the consult is concluded with it.

        Raises:
            ConclusionGaps: items are empty, each named.
        """
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._locked(tx, minutes_id)
            policy.require_chair(actor, consult)
            try:
                after, facts = minutes.conclude(actor.id, tx.at)
            except ConclusionIncomplete as gap:
                raise _gaps(gap) from gap
            if facts:
                if minutes.edition == 1:  # a correction confirms words anew; the consult was concluded long ago
                    await self._consults.conclude(tx, consult.id, actor.id)
                await audit.record(tx, "conclude", "minutes", minutes_id, consult=consult.id)
                minutes = await self._keep(tx, minutes, after, facts)
            return await self._view(tx, await self._consults.get(tx, consult.id), minutes)

    async def field_now(self, tx: Tx, minutes_id: MinutesId, item: Item) -> tuple[ConsultId, wire.MinutesField]:
        """For live news, which holds no text of its own: whose minutes, and the field as it stands."""
        passage = await store.field_now(tx, minutes_id, item)
        names = await identity.people(tx, [passage.edited_by] if passage.edited_by else [])
        return await store.consult_of(tx, minutes_id), wire.MinutesField(
            text=passage.text,
            version=passage.version,
            edited_by=names[passage.edited_by] if passage.edited_by else None,
            edited_at=passage.edited_at,
        )

    async def version_now(self, tx: Tx, minutes_id: MinutesId) -> int:
        return (await store.get(tx, minutes_id)).version

    # -- within ----------------------------------------------------------------------------------------------------

    async def _locked(self, tx: Tx, minutes_id: MinutesId) -> tuple[Consult, Minutes]:
        """The consult's row first: whoever decides about both takes them in this order."""
        consult = await self._consults.lock(tx, await store.consult_of(tx, minutes_id))
        return consult, await store.lock(tx, minutes_id)

    async def _to_write(self, tx: Tx, minutes_id: MinutesId) -> tuple[Consult, Minutes]:
        """The minutes' row alone: writing must not wait for whoever is busy with the consult."""
        consult = await self._consults.get(tx, await store.consult_of(tx, minutes_id))
        policy.require_write_minutes(tx.actor, consult)
        if consult.state in {State.CANCELLED, State.EXPIRED}:
            raise ConsultOver
        return consult, await store.lock(tx, minutes_id)

    async def _keep(self, tx: Tx, before: Minutes, after: Minutes, facts: Sequence[Event]) -> Minutes:
        if facts:
            await store.save(tx, before, after, tx.at)
        for fact in facts:
            await outbox.publish(tx, fact, tx.at)
        return after

    async def _view(self, tx: Tx, consult: Consult, minutes: Minutes) -> wire.MinutesView:
        return await view(tx, self._dossier, consult, minutes, sealing=self._sealing)


def _gaps(gap: ConclusionIncomplete) -> ConclusionGaps:
    return ConclusionGaps(
        [FieldError(pointer=f"/fields/{item}", code="empty", message=gap.title) for item in gap.missing]
    )
