"""What each kind of case asks for: vital signs by age, a few fixed questions, what speaks for an emergency. Pure.

The templates are data (`case_templates.json`, after `domain.md` 4.7): a version once published is never edited, a
change is a further version. Whether a department approved one is said by `approvals.py`; until then screens say so.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.values import Specialty
from telemed.sessions.model import CaseType

FIELDS: Mapping[str, tuple[str, ...]] = {"pressure": ("systolic", "diastolic")}
"""As one measures: blood pressure is two values taken together. Any other field is the item of its name."""
LONGEST_ANSWER = 200
"""Characters of an answer in words."""


class UnknownTemplate(DomainError):
    """There is no such template of a request, or not in this version."""

    kind, code = Kind.INVALID, "template.unknown"


class BadAnswer(DomainError):
    """The template asks nothing like this, or cannot be answered so."""

    kind, code = Kind.INVALID, "template.bad_answer"


class QuestionKind(StrEnum):
    YES_NO = "yes_no"
    TEXT = "text"


YES, NO, UNKNOWN = "yes", "no", "unknown"


@dataclass(frozen=True, slots=True)
class Needed:
    """A vital sign that ages `from_months <= age < to_months` need; without an age the adult's hold."""

    field: str
    from_months: int
    to_months: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """`flag`: the answer that speaks for an emergency."""

    id: str
    kind: QuestionKind
    flag: str | None
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Danger:
    """A value of this item below or above speaks for an emergency in this kind of case, at these ages."""

    item: str
    from_months: int
    to_months: int | None
    below: Decimal | None
    above: Decimal | None


@dataclass(frozen=True, slots=True)
class CaseTemplate:
    id: str
    version: int
    case_type: CaseType
    made_on: date
    specialty: Specialty
    title: Mapping[str, str]
    vitals: tuple[Needed, ...]
    questions: tuple[Question, ...]
    danger: tuple[Danger, ...]
    sha256: str
    """Of the whole template as published: what an approval is of."""

    def check_answers(self, answers: Mapping[str, str]) -> None:
        """Raises BadAnswer; the pointer names the question."""
        asked = {question.id: question for question in self.questions}
        for one, said in answers.items():
            question = asked.get(one)
            plain = question is not None and question.kind is QuestionKind.TEXT and len(said) <= LONGEST_ANSWER
            if question is None or not (plain or said in {"", YES, NO, UNKNOWN}):
                raise BadAnswer(pointer=f"/body/answers/{one if question else ''}")


@cache
def all_templates() -> tuple[CaseTemplate, ...]:
    """Every version ever published, in the order of the file."""
    text = resources.files("telemed.sessions").joinpath("case_templates.json").read_text(encoding="utf-8")
    return tuple(_template(row) for row in json.loads(text))


@cache
def current() -> Mapping[CaseType, CaseTemplate]:
    """The newest version for each kind of case; kinds without one ask for nothing."""
    return {one.case_type: one for one in sorted(all_templates(), key=lambda one: one.version)}


def template(template_id: str, version: int) -> CaseTemplate:
    """Raises UnknownTemplate."""
    for one in all_templates():
        if (one.id, one.version) == (template_id, version):
            return one
    raise UnknownTemplate(pointer="/body/template")


def at_age(age_months: int | None, start: int, end: int | None, adult: int) -> bool:
    """Whether an age (unknown: an adult's) is in `start <= age < end`."""
    age = adult if age_months is None else age_months
    return start <= age and (end is None or age < end)


def _template(row: dict[str, Any]) -> CaseTemplate:
    return CaseTemplate(
        id=row["id"],
        version=row["version"],
        case_type=CaseType(row["case_type"]),
        made_on=date.fromisoformat(row["made_on"]),
        specialty=Specialty(row["specialty"]),
        title=row["title"],
        vitals=tuple(Needed(**one) for one in row["vitals"]),
        questions=tuple(_question(one) for one in row["questions"]),
        danger=tuple(_danger(one) for one in row["danger"]),
        sha256=digest(row),
    )


def _question(row: dict[str, Any]) -> Question:
    return Question(row["id"], QuestionKind(row["kind"]), row["flag"], {"vi": row["vi"], "en": row["en"]})


def _danger(row: dict[str, Any]) -> Danger:
    edges = {side: None if row[side] is None else Decimal(row[side]) for side in ("below", "above")}
    return Danger(row["item"], row["from_months"], row["to_months"], edges["below"], edges["above"])


def digest(content: dict[str, Any] | Sequence[Any]) -> str:
    """Of the content, whatever its spacing and order of keys."""
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()
