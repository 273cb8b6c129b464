"""What a log line may hold: ids, codes and numbers. What reads like a person, a secret or prose is withheld."""

import logging
import re
import sys
import traceback
from collections.abc import Iterable
from datetime import date, timedelta
from types import TracebackType
from typing import Any, Final, Literal, TextIO
from uuid import UUID

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

LogFormat = Literal["auto", "json", "plain"]

WITHHELD: Final = "withheld"
_PRIVATE: Final = frozenset(
    {"address", "authorization", "body", "candidate", "cookie", "email", "name", "names", "note", "password", "phone"}
    | {"query", "sdp", "secret", "text", "ticket", "title", "token"}
)
"""A key with one of these words in it (`full_name`, `refresh_token`) is withheld whatever its value."""

_CODE = re.compile(r"[A-Za-z0-9_.:/@{}<>+*\-]{0,200}")
"""Ids, codes, route templates, places in the source. No spaces: people's names and sentences have them."""


class _FromLibrary(str):
    """A library's own constant words, let through."""

    __slots__ = ()


def configure(log_format: LogFormat = "auto", stream: TextIO | None = None) -> None:
    """Send our log lines and the libraries' warnings to `stream` (stderr): JSON, or coloured for a terminal."""
    out = stream or sys.stderr
    plain = log_format == "plain" or (log_format == "auto" and out.isatty())
    renderer: Processor = (
        structlog.dev.ConsoleRenderer(colors=out.isatty()) if plain else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            _name_the_error,
            _withhold,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(out),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Libraries()]
    root.setLevel(logging.WARNING)
    logging.captureWarnings(True)


class _Libraries(logging.Handler):
    """Standard logging, of the libraries we use. Arguments stay out, and so do all lines but the first."""

    def emit(self, record: logging.LogRecord) -> None:
        words = (str(record.msg).splitlines() or [""])[0][:200]
        structlog.get_logger().log(
            record.levelno, "library", logger=record.name, said=_FromLibrary(words), exc_info=record.exc_info
        )


def _name_the_error(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """An exception's kind and place. Its message can quote a row or a request, so that is never written."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = [type(part).__qualname__ for part in _chain(error)]
        event["where"] = _places(error.__traceback__)
    return event


def _chain(error: BaseException | None) -> Iterable[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)
    return [f"{'/'.join(frame.filename.split('/')[-3:])}:{frame.lineno}:{frame.name}" for frame in frames[-12:]]


def _withhold(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {key: WITHHELD if _PRIVATE & set(key.split("_")) else _safe(value) for key, value in event.items()}


def _safe(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | _FromLibrary():
            return value
        case UUID() | date() | timedelta():
            return str(value)
        case str():  # an Enum of strings too
            return str(value) if _CODE.fullmatch(value) else WITHHELD
        case list() | tuple() | set() | frozenset():
            return [_safe(part) for part in value]
    return WITHHELD
