"""What an event is: a frozen fact in the past tense, told within the transaction that made it true. No I/O here."""

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from pydantic import TypeAdapter

from telemed.kernel.ids import ConsultId


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all facts. `kind` names one in the database for ever; fields hold ids and codes, never people."""

    kind: ClassVar[str]
    consult: ConsultId | None

    def __init_subclass__(cls) -> None:
        known = _kinds.setdefault(cls.kind, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"two events are of kind {cls.kind!r}: {known.__qualname__}, {cls.__qualname__}")
        _kinds[cls.kind] = cls  # dataclass(slots=True) makes the class a second time: the later one is used


class UnknownKind(Exception):
    """A row of a kind this program does not know: a newer one wrote it."""


_kinds: dict[str, type[Event]] = {}


def write(event: Event) -> dict[str, Any]:
    """The fields as JSON values; `consult` has a column of its own."""
    fields: dict[str, Any] = _adapter_of(event.kind).dump_python(event, mode="json")
    fields.pop("consult")
    return fields


def read(kind: str, consult: ConsultId | None, fields: dict[str, Any]) -> Event:
    """The fact again.

    Raises:
        UnknownKind: nothing here is called that.
        pydantic.ValidationError: the row does not fit the class.
    """
    if kind not in _kinds:
        raise UnknownKind(kind)
    return _adapter_of(kind).validate_python({**fields, "consult": consult})


@cache
def _adapter_of(kind: str) -> TypeAdapter[Event]:
    return TypeAdapter(_kinds[kind])
