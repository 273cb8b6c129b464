"""What the edge says of patients, minutes and decisions."""

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, SecretStr, model_validator

from telemed.identity import FacilityRef, PasskeyProof, PersonRef
from telemed.infra.routes import ApiModel
from telemed.records.model import (
    Choice,
    MinutesState,
    Outcome,
    SignatureLine,
    SigningMeans,
)
from telemed.records.wire_patients import (
    CodeLists,
    FormerCommune,
    LikelyPatient,
    LikelyPatients,
    ListEntry,
    NewPatient,
    NewPatientMerge,
    NotSamePatient,
    PatientChange,
    PatientConsults,
    PatientCorrection,
    PatientFields,
    PatientHistory,
    PatientIds,
    PatientList,
    PatientMergeView,
    PatientSearch,
    PatientUnmerge,
    PatientView,
    PatientWarning,
)
from telemed.sessions import Allergy, Identifier

__all__ = [  # what stands in a file of its own is found here too
    "CodeLists",
    "FormerCommune",
    "LikelyPatient",
    "LikelyPatients",
    "ListEntry",
    "NewPatient",
    "NewPatientMerge",
    "NotSamePatient",
    "PatientChange",
    "PatientConsults",
    "PatientCorrection",
    "PatientFields",
    "PatientHistory",
    "PatientIds",
    "PatientList",
    "PatientMergeView",
    "PatientSearch",
    "PatientUnmerge",
    "PatientView",
    "PatientWarning",
]

Text = Annotated[str, Field(max_length=4000)]
Line = Annotated[str, Field(max_length=200)]

AdviceName = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up"]
FieldName = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up", "incidents"]
"""Parts of the minutes; the five from the diagnosis on are the conclusion: none may stay empty (TT 49/2017)."""
SideName = Literal["station", "hospital"]


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
    means: SigningMeans = Field(description="By what the signer showed that it was they.")


class ReadBackView(ApiModel):
    """One side's word that an item, as it now stands, was read out and is as it was meant."""

    field: FieldName
    side: SideName
    by: PersonRef
    at: datetime


class EditionRef(ApiModel):
    """One edition of the minutes. What is signed never changes: a correction is a further edition."""

    id: UUID
    edition: int
    state: MinutesState
    in_force: bool = Field(description="The newest signed one.")
    opened_at: datetime
    opened_by: PersonRef | None = Field(description="Who began the correction; nobody for the first.")
    reason: str
    signed_at: datetime | None
    document_hash: str | None
    previous_hash: str | None = Field(description="Of the edition it corrects.")
    intact: bool = Field(description="Its words still have the hash that was signed, and name the edition before.")


class AllergiesOnPaper(ApiModel):
    """As the minutes say them: of this consult, frozen once somebody signed."""

    state: Allergy
    text: str


class IdentityOnPaper(ApiModel):
    """One end's word on whether it was the right patient, as the minutes say it."""

    side: SideName
    by: str = Field(description="Name with title, as on the paper.")
    at: datetime
    identifiers: list[Identifier] = Field(description="Which were compared, never their values.")
    matches: bool


class SealView(ApiModel):
    """The facility's own signature on the printed paper (PAdES)."""

    state: Literal["off", "waiting", "sealed", "failed"]
    subject: str = Field(default="", description="Whose certificate.")
    serial: str = ""
    sha256: str = ""
    sealed_at: datetime | None = None
    problem: str = Field(default="", description="Code of why it failed; it is tried again.")


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
    edition: int
    correction_reason: str
    editions: list[EditionRef] = Field(description="The first first; this one is among them.")
    read_back: list[ReadBackView]
    allergies: AllergiesOnPaper | None = Field(description="null: hidden, or signed before minutes said it.")
    identity: list[IdentityOnPaper] | None = Field(
        description="The last word of each side; null: there was no call, or it was signed before minutes said it."
    )
    seal: SealView
    may_correct: bool = Field(description="Whether the one who asks may begin a further edition now.")
    may_discard: bool = Field(default=False, description="Whether they may give this further edition up.")
    masked: bool = Field(default=False, description="True: a restricted label hides the words from who does not treat.")


class MinutesChange(ApiModel):
    """One field. `seen_version` is that field's version on the screen; if it moved on, `minutes.field_changed`."""

    field: FieldName
    text: Text
    seen_version: int


class NewOpinion(ApiModel):
    text: Annotated[str, Field(min_length=1, max_length=4000)]


class SignCommand(ApiModel):
    """Either means is asked each time; the hash proves the signer saw this text and no other."""

    lines: Annotated[list[SignatureLine], Field(min_length=1, max_length=2)]
    password: SecretStr | None = Field(default=None, max_length=256)
    passkey: PasskeyProof | None = None
    document_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.password is None) == (self.passkey is None):
            raise ValueError("either password or passkey")
        return self


class SigningAsked(ApiModel):
    """Which text the passkey is to sign: its hash becomes part of the challenge."""

    document_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ReadBackMark(ApiModel):
    """`seen_version` is the item's version that was read out; if it moved on, `minutes.field_changed`."""

    field: FieldName
    seen_version: int


class NewEdition(ApiModel):
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class NewDecision(ApiModel):
    """What the treating clinician does with the advice (Law 15/2023 Art. 64: the clinician decides)."""

    consult_id: UUID
    choice: Choice
    reason: Annotated[str, Field(max_length=1000)] = Field(default="", description="Asked for unless `follow`.")
    changed_items: list[AdviceName] = Field(default=[], description="Asked for when `modify`.")
    changes: dict[AdviceName, Annotated[str, Field(max_length=1000)]] = Field(
        default={}, description="How each changed item is done instead."
    )
    outcomes: Annotated[list[Outcome], Field(min_length=1, max_length=6)] = Field(
        description="Several may hold; those that contradict each other are refused."
    )
    follow_up_on: date | None = None
    died_at: AwareDatetime | None = Field(default=None, description="Asked for with `died`, and only then.")
    corrects: UUID | None = Field(default=None, description="The decision this one corrects: the newest.")
    correction_reason: Annotated[str, Field(max_length=500)] = ""
    note: Annotated[str, Field(max_length=1000)] = ""


class DecisionView(ApiModel):
    id: UUID
    consult_id: UUID
    choice: Choice
    reason: str
    changed_items: list[AdviceName]
    changes: dict[AdviceName, str]
    outcomes: list[Outcome]
    follow_up_on: date | None
    died_at: datetime | None
    note: str
    decided_by: PersonRef
    decided_at: datetime
    edition: int
    correction_reason: str
    earlier: list["DecisionView"] = Field(default=[], description="What it corrects, the first first.")
    masked: bool = Field(default=False, description="True: a restricted label hides the words from who does not treat.")
