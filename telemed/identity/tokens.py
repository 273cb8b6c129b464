"""Access tokens: who is asking, for ten minutes, signed with our own Ed25519 key. The only file that knows JWT."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from telemed.identity.model import NotSignedIn
from telemed.kernel.clock import Clock
from telemed.kernel.ids import UserId, uuid7

ACCESS_FOR: Final = timedelta(minutes=10)
LEEWAY: Final = timedelta(seconds=5)
AUDIENCE: Final = "telemed"
ALGORITHM: Final = "EdDSA"
REQUIRED: Final = ["exp", "iat", "sub", "aud", "jti"]
FIRST_KEY: Final = "access-0001.pem"
"""To change keys, add `access-0002.pem` and restart: the last by name signs, all of them are believed."""


class Tokens:
    """Signs with the last of `keys`, believes all of them. `keys` are by `kid`, in the order they came into use."""

    def __init__(self, keys: Mapping[str, Ed25519PrivateKey], clock: Clock) -> None:
        self._signing = list(keys.items())[-1]
        self._believed = {kid: key.public_key() for kid, key in keys.items()}
        self._clock = clock

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> "Tokens":
        """With the keys of a folder; its first one is made if there is none."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.glob("access-*.pem")):
            _make_key(folder / FIRST_KEY)
        keys = [_read_key(path) for path in sorted(folder.glob("access-*.pem"))]
        return cls({_kid(key): key for key in keys}, clock)

    def issue(self, person: UserId) -> str:
        kid, key = self._signing
        now = self._clock.now()
        claims = {"sub": str(person), "aud": AUDIENCE, "iat": now, "exp": now + ACCESS_FOR, "jti": str(uuid7())}
        return jwt.encode(claims, key, algorithm=ALGORITHM, headers={"kid": kid})

    def read(self, token: str) -> UserId:
        """Whose token it is.

        Raises:
            NotSignedIn: forged, altered, expired, or signed with a key or an algorithm that is not ours.
        """
        try:
            key = self._believed[jwt.get_unverified_header(token)["kid"]]
            # Its times are judged below, by our one clock: PyJWT would ask the system's.
            options: jwt.types.Options = {
                "require": REQUIRED,
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            }
            claims = jwt.decode(token, key, algorithms=[ALGORITHM], audience=AUDIENCE, options=options)
            expires, person = int(claims["exp"]), UUID(claims["sub"])
        except (jwt.PyJWTError, KeyError, TypeError, ValueError):
            raise NotSignedIn from None
        if self._clock.now().timestamp() >= expires + LEEWAY.total_seconds():
            raise NotSignedIn
        return UserId(person)


def _make_key(path: Path) -> None:
    """Appears whole or not at all, and of two programs that start together one wins."""
    pem = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with tempfile.NamedTemporaryFile(dir=path.parent) as whole:  # 0600 from birth
        whole.write(pem)
        whole.flush()
        os.fsync(whole.fileno())
        try:
            os.link(whole.name, path)
        except FileExistsError:
            return


def _read_key(path: Path) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} is not an Ed25519 private key")
    return key


def _kid(key: Ed25519PrivateKey) -> str:
    return hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()[:16]
