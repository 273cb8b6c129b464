"""What each printed form is filled with: plain facts and codes; the words around them belong to the templates.

An empty string, `None` or an empty tuple prints dotted lines for handwriting, except where a field says otherwise.
Moments are aware datetimes, printed in Asia/Ho_Chi_Minh. Names, titles, addresses and facilities are printed as given.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from telemed.kernel.values import Sex, Specialty, Urgency
from telemed.records.model import BirthPrecision, Choice, Fitness, Outcome, TransferReason
from telemed.sessions import Allergy, Identifier

Item = Literal["summary", "diagnosis", "treatment", "monitoring", "place", "follow_up"]
"""The parts of the minutes a decision may change."""


class Seat(StrEnum):
    """In which part someone sat in the consult. The paper lists them in this order."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    TREATING = "treating"  # the station's clinician, who asked and who decides
    MEMBER = "member"
    INTERPRETER = "interpreter"


class Channel(StrEnum):
    VIDEO = "video"
    VOICE = "voice"
    PHONE = "phone"
    WRITTEN = "written"


class IncidentKind(StrEnum):
    WEAK_LINK = "weak_link"  # picture given up to keep the voice
    LINK_LOST = "link_lost"
    TO_PHONE = "to_phone"
    OTHER = "other"  # `note` says what


class ConsentGround(StrEnum):
    """On what ground the case was shared. The codes are those of a consult's consent."""

    SPOKEN = "spoken"
    SIGNED = "signed"
    RELATIVE = "relative"
    EMERGENCY = "emergency"  # protection of life, Law 91/2025 Art. 19.1; asked later


