"""Who may read and write the record. Pure; asked by the services with the loaded thing in hand (`domain.md` §3)."""

from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right, Sees
from telemed.kernel.values import Profession
from telemed.records.minutes import Minutes
from telemed.records.model import MinutesState, SignatureLine
from telemed.records.patient import Patient
from telemed.records.referral import Referral
from telemed.sessions import Consult, treats


class NotYours(Denied):
    """This record belongs to another facility or to another person's hand."""

    code = "record.not_yours"


def require(allowed: bool) -> None:
    if not allowed:
        raise NotYours()


# -- patients ----------------------------------------------------------------------------------------------------------


def require_new_patient(actor: Actor, station: FacilityId) -> None:
    require(actor.may(Right.PREPARE, station))


def require_change_patient(actor: Actor, patient: Patient) -> None:
    """Particulars are the station's to know; the hospital reads them."""
    require(actor.may(Right.PREPARE, patient.station))


def require_identity(actor: Actor) -> None:
    """Know who patients are: who treats, or opened a case for a reason; of which patients is the wall's question."""
    require(actor.may_anywhere(Right.SEE_IDENTITY) or bool(actor.accesses))


def where_patients_are(actor: Actor) -> tuple[frozenset[FacilityId], bool]:
    """The stations whose patients are this person's, and whether they know others through consults."""
    stations = actor.seeing(Sees.STATION) | actor.seeing(Sees.STATION_OPEN)
    return stations, not stations or bool(actor.accesses) or actor.may_anywhere(Right.ANSWER)


def require_judge_same(actor: Actor, patient: Patient) -> None:
    """Say which records are one person: who decides at their station, and sees its closed cases too."""
    require(actor.may(Right.DECIDE, patient.station))


# -- minutes -----------------------------------------------------------------------------------------------------------


def require_read_minutes(actor: Actor, consult: Consult, minutes: Minutes) -> None:
    """Who treats; a manager of the hospital once they are signed."""
    signed_for = minutes.state is MinutesState.SIGNED and consult.hospital in actor.seeing(Sees.HOSPITAL)
    require(treats(actor, consult) is not None or signed_for)


def require_print(actor: Actor, consult: Consult) -> None:
    """Take a paper away, with the patient's name on it."""
    require(treats(actor, consult) is not None and _may_print(actor, consult))


def _may_print(actor: Actor, consult: Consult) -> bool:
    """Who holds the right at either end; or at any hospital, if they were asked about this case."""
    asked = actor.id in consult.team and actor.may_anywhere(Right.PRINT)
    return asked or any(actor.may(Right.PRINT, end) for end in (consult.station, consult.hospital))


def require_write_minutes(actor: Actor, consult: Consult) -> None:
    """Also begin a further edition of what is signed."""
    require(may_write_minutes(actor, consult))


def may_write_minutes(actor: Actor, consult: Consult) -> bool:
    """The doctor who holds the consult, and who decides for its station."""
    return consult.specialist == actor.id or actor.may(Right.DECIDE, consult.station)


def require_discard(actor: Actor, consult: Consult, minutes: Minutes) -> None:
    require(may_discard(actor, consult, minutes))


def may_discard(actor: Actor, consult: Consult, minutes: Minutes) -> bool:
    """Whoever began the further edition, while they still write here; and the chair."""
    began = minutes.correction is not None and minutes.correction.by == actor.id
    return may_write_minutes(actor, consult) and (began or consult.specialist == actor.id)


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
    if actor.may(Right.SIGN, consult.station) and profession in signers:
        return frozenset({SignatureLine.SECRETARY, SignatureLine.STATION})
    return frozenset()


# -- decision and referral ---------------------------------------------------------------------------------------------


def require_read_consult(actor: Actor, consult: Consult) -> None:
    require(treats(actor, consult) is not None or consult.hospital in actor.seeing(Sees.HOSPITAL))


def require_station(actor: Actor, station: FacilityId) -> None:
    """Decide on the advice; draft, correct, send or cancel a referral."""
    require(actor.may(Right.DECIDE, station))


def require_sign_referral(
    actor: Actor, profession: Profession, referral: Referral, signers: frozenset[Profession]
) -> None:
    require(actor.may(Right.SIGN, referral.station) and profession in signers)


def may_read_referral(actor: Actor, consult: Consult | None, referral: Referral) -> bool:
    """Its station, who treats the case, and, once signed, the hospital it goes to and the advising one's manager."""
    if actor.may(Right.PREPARE, referral.station) or (consult is not None and treats(actor, consult) is not None):
        return True
    if not referral.is_seen_there:
        return False
    managed = consult is not None and consult.hospital in actor.seeing(Sees.HOSPITAL)
    return managed or actor.may(Right.ANSWER, referral.destination)


def require_read_referral(actor: Actor, consult: Consult | None, referral: Referral) -> None:
    require(may_read_referral(actor, consult, referral))


def may_answer_referral(actor: Actor, referral: Referral) -> bool:
    """Say yes, redirect, arrived, not arrived, what became of them: who answers cases at the place it goes to."""
    return referral.is_seen_there and actor.may(Right.ANSWER, referral.destination)


def require_answer_referral(actor: Actor, referral: Referral) -> None:
    """Whether it may be answered yet is the referral's own question; the wall hides drafts of others."""
    require(actor.may(Right.ANSWER, referral.destination))


def require_arrivals(actor: Actor) -> None:
    """See who is on the way to one's own hospital."""
    require(actor.may_anywhere(Right.ANSWER))


def require_result(actor: Actor, station: FacilityId) -> None:
    """Say how the patient is: whoever prepares at the station."""
    require(actor.may(Right.PREPARE, station))


def require_appoint(actor: Actor, consult: Consult) -> None:
    """Make, move, call off or mark an appointment: the station, and whoever treats for the advising hospital."""
    require(may_appoint(actor, consult))


def may_appoint(actor: Actor, consult: Consult) -> bool:
    advises = actor.may(Right.ANSWER, consult.answers_from) and treats(actor, consult) is not None
    return advises or actor.may(Right.PREPARE, consult.station)


def require_read_after(actor: Actor, consult: Consult) -> None:
    """Appointments and how the patient is days later: who treats; a manager counts them and reads none."""
    require(treats(actor, consult) is not None)


def places_owing(actor: Actor) -> frozenset[FacilityId]:
    """Of which places somebody sees what all there owe: a station's head; a hospital's manager, heads of department."""
    stations = actor.where(Right.READ_LOG) & actor.where(Right.DECIDE)
    return stations | actor.where(Right.PLAN_ROSTER)


def require_owing(actor: Actor) -> None:
    require(bool(places_owing(actor)))


def require_print_referral(actor: Actor, consult: Consult | None, referral: Referral) -> None:
    require_read_referral(actor, consult, referral)
    ends = (referral.station, referral.destination)
    at_an_end = any(actor.may(Right.PRINT, end) for end in ends)
    require(at_an_end or (consult is not None and _may_print(actor, consult)))


# -- pictures ----------------------------------------------------------------------------------------------------------


def require_see_pictures(actor: Actor, consult: Consult) -> None:
    """Who treats the patient: a picture names nobody, and shows everything."""
    require(treats(actor, consult) is not None)


def require_add_picture(actor: Actor, consult: Consult) -> None:
    """Add to the case, or draw on what is there: anyone clinical at the station, and the doctor who holds it."""
    at_station = actor.may(Right.PREPARE, consult.station) and treats(actor, consult) is not None
    require(at_station or consult.specialist == actor.id)


def require_ask_still(actor: Actor, consult: Consult) -> None:
    require(consult.specialist == actor.id)
