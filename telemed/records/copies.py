"""Copies of papers: which forms there are, what a copy is known by, whether the paper still holds. Pure."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, FacilityId, UserId
from telemed.records.forms import Conversion

LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: nothing that a hand or an eye takes for something else."""
CODE_LENGTH: Final = 12
"""Of 32 letters: 60 bits, which nobody guesses at some tries a second."""
_READ_AS: Final = str.maketrans("OIL", "011")


class Form(StrEnum):
    MINUTES = "minutes"
    EXTRACT = "extract"
    REFERRAL = "referral"
    FOLLOW_UP = "follow_up"


class Standing(StrEnum):
    """What a stranger is told of a paper."""

    VALID = "valid"
    SUPERSEDED = "superseded"  # a later edition, or another paper, took its place
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class PaperNotFinal(DomainError):
    """Only a signed paper has copies."""

    kind, code = Kind.CONFLICT, "paper.not_final"


@dataclass(frozen=True, slots=True)
class Printing:
    """What an installation sets for its papers."""

    system: str = "Telemed"
    owner: str = ""
    """Whose system it is; empty leaves it out."""
    origin: str = ""
    """“https://telemed.example.vn”: where codes are looked up. Empty prints the code alone."""
    font: str = ""
    form_codes: Mapping[str, str] = field(default_factory=dict)
    """“MS” by form. The numbers of TT 32/2023 are not certain, so none is built in."""

    def link(self, code: str) -> str:
        return f"{self.origin}/paper/{bare(code)}" if self.origin else ""


@dataclass(frozen=True, slots=True)
class Copy:
    """One printed copy: asked for once, printed again to the byte."""

    id: UUID
    code: str
    form: Form
    document: UUID
    """The minutes, the referral or the follow-up."""
    consult: ConsultId
    issuer: FacilityId
    number: str
    dated_on: date
    version: int
    conversion: Conversion
    made_by: UserId
    made_at: datetime
    valid_until: date | None = None


def new_code() -> str:
    """“7K3M-Q9TX-P2HD”."""
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    return "-".join(letters[n : n + 4] for n in range(0, CODE_LENGTH, 4))


def bare(code: str) -> str:
    return code.replace("-", "")


def read_code(typed: str) -> str | None:
    """The code as kept, from how somebody typed it: small letters, blanks, O for 0. None: it is none."""
    letters = re.sub(r"[\s-]", "", typed).upper().translate(_READ_AS)
    if len(letters) != CODE_LENGTH or set(letters) - set(LETTERS):
        return None
    return "-".join(letters[n : n + 4] for n in range(0, CODE_LENGTH, 4))
