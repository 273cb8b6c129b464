"""Who signs the minutes shows anew who they are; the last line numbers and locks them, the facility's key seals."""

import asyncio
import hashlib
from datetime import timedelta
from typing import Final
from uuid import UUID

from telemed import identity, sessions
from telemed.identity import Identity, PasskeyOptions, Passkeys, RelyingParty
from telemed.infra import audit, idempotency, jobs, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, MinutesId
from telemed.records import papers, policy, wire
from telemed.records.events import Event, MinutesSealed
from telemed.records.forms import MinutesPaper, render_minutes
from telemed.records.minutes import Minutes
from telemed.records.model import MinutesState, SigningMeans
from telemed.records.service.closing import close_if_done
from telemed.records.service.dossier import Dossier, Pdf, people
from telemed.records.service.minutes_view import lines_of, view
from telemed.records.signing import Sealer, SealFault
from telemed.records.store import minutes as store
from telemed.records.store import numbers, referrals, seals
from telemed.sessions import Consult, Consults

SEAL_JOB: Final = "seal_minutes"
AGAIN: Final = timedelta(hours=1)
"""A key that is expired today may be replaced today."""


class SealingOff(DomainError):
    """This server has no key to seal papers with."""

    kind, code = Kind.CONFLICT, "seal.off"


