"""`telemed wire`: what the API and the socket say of themselves, as files; the browser's types are made from them."""

import json
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import TypeAdapter

from telemed.infra.openapi import openapi
from telemed.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    sub.add_parser("wire", help="for developers: write docs/openapi.json, frames.schema.json, asyncapi.json")


def run(_: Namespace, __: Settings) -> int:
    for name, document in documents().items():
        (DOCS / name).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def documents() -> dict[str, dict[str, Any]]:
    """Each file's name in `docs/` and what belongs in it."""
    from telemed.signaling import asyncapi

    return {"openapi.json": _api(), "frames.schema.json": _frames(), "asyncapi.json": asyncapi.document()}


def _api() -> dict[str, Any]:
    from telemed import app
    from telemed.demo import api as demo_api

    async def switch(on: bool) -> bool:
        return on

    with TemporaryDirectory() as folder:  # building makes signing keys; nothing connects to a database
        built = app.build("postgresql+asyncpg://nobody@localhost/none", Settings(data_dir=Path(folder)))
        routes = built.routes(lambda: app.PLAIN_SITE)
        routes.include(demo_api.routes(switch))  # mounted in the demo only, but the browser's types are one set
        return openapi(routes, title="Telemed", version="1")


def _frames() -> dict[str, Any]:
    from telemed.signaling import frames

    found, top = TypeAdapter.json_schemas(
        [("ClientFrame", "validation", frames.CLIENT), ("ServerFrame", "serialization", frames.SERVER)],
        ref_template="#/$defs/{model}",
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Frames",
        "description": f"Every frame of {frames.SUBPROTOCOL}: ClientFrame in, ServerFrame out.",
        "type": "object",
        "properties": {"client": {"$ref": "#/$defs/ClientFrame"}, "server": {"$ref": "#/$defs/ServerFrame"}},
        "required": ["client", "server"],
        "$defs": {**top["$defs"], **{str(name): schema for (name, _), schema in found.items()}},
    }
