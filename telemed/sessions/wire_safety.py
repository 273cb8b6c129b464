"""What the edge says of what guards a patient: templates of requests, limits, their approval, identifiers compared."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Specialty
from telemed.sessions.case_templates import LONGEST_ANSWER, QuestionKind
from telemed.sessions.identifiers import Identifier
from telemed.sessions.model import Allergy, CaseType

IcdCode = Annotated[str, Field(max_length=8, pattern=r"^([A-Z]\d{2}(\.\d{1,2})?[†*]?)?$")]
"""The form of `domain.md` 6.4; whether a list has it is shown, not asked: care never waits for a code."""
_Answer = Annotated[str, Field(max_length=LONGEST_ANSWER)]
Answers = Annotated[dict[Annotated[str, Field(max_length=32)], _Answer], Field(max_length=20)]
"""By the id of the template's question: `yes`, `no`, `unknown`, or words where it asks for words."""


class TemplateRef(ApiModel):
    id: Annotated[str, Field(max_length=32)]
    version: Annotated[int, Field(ge=1, le=999)]


class AllergyLine(ApiModel):
    """`said_at`: of which consult's time it is, where an earlier one said it."""

    state: Allergy
    text: str
    said_at: datetime | None


class IdentityLine(ApiModel):
    """What one end of a call compared. Which identifiers, never their values."""

    side: Literal["station", "hospital"]
    person: PersonRef
    at: datetime
    identifiers: list[Identifier]
    matches: bool


class NewIdentityCheck(ApiModel):
    identifiers: Annotated[list[Identifier], Field(min_length=2, max_length=len(Identifier))]
    matches: bool = Field(description="False: it may be another patient. It is told to both ends; the call goes on.")


class ApprovalLine(ApiModel):
    """Who took responsibility for these very words, for which hospital."""

    hospital: FacilityRef
    person: PersonRef
    at: datetime
    note: str


class Sheet(ApiModel):
    """What is approved as a whole: the limits of vital signs, or one template."""

    subject: str = Field(description="`vital_limits` or `template.<id>`.")
    version: int
    sha256: str
    made_on: date
    approvals: list[ApprovalLine] = Field(description="That hold now; empty: “chưa được duyệt chuyên môn”.")


class VitalBand(ApiModel):
    from_months: int
    to_months: int | None
    low: Decimal | None
    high: Decimal | None
    critical_low: Decimal | None
    critical_high: Decimal | None


class VitalLimit(ApiModel):
    item: str
    unit: str
    hard_low: Decimal
    hard_high: Decimal
    bands: list[VitalBand]


class VitalLimits(ApiModel):
    limits: list[VitalLimit]
    sheet: Sheet


class Bilingual(ApiModel):
    vi: str
    en: str


class NeededVital(ApiModel):
    field: str
    from_months: int
    to_months: int | None


class TemplateQuestion(ApiModel):
    id: str
    kind: QuestionKind
    flag: str | None = Field(description="The answer that speaks for `stat`.")
    text: Bilingual


class DangerSign(ApiModel):
    item: str
    from_months: int
    to_months: int | None
    below: Decimal | None
    above: Decimal | None


class RequestTemplate(ApiModel):
    id: str
    version: int
    case_type: CaseType
    specialty: Specialty
    title: Bilingual
    vitals: list[NeededVital]
    questions: list[TemplateQuestion]
    danger: list[DangerSign]
    sheet: Sheet


class RequestTemplates(ApiModel):
    """The newest of each kind of case, and older versions that were asked for by name."""

    templates: list[RequestTemplate]


class NewApproval(ApiModel):
    """Of exactly these words: another version in between is refused."""

    hospital_id: UUID
    subject: Annotated[str, Field(max_length=64)]
    version: int
    sha256: Annotated[str, Field(min_length=64, max_length=64)]
    approved: bool = Field(description="False takes an approval back.")
    note: Annotated[str, Field(max_length=500)] = ""


class Sheets(ApiModel):
    """All that can be approved, and at which hospitals the one who asks may."""

    limits: VitalLimits
    templates: list[RequestTemplate]
    mine: list[FacilityRef]
