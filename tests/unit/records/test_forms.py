"""Official papers: the same bytes each time, every Vietnamese letter found again, nothing people type is code."""

import io
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pypdf
import pytest

from telemed.kernel.values import Sex, Specialty, Urgency
from telemed.records.forms import (
    Allergies,
    Attendee,
    CardExpiry,
    Channel,
    Consent,
    ConsentGround,
    Conversion,
    Decision,
    Incident,
    IncidentKind,
    Patient,
    Seat,
    render_minutes,
    render_referral,
)
from telemed.records.model import BirthPrecision, Choice, Fitness, Outcome, TransferReason
from telemed.sessions import Allergy, Identifier
from tests.unit.records.papers import EMPTY_MINUTES, EMPTY_REFERRAL, LONG_MINUTES, MINUTES, REFERRAL, SUA, at


def text_of(pdf: bytes) -> str:
    """What a search finds: NFC, lines joined, so a claim does not depend on where a line breaks."""
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(" ".join(pages).split())


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_the_minutes_say_every_one_of_their_thirteen_sections() -> None:
    text = text_of(render_minutes(MINUTES))

    assert [n for n in range(1, 14) if f" {n}. " in text] == list(range(1, 14))
    for words in (
        "BIÊN BẢN HỘI CHẨN Tư vấn khám bệnh, chữa bệnh từ xa",
        "Số: 118/BBHC-TĐ",
        "GIÀNG THỊ SUA DEMO Giới tính: Nữ Tuổi: 14 tháng",
        "Bắt đầu: 10 giờ 44 phút, ngày 23/11/2026",
        "000456/LCH-CCHN",
        "38,9",
        "☒ ký giấy đồng ý",
        "Viêm phổi nặng (J18.9), đáp ứng kém với kháng sinh uống.",
        "10:56:02 đến 10:57:00: Trạm Bình Lư, mất kết nối.",
        "☒ làm theo, có thay đổi",
        "THƯ KÝ",
        "Mã chữ ký: A1B2-C3D4",
        "Mã kiểm tra 7F3A-91C2 Trang 2/2",
    ):
        assert words in text


def test_the_minutes_say_allergies_and_whether_both_ends_knew_the_patient() -> None:
    said = text_of(render_minutes(MINUTES))
    assert MINUTES.identity
    station, hospital = MINUTES.identity
    doubted = text_of(render_minutes(replace(MINUTES, identity=(station, replace(hospital, matches=False)))))
    alone = text_of(render_minutes(replace(MINUTES, identity=(hospital,), allergies=Allergies(state=Allergy.UNASKED))))
    before = text_of(render_minutes(replace(MINUTES, identity=None, allergies=None)))

    assert "Dị ứng: Penicillin: mày đay, khó thở" in said
    assert "hai bên xác nhận đúng người bệnh. Trạm đối chiếu họ tên, ngày hoặc năm sinh (BS. Lò Mai Demo" in said
    assert "không khớp" not in said
    assert "chưa đủ xác nhận của hai bên" in doubted
    assert "thẻ bảo hiểm y tế, báo không khớp (BSCKI. Trần Sơn Demo" in doubted
    assert "chưa đủ xác nhận của hai bên. Trạm chưa đối chiếu." in alone
    assert "Dị ứng: chưa hỏi" in alone
    assert "Dị ứng" not in before
    assert "Đối chiếu" not in before


def test_the_minutes_list_the_chair_first_and_the_treating_clinician_after_the_secretary() -> None:
    text = text_of(render_minutes(MINUTES))

    table = text[text.index("4. Thành phần") : text.index("5. Người bệnh")]
    assert table.index("Trần Sơn") < table.index("Lê Thu") < table.index("Lò Mai")


