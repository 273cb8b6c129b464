"""Invented people of a province for measurements, always the same for a seed: names as common as here, second records.

How often what is wrong in a second record is an estimate, printed beside the figures; nobody has counted it here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Final

from telemed.kernel.values import Sex
from telemed.records.model import BirthPrecision
from telemed.records.patient import Particulars

_THAI = ("Lò", "Vàng", "Hoàng", "Lường", "Quàng", "Tòng", "Cà", "Hà", "Mào", "Điêu", "Lèo", "Tao")
_MONG = ("Giàng", "Sùng", "Thào", "Mùa", "Hảng", "Cứ", "Ma", "Lầu", "Vàng", "Ly", "Chang")
_DAO = ("Tẩn", "Phàn", "Chẻo", "Lý", "Phùng", "Tán")
_KINH = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi")
GROUPS: Final = (
    ("03", 34, _THAI, "Văn", "Thị"),
    ("08", 26, _MONG, "A", "Thị"),
    ("09", 16, _DAO, "A", "Thị"),
    ("01", 12, _KINH, "Văn", "Thị"),
)
_GIVEN = (
    *("Ín", "Phanh", "Pâng", "Hặc", "Chung", "Ún", "Thoan", "Sơi", "Inh", "Ỏm", "Pản", "Xôm", "Lả", "Hương", "Phin"),
    *("Dung", "Sì", "Dế", "Páo", "Chứ", "Lử", "Tủa", "Vư", "Súa", "Sua", "Mỷ", "Chư", "Dợ", "Pàng", "Ca", "Xinh"),
    *("Máy", "Phủ", "Mẩy", "Hoa", "Quyên", "Chẩn", "Tỉn", "Sài", "Gấm", "Pàu", "Xuân", "Thoa", "Pin", "Khăm", "Keo"),
    *("Hòa", "Thúy", "Quý", "Kỳ", "Mai", "Lan", "Hùng", "Dũng", "Sơn", "Thắng", "Tuấn", "Minh", "Đức", "Bình", "Nga"),
)
_SECOND = ("", "", "", "Minh", "Thanh", "Ngọc", "Xuân", "Hồng")
VILLAGES_PER_STATION = 12


@dataclass(frozen=True, slots=True)
class Somebody:
    station: int
    known: Particulars
    same_as: int | None = None
    """The number of the person of whom this is a second record."""


def people(rng: Random, count: int, stations: int, second: float) -> Iterator[Somebody]:
    """`count` records, of which the share `second` are second ones of people registered before at the same station."""
    firsts: list[list[tuple[int, Particulars]]] = [[] for _ in range(stations)]
    for n in range(count):
        station = rng.randrange(stations)
        if firsts[station] and rng.random() < second:
            number, known = firsts[station].pop(rng.randrange(len(firsts[station])))
            yield Somebody(station, again(rng, known), number)
        else:
            known = somebody(rng, station)
            firsts[station].append((n, known))
            yield Somebody(station, known)


def somebody(rng: Random, station: int) -> Particulars:
    code, _, families, male, female = rng.choices(GROUPS, [group[1] for group in GROUPS])[0]
    sex = rng.choice((Sex.MALE, Sex.FEMALE))
    middle = male if sex is Sex.MALE else female
    words = (rng.choice(families), middle, rng.choice(_SECOND), rng.choice(_GIVEN))
    born = date(1936, 1, 1) + timedelta(days=rng.randrange(90 * 365))
    only_year = born.year < 1970 and rng.random() < 0.5
    century = (born.year - 1900) // 100 * 2 + (sex is Sex.FEMALE)
    social = f"{rng.randrange(10**10):010d}"
    return Particulars(
        full_name=" ".join(filter(None, words)),
        sex=sex,
        birth_date=date(born.year, 1, 1) if only_year else born,
        birth_precision=BirthPrecision.YEAR if only_year else BirthPrecision.DAY,
        national_id=f"012{century}{born:%y}{rng.randrange(10**6):06d}" if rng.random() < 0.85 else "",
        insurance_no=f"DT212{social}"[:5] + social if rng.random() < 0.8 else "",
        phone=f"09{rng.randrange(10**8):08d}" if rng.random() < 0.5 else "",
        ethnicity_code=code,
        village=f"Bản {_GIVEN[(station * 7 + rng.randrange(VILLAGES_PER_STATION)) % len(_GIVEN)]}",
    )


ERRORS: Final = {
    "no identity number": 0.6,
    "no insurance card": 0.5,
    "no telephone": 0.6,
    "another telephone": 0.1,
    "one letter of the name": 0.12,
    "a middle word left out": 0.08,
    "marks left out": 0.15,
    "only the year of birth": 0.3,
    "birth a year or two off": 0.08,
    "no village": 0.15,
}


def again(rng: Random, known: Particulars) -> Particulars:
    """The same person registered a second time, by somebody who did not find the first record."""

    def happens(what: str) -> bool:
        return rng.random() < ERRORS[what]

    said = known
    if happens("no identity number"):
        said = replace(said, national_id="")
    if happens("no insurance card"):
        said = replace(said, insurance_no="")
    if happens("no telephone"):
        said = replace(said, phone="")
    elif happens("another telephone"):
        said = replace(said, phone=f"03{rng.randrange(10**8):08d}")
    words = said.full_name.split()
    if len(words) > 3 and happens("a middle word left out"):
        words.pop(2)
    if happens("one letter of the name"):
        place = rng.choice((0, -1))
        at = rng.randrange(len(words[place]))
        words[place] = words[place][:at] + rng.choice("aeiouhnt") + words[place][at + 1 :]
    said = replace(said, full_name=" ".join(words))
    if happens("marks left out"):
        said = replace(said, full_name=_bare(said.full_name), village=_bare(said.village))
    if said.birth_date and happens("only the year of birth"):
        said = replace(said, birth_date=date(said.birth_date.year, 1, 1), birth_precision=BirthPrecision.YEAR)
    if said.birth_date and happens("birth a year or two off"):
        off = rng.choice((-2, -1, 1, 2))
        precision = BirthPrecision.ESTIMATED
        said = replace(said, birth_date=date(said.birth_date.year + off, 1, 1), birth_precision=precision)
    return replace(said, village="") if happens("no village") else said


def _bare(text: str) -> str:
    from telemed.records.words import folded

    return " ".join(word.capitalize() for word in folded(text))
