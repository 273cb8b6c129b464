"""What papers begin with: the station's own words and the hospital's conclusion, for people to correct."""

import re
from decimal import Decimal
from uuid import UUID

from telemed.records import lists
from telemed.records.minutes import Minutes
from telemed.records.model import Item, ReferralKind
from telemed.records.referral import Lines, icd_in
from telemed.sessions import Consult, VitalSigns

LONGEST = 4000
LONGEST_DIAGNOSIS = 500


def summary(consult: Consult) -> str:
    """The case as the station told it."""
    told = consult.request
    return _joined(told.history, told.examination, told.treatment_given)


def referral(
    to: UUID, kind: ReferralKind, consult: Consult, vitals: list[VitalSigns], minutes: Minutes | None
) -> Lines:
    """The patient's state on leaving, the means and the escort stay empty: nobody knows them yet."""
    told = consult.request
    diagnosis = _text(minutes, "diagnosis") or told.working_diagnosis
    code = icd_in(diagnosis)
    return Lines(
        to_facility_id=to,
        kind=kind,
        clinical_signs=_joined(
            told.history, told.examination, in_words(vitals[-1]) if vitals else "", allergy_in_words(consult)
        ),
        diagnosis=_without(code, diagnosis)[:LONGEST_DIAGNOSIS],
        icd_code=code,
        treatment=told.treatment_given,
        care_plan=_joined(_text(minutes, "treatment"), _text(minutes, "monitoring")),
    )


def in_words(signs: VitalSigns) -> str:
    """Vital signs as a sentence without abbreviations, as papers for patients want it."""
    said: list[str] = []
    for item, phrase in lists.phrases("vitals").items():
        values = [getattr(signs, item)]
        if item == "systolic":
            values.append(signs.diastolic)
        if None not in values:
            said.append(phrase.format(*map(_number, values)))
    return ", ".join(said)


def allergy_in_words(consult: Consult) -> str:
    """The form has no place of its own for it, and whoever drives or takes over must not miss it. Unasked: nothing."""
    told = consult.request
    return lists.phrases("allergy").get(told.allergy.value, "").format(told.allergies)


def _without(code: str, diagnosis: str) -> str:
    """The form has a place of its own for the code."""
    return re.sub(rf"\s*\({re.escape(code)}\)", "", diagnosis) if code else diagnosis


def _number(value: int | Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def _text(minutes: Minutes | None, item: Item) -> str:
    return minutes.fields[item].text if minutes else ""


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)[:LONGEST]
