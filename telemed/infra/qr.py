"""Text as a code to scan."""

import io

import segno


def svg(text: str, border: int = 4) -> str:
    """As a document of its own, for an `<img>`: nothing of it runs in the page.

    `border` is in modules; scanners want four, unless it lies on white paper.
    """
    picture = io.BytesIO()
    segno.make_qr(text, error="m").save(picture, kind="svg", xmldecl=False, omitsize=True, border=border)
    return picture.getvalue().decode()
