"""Advice by telephone to a station without a link: the short code that names its case, and what was advised. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId, UserId

DIGITS: Final = 8
"""Seven of the case's id and a check digit: read out in pairs, typed on any telephone."""
_RANDOM: Final = (1 << 62) - 1
"""The lower bits of a UUIDv7 are random; what tells its time would make the codes of one day alike."""

WITHIN: Final = timedelta(days=14)
"""A case and an advice further apart than this do not belong together, whatever their codes."""
MOST_WAITING: Final = 20
"""Of one person. Who advises writes few of them; who guesses codes would write thousands."""

# Damm's quasigroup: one digit wrong, or two neighbours exchanged, is always noticed.
_DAMM: Final = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


class WrongCode(DomainError):
    """This is no case's code: a digit was misheard or mistyped."""

    kind, code = Kind.INVALID, "phone_advice.wrong_code"


class NotThen(DomainError):
    """Advice is written down after it was given, and within two weeks."""

    kind, code = Kind.INVALID, "phone_advice.not_then"


class TooManyWaiting(DomainError):
    """Too many pieces of advice of this person wait for their cases."""

    kind, code = Kind.CONFLICT, "phone_advice.too_many"


@dataclass(frozen=True, slots=True)
class PhoneAdvice:
    """The hospital's half of what was said while the station had no link."""

    id: UUID
    code: str
    hospital: FacilityId
    person: UserId
    caller: str
    subject: str
    told: str
    advice: str
    given_at: datetime
    """When it was said."""
    made_at: datetime
    """When it was written down here."""
    consult: UUID | None = None
    merged_at: datetime | None = None


def short_code(case: UUID) -> str:
    """What a station without a link reads out: the browser works it out from the id alone, and so does the server."""
    payload = f"{(case.int & _RANDOM) % 10 ** (DIGITS - 1):0{DIGITS - 1}d}"
    return payload + str(_check(payload))


def read_code(said: str) -> str:
    """As typed, in whatever groups. Raises WrongCode."""
    digits = "".join(said.split()).replace("-", "").replace(".", "")
    if len(digits) != DIGITS or not digits.isascii() or not digits.isdigit() or _check(digits) != 0:
        raise WrongCode(pointer="/body/code")
    return digits


def require_then(given_at: datetime, now: datetime) -> None:
    """Raises NotThen. A browser's clock may be a little ahead."""
    if not now - WITHIN <= given_at <= now + timedelta(minutes=5):
        raise NotThen(pointer="/body/given_at")


def then(said_at: datetime | None, now: datetime) -> datetime | None:
    """What a station without a link says of when it was, if that can be: a call for help is not refused for it."""
    return said_at if said_at is not None and now - WITHIN <= said_at <= now else None


def _check(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim
