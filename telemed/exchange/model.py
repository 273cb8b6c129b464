"""One consult as other systems are told of it: our own neutral values, of which every adapter makes its own. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from telemed.kernel.values import FacilityKind, Profession, Sex, Specialty, Urgency


@dataclass(frozen=True, slots=True)
class Place:
    """A facility. `code` is its five digits at the insurance, where the operator has set them."""

    id: UUID
    name: str
    kind: FacilityKind
    code: str = ""
    commune_code: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Clinician:
    id: UUID
    name: str
    title: str
    profession: Profession
    license_no: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A patient as far as known: identity, insurance, address (`domain.md` 6.1-6.3). All may be empty."""

    id: UUID
    code: str = ""
    """Ours, of whom no number is known."""
    full_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_precision: str = "unknown"
    """unknown | estimated | year | month | day | minute; what is finer than that in `birth_date` means nothing."""
    birth_time: str = ""
    """"HH:MM", of a newborn."""
    national_id: str = ""
    other_id_kind: str = ""
    """cmnd | passport | e_id"""
    other_id: str = ""
    insurance_no: str = ""
    """One card, or several with `;` between."""
    social_insurance_no: str = ""
    insurance_valid_from: date | None = None
    insurance_valid_to: date | None = None
    insurance_facility_code: str = ""
    living_area: str = ""
    ethnicity_code: str = ""
    nationality_code: str = ""
    occupation_code: str = ""
    occupation: str = ""
    workplace: str = ""
    phone: str = ""
    phone_owner: str = ""
    province_code: str = ""
    commune_code: str = ""
    commune_name: str = ""
    """As the code was called when the case was written down."""
    village: str = ""
    legacy_address: str = ""
    language: str = ""
    interpreter_needed: bool = False
    representative: str = ""
    """Name and relation in one line, as older entries have it."""
    representative_name: str = ""
    representative_relation: str = ""
    representative_kind: str = ""
    representative_id: str = ""
    representative_phone: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What the station asked, in its own words."""

    reason: str
    question: str
    history: str = ""
    past_history: str = ""
    examination: str = ""
    working_diagnosis: str = ""
    treatment_given: str = ""
    case_type: str = ""
    onset_at: datetime | None = None
    returned_question: str = ""
    """What the hospital wanted to know besides, when it gave the case back."""
    icd_code: str = ""
    """Of the working diagnosis, where the station gave one."""


@dataclass(frozen=True, slots=True)
class Vitals:
    """One taking of vital signs, in the units of `domain.md` 6.5."""

    id: UUID
    taken_at: datetime
    taken_by: UUID
    pulse: int | None = None
    temperature: Decimal | None = None
    systolic: int | None = None
    diastolic: int | None = None
    respiration: int | None = None
    spo2: int | None = None
    on_oxygen: bool | None = None
    weight: Decimal | None = None
    height: int | None = None
    gcs: int | None = None
    glucose: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody who sat in a call, from first in to last out."""

    person: UUID
    facility: UUID
    side: str
    joined_at: datetime
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """One call."""

    id: UUID
    number: int
    opened_at: datetime
    live_at: datetime | None
    ended_at: datetime | None
    seats: tuple[Seat, ...] = ()


@dataclass(frozen=True, slots=True)
class Consented:
    """The patient's word on one purpose; of each purpose the last one holds."""

    id: UUID
    purpose: str
    decision: str
    ground: str
    recorded_at: datetime
    recorded_by: UUID


@dataclass(frozen=True, slots=True)
class Signed:
    """One line of a signed paper."""

    line: str
    by: UUID
    at: datetime
    document_hash: str
    means: str = "password"


@dataclass(frozen=True, slots=True)
class Opinion:
    id: UUID
    by: UUID
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The signed minutes that hold: the highest edition."""

    id: UUID
    number: str
    edition: int
    document_hash: str
    concluded_at: datetime
    signed_at: datetime
    chair: UUID
    summary: str
    diagnosis: str
    treatment: str
    monitoring: str
    place: str
    follow_up: str
    opinions: tuple[Opinion, ...] = ()
    signatures: tuple[Signed, ...] = ()
    reason: str = ""
    """Why there is an edition after the first."""
    pdf: bytes = field(default=b"", repr=False)
    """The paper itself, as it is printed; empty where it was not fetched."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What the treating clinician did with the advice."""

    id: UUID
    choice: str
    outcomes: tuple[str, ...]
    by: UUID
    at: datetime
    reason: str = ""
    note: str = ""
    follow_up_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """Where the patient was treated before the referral, from and until which day."""

    facility: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the hospital found and did, on its way back to the station."""

    at: datetime
    by: UUID | None = None
    final_diagnosis: str = ""
    final_icd_code: str = ""
    done: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Referred:
    """A referral that was signed."""

    id: UUID
    number: str
    state: str
    kind: str
    to: UUID
    reason: str
    """fits_rules | beyond_ability | patient_wish"""
    signed_by: UUID
    signed_at: datetime
    diagnosis: str
    icd_code: str
    other_icd_codes: tuple[str, ...] = ()
    clinical_signs: str = ""
    test_results: str = ""
    procedures: str = ""
    treatment: str = ""
    condition: str = ""
    care_plan: str = ""
    transport: str = ""
    escort_name: str = ""
    escort_title: str = ""
    transfer_at: datetime | None = None
    valid_until: date | None = None
    sent_at: datetime | None = None
    treated: tuple[Stay, ...] = ()
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A follow-up: on which day, why, with whom."""

    id: UUID
    on: date
    reason: str
    state: str
    number: str = ""
    person: UUID | None = None
    made_by: UUID | None = None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One consult with all that became of it. Lists are in the order of time."""

    id: UUID
    code: str
    state: str
    urgency: Urgency
    specialty: Specialty
    answer: str
    created_at: datetime
    sent_at: datetime | None
    station: Place
    hospital: Place
    requester: UUID
    request: Request
    sex: Sex = Sex.UNKNOWN
    age_months: int | None = None
    patient: Person | None = None
    """None: unknown, or the asker may not know."""
    patient_id: UUID | None = None
    specialist: UUID | None = None
    accepted_at: datetime | None = None
    scheduled_at: datetime | None = None
    concluded_at: datetime | None = None
    closed_at: datetime | None = None
    vitals: tuple[Vitals, ...] = ()
    sessions: tuple[Session, ...] = ()
    consents: tuple[Consented, ...] = ()
    minutes: Edition | None = None
    decision: Decided | None = None
    referrals: tuple[Referred, ...] = ()
    follow_ups: tuple[Planned, ...] = ()
    people: dict[UUID, Clinician] | None = None
    places: dict[UUID, Place] | None = None
    """Other facilities that are named."""

    def clinician(self, who: UUID) -> Clinician:
        return (self.people or {})[who]

    def place(self, where: UUID) -> Place:
        return {self.station.id: self.station, self.hospital.id: self.hospital, **(self.places or {})}[where]


@dataclass(frozen=True, slots=True)
class Duty:
    """One shift of a hospital's published roster."""

    id: UUID
    hospital: UUID
    person: UUID
    specialty: Specialty | None
    tier: str
    starts_at: datetime
    ends_at: datetime
