import base64
import json
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from telemed.identity.model import NotSignedIn
from telemed.identity.tokens import ACCESS_FOR, LEEWAY, Tokens
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import UserId, uuid7

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
LAN = UserId(uuid7())
KEY, OTHER_KEY = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
TOKENS = Tokens({"k1": KEY}, ManualClock(NOW))


def claims(**changes: Any) -> dict[str, Any]:
    usual = {"sub": str(LAN), "aud": "telemed", "iat": NOW, "exp": NOW + ACCESS_FOR, "jti": "1"} | changes
    return {name: value for name, value in usual.items() if value is not None}


def signed(body: dict[str, Any], key: Any = KEY, algorithm: str = "EdDSA", kid: str = "k1") -> str:
    return jwt.encode(body, key, algorithm=algorithm, headers={"kid": kid})


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def with_algorithm(name: str, signature: str) -> str:
    body = claims(iat=int(NOW.timestamp()), exp=int((NOW + ACCESS_FOR).timestamp()))
    return f"{part({'alg': name, 'typ': 'JWT', 'kid': 'k1'})}.{part(body)}.{signature}"


def public_pem() -> bytes:
    format_ = serialization.PublicFormat.SubjectPublicKeyInfo
    return KEY.public_key().public_bytes(serialization.Encoding.PEM, format_)


def hmac_with_public_key() -> str:
    """The old trick: sign with HMAC and the public key as its secret. PyJWT refuses to help, so by hand."""
    import hashlib
    import hmac

    unsigned = with_algorithm("HS256", "").rstrip(".")
    mac = hmac.digest(public_pem(), unsigned.encode(), hashlib.sha256)
    return f"{unsigned}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def test_a_token_names_who_it_was_made_for() -> None:
    assert TOKENS.read(TOKENS.issue(LAN)) == LAN


def test_a_token_lives_ten_minutes_and_five_seconds_for_clocks_that_differ() -> None:
    clock = ManualClock(NOW)
    tokens = Tokens({"k1": KEY}, clock)
    token = tokens.issue(LAN)

    clock.advance(ACCESS_FOR + LEEWAY - timedelta(milliseconds=1))
    assert tokens.read(token) == LAN

    clock.advance(timedelta(milliseconds=1))
    with pytest.raises(NotSignedIn):
        tokens.read(token)


@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda: signed(claims(), OTHER_KEY), id="another key under our kid"),
        pytest.param(lambda: signed(claims(), kid="k2"), id="a kid nobody knows"),
        pytest.param(lambda: jwt.encode(claims(), KEY, algorithm="EdDSA"), id="no kid"),
        pytest.param(lambda: with_algorithm("none", ""), id="algorithm none"),
        pytest.param(lambda: with_algorithm("None", ""), id="algorithm None"),
        pytest.param(hmac_with_public_key, id="HMAC with the public key"),
        pytest.param(lambda: signed(claims(), "x" * 32, "HS256"), id="HMAC"),
        pytest.param(lambda: signed(claims(aud="another")), id="made for another program"),
        pytest.param(lambda: signed(claims(sub="lan")), id="a subject that is no id"),
        pytest.param(lambda: signed(claims(exp="tomorrow")), id="an end that is no time"),
        pytest.param(lambda: signed(claims()) + "x", id="altered signature"),
        pytest.param(lambda: f"{part({'alg': 'EdDSA', 'kid': ['k1']})}.{part({})}.x", id="a kid that is no text"),
        *(
            pytest.param(lambda missing=missing: signed(claims(**{missing: None})), id=f"without {missing}")
            for missing in ("exp", "iat", "sub", "aud", "jti")
        ),
    ],
)
def test_a_token_that_is_not_wholly_ours_is_refused(forged: Callable[[], str]) -> None:
    with pytest.raises(NotSignedIn):
        TOKENS.read(forged())


def test_another_persons_claims_under_a_good_signature_are_refused() -> None:
    head, _, signature = TOKENS.issue(LAN).split(".")
    other = part(claims(sub=str(uuid7()), iat=int(NOW.timestamp()), exp=int((NOW + ACCESS_FOR).timestamp())))

    with pytest.raises(NotSignedIn):
        TOKENS.read(f"{head}.{other}.{signature}")


@given(st.text())
def test_no_text_at_all_breaks_it(junk: str) -> None:
    with pytest.raises(NotSignedIn):
        TOKENS.read(junk)


def test_the_key_is_made_once_and_only_we_can_read_it(tmp_path: Path) -> None:
    first = Tokens.open(tmp_path / "keys", ManualClock(NOW))
    second = Tokens.open(tmp_path / "keys", ManualClock(NOW))

    (file,) = (tmp_path / "keys").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert second.read(first.issue(LAN)) == LAN


def test_a_new_key_signs_while_tokens_of_the_old_one_are_still_believed(tmp_path: Path) -> None:
    old = Tokens.open(tmp_path, ManualClock(NOW))
    (tmp_path / "access-0002.pem").write_bytes(
        OTHER_KEY.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )

    new = Tokens.open(tmp_path, ManualClock(NOW))

    assert new.read(old.issue(LAN)) == LAN
    with pytest.raises(NotSignedIn):
        old.read(new.issue(LAN))
