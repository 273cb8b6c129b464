"""Who at either end of a referral is told of what happens to it."""

from dataclasses import replace

from telemed.infra.db import Tx
from telemed.kernel.ids import FacilityId, UserId
from telemed.records.events import Event, ReferralCancelled, ReferralMoved, ReferralSent
from telemed.records.model import ReferralStep
from telemed.records.referral import Referral
from telemed.schedules import Schedules
from telemed.sessions import Consult


async def addressed(tx: Tx, schedules: Schedules, fact: Event, consult: Consult | None, referral: Referral) -> Event:
    """The same fact with its people: what a station does is told to the hospital, and the other way round."""
    match fact:
        case ReferralSent():
            people = await _at_hospital(tx, schedules, referral)
            return replace(fact, to=referral.destination, people=_but(people, fact.user))
        case ReferralCancelled() if referral.is_seen_there:
            people = await _at_hospital(tx, schedules, referral) if referral.sent_at or referral.departure else ()
            return replace(fact, to=referral.destination, people=_but(people, fact.user))
        case ReferralMoved(step=ReferralStep.DEPARTED):
            return replace(fact, people=_but(await _at_hospital(tx, schedules, referral), fact.user))
        case ReferralMoved(step=ReferralStep.EXPIRED):
            return replace(fact, people=_at_station(consult, referral))
        case ReferralMoved():
            return replace(fact, people=_but(_at_station(consult, referral), fact.user))
        case _:
            return fact


async def on_duty(tx: Tx, schedules: Schedules, hospital: FacilityId) -> tuple[UserId, ...]:
    return tuple(dict.fromkeys(duty.person for duty in await schedules.on_duty(tx, hospital, tx.at)))


async def _at_hospital(tx: Tx, schedules: Schedules, referral: Referral) -> tuple[UserId, ...]:
    """Those on duty where the patient goes; who said yes to them knows the most."""
    return _once(referral.accepted_by, *await on_duty(tx, schedules, referral.destination))


def _at_station(consult: Consult | None, referral: Referral) -> tuple[UserId, ...]:
    left = referral.departure.by if referral.departure else None
    return _once(consult.requester if consult else None, referral.created_by, referral.signed_by, left)


def _once(*people: UserId | None) -> tuple[UserId, ...]:
    return tuple(dict.fromkeys(one for one in people if one is not None))


def _but(people: tuple[UserId, ...], doer: UserId) -> tuple[UserId, ...]:
    return tuple(one for one in people if one != doer)
