"""Photographs: drawn anew, unless nothing but a picture is in them."""

import io
from typing import Final

from PIL import Image, ImageCms, ImageOps

from telemed.infra.decoding import drawn
from telemed.infra.decoding.terms import Answer, Ask, Made, Refused

_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
_JPEG_PARTS: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD})
_PNG_PARTS: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"pHYs", b"cHRM", b"sBIT"}
)
_LONGEST_PROFILE: Final = 600
"""Bytes. Chromium writes how it means colours (456) into each JPEG it makes; a camera's profile is longer."""
_SRGB: Final = ImageCms.createProfile("sRGB")


def opened(data: bytes, ask: Ask) -> tuple[Answer, list[bytes]]:
    """Position, remarks, other files that hang on: all that is no picture is left out by drawing it anew."""
    with Image.open(io.BytesIO(data), formats=[_FORMATS[ask.content_type]]) as coming:
        drawn.check_size(*coming.size)
        coming.load()
        picture = _upright(coming)
    found = drawn.sizes(picture, 0, thumbnail=True)
    if not (bare := is_bare(data)):
        kind = "PNG" if ask.content_type == "image/png" else "JPEG"
        out = io.BytesIO()
        picture.save(out, kind, **({"quality": 92} if kind == "JPEG" else {"compress_level": 4}))
        content_type = f"image/{kind.lower()}"
        made = Made("original", 0, content_type, out.tell(), picture.width, picture.height)
        found.append((made, out.getvalue()))
    answer = Answer(
        as_it_came=bare, pages=1, columns=picture.width, rows=picture.height, made=[made for made, _ in found]
    )
    return answer, [content for _, content in found]


def _upright(coming: Image.Image) -> Image.Image:
    picture = ImageOps.exif_transpose(coming)
    profile = coming.info.get("icc_profile")
    if picture.mode not in {"L", "RGB"}:
        picture = _on_white(picture)
    if profile and picture.mode == "RGB":
        try:
            of_file = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            picture = ImageCms.profileToProfile(picture, of_file, _SRGB) or picture
        except ImageCms.PyCMSError:
            pass  # colours a little off are better than no picture
    picture.info.clear()
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I") or picture.mode == "F":
        raise Refused("unreadable")
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    full = picture.convert("RGBA")
    white = Image.new("RGB", full.size, "white")
    white.paste(full, mask=full.getchannel("A"))
    return white


def is_bare(data: bytes) -> bool:
    """Whether it holds a picture and nothing else: no position, no remark, nothing before or after it. Such a file is
    kept to the byte: what our own page drew anew is not squeezed a second time."""
    if data.startswith(b"\xff\xd8"):
        return _bare_jpeg(data)
    return data.startswith(b"\x89PNG\r\n\x1a\n") and _bare_png(data)


def _bare_jpeg(data: bytes) -> bool:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            at = _after_scan(data, at + 2 + size)
            if data[at : at + 2] == b"\xff\xd9":
                return at + 2 == len(data)
            continue
        jfif = marker == 0xE0 and size == 16 and data[at + 4 : at + 9] == b"JFIF\0"
        if not jfif and marker not in _JPEG_PARTS and not (marker == 0xE2 and _colours(data[at + 4 : at + 2 + size])):
            return False
        at += 2 + size
    return False


def _colours(part: bytes) -> bool:
    """One short profile of a screen's colours, and whole."""
    profile = part.removeprefix(b"ICC_PROFILE\0\1\1")
    whole = len(profile) == len(part) - 14 == int.from_bytes(profile[:4], "big")
    return whole and len(profile) <= _LONGEST_PROFILE and profile[12:20] == b"mntrRGB " and profile[36:40] == b"acsp"


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker stands: within a scan 0xFF is followed by 0 or by the count of a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and (data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7):
            at += 2
        else:
            return at
    return len(data)


def _bare_png(data: bytes) -> bool:
    at = 8
    while at + 12 <= len(data):
        size, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if name not in _PNG_PARTS or (name not in {b"IDAT", b"PLTE", b"tRNS"} and size > 64):
            return False
        at += 12 + size
        if name == b"IEND":
            return at == len(data)
    return False
