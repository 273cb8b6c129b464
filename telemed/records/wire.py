"""What the edge says of patients, minutes and decisions."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, SecretStr

from telemed.identity import FacilityRef, PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Sex
from telemed.records.model import (
    BirthPrecision,
    Choice,
    MinutesState,
    Outcome,
    SignatureLine,
)

Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=200)]


class PatientFields(ApiModel):
    """Nothing is mandatory: care never waits for papers (`domain.md` 6.1). Odd values come back as `warnings`."""

    full_name: Annotated[str, Field(max_length=255)] = Field(default="", description="Empty while unknown.")
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = Field(
        default=None, description="Unknown day or month: the first of it; see `birth_precision`."
    )
    birth_precision: BirthPrecision = BirthPrecision.UNKNOWN
    national_id: Annotated[str, Field(max_length=15)] = ""
    insurance_no: Annotated[str, Field(max_length=40)] = ""
    ethnicity_code: Annotated[str, Field(pattern=r"^(\d{2})?$")] = ""
    phone: Annotated[str, Field(max_length=20)] = ""
    commune_code: Annotated[str, Field(pattern=r"^(\d{5})?$")] = ""
    village: Line = ""
    occupation: Line = ""
    representative: Line = Field(default="", description="Name and relation of the one who speaks for the patient.")
    language: Line = Field(default="", description="Language spoken, if an interpreter is needed.")


class NewPatient(PatientFields):
    station_id: UUID


class PatientWarning(ApiModel):
    field: str
    code: str


class PatientView(PatientFields):
    id: UUID
    code: str = Field(description="Our own code, used while no name or number is known.")
    station_id: UUID
    version: int
    warnings: list[PatientWarning]
    age_months: int | None
    open_consult_id: UUID | None


class PatientChange(ApiModel):
    seen_version: int
    fields: PatientFields
    reason: Annotated[str, Field(max_length=500)] = Field(default="", description="Why it is corrected; kept with it.")


class PatientCorrection(ApiModel):
    """One particular as it was before a correction, and after it."""

    field: str
    before: str
    after: str
    reason: str
    changed_by: PersonRef
    changed_at: datetime


class PatientHistory(ApiModel):
    corrections: list[PatientCorrection] = Field(description="The newest first.")


class PatientSearch(ApiModel):
    text: Annotated[str, Field(min_length=2, max_length=100)]


class PatientIds(ApiModel):
    ids: Annotated[list[UUID], Field(max_length=50)]


class PatientList(ApiModel):
    patients: list[PatientView]


FieldName = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up"]
"""Parts of the minutes; the last five are the conclusion, none of which may stay empty (TT 49/2017)."""


class MinutesField(ApiModel):
    text: str
    version: int
    edited_by: PersonRef | None
    edited_at: datetime | None


class Opinion(ApiModel):
    id: UUID
    by: PersonRef
    facility: FacilityRef
    at: datetime
    text: str


class SignatureView(ApiModel):
    line: SignatureLine
    by: PersonRef
    at: datetime
    document_hash: str


class MinutesView(ApiModel):
    id: UUID
    consult_id: UUID
    number: str | None = Field(description="Given when the last line is signed.")
    state: MinutesState
    version: int
    fields: dict[FieldName, MinutesField]
    opinions: list[Opinion]
    missing: list[FieldName] = Field(description="Conclusion items still empty.")
    concluded_at: datetime | None
    chair: PersonRef | None
    requester: PersonRef
    signatures: list[SignatureView]
    my_lines: list[SignatureLine] = Field(description="Lines the one who asks may sign now.")
    document_hash: str = Field(description="SHA-256 of what a signature would cover now.")
    incidents: list[str] = Field(description="Codes with times of technical incidents taken from the call.")
    masked: bool = Field(default=False, description="True: a restricted label hides the words from who does not treat.")


class MinutesChange(ApiModel):
    """One field. `seen_version` is that field's version on the screen; if it moved on, `minutes.field_changed`."""

    field: FieldName
    text: Text
    seen_version: int


class NewOpinion(ApiModel):
    text: Annotated[str, Field(min_length=1, max_length=4000)]


class SignCommand(ApiModel):
    """The password is asked each time; the hash proves the signer saw this text and no other."""

    lines: Annotated[list[SignatureLine], Field(min_length=1, max_length=2)]
    password: SecretStr = Field(max_length=256)
    document_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class NewDecision(ApiModel):
    """What the treating clinician does with the advice (Law 15/2023 Art. 64: the clinician decides)."""

    consult_id: UUID
    choice: Choice
    reason: Annotated[str, Field(max_length=1000)] = Field(default="", description="Asked for unless `follow`.")
    changed_items: list[FieldName] = Field(default=[], description="Asked for when `modify`.")
    outcomes: Annotated[list[Outcome], Field(min_length=1, max_length=6)]
    follow_up_on: date | None = None
    note: Annotated[str, Field(max_length=1000)] = ""


class DecisionView(ApiModel):
    id: UUID
    consult_id: UUID
    choice: Choice
    reason: str
    changed_items: list[FieldName]
    outcomes: list[Outcome]
    follow_up_on: date | None
    note: str
    decided_by: PersonRef
    decided_at: datetime
    masked: bool = Field(default=False, description="True: a restricted label hides the words from who does not treat.")
