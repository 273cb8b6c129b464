"""What stations of the demo ask about and what hospitals answer: read from `cases.json`."""

import json
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib import resources
from random import Random
from typing import Any

from telemed.kernel.values import Sex, Specialty, Urgency
from telemed.sessions import CaseType

SCALE = {"temperature": Decimal("0.1"), "weight": Decimal("0.01"), "glucose": Decimal("0.1")}
"""As the database keeps them: a paper's hash is over every digit."""


@dataclass(frozen=True, slots=True)
class Template:
    """`n` is the number that its words leave open: hours, days, weeks. Ages are months."""

    type: CaseType
    specialty: Specialty
    urgency: Urgency
    weight: int
    ages: tuple[int, int]
    n: tuple[int, int]
    reason: str
    question: str
    history: str
    past: str
    exam: str
    working: str
    given: str
    opinion: str
    diagnosis: str
    treatment: str
    monitoring: str
    follow_up: str
    place: str
    ask: str
    """What a hospital asks when it sends the request back, and …"""
    told: str
    """… what the station adds."""
    vitals: dict[str, Any]
    sex: Sex | None = None
    pregnant: bool | None = None
    written: float = field(default=0.1)
    """How likely an answer in writing is asked for."""

    def signs(self, rng: Random) -> dict[str, Any]:
        """Vital signs somewhere in their ranges."""
        return {
            item: value if isinstance(value, bool) else _within(item, value, rng) for item, value in self.vitals.items()
        }


@cache
def templates() -> tuple[Template, ...]:
    text = resources.files("telemed.demo").joinpath("cases.json").read_text(encoding="utf-8")
    return tuple(_template(row) for row in json.loads(text, parse_float=Decimal))


def _template(row: dict[str, Any]) -> Template:
    kinds: dict[str, Any] = {
        "type": CaseType(row["type"]),
        "specialty": Specialty(row["specialty"]),
        "urgency": Urgency(row["urgency"]),
        "sex": Sex(row["sex"]) if "sex" in row else None,
        "ages": tuple(row["ages"]),
        "n": tuple(row["n"]),
    }
    if "written" in row:
        kinds["written"] = float(row["written"])
    return Template(**(row | kinds))


def _within(item: str, bounds: list[int | Decimal], rng: Random) -> int | Decimal:
    low, high = bounds
    if exact := SCALE.get(item):
        return (Decimal(rng.randint(int(low * 10), int(high * 10))) / 10).quantize(exact)
    return rng.randint(int(low), int(high))
