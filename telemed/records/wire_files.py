"""What the edge says of pictures of a case and of what is drawn on them."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field, model_validator
from pydantic_core import PydanticCustomError

from telemed.identity import PersonRef
from telemed.infra.routes import ApiModel
from telemed.media import IceServer
from telemed.records.model_file import TYPES, FileKind, FileState
from telemed.sessions import CameraSession, Wanted

ContentType = Literal[
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/pdf",
    "application/dicom",
    "video/mp4",
    "video/webm",
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
]
Caption = Annotated[str, Field(max_length=200)]
Edge = Annotated[int, Field(ge=1, le=20_000)]
Page = Annotated[int, Field(ge=0, le=100_000)]
Spot = Annotated[int, Field(ge=0, le=10_000)]


def _pairs(xy: list[int]) -> list[int]:
    if len(xy) % 2:
        raise PydanticCustomError("half_a_point", "Points are pairs of numbers")
    return xy


Points = Annotated[list[Spot], Field(min_length=2), AfterValidator(_pairs)]
"""x, y, x, y …: ten thousandths of the picture's width and height, from its left upper corner."""


class NewPicture(ApiModel):
    """Announced before its first byte. What it is (by its first bytes) must be what is said here."""

    kind: FileKind
    content_type: ContentType
    size: Annotated[int, Field(ge=1, le=2**31 - 1)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    width: Edge | None = None
    height: Edge | None = None
    caption: Caption = ""
    taken_at: AwareDatetime

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Self:
        if self.content_type not in TYPES[self.kind]:
            raise PydanticCustomError("other_kind", "Files of this kind are not of this type")
        return self


class NewFile(NewPicture):
    consult_id: UUID
    call_id: UUID | None = Field(default=None, description="The call it was taken in, if it was.")


class AskStill(ApiModel):
    """“Xin ảnh nét”: what should be seen in it."""

    caption: Annotated[str, Field(min_length=1, max_length=200)]


class FileView(ApiModel):
    id: UUID
    consult_id: UUID
    call_id: UUID | None
    kind: FileKind
    state: FileState
    number: int | None = Field(description="Its place among the case's pictures, from 1, once it is kept.")
    content_type: str
    size: int
    received: int
    sha256: str
    width: int | None
    height: int | None
    caption: str
    made_by: PersonRef
    by_phone: bool = Field(description="Taken by a phone that the station let in.")
    asked_by: PersonRef | None
    taken_at: datetime
    made_at: datetime
    kept_at: datetime | None
    pages: int = Field(description="Pages, frames; 1 of a picture; 0: nothing of it can be drawn.")
    duration_ms: int | None
    columns: int | None = Field(description="Of a DICOM frame, in its own pixels; so are `rows`.")
    rows: int | None
    spacing_um: list[int] | None = Field(
        description="How far two of its own pixels lie apart, across and down, in thousandths of a millimetre."
    )
    at_detector: bool = Field(description="These distances are those on the detector, not in the body.")


class DicomView(ApiModel):
    """What a DICOM file says of itself, and where it speaks of somebody else than our patient."""

    tags: dict[str, str] = Field(description="By DICOM keyword; names, numbers and dates as they stand in the file.")
    windows: list[list[int]] = Field(description="Centre and width, as the device proposes them.")
    differs: list[Literal["PatientName", "PatientBirthDate", "PatientSex"]] = Field(
        description="What is not as our patient has it. A warning: names are often cut or written without marks."
    )


class Window(ApiModel):
    """How a frame is to be drawn: values around `center` become grey, `width` from black to white."""

    center: Annotated[int, Field(ge=-100_000, le=100_000)] | None = None
    width: Annotated[int, Field(ge=1, le=200_000)] | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.center is None) is not (self.width is None):
            raise PydanticCustomError("half_a_window", "Centre and width go together")
        return self


class Shape(ApiModel):
    """A line through all its points; an arrow, or a distance measured, from its first point to its second."""

    kind: Literal["line", "arrow", "measure"]
    xy: Annotated[Points, Field(max_length=1024)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.kind != "line" and len(self.xy) != 4:
            raise PydanticCustomError("arrow_of_two_points", "It has two points")
        return self


class Words(ApiModel):
    """One line of words that begins at a point."""

    kind: Literal["text"]
    xy: Annotated[list[Spot], Field(min_length=2, max_length=2)]
    text: Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[^\n]*$")]


Drawn = Annotated[Shape | Words, Field(discriminator="kind")]


class NewDrawing(ApiModel):
    """A stroke or words; or, with `erases` instead of a shape, one taken back."""

    shape: Drawn | None = None
    erases: UUID | None = None
    page: Page = 0


class DrawingView(ApiModel):
    id: UUID
    file_id: UUID
    by: PersonRef
    at: datetime
    shape: Drawn | None
    erases: UUID | None
    page: int


class FileList(ApiModel):
    files: list[FileView]
    drawings: list[DrawingView]


class PhoneView(ApiModel):
    """What a phone knows of the call it is in: nothing of the patient."""

    camera_id: UUID
    station: str
    turn: int = Field(description="Say it with the next question: the answer waits for what is newer.")
    offered: int | None = Field(description="The number of this phone's offer that is here; none after a restart.")
    answer: CameraSession | None
    wanted: list[Wanted]
    ice_servers: list[IceServer] = Field(
        description="By which its picture reaches the station from another network; fresh with each answer."
    )
