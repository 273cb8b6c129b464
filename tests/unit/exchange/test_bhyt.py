"""The insurance's tables, each column against a listing of its own here; what does not fit is named by its column."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telemed.exchange import bhyt_xml5, bhyt_xml13, bhyt_xml14
from telemed.exchange.bhyt import Column, Kinds, Spelling, Table, Unfit, Variant, birth, written
from tests.unit.exchange import cases

XML13 = """
  MA_LK(100) SO_HOSO(50) SO_CHUYENTUYEN(50) GIAY_CHUYEN_TUYEN(50) MA_CSKCB(5) {from_to} HO_TEN(255) NGAY_SINH(12)
  GIOI_TINH MA_QUOCTICH(3) MA_DANTOC(2) MA_NGHE_NGHIEP(5) DIA_CHI(1024) MA_THE_BHYT GT_THE_DEN NGAY_VAO(12)
  NGAY_VAO_NOI_TRU(12) NGAY_RA(12) DAU_HIEU_LS CHAN_DOAN_RV QT_BENHLY TOMTAT_KQ PP_DIEUTRI MA_BENH_CHINH(7)
  MA_BENH_KT(100) MA_BENH_YHCT(255) {own} MA_LOAI_RV MA_LYDO_CT HUONG_DIEU_TRI PHUONGTIEN_VC(255)
  HOTEN_NGUOI_HT(255) CHUCDANH_NGUOI_HT(255) MA_BAC_SI(255) MA_TTDV(10) DU_PHONG
"""
LISTED = {
    ("XML13", Variant.ANNEX): XML13.format(
        from_to="MA_NOI_DI(5) MA_NOI_DEN(5)", own="TEN_DICH_VU(1024) TEN_THUOC(1024) PP_DIEU_TRI"
    ),
    ("XML13", Variant.AMENDED): XML13.format(from_to="MA_CSKCB_DI(100) MA_CSKCB_DEN(5)", own="TINH_TRANG_CT"),
    **{
        ("XML14", variant): """
  MA_LK(100) SO_GIAYHEN_KL(50) MA_CSKCB(5) HO_TEN(255) NGAY_SINH(12) GIOI_TINH DIA_CHI(1024) MA_THE_BHYT GT_THE_DEN
  NGAY_VAO(12) NGAY_VAO_NOI_TRU(12) NGAY_RA(12) NGAY_HEN_KL(12) CHAN_DOAN_RV MA_BENH_CHINH(7) MA_BENH_KT(100)
  MA_BENH_YHCT(255) MA_DOITUONG_KCB(4) MA_BAC_SI(255) MA_TTDV(10) NGAY_CT(8) DU_PHONG
"""
        for variant in Variant
    },
    ("XML5", Variant.ANNEX): """
  MA_LK(100) STT(10) DIEN_BIEN_LS GIAI_DOAN_BENH HOI_CHAN PHAU_THUAT THOI_DIEM_DBLS(12) NGUOI_THUC_HIEN(255) DU_PHONG
