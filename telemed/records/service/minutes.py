"""What people do with minutes: write together, confirm, sign. One method, one intent, one transaction."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from telemed import identity, sessions
from telemed.identity import Identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.infra.problems import FieldError, Invalid
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, MinutesId, uuid7
from telemed.records import masking, papers, policy, prefill, wire
from telemed.records.copies import PaperNotFinal, Printing
from telemed.records.events import Event
from telemed.records.forms import render_extract, render_minutes
from telemed.records.minutes import ConclusionIncomplete, ConsultOver, Minutes, Opinion
from telemed.records.model import ITEMS, Item, MinutesState, SignatureLine
from telemed.records.service.closing import close_if_done
from telemed.records.service.dossier import Dossier, Pdf, people
from telemed.records.store import minutes as store
from telemed.records.store import numbers, referrals
from telemed.sessions import Consult, Consults, State


class ConclusionGaps(Invalid):
    """An item of the conclusion is empty."""

    code = ConclusionIncomplete.code


class MinutesDesk:
    def __init__(self, db: Database, consults: Consults, identity: Identity, printing: Printing | None = None) -> None:
        self._db, self._consults, self._identity = db, consults, identity
        self._dossier = Dossier(consults, printing)

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
        """Raises Missing: nobody has taken the consult yet."""
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            minutes = await store.of_consult(tx, consult_id)
            if minutes is None:
                raise Missing
            policy.require_read_minutes(actor, consult, minutes)
            because = sessions.because(actor, consult)
            await audit.record(tx, "read", "minutes", minutes.id, consult=consult_id, because=because)
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

    # -- confirming and signing ------------------------------------------------------------------------------------

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
                await self._consults.conclude(tx, consult.id, actor.id)
                await audit.record(tx, "conclude", "minutes", minutes_id, consult=consult.id)
                minutes = await self._keep(tx, minutes, after, facts)
            return await self._view(tx, await self._consults.get(tx, consult.id), minutes)

    async def sign(
        self, actor: Actor, minutes_id: MinutesId, signature_id: UUID, command: wire.SignCommand
    ) -> wire.MinutesView:
        """Sign one's lines. The last line gives the number and locks the minutes for good.

        Raises:
            WrongPassword: nothing was signed.
            and what `Minutes.sign` raises.
        """
        await self._identity.verify_password(actor.id, command.password.get_secret_value())
        body = f"sign {sorted(command.lines)} {command.document_hash}".encode()
        async with self._db.transaction(actor) as tx:
            consult, minutes = await self._locked(tx, minutes_id)
            sessions.require_real(consult)
            policy.require(set(command.lines) <= await self._lines_of(tx, consult))
            if await idempotency.first_time(tx, signature_id, minutes_id, body, tx.at):
                await audit.record(tx, "sign", "minutes", minutes_id, consult=consult.id)
                lines = dict.fromkeys(command.lines, signature_id)
                paper, paper_hash = await self._dossier.text(tx, consult, minutes)
                after, facts = minutes.sign(
                    lines, actor.id, paper=paper, paper_hash=paper_hash, seen=command.document_hash, now=tx.at
                )
                if after.all_signed:
                    after = await self._locked_for_good(tx, after, facts)
                minutes = await self._keep(tx, minutes, after, facts)
                await close_if_done(tx, self._consults, consult)
            return await self._view(tx, consult, minutes)

    # -- paper -----------------------------------------------------------------------------------------------------

    async def print(self, actor: Actor, minutes_id: MinutesId) -> Pdf:
        """As signed, to the byte; before that, a draft as things stand."""
        async with self._db.transaction(actor) as tx:
            minutes = await store.get(tx, minutes_id)
            consult = await self._consults.get(tx, minutes.consult)
            policy.require_print(actor, consult)
            sessions.require_real(consult)
            because = sessions.because(actor, consult)
            await audit.record(tx, "print", "minutes", minutes_id, consult=consult.id, because=because)
            paper, _ = await self._dossier.text(tx, consult, minutes)
            if minutes.state is not MinutesState.SIGNED:
                signers = await people(tx, {s.by for s in minutes.signatures})
                paper = papers.with_signatures(paper, minutes, signers)
            decision = await referrals.decision_on(tx, consult.id)
            if decision is not None:
                paper = papers.with_decision(paper, decision, await people(tx, [decision.decided_by]))
        return Pdf(await asyncio.to_thread(render_minutes, paper), f"{consult.code}.pdf")

    async def print_extract(self, actor: Actor, minutes_id: MinutesId) -> Pdf:
        """What goes into the record of who treats. Raises PaperNotFinal: not all have signed."""
        async with self._db.transaction(actor) as tx:
            minutes = await store.get(tx, minutes_id)
            consult = await self._consults.get(tx, minutes.consult)
            policy.require_print(actor, consult)
            if minutes.state is not MinutesState.SIGNED or minutes.paper is None:
                raise PaperNotFinal
            because = sessions.because(actor, consult)
            await audit.record(
                tx, "print", "minutes", minutes_id, consult=consult.id, reason="extract", because=because
            )
            paper = papers.extract_paper(minutes.paper)
        return Pdf(await asyncio.to_thread(render_extract, paper), f"{paper.code}-extract.pdf")

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

    async def _locked_for_good(self, tx: Tx, minutes: Minutes, facts: list[Event]) -> Minutes:
        year = tx.at.astimezone(LOCAL).year
        count = await numbers.next_number(tx, minutes.hospital, f"minutes-{year}")
        prefix = (await identity.facility(tx, minutes.hospital)).prefix
        number = f"{count}/BBHC-{prefix}" if prefix else f"{count}/BBHC"
        assert minutes.paper is not None
        signed = papers.with_signatures(minutes.paper, minutes, await people(tx, {s.by for s in minutes.signatures}))
        locked, fact = minutes.lock(number, papers.final(signed, number, tx.at))
        facts.append(fact)
        return locked

    async def _lines_of(self, tx: Tx, consult: Consult) -> frozenset[SignatureLine]:
        profession = (await identity.person_papers(tx, tx.actor.id)).profession
        signers = (await identity.facility(tx, consult.station)).signing_professions
        return policy.lines_of(tx.actor, profession, consult, signers)

    async def _view(self, tx: Tx, consult: Consult, minutes: Minutes) -> wire.MinutesView:
        _, document_hash = await self._dossier.text(tx, consult, minutes)
        mine = await self._lines_of(tx, consult) & minutes.unsigned_lines
        editors = {p.edited_by for p in minutes.fields.values() if p.edited_by}
        authors = {o.by for o in minutes.opinions} | {s.by for s in minutes.signatures} | editors
        named = {consult.requester, *authors} | ({consult.specialist} if consult.specialist else set())
        names = await identity.people(tx, named)
        places = await identity.facilities(tx, {o.facility for o in minutes.opinions})
        view = wire.MinutesView(
            id=minutes.id,
            consult_id=consult.id,
            number=minutes.number,
            state=minutes.state,
            version=minutes.version,
            fields={
                item: wire.MinutesField(
                    text=p.text,
                    version=p.version,
                    edited_by=names[p.edited_by] if p.edited_by else None,
                    edited_at=p.edited_at,
                )
                for item in ITEMS
                for p in [minutes.fields[item]]
            },
            opinions=[
                wire.Opinion(id=o.id, by=names[o.by], facility=places[o.facility], at=o.at, text=o.text)
                for o in minutes.opinions
            ],
            missing=minutes.missing,
            concluded_at=minutes.concluded_at,
            chair=names[consult.specialist] if consult.specialist else None,
            requester=names[consult.requester],
            signatures=[
                wire.SignatureView(line=s.line, by=names[s.by], at=s.at, document_hash=s.document_hash)
                for s in minutes.signatures
            ],
            my_lines=sorted(mine),
            document_hash=document_hash,
            incidents=[
                f"{code}:{at.isoformat()}"
                for drop in await store.drops(tx, consult.id)
                for code, at in (("link_lost", drop.lost_at), ("link_back", drop.back_at))
                if at is not None
            ],
        )
        return masking.minutes(tx.actor, consult, view)


def _gaps(gap: ConclusionIncomplete) -> ConclusionGaps:
    return ConclusionGaps(
        [FieldError(pointer=f"/fields/{item}", code="empty", message=gap.title) for item in gap.missing]
    )
