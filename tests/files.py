"""Files as people and devices make them, small and true; and pictures of noise, which no packing makes smaller."""

import io
import random

from PIL import Image, PngImagePlugin


def jpeg(seed: int = 1, edge: int = 400, *, place: bool = False) -> bytes:
    """Noise; with `place` it says where it was taken."""
    picture = Image.frombytes("RGB", (edge, edge), random.Random(seed).randbytes(edge * edge * 3))
    exif = Image.Exif()
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 23.0, 0.0), 3: "E", 4: (103.0, 28.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, **({"exif": exif} if place else {}))
    return out.getvalue()


def png(words: str = "") -> bytes:
    """White; with `words` in a remark."""
    out, remarks = io.BytesIO(), PngImagePlugin.PngInfo()
    if words:
        remarks.add_text("Comment", words)
    Image.new("RGB", (64, 48), "white").save(out, "PNG", pnginfo=remarks)
    return out.getvalue()
