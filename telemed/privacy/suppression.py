"""Which small counts are withheld, so that nobody is found in them by looking or by subtracting. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Final

LEAST: Final = 5
"""`domain.md` §3: of a commune, cells below are suppressed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Counts over some cases; None is withheld."""

    consults: int | None = 0
    stat: int | None = 0
    answered: int | None = 0
    answered_in_time: int | None = 0
    concluded: int | None = 0
    referred: int | None = 0

    @property
    def suppressed(self) -> bool:
        return any(getattr(self, f.name) is None for f in fields(self))


NOTHING_TOLD: Final = Cell(*[None] * len(fields(Cell)))


def shown(cell: Cell) -> Cell:
    """Without counts under five, and without those that leave under five to the whole."""
    whole = cell.consults or 0
    if 0 < whole < LEAST:
        return NOTHING_TOLD
    return Cell(*(_shown(getattr(cell, f.name) or 0, whole) for f in fields(cell)))


def all_shown(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Parts of one whole that is told beside them: one alone withheld could be had by subtracting, so a second goes."""
    found = {name: shown(cell) for name, cell in cells.items()}
    hidden = [name for name, cell in found.items() if cell is NOTHING_TOLD]
    if len(hidden) == 1:
        rest: Sequence[str] = [name for name, cell in cells.items() if cell.consults and name not in hidden]
        if rest:
            found[min(rest, key=lambda name: cells[name].consults or 0)] = NOTHING_TOLD
    return found


def _shown(count: int, whole: int) -> int | None:
    return None if 0 < count < LEAST or 0 < whole - count < LEAST else count
