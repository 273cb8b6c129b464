"""What a station does with referrals: draft from a consult, correct, sign, send, let the patient go, cancel."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from telemed import identity, sessions
from telemed.identity import Identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import STATION, Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import ChangeId, ConsultId, ReferralId
from telemed.records import papers, policy, prefill
from telemed.records import wire_referral as wire
from telemed.records.copies import Printing
from telemed.records.events import Event
from telemed.records.forms import ReferralPaper, render_referral
from telemed.records.model import ReferralState
from telemed.records.referral import VALID_WORKING_DAYS, Referral, ReferralTooEarly
from telemed.records.referral_way import Departure, EarlierStay, Signs
from telemed.records.service.dossier import Dossier, Pdf
from telemed.records.service.referral_views import ReferralViews, require_hospital
from telemed.records.service.told import addressed
from telemed.records.store import files, numbers
from telemed.records.store import minutes as minutes_store
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
        self._dossier, self._views = Dossier(consults, printing), ReferralViews(consults)

    async def draft(self, actor: Actor, referral_id: ReferralId, new: wire.NewReferral) -> wire.ReferralView:
        """Made from a consult, filled from its request, minutes and decision.

        Raises:
            ReferralTooEarly: nobody has taken the consult and it is no transfer.
            NoHospital: the destination is not a hospital.
            OpenExists: the patient has an open one there; `id` names it.
        """
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.lock(tx, ConsultId(new.consult_id))
            policy.require_station(actor, consult.station)
            if not await idempotency.first_time(tx, referral_id, consult.id, new, tx.at):
                return await self._views.one(tx, await store.get(tx, referral_id))
            sessions.require_real(consult)
            if consult.state not in REFERABLE:
                raise ReferralTooEarly(state=consult.state)
            await require_hospital(tx, new.to_facility_id)
            minutes = await minutes_store.in_force(tx, consult.id)
            answered = await self._consults.answered_by(tx, consult.id)
            referral = Referral(
                id=referral_id,
                consult=consult.id,
                patient=consult.patient,
                minutes=minutes.id if minutes else None,
                station=consult.station,
                answered_by=answered.user if answered else None,
                shift=answered.shift if answered else None,
                lines=prefill.referral(
                    new.to_facility_id,
                    new.kind,
                    consult,
                    await self._consults.vitals(tx, consult.id),
                    minutes,
                    await store.decision_on(tx, consult.id),
                    station=(await identity.facility(tx, consult.station)).name,
                    pictures=len(await files.numbers(tx, consult.id)),
                    now=tx.at,
                ),
                created_by=actor.id,
                created_at=tx.at,
            )
            await store.add(tx, referral, tx.at.astimezone(LOCAL).date())
            await audit.record(tx, "create", "referral", referral_id, consult=consult.id)
            await outbox.publish(tx, referral.drafted(), tx.at)
            return await self._views.one(tx, referral)

    async def change(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, change: wire.ReferralChange
    ) -> wire.ReferralView:
        """Only the fields that are in the body. Raises what `Referral.changed` raises."""
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            if not await idempotency.first_time(tx, change_id, referral_id, change, tx.at):
                return await self._views.one(tx, referral)
            given = change.fields.model_dump(exclude_unset=True)
            if "stays" in given:
                given["stays"] = tuple(EarlierStay(**stay) for stay in given["stays"])
            changed, facts = referral.changed(given, change.seen_version, actor.id)
            if changed.destination != referral.destination:
                await require_hospital(tx, changed.destination)
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
                return await self._views.one(tx, referral)
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

    async def depart(
        self, actor: Actor, referral_id: ReferralId, change_id: ChangeId, left: wire.ReferralDeparture
    ) -> wire.ReferralView:
        """The patient leaves the station. Raises what `Referral.depart` raises."""
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            if not await idempotency.first_time(tx, change_id, referral_id, left, tx.at):
                return await self._views.one(tx, referral)
            departure = Departure(
                at=tx.at,
                by=actor.id,
                fit_for_transfer=left.fit_for_transfer,
                fit_note=left.fit_note,
                signs=Signs(**left.signs.model_dump()),
                travel_minutes=left.travel_minutes,
            )
            return await self._keep(tx, "depart", *referral.depart(departure))

    async def cancel(self, actor: Actor, referral_id: ReferralId, reason: str) -> wire.ReferralView:
        async with self._db.transaction(actor) as tx:
            _, referral = await self._locked(tx, referral_id)
            policy.require_station(actor, referral.station)
            return await self._keep(tx, "cancel", *referral.cancel(reason, actor.id))

    # -- reading ---------------------------------------------------------------------------------------------------

    async def read(self, actor: Actor, referral_id: ReferralId) -> wire.ReferralView:
        async with self._db.transaction(actor) as tx:
            consult, referral = await self._views.seen(tx, referral_id)
            policy.require_read_referral(actor, consult, referral)
            because = _because(actor, consult)
            await audit.record(tx, "read", "referral", referral_id, consult=referral.consult, because=because)
            return await self._views.one(tx, referral)

    async def of_consult(self, actor: Actor, consult_id: ConsultId) -> wire.ReferralList:
        async with self._db.transaction(actor) as tx:
            consult = await self._consults.get(tx, consult_id)
            policy.require_read_consult(actor, consult)
            found = await store.of_consult(tx, consult_id)
            return await self._views.many(tx, [one for one in found if policy.may_read_referral(actor, consult, one)])

    async def open(self, actor: Actor) -> wire.ReferralList:
        """Those that the actor's stations have on their way."""
        async with self._db.transaction(actor) as tx:
            return await self._views.many(tx, await store.open_of(tx, actor.facilities(STATION)))

    async def print(self, actor: Actor, referral_id: ReferralId) -> Pdf:
        """As signed, to the byte; before that, a draft for those who see the consult.

        Raises:
            Missing: the patient is on the road, and nothing is signed yet that the other end could hold in hand.
        """
        async with self._db.transaction(actor) as tx:
            consult, referral = await self._views.seen(tx, referral_id)
            policy.require_print_referral(actor, consult, referral)
            because = _because(actor, consult)
            await audit.record(tx, "print", "referral", referral_id, consult=referral.consult, because=because)
            paper = referral.paper
            if paper is None:
                if consult is None:
                    raise Missing
                paper = await self._text(tx, consult, referral)
        return Pdf(await asyncio.to_thread(render_referral, paper), f"{paper.code}-referral.pdf")

    # -- within ----------------------------------------------------------------------------------------------------

    async def _locked(self, tx: Tx, referral_id: ReferralId) -> tuple[Consult, Referral]:
        """The consult's row first, as everywhere."""
        consult = await self._consults.lock(tx, (await store.get(tx, referral_id)).consult)
        return consult, (await store.lock(tx, referral_id)).about(consult.patient)

    async def _text(self, tx: Tx, consult: Consult, referral: Referral) -> ReferralPaper:
        destination = await identity.facility(tx, referral.destination)
        return papers.referral_paper(await self._dossier.case(tx, consult), referral, destination)

    async def _keep(self, tx: Tx, action: str, referral: Referral, facts: Sequence[Event]) -> wire.ReferralView:
        if facts:
            await store.save(tx, referral)
        for fact in facts:
            consult = await self._consults.get(tx, referral.consult)
            told = await addressed(tx, self._schedules, fact, consult, referral)
            await outbox.publish(tx, told, tx.at)
        await audit.record(tx, action, "referral", referral.id, consult=referral.consult)
        return await self._views.one(tx, referral)


def _because(actor: Actor, consult: Consult | None) -> str:
    """By what right a referral is read: that of its case, or of where the patient is sent."""
    return (consult and sessions.because(actor, consult)) or "destination"