class CardExpiry(StrEnum):
    KNOWN = "known"  # `insurance_until` says it
    EXPIRED = "expired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Whose paper it is. `parent` and `facility` are printed in capitals."""

    parent: str
    """The body above: “Sở Y tế tỉnh Lai Châu” for a hospital, “UBND xã Bình Lư” for a station."""
    facility: str
    department: str = ""
    place: str = ""
    """Stands before “ngày … tháng … năm …”, such as “Tam Đường”."""
    form_code: str = ""
    """“MS”: the form's code, which differs by circular and is configured. Left out when empty."""
    record_no: str = ""
    """“Số hồ sơ bệnh án” of the facility's own record. Left out when empty."""
    font: str = ""
    """The family it is set in, kept with the paper so that it prints the same for ever; empty for our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """Marks a paper made from an electronic record; the footer then says by which system, when and by whom."""

    system: str
    at: datetime
    by: str
    """In full, with the title spelled out."""
    owner: str = ""
    """Whose system it is."""
    code: str = ""
    """What the copy is looked up by, such as “7K3M-Q9TX-P2HD”."""
    link: str = ""
    """Where; printed as a code to scan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One signer. `name` without `signed_at` is who is expected; nothing at all leaves room for a pen."""

    name: str = ""
    title: str = ""
    signed_at: datetime | None = None
    check: str = ""
    """Short hash of what this signature covers."""
    means: str = ""
    """`password`, `passkey` or `pades`; empty when it was not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """The patient, as known."""

    name: str = ""
    """Printed in capitals."""
    code: str = ""
    """Our own code; printed only when name and number are unknown."""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: BirthPrecision = BirthPrecision.UNKNOWN
    age_months: int | None = None
    """At the time of the consult. Below 72 it is printed in months, as on prescriptions."""
    age_days: int | None = None
    """For newborns: given, it is printed instead of months."""
    ethnicity: str = ""
    nationality: str = ""
    occupation: str = ""
    workplace: str = ""
    address: str = ""
    phone: str = ""
    national_id: str = ""
    other_id: str = ""
    """Kind and number; printed where there is no `national_id`."""
    insurance_no: str = ""
    insurance_from: date | None = None
    insurance_until: date | None = None
    living_area: str = ""
    """K1, K2 or K3, as on the card."""
    birth_time: str = ""
    """“HH:MM”, of newborns."""
    representative: str = ""
    """Name and relation."""
    representative_phone: str = ""
    interpreter: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allergies:
    """What this consult says of them. “Not asked” is printed too: silence would read as “none”."""

    state: Allergy
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityLine:
    """One end's last word on whether it is the right patient: which identifiers were compared, never their values."""

    side: Literal["station", "hospital"]
    by: str
    at: datetime
    identifiers: tuple[Identifier, ...]
    matches: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    ground: ConsentGround
    given_by: str = ""
    reason: str = ""
    """Why without consent, when `ground` is `emergency`."""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    name: str
    seat: Seat
    title: str = ""
    license_no: str = ""
    facility: str = ""
    joined_at: datetime | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """One set of vital signs; `None` = not measured. Units: /min, °C, mmHg, %, kg, cm, mmol/L."""

    taken_at: datetime
    pulse: int | None = None
    temperature: Decimal | None = None
    systolic: int | None = None
    diastolic: int | None = None
    respiration: int | None = None
    spo2: int | None = None
    on_oxygen: bool | None = None
    gcs: int | None = None
    glucose: Decimal | None = None
    weight: Decimal | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    by: str
    at: datetime
    text: str
    facility: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """The five items. Each may be empty only in a draft."""

    diagnosis: str = ""
    treatment: str = ""
    monitoring: str = ""
    place: str = ""
    follow_up: str = ""
    confirmed_at: datetime | None = None
    by_phone_at: datetime | None = None
    """It was first given by telephone; the paper says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    kind: IncidentKind
    started_at: datetime
    ended_at: datetime | None = None
    site: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one item of the advice is done instead."""

    item: Item
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    choice: Choice
    by: str
    at: datetime
    changed_items: tuple[Item, ...] = ()
    reason: str = ""
    outcomes: tuple[Outcome, ...] = ()
    follow_up_on: date | None = None
    note: str = ""
    changes: tuple[Change, ...] = ()
    died_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """“Biên bản hội chẩn”, domain §7.2: what its thirteen sections say."""

    head: Letterhead
    number: str = ""
    """Whole, such as “118/BBHC-TĐ”; empty until given."""
    code: str
    """The consult's code; in the footer and in section 1."""
    check: str = ""
    """Short hash of the document, in the footer."""
    draft: bool
    """Not signed by all: a pale “BẢN NHÁP” lies under the text."""
    extract_form_code: str = ""
    """“MS” of the extract made from it."""
    version: int = 1
    amend_reason: str = ""
    """Why this version replaces the one before; printed from version 2 on."""
    previous: str = ""
    """Hash of the version before."""
    dated_at: datetime | None = None
    conversion: Conversion | None = None

    requested_at: datetime | None = None
    accepted_at: datetime | None = None
    urgency: Urgency | None = None
    specialty: Specialty | None = None
    requester: str = ""

    started_at: datetime | None = None
    ended_at: datetime | None = None
    channels: tuple[Channel, ...] = ()
    asking_site: str = ""
    advising_sites: tuple[str, ...] = ()
    attendees: tuple[Attendee, ...] = ()

    patient: Patient
    consent: Consent | None = None
    allergies: Allergies | None = None
    """The line is left out where the paper was signed before it had one."""
    identity: tuple[IdentityLine, ...] | None = None
    """`()` = there was a call and nobody compared, which is printed; `None` = no call, or an older paper: no line."""

    reason: str = ""
    question: str = ""

    summary: str = ""
    """The secretary's own summary. With it, empty parts below are left out instead of dotted."""
    history: str = ""
    past_history: str = ""
    examination: str = ""
    vitals: tuple[Vitals, ...] = ()
    test_results: str = ""
    working_diagnosis: str = ""
    treatment_given: str = ""

    opinions: tuple[Opinion, ...] = ()
    conclusion: Conclusion = Conclusion()
    incidents: tuple[Incident, ...] | None = None
    """`()` = looked and found none, which is printed; `None` = not known, dotted."""
    incidents_text: str = ""
    """What the secretary wrote of them; printed instead of the list."""
    decision: Decision | None = None

    read_back_at: datetime | None = None
    """When the conclusion was read out to both ends; without it the paper does not claim so."""
    secretary: Signature = Signature()
    chair: Signature = Signature()
    station: Signature = Signature()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Where the patient was already seen or treated."""

    facility: str
    from_on: date | datetime | None = None
    until_on: date | datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralPaper:
    """“Phiếu chuyển cơ sở khám bệnh, chữa bệnh bảo hiểm y tế”, TT 01/2025 App. VI, domain §7.3."""

    head: Letterhead
    number: str = ""
    """Whole, such as “42/PCCSKBCB”; empty until given."""
    code: str
    check: str = ""
    draft: bool
    conversion: Conversion | None = None

    to_facility: str = ""
    patient: Patient
    insurance_until: date | None = None
    insurance_expiry: CardExpiry = CardExpiry.KNOWN
    stays: tuple[Stay, ...] = ()

    clinical_signs: str = ""
    test_results: str = ""
    diagnosis: str = ""
    icd_code: str = ""
    procedures: str = ""
    treatment: str = ""
    condition_at_transfer: str = ""
    transfer_reason: TransferReason | None = None
    care_plan: str = ""
    transfer_at: datetime | None = None
    valid_one_year: bool | None = None
    fit_for_transfer: Fitness | None = None
    """Whether the patient can stand the way; the line is left out when they had not left as it was signed."""
    fit_note: str = ""
    transport: str = ""
    escort: str = ""
    """Name and title."""
    clinician: str = ""
    """Who treated; the line is left out when empty, because the official form has no place for it."""
    valid_until: date | None = None
    """The last day of its validity; printed in the notes when known."""
    signature: Signature = Signature()
