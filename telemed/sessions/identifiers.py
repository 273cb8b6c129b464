"""By what two ends of a call know that they speak of the same patient. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import CallId, ConsultId, UserId
from telemed.sessions.calls import Side


class Identifier(StrEnum):
    """What can be read out and compared. Two are asked for, as everywhere in care."""

    FULL_NAME = "full_name"
    BIRTH = "birth"
    CODE = "code"
    """The patient's code, also a temporary one of somebody unknown."""
    NATIONAL_ID = "national_id"
    INSURANCE_NO = "insurance_no"
    VILLAGE = "village"
    REPRESENTATIVE = "representative"


class TwoIdentifiers(DomainError):
    """Two different identifiers are compared, not one twice."""

    kind, code = Kind.INVALID, "identity.two_needed"


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """One end's word, never rewritten: a later one of the same side and call holds."""

    id: UUID
    call: CallId
    consult: ConsultId
    person: UserId
    side: Side
    identifiers: tuple[Identifier, ...]
    matches: bool
    at: datetime

    def __post_init__(self) -> None:
        if len(set(self.identifiers)) < 2:
            raise TwoIdentifiers(pointer="/body/identifiers")


def last_words(checks: list[IdentityCheck]) -> list[IdentityCheck]:
    """Of each side the newest, the station's first."""
    newest = {one.side: one for one in sorted(checks, key=lambda one: one.at)}
    return [newest[side] for side in ("station", "hospital") if side in newest]


def confirmed(checks: list[IdentityCheck]) -> bool:
    """Both ends said that it is the right patient, and neither took it back since."""
    words = last_words(checks)
    return len({one.side for one in words}) == len(words) == 2 and all(one.matches for one in words)