def test_the_referral_fits_one_sheet_and_says_every_line_of_the_official_form() -> None:
    pdf = render_referral(REFERRAL)

    assert len(pages_of(pdf)) == 1
    text = text_of(pdf)
    for words in (
        "PHIẾU CHUYỂN CƠ SỞ KHÁM BỆNH, CHỮA BỆNH BẢO HIỂM Y TẾ",
        "Kính gửi: Bệnh viện đa khoa Tam Đường",
        "Họ và tên người bệnh: GIÀNG THỊ SUA DEMO Giới tính: Nữ Năm sinh: 2025",
        "Dân tộc: Mông Quốc tịch: Việt Nam",
        "Thời hạn sử dụng của thẻ bảo hiểm y tế đến ngày: 11/09/2031",
        "Chẩn đoán (ICD-10): Viêm phổi nặng (J18.9)",
        "☐ Phù hợp với quy định chuyển cấp chuyên môn kỹ thuật",
        "☒ Không phù hợp với khả năng đáp ứng",
        "hồi: 11 giờ 24 phút, ngày 23/11/2026",
        "có giá trị trong 01 năm: ☐ Có ☒ Không",
        "Ngày 23 tháng 11 năm 2026 ĐẠI DIỆN CƠ SỞ KHÁM BỆNH, CHỮA BỆNH",
        "BS. Vàng Pao Demo",
        "có giá trị đến hết ngày 07/12/2026",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("fit", "said"),
    [
        (None, ""),
        (Fitness.FIT, "đủ điều kiện vận chuyển"),
        (Fitness.WITH_CARE, "vận chuyển được, cần theo dõi sát"),
        (Fitness.NOT_FIT, "chưa ổn định, vẫn phải chuyển"),
    ],
)
def test_whether_the_patient_can_stand_the_way_is_said_where_it_was_judged(fit: Fitness | None, said: str) -> None:
    words = text_of(render_referral(replace(REFERRAL, fit_for_transfer=fit)))

    assert ("Khả năng vận chuyển" in words) == (fit is not None)
    assert said in words


def test_every_vietnamese_letter_is_found_again_however_it_was_typed() -> None:
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones] + ["đ"]
    alphabet = " ".join(letters + [letter.upper() for letter in letters])

    found = text_of(render_minutes(replace(MINUTES, reason=unicodedata.normalize("NFD", alphabet))))

    assert alphabet in found


def test_the_same_facts_give_the_same_bytes_in_any_thread() -> None:
    once = render_minutes(MINUTES), render_referral(REFERRAL)

    with ThreadPoolExecutor(4) as pool:
        minutes = list(pool.map(render_minutes, [MINUTES] * 6))
        referrals = list(pool.map(render_referral, [REFERRAL] * 6))

    assert set(minutes) == {once[0]}
    assert set(referrals) == {once[1]}
    assert render_minutes(replace(MINUTES, check="0000-0000")) != once[0]


def test_a_signed_paper_is_archival_and_dated_by_its_signature_and_a_draft_is_neither() -> None:
    signed = pypdf.PdfReader(io.BytesIO(render_referral(REFERRAL)))
    draft = pypdf.PdfReader(io.BytesIO(render_referral(replace(REFERRAL, draft=True))))

    assert signed.xmp_metadata is not None
    assert signed.xmp_metadata.pdfaid_part == "2"
    assert signed.metadata is not None
    assert signed.metadata.creation_date == at(11, 14)
    assert draft.metadata is not None
    assert draft.metadata.creation_date is None


def test_only_a_draft_says_so_on_each_page() -> None:
    assert "BẢN NHÁP" not in text_of(render_minutes(LONG_MINUTES))
    assert all("BẢN NHÁP" in page for page in pages_of(render_minutes(replace(LONG_MINUTES, draft=True))))


CODE_LOOKING = r'#import "x": * *sao* _gạch_ $x^2$ <nhãn> @ref `mã` \u{41} // bỏ #{1+1} = đề'


@pytest.mark.parametrize("field", ["reason", "summary", "question", "treatment_given", "requester"])
def test_what_people_type_into_the_minutes_is_never_code(field: str) -> None:
    assert CODE_LOOKING in text_of(render_minutes(replace(MINUTES, **{field: CODE_LOOKING})))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["clinical_signs", "diagnosis", "escort", "to_facility", "care_plan"])
