"""A picture of a case, from the wish for it to its place in the record. Pure.

asked → arriving → kept; discarded: taken back, or given up on. Who comes with a discarded one again begins anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.errors import DomainError, Kind, OtherBody
from telemed.kernel.ids import CallId, CameraId, ConsultId, FileId, UserId
from telemed.sessions import State

UNFINISHED_FOR: Final = timedelta(days=3)
"""Since its last byte came. A station may be without a line over a weekend."""
OVER: Final = frozenset({State.CANCELLED, State.EXPIRED, State.CLOSED})


class FileKind(StrEnum):
    PHOTO = "photo"
    STILL = "still"
    DOCUMENT = "document"
    DICOM = "dicom"
    VIDEO = "video"
    SOUND = "sound"


PICTURES: Final = frozenset({FileKind.PHOTO, FileKind.STILL})
TYPES: Final[Mapping[FileKind, frozenset[str]]] = {
    FileKind.PHOTO: frozenset({"image/jpeg", "image/png", "image/webp"}),
    FileKind.STILL: frozenset({"image/jpeg", "image/png", "image/webp"}),
    FileKind.DOCUMENT: frozenset({"application/pdf"}),
    FileKind.DICOM: frozenset({"application/dicom"}),
    FileKind.VIDEO: frozenset({"video/mp4", "video/webm"}),
    FileKind.SOUND: frozenset({"audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm"}),
}
"""What each may be. SVG is none: it is a program."""


class Size(StrEnum):
    """The sizes in which a file is kept: the picture in a list, the one on the screen, the thing itself."""

    THUMBNAIL = "thumbnail"
    PREVIEW = "preview"
    ORIGINAL = "original"


class FileState(StrEnum):
    ASKED = "asked"
    ARRIVING = "arriving"
    KEPT = "kept"
    DISCARDED = "discarded"


class WrongOffset(DomainError):
    """The upload stands at another byte: ask where, and go on from there."""

    kind, code = Kind.CONFLICT, "upload.offset"


class HashDiffers(DomainError):
    """What arrived is not what was announced; it was thrown away. Send it again from the start."""

    kind, code = Kind.CONFLICT, "upload.hash"


class TooMuch(DomainError):
    """More arrived than was announced."""

    kind, code = Kind.INVALID, "upload.too_much"


class NoPicture(DomainError):
    """This is no file of the kind it was said to be."""

    kind, code = Kind.INVALID, "file.no_picture"


class Unreadable(DomainError):
    """It could not be opened within the bounds: damaged, locked by a password, or made to do harm."""

    kind, code = Kind.INVALID, "file.unreadable"


class TooLong(DomainError):
    """The video or sound is longer than any may be."""

    kind, code = Kind.INVALID, "file.too_long"


class NoPage(DomainError):
    """It has no such page, or none that can be drawn."""

    kind, code = Kind.MISSING, "file.no_page"


class QuotaUsed(DomainError):
    """The case holds as many pictures as it may."""

    kind, code = Kind.CONFLICT, "file.quota"


class CaseOver(DomainError):
    """The case is over: no picture is added to it any more."""

    kind, code = Kind.CONFLICT, "file.case_over"


class NotArriving(DomainError):
    """This picture is not on its way: it is kept, or was taken back."""

    kind, code = Kind.CONFLICT, "file.not_arriving"


class NotKept(DomainError):
    """This picture is not here yet."""

    kind, code = Kind.CONFLICT, "file.not_kept"


class TooLarge(DomainError):
    """The picture is larger than any may be."""

    kind, code = Kind.INVALID, "file.too_large"


class NoRoom(DomainError):
    """The server's disk is nearly full."""

    kind, code = Kind.BUSY, "file.no_room"


class DrawnFull(DomainError):
    """There is too much drawn on this picture already."""

    kind, code = Kind.CONFLICT, "file.drawn_full"


class NotDicom(DomainError):
    """This is no DICOM file: it has no tags and no window of grey."""

    kind, code = Kind.CONFLICT, "file.not_dicom"


@dataclass(frozen=True, slots=True)
class Quota:
    """What one picture, and one case, may hold."""

    file_bytes: int = 25 * 2**20
    other_bytes: int = 100 * 2**20
    """Of a document, a DICOM file, a video or a sound."""
    case_bytes: int = 500 * 2**20
    case_files: int = 60

    def check(self, kind: FileKind, size: int, files: int, held: int) -> None:
        """
        Raises:
            TooLarge, QuotaUsed.
        """
        at_most = self.file_bytes if kind in PICTURES else self.other_bytes
        if size > at_most:
            raise TooLarge(pointer="/body/size", at_most=at_most)
        if files >= self.case_files or held + size > self.case_bytes:
            raise QuotaUsed(files=self.case_files, bytes=self.case_bytes)


