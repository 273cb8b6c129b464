"""What the edge says of a place's link: what it usually carries, what a month of calls costs, what is set for it."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from telemed.identity import FacilityRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Rung


class LinkCell(ApiModel):
    """One hour of one day of the week, by the local calendar, over the last four weeks."""

    weekday: Annotated[int, Field(ge=0, le=6, description="0 is Monday.")]
    hour: Annotated[int, Field(ge=0, le=23)]
    looks: int
    up_kbps: int | None
    down_kbps: int | None
    rtt_ms: int | None
    loss_pct: float | None
    concealed_pct: float | None
    rung: Rung | None = Field(description="What was held most of the time.")


class UsualHours(ApiModel):
    """From one local hour of the day until another. A picture usually does not fit then."""

    from_hour: int
    until_hour: int
    rung: Rung


class MonthUse(ApiModel):
    """Of calls, voice and picture, and of tests of the line; both ways. Pages and files are not counted."""

    since: datetime
    until: datetime
    bytes: int
    calls: int = Field(description="Hours with a call in them.")


class LinkSettings(ApiModel):
    """`sim` names the card (never its number); another name begins a new count."""

    sim: Annotated[str, Field(max_length=60)] = ""
    cap_mb: Annotated[int | None, Field(ge=1, le=10_000_000)] = Field(
        default=None, description="Megabytes (1,000,000 bytes) a month for calls; null: as many as come."
    )
    capped_rung: Literal[Rung.LOW_VIDEO, Rung.VOICE, Rung.TEXT] = Rung.VOICE
    billing_day: Annotated[int, Field(ge=1, le=28)] = 1


class LinkChange(LinkSettings):
    """All settings as they shall be."""

    seen_changed_at: AwareDatetime | None = Field(
        default=None, description="As the screen saw it: others' word counts."
    )


class LinkPassport(ApiModel):
    facility: FacilityRef
    first_rung: Rung | None = Field(description="What a call that began now would start with; null: too little known.")
    ceiling: Rung | None = Field(description="Not above this rung: the month's megabytes are used up.")
    relay_until: datetime | None = Field(description="Until then calls go by the relay alone.")
    weak_hours: list[UsualHours]
    cells: list[LinkCell]
    month: MonthUse
    before: list[MonthUse] = Field(description="Earlier months, the newest first, at most five.")
    settings: LinkSettings
    changed_at: datetime | None
    may_set: bool


class LinkLine(ApiModel):
    """One place among those one looks after."""

    facility: FacilityRef
    first_rung: Rung | None
    weak_hours: list[UsualHours]
    month: MonthUse
    cap_mb: int | None
    relay_until: datetime | None
    last_seen_at: datetime | None = Field(description="The last hour anything is known of.")


class LinkList(ApiModel):
    links: list[LinkLine]
