"""Whatever somebody sends as a token, the answer is “not signed in”."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telemed.identity.model import NotSignedIn
from tests.unit.identity.test_tokens import KEY, TOKENS, claims, part, signed

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
HEADER = st.fixed_dictionaries(
    {}, optional={"alg": ANY | st.sampled_from(["EdDSA", "none", "HS256", "RS256"]), "kid": ANY | st.just("k1")}
) | st.dictionaries(st.sampled_from(["alg", "kid", "typ", "crit", "jwk", "jku", "x5c", "b64", "zip"]), ANY)
TEXT = st.text(st.characters(codec=None))  # half characters too: that is how bytes of a header that is no UTF-8 arrive


@given(TEXT)
def test_any_text(junk: str) -> None:
    with pytest.raises(NotSignedIn):
        TOKENS.read(junk)


@given(HEADER, ANY, st.binary(max_size=80))
def test_three_parts_of_anything(header: object, body: object, signature: bytes) -> None:
    with pytest.raises(NotSignedIn):
        TOKENS.read(f"{part(header)}.{part(body)}.{base64.urlsafe_b64encode(signature).decode()}")


@given(st.dictionaries(st.sampled_from(["sub", "aud", "iat", "exp", "jti", "sid", "nbf"]), ANY, min_size=1))
def test_strange_claims_even_under_our_own_signature(strange: dict[str, Any]) -> None:
    """Only a key of ours could make it, and then it must not do more than fail."""
    body = json.dumps(claims() | {"iat": 0, "exp": 0} | strange).encode()
    header = json.dumps({"alg": "EdDSA", "kid": "k1"}).encode()
    unsigned = b".".join(base64.urlsafe_b64encode(each).rstrip(b"=") for each in (header, body))
    signature = base64.urlsafe_b64encode(KEY.sign(unsigned)).rstrip(b"=")

    with pytest.raises(NotSignedIn):
        TOKENS.read((unsigned + b"." + signature).decode())


@given(st.data())
def test_a_good_token_with_any_one_character_changed(data: st.DataObject) -> None:
    good = signed(claims())
    at = data.draw(st.integers(0, len(good) - 2))  # the last one holds bits that mean nothing
    other = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != good[at]))

    with pytest.raises(NotSignedIn):
        TOKENS.read(good[:at] + other + good[at + 1 :])


@pytest.mark.parametrize("deep", ["[" * 6000, '{"a":' * 1500, "1" * 6000, '"' + "\\u0000" * 900 + '"'])
def test_a_header_deeper_or_longer_than_a_parser_likes(deep: str) -> None:
    packed = base64.urlsafe_b64encode(deep.encode()).rstrip(b"=").decode()

    with pytest.raises(NotSignedIn):
        TOKENS.read(f"{packed}.{packed}.{packed}")
