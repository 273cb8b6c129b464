"""Every form as it was looked at and found good: its text, its pages, its PDF/A structure, whatever is typed."""

import os
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from telemed.infra.press import our_letters, printable
from telemed.records.forms import Paper, render
from tests.unit.records import golden
from tests.unit.records.papers import MINUTES, REFERRAL

FINAL = {name: paper for name, paper in golden.FORMS.items() if not paper.draft}
VERAPDF = os.environ.get("TELEMED_VERAPDF")

FEW_DOTS = 0.004
"""Share of a page's dots that may differ by more than a quarter of the way from black to white: another version of the
fonts' rasteriser moves edges by less; a line of text that is gone, moved or new is more."""


def pdftotext(pdf: bytes, *more: str) -> str:
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", *more, "-", "-"], input=pdf, capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode())


def words_of(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def letters_of(text: str) -> str:
    """Without blanks: how many of them stand between letters that were set apart is the reader's guess."""
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("name", golden.FORMS)
def test_a_form_says_what_its_golden_text_says(name: str) -> None:
    assert golden.text(render(golden.FORMS[name])) == (golden.HERE / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", golden.PICTURED)
def test_a_form_looks_as_its_golden_pages_look(name: str) -> None:
    pages = golden.pages(render(golden.FORMS[name]))

    kept = sorted(golden.HERE.glob(f"{name}-[0-9].png"))
    assert len(pages) == len(kept)
    for page, file in zip(pages, kept, strict=True):
        before = np.asarray(Image.open(file).convert("L"), dtype=np.int16)
        now = np.asarray(page, dtype=np.int16)
        assert before.shape == now.shape
        assert (np.abs(before - now) > 64).mean() <= FEW_DOTS, file.name


def test_a_line_that_is_missing_is_no_small_difference() -> None:
    """The tolerance is not so wide that it would let a lost line through."""
    whole, without = (
        np.asarray(golden.pages(render(paper))[0], dtype=np.int16)
        for paper in (golden.FOLLOW_UP, replace(golden.FOLLOW_UP, reason=""))
    )

    assert (np.abs(whole - without) > 64).mean() > FEW_DOTS


@pytest.mark.parametrize("name", [name for name in golden.FORMS if name.endswith("-long")])
def test_long_texts_run_over_three_pages_and_lose_nothing(name: str) -> None:
    paper = golden.FORMS[name]
    pdf = render(paper)

    assert len(golden.pages(pdf)) >= 3
    text = letters_of(pdftotext(pdf, "-raw"))
    assert letters_of(golden.LONG_NAME.upper()) in text
    sheets = len(golden.pages(pdf))
    assert all(f"Trang{n}/{sheets}" in text for n in range(1, sheets + 1))


def test_another_reader_finds_the_same_words() -> None:
    for name, paper in FINAL.items():
        ours, theirs = (golden.HERE / f"{name}.txt").read_text(encoding="utf-8"), pdftotext(render(paper), "-layout")
        assert sorted(words_of(ours.replace("\f", "")).split()) == sorted(words_of(theirs).split()), name


@pytest.mark.parametrize("name", FINAL)
def test_a_signed_form_has_the_structure_of_pdf_a(name: str) -> None:
    pdf = render(FINAL[name])

    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root
        assert not document.is_encrypted
        with document.open_metadata() as xmp:
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        intents = list(root.OutputIntents)
        assert [str(one.S) for one in intents] == ["/GTS_PDFA1"]
        assert intents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"  # an ICC profile
        assert "/JavaScript" not in root.get("/Names", {})
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
        assert b"/JavaScript" not in pdf
        assert str(root.Lang).startswith("vi")
        assert root.MarkInfo.Marked
        fonts = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            (inner,) = font.DescendantFonts
            assert {"/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()), font.BaseFont
            assert "/ToUnicode" in font
        for page in document.pages:
            width, height = (float(page.MediaBox[n]) / 72 * 25.4 for n in (2, 3))
            assert (round(width), round(height)) == (210, 297)


if VERAPDF:  # collected only where there is one: `TELEMED_VERAPDF` names the program

    @pytest.mark.parametrize("name", FINAL)
    def test_verapdf_finds_no_fault(name: str, tmp_path: Path) -> None:
        file = tmp_path / "paper.pdf"
        file.write_bytes(render(FINAL[name]))
        assert VERAPDF

        for flavour in ("2a", "2b"):
            asked = [VERAPDF, "--flavour", flavour, "--format", "text", str(file)]
            done = subprocess.run(asked, check=False, capture_output=True)
            assert done.stdout.startswith(b"PASS"), done.stdout.decode()


TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES] + [
    *"bcdđghklmnpqrstvx"
]
ALPHABET = " ".join([*SMALL, *(letter.upper() for letter in SMALL)])


def filled(name: str, text: str) -> Paper:
    """One form with `text` at a plain, a bold and, where it has one, a slanted place."""
    match name:
        case "minutes":
            return replace(MINUTES, reason=text, working_diagnosis=text)
        case "extract":
            return replace(golden.EXTRACT, course=text, chair=text)
        case "referral":
            return replace(REFERRAL, care_plan=text, diagnosis=text, icd_code="")
        case _:
            return replace(golden.FOLLOW_UP, comorbid=text, diagnosis=text, icd_code="")


NAMES = ("minutes", "extract", "referral", "follow_up")


@pytest.mark.parametrize("name", NAMES)
def test_every_vietnamese_letter_with_its_marks_is_on_the_paper(name: str) -> None:
    text = letters_of(pdftotext(render(filled(name, ALPHABET)), "-raw"))

    assert text.count(letters_of(ALPHABET)) == 2


def test_our_font_draws_every_vietnamese_letter_upright_bold_and_slanted() -> None:
    """All faces are of two files with the weight as an axis: what both can draw, every face can."""
    assert set(map(ord, ALPHABET)) <= our_letters()


DRAWN = st.characters(codec="utf-8", categories=["L", "Nd", "P", "Sm", "Sc", "Zs"], max_codepoint=0x2FF).filter(
    lambda letter: ord(letter) in our_letters()
)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NAMES), st.text(DRAWN, max_size=200))
@example("minutes", '#import "x": * *sao* _gạch_ $x^2$ <nhãn> @ref `mã` \\u{41} // bỏ /* bỏ */ = đề')
def test_what_our_letters_can_say_is_printed_without_loss(name: str, typed: str) -> None:
    found = letters_of(pdftotext(render(filled(name, typed)), "-raw"))

    assert letters_of(printable(typed)) in found


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NAMES), st.text(max_size=120))
@example("referral", "Xe 🚑 đi → viện ≥ 30 km, العربية 漢字")
def test_any_text_prints_and_is_archival_and_the_same_twice(name: str, typed: str) -> None:
    paper = filled(name, typed)

    once = render(paper)

    assert render(paper) == once
    assert b"pdfaid:part>2<" in once