""",
}
"""Order, names and lengths as listed; written down a second time, apart from the program."""


def listed(table: str, variant: Variant) -> list[tuple[str, int | None]]:
    found = re.findall(r"(\w+)(?:\((\d+)\))?", LISTED[table, variant])
    return [(name, int(most) if most else None) for name, most in found]


def row(xml: str, at: str | None = None) -> dict[str, str]:
    """Column by column, read by the standard library."""
    root = ElementTree.fromstring(xml)
    node = root if at is None else root.findall(f".//{at}")[-1]
    return {one.tag: one.text or "" for one in node}


@pytest.mark.parametrize("variant", Variant)
def test_xml13_has_the_columns_of_its_variant_in_their_order_and_no_value_is_too_long(variant: Variant) -> None:
    made = bhyt_xml13.of(cases.CASE, cases.REFERRAL, Spelling(variant))

    found = row(made.xml)
    assert list(found) == [name for name, _ in listed("XML13", variant)]
    assert [name for name, most in listed("XML13", variant) if most and len(found[name]) > most] == []
    assert made.shortened == ()


@pytest.mark.parametrize("variant", Variant)
def test_xml14_has_the_columns_of_its_listing(variant: Variant) -> None:
    found = row(bhyt_xml14.of(cases.CASE, cases.FOLLOW_UP, Spelling(variant)).xml)

    assert list(found) == [name for name, _ in listed("XML14", variant)]
    assert [name for name, most in listed("XML14", variant) if most and len(found[name]) > most] == []
    assert found["NGAY_HEN_KL"] == "202612060700"
    assert found["MA_DOITUONG_KCB"] == "2", "an emergency"
    assert found["NGAY_CT"] == "20261122"


def test_xml5_has_its_columns_and_says_the_result_in_hoi_chan() -> None:
    made = bhyt_xml5.of(cases.CASE, Spelling())

    rows = ElementTree.fromstring(made.xml).findall(".//CHI_TIET_DIEN_BIEN_BENH")
    assert [[one.tag for one in r] for r in rows] == [[name for name, _ in listed("XML5", Variant.ANNEX)]] * 3
    assert [r.findtext("STT") for r in rows] == ["1", "2", "3"]
    assert [r.findtext("DIEN_BIEN_LS") for r in rows[:2]] == ["CSST<M112_T38.5_HA120/70_NT32_SP88>", "CSST<M104_SP92>"]
    said = rows[2].findtext("HOI_CHAN") or ""
    for words in ("BBHC-12/2026", "Trần Văn Sơn Demo", "Viêm phổi nặng (J18.9)", "Oxy 2 lít/phút", "chuyển trong ngày"):
        assert words in said


def test_the_two_variants_say_the_state_at_transfer_and_the_places_under_other_names() -> None:
    annex, amended = (row(bhyt_xml13.of(cases.CASE, cases.REFERRAL, Spelling(v)).xml) for v in Variant)

    assert (annex["MA_NOI_DI"], annex["MA_NOI_DEN"]) == ("12018", "12002")
    assert (amended["MA_CSKCB_DI"], amended["MA_CSKCB_DEN"]) == ("12018", "12002")
    assert annex["PP_DIEU_TRI"] == amended["TINH_TRANG_CT"] == "Tỉnh, SpO2 92% với oxy"
    assert annex.keys() - amended.keys() == {"MA_NOI_DI", "MA_NOI_DEN", "TEN_DICH_VU", "TEN_THUOC", "PP_DIEU_TRI"}


def test_codes_and_times_are_in_the_insurances_spelling() -> None:
    found = row(bhyt_xml13.of(cases.CASE, cases.REFERRAL, Spelling()).xml)

    assert {name: found[name] for name in ("NGAY_SINH", "GIOI_TINH", "MA_DANTOC", "MA_LOAI_RV", "MA_LYDO_CT")} == {
        "NGAY_SINH": "196500000000",
        "GIOI_TINH": "2",
        "MA_DANTOC": "08",
        "MA_LOAI_RV": "2",
        "MA_LYDO_CT": "2",
    }
    assert found["NGAY_VAO"] == "202611210000", "when the first stay began"
    assert found["NGAY_RA"] == "202611221200"
    assert found["MA_BENH_KT"] == "I10;E11.9"
    assert found["DIA_CHI"] == "Bản Sân <Bay> & Đồi, xã Mường Than, tỉnh Lai Châu, 12"
    assert row(bhyt_xml13.of(cases.CASE, replace(cases.REFERRAL, reason="patient_wish"), Spelling()).xml)[
        "MA_LOAI_RV"
    ] == ("5")


def test_the_head_of_the_place_and_the_outermost_element_are_as_the_operator_set_them() -> None:
    told = Spelling(roots={"xml13": "GIAY_CHUYEN", "xml5": "DIEN_BIEN"}, heads={"12018": "0123456789"})
    referral = bhyt_xml13.of(cases.CASE, cases.REFERRAL, told).xml
    slip = bhyt_xml14.of(cases.CASE, cases.FOLLOW_UP, told).xml

    assert ElementTree.fromstring(referral).tag == "GIAY_CHUYEN"
    assert ElementTree.fromstring(bhyt_xml5.of(cases.CASE, told).xml).tag == "DIEN_BIEN"
    assert ElementTree.fromstring(slip).tag == "CHI_TIEU_GIAYHEN_KHAMLAI"
    assert (row(referral)["MA_TTDV"], row(slip)["MA_TTDV"]) == ("0123456789", "0123456789")
    assert row(bhyt_xml13.of(cases.CASE, cases.REFERRAL, Spelling()).xml)["MA_TTDV"] == "", "nobody has set it"


def test_columns_that_are_empty_are_those_of_which_a_station_knows_nothing() -> None:
    told = Spelling(heads={"12018": "0123456789"})
    referral = row(bhyt_xml13.of(cases.CASE, cases.REFERRAL, told).xml)
    slip = row(bhyt_xml14.of(replace(cases.CASE, closed_at=cases.NOW), cases.FOLLOW_UP, told).xml)

    no_stay_no_traditional_medicine_no_reserve = {"NGAY_VAO_NOI_TRU", "MA_BENH_YHCT", "DU_PHONG"}
    assert {name for name, text in referral.items() if not text} == no_stay_no_traditional_medicine_no_reserve
    assert {name for name, text in slip.items() if not text} == no_stay_no_traditional_medicine_no_reserve
    assert referral["TEN_THUOC"] == "Ceftriaxon 2 g"


def test_a_slip_without_a_referral_has_the_code_of_the_request() -> None:
    asked = replace(cases.CASE.request, icd_code="J18.0")
    case = cases.case(referrals=(), request=asked)

    assert row(bhyt_xml14.of(case, cases.FOLLOW_UP, Spelling()).xml)["MA_BENH_CHINH"] == "J18.0"


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"reason": "because"}, ("MA_LYDO_CT", "unknown_code")),
        ({"icd_code": "viêm phổi"}, ("MA_BENH_CHINH", "format")),
        ({"icd_code": ""}, ("MA_BENH_CHINH", "missing")),
        ({"number": "C" * 51}, ("SO_CHUYENTUYEN", "too_long")),
        ({"other_icd_codes": ("A00.0",) * 20}, ("MA_BENH_KT", "too_long")),
        ({"escort_name": "V" * 256}, ("HOTEN_NGUOI_HT", "too_long")),
        ({"condition": "T\x00"}, ("PP_DIEU_TRI", "unwritable")),
    ],
)
def test_what_does_not_fit_is_refused_by_its_columns_name(changes: dict[str, Any], fault: tuple[str, str]) -> None:
    with pytest.raises(Unfit) as refused:
        bhyt_xml13.of(cases.CASE, replace(cases.REFERRAL, **changes), Spelling())

    assert fault in [(one.column, one.code) for one in refused.value.faults]


@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"ethnicity_code": "99"}, {"MA_DANTOC"}),
        ({"nationality_code": "VIET"}, {"MA_QUOCTICH"}),
        ({"birth_date": None, "full_name": ""}, {"HO_TEN", "NGAY_SINH"}),
        ({"insurance_no": "DT 12"}, {"MA_THE_BHYT"}),
    ],
)
def test_every_column_at_fault_is_named_at_once(changes: dict[str, Any], columns: set[str]) -> None:
    who = replace(cases.PATIENT, **changes)

    with pytest.raises(Unfit) as refused:
        bhyt_xml13.of(cases.case(patient=who), cases.REFERRAL, Spelling(Variant.AMENDED))

    assert {one.column for one in refused.value.faults} == columns


def test_only_free_words_are_shortened_at_a_words_end_and_the_column_is_listed() -> None:
    referral = replace(cases.REFERRAL, procedures="thở oxy " * 200, transport="xe " * 100)

    made = bhyt_xml13.of(cases.CASE, referral, Spelling())

    found = row(made.xml)
    assert made.shortened == ("TEN_DICH_VU", "PHUONGTIEN_VC")
    assert 1000 < len(found["TEN_DICH_VU"]) <= 1024
    assert found["TEN_DICH_VU"].endswith("thở…")


def test_nothing_goes_out_about_somebody_unknown_or_without_signed_minutes() -> None:
    nobody = cases.case(patient=None, minutes=None)

    makers: list[Callable[[], Any]] = [
        lambda: bhyt_xml13.of(nobody, cases.REFERRAL, Spelling()),
        lambda: bhyt_xml14.of(nobody, cases.FOLLOW_UP, Spelling()),
        lambda: bhyt_xml5.of(nobody, Spelling()),
    ]
    for make in makers:
        with pytest.raises(Unfit):
            make()


@pytest.mark.parametrize(
    ("precision", "time", "text"),
    [
        ("year", "", "196500000000"),
        ("estimated", "", "196500000000"),
        ("month", "", "196503000000"),
        ("day", "", "196503070000"),
        ("minute", "05:09", "196503070509"),
    ],
)
def test_a_birth_is_told_as_exactly_as_it_is_known(precision: str, time: str, text: str) -> None:
    assert birth(date(1965, 3, 7), precision, time) == text


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)
ONE = Column("A", 12, Kinds.TEXT, cut=True)
TWO = Column("B", 12, Kinds.TEXT)


@given(a=TEXT, b=TEXT)
@settings(max_examples=200, deadline=None)
def test_what_goes_out_is_xml_that_says_the_same_or_says_that_it_does_not(a: str, b: str) -> None:
    table = Table("T", Variant.ANNEX, root="R", row="", columns=(ONE, TWO))
    faults: set[str] = set()
    try:
        made = written(table, [{"A": a, "B": b}], Spelling())
    except Unfit as refused:
        faults = {one.code for one in refused.faults}
    if faults:
        assert faults <= {"too_long", "unwritable"}
        return

    found = row(made.xml)
    assert all(len(value) <= 12 for value in found.values())
    if not made.shortened:
        assert [" ".join(v.split()) for v in found.values()] == [
            " ".join(unicodedata.normalize("NFC", v).split()) for v in (a, b)
        ]
    else:
        assert made.shortened == ("A",)
        assert found["A"].endswith("…")


@given(
    pulse=st.integers(20, 300),
    temperature=st.decimals(25, 45, places=1),
    pressure=st.tuples(st.integers(40, 300), st.integers(20, 200)),
)
def test_vital_signs_come_out_of_their_line_as_they_went_in(
    pulse: int, temperature: Any, pressure: tuple[int, int]
) -> None:
    one = replace(
        cases.CASE.vitals[0], pulse=pulse, temperature=temperature, systolic=pressure[0], diastolic=pressure[1]
    )

    found = bhyt_xml5.read_csst(f"Khám: {bhyt_xml5.csst(one)}.")

    assert (int(found["M"]), float(found["T"]), found["HA"]) == (
        pulse,
        float(temperature),
        f"{pressure[0]}/{pressure[1]}",
    )
