"""Another's sign-in: OpenID Connect Core 1.0, code flow with PKCE (RFC 7636). Whom a provider's answer names, or that
it cannot be believed. Knows nothing of our people."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import quote_plus, urlencode, urlsplit

import aiohttp
import jwt
import structlog

from telemed.identity.model_security import OidcRefused, OidcUnavailable
from telemed.kernel.clock import Clock

log = structlog.get_logger()

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Never `none`, and never a shared secret: with HS256 a public key could be taken for one."""
SCOPE: Final = "openid profile"
LEEWAY: Final = timedelta(seconds=60)
FRESH: Final = timedelta(minutes=10)
"""An ID token is made while the person waits: an old one was kept by somebody."""
KNOWN_FOR: Final = timedelta(hours=1)
ASK_AGAIN_AFTER: Final = timedelta(seconds=30)
"""Tokens with invented key ids must not make us ask the provider as often as somebody likes."""
WITHIN: Final = aiohttp.ClientTimeout(total=10)
LARGEST: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Provider:
    """What the operator has said of it."""

    issuer: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    name: str = "OpenID Connect"
    match_username: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Who signed in there."""

    issuer: str
    subject: str
    username: str | None


def is_safe(url: str) -> bool:
    """Over TLS, or on this very machine."""
    parts = urlsplit(url)
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(url)))


class OidcClient:
    def __init__(self, provider: Provider, clock: Clock) -> None:
        self.provider, self._clock = provider, clock
        self._metadata: dict[str, Any] | None = None
        self._keys: dict[str | None, dict[str, Any]] = {}
        self._asked_at = self._keys_asked_at = clock.now() - KNOWN_FOR

    async def address(self, *, state: str, nonce: str, verifier: str, redirect_uri: str) -> str:
        """Where the browser goes to sign in.

        Raises:
            OidcUnavailable
        """
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        query = {
            "response_type": "code",
            "client_id": self.provider.client_id,
            "redirect_uri": redirect_uri,
            "scope": SCOPE,
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
        }
        endpoint = self._endpoint(await self._known(), "authorization_endpoint")
        return f"{endpoint}{'&' if urlsplit(endpoint).query else '?'}{urlencode(query)}"

    async def redeem(self, query: Mapping[str, str], *, nonce: str, verifier: str, redirect_uri: str) -> Named:
        """Exchange what came back in the browser's address for who it is. `state` was looked at already.

        Raises:
            OidcRefused: the provider refused, or what it said cannot be believed.
            OidcUnavailable
        """
        known = await self._known()
        # RFC 9207: an answer of another provider, mixed into this sign-in
        said = query.get("iss", self.provider.issuer)
        missing = known.get("authorization_response_iss_parameter_supported") is True and "iss" not in query
        if "code" not in query or missing or said != self.provider.issuer:
            raise OidcRefused
        form = {
            "grant_type": "authorization_code",
            "code": query["code"],
            "redirect_uri": redirect_uri,
            "code_verifier": verifier,
        }
        secret, headers = self.provider.client_secret, {}
        ways = known.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        if secret and "client_secret_basic" in ways:
            both = f"{quote_plus(self.provider.client_id)}:{quote_plus(secret)}"  # RFC 6749 §2.3.1
            headers["Authorization"] = f"Basic {base64.b64encode(both.encode()).decode()}"
        else:
            form |= {"client_id": self.provider.client_id} | ({"client_secret": secret} if secret else {})
        answer = await _ask("POST", self._endpoint(known, "token_endpoint"), data=form, headers=headers)
        return await self._named(str(answer.get("id_token", "")), nonce)

    async def _named(self, token: str, nonce: str) -> Named:
        try:
            header = jwt.get_unverified_header(token)
            algorithm = header.get("alg")
            if algorithm not in ALGORITHMS:
                raise OidcRefused
            key = jwt.PyJWK(await self._key(header.get("kid")), algorithm=algorithm)
            # Its times are judged below, by our one clock: PyJWT would ask the system's.
            options: jwt.types.Options = {
                "require": ["iss", "sub", "aud", "exp", "iat"],
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            }
            client, issuer = self.provider.client_id, self.provider.issuer
            claims = jwt.decode(token, key, algorithms=[algorithm], audience=client, issuer=issuer, options=options)
            now, expires, issued = self._clock.now().timestamp(), float(claims["exp"]), float(claims["iat"])
            others = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        except (jwt.PyJWTError, KeyError, TypeError, ValueError):
            raise OidcRefused from None
        leeway, fresh = LEEWAY.total_seconds(), FRESH.total_seconds()
        in_time = now < expires + leeway and issued - leeway <= now <= issued + fresh + leeway
        ours = claims.get("nonce") == nonce and claims.get("azp", None if others else client) == client
        if not in_time or not ours:
            raise OidcRefused
        username = claims.get("preferred_username")
        return Named(issuer, str(claims["sub"]), username if isinstance(username, str) else None)

    async def _known(self) -> dict[str, Any]:
        """What the provider says of itself, asked anew every hour."""
        now = self._clock.now()
        if self._metadata is None or now - self._asked_at >= KNOWN_FOR:
            issuer = self.provider.issuer
            metadata = await _ask("GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            if metadata.get("issuer") != issuer:
                log.error("oidc_other_issuer")
                raise OidcUnavailable
            self._metadata, self._asked_at = metadata, now
        return self._metadata

    async def _key(self, kid: str | None) -> dict[str, Any]:
        """Raises KeyError: the provider has no such key."""
        now = self._clock.now()
        age = now - self._keys_asked_at
        if age >= KNOWN_FOR or (kid not in self._keys and age >= ASK_AGAIN_AFTER):
            found = await _ask("GET", self._endpoint(await self._known(), "jwks_uri"))
            keys = [key for key in found.get("keys", []) if key.get("use", "sig") == "sig"]
            self._keys, self._keys_asked_at = {key.get("kid"): key for key in keys}, now
            if len(keys) == 1:  # then tokens need not say which
                self._keys[None] = keys[0]
        return self._keys[kid]

    def _endpoint(self, metadata: Mapping[str, Any], name: str) -> str:
        url = str(metadata.get(name, ""))
        if not is_safe(url) or (_is_loopback(url) and not _is_loopback(self.provider.issuer)):
            log.error("oidc_bad_endpoint", endpoint=name)
            raise OidcUnavailable
        return url


async def _ask(
    method: str, url: str, *, data: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object at an address. Nothing is followed elsewhere, nothing large is read, nothing is logged of it."""
    try:
        async with (
            aiohttp.ClientSession(timeout=WITHIN) as session,
            session.request(method, url, data=data, headers=headers, allow_redirects=False) as answer,
        ):
            body = await answer.content.read(LARGEST)
            if answer.status in {400, 401, 403}:
                log.warning("oidc_refused", status=answer.status)
                raise OidcRefused
            found = json.loads(body) if answer.status == 200 else None
    except (TimeoutError, aiohttp.ClientError, ValueError) as error:
        log.warning("oidc_unavailable", error=type(error).__name__)
        raise OidcUnavailable from None
    if not isinstance(found, dict):
        log.warning("oidc_unavailable", error="no JSON object")
        raise OidcUnavailable
    return found


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
