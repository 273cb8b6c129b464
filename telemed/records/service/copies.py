"""Copies of signed papers on paper: asked for, printed again to the byte, looked up by their code."""

import asyncio
from dataclasses import replace
from uuid import UUID

from telemed import identity, sessions
from telemed.infra import audit, idempotency
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ConsultId, FacilityId, FollowUpId, MinutesId, ReferralId
from telemed.records import papers, policy, short_papers
from telemed.records.copies import Copy, Form, PaperNotFinal, Printing, Standing, new_code, read_code
from telemed.records.follow_up import FollowUp
from telemed.records.forms import Conversion, FollowUpPaper, MinutesPaper, Paper, ReferralPaper, render
from telemed.records.minutes import Minutes
from telemed.records.model import FollowUpState, MinutesState, ReferralState
from telemed.records.referral import Referral
from telemed.records.service.dossier import Dossier, Pdf, people
from telemed.records.store import after
from telemed.records.store import copies as store
from telemed.records.store import minutes as minutes_store
from telemed.records.store import referrals as referral_store
from telemed.records.wire_papers import CopyView, NewCopy, PaperCase, PaperStanding
from telemed.sessions import Consult, Consults

Document = Minutes | Referral | FollowUp
_ENTITIES = {Minutes: "minutes", Referral: "referral", FollowUp: "follow_up"}


class Copies:
    def __init__(self, db: Database, consults: Consults, dossier: Dossier, printing: Printing) -> None:
        self._db, self._consults, self._dossier, self._printing = db, consults, dossier, printing

    async def make(self, actor: Actor, copy_id: UUID, new: NewCopy) -> CopyView:
        """A copy with a code of its own. What its foot says is kept, so that it prints the same ever after.

        Raises:
            PaperNotFinal: nobody has signed it yet, or not everybody.
        """
        async with self._db.transaction(actor) as tx:
            document, consult = await self._to_print(tx, new.form, new.document_id)
            if await idempotency.first_time(tx, copy_id, new.document_id, new, tx.at):
                await store.add(tx, await self._copy(tx, copy_id, new.form, document))
                await self._written_down(tx, "copy", document, consult, (new.form, copy_id))
            return _view(await store.get(tx, copy_id))

    async def print(self, actor: Actor, copy_id: UUID) -> Pdf:
        """The same bytes each time: a decision that came after the copy is not on it."""
        async with self._db.transaction(actor) as tx:
            copy = await store.get(tx, copy_id)
            document, consult = await self._to_print(tx, copy.form, copy.document)
            await self._written_down(tx, "print", document, consult, (copy.form, copy_id))
            paper = replace(await self._paper(tx, copy, document), conversion=copy.conversion)
        return Pdf(await asyncio.to_thread(render, paper), f"{paper.code}-{copy.form}.pdf")

    async def print_extract(self, actor: Actor, minutes_id: MinutesId) -> Pdf:
        """Of signed minutes, what goes into the record of who treats. Raises PaperNotFinal: not all have signed."""
        async with self._db.transaction(actor) as tx:
            document, consult = await self._to_print(tx, Form.EXTRACT, minutes_id)
            await self._written_down(tx, "print", document, consult, (Form.EXTRACT, minutes_id))
            assert isinstance(document, Minutes)
            assert document.paper
            paper = short_papers.extract_paper(document.paper)
        return Pdf(await asyncio.to_thread(render, paper), f"{paper.code}-extract.pdf")

    async def print_slip(self, actor: Actor, follow_up_id: FollowUpId) -> Pdf:
        """A follow-up slip; what it says is frozen with the first print."""
        async with self._db.transaction(actor) as tx:
            planned, consult = await self._to_print(tx, Form.FOLLOW_UP, follow_up_id)
            assert isinstance(planned, FollowUp)
            await self._written_down(tx, "print", planned, consult, (Form.FOLLOW_UP, follow_up_id))
            paper = await self._slip(tx, planned)
        return Pdf(await asyncio.to_thread(render, paper), f"{paper.code}-follow-up.pdf")

    async def look_up(self, typed: str) -> PaperStanding:
        """For anybody who holds the paper: whether it stands, and no name. Raises Missing."""
        code = read_code(typed)
        if code is None:
            raise Missing
        async with self._db.transaction(Actor.system("paper")) as tx:
            copy = await store.by_code(tx, code)
            return PaperStanding(
                standing=await _standing(tx, copy),
                form=copy.form,
                number=copy.number,
                issued_by=(await identity.facility(tx, copy.issuer)).name,
                dated_on=copy.dated_on,
                valid_until=copy.valid_until,
            )

    async def case_of(self, actor: Actor, typed: str) -> PaperCase:
        """For staff who may take such a paper away: whose it is, who made the copy. Raises Missing."""
        code = read_code(typed)
        if code is None:
            raise Missing
        async with self._db.transaction(actor) as tx:
            copy = await store.by_code(tx, code)
            document, consult = await self._to_print(tx, copy.form, copy.document)
            await self._written_down(tx, "read", document, consult, (copy.form, copy.id))
            return PaperCase(
                standing=await _standing(tx, copy),
                form=copy.form,
                number=copy.number,
                consult_id=copy.consult,
                document_id=copy.document,
                issuer=(await identity.facilities(tx, [copy.issuer]))[copy.issuer],
                made_by=(await identity.people(tx, [copy.made_by]))[copy.made_by],
                made_at=copy.made_at,
            )

    # -- within ----------------------------------------------------------------------------------------------------

    async def _to_print(self, tx: Tx, form: Form, document_id: UUID) -> tuple[Document, Consult | None]:
        """What is to be copied, if the actor may take it away. Without its consult for who only awaits the patient."""
        match form:
            case Form.MINUTES | Form.EXTRACT:
                minutes = await minutes_store.get(tx, MinutesId(document_id))
                consult = await self._consults.get(tx, minutes.consult)
                policy.require_print(tx.actor, consult)
                if minutes.state is not MinutesState.SIGNED or minutes.paper is None:
                    raise PaperNotFinal
                return minutes, consult
            case Form.REFERRAL:
                referral = await referral_store.get(tx, ReferralId(document_id))
                seen = await self._seen(tx, referral.consult)
                policy.require_print_referral(tx.actor, seen, referral)
                if referral.paper is None:
                    raise PaperNotFinal
                return referral, seen
            case Form.FOLLOW_UP:
                planned = await after.get(tx, FollowUpId(document_id))
                consult = await self._consults.get(tx, planned.consult)
                policy.require_print(tx.actor, consult)
                return planned, consult

    async def _seen(self, tx: Tx, consult: ConsultId) -> Consult | None:
        try:
            return await self._consults.get(tx, consult)
        except Missing:
            return None

    async def _copy(self, tx: Tx, copy_id: UUID, form: Form, document: Document) -> Copy:
        code, by = new_code(), await identity.person_papers(tx, tx.actor.id)
        set_by = self._printing
        final = await self._slip(tx, document) if isinstance(document, FollowUp) else document.paper
        assert final is not None
        dated = final.signature.signed_at if isinstance(final, ReferralPaper) else final.dated_at
        assert dated is not None
        return Copy(
            id=copy_id,
            code=code,
            form=form,
            document=document.id,
            consult=document.consult,
            issuer=_issuer(document),
            number=final.number,
            dated_on=dated.astimezone(LOCAL).date(),
            version=final.version if isinstance(final, MinutesPaper) else 1,
            conversion=Conversion(
                system=set_by.system,
                owner=set_by.owner,
                at=tx.at,
                by=papers.spelled(by),
                code=code,
                link=set_by.link(code),
            ),
            made_by=tx.actor.id,
            made_at=tx.at,
            valid_until=document.valid_until if isinstance(document, Referral) else None,
        )

    async def _slip(self, tx: Tx, planned: FollowUp) -> FollowUpPaper:
        """As issued; issued now, if nobody has printed it yet."""
        if (known := await store.slip(tx, planned.id)) is not None:
            return known
        consult = await self._consults.get(tx, planned.consult)
        case = await self._dossier.case(tx, consult)
        asked = planned.proposed.person
        named = await people(tx, [planned.created_by, asked])
        minutes = await minutes_store.in_force(tx, planned.consult)
        proposed = named[asked] if asked else None
        paper = short_papers.follow_up_paper(case, planned, named[planned.created_by], proposed, minutes)
        return await store.issue_slip(tx, planned.id, planned.consult, paper)

    async def _paper(self, tx: Tx, copy: Copy, document: Document) -> Paper:
        """What the copy is of: a decision that was made later is not on it."""
        if isinstance(document, FollowUp):
            return await self._slip(tx, document)
        assert document.paper is not None
        if isinstance(document.paper, ReferralPaper):
            return document.paper
        if copy.form is Form.EXTRACT:
            return short_papers.extract_paper(document.paper)
        known = await referral_store.decisions_on(tx, document.consult)
        decision = next((one for one in reversed(known) if one.decided_at <= copy.made_at), None)
        if decision is None:
            return document.paper
        return papers.with_decision(document.paper, decision, await people(tx, [decision.decided_by]))

    async def _written_down(
        self, tx: Tx, action: str, document: Document, consult: Consult | None, which: tuple[Form, UUID]
    ) -> None:
        because = (consult and sessions.because(tx.actor, consult)) or "destination"
        reason = "{}:{}".format(*which)
        entity = _ENTITIES[type(document)]
        await audit.record(tx, action, entity, document.id, consult=document.consult, reason=reason, because=because)