def test_what_people_type_into_the_referral_is_never_code(field: str) -> None:
    assert CODE_LOOKING in text_of(render_referral(replace(REFERRAL, **{field: CODE_LOOKING})))  # type: ignore[arg-type]


def test_an_empty_paper_prints_all_its_lines_for_a_pen() -> None:
    minutes, referral = text_of(render_minutes(EMPTY_MINUTES)), text_of(render_referral(EMPTY_REFERRAL))

    assert "☒" not in minutes + referral
    assert "None" not in minutes + referral
    assert "none" not in minutes + referral
    for label in ("Họ và tên:", "Bệnh sử:", "Cận lâm sàng:", "Nơi điều trị", "Người quyết định:", "ĐẠI DIỆN TRẠM"):
        assert label in minutes
    for label in ("Địa chỉ:", "Hướng điều trị:", "Phương tiện vận chuyển:", "ĐẠI DIỆN CƠ SỞ"):
        assert label in referral


def test_a_written_summary_leaves_out_the_empty_parts_it_replaces() -> None:
    text = text_of(render_minutes(replace(EMPTY_MINUTES, summary="Sốt, ho 3 ngày.", working_diagnosis="Viêm phổi.")))

    assert "Sốt, ho 3 ngày. - Chẩn đoán sơ bộ: Viêm phổi." in text
    assert "Bệnh sử" not in text
    assert "Sinh hiệu" not in text


def test_no_incidents_is_said_and_unknown_incidents_are_not() -> None:
    assert "Không ghi nhận sự cố." in text_of(render_minutes(replace(MINUTES, incidents=())))
    assert "Không ghi nhận sự cố." not in text_of(render_minutes(replace(MINUTES, incidents=None)))


def test_the_paper_claims_no_read_back_that_did_not_happen() -> None:
    assert "đọc lại" not in text_of(render_minutes(replace(MINUTES, read_back_at=None)))


def test_a_conclusion_by_telephone_and_a_new_version_are_named() -> None:
    phoned = replace(MINUTES.conclusion, by_phone_at=at(11, 4))

    text = text_of(
        render_minutes(replace(MINUTES, conclusion=phoned, version=2, amend_reason="Cân lại tại bệnh viện."))
    )

    assert "báo qua điện thoại lúc 11 giờ 04 phút" in text
    assert "Phiên bản 2, thay phiên bản 1. Lý do sửa: Cân lại tại bệnh viện." in text


def test_signatures_never_stand_alone_on_a_page_wherever_the_text_ends() -> None:
    for lines in range(0, 40, 5):
        pages = pages_of(render_minutes(replace(MINUTES, history="Sốt cao liên tục.\n" * lines)))
        last = next(page for page in pages if "ĐẠI DIỆN TRẠM" in page)
        assert "Người quyết định" in last
        assert "CHỦ TỌA" in last
        assert last.count("Đã ký điện tử") == 3


def test_long_minutes_flow_over_four_pages_with_the_footer_on_each() -> None:
    pages = pages_of(render_minutes(LONG_MINUTES))

    assert len(pages) == 4
    assert all(f"Mã ca HC-261123-0007 · Mã kiểm tra 7F3A-91C2 Trang {n}/4" in page for n, page in enumerate(pages, 1))


def test_long_names_and_words_without_a_space_stay_on_the_page() -> None:
    name = "Tôn Nữ Công Tằng Thị Phương Hoàng Nguyệt Anh Thư " * 5 + "Demo"
    patient = replace(SUA, name=name, address="x" * 300)

    for pdf in (
        render_minutes(replace(MINUTES, patient=patient, reason="a" * 400)),
        render_referral(replace(REFERRAL, patient=patient, transport="a" * 400)),
    ):
        assert name.upper() in text_of(pdf)
        assert all(len(line) < 150 for page in pages_of(pdf) for line in page.splitlines())


def test_a_letter_no_font_can_draw_does_not_stop_the_paper() -> None:
    pdf = render_referral(replace(REFERRAL, transport="Xe trạm 🚑, đi ngay"))

    assert "Xe trạm" in text_of(pdf)


