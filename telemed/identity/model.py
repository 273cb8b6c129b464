"""People, facilities and what a sign-in is worth: pure values, and the judgement on a refresh token shown again."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum, StrEnum, auto
from itertools import pairwise
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import DeviceId, FacilityId, GrantId, SignInId, UserId
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty

REFRESH_FOR = timedelta(hours=12)
"""A shared computer left alone over night asks for the password again; one in use is kept going by its refreshes."""
REFRESH_AT_MOST = timedelta(days=7)
"""However busy: then the password again."""
REUSE_LEEWAY = timedelta(seconds=20)
"""Two tabs refresh at once, or the answer was lost on a bad line: the same token a moment later is no theft."""
LOST_FOR = timedelta(hours=24)
"""A browser that was killed, or lost its power, may not have the newest token on its disk: it comes back with the one
before. Believed for so long, while nothing that followed was used; docs/decisions/0016."""
TICKET_FOR = timedelta(seconds=60)
LOCKED_FOR = timedelta(days=30)
"""A session that ran out is kept locked so long: no end of a session may refuse help for a patient."""
IDLE_AFTER = timedelta(minutes=10)
"""A browser that several people use locks itself when nobody renews the session for so long."""
TRUSTED_FOR = timedelta(days=30)
"""After all factors a browser is believed to be that person's for so long: no second factor, and a PIN will do."""
DEVICE_FOR = timedelta(days=365)
PIN_TRIES = 5
NOTICED_FOR = timedelta(days=7)
UNSEEN_AT_MOST = timedelta(days=45)
"""An account nobody used for so long is closed, as systems of security level 3 must."""


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


class SecondFactorNeeded(DomainError):
    """The password is right; this browser must show a second factor too. `methods` says which there are."""

    kind, code = Kind.UNAUTHENTICATED, "second_factor_needed"


class SecondFactorRefused(DomainError):
    """The code is not right, or was used before."""

    kind, code = Kind.UNAUTHENTICATED, "second_factor_refused"


class PinRefused(DomainError):
    """The PIN is not right. `left` says how many tries there are."""

    kind, code = Kind.UNAUTHENTICATED, "pin_refused"


class PinLocked(DomainError):
    """No PIN opens a session here now: it takes the password."""

    kind, code = Kind.UNAUTHENTICATED, "pin_locked"


class PinTooSimple(DomainError):
    """Everybody would try this PIN first."""

    kind, code = Kind.INVALID, "pin_too_simple"


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
    version: int = 1


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
    disabled_reason: str | None = None
    duty_phone: str | None = field(default=None, repr=False)
    """Where a gateway may ring them while they are on duty."""
    demo: bool = False
    facility: FacilityId | None = None
    """Where they are employed: whose administrators keep the account."""
    created_at: datetime | None = None
    password_set_at: datetime | None = None
    seen_at: datetime | None = None
    version: int = 1

    @property
    def name(self) -> str:
        return f"{self.title} {self.full_name}".strip()

    @property
    def active(self) -> bool:
        return self.disabled_at is None

    @property
    def must_change_password(self) -> bool:
        """Somebody else has set it. The demo's is public anyway."""
        return self.password_hash is not None and self.password_set_at is None and not self.demo


@dataclass(frozen=True, slots=True)
class PersonPapers:
    """A person as papers name them."""

    name: str
    full_name: str
    title: str
    profession: Profession
    license_no: str | None


@dataclass(frozen=True, slots=True)
class KnownAs:
    """What a person is called, wherever a file has to be matched with an account."""

    username: str
    full_name: str
    name: str
    """With the title."""


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
    document: str | None = None
    """Number of the decision that gave it."""
    given_by: UserId | None = None
    continues: GrantId | None = None
    """The grant that stood still while its holder was posted elsewhere, and goes on as this one."""


