"""The insurance's XML13, referral between facilities, with either variant of its columns. Pure.

Two listings contradict each other (`domain.md` 6.6), so which one goes out is a setting, and our own model knows
neither.
"""

from datetime import datetime, time
from typing import Final

from telemed.exchange.bhyt import (
    SEXES,
    Column,
    Fault,
    Kinds,
    Spelling,
    Table,
    Unfit,
    Variant,
    Written,
    birth,
    cards,
    day,
    moment,
    written,
)
from telemed.exchange.model import Case, Person, Referred
from telemed.kernel.clock import LOCAL

REASONS: Final = {"fits_rules": "1", "beyond_ability": "2", "patient_wish": "3"}
"""MA_LYDO_CT"""
FIVE: Final = r"\d{5}"

_HEAD: Final = (
    Column("MA_LK", 100, Kinds.CODE, must=True),
    Column("SO_HOSO", 50, Kinds.CODE),
    Column("SO_CHUYENTUYEN", 50, Kinds.CODE, must=True),
    Column("GIAY_CHUYEN_TUYEN", 50, Kinds.CODE, must=True),
    Column("MA_CSKCB", 5, Kinds.CODE, must=True, pattern=FIVE),
)
_WHO: Final = (
    Column("HO_TEN", 255, must=True),
    Column("NGAY_SINH", 12, Kinds.BIRTH, must=True),
    Column("GIOI_TINH", 1, Kinds.CODE, must=True, codes=frozenset(SEXES.values())),
    Column("MA_QUOCTICH", 3, Kinds.CODE),
    Column("MA_DANTOC", 2, Kinds.CODE, codes=frozenset(f"{n:02}" for n in range(1, 55))),
    Column("MA_NGHE_NGHIEP", 5, Kinds.CODE, pattern=FIVE),
    Column("DIA_CHI", 1024, must=True, cut=True),
    Column("MA_THE_BHYT", None, Kinds.CODE, pattern=r"[A-Z0-9]{10,15}(;[A-Z0-9]{10,15})*"),
    Column("GT_THE_DEN", None, Kinds.CODE, pattern=r"\d{8}(;\d{8})*"),
    Column("NGAY_VAO", 12, Kinds.MOMENT, must=True),
    Column("NGAY_VAO_NOI_TRU", 12, Kinds.MOMENT),
    Column("NGAY_RA", 12, Kinds.MOMENT, must=True),
    Column("DAU_HIEU_LS"),
    Column("CHAN_DOAN_RV", must=True),
    Column("QT_BENHLY"),
    Column("TOMTAT_KQ"),
    Column("PP_DIEUTRI"),
    Column("MA_BENH_CHINH", 7, Kinds.ICD, must=True),
    Column("MA_BENH_KT", 100, Kinds.ICDS),
    Column("MA_BENH_YHCT", 255, Kinds.CODE),
)
_TAIL: Final = (
    Column("MA_LOAI_RV", 1, Kinds.CODE, must=True, codes=frozenset("25")),
    Column("MA_LYDO_CT", 1, Kinds.CODE, must=True, codes=frozenset(REASONS.values())),
    Column("HUONG_DIEU_TRI"),
    Column("PHUONGTIEN_VC", 255, cut=True),
    Column("HOTEN_NGUOI_HT", 255),
    Column("CHUCDANH_NGUOI_HT", 255, cut=True),
    Column("MA_BAC_SI", 255, Kinds.CODE, must=True),
    Column("MA_TTDV", 10, Kinds.CODE),
    Column("DU_PHONG"),
)
_ANNEX: Final = (
    *_HEAD,
    Column("MA_NOI_DI", 5, Kinds.CODE, must=True, pattern=FIVE),
    Column("MA_NOI_DEN", 5, Kinds.CODE, must=True, pattern=FIVE),
    *_WHO,
    Column("TEN_DICH_VU", 1024, cut=True),
    Column("TEN_THUOC", 1024, cut=True),
    Column("PP_DIEU_TRI"),
    *_TAIL,
)
_AMENDED: Final = (
    *_HEAD,
    Column("MA_CSKCB_DI", 100, Kinds.CODE, must=True, pattern=rf"{FIVE}(;{FIVE})*"),
    Column("MA_CSKCB_DEN", 5, Kinds.CODE, must=True, pattern=FIVE),
    *_WHO,
    Column("TINH_TRANG_CT", must=True),
    *_TAIL,
)
TABLES: Final = {
    variant: Table("XML13", variant, root="CHI_TIEU_GIAYCHUYENTUYEN", row="", columns=columns)
    for variant, columns in ((Variant.ANNEX, _ANNEX), (Variant.AMENDED, _AMENDED))
}


