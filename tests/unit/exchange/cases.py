"""One consult with everything that can become of it, as other systems are told; people and places are invented."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from telemed.exchange.model import (
    Case,
    Clinician,
    Consented,
    Decided,
    Edition,
    Feedback,
    Opinion,
    Person,
    Place,
    Planned,
    Referred,
    Request,
    Seat,
    Session,
    Signed,
    Stay,
    Vitals,
)
from telemed.kernel.values import FacilityKind, Profession, Sex, Specialty, Urgency

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def id_of(number: int) -> UUID:
    return UUID(int=(0x019A << 112) | (7 << 76) | (8 << 60) | number)


STATION = Place(id_of(1), "Trạm Y tế Mường Than Demo", FacilityKind.STATION, "12018", "03618", "02130000001")
HOSPITAL = Place(id_of(2), "BVĐK Than Uyên Demo", FacilityKind.HOSPITAL, "12002", "03595")
DOCTOR = Clinician(id_of(11), "Lò Thị Mai Demo", "BS.", Profession.DOCTOR, "000123/LCH-CCHN")
CHAIR = Clinician(id_of(12), "Trần Văn Sơn Demo", "BS CKI", Profession.DOCTOR, "000456/LCH-CCHN")
PATIENT = Person(
    id_of(21),
    "VD-MT-20261122-1",
    "Giàng Thị Súa Demo",
    Sex.FEMALE,
    date(1965, 1, 1),
    "year",
    national_id="012165001234",
    insurance_no="DT2121234567890",
    insurance_valid_from=date(2026, 1, 1),
    insurance_valid_to=date(2026, 12, 31),
    insurance_facility_code="12018",
    ethnicity_code="08",
    nationality_code="000",
    occupation_code="00000",
    phone="+84912345678",
    province_code="12",
    commune_code="03618",
    commune_name="xã Mường Than, tỉnh Lai Châu",
    village="Bản Sân <Bay> & Đồi",
    language="Tiếng Mông",
    interpreter_needed=True,
    representative_name="Sùng A Páo Demo",
    representative_relation="con trai",
    representative_kind="b",
    representative_phone="+84912345679",
)
HASH = "ab" * 32
MINUTES = Edition(
    id_of(31),
    "BBHC-12/2026",
    1,
    HASH,
    NOW + timedelta(minutes=40),
    NOW + timedelta(minutes=50),
    CHAIR.id,
    "Ho, sốt ba ngày, khó thở tăng.",
    "Viêm phổi nặng (J18.9)",
    "Oxy 2 lít/phút; ceftriaxon",
    "Đếm nhịp thở mỗi 15 phút",
    "transfer_today",
    "Gọi lại khi nặng lên",
    (Opinion(id_of(32), CHAIR.id, NOW + timedelta(minutes=30), "SpO2 < 90 & thở nhanh: nên chuyển"),),
    (
        Signed("chair", CHAIR.id, NOW + timedelta(minutes=45), HASH),
        Signed("station", DOCTOR.id, NOW + timedelta(minutes=50), HASH, "passkey"),
    ),
)
REFERRAL = Referred(
    id_of(41),
    "CCS-7/2026",
    "sent",
    "referral",
    HOSPITAL.id,
    "beyond_ability",
    DOCTOR.id,
    NOW + timedelta(hours=1),
    "Viêm phổi nặng",
    "J18.9",
    ("I10", "E11.9"),
    clinical_signs="Thở nhanh, tím môi",
    test_results="SpO2 88%",
    procedures="Thở oxy",
    treatment="Ceftriaxon 2 g",
    condition="Tỉnh, SpO2 92% với oxy",
    care_plan="Chuyển nội trú",
    transport="Xe cấp cứu của trạm",
    escort_name="Vàng Thị Dua Demo",
    escort_title="Điều dưỡng",
    transfer_at=NOW + timedelta(hours=2),
    valid_until=date(2026, 12, 4),
    sent_at=NOW + timedelta(hours=1, minutes=5),
    treated=(Stay(STATION.name, date(2026, 11, 21), date(2026, 11, 22)),),
    feedback=Feedback(
        NOW + timedelta(days=3), CHAIR.id, "Viêm phổi thùy", "J18.1", "Kháng sinh 3 ngày", "Uống tiếp 4 ngày"
    ),
)
FOLLOW_UP = Planned(id_of(51), date(2026, 12, 6), "Nghe phổi lại", "planned", "PHK-3/2026", CHAIR.id, DOCTOR.id, NOW)
CASE = Case(
    id_of(5),
    "MT-0042",
    "concluded",
    Urgency.STAT,
    Specialty.INTERNAL,
    "video",
    NOW,
    NOW + timedelta(minutes=1),
    STATION,
    HOSPITAL,
    DOCTOR.id,
    Request(
        "Khó thở",
        "Có cần chuyển ngay không?",
        "Ho, sốt ba ngày",
        "Tăng huyết áp",
        "Ran ẩm hai đáy",
        "Viêm phổi",
        "Paracetamol",
        case_type="breathing",
        returned_question="Nhịp thở bao nhiêu?",
    ),
    Sex.FEMALE,
    742,
    PATIENT,
    PATIENT.id,
    CHAIR.id,
    NOW + timedelta(minutes=3),
    NOW + timedelta(minutes=10),
    NOW + timedelta(minutes=40),
    None,
    (
        Vitals(
            id_of(61),
            NOW,
            DOCTOR.id,
            112,
            Decimal("38.5"),
            120,
            70,
            32,
            88,
            on_oxygen=False,
            weight=Decimal("41.00"),
            height=152,
            gcs=15,
            glucose=Decimal("6.1"),
        ),
        Vitals(id_of(62), NOW + timedelta(minutes=20), DOCTOR.id, pulse=104, spo2=92, on_oxygen=True),
    ),
    (
        Session(
            id_of(71),
            1,
            NOW + timedelta(minutes=12),
            NOW + timedelta(minutes=13),
            NOW + timedelta(minutes=38),
            (
                Seat(DOCTOR.id, STATION.id, "station", NOW + timedelta(minutes=12), NOW + timedelta(minutes=38)),
                Seat(CHAIR.id, HOSPITAL.id, "hospital", NOW + timedelta(minutes=13), None),
            ),
        ),
    ),
    (
        Consented(id_of(81), "share", "given", "spoken", NOW, DOCTOR.id),
        Consented(id_of(82), "photos", "refused", "spoken", NOW, DOCTOR.id),
    ),
    MINUTES,
    Decided(
        id_of(91),
        "modify",
        ("refer", "follow_up"),
        DOCTOR.id,
        NOW + timedelta(hours=1),
        "Không có ceftriaxon",
        "Đã báo",
    ),
    (REFERRAL,),
    (FOLLOW_UP,),
    {DOCTOR.id: DOCTOR, CHAIR.id: CHAIR},
)


def case(**changes: Any) -> Case:
    return replace(CASE, **changes)
