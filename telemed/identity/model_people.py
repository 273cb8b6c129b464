"""Keeping accounts and dated grants: how an account stands, which grants make sense, how people are found. Pure."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from telemed.identity.model import DatedGrant, Facility, Person
from telemed.kernel.actor import HOSPITAL, STATION
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.rights import ROLES, Right
from telemed.kernel.values import FacilityKind, Profession, Role

PAGE: Final = 50
MOST_LIVE: Final = 100
"""Grants of one person that are not over: more is a fault of whoever sends them."""


class UsernameTaken(DomainError):
    """Another account has this username."""

    kind, code = Kind.CONFLICT, "person.username_taken"


class AccountClosed(DomainError):
    """This account is closed; open it first."""

    kind, code = Kind.CONFLICT, "person.disabled"


class OwnAccount(DomainError):
    """Nobody closes their own account, or changes its roles."""

    kind, code = Kind.DENIED, "person.own"


class HoldsMore(DomainError):
    """This account holds rights over others where the asker administers nobody."""

    kind, code = Kind.DENIED, "person.holds_more"


class GrantsOverlap(DomainError):
    """This person already holds this role there in these days."""

    kind, code = Kind.CONFLICT, "grant.overlap"


class GrantOver(DomainError):
    """The grant has ended, or ends before that day."""

    kind, code = Kind.CONFLICT, "grant.over"


class TooManyGrants(DomainError):
    """This person holds so many grants that one more must be a mistake."""

    kind, code = Kind.CONFLICT, "grant.too_many"


class DayPassed(DomainError):
    """Rights begin and end today at the earliest: what they were yesterday is history."""

    kind, code = Kind.INVALID, "grant.day_passed"


class EndsBefore(DomainError):
    """A grant ends after it begins."""

    kind, code = Kind.INVALID, "grant.ends_before"


class EndNeeded(DomainError):
    """A rotation or a temporary grant needs the day it ends."""

    kind, code = Kind.INVALID, "grant.end_needed"


class SpecialtyNeeded(DomainError):
    """This role is held for one specialty."""

    kind, code = Kind.INVALID, "grant.specialty_needed"


class SpecialtyRefused(DomainError):
    """This role has no specialty."""

    kind, code = Kind.INVALID, "grant.specialty_refused"


class WrongFacility(DomainError):
    """This role does not exist at such a facility."""

    kind, code = Kind.INVALID, "grant.wrong_facility"


class WrongProfession(DomainError):
    """This person's profession may not hold this role."""

    kind, code = Kind.INVALID, "grant.wrong_profession"


class BadPhone(DomainError):
    """This is no telephone number of Vietnam."""

    kind, code = Kind.INVALID, "person.bad_phone"


class FacilityTaken(DomainError):
    """Another facility has this prefix or this code."""

    kind, code = Kind.CONFLICT, "facility.taken"


class PrefixNeeded(DomainError):
    """A station needs two or three letters that begin the codes of its cases."""

    kind, code = Kind.INVALID, "facility.prefix_needed"


class DocumentNeeded(DomainError):
    """Others than doctors sign only by a document of the facility's head."""

    kind, code = Kind.INVALID, "facility.document_needed"


class Status(StrEnum):
    ACTIVE = "active"
    ROTATING = "rotating"
    INVITED = "invited"
    INVITATION_EXPIRED = "invitation_expired"
    UNINVITED = "uninvited"
    """No password, and no link was ever made to set one."""
    DISABLED = "disabled"


class Source(StrEnum):
    """What gives a grant."""

    EMPLOYMENT = "employment"
    ROTATION = "rotation"
    TEMPORARY = "temporary"


class Factor(StrEnum):
    PASSKEY = "passkey"
    TOTP = "totp"
    NONE = "none"


NEED_SPECIALTY: Final = frozenset({Role.SPECIALIST, Role.DEPT_HEAD})
NEED_DOCTOR: Final = HOSPITAL | {Role.STATION_DOCTOR}
CLINICAL: Final = frozenset(role for role, entry in ROLES.items() if Right.SEE_IDENTITY in entry.may)
OVERSEE: Final = frozenset({Right.MANAGE_PEOPLE, Right.READ_AUDIT, Right.REVIEW_ACCESS, Right.STATE_PURPOSE})
_ANYWHERE: Final = frozenset(FacilityKind)


def kinds_for(role: Role) -> frozenset[FacilityKind]:
    """The kinds of facility a role is held at. A doctor on rotation holds the station's own."""
    if role in STATION or role is Role.COMMUNE_VIEWER:
        return frozenset({FacilityKind.STATION})
    if role in HOSPITAL or role in {Role.COORDINATOR, Role.HOSPITAL_MANAGER}:
        return frozenset({FacilityKind.HOSPITAL})
    return frozenset({FacilityKind.PROVINCE}) if role is Role.PROVINCE_VIEWER else _ANYWHERE


@dataclass(frozen=True, slots=True)
class Invited:
    """The newest link with which somebody may set a password."""

    expires_at: datetime
    used: bool


