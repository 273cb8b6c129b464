"""What the edge says when somebody wants a gap filled now."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, Field

from telemed.identity import PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty


class NewNudge(ApiModel):
    """Tell the heads of a specialty now that these hours have no first tier."""

    hospital_id: UUID
    specialty: Specialty
    starts_at: AwareDatetime = Field(description="Any moment of the gap.")


class Nudged(ApiModel):
    """The gap around that moment, and who was told of it."""

    starts_at: datetime
    ends_at: datetime
    told: list[PersonRef]
