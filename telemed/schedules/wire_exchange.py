"""What the edge says of the roster as a file: what an import took or found wrong, and the links calendars read."""

from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel, FileBody
from telemed.schedules.sheets import FaultCode

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSX_AT_MOST: Final = 2 * 1024 * 1024

Sheet = Annotated[bytes, FileBody(XLSX, XLSX_AT_MOST)]


Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 1, 1))]
"""Sheets reckon some days around it, which the calendar's own ends do not have."""


class RosterDays(ApiModel):
    """Which part of a roster goes into a file."""

    from_day: Day
    days: int = Field(default=14, ge=1, le=42)
    draft: bool = Field(default=False, description="As it will be: with the draft. For whoever plans here.")


class WallDays(ApiModel):
    from_day: Day
    days: int = Field(default=14, ge=1, le=28)


class SheetFault(ApiModel):
    """One thing that keeps a file from being taken."""

    sheet: str = Field(description="The sheet's own name; empty where the file itself is at fault.")
    cell: str | None = Field(description="Such as “C7”; null where no one cell is at fault.")
    code: FaultCode
    params: dict[str, str | int] = Field(description="`text` is what the cell says, cut short.")


class LeaveSeen(ApiModel):
    """The file says that somebody is away, and no leave is kept for them on that day."""

    person: PersonRef
    day: date


class ImportResult(ApiModel):
    """With any fault nothing was taken. Sent again, what was taken already counts no more."""

    added: int = Field(description="Shifts now in the draft that were not planned before.")
    removed: int = Field(description="Shifts that were planned and are not any more.")
    people: int
    days: int
    past_days: int = Field(description="Columns left aside: what was is history.")
    leave: list[LeaveSeen] = Field(description="An import keeps no leave: whoever plans may keep these.")
    faults: list[SheetFault]
    more_faults: int = Field(description="Not listed: the list ends somewhere.")


class CalendarLinkView(ApiModel):
    id: UUID
    hospital: FacilityRef | None = Field(description="Null: one's own shifts.")
    made_at: datetime
    used_at: datetime | None = Field(description="When a calendar last read it.")


class CalendarLinkList(ApiModel):
    links: list[CalendarLinkView] = Field(description="One's own that were not revoked, the newest first.")
    hospitals: list[FacilityRef] = Field(description="Of which one may make a link.")


class NewCalendarLink(ApiModel):
    hospital_id: UUID | None = Field(default=None, description="Null: one's own shifts.")


class CalendarLinkMade(ApiModel):
    link: CalendarLinkView
    path: str | None = Field(
        description="`/ical/….ics` at this origin, told this once. Null: it was told before, and a calendar reads it."
    )
