"""A patient as far as known, what looks odd about it, and how old. Nothing here blocks care (`domain.md` 6.1). Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, PatientId
from telemed.kernel.values import Sex
from telemed.records.events import Event, PatientChanged
from telemed.records.model import BirthPrecision, merged
from telemed.records.words import words

OLDEST = 120
"""Years. Nobody in the record is known to have been older."""

_NATIONAL_ID = re.compile(r"\d{3}(\d)(\d{2})\d{6}")  # province of birth, sex and century, year, serial
_OTHER_ID = re.compile(r"\d{9}|[A-Z]\d{7}")  # the older identity card, a passport
_CARD = re.compile(r"[A-Z]{2}[1-5]\d{12}|\d{10}")  # the card's whole number, or the social insurance number alone
_PHONE = re.compile(r"0[35789]\d{8}|02\d{9}")
_SEXES = (Sex.MALE, Sex.FEMALE)


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who somebody is, in the words of the station. All may be unknown."""

    full_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: BirthPrecision = BirthPrecision.UNKNOWN
    national_id: str = ""
    insurance_no: str = ""
    ethnicity_code: str = ""
    phone: str = ""
    commune_code: str = ""
    village: str = ""
    occupation: str = ""
    representative: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something worth a second look."""

    field: str
    code: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One particular that was changed, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Patient:
    id: PatientId
    code: str
    """Ours, for whom no name or number is known; never to be mistaken for a national number."""
    station: FacilityId
    particulars: Particulars
    created_at: datetime
    version: int = 1
    field_versions: Mapping[str, int] = field(default_factory=dict)

    def changed(self, given: Mapping[str, Any], seen: int) -> tuple["Patient", list[Event]]:
        """Take what was given, field by field. Nothing new: nothing happened.

        Raises:
            Stale: a field moved on since `seen`.
        """
        particulars, versions = merged(self.particulars, self.field_versions, given, seen, self.version + 1)
        if particulars == self.particulars:
            return self, []
        new = replace(self, particulars=particulars, version=self.version + 1, field_versions=versions)
        return new, [PatientChanged(None, self.id, new.version)]

    def corrections(self, after: "Patient") -> list["Correction"]:
        """What is no longer as it was. A particular that was simply unknown before is none."""
        old, new = asdict(self.particulars), asdict(after.particulars)
        unknown = asdict(Particulars())
        return [
            Correction(name, _text(old[name]), _text(new[name]))
            for name in old
            if old[name] != new[name] and old[name] != unknown[name]
        ]

    @property
    def search_words(self) -> frozenset[str]:
        """Everything it may be looked for by."""
        p = self.particulars
        return words(p.full_name, p.national_id, p.insurance_no, p.phone, self.code)

    def age_months(self, at: datetime) -> int | None:
        born = self.particulars.birth_date
        return None if born is None else months_between(born, at.astimezone(LOCAL).date())

    def age_days(self, at: datetime) -> int | None:
        """Only of a newborn (28 days), whose day of birth is known."""
        born = self.particulars.birth_date
        if born is None or self.particulars.birth_precision is not BirthPrecision.DAY:
            return None
        days = (at.astimezone(LOCAL).date() - born).days
        return days if 0 <= days <= 28 else None


def code_of(prefix: str, on: date, number: int) -> str:
    """The code of a station's `number`-th patient that day."""
    return f"VD-{prefix}-{on:%Y%m%d}-{number}"


def months_between(born: date, on: date) -> int | None:
    """Whole months; None before birth."""
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    return months if months >= 0 else None


def oddities(known: Particulars, today: date) -> list[Oddity]:
    """What does not fit together. The station is told, and goes on."""
    return [Oddity(name, code) for name, code in _odd(known, today)]


def _odd(known: Particulars, today: date) -> Iterator[tuple[str, str]]:
    born = known.birth_date
    if born is not None and born > today:
        yield "birth_date", "in_future"
    elif born is not None and today.year - born.year > OLDEST:
        yield "birth_date", "too_old"
    if known.national_id:
        yield from (("national_id", code) for code in _odd_number(known))
    if known.insurance_no and not all(_CARD.fullmatch(_bare(card)) for card in known.insurance_no.split(";")):
        yield "insurance_no", "format"
    if known.phone and not _PHONE.fullmatch(re.sub(r"^\+?84", "0", re.sub(r"[\s.-]", "", known.phone))):
        yield "phone", "format"


def _odd_number(known: Particulars) -> Iterator[str]:
    """Structure of the personal number; it has no check digit, so none is computed."""
    parts = _NATIONAL_ID.fullmatch(known.national_id)
    if parts is None:
        if not _OTHER_ID.fullmatch(known.national_id):
            yield "format"
        return
    century, sex = divmod(int(parts[1]), 2)
    if known.sex in _SEXES and known.sex is not _SEXES[sex]:
        yield "sex_differs"
    exact = known.birth_precision in {BirthPrecision.YEAR, BirthPrecision.MONTH, BirthPrecision.DAY}
    if known.birth_date is not None and exact and known.birth_date.year != 1900 + 100 * century + int(parts[2]):
        yield "birth_year_differs"


def _bare(card: str) -> str:
    return re.sub(r"\s", "", card).upper()


def _text(value: object) -> str:
    return "" if value is None else str(value)
