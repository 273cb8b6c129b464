"""The forms whose pages and text are kept as golden files, and how they are made again.

`python -m tests.unit.records.golden` writes them: pages as grey PNG of 60 dots an inch, text as pdfium finds it.
"""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from telemed.records.forms import Conversion, ExtractPaper, FollowUpPaper, Letterhead, Paper, Patient, Signature, render
from telemed.records.short_papers import extract_paper
from tests.unit.records.papers import (
    EMPTY_MINUTES,
    EMPTY_REFERRAL,
    HOSPITAL,
    LONG_MINUTES,
    MINUTES,
    REFERRAL,
    STATION,
    SUA,
    at,
)

HERE = Path(__file__).parent / "golden-papers"
DOTS_PER_INCH = 60
LONG_NAME = "Tôn Nữ Công Tằng Thị Phương Hoàng Nguyệt Anh Thư Demo"
LONG_PATIENT = replace(
    SUA, name=LONG_NAME, address="bản Nà Mẫu, khu dân cư số 12 mới sáp nhập, xã Bình Lư, tỉnh Lai Châu"
)
COPIED = Conversion(
    system="Telemed",
    owner=HOSPITAL,
    at=at(15, 30),
    by="Điều dưỡng Nguyễn Thị Vân Demo",
    code="7K3M-Q9TX-P2HD",
    link="https://telemed.example.vn/paper/7K3MQ9TXP2HD",
)
EXTRACT = replace(
    extract_paper(MINUTES),
    head=replace(MINUTES.head, form_code="40/BV-01", record_no="260012345"),
    treated_from=date(2026, 11, 21),
    treated_until=date(2026, 11, 23),
)
FOLLOW_UP = FollowUpPaper(
    head=Letterhead(parent="UBND xã Bình Lư", facility=STATION, place="Bình Lư"),
    number="7/PHKL",
    code="HC-261123-0007",
    check="5D2088E11234",
    draft=False,
    patient=replace(SUA, insurance_from=date(2025, 9, 11), insurance_until=date(2031, 9, 11)),
    visited_on=at(10, 44),
    diagnosis="Viêm phổi nặng",
    icd_code="J18.9",
    on=date(2026, 11, 30),
    reason="Khám lại phổi, chụp phim ngực",
    at_facility=HOSPITAL,
    with_person="Bác sĩ chuyên khoa I Trần Sơn Demo",
    dated_at=at(11, 30),
    signature=Signature(name="Lò Mai Demo", title="Bác sĩ"),
)
EMPTY_HEAD = Letterhead(parent="UBND xã Bình Lư", facility=STATION)
LONG_TEXT = "Cháu sốt cao liên tục từ 3 ngày trước, nhiệt độ cao nhất 39,8 °C, ho đờm, bú kém, quấy khóc về đêm. "

FORMS: Mapping[str, Paper] = {
    "minutes": MINUTES,
    "minutes-long": replace(LONG_MINUTES, patient=LONG_PATIENT),
    "minutes-empty": EMPTY_MINUTES,
    "minutes-second-edition": replace(MINUTES, version=2, amend_reason="Ghi nhầm liều gentamicin"),
    "extract": EXTRACT,
    "extract-long": replace(EXTRACT, patient=LONG_PATIENT, course=LONG_TEXT * 60, conclusion=LONG_TEXT * 20),
    "extract-empty": ExtractPaper(head=EMPTY_HEAD, code="HC-261123-0008", draft=True, patient=Patient()),
    "extract-copy": replace(EXTRACT, conversion=COPIED),
    "referral": REFERRAL,
    "referral-long": replace(REFERRAL, patient=LONG_PATIENT, clinical_signs=LONG_TEXT * 40, care_plan=LONG_TEXT * 30),
    "referral-empty": EMPTY_REFERRAL,
    "referral-copy": replace(REFERRAL, conversion=COPIED),
    "follow-up": FOLLOW_UP,
    "follow-up-long": replace(FOLLOW_UP, patient=LONG_PATIENT, diagnosis=LONG_TEXT * 60, comorbid=LONG_TEXT * 30),
    "follow-up-empty": FollowUpPaper(head=EMPTY_HEAD, code="HC-261123-0008", draft=True, patient=Patient()),
    "follow-up-copy": replace(FOLLOW_UP, conversion=COPIED),
}
PICTURED = [name for name in FORMS if not name.endswith("-long")]
"""Of the long ones the text is enough."""


def pages(pdf: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L") for page in document]


def text(pdf: bytes) -> str:
    """Of each page, a form feed between."""
    document = pypdfium2.PdfDocument(pdf)
    found = (page.get_textpage().get_text_range().replace("\r\n", "\n").strip() for page in document)
    return "\f\n".join(found) + "\n"


def main() -> None:
    HERE.mkdir(exist_ok=True)
    for old in HERE.iterdir():
        old.unlink()
    for name, paper in FORMS.items():
        pdf = render(paper)
        (HERE / f"{name}.txt").write_text(text(pdf), encoding="utf-8")
        if name in PICTURED:
            for n, page in enumerate(pages(pdf), start=1):
                small = page.quantize(16)
                picture = io.BytesIO()
                small.save(picture, "png", optimize=True)
                (HERE / f"{name}-{n}.png").write_bytes(picture.getvalue())


if __name__ == "__main__":
    main()
