"""What the edge says of advice by telephone to a station that had no link."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from telemed.identity import PersonRef
from telemed.infra.routes import ApiModel


class NewPhoneAdvice(ApiModel):
    """The hospital's half: joined to its case when the station's half arrives, or at once if it is here already."""

    hospital_id: UUID
    code: Annotated[str, Field(max_length=20, description="As read out: eight digits, the last one checks the others.")]
    caller: Annotated[str, Field(max_length=200, description="Who telephoned, and from where.")] = ""
    subject: Annotated[str, Field(max_length=200, description="Of whom it was, without a name.")] = ""
    told: Annotated[str, Field(max_length=4000, description="What the station told.")] = ""
    advice: Annotated[str, Field(min_length=1, max_length=4000)]
    given_at: AwareDatetime


class PhoneAdviceView(NewPhoneAdvice):
    id: UUID
    given_by: PersonRef
    made_at: datetime = Field(description="When it was written down.")
    consult_id: UUID | None = Field(description="The case it belongs to; null while that waits at the station.")
    consult_code: str | None = Field(description="Null also where the one who asks may not see that case.")
    merged_at: datetime | None


class PhoneAdviceList(ApiModel):
    advices: list[PhoneAdviceView]


class PhoneNoteView(ApiModel):
    """The station's half: what it kept of a telephone call."""

    id: UUID
    at: datetime
    by: PersonRef
    number: str
    spoke_with: str
    advice: str
