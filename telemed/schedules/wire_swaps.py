"""What the edge says of swapping shifts: who gives which to whom, how far it is, and what the asker may do with it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier
from telemed.schedules.model_swap import SwapAgainst, SwapState

Words = Annotated[str, Field(max_length=500)]


class SwapShift(ApiModel):
    """One of the two shifts, with the person who has it before the swap."""

    id: UUID
    person: PersonRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime


class SwapMay(ApiModel):
    """What the asker may do with it now."""

    answer: bool
    withdraw: bool
    judge: bool
    undo: bool


class SwapView(ApiModel):
    id: UUID
    hospital: FacilityRef
    give: SwapShift
    take: SwapShift | None = Field(description="None: the other takes the shift over and gives nothing back.")
    proposed_by: PersonRef
    proposed_to: PersonRef
    state: SwapState
    lapsed: bool = Field(description="Still open, but one of the shifts has begun, or is not what it was.")
    reason: str
    proposed_at: datetime
    answered_at: datetime | None
    answer_reason: str
    judged_by: PersonRef | None
    judged_at: datetime | None
    judged_reason: str
    version: int | None = Field(description="The roster version that applied it.")
    undone_by: PersonRef | None
    undone_at: datetime | None
    undone_reason: str
    against: list[SwapAgainst] = Field(description="What would refuse it if it were approved now.")
    may: SwapMay


class SwapList(ApiModel):
    """The asker's own, and those of the specialties they plan; the open ones and those of the last 30 days."""

    swaps: list[SwapView]


class NewSwap(ApiModel):
    give_id: UUID = Field(description="The asker's shift.")
    take_id: UUID | None = Field(default=None, description="The other's shift; none: they take over and give nothing.")
    to_id: UUID
    reason: Words = ""


class SwapAnswer(ApiModel):
    agree: bool
    reason: Words = ""


class SwapJudgement(ApiModel):
    approve: bool
    reason: Words = ""


class SwapUndoing(ApiModel):
    reason: Words = ""


class PartnerShift(ApiModel):
    """A shift of theirs that the asker could have in return."""

    id: UUID
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    against: list[SwapAgainst] = Field(description="Why the asker cannot work it; empty: they can.")


class Partner(ApiModel):
    person: PersonRef
    against: list[SwapAgainst] = Field(description="Why they cannot take this shift over; empty: they can.")
    shifts: list[PartnerShift]


class Partners(ApiModel):
    """Who could swap this shift, the free ones first."""

    shift: SwapShift
    partners: list[Partner]


class ComingShift(ApiModel):
    id: UUID
    hospital: FacilityRef
    specialty: Specialty | None
    tier: Tier
    starts_at: datetime
    ends_at: datetime
    confirmed: bool
    taken_from: PersonRef | None = Field(description="Who had it before a swap.")
    swap: SwapView | None = Field(description="The open swap it is part of, or the applied one that can be undone.")
    may_swap: bool


class ComingShifts(ApiModel):
    """The asker's own within 60 days, the running one among them."""

    shifts: list[ComingShift]
