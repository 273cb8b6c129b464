"""What a request still lacks for a useful answer, and which of its signs speak for an emergency. Pure.

Nothing here ever lowers an urgency; an emergency is never held up by what it lacks.
"""

from collections.abc import Sequence
from decimal import Decimal

from telemed.sessions.case_templates import FIELDS, CaseTemplate, Danger, at_age, current, template
from telemed.sessions.model import Request
from telemed.sessions.vitals import ADULT, BY_ITEM, VitalSigns, band_for

SHORTEST_REASON = 5
"""Characters of the words that let a request pass without all that its kind of case needs."""


def template_of(request: Request) -> CaseTemplate | None:
    """The one its answers answer, else the newest of its kind of case; a kind without one asks for nothing."""
    own = request.template
    return template(own.id, own.version) if own else current().get(request.case_type)


def lacking(request: Request, signs: Sequence[VitalSigns]) -> tuple[str, ...]:
    """What its kind of case needs and is not there: `vital.<field>`, `question.<id>`, in the template's order.

    “Unknown” is an answer; a text of blanks is none.
    """
    asked = template_of(request)
    if asked is None:
        return ()
    measured = newest(signs)
    age = request.subject.age_months
    missing = [
        f"vital.{one.field}"
        for one in asked.vitals
        if at_age(age, one.from_months, one.to_months, ADULT)
        and any(item not in measured for item in FIELDS.get(one.field, (one.field,)))
    ]
    missing += [f"question.{one.id}" for one in asked.questions if not request.answers.get(one.id, "").strip()]
    return tuple(missing)


def red_flags(request: Request, signs: Sequence[VitalSigns]) -> tuple[str, ...]:
    """What speaks for an emergency: `question.<id>` so answered, `vital.<item>` so far out of its band."""
    asked = template_of(request)
    questions = asked.questions if asked else ()
    flags = [f"question.{one.id}" for one in questions if one.flag and request.answers.get(one.id) == one.flag]
    dangers = asked.danger if asked else ()
    for item, value in newest(signs).items():
        if _alarming(item, value, request) or any(_hits(one, item, value, request) for one in dangers):
            flags.append(f"vital.{item}")
    return tuple(flags)


def newest(signs: Sequence[VitalSigns]) -> dict[str, Decimal]:
    """The newest value of each item that was measured, in the order of the table of limits."""
    found: dict[str, Decimal] = {}
    for item in BY_ITEM:
        values = [raw for one in signs if (raw := getattr(one, item)) is not None]
        if values:
            found[item] = Decimal(values[-1])
    return found


def _alarming(item: str, value: Decimal, request: Request) -> bool:
    """Past the critical edge of its age's band; where a side has none, past its first edge (systolic from 180)."""
    band = band_for(item, request.subject.age_months, bool(request.pregnant))
    if band is None:
        return False
    low = band.low if band.critical_low is None else band.critical_low
    high = band.high if band.critical_high is None else band.critical_high
    return (low is not None and value < low) or (high is not None and value > high)


def _hits(one: Danger, item: str, value: Decimal, request: Request) -> bool:
    if one.item != item or not at_age(request.subject.age_months, one.from_months, one.to_months, ADULT):
        return False
    return (one.below is not None and value < one.below) or (one.above is not None and value > one.above)
