"""Who may read and write the record. Pure; asked by the services with the loaded thing in hand (`domain.md` §3)."""

from telemed.kernel.actor import CLINICAL, HOSPITAL, STATION, Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.values import Profession, Role
from telemed.records.minutes import Minutes
from telemed.records.model import MinutesState, ReferralState, SignatureLine
from telemed.records.patient import Patient
from telemed.records.referral import Referral
from telemed.sessions import Consult

SIGNING = STATION - {Role.STATION_NURSE}
"""Doctor, y sĩ and head: they decide and refer; a nurse prepares."""


class NotYours(Denied):
    """This record belongs to another facility or to another person's hand."""

    code = "record.not_yours"


def require(allowed: bool) -> None:
    if not allowed:
        raise NotYours()


# -- patients ----------------------------------------------------------------------------------------------------------


def require_new_patient(actor: Actor, station: FacilityId) -> None:
    require(actor.has(STATION, station))


def require_change_patient(actor: Actor, patient: Patient) -> None:
    """Particulars are the station's to know; the hospital reads them."""
    require(actor.has(STATION, patient.station))


def require_clinical(actor: Actor) -> None:
    """Look at patients: clinicians; of which patients is the wall's question (a consult joins them to a hospital)."""
    require(any(grant.role in CLINICAL for grant in actor.grants))


# -- minutes -----------------------------------------------------------------------------------------------------------


def require_read_minutes(actor: Actor, consult: Consult, minutes: Minutes) -> None:
    """Clinicians of both ends; a manager of the hospital once they are signed."""
    require(
        actor.has(STATION, consult.station)
        or actor.has(HOSPITAL, consult.hospital)
        or (minutes.state is MinutesState.SIGNED and actor.has({Role.HOSPITAL_MANAGER}, consult.hospital))
    )


def require_write_minutes(actor: Actor, consult: Consult) -> None:
    """The doctor who holds the consult, and the clinicians of its station."""
    require(consult.specialist == actor.id or actor.has(STATION, consult.station))


def require_chair(actor: Actor, consult: Consult) -> None:
    require(consult.specialist == actor.id)


def lines_of(
    actor: Actor, profession: Profession, consult: Consult, signers: frozenset[Profession]
) -> frozenset[SignatureLine]:
    """The lines this person may sign: the chair has one, who signs for the station the other two.

    `signers` are the professions that sign for it (a doctor, unless its head authorised others).
    """
    if consult.specialist == actor.id:
        return frozenset({SignatureLine.CHAIR})
    if actor.has(SIGNING, consult.station) and profession in signers:
        return frozenset({SignatureLine.SECRETARY, SignatureLine.STATION})
    return frozenset()


# -- decision and referral ---------------------------------------------------------------------------------------------


def require_read_consult(actor: Actor, consult: Consult) -> None:
    require(actor.has(STATION, consult.station) or actor.has(HOSPITAL, consult.hospital))


def require_station(actor: Actor, station: FacilityId) -> None:
    """Decide on the advice; draft, correct, send or cancel a referral."""
    require(actor.has(SIGNING, station))


def require_sign_referral(
    actor: Actor, profession: Profession, referral: Referral, signers: frozenset[Profession]
) -> None:
    require(actor.has(SIGNING, referral.station) and profession in signers)


def require_read_referral(actor: Actor, consult: Consult | None, referral: Referral) -> None:
    """The station, the hospital that advised, and, once signed, the one it goes to."""
    require(
        actor.has(STATION, referral.station)
        or (consult is not None and actor.has(HOSPITAL, consult.hospital))
        or (referral.state is not ReferralState.DRAFT and actor.has(HOSPITAL, referral.destination))
    )
