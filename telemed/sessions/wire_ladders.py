"""What the edge says of ladders: one case's as it climbs, a hospital's plans, and what a plan would do."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty, Tier, Urgency
from telemed.schedules import Phone
from telemed.sessions.ladders import LONGEST_WAIT, MOST_STEPS, SHORTEST_WAIT, SkipReason
from telemed.sessions.model import RingState, StepKind, Why
from telemed.sessions.model_deliveries import Channel, DeliveryState

# -- one case's ladder -------------------------------------------------------------------------------------------------


class RungChannel(ApiModel):
    channel: Channel
    state: DeliveryState


class RungPerson(ApiModel):
    ring_id: UUID
    person: PersonRef
    state: RingState
    why: Why
    ended_at: datetime | None
    note: str | None
    channels: list[RungChannel] = Field(description="How far the ring came by each way it was sent.")


class StepAhead(ApiModel):
    kind: StepKind
    hospital: FacilityRef | None = Field(description="Where it is another than the one that was asked.")
    starts_at: datetime | None = Field(description="If nobody takes it before; null once the case moved on.")


class LadderStep(ApiModel):
    """One step of the ladder. `waiting` steps come later; times are the server's plan if nobody answers."""

    index: int
    kind: StepKind
    state: Literal["waiting", "ringing", "over", "skipped"]
    people: list[RungPerson]
    started_at: datetime | None
    deadline_at: datetime | None
    skip_reason: SkipReason | None
    hospital: FacilityRef | None = Field(description="Where it is another than the one that was asked.")
    group: int = Field(description="Steps with the same number ring together.")
    with_previous: bool


class Ladder(ApiModel):
    round: int
    number: int = Field(description="Of the ladder's version it was sent with; 0: the built-in one.")
    steps: list[LadderStep]
    ended_at: datetime | None
    restarts_at: datetime | None


# -- a hospital's plans ------------------------------------------------------------------------------------------------

Wait = Annotated[
    int,
    Field(ge=int(SHORTEST_WAIT.total_seconds()), le=int(LONGEST_WAIT.total_seconds())),
]


class Waits(ApiModel):
    """How long the step rings before the next one does, in seconds; null: for this urgency it is not there."""

    stat: Wait | None
    urgent: Wait | None
    routine: Wait | None = Field(description="Working time.")


class PlanStep(ApiModel):
    kind: StepKind
    place: Literal["own", "second"] | UUID = Field(description="`second`: the station's second hospital, by its day.")
    wait_s: Waits
    with_previous: Annotated[list[Urgency], Field(max_length=len(Urgency))] = Field(
        description="For these it rings together with the step before it."
    )


class PlanOptions(ApiModel):
    skip_in_call: bool = Field(description="Pass over who is in a call; never for an emergency nor at the last step.")


Steps = Annotated[list[PlanStep], Field(min_length=1, max_length=MOST_STEPS)]


class NewPlan(ApiModel):
    """Rings every case sent from now on; those that ring keep theirs. The last step is the duty leader."""

    specialty: Specialty | None = Field(description="Null: for every specialty that has no ladder of its own.")
    seen_number: int = Field(ge=0, description="The version the screen saw; 0: there was none.")
    steps: Steps
    options: PlanOptions
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class Plan(ApiModel):
    id: UUID | None = Field(description="Null: the built-in ladder.")
    specialty: Specialty | None
    number: int
    steps: list[PlanStep]
    options: PlanOptions
    reason: str
    made_by: PersonRef | None
    made_at: datetime | None
    ended_at: datetime | None = Field(description="When a newer version took its place; null: it rings new cases.")
    ringing: int = Field(description="Cases that wait on it now.")


class PlanList(ApiModel):
    hospital: FacilityRef
    plans: list[Plan] = Field(
        description="Those that ring new cases; a specialty that is not here has the general one."
    )
    versions: list[Plan] = Field(description="Every version that was, the newest first.")
    built_in: Plan = Field(description="What rings where nothing was ever set.")
    stations: list[FacilityRef] = Field(description="Whose cases it rings today.")
    hospitals: list[FacilityRef] = Field(description="What a step may name.")
    may_set: list[Specialty | None] = Field(description="Null: the general one.")


# -- what a plan would do ----------------------------------------------------------------------------------------------


class DraftPlan(ApiModel):
    """A plan that is not saved yet."""

    steps: Steps
    options: PlanOptions


class DryRunCommand(ApiModel):
    """Who would be rung, and when, if nobody ever answered. Nobody is rung and nothing is kept."""

    station_id: UUID
    specialty: Specialty
    urgency: Urgency
    at: AwareDatetime | None = Field(
        default=None, description="Null: now, with who can be reached now; at any other time everyone can."
    )
    plan: DraftPlan | None = Field(default=None, description="Null: the one that rings new cases.")


class DryPerson(ApiModel):
    person: PersonRef
    why: Why
    tier: Tier | None
    shift_id: UUID | None


class DryRing(ApiModel):
    """One step, rung or passed over."""

    at_ms: int = Field(description="After the request was sent.")
    at: datetime
    until_ms: int | None = Field(description="When it stops ringing; null: it was passed over.")
    step: int
    kind: StepKind
    hospital: FacilityRef | None = Field(description="Where it is another than the one that was asked.")
    group: int
    people: list[DryPerson]
    skip_reason: SkipReason | None


class DryRun(ApiModel):
    at: datetime
    rings: list[DryRing]
    ends_ms: int | None = Field(description="When nobody is left to ring; null: the request expires before.")
    roster_version: int | None
    ladder_number: int | None = Field(description="Null: a plan that is not saved.")
    answerers: int = Field(description="How many people would be rung.")
    phones: list[Phone] = Field(description="What the station is shown at the end.")


class TrialCommand(ApiModel):
    specialty: Specialty | None = None
    plan: DraftPlan


class Situation(ApiModel):
    station: FacilityRef
    specialty: Specialty
    at: datetime
    urgency: Urgency


class Trial(ApiModel):
    """The plan in many situations of the coming days."""

    situations: int
    answered: int = Field(description="In which somebody is rung.")
    straight_to_second: int = Field(description="Of them, those whose first step is passed over at once.")
    passed_over: list[Situation]
    unanswered: list[Situation]