def test_invisible_and_control_characters_do_not_reach_the_paper() -> None:
    pdf = render_referral(replace(REFERRAL, transport="Xe\x00 \u202emáy\u202c\x1b của\ud800 trạm"))

    assert "Phương tiện vận chuyển: Xe máy của trạm" in text_of(pdf)


def test_line_breaks_are_kept() -> None:
    pages = pages_of(render_minutes(replace(MINUTES, reason="Dòng một.\r\nDòng hai.")))

    assert any(re.search(r"Dòng một\.\s*\n\s*Dòng hai\.", page) for page in pages)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        render_minutes(replace(MINUTES, started_at=datetime(2026, 11, 23, 10, 44)))  # noqa: DTZ001 - the fault itself


def test_every_code_has_its_words() -> None:
    everything = replace(
        MINUTES,
        channels=tuple(Channel),
        incidents=tuple(Incident(kind=kind, started_at=at(10, 50), note="x") for kind in IncidentKind),
        attendees=tuple(Attendee(name="BS. Lò Mai Demo", seat=seat) for seat in Seat),
        identity=tuple(replace(one, identifiers=tuple(Identifier)) for one in MINUTES.identity or ()),
    )
    decision = Decision(
        choice=Choice.FOLLOW,
        by="BS. Lò Mai Demo",
        at=at(11, 0),
        outcomes=tuple(Outcome),
        changed_items=("summary", "diagnosis", "treatment", "monitoring", "place", "follow_up"),
    )
    papers = [
        *(replace(everything, urgency=urgency) for urgency in Urgency),
        *(replace(everything, allergies=Allergies(state=state)) for state in Allergy),
        *(replace(everything, specialty=specialty) for specialty in Specialty),
        *(replace(everything, decision=replace(decision, choice=choice)) for choice in Choice),
        *(replace(everything, consent=Consent(ground=ground)) for ground in ConsentGround),
        *(replace(everything, patient=replace(SUA, sex=sex)) for sex in Sex),
        *(replace(everything, patient=replace(SUA, birth_precision=precision)) for precision in BirthPrecision),
    ]
    for paper in papers:
        assert render_minutes(paper).startswith(b"%PDF")
    for reason in TransferReason:
        text = text_of(render_referral(replace(REFERRAL, transfer_reason=reason)))
        assert text.count("☒") == (1 if reason is TransferReason.PATIENT_WISH else 2)
    for expiry in CardExpiry:
        assert render_referral(replace(REFERRAL, insurance_expiry=expiry)).startswith(b"%PDF")


def test_the_grounds_of_consent_are_those_of_a_consult() -> None:
    from telemed import sessions

    assert {ground.value for ground in ConsentGround} == {ground.value for ground in sessions.ConsentGround}


@pytest.mark.parametrize(
    ("patient", "said"),
    [
        (replace(SUA, age_days=12), "Tuổi: 12 ngày"),
        (replace(SUA, age_months=71), "Tuổi: 71 tháng"),
        (replace(SUA, age_months=72), "Tuổi: 6 "),
        (replace(SUA, age_months=700, birth_precision=BirthPrecision.ESTIMATED), "Tuổi: khoảng 58 "),
        (replace(SUA, birth_precision=BirthPrecision.MONTH), "Ngày sinh: 09/2025"),
        (replace(SUA, name=""), "Họ và tên: CHƯA RÕ, MÃ VD-BL-20261123-1"),
    ],
)
def test_age_birth_and_an_unknown_name_are_told_as_clinicians_tell_them(patient: Patient, said: str) -> None:
    assert said.casefold() in text_of(render_minutes(replace(MINUTES, patient=patient))).casefold()


def test_a_printed_copy_of_an_electronic_record_names_system_time_and_converter() -> None:
    copied = Conversion(system="Telemed, Bệnh viện đa khoa Tam Đường", at=at(15, 30), by="Nguyễn Văn Demo")

    assert (
        "Bản giấy chuyển đổi từ hồ sơ bệnh án điện tử Telemed, Bệnh viện đa khoa Tam Đường lúc 15:30 ngày 23/11/2026"
        in text_of(render_minutes(replace(MINUTES, conversion=copied)))
    )
