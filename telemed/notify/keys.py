"""The server's own keys: the one by which push services know it (VAPID, RFC 8292), and the one receipts prove."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.hazmat.primitives.serialization import load_pem_private_key as load

from telemed.infra.kept_secret import kept

GOOD_FOR: Final = timedelta(hours=12)
"""Of one signature; push services take no more than 24 h."""


@dataclass(frozen=True, slots=True)
class Keys:
    private: ec.EllipticCurvePrivateKey = field(repr=False)
    receipts: bytes = field(repr=False)

    @classmethod
    def open(cls, folder: Path) -> "Keys":
        """Made on first start. Another VAPID key would part every browser from us: each must be asked anew."""
        private = load(kept(folder / "vapid.pem", _new_pem), password=None)
        if not isinstance(private, ec.EllipticCurvePrivateKey):
            raise TypeError(f"{folder / 'vapid.pem'} is not a P-256 key")
        return cls(private, kept(folder / "receipts.key", lambda: secrets.token_bytes(32)))

    @property
    def public(self) -> str:
        """As `PushManager.subscribe` takes it."""
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return base64.urlsafe_b64encode(point).decode().rstrip("=")

    def authorization(self, origin: str, contact: str, now: datetime) -> str:
        """Who asks, for one push service and a few hours."""
        from py_vapid import Vapid02  # with requests behind it: only who sends pushes pays for loading it

        claims = {"aud": origin, "sub": contact, "exp": int((now + GOOD_FOR).timestamp())}
        return str(Vapid02(self.private).sign(claims)["Authorization"])


def _new_pem() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
