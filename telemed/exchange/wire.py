"""What the edge says of keys, of addresses that are told of facts, of reading by key, and of taking in."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from telemed.exchange.bhyt import Variant
from telemed.exchange.model_keys import Data
from telemed.exchange.model_webhooks import Topic
from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel, Verbatim
from telemed.kernel.values import Specialty, Urgency

Name = Annotated[str, Field(min_length=2, max_length=80)]


class NewKey(ApiModel):
    facility_id: UUID
    name: Name = Field(description="Of the system that will hold it.")
    kinds: list[Data]
    expires_at: AwareDatetime = Field(description="Within a year.")


class KeyView(ApiModel):
    id: UUID
    facility: FacilityRef
    name: str
    kinds: list[Data]
    made_by: PersonRef
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None = Field(description="To the minute.")
    revoked_at: datetime | None
    works: bool


class NewKeyView(ApiModel):
    key: KeyView
    token: str | None = Field(description="Shown this once and kept nowhere; null where the same was asked again.")


class NewHook(ApiModel):
    facility_id: UUID
    name: Name
    url: Annotated[str, Field(max_length=500)]
    topics: list[Topic]


class MessageView(ApiModel):
    """One message and how far it came. Of what it was about only ids and codes were told."""

    id: UUID
    topic: Topic
    at: datetime
    state: Literal["waiting", "delivered", "failed"]
    attempts: int
    status: int | None
    tried_at: datetime | None


class HookView(ApiModel):
    id: UUID
    facility: FacilityRef
    name: str
    url: str
    topics: list[Topic]
    made_by: PersonRef
    made_at: datetime
    failing_since: datetime | None
    stopped_at: datetime | None
    stopped_why: Literal["by_hand", "failing"] | None
    old_secret_until: datetime | None = Field(description="Until then the secret before signs too.")
    messages: list[MessageView] = Field(description="The last ones, the newest first.")


class NewHookView(ApiModel):
    hook: HookView
    secret: str | None = Field(description="What signs its messages. Shown this once.")


class NewSecret(ApiModel):
    leaked: bool = Field(default=False, description="The secret before signs nothing from now on.")


class ExchangeDesk(ApiModel):
    """All that the asker looks after."""

    facilities: list[FacilityRef]
    keys: list[KeyView]
    hooks: list[HookView]


# -- by key ------------------------------------------------------------------------------------------------------------


class CasesQuery(ApiModel):
    since: AwareDatetime | None = Field(default=None, description="Only those in which something happened since.")
    after: str | None = Field(default=None, max_length=120, description="`next` of the page before.")
    limit: int = Field(default=100, ge=1, le=500)


class CaseLine(ApiModel):
    id: UUID
    code: str
    state: str
    urgency: Urgency
    specialty: Specialty
    sent_at: datetime
    concluded_at: datetime | None
    closed_at: datetime | None


class CasePage(ApiModel):
    cases: list[CaseLine] = Field(description="By when they were sent, the oldest first.")
    next: str | None


class DutyQuery(ApiModel):
    since: AwareDatetime
    until: AwareDatetime


class BhytDocument(ApiModel):
    """One table of the insurance as XML."""

    table: str
    variant: Variant
    number: str | None = Field(description="Of the paper it is made from.")
    xml: str
    shortened: list[str] = Field(description="Columns whose text was too long and was shortened.")


class BhytDocuments(ApiModel):
    documents: list[BhytDocument]


# -- taking in ---------------------------------------------------------------------------------------------------------


class TakePatient(ApiModel):
    station_id: UUID
    form: Literal["fhir", "csv"]
    text: Annotated[Verbatim, Field(max_length=64_000)]


class TakenFault(ApiModel):
    line: int
    field: str
    code: str


class TakenPatient(ApiModel):
    """Either a patient, or every fault in what was sent."""

    patient_id: UUID | None
    faults: list[TakenFault]


class TakeCodes(ApiModel):
    text: Annotated[Verbatim, Field(max_length=200_000)]


class TakenCodes(ApiModel):
    """Nothing is taken where there is one fault."""

    added: int
    changed: int
    unchanged: int
    faults: list[TakenFault]
