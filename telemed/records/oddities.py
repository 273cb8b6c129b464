"""What does not fit together about a patient: told beside the field, never a reason to wait (`domain.md` 6.1-6.3).

Structures are those the domain pages name; there is no public check digit for any of these numbers, so none is made up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from telemed.kernel.values import Sex
from telemed.records import lists
from telemed.records.model import BirthPrecision
from telemed.records.patient import OLDEST, Particulars, cards_of, months_between, national_phone

CHILD_CARD_MONTHS = 72
"""A card of the group TE is given to children under 6."""
MINOR_MONTHS = 18 * 12
NEWBORN_DAYS = 28

_NATIONAL_ID = re.compile(r"\d{3}(\d)(\d{2})\d{6}")  # province of birth, sex and century, year, serial
_OLD_CARD = re.compile(r"\d{9}")  # CMND
_PASSPORT = re.compile(r"[A-Z]\d{7}")
_CARD = re.compile(r"([A-Z]{2})[1-5]\d{2}(\d{10})")  # group, benefit level, province, social insurance number
_SOCIAL = re.compile(r"\d{10}")  # new cards show only this
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_SEXES = (Sex.MALE, Sex.FEMALE)
_EXACT = frozenset({BirthPrecision.YEAR, BirthPrecision.MONTH, BirthPrecision.DAY, BirthPrecision.MINUTE})


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something worth a second look."""

    field: str
    code: str


def oddities(known: Particulars, today: date) -> list[Oddity]:
    """What does not fit together. The station is told, and goes on."""
    every = (_birth, _numbers, _insurance, _codes, _telephones, _spoken_for)
    return [Oddity(name, code) for judge in every for name, code in judge(known, today)]


Said = Iterator[tuple[str, str]]


def _birth(known: Particulars, today: date) -> Said:
    born = known.birth_date
    if born is not None and born > today:
        yield "birth_date", "in_future"
    elif born is not None and today.year - born.year > OLDEST:
        yield "birth_date", "too_old"
    if known.birth_time and not _TIME.fullmatch(known.birth_time):
        yield "birth_time", "format"
    whole_day = known.birth_precision is BirthPrecision.DAY
    if born is not None and whole_day and 0 <= (today - born).days <= NEWBORN_DAYS:
        yield "birth_time", "newborn"  # of a newborn the papers want hour and minute


def _numbers(known: Particulars, today: date) -> Said:
    if known.national_id:
        yield from (("national_id", code) for code in _odd_number(known))
    shape = {"cmnd": _OLD_CARD, "passport": _PASSPORT}.get(known.other_id_kind)
    if known.other_id and shape and not shape.fullmatch(known.other_id):
        yield "other_id", "format"
    if known.other_id and not known.other_id_kind:
        yield "other_id", "kind_missing"


def _odd_number(known: Particulars) -> Iterator[str]:
    parts = _NATIONAL_ID.fullmatch(known.national_id)
    if parts is None:
        if not _OLD_CARD.fullmatch(known.national_id) and not _PASSPORT.fullmatch(known.national_id):
            yield "format"
        return
    century, sex = divmod(int(parts[1]), 2)
    if known.sex in _SEXES and known.sex is not _SEXES[sex]:
        yield "sex_differs"
    born = known.birth_date
    if born is not None and known.birth_precision in _EXACT and born.year != 1900 + 100 * century + int(parts[2]):
        yield "birth_year_differs"


def _insurance(known: Particulars, today: date) -> Said:
    cards = cards_of(known.insurance_no)
    shaped = [_CARD.fullmatch(card) for card in cards]
    if any(found is None and not _SOCIAL.fullmatch(card) for found, card in zip(shaped, cards, strict=True)):
        yield "insurance_no", "format"
    months = None if known.birth_date is None else months_between(known.birth_date, today)
    if months is not None and months >= CHILD_CARD_MONTHS and any(found and found[1] == "TE" for found in shaped):
        yield "insurance_no", "child_card"
    social = known.social_insurance_no
    if social and not _SOCIAL.fullmatch(social):
        yield "social_insurance_no", "format"
    elif social and cards and social not in {card[-10:] for card in cards}:
        yield "social_insurance_no", "card_differs"
    begins, ends = known.insurance_valid_from, known.insurance_valid_to
    if begins and ends and begins > ends:
        yield "insurance_valid_to", "order"
    elif ends and ends < today:
        yield "insurance_valid_to", "expired"
    elif begins and begins > today:
        yield "insurance_valid_from", "not_yet"
    if known.insurance_facility_code and not re.fullmatch(r"\d{5}", known.insurance_facility_code):
        yield "insurance_facility_code", "format"


def _codes(known: Particulars, today: date) -> Said:
    group = lists.ethnic_groups().get(known.ethnicity_code)
    if known.ethnicity_code and not (group and group.holds(today)):
        yield "ethnicity_code", "not_on_list"
    commune = lists.communes().get(known.commune_code)
    ours = known.province_code in {"", lists.PROVINCE}
    if known.commune_code and ours and commune is None:
        yield "commune_code", "not_on_list"
    elif commune and not commune.holds(today):
        yield "commune_code", "no_longer"
    if known.province_code not in {"", lists.PROVINCE} and commune:
        yield "commune_code", "other_province"
    if known.nationality_code and not re.fullmatch(r"\d{3}", known.nationality_code):
        yield "nationality_code", "format"
    if known.occupation_code and not re.fullmatch(r"\d{5}", known.occupation_code):
        yield "occupation_code", "format"


def _telephones(known: Particulars, today: date) -> Said:
    for name in ("phone", "representative_phone"):
        said: str = getattr(known, name)
        number = national_phone(said)
        if said and not _MOBILE.fullmatch(number) and not _LANDLINE.fullmatch(number):
            yield name, "format"


def _spoken_for(known: Particulars, today: date) -> Said:
    months = None if known.birth_date is None else months_between(known.birth_date, today)
    somebody = known.representative or known.representative_name
    if months is not None and months < MINOR_MONTHS and not somebody:
        yield "representative_name", "minor"
    if known.representative_name and not known.representative_kind:
        yield "representative_kind", "kind_missing"
    number = known.representative_id
    if number and not any(shape.fullmatch(number) for shape in (_NATIONAL_ID, _OLD_CARD, _PASSPORT)):
        yield "representative_id", "format"
    if known.interpreter_needed and not known.language:
        yield "language", "interpreter"
