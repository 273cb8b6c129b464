import base64
import json
import os
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
from telemed.identity.tokens import ACCESS_FOR, LEEWAY, RETIRED_FOR, Holder, Key, Tokens, add_key, keys_in
from telemed.kernel.clock import ManualClock
from telemed.kernel.ids import SignInId, UserId, uuid7

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
LAN = UserId(uuid7())
SIGN_IN = SignInId(uuid7())
LANS = Holder(LAN, SIGN_IN)
KEY, OTHER_KEY = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
TOKENS = Tokens([Key("k1", NOW, KEY)], ManualClock(NOW))


def claims(**changes: Any) -> dict[str, Any]:
    usual = {"sub": str(LAN), "sid": str(SIGN_IN), "aud": "telemed", "iat": NOW, "exp": NOW + ACCESS_FOR, "jti": "1"}
    return {name: value for name, value in (usual | changes).items() if value is not None}


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
    assert TOKENS.read(TOKENS.issue(LAN, SIGN_IN)) == LANS


def test_a_token_lives_ten_minutes_and_five_seconds_for_clocks_that_differ() -> None:
    clock = ManualClock(NOW)
    tokens = Tokens([Key("k1", NOW, KEY)], clock)
    token = tokens.issue(LAN, SIGN_IN)

    clock.advance(ACCESS_FOR + LEEWAY - timedelta(milliseconds=1))
    assert tokens.read(token) == LANS

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
        pytest.param(lambda: signed(claims(sid="here")), id="a sign-in that is no id"),
        pytest.param(lambda: signed(claims(exp="tomorrow")), id="an end that is no time"),
        pytest.param(lambda: signed(claims()) + "x", id="altered signature"),
        pytest.param(lambda: f"{part({'alg': 'EdDSA', 'kid': ['k1']})}.{part({})}.x", id="a kid that is no text"),
        *(
            pytest.param(lambda missing=missing: signed(claims(**{missing: None})), id=f"without {missing}")
            for missing in ("exp", "iat", "sub", "sid", "aud", "jti")
        ),
    ],
)
def test_a_token_that_is_not_wholly_ours_is_refused(forged: Callable[[], str]) -> None:
    with pytest.raises(NotSignedIn):
        TOKENS.read(forged())


def test_another_persons_claims_under_a_good_signature_are_refused() -> None:
    head, _, signature = TOKENS.issue(LAN, SIGN_IN).split(".")
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
    assert second.read(first.issue(LAN, SIGN_IN)) == LANS


def aged(file: Path, at: datetime) -> None:
    os.utime(file, (at.timestamp(), at.timestamp()))


def test_a_running_server_takes_up_a_new_key_and_believes_the_old_one_for_an_hour(tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    running = Tokens.open(tmp_path, clock)
    aged(tmp_path / "access-0001.pem", NOW - timedelta(days=90))
    clock.advance(timedelta(minutes=5))
    of_old = running.issue(LAN, SIGN_IN)

    new = add_key(tmp_path)
    aged(new, clock.now())

    of_new = running.issue(LAN, SIGN_IN)
    assert new.name == "access-0002.pem"
    assert [jwt.get_unverified_header(token)["kid"] for token in (of_old, of_new)] == [k.kid for k in keys_in(tmp_path)]
    assert running.read(of_old) == running.read(of_new) == LANS


def test_a_key_that_was_replaced_long_ago_is_not_believed(tmp_path: Path) -> None:
    clock = ManualClock(NOW)
    Tokens.open(tmp_path, clock)
    leaked = keys_in(tmp_path)[0].private
    aged(add_key(tmp_path), NOW)
    tokens = Tokens.open(tmp_path, clock)
    kid = keys_in(tmp_path)[0].kid

    assert tokens.read(signed(claims(), leaked, kid=kid)) == LANS
    clock.advance(RETIRED_FOR)
    late = claims(iat=clock.now(), exp=clock.now() + ACCESS_FOR)
    with pytest.raises(NotSignedIn):
        tokens.read(signed(late, leaked, kid=kid))


def test_a_server_that_starts_with_two_keys_signs_with_the_last(tmp_path: Path) -> None:
    old = Tokens.open(tmp_path, ManualClock(NOW))
    before = old.issue(LAN, SIGN_IN)
    aged(add_key(tmp_path), NOW)

    new = Tokens.open(tmp_path, ManualClock(NOW))

    assert new.read(before) == LANS
    assert jwt.get_unverified_header(new.issue(LAN, SIGN_IN))["kid"] == keys_in(tmp_path)[-1].kid
