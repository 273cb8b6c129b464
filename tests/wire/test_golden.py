"""The golden files: one per frame, read and written alike by Python, TypeScript and `docs/protocol.md`."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter

from telemed.signaling.codec import encode
from telemed.signaling.frames import CLIENT, SERVER, AnyClientFrame, AnyServerFrame, Droppable, Reliable
from telemed.signaling.hub import Close
from telemed.signaling.resume import Journal

ROOT = Path(__file__).parents[2]
GOLDEN = {path.stem: path for path in sorted((Path(__file__).parent / "golden").glob("*.json"))}
PAGE = (ROOT / "docs/protocol.md").read_text(encoding="utf-8")
LONG = {"snapshot", "consult", "ring"}
"""Shown in the page by a link: a whole consult is too long to read there."""


def models(union: Any) -> dict[str, type[BaseModel]]:
    return {model.model_fields["type"].default: model for model in get_args(get_args(union)[0])}


SENT, TOLD = models(AnyClientFrame), models(AnyServerFrame)


def golden(name: str) -> Any:
    return json.loads(GOLDEN[name].read_text(encoding="utf-8"))


def test_every_frame_has_its_file_and_every_file_its_frame() -> None:
    assert GOLDEN.keys() == SENT.keys() | TOLD.keys()
    assert not SENT.keys() & TOLD.keys()


@pytest.mark.parametrize("name", GOLDEN)
def test_python_reads_it_and_writes_the_same(name: str) -> None:
    adapter: TypeAdapter[Any] = CLIENT if name in SENT else SERVER

    frame = adapter.validate_json(GOLDEN[name].read_bytes())

    assert type(frame) is (SENT | TOLD)[name]
    assert json.loads(frame.model_dump_json()) == golden(name)


@pytest.mark.parametrize("name", [name for name, model in TOLD.items() if issubclass(model, Reliable)])
def test_a_reliable_frame_is_numbered_by_splicing(name: str) -> None:
    frame = SERVER.validate_python(golden(name) | {"s": 0})
    assert isinstance(frame, Reliable)
    journal = Journal()
    journal.attach(0)

    journal.append(encode(frame))

    assert json.loads(journal.take() or b"") == golden(name) | {"s": 1}


def test_what_is_not_reliable_has_no_number() -> None:
    unnumbered = {name: model for name, model in TOLD.items() if "s" not in model.model_fields}

    loose = {name for name, model in unnumbered.items() if not issubclass(model, Droppable)}
    assert loose == {"welcome", "pong", "knock", "done", "problem", "drain"}


def test_the_page_shows_every_frame_as_its_golden_file_has_it() -> None:
    shown = {}
    for block in re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL):
        frame = json.loads(block)
        shown[frame["type"]] = frame

    assert shown == {name: golden(name) for name in GOLDEN.keys() - LONG}
    for name in LONG:
        assert f"../tests/wire/golden/{name}.json" in PAGE


def test_the_page_has_a_heading_for_every_frame() -> None:
    assert set(re.findall(r"^#### `(\w+)`", PAGE, re.MULTILINE)) == GOLDEN.keys()


def test_the_page_names_every_close_code_and_every_problem() -> None:
    codes = set()
    for source in (ROOT / "telemed/signaling").glob("*.py"):
        codes |= set(re.findall(r'code = "([a-z_.]+)"', source.read_text(encoding="utf-8")))
        codes |= set(re.findall(r'kind, code = Kind\.\w+, "([a-z_.]+)"', source.read_text(encoding="utf-8")))

    assert {code for code in codes if f"`{code}`" not in PAGE} == set()
    assert {code for code in Close if f"| {int(code)} |" not in PAGE} == set()
