"""Access tokens: who is asking, for ten minutes, signed with our own Ed25519 key. One of two files that know JWT."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from telemed.identity.model import NotSignedIn
from telemed.kernel.clock import Clock
from telemed.kernel.ids import SignInId, UserId, uuid7

ACCESS_FOR: Final = timedelta(minutes=10)
LEEWAY: Final = timedelta(seconds=5)
RETIRED_FOR: Final = timedelta(hours=1)
"""A key is still believed so long after the next one came: longer than any token it signed can live."""
AUDIENCE: Final = "telemed"
ALGORITHM: Final = "EdDSA"
REQUIRED: Final = ["exp", "iat", "sub", "aud", "jti", "sid"]
PATTERN: Final = "access-*.pem"


@dataclass(frozen=True, slots=True)
class Key:
    kid: str
    since: datetime
    private: Ed25519PrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose token it is."""

    person: UserId
    sign_in: SignInId


class Tokens:
    """Signs with the last of `keys`, in the order they came into use; believes it, and those it replaced of late."""

    def __init__(self, keys: Sequence[Key], clock: Clock, folder: Path | None = None) -> None:
        self._keys, self._clock, self._folder = keys, clock, folder
        self._changed_at = _changed_at(folder)

    @classmethod
    def open(cls, folder: Path, clock: Clock) -> "Tokens":
        """With the keys of a folder; its first one is made if there is none. One that is added later is noticed."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not any(folder.glob(PATTERN)):
            add_key(folder)
        return cls(keys_in(folder), clock, folder)

    def issue(self, person: UserId, sign_in: SignInId) -> str:
        key, now = self._current()[-1], self._clock.now()
        claims = {
            "sub": str(person),
            "sid": str(sign_in),
            "aud": AUDIENCE,
            "iat": now,
            "exp": now + ACCESS_FOR,
            "jti": str(uuid7()),
        }
        return jwt.encode(claims, key.private, algorithm=ALGORITHM, headers={"kid": key.kid})

    def read(self, token: str) -> Holder:
        """Whose token it is.

        Raises:
            NotSignedIn: forged, altered, expired, or signed with a key or an algorithm that is not ours.
        """
        try:
            key = self._believed(jwt.get_unverified_header(token)["kid"])
            # Its times are judged below, by our one clock: PyJWT would ask the system's.
            options: jwt.types.Options = {
                "require": REQUIRED,
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            }
            claims = jwt.decode(
                token, key.private.public_key(), algorithms=[ALGORITHM], audience=AUDIENCE, options=options
            )
            expires = int(claims["exp"])
            holder = Holder(UserId(UUID(claims["sub"])), SignInId(UUID(claims["sid"])))
        except (jwt.PyJWTError, AttributeError, KeyError, TypeError, ValueError):
            raise NotSignedIn from None
        if self._clock.now().timestamp() >= expires + LEEWAY.total_seconds():
            raise NotSignedIn
        return holder

    def _believed(self, kid: object) -> Key:
        """Raises KeyError: there is no such key, or it was replaced too long ago."""
        keys, now = self._current(), self._clock.now()
        for key, after in zip(keys, [*keys[1:], None], strict=True):
            if key.kid == kid and (after is None or now < after.since + RETIRED_FOR):
                return key
        raise KeyError

    def _current(self) -> Sequence[Key]:
        """The folder is looked at again when something came or went: a new key needs no restart."""
        changed_at = _changed_at(self._folder)
        if self._folder and changed_at != self._changed_at:
            self._keys, self._changed_at = keys_in(self._folder) or self._keys, changed_at
        return self._keys


def keys_in(folder: Path) -> list[Key]:
    """The last signs."""
    return [_read_key(path) for path in sorted(folder.glob(PATTERN))]


def add_key(folder: Path) -> Path:
    """The next key, which signs from now on."""
    known = [path.stem.rpartition("-")[2] for path in folder.glob(PATTERN)]
    number = max((int(part) for part in known if part.isdigit()), default=0) + 1
    path = folder / f"access-{number:04}.pem"
    _make_key(path)
    return path


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


def _read_key(path: Path) -> Key:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} is not an Ed25519 private key")
    kid = hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()[:16]
    return Key(kid, datetime.fromtimestamp(path.stat().st_mtime, UTC), key)


def _changed_at(folder: Path | None) -> int:
    return folder.stat().st_mtime_ns if folder else 0
