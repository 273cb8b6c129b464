from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

import pytest
from pydantic import ValidationError

from telemed.infra import events
from telemed.infra.events import Event, UnknownKind
from telemed.kernel.ids import ConsultId, RingId, uuid7
from telemed.kernel.values import Urgency


@dataclass(frozen=True, slots=True)
class KettleBoiled(Event):
    kind: ClassVar[str] = "test_kettle_boiled"
    ring: RingId
    urgency: Urgency
    at: datetime
    cups: tuple[int, ...] = ()
    guest: str | None = None


BOILED = KettleBoiled(ConsultId(uuid7()), RingId(uuid7()), Urgency.STAT, datetime(2026, 11, 22, 3, tzinfo=UTC), (1, 2))


def test_an_event_is_written_as_plain_json_without_its_consult_and_read_back_the_same() -> None:
    fields = events.write(BOILED)

    assert fields == {
        "ring": str(BOILED.ring),
        "urgency": "stat",
        "at": "2026-11-22T03:00:00Z",
        "cups": [1, 2],
        "guest": None,
    }
    assert events.read("test_kettle_boiled", BOILED.consult, fields) == BOILED


def test_a_row_of_an_older_program_is_read_when_the_new_field_has_a_default() -> None:
    fields = events.write(BOILED)
    del fields["guest"], fields["cups"]

    assert isinstance(events.read("test_kettle_boiled", None, fields), KettleBoiled)


def test_a_row_that_does_not_fit_or_is_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValidationError):
        events.read("test_kettle_boiled", None, {"ring": "no id"})
    with pytest.raises(UnknownKind):
        events.read("test_teapot_fell", None, {})


def test_two_events_cannot_share_a_kind() -> None:
    with pytest.raises(TypeError, match="test_kettle_boiled"):
        type("KettleCooled", (Event,), {"kind": "test_kettle_boiled"})
