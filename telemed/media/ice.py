"""Which ICE servers a person may use, and for how long: time-limited TURN credentials that coturn checks by itself."""

import hmac
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from telemed.kernel.ids import UserId

VALID_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Turn:
    """The TURN server of this installation. `secret` is coturn's `static-auth-secret`."""

    urls: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    valid_for: timedelta = VALID_FOR

    @property
    def renew_after(self) -> timedelta:
        """New credentials come well before the old ones end: a rebuilt connection must never meet stale ones."""
        return self.valid_for * 3 / 4


@dataclass(frozen=True, slots=True)
class IceServer:
    """One entry of a browser's `RTCConfiguration.iceServers`."""

    urls: tuple[str, ...]
    username: str
    credential: str = field(repr=False)


def ice_servers(turn: Turn, user_id: UserId, now: datetime) -> list[IceServer]:
    """Credentials for one person, good for as long as `turn` says; none if no TURN server is configured.

    "A REST API For Access To TURN Services" (draft-uberti-behave-turn-rest): the username is `expiry:who`, the
    password base64(HMAC-SHA1(secret, username)). `who` is a keyed hash: TURN logs then name nobody, yet quotas still
    count per person.
    """
    if not turn.urls:
        return []
    secret = turn.secret.encode()
    who = hmac.digest(secret, user_id.bytes, "sha256").hex()[:16]
    username = f"{int((now + turn.valid_for).timestamp())}:{who}"
    return [IceServer(turn.urls, username, b64encode(hmac.digest(secret, username.encode(), "sha1")).decode())]
