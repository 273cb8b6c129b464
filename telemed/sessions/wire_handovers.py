"""What the edge says of a case that passes from one specialist to the relief."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from telemed.identity import PersonRef
from telemed.infra.routes import ApiModel
from telemed.sessions.handovers import HandoverState

Words = Annotated[str, Field(min_length=1, max_length=1000)]


class NewHandover(ApiModel):
    """The holder says in words where the case stands; it is theirs until the other says so too."""

    consult_id: UUID
    to_id: UUID
    words: Words


class HandoverAnswer(ApiModel):
    words: Words


class HandoverLine(ApiModel):
    """The last one of a case."""

    id: UUID
    giver: PersonRef
    to: PersonRef
    state: HandoverState
    offered_at: datetime
    answered_at: datetime | None
    words: str | None = Field(description="Null for who does not treat.")
    answer_words: str | None = Field(description="What the other said to it.")


class Relief(ApiModel):
    person: PersonRef
    starts_at: datetime = Field(description="Of the shift that makes them the one to ask.")
    ends_at: datetime
    takes_over: bool = Field(
        description="Their shift begins in the same place when mine ends; else they are on duty now."
    )
    confirmed: bool


class ReliefList(ApiModel):
    """Who could take a case over, the relief first."""

    my_shift_ends_at: datetime | None
    people: list[Relief]
