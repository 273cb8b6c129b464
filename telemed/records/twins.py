"""Whether two records may be one person, and why; what must hold when they are joined. Pure.

Points are added as when two clerks compare papers: a number that belongs to one person says most, a common name little,
and what contradicts takes away. Nothing is joined by points: people look at the reasons and say so. How well the finder
does is measured on invented pairs (`bench/patients.py`); no published weights for such lists were found.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, PatientId, UserId
from telemed.kernel.values import Sex
from telemed.records.model import BirthPrecision
from telemed.records.patient import WHOLE_DAY, Particulars, Patient, cards_of, national_phone
from telemed.records.words import folded


class Reason(StrEnum):
    """What two records have in common, or what speaks against it."""

    SAME_NATIONAL_ID = "same_national_id"
    SAME_INSURANCE = "same_insurance"
    SAME_OTHER_ID = "same_other_id"
    SAME_NAME = "same_name"
    NEAR_NAME = "near_name"
    SAME_BIRTH_DAY = "same_birth_day"
    SAME_BIRTH_YEAR = "same_birth_year"
    NEAR_BIRTH_YEAR = "near_birth_year"
    SAME_PHONE = "same_phone"
    SAME_VILLAGE = "same_village"
    SAME_REPRESENTATIVE = "same_representative"
    OTHER_SEX = "other_sex"
    OTHER_NUMBER = "other_number"
    OTHER_BIRTH_YEAR = "other_birth_year"


POINTS: Final[Mapping[Reason, float]] = {
    Reason.SAME_NATIONAL_ID: 9,
    Reason.SAME_INSURANCE: 8,
    Reason.SAME_OTHER_ID: 7,
    Reason.SAME_NAME: 3,
    Reason.NEAR_NAME: 1.5,
    Reason.SAME_BIRTH_DAY: 4,
    Reason.SAME_BIRTH_YEAR: 2,
    Reason.NEAR_BIRTH_YEAR: 0.5,
    Reason.SAME_PHONE: 2.5,
    Reason.SAME_VILLAGE: 1.5,
    Reason.SAME_REPRESENTATIVE: 1.5,
    Reason.OTHER_SEX: -4,
    Reason.OTHER_NUMBER: -5,
    Reason.OTHER_BIRTH_YEAR: -4,
}
LIKELY: Final = 6.0
"""Points from which two records are shown side by side: name, year and village, say."""
SURE: Final = 9.0
NEAR_YEARS: Final = 2
"""Two years apart is how an age told by eye, or counted the old way, differs."""


@dataclass(frozen=True, slots=True)
class Likeness:
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> float:
        return sum(POINTS[reason] for reason in self.reasons)

    @property
    def likely(self) -> bool:
        """Without a name in common it takes a number that belongs to one person."""
        return self.points >= LIKELY


def likeness(one: Particulars, other: Particulars) -> Likeness:
    """The same whichever comes first."""
    reasons = (*_numbers(one, other), *_name(one, other), *_born(one, other), *_around(one, other))
    return Likeness(tuple(reason for reason in reasons if reason is not None))


def _numbers(one: Particulars, other: Particulars) -> tuple[Reason | None, ...]:
    ids = {one.national_id, other.national_id}
    cards, others = _social(one), _social(other)
    same_id = len(ids) == 1 and "" not in ids
    same_card = bool(cards & others)
    old = (one.other_id_kind, one.other_id) == (other.other_id_kind, other.other_id) and one.other_id != ""
    # An identity number may be given anew, so one that differs weighs less beside a card that is the same.
    differ = ("" not in ids and len(ids) == 2 and not same_card) or (cards and others and not same_card and not same_id)
    return (
        Reason.SAME_NATIONAL_ID if same_id else None,
        Reason.SAME_INSURANCE if same_card else None,
        Reason.SAME_OTHER_ID if old else None,
        Reason.OTHER_NUMBER if differ and not old else None,
    )


def _social(known: Particulars) -> frozenset[str]:
    """Social insurance numbers: alone, or as the end of a card's."""
    numbers = [known.social_insurance_no, *(card[-10:] for card in cards_of(known.insurance_no))]
    return frozenset(number for number in numbers if len(number) == 10 and number.isdigit())