DEFAULT_QUOTA: Final = Quota()


@dataclass(frozen=True, slots=True)
class Announced:
    """What its sender says of it before the first byte."""

    kind: FileKind
    content_type: str
    size: int
    sha256: str
    width: int | None
    height: int | None
    caption: str
    taken_at: datetime


NOTHING: Final = Announced(FileKind.STILL, "", 0, "", None, None, "", datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found in a file when it was opened."""

    pages: int = 0
    """Pages of a document, frames of a DICOM file, 1 of a picture or video; 0: nothing of it can be drawn."""
    columns: int | None = None
    rows: int | None = None
    """Of a frame, in its own pixels."""
    spacing_um: tuple[int, int] | None = None
    """How far two pixels lie apart, across and down, in thousandths of a millimetre (DICOM 0028,0030)."""
    at_detector: bool = False
    """The distances are those on the detector (0018,1164): a body in front of it is drawn larger than it is."""
    duration_ms: int | None = None
    tags: dict[str, str] = field(default_factory=dict)
    """Of DICOM, by keyword: a chosen few."""
    windows: tuple[tuple[int, int], ...] = ()
    """Centre and width, as the device proposes them."""
    kept_size: int | None = None
    kept_type: str | None = None
    kept_sha256: str | None = None
    """Of the file as it is kept: a photograph with more in it than a picture was drawn anew."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a file, or of one of its pages; its bytes lie under their hash."""

    name: Size
    page: int
    content_type: str
    size: int
    sha256: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Hand:
    """Who sends a picture: a person, or a phone in that person's name."""

    by: UserId
    camera: CameraId | None = None


@dataclass(frozen=True, slots=True)
class File:
    id: FileId
    consult: ConsultId
    call: CallId | None
    state: FileState
    announced: Announced
    made_by: UserId
    made_at: datetime
    received: int = 0
    camera: CameraId | None = None
    asked_by: UserId | None = None
    kept_at: datetime | None = None
    facts: Facts = Facts()

    def asked(self, caption: str) -> "File":
        """The wish for it: until somebody takes it, its maker is who asks."""
        wish = replace(NOTHING, caption=caption, taken_at=self.made_at)
        return replace(self, state=FileState.ASKED, announced=wish, asked_by=self.made_by)

    def taken(self, said: Announced, hand: Hand, now: datetime, call: CallId | None) -> "File":
        """It was taken and is on its way. What was asked for keeps who asked; said again it changes nothing.

        Raises:
            OtherBody: the id stands for another picture.
        """
        said = replace(said, caption=said.caption or self.announced.caption)
        if self.state in {FileState.ARRIVING, FileState.KEPT}:
            if (self.announced, self.made_by, self.camera, self.call) != (said, hand.by, hand.camera, call):
                raise OtherBody()
            return self
        if self.state is FileState.ASKED and self.call != call:
            raise OtherBody()
        return replace(
            self,
            state=FileState.ARRIVING,
            announced=said,
            call=call,
            received=0,
            made_by=hand.by,
            made_at=now,
            camera=hand.camera,
        )

    def at(self, received: int) -> "File":
        return replace(self, received=received)

    def keep(self, now: datetime, facts: Facts) -> "File":
        return replace(self, state=FileState.KEPT, received=self.announced.size, kept_at=now, facts=facts)

    @property
    def pages(self) -> int:
        """How many pictures can be shown of it. What was kept by the release before is one picture."""
        kept_before = self.state is FileState.KEPT and self.facts.kept_size is None
        return 1 if kept_before else self.facts.pages

    @property
    def content_type(self) -> str:
        return self.facts.kept_type or self.announced.content_type

    @property
    def sha256(self) -> str:
        """Of what is kept; until then, of what was announced."""
        return self.facts.kept_sha256 or self.announced.sha256

    def discard(self) -> "File":
        """Taken back, or never came. Twice changes nothing.

        Raises:
            NotArriving: it is part of the record.
        """
        if self.state is FileState.KEPT:
            raise NotArriving()
        return replace(self, state=FileState.DISCARDED)


def require_open(state: State) -> None:
    """Raises CaseOver."""
    if state in OVER:
        raise CaseOver(state=state)
