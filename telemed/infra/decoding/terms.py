"""What the guarded process is asked and answers, and its bounds."""

from dataclasses import dataclass, field
from typing import Final, Literal

Code = Literal["unreadable", "no_picture", "too_long", "no_page"]
SizeName = Literal["thumbnail", "preview", "original"]

MOST_PIXELS: Final = 50_000_000
"""Of one picture, page or frame: a camera of 50 megapixels."""
MOST_PAGES: Final = 30
"""Pages or frames that are drawn when a file comes; further ones when somebody looks."""
THUMBNAIL_EDGE: Final = 320
PREVIEW_EDGE: Final = 1_280
PAGE_EDGE: Final = 1_800
"""Of a document's page: the small print of a laboratory's sheet must stay readable."""
MEMORY: Final = 1_536 * 2**20
CPU_S: Final = 20
WALL_S: Final = 90
"""Longer than its processor time: the machine may be busy with others."""
MOST_OUT: Final = 160 * 2**20
"""Bytes of an answer."""
LONGEST_S: Final = {"video": 180, "audio": 900}


@dataclass(frozen=True, slots=True)
class Ask:
    content_type: str
    page: int | None = None
    """None: all that is kept of it; a number: this page alone, for the screen."""
    center: int | None = None
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """One size of one page; its bytes follow the answer, in the same order."""

    name: SizeName
    page: int
    content_type: str
    size: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    refused: Code | None = None
    as_it_came: bool = True
    """The file itself may be kept as it was sent; otherwise one of `made` is the original."""
    pages: int = 0
    columns: int | None = None
    rows: int | None = None
    spacing_um: tuple[int, int] | None = None
    at_detector: bool = False
    duration_ms: int | None = None
    tags: dict[str, str] = field(default_factory=dict)
    windows: list[tuple[int, int]] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)


class Refused(Exception):
    def __init__(self, code: Code) -> None:
        self.code: Code = code
        super().__init__(code)
