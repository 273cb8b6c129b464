"""What sealing a paper means, and how it fails: plainly, by a code, leaving the paper as it was."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

Code = Literal[
    "seal.key_expired",
    "seal.key_not_yet_valid",
    "seal.key_revoked",
    "seal.key_unreadable",
    "seal.crl_unreadable",
    "seal.token_gone",
    "seal.refused",
]


class SealFault(Exception):
    """The key did not seal. `code` says why; nothing of it names a secret or what the paper says."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sealed:
    """A paper with its seal, and whose certificate made it."""

    pdf: bytes
    subject: str
    serial: str
    """Of the certificate, in hexadecimal."""


class Sealer(Protocol):
    """A means by which a facility seals; `pades.py` has those built in."""

    def seal(self, pdf: bytes, at: datetime) -> Sealed:
        """Blocks while the key works: call it in a thread.

        Raises:
            SealFault: nothing was sealed.
        """
