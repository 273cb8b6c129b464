"""What the edge says of patients: who they are, what looks odd, corrections, and records that may be one person."""

import unicodedata
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from telemed.identity import PersonRef
from telemed.infra.routes import ApiModel
from telemed.kernel.values import Sex
from telemed.records.lists import VIETNAM
from telemed.records.model import BirthPrecision
from telemed.records.twins import Reason
from telemed.sessions import ConsultSummary


def _tidy(text: str) -> str:
    """Composed letters, single spaces; as typed otherwise."""
    return " ".join(unicodedata.normalize("NFC", text).split())


Line = Annotated[str, Field(max_length=200), AfterValidator(_tidy)]
Name = Annotated[str, Field(max_length=255), AfterValidator(_tidy)]
Number = Annotated[str, Field(max_length=20), AfterValidator(_tidy)]
Why = Annotated[str, Field(min_length=1, max_length=500)]


class PatientFields(ApiModel):
    """Nothing is mandatory: care never waits for papers (`domain.md` 6.1). Odd values come back as `warnings`."""

    full_name: Name = Field(default="", description="Empty while unknown.")
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = Field(
        default=None, description="Unknown day or month: the first of it; see `birth_precision`."
    )
    birth_precision: BirthPrecision = BirthPrecision.UNKNOWN
    birth_time: Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")] = Field(
        default="", description="Local `HH:MM`, of a newborn."
    )
    national_id: Annotated[str, Field(max_length=15)] = ""
    other_id_kind: Literal["", "cmnd", "passport", "e_id"] = ""
    other_id: Number = ""
    insurance_no: Annotated[str, Field(max_length=80)] = Field(default="", description="Several joined by `;`.")
    social_insurance_no: Number = ""
    living_area: Literal["", "K1", "K2", "K3"] = ""
    insurance_valid_from: date | None = None
    insurance_valid_to: date | None = None
    insurance_facility_code: Annotated[str, Field(max_length=5)] = ""
    ethnicity_code: Annotated[str, Field(pattern=r"^(\d{2})?$")] = ""
    nationality_code: Annotated[str, Field(max_length=3)] = VIETNAM
    phone: Annotated[str, Field(max_length=20)] = ""
    phone_owner: Line = Field(default="", description="Whose telephone it is, if not the patient's.")
    province_code: Annotated[str, Field(max_length=3)] = ""
    commune_code: Annotated[str, Field(pattern=r"^(\d{5})?$")] = ""
    village: Line = ""
    legacy_address: Line = Field(default="", description="As papers from before July 2025 have it.")
    occupation: Line = ""
    occupation_code: Annotated[str, Field(max_length=5)] = ""
    workplace: Line = ""
    representative: Line = Field(default="", description="Name and relation of the one who speaks for the patient.")
    representative_name: Name = ""
    representative_relation: Line = ""
    representative_kind: Literal["", "a", "b", "c", "d", "dd"] = Field(
        default="", description="Of Law 15/2023 Art. 8.2."
    )
    representative_id: Number = ""
    representative_phone: Number = ""
    language: Line = Field(default="", description="Language spoken, if an interpreter is needed.")
    interpreter_needed: bool = False


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
    joined: list[UUID] = Field(description="Other records of the same person, which are seen under this one.")


class PatientChange(ApiModel):
    seen_version: int
    fields: PatientFields
    reason: Annotated[str, Field(max_length=500)] = Field(default="", description="Why it is corrected; kept with it.")


class PatientCorrection(ApiModel):
    """One particular as it was before a correction, and after it."""

    patient_id: UUID = Field(description="Of which record, where several are one person.")
    field: str
    before: str
    after: str
    reason: str
    changed_by: PersonRef
    changed_at: datetime


class PatientMergeView(ApiModel):
    """Two records found to be one person, and perhaps parted again."""

    id: UUID
    kept_id: UUID
    gone_id: UUID
    gone_code: str
    gone_name: str
    reason: str
    merged_by: PersonRef
    merged_at: datetime
    parted_by: PersonRef | None
    parted_at: datetime | None
    parted_reason: str


class PatientHistory(ApiModel):
    corrections: list[PatientCorrection] = Field(description="The newest first.")
    merges: list[PatientMergeView] = Field(description="The newest first.")


class PatientSearch(ApiModel):
    text: Annotated[str, Field(min_length=2, max_length=100)]


class PatientIds(ApiModel):
    ids: Annotated[list[UUID], Field(max_length=50)]


class PatientList(ApiModel):
    patients: list[PatientView]


class PatientConsults(ApiModel):
    consults: list[ConsultSummary] = Field(description="Of all records of this person, the newest first, at most 50.")


class LikelyPatient(ApiModel):
    patient: PatientView
    reasons: list[Reason] = Field(description="What speaks for one person, and what against it.")
    sure: bool = Field(description="Few would doubt it; people decide all the same.")


class LikelyPatients(ApiModel):
    likely: list[LikelyPatient] = Field(description="The likeliest first, at most 10.")


class NotSamePatient(ApiModel):
    """Somebody looked: these are two people. They are not proposed again."""

    other_id: UUID


class NewPatientMerge(ApiModel):
    """Two records that are one person. `gone_id` is seen under `kept_id` from now on; nothing in it is rewritten."""

    kept_id: UUID
    gone_id: UUID
    reason: Why


class PatientUnmerge(ApiModel):
    reason: Why


class ListEntry(ApiModel):
    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class FormerCommune(ApiModel):
    """A commune that is no more; `now` is the code of its successor."""

    name: str
    now: str
    valid_to: date


class CodeLists(ApiModel):
    """Codes with their names and the days between which each holds."""

    communes: list[ListEntry]
    former_communes: list[FormerCommune]
    ethnic_groups: list[ListEntry]
