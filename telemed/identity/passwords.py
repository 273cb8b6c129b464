"""How passwords are kept and checked: Argon2id, off the event loop, at the same cost whether or not the name exists."""

import asyncio
import secrets
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from telemed.kernel.errors import DomainError, Kind

T = TypeVar("T")

AT_ONCE = 2
"""One check takes 19 MB and about 35 ms of a core; more of them at once would only starve the calls."""
WAITING_AT_MOST = 100


class PasswordsBusy(DomainError):
    """Too many passwords are being checked at this moment."""

    kind, code = Kind.BUSY, "passwords_busy"


class Passwords:
    """OWASP's second Argon2id profile: 19 MiB, two passes, one lane."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
        self._turn, self._waiting = asyncio.Semaphore(AT_ONCE), 0
        self._decoy = self._hasher.hash(secrets.token_urlsafe())

    async def hash(self, password: str) -> str:
        return await self._aside(lambda: self._hasher.hash(spelled(password)))

    async def is_right(self, known: str | None, password: str) -> bool:
        """Whether it is the password of this hash. `None` (nobody of that name) takes as long to say no."""
        right = await self._aside(lambda: self._verify(known or self._decoy, spelled(password)))
        return right and known is not None

    def is_outdated(self, known: str) -> bool:
        """Whether the hash was made with other costs than today's and should be made again."""
        return self._hasher.check_needs_rehash(known)

    def _verify(self, known: str, password: str) -> bool:
        try:
            return self._hasher.verify(known, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _aside(self, work: Callable[[], T]) -> T:
        if self._waiting >= WAITING_AT_MOST:
            raise PasswordsBusy(retry_after_ms=2_000)
        self._waiting += 1
        try:
            async with self._turn:
                return await asyncio.to_thread(work)
        finally:
            self._waiting -= 1


def spelled(password: str) -> str:
    """One spelling for what two keyboards send differently: “ế” may come as one letter or as three (RFC 8265)."""
    return unicodedata.normalize("NFC", password)
