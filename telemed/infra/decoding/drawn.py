"""Sizes of one picture."""

import io

from PIL import Image

from telemed.infra.decoding.terms import MOST_PIXELS, PREVIEW_EDGE, THUMBNAIL_EDGE, Made, Refused, SizeName

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
Image.init()  # imports every reader and writer


def check_size(width: int, height: int) -> None:
    """Before a picture is unpacked. Raises Refused."""
    if width < 1 or height < 1 or width * height > MOST_PIXELS:
        raise Refused("unreadable")


def jpeg(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=False)
    return out.getvalue()


def fitted(picture: Image.Image, edge: int) -> Image.Image:
    """A copy, no edge longer than that; never made larger."""
    small = picture.copy()
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return small


def sizes(picture: Image.Image, page: int, *, thumbnail: bool, edge: int = PREVIEW_EDGE) -> list[tuple[Made, bytes]]:
    """Its preview and, if wanted, its thumbnail; `picture` is of mode L or RGB."""
    preview = fitted(picture, edge)
    wanted: list[tuple[SizeName, Image.Image, int]] = [("preview", preview, 82)]
    if thumbnail:
        wanted.append(("thumbnail", fitted(preview, THUMBNAIL_EDGE), 70))
    found = []
    for name, small, quality in wanted:
        content = jpeg(small, quality)
        found.append((Made(name, page, "image/jpeg", len(content), small.width, small.height), content))
    return found