@dataclass(frozen=True, slots=True)
class Keeping:
    """An account with all that whoever keeps it looks at."""

    person: Person
    grants: tuple[DatedGrant, ...]
    """All there ever were."""
    factor: Factor
    """None where the wall hides it: only whoever keeps the account may believe this."""
    invited: Invited | None
    elsewhere: bool = False
    """Signs in through another provider, so a password is not missed."""

    def status(self, now: datetime, today: date) -> Status:
        if not self.person.active:
            return Status.DISABLED
        if self.person.password_hash is None and not self.elsewhere:
            if self.invited is None or self.invited.used:
                return Status.UNINVITED
            return Status.INVITED if now < self.invited.expires_at else Status.INVITATION_EXPIRED
        rotating = any(one.source == Source.ROTATION and runs(one, today) for one in self.grants)
        return Status.ROTATING if rotating else Status.ACTIVE

    def live(self, today: date) -> tuple[DatedGrant, ...]:
        """The grants that run or are still to begin."""
        return tuple(one for one in self.grants if not is_over(one, today))


def runs(grant: DatedGrant, today: date) -> bool:
    return grant.valid_from <= today and not is_over(grant, today)


def is_over(grant: DatedGrant, today: date) -> bool:
    """Ended, or withdrawn before it began."""
    return grant.valid_to is not None and grant.valid_to <= max(today, grant.valid_from)


def require_sound(new: DatedGrant, person: Person, at: Facility, held: Collection[DatedGrant], today: date) -> None:
    """That a new grant makes sense beside those a person holds.

    Raises:
        AccountClosed, DayPassed, EndsBefore, EndNeeded, SpecialtyNeeded, SpecialtyRefused, WrongFacility,
        WrongProfession, GrantsOverlap, TooManyGrants
    """
    if not person.active:
        raise AccountClosed
    if new.valid_from < today:
        raise DayPassed(pointer="/body/valid_from")
    if new.valid_to is None and new.source != Source.EMPLOYMENT:
        raise EndNeeded(pointer="/body/valid_to")
    if new.valid_to is not None and new.valid_to <= new.valid_from:
        raise EndsBefore(pointer="/body/valid_to")
    if at.kind not in kinds_for(new.role):
        raise WrongFacility(pointer="/body/facility_id")
    if new.role in NEED_SPECIALTY and new.specialty is None:
        raise SpecialtyNeeded(pointer="/body/specialty")
    if new.role not in NEED_SPECIALTY and new.specialty is not None:
        raise SpecialtyRefused(pointer="/body/specialty")
    if not fits(new.role, person.profession):
        raise WrongProfession(pointer="/body/role")
    if any(_clash(new, other) for other in held):
        raise GrantsOverlap(pointer="/body/valid_from")
    if sum(not is_over(one, today) for one in held) >= MOST_LIVE:
        raise TooManyGrants


def fits(role: Role, profession: Profession) -> bool:
    """Whether a licence of that profession covers what the role does."""
    if role in NEED_DOCTOR:
        return profession is Profession.DOCTOR
    return role not in CLINICAL or profession is not Profession.OFFICER


def ended(grant: DatedGrant, on: date, today: date) -> date:
    """The first day without it. One that has not begun is withdrawn: it will never have held.

    Raises:
        DayPassed, GrantOver
    """
    if on < today:
        raise DayPassed(pointer="/body/on")
    if is_over(grant, today) or (grant.valid_to is not None and on > grant.valid_to):
        raise GrantOver
    return max(on, grant.valid_from)


def _clash(a: DatedGrant, b: DatedGrant) -> bool:
    same = (a.role, a.facility, a.specialty) == (b.role, b.facility, b.specialty)
    return (
        same and _before(a.valid_from, b.valid_to) and _before(b.valid_from, a.valid_to) and b.valid_from != b.valid_to
    )


def _before(day: date, end: date | None) -> bool:
    return end is None or day < end


_NUMBER = re.compile(r"(?:\+84|0084|84|0)([35789][0-9]{8}|2[0-9]{9})")
"""A mobile number, or a landline with its province."""


def normal_phone(text: str | None, pointer: str) -> str | None:
    """As gateways take it: +84…. Raises BadPhone."""
    if text is None:
        return None
    found = _NUMBER.fullmatch(re.sub(r"[ .()-]", "", text))
    if found is None:
        raise BadPhone(pointer=pointer)
    return f"+84{found[1]}"


_SAME = str.maketrans("đ", "d")


def fold(text: str) -> str:
    """In small letters without marks, for finding and sorting."""
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if not unicodedata.combining(c)).translate(_SAME)


def name_key(person: Person) -> tuple[str, str, str]:
    """People stand in lists by their given name, the last word; then by the rest."""
    folded = fold(person.full_name)
    if person.demo:
        folded = folded.removesuffix(" demo")  # every invented name ends so
    before, _, given = folded.rpartition(" ")
    return given, before, str(person.id)


def is_named(person: Person, text: str) -> bool:
    """Whether every word typed begins a word of the name, the username or the licence number."""
    words = fold(f"{person.full_name} {person.username} {person.license_no or ''}").split()
    return all(any(one.startswith(typed) for one in words) for typed in fold(text).split())