def _issuer(document: Document) -> FacilityId:
    return document.hospital if isinstance(document, Minutes) else document.station


async def _standing(tx: Tx, copy: Copy) -> Standing:
    match copy.form:
        case Form.REFERRAL:
            state = (await referral_store.get(tx, ReferralId(copy.document))).state
            if copy.valid_until is not None and copy.valid_until < tx.at.astimezone(LOCAL).date():
                return _OF_REFERRAL.get(state, Standing.EXPIRED)
            return _OF_REFERRAL.get(state, Standing.VALID)
        case Form.FOLLOW_UP:
            planned = await after.get(tx, FollowUpId(copy.document))
            return Standing.WITHDRAWN if planned.state is FollowUpState.CANCELLED else Standing.VALID
        case Form.MINUTES | Form.EXTRACT:
            minutes = await minutes_store.get(tx, MinutesId(copy.document))
            newest = await minutes_store.in_force(tx, minutes.consult)
            later = newest is not None and newest.edition > minutes.edition
            return Standing.SUPERSEDED if later else Standing.VALID


_OF_REFERRAL = {
    ReferralState.CANCELLED: Standing.WITHDRAWN,
    ReferralState.REDIRECTED: Standing.SUPERSEDED,
    ReferralState.EXPIRED: Standing.EXPIRED,
}


def _view(copy: Copy) -> CopyView:
    return CopyView(id=copy.id, code=copy.code, form=copy.form, number=copy.number, made_at=copy.made_at)
