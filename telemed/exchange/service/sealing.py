"""How the secrets that sign messages lie in the database: encrypted with a key that is not in it."""

import secrets
from pathlib import Path
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from telemed.infra.kept_secret import kept

KEY_FILE: Final = "webhooks.key"
_NONCE: Final = 12


class Sealing:
    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    @classmethod
    def open(cls, folder: Path) -> "Sealing":
        """Made on first start. Another key would silence every address: each must be entered anew."""
        return cls(kept(folder / KEY_FILE, lambda: secrets.token_bytes(32)))

    def sealed(self, hook: UUID, secret: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, secret.encode(), hook.bytes)

    def opened(self, hook: UUID, sealed: bytes) -> str | None:
        """None: it was sealed for another address, or elsewhere."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], hook.bytes).decode()
        except InvalidTag:
            return None
