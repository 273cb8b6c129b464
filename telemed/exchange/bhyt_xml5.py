"""The insurance's XML5, clinical course: the result of the consultation in `HOI_CHAN`, vital signs as CSST. Pure.

Other rows of the course are for the station's own system; ours are the consultation and the signs around it.
"""

import re
from typing import Final

from telemed.exchange.bhyt import Column, Fault, Kinds, Spelling, Table, Unfit, Variant, Written, moment, written
from telemed.exchange.model import Case, Vitals
from telemed.exchange.words import words

COLUMNS: Final = (
    Column("MA_LK", 100, Kinds.CODE, must=True),
    Column("STT", 10, Kinds.CODE, must=True, pattern=r"[1-9]\d*"),
    Column("DIEN_BIEN_LS"),
    Column("GIAI_DOAN_BENH"),
    Column("HOI_CHAN"),
    Column("PHAU_THUAT"),
    Column("THOI_DIEM_DBLS", 12, Kinds.MOMENT, must=True),
    Column("NGUOI_THUC_HIEN", 255, Kinds.CODE, must=True),
    Column("DU_PHONG"),
)
TABLE: Final = Table(
    "XML5",
    Variant.ANNEX,  # both known listings have the same columns here
    root="CHITIEU_CHITIET_DIENBIENLAMSANG",
    listed_in="DSACH_CHI_TIET_DIEN_BIEN_BENH",
    row="CHI_TIET_DIEN_BIEN_BENH",
    columns=COLUMNS,
)


def csst(v: Vitals) -> str:
    """Vital signs in one line, `CSST<M75_T37_HA120/70_NT18>`; what was not measured is left out."""
    pressure = f"{v.systolic}/{v.diastolic}" if v.systolic is not None and v.diastolic is not None else None
    parts = {"M": v.pulse, "T": v.temperature, "HA": pressure, "NT": v.respiration, "SP": v.spo2}
    said = [f"{sign}{_plain(value)}" for sign, value in parts.items() if value is not None]
    return f"CSST<{'_'.join(said)}>" if said else ""


def read_csst(text: str) -> dict[str, str]:
    """The signs of such a line by their letters, for who takes it in; empty if it is none."""
    line = re.search(r"CSST<([^<>]*)>", text)
    pairs = (re.fullmatch(r"(HA|NT|SP|M|T)([\d./]+)", part) for part in line[1].split("_")) if line else ()
    return {pair[1]: pair[2] for pair in pairs if pair}


def of(case: Case, spelling: Spelling) -> Written:
    """One row for each taking of vital signs, and one for the consultation.

    Raises:
        Unfit: there are no signed minutes (`HOI_CHAN` missing), or a value does not fit.
    """
    if case.minutes is None:
        raise Unfit("XML5", [Fault("HOI_CHAN", "missing")])
    rows = [
        {
            "MA_LK": case.code,
            "DIEN_BIEN_LS": csst(v),
            "THOI_DIEM_DBLS": moment(v.taken_at),
            "NGUOI_THUC_HIEN": case.clinician(v.taken_by).license_no,
        }
        for v in case.vitals
        if csst(v)
    ]
    rows.append(
        {
            "MA_LK": case.code,
            "DIEN_BIEN_LS": case.minutes.summary,
            "HOI_CHAN": result(case),
            "THOI_DIEM_DBLS": moment(case.minutes.concluded_at),
            "NGUOI_THUC_HIEN": case.clinician(case.requester).license_no,
        }
    )
    return written(TABLE, [{**row, "STT": str(n)} for n, row in enumerate(rows, 1)], spelling)


def result(case: Case) -> str:
    """The consultation in words: where, by whom, and the conclusion item by item (TT 49/2017)."""
    minutes = case.minutes
    assert minutes is not None
    chair = case.clinician(minutes.chair)
    said = words("result")
    head = said["head"].format(hospital=case.hospital.name, number=minutes.number)
    if minutes.edition > 1:
        head += said["edition"].format(edition=minutes.edition)
    lines = {
        "chair": " ".join(filter(None, (chair.title, chair.name))),
        "diagnosis": minutes.diagnosis,
        "treatment": minutes.treatment,
        "monitoring": minutes.monitoring,
        "place": words("places").get(minutes.place, minutes.place),
        "follow_up": minutes.follow_up,
    }
    return "\n".join([head, *(f"{said[name]}: {text}" for name, text in lines.items() if text)])


def _plain(value: object) -> str:
    """37.0 is 37: no needless zero, never an exponent."""
    text = f"{value}"
    return text.rstrip("0").rstrip(".") if "." in text else text