class Signing:
    def __init__(
        self,
        db: Database,
        consults: Consults,
        identity: Identity,
        dossier: Dossier,
        *,
        passkeys: Passkeys | None = None,
        sealer: Sealer | None = None,
    ) -> None:
        self._db, self._consults, self._identity, self._dossier = db, consults, identity, dossier
        self._passkeys, self._sealer = passkeys, sealer

    async def passkey_options(
        self, actor: Actor, minutes_id: MinutesId, asked: wire.SigningAsked, site: RelyingParty
    ) -> PasskeyOptions:
        """The challenge for a passkey that is to sign this text.

        Raises:
            NoPasskey: this person has none.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, await store.consult_of(tx, minutes_id))
            policy.require(bool(await lines_of(tx, consult)))
        assert self._passkeys is not None
        return await self._passkeys.paper_options(actor, asked.document_hash, site)

    async def sign(
        self,
        actor: Actor,
        minutes_id: MinutesId,
        signature_id: UUID,
        command: wire.SignCommand,
        site: RelyingParty | None = None,
    ) -> wire.MinutesView:
        """Sign one's lines. The last line gives the number and locks the minutes for good.

        Raises:
            WrongPassword, SignerNotShown, CeremonyOver: nothing was signed.
            and what `Minutes.sign` raises.
        """
        means, evidence = await self._shown(actor, command, site)
        body = f"sign {sorted(command.lines)} {command.document_hash}".encode()
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, await store.consult_of(tx, minutes_id))
            minutes = await store.lock(tx, minutes_id)
            sessions.require_real(consult)
            policy.require(set(command.lines) <= await lines_of(tx, consult))
            if await idempotency.first_time(tx, signature_id, minutes_id, body, tx.at):
                await audit.record(tx, "sign", "minutes", minutes_id, consult=consult.id, reason=means.value)
                paper, paper_hash = await self._dossier.text(tx, consult, minutes)
                after, facts = minutes.sign(
                    dict.fromkeys(command.lines, signature_id),
                    actor.id,
                    paper=paper,
                    paper_hash=paper_hash,
                    seen=command.document_hash,
                    now=tx.at,
                    means=means,
                    evidence=evidence,
                )
                if after.all_signed:
                    after = await self._locked_for_good(tx, after, facts)
                if facts:
                    await store.save(tx, minutes, after, tx.at)
                for fact in facts:
                    await outbox.publish(tx, fact, tx.at)
                minutes = after
                await close_if_done(tx, self._consults, consult)
            return await self._view(tx, consult, minutes)

    async def _shown(
        self, actor: Actor, command: wire.SignCommand, site: RelyingParty | None
    ) -> tuple[SigningMeans, dict[str, str] | None]:
        if command.password is not None:
            await self._identity.verify_password(actor.id, command.password.get_secret_value())
            return SigningMeans.PASSWORD, None
        assert command.passkey is not None
        assert self._passkeys is not None
        assert site is not None
        shown = await self._passkeys.sign_paper(actor, command.passkey, command.document_hash, site)
        return SigningMeans.PASSKEY, shown

    async def _locked_for_good(self, tx: Tx, minutes: Minutes, facts: list[Event]) -> Minutes:
        number = minutes.number or await self._number(tx, minutes)
        assert minutes.paper is not None
        signed = papers.with_signatures(minutes.paper, minutes, await people(tx, {s.by for s in minutes.signatures}))
        locked, fact = minutes.lock(number, papers.final(signed, number, tx.at))
        facts.append(fact)
        if self._sealer is not None:
            await jobs.put(tx, SEAL_JOB, str(minutes.id), tx.at)
        return locked

    async def _number(self, tx: Tx, minutes: Minutes) -> str:
        """A further edition keeps the number of the first."""
        year = tx.at.astimezone(LOCAL).year
        count = await numbers.next_number(tx, minutes.hospital, f"minutes-{year}")
        prefix = (await identity.facility(tx, minutes.hospital)).prefix
        return f"{count}/BBHC-{prefix}" if prefix else f"{count}/BBHC"

    # -- paper and seal --------------------------------------------------------------------------------------------

    async def print(self, actor: Actor, minutes_id: MinutesId, *, current: bool = False) -> Pdf:
        """Sealed or signed, to the byte; before that, a draft as things stand. `current`: printed anew from the record
        even where a sealed paper exists, with what the station decided after the seal."""
        async with self._db.transaction(actor) as tx:
            minutes = await store.get(tx, minutes_id)
            consult = await self._consults.get(tx, minutes.consult)
            policy.require_print(actor, consult)
            sessions.require_real(consult)
            because = sessions.because(actor, consult)
            await audit.record(tx, "print", "minutes", minutes_id, consult=consult.id, because=because)
            sealed = None if current else await seals.pdf(tx, minutes_id)
            if sealed is not None:
                return Pdf(sealed, _file_name(consult, minutes))
            paper = await self._paper(tx, consult, minutes)
        return Pdf(await asyncio.to_thread(render_minutes, paper), _file_name(consult, minutes))

    async def signed_paper(self, tx: Tx, minutes_id: MinutesId) -> bytes:
        """The paper of signed minutes, in the transaction of who already asked by what right: sealed where it is, else
        as all signed it, without what was decided later. The same bytes each time."""
        sealed = await seals.pdf(tx, minutes_id)
        if sealed is not None:
            return sealed
        paper = (await store.get(tx, minutes_id)).paper
        assert paper is not None
        return await asyncio.to_thread(render_minutes, paper)

    async def _paper(self, tx: Tx, consult: Consult, minutes: Minutes) -> MinutesPaper:
        paper, _ = await self._dossier.text(tx, consult, minutes)
        if minutes.state is not MinutesState.SIGNED:
            paper = papers.with_signatures(paper, minutes, await people(tx, {s.by for s in minutes.signatures}))
        decision = await referrals.decision_on(tx, consult.id)
        if decision is not None:
            paper = papers.with_decision(paper, decision, await people(tx, [decision.decided_by]))
        return paper

    async def seal_again(self, actor: Actor, minutes_id: MinutesId) -> wire.MinutesView:
        """Try at once what failed, after the key was seen to. Sealed already: nothing changes.

        Raises:
            SealingOff: there is no key here.
        """
        async with self._db.transaction(actor) as tx:
            minutes = await store.get(tx, minutes_id)
            consult = await self._consults.get(tx, minutes.consult)
            policy.require_write_minutes(actor, consult)
            if self._sealer is None:
                raise SealingOff
            if minutes.state is MinutesState.SIGNED and await seals.of(tx, minutes_id) is None:
                await audit.record(tx, "seal", "minutes", minutes_id, consult=consult.id)
                await jobs.put(tx, SEAL_JOB, str(minutes_id), tx.at)
            return await self._view(tx, consult, minutes)

    async def seal(self, tx: Tx, minutes_id: MinutesId) -> None:
        """The durable job: the signed paper is printed and sealed once, and kept. A key that cannot seal loses nothing:
        the paper stays signed, the fault is told by its code, and an hour later it is tried again."""
        if self._sealer is None or await seals.of(tx, minutes_id):
            return
        minutes = await store.get(tx, minutes_id)
        if minutes.state is not MinutesState.SIGNED or minutes.paper is None:
            return
        paper = await self._paper(tx, await self._consults.get(tx, minutes.consult), minutes)
        pdf = await asyncio.to_thread(render_minutes, paper)
        try:
            sealed = await asyncio.to_thread(self._sealer.seal, pdf, tx.at)
        except SealFault as fault:
            await seals.put_fault(tx, minutes_id, fault.code)
            await jobs.put(tx, SEAL_JOB, str(minutes_id), tx.at + AGAIN)
            return
        found = hashlib.sha256(sealed.pdf).hexdigest()
        kept = seals.Seal(minutes_id, found, sealed.subject, sealed.serial, tx.at)
        if await seals.put(tx, kept, sealed.pdf):
            await audit.record(tx, "seal", "minutes", minutes_id, consult=minutes.consult)
            await outbox.publish(tx, MinutesSealed(ConsultId(minutes.consult), minutes_id), tx.at)

    async def _view(self, tx: Tx, consult: Consult, minutes: Minutes) -> wire.MinutesView:
        return await view(tx, self._dossier, consult, minutes, sealing=self._sealer is not None)


def _file_name(consult: Consult, minutes: Minutes) -> str:
    return f"{consult.code}.pdf" if minutes.edition == 1 else f"{consult.code}-{minutes.edition}.pdf"
