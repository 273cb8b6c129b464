"""When a patient's word about one purpose counts, and what it does to a consult. Pure (`domain.md` 4.4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.values import Urgency
from telemed.sessions.model import (
    Consent,
    ConsentDecision,
    ConsentGround,
    Consult,
    Purpose,
    Sharing,
)
from telemed.sessions.vitals import VitalSigns

ADULT_MONTHS = 18 * 12
ASKED_FROM_MONTHS = 7 * 12
"""From this age a child is asked too; younger ones are spoken for."""
UNCONSCIOUS_GCS = 8


class ConsentNeeded(DomainError):
    """Nothing but an emergency goes to the hospital before the patient was asked."""

    kind, code = Kind.INVALID, "consent.needed"


class ConsentRefused(DomainError):
    """The patient does not agree that the case goes to the hospital."""

    kind, code = Kind.CONFLICT, "consent.refused"


class ConsentIncomplete(DomainError):
    """A consent lacks something without which it proves nothing; `need` names it."""

    kind, code = Kind.INVALID, "consent.incomplete"


class ConsentGroundWrong(DomainError):
    """The ground of emergency holds for giving the case to the hospital, and for nothing else."""

    kind, code = Kind.INVALID, "consent.ground"


class ChildRefused(DomainError):
    """A child of 7 or more does not agree: nobody agrees in their stead."""

    kind, code = Kind.INVALID, "consent.child_refused"


class NothingToWithdraw(DomainError):
    """What was not given cannot be withdrawn."""

    kind, code = Kind.CONFLICT, "consent.nothing_to_withdraw"


class UnknownText(DomainError):
    """There is no consent text of this version."""

    kind, code = Kind.INVALID, "consent.unknown_text"


@dataclass(frozen=True, slots=True)
class Capacity:
    """Whether the patient can speak for themselves, as things stand when they are asked."""

    age_months: int | None
    unconscious: bool = False

    @property
    def minor(self) -> bool:
        return self.age_months is not None and self.age_months < ADULT_MONTHS

    @property
    def asked_as_child(self) -> bool:
        return self.minor and (self.age_months or 0) >= ASKED_FROM_MONTHS

    @property
    def speaks(self) -> bool:
        return not (self.minor or self.unconscious)


def capacity(consult: Consult, vitals: Iterable[VitalSigns]) -> Capacity:
    """By the age in the request and the newest coma score."""
    scores = [v.gcs for v in sorted(vitals, key=lambda v: v.taken_at) if v.gcs is not None]
    return Capacity(consult.request.subject.age_months, bool(scores) and scores[-1] <= UNCONSCIOUS_GCS)


def check(said: Consent, able: Capacity, last: Consent | None) -> None:
    """Whether this word may be kept. `last` is what holds for its purpose now.

    Raises:
        ConsentIncomplete: a reason, a name, the kind of representative or the child's own answer is lacking.
        ConsentGroundWrong: an emergency is claimed for another purpose, or for a refusal.
        ChildRefused: given against the will of a child of 7 or more.
        NothingToWithdraw: it was not given before.
    """
    if said.decision is ConsentDecision.WITHDRAWN and (last is None or last.decision is not ConsentDecision.GIVEN):
        raise NothingToWithdraw()
    if said.ground is ConsentGround.EMERGENCY:
        if said.purpose is not Purpose.SHARE or said.decision is not ConsentDecision.GIVEN:
            raise ConsentGroundWrong(pointer="/body/ground")
        _need(said.reason, "reason")
        return
    given = said.decision is ConsentDecision.GIVEN
    if given and able.asked_as_child:
        if said.child_agreed is None:
            raise ConsentIncomplete(pointer="/body/child_agreed", need="child_agreed")
        if not said.child_agreed:
            raise ChildRefused(pointer="/body/child_agreed")
    by_child = not given and able.asked_as_child and not able.unconscious and said.child_agreed is False
    spoken_for = said.ground is ConsentGround.RELATIVE or said.representative is not None
    if by_child and not spoken_for:
        return  # a child's own no is enough
    if spoken_for or not able.speaks:
        _need(said.representative, "representative")
        _need(said.given_by, "given_by")


def _need(value: object, name: str) -> None:
    if not value:
        raise ConsentIncomplete(pointer=f"/body/{name}", need=name)


def latest(said: Iterable[Consent]) -> Mapping[Purpose, Consent]:
    """What holds, of all that was said in its order: the last word of each purpose."""
    return {one.purpose: one for one in said}


def with_consent(consult: Consult, said: Consent) -> Consult:
    """The consult after this word: only the one about sharing decides whether the hospital may have it."""
    if said.purpose is not Purpose.SHARE:
        return consult
    given = Sharing.EMERGENCY if said.ground is ConsentGround.EMERGENCY else Sharing.GIVEN
    after = {
        ConsentDecision.GIVEN: given,
        ConsentDecision.REFUSED: Sharing.REFUSED,
        ConsentDecision.WITHDRAWN: Sharing.WITHDRAWN,
    }
    return replace(consult, consent=said, sharing=after[said.decision])


def goes_unasked(consult: Consult) -> bool:
    """An emergency that goes to the hospital without an answer: to protect life, asked for as soon as it can be.

    A withdrawal is not overruled: it came after the hospital had the case, and closes who the patient is.
    """
    unsaid = consult.sharing in {Sharing.UNASKED, Sharing.REFUSED}
    return consult.urgency is Urgency.STAT and not consult.practice and unsaid


def require_sharing(consult: Consult) -> None:
    """What `send` asks of anything but an emergency.

    Raises:
        ConsentNeeded: nobody was asked yet.
        ConsentRefused: the answer was no, or was taken back.
    """
    if consult.urgency is Urgency.STAT or consult.sharing in {Sharing.GIVEN, Sharing.EMERGENCY}:
        return
    if consult.sharing is Sharing.UNASKED:
        raise ConsentNeeded(pointer="/body/consents")
    raise ConsentRefused()
