"""What the edge says of days that are free for all, and of weekend days worked in exchange."""

from datetime import date
from typing import Annotated

from pydantic import Field

from telemed.infra.routes import ApiModel
from telemed.schedules.working_time import DayKind

Day = Annotated[date, Field(ge=date(2020, 1, 1), le=date(2100, 1, 1))]


class Holiday(ApiModel):
    day: Day
    name: Annotated[str, Field(min_length=1, max_length=80)]
    kind: DayKind = Field(description="`working`: a weekend day worked in exchange for a bridge day.")


class HolidayList(ApiModel):
    """The same everywhere. Rosters, patterns, waits of routine cases and terms of papers follow them."""

    today: date
    days: list[Holiday] = Field(description="From the first of last year on, by day.")
    may_set: bool


class RemoveHoliday(ApiModel):
    day: Day