def test_a_letter_that_no_font_draws_is_spelled_not_lost() -> None:
    text = words_of(pdftotext(render(filled("referral", "Xe 🚑 đi → viện")), "-raw"))

    assert "Xe [U+1F691] đi → viện" in text


def test_another_process_prints_the_same_bytes() -> None:
    program = (
        "from hashlib import sha256; from tests.unit.records import golden; from telemed.records.forms import render;"
        "print(*(sha256(render(one)).hexdigest() for one in golden.FORMS.values()))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    assert done.stdout.split() == [sha256(render(one)).hexdigest() for one in golden.FORMS.values()]


def test_another_family_is_used_where_the_installation_names_one_and_ours_where_it_is_not_there() -> None:
    ours, theirs, unknown = (
        render(replace(golden.FOLLOW_UP, head=replace(golden.FOLLOW_UP.head, font=font)))
        for font in ("", "Libertinus Serif", "No Such Family")
    )

    assert b"LibertinusSerif" in theirs
    assert b"LibertinusSerif" not in ours
    assert golden.pages(unknown) == golden.pages(ours)


def test_the_copy_differs_from_the_original_in_its_foot_alone() -> None:
    made = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)
    original = words_of(pdftotext(render(golden.EXTRACT)))
    copy = words_of(pdftotext(render(replace(golden.EXTRACT, conversion=replace(golden.COPIED, at=made)))))

    assert "chuyển đổi" not in original
    assert copy.startswith(original[: original.index("Trích biên bản hội chẩn số")])
    assert "lúc 10:04 ngày 02/01/2027. Người chuyển đổi: Điều dưỡng Nguyễn Thị Vân Demo" in copy
    assert "Mã tra cứu: 7K3M-Q9TX-P2HD" in copy
