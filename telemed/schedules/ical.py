"""Duty as iCalendar (RFC 5545): each shift one event whose identity never changes, cancelled where it is given away.

No alarm, no colleague's telephone, nothing of any patient: a calendar program keeps what it reads wherever it likes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from telemed.kernel.ids import FacilityId, UserId
from telemed.schedules.model import STANDING, Shift
from telemed.schedules.sheets import NUMBERS, place_name, word

AGAIN_AFTER: Final = timedelta(hours=1)
PRODUCT: Final = "-//Telemed//Duty roster//VI"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A shift, and when a version of its roster last changed it."""

    shift: Shift
    told_at: datetime


def calendar(
    title: str,
    occasions: Iterable[Occasion],
    hospitals: Mapping[FacilityId, str],
    names: Mapping[UserId, str] | None = None,
) -> bytes:
    """With `names` each event says whose shift it is."""
    from icalendar import Calendar, Event, vText

    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(title))  # the library escapes by itself only what RFC 5545 has
    made.add("name", vText(title))
    made.add("refresh-interval", AGAIN_AFTER, parameters={"value": "DURATION"})
    made.add("x-published-ttl", "PT1H")
    for occasion in occasions:
        shift = occasion.shift
        stands = shift.state in STANDING
        summary = summary_of(shift, names)
        event = Event()
        event.add("uid", f"shift-{shift.id}@telemed")
        event.add("dtstamp", occasion.told_at.astimezone(UTC))
        event.add("last-modified", occasion.told_at.astimezone(UTC))
        # A shift's row is never rewritten: it is made, and at most once it ends.
        event.add("sequence", 0 if stands else 1)
        event.add("status", "CONFIRMED" if stands else "CANCELLED")
        event.add("dtstart", shift.starts_at.astimezone(UTC))
        event.add("dtend", shift.ends_at.astimezone(UTC))
        event.add("summary", summary if stands else word("calendar", "cancelled").format(summary=summary))
        event.add("location", hospitals[shift.hospital])
        event.add("transp", "TRANSPARENT" if names is not None or not stands else "OPAQUE")
        made.add_component(event)
    return bytes(made.to_ical())


def summary_of(shift: Shift, names: Mapping[UserId, str] | None) -> str:
    said = word("calendar", "leader")
    if shift.specialty is not None:
        place = place_name(shift.specialty)
        said = word("calendar", "shift").format(specialty=place, tier=NUMBERS[shift.tier])
    return f"{said}: {names[shift.person]}" if names else str(said)
