"""What is asked besides the password: codes of an authenticator and recovery codes, each good once; no SMS."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pyotp
import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from telemed.identity.model_security import RECOVERY_CODES, steps_around
from telemed.identity.store import security as store
from telemed.infra.db import Tx
from telemed.infra.kept_secret import kept
from telemed.kernel.ids import UserId

log = structlog.get_logger()

ALPHABET: Final = "23456789abcdefghjkmnpqrstuvwxyz"
"""No letter that a hand writes like a digit."""
CODE_LENGTH: Final = 12
KEY_FILE: Final = "totp.key"
_NONCE: Final = 12


class SecondFactors:
    """`keys` is the folder of the installation's keys: who has only the database can make no code with it."""

    def __init__(self, keys: Path) -> None:
        master = kept(keys / KEY_FILE, lambda: secrets.token_bytes(32))
        self._cipher = AESGCM(_derived(master, b"telemed totp secrets"))
        self._pepper = _derived(master, b"telemed recovery codes")

    async def methods(self, tx: Tx, person_id: UserId) -> tuple[str, ...]:
        """Which of "totp", "passkey" and "recovery" a person can show besides the password; none: it is not asked."""
        totp = await store.totp(tx, person_id)
        found = ["totp"] if totp and totp.confirmed else []
        if await store.passkeys(tx, person_id):
            found.append("passkey")
        if found and await store.recovery_left(tx, person_id):
            found.append("recovery")
        return tuple(found)

    async def check(self, tx: Tx, person_id: UserId, code: str) -> str | None:
        """Which method a code was right by, "totp" or "recovery"; it is used up with that. None: it was not right.

        The tries are the caller's to count.
        """
        code = "".join(letter for letter in code.lower() if letter.isalnum())
        if len(code) == 6 and code.isascii() and code.isdigit():
            totp = await store.totp(tx, person_id)
            step = self._step_of(person_id, totp.secret, code, tx) if totp and totp.confirmed else None
            return "totp" if step and await store.take_step(tx, person_id, step) else None
        taken = await store.take_recovery_code(tx, person_id, self._digest(person_id, code), tx.at)
        return "recovery" if taken else None

    async def begin(self, tx: Tx, person_id: UserId) -> str | None:
        """A new secret, which nothing asks for before `confirm`. None: codes are already asked for."""
        secret = pyotp.random_base32()
        begun = await store.put_totp(tx, person_id, self.sealed(person_id, secret), tx.at)
        return secret if begun else None

    async def confirm(self, tx: Tx, person_id: UserId, code: str) -> bool:
        """Whether the code shows that the person's authenticator holds the secret; then it is asked for from now on."""
        totp = await store.totp(tx, person_id)
        if totp is None or totp.confirmed:
            return False
        step = self._step_of(person_id, totp.secret, code, tx)
        return step is not None and await store.take_step(tx, person_id, step, confirmed_at=tx.at)

    async def new_recovery_codes(self, tx: Tx, person_id: UserId) -> list[str]:
        """The older ones are void. Only hashes are kept, made with a key that is not in the database."""
        codes = ["".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)) for _ in range(RECOVERY_CODES)]
        await store.put_recovery_codes(tx, person_id, [self._digest(person_id, code) for code in codes])
        return ["-".join(code[at : at + 4] for at in range(0, CODE_LENGTH, 4)) for code in codes]

    async def remove_all(self, tx: Tx, person_id: UserId) -> None:
        """For whoever lost them: the password alone is asked again, until new ones are set up."""
        await store.remove_totp(tx, person_id)
        await store.remove_passkeys(tx, person_id)
        await store.put_recovery_codes(tx, person_id, ())

    def sealed(self, person_id: UserId, secret: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), person_id.bytes)

    def opened(self, person_id: UserId, sealed: bytes) -> str | None:
        """None: it was sealed for somebody else, or elsewhere."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], person_id.bytes).decode()
        except InvalidTag:
            log.error("totp_secret_unreadable", file=KEY_FILE)  # the database came without its keys
            return None

    def _step_of(self, person_id: UserId, sealed: bytes, code: str, tx: Tx) -> int | None:
        """The step the code belongs to: a moment before or after now, for clocks that differ (RFC 6238 §5.2)."""
        secret = self.opened(person_id, sealed)
        if secret is None:
            return None
        made: Callable[[int], str] = pyotp.TOTP(secret).generate_otp
        return next((step for step in steps_around(tx.at) if hmac.compare_digest(made(step), code)), None)

    def _digest(self, person_id: UserId, code: str) -> bytes:
        return hmac.digest(self._pepper, person_id.bytes + code.encode(), hashlib.sha256)


def _derived(master: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=purpose).derive(master)
