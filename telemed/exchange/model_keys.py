"""What a key of another system is, what it opens, and when it no longer does. Pure."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.actor import Actor, KeyScope
from telemed.kernel.errors import Denied, DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId

MARK: Final = "tmk_"
"""A key is known by its first letters, so that a scanner of published code can find one that was lost."""
LONGEST: Final = timedelta(days=366)
NOTED_EVERY: Final = timedelta(minutes=1)
"""How exactly “last used” is kept."""
MOST_KEYS: Final = 20
"""Working keys of one facility."""


class Data(StrEnum):
    """Kinds of data, each given apart."""

    CASES = "cases"
    """Requests, vital signs, calls: without it nothing of any case is seen."""
    IDENTITY = "identity"
    """Who the patient is."""
    PAPERS = "papers"
    """Signed minutes, decisions, referrals, follow-ups, the insurance's tables."""
    LABELLED = "labelled"
    """Cases under a restricted label (HIV, tuberculosis …), which are otherwise not there."""
    DUTY = "duty"
    """Who is on duty when."""


class KeyRefused(DomainError):
    """This key does not open anything here."""

    kind, code = Kind.UNAUTHENTICATED, "exchange.key_refused"


class NotThisKind(Denied):
    """This key was not given that kind of data."""

    code = "exchange.kind_not_given"


class NoKinds(DomainError):
    """A key opens at least one kind of data, and of cases only together with the cases themselves."""

    kind, code = Kind.INVALID, "exchange.no_kinds"


class BadExpiry(DomainError):
    """A key ends on a day to come, within a year."""

    kind, code = Kind.INVALID, "exchange.bad_expiry"


class TooManyKeys(DomainError):
    """This facility has as many keys as it may; revoke one first."""

    kind, code = Kind.CONFLICT, "exchange.too_many_keys"


@dataclass(frozen=True, slots=True)
class Key:
    id: UUID
    facility: FacilityId
    name: str
    """Of the system that holds it."""
    kinds: frozenset[Data]
    made_by: UserId
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def works(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.expires_at

    def actor(self) -> Actor:
        return Actor(UserId(self.id), key=KeyScope(self.facility, frozenset(kind.value for kind in self.kinds)))

    def to_note(self, now: datetime) -> bool:
        """Whether this use is worth a write."""
        return self.used_at is None or now - self.used_at >= NOTED_EVERY


def require_kinds(kinds: frozenset[Data]) -> None:
    """Raises NoKinds."""
    if not kinds or (kinds - {Data.CASES, Data.DUTY} and Data.CASES not in kinds):
        raise NoKinds(pointer="/body/kinds")


def require_expiry(expires_at: datetime, now: datetime) -> None:
    """Raises BadExpiry."""
    if not now < expires_at <= now + LONGEST:
        raise BadExpiry(pointer="/body/expires_at", days=LONGEST.days)


def new_token() -> str:
    return MARK + secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """What is kept of it: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()
