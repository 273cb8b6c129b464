"""People, facilities and what a sign-in is worth: pure values, and the judgement on a refresh token shown again."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, GrantId, UserId
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

REFRESH_FOR = timedelta(hours=12)
"""A shared computer left alone over night asks for the password again; one in use is kept going by its refreshes."""
REFRESH_AT_MOST = timedelta(days=7)
"""However busy: then the password again."""
REUSE_LEEWAY = timedelta(seconds=20)
"""Two tabs refresh at once, or the answer was lost on a bad line: the same token a moment later is no theft."""
TICKET_FOR = timedelta(seconds=60)


class SignInRefused(DomainError):
    """The username or the password is not right."""

    kind, code = Kind.UNAUTHENTICATED, "sign_in_refused"


class NotSignedIn(DomainError):
    """The access token is not valid, or no longer."""

    kind, code = Kind.UNAUTHENTICATED, "not_signed_in"


class SessionOver(DomainError):
    """The session has ended; sign in again."""

    kind, code = Kind.UNAUTHENTICATED, "session_over"


class TicketStale(DomainError):
    """The socket ticket was used before, or is too old."""

    kind, code = Kind.UNAUTHENTICATED, "ticket_stale"


class WrongPassword(DomainError):
    """The password is not right."""

    kind, code = Kind.INVALID, "wrong_password"


@dataclass(frozen=True, slots=True)
class Facility:
    id: FacilityId
    name: str
    short_name: str
    kind: FacilityKind
    code: str | None = None
    """Five digits of the insurance's list (`MA_CSKCB`), once it is known."""
    prefix: str | None = None
    """Two or three letters that begin the codes of a station's cases."""
    commune_code: str | None = None
    authority: str = ""
    """Cơ quan chủ quản, the first line of every paper."""
    emergency_phone: str | None = None
    leader_phone: str | None = None
    signing_professions: frozenset[Profession] = frozenset({Profession.DOCTOR})
    """Who may sign minutes and referrals for it; more than doctors only by a document of its head."""
    signing_document: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: UserId
    username: str
    full_name: str
    title: str
    """As written before the name: “BS.”, “YS.”, “ĐD.”; empty for none."""
    profession: Profession
    license_no: str | None = None
    password_hash: str | None = field(default=None, repr=False)
    disabled_at: datetime | None = None
    demo: bool = False

    @property
    def name(self) -> str:
        return f"{self.title} {self.full_name}".strip()

    @property
    def active(self) -> bool:
        return self.disabled_at is None


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """A person as papers name them."""

    name: str
    full_name: str
    title: str
    profession: Profession
    license_no: str | None


@dataclass(frozen=True, slots=True)
class DatedGrant:
    """A role at a facility from one local day up to, and without, another."""

    id: GrantId
    person: UserId
    role: Role
    facility: FacilityId
    valid_from: date
    valid_to: date | None = None
    specialty: Specialty | None = None
    source: str = ""
    """What gave it: an employment, a rotation, the demo."""
    source_id: UUID | None = None


class Use(Enum):
    """What it means that a refresh token is shown."""

    FIRST = auto()
    AGAIN_AT_ONCE = auto()
    STOLEN = auto()
    TOO_LATE = auto()


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """One link of a chain (`family`) that began with a password. Only its SHA-256 is kept."""

    family: UUID
    person: UserId
    signed_in_at: datetime
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None

    @classmethod
    def begin(cls, family: UUID, person: UserId, at: datetime) -> "RefreshToken":
        return cls(family, person, at, at, at + REFRESH_FOR)

    def judge(self, at: datetime) -> Use:
        if at >= self.expires_at:
            return Use.TOO_LATE
        if self.used_at is None:
            return Use.FIRST
        return Use.AGAIN_AT_ONCE if at - self.used_at <= REUSE_LEEWAY else Use.STOLEN

    def next(self, at: datetime) -> "RefreshToken":
        expires_at = min(at + REFRESH_FOR, self.signed_in_at + REFRESH_AT_MOST)
        return RefreshToken(self.family, self.person, self.signed_in_at, at, expires_at)
