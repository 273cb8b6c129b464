"""What is said at the edge about copies of papers."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.api_model import ApiModel
from telemed.records.copies import Form, Standing


class NewCopy(ApiModel):
    form: Form
    document_id: UUID
    """The minutes (also for an extract), the referral, the follow-up."""


class CopyView(ApiModel):
    id: UUID
    code: str
    form: Form
    number: str
    made_at: AwareDatetime


class PaperStanding(ApiModel):
    """All that anybody with the code is told: nothing of the patient, nobody's name."""

    standing: Standing
    form: Form
    number: str
    issued_by: str
    dated_on: date
    valid_until: date | None


class PaperCase(ApiModel):
    """What staff who may see the paper are told besides."""

    standing: Standing
    form: Form
    number: str
    consult_id: UUID
    document_id: UUID
    issuer: FacilityRef
    made_by: PersonRef
    made_at: AwareDatetime
