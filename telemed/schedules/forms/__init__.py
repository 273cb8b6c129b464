"""What rosters look like outside: the words of sheets and calendars, and the sheet for the wall by Typst."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from telemed.infra.press import printed
from telemed.schedules.forms.wall import WallSheet

__all__ = ["WallSheet", "render_wall_sheet", "words"]

_HERE = Path(__file__).parent


@cache
def words() -> dict[str, Any]:
    """The Vietnamese of sheets and calendars; `read_*` are the other ways in which people write the same."""
    known: dict[str, Any] = json.loads((_HERE / "words.json").read_text(encoding="utf-8"))
    return known


def render_wall_sheet(data: WallSheet) -> bytes:
    """A4 across, two weeks; works for some tens of milliseconds: call it in a thread."""
    return printed(_HERE / "wall_sheet.typ", data, data.printed_at)
