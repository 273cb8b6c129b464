"""The insurance's XML14, the slip that says when to come back. Pure."""

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
    day,
    moment,
    written,
)
from telemed.exchange.bhyt_xml13 import FIVE, came_at, particulars
from telemed.exchange.model import Case, Planned
from telemed.kernel.clock import LOCAL

VISIT_FROM: Final = time(7)
"""Where only a day is agreed: when stations open."""
COLUMNS: Final = (
    Column("MA_LK", 100, Kinds.CODE, must=True),
    Column("SO_GIAYHEN_KL", 50, Kinds.CODE, must=True),
    Column("MA_CSKCB", 5, Kinds.CODE, must=True, pattern=FIVE),
    Column("HO_TEN", 255, must=True),
    Column("NGAY_SINH", 12, Kinds.BIRTH, must=True),
    Column("GIOI_TINH", 1, Kinds.CODE, must=True, codes=frozenset(SEXES.values())),
    Column("DIA_CHI", 1024, must=True, cut=True),
    Column("MA_THE_BHYT", None, Kinds.CODE, pattern=r"[A-Z0-9]{10,15}(;[A-Z0-9]{10,15})*"),
    Column("GT_THE_DEN", None, Kinds.CODE, pattern=r"\d{8}(;\d{8})*"),
    Column("NGAY_VAO", 12, Kinds.MOMENT, must=True),
    Column("NGAY_VAO_NOI_TRU", 12, Kinds.MOMENT),
    Column("NGAY_RA", 12, Kinds.MOMENT),
    Column("NGAY_HEN_KL", 12, Kinds.MOMENT, must=True),
    Column("CHAN_DOAN_RV", must=True),
    Column("MA_BENH_CHINH", 7, Kinds.ICD),
    Column("MA_BENH_KT", 100, Kinds.ICDS),
    Column("MA_BENH_YHCT", 255, Kinds.CODE),
    Column("MA_DOITUONG_KCB", 4, Kinds.CODE, must=True, pattern=r"\d(\.\d{1,2})?"),
    Column("MA_BAC_SI", 255, Kinds.CODE, must=True),
    Column("MA_TTDV", 10, Kinds.CODE),
    Column("NGAY_CT", 8, Kinds.DAY, must=True),
    Column("DU_PHONG"),
)
TABLES: Final = {
    variant: Table("XML14", variant, root="CHI_TIEU_GIAYHEN_KHAMLAI", row="", columns=COLUMNS) for variant in Variant
}
"""Both known listings agree on this table."""

EMERGENCY, USUAL = "2", "1"
"""MA_DOITUONG_KCB: 2 is an emergency (`domain.md` 6.2)."""


def of(case: Case, slip: Planned, spelling: Spelling) -> Written:
    """One follow-up.

    Raises:
        Unfit: nobody knows the patient, there is no diagnosis yet, or a value does not fit.
    """
    if case.patient is None:
        raise Unfit("XML14", [Fault("HO_TEN", "missing")])
    made_at = slip.made_at or case.concluded_at or case.created_at
    values = {
        **particulars(case.patient),
        "MA_LK": case.code,
        "SO_GIAYHEN_KL": slip.number,
        "MA_CSKCB": case.station.code,
        "NGAY_VAO": moment(came_at(case)),
        "NGAY_RA": moment(case.closed_at),
        "NGAY_HEN_KL": moment(datetime.combine(slip.on, VISIT_FROM, LOCAL)),
        "CHAN_DOAN_RV": case.minutes.diagnosis if case.minutes else case.request.working_diagnosis,
        **diseases(case),
        "MA_DOITUONG_KCB": EMERGENCY if case.urgency.value == "stat" else USUAL,
        "MA_BAC_SI": case.clinician(slip.made_by or case.requester).license_no,
        "MA_TTDV": spelling.heads.get(case.station.code, ""),
        "NGAY_CT": day(made_at.astimezone(LOCAL).date()),
    }
    return written(TABLES[spelling.variant], [values], spelling)


def diseases(case: Case) -> dict[str, str]:
    """As the last referral that went says; else the code the station gave its request."""
    said = [one for one in case.referrals if one.state != "cancelled"]
    if not said:
        return {"MA_BENH_CHINH": case.request.icd_code}
    return {"MA_BENH_CHINH": said[-1].icd_code, "MA_BENH_KT": ";".join(said[-1].other_icd_codes)}
