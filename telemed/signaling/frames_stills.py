"""Frames of pictures: what came of one, strokes as they are drawn, phones that are second cameras."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from telemed.identity import PersonRef
from telemed.records import DrawingView, FileView, Points
from telemed.signaling.frame import ClientFrame, Droppable, Reliable


class Stroke(ClientFrame):
    """A stroke that is being drawn on a picture, piece by piece; whole it goes by HTTP. Droppable."""

    droppable: ClassVar[bool] = True

    type: Literal["stroke"] = "stroke"
    call: UUID
    file: UUID
    drawing: UUID
    xy: Annotated[Points, Field(max_length=128)]


class FileNews(Reliable):
    """A picture of this consult as it stands now: asked for, on its way, kept or taken back."""

    latest_of: ClassVar[tuple[str, ...]] = ("file.id",)

    type: Literal["file"] = "file"
    file: FileView


class FileProgress(Droppable):
    """So many bytes of it came."""

    latest_of: ClassVar[tuple[str, ...]] = ("file",)

    type: Literal["file_progress"] = "file_progress"
    consult: UUID
    file: UUID
    received: int
    size: int


class DrawingNews(Reliable):
    """Somebody drew on a picture of this consult, or took a stroke back."""

    type: Literal["drawing"] = "drawing"
    consult: UUID
    drawing: DrawingView


class PeerStroke(Droppable):
    """The other side's `stroke`."""

    type: Literal["peer_stroke"] = "peer_stroke"
    file: UUID
    drawing: UUID
    xy: list[int]
    by: PersonRef


class SecondCameraNews(Reliable):
    """A phone of this call was let in, came, offers its picture, or is out: read the list again."""

    latest_of: ClassVar[tuple[str, ...]] = ("camera",)

    type: Literal["second_camera"] = "second_camera"
    consult: UUID
    call: UUID
    camera: UUID
    state: Literal["waiting", "in", "over"]
