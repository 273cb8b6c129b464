"""The AsyncAPI document names every frame once, with its direction, its class, and a schema that is there."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from telemed.signaling import asyncapi, frames
from tests.wire.test_golden import GOLDEN, SENT, TOLD

DOCS = Path(__file__).parents[2] / "docs"
DOCUMENT = asyncapi.document()
SCHEMAS = json.loads((DOCS / "frames.schema.json").read_text(encoding="utf-8"))["$defs"]


def operation(name: str) -> set[str]:
    return {one["$ref"].rpartition("/")[2] for one in DOCUMENT["operations"][name]["messages"]}


def classes() -> dict[str, str]:
    return {name: one["x-class"] for name, one in DOCUMENT["components"]["messages"].items()}


def test_every_frame_stands_in_its_direction() -> None:
    assert operation("hear") == SENT.keys()
    assert operation("say") == TOLD.keys()
    assert (
        DOCUMENT["components"]["messages"].keys() == DOCUMENT["channels"]["socket"]["messages"].keys() == GOLDEN.keys()
    )


def test_every_payload_is_a_schema_that_is_there_and_of_that_type() -> None:
    for name, message in DOCUMENT["components"]["messages"].items():
        file, _, schema = message["payload"]["$ref"].partition("#/$defs/")
        assert (DOCS / file).is_file()
        assert SCHEMAS[schema]["properties"]["type"]["const"] == name


def test_what_is_numbered_is_reliable_and_nothing_else() -> None:
    numbered = {name for name, model in TOLD.items() if "s" in model.model_fields}

    assert {name for name, kind in classes().items() if kind.startswith("reliable")} == numbered


def test_what_coalesces_names_fields_that_it_has() -> None:
    for name, message in DOCUMENT["components"]["messages"].items():
        if "x-topic" in message:
            told = frames.SERVER.validate_json(GOLDEN[name].read_bytes())
            assert isinstance(told, frames.ServerFrame)
            assert told.topic is not None
            other = told.model_copy(update=_other(told, message["x-topic"][0]))
            assert other.topic != told.topic, "another thing has another topic"


def test_only_what_nobody_misses_is_droppable() -> None:
    assert {name for name, kind in classes().items() if kind == "droppable"} >= {"measured", "writing", "peer_writing"}
    assert classes()["join"] == "answered by id"


def _other(told: BaseModel, path: str) -> dict[str, Any]:
    field, _, inner = path.partition(".")
    if inner:
        return {field: getattr(told, field).model_copy(update={inner: "another"})}
    return {field: "another"}
