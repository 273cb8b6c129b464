"""What papers begin with: the station's own words, the hospital's conclusion and what the station made of it."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Final, Literal
from uuid import UUID

from telemed.kernel.clock import LOCAL
from telemed.records import lists
from telemed.records.decision import Decision
from telemed.records.minutes import Minutes
from telemed.records.model import Advice, Choice, Item, ReferralKind
from telemed.records.referral import Lines, icd_in
from telemed.records.referral_way import EarlierStay
from telemed.sessions import Allergy, Consult, VitalSigns

LONGEST = 4000
LONGEST_DIAGNOSIS = 500


def summary(consult: Consult) -> str:
    """The case as the station told it."""
    told = consult.request
    return _joined(told.history, told.examination, told.treatment_given)


def referral(  # noqa: PLR0917 - where a referral goes, and all that is known when it is begun
    to: UUID,
    kind: ReferralKind,
    consult: Consult,
    vitals: Sequence[VitalSigns],
    minutes: Minutes | None,
    decision: Decision | None = None,
    *,
    station: str = "",
    pictures: int = 0,
    now: datetime | None = None,
) -> Lines:
    """`vitals`: oldest first. `station`: its name, for the line of where the patient was; `pictures`: how many files go
    with the case; `now`: when the patient is about to leave.

    The patient's state on leaving, the means and the escort stay empty: nobody knows them yet, and words of an hour ago
    would be signed unread. Advice that the station declined is no plan; what it changed stands in its own words.
    """
    told = consult.request
    concluded, changed = _text(minutes, "diagnosis"), _changed(decision, "diagnosis")
    diagnosis = changed or concluded or told.working_diagnosis
    own = not (changed or concluded)
    code = icd_in(diagnosis) or (told.icd_code if own else "")
    plan = [_changed(decision, item) or _text(minutes, item) for item in _PLAN]
    if decision is not None and decision.choice is Choice.DECLINE:
        plan = []
    return Lines(
        to_facility_id=to,
        kind=kind,
        clinical_signs=_joined(
            told.history,
            _said("past", told.past_history),
            _allergies(consult),
            told.examination,
            in_words(vitals[-1], timed=True) if vitals else "",
        ),
        test_results=lists.phrases("enclosed")["pictures"].format(pictures) if pictures else "",
        diagnosis=_without(code, diagnosis)[:LONGEST_DIAGNOSIS],
        icd_code=code,
        treatment=told.treatment_given,
        care_plan=_joined(*plan),
        stays=_stay(station, consult, now),
    )


_PLAN: Final[tuple[Literal["treatment", "monitoring"], ...]] = ("treatment", "monitoring")


def _changed(decision: Decision | None, item: Advice) -> str:
    """What the station does instead of the advice."""
    if decision is None or decision.choice is not Choice.MODIFY:
        return ""
    return decision.changes.get(item, "")


def _allergies(consult: Consult) -> str:
    """Asked and none, or which; of who was not asked nothing is said."""
    told = consult.request
    match told.allergy:
        case Allergy.NONE:
            return lists.phrases("told")["no_allergies"]
        case Allergy.SOME:
            return _said("allergies", told.allergies)
        case Allergy.UNASKED:
            return ""


def _said(phrase: str, words: str) -> str:
    return lists.phrases("told")[phrase].format(words) if words else ""


def _stay(station: str, consult: Consult, now: datetime | None) -> tuple[EarlierStay, ...]:
    if not station or now is None:
        return ()
    first, last = consult.created_at.astimezone(LOCAL).date(), now.astimezone(LOCAL).date()
    return (EarlierStay(station, first, last),)


def in_words(signs: VitalSigns, *, timed: bool = False) -> str:
    """Vital signs as a sentence without abbreviations, as papers for patients want it; `timed`: and when they were
    taken, since a paper is read hours later."""
    said: list[str] = []
    for item, phrase in lists.phrases("vitals").items():
        values = [getattr(signs, item)]
        if item == "systolic":
            values.append(signs.diastolic)
        if None not in values:
            said.append(phrase.format(*map(_number, values)))
    if not (timed and said):
        return ", ".join(said)
    at = signs.taken_at.astimezone(LOCAL)
    return lists.phrases("told")["signs"].format(at=f"{at:%H:%M %d/%m/%Y}", signs=", ".join(said))


def _without(code: str, diagnosis: str) -> str:
    """The form has a place of its own for the code."""
    return re.sub(rf"\s*\({re.escape(code)}\)", "", diagnosis) if code else diagnosis


def _number(value: int | Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def _text(minutes: Minutes | None, item: Item) -> str:
    return minutes.fields[item].text if minutes else ""


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)[:LONGEST]