def of(case: Case, referral: Referred, spelling: Spelling) -> Written:
    """One signed referral.

    Raises:
        Unfit: nobody knows the patient, or a value does not fit; each column is named.
    """
    if case.patient is None:
        raise Unfit("XML13", [Fault("HO_TEN", "missing")])
    reason, variant = REASONS.get(referral.reason, referral.reason), spelling.variant
    head = {
        **particulars(case.patient),
        "MA_LK": case.code,
        "SO_HOSO": case.patient.code,
        "SO_CHUYENTUYEN": referral.number,
        "GIAY_CHUYEN_TUYEN": referral.number,
        "MA_CSKCB": case.station.code,
        "MA_QUOCTICH": case.patient.nationality_code,
        "MA_DANTOC": case.patient.ethnicity_code,
        "MA_NGHE_NGHIEP": case.patient.occupation_code,
        "NGAY_VAO": moment(came_at(case, referral)),
        "NGAY_RA": moment(referral.transfer_at or referral.signed_at),
        "DAU_HIEU_LS": referral.clinical_signs,
        "CHAN_DOAN_RV": referral.diagnosis,
        "QT_BENHLY": case.request.history,
        "TOMTAT_KQ": referral.test_results,
        "PP_DIEUTRI": referral.treatment,
        "MA_BENH_CHINH": referral.icd_code,
        "MA_BENH_KT": ";".join(referral.other_icd_codes),
        "MA_LOAI_RV": "5" if reason == REASONS["patient_wish"] else "2",
        "MA_LYDO_CT": reason,
        "HUONG_DIEU_TRI": referral.care_plan,
        "PHUONGTIEN_VC": referral.transport,
        "HOTEN_NGUOI_HT": referral.escort_name,
        "CHUCDANH_NGUOI_HT": referral.escort_title,
        "MA_BAC_SI": case.clinician(referral.signed_by).license_no,
        "MA_TTDV": spelling.heads.get(case.station.code, ""),
    }
    here, there = case.station.code, case.place(referral.to).code
    match variant:
        case Variant.ANNEX:
            own = {
                "MA_NOI_DI": here,
                "MA_NOI_DEN": there,
                "TEN_DICH_VU": referral.procedures,
                "TEN_THUOC": referral.treatment,  # the form asks for the main drugs there
                "PP_DIEU_TRI": referral.condition,
            }
        case Variant.AMENDED:
            own = {"MA_CSKCB_DI": here, "MA_CSKCB_DEN": there, "TINH_TRANG_CT": referral.condition}
    return written(TABLES[variant], [{**head, **own}], spelling)


def particulars(who: Person) -> dict[str, str]:
    """Columns that XML13 and XML14 share."""
    return {
        "HO_TEN": who.full_name,
        "NGAY_SINH": birth(who.birth_date, who.birth_precision, who.birth_time),
        "GIOI_TINH": SEXES[who.sex],
        "DIA_CHI": address(who),
        "MA_THE_BHYT": cards(who.insurance_no) or who.social_insurance_no,
        "GT_THE_DEN": day(who.insurance_valid_to),
    }


def address(who: Person) -> str:
    """From small to large, in words where there are some; communes and provinces go by their codes."""
    if who.legacy_address and not (who.village or who.commune_code):
        return who.legacy_address
    return ", ".join(filter(None, (who.village, who.commune_name or who.commune_code, who.province_code)))


def came_at(case: Case, referral: Referred | None = None) -> datetime:
    """When the station began to treat: its own stay, where the paper names it; else when the case was written down."""
    stays = referral.treated if referral else ()
    starts = [stay.since for stay in stays if stay.since and stay.facility == case.station.name]
    return datetime.combine(min(starts), time(), LOCAL) if starts else case.created_at
