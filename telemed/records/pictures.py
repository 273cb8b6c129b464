"""What a file truly is, by its first bytes; whether a DICOM file speaks of our patient. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Literal

from telemed.kernel.values import Sex
from telemed.records.words import words

Differs = Literal["PatientName", "PatientBirthDate", "PatientSex"]

HEAD: Final = 4096
"""So much of a file is looked at."""
_MATROSKA: Final = (((0, b"\x1a\x45\xdf\xa3"),),)
_MP4: Final = (((4, b"ftyp"),),)
_MARKS: Final[Mapping[str, tuple[tuple[tuple[int, bytes], ...], ...]]] = {
    "image/jpeg": (((0, b"\xff\xd8\xff"),),),
    "image/png": (((0, b"\x89PNG\r\n\x1a\n"),),),
    "image/webp": (((0, b"RIFF"), (8, b"WEBP")),),
    "application/pdf": (((0, b"%PDF-"),),),
    "application/dicom": (((128, b"DICM"),),),
    "video/mp4": _MP4,
    "audio/mp4": _MP4,
    "video/webm": _MATROSKA,
    "audio/webm": _MATROSKA,
    "audio/ogg": (((0, b"OggS"),),),
    "audio/wav": (((0, b"RIFF"), (8, b"WAVE")),),
    "audio/mpeg": (((0, b"ID3"),), *(((0, bytes((0xFF, second))),) for second in (0xFA, 0xFB, 0xF2, 0xF3))),
}
"""Where each begins with what; one way of several is enough."""


def is_of(content_type: str, head: bytes) -> bool:
    """Whether a file that begins so may be of that type. Sound and video share their containers: what is in them is
    seen when it is opened."""
    marks = _MARKS.get(content_type, ())
    return any(all(head[at : at + len(mark)] == mark for at, mark in one) for one in marks)


_SEXES: Final = {"M": Sex.MALE, "F": Sex.FEMALE}


def differences(tags: Mapping[str, str], name: str, born: date | None, year_only: bool, sex: Sex) -> list[Differs]:
    """Where a DICOM file speaks of somebody else. Names count as the same when one has all words of the other, without
    marks; what either side does not know is no difference."""
    found: list[Differs] = []
    there, here = words(tags.get("PatientName", "")), words(name)
    if there and here and not (there <= here or here <= there):
        found.append("PatientName")
    said = tags.get("PatientBirthDate", "")
    ours = "" if born is None else f"{born:%Y%m%d}"
    upto = 4 if year_only else 8
    if said.isdigit() and len(said) == 8 and ours and said[:upto] != ours[:upto]:
        found.append("PatientBirthDate")
    other = _SEXES.get(tags.get("PatientSex", ""))
    if other and sex in _SEXES.values() and other is not sex:
        found.append("PatientSex")
    return found
