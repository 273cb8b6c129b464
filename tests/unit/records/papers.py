"""One invented consult as it stands on paper: a child with pneumonia at a station, advised and sent to the hospital."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from telemed.kernel.values import Sex, Specialty, Urgency
from telemed.records.forms import (
    Allergies,
    Attendee,
    Channel,
    Conclusion,
    Consent,
    ConsentGround,
    Decision,
    IdentityLine,
    Incident,
    IncidentKind,
    Letterhead,
    MinutesPaper,
    Opinion,
    Patient,
    ReferralPaper,
    Seat,
    Signature,
    Stay,
    Vitals,
)
from telemed.records.model import BirthPrecision, Choice, Outcome, TransferReason
from telemed.sessions import Allergy, Identifier


def at(hour: int, minute: int, second: int = 0) -> datetime:
    """On 23/11/2026 as the station's clock shows it; given in UTC, as the database does."""
    return datetime(2026, 11, 23, hour - 7, minute, second, tzinfo=UTC)


SUA = Patient(
    name="Giàng Thị Sua Demo",
    code="VD-BL-20261123-1",
    sex=Sex.FEMALE,
    birth_date=date(2025, 9, 11),
    birth_precision=BirthPrecision.DAY,
    age_months=14,
    ethnicity="Mông",
    nationality="Việt Nam",
    occupation="trẻ em",
    workplace="không",
    address="bản Nà Mẫu, xã Bình Lư, tỉnh Lai Châu",
    phone="0900 000 009",
    national_id="012325000000",
    insurance_no="TE 1 12 0000000000",
    representative="Giàng A Páo Demo, bố",
)
HOSPITAL = "Bệnh viện đa khoa Tam Đường"
STATION = "Trạm Y tế xã Bình Lư"
MINUTES = MinutesPaper(
    head=Letterhead(parent="Sở Y tế tỉnh Lai Châu", facility=HOSPITAL, department="Khoa Nhi", place="Tam Đường"),
    number="118/BBHC-TĐ",
    code="HC-261123-0007",
    check="7F3A-91C2",
    draft=False,
    dated_at=at(11, 6),
    requested_at=at(10, 40),
    accepted_at=at(10, 41),
    urgency=Urgency.STAT,
    specialty=Specialty.PAEDIATRICS,
    requester="BS. Lò Mai Demo",
    started_at=at(10, 44),
    ended_at=at(10, 59),
    channels=(Channel.VIDEO, Channel.VOICE),
    asking_site=STATION,
    advising_sites=(f"Khoa Nhi, {HOSPITAL}",),
    attendees=(
        Attendee(
            name="BS. Lò Mai Demo",
            seat=Seat.TREATING,
            title="Bác sĩ đa khoa",
            license_no="000123/LCH-CCHN",
            facility=STATION,
            joined_at=at(10, 42),
            left_at=at(10, 59),
        ),
        Attendee(
            name="BSCKI. Trần Sơn Demo",
            seat=Seat.CHAIR,
            title="Phó trưởng khoa Nhi",
            license_no="000456/LCH-CCHN",
            facility=HOSPITAL,
            joined_at=at(10, 44),
            left_at=at(10, 59),
        ),
        Attendee(
            name="ĐD. Lê Thu Demo",
            seat=Seat.SECRETARY,
            title="Điều dưỡng",
            license_no="000789/LCH-CCHN",
            facility=HOSPITAL,
            joined_at=at(10, 46),
            left_at=at(10, 59),
        ),
    ),
    patient=SUA,
    consent=Consent(ground=ConsentGround.SIGNED, given_by="Giàng A Páo Demo, bố", recorded_at=at(10, 40)),
    allergies=Allergies(state=Allergy.SOME, text="Penicillin: mày đay, khó thở"),
    identity=(
        IdentityLine(
            side="station",
            by="BS. Lò Mai Demo",
            at=at(10, 45),
            identifiers=(Identifier.FULL_NAME, Identifier.BIRTH),
            matches=True,
        ),
        IdentityLine(
            side="hospital",
            by="BSCKI. Trần Sơn Demo",
            at=at(10, 46),
            identifiers=(Identifier.FULL_NAME, Identifier.INSURANCE_NO),
            matches=True,
        ),
    ),
    reason="Sốt, ho 3 ngày, thở nhanh, rút lõm lồng ngực.",
    question="Cháu có cần chuyển ngay không, hay tiêm kháng sinh và theo dõi tại trạm được?",
    history="Sốt, ho 3 ngày, bú kém từ hôm qua.",
    past_history="Sinh đủ tháng, tiêm chủng đủ theo lịch.",
    examination="Tỉnh, rút lõm lồng ngực, ran ẩm nhỏ hạt hai đáy phổi. Không tím.",
    vitals=(
        Vitals(
            taken_at=at(10, 35),
            pulse=156,
            temperature=Decimal("38.9"),
            respiration=58,
            spo2=89,
            on_oxygen=False,
            gcs=15,
            weight=Decimal("8.6"),
        ),
        Vitals(taken_at=at(10, 52), pulse=148, respiration=54, spo2=93, on_oxygen=True),
    ),
    test_results="Phim ngực thẳng: mờ đáy phổi phải.",
    working_diagnosis="Viêm phổi thở nhanh.",
    treatment_given="Paracetamol 120 mg, amoxicillin uống 2 ngày, oxy gọng mũi 0,5 lít/phút.",
    opinions=(
        Opinion(
            by="BSCKI. Trần Sơn Demo",
            facility="Khoa Nhi",
            at=at(10, 49),
            text="Viêm phổi nặng: thở nhanh, rút lõm, SpO₂ dưới 90% khi thở khí trời. "
            "Cần nằm viện, tiêm liều đầu trước khi đi.",
        ),
        Opinion(
            by="BS. Lò Mai Demo",
            facility="Trạm Bình Lư",
            at=at(10, 50),
            text="Trạm còn oxy khoảng 2 giờ, có ampicillin và gentamicin. Xe trạm đi được ngay.",
        ),
    ),
    conclusion=Conclusion(
        diagnosis="Viêm phổi nặng (J18.9), đáp ứng kém với kháng sinh uống.",
        treatment="Tiêm bắp liều đầu ampicillin 430 mg (50 mg/kg) và gentamicin 65 mg (7,5 mg/kg) trước khi đi. "
        "Oxy gọng mũi 0,5-1 lít/phút, giữ SpO₂ từ 92% trở lên.",
        monitoring="Đếm nhịp thở, SpO₂ mỗi 15 phút trên đường. Giữ ấm, bế cao đầu, bú từng ít một.",
        place=f"Chuyển khoa Nhi, {HOSPITAL} trong ngày, có nhân viên y tế đi cùng.",
        follow_up="Không hẹn trước. Gọi lại ngay nếu SpO₂ dưới 90% hoặc tím, li bì trên đường đi.",
        confirmed_at=at(10, 59),
    ),
    incidents=(
        Incident(kind=IncidentKind.WEAK_LINK, started_at=at(10, 52), ended_at=at(10, 55, 30), site="Trạm Bình Lư"),
        Incident(kind=IncidentKind.LINK_LOST, started_at=at(10, 56, 2), ended_at=at(10, 57), site="Trạm Bình Lư"),
    ),
    decision=Decision(
        choice=Choice.MODIFY,
        by="BS. Lò Mai Demo",
        at=at(11, 12),
        changed_items=("treatment",),
        reason="Trạm hết gentamicin. Đã báo BSCKI. Trần Sơn Demo.",
        outcomes=(Outcome.REFER, Outcome.FOLLOW_UP),
        follow_up_on=date(2026, 11, 30),
    ),
    read_back_at=at(10, 58),
    secretary=Signature(name="ĐD. Lê Thu Demo", title="Điều dưỡng", signed_at=at(11, 1), check="A1B2-C3D4"),
    chair=Signature(name="BSCKI. Trần Sơn Demo", title="Phó trưởng khoa Nhi", signed_at=at(11, 4), check="A1B2-C3D4"),
    station=Signature(name="BS. Lò Mai Demo", title="Bác sĩ đa khoa", signed_at=at(11, 6), check="A1B2-C3D4"),
)
REFERRAL = ReferralPaper(
    head=Letterhead(parent="UBND xã Bình Lư", facility=STATION, place="Bình Lư"),
    number="42/PCCSKBCB",
    code="HC-261123-0007",
    check="5D20-88E1",
    draft=False,
    to_facility=HOSPITAL,
    patient=SUA,
    insurance_until=date(2031, 9, 11),
    stays=(Stay(facility=STATION, from_on=date(2026, 11, 21), until_on=date(2026, 11, 23)),),
    clinical_signs="Sốt, ho 3 ngày; nhịp thở 58 lần/phút, rút lõm lồng ngực, SpO₂ 89% khi thở khí trời, "
    "mạch 156 lần/phút, nhiệt độ 38,9 °C, cân nặng 8,6 kg; ran ẩm nhỏ hạt hai đáy phổi.",
    test_results="Phim ngực thẳng: mờ đáy phổi phải.",
    diagnosis="Viêm phổi nặng",
    icd_code="J18.9",
    procedures="không",
    treatment="Oxy gọng mũi 0,5 lít/phút; ampicillin 430 mg tiêm bắp lúc 11 giờ 08 phút; paracetamol 120 mg.",
    condition_at_transfer="Tỉnh, nhịp thở 56 lần/phút, SpO₂ 93% khi thở oxy.",
    transfer_reason=TransferReason.BEYOND_ABILITY,
    care_plan="Theo kết luận hội chẩn số 118/BBHC-TĐ ngày 23/11/2026.",
    transfer_at=at(11, 24),
    valid_one_year=False,
    transport="Xe của trạm",
    escort="Tẩn Hoa Demo, điều dưỡng",
    clinician="Bác sĩ Lò Mai Demo",
    valid_until=date(2026, 12, 7),
    signature=Signature(name="BS. Vàng Pao Demo", title="Trưởng trạm", signed_at=at(11, 14), check="5D20-88E1"),
)
LONG_MINUTES = replace(
    MINUTES,
    history="Cháu sốt cao liên tục từ 3 ngày trước, nhiệt độ cao nhất 39,8 °C, ho đờm, bú kém. " * 12,
    examination="Môi hồng nhạt, chi ấm, mạch quay rõ, rút lõm lồng ngực khi gắng sức, ran ẩm hai đáy. " * 8,
    opinions=MINUTES.opinions * 9,
    conclusion=replace(MINUTES.conclusion, treatment=MINUTES.conclusion.treatment * 4),
)
EMPTY_MINUTES = MinutesPaper(
    head=Letterhead(parent="Sở Y tế tỉnh Lai Châu", facility=HOSPITAL),
    code="HC-261123-0008",
    draft=True,
    patient=Patient(),
)
EMPTY_REFERRAL = ReferralPaper(
    head=Letterhead(parent="UBND xã Bình Lư", facility=STATION), code="HC-261123-0008", draft=True, patient=Patient()
)
