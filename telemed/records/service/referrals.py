"""What people do with referrals: draft from a consult, correct, sign, send, cancel."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from telemed import identity, sessions
from telemed.identity import Identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import STATION, Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, FacilityId, ReferralId
from telemed.kernel.values import FacilityKind
from telemed.records import masking, papers, policy, prefill, wire
from telemed.records.copies import Printing
from telemed.records.events import Event
from telemed.records.forms import ReferralPaper, render_referral
from telemed.records.model import ReferralState
from telemed.records.referral import VALID_WORKING_DAYS, NoHospital, Referral, ReferralTooEarly
from telemed.records.service.dossier import Dossier, Pdf
from telemed.records.store import minutes as minutes_store
from telemed.records.store import numbers
from telemed.records.store import referrals as store
from telemed.schedules import Schedules
from telemed.sessions import Consult, Consults, State

REFERABLE = frozenset({State.ACCEPTED, State.SCHEDULED, State.CONCLUDED, State.TRANSFERRED, State.CLOSED})
"""An ambulance may be needed before the conclusion is written."""


class Referrals:
    def __init__(
        self,
        db: Database,
        consults: Consults,
        identity: Identity,
        schedules: Schedules,
        printing: Printing | None = None,
    ) -> None:
        self._db, self._consults, self._identity, self._schedules = db, consults, identity, schedules
        self._dossier = Dossier(consults, printing)

    async def draft(self, actor: Actor, referral_id: ReferralId, new: wire.NewReferral) -> wire.ReferralView:
        """Made from a consult, filled from its request and minutes.

        Raises:
            ReferralTooEarly: nobody has taken the consult and it is no transfer.
            NoHospital: the destination is not a hospital.
            OpenExists: the patient has an open one there; `id` names it.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, ConsultId(new.consult_id))
            policy.require_station(actor, consult.station)
            if not await idempotency.first_time(tx, referral_id, consult.id, new, tx.at):
                return await self._view(tx, await store.get(tx, referral_id))
            sessions.require_real(consult)
            if consult.state not in REFERABLE:
                raise ReferralTooEarly(state=consult.state)
            await self._require_hospital(tx, new.to_facility_id)
            minutes = await minutes_store.in_force(tx, consult.id)
            answered = await self._consults.answered_by(tx, consult.id)
            vitals = await self._consults.vitals(tx, consult.id)
            referral = Referral(
                id=referral_id,
                consult=consult.id,
                patient=consult.patient,
                minutes=minutes.id if minutes else None,
                station=consult.station,
                answered_by=answered.user if answered else None,
                shift=answered.shift if answered else None,
                lines=prefill.referral(new.to_facility_id, new.kind, consult, vitals, minutes),
                created_by=actor.id,
                created_at=tx.at,
            )
            await store.add(tx, referral, tx.at.astimezone(LOCAL).date())
            await audit.record(tx, "create", "referral", referral_id, consult=consult.id)
            await outbox.publish(tx, referral.drafted(), tx.at)
            return await self._view(tx, referral)

    async def change(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, change: wire.ReferralChange
    ) -> wire.ReferralView:
        """Only the fields that are in the body. Raises what `Referral.changed` raises."""
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            if not await idempotency.first_time(tx, change_id, referral_id, change, tx.at):
                return await self._view(tx, referral)
            given = change.fields.model_dump(exclude_unset=True)
            changed, facts = referral.changed(given, change.seen_version, actor.id)
            if changed.destination != referral.destination:
                await self._require_hospital(tx, changed.destination)
            return await self._keep(tx, "change", changed, facts)

    async def sign(self, actor: Actor, referral_id: ReferralId, command: wire.ReferralSign) -> wire.ReferralView:
        """For the station. Signing what one has signed changes nothing.

        Raises:
            WrongPassword: nothing was signed.
            and what `Referral.require_signable` raises.
        """
        await self._identity.verify_password(actor.id, command.password.get_secret_value())
        async with self._db.transaction(actor) as tx:
            consult, referral = await self._locked(tx, referral_id)
            signer = await identity.person_papers(tx, actor.id)
            signers = (await identity.facility(tx, referral.station)).signing_professions
            policy.require_sign_referral(actor, signer.profession, referral, signers)
            if referral.signed_by == actor.id and referral.state is not ReferralState.CANCELLED:
                return await self._view(tx, referral)
            referral.require_signable(command.seen_version)
            year = tx.at.astimezone(LOCAL).year
            number = f"{await numbers.next_number(tx, referral.station, f'referral-{year}')}/PCCSKBCB"
            working = await self._schedules.working_time(tx)
            until = working.add_days(tx.at, VALID_WORKING_DAYS)
            if referral.lines.valid_one_year:
                until = tx.at + timedelta(days=365)
            text = await self._text(tx, consult, referral)
            paper = papers.signed_referral(text, number, until, signer, tx.at)
            signed, facts = referral.sign(actor.id, number, until.astimezone(LOCAL).date(), paper, tx.at)
            return await self._keep(tx, "sign", signed, facts)

    async def send(self, actor: Actor, referral_id: ReferralId) -> wire.ReferralView:
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            return await self._keep(tx, "send", *referral.send(actor.id, tx.at))

    async def cancel(self, actor: Actor, referral_id: ReferralId, reason: str) -> wire.ReferralView:
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            return await self._keep(tx, "cancel", *referral.cancel(reason, actor.id))

    # -- reading ---------------------------------------------------------------------------------------------------

    async def read(self, actor: Actor, referral_id: ReferralId) -> wire.ReferralView:
        async with self._db.transaction(actor) as tx:
            consult, referral = await self._seen(tx, referral_id)
            policy.require_read_referral(actor, consult, referral)
            because = _because(actor, consult)
            await audit.record(tx, "read", "referral", referral_id, consult=referral.consult, because=because)
            return await self._view(tx, referral)

    async def of_consult(self, actor: Actor, consult_id: ConsultId) -> wire.ReferralList:
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            policy.require_read_consult(actor, consult)
            found = await store.of_consult(tx, consult_id)
            return await self._list(tx, [one for one in found if policy.may_read_referral(actor, consult, one)])

    async def open(self, actor: Actor) -> wire.ReferralList:
        """Those that the actor's stations have on their way."""
        async with self._db.transaction(actor) as tx:
            return await self._list(tx, await store.open_of(tx, actor.facilities(STATION)))

    async def print(self, actor: Actor, referral_id: ReferralId) -> Pdf:
        """As signed, to the byte; before that, a draft."""
        async with self._db.transaction(actor) as tx:
            consult, referral = await self._seen(tx, referral_id)
            policy.require_print_referral(actor, consult, referral)
            because = _because(actor, consult)
            await audit.record(tx, "print", "referral", referral_id, consult=referral.consult, because=because)
            paper = referral.paper
            if paper is None:
                assert consult is not None  # only those who see the consult may read a draft
                paper = await self._text(tx, consult, referral)
        return Pdf(await asyncio.to_thread(render_referral, paper), f"{paper.code}-referral.pdf")

    # -- within ----------------------------------------------------------------------------------------------------

    async def _locked(self, tx: Tx, referral_id: ReferralId) -> tuple[Consult, Referral]:
        """The consult's row first, as everywhere."""
        consult = await self._consults.lock(tx, (await store.get(tx, referral_id)).consult)
        return consult, (await store.lock(tx, referral_id)).about(consult.patient)

    async def _seen(self, tx: Tx, referral_id: ReferralId) -> tuple[Consult | None, Referral]:
        """Without the consult for the hospital it was sent to, when another one advised."""
        referral = await store.get(tx, referral_id)
        try:
            consult = await self._consults.get(tx, referral.consult)
        except Missing:
            return None, referral
        return consult, referral.about(consult.patient)

    async def _require_hospital(self, tx: Tx, facility: UUID) -> None:
        found = await identity.facilities(tx, [FacilityId(facility)])
        if not any(f.kind is FacilityKind.HOSPITAL for f in found.values()):
            raise NoHospital(pointer="/body/to_facility_id")

    async def _text(self, tx: Tx, consult: Consult, referral: Referral) -> ReferralPaper:
        destination = await identity.facility(tx, referral.destination)
        return papers.referral_paper(await self._dossier.case(tx, consult), referral, destination)

    async def _keep(self, tx: Tx, action: str, referral: Referral, facts: Sequence[Event]) -> wire.ReferralView:
        if facts:
            await store.save(tx, referral)
        for fact in facts:
            await outbox.publish(tx, fact, tx.at)
        await audit.record(tx, action, "referral", referral.id, consult=referral.consult)
        return await self._view(tx, referral)

    async def _list(self, tx: Tx, referrals: list[Referral]) -> wire.ReferralList:
        for referral in referrals:
            await audit.record(tx, "read", "referral", referral.id, consult=referral.consult)
        return wire.ReferralList(referrals=[await self._view(tx, referral) for referral in referrals])

    async def _view(self, tx: Tx, referral: Referral) -> wire.ReferralView:
        consult, _ = await self._seen(tx, referral.id)
        minutes = await minutes_store.in_force(tx, referral.consult) if consult else None
        known = [person for person in (referral.answered_by, referral.signed_by) if person]
        names = await identity.people(tx, known)
        places = await identity.facilities(tx, {referral.station, referral.destination})
        view = wire.ReferralView(
            **asdict(referral.lines),
            id=referral.id,
            consult_id=referral.consult,
            consult_code=consult.code if consult else referral.paper.code if referral.paper else "",
            minutes_id=referral.minutes,
            minutes_number=minutes.number if minutes else None,
            patient_id=referral.patient,
            number=referral.number,
            state=referral.state,
            version=referral.version,
            from_facility=places[referral.station],
            to_facility=places[referral.destination],
            answered_by=names[referral.answered_by] if referral.answered_by else None,
            shift_id=referral.shift,
            created_at=referral.created_at,
            signed_by=names[referral.signed_by] if referral.signed_by else None,
            signed_at=referral.signed_at,
            sent_at=referral.sent_at,
            valid_until=referral.valid_until,
            missing=referral.missing,
        )
        return masking.referral(tx.actor, consult, view)


def _because(actor: Actor, consult: Consult | None) -> str:
    """By what right a referral is read: that of its case, or of where the patient is sent."""
    return (consult and sessions.because(actor, consult)) or "destination"
