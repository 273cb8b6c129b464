"""What a provider says is believed only if all of it is right: here it lies, one thing at a time."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

import jwt
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key

from telemed.identity.model_security import OidcRefused, OidcUnavailable
from telemed.identity.oidc import ASK_AGAIN_AFTER, KNOWN_FOR, Named, OidcClient, Provider, is_safe
from telemed.kernel.clock import ManualClock
from telemed.kernel.errors import DomainError


def new_key() -> EllipticCurvePrivateKey:
    return generate_private_key(SECP256R1())


@dataclass
class Liar:
    """A provider that says whatever a test wants."""

    clock: ManualClock
    keys: dict[str, EllipticCurvePrivateKey] = field(default_factory=lambda: {"one": new_key()})
    metadata: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    token: str | None = None
    status: int = 200
    keys_asked: int = 0
    issuer: str = ""

    def application(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/.well-known/openid-configuration", self.describe)
        app.router.add_get("/keys", self.tell_keys)
        app.router.add_post("/token", self.give)
        return app

    async def describe(self, _: web.Request) -> web.Response:
        said = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/auth?tenant=1",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }
        return web.json_response(said | self.metadata)

    async def tell_keys(self, _: web.Request) -> web.Response:
        self.keys_asked += 1
        algorithm = jwt.algorithms.ECAlgorithm
        public = [algorithm.to_jwk(key.public_key(), as_dict=True) | {"kid": kid} for kid, key in self.keys.items()]
        return web.json_response({"keys": public})

    async def give(self, _: web.Request) -> web.Response:
        return web.json_response({"id_token": self.signed() if self.token is None else self.token}, status=self.status)

    def signed(self, key: Any = None, algorithm: str = "ES256", kid: str = "one") -> str:
        now = int(self.clock.now().timestamp())
        right = {"iss": self.issuer, "sub": "1", "aud": "telemed", "iat": now, "exp": now + 60, "nonce": "n"}
        claims = {name: value for name, value in (right | self.claims).items() if value is not None}
        return jwt.encode(claims, key or self.keys["one"], algorithm=algorithm, headers={"kid": kid})


@pytest.fixture
async def liar(clock: ManualClock) -> AsyncIterator[Liar]:
    made = Liar(clock)
    async with TestServer(made.application()) as server:
        made.issuer = str(server.make_url("/")).rstrip("/")
        yield made


@pytest.fixture
def client(liar: Liar, clock: ManualClock) -> OidcClient:
    return OidcClient(Provider(liar.issuer, "telemed"), clock)


async def redeem(client: OidcClient, **query: str) -> Named:
    return await client.redeem({"code": "c"} | query, nonce="n", verifier="v", redirect_uri="https://t.example.vn/back")


async def outcome(client: OidcClient, **query: str) -> str:
    try:
        return (await redeem(client, **query)).subject
    except DomainError as refused:
        return refused.code


async def test_the_truth_is_believed(client: OidcClient, liar: Liar) -> None:
    liar.claims = {"preferred_username": "lan", "aud": ["telemed", "other"], "azp": "telemed"}

    assert await redeem(client) == Named(liar.issuer, "1", "lan")


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://other.example.vn"},
        {"aud": "other"},
        {"aud": ["telemed", "other"]},
        {"aud": ["telemed", "other"], "azp": "other"},
        {"azp": "other"},
        {"nonce": "another"},
        {"nonce": None},
        {"sub": None},
        {"exp": None},
        {"exp": 1},
        {"iat": 1},
        {"iat": 9_999_999_999},
        {"iat": None},
        {"exp": "soon"},
    ],
)
async def test_a_token_with_one_thing_wrong_is_not(client: OidcClient, liar: Liar, claims: dict[str, Any]) -> None:
    liar.claims = claims

    with pytest.raises(OidcRefused):
        await redeem(client)


async def test_a_token_nobody_signed_or_another_key_did_is_not(client: OidcClient, liar: Liar) -> None:
    known_to_all = liar.keys["one"].public_key().public_numbers().x.to_bytes(32)
    head, body, _ = liar.signed().split(".")
    forged = [
        liar.signed(new_key()),
        liar.signed(kid="unknown"),
        liar.signed(known_to_all, "HS256"),
        jwt.encode({"sub": "1"}, "", algorithm="none"),
        f"{head}.{body}.",
        "a.b.c",
        "",
    ]

    for liar.token in forged:
        assert await outcome(client) == "oidc.refused", liar.token


async def test_clocks_may_differ_by_a_minute(client: OidcClient, liar: Liar) -> None:
    now = int(liar.clock.now().timestamp())
    outcomes = []
    for shifted in ({"exp": now - 59}, {"exp": now - 61}, {"iat": now + 59}, {"iat": now + 61}):
        liar.claims = shifted
        outcomes.append(await outcome(client))

    assert outcomes == ["1", "oidc.refused", "1", "oidc.refused"]


async def test_new_keys_are_found_but_not_asked_for_at_every_forgery(
    client: OidcClient, liar: Liar, clock: ManualClock
) -> None:
    assert await outcome(client) == "1"
    liar.keys = {"two": new_key(), "three": new_key()}
    liar.token = liar.signed(liar.keys["two"], kid="two")

    assert await outcome(client) == "oidc.refused"  # asked a moment ago
    clock.advance(ASK_AGAIN_AFTER)
    liar.token = liar.signed(liar.keys["two"], kid="two")
    assert await outcome(client) == "1"
    liar.token = liar.signed(liar.keys["three"], kid="four")
    assert [await outcome(client) for _ in range(3)] == ["oidc.refused"] * 3
    assert liar.keys_asked == 2
    clock.advance(KNOWN_FOR)
    liar.token = liar.signed(liar.keys["three"], kid="three")
    assert (await outcome(client), liar.keys_asked) == ("1", 3)


async def test_an_answer_of_another_issuer_is_refused(client: OidcClient, liar: Liar) -> None:
    assert await outcome(client, iss=liar.issuer) == "1"
    assert await outcome(client, iss="https://other.example.vn") == "oidc.refused"
    liar.metadata = {"authorization_response_iss_parameter_supported": True}
    fresh = OidcClient(client.provider, liar.clock)
    assert await outcome(fresh) == "oidc.refused"


@pytest.mark.parametrize(("status", "code"), [(400, "oidc.refused"), (401, "oidc.refused"), (500, "oidc.unavailable")])
async def test_a_code_it_does_not_take_is_refused(client: OidcClient, liar: Liar, status: int, code: str) -> None:
    liar.status = status

    assert await outcome(client) == code


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://other.example.vn"},
        {"authorization_endpoint": "http://other.example.vn/auth"},
        {"authorization_endpoint": None},
    ],
)
async def test_a_provider_set_up_wrongly_is_not_used(
    client: OidcClient, liar: Liar, metadata: dict[str, str | None]
) -> None:
    liar.metadata = metadata

    with pytest.raises(OidcUnavailable):
        await client.address(state="s", nonce="n", verifier="v", redirect_uri="https://t.example.vn/back")


async def test_a_provider_that_is_away_is_said_to_be(clock: ManualClock) -> None:
    nowhere = OidcClient(Provider("http://127.0.0.1:9", "telemed"), clock)

    with pytest.raises(OidcUnavailable):
        await nowhere.address(state="s", nonce="n", verifier="v", redirect_uri="https://t.example.vn/back")


async def test_a_stranger_cannot_send_us_to_our_own_machine(liar: Liar, clock: ManualClock) -> None:
    client = OidcClient(replace(Provider(liar.issuer, "telemed"), issuer="https://login.example.vn"), clock)
    client._metadata, client._asked_at = {"token_endpoint": f"{liar.issuer}/token"}, clock.now()

    assert await outcome(client) == "oidc.unavailable"


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://login.example.vn", True),
        ("http://127.0.0.1:3000", True),
        ("http://localhost:3000", True),
        ("http://[::1]:3000", True),
        ("http://login.example.vn", False),
        ("http://127.0.0.1.example.vn", False),
        ("ftp://localhost", False),
        ("https://", False),
    ],
)
def test_plain_http_is_for_this_machine_alone(url: str, safe: bool) -> None:
    assert is_safe(url) is safe
