"""What a patient is handed with their data, in Vietnamese as every paper, and what stands where a name was erased."""

from datetime import datetime
from pathlib import Path
from string import Template

from telemed.kernel.clock import LOCAL

ERASED = "(đã xóa)"
_README = Path(__file__).parent / "export-readme.txt"


def readme(*, code: str, station: str, asked_at: datetime, made_at: datetime, papers: int) -> str:
    """The page that explains the parcel. It names no patient: it may lie open on a desk."""
    return Template(_README.read_text(encoding="utf-8")).substitute(
        code=code,
        station=station,
        asked=f"{asked_at.astimezone(LOCAL):%d/%m/%Y}",
        made=f"{made_at.astimezone(LOCAL):%H:%M, %d/%m/%Y}",
        papers=papers,
    )