class LockReason(StrEnum):
    """Why a screen is locked."""

    IDLE = "idle"
    """Nobody used a shared browser for ten minutes."""
    ASKED = "asked"
    EXPIRED = "expired"
    """The session ran out. It is not thrown away: somebody may be in a call, or need one this minute."""


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that somebody signed in with."""

    id: DeviceId
    shared: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What a device knows of one of the people who signed in with it."""

    full_at: datetime
    """The last time with all factors."""
    used_at: datetime
    pin_failures: int = 0
    revoked_at: datetime | None = None

    def is_trusted(self, at: datetime) -> bool:
        return self.revoked_at is None and at - self.full_at < TRUSTED_FOR

    def pin_left(self, at: datetime) -> int:
        """How many tries of a PIN there are."""
        return max(0, PIN_TRIES - self.pin_failures) if self.is_trusted(at) else 0


@dataclass(frozen=True, slots=True)
class SignIn:
    """One signing in of one person in one browser. Its id is the family of its refresh tokens."""

    id: SignInId
    person: UserId
    device: DeviceId | None
    method: str
    began_at: datetime
    seen_at: datetime
    locked_at: datetime | None = None
    lock_reason: LockReason | None = None
    ended_at: datetime | None = None

    def renewed(self, use: "Use", at: datetime, *, shared: bool) -> "SignIn":
        """As it goes on when its token is shown: open, or locked by what happened meanwhile."""
        seen = replace(self, seen_at=at)
        if use is Use.EXPIRED:
            return seen if self.lock_reason is LockReason.EXPIRED else seen.locked(LockReason.EXPIRED, at)
        if self.locked_at is None and shared and at - self.seen_at >= IDLE_AFTER:
            return seen.locked(LockReason.IDLE, at)
        return seen

    def locked(self, reason: LockReason, at: datetime) -> "SignIn":
        return replace(self, locked_at=at, lock_reason=reason)

    def unlocked(self, at: datetime) -> "SignIn":
        return replace(self, seen_at=at, locked_at=None, lock_reason=None)


PIN_DIGITS = 6


def require_pin(pin: str) -> None:
    """Raises PinTooSimple: not six digits, one digit only, or digits in a row up or down."""
    steps = {int(b) - int(a) for a, b in pairwise(pin)} if pin.isascii() and pin.isdigit() else set()
    if len(pin) != PIN_DIGITS or not steps or steps in ({0}, {1}, {-1}):
        raise PinTooSimple(pointer="/body/pin")


class Use(Enum):
    """What it means that a refresh token is shown."""

    FIRST = auto()
    AGAIN_AT_ONCE = auto()
    LOST = auto()
    """What was given for it never came to be used: it is taken back, and this one is good once more."""
    EXPIRED = auto()
    """The session ran out: it goes on, locked."""
    STOLEN = auto()
    TOO_LATE = auto()


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """One link of a chain (`family`) that began with signing in. Only its SHA-256 is kept."""

    family: SignInId
    person: UserId
    signed_in_at: datetime
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None
    """Taken back unused, because the one before it was shown again: whoever has this one, one of the two is a thief."""

    @classmethod
    def begin(cls, family: SignInId, person: UserId, at: datetime) -> "RefreshToken":
        return cls(family, person, at, at, at + REFRESH_FOR)

    def judge(self, at: datetime, *, newest: bool = False) -> Use:
        """`newest`: of its family nothing was used after it."""
        if self.revoked_at is not None:
            return Use.STOLEN
        late = self.came_back(at)
        if late and not (newest and self.used_at is not None and at - self.used_at <= LOST_FOR):
            return Use.STOLEN
        if at >= self.kept_until:
            return Use.TOO_LATE
        if at >= self.expires_at:
            return Use.EXPIRED
        if late:
            return Use.LOST
        return Use.FIRST if self.used_at is None else Use.AGAIN_AT_ONCE

    def came_back(self, at: datetime) -> bool:
        """Used before, and longer ago than two tabs or a bad line explain."""
        return self.used_at is not None and at - self.used_at > REUSE_LEEWAY

    def next(self, at: datetime) -> "RefreshToken":
        """The one that follows; the successor of one that ran out has run out too."""
        expires_at = min(at + REFRESH_FOR, self.signed_in_at + REFRESH_AT_MOST)
        if at >= self.expires_at:
            expires_at = self.expires_at
        return RefreshToken(self.family, self.person, self.signed_in_at, at, expires_at)

    @property
    def kept_until(self) -> datetime:
        return self.expires_at + LOCKED_FOR
