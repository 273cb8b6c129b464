"""Whatever arrives on a socket or calls itself SDP: it is parsed, or refused by a DomainError, and never quoted."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from telemed.media.model import BadOffer, require_offer
from telemed.signaling import codec, frames
from telemed.signaling.call import BadDescription, judge_description

GOLDEN = Path(__file__).parents[2] / "wire" / "golden"
GOOD = [
    frame
    for path in sorted(GOLDEN.glob("*.json"))
    for frame in [json.loads(path.read_text(encoding="utf-8"))]
    if frame["type"] in {kind.model_fields["type"].default for kind in frames.ClientFrame.__subclasses__()}
]
SECRET = "Giang-Thi-Lan-0123456789"

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(SECRET),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=10,
)


def read(raw: bytes) -> None:
    """Parse it, or be refused in a way that could be told."""
    refused = None
    try:
        codec.read(raw)
    except codec.BadFrame as error:
        refused = error
    if refused:
        assert SECRET not in codec.problem(refused, refused.ref).model_dump_json()
        assert refused.errors


@given(st.binary(max_size=4096))
@example(b"[" * 60_000)
@example(b'{"a":' * 12_000)
@example(b'{"type":"hello","ticket":"\\ud800"}')
@example(b'{"id":' + b"9" * 5000 + b',"type":"ping"}')
@example(b'{"type":"ping","type":"hello"}')
@example(b"\xef\xbb\xbf{}")
def test_any_bytes(raw: bytes) -> None:
    read(raw)


@given(JSON)
def test_any_json(value: object) -> None:
    read(json.dumps(value).encode())


def paths(value: object, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [here] if here else []
    if isinstance(value, dict):
        found += [path for key in value for path in paths(value[key], (*here, key))]
    if isinstance(value, list):
        found += [path for index in range(len(value)) for path in paths(value[index], (*here, index))]
    return found


def changed(frame: Any, path: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    copy = json.loads(json.dumps(frame))
    place = copy
    for step in path[:-1]:
        place = place[step]
    change(place, path[-1])
    return copy


@given(st.data())
def test_a_good_frame_with_one_part_replaced_removed_or_doubled(data: st.DataObject) -> None:
    frame = data.draw(st.sampled_from(GOOD))
    path = data.draw(st.sampled_from(paths(frame)))
    match data.draw(st.sampled_from(["replace", "remove", "add"])):
        case "replace":
            value = data.draw(JSON)
            bad = changed(frame, path, lambda place, key: place.__setitem__(key, value))
        case "remove":
            bad = changed(frame, path, lambda place, key: place.__delitem__(key))
        case _:
            bad = frame | {SECRET: SECRET}

    read(json.dumps(bad).encode())


def test_every_kind_of_frame_a_page_sends_is_tried() -> None:
    kinds = {kind.model_fields["type"].default for kind in frames.ClientFrame.__subclasses__()}

    assert {frame["type"] for frame in GOOD} == kinds


LINE = st.sampled_from(
    [
        "v=0",
        "o=- 1 1 IN IP4 127.0.0.1",
        "s=-",
        "t=0 0",
        "m=audio 9 UDP/TLS/RTP/SAVPF 111",
        "m=video 9 x 96",
        "m=",
        "m=text",
    ]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SDP = st.builds(
    lambda lines, end: end.join(lines) + end, st.lists(LINE, max_size=12), st.sampled_from(["\r\n", "\n", "\r"])
)


@given(SDP | st.text(st.characters(exclude_categories=["Cs"]), max_size=2000))
@example("v=0\r\n" + "a=\r\n" * 9000)
@example("v=0\n" + "a" * 40_000)
@example("v=0\r\n" + "m=audio\r\n" * 5000)
def test_any_session_description(sdp: str) -> None:
    told: list[object] = []
    for judge in (judge_description, require_offer):
        try:
            judge(sdp)
        except (BadDescription, BadOffer) as refused:
            told += refused.params.values()
    assert all(isinstance(value, int) or value in WHY for value in told)


WHY = {"too_long", "malformed", "too_many_media", "media_not_allowed"}


@pytest.mark.parametrize("seed", range(3))
def test_a_description_of_lines_that_nearly_fit_takes_no_longer_for_it(seed: int) -> None:
    """What a pattern that tries everything twice would need hours for."""
    made = random.Random(seed)
    sdp = (
        "v=0\r\n" + "".join(made.choice(["a=", "b", "=", "\r", "\n", "\r\n", "a=x\r\n"]) for _ in range(8000)) + "\x00"
    )

    with pytest.raises(BadDescription):
        judge_description(sdp)
