"""What a password must be, how long each secret of an account is good, and the refusals: pure values."""

import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import DeviceId, SignInId, UserId

LEAST_ALONE: Final = 14
"""Characters, where the password is all there is (security level 3)."""
LEAST_WITH_SECOND: Final = 10
STEP: Final = timedelta(seconds=30)
"""RFC 6238; a code of the step before or after is taken too, for clocks that differ."""
RECOVERY_CODES: Final = 10
CEREMONY_FOR: Final = timedelta(minutes=5)
INVITATION_FOR: Final = timedelta(hours=72)
PASSKEYS_AT_MOST: Final = 10

_COMMON: Final = (
    *("password", "passwort", "pass", "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "letmein", "welcome", "admin"),
    *("administrator", "iloveyou", "monkey", "dragon", "football", "superman", "princess", "sunshine", "master"),
    *("login", "default", "secret", "changeme", "hello", "test", "user", "guest", "root", "demo", "server", "doctor"),
    *("hospital", "nurse", "health", "matkhau", "matma", "dangnhap", "quantri", "nguoidung", "benhvien", "tramyte"),
    *("soyte", "yte", "bacsi", "yta", "dieuduong", "hoichan", "telemed", "laichau", "tamduong", "thanuyen"),
    *("vietnam", "toiyeuvietnam", "yeuvietnam", "hanoi", "saigon", "anhyeuem", "emyeuanh", "yeuem", "yeuanh"),
    *("toiyeuem", "toiyeuanh", "toiyeuban", "khongbiet", "khongcogi", "khongnho", "matkhaumoi", "motconvit"),
    *("xinchao", "conyeu", "giadinh", "cuocsong", "tinhyeu", "hanhphuc", "moi", "abc", "xyz", "qwe", "asd", "zxc"),
)
"""Folded words that many choose, in Vietnam and elsewhere; a password made of nothing but these and digits is one."""
_ROWS: Final = ("0123456789" * 26, "abcdefghijklmnopqrstuvwxyz" * 10, "qwertyuiopasdfghjklzxcvbnm" * 10)
_NO_LETTERS: Final = string.digits + string.punctuation + " "
_LOOKS_LIKE: Final = str.maketrans("0134578@$!", "oleastbasi")


class PasswordTooShort(DomainError):
    """The password is too short."""

    kind, code = Kind.INVALID, "password.too_short"


class PasswordHasName(DomainError):
    """The password contains the person's name or username."""

    kind, code = Kind.INVALID, "password.has_name"


class PasswordTooSimple(DomainError):
    """The password is one piece over and over, or a straight sequence."""

    kind, code = Kind.INVALID, "password.too_simple"


class PasswordCommon(DomainError):
    """The password is made of words that everyone tries first."""

    kind, code = Kind.INVALID, "password.common"


class PasswordSame(DomainError):
    """The new password is the old one."""

    kind, code = Kind.INVALID, "password.same"


class CodeRefused(DomainError):
    """The code is not right, or was used before."""

    kind, code = Kind.INVALID, "code_refused"


class TotpOn(DomainError):
    """Codes of an authenticator are already asked for; remove that one first."""

    kind, code = Kind.CONFLICT, "totp.on"


class PasswordFirst(DomainError):
    """Without a second factor the password has to be longer; change it first."""

    kind, code = Kind.CONFLICT, "password.longer_first"


class NoSecondFactor(DomainError):
    """Recovery codes stand in for a second factor, and there is none."""

    kind, code = Kind.CONFLICT, "second_factor.none"


class LastSecondFactor(DomainError):
    """It is the only second factor; add another one first."""

    kind, code = Kind.CONFLICT, "second_factor.last"


class PasskeyRefused(DomainError):
    """This passkey does not open an account here."""

    kind, code = Kind.UNAUTHENTICATED, "passkey_refused"


class NoPasskey(DomainError):
    """This person has no passkey to sign a paper with."""

    kind, code = Kind.CONFLICT, "passkey.none"


class SignerNotShown(DomainError):
    """The passkey's answer does not show that it is this person who signs this paper."""

    kind, code = Kind.INVALID, "passkey.signer_not_shown"


class PasskeyUnfit(DomainError):
    """The browser's answer does not make a passkey for this site."""

    kind, code = Kind.INVALID, "passkey.unfit"


class PasskeyKnown(DomainError):
    """This passkey was added before."""

    kind, code = Kind.CONFLICT, "passkey.known"


class PasskeysFull(DomainError):
    """There are too many passkeys; remove one first."""

    kind, code = Kind.CONFLICT, "passkey.too_many"


class CeremonyOver(DomainError):
    """This attempt took too long or was made before; begin again."""

    kind, code = Kind.CONFLICT, "ceremony_over"


class InvitationOver(DomainError):
    """The invitation was used, replaced by a newer one, or is too old."""

    kind, code = Kind.MISSING, "invitation_over"


class OidcOff(DomainError):
    """Nobody else signs people in here."""

    kind, code = Kind.MISSING, "oidc.off"


class OidcRefused(DomainError):
    """The other sign-in was refused, took too long, or cannot be believed."""

    kind, code = Kind.DENIED, "oidc.refused"


class OidcUnknownPerson(DomainError):
    """Whoever signed in there has no open account here that belongs to it."""

    kind, code = Kind.DENIED, "oidc.unknown_person"


class OidcUnavailable(DomainError):
    """The other sign-in does not answer, or is not set up rightly."""

    kind, code = Kind.BUSY, "oidc.unavailable"


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """Our site as an authenticator knows it: its host name, and the address of the page that asks."""

    id: str
    origin: str


@dataclass(frozen=True, slots=True)
class Passkey:
    id: UUID
    person: UserId
    credential_id: bytes
    public_key: bytes = field(repr=False)
    sign_count: int
    name: str
    created_at: datetime
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Totp:
    secret: bytes = field(repr=False)
    """As kept: encrypted."""
    confirmed: bool
    last_step: int


@dataclass(frozen=True, slots=True)
class Invitation:
    person: UserId
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class UsedDevice:
    """A browser as one of its people knows it."""

    id: DeviceId
    name: str
    shared: bool
    used_at: datetime


@dataclass(frozen=True, slots=True)
class OpenSignIn:
    id: SignInId
    device: DeviceId | None
    device_name: str | None
    method: str
    began_at: datetime
    seen_at: datetime


def least(*, second_factor: bool) -> int:
    """How many characters a new password needs."""
    return LEAST_WITH_SECOND if second_factor else LEAST_ALONE


def length(password: str) -> int:
    """In characters as people count them: “ế” is one, however a keyboard sends it."""
    return len(unicodedata.normalize("NFC", password))


def require_password(password: str, username: str, full_name: str, at_least: int, pointer: str) -> None:
    """Judge a new password by its length and by what is guessed first; no letter, digit or sign is demanded.

    Raises:
        PasswordTooShort, PasswordHasName, PasswordTooSimple, PasswordCommon: with `pointer`.
    """
    if length(password) < at_least:
        raise PasswordTooShort(pointer=pointer, min=at_least)
    if _is_simple(password):
        raise PasswordTooSimple(pointer=pointer)
    plain = _letters_and_digits(_fold(password))
    if any(name in plain for name in _names(username, full_name)):
        raise PasswordHasName(pointer=pointer)
    folded = _fold(password)
    disguised = folded.strip(_NO_LETTERS).translate(_LOOKS_LIKE)  # first `12345!` off the end, or it would read `easl`
    if _is_common(_letters(folded)) or _is_common(_letters(disguised)):
        raise PasswordCommon(pointer=pointer)


def steps_around(at: datetime) -> Iterator[int]:
    """The TOTP steps whose code is good now: this one first."""
    now = int(at.timestamp()) // int(STEP.total_seconds())
    yield from (now, now - 1, now + 1)


def _is_simple(text: str) -> bool:
    """One piece over and over, or the beginning of a row of the keyboard, in either direction."""
    repeated = any((text[:size] * len(text)).startswith(text) for size in range(1, len(text) // 2 + 1))
    lower = text.lower()
    return repeated or any(lower in row or lower[::-1] in row for row in _ROWS)


def _names(username: str, full_name: str) -> Iterator[str]:
    """The username, the name, any two of its neighbouring words, and single words long enough to be no accident."""
    handle, words = _fold(username), [_letters_and_digits(word) for word in _fold(full_name).split()]
    found = {_letters_and_digits(handle), "".join(words), *map("".join, pairwise(words))}
    found |= {word for word in (*words, *handle.replace(".", " ").replace("-", " ").split()) if len(word) >= 4}
    yield from (name for name in found if len(name) >= 4)


def _is_common(letters: str) -> bool:
    """Whether nothing but common words is in it. `reached` are the places up to which they fill it."""
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(letters.endswith(word, 0, end) and end - len(word) in reached for word in _COMMON):
            reached.add(end)
    return bool(letters) and len(letters) in reached


def _fold(text: str) -> str:
    """Small letters without marks: “Mật Khẩu” is `mat khau`."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


def _letters_and_digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
