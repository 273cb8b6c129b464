"""DICOM: frames as pictures in a window of grey, a chosen few of its tags."""

import io
from typing import Any, Final

import numpy as np
import numpy.ma
import pydicom
from numpy.typing import NDArray
from PIL import Image
from pydicom.dataset import FileDataset
from pydicom.pixels.decoders.base import get_decoder
from pydicom.pixels.processing import apply_modality_lut
from pydicom.pixels.utils import pixel_array
from pydicom.uid import UID

from telemed.infra.decoding import drawn
from telemed.infra.decoding.terms import MOST_PAGES, Answer, Ask, Refused

assert numpy.ma  # imported before no file can be opened any more

TAGS: Final = (
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "PatientAge",
    "StudyDate",
    "StudyTime",
    "Modality",
    "BodyPartExamined",
    "ViewPosition",
    "Laterality",
    "StudyDescription",
    "SeriesDescription",
    "InstitutionName",
    "Manufacturer",
    "SliceThickness",
    "KVP",
)
LONGEST: Final = 120
MOST_FRAMES: Final = 5_000
Grey = NDArray[Any]


def opened(data: bytes, ask: Ask) -> tuple[Answer, list[bytes]]:
    """One that cannot be drawn here (no pixels, a compression nobody here knows) is kept without pictures; a damaged
    one is refused."""
    file = pydicom.dcmread(io.BytesIO(data))
    count, columns, rows = _number(file, "NumberOfFrames") or 1, _number(file, "Columns"), _number(file, "Rows")
    if "SOPClassUID" not in file:
        raise Refused("unreadable")
    if "PixelData" not in file or columns is None or rows is None:
        if "Image Storage" in UID(str(file.SOPClassUID)).name:
            raise Refused("unreadable")  # it broke off before its picture began
        count = 0
    else:
        drawn.check_size(columns, rows)
        if not 1 <= count <= MOST_FRAMES:
            raise Refused("unreadable")
        if not _can_draw(file):
            count = 0
    if ask.page is not None and ask.page >= count:
        raise Refused("no_page")
    found = []
    for number in range(min(count, MOST_PAGES)) if ask.page is None else [ask.page]:
        frame = _frame(file, number, _window(file, ask))
        found += drawn.sizes(frame, number, thumbnail=number == 0)
    spacing, at_detector = _spacing(file)
    answer = Answer(
        pages=count,
        columns=columns,
        rows=rows,
        spacing_um=spacing,
        at_detector=at_detector,
        tags={name: text for name in TAGS if (text := _text(file, name))},
        windows=_windows(file),
        made=[made for made, _ in found],
    )
    return answer, [content for _, content in found]


def _can_draw(file: FileDataset) -> bool:
    try:
        syntax = file.file_meta.TransferSyntaxUID
        return not syntax.is_encapsulated or get_decoder(syntax).is_available
    except (AttributeError, NotImplementedError):
        return False


def _frame(file: FileDataset, number: int, window: tuple[float, float] | None) -> Image.Image:
    pixels: Grey = pixel_array(file, index=number)
    if pixels.ndim == 3:
        return Image.fromarray(pixels.astype(np.uint8) if pixels.dtype != np.uint8 else pixels, "RGB")
    values = apply_modality_lut(pixels, file).astype(np.float32)
    if window is None:
        low, high = (float(one) for one in np.percentile(values, (0.5, 99.5)))
    else:
        # PS3.3 C.11.2.1.2: the window's values become the whole range of grey.
        center, width = window
        low, high = center - 0.5 - (width - 1) / 2, center - 0.5 + (width - 1) / 2
    grey = np.clip((values - low) / max(high - low, 1e-6), 0, 1)
    if file.get("PhotometricInterpretation") == "MONOCHROME1":
        grey = 1 - grey
    return Image.fromarray((grey * 255).astype(np.uint8), "L")


def _window(file: FileDataset, ask: Ask) -> tuple[float, float] | None:
    if ask.center is not None and ask.width is not None:
        return float(ask.center), float(ask.width)
    proposed = _windows(file)
    return proposed[0] if proposed else None


def _windows(file: FileDataset) -> list[tuple[int, int]]:
    pairs = zip(_numbers(file, "WindowCenter"), _numbers(file, "WindowWidth"), strict=False)
    return [(round(center), round(width)) for center, width in pairs if width >= 1][:8]


def _spacing(file: FileDataset) -> tuple[tuple[int, int] | None, bool]:
    """Across and down, in thousandths of a millimetre; the file has them the other way round."""
    for keyword, at_detector in (("PixelSpacing", False), ("ImagerPixelSpacing", True)):
        found = _numbers(file, keyword)
        if len(found) == 2 and all(0.0005 <= one <= 100 for one in found):
            return (round(found[1] * 1000), round(found[0] * 1000)), at_detector
    return None, False


def _numbers(file: FileDataset, keyword: str) -> list[float]:
    value = file.get(keyword)
    if value is None or value == "":
        return []
    try:
        return [float(one) for one in (value if isinstance(value, list | pydicom.multival.MultiValue) else [value])]
    except (TypeError, ValueError):
        return []


def _number(file: FileDataset, keyword: str) -> int | None:
    found = _numbers(file, keyword)
    return int(found[0]) if found else None


def _text(file: FileDataset, keyword: str) -> str:
    return "".join(c for c in str(file.get(keyword, "")) if c.isprintable()).replace("^", " ").strip()[:LONGEST]
