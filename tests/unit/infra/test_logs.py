"""No person, no secret and no prose gets into a log line, however it was handed in."""

import json
import logging
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
import structlog

from telemed.infra import logs
from telemed.kernel.values import Urgency

Written = StringIO


@pytest.fixture
def written() -> Iterator[StringIO]:
    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = StringIO()
    logs.configure("json", stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.handlers, root.level = handlers, level
    structlog.configure(**before)


def only(written: StringIO) -> dict[str, Any]:
    (line,) = written.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_ids_codes_numbers_and_times_are_written(written: StringIO) -> None:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    consult = UUID(int=7)

    structlog.get_logger().info(
        "ring_started",
        consult=consult,
        urgency=Urgency.STAT,
        step=2,
        late=False,
        due_at=at,
        after=timedelta(seconds=90),
    )

    line = only(written)
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "ring_started",
        "level": "info",
        "consult": str(consult),
        "urgency": "stat",
        "step": 2,
        "late": False,
        "due_at": "2026-03-01 00:00:00+00:00",
        "after": "0:01:30",
    }


@pytest.mark.parametrize(
    "given",
    [
        {"name": "Lan"},
        {"patient_name": "Lan"},
        {"refresh_token": "Lan"},
        {"password": "Lan"},
        {"sdp": "Lan"},
        {"who": "Giang Thi Lan"},
        {"who": "Làn"},
        {"who": ["ok", "Giang Lan"]},
        {"who": {"first": "Lan"}},
        {"who": b"Lan"},
        {"who": KeyError("Lan")},
        {"who": "Lan" * 100},
    ],
)
def test_what_could_be_a_person_or_a_secret_is_withheld(written: StringIO, given: dict[str, object]) -> None:
    structlog.get_logger().warning("something", **given)

    assert "withheld" in written.getvalue()
    assert "Lan" not in written.getvalue()


def test_an_event_is_a_constant_word_not_a_sentence_with_values_in_it(written: StringIO) -> None:
    structlog.get_logger().info("ring for Lan started")

    assert only(written)["event"] == "withheld"


def test_an_exception_is_told_by_kind_and_place_never_by_its_words(written: StringIO) -> None:
    try:
        try:
            raise KeyError("Lan")
        except KeyError as inner:
            raise ValueError("row (Lan) violates") from inner
    except ValueError:
        structlog.get_logger().exception("failed")

    line = only(written)
    assert line["error"] == ["ValueError", "KeyError"]
    assert line["where"][-1].startswith("unit/infra/test_logs.py:")
    assert "Lan" not in written.getvalue()


def test_libraries_warnings_come_without_their_arguments_and_lower_lines_are_left_out(written: StringIO) -> None:
    logging.getLogger("library").warning("Error handling request from %s\nbody: Lan", "Lan")
    logging.getLogger("library").info("chatter")

    line = only(written)
    assert (line["logger"], line["level"], line["said"]) == ("library", "warning", "Error handling request from %s")
    assert "Lan" not in written.getvalue()


def test_pythons_own_warnings_are_logged_too(written: StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old", stacklevel=1)

    assert only(written)["logger"] == "py.warnings"


def test_a_terminal_gets_lines_for_people_and_a_pipe_gets_json() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    before, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers, root.level
    terminal, pipe = Terminal(), StringIO()
    for stream in (terminal, pipe):
        logs.configure("auto", stream)
        structlog.get_logger().info("ready", port=8080)
    logging.captureWarnings(capture=False)
    root.handlers, root.level = handlers, level
    structlog.configure(**before)

    assert "ready" in terminal.getvalue()
    assert not terminal.getvalue().startswith("{")
    assert json.loads(pipe.getvalue())["port"] == 8080