def _name(one: Particulars, other: Particulars) -> tuple[Reason | None, ...]:
    a, b = folded(one.full_name), folded(other.full_name)
    if not a or not b:
        return ()
    if a == b:
        return (Reason.SAME_NAME,)
    return (Reason.NEAR_NAME if _near(a, b) else None,)


def _near(a: list[str], b: list[str]) -> bool:
    """Words in another order, a middle word left out, or one letter of one word."""
    if sorted(a) == sorted(b):
        return True
    short, long = sorted((a, b), key=len)
    if len(long) == len(short) + 1 >= 3:
        return short[0] == long[0] and short[-1] == long[-1] and all(word in long for word in short)
    unlike = [pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
    return len(a) == len(b) >= 2 and len(unlike) == 1 and _one_letter(*unlike[0])


def _one_letter(a: str, b: str) -> bool:
    """One letter more, less or another, in words long enough for that to be a slip."""
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or len(long) - len(short) > 1:
        return False
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _born(one: Particulars, other: Particulars) -> tuple[Reason | None, ...]:
    a, b = one.birth_date, other.birth_date
    told = {one.birth_precision, other.birth_precision}
    if a is None or b is None or BirthPrecision.UNKNOWN in told:
        return ()
    if told <= WHOLE_DAY and a == b:
        return (Reason.SAME_BIRTH_DAY,)
    apart = abs(a.year - b.year)
    if apart == 0:
        return (Reason.SAME_BIRTH_YEAR,)
    if BirthPrecision.ESTIMATED in told:
        return (Reason.NEAR_BIRTH_YEAR if apart <= 2 * NEAR_YEARS else Reason.OTHER_BIRTH_YEAR,)
    return (Reason.NEAR_BIRTH_YEAR if apart <= NEAR_YEARS else Reason.OTHER_BIRTH_YEAR,)


def _around(one: Particulars, other: Particulars) -> tuple[Reason | None, ...]:
    def same(a: str, b: str) -> bool:
        return bool(folded(a)) and folded(a) == folded(b)

    phone = national_phone(one.phone)
    sexes = {one.sex, other.sex}
    places = one.commune_code == other.commune_code or "" in {one.commune_code, other.commune_code}
    spoken = same(one.representative_name, other.representative_name) or same(one.representative, other.representative)
    return (
        Reason.SAME_PHONE if phone and phone == national_phone(other.phone) else None,
        Reason.SAME_VILLAGE if places and same(one.village, other.village) else None,
        Reason.SAME_REPRESENTATIVE if spoken else None,
        Reason.OTHER_SEX if sexes == {Sex.MALE, Sex.FEMALE} else None,
    )


# -- joining -----------------------------------------------------------------------------------------------------------


class Itself(DomainError):
    """A record cannot be joined with itself."""

    kind, code = Kind.INVALID, "patient.itself"


class AlreadyJoined(DomainError):
    """One of the two is joined with another record already."""

    kind, code = Kind.CONFLICT, "patient.already_joined"


class HasJoined(DomainError):
    """Other records are joined with this one: it has to be the one that is kept."""

    kind, code = Kind.CONFLICT, "patient.has_joined"


class BothReferred(DomainError):
    """Both have an open referral to the same hospital; one has to be closed or called off before."""

    kind, code = Kind.CONFLICT, "patient.both_referred"


class NotJoined(DomainError):
    """These records are not joined, or were parted already."""

    kind, code = Kind.CONFLICT, "patient.not_joined"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records that are one person. Nothing in either is rewritten: `gone` is seen under `kept` until parted."""

    id: UUID
    kept: PatientId
    gone: PatientId
    kept_station: FacilityId
    gone_station: FacilityId
    reason: str
    by: UserId
    at: datetime
    parted_by: UserId | None = None
    parted_at: datetime | None = None
    parted_reason: str = ""


def require_joinable(kept: Patient, gone: Patient, *, gone_has: bool) -> None:
    """`gone_has`: other records are joined with the one that would go.

    Raises:
        Itself, AlreadyJoined, HasJoined: so no chain and no circle of records can come about.
    """
    if kept.id == gone.id:
        raise Itself(pointer="/body/gone_id")
    if kept.merged_into is not None or gone.merged_into is not None:
        raise AlreadyJoined(pointer="/body/kept_id" if kept.merged_into else "/body/gone_id")
    if gone_has:
        raise HasJoined(pointer="/body/gone_id")
