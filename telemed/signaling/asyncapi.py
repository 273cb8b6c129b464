"""What an AsyncAPI 3.0 document says of the socket: its two directions, each frame, its class and what answers it."""

from typing import Any, get_args

from pydantic import BaseModel

from telemed.signaling import frames
from telemed.signaling.frame import ClientFrame, Droppable, Reliable, ServerFrame

SCHEMAS = "./frames.schema.json#/$defs/"
ANSWERS = {"hello": "welcome", "ping": "pong"}


def document() -> dict[str, Any]:
    said, told = _models(frames.AnyClientFrame), _models(frames.AnyServerFrame)
    channel = {"$ref": "#/channels/socket"}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Telemed",
            "version": "1",
            "description": f"The socket protocol {frames.SUBPROTOCOL}; docs/protocol.md says how a page uses it.",
        },
        "defaultContentType": "application/json",
        "channels": {
            "socket": {
                "address": "/ws",
                "title": f"WebSocket with the subprotocol {frames.SUBPROTOCOL}; one JSON object in a text message",
                "messages": {_type(model): {"$ref": f"#/components/messages/{_type(model)}"} for model in said + told},
                "bindings": {"ws": {"method": "GET"}},
            }
        },
        "operations": {
            "hear": _operation("receive", channel, said, "What pages say. Frames of one link are done in order."),
            "say": _operation("send", channel, told, "What the server says."),
        },
        "components": {"messages": {_type(model): _message(model) for model in said + told}},
    }


def _operation(action: str, channel: dict[str, str], models: list[type[BaseModel]], summary: str) -> dict[str, Any]:
    messages = [{"$ref": f"#/channels/socket/messages/{_type(model)}"} for model in models]
    return {"action": action, "channel": channel, "summary": summary, "messages": messages}


def _message(model: type[BaseModel]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": _type(model),
        "summary": (model.__doc__ or "").split("\n")[0],
        "payload": {"$ref": SCHEMAS + model.__name__},
        "x-class": class_of(model),
    }
    if issubclass(model, ServerFrame) and model.latest_of:
        found["x-topic"] = list(model.latest_of)
    if answer := ANSWERS.get(_type(model)):
        found["x-answered-by"] = answer
    return found


def class_of(model: type[BaseModel]) -> str:
    """In the words of docs/protocol.md."""
    if issubclass(model, ClientFrame):
        return "droppable" if model.droppable else "answered by id"
    if issubclass(model, Reliable):
        return "reliable, coalescing" if model.latest_of else "reliable"
    return "droppable" if issubclass(model, Droppable) else "loose"


def _models(union: Any) -> list[type[BaseModel]]:
    return list(get_args(get_args(union)[0]))


def _type(model: type[BaseModel]) -> str:
    return str(model.model_fields["type"].default)
