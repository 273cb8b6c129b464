"""A patient as far as known, how old, and what was corrected. Nothing here blocks care (`domain.md` 6.1). Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, PatientId
from telemed.kernel.values import Sex
from telemed.records.events import Event, PatientChanged
from telemed.records.lists import VIETNAM
from telemed.records.model import BirthPrecision, merged
from telemed.records.words import words

OLDEST = 120
"""Years. Nobody in the record is known to have been older."""
WHOLE_DAY = frozenset({BirthPrecision.DAY, BirthPrecision.MINUTE})


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who somebody is, in the words of the station. All may be unknown."""

    full_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: BirthPrecision = BirthPrecision.UNKNOWN
    birth_time: str = ""
    """Local, `HH:MM`; told of newborns."""
    national_id: str = ""
    other_id_kind: str = ""
    other_id: str = ""
    insurance_no: str = ""
    """Card numbers, joined by `;`."""
    social_insurance_no: str = ""
    living_area: str = ""
    insurance_valid_from: date | None = None
    insurance_valid_to: date | None = None
    insurance_facility_code: str = ""
    ethnicity_code: str = ""
    nationality_code: str = VIETNAM
    phone: str = ""
    phone_owner: str = ""
    province_code: str = ""
    commune_code: str = ""
    village: str = ""
    legacy_address: str = ""
    occupation: str = ""
    occupation_code: str = ""
    workplace: str = ""
    representative: str = ""
    """Name and relation in one line, as an emergency has time for."""
    representative_name: str = ""
    representative_relation: str = ""
    representative_kind: str = ""
    representative_id: str = ""
    representative_phone: str = ""
    language: str = ""
    interpreter_needed: bool = False


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
    merged_into: PatientId | None = None
    """The record under which this one is seen since both were found to be one person."""

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
        cards = [part for card in cards_of(p.insurance_no) for part in (card, card[-10:])]
        numbers = (p.national_id, p.other_id, p.social_insurance_no, *cards, national_phone(p.phone))
        return words(p.full_name, p.village, *numbers, self.code)

    def age_months(self, at: datetime) -> int | None:
        born = self.particulars.birth_date
        return None if born is None else months_between(born, at.astimezone(LOCAL).date())

    def age_days(self, at: datetime) -> int | None:
        """Only of a newborn (28 days), whose day of birth is known."""
        born = self.particulars.birth_date
        if born is None or self.particulars.birth_precision not in WHOLE_DAY:
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


def birth_xml(known: Particulars) -> str:
    """Twelve characters `yyyymmddHHMM` as the insurance's files want it, zeros for what is unknown; empty: all is.

    A year told by eye counts as a year (QĐ 4750 XML1 `NGAY_SINH`).
    """
    born = known.birth_date
    if born is None or known.birth_precision is BirthPrecision.UNKNOWN:
        return ""
    month = f"{born:%m}" if known.birth_precision in {*WHOLE_DAY, BirthPrecision.MONTH} else "00"
    day = f"{born:%d}" if known.birth_precision in WHOLE_DAY else "00"
    timed = known.birth_precision is BirthPrecision.MINUTE and known.birth_time
    return f"{born:%Y}{month}{day}{known.birth_time.replace(':', '') if timed else '0000'}"


def cards_of(text: str) -> list[str]:
    """Each card number of a field that may hold several, joined by `;` as the insurance's files do."""
    return [bare for card in text.split(";") if (bare := "".join(card.split()).upper())]


def national_phone(text: str) -> str:
    """`+84 912 345 678` as `0912345678`."""
    bare = text.translate(_BETWEEN).removeprefix("+")
    return f"0{bare[2:]}" if bare.startswith("84") else bare


_BETWEEN = str.maketrans("", "", " .()-\u00a0")


def _text(value: object) -> str:
    return "" if value is None else str(value)
