"""How a referral looks to who asks: names beside ids, and what a label hides from those who do not treat."""

from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from telemed import identity
from telemed.identity import FacilityRef, PersonRef
from telemed.infra import audit
from telemed.infra.db import Tx
from telemed.kernel.errors import Missing
from telemed.kernel.ids import FacilityId, ReferralId, UserId
from telemed.kernel.values import FacilityKind
from telemed.records import masking, policy
from telemed.records import wire_referral as wire
from telemed.records.referral import NoHospital, Referral
from telemed.records.referral_way import Departure, Feedback
from telemed.records.store import minutes as minutes_store
from telemed.records.store import referrals as store
from telemed.sessions import Consult, Consults


class ReferralViews:
    def __init__(self, consults: Consults) -> None:
        self._consults = consults

    async def seen(self, tx: Tx, referral_id: ReferralId) -> tuple[Consult | None, Referral]:
        """Without the consult for the hospital it was sent to, when another one advised."""
        referral = await store.get(tx, referral_id)
        try:
            consult = await self._consults.get(tx, referral.consult)
        except Missing:
            return None, referral
        return consult, referral.about(consult.patient)

    async def many(self, tx: Tx, referrals: list[Referral]) -> wire.ReferralList:
        for referral in referrals:
            await audit.record(tx, "read", "referral", referral.id, consult=referral.consult)
        return wire.ReferralList(referrals=[await self.one(tx, referral) for referral in referrals])

    async def one(self, tx: Tx, referral: Referral) -> wire.ReferralView:
        consult, _ = await self.seen(tx, referral.id)
        minutes = await minutes_store.in_force(tx, referral.consult) if consult else None
        left, told = referral.departure, referral.feedback
        known = {referral.answered_by, referral.signed_by, referral.accepted_by}
        known |= {left.by if left else None, told.by if told else None}
        names = await identity.people(tx, [person for person in known if person])
        around = {referral.station, referral.destination, referral.redirected_to}
        places = await identity.facilities(tx, {place for place in around if place})

        def name(person: UserId | None) -> PersonRef | None:
            return names[person] if person else None

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
            answered_by=name(referral.answered_by),
            shift_id=referral.shift,
            created_at=referral.created_at,
            signed_by=name(referral.signed_by),
            signed_at=referral.signed_at,
            sent_at=referral.sent_at,
            valid_until=referral.valid_until,
            missing=referral.missing,
            cancel_reason=referral.cancel_reason,
            answer=referral.answer,
            answered_at=referral.answered_at,
            accepted_by=name(referral.accepted_by),
            answer_note=referral.answer_note,
            redirected_to=_place(places, referral.redirected_to),
            onward_id=await store.onward_of(tx, referral.id) if referral.redirected_to else None,
            redirected_from=referral.redirected_from,
            movement=referral.movement,
            departure=_departure(left, names) if left else None,
            arrived_at=referral.arrived_at,
            arrival_note=referral.arrival_note,
            feedback=_feedback(told, names) if told else None,
            responsible=places[referral.responsible],
            may_answer=policy.may_answer_referral(tx.actor, referral),
        )
        return masking.referral(tx.actor, consult, view)


async def require_hospital(tx: Tx, facility: UUID) -> None:
    """Raises NoHospital: there is no such place, or it is none."""
    found = await identity.facilities(tx, [FacilityId(facility)])
    if not any(f.kind is FacilityKind.HOSPITAL for f in found.values()):
        raise NoHospital(pointer="/body/to_facility_id")


def _place(places: dict[FacilityId, FacilityRef], one: FacilityId | None) -> FacilityRef | None:
    return places[one] if one else None


def _departure(left: Departure, names: dict[UserId, PersonRef]) -> wire.DepartureView:
    way = None if left.travel_minutes is None else timedelta(minutes=left.travel_minutes)
    return wire.DepartureView(
        fit_for_transfer=left.fit_for_transfer,
        fit_note=left.fit_note,
        signs=wire.DepartureSigns(**asdict(left.signs)),
        travel_minutes=left.travel_minutes,
        at=left.at,
        by=names[left.by],
        expected_at=None if way is None else left.at + way,
    )


def _feedback(told: Feedback, names: dict[UserId, PersonRef]) -> wire.FeedbackView:
    return wire.FeedbackView(
        final_diagnosis=told.final_diagnosis,
        final_icd_code=told.final_icd_code,
        done=told.done,
        advice=told.advice,
        result=told.result,
        follow_up_on=told.follow_up_on,
        by=names[told.by],
        at=told.at,
    )
